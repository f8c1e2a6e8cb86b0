//! The order of a story: lead, contacts, appointment, test drive, offer, order, delivery, invoice.

use super::super::base::{Base, find};
use super::super::facts::{Activity, Customer, Invoice, Outcome, Ref};
use super::super::report::{Check, french};
use crate::fields::Entity;
use jiff::civil::{Date, DateTime};

/// An affair is over before this many days: what came earlier belongs to another.
const AFFAIR_DAYS: i32 = 150;

pub(super) fn lead_before_contact(base: &Base, check: &mut Check) {
    for row in &base.activities {
        let Some(lead) = find(&base.leads, row.lead) else {
            continue;
        };
        check.expect(
            lead.issued <= row.at,
            &[activity(row), (Entity::Lead, lead.id)],
            || [french(row.day()), french(lead.issued.map(DateTime::date))],
        );
    }
}

/// A record exists from its first contact or invoice on at the latest.
pub(super) fn created_first(base: &Base, check: &mut Check) {
    for (place, customer) in base.places() {
        let contacts = base.of_customer.activities.of(place, &base.activities);
        let invoices = base.of_customer.invoices.of(place, &base.invoices);
        let first = contacts
            .filter_map(Activity::day)
            .chain(invoices.filter_map(|invoice| invoice.issued))
            .min();
        let right = first.is_none_or(|first| customer.created.is_none_or(|created| created <= first));
        check.expect(right, &[(Entity::Customer, customer.id)], || {
            [french(customer.created), french(first)]
        });
    }
}

pub(super) fn appointment_before_test(base: &Base, check: &mut Check) {
    in_affairs(base, check, |told| {
        let visits = |row: &Activity| row.kind == "visit" && row.outcome == Outcome::Open;
        pair(first(told, visits), last(told, |row| row.kind == "test_drive"))
    });
}

pub(super) fn test_before_offer(base: &Base, check: &mut Check) {
    in_affairs(base, check, |told| {
        pair(
            first(told, |row| row.kind == "test_drive"),
            last(told, |row| row.kind == "offer"),
        )
    });
}

/// Once it is ordered, nothing is offered nor tried any more before it is handed over.
pub(super) fn offer_before_order(base: &Base, check: &mut Check) {
    each_story(base, |customer, story| {
        for (rank, order) in story
            .iter()
            .enumerate()
            .filter(|(_, row)| row.outcome == Outcome::Ordered)
        {
            let waiting = story[rank + 1..]
                .iter()
                .take_while(|row| row.outcome != Outcome::Delivered);
            // A firm orders a car while it talks about another.
            let late = waiting
                .filter(|row| matches!(row.kind, "offer" | "test_drive") && !customer.is_company)
                .find(|row| days(order, row) < AFFAIR_DAYS);
            check.expect(late.is_none(), &[activity(order)], || {
                [french(late.and_then(|row| row.day())), french(order.day())]
            });
        }
    });
}

/// A car that was handed over had been ordered.
pub(super) fn order_before_delivery(base: &Base, check: &mut Check) {
    each_story(base, |_, story| {
        for (rank, delivery) in story
            .iter()
            .enumerate()
            .filter(|(_, row)| row.outcome == Outcome::Delivered)
        {
            let ordered = story[..rank].iter().any(|row| row.outcome == Outcome::Ordered);
            check.expect(ordered, &[activity(delivery)], || [french(delivery.day())]);
        }
    });
}

/// A delivery is on the day of a purchase invoice, or a week before it at most.
pub(super) fn delivery_is_invoiced(base: &Base, check: &mut Check) {
    for (place, _) in base.places() {
        let bills = base
            .of_customer
            .invoices
            .of(place, &base.invoices)
            .filter(|bill| bill.is_purchase());
        let told = base.of_customer.activities.of(place, &base.activities);
        for row in told.filter(|row| row.outcome == Outcome::Delivered) {
            let billed = bills
                .clone()
                .any(|bill| apart(row.day(), bill.issued).is_some_and(|days| (0..=7).contains(&days)));
            check.expect(billed, &[activity(row)], || [french(row.day())]);
        }
    }
}

/// After an order comes a purchase, billed or awaited.
pub(super) fn order_leads_to_purchase(base: &Base, check: &mut Check) {
    for (place, _) in base.places() {
        let bills = base
            .of_customer
            .invoices
            .of(place, &base.invoices)
            .filter(|bill| bill.is_purchase());
        let mut awaited = base.of_customer.events.of(place, &base.events);
        let is_awaited = awaited.any(|event| event.is_purchase);
        let told = base.of_customer.activities.of(place, &base.activities);
        for row in told.filter(|row| row.outcome == Outcome::Ordered) {
            let billed = bills.clone().any(|bill| bill.issued >= row.day());
            check.expect(billed || is_awaited, &[activity(row)], || [french(row.day())]);
        }
    }
}

/// Prospecting is over when the car is billed: what was promised before it was promised for that day at the latest.
pub(super) fn follow_ups_before_purchase(base: &Base, check: &mut Check) {
    for (place, customer) in base.places() {
        let bills = base
            .of_customer
            .invoices
            .of(place, &base.invoices)
            .filter(|bill| bill.is_purchase());
        for bill in bills.filter(|_| !customer.is_company) {
            let told = base.of_customer.activities.of(place, &base.activities);
            for row in told.filter(|row| row.follow_up.is_some() && is_before(row, bill)) {
                check.expect(
                    row.follow_up <= bill.issued,
                    &[activity(row), invoice(bill)],
                    || [french(row.follow_up), french(bill.issued)],
                );
            }
        }
    }
}

pub(super) fn follow_up_after_contact(base: &Base, check: &mut Check) {
    for row in base.activities.iter().filter(|row| row.follow_up.is_some()) {
        check.expect(row.follow_up >= row.day(), &[activity(row)], || {
            [french(row.follow_up), french(row.day())]
        });
    }
}

/// Sales contacts of each customer, in order of time.
fn each_story(base: &Base, mut tell: impl FnMut(&Customer, &[&Activity])) {
    for (place, customer) in base.places() {
        let told = base.of_customer.activities.of(place, &base.activities);
        let mut story: Vec<&Activity> = told
            .filter(|row| row.at.is_some() && row.campaign.is_none())
            .collect();
        // On one day, what leads to an order comes before it.
        story.sort_by_key(|row| {
            (
                row.day(),
                row.outcome == Outcome::Delivered,
                row.outcome == Outcome::Ordered,
                row.at,
            )
        });
        tell(customer, &story);
    }
}

/// For each order of a person, two steps of the affair that led to it, when both were told.
fn in_affairs(
    base: &Base,
    check: &mut Check,
    steps: impl Fn(&[&Activity]) -> Option<(Ref, Date, Ref, Date)>,
) {
    each_story(base, |customer, story| {
        for (rank, order) in story
            .iter()
            .enumerate()
            .filter(|(_, row)| row.outcome == Outcome::Ordered)
        {
            let before = story[..rank]
                .iter()
                .rposition(|row| row.outcome == Outcome::Ordered);
            let begun = story[..rank]
                .iter()
                .position(|row| days(row, order) < AFFAIR_DAYS)
                .unwrap_or(rank);
            let from = before.map_or(begun, |before| begun.max(before + 1));
            let affair = story.get(from..rank).filter(|_| !customer.is_company);
            if let Some((early, on, late, until)) = affair.and_then(&steps) {
                check.expect(on <= until, &[early, late], || {
                    [french(Some(on)), french(Some(until))]
                });
            }
        }
    });
}

fn first<'a>(told: &[&'a Activity], is_one: impl Fn(&Activity) -> bool) -> Option<&'a Activity> {
    told.iter().find(|row| is_one(row)).copied()
}

fn last<'a>(told: &[&'a Activity], is_one: impl Fn(&Activity) -> bool) -> Option<&'a Activity> {
    told.iter().rfind(|row| is_one(row)).copied()
}

fn pair(early: Option<&Activity>, late: Option<&Activity>) -> Option<(Ref, Date, Ref, Date)> {
    let (early, late) = (early?, late?);
    Some((activity(early), early.day()?, activity(late), late.day()?))
}

fn is_before(row: &Activity, bill: &Invoice) -> bool {
    apart(row.day(), bill.issued).is_some_and(|days| (1..AFFAIR_DAYS).contains(&days))
}

fn days(early: &Activity, late: &Activity) -> i32 {
    apart(early.day(), late.day()).unwrap_or(0)
}

fn apart(early: Option<Date>, late: Option<Date>) -> Option<i32> {
    Some((late? - early?).get_days())
}

fn activity(row: &Activity) -> Ref {
    (Entity::Activity, row.id)
}

fn invoice(row: &Invoice) -> Ref {
    (Entity::Invoice, row.id)
}
