//! Activities written down, and the timeline they come into.

use super::{call, done, person, sandbox};
use serde_json::{Value as Json, json};

fn log(customer: &str, more: &Json) -> Json {
    let mut values = json!({ "customer_id": customer, "kind": "call", "happened_at": "2026-11-23T14:00" });
    for (key, value) in more.as_object().unwrap() {
        values[key] = value.clone();
    }
    values
}

#[test]
fn a_contact_closes_the_follow_up_it_answers_in_one_step() {
    let mut engine = sandbox();
    let customer = person(&mut engine, "Léa", "Kerjean", &json!({}));
    let asked = done(
        &mut engine,
        "activity.log",
        &json!({ "values": log(&customer, &json!({ "next_follow_up_on": "2026-11-23" })) }),
    );
    let open = |engine: &mut crate::Engine| done(engine, "customer.open", &json!({ "ref": customer }));
    let ahead = |file: &Json| {
        file["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|moment| moment["kind"] == "follow_up")
            .count()
    };
    assert_eq!(ahead(&open(&mut engine)), 1);
    let before = open(&mut engine);

    done(
        &mut engine,
        "activity.log",
        &json!({ "values": log(&customer, &json!({ "result": "Joint" })), "answers": [asked["ref"]] }),
    );
    let after = open(&mut engine);
    assert_eq!(ahead(&after), 0);
    assert_eq!(after["activities"].as_array().unwrap().len(), 2);
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(open(&mut engine), before);
}

#[test]
fn a_follow_up_in_the_past_and_the_activity_of_another_are_refused_and_nothing_is_kept() {
    let mut engine = sandbox();
    let (one, other) = (
        person(&mut engine, "Léa", "Kerjean", &json!({})),
        person(&mut engine, "Yann", "Le Bihan", &json!({})),
    );
    let asked = done(
        &mut engine,
        "activity.log",
        &json!({ "values": log(&other, &json!({ "next_follow_up_on": "2026-11-30" })) }),
    );
    let late = json!({ "values": log(&one, &json!({ "next_follow_up_on": "2026-11-22" })) });
    let elsewhere = json!({ "values": log(&one, &json!({})), "answers": [asked["ref"]] });
    for input in [&late, &elsewhere] {
        assert!(call(&mut engine, "activity.log", input).is_err(), "{input}");
    }
    let file = done(&mut engine, "customer.open", &json!({ "ref": one }));
    assert_eq!(file["activities"], json!([]));
}

#[test]
fn the_timeline_holds_every_dated_record_once() {
    let mut engine = sandbox();
    let page = done(
        &mut engine,
        "list.page",
        &json!({ "entity": "customer", "columns": [], "quick": "", "filters": [], "sorts": [], "offset": 0, "limit": 60 }),
    );
    for row in page["rows"].as_array().unwrap() {
        let file = done(&mut engine, "customer.open", &json!({ "ref": row["ref"] }));
        for (part, field, but) in [
            ("activities", "happened_at", "follow_up"),
            ("invoices", "issued_on", ""),
            ("leads", "issued_at", ""),
            ("agenda", "starts_at", ""),
            ("consents", "given_on", ""),
        ] {
            for record in file[part].as_array().unwrap() {
                let found = file["timeline"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|moment| moment["ref"] == record["ref"] && moment["field"] == field)
                    .filter(|moment| moment["kind"] != but)
                    .count();
                let dated = usize::from(record["values"][field].is_string());
                assert_eq!(found, dated, "{part} {record}");
            }
        }
    }
}
