//! One car: its curve and every figure of its upkeep, from what is known of it and of its invoices.

use super::dues::{self, Promise};
use super::figure::{Figure, StepCode, days_between};
use super::readings::{self, Reading};
use super::visits::{self, Since};
use crate::content::upkeep::Upkeep;
use crate::values::fold;
use jiff::civil::Date;
use serde::Serialize;

/// What is known of a car.
#[derive(Clone, Debug, Default)]
pub(crate) struct Car {
    pub(crate) energy: Option<String>,
    pub(crate) registered: Option<Date>,
    pub(crate) sold: bool,
    pub(crate) financed_on: Option<Date>,
    pub(crate) finance_months: Option<i64>,
}

/// An invoice of the car.
#[derive(Clone, Debug)]
pub(crate) struct Bill {
    pub(crate) kind: BillKind,
    pub(crate) on: Date,
    /// Kilometres.
    pub(crate) km: Option<i64>,
    /// What it is called.
    pub(crate) number: String,
    pub(crate) told: Told,
}

/// What an invoice is for, as far as upkeep goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BillKind {
    /// A visit to the workshop.
    Service,
    /// The purchase of the car.
    Purchase,
    /// Anything else.
    Other,
}

impl BillKind {
    /// By the code of the catalogue.
    pub(crate) fn of(code: Option<&str>) -> Self {
        match code {
            Some("service") => Self::Service,
            Some("new_vehicle" | "used_vehicle") => Self::Purchase,
            _ => Self::Other,
        }
    }
}

/// What the lines of an invoice tell of the car.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// A contrôle technique took place.
    pub(crate) inspected: bool,
    /// Months by which a warranty is prolonged: the first line that says so.
    pub(crate) months: Option<i64>,
}

impl Told {
    /// What one line tells.
    pub(crate) fn by(label: &str, rules: &Upkeep) -> Self {
        let folded = fold(label);
        Self {
            // The contrôle technique itself, not what is checked before it.
            inspected: folded.contains(&fold(&rules.inspection.words)) && !folded.starts_with("pre "),
            months: dues::months_promised(&folded, &rules.warranty.words),
        }
    }

    /// What this line tells too; lines come in their order.
    pub(crate) fn and(self, next: Self) -> Self {
        Self {
            inspected: self.inspected || next.inspected,
            months: self.months.or(next.months),
        }
    }
}

/// A point of the curve.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Point {
    on: String,
    /// Kilometres.
    km: i64,
    /// The invoice that says it; none for the first registration.
    number: Option<String>,
    /// Cannot be, by the others: the odometer would have gone back.
    odd: bool,
}

/// How the workshop sees a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Loyalty {
    /// No car to look after.
    NoCar,
    /// Comes when expected.
    Regular,
    /// Expected for some time.
    Late,
    /// Expected for so long that another workshop has them.
    Lost,
    /// Never came.
    Never,
}

impl Loyalty {
    /// Its code in the catalogue.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::NoCar => "no_car",
            Self::Regular => "regular",
            Self::Late => "late",
            Self::Lost => "lost",
            Self::Never => "never",
        }
    }
}

/// The figures of a car that hold whatever the day.
#[derive(Clone, Debug)]
pub(crate) struct CarFigures {
    pub(crate) registered: Option<Date>,
    pub(crate) sold: bool,
    /// In the order of days.
    pub(crate) points: Vec<Point>,
    /// The last reading that can be; the first registration counts for one.
    last: Option<Reading>,
    pub(crate) km_per_year: Figure,
    /// Days on which it came to the workshop.
    pub(crate) visits: Vec<Date>,
    pub(crate) mean_interval: Figure,
    pub(crate) median_interval: Figure,
    pub(crate) next_by_date: Figure,
    pub(crate) next_by_km: Figure,
    pub(crate) next_visit: Figure,
    /// Its last contrôle technique, when an invoice tells it.
    pub(crate) inspected: Option<Date>,
    pub(crate) warranty_end: Figure,
    pub(crate) finance_end: Figure,
}

impl CarFigures {
    /// The figures of a car from its invoices, in the order of days.
    pub(crate) fn of(car: &Car, bills: &[Bill], rules: &Upkeep) -> Self {
        let (points, kept) = curve(car.registered, bills);
        let odd = points.iter().filter(|point| point.odd).count();
        let km_per_year = readings::per_year(&kept, i64::try_from(odd).unwrap_or(i64::MAX));
        let last = kept.last().copied();
        let mut visits: Vec<Date> = of_kind(bills, BillKind::Service).map(|bill| bill.on).collect();
        visits.dedup();
        let (mean_interval, median_interval) = visits::mean_and_median(&visits);
        let gone = || Figure::none(StepCode::Sold);
        let (next_by_date, next_by_km, next_visit) = if car.sold {
            (gone(), gone(), gone())
        } else {
            next(car, bills, rules, last, &km_per_year)
        };
        let inspected = bills.iter().rev().find(|bill| bill.told.inspected);
        Self {
            registered: car.registered,
            sold: car.sold,
            points,
            last,
            km_per_year,
            mean_interval,
            median_interval,
            next_by_date,
            next_by_km,
            next_visit,
            inspected: inspected.map(|bill| bill.on),
            warranty_end: if car.sold {
                gone()
            } else {
                dues::warranty(car.registered, &promises(bills), &rules.warranty)
            },
            finance_end: dues::financing(car.financed_on, car.finance_months),
            visits,
        }
    }

    /// The last reading of an invoice that can be: kilometres, and the day.
    pub(crate) fn last_reading(&self) -> Option<(i64, Date)> {
        let read = self
            .points
            .iter()
            .any(|point| !point.odd && point.number.is_some());
        self.last.filter(|_| read).map(|last| (last.km, last.on))
    }

    /// Is there a reading that cannot be?
    pub(crate) fn has_odd_reading(&self) -> bool {
        self.points.iter().any(|point| point.odd)
    }

    /// What the odometer should show today.
    pub(crate) fn estimate(&self, today: Date) -> Figure {
        if self.sold {
            return Figure::none(StepCode::Sold);
        }
        readings::estimate(self.last, &self.km_per_year, today)
    }

    /// The next contrôle technique at the latest.
    pub(crate) fn inspection(&self, rules: &Upkeep, today: Date) -> Figure {
        if self.sold {
            return Figure::none(StepCode::Sold);
        }
        dues::inspection(self.registered, self.inspected, &rules.inspection, today)
    }

    /// How faithful the car is to the workshop; nothing is asked of one that was sold.
    pub(crate) fn loyalty(&self, rules: &Upkeep, today: Date) -> Option<Loyalty> {
        let visited = !self.visits.is_empty();
        (!self.sold).then(|| loyalty(visited, self.next_visit.date(), rules, today))
    }
}

/// How faithful a car is that came or never came, and is expected on a day.
pub(crate) fn loyalty(visited: bool, expected: Option<Date>, rules: &Upkeep, today: Date) -> Loyalty {
    if !visited {
        return Loyalty::Never;
    }
    let waited = expected.map_or(0, |expected| days_between(expected, today));
    if waited > rules.loyalty.lost {
        Loyalty::Lost
    } else if waited > rules.loyalty.late {
        Loyalty::Late
    } else {
        Loyalty::Regular
    }
}

fn of_kind(bills: &[Bill], kind: BillKind) -> impl DoubleEndedIterator<Item = &Bill> {
    bills.iter().filter(move |bill| bill.kind == kind)
}

/// The curve, and its readings that can be; every car began with nothing on its odometer.
fn curve(registered: Option<Date>, bills: &[Bill]) -> (Vec<Point>, Vec<Reading>) {
    let mut found: Vec<(Reading, Option<&str>)> = bills
        .iter()
        .filter_map(|bill| {
            Some((
                Reading {
                    on: bill.on,
                    km: bill.km?,
                },
                Some(bill.number.as_str()),
            ))
        })
        .collect();
    if let Some(on) = registered
        && found.first().is_none_or(|(first, _)| on < first.on)
    {
        found.insert(0, (Reading { on, km: 0 }, None));
    }
    let readings: Vec<Reading> = found.iter().map(|(reading, _)| *reading).collect();
    let odd = readings::odd(&readings);
    let kept = readings
        .iter()
        .zip(&odd)
        .filter_map(|(reading, odd)| (!odd).then_some(*reading))
        .collect();
    let points = found
        .into_iter()
        .zip(odd)
        .map(|((reading, number), odd)| Point {
            on: reading.on.to_string(),
            km: reading.km,
            number: number.map(str::to_owned),
            odd,
        })
        .collect();
    (points, kept)
}

/// The next visit of a car that is still theirs: by date, by distance, the earlier.
fn next(
    car: &Car,
    bills: &[Bill],
    rules: &Upkeep,
    last: Option<Reading>,
    rate: &Figure,
) -> (Figure, Figure, Figure) {
    let latest = |kind| of_kind(bills, kind).next_back().map(|bill| (bill.on, bill.km));
    let since = match (
        latest(BillKind::Service),
        latest(BillKind::Purchase),
        car.registered,
    ) {
        (Some((on, km)), _, _) => Some(Since {
            code: StepCode::LastVisit,
            on,
            km,
        }),
        (None, Some((on, km)), _) => Some(Since {
            code: StepCode::FromPurchase,
            on,
            km,
        }),
        (None, None, Some(on)) => Some(Since {
            code: StepCode::FromRegistration,
            on,
            km: Some(0),
        }),
        (None, None, None) => None,
    };
    match rules.service_of(car.energy.as_deref()) {
        Some(rule) => visits::next(since, rule, last, rate),
        None => [(); 3].map(|()| Figure::none(StepCode::NoRegistration)).into(),
    }
}

/// What was promised with the purchases, in the order of days.
fn promises(bills: &[Bill]) -> Vec<Promise> {
    of_kind(bills, BillKind::Purchase)
        .filter_map(|bill| {
            Some(Promise {
                from: bill.on,
                months: bill.told.months?,
            })
        })
        .collect()
}
