//! The base as a whole: readable values, references that lead somewhere, sums that add up.

use super::super::base::{Base, find};
use super::super::facts::Ref;
use super::super::report::{Check, french};
use crate::fields::Entity;
use crate::values::vat_of_net;
use jiff::civil::DateTime;

pub(super) fn ids_distinct(base: &Base, check: &mut Check) {
    for record in &base.twice {
        check.expect(false, &[*record], || [] as [String; 0]);
    }
    check.looked_at(base.customers.len() + base.vehicles.len() + base.invoices.len() + base.activities.len());
}

pub(super) fn values_readable(base: &Base, check: &mut Check) {
    for unread in &base.unread {
        let label = unread
            .record
            .0
            .fields()
            .field(unread.key)
            .map_or(unread.key, |field| field.label);
        check.expect(false, &[unread.record], || {
            [label.to_owned(), unread.value.clone()]
        });
    }
    check.looked_at(base.customers.len() + base.vehicles.len() + base.invoices.len() + base.activities.len());
}

pub(super) fn references_exist(base: &Base, check: &mut Check) {
    let customer = |id: Option<i64>| base.customer(id).is_some();
    let vehicle = |id: Option<i64>| base.vehicle(id).is_some();
    let lead = |id: Option<i64>| find(&base.leads, id).is_some();
    let invoice = |id: Option<i64>| find(&base.invoices, id).is_some();
    let campaign = |id: Option<i64>| {
        id.is_some_and(|id| base.campaigns.binary_search_by_key(&id, |known| known.0).is_ok())
    };
    let mut link = |from: Ref, to: Entity, id: Option<i64>, known: &dyn Fn(Option<i64>) -> bool| {
        if let Some(target) = id {
            check.expect(known(id), &[from], || [to.reference(target)]);
        }
    };
    for row in &base.customers {
        link(
            (Entity::Customer, row.id),
            Entity::Customer,
            row.parent,
            &customer,
        );
        link(
            (Entity::Customer, row.id),
            Entity::Customer,
            row.household,
            &customer,
        );
    }
    for row in &base.contacts {
        link(
            (Entity::Contact, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
    }
    for row in &base.consents {
        link(
            (Entity::Consent, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
    }
    for row in &base.vehicles {
        link(
            (Entity::Vehicle, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
    }
    for row in &base.invoices {
        link(
            (Entity::Invoice, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
        link((Entity::Invoice, row.id), Entity::Vehicle, row.vehicle, &vehicle);
    }
    for row in &base.lines {
        link(
            (Entity::InvoiceLine, row.id),
            Entity::Invoice,
            row.invoice,
            &invoice,
        );
    }
    for row in &base.activities {
        link(
            (Entity::Activity, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
        link((Entity::Activity, row.id), Entity::Lead, row.lead, &lead);
        link(
            (Entity::Activity, row.id),
            Entity::Campaign,
            row.campaign,
            &campaign,
        );
    }
    for row in &base.notes {
        link((Entity::Note, row.id), Entity::Customer, row.customer, &customer);
    }
    for row in &base.leads {
        link((Entity::Lead, row.id), Entity::Customer, row.customer, &customer);
    }
    for row in &base.appointments {
        link(
            (Entity::AgendaEntry, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
        link(
            (Entity::AgendaEntry, row.id),
            Entity::Vehicle,
            row.vehicle,
            &vehicle,
        );
        link((Entity::AgendaEntry, row.id), Entity::Lead, row.lead, &lead);
    }
    for row in &base.recipients {
        link(
            (Entity::Recipient, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
        link(
            (Entity::Recipient, row.id),
            Entity::Campaign,
            row.campaign,
            &campaign,
        );
    }
    for (id, targeting) in &base.campaigns {
        let known = |id: Option<i64>| id.is_some_and(|id| base.targetings.binary_search(&id).is_ok());
        link((Entity::Campaign, *id), Entity::Targeting, *targeting, &known);
    }
    for row in &base.events {
        link(
            (Entity::PendingEvent, row.id),
            Entity::Customer,
            row.customer,
            &customer,
        );
    }
}

/// No `{…}` left to fill, no two spaces running.
pub(super) fn sentences_whole(base: &Base, check: &mut Check) {
    for row in &base.activities {
        check.expect(!row.has_gap, &[(Entity::Activity, row.id)], || [] as [String; 0]);
    }
}

pub(super) fn events_ahead(base: &Base, check: &mut Check) {
    for event in &base.events {
        let due = event.due.map(DateTime::date);
        check.expect(
            // What a message brings back within the hour is still to come on its own day.
            due.is_some_and(|due| {
                due > base.today || ((base.is_session || event.is_reply) && due == base.today)
            }),
            &[(Entity::PendingEvent, event.id)],
            || [french(due)],
        );
    }
}

pub(super) fn invoice_has_customer(base: &Base, check: &mut Check) {
    for invoice in &base.invoices {
        check.expect(
            base.customer(invoice.customer).is_some(),
            &[(Entity::Invoice, invoice.id)],
            || [] as [String; 0],
        );
    }
}

/// The net amount is the sum of the lines, VAT and gross amount follow; a used car may be sold with VAT on the margin, of
/// which the invoice shows none.
pub(super) fn invoice_totals(base: &Base, check: &mut Check) {
    for (place, invoice) in base.invoices.iter().enumerate() {
        let lines = base.lines_of_invoice.of(place, &base.lines);
        let count = lines.clone().count();
        let sum: i64 = lines.filter_map(|line| line.net).sum();
        let on_margin = invoice.kind == "used_vehicle" && invoice.vat == Some(0);
        let vat = if on_margin { 0 } else { vat_of_net(sum) };
        let right = count > 0
            && sum > 0
            && (invoice.net, invoice.vat, invoice.gross) == (Some(sum), Some(vat), Some(sum + vat));
        check.expect(right, &[(Entity::Invoice, invoice.id)], || {
            [euros(invoice.gross.unwrap_or(0)), euros(sum + vat)]
        });
    }
}

pub(super) fn line_amounts(base: &Base, check: &mut Check) {
    for line in &base.lines {
        let due = line
            .quantity
            .zip(line.unit_price)
            .map(|(quantity, price)| (quantity * price + 50).div_euclid(100));
        check.expect(
            line.net.is_some() && line.net == due,
            &[(Entity::InvoiceLine, line.id)],
            || [euros(line.net.unwrap_or(0)), euros(due.unwrap_or(0))],
        );
    }
}

fn euros(cents: i64) -> String {
    format!("{},{:02}", cents / 100, cents.rem_euclid(100))
}
