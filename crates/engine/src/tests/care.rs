//! The figures of after-sales as fields of lists: those of the record's pages, whatever was done and whatever the day.

use super::{derived_twice, done, person, same, sandbox};
use crate::{Engine, FixedWorld, Settings};
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

const CAR_FIELDS: [(&str, &str); 10] = [
    ("estimated_km", "estimate"),
    ("km_per_year", "kmPerYear"),
    ("visit_interval_mean", "meanInterval"),
    ("visit_interval_median", "medianInterval"),
    ("next_visit_on", "nextVisit"),
    ("next_visit_by_date_on", "nextByDate"),
    ("next_visit_by_km_on", "nextByKm"),
    ("inspection_due_on", "inspection"),
    ("warranty_end_on", "warrantyEnd"),
    ("finance_end_on", "financeEnd"),
];

const CHANNELS: [&str; 4] = ["phone", "sms", "mail", "letter"];

fn ask(engine: &mut Engine, world: &FixedWorld, name: &str, input: &Json) -> Json {
    let answer = engine.call(name, &input.to_string(), world);
    serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{name} {input}: {error}"))).unwrap()
}

/// The values of some columns, by the reference of the record.
fn rows(
    engine: &mut Engine,
    world: &FixedWorld,
    entity: &str,
    columns: &[&str],
) -> BTreeMap<String, Vec<Json>> {
    let input = json!({ "entity": entity, "columns": columns, "quick": "", "filters": [], "sorts": [], "offset": 0, "limit": 1000 });
    let page = ask(engine, world, "list.page", &input);
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let values = row["values"].as_array().unwrap().clone();
        (row["ref"].as_str().unwrap().to_owned(), values)
    })
    .collect()
}

/// Every field of every car and customer is what its record's page says.
fn fields_are_those_of_the_pages(engine: &mut Engine, world: &FixedWorld) -> usize {
    let keys: Vec<&str> = CAR_FIELDS
        .iter()
        .map(|(key, _)| *key)
        .chain(["visit_count", "last_visit_on", "has_odd_reading", "loyalty"])
        .collect();
    let cars = rows(engine, world, "vehicle", &keys);
    let keys: Vec<String> = CHANNELS
        .iter()
        .map(|channel| format!("reachable_{channel}"))
        .chain(["loyalty".to_owned(), "next_visit_on".to_owned()])
        .collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let customers = rows(engine, world, "customer", &keys);
    let mut seen = 0;
    for (customer, values) in &customers {
        let page = ask(engine, world, "after_sales.read", &json!({ "ref": customer }));
        let mut soonest: Option<String> = None;
        for car in page["cars"].as_array().unwrap() {
            seen += 1;
            let reference = car["ref"].as_str().unwrap();
            let mut told: Vec<Json> = CAR_FIELDS
                .iter()
                .map(|(_, figure)| car[figure]["value"]["value"].clone())
                .collect();
            let odd = car["points"]
                .as_array()
                .unwrap()
                .iter()
                .any(|point| point["odd"] == true);
            told.extend([
                car["visits"].clone(),
                car["lastVisit"].clone(),
                json!(odd),
                car["loyalty"].clone(),
            ]);
            assert_eq!(cars[reference], told, "{reference} on {:?}", world.0);
            let next = car["nextVisit"]["value"]["value"].as_str().map(str::to_owned);
            soonest = [soonest, next].into_iter().flatten().min();
        }
        let verdicts = ask(engine, world, "consents.read", &json!({ "ref": customer }));
        for (place, channel) in CHANNELS.iter().enumerate() {
            let verdict = verdicts["channels"]
                .as_array()
                .unwrap()
                .iter()
                .find(|verdict| verdict["channel"] == *channel);
            let allowed = verdict.map_or(Json::Null, |verdict| verdict["today"]["allowed"].clone());
            assert_eq!(values[place], allowed, "{customer} {channel} on {:?}", world.0);
        }
        assert_eq!(values[4], page["loyalty"], "{customer}");
        assert_eq!(values[5].as_str(), soonest.as_deref(), "{customer}");
    }
    assert_eq!(seen, cars.len());
    seen
}

#[test]
fn fields_of_lists_are_the_figures_of_the_pages_on_any_day() {
    let first = FixedWorld(date(2026, 11, 23).at(14, 30, 0, 0));
    let mut engine = Engine::open_memory(Settings::school(7, 60), &first).unwrap();
    // A Monday, a Sunday, a public holiday, days after events have come true.
    for day in [
        date(2026, 11, 23),
        date(2026, 11, 29),
        date(2026, 12, 25),
        date(2027, 3, 1),
    ] {
        let seen = fields_are_those_of_the_pages(&mut engine, &FixedWorld(day.at(14, 30, 0, 0)));
        assert!(seen > 50, "{seen}");
    }
    let (kept, made) = derived_twice(&engine);
    same(&kept, &made);
}

/// Something that touches what is kept.
fn act(engine: &mut Engine, (what, who, number): (usize, u32, u32)) {
    let (customer, other) = (format!("C{who:05}"), format!("C{:05}", number % 60 + 1));
    let car = format!("V{:05}", number % 70 + 1);
    let day = date(2020, 1, 1).saturating_add(jiff::Span::new().days(i64::from(number) * 25));
    let (name, input) = match what {
        0 => (
            "invoice.create",
            json!({"values": {"customer_id": customer, "vehicle_id": car, "kind": "service", "issued_on": day.to_string(), "mileage": number * 700 % 90_000},
                   "lines": [{"label": "Contrôle technique", "quantity": 100, "unit_price": 8_990}]}),
        ),
        1 => (
            "invoice.create",
            json!({"values": {"customer_id": customer, "vehicle_id": car, "kind": "used_vehicle", "issued_on": day.to_string()},
                   "lines": [{"label": "Garantie 24 mois", "quantity": 100, "unit_price": 8_990}]}),
        ),
        2 => (
            "record.edit",
            json!({"ref": format!("LF{number:05}"), "values": {"label": "Extension de garantie 12 mois"}}),
        ),
        3 => ("record.delete", json!({"ref": format!("LF{number:05}")})),
        4 => ("record.delete", json!({"ref": format!("F{number:05}")})),
        5 => (
            "record.edit",
            json!({"ref": format!("F{number:05}"), "values": {"vehicle_id": car, "mileage": number * 900}}),
        ),
        6 => (
            "record.edit",
            json!({"ref": car, "values": {"customer_id": customer}}),
        ),
        7 => (
            "record.edit",
            json!({"ref": car, "values": {"sold_on": day.to_string()}}),
        ),
        8 => (
            "record.edit",
            json!({"ref": car, "values": {"energy": "Diesel", "first_registered_on": "2019-05-02", "finance_kind": "lease", "financed_on": "2024-05-02", "finance_months": 48}}),
        ),
        9 => ("record.delete", json!({"ref": car})),
        10 => (
            "consent.set",
            json!({"ref": customer, "channel": CHANNELS[number as usize % 4], "state": "withdrawn", "origin": null}),
        ),
        11 => (
            "record.create",
            json!({"entity": "activity", "values": {"customer_id": customer, "kind": "call", "direction": "outbound", "happened_at": "2026-11-20T10:00"}}),
        ),
        12 => (
            "record.edit",
            json!({"ref": format!("L{:05}", number % 40 + 1), "values": {"customer_id": customer, "state": "in_progress"}}),
        ),
        13 => (
            "merge.do",
            json!({"customers": [customer, other], "kept": customer, "values": {}}),
        ),
        14 => (
            "record.edit",
            json!({"ref": customer, "values": {"mobile": null, "mail": null}}),
        ),
        15 => ("time.advance", json!({})),
        16 => ("record.delete", json!({"ref": customer})),
        17 => ("change.redo", json!({})),
        _ => ("change.undo", json!({})),
    };
    drop(super::call(engine, name, &input));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_what_would_be_made_anew(
        acts in prop::collection::vec((0_usize..20, 1_u32..61, 1_u32..100), 1..25),
    ) {
        let mut engine = sandbox();
        for one in &acts {
            act(&mut engine, *one);
        }
        let (kept, made) = derived_twice(&engine);
        same(&kept, &made);
        while super::call(&mut engine, "change.undo", &json!({})).is_ok() {}
        let (kept, made) = derived_twice(&engine);
        same(&kept, &made);
    }
}

#[test]
fn vehicles_are_listed_by_the_next_visit_and_sifted_by_what_is_due() {
    let mut engine = sandbox();
    let page = |engine: &mut Engine, sort: &str, filters: Json, columns: Json| {
        done(
            engine,
            "list.page",
            &json!({ "entity": "vehicle", "columns": columns, "quick": "", "filters": filters,
                "sorts": [{ "field": sort, "descending": false }], "offset": 0, "limit": 500 }),
        )["rows"]
            .as_array()
            .unwrap()
            .clone()
    };
    let sorted = page(&mut engine, "next_visit_on", json!([]), json!(["next_visit_on"]));
    let days: Vec<&str> = sorted
        .iter()
        .filter_map(|row| row["values"][0].as_str())
        .collect();
    assert!(days.is_sorted() && days.len() > 40, "{days:?}");
    let before = json!([{ "field": "inspection_due_on", "values": [], "to": "2026-12-31" }]);
    let due = page(
        &mut engine,
        "inspection_due_on",
        before,
        json!(["inspection_due_on", "sold_on"]),
    );
    assert!(!due.is_empty());
    for row in &due {
        let day = row["values"][0].as_str().unwrap();
        assert!(day <= "2026-12-31" && row["values"][1].is_null(), "{day}");
    }
    let all = page(
        &mut engine,
        "inspection_due_on",
        json!([]),
        json!(["inspection_due_on"]),
    );
    let in_time = all
        .iter()
        .filter_map(|row| row["values"][0].as_str())
        .filter(|day| *day <= "2026-12-31")
        .count();
    assert_eq!(due.len(), in_time);
    // Words are looked for in the record itself while the list is in the order of what is kept.
    let input = json!({ "entity": "vehicle", "columns": ["make"], "quick": "renault", "filters": [{ "field": "visit_overdue", "values": [true] }],
        "sorts": [{ "field": "next_visit_on", "descending": true }], "offset": 0, "limit": 500 });
    let found = done(&mut engine, "list.page", &input);
    assert!(
        found["rows"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["values"][0].as_str().is_some())
    );
}

#[test]
fn every_field_of_customers_and_vehicles_sorts_sifts_and_groups() {
    let mut engine = sandbox();
    let catalogue = done(&mut engine, "catalogue.read", &json!({}));
    for entity in catalogue["entities"].as_array().unwrap() {
        let name = entity["entity"].as_str().unwrap();
        if !matches!(name, "customer" | "vehicle") {
            continue;
        }
        for field in entity["fields"].as_array().unwrap() {
            let key = field["key"].as_str().unwrap();
            let group = done(
                &mut engine,
                "list.groups",
                &json!({ "entity": name, "quick": "", "filters": [], "field": key, "order": "count", "limit": 2000 }),
            );
            let total = group["total"].as_i64().unwrap();
            for quick in ["", "e"] {
                let input = json!({ "entity": name, "columns": [key], "quick": quick, "filters": [{ "field": key, "values": [null] }],
                    "sorts": [{ "field": key, "descending": true }, { "field": "loyalty", "descending": false }], "offset": 0, "limit": 500 });
                let blanks = done(&mut engine, "list.page", &input)["total"].as_i64().unwrap();
                let grouped = group["groups"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .find(|group| group["value"].is_null());
                let counted = grouped.map_or(0, |group| group["count"].as_i64().unwrap());
                assert!(
                    blanks == counted || !quick.is_empty(),
                    "{name} {key}: {blanks} and {counted} of {total}"
                );
            }
        }
    }
}

#[test]
fn a_customer_is_told_by_what_was_written_of_them() {
    let mut engine = sandbox();
    let customer = person(
        &mut engine,
        "Maël",
        "Tanguy",
        &json!({ "mobile": "06 39 98 00 01" }),
    );
    for (kind, on) in [
        ("service", "2025-01-10"),
        ("service", "2026-01-10"),
        ("service", "2026-01-10"),
        ("parts", "2026-03-01"),
        ("new_vehicle", "2024-01-01"),
    ] {
        done(
            &mut engine,
            "record.create",
            &json!({ "entity": "invoice", "values": { "customer_id": customer, "kind": kind, "issued_on": on, "net_amount": 10_000 } }),
        );
    }
    done(
        &mut engine,
        "consent.set",
        &json!({ "ref": customer, "channel": "sms", "state": "granted", "origin": "Formulaire" }),
    );
    let file = done(&mut engine, "customer.open", &json!({ "ref": customer }));
    let values = &file["customer"]["values"];
    for (key, expected) in [
        ("service_count", json!(3)),
        ("service_turnover", json!(36_000)),
        ("parts_count", json!(1)),
        ("purchase_count", json!(1)),
        ("new_vehicle_turnover", json!(12_000)),
        ("last_purchase_on", json!("2024-01-01")),
        ("first_invoice_on", json!("2024-01-01")),
        ("visit_count", json!(2)),
        ("last_visit_on", json!("2026-01-10")),
        ("days_since_last_visit", json!(317)),
        ("visit_interval_mean", json!(365)),
        ("loyalty", json!("no_car")),
        ("consent_sms", json!("granted")),
        ("consent_mail", json!(null)),
        ("reachable_sms", json!(true)),
        ("reachable_mail", json!(false)),
        ("open_lead_count", json!(0)),
    ] {
        assert_eq!(values[key], expected, "{key}");
    }
}
