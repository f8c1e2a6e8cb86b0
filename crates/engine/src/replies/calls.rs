//! A call that we make: does somebody answer, and what do they say? Drawn by person, day and hour, before it is written down.

use super::fit::{moment, tie};
use super::intent::Intent;
use super::judge::offer_of;
use super::luck::{Luck, Step};
use super::model::{Case, Personal, chances};
use super::person::{Tone, day_number, hidden};
use super::send::{Rules, rules, standing};
use super::sent::{Channel, Forced, Sent};
use super::words::{Talk, phrase};
use super::{fit, intent, rows};
use crate::content::replies as content;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::rows::survivor;
use serde::{Deserialize, Serialize};

/// Whom one calls, and about what.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CallAsked {
    /// A customer.
    #[serde(rename = "ref")]
    pub(super) reference: String,
    pub(super) subject: Option<String>,
}

/// What came of it; a person may keep it or write something else.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CallOutcome {
    /// Of a call `no_answer`, `voicemail`, `appointment`…; of a visit what they came for.
    pub(super) outcome: &'static str,
    /// As the choices name it.
    pub(super) result: String,
    pub(super) content: String,
    /// The day on which to come back to them.
    pub(super) follow_up_on: Option<String>,
}

/// What would come of a call now: the same all through the hour.
///
/// # Errors
/// `NotFound`.
pub(crate) fn outcome(reader: &Reader, input: CallAsked) -> Result<CallOutcome, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    if entity != Entity::Customer {
        return Err(ApiError::not_found(&input.reference));
    }
    let customer = survivor(reader, id)?;
    let call = Sent {
        activity: 0,
        customer,
        campaign: None,
        recipient: None,
        channel: Channel::Call,
        at: reader.now,
        offer: offer_of(input.subject.as_deref().unwrap_or_default()),
        personalised: 100,
        forced: Forced::NONE,
        text_hash: 0,
    };
    let known = rows::known_of(reader.store, &call)?.ok_or_else(|| ApiError::not_found(&input.reference))?;
    let rules = rules(reader.store)?;
    let occasion = (day_number(reader.today()) * 24 + u64::from(reader.now.hour().unsigned_abs())) * 16 + 15;
    let luck = Luck::of(rules.seed, customer, occasion);
    let code = drawn(&call, &known, rules, luck);
    let words = content::call(code).ok_or_else(|| ApiError::Internal {
        detail: format!("no words for {code}"),
    })?;
    let offer = call.offer.code();
    let speaker =
        rows::speaker(reader.store, customer, offer, &reader.today().to_string())?.unwrap_or_default();
    let talk = Talk {
        speaker: &speaker,
        advisor: speaker.owner.as_deref(),
        tone: Tone::Plain,
        luck,
        now: reader.now,
    };
    let (text, wish) = phrase(&talk, &words.texts).unwrap_or_default();
    Ok(CallOutcome {
        outcome: code,
        result: words.result.clone(),
        content: text,
        follow_up_on: follow_up(code, &wish, reader),
    })
}

/// The chain of a call: picked up or not, allowed or not, then what the offer makes them say.
fn drawn(call: &Sent, known: &super::person::Known, rules: Rules, luck: Luck) -> &'static str {
    let day = call.at.date();
    let hidden = hidden(rules.seed, known, day);
    let case = Case {
        regime: rules.regime,
        channel: Channel::Call,
        fit: fit::fit(call.offer, known, &hidden, day),
        personal: Personal::NameAndCar,
        moment: moment(Channel::Call, call.at),
        tie: tie(known, day),
        standing: standing(call, known),
        pressure: known.pressure,
        asks: true,
        way_out: true,
        project: hidden.project && call.offer.sells(),
        habit: hidden.habit,
        patience: hidden.patience,
    };
    let chances = chances(&case, &mut |_| ());
    if hidden.away || !luck.strikes(Step::Read, chances.read) {
        // Who does not pick up has a voicemail more often than not.
        return if luck.strikes(Step::Delivery, 5_500) {
            "voicemail"
        } else {
            "no_answer"
        };
    }
    if hidden.grieved || luck.strikes(Step::Complaint, chances.complain) {
        return "complaint";
    }
    match intent::wanted(call.offer, case.fit, luck) {
        Intent::AppointmentService | Intent::AppointmentSales => "appointment",
        Intent::Quote | Intent::TradeIn => "interested",
        Intent::CallBack => "call_back",
        Intent::Thanks => "satisfied",
        Intent::Question | Intent::Later => "thinking",
        _ => "not_interested",
    }
}

fn follow_up(code: &str, wish: &super::words::Wish, reader: &Reader) -> Option<String> {
    let in_days = |days| in_days(reader, days);
    match code {
        "no_answer" => in_days(1),
        "voicemail" => in_days(2),
        "call_back" => wish.at.as_deref().and_then(|at| at.get(..10)).map(str::to_owned),
        "interested" => in_days(3),
        "thinking" => wish.on.clone().or_else(|| in_days(14)),
        _ => None,
    }
}

/// An open day, so many days from now.
pub(super) fn in_days(reader: &Reader, days: i64) -> Option<String> {
    let day = reader.today().saturating_add(jiff::Span::new().days(days));
    Some(crate::values::open_day_from(day).to_string())
}
