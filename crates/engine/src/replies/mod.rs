//! The dealership's public answers: what every message that leaves it brings back, drawn by seed, come true as time passes.
//!
//! `model` is the pure part (integers, draws by counter): the chance of each reaction and the reasons of it. `person` is what
//! nobody sees of a customer, `fit` how an offer suits them. `send` draws when a message leaves and schedules; `come` is where
//! a reaction happens.

mod behind;
mod calls;
mod come;
mod deals;
mod delay;
mod draw;
mod fit;
mod inbox;
mod intent;
mod judge;
mod luck;
mod model;
mod person;
mod rows;
mod send;
mod sent;
mod settings;
mod told;
mod walk_ins;
mod why;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use behind::{CampaignExpected, RecipientWhy, RecipientWhyAsked};
pub(crate) use behind::{in_life, why_of_recipient};
pub(crate) use calls::{CallAsked, CallOutcome, outcome};
pub(crate) use come::{EVENT, come};
pub(crate) use deals::{expected, neglected};
pub(crate) use inbox::{InboxHandle, InboxItem, InboxMark, InboxOpen, InboxRead, InboxReopen, InboxView};
pub(crate) use inbox::{handle, list, mark, open, reopen};
pub(crate) use send::sent;
pub(crate) use sent::{Channel, Forced, Offer, Sent};
pub(crate) use settings::{DrawsMark, RegimeSet, RepliesState};
pub(crate) use settings::{draws, set_regime, state};
pub(crate) use told::told;
pub(crate) use walk_ins::{plan_walk_ins, visited, who_may_come};
