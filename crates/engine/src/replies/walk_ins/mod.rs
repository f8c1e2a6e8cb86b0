//! Customers who come by: nobody asked them, they stand in the showroom or at the desk of the workshop. Drawn for each open
//! day that passes; what a visit comes to is told in the inbox, or fills the form of whoever logs one.

mod come;
mod outcome;
mod passage;
mod plan;
mod purpose;
mod rows;

pub(super) use come::walk_in;
pub(crate) use outcome::visited;
pub(super) use passage::Passage;
pub(crate) use plan::{plan_walk_ins, who_may_come};

#[cfg(test)]
mod tests;
