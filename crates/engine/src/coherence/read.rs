//! Reads each kind of record.

use super::facts::{
    Activity, Appointment, Consent, Contact, Customer, Event, Invoice, Lead, Line, Note, Planted, Values,
    Vehicle, outcome, tells,
};
use super::words::clues;
use crate::fields::{Entity, parse_any_reference};
use crate::values::parse_date;

pub(super) fn customer(v: &mut Values) -> Customer {
    Customer {
        id: v.id,
        is_company: v.code("kind") == "company",
        civility: v.code("civility"),
        first_name: v.text("first_name"),
        last_name: v.text("last_name"),
        birth: v.date("birth_date"),
        legal_name: v.text("legal_name"),
        siren: v.text("siren"),
        siret: v.text("siret"),
        naf: v.text("naf"),
        company_type: v.text("company_type"),
        fleet: v.code("fleet_size"),
        parent: v.int("parent_id"),
        household: v.int("household_id"),
        number: v.text("street_number"),
        street: v.text("street"),
        extra: v.text("address_extra"),
        postcode: v.text("postcode"),
        town: v.text("town"),
        phone: v.text("phone"),
        mobile: v.text("mobile"),
        mail: v.text("mail"),
        site: v.text("site"),
        created: v.date("created_on"),
        state: v.code("record_state"),
    }
}

pub(super) fn contact(v: &mut Values) -> Contact {
    Contact {
        id: v.id,
        customer: v.int("customer_id"),
        civility: v.code("civility"),
        first_name: v.text("first_name"),
        last_name: v.text("last_name"),
        mail: v.text("mail"),
        mobile: v.text("mobile"),
    }
}

pub(super) fn consent(v: &mut Values) -> Consent {
    Consent {
        id: v.id,
        customer: v.int("customer_id"),
        channel: v.code("channel"),
        state: v.code("state"),
        given: v.date("given_on"),
        withdrawn: v.date("withdrawn_on"),
        has_origin: !v.text("origin").is_empty(),
    }
}

pub(super) fn vehicle(v: &mut Values) -> Vehicle {
    Vehicle {
        id: v.id,
        customer: v.int("customer_id"),
        energy: v.text("energy"),
        plate: v.text("plate"),
        vin: v.text("vin"),
        registered: v.date("first_registered_on"),
        mileage: v.int("mileage"),
        finance: v.code("finance_kind"),
        financed: v.date("financed_on"),
        financed_amount: v.int("financed_amount"),
        finance_months: v.int("finance_months"),
        sold: v.date("sold_on"),
    }
}

pub(super) fn invoice(v: &mut Values) -> Invoice {
    Invoice {
        id: v.id,
        kind: v.code("kind"),
        issued: v.date("issued_on"),
        customer: v.int("customer_id"),
        vehicle: v.int("vehicle_id"),
        mileage: v.int("mileage"),
        net: v.int("net_amount"),
        vat: v.int("vat_amount"),
        gross: v.int("gross_amount"),
    }
}

pub(super) fn line(v: &mut Values) -> Line {
    let label = v.text("label");
    Line {
        id: v.id,
        invoice: v.int("invoice_id"),
        quantity: v.int("quantity"),
        unit_price: v.int("unit_price"),
        net: v.int("net_amount"),
        is_inspection: clues()
            .inspection
            .iter()
            .any(|word| label.contains(word.as_str())),
    }
}

pub(super) fn activity(v: &mut Values) -> Activity {
    let (subject, content) = (v.text("subject"), v.text("content"));
    Activity {
        id: v.id,
        customer: v.int("customer_id"),
        lead: v.int("lead_id"),
        campaign: v.int("campaign_id"),
        kind: v.code("kind"),
        direction: v.code("direction"),
        at: v.moment("happened_at"),
        outcome: outcome(&v.text("result")),
        follow_up: v.date("next_follow_up_on"),
        follow_up_done: v.date("follow_up_done_on"),
        tells: tells(&content),
        has_gap: [&subject, &content]
            .iter()
            .any(|text| text.contains(['{', '}']) || text.contains("  ")),
    }
}

pub(super) fn note(v: &mut Values) -> Note {
    Note {
        id: v.id,
        customer: v.int("customer_id"),
        tells: tells(&v.text("comment")),
    }
}

pub(super) fn lead(v: &mut Values) -> Lead {
    Lead {
        id: v.id,
        customer: v.int("customer_id"),
        first_name: v.text("first_name"),
        last_name: v.text("last_name"),
        mail: v.text("mail"),
        phone: v.text("phone"),
        kind: v.text("kind"),
        state: v.code("state"),
        issued: v.moment("issued_at"),
    }
}

pub(super) fn appointment(v: &mut Values) -> Appointment {
    Appointment {
        id: v.id,
        customer: v.int("customer_id"),
        vehicle: v.int("vehicle_id"),
        lead: v.int("lead_id"),
        starts: v.moment("starts_at"),
        ends: v.moment("ends_at"),
        recurs: !v.text("recurrence").is_empty(),
        state: v.code("state"),
    }
}

pub(super) fn event(v: &mut Values) -> Event {
    let kind = v.text("kind");
    let payload: serde_json::Value = serde_json::from_str(&v.text("payload")).unwrap_or_default();
    let records = payload["records"].as_array().map_or(&[][..], Vec::as_slice);
    let invoices = records
        .iter()
        .filter(|record| record["entity"] == Entity::Invoice.table())
        .filter_map(|record| record["values"]["issued_on"].as_str().and_then(parse_date));
    Event {
        id: v.id,
        customer: v.int("customer_id"),
        due: v.moment("due_at"),
        is_purchase: &*kind == "purchase",
        is_reply: &*kind == "reply",
        invoices: invoices.collect(),
    }
}

pub(super) fn planted(v: &mut Values) -> Planted {
    let records = v.text("records");
    Planted {
        code: v.text("code"),
        kind: v.text("kind"),
        records: records
            .split_whitespace()
            .filter_map(|reference| parse_any_reference(reference).ok())
            .collect(),
        finding: v.text("finding"),
        expected_action: v.text("expected_action"),
        difficulty: v.text("difficulty"),
        trap: v.flag("trap"),
    }
}
