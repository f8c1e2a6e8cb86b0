//! Each kind of anomaly, alone in a sound base, is found and nothing else is.

use super::super::{KINDS, anomalies};
use super::made::Made;
use crate::fields::Entity::{Activity, Consent, Contact, Customer, Invoice, Vehicle};
use crate::values::Value;
use std::collections::BTreeSet;

const HOME: &[&str] = &["street_number", "street", "postcode", "town"];

/// What is found, `kind: references`.
fn found(made: Made) -> Vec<String> {
    let found = anomalies(&made.base());
    found
        .iter()
        .map(|found| format!("{}: {}", found.kind, found.references.join(" ")))
        .collect()
}

/// A kind, what makes it in a sound base, the records it names.
type Case = (&'static str, fn(&mut Made), &'static str);

const CASES: [Case; 44] = [
    (
        "exact_duplicate",
        |made| twin(made, "Philippe", "Martin"),
        "C00001 C00004",
    ),
    (
        "misspelled",
        |made| twin(made, "Philippe", "Martn"),
        "C00001 C00004",
    ),
    (
        "misspelled",
        |made| twin(made, "Philipe", "Martin"),
        "C00001 C00004",
    ),
    (
        "swapped",
        |made| twin(made, "Martin", "Philippe"),
        "C00001 C00004",
    ),
    (
        "compound_name",
        |made| compound(made, "Jean Pierre"),
        "C00001 C00004",
    ),
    (
        "compound_name",
        |made| compound(made, "J-Pierre"),
        "C00001 C00004",
    ),
    (
        "compound_name",
        |made| compound(made, "JeanPierre"),
        "C00001 C00004",
    ),
    (
        "spouse_name",
        |made| {
            made.person(4, "Nathalie", "Lefort", "1968-07-02");
            made.share(2, 4, HOME);
        },
        "C00002 C00004",
    ),
    (
        "moved",
        |made| {
            made.person(4, "Philippe", "Martin", "1965-03-14");
            made.car(2, 4, "VF1ANFAA0S1000001", "2025-03-20");
        },
        "C00001 C00004",
    ),
    (
        "moved",
        |made| {
            made.person(4, "Philippe", "Martin", "1965-03-14");
            made.share(1, 4, &["mobile"]);
        },
        "C00001 C00004",
    ),
    (
        "sole_trader",
        |made| {
            firm_of_martin(made);
            made.share(1, 3, HOME);
        },
        "C00001 C00003",
    ),
    (
        "sole_trader",
        |made| {
            firm_of_martin(made);
            made.set(Contact, 1, "mobile", "06 39 98 00 01");
        },
        "C00001 C00003",
    ),
    (
        "homonym",
        |made| made.person(4, "Philippe", "Martin", "1971-01-30"),
        "C00001 C00004",
    ),
    (
        "father_son",
        |made| {
            made.person(4, "Philippe", "Martin", "1992-01-30");
            made.share(1, 4, HOME);
        },
        "C00001 C00004",
    ),
    (
        "couple",
        |made| {
            made.share(1, 2, HOME);
            made.share(1, 2, &["mobile"]);
        },
        "C00001 C00002",
    ),
    (
        "lead_of_customer",
        |made| lead_of_martin(made, "phone", "06.39.98.00.01"),
        "C00001 L00001",
    ),
    (
        "lead_of_customer",
        |made| lead_of_martin(made, "mail", "Personne1@messagerie.example"),
        "C00001 L00001",
    ),
    (
        "missing_mail",
        |made| made.set(Customer, 1, "mail", Value::Empty),
        "C00001",
    ),
    (
        "missing_mail",
        |made| made.set(Customer, 3, "mail", Value::Empty),
        "C00003",
    ),
    (
        "bad_mail",
        |made| made.set(Customer, 1, "mail", "p.martin@messagerie,example"),
        "C00001",
    ),
    (
        "bad_mail",
        |made| made.set(Customer, 1, "mail", "p.martin@mesagerie.example"),
        "C00001",
    ),
    (
        "bad_phone",
        |made| made.set(Customer, 1, "mobile", "06 39 98 00 1"),
        "C00001",
    ),
    (
        "bad_phone",
        |made| made.set(Customer, 1, "phone", "02.61.91.00.01"),
        "C00001",
    ),
    (
        "bad_phone",
        |made| made.set(Contact, 1, "mobile", "06 39 98 33 333"),
        "C00003 K00001",
    ),
    (
        "landline_in_mobile",
        |made| made.set(Customer, 1, "mobile", "02 61 91 00 77"),
        "C00001",
    ),
    (
        "postcode_town",
        |made| made.set(Customer, 1, "town", "Lyon"),
        "C00001",
    ),
    (
        "long_address",
        |made| {
            made.set(
                Customer,
                1,
                "street",
                "boulevard du Maréchal de Lattre de Tassigny",
            );
        },
        "C00001",
    ),
    (
        "bad_plate",
        |made| made.set(Vehicle, 1, "plate", "XO-123-BC"),
        "C00001 V00001",
    ),
    (
        "bad_vin",
        |made| made.set(Vehicle, 1, "vin", "VF1ANFAA0S100000"),
        "C00001 V00001",
    ),
    (
        "sold_vehicle_attached",
        |made| {
            made.car(2, 2, "VF1ANFAA0S1000001", "2025-03-20");
            made.set(Vehicle, 2, "financed_on", "2026-09-01");
        },
        "C00001 C00002 V00001",
    ),
    (
        "mileage_falls",
        |made| made.invoice(3, 1, "service", "2026-09-02", 9_000),
        "C00001 F00003",
    ),
    (
        "invoice_before_registration",
        |made| {
            made.set(Invoice, 1, "issued_on", "2025-03-19");
        },
        "C00001 V00001 F00001",
    ),
    (
        "future_invoice",
        |made| made.invoice(3, 1, "service", "2027-04-02", 15_000),
        "C00001 F00003",
    ),
    (
        "bad_siret",
        |made| made.set(Customer, 3, "siret", "00015614100013"),
        "C00003",
    ),
    (
        "bad_siret",
        |made| made.set(Customer, 3, "siren", "000156142"),
        "C00003",
    ),
    (
        "obsolete_naf",
        |made| made.set(Customer, 3, "naf", "50.2Z"),
        "C00003",
    ),
    (
        "consent_contradictory",
        |made| {
            consent(made, "phone", "refused", Some("2026-05-12"));
        },
        "C00001 O00001 O00002",
    ),
    (
        "consent_expired",
        |made| made.set(Consent, 1, "given_on", "2025-11-23"),
        "C00001 O00001",
    ),
    (
        "consent_undated",
        |made| consent(made, "sms", "granted", None),
        "C00001 O00002",
    ),
    (
        "no_follow_up",
        |made| made.told(7, "offer", "2026-11-02T10:00", "Offre envoyée", None),
        "C00001 A00007",
    ),
    (
        "deceased",
        |made| made.set(Activity, 6, "content", "Sa fille annonce son décès."),
        "C00001 A00006",
    ),
    (
        "returned_mail",
        |made| made.set(Activity, 6, "content", "Courrier revenu, NPAI."),
        "C00001 A00006",
    ),
    (
        "struck_off",
        |made| {
            made.set(Activity, 6, "customer_id", 3);
            made.set(Activity, 6, "content", "Société radiée du registre.");
        },
        "C00003 A00006",
    ),
    (
        "civility_mismatch",
        |made| made.set(Customer, 1, "civility", "mrs"),
        "C00001",
    ),
];

fn twin(made: &mut Made, first: &str, last: &str) {
    made.person(4, first, last, "1965-03-14");
    made.share(1, 4, HOME);
}

fn compound(made: &mut Made, written: &str) {
    made.set(Customer, 1, "first_name", "Jean-Pierre");
    twin(made, written, "Martin");
}

fn firm_of_martin(made: &mut Made) {
    made.set(Customer, 3, "company_type", "EI");
    made.set(Customer, 3, "legal_name", "Philippe Martin");
}

fn lead_of_martin(made: &mut Made, key: &'static str, value: &str) {
    for (key, value) in [("first_name", "Philippe"), ("last_name", "MARTIN"), (key, value)] {
        made.set(crate::fields::Entity::Lead, 1, key, value);
    }
}

fn consent(made: &mut Made, channel: &str, state: &str, given: Option<&str>) {
    made.add(
        Consent,
        2,
        &[
            ("customer_id", 1.into()),
            ("channel", channel.into()),
            ("state", state.into()),
            ("given_on", given.into()),
            ("origin", "Bon de commande".into()),
        ],
    );
}

#[test]
fn a_sound_base_has_no_anomaly() {
    assert_eq!(found(Made::sound()), Vec::<String>::new());
}

#[test]
fn each_kind_is_found_alone() {
    for (kind, change, records) in CASES {
        let mut made = Made::sound();
        change(&mut made);
        assert_eq!(found(made), [format!("{kind}: {records}")], "{kind}");
    }
    for (birth, kind) in [("1900-01-01", "birth_1900"), ("2010-05-05", "minor")] {
        let mut made = Made::sound();
        made.set(Customer, 2, "birth_date", birth);
        assert_eq!(found(made), [format!("{kind}: C00002")]);
    }
    let tried: BTreeSet<&str> = CASES
        .iter()
        .map(|case| case.0)
        .chain(["birth_1900", "minor"])
        .collect();
    assert!(KINDS.iter().all(|kind| tried.contains(kind.0)) && tried.len() == KINDS.len());
}

/// What looks like an anomaly and is none.
#[test]
fn what_is_in_order_is_left_alone() {
    const CASES: [fn(&mut Made); 9] = [
        // Husband and wife at home, each with a mobile.
        |made| made.share(1, 2, HOME),
        // Two strangers born on one day.
        |made| made.person(4, "Sandrine", "Lefort", "1965-03-14"),
        // A grown child at home, of another first name.
        |made| {
            made.person(4, "Isabelle", "Martin", "1992-01-30");
            made.share(1, 4, HOME);
        },
        // A firm that bears the name of a stranger.
        firm_of_martin,
        // A car sold and given over in order.
        |made| {
            made.car(2, 2, "VF1ANFAA0S1000001", "2025-03-20");
            made.set(Vehicle, 1, "sold_on", "2026-08-30");
        },
        // A refusal on another channel.
        |made| consent(made, "letter", "refused", Some("2026-05-12")),
        // A consent on its last day.
        |made| made.set(Consent, 1, "given_on", "2025-11-24"),
        // An offer whose follow-up is due elsewhere.
        |made| {
            made.told(7, "call", "2026-11-02T10:30", "Joint", Some("2026-12-01"));
            made.set(Activity, 7, "follow_up_done_on", Value::Empty);
            made.told(8, "offer", "2026-11-03T10:00", "Offre envoyée", None);
        },
        // A lead who bears the name of a customer and nothing else.
        |made| lead_of_martin(made, "phone", "06 39 98 44 45"),
    ];
    for (rank, change) in CASES.into_iter().enumerate() {
        let mut made = Made::sound();
        change(&mut made);
        assert_eq!(found(made), Vec::<String>::new(), "case {rank}");
    }
}
