//! A text looked at while it is written: what is wrong, what the law asks for, what would serve it, what an SMS costs.

use super::compile::{Source, compile};
use super::{MessageChannel, MessageText, sms};
use crate::content::messages::rules;
use crate::error::{ApiError, MessageProblem, MessageProblemCode as Code};
use crate::reader::Reader;
use crate::values::fold;
use serde::{Deserialize, Serialize};

/// A text and how it would leave.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessageCheck {
    channel: MessageChannel,
    text: MessageText,
}

/// What there is to say of it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessageChecked {
    /// It cannot be sent as it is.
    problems: Vec<MessageProblem>,
    /// What a campaign lacks.
    lacks: Vec<MessageLack>,
    /// What would serve it.
    advice: Vec<MessageAdvice>,
    /// The text as it is written, measured.
    sms: Option<sms::SmsMeasure>,
    /// Its fields say more or less to each: its length is that of nobody's message.
    varies: bool,
    /// The same in letters that cost half as much, when that is different.
    plain: Option<String>,
    /// What brings the mention that lacks.
    mention: &'static str,
}

/// What the law asks of a commercial message and this one lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum MessageLack {
    /// An SMS without a way to stop.
    NoStop,
    /// A mail without a way to unsubscribe.
    NoUnsubscribe,
}

/// What would serve a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum MessageAdvice {
    /// A mailbox would cut the subject.
    LongSubject,
    /// It says nothing of whoever it is written to.
    NotPersonal,
    /// An SMS in several parts.
    ManySegments,
}

/// Looks at a text.
pub(crate) fn check(reader: &Reader, input: MessageCheck) -> Result<MessageChecked, ApiError> {
    let MessageCheck { channel, text } = input;
    let mut advice = Vec::new();
    let mut problems = empty(channel, &text);
    let mut varies = false;
    match compile(reader, &text) {
        Ok(message) => {
            varies = !message.slots.is_empty();
            let personal = |source: &Source| matches!(source, Source::Customer(_) | Source::Car(_));
            if problems.is_empty() && !message.slots.iter().any(|slot| personal(&slot.source)) {
                advice.push(MessageAdvice::NotPersonal);
            }
        }
        Err(ApiError::BadMessage { problems: found }) => problems.extend(found),
        Err(error) => return Err(error),
    }
    if channel == MessageChannel::Mail && text.subject.chars().count() > rules().subject_length {
        advice.push(MessageAdvice::LongSubject);
    }
    let is_sms = channel == MessageChannel::Sms;
    let measured = is_sms.then(|| sms::measure(&text.body));
    if !varies && measured.as_ref().is_some_and(|sms| sms.segments > 1) {
        advice.push(MessageAdvice::ManySegments);
    }
    Ok(MessageChecked {
        problems,
        lacks: lacks_of(channel, &text),
        advice,
        plain: is_sms
            .then(|| sms::plain(&text.body))
            .filter(|plain| *plain != text.body),
        sms: measured,
        varies,
        mention: match channel {
            MessageChannel::Sms => &rules().stop,
            MessageChannel::Mail => &rules().unsubscribe,
            MessageChannel::Letter => "",
        },
    })
}

/// What a campaign of this text lacks by law.
pub(crate) fn lacks_of(channel: MessageChannel, text: &MessageText) -> Vec<MessageLack> {
    let body = fold(&text.body);
    let says = |mark: &str| body.split(' ').any(|word| word.starts_with(mark));
    match channel {
        MessageChannel::Sms if !says(&rules().stop_mark) => vec![MessageLack::NoStop],
        MessageChannel::Mail if !says(&rules().unsubscribe_mark) => vec![MessageLack::NoUnsubscribe],
        _ => Vec::new(),
    }
}

/// A text with nothing in it.
pub(crate) fn empty(channel: MessageChannel, text: &MessageText) -> Vec<MessageProblem> {
    let lacking = |subject, code| MessageProblem {
        subject,
        ..super::parse::problem(code, [0, 0], None)
    };
    let mut problems = Vec::new();
    if channel != MessageChannel::Sms && text.subject.trim().is_empty() {
        problems.push(lacking(true, Code::NoSubject));
    }
    if text.body.trim().is_empty() {
        problems.push(lacking(false, Code::Empty));
    }
    problems
}
