//! They decide; who orders, a new car or a used one, gets it some days later.

use super::used::{ordered_car, told, used_buyer};
use super::{Deal, rows};
use crate::change::Change;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::reckoning::days_between;
use crate::replies::come::{Answer, Coming, receive};
use crate::replies::intent::Intent;
use crate::replies::luck::{Luck, Step};
use crate::replies::model::Regime;
use crate::replies::person::hidden;
use crate::replies::rows as base;
use crate::replies::send::{Rules, after, rules, wait};
use crate::replies::sent::{Channel, Forced, Offer, Sent};
use crate::values::{open_day_from, parse_date};
use jiff::ToSpan;

/// How far back what was done for a sale counts, in days.
const LATELY: i64 = 60;

/// The moment of their decision; `reader` stands at it.
pub(in crate::replies) fn decide(
    reader: &Reader,
    change: &Change,
    due: &str,
    customer: i64,
    occasion: u64,
) -> Result<bool, ApiError> {
    let rules = rules(change)?;
    let Some(deal) = deal(reader, change, customer, rules)? else {
        return Ok(false);
    };
    let luck = Luck::of(rules.seed, customer, occasion);
    let chance = deal.chance(&mut |_, _, _| ());
    let why = serde_json::to_string(&deal).unwrap_or_default();
    if luck.strikes(Step::Buy, chance) {
        rows::convert_leads(change, customer)?;
        let days = match deal.regime {
            Regime::Real => 14 + luck.below(Step::Delay, 40),
            Regime::Magnified => 4 + luck.below(Step::Delay, 7),
        };
        let used = used_buyer(change, rules.seed, customer, occasion, reader.today())?;
        let car = used
            .as_ref()
            .map(|buyer| ordered_car(buyer, rules.seed, customer, occasion));
        let ordered = Answer {
            chosen: car.as_ref().map(told),
            ..answer(customer, Intent::Ordered, occasion, why)
        };
        // What stands on the car park is there sooner than what is built.
        let days = if used.is_some() { days.div_ceil(3) } else { days };
        // Cars are handed over in opening hours.
        let day = open_day_from(after(reader.now, days * 24 * 60).date());
        let due_at = after(day.at(10, 0, 0, 0), luck.below(Step::Pick, 7 * 60));
        wait(
            change,
            due_at,
            Some(customer),
            Coming::Purchase { occasion, used },
        )?;
        return receive(change, due, &ordered);
    }
    // Half of those who do not buy say so.
    if luck.strikes(Step::Answer, 5_000) {
        let intent = if luck.strikes(Step::Intent, 6_000) {
            Intent::Later
        } else {
            Intent::NotInterested
        };
        return receive(change, due, &answer(customer, intent, occasion, why));
    }
    Ok(true)
}

fn answer(customer: i64, intent: Intent, occasion: u64, why: String) -> Answer {
    Answer {
        customer,
        intent,
        message: None,
        campaign: None,
        recipient: None,
        offer: Offer::NewCar,
        occasion,
        why,
        channel: Channel::Mail,
        chosen: None,
    }
}

fn deal(reader: &Reader, change: &Change, customer: i64, rules: Rules) -> Result<Option<Deal>, ApiError> {
    let asked = Sent {
        activity: 0,
        customer,
        campaign: None,
        recipient: None,
        channel: Channel::Mail,
        at: reader.now,
        offer: Offer::NewCar,
        personalised: 0,
        forced: Forced::NONE,
        text_hash: 0,
    };
    let Some(known) = base::known_of(change, &asked)? else {
        return Ok(None);
    };
    let today = reader.today();
    let since = today.saturating_sub(LATELY.days()).to_string();
    let effort = rows::effort(change, customer, &since, &today.to_string())?;
    let last = effort.last.as_deref().and_then(parse_date);
    Ok(Some(Deal {
        regime: rules.regime,
        project: hidden(rules.seed, &known, today).project,
        has_lead: known.open_leads > 0,
        test_drives: effort.test_drives,
        offers: effort.offers,
        silence: last.map_or(LATELY, |last| days_between(last, today)),
        complaints: known.complaints_ignored,
        is_late: effort.is_late,
    }))
}
