//! Tests of the whole engine through its door.

mod added_fields;
mod added_random;
mod added_rules;
mod added_workbook;
mod agenda;
mod agenda_days;
mod agenda_random;
mod answers;
mod bad_workbooks;
mod base_workbook;
mod bulk;
mod campaigns;
mod care;
mod changes;
mod cleaning;
mod cleaning_again;
mod cleaning_each;
mod cleaning_linked;
mod cleaning_random;
mod columns;
mod commands;
mod consenting;
mod dashboards;
mod dashboards_random;
mod doubles;
mod edited;
mod filters_random;
mod foreign;
mod import;
mod import_random;
mod inbox;
mod leads;
mod leads_customers;
mod leads_random;
mod listing;
mod logging;
mod merging;
mod messages;
mod released;
mod replies;
mod replies_after;
mod searching;
mod targeting;
mod targeting_ready;
mod targeting_saved;
mod tiles_targeted;
mod time;
mod time_random;
mod totals;
mod transverse;
mod walk_ins;
mod workbook;
mod workshop;

use crate::{ApiError, Engine, FixedWorld, Settings};
use jiff::civil::date;
use serde_json::{Value as Json, json};

/// Monday 23 November 2026, half past two.
pub(crate) const NOW: FixedWorld = FixedWorld(date(2026, 11, 23).at(14, 30, 0, 0));

/// A sandbox on a small school base.
pub(crate) fn sandbox() -> Engine {
    Engine::open_memory(Settings::school(7, 60), &NOW).unwrap()
}

/// Fails with the first lines that differ, not with two whole bases.
#[track_caller]
pub(crate) fn same(left: &str, right: &str) {
    if left != right {
        let mut lines = left
            .lines()
            .zip(right.lines())
            .filter(|(left, right)| left != right);
        panic!(
            "lengths {} and {}, first difference: {:#?}",
            left.len(),
            right.len(),
            lines.next()
        );
    }
}

/// Runs a command; its answer.
pub(crate) fn call(engine: &mut Engine, name: &str, input: &Json) -> Result<Json, ApiError> {
    engine
        .call(name, &input.to_string(), &NOW)
        .map(|text| serde_json::from_str(&text).unwrap())
}

/// Runs a command that must succeed.
pub(crate) fn done(engine: &mut Engine, name: &str, input: &Json) -> Json {
    call(engine, name, input).unwrap_or_else(|error| panic!("{name} {input}: {error}"))
}

/// Adds a person; their reference.
pub(crate) fn person(engine: &mut Engine, first: &str, last: &str, more: &Json) -> String {
    let mut values = json!({"kind": "person", "first_name": first, "last_name": last});
    for (key, value) in more.as_object().unwrap() {
        values[key] = value.clone();
    }
    done(
        engine,
        "record.create",
        &json!({"entity": "customer", "values": values}),
    )["ref"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Every recorded row, in order: what undo must bring back to the byte.
pub(crate) fn dump(engine: &Engine) -> String {
    let conn = engine.store.conn();
    let mut text = String::new();
    for table in crate::change::RECORDED {
        text.push_str(table);
        text.push_str(&rows(conn, &format!("SELECT * FROM {table} ORDER BY 1, 2")));
    }
    text
}

/// What is kept and the search index, and what they would be made anew: always the same.
pub(crate) fn derived_twice(engine: &Engine) -> (String, String) {
    let conn = engine.store.conn();
    let taken = || {
        rows(conn, "SELECT * FROM vehicle_facts ORDER BY vehicle_id")
            + &rows(conn, "SELECT * FROM customer_facts ORDER BY id")
            + &rows(conn, "SELECT * FROM customer_reach ORDER BY id")
            + &rows(conn, "SELECT * FROM customer_days ORDER BY id")
            + &rows(
                conn,
                "SELECT rowid, names, places, marks FROM search ORDER BY rowid",
            )
    };
    let kept = taken();
    conn.execute_batch("SAVEPOINT anew").unwrap();
    crate::store::rebuild(conn).unwrap();
    let made = taken();
    conn.flush_prepared_statement_cache();
    conn.execute_batch("ROLLBACK TO anew; RELEASE anew").unwrap();
    (kept, made)
}

fn rows(conn: &rusqlite::Connection, sql: &str) -> String {
    let mut statement = conn.prepare(sql).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut text = String::new();
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            let value: crate::values::Value = row.get(column).unwrap();
            text.push_str(&format!("{value:?}|"));
        }
        text.push('\n');
    }
    text
}
