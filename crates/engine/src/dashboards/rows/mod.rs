//! The SQL of dashboards: the records of a question, the tiles as they are kept.

mod scan;
mod tiles;

use crate::reader::Reader;
pub(super) use scan::{Found, scan};
pub(super) use tiles::{Kept, all, of_board};

/// Grows with each row that is written.
pub(super) fn stamp(reader: &Reader) -> u64 {
    reader.store.conn().total_changes()
}
