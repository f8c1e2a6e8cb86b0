//! Clean: what is wrong or missing in the sandbox, check by check, with the correction where only one is possible.
//!
//! What makes a value wrong is said by `coherence`, which judges whole bases with the same predicates; here they are held
//! against the sandbox as it is, with the field at fault, the reason, and what can be done about it.

mod accept;
mod address;
mod cars;
mod checks;
mod consents;
mod dates;
mod fault;
mod find;
mod firms;
mod ignore;
mod linked;
mod list;
mod meant;
mod names;
mod reach;
mod read;
mod rows;
mod ties;

pub(crate) use accept::{CleaningAccept, CleaningDone, CleaningPreview};
pub(crate) use accept::{accept, preview};
pub(crate) use find::Kept;
pub(crate) use ignore::CleaningIgnore;
pub(crate) use ignore::ignore;
pub(crate) use list::list;
pub(crate) use list::{CleaningFindings, CleaningList};
pub(crate) use read::CleaningView;
pub(crate) use read::read;
