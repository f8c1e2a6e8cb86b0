//! Which records are the same person or firm, how sure that is, and why.
//!
//! ```text
//! subjects → entry (texts numbered) → blocks (pairs worth comparing) → compare (levels by field)
//!          → model (weights learnt from this base, odds) → groups (what follows from accepted pairs)
//! ```
//!
//! Nothing here knows of a database, a screen or a language: reasons are codes. The same subjects give the same pairs on
//! every machine.

mod blocks;
mod compare;
mod entry;
mod groups;
mod lexicon;
mod links;
mod matcher;
mod model;
mod phonetic;
mod reasons;
mod slips;
mod subject;

pub use links::{Link, Shared};
pub use matcher::{Found, Pair, find};
pub use phonetic::sound;
pub use reasons::{How, Reason, What};
pub use subject::{Sex, Subject};
