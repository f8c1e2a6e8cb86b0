//! They decide; who orders gets a car some days later, with its invoice: a prospect is then a client.

use super::visit::advisor;
use super::{Deal, rows};
use crate::change::Change;
use crate::content::replies as content;
use crate::content::trade::{Model, sale_lines};
use crate::content::words::fill;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::invoices;
use crate::reader::Reader;
use crate::reckoning::days_between;
use crate::records::{Values, insert_checked};
use crate::replies::come::{Answer, Coming, receive};
use crate::replies::intent::Intent;
use crate::replies::luck::{Luck, Step};
use crate::replies::model::Regime;
use crate::replies::person::{Tone, hidden};
use crate::replies::rows::{self as base, Speaker};
use crate::replies::send::{Rules, after, rules, wait};
use crate::replies::sent::{Channel, Forced, Offer, Sent};
use crate::replies::words::{Talk, wanted_model};
use crate::school;
use crate::values::{Value, parse_date};
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
        let ordered = answer(customer, Intent::Ordered, occasion, why);
        wait(
            change,
            after(reader.now, days * 24 * 60),
            Some(customer),
            Coming::Purchase { occasion },
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

/// The car is handed over: vehicle, invoice, and the day in the history; `reader` stands at the moment.
pub(in crate::replies) fn hand_over(
    reader: &Reader,
    change: &Change,
    due: &str,
    customer: i64,
    occasion: u64,
) -> Result<bool, ApiError> {
    let today = reader.today().to_string();
    let Some(speaker) = base::speaker(change, customer, Offer::NewCar.code(), &today)? else {
        return Ok(false);
    };
    let seed = rules(change)?.seed;
    let talk = Talk {
        speaker: &speaker,
        advisor: speaker.owner.as_deref(),
        tone: Tone::Plain,
        luck: Luck::of(seed, customer, occasion),
        now: reader.now,
    };
    let Some(model) = wanted_model(&talk) else {
        return Ok(false);
    };
    let Some((energy, price)) = model.energies.first().copied() else {
        return Ok(false);
    };
    let trim = model.trims.last().copied().unwrap_or_default();
    let vehicle = add_vehicle(reader, change, customer, model, trim, energy, seed)?;
    let seller = speaker
        .owner
        .clone()
        .or_else(|| advisor(speaker.site.as_deref(), "new").map(str::to_owned));
    let values = Values::from([
        ("kind".to_owned(), "new_vehicle".into()),
        ("issued_on".to_owned(), today.into()),
        (
            "customer_id".to_owned(),
            Entity::Customer.reference(customer).into(),
        ),
        ("vehicle_id".to_owned(), Entity::Vehicle.reference(vehicle).into()),
        ("mileage".to_owned(), Value::Int(15)),
        ("seller".to_owned(), seller.clone().into()),
        ("site".to_owned(), speaker.site.clone().into()),
    ]);
    invoices::write(
        reader,
        change,
        customer,
        &values,
        &lines(model, trim, energy, price),
    )?;
    write_handing_over(change, due, customer, &speaker, seller, model)?;
    Ok(true)
}

fn add_vehicle(
    reader: &Reader,
    change: &Change,
    customer: i64,
    model: &Model,
    trim: &str,
    energy: &str,
    seed: u64,
) -> Result<i64, ApiError> {
    let number = rows::next_vehicle(change)?.unsigned_abs();
    let wmi = model.maker.map_or("", |maker| maker.wmi);
    let year = i32::from(reader.today().year());
    let values = Values::from([
        (
            "customer_id".to_owned(),
            Entity::Customer.reference(customer).into(),
        ),
        ("make".to_owned(), model.make.into()),
        ("model".to_owned(), model.name.into()),
        ("trim".to_owned(), trim.into()),
        ("energy".to_owned(), energy.into()),
        ("plate".to_owned(), school::plate(number, seed).into()),
        ("vin".to_owned(), school::vin(wmi, year, number).into()),
        ("first_registered_on".to_owned(), reader.today().into()),
        ("mileage".to_owned(), Value::Int(15)),
        ("finance_kind".to_owned(), "cash".into()),
    ]);
    insert_checked(reader, change, Entity::Vehicle, &values)
}

/// The lines of a new car's invoice, those that nearly every one has.
fn lines(model: &Model, trim: &str, energy: &str, price: u32) -> Vec<Values> {
    let words = sale_lines();
    let label = fill(&words.vehicle, &|place| {
        Some(match place {
            "marque" => model.make.to_owned(),
            "modele" => model.name.to_owned(),
            "finition" => trim.to_owned(),
            "energie" => energy.to_lowercase(),
            _ => return None,
        })
    });
    let line = |label: String, price: i64| {
        Values::from([
            ("label".to_owned(), label.into()),
            ("quantity".to_owned(), Value::Int(100)),
            ("unit_price".to_owned(), Value::Int(price)),
        ])
    };
    let net = i64::from(price) * 10_000 / 120;
    std::iter::once(line(label, net))
        .chain(
            words
                .with_new
                .iter()
                .filter(|option| option.chance >= 70)
                .map(|option| line(option.label.clone(), option.price)),
        )
        .collect()
}

fn write_handing_over(
    change: &Change,
    due: &str,
    customer: i64,
    speaker: &Speaker,
    seller: Option<String>,
    model: &Model,
) -> Result<(), ApiError> {
    let owner = seller.or_else(|| speaker.owner.clone());
    let subject = content::words("handed_over").replace("{modele}", model.name);
    let values = [
        ("customer_id", customer.into()),
        ("kind", "visit".into()),
        ("direction", "inbound".into()),
        ("happened_at", due.into()),
        ("subject", subject.into()),
        ("content", content::words("handed_over_text").into()),
        ("result", content::result("handed_over").into()),
        ("owner", owner.into()),
    ];
    base::insert(change, Entity::Activity, &values)?;
    Ok(())
}
