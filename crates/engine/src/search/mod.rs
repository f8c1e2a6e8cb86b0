//! One box to find a customer: names, telephone in any writing, plate, chassis, mail, town, postcode, invoice number;
//! whatever the accents and the order of the words, from their first letters, with a slip or two of the keyboard.

mod find;
mod near;
mod query;
mod rows;

pub(crate) use find::find;
pub(crate) use find::{SearchFind, SearchFound};
pub(crate) use near::Vocabulary;
pub(crate) use query::{Term, quick_match};
pub(crate) use rows::{candidates, expand};

/// How many slips separate two folded words, when they are few enough for their length.
pub(crate) fn slips(left: &str, right: &str) -> Option<usize> {
    near::whole_distance(left, right, near::allowance(left))
}
