//! What was to come has come: the state of a recipient, the activity received, a line of the inbox.

use super::deals::{UsedBuyer, decide, hand_over, visit};
use super::intent::Intent;
use super::luck::Luck;
use super::model::Case;
use super::person::Tone;
use super::rows::{self, Received};
use super::send::{Rules, rules};
use super::sent::{Channel, Offer};
use super::walk_ins::{Passage, walk_in};
use super::words::{Said, Talk, say};
use crate::change::Change;
use crate::content::replies;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::values::parse_date_time;
use serde::{Deserialize, Serialize};

/// The kind of our pending events.
pub(crate) const EVENT: &str = "reply";

/// The payload of one.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Envelope {
    pub(super) reply: Coming,
}

/// What is to come.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub(super) enum Coming {
    /// All that could arrive of a campaign has.
    Delivered { campaign: i64 },
    /// Somebody opened, clicked.
    Marked { recipient: i64, state: String },
    /// Somebody answers.
    Answered {
        intent: Intent,
        message: i64,
        campaign: Option<i64>,
        recipient: Option<i64>,
        offer: Offer,
        occasion: u64,
        case: Case,
    },
    /// The hour of an appointment.
    Visit { entry: i64 },
    /// They make up their mind about a car.
    Decision { occasion: u64 },
    /// The car they ordered is there.
    Purchase {
        occasion: u64,
        #[serde(default)]
        used: Option<UsedBuyer>,
    },
    /// They come by without an appointment.
    WalkIn { occasion: u64, passage: Passage },
}

/// Makes a fact of what was to come; false when it cannot be any more.
///
/// # Errors
/// Those of the database.
pub(crate) fn come(
    reader: &Reader,
    change: &Change,
    due: &str,
    customer: Option<i64>,
    payload: &str,
) -> Result<bool, ApiError> {
    let (Ok(Envelope { reply }), Some(now)) = (serde_json::from_str(payload), parse_date_time(due)) else {
        return Ok(false);
    };
    let there = &reader.at(now);
    match (reply, customer) {
        (Coming::Delivered { campaign }, _) => rows::deliver(change, campaign, due)?,
        (Coming::Marked { recipient, state }, Some(_)) => {
            rows::mark_recipient(change, recipient, &state, None, due)?;
        }
        (
            Coming::Answered {
                intent,
                message,
                campaign,
                recipient,
                offer,
                occasion,
                case,
            },
            Some(customer),
        ) => {
            let answer = Answer {
                customer,
                intent,
                message: Some(message),
                campaign,
                recipient,
                offer,
                occasion,
                why: serde_json::to_string(&case).unwrap_or_default(),
                channel: case.channel,
                chosen: None,
            };
            return receive(change, due, &answer);
        }
        (Coming::Visit { entry }, Some(customer)) => return visit(there, change, due, customer, entry),
        (Coming::Decision { occasion }, Some(customer)) => {
            return decide(there, change, due, customer, occasion);
        }
        (Coming::Purchase { occasion, used }, Some(customer)) => {
            return hand_over(there, change, due, customer, occasion, used.as_ref());
        }
        (Coming::WalkIn { occasion, passage }, Some(customer)) => {
            return walk_in(there, change, due, customer, occasion, passage);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// An answer about to be received.
pub(super) struct Answer {
    pub(super) customer: i64,
    pub(super) intent: Intent,
    pub(super) message: Option<i64>,
    pub(super) campaign: Option<i64>,
    pub(super) recipient: Option<i64>,
    pub(super) offer: Offer,
    pub(super) occasion: u64,
    /// The case, kept for whoever asks why.
    pub(super) why: String,
    pub(super) channel: Channel,
    /// The car that they have ordered, in their words.
    pub(super) chosen: Option<String>,
}

/// Writes an answer down: the activity, the line of the inbox, what it says of the message answered.
pub(super) fn receive(change: &Change, due: &str, answer: &Answer) -> Result<bool, ApiError> {
    let Some(now) = parse_date_time(due) else {
        return Ok(false);
    };
    let offer = answer.offer.code();
    let Some(mut speaker) = rows::speaker(change, answer.customer, offer, &now.date().to_string())? else {
        return Ok(false);
    };
    speaker.chosen.clone_from(&answer.chosen);
    let told = match answer.message {
        Some(message) => rows::message(change, message)?,
        None => None,
    };
    let (owner, subject) = told.unwrap_or((None, None));
    let owner = owner.or_else(|| speaker.owner.clone());
    let Rules { seed, .. } = rules(change)?;
    let talk = Talk {
        speaker: &speaker,
        advisor: owner.as_deref(),
        tone: tone_of(seed, answer.customer),
        luck: Luck::of(seed, answer.customer, answer.occasion),
        now,
    };
    let Some(said) = say(&talk, answer.intent, answer.channel) else {
        return Ok(false);
    };
    let activity = write(change, due, answer, &said, owner, subject.as_deref())?;
    rows::receive(
        change,
        &Received {
            activity,
            message: answer.message,
            recipient: answer.recipient,
            intent: answer.intent,
            wish: &serde_json::to_string(&said.wish).unwrap_or_default(),
            why: &answer.why,
        },
    )?;
    mark(change, due, answer)?;
    Ok(true)
}

/// How somebody writes, always the same.
fn tone_of(seed: u64, customer: i64) -> Tone {
    let known = super::person::Known {
        customer,
        ..Default::default()
    };
    super::person::hidden(seed, &known, jiff::civil::date(2000, 1, 1)).tone
}

fn write(
    change: &Change,
    due: &str,
    answer: &Answer,
    said: &Said,
    owner: Option<String>,
    subject: Option<&str>,
) -> Result<i64, ApiError> {
    let of = match (answer.intent, subject) {
        (_, None) => "none",
        (Intent::Bounce, _) => "bounce",
        _ => said.channel.code(),
    };
    let subject: String = replies::subject(of)
        .replace("{objet}", subject.unwrap_or_default())
        .chars()
        .take(160)
        .collect();
    let values = [
        ("customer_id", answer.customer.into()),
        ("kind", said.channel.code().into()),
        ("direction", "inbound".into()),
        ("happened_at", due.into()),
        ("subject", subject.into()),
        ("content", said.text.as_str().into()),
        ("result", replies::result(answer.intent.code()).into()),
        ("owner", owner.into()),
        ("campaign_id", answer.campaign.into()),
    ];
    rows::insert(change, Entity::Activity, &values)
}

/// What the answer makes of the message answered.
fn mark(change: &Change, due: &str, answer: &Answer) -> Result<(), ApiError> {
    if let Some(recipient) = answer.recipient {
        let state = match answer.intent {
            Intent::Bounce => "bounced",
            // A machine answered: nobody has read anything.
            Intent::Away => "delivered",
            Intent::Unsubscribe => "unsubscribed",
            Intent::DataComplaint => "complained",
            _ => "answered",
        };
        let label = replies::intent(answer.intent.code()).map(|words| words.label.as_str());
        rows::mark_recipient(change, recipient, state, label, due)?;
    }
    if let (Some(message), Some(word)) = (answer.message, replies::result("answered"))
        && !matches!(answer.intent, Intent::Bounce | Intent::Away)
    {
        rows::set_result(change, message, word)?;
    }
    Ok(())
}
