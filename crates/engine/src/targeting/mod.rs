//! Targeting: which records, by any field of any entity and of what is related to it.
//!
//! A condition is a tree (`tree`), has a short French text form (`text`, described in `docs/CIBLAGE.md`), and becomes SQL
//! in one place (`sql`). Lists, groups, edits in number and exports take a tree and hand it to this writer; their own
//! filters go through it too. Dates are counted from the moment of use.
#![allow(
    clippy::result_large_err,
    reason = "what is wrong with a text is told whole, and a text is read once"
)]

mod ask;
mod check;
mod days;
mod kinds;
mod members;
mod names;
mod nearest;
mod relations;
mod rows;
mod said;
mod saved;
mod seen;
mod sql;
mod suspects;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod vocabulary;

pub(crate) use ask::{
    TargetCount, TargetCounted, TargetParse, TargetParsed, TargetSay, TargetTold, TargetTried, TargetTry,
};
pub(crate) use ask::{count, kept_by_text, parse, say, test, understood};
pub(crate) use check::refuse_unsound;
pub(crate) use days::is_written;
pub(crate) use kinds::Class;
pub(crate) use members::condition_of;
pub(crate) use nearest::nearest;
pub(crate) use saved::{
    TargetCompare, TargetCompared, TargetDuplicate, TargetFreeze, TargetOpen, TargetOpened, TargetSave,
    TargetsReady, TargetsSaved,
};
pub(crate) use saved::{compare, duplicate, freeze, list, open, ready, save};
pub(crate) use seen::seen_from;
pub(crate) use sql::{Written, write};
pub(crate) use tree::{Sort, Target, TargetMatcher, TargetNode, TargetOperand, TargetQuantity};
pub(crate) use vocabulary::{TargetVocabulary, vocabulary};

use serde::{Deserialize, Serialize};

/// The newest form of a targeting that this version understands.
const FORMAT: u32 = 1;
/// Groups within groups, at most.
const MOST_DEEP: usize = 40;
/// Groups and conditions of a targeting, at most.
const MOST_NODES: usize = 500;
/// Values of a list, at most.
const MOST_VALUES: usize = 5_000;

/// Does a saved targeting follow the data?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum TargetMode {
    /// Whoever fulfils the condition today.
    Live,
    /// Those who did when it was frozen.
    Frozen,
}

impl TargetMode {
    /// As it is kept in the field `mode`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Frozen => "frozen",
        }
    }
}
