//! Does a base hold together? Its rules, its counts, its anomalies, and the trainers' list of them.
//!
//! A base is gathered from its records, whatever they come from ([`Gathering`]); [`verify`] answers a line for every
//! rule, every count and every kind of anomaly; [`anomalies`] finds what is wrong from the data alone;
//! [`anomaly_page`] prints the list for trainers.
//!
//! **What an anomaly explains.** A base made for trainers lists its anomalies. A record that breaks a rule because of an
//! anomaly listed, of a kind that explains this breach, is no failure but something *to check*. An anomaly found and not
//! listed is a failure, as is one listed and not found. In a base without a list, as learners get it, what the
//! detectors find stands in its place: it is to check. In a learner's session ([`Gathering::of_session`]) the stories and
//! the counts are to check too, since a learner deletes, imports and calls on a Sunday; only what makes a base
//! unreadable (values, references, sums) is a failure there.
//!
//! What makes a value wrong is said here once: the room `cleaning` shows learners the same predicates on their own sandbox.

mod anomalies;
mod base;
mod counts;
mod facts;
mod names;
mod page;
mod places;
mod read;
mod report;
mod rules;
mod verify;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use anomalies::{
    Finding, LARGEST_GROUP, Tie, findings, is_bad_mail, is_bad_phone, is_bad_plate, is_bad_siret, is_bad_vin,
    is_landline, is_long_address, is_unknown_naf, mileage_fall, ties, whose,
};
pub use anomalies::{Found, KINDS, anomalies};
pub(crate) use base::find as by_id;
pub use base::{Base, Gathering};
pub(crate) use facts::{Customer, Ref, Vehicle};
pub(crate) use names::slips;
pub use page::anomaly_page;
pub(crate) use places::{disagree, postcodes_of, towns_of};
pub use report::{Failure, Group, Line, Report};
pub use verify::verify;
