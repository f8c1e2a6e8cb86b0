//! Who takes a used car rather than a new one: what they last asked for tells, else what people like them do.

use super::rows::{self, Kind};
use crate::change::Change;
use crate::content::people::profiles;
use crate::content::trade::trades;
use crate::content::{choices, replies as content};
use crate::error::ApiError;
use crate::replies::words::with_article;
use crate::school::{self, Buyer, UsedCar};
use crate::values::parse_date;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Places of the kinds of leads in their list (`content/words/choices.toml`): an offer for a new car, a used one seen.
const ASKED_NEW: usize = 1;
const ASKED_USED: usize = 2;

/// Who buys, as it is kept until the car is there: what is corrected meanwhile on their record changes no order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::replies) struct UsedBuyer {
    profile: Option<String>,
    drives: String,
}

/// What tells one sale from another.
fn sale(customer: i64, occasion: u64) -> u64 {
    customer.unsigned_abs().wrapping_mul(1 << 32) ^ occasion
}

/// The buyer of a used car; none when they take a new one.
pub(super) fn used_buyer(
    change: &Change,
    seed: u64,
    customer: i64,
    occasion: u64,
    today: Date,
) -> Result<Option<UsedBuyer>, ApiError> {
    let Some(kind) = rows::kind(change, customer)? else {
        return Ok(None);
    };
    let buyer = buyer(&kind, seed, customer, today);
    let asked = choices("lead_kinds")
        .iter()
        .position(|known| Some(known) == kind.asked.as_ref());
    let is_used = match asked {
        Some(ASKED_NEW) => false,
        Some(ASKED_USED) => true,
        _ => school::takes_used(&buyer, seed, sale(customer, occasion)),
    };
    Ok(is_used.then(|| UsedBuyer {
        profile: buyer.profile.map(|profile| profile.key.clone()),
        drives: buyer.drives.to_owned(),
    }))
}

fn buyer(kind: &Kind, seed: u64, customer: i64, today: Date) -> Buyer {
    if kind.is_company {
        let trade = trades()
            .iter()
            .find(|trade| Some(trade.naf) == kind.naf.as_deref());
        return Buyer {
            profile: None,
            drives: trade.map_or("car", |trade| trade.drives),
        };
    }
    let born = kind.birth_date.as_deref().and_then(parse_date);
    let age = born.and_then(|born| u32::try_from((today - born).get_days() / 365).ok());
    let profile = school::profile_of(kind.profession.as_deref(), age, seed, customer.unsigned_abs());
    Buyer {
        profile: Some(profile),
        drives: "",
    }
}

/// The car that they order: the same when they say so and when it is handed over.
pub(super) fn ordered_car(kept: &UsedBuyer, seed: u64, customer: i64, occasion: u64) -> UsedCar {
    let profile = kept
        .profile
        .as_ref()
        .and_then(|key| profiles().iter().find(|profile| profile.key == *key));
    let known = ["van", "car", "garage"];
    let drives = known
        .into_iter()
        .find(|drives| *drives == kept.drives)
        .unwrap_or("");
    let days = i64::try_from(occasion / 16).unwrap_or(0);
    let on = Date::constant(1970, 1, 1).saturating_add(days.days());
    school::used_car(&Buyer { profile, drives }, seed, sale(customer, occasion), on)
}

/// « une Clio d’occasion », for their own words.
pub(super) fn told(car: &UsedCar) -> String {
    content::words("used_car").replace("{voiture}", &with_article(car.model))
}
