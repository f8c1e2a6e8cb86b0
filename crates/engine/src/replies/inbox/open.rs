//! One answer: its words, the message it answers, what it asks for, what may be done with it, and why it came.

use super::list::InboxLine;
use super::{gone, rows};
use crate::content::replies as content;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::reckoning::CHANNELS;
use crate::records::{self, RecordView};
use crate::replies::why::{WhyView, explain};
use crate::replies::words::Wish;
use crate::replies::{luck, person, send, words};
use serde::{Deserialize, Serialize};

/// Which line.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct InboxOpen {
    id: i64,
}

/// An answer, whole.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct InboxItem {
    line: InboxLine,
    content: String,
    label: &'static str,
    /// What it expects of the dealership.
    expects: &'static str,
    /// The message answered.
    message: Option<RecordView>,
    wish: WishView,
    /// Words with which one may answer.
    suggestions: Vec<String>,
    /// By which channel an answer leaves.
    answer_by: &'static str,
    /// Channels of which the consent may be withdrawn: the one of the message first.
    channels: Vec<&'static str>,
    why: WhyView,
}

/// What an answer asks for, as the forms take it.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct WishView {
    at: Option<String>,
    on: Option<String>,
    vehicle: Option<RecordView>,
    mail: Option<String>,
    mobile: Option<String>,
}

/// Opens a line.
///
/// # Errors
/// `NotFound` when its customer or its activity is no more.
pub(crate) fn open(reader: &Reader, input: InboxOpen) -> Result<InboxItem, ApiError> {
    let kept = rows::open(reader, input.id)?.ok_or_else(|| gone(input.id))?;
    let words = content::intent(&kept.line.intent);
    let message = match kept.message {
        Some(message) if records::rows::exists(reader, Entity::Activity, message)? => {
            Some(records::read(reader, Entity::Activity, message)?)
        }
        _ => None,
    };
    let why = explain(&kept.why);
    let by = why.channel.unwrap_or("mail");
    let first = if by == "call" { "phone" } else { by };
    let others = CHANNELS.into_iter().filter(|channel| *channel != first);
    let channels = std::iter::once(first).chain(others).collect();
    Ok(InboxItem {
        content: kept.content.clone(),
        label: words.map_or("", |words| &words.label),
        expects: words.map_or("", |words| &words.expects),
        message,
        wish: wish(reader, &kept.wish)?,
        suggestions: suggestions(reader, &kept)?,
        answer_by: answer_by(&kept.line.kind),
        channels,
        why,
        line: kept.line,
    })
}

/// By the channel of the answer; a call is called back.
fn answer_by(kind: &str) -> &'static str {
    match kind {
        "sms" => "sms",
        "letter" => "letter",
        "call" => "call",
        _ => "mail",
    }
}

fn wish(reader: &Reader, kept: &str) -> Result<WishView, ApiError> {
    let wish: Wish = serde_json::from_str(kept).unwrap_or_default();
    let vehicle = match wish.vehicle {
        Some(id) if records::rows::exists(reader, Entity::Vehicle, id)? => {
            Some(records::read(reader, Entity::Vehicle, id)?)
        }
        _ => None,
    };
    // A wish for a day that has gone by is one for the day of use.
    let now = reader.now_text();
    Ok(WishView {
        at: wish.at.filter(|at| *at > now),
        on: wish.on.filter(|on| *on >= reader.today().to_string()),
        vehicle,
        mail: wish.mail,
        mobile: wish.mobile,
    })
}

/// The dealership's own words for an answer of this kind, filled for this customer.
fn suggestions(reader: &Reader, kept: &rows::Kept) -> Result<Vec<String>, ApiError> {
    let today = reader.today().to_string();
    let Some(speaker) = crate::replies::rows::speaker(reader.store, kept.customer, "news", &today)? else {
        return Ok(Vec::new());
    };
    let advisor = kept.line.owner.clone().or_else(|| speaker.owner.clone());
    let talk = words::Talk {
        speaker: &speaker,
        advisor: advisor.as_deref(),
        tone: person::Tone::Plain,
        luck: luck::Luck::of(send::rules(reader.store)?.seed, kept.customer, 3),
        now: reader.now,
    };
    let asked: Wish = serde_json::from_str(&kept.wish).unwrap_or_default();
    let moment = asked.at.as_deref().and_then(crate::values::parse_date_time);
    let back = asked.on.as_deref().and_then(crate::values::parse_date);
    let by_kind = content::ours(&format!("{}_{}", kept.line.intent, kept.line.kind));
    let texts = if by_kind.is_empty() {
        content::ours(&kept.line.intent)
    } else {
        by_kind
    };
    Ok(texts
        .iter()
        .filter_map(|text| words::ours(&talk, text, moment, back))
        .collect())
}
