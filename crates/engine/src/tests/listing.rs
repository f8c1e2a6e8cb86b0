//! Lists, and what holds for every field and every command.

use super::{NOW, done, dump, person, same, sandbox};
use crate::{COMMANDS, Engine};
use jiff::civil::date;
use serde_json::{Value as Json, json};

#[test]
fn lists_are_sorted_filtered_and_paged() {
    let mut engine = sandbox();
    for (first, last, town) in [
        ("Élodie", "Zyx", "Rennes"),
        ("Eric", "Zyx", "Brest"),
        ("Emma", "Zyx", "rennes"),
        ("Zoé", "Zyx", ""),
    ] {
        person(&mut engine, first, last, &json!({"town": town}));
    }
    let names = |engine: &mut Engine, sorts: Json, filters: Json, offset: u32| -> Vec<String> {
        let input = json!({"entity": "customer", "columns": ["first_name"], "sorts": sorts, "quick": "zyx", "filters": filters, "offset": offset, "limit": 3});
        let page = done(engine, "list.page", &input);
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["values"][0].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        names(
            &mut engine,
            json!([{"field": "first_name", "descending": false}]),
            json!([]),
            0
        ),
        ["Élodie", "Emma", "Eric"]
    );
    assert_eq!(
        names(
            &mut engine,
            json!([{"field": "first_name", "descending": false}]),
            json!([]),
            3
        ),
        ["Zoé"]
    );
    assert_eq!(
        names(
            &mut engine,
            json!([{"field": "town", "descending": true}, {"field": "first_name", "descending": false}]),
            json!([]),
            1
        ),
        ["Emma", "Eric", "Zoé"]
    );
    assert_eq!(
        names(
            &mut engine,
            json!([]),
            json!([{"field": "town", "values": ["Brest", null]}]),
            0
        ),
        ["Eric", "Zoé"]
    );
    assert_eq!(
        names(
            &mut engine,
            json!([{"field": "age", "descending": false}]),
            json!([]),
            0
        )
        .len(),
        3
    );
}

#[test]
fn every_field_of_every_entity_can_be_a_column_and_a_sort() {
    let mut engine = sandbox();
    for known in crate::fields::CATALOGUE
        .iter()
        .filter(|known| !matches!(known.table, "anomaly" | "pending_event"))
    {
        for field in known.fields {
            for descending in [false, true] {
                let input = json!({"entity": known.table, "columns": [field.key], "sorts": [{"field": field.key, "descending": descending}],
                    "quick": "a", "filters": [{"field": field.key, "values": [null, "x"]}], "offset": 0, "limit": 10});
                done(&mut engine, "list.page", &input);
            }
        }
    }
}

#[test]
fn a_read_cannot_write_and_every_command_refuses_nonsense() {
    let mut engine = sandbox();
    let before = dump(&engine);
    for (name, _) in COMMANDS {
        assert!(engine.call(name, "[1, 2", &NOW).is_err(), "{name}");
        assert!(engine.call(name, "42", &NOW).is_err(), "{name}");
    }
    let refused = engine
        .store
        .reading(|| Ok(engine.store.conn().execute("DELETE FROM customer", [])?));
    assert!(refused.is_err());
    same(&before, &dump(&engine));
}

#[test]
fn every_reference_of_a_school_base_names_a_record() {
    for size in [60, 520, 3_000] {
        let (store, mut told) = (crate::store::Store::open_memory().unwrap(), Vec::new());
        store.conn().pragma_update(None, "foreign_keys", false).unwrap();
        let made = |take: crate::store::Take| crate::school::generate(2026, date(2026, 11, 23), size, take);
        crate::store::load(&store, &crate::store::BaseParts::default(), made, |_| Ok(())).unwrap();
        let mut statement = store.conn().prepare("PRAGMA foreign_key_check").unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (table, id, parent): (String, i64, String) =
                (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
            told.push(format!("{table} {id} -> {parent}"));
        }
        assert!(
            told.is_empty(),
            "size {size}: {} dangling, {:?}",
            told.len(),
            told.iter().take(5).collect::<Vec<_>>()
        );
    }
}
