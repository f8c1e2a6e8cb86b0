//! The SQL of dashboards: the records of a question, the tiles as they are kept.

mod scan;
mod tiles;

pub(super) use scan::{Found, scan};
pub(super) use tiles::{Kept, all, of_board};
