//! Groups of a list and the values of a field, by several ways that must agree.

use super::{done, person, sandbox};
use crate::fields::{CATALOGUE, Entity};
use serde_json::{Value as Json, json};

fn groups(entity: &Json, field: &str, filters: &Json) -> Json {
    json!({"entity": entity, "quick": "", "filters": filters, "field": field, "order": "count", "limit": 2000})
}

#[test]
fn groups_of_any_field_add_up_to_the_list_and_open_on_their_rows() {
    let mut engine = sandbox();
    for known in CATALOGUE {
        if matches!(known.entity, Entity::Anomaly | Entity::PendingEvent) {
            continue;
        }
        let entity = serde_json::to_value(known.entity).unwrap();
        let rows = |filters: Json| json!({"entity": entity, "columns": [], "sorts": [], "quick": "", "filters": filters, "offset": 0, "limit": 1});
        let total = done(&mut engine, "list.page", &rows(json!([])))["total"].clone();
        for field in known.fields {
            let found = done(
                &mut engine,
                "list.groups",
                &groups(&entity, field.key, &json!([])),
            );
            assert_eq!(found["total"], total, "{} {}", known.table, field.key);
            for group in found["groups"].as_array().unwrap().iter().take(3) {
                let value = &group["value"];
                let dated = matches!(
                    field.kind,
                    crate::fields::Kind::Date | crate::fields::Kind::DateTime
                );
                let filter = if dated && !value.is_null() {
                    json!({"field": field.key, "values": [], "from": value, "to": value})
                } else {
                    json!({"field": field.key, "values": [value]})
                };
                let listed = done(&mut engine, "list.page", &rows(json!([filter])))["total"].clone();
                assert_eq!(group["count"], listed, "{} {} {value}", known.table, field.key);
            }
        }
    }
}

#[test]
fn bounds_keep_days_months_and_amounts() {
    let mut engine = sandbox();
    let total = |engine: &mut crate::Engine, filters: Json| {
        let list = json!({"entity": "invoice", "columns": [], "sorts": [], "quick": "", "filters": filters, "offset": 0, "limit": 1});
        done(engine, "list.page", &list)["total"].as_i64().unwrap()
    };
    let all = total(&mut engine, json!([]));
    let old = total(
        &mut engine,
        json!([{"field": "issued_on", "values": [], "to": "2025"}]),
    );
    let new = total(
        &mut engine,
        json!([{"field": "issued_on", "values": [], "from": "2026-01-01"}]),
    );
    assert!(old > 0 && new > 0);
    assert_eq!(old + new, all);
    let dear = total(
        &mut engine,
        json!([{"field": "gross_amount", "values": [], "from": 100_000}]),
    );
    let cheap = total(
        &mut engine,
        json!([{"field": "gross_amount", "values": [], "to": 99_999}]),
    );
    assert!(dear > 0 && cheap > 0);
    assert_eq!(dear + cheap, all);
}

#[test]
fn a_list_of_cars_is_found_by_the_name_of_their_owner() {
    let mut engine = sandbox();
    let owner = person(&mut engine, "Élodie", "Zyxwv", &json!({}));
    let car =
        json!({"entity": "vehicle", "values": {"customer_id": owner, "make": "Renault", "model": "Clio"}});
    let car = done(&mut engine, "record.create", &car)["ref"].clone();
    let list = json!({"entity": "vehicle", "columns": ["customer_id"], "sorts": [{"field": "customer_id", "descending": false}], "quick": "clio zyxw", "filters": [], "offset": 0, "limit": 5});
    let page = done(&mut engine, "list.page", &list);
    assert_eq!(page["total"], 1);
    assert_eq!(page["rows"][0]["ref"], car);
    assert_eq!(page["names"][&owner], "Élodie Zyxwv");
}

#[test]
fn odd_spellings_of_a_town_are_put_together_and_made_one() {
    let mut engine = sandbox();
    for town in ["Quimperlé", "Quimperlé", "QUIMPERLE", "Quimprelé"] {
        person(&mut engine, "Ana", "Zyxwv", &json!({"town": town}));
    }
    let read = json!({"entity": "customer", "field": "town", "find": "quimper"});
    let seen = done(&mut engine, "field.values", &read);
    let family = |seen: &Json| {
        let families = seen["families"].as_array().unwrap();
        families
            .iter()
            .find(|family| family["proposed"] == "Quimperlé")
            .cloned()
    };
    let found = family(&seen).unwrap();
    assert_eq!(found["sure"], false);
    let writings: Vec<&str> = found["writings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|writing| writing["value"].as_str().unwrap())
        .collect();
    assert_eq!(writings, ["Quimperlé", "QUIMPERLE", "Quimprelé"]);
    let listed = seen["values"].as_array().unwrap();
    assert!(
        listed
            .iter()
            .all(|group| crate::values::fold(group["value"].as_str().unwrap()).contains("quimp"))
    );
    let counted: i64 = seen["total"].as_i64().unwrap();
    let all = json!({"entity": "customer", "columns": [], "sorts": [], "quick": "", "filters": [], "offset": 0, "limit": 1});
    assert_eq!(done(&mut engine, "list.page", &all)["total"], counted);

    let one = json!({"values": {"town": "Quimperlé"}, "chosen": {"entity": "customer", "quick": "", "filters": [{"field": "town", "values": writings}], "sorts": [], "all": true, "refs": []}});
    done(&mut engine, "bulk.edit", &one);
    assert_eq!(family(&done(&mut engine, "field.values", &read)), None);
}

#[test]
fn a_clean_base_has_few_odd_spellings() {
    let mut engine = sandbox();
    let read = json!({"entity": "vehicle", "field": "make", "find": ""});
    let seen = done(&mut engine, "field.values", &read);
    let names: i64 = seen["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["count"].as_i64().unwrap())
        .sum();
    assert_eq!(
        names + seen["blanks"].as_i64().unwrap(),
        seen["total"].as_i64().unwrap()
    );
    assert_eq!(
        seen["distinct"].as_u64().unwrap(),
        seen["values"].as_array().unwrap().len() as u64
    );
    assert!(seen["families"].as_array().unwrap().len() <= 2, "{seen}");
}
