//! Consents through the door.

use super::{call, done, person, sandbox};
use serde_json::{Value as Json, json};

fn channel(engine: &mut crate::Engine, customer: &str, mode: &str, channel: &str) -> Json {
    let found = done(engine, "consents.read", &json!({ "ref": customer, "mode": mode }));
    found["channels"]
        .as_array()
        .unwrap()
        .iter()
        .find(|known| known["channel"] == channel)
        .unwrap()
        .clone()
}

#[test]
fn what_is_said_today_counts_today_and_is_undone_in_one_step() {
    let mut engine = sandbox();
    let customer = person(&mut engine, "Nina", "Cadiou", &json!({ "mobile": "0639980001" }));
    let phone = |engine: &mut crate::Engine| channel(engine, &customer, "complete", "phone")["today"].clone();
    assert_eq!(phone(&mut engine)["reason"], "no_consent");
    let before = super::dump(&engine);

    let without = json!({ "ref": customer, "channel": "phone", "state": "granted", "origin": null });
    assert!(call(&mut engine, "consent.set", &without).is_err());
    let say = |state: &str| json!({ "ref": customer, "channel": "phone", "state": state, "origin": "Bon de commande" });
    let made = done(&mut engine, "consent.set", &say("granted"));
    assert_eq!(
        phone(&mut engine),
        json!({ "allowed": true, "reason": "agreed", "day": "2026-11-23" })
    );
    let again = done(&mut engine, "consent.set", &say("withdrawn"));
    assert_eq!(made["ref"], again["ref"]);
    assert_eq!(
        phone(&mut engine),
        json!({ "allowed": false, "reason": "withdrawn", "day": "2026-11-23" })
    );
    done(&mut engine, "consent.set", &say("granted"));
    assert_eq!(phone(&mut engine)["allowed"], true);
    let mail = channel(&mut engine, &customer, "complete", "mail");
    assert_eq!(mail["today"]["reason"], "no_address");
    for _ in 0..3 {
        done(&mut engine, "change.undo", &json!({}));
    }
    super::same(&super::dump(&engine), &before);
}

#[test]
fn the_school_base_has_people_for_many_reasons() {
    let mut engine = sandbox();
    let page = done(
        &mut engine,
        "list.page",
        &json!({ "entity": "customer", "columns": [], "quick": "", "filters": [], "sorts": [], "offset": 0, "limit": 60 }),
    );
    let mut reasons = std::collections::BTreeSet::new();
    for row in page["rows"].as_array().unwrap() {
        let found = done(&mut engine, "consents.read", &json!({ "ref": row["ref"] }));
        assert_eq!(found["channels"].as_array().unwrap().len(), 4);
        for known in found["channels"].as_array().unwrap() {
            reasons.insert(known["today"]["reason"].to_string());
        }
    }
    assert!(reasons.len() >= 6, "{reasons:?}");
}
