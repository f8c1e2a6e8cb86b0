//! One car: its curve and every figure of its upkeep.

use super::dues::{self, Promise};
use super::figure::{Figure, Part, StepCode, days_between};
use super::readings::{self, Reading};
use super::visits::{self, Since};
use super::{Lines, Loyalty, number, text};
use crate::content::upkeep::Upkeep;
use crate::records::RecordView;
use crate::values::{fold, parse_date};
use jiff::civil::Date;
use serde::Serialize;

/// A car and the figures of its upkeep.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CarCare {
    #[serde(rename = "ref")]
    reference: String,
    label: String,
    sold: bool,
    /// In the order of days.
    points: Vec<Point>,
    km_per_year: Figure,
    estimate: Figure,
    visits: u32,
    last_visit: Option<String>,
    mean_interval: Figure,
    median_interval: Figure,
    next_by_date: Figure,
    next_by_km: Figure,
    next_visit: Figure,
    inspection: Figure,
    warranty_end: Figure,
    finance_end: Figure,
    loyalty: Option<Loyalty>,
}

/// A point of the curve.
#[derive(Debug, Serialize)]
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

impl CarCare {
    pub(super) fn loyalty(&self) -> Option<Loyalty> {
        self.loyalty
    }
}

/// The figures of a car from its invoices, in the order of days.
pub(super) fn care(
    car: &RecordView,
    invoices: &[&RecordView],
    lines: &Lines,
    rules: &Upkeep,
    today: Date,
) -> CarCare {
    let date = |key: &str| text(car, key).and_then(parse_date);
    let registered = date("first_registered_on");
    let sold = date("sold_on");
    let dated: Vec<(Date, &RecordView)> = invoices
        .iter()
        .filter_map(|invoice| Some((text(invoice, "issued_on").and_then(parse_date)?, *invoice)))
        .collect();
    let (points, kept) = curve(registered, &dated);
    let odd = points.iter().filter(|point| point.odd).count();
    let km_per_year = readings::per_year(&kept, i64::try_from(odd).unwrap_or(i64::MAX));
    let last = kept.last().copied();

    let mut days: Vec<Date> = dated
        .iter()
        .filter(|(_, invoice)| text(invoice, "kind") == Some("service"))
        .map(|(on, _)| *on)
        .collect();
    days.dedup();
    let (mean_interval, median_interval) = visits::mean_and_median(&days);
    let figures = match sold {
        Some(_) => {
            let gone = Figure::none(StepCode::Sold);
            [(); 6].map(|()| gone.clone())
        }
        None => ahead(car, &dated, lines, rules, today, &days, last, &km_per_year),
    };
    let [
        estimate,
        next_by_date,
        next_by_km,
        next_visit,
        inspection,
        warranty_end,
    ] = figures;
    let finance_end = dues::financing(date("financed_on"), number(car, "finance_months"));
    let loyalty = sold.is_none().then(|| loyalty(&days, &next_visit, rules, today));
    CarCare {
        reference: car.reference.clone(),
        label: car.label.clone(),
        sold: sold.is_some(),
        points,
        km_per_year,
        estimate,
        visits: u32::try_from(days.len()).unwrap_or(u32::MAX),
        last_visit: days.last().map(ToString::to_string),
        mean_interval,
        median_interval,
        next_by_date,
        next_by_km,
        next_visit,
        inspection,
        warranty_end,
        finance_end,
        loyalty,
    }
}

/// The curve, and its readings that can be; every car began with nothing on its odometer.
fn curve(registered: Option<Date>, dated: &[(Date, &RecordView)]) -> (Vec<Point>, Vec<Reading>) {
    let mut found: Vec<(Reading, Option<String>)> = dated
        .iter()
        .filter_map(|(on, invoice)| {
            let km = number(invoice, "mileage")?;
            let named = text(invoice, "number").unwrap_or(&invoice.reference);
            Some((Reading { on: *on, km }, Some(named.to_owned())))
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
            number,
            odd,
        })
        .collect();
    (points, kept)
}

/// What is ahead of a car that is still theirs: estimate, next visit by date, by distance, the earlier, contrôle
/// technique, end of the warranty.
#[expect(clippy::too_many_arguments, reason = "what was read of one car, once")]
fn ahead(
    car: &RecordView,
    dated: &[(Date, &RecordView)],
    lines: &Lines,
    rules: &Upkeep,
    today: Date,
    visits: &[Date],
    last: Option<Reading>,
    rate: &Figure,
) -> [Figure; 6] {
    let registered = text(car, "first_registered_on").and_then(parse_date);
    let km_on = |kind: fn(&str) -> bool| {
        dated
            .iter()
            .rev()
            .find(|(_, invoice)| text(invoice, "kind").is_some_and(kind))
            .map(|(on, invoice)| (*on, number(invoice, "mileage")))
    };
    let since = match (
        visits.last(),
        km_on(|kind| kind.ends_with("_vehicle")),
        registered,
    ) {
        (Some(on), _, _) => Some(Since {
            code: StepCode::LastVisit,
            on: *on,
            km: km_on(|kind| kind == "service").and_then(|(_, km)| km),
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
    let estimate = readings::estimate(last, rate, today);
    let (by_date, by_km, next) = match rules.service_of(text(car, "energy")) {
        Some(rule) => visits::next(since, rule, last, rate),
        None => [(); 3].map(|()| Figure::none(StepCode::NoRegistration)).into(),
    };
    let inspected = lines
        .iter()
        .filter(|(_, labels)| {
            labels
                .iter()
                .any(|label| names_inspection(label, &rules.inspection.words))
        })
        .filter_map(|(invoice, _)| text(invoice, "issued_on").and_then(parse_date))
        .max();
    let promises: Vec<Promise> = lines
        .iter()
        .filter(|(invoice, _)| text(invoice, "kind").is_some_and(|kind| kind.ends_with("_vehicle")))
        .filter_map(|(invoice, labels)| {
            let from = text(invoice, "issued_on").and_then(parse_date)?;
            let months = labels
                .iter()
                .find_map(|label| dues::months_promised(label, &rules.warranty.words))?;
            Some(Promise { from, months })
        })
        .collect();
    [
        estimate,
        by_date,
        by_km,
        next,
        dues::inspection(registered, inspected, &rules.inspection, today),
        dues::warranty(registered, &promises, &rules.warranty),
    ]
}

/// The contrôle technique itself, not what is checked before it.
fn names_inspection(label: &str, words: &str) -> bool {
    let label = fold(label);
    label.contains(&fold(words)) && !label.starts_with("pre ")
}

fn loyalty(visits: &[Date], next: &Figure, rules: &Upkeep, today: Date) -> Loyalty {
    if visits.is_empty() {
        return Loyalty::Never;
    }
    let Some(Part::Day(next)) = &next.value else {
        return Loyalty::Regular;
    };
    let waited = parse_date(next).map_or(0, |next| days_between(next, today));
    if waited > rules.loyalty.lost {
        Loyalty::Lost
    } else if waited > rules.loyalty.late {
        Loyalty::Late
    } else {
        Loyalty::Regular
    }
}
