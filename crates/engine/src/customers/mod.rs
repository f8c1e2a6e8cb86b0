//! Customers: the whole record at once, and those that look alike.

mod lookalikes;
mod open;
mod timeline;

pub(crate) use lookalikes::{Lookalike, Lookalikes, LookalikesFind};
pub(crate) use lookalikes::{alike, lookalikes};
pub(crate) use open::open;
pub(crate) use open::{CustomerFile, CustomerOpen};
