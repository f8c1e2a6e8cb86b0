//! A lead that somebody took and left alone cools, day after day, until it is signed elsewhere.

use super::rows;
use crate::change::Change;
use crate::content::replies as content;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::reckoning::days_between;
use crate::replies::come::{Answer, receive};
use crate::replies::intent::Intent;
use crate::replies::luck::{Luck, Step};
use crate::replies::model::Regime;
use crate::replies::person::day_number;
use crate::replies::rows as base;
use crate::replies::send::rules;
use crate::replies::sent::{Channel, Offer};
use crate::values::{Value, parse_date};
use jiff::ToSpan;
use jiff::civil::Date;

/// Days without a word after which a lead begins to cool.
const PATIENCE: i64 = 5;

/// Loses the leads that had cooled too long by the day of `reader`; gives how many. Each day a chance that grows with the
/// silence, so that what is taken up in time is never lost sooner.
pub(crate) fn neglected(reader: &Reader, change: &Change, from: Date) -> Result<u32, ApiError> {
    let to = reader.today();
    let since = to.saturating_sub(PATIENCE.days()).to_string();
    let rules = rules(change)?;
    let step = match rules.regime {
        Regime::Real => 200,
        Regime::Magnified => 500,
    };
    let mut lost = 0;
    for lead in rows::neglected(change, &since, &to.to_string())? {
        let Some(last) = parse_date(&lead.last) else {
            continue;
        };
        let signed = from
            .series(1.day())
            .skip(1)
            .take_while(|day| *day <= to)
            .find(|day| {
                let silence = days_between(last, *day) - PATIENCE;
                let luck = Luck::of(rules.seed, lead.id, day_number(*day) * 16 + 12);
                silence > 0 && luck.strikes(Step::Buy, step * u64::try_from(silence).unwrap_or(0).min(10))
            });
        if let Some(day) = signed {
            lose(reader, change, &lead, day)?;
            lost += 1;
        }
    }
    Ok(lost)
}

fn lose(reader: &Reader, change: &Change, lead: &rows::Neglected, day: Date) -> Result<(), ApiError> {
    rows::lose_lead(change, lead.id, content::words("lost_reason"))?;
    let at = day.at(11, 0, 0, 0).min(reader.now);
    let due = Value::from(at).text().unwrap_or_default().to_owned();
    if let Some(customer) = lead.customer {
        let answer = Answer {
            customer,
            intent: Intent::BoughtElsewhere,
            message: None,
            campaign: None,
            recipient: None,
            offer: Offer::NewCar,
            occasion: day_number(day) * 16 + 13,
            why: "{}".to_owned(),
            channel: Channel::Mail,
            chosen: None,
        };
        receive(change, &due, &answer)?;
        return Ok(());
    }
    let values = [
        ("lead_id", lead.id.into()),
        ("kind", "note".into()),
        ("happened_at", due.into()),
        ("subject", content::words("lost_subject").into()),
        ("result", content::result("bought_elsewhere").into()),
        ("owner", lead.owner.clone().into()),
    ];
    base::insert(change, Entity::Activity, &values)?;
    Ok(())
}
