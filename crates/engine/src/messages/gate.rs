//! The gate: who of an audience may be written to at a moment, and why not the others.

use super::audience::Addressee;
use super::{MessageChannel, rows};
use crate::error::{ApiError, GateReason};
use crate::reader::Reader;
use crate::reckoning::ContactMode;
use jiff::civil::DateTime;
use std::collections::HashSet;

/// What is asked of the gate.
#[derive(Clone, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) channel: MessageChannel,
    pub(crate) at: DateTime,
    pub(crate) mode: ContactMode,
    /// Reasons that somebody overrules.
    pub(crate) forced: &'a [GateReason],
    /// One of a campaign, which leaves a time of rest before it; an answer to somebody does not.
    pub(crate) collective: bool,
}

/// What the gate says of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sifted {
    /// Why they are left out; none when they are written to.
    pub(crate) reason: Option<GateReason>,
    /// What was overruled for them.
    pub(crate) forced: Vec<GateReason>,
}

/// Sifts an audience, in its order; `lacks` says who would get a message with a hole in it.
///
/// # Errors
/// Those of reading.
pub(crate) fn sift(
    reader: &Reader,
    asked: &Asked,
    whom: &[Addressee],
    lacks: &dyn Fn(usize) -> bool,
) -> Result<Vec<Sifted>, ApiError> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut all = Vec::with_capacity(whom.len());
    for (place, one) in whom.iter().enumerate() {
        all.push(of_one(reader, asked, *one, lacks(place), &mut taken)?);
    }
    Ok(all)
}

fn of_one(
    reader: &Reader,
    asked: &Asked,
    one: Addressee,
    lacks: bool,
    taken: &mut HashSet<String>,
) -> Result<Sifted, ApiError> {
    let out = |reason| {
        Ok(Sifted {
            reason: Some(reason),
            forced: Vec::new(),
        })
    };
    let Some(standing) = rows::standing(reader, one.customer)? else {
        return out(GateReason::Gone);
    };
    if one.left_out {
        return out(GateReason::LeftOut);
    }
    if standing.is_archived() {
        return out(GateReason::Archived);
    }
    let address = match standing.address(asked.channel) {
        Ok(address) => address,
        Err(reason) => return out(reason),
    };
    let law = standing.by_law(asked.channel, asked.mode, asked.at);
    let rest = (asked.collective && standing.is_too_lately(asked.at)).then_some(GateReason::TooLately);
    let hole = lacks.then_some(GateReason::MissingData);
    let against: Vec<GateReason> = [law, rest, hole].into_iter().flatten().collect();
    if let Some(reason) = against
        .iter()
        .find(|reason| !reason.can_be_forced() || !asked.forced.contains(reason))
    {
        if *reason == GateReason::TooLately {
            // Whoever shares the address was written to lately too.
            taken.insert(address);
        }
        return out(*reason);
    }
    // Of several who share an address, the first who may be written to gets the message.
    if !taken.insert(address) {
        return out(GateReason::Twice);
    }
    Ok(Sifted {
        reason: None,
        forced: against,
    })
}
