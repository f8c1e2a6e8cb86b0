//! The text form of a targeting: short French, exact when written, tolerant when read. `docs/CIBLAGE.md` is its grammar.

mod literal;
mod matcher;
mod parse;
mod paths;
mod print;
mod related;
mod scan;
mod sorts;
mod time;
mod words;

pub(crate) use parse::parse_whole;
pub(crate) use print::{print, print_operand};
pub(crate) use sorts::{parse_sorts, print_sorts};

use super::names::Lexicon;
use super::tree::Target;
use crate::error::TargetProblem;

/// The targeting that a text says.
///
/// # Errors
/// Every problem met, with its place in the text.
pub(crate) fn parse(lexicon: &Lexicon, text: &str) -> Result<Target, Vec<TargetProblem>> {
    parse_whole(lexicon, text).map(|parsed| parsed.target)
}
