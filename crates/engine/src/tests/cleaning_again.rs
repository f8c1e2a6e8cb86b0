//! What is judged again after a change is what would be found by judging everything: any changes, taken back or not.

use super::{NOW, call, done, same};
use crate::{Engine, Settings};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// What a person does to records that may concern others: the two numbers say which.
type Act = (&'static str, i64, i64);

const ACTS: [&str; 14] = [
    "namesake", "home", "chassis", "owner", "billed", "lead", "undo", "undo", "redo", "merge", "forget",
    "sell", "archive", "promise",
];

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = (prop::sample::select(&ACTS[..]), 1..60_i64, 1..60_i64);
    prop::collection::vec(act, 1..25)
}

/// Some columns of a row, as the wire has them.
fn of(engine: &Engine, table: &str, columns: &[&str], id: i64) -> Json {
    let mut values = serde_json::Map::new();
    for column in columns {
        let sql = format!("SELECT {column} FROM {table} WHERE id = ?1");
        let text: Option<String> = engine
            .store
            .conn()
            .query_row(&sql, [id], |row| row.get(0))
            .unwrap_or_default();
        values.insert((*column).to_owned(), text.map_or(Json::Null, Json::from));
    }
    Json::Object(values)
}

/// Does it when it can be done: half of these records are not there.
fn act(engine: &mut Engine, (act, one, other): Act) {
    let reference = |letter: char, id: i64| format!("{letter}{id:05}");
    let edit = |reference: String, values: Json| ("record.edit", json!({"ref": reference, "values": values}));
    let person = ["first_name", "last_name", "birth_date", "mobile"];
    let (name, input) = match act {
        "namesake" => edit(reference('C', one), of(engine, "customer", &person, other)),
        "home" => {
            let home = ["street_number", "street", "postcode", "town", "mobile"];
            edit(reference('C', one), of(engine, "customer", &home, other))
        }
        "chassis" => edit(
            reference('V', one),
            of(engine, "vehicle", &["vin", "plate"], other),
        ),
        "owner" => edit(reference('V', one), json!({"customer_id": reference('C', other)})),
        "billed" => edit(reference('F', one), json!({"vehicle_id": reference('V', other)})),
        "lead" => {
            let values = of(engine, "customer", &["first_name", "last_name", "mail"], other);
            edit(reference('L', one % 12 + 1), values)
        }
        "undo" => ("change.undo", json!({})),
        "redo" => ("change.redo", json!({})),
        "merge" => {
            let both = [reference('C', one), reference('C', other)];
            (
                "merge.do",
                json!({"customers": both, "kept": both[0], "values": {}}),
            )
        }
        "forget" => (
            "record.delete",
            json!({"ref": reference(['C', 'V', 'L'][one as usize % 3], other)}),
        ),
        "sell" => edit(reference('V', one), json!({"sold_on": "2026-11-20"})),
        "archive" => edit(reference('C', one), json!({"record_state": "archived"})),
        _ => {
            let values = json!({"customer_id": reference('C', one), "kind": "call", "direction": "outbound",
                "happened_at": "2026-11-20T10:00", "result": "Intéressé", "content": "Client décédé"});
            ("record.create", json!({"entity": "activity", "values": values}))
        }
    };
    drop(call(engine, name, &input));
}

/// Every finding of every check, in full.
fn findings(engine: &mut Engine) -> String {
    let page = done(engine, "cleaning.read", &json!({}));
    let mut told = format!("{page}\n");
    for check in page["checks"].as_array().unwrap() {
        let input = json!({"check": check["check"], "ignored": false, "offset": 0, "limit": 500});
        let list = done(engine, "cleaning.list", &input);
        for finding in list["findings"].as_array().unwrap() {
            told += &format!("{} {finding}\n", check["check"]);
        }
    }
    told
}

fn holds(engine: &mut Engine) {
    let kept = findings(engine);
    engine.cleaning.take();
    same(&kept, &findings(engine));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_judged_again_is_what_all_of_it_would_be(seed in 1_u64..40, acts in acts()) {
        let mut engine = Engine::open_memory(Settings::school(seed, 60), &NOW).unwrap();
        findings(&mut engine);
        for one in acts {
            act(&mut engine, one);
            holds(&mut engine);
        }
    }
}

/// The double of a customer makes a lead theirs no more, two records away from the one that is written.
#[test]
fn a_lead_is_judged_again_when_its_customer_becomes_a_double() {
    let mut engine = super::sandbox();
    let create = |engine: &mut Engine, entity: &str, values: Json| {
        let made = done(
            engine,
            "record.create",
            &json!({"entity": entity, "values": values}),
        );
        made["ref"].as_str().unwrap().to_owned()
    };
    let someone = json!({"kind": "person", "first_name": "Zoé", "last_name": "Kerzyx", "birth_date": "1980-02-03",
        "mail": "zoe@courriel.example", "mobile": "06 39 98 11 22"});
    let earlier = create(
        &mut engine,
        "customer",
        json!({"kind": "person", "first_name": "Yann", "last_name": "Abgrall"}),
    );
    create(&mut engine, "customer", someone.clone());
    create(
        &mut engine,
        "lead",
        json!({"first_name": "Zoé", "last_name": "Kerzyx", "mail": "zoe@courriel.example",
        "issued_at": "2026-11-20T10:00", "state": "new"}),
    );
    let leads = |engine: &mut Engine| {
        let input = json!({"check": "lead_of_customer", "ignored": false, "offset": 0, "limit": 500});
        let list = done(engine, "cleaning.list", &input);
        let found = list["findings"].as_array().unwrap().iter();
        found
            .filter(|finding| finding["record"]["label"].as_str().unwrap().contains("Kerzyx"))
            .count()
    };
    assert_eq!(leads(&mut engine), 1);
    let mut values = someone;
    values.as_object_mut().unwrap().remove("kind");
    values["last_name"] = json!("Kerzix");
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": earlier, "values": values}),
    );
    assert_eq!(leads(&mut engine), 0, "nobody knows which of the two it is");
    holds(&mut engine);
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(leads(&mut engine), 1);
    holds(&mut engine);
}
