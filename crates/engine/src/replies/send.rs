//! A message leaves: what comes of it is drawn at once, and waits for its time.

use super::behind::{Expected, WeighedCase, keep_case, keep_expected};
use super::come::{Coming, EVENT, Envelope};
use super::draw::{Fate, fate, way};
use super::fit::{fit, lowered, moment, tie};
use super::intent::Intent;
use super::judge::{Judged, judged};
use super::luck::Luck;
use super::model::{Case, Moment, Personal, Regime, Standing};
use super::person::{Hidden, Known, day_number, hidden};
use super::rows::{self, Rows};
use super::sent::{Forced, Offer, Sent};
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reckoning::{ContactMode, ContactReason};
use jiff::ToSpan;
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// The setting that says how often things happen.
pub(super) const REGIME: &str = "replies_regime";
/// Minutes until everything that arrives has arrived.
const DELIVERY: u64 = 6;

/// What every draw of a sandbox rests upon.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) seed: u64,
    pub(super) regime: Regime,
}

/// The rules of a sandbox: its base's seed, so that a class has the same customers; a trainer's base without one has zero.
pub(super) fn rules(on: &impl Rows) -> Result<Rules, ApiError> {
    let seed = rows::setting(on, "seed")?.and_then(|seed| seed.parse().ok());
    let regime = rows::setting(on, REGIME)?;
    Ok(Rules {
        seed: seed.unwrap_or(0),
        regime: regime.as_deref().and_then(Regime::of_code).unwrap_or_default(),
    })
}

/// Tells those who answer of messages that left, inside the change that sends them.
///
/// # Errors
/// Those of the database.
pub(crate) fn sent(change: &Change, messages: &[Sent]) -> Result<(), ApiError> {
    let rules = rules(change)?;
    let mut texts: BTreeMap<(u64, Offer), Judged> = BTreeMap::new();
    let mut campaigns: BTreeMap<(i64, DateTime), Expected> = BTreeMap::new();
    for message in messages {
        let Some(known) = rows::known_of(change, message)? else {
            continue;
        };
        let text = (message.text_hash, message.offer);
        let judged = match texts.get(&text) {
            Some(judged) => *judged,
            None => {
                let judged = judged(&rows::text_of(change, message.activity)?, message.offer);
                texts.insert(text, judged);
                judged
            }
        };
        let expected = message
            .campaign
            .map(|campaign| campaigns.entry((campaign, message.at)).or_default());
        schedule(change, message, &known, judged, rules, expected)?;
    }
    for ((campaign, at), expected) in campaigns {
        wait(change, after(at, DELIVERY), None, Coming::Delivered { campaign })?;
        keep_expected(change, campaign, rules.regime, expected.thousandths())?;
    }
    Ok(())
}

/// The case of a message: what the model rests upon.
pub(super) fn case(message: &Sent, known: &Known, hidden: &Hidden, judged: Judged, rules: Rules) -> Case {
    let day = message.at.date();
    let suits = fit(message.offer, known, hidden, day);
    Case {
        regime: rules.regime,
        channel: message.channel,
        fit: if judged.off_topic { lowered(suits) } else { suits },
        personal: personal(message, known),
        moment: if message.forced.has(Forced::QUIET) {
            Moment::Bad
        } else {
            moment(message.channel, message.at)
        },
        tie: tie(known, day),
        standing: standing(message, known),
        pressure: known.pressure,
        asks: judged.asks,
        way_out: judged.way_out || message.offer == Offer::Service,
        project: hidden.project && message.offer.sells(),
        habit: hidden.habit,
        patience: hidden.patience,
    }
}

fn personal(message: &Sent, known: &Known) -> Personal {
    match message.personalised {
        _ if known.is_broken => Personal::Broken,
        0..20 => Personal::Nothing,
        20..60 => Personal::Name,
        _ => Personal::NameAndCar,
    }
}

pub(super) fn standing(message: &Sent, known: &Known) -> Standing {
    if message.offer == Offer::Service {
        return Standing::Allowed;
    }
    if known.asked_out || message.forced.has(Forced::WITHDRAWN) {
        return Standing::Opposed;
    }
    let verdict = known
        .reach
        .verdict(message.channel.consent(), ContactMode::Complete, message.at);
    match verdict.map(|verdict| (verdict.allowed, verdict.reason)) {
        Some((false, ContactReason::Refused | ContactReason::Withdrawn)) => Standing::Opposed,
        Some((false, ContactReason::NoConsent | ContactReason::Expired | ContactReason::Undated)) => {
            Standing::NoConsent
        }
        _ if message.forced.has(Forced::NO_CONSENT) => Standing::NoConsent,
        _ => Standing::Allowed,
    }
}

/// What tells one message from another to the same person: its channel and its day. Sent again, it has the same luck.
pub(super) fn occasion(message: &Sent) -> u64 {
    day_number(message.at.date()) * 16 + message.channel as u64 + (1 << 40)
}

fn schedule(
    change: &Change,
    message: &Sent,
    known: &Known,
    judged: Judged,
    rules: Rules,
    expected: Option<&mut Expected>,
) -> Result<(), ApiError> {
    if !known.has_address {
        return Ok(());
    }
    let hidden = hidden(rules.seed, known, message.at.date());
    let case = case(message, known, &hidden, judged, rules);
    let luck = Luck::of(rules.seed, message.customer, occasion(message));
    let sound = known.address_is_sound;
    if let Some(expected) = expected {
        expected.add(&case, message.offer, &hidden, sound);
    }
    if let Some(recipient) = message.recipient {
        let way = way(message.channel, &hidden, sound);
        keep_case(change, recipient, &WeighedCase { case, way, luck })?;
    }
    let Fate {
        bounced,
        opened,
        clicked,
        answer,
    } = fate(&case, message.offer, &hidden, sound, luck);
    let marks = [(opened, "opened"), (clicked, "clicked")];
    if let Some(recipient) = message.recipient {
        for (minutes, state) in marks {
            let Some(minutes) = minutes else { continue };
            let coming = Coming::Marked {
                recipient,
                state: state.to_owned(),
            };
            wait(change, after(message.at, minutes), Some(message.customer), coming)?;
        }
    }
    let answer = answer.or(bounced.map(|minutes| (minutes, Intent::Bounce)));
    if let Some((minutes, intent)) = answer {
        let coming = Coming::Answered {
            intent,
            message: message.activity,
            campaign: message.campaign,
            recipient: message.recipient,
            offer: message.offer,
            occasion: occasion(message),
            case,
        };
        wait(change, after(message.at, minutes), Some(message.customer), coming)?;
    }
    Ok(())
}

pub(super) fn after(at: DateTime, minutes: u64) -> DateTime {
    at.saturating_add(i64::try_from(minutes).unwrap_or(0).minutes())
}

/// Keeps what is to come until its time.
pub(super) fn wait(
    change: &Change,
    due: DateTime,
    customer: Option<i64>,
    coming: Coming,
) -> Result<(), ApiError> {
    let payload = serde_json::to_string(&Envelope { reply: coming }).map_err(|error| ApiError::Internal {
        detail: error.to_string(),
    })?;
    let values = [
        ("due_at", due.into()),
        ("kind", EVENT.into()),
        ("customer_id", customer.into()),
        ("payload", payload.into()),
    ];
    rows::insert(change, Entity::PendingEvent, &values)?;
    Ok(())
}
