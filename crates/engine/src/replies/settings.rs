//! How often customers react, and what waits in the inbox: what the screens show everywhere.

use super::inbox;
use super::luck::{FINGERPRINT, fingerprint};
use super::model::Regime;
use super::rows;
use super::send::{REGIME, rules};
use crate::change::{ChangeDone, ChangeName, Nothing, transact};
use crate::error::ApiError;
use crate::reader::{Reader, Writer};
use serde::{Deserialize, Serialize};

/// What is shown everywhere.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RepliesState {
    regime: Regime,
    /// Lines of the inbox to handle.
    waiting: i64,
    /// Those of them that nobody has read.
    unread: i64,
    /// Those of them in which somebody complains.
    complaints: i64,
}

/// How often customers are to react.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RegimeSet {
    regime: Regime,
}

/// How often customers react, what waits.
pub(crate) fn state(reader: &Reader, _input: Nothing) -> Result<RepliesState, ApiError> {
    let waiting = inbox::waiting(reader)?;
    Ok(RepliesState {
        regime: rules(reader.store)?.regime,
        waiting: waiting.lines,
        unread: waiting.unread,
        complaints: waiting.complaints,
    })
}

/// The mark of many draws: the same on every post, whatever runs the engine.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct DrawsMark {
    mark: String,
    /// It is the one that this version gives everywhere.
    same: bool,
}

/// Draws 100,000 times, to hold one post against another.
pub(crate) fn draws(_reader: &Reader, _input: Nothing) -> Result<DrawsMark, ApiError> {
    let mark = fingerprint(2026, 100_000);
    Ok(DrawsMark {
        mark: format!("{mark:016x}"),
        same: mark == FINGERPRINT,
    })
}

/// Sets how often they react to what is sent from now on, as one change.
pub(crate) fn set_regime(writer: &mut Writer, input: RegimeSet) -> Result<ChangeDone, ApiError> {
    let code = input.regime.code();
    let ((), done) = transact(writer, ChangeName::RepliesRegime, |_, change| {
        rows::set_setting(change, REGIME, code)?;
        Ok(((), code.to_owned()))
    })?;
    Ok(done)
}
