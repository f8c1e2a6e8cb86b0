//! Merging: nothing is lost, one step back brings the exact state, what pointed there still arrives.

use super::{NOW, derived_twice, done, dump, person, same, sandbox};
use crate::{Engine, Settings};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn count(engine: &Engine, sql: &str) -> i64 {
    engine.store.conn().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// What no merge may change: every row of what belongs to customers but notes and consents, of which one stays.
const KEPT: [&str; 8] = [
    "invoice",
    "invoice_line",
    "activity",
    "lead",
    "agenda_entry",
    "contact",
    "recipient",
    "pending_event",
];

fn kept(engine: &Engine) -> Vec<i64> {
    let count_of = |table: &&str| count(engine, &format!("SELECT count(*) FROM {table}"));
    KEPT.iter().map(count_of).collect()
}

/// Every text that a customer and its note, consents and vehicles hold.
fn texts(file: &Json) -> Vec<String> {
    let records = std::iter::once(&file["customer"])
        .chain(std::iter::once(&file["note"]))
        .chain(
            ["vehicles", "consents"]
                .iter()
                .flat_map(|part| file[part].as_array().unwrap()),
        );
    records
        .filter_map(|record| record["values"].as_object())
        .flat_map(|values| values.iter())
        .filter(|(key, _)| {
            [
                "first_name",
                "last_name",
                "street",
                "town",
                "mail",
                "mobile",
                "phone",
                "profession",
                "vin",
                "plate",
                "interests",
            ]
            .contains(&key.as_str())
        })
        .filter_map(|(_, value)| value.as_str().map(str::to_owned))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is merged with whatever: belongings are all there, every value is still readable, undo gives the exact
    /// state back, sums kept are right.
    #[test]
    fn nothing_is_lost(seed in 0_u64..4, places in proptest::collection::btree_set(1_u32..60, 2..5), first in 0_usize..2, chosen in 0_usize..4) {
        let mut engine = Engine::open_memory(Settings::school(seed, 60), &NOW).unwrap();
        let customers: Vec<String> = places.iter().map(|place| format!("C{place:05}"))
            .filter(|one| count(&engine, &format!("SELECT count(*) FROM customer WHERE kind = 'person' AND id = {}", &one[1..])) == 1)
            .collect();
        prop_assume!(customers.len() >= 2);
        let before = dump(&engine);
        let rows = kept(&engine);
        let told: Vec<String> = customers.iter()
            .flat_map(|one| texts(&done(&mut engine, "customer.open", &json!({"ref": one})))).collect();
        let keep = &customers[first];
        let preview = done(&mut engine, "merge.preview", &json!({"customers": customers, "kept": keep}));
        let values: serde_json::Map<String, Json> = preview["fields"].as_array().unwrap().iter().step_by(2)
            .map(|field| (field["key"].as_str().unwrap().to_owned(), json!(customers[chosen % customers.len()]))).collect();
        let merged = done(&mut engine, "merge.do", &json!({"customers": customers, "kept": keep, "values": values}));
        prop_assert_eq!(&kept(&engine), &rows);
        prop_assert_eq!(merged["ref"].as_str().unwrap(), keep);
        for one in &customers {
            let file = done(&mut engine, "customer.open", &json!({"ref": one}));
            prop_assert_eq!(file["customer"]["ref"].as_str().unwrap(), keep);
            let all = file.to_string();
            for text in &told {
                let written = json!(text).to_string();
                prop_assert!(all.contains(written.trim_matches('"')), "{} is lost", text);
            }
        }
        let (now, anew) = derived_twice(&engine);
        same(&now, &anew);
        prop_assert_eq!(count(&engine, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
        done(&mut engine, "change.undo", &json!({}));
        same(&before, &dump(&engine));
    }
}

/// Something else done after a merge, by its number: edits, additions, deletions, of the one that stays and of others.
fn something_else(engine: &mut Engine, turn: usize, kind: u8, of: &str) {
    match kind % 7 {
        0 => drop(person(
            engine,
            "Zoé",
            &format!("Essai {turn}"),
            &json!({"town": "Rennes"}),
        )),
        1 => drop(done(
            engine,
            "record.edit",
            &json!({"ref": of, "values": {"profession": format!("Métier {turn}")}}),
        )),
        2 => drop(done(
            engine,
            "record.create",
            &json!({"entity": "vehicle", "values": {"customer_id": of, "make": "Renault", "model": format!("Clio {turn}")}}),
        )),
        3 => drop(done(
            engine,
            "invoice.create",
            &json!({"values": {"customer_id": of, "kind": "service", "issued_on": "2026-11-20"},
            "lines": [{"label": "Vidange", "quantity": 100, "unit_price": 8_990}]}),
        )),
        4 => drop(done(
            engine,
            "bulk.edit",
            &json!({"chosen": {"entity": "customer", "quick": "", "filters": [], "sorts": [], "all": true, "refs": []}, "values": {"source": format!("Salon {turn}")}}),
        )),
        5 => drop(done(engine, "time.advance", &json!({"days": 1}))),
        _ => {
            let one = person(engine, "Abel", &format!("Passant {turn}"), &json!({}));
            drop(done(engine, "record.delete", &json!({"ref": one})));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// A merge, ten other changes of any kind, some of them taken back and done again: « Annuler jusqu’ici » on the merge
    /// gives the state before it to the byte, « Rétablir jusqu’ici » gives all of it back.
    #[test]
    fn a_merge_undone_after_ten_others_leaves_no_trace(seed in 0_u64..3, kinds in proptest::collection::vec(0_u8..7, 10), back in 0_usize..4) {
        let mut engine = Engine::open_memory(Settings::school(seed, 60), &NOW).unwrap();
        let two = two_persons(&engine);
        let before = dump(&engine);
        let asked = json!({"customers": two, "kept": two[0], "values": {}});
        let seq = done(&mut engine, "merge.do", &asked)["change"]["seq"].clone();
        for (turn, kind) in kinds.into_iter().enumerate() {
            something_else(&mut engine, turn, kind, &two[0]);
        }
        for command in ["change.undo", "change.redo"] {
            for _ in 0..back {
                done(&mut engine, command, &json!({}));
            }
        }
        let after = dump(&engine);
        let last = done(&mut engine, "change.list", &json!({"limit": 1}))["entries"][0]["seq"].clone();
        done(&mut engine, "change.undo_to", &json!({"seq": seq}));
        same(&before, &dump(&engine));
        let (now, anew) = derived_twice(&engine);
        same(&now, &anew);
        done(&mut engine, "change.redo_to", &json!({"seq": last}));
        same(&after, &dump(&engine));
    }
}

fn two_persons(engine: &Engine) -> Vec<String> {
    let sql = "SELECT id FROM customer WHERE kind = 'person' ORDER BY id LIMIT 2";
    let mut statement = engine.store.conn().prepare(sql).unwrap();
    let ids = statement.query_map([], |row| row.get::<_, i64>(0)).unwrap();
    ids.map(|id| format!("C{:05}", id.unwrap())).collect()
}

#[test]
fn the_same_car_on_both_becomes_one_with_all_its_invoices() {
    let mut engine = sandbox();
    let mut with_car = |first: &str, mileage: i64| {
        let one = person(
            &mut engine,
            first,
            "Kerbrat",
            &json!({"birth_date": "1984-03-12"}),
        );
        let car = done(
            &mut engine,
            "record.create",
            &json!({"entity": "vehicle", "values": {"customer_id": one, "make": "Renault", "model": "Clio", "vin": "VF1XXXXXX00000123", "mileage": mileage}}),
        );
        done(
            &mut engine,
            "invoice.create",
            &json!({"values": {"customer_id": one, "vehicle_id": car["ref"], "kind": "service", "issued_on": "2026-10-20"},
            "lines": [{"label": "Vidange", "quantity": 100, "unit_price": 8_990}]}),
        );
        one
    };
    let (one, other) = (with_car("Maëlys", 40_000), with_car("Maelys", 52_000));
    let asked = json!([one, other]);
    let preview = done(&mut engine, "merge.preview", &json!({"customers": asked}));
    assert_eq!(preview["vehicles_in_common"], 1);
    done(
        &mut engine,
        "merge.do",
        &json!({"customers": asked, "kept": one, "values": {}}),
    );
    let file = done(&mut engine, "customer.open", &json!({"ref": other}));
    assert_eq!(file["vehicles"].as_array().unwrap().len(), 1);
    assert_eq!(file["vehicles"][0]["values"]["mileage"], 52_000);
    let invoices = file["invoices"].as_array().unwrap();
    assert_eq!(invoices.len(), 2);
    assert!(
        invoices
            .iter()
            .all(|invoice| invoice["values"]["vehicle_id"] == file["vehicles"][0]["ref"])
    );
}

#[test]
fn the_last_word_on_a_channel_stays_and_the_other_is_told() {
    let mut engine = sandbox();
    let mut with_consent = |first: &str, state: &str, day: &str| {
        let one = person(&mut engine, first, "Kerbrat", &json!({}));
        done(
            &mut engine,
            "record.create",
            &json!({"entity": "consent", "values": {"customer_id": one, "channel": "sms", "state": state, "given_on": day}}),
        );
        one
    };
    let one = with_consent("Maëlys", "granted", "2026-03-01");
    let other = with_consent("Maelys", "refused", "2026-05-01");
    done(
        &mut engine,
        "merge.do",
        &json!({"customers": [one, other], "kept": one, "values": {}}),
    );
    let file = done(&mut engine, "customer.open", &json!({"ref": one}));
    assert_eq!(file["consents"].as_array().unwrap().len(), 1);
    assert_eq!(file["consents"][0]["values"]["state"], "refused");
    let comment = file["note"]["values"]["comment"].as_str().unwrap();
    assert!(
        comment.contains("01/03/2026") && comment.contains("Maelys"),
        "{comment}"
    );
}

#[test]
fn what_waits_follows_the_one_that_stays() {
    let mut engine = Engine::open_memory(Settings::school(7, 520), &NOW).unwrap();
    let waiting: i64 = count(
        &engine,
        "SELECT customer_id FROM pending_event JOIN customer ON customer.id = customer_id WHERE customer.kind = 'person' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    );
    let events = count(
        &engine,
        &format!("SELECT count(*) FROM pending_event WHERE customer_id = {waiting}"),
    );
    assert!(events > 0);
    let one = person(&mut engine, "Maëlys", "Kerbrat", &json!({}));
    let gone = format!("C{waiting:05}");
    done(
        &mut engine,
        "merge.do",
        &json!({"customers": [one, gone], "kept": one, "values": {}}),
    );
    let dropped = count(&engine, "SELECT count(*) FROM event_dropped");
    for _ in 0..60 {
        done(&mut engine, "time.advance", &json!({"days": 7}));
    }
    assert_eq!(
        count(
            &engine,
            "SELECT count(*) FROM event_dropped WHERE reason = 'customer_deleted'"
        ),
        0
    );
    assert!(count(&engine, "SELECT count(*) FROM event_dropped") - dropped < events);
    let id: i64 = one[1..].parse().unwrap();
    assert_eq!(
        count(
            &engine,
            &format!("SELECT count(*) FROM pending_event WHERE customer_id = {waiting}")
        ),
        0
    );
    assert!(
        count(
            &engine,
            &format!("SELECT count(*) FROM invoice WHERE customer_id = {id}")
        ) > 0
    );
}
