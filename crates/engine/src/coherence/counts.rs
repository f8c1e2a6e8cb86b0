//! Every case that a base must hold, counted: lines of the report with the least expected.

use super::base::Base;
use super::facts::{Activity, Outcome};
use super::report::{Failure, Group, Line, filled};
use super::words::lines;
use crate::content::choices;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

/// Counts are told for a base of this size; smaller ones hold as much less.
const WHOLE: u64 = 500;
/// Below this size chance weighs too much: nothing rare is expected.
const SMALL: u64 = 200;

/// The counts of a base, made one by one.
struct Counting<'a> {
    size: u64,
    /// In a learner's session too few is to be checked, no failure.
    is_strict: bool,
    base: &'a Base,
    made: Vec<Line>,
}

/// A line for each case.
pub(super) fn counts(base: &Base) -> Vec<Line> {
    let mut counting = Counting {
        size: base.customers.len() as u64,
        is_strict: !base.is_session,
        base,
        made: Vec::new(),
    };
    customers(&mut counting);
    invoices(&mut counting);
    cars(&mut counting);
    activities(&mut counting);
    leads(&mut counting);
    months(&mut counting);
    counting.made
}

impl Counting<'_> {
    /// A count against the least expected of five hundred customers.
    fn line(&mut self, key: &str, name: &str, found: u64, least: u64) {
        let expected = least_of(least, self.size);
        let full_key = if name.is_empty() {
            key.to_owned()
        } else {
            format!("{key}.{name}")
        };
        let words = lines().counts.get(key);
        let label = words.map_or("", |words| &words.label);
        let mut line = Line {
            key: full_key,
            label: filled(label, &[name.to_owned()]),
            group: Group::Count,
            checked: self.size,
            found,
            expected,
            failures: Vec::new(),
            failures_total: 0,
            to_check: 0,
            passed: true,
        };
        if found < expected {
            line.judge(
                self.is_strict,
                Failure {
                    references: Vec::new(),
                    detail: filled(&lines().too_few, &[found.to_string(), expected.to_string()]),
                },
            );
        }
        self.made.push(line);
    }
}

/// The least of a base of a size; at least one where it can be asked.
pub(super) fn least_of(of_whole: u64, size: u64) -> u64 {
    let share = (of_whole * size / WHOLE)
        .max(u64::from(size >= SMALL))
        .min(of_whole.max(1));
    match size {
        WHOLE.. => (of_whole * size / WHOLE).min(of_whole),
        SMALL.. => share,
        // A handful comes or not.
        _ if of_whole < 20 => 0,
        _ => share / 2,
    }
}

fn customers(counting: &mut Counting) {
    let base = counting.base;
    let (mut buy, mut both, mut service, mut none) = (0, 0, 0, 0);
    let (mut told, mut silent) = (0, 0);
    for (place, _) in base.places() {
        let bills = base.of_customer.invoices.of(place, &base.invoices);
        let bought = bills.clone().any(|bill| bill.is_purchase());
        let serviced = bills.clone().any(|bill| bill.kind == "service");
        match (bought, serviced, bills.count()) {
            (_, _, 0) => none += 1,
            (true, true, _) => both += 1,
            (true, false, _) => buy += 1,
            (false, _, _) => service += 1,
        }
        let mut contacts = base.of_customer.activities.of(place, &base.activities);
        match contacts.next() {
            Some(_) => told += 1,
            None => silent += 1,
        }
    }
    let firms = base
        .customers
        .iter()
        .filter(|customer| customer.is_company)
        .count() as u64;
    counting.line("persons", "", base.customers.len() as u64 - firms, 400);
    counting.line("firms", "", firms, 70);
    counting.line("purchase_only", "", buy, 80);
    counting.line("purchase_and_service", "", both, 150);
    counting.line("service_only", "", service, 85);
    counting.line("no_invoice", "", none, 85);
    counting.line("with_history", "", told, 330);
    counting.line("without_history", "", silent, 40);
    let several = base
        .places()
        .filter(|(place, _)| base.of_customer.contacts.of(*place, &base.contacts).count() > 1)
        .count();
    counting.line("firms_with_contacts", "", several as u64, 30);
    let of_group = base
        .customers
        .iter()
        .filter(|customer| customer.parent.is_some())
        .count();
    counting.line("firms_of_group", "", of_group as u64, 4);
    let fleets = base
        .customers
        .iter()
        .filter(|customer| !matches!(customer.fleet, "" | "1_4"))
        .count();
    counting.line("fleets", "", fleets as u64, 10);
    let homes = base
        .customers
        .iter()
        .filter(|customer| customer.household.is_some())
        .count();
    counting.line("households", "", homes as u64, 40);
    for site in choices("sites") {
        let here = base
            .customers
            .iter()
            .filter(|customer| &*customer.site == site.as_str())
            .count();
        counting.line("site", site, here as u64, 90);
    }
    for (state, least) in [("granted", 300), ("refused", 60), ("withdrawn", 30)] {
        let count = base
            .consents
            .iter()
            .filter(|consent| consent.state == state)
            .count();
        counting.line(&format!("consent_{state}"), "", count as u64, least);
    }
}

fn invoices(counting: &mut Counting) {
    for (kind, least) in [
        ("new_vehicle", 150),
        ("used_vehicle", 60),
        ("service", 500),
        ("parts", 20),
    ] {
        let count = counting
            .base
            .invoices
            .iter()
            .filter(|bill| bill.kind == kind)
            .count();
        counting.line(&format!("invoice_{kind}"), "", count as u64, least);
    }
    let purchases = counting
        .base
        .events
        .iter()
        .filter(|event| event.is_purchase)
        .count();
    counting.line("purchases_ahead", "", purchases as u64, 3);
}

fn cars(counting: &mut Counting) {
    for energy in choices("energies") {
        let count = counting
            .base
            .vehicles
            .iter()
            .filter(|car| &*car.energy == energy.as_str())
            .count();
        counting.line("energy", energy, count as u64, 3);
    }
    for (kind, least) in [
        ("cash", 40),
        ("credit", 30),
        ("lease_option", 40),
        ("lease", 20),
        ("finance_lease", 4),
    ] {
        let count = counting
            .base
            .vehicles
            .iter()
            .filter(|car| car.finance == kind)
            .count();
        counting.line(&format!("finance_{kind}"), "", count as u64, least);
    }
}

fn activities(counting: &mut Counting) {
    let base = counting.base;
    for (kind, least) in [
        ("mail", 100),
        ("letter", 5),
        ("call", 300),
        ("sms", 60),
        ("visit", 100),
        ("test_drive", 30),
        ("offer", 50),
        ("campaign", 50),
    ] {
        let count = base.activities.iter().filter(|row| row.kind == kind).count();
        counting.line(&format!("activity_{kind}"), "", count as u64, least);
    }
    let ordered = base
        .activities
        .iter()
        .filter(|row| row.outcome == Outcome::Ordered)
        .count();
    counting.line("orders", "", ordered as u64, 60);
    let today = base.today;
    let open = |keep: &dyn Fn(Date) -> bool| {
        let awaited = |row: &&Activity| row.follow_up_done.is_none() && row.follow_up.is_some_and(keep);
        base.activities.iter().filter(awaited).count() as u64
    };
    let (late, now, coming) = (
        open(&|due| due < today),
        open(&|due| due == today),
        open(&|due| due > today),
    );
    counting.line("follow_ups_late", "", late, 8);
    counting.line("follow_ups_today", "", now, 8);
    counting.line("follow_ups_coming", "", coming, 25);
    let ahead = base
        .appointments
        .iter()
        .filter(|row| row.state == "planned" && !row.recurs);
    let appointments = ahead
        .filter(|row| row.starts.is_some_and(|at| at.date() >= today))
        .count();
    counting.line("appointments_ahead", "", appointments as u64, 8);
}

fn leads(counting: &mut Counting) {
    let base = counting.base;
    counting.line("leads", "", base.leads.len() as u64, 24);
    for kind in choices("lead_kinds") {
        let count = base
            .leads
            .iter()
            .filter(|lead| &*lead.kind == kind.as_str())
            .count();
        counting.line("lead", kind, count as u64, 1);
    }
    for (state, least) in [("new", 8), ("in_progress", 8), ("converted", 1), ("lost", 1)] {
        let count = base.leads.iter().filter(|lead| lead.state == state).count();
        counting.line(&format!("leads_{state}"), "", count as u64, least);
    }
}

/// Each month of the year, over all the years; then the two years before the day of use, and what is to come.
fn months(counting: &mut Counting) {
    let base = counting.base;
    let mut by_month = [0_u64; 12];
    let days = base.invoices.iter().filter_map(|bill| bill.issued);
    for day in days.chain(
        base.events
            .iter()
            .flat_map(|event| event.invoices.iter().copied()),
    ) {
        by_month[usize::from(day.month().unsigned_abs()) - 1] += 1;
    }
    for (count, name) in by_month
        .into_iter()
        .zip(&crate::content::words::calendar().months)
    {
        counting.line("month", name, count, 40);
    }
    let recent = (1..=24).filter(|back| {
        let Some(from) = months_from(base.today, -back) else {
            return false;
        };
        let until = months_from(base.today, 1 - back).unwrap_or(base.today);
        base.invoices
            .iter()
            .any(|bill| bill.issued.is_some_and(|day| day > from && day <= until))
            && base
                .activities
                .iter()
                .filter_map(Activity::day)
                .any(|day| day > from && day <= until)
    });
    let recent = recent.count() as u64;
    counting.line("recent_months", "", recent, 24);
    let ahead = (0..3).filter(|month| {
        let (Some(from), Some(until)) = (
            months_from(base.today, *month),
            months_from(base.today, month + 1),
        ) else {
            return false;
        };
        let mut due = base
            .events
            .iter()
            .filter_map(|event| event.due)
            .map(DateTime::date);
        due.any(|day| day > from && day <= until)
    });
    let ahead = ahead.count() as u64;
    counting.line("months_ahead", "", ahead, 3);
}

fn months_from(day: Date, months: i32) -> Option<Date> {
    day.checked_add(months.months()).ok()
}
