//! Saved targetings: kept, opened, copied, frozen, compared; and those of the trade, ready made.
//!
//! A saved targeting is a record like any other (`Entity::Targeting`): its definition is the text form, so that it is read
//! and written in a workbook. Renaming and deleting are `record.edit` and `record.delete`.

mod compare;
mod freeze;
mod keep;
mod list;
mod ready;
mod rows;

pub(crate) use compare::{TargetCompare, TargetCompared, compare};
pub(crate) use freeze::{TargetFreeze, freeze};
pub(crate) use keep::{TargetDuplicate, TargetSave, duplicate, save};
pub(crate) use list::{TargetOpen, TargetOpened, TargetsSaved, list, open};
#[cfg(test)]
pub(crate) use ready::trade;
pub(crate) use ready::{TargetsReady, ready};
