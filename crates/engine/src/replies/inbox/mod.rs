//! « Boîte de réception »: what came in, what it asks for, and what was done with it.

mod handle;
mod list;
mod mark;
mod open;
mod rows;

pub(crate) use handle::{InboxHandle, InboxReopen, handle, reopen};
pub(crate) use list::{InboxRead, InboxView, list};
pub(crate) use mark::{InboxMark, mark};
pub(crate) use open::{InboxItem, InboxOpen, open};
pub(super) use rows::waiting;

use crate::error::ApiError;

/// The reference of a line that is not there any more.
fn gone(id: i64) -> ApiError {
    ApiError::not_found(&format!("I{id:05}"))
}
