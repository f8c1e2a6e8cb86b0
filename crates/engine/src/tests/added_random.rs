//! What must hold of added fields for any sequence: undo all is the start to the byte, redo all is the end, the journal
//! rebuilds the same sandbox, a workbook carries everything, no value is left without its field or its record.

use super::added_fields::add;
use super::workbook::exported;
use super::{NOW, call, done, dump, same, sandbox};
use crate::{Engine, Settings};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

#[derive(Clone, Debug)]
struct Act {
    command: usize,
    record: u32,
    field: usize,
    text: String,
}

fn act() -> impl Strategy<Value = Act> {
    let text = prop_oneof![
        "[A-Za-zé ]{0,9}",
        "[;'\"«» 🎉\n=+-]{0,4}[a-c]{0,2}",
        "-?[0-9]{1,4}"
    ];
    (0_usize..12, 1_u32..40, 0_usize..6, text).prop_map(|(command, record, field, text)| Act {
        command,
        record,
        field,
        text,
    })
}

const KINDS: [&str; 7] = ["text", "long_text", "integer", "money", "date", "flag", "choice"];

/// The field of that place, with its entity, its choices and its reference.
fn field(engine: &mut Engine, place: usize) -> Option<Json> {
    let listed = done(engine, "custom_field.list", &json!({}));
    let fields = listed["fields"].as_array().unwrap();
    fields.get(place % fields.len().max(1)).cloned()
}

fn value(field: &Json, act: &Act) -> Json {
    match field["kind"].as_str().unwrap() {
        "flag" => json!(act.record.is_multiple_of(2)),
        "date" => json!(format!("2026-{:02}-11", act.record % 12 + 1)),
        "choice" => field["choices"][act.field % 3]["label"].clone(),
        _ => json!(act.text),
    }
}

fn run(engine: &mut Engine, act: &Act) {
    let entity = if act.record.is_multiple_of(3) {
        "vehicle"
    } else {
        "customer"
    };
    let known = field(engine, act.field).unwrap_or(json!({}));
    let reference = known["ref"].as_str().unwrap_or_default().to_owned();
    let (name, input): (&str, Json) = match act.command {
        0 | 1 => (
            "custom_field.create",
            json!({"entity": entity, "label": act.text, "kind": KINDS[act.record as usize % 7],
            "choices": ["Un", "Deux", act.text], "heading": act.text}),
        ),
        2 => ("custom_field.delete", json!({"ref": reference})),
        3 => (
            "custom_field.edit",
            json!({"ref": reference, "label": act.text, "heading": "", "choices": [
            {"was": "Deux", "label": "Un"}, {"was": "Un", "label": act.text}, {"was": null, "label": "Trois"}]}),
        ),
        4 => ("record.delete", json!({"ref": format!("C{:05}", act.record)})),
        5 => (
            "merge.do",
            json!({"customers": [format!("C{:05}", act.record), format!("C{:05}", act.record + 1)], "kept": format!("C{:05}", act.record), "values": {}}),
        ),
        6 => ("change.undo", json!({})),
        7 => ("change.redo", json!({})),
        _ => {
            let Some(key) = known["key"].as_str() else { return };
            let prefix = if known["entity"] == "vehicle" { "V" } else { "C" };
            (
                "record.edit",
                json!({"ref": format!("{prefix}{:05}", act.record), "values": {key: value(&known, act)}}),
            )
        }
    };
    let before = dump(engine);
    if call(engine, name, &input).is_err() {
        same(&before, &dump(engine));
    }
}

/// Every value has its field, and its record.
fn orphans(engine: &Engine) -> i64 {
    let sql = "SELECT count(*) FROM custom_value AS value WHERE
        NOT EXISTS (SELECT 1 FROM custom_field AS field WHERE field.entity = value.entity AND field.key = value.key)
        OR (value.entity = 'customer' AND value.record_id NOT IN (SELECT id FROM customer))
        OR (value.entity = 'vehicle' AND value.record_id NOT IN (SELECT id FROM vehicle))";
    engine.store.conn().query_row(sql, [], |row| row.get(0)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_is_undone_redone_replayed_and_carried(acts in prop::collection::vec(act(), 1..30)) {
        let mut engine = sandbox();
        let start = dump(&engine);
        let snapshot = engine.snapshot().unwrap();
        engine.take_journal();
        add(&mut engine, "customer", "Club", "choice", &["Un", "Deux"]);
        add(&mut engine, "vehicle", "Budget", "money", &[]);
        for act in &acts {
            run(&mut engine, act);
            prop_assert_eq!(orphans(&engine), 0);
        }
        let end = dump(&engine);
        let replayed = Engine::restore(&snapshot, &engine.take_journal(), Settings::school(7, 60), &NOW).unwrap();
        same(&end, &dump(&replayed));

        let bytes = exported(&mut engine, "session", false, &NOW);
        let mut other = Engine::open_memory(Settings::school(9, 40), &NOW).unwrap();
        other.give_file(bytes.clone());
        other.call("workbook.import", "{}", &NOW).unwrap();
        prop_assert!(exported(&mut other, "session", false, &NOW) == bytes);
        let of_fields = |engine: &Engine| {
            let text = dump(engine);
            let part = |table: &str| text.split(table).nth(1).unwrap_or_default().split("sequence").next().unwrap_or_default().to_owned();
            part("custom_value")
        };
        prop_assert_eq!(of_fields(&engine), of_fields(&other));

        let mut count = 0;
        while call(&mut engine, "change.undo", &json!({})).is_ok() { count += 1; }
        same(&start, &dump(&engine));
        for _ in 0..count {
            done(&mut engine, "change.redo", &json!({}));
        }
        same(&end, &dump(&engine));
    }
}
