//! The lines of the inbox, what waits first.

use super::rows;
use crate::content::replies as content;
use crate::error::ApiError;
use crate::fields::parse_any_reference;
use crate::reader::Reader;
use crate::replies::intent::Intent;
use serde::{Deserialize, Serialize};

/// Which lines.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct InboxRead {
    /// Handled ones, or those that are not; all when nothing is said.
    handled: Option<bool>,
    pub(super) intent: Option<String>,
    pub(super) owner: Option<String>,
    /// Those that answer a campaign.
    campaign: Option<String>,
    pub(super) limit: i64,
    #[serde(default)]
    pub(super) offset: i64,
}

/// A page of them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct InboxView {
    lines: Vec<InboxLine>,
    total: i64,
    /// Of everybody, whatever is asked for.
    waiting: i64,
    /// Those of them that nobody has read.
    unread: i64,
    /// Among what is asked for, whatever the intent.
    by_intent: Vec<IntentCount>,
    /// Every intent there is, with its label.
    intents: Vec<IntentLabel>,
}

/// A line.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct InboxLine {
    pub(super) id: i64,
    /// The activity received.
    pub(super) activity: String,
    pub(super) customer: String,
    pub(super) label: String,
    pub(super) intent: String,
    /// `mail`, `sms`, `letter`, `call`.
    pub(super) kind: String,
    pub(super) at: String,
    pub(super) subject: String,
    pub(super) excerpt: String,
    pub(super) handled_at: Option<String>,
    pub(super) handling: Option<String>,
    pub(super) campaign: Option<String>,
    pub(super) campaign_ref: Option<String>,
    /// Somebody has read it, or has handled it.
    pub(super) read: bool,
    pub(super) owner: Option<String>,
}

/// How many of an intent.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct IntentCount {
    pub(super) intent: String,
    pub(super) count: i64,
}

/// An intent and what it is called.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct IntentLabel {
    intent: &'static str,
    label: &'static str,
}

impl InboxRead {
    pub(super) fn campaign(&self) -> Option<i64> {
        let reference = self.campaign.as_deref()?;
        parse_any_reference(reference).ok().map(|(_, id)| id)
    }
}

/// The lines of the inbox.
pub(crate) fn list(reader: &Reader, input: InboxRead) -> Result<InboxView, ApiError> {
    let handled = input.handled;
    let waiting = rows::waiting(reader)?;
    let labels = Intent::ALL.iter().filter_map(|intent| {
        let words = content::intent(intent.code())?;
        Some(IntentLabel {
            intent: intent.code(),
            label: &words.label,
        })
    });
    Ok(InboxView {
        lines: rows::lines(reader, &input, handled)?,
        total: rows::total(reader, &input, handled)?,
        waiting: waiting.lines,
        unread: waiting.unread,
        by_intent: rows::by_intent(reader, &input, handled)?,
        intents: labels.collect(),
    })
}
