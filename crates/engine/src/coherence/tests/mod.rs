//! The checks held against bases made by hand, where one thing is wrong.

mod detectors;
mod made;
mod page;
mod planted;
mod rules;
mod school;
