//! What must hold for any sequence of changes: undo all is the start to the byte, redo all is the end, an error leaves
//! everything as it was, what is derived is never stale, and the journal rebuilds the same sandbox.

use super::{NOW, call, derived_twice, done, dump, person, same, sandbox};
use crate::{Engine, Settings};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// Something a learner may do, wisely or not.
#[derive(Clone, Debug)]
struct Act {
    command: usize,
    record: u32,
    text: String,
}

fn act() -> impl Strategy<Value = Act> {
    (0_usize..14, 1_u32..70, "[A-Za-zéèç' -]{0,12}").prop_map(|(command, record, text)| Act {
        command,
        record,
        text,
    })
}

fn customer(number: u32) -> String {
    format!("C{number:05}")
}

/// Runs an act; refusals are part of the game.
fn run(engine: &mut Engine, act: &Act) {
    let who = customer(act.record);
    let before = dump(engine);
    let undo_before = done(engine, "change.list", &json!({"limit": 50}));
    let (name, input): (&str, Json) = match act.command {
        0 => (
            "record.create",
            json!({"entity": "customer", "values": {"kind": "person", "last_name": act.text, "first_name": "Zoé"}}),
        ),
        1 => (
            "record.create",
            json!({"entity": "customer", "values": {"kind": "company", "legal_name": act.text, "parent_id": who}}),
        ),
        2 => (
            "record.edit",
            json!({"ref": who, "values": {"town": act.text, "last_name": act.text}}),
        ),
        3 => (
            "record.edit",
            json!({"ref": who, "values": {"mobile": "06 39 98 00 01", "birth_date": "1990-02-28", "household_id": customer(act.record / 2 + 1)}}),
        ),
        4 => ("record.delete", json!({"ref": who})),
        5 => (
            "record.create",
            json!({"entity": "vehicle", "values": {"customer_id": who, "make": "Renault", "model": act.text, "mileage": act.record}}),
        ),
        6 => (
            "invoice.create",
            json!({"values": {"customer_id": who, "kind": "service", "issued_on": "2026-11-20"},
                   "lines": [{"label": "Vidange", "quantity": 100, "unit_price": 8_990}, {"label": act.text, "quantity": 250, "unit_price": 1_001}]}),
        ),
        7 => ("record.delete", json!({"ref": format!("F{:05}", act.record)})),
        8 => ("record.delete", json!({"ref": format!("V{:05}", act.record)})),
        9 => (
            "record.create",
            json!({"entity": "activity", "values": {"customer_id": who, "kind": "call", "happened_at": "2026-11-20T10:00", "next_follow_up_on": "2026-11-25"}}),
        ),
        10 => (
            "follow_up.done",
            json!({"activity": format!("A{:05}", act.record), "kind": "call", "result": null, "content": act.text, "nextOn": "2026-12-01", "owner": null}),
        ),
        11 => (
            "record.create",
            json!({"entity": "consent", "values": {"customer_id": who, "channel": "sms", "state": "granted"}}),
        ),
        12 => ("change.undo", json!({})),
        _ => ("change.redo", json!({})),
    };
    if call(engine, name, &input).is_err() {
        same(&before, &dump(engine));
        assert_eq!(undo_before, done(engine, "change.list", &json!({"limit": 50})));
    }
}

fn undo_all(engine: &mut Engine) -> usize {
    std::iter::from_fn(|| call(engine, "change.undo", &json!({})).ok()).count()
}

fn redo_all(engine: &mut Engine) -> usize {
    std::iter::from_fn(|| call(engine, "change.redo", &json!({})).ok()).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_is_the_start_and_redo_all_the_end(acts in prop::collection::vec(act(), 1..30)) {
        let mut engine = sandbox();
        let start = dump(&engine);
        let base = engine.snapshot().unwrap();
        for act in &acts {
            run(&mut engine, act);
        }
        redo_all(&mut engine);
        let end = dump(&engine);
        let (kept, made) = derived_twice(&engine);
        same(&kept, &made);

        let undone = undo_all(&mut engine);
        same(&start, &dump(&engine));
        let (kept, made) = derived_twice(&engine);
        same(&kept, &made);
        prop_assert_eq!(undone, redo_all(&mut engine));
        same(&end, &dump(&engine));

        // What a browser appended brings the same sandbox back.
        let journal = engine.take_journal();
        let restored = Engine::restore(&base, &journal, Settings::school(7, 60), &NOW).unwrap();
        same(&end, &dump(&restored));
        let (kept, made) = derived_twice(&restored);
        same(&kept, &made);
    }

    #[test]
    fn reset_is_the_start_again_and_can_be_undone(acts in prop::collection::vec(act(), 1..20)) {
        let mut engine = sandbox();
        let start = dump(&engine);
        for act in &acts {
            run(&mut engine, act);
        }
        let before = dump(&engine);
        done(&mut engine, "data.reset", &json!({}));
        same(&start, &dump(&engine));
        let (kept, made) = derived_twice(&engine);
        same(&kept, &made);
        if before != start {
            done(&mut engine, "change.undo", &json!({}));
            same(&before, &dump(&engine));
        }
    }
}

#[test]
fn several_changes_are_undone_and_redone_at_once() {
    let mut engine = sandbox();
    let start = dump(&engine);
    let first = person(&mut engine, "Ana", "Un", &json!({}));
    person(&mut engine, "Bea", "Deux", &json!({}));
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": first, "values": {"town": "Rennes"}}),
    );
    let end = dump(&engine);
    let seq = done(&mut engine, "change.list", &json!({"limit": 9}))["entries"][2]["seq"].clone();
    done(&mut engine, "change.undo_to", &json!({"seq": seq}));
    same(&start, &dump(&engine));
    done(
        &mut engine,
        "change.redo_to",
        &json!({"seq": seq.as_i64().unwrap() + 2}),
    );
    same(&end, &dump(&engine));
}

#[test]
fn an_edit_that_changes_nothing_is_not_in_the_list() {
    let mut engine = sandbox();
    let ana = person(&mut engine, "Ana", "Un", &json!({"town": "Rennes"}));
    let answer = done(
        &mut engine,
        "record.edit",
        &json!({"ref": ana, "values": {"town": " Rennes "}}),
    );
    assert_eq!(answer["change"], Json::Null);
    assert_eq!(
        done(&mut engine, "change.list", &json!({"limit": 9}))["entries"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn the_history_says_what_each_field_was() {
    let mut engine = sandbox();
    let ana = person(&mut engine, "Ana", "Un", &json!({"town": "Rennes"}));
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": ana, "values": {"town": "Brest"}}),
    );
    done(
        &mut engine,
        "record.create",
        &json!({"entity": "vehicle", "values": {"customer_id": ana, "make": "Dacia", "model": "Spring"}}),
    );
    let entries = done(&mut engine, "change.history", &json!({"ref": ana}))["entries"].clone();
    let told: Vec<(&str, &str, &Json, &Json)> = entries
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (
                entry["entity"].as_str().unwrap(),
                entry["happened"].as_str().unwrap(),
                &entry["before"],
                &entry["after"],
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("vehicle", "created", &Json::Null, &Json::Null),
            ("customer", "edited", &json!("Rennes"), &json!("Brest")),
            ("customer", "created", &Json::Null, &Json::Null),
        ]
    );
}

#[test]
fn what_is_carried_to_another_computer_goes_on_there_and_fits_its_own_base_only() {
    let mut engine = sandbox();
    assert_eq!(engine.carried().unwrap(), None);
    let ana = person(&mut engine, "Ana", "Un", &json!({"town": "Rennes"}));
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": "C00001", "values": {"town": "Brest"}}),
    );
    done(
        &mut engine,
        "preference.write",
        &json!({"key": "greeting", "value": "closed"}),
    );
    let carried = engine.carried().unwrap().unwrap();

    let mut elsewhere = sandbox();
    elsewhere.carry_on(&carried).unwrap();
    same(&dump(&engine), &dump(&elsewhere));
    let greeting = done(&mut elsewhere, "preference.read", &json!({"key": "greeting"}));
    assert_eq!(greeting["value"], json!("closed"));
    // And further: what was carried is carried again, with what came after it.
    done(
        &mut elsewhere,
        "record.edit",
        &json!({"ref": ana, "values": {"town": "Vannes"}}),
    );
    let mut third = sandbox();
    third.carry_on(&elsewhere.carried().unwrap().unwrap()).unwrap();
    same(&dump(&elsewhere), &dump(&third));

    // All undone, the preferences are left, which are nothing to undo.
    undo_all(&mut engine);
    let mut fourth = sandbox();
    fourth.carry_on(&engine.carried().unwrap().unwrap()).unwrap();
    same(&dump(&engine), &dump(&fourth));
    assert!(call(&mut fourth, "change.undo", &json!({})).is_err());
    done(
        &mut engine,
        "preference.write",
        &json!({"key": "greeting", "value": null}),
    );
    assert_eq!(engine.carried().unwrap(), None);

    let mut other = Engine::open_memory(Settings::school(8, 60), &NOW).unwrap();
    let before = dump(&other);
    let cut = &carried[..carried.len() - 9];
    for (engine, bytes) in [(&mut other, &carried[..]), (&mut sandbox(), cut)] {
        assert!(matches!(
            engine.carry_on(bytes),
            Err(crate::ApiError::DataDamaged)
        ));
    }
    same(&before, &dump(&other));
}
