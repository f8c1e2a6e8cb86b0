//! The rows of each entity: the keys of the catalogue, always in the same order.

use super::activities::Activity;
use super::client::{Client, Who};
use super::companies::Contact;
use super::day::Day;
use super::homes::Home;
use super::identifiers;
use super::invoices::{Invoice, Line};
use super::people;
use super::shift::Timeline;
use super::vehicles::Car;
use super::writer::Values;
use crate::content::choices;
use crate::values::Value;

/// Nothing rather than an empty text.
pub(super) fn filled(text: &str) -> Value {
    if text.is_empty() {
        Value::Empty
    } else {
        text.into()
    }
}

/// What a customer row holds beside the person or the firm.
pub(super) struct Coordinates {
    pub(super) phone: String,
    pub(super) mobile: String,
    pub(super) mail: String,
    pub(super) source: String,
    pub(super) created: Day,
}

/// A customer.
pub(super) fn customer(client: &Client, time: &Timeline, at: &Coordinates) -> Values {
    let mut values = match &client.who {
        Who::Person(person) => vec![
            ("kind", "person".into()),
            ("civility", person.civility().into()),
            ("first_name", person.first_name.as_ref().into()),
            ("last_name", person.last_name.as_ref().into()),
            ("birth_date", time.shift(person.birth).into()),
            ("source", filled(&at.source)),
            ("profession", filled(person.profession)),
            ("legal_name", Value::Empty),
            ("trade_name", Value::Empty),
            ("siren", Value::Empty),
            ("siret", Value::Empty),
            ("naf", Value::Empty),
            ("company_type", Value::Empty),
            ("parent_id", Value::Empty),
            ("fleet_size", Value::Empty),
        ],
        Who::Company(company) => vec![
            ("kind", "company".into()),
            ("civility", Value::Empty),
            ("first_name", Value::Empty),
            ("last_name", Value::Empty),
            ("birth_date", Value::Empty),
            ("source", filled(&at.source)),
            ("profession", Value::Empty),
            ("legal_name", company.legal_name.as_str().into()),
            ("trade_name", filled(&company.trade_name)),
            ("siren", company.siren.as_str().into()),
            ("siret", company.siret.as_str().into()),
            ("naf", company.naf.into()),
            ("company_type", company.form.into()),
            // A sole trader belongs to nobody.
            (
                "parent_id",
                reference(client.slot.parent.filter(|_| company.form != "EI")),
            ),
            ("fleet_size", company.fleet.into()),
        ],
    };
    values.extend(address(&client.home));
    values.extend([
        ("phone", filled(&at.phone)),
        ("mobile", filled(&at.mobile)),
        ("mail", filled(&at.mail)),
        ("site", client.home.site.name.as_str().into()),
        ("owner", client.owner().name.as_str().into()),
        ("household_id", reference(client.slot.head)),
        ("created_on", at.created.into()),
        ("record_state", "active".into()),
    ]);
    values
}

fn address(home: &Home) -> Values {
    vec![
        ("street_number", home.number.as_str().into()),
        ("street", home.street.into()),
        ("address_extra", filled(&home.extra)),
        ("postcode", home.town.postcode.into()),
        ("town", home.town.name.into()),
    ]
}

fn reference(index: Option<u32>) -> Value {
    index.map(|index| i64::from(index) + 1).into()
}

/// A contact of a firm.
pub(super) fn contact(customer: i64, contact: &Contact, mobile: &str) -> Values {
    vec![
        ("customer_id", customer.into()),
        ("civility", people::civility(contact.sex).into()),
        ("first_name", contact.first_name.as_ref().into()),
        ("last_name", contact.last_name.as_ref().into()),
        ("role", contact.role.as_str().into()),
        ("mail", filled(&contact.mail)),
        ("mobile", filled(mobile)),
    ]
}

/// A car, as it is known on the day of use.
pub(super) fn vehicle(client: &Client, car: &Car, mileage: i64, usage: &str, time: &Timeline) -> Values {
    let finance = car.deal.as_ref().map(|deal| &deal.finance);
    let sold = car
        .sold_on
        .map(|day| time.open(day))
        .filter(|day| time.is_past(*day));
    let paid_on = car.deal.as_ref().map(|deal| time.open(deal.delivered));
    // A new car is registered on the day it is handed over.
    let registered = match &car.deal {
        Some(deal) if deal.is_new => time.open(deal.delivered),
        _ => time.open(car.registered),
    };
    vec![
        ("customer_id", client.id().into()),
        ("make", car.model.make.into()),
        ("model", car.model.name.into()),
        ("trim", filled(car.trim)),
        ("energy", car.energy.into()),
        ("plate", identifiers::plate(car.serial, client.seed).into()),
        ("vin", car.vin().into()),
        ("first_registered_on", registered.into()),
        ("mileage", mileage.into()),
        ("usage", usage.into()),
        ("finance_kind", finance.map(|finance| finance.kind).into()),
        ("financed_on", paid_on.into()),
        (
            "financed_amount",
            finance.and_then(|finance| finance.amount).into(),
        ),
        (
            "finance_months",
            finance.and_then(|finance| finance.months).into(),
        ),
        ("sold_on", sold.into()),
    ]
}

/// Personal, professional or both.
pub(super) fn usage(client: &Client, car: &Car) -> &'static str {
    let usages = choices("usages");
    let rank = match &client.who {
        Who::Company(company) if company.drives == "car" && company.form == "EI" => 2,
        Who::Company(_) => 1,
        Who::Person(person)
            if person.profile.key == "home_care"
                || (person.profile.key == "craftsman" && car.model.segment != "city") =>
        {
            2
        }
        Who::Person(_) => 0,
    };
    usages.get(rank).map_or("", String::as_str)
}

/// An invoice and its lines.
pub(super) fn invoice(client: &Client, id: i64, invoice: &Invoice, vehicle: Option<i64>, day: Day) -> Values {
    let (net, vat, gross) = invoice.totals();
    let site = client.home.site;
    let letter = site.key.get(..1).unwrap_or_default().to_uppercase();
    vec![
        (
            "number",
            format!("{letter}{:02}-{id:06}", day.year().rem_euclid(100)).into(),
        ),
        ("kind", invoice.kind.into()),
        ("issued_on", day.into()),
        ("customer_id", client.id().into()),
        ("vehicle_id", vehicle.into()),
        ("mileage", invoice.mileage.into()),
        ("net_amount", net.into()),
        ("vat_amount", vat.into()),
        ("gross_amount", gross.into()),
        ("site", site.name.as_str().into()),
        ("seller", invoice.seller.into()),
    ]
}

/// A line of an invoice.
pub(super) fn line(invoice: i64, rank: i64, line: &Line) -> Values {
    vec![
        ("invoice_id", invoice.into()),
        ("line", rank.into()),
        ("label", line.label.as_str().into()),
        ("quantity", line.quantity.into()),
        ("unit_price", line.unit_price.into()),
        ("net_amount", line.net().into()),
    ]
}

/// An activity.
pub(super) fn activity(customer: Value, lead: Value, activity: &Activity, done: Value) -> Values {
    vec![
        ("customer_id", customer),
        ("lead_id", lead),
        ("kind", activity.kind.into()),
        ("direction", activity.direction.into()),
        ("happened_at", activity.at.into()),
        ("subject", activity.subject.as_str().into()),
        ("content", activity.content.as_str().into()),
        ("result", filled(activity.result)),
        ("owner", activity.owner.into()),
        ("next_follow_up_on", activity.follow_up.into()),
        ("campaign_id", Value::Empty),
        ("follow_up_done_on", done),
    ]
}
