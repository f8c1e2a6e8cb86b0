//! Cleaning: each fault of a vehicle, an invoice, a consent, what is to follow.

use super::cleaning_each::Bench;
use super::done;
use serde_json::{Value as Json, json};

#[test]
fn each_fault_of_a_vehicle_and_its_invoices_is_told() {
    let mut bench = Bench::new();
    let owner = format!("C{:05}", bench.person);
    let car = json!({"customer_id": owner, "make": "Renault", "model": "Clio", "plate": "XA-123-BC", "vin": "VF1ANFAH0R1712391",
        "first_registered_on": "2022-03-01", "mileage": 60_000});
    let car = bench.add("vehicle", &car);
    let reference = format!("V{car:05}");
    assert_eq!(bench.told(&reference), []);
    for (column, value, check, why, correction) in [
        (
            "plate",
            "xa123bc",
            "plate_writing",
            "plate_format",
            json!({"plate": "XA-123-BC"}),
        ),
        (
            "plate",
            "XA-1O3-BC",
            "plate_writing",
            "plate_letters",
            json!({"plate": "XA-103-BC"}),
        ),
        ("plate", "XI-123-BC", "plate_writing", "plate_letters", Json::Null),
        ("plate", "XA-12", "plate_writing", "plate_other", Json::Null),
        (
            "vin",
            "vf1anfah0r1712391",
            "vin_writing",
            "vin_format",
            json!({"vin": "VF1ANFAH0R1712391"}),
        ),
        (
            "vin",
            "VF1ANFAH0RO712391",
            "vin_writing",
            "vin_letters",
            json!({"vin": "VF1ANFAH0R0712391"}),
        ),
        ("vin", "VF1ANFAH0R171239", "vin_writing", "vin_length", Json::Null),
        (
            "mileage",
            "9000000",
            "mileage_absurd",
            "mileage_absurd",
            Json::Null,
        ),
        (
            "sold_on",
            "2021-01-01",
            "dates_crossed",
            "dates_crossed",
            Json::Null,
        ),
    ] {
        bench.spoil("vehicle", car, column, Some(value));
        bench.tells("V", car, check, why, &correction);
        for (key, value) in [
            ("plate", Some("XA-123-BC")),
            ("vin", Some("VF1ANFAH0R1712391")),
            ("mileage", Some("60000")),
            ("sold_on", None),
        ] {
            bench.spoil("vehicle", car, key, value);
        }
    }
    let again = bench.add(
        "vehicle",
        &json!({"customer_id": owner, "make": "Renault", "model": "Clio", "vin": "VF1ANFAH0R1712391"}),
    );
    bench.tells("V", again, "vehicle_twice", "vin_twice", &Json::Null);
    done(&mut bench.engine, "change.undo", &json!({}));
    let invoice = |bench: &mut Bench, whose: &str, day: &str, mileage: i64| {
        bench.add("invoice", &json!({"kind": "service", "issued_on": day, "customer_id": whose, "vehicle_id": reference, "mileage": mileage, "net_amount": 100}))
    };
    invoice(&mut bench, &owner, "2024-03-01", 30_000);
    let low = invoice(&mut bench, &owner, "2025-03-03", 21_000);
    bench.tells("F", low, "mileage_falls", "mileage_falls", &Json::Null);
    bench.spoil("invoice", low, "mileage", Some("41000"));
    let firm = format!("C{:05}", bench.firm);
    let elsewhere = invoice(&mut bench, &firm, "2025-09-01", 50_000);
    bench.tells(
        "F",
        elsewhere,
        "invoice_elsewhere",
        "invoice_elsewhere",
        &Json::Null,
    );
    bench.spoil(
        "invoice",
        elsewhere,
        "customer_id",
        Some(&bench.person.to_string()),
    );
    bench.spoil("invoice", elsewhere, "issued_on", Some("2027-09-01"));
    bench.tells("F", elsewhere, "date_ahead", "date_ahead", &Json::Null);
    bench.spoil("invoice", elsewhere, "issued_on", Some("2021-09-01"));
    bench.spoil("invoice", elsewhere, "mileage", None);
    bench.tells("V", car, "invoice_too_early", "invoice_too_early", &Json::Null);
}

#[test]
fn each_fault_of_a_consent_and_of_the_following_is_told() {
    let mut bench = Bench::new();
    let owner = format!("C{:05}", bench.person);
    let given = json!({"customer_id": owner, "channel": "sms", "state": "granted", "given_on": "2026-05-04", "origin": "Formulaire"});
    let consent = bench.add("consent", &given);
    assert_eq!(bench.told(&format!("O{consent:05}")), []);
    for (column, value, check, why, correction) in [
        ("given_on", None, "consent_undated", "consent_undated", Json::Null),
        ("origin", None, "consent_unproven", "consent_unproven", Json::Null),
        (
            "withdrawn_on",
            Some("2026-06-01"),
            "consent_unproven",
            "withdrawal_untold",
            json!({"state": "withdrawn"}),
        ),
        (
            "state",
            Some("withdrawn"),
            "consent_unproven",
            "withdrawal_undated",
            Json::Null,
        ),
        (
            "given_on",
            Some("2027-06-01"),
            "date_ahead",
            "date_ahead",
            Json::Null,
        ),
    ] {
        bench.spoil("consent", consent, column, value);
        bench.tells("O", consent, check, why, &correction);
        for (key, value) in [
            ("given_on", Some("2026-05-04")),
            ("origin", Some("Formulaire")),
            ("withdrawn_on", None),
            ("state", Some("granted")),
        ] {
            bench.spoil("consent", consent, key, value);
        }
    }
    bench.spoil("consent", consent, "channel", Some("phone"));
    bench.spoil("consent", consent, "given_on", Some("2025-05-04"));
    bench.tells("O", consent, "consent_expired", "consent_expired", &Json::Null);
    bench.spoil("consent", consent, "given_on", Some("2026-05-04"));
    let refused =
        json!({"customer_id": owner, "channel": "mail", "state": "refused", "given_on": "2026-09-01"});
    let refused = bench.add("consent", &refused);
    bench.spoil("consent", refused, "channel", Some("phone"));
    bench.tells(
        "O",
        consent,
        "consent_contradictory",
        "consent_contradictory",
        &json!({"state": "withdrawn", "withdrawn_on": "2026-09-01"}),
    );

    let lead = json!({"first_name": "Maëlys", "last_name": "Kerbrat", "phone": "06 39 98 00 01", "issued_at": "2026-11-20T09:00", "state": "new"});
    let lead = bench.add("lead", &lead);
    bench.tells(
        "L",
        lead,
        "lead_of_customer",
        "lead_of_customer",
        &json!({"customer_id": owner}),
    );
    let reference = format!("L{lead:05}");
    let told = json!({"lead_id": reference, "kind": "call", "happened_at": "2026-11-21T10:00"});
    let told = bench.add("activity", &told);
    let asked = json!({"check": "lead_of_customer", "refs": [reference], "except": []});
    done(&mut bench.engine, "cleaning.accept", &asked);
    let whose: Option<i64> = bench
        .engine
        .store
        .conn()
        .query_row("SELECT customer_id FROM activity WHERE id = ?1", [told], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(
        whose,
        Some(bench.person),
        "what was told with the lead follows it"
    );
    let call = json!({"customer_id": owner, "kind": "call", "happened_at": "2026-11-22T10:00", "result": "Intéressé"});
    let call = bench.add("activity", &call);
    bench.tells("A", call, "follow_up_missing", "follow_up_missing", &Json::Null);
    bench.spoil("activity", call, "next_follow_up_on", Some("2026-11-30"));
    assert_eq!(bench.told(&format!("A{call:05}")), []);
    bench.add(
        "note",
        &json!({"customer_id": owner, "comment": "Sa fille annonce le décès de notre cliente."}),
    );
    bench.tells("C", bench.person, "news_unread", "deceased", &Json::Null);
    bench.spoil("customer", bench.person, "record_state", Some("to_check"));
    assert_eq!(bench.told(&owner), [], "somebody saw to it");
}
