//! Records that are the same person or firm: the queue, what is answered, and merging them into one.
//!
//! Who looks like whom is told by the crate `duplicates`, which knows no database; this room hands it the customers and
//! keeps the answers.

mod decide;
mod hand_over;
mod likeness;
mod merge;
mod pick;
mod preview;
mod queue;
mod rows;
mod subjects;
mod trace;
mod workbook;

pub use ::duplicates::{How, Reason, Shared, What};
pub(crate) use decide::{Decide, decide};
pub(crate) use likeness::likeness;
pub(crate) use merge::{Merge, Merged, merge};
pub(crate) use preview::{MergeAsked, MergePreview, preview};
pub(crate) use queue::{Compared, DuplicatesFind, DuplicatesFound, find};
pub use subjects::{Raw, subject_of};
pub(crate) use workbook::of_workbook;
pub use workbook::{WorkbookDoubles, WorkbookLink, WorkbookPair};

use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};

/// The id of a customer by its reference.
fn customer_id(reference: &str) -> Result<i64, ApiError> {
    match parse_any_reference(reference)? {
        (Entity::Customer, id) => Ok(id),
        _ => Err(ApiError::not_found(reference)),
    }
}
