//! Customers: the whole record at once, and those that look alike.

mod lookalikes;
mod open;
mod timeline;

pub(crate) use lookalikes::lookalikes;
pub(crate) use lookalikes::{Lookalikes, LookalikesFind};
pub(crate) use open::open;
pub(crate) use open::{CustomerFile, CustomerOpen};
