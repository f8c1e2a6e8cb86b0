//! What nobody sees of a customer: a temper, habits, plans, which follow from the seed and from what is known of them. The
//! model is kept nowhere: it is drawn again each time, the same.

use super::luck::{Luck, Step};
use crate::reckoning::{Reach, days_between};
use jiff::civil::Date;

/// What the records say of a customer, as the model reads it.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) customer: i64,
    pub(super) reach: Reach,
    pub(super) invoices: i64,
    pub(super) visits: i64,
    pub(super) last_visit: Option<Date>,
    pub(super) last_purchase: Option<Date>,
    pub(super) last_service: Option<Date>,
    pub(super) open_leads: i64,
    /// Cars still theirs.
    pub(super) cars: i64,
    /// The day on which their oldest one was first registered.
    pub(super) oldest_car: Option<Date>,
    pub(super) is_electric: bool,
    pub(super) finance_end: Option<Date>,
    pub(super) warranty_end: Option<Date>,
    pub(super) inspection: Option<Date>,
    pub(super) yearly_km: i64,
    pub(super) last_tyres: Option<Date>,
    /// A wish or a project stands in their note.
    pub(super) has_wish: bool,
    /// Messages and calls of ours in the 30 days before.
    pub(super) pressure: u32,
    /// The day on which they last came, tried a car or were made an offer.
    pub(super) last_met: Option<Date>,
    /// Mails sent to them before, and those they opened.
    pub(super) mails: i64,
    pub(super) mails_opened: i64,
    /// Complaints of theirs that nobody cared for in time, and those that somebody answered.
    pub(super) complaints_ignored: u32,
    pub(super) complaints_answered: u32,
    /// They asked us to stop on this channel.
    pub(super) asked_out: bool,
    /// Is there an address, a number of the channel, and is it well formed?
    pub(super) has_address: bool,
    pub(super) address_is_sound: bool,
    pub(super) is_company: bool,
    /// A field of the message found no value.
    pub(super) is_broken: bool,
}

/// How somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Formal,
    Plain,
    Brief,
}

/// What only the model knows of a customer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hidden {
    /// In percent of the others.
    pub(super) patience: u32,
    pub(super) habit: u32,
    pub(super) tone: Tone,
    /// They think of changing their car this quarter.
    pub(super) project: bool,
    /// The address we know is not theirs any more.
    pub(super) stale: bool,
    /// They have sold the car we believe theirs.
    pub(super) sold: bool,
    /// Something went wrong that they wait to tell.
    pub(super) grieved: bool,
    /// The address is somebody else's.
    pub(super) stranger: bool,
    /// They are away this week.
    pub(super) away: bool,
}

/// Draws what is hidden of a customer on a day.
pub(super) fn hidden(seed: u64, known: &Known, day: Date) -> Hidden {
    let always = Luck::of(seed, known.customer, 1);
    let quarter = u64::from(day.year().unsigned_abs()) * 4 + u64::from(day.month().unsigned_abs() - 1) / 3;
    let season = Luck::of(seed, known.customer, 1_000 + quarter);
    let week = Luck::of(seed, known.customer, 100_000 + day_number(day) / 7);
    let temper = 70 + u32::try_from(always.below(Step::Temper, 61)).unwrap_or(30);
    Hidden {
        patience: patience(temper, known),
        habit: habit(always, known),
        tone: match always.below(Step::Tone, 100) {
            0..30 => Tone::Formal,
            30..75 => Tone::Plain,
            _ => Tone::Brief,
        },
        project: season.strikes(Step::Project, project(known, day)),
        stale: always.strikes(Step::Stale, 200),
        sold: known.cars > 0 && season.strikes(Step::Sold, sold(known, day)),
        grieved: season.strikes(Step::Grief, grief(known, day)),
        stranger: always.strikes(Step::Stranger, 60),
        away: week.strikes(Step::Away, if known.is_company { 200 } else { 350 }),
    }
}

/// A temper of 70 to 130, which complaints left alone wear out and a good answer mends.
fn patience(temper: u32, known: &Known) -> u32 {
    let worn = temper.saturating_sub(25 * known.complaints_ignored.min(3));
    (worn + 10 * known.complaints_answered.min(2)).clamp(20, 140)
}

/// What they opened before tells what they will.
fn habit(always: Luck, known: &Known) -> u32 {
    let own = 85 + u32::try_from(always.below(Step::Habit, 31)).unwrap_or(15);
    match (known.mails, known.mails_opened) {
        (0, _) => own,
        (_, 0) => own - 5,
        _ => own + 15,
    }
}

/// Chances in ten thousand that somebody thinks of another car.
fn project(known: &Known, day: Date) -> u64 {
    if known.open_leads > 0 {
        return 9_500;
    }
    let by_age = match known.oldest_car.map(|from| months_between(from, day)) {
        None => 500,
        Some(..36) => 200,
        Some(36..60) => 900,
        Some(60..96) => 1_600,
        Some(_) => 2_200,
    };
    let ends = known
        .finance_end
        .is_some_and(|end| (0..=9).contains(&months_between(day, end)));
    let came_for_one = known
        .last_met
        .is_some_and(|met| months_between(met, day) < 6 && known.last_purchase < Some(met));
    by_age
        + if ends { 4_500 } else { 0 }
        + if known.has_wish { 2_500 } else { 0 }
        + if came_for_one { 2_500 } else { 0 }
}

fn sold(known: &Known, day: Date) -> u64 {
    match known.last_visit.map(|last| months_between(last, day)) {
        Some(30..) => 1_400,
        Some(20..30) => 400,
        None if known
            .oldest_car
            .is_some_and(|from| months_between(from, day) > 96) =>
        {
            900
        }
        _ => 30,
    }
}

/// A visit of the last two months may have gone wrong; a complaint left alone is not forgotten.
fn grief(known: &Known, day: Date) -> u64 {
    let lately = known
        .last_service
        .is_some_and(|last| (0..=60).contains(&days_between(last, day)));
    u64::from(known.complaints_ignored.min(2)) * 3_000 + if lately { 700 } else { 60 }
}

/// Whole months from one day to a later one; less than none when it is earlier.
pub(super) fn months_between(from: Date, to: Date) -> i64 {
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month())
        - i64::from(from.month());
    months - i64::from(to.day() < from.day())
}

/// Days in order, one number each.
pub(super) fn day_number(day: Date) -> u64 {
    u64::try_from(days_between(Date::constant(1970, 1, 1), day)).unwrap_or(0)
}
