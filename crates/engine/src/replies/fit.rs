//! How an offer suits a person, by rules that a trainer can read; and the hour, and what the person is to the dealership.

use super::model::{Fit, Moment, Tie};
use super::person::{Hidden, Known, months_between};
use super::sent::{Channel, Offer};
use crate::reckoning::days_between;
use crate::values::is_public_holiday;
use jiff::civil::{Date, DateTime};

/// How an offer suits somebody on a day.
pub(super) fn fit(offer: Offer, known: &Known, hidden: &Hidden, day: Date) -> Fit {
    match offer {
        Offer::Visit => visit(known, day),
        Offer::Inspection => inspection(known, day),
        Offer::Tyres => tyres(known, day),
        Offer::Warranty => until(known.warranty_end, day, [1, 3, 6]),
        Offer::FinanceEnd => finance_end(known, day),
        Offer::NewCar | Offer::UsedCar => another_car(offer, known, hidden, day),
        Offer::Event if known.invoices > 0 || hidden.project => Fit::Good,
        Offer::News if known.invoices > 0 => Fit::Good,
        Offer::Event | Offer::News => Fit::Weak,
        Offer::Service => Fit::Excellent,
    }
}

fn visit(known: &Known, day: Date) -> Fit {
    if known.cars == 0 {
        return Fit::Off;
    }
    match known.last_visit.map(|last| months_between(last, day)) {
        Some(11..=16) => Fit::Excellent,
        Some(9..11 | 17..=26) => Fit::Good,
        Some(6..9 | 27..) | None => Fit::Weak,
        Some(_) => Fit::Off,
    }
}

fn inspection(known: &Known, day: Date) -> Fit {
    if known.cars == 0 {
        return Fit::Off;
    }
    match known.inspection.map(|due| months_between(day, due)) {
        Some(..3) => Fit::Excellent,
        Some(3..6) => Fit::Good,
        Some(6..12) => Fit::Weak,
        _ => Fit::Off,
    }
}

/// Winter tyres are an affair of October to December, for those who drive.
fn tyres(known: &Known, day: Date) -> Fit {
    if known.cars == 0 || !(10..=12).contains(&day.month()) {
        return Fit::Off;
    }
    let months = known
        .last_tyres
        .or(known.oldest_car)
        .map_or(0, |since| months_between(since, day).max(0));
    let driven = months * known.yearly_km.max(8_000) / 12;
    match (driven, months) {
        (30_000.., _) | (_, 48..) => Fit::Excellent,
        (20_000.., _) => Fit::Good,
        _ => Fit::Weak,
    }
}

fn finance_end(known: &Known, day: Date) -> Fit {
    match known.finance_end.map(|end| months_between(day, end)) {
        Some(3..=8) => Fit::Excellent,
        Some(0..3 | 9..=12) => Fit::Good,
        Some(13..=18) => Fit::Weak,
        _ => Fit::Off,
    }
}

fn another_car(offer: Offer, known: &Known, hidden: &Hidden, day: Date) -> Fit {
    let lately = known
        .last_purchase
        .is_some_and(|bought| months_between(bought, day) < 24);
    let age = known.oldest_car.map_or(60, |from| months_between(from, day));
    match (lately, hidden.project, age) {
        (true, _, _) => Fit::Off,
        (_, true, 36..) => Fit::Excellent,
        (_, true, _) => Fit::Good,
        (_, _, 48..) if offer == Offer::UsedCar || !known.is_electric => Fit::Good,
        (_, _, 36..) => Fit::Weak,
        _ => Fit::Off,
    }
}

/// By how many months lie before a day: fewer than the first, the second, the third.
fn until(end: Option<Date>, day: Date, months: [i64; 3]) -> Fit {
    let Some(left) = end.map(|end| months_between(day, end)) else {
        return Fit::Off;
    };
    match months.iter().position(|most| (-1..=*most).contains(&left)) {
        Some(0) => Fit::Excellent,
        Some(1) => Fit::Good,
        Some(_) => Fit::Weak,
        None => Fit::Off,
    }
}

/// One level less: the text speaks of something else than what is said of it.
pub(super) fn lowered(fit: Fit) -> Fit {
    match fit {
        Fit::Excellent => Fit::Good,
        Fit::Good => Fit::Weak,
        Fit::Weak | Fit::Off => Fit::Off,
    }
}

/// The hour of a message: nobody likes one on a Sunday or in the night.
pub(super) fn moment(channel: Channel, at: DateTime) -> Moment {
    let (hour, weekday) = (at.hour(), at.weekday().to_monday_one_offset());
    let is_rest = weekday == 7 || is_public_holiday(at.date());
    match channel {
        Channel::Letter => Moment::Neutral,
        _ if is_rest || !(8..20).contains(&hour) => Moment::Bad,
        Channel::Mail if (2..=4).contains(&weekday) && matches!(hour, 9..=11 | 17..=19) => Moment::Good,
        Channel::Sms if weekday < 6 && matches!(hour, 10..=11 | 17..=18) => Moment::Good,
        Channel::Call if matches!(hour, 12..=13 | 17..=18) => Moment::Good,
        _ => Moment::Neutral,
    }
}

/// What the person and the dealership are to each other. Who has bought nothing yet is known by their last visit.
pub(super) fn tie(known: &Known, day: Date) -> Tie {
    if known.open_leads > 0 {
        return Tie::HotLead;
    }
    let last = known.last_visit.max(known.last_purchase);
    match last.map(|last| days_between(last, day)) {
        Some(..550) if known.visits >= 2 => Tie::Loyal,
        Some(..900) => Tie::Lukewarm,
        Some(_) => Tie::Dormant,
        None => met(known, day),
    }
}

/// A prospect who came lately is as warm as somebody who has just asked; they cool within the year.
fn met(known: &Known, day: Date) -> Tie {
    match known.last_met.map(|met| days_between(met, day)) {
        Some(..45) => Tie::HotLead,
        Some(..180) => Tie::Lukewarm,
        Some(..365) => Tie::Dormant,
        _ => Tie::Cold,
    }
}
