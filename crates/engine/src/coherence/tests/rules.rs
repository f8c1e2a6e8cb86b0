//! Each rule holds in a sound base, and breaks when what it forbids is done.

use super::super::report::Group;
use super::super::rules::{STORIES, STRUCTURE};
use super::super::{Gathering, verify};
use super::made::{Made, TODAY};
use crate::fields::Entity::{
    Activity, AgendaEntry, Anomaly, Consent, Contact, Customer, Invoice, InvoiceLine, Lead, PendingEvent,
    Vehicle,
};
use crate::values::Value;
use std::collections::BTreeSet;

/// A rule and what breaks it.
type Breach = (&'static str, fn(&mut Made));

const BREACHES: [Breach; 46] = [
    ("ids_distinct", |made| {
        made.person(1, "Philippe", "Autre", "1965-03-15")
    }),
    ("values_readable", |made| {
        made.set(Vehicle, 1, "sold_on", "bientôt")
    }),
    ("values_readable", |made| {
        made.set(Customer, 2, "last_name", Value::Empty)
    }),
    ("references_exist", |made| made.set(Activity, 6, "campaign_id", 9)),
    ("references_exist", |made| {
        made.set(Customer, 2, "household_id", 77)
    }),
    ("sentences_whole", |made| {
        made.set(Activity, 6, "content", "Bonjour {client}")
    }),
    ("events_ahead", |made| {
        made.set(PendingEvent, 1, "due_at", "2026-11-24T09:00")
    }),
    ("invoice_has_customer", |made| {
        made.set(Invoice, 2, "customer_id", Value::Empty)
    }),
    ("invoice_totals", |made| made.set(Invoice, 2, "vat_amount", 1_999)),
    ("line_amounts", |made| made.set(InvoiceLine, 2, "quantity", 200)),
    ("lead_before_contact", |made| made.set(Activity, 6, "lead_id", 1)),
    ("created_first", |made| {
        made.set(Customer, 1, "created_on", "2025-02-04")
    }),
    ("appointment_before_test", |made| {
        made.set(Activity, 1, "happened_at", "2025-02-07T10:00")
    }),
    ("test_before_offer", |made| {
        made.set(Activity, 2, "happened_at", "2025-02-12T10:00")
    }),
    ("offer_before_order", |made| {
        made.set(Activity, 3, "happened_at", "2025-02-20T10:00")
    }),
    ("order_before_delivery", |made| {
        made.set(Activity, 4, "result", "Joint")
    }),
    ("delivery_is_invoiced", |made| {
        made.set(Activity, 5, "happened_at", "2025-03-21T10:00")
    }),
    ("order_leads_to_purchase", |made| {
        made.told(7, "visit", "2026-11-02T10:00", "Commande", None);
    }),
    ("follow_ups_before_purchase", |made| {
        made.set(Activity, 4, "next_follow_up_on", "2025-03-21")
    }),
    ("follow_up_after_contact", |made| {
        made.set(Activity, 3, "next_follow_up_on", "2025-02-07")
    }),
    ("new_car_registered", |made| {
        made.set(Vehicle, 1, "first_registered_on", "2025-01-10")
    }),
    ("used_car_registered", |made| {
        made.set(Invoice, 1, "kind", "used_vehicle")
    }),
    ("car_of_buyer", |made| made.set(Vehicle, 1, "customer_id", 2)),
    ("purchase_financed", |made| {
        made.set(Vehicle, 1, "finance_kind", "credit")
    }),
    ("purchase_financed", |made| {
        made.set(Vehicle, 1, "financed_on", "2024-03-20")
    }),
    ("service_after_purchase", |made| {
        made.set(Vehicle, 1, "first_registered_on", "2025-03-01");
        made.invoice(3, 1, "parts", "2025-03-13", 1);
    }),
    ("first_service", |made| {
        made.set(Invoice, 2, "issued_on", "2025-09-10")
    }),
    ("inspection_due", |made| {
        made.set(InvoiceLine, 2, "label", "Présentation au contrôle technique")
    }),
    ("mileage_known", |made| made.set(Vehicle, 1, "mileage", 13_000)),
    ("mileage_plausible", |made| {
        made.set(Vehicle, 1, "mileage", 400_000)
    }),
    ("sold_car_left", |made| {
        made.set(Vehicle, 1, "sold_on", "2026-03-02")
    }),
    ("no_future", |made| {
        made.set(Customer, 2, "created_on", "2026-11-25")
    }),
    ("working_days", |made| {
        made.set(Activity, 1, "happened_at", "2025-02-02T10:00")
    }),
    ("working_days", |made| {
        made.set(AgendaEntry, 1, "starts_at", "2026-12-25T09:00")
    }),
    ("call_hours", |made| {
        made.set(Activity, 6, "direction", "inbound");
        made.set(Activity, 6, "happened_at", "2026-10-05T19:30");
    }),
    ("consumer_call_hours", |made| {
        made.set(Activity, 6, "happened_at", "2026-10-05T13:15")
    }),
    ("consumer_call_hours", |made| {
        made.set(Activity, 6, "happened_at", "2026-10-03T10:30")
    }),
    ("appointments_end", |made| {
        made.set(AgendaEntry, 1, "ends_at", "2026-11-26T08:00")
    }),
    ("leads_recent", |made| {
        made.set(Lead, 1, "issued_at", "2026-11-02T10:00")
    }),
    ("consents_in_order", |made| {
        made.set(Consent, 1, "origin", Value::Empty)
    }),
    ("adult_at_purchase", |made| {
        made.set(Customer, 1, "birth_date", "2008-03-14")
    }),
    ("names_fit_time", |made| {
        made.set(Customer, 1, "birth_date", "2004-03-14")
    }),
    ("contacts_fit_sex", |made| made.set(Contact, 1, "civility", "mrs")),
    ("landline_of_region", |made| {
        made.set(Customer, 1, "phone", "04 65 71 00 01")
    }),
    ("household_at_home", |made| {
        made.set(Customer, 2, "household_id", 1)
    }),
    ("parents_are_firms", |made| made.set(Customer, 3, "parent_id", 1)),
];

fn failing(made: Made) -> Vec<String> {
    let report = verify(&made.base());
    let rules = report.failed().filter(|line| line.group == Group::Invariant);
    rules.map(|line| line.key.clone()).collect()
}

#[test]
fn a_sound_base_keeps_every_rule() {
    assert_eq!(failing(Made::sound()), Vec::<String>::new());
}

#[test]
fn each_rule_breaks_when_it_is_broken() {
    for (key, breach) in BREACHES {
        let mut made = Made::sound();
        breach(&mut made);
        assert!(failing(made).contains(&key.to_owned()), "{key}");
    }
    let mut made = Made::sound();
    made.set(Contact, 1, "mobile", "06 12 34 56 78");
    assert_eq!(failing(made), ["nobody_reached"]);
    let tried: BTreeSet<&str> = BREACHES
        .iter()
        .map(|breach| breach.0)
        .chain(["nobody_reached"])
        .collect();
    let known: BTreeSet<&str> = STRUCTURE.iter().chain(&STORIES).map(|rule| rule.key).collect();
    assert_eq!(tried, known);
}

#[test]
fn what_an_anomaly_explains_is_to_check() {
    let broken = |listed: bool| {
        let mut made = Made::sound();
        made.invoice(3, 1, "service", "2027-04-02", 15_000);
        if listed {
            made.add(
                Anomaly,
                1,
                &[
                    ("code", "AN001".into()),
                    ("kind", "future_invoice".into()),
                    ("records", "C00001 F00003".into()),
                ],
            );
        }
        verify(&made.base())
    };
    // Listed or found: the date explains itself either way.
    for report in [broken(true), broken(false)] {
        let line = report.line("no_future").unwrap();
        assert_eq!((line.failures_total, line.to_check), (0, 1));
    }
    let line = |report: &super::super::Report| report.line("anomaly.future_invoice").unwrap().clone();
    assert!(line(&broken(true)).passed && line(&broken(false)).passed);
    // A list that does not tell it, or tells what is not there.
    let mut made = Made::sound();
    made.invoice(3, 1, "service", "2027-04-02", 15_000);
    made.add(
        Anomaly,
        1,
        &[
            ("code", "AN001".into()),
            ("kind", "bad_mail".into()),
            ("records", "C00002".into()),
        ],
    );
    let report = verify(&made.base());
    for key in ["no_future", "anomaly.future_invoice", "anomaly.bad_mail"] {
        assert!(!report.line(key).unwrap().passed, "{key}");
    }
}

#[test]
fn in_a_session_only_structure_fails() {
    let report = |breach: fn(&mut Made)| {
        let mut made = Made::sound();
        breach(&mut made);
        let mut gathering = Gathering::of_session(TODAY);
        made.0.into_iter().for_each(|record| gathering.add(record));
        verify(&gathering.done())
    };
    let story = report(|made| made.set(Activity, 1, "happened_at", "2025-02-02T10:00"));
    assert!(story.passed() && story.line("working_days").unwrap().to_check == 1);
    assert!(!report(|made| made.set(Invoice, 2, "vat_amount", 1)).passed());
}
