//! What follows from facts, as pure functions: the figures of a car, may somebody be approached today.
//!
//! The record's pages ask it for one car and show the way to each figure; `store::derived` asks it for every car and keeps
//! what does not depend on the day; the SQL of computed fields asks it for the rest, with the day of use.

mod car;
mod dues;
mod figure;
pub(crate) mod hours;
mod reach;
mod reach_days;
mod readings;
mod visits;

pub(crate) use car::{Bill, BillKind, Car, CarFigures, Loyalty, Point, Told, loyalty};
pub(crate) use figure::{Figure, Part, days_between};
pub(crate) use reach::{
    CHANNELS, ContactMode, ContactReason, ContactVerdict, Reach, Said, Word, day_of, within_hours,
};
pub(crate) use reach_days::{Closed, allowed, days_of};

use crate::content::upkeep::upkeep;
use jiff::civil::Date;

/// What an odometer should show today, in kilometres, from its last reading and the distance of a year.
pub(crate) fn estimated_km(km: i64, on: Date, per_year: i64, today: Date) -> Option<i64> {
    let rate = Figure::found(Part::KmPerYear(per_year), Vec::new());
    readings::estimate(Some(readings::Reading { on, km }), &rate, today).number()
}

/// By which day a contrôle technique is due, from the registration or the last one known.
pub(crate) fn inspection_due(registered: Option<Date>, last: Option<Date>, today: Date) -> Option<Date> {
    dues::inspection(registered, last, &upkeep().inspection, today).date()
}
