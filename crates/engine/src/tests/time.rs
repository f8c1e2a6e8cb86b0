//! Time: events come true as days pass, follow what was done, leave a trace; leads stay young; nothing is lost by undo.

use super::{derived_twice, dump, person, same};
use crate::{Engine, FixedWorld, Settings};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde_json::{Value as Json, json};

pub(super) const START: Date = date(2026, 11, 23);

pub(super) fn world(day: Date) -> FixedWorld {
    FixedWorld(day.at(14, 30, 0, 0))
}

fn sandbox() -> Engine {
    Engine::open_memory(Settings::school(2026, 200), &world(START)).unwrap()
}

fn on(engine: &mut Engine, day: Date, name: &str, input: &Json) -> Json {
    let text = engine
        .call(name, &input.to_string(), &world(day))
        .unwrap_or_else(|error| panic!("{name} {input}: {error}"));
    serde_json::from_str(&text).unwrap()
}

fn one(engine: &Engine, sql: &str) -> String {
    engine
        .store
        .conn()
        .query_row(sql, [], |row| row.get::<_, crate::values::Value>(0))
        .map_or_else(
            |error| panic!("{sql}: {error}"),
            |value| match value {
                crate::values::Value::Int(number) => number.to_string(),
                crate::values::Value::Text(text) => text.into_string(),
                other => format!("{other:?}"),
            },
        )
}

pub(super) fn number(engine: &Engine, sql: &str) -> i64 {
    one(engine, sql).parse().unwrap()
}

/// The first event of a kind that uses a car: its id, customer and car.
fn event_with_car(engine: &Engine) -> (i64, i64, i64, String) {
    let sql =
        "SELECT e.id, e.customer_id, json_extract(r.value, '$.values.vehicle_id'), substr(e.due_at, 1, 10)
        FROM pending_event AS e, json_each(e.payload, '$.records') AS r
        WHERE e.kind = 'invoice' AND json_extract(r.value, '$.entity') = 'invoice'
            AND json_extract(r.value, '$.values.vehicle_id') IS NOT NULL ORDER BY e.due_at LIMIT 1";
    engine
        .store
        .conn()
        .query_row(sql, [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap()
}

fn invoices_of(engine: &Engine, vehicle: i64) -> Vec<(i64, String)> {
    let mut statement = engine
        .store
        .conn()
        .prepare("SELECT customer_id, issued_on FROM invoice WHERE vehicle_id = ?1 ORDER BY issued_on")
        .unwrap();
    statement
        .query_map([vehicle], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

fn touch(engine: &mut Engine) {
    on(
        engine,
        START,
        "record.create",
        &json!({"entity": "customer", "values": {"kind": "person", "last_name": "Test"}}),
    );
}

#[test]
fn a_week_brings_what_it_holds_and_is_undone_as_one() {
    let mut engine = sandbox();
    let start = dump(&engine);
    let due = number(
        &engine,
        "SELECT count(*) FROM pending_event WHERE due_at < '2026-12-01'",
    );
    assert!(due > 0);
    let before = number(&engine, "SELECT count(*) FROM activity");
    let answer = on(&mut engine, START, "time.advance", &json!({"days": 7}));
    assert_eq!(answer["today"], "2026-11-30");
    assert_eq!(answer["passed"]["came"], due);
    assert_eq!(answer["passed"]["dropped"], 0);
    assert!(number(&engine, "SELECT count(*) FROM activity") > before);
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM pending_event WHERE due_at < '2026-12-01'"
        ),
        0
    );
    let state = on(&mut engine, START, "session.state", &json!({}));
    assert_eq!(state["today"], "2026-11-30");
    let (kept, made) = derived_twice(&engine);
    same(&kept, &made);
    on(&mut engine, START, "change.undo", &json!({}));
    same(&start, &dump(&engine));
    assert_eq!(
        on(&mut engine, START, "session.state", &json!({}))["today"],
        "2026-11-23"
    );
}

#[test]
fn days_pass_by_themselves_in_a_sandbox_that_was_worked_in() {
    let mut engine = sandbox();
    touch(&mut engine);
    let later = date(2026, 12, 14);
    let state = on(&mut engine, later, "session.state", &json!({}));
    assert_eq!(state["today"], "2026-12-14");
    // Who comes by later in the day waits for their hour.
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM pending_event WHERE due_at < '2026-12-15' AND kind <> 'reply'"
        ),
        0
    );
    // What can be undone is what a person did, not the days.
    assert_eq!(state["undo"]["undo"]["name"], "customer_create");
    // A clock set back does not take time back.
    let state = on(&mut engine, START, "session.state", &json!({}));
    assert_eq!(state["today"], "2026-12-14");
}

#[test]
fn a_sandbox_left_open_for_days_and_never_worked_in_is_made_anew() {
    let mut engine = sandbox();
    on(&mut engine, date(2026, 12, 14), "session.state", &json!({}));
    let passed = number(&engine, "SELECT count(*) FROM change_item");
    assert!(passed > 0);
    let later = date(2026, 12, 15);
    let bytes = engine.snapshot().unwrap();
    let again = Engine::restore(&bytes, &[], Settings::school(2026, 200), &world(later)).unwrap();
    assert!(again.was_renewed());
    let fresh = Engine::open_memory(Settings::school(2026, 200), &world(later)).unwrap();
    same(&dump(&fresh), &dump(&again));
}

#[test]
fn leads_stay_young_unless_somebody_worked_on_them() {
    let mut engine = sandbox();
    let new = one(
        &engine,
        "SELECT id FROM lead WHERE state = 'new' ORDER BY id LIMIT 1",
    );
    let issued = one(&engine, &format!("SELECT issued_at FROM lead WHERE id = {new}"));
    let input = json!({"ref": format!("L{:05}", new.parse::<i64>().unwrap()), "values": {"state": "lost"}});
    on(&mut engine, START, "record.edit", &input);
    for days in [1, 6, 30, 200] {
        let day = START.checked_add(days.days()).unwrap();
        on(&mut engine, day, "session.state", &json!({}));
        let oldest = day.checked_sub(21.days()).unwrap();
        let out = number(
            &engine,
            &format!(
                "SELECT count(*) FROM lead WHERE id <> {new} AND (issued_at < '{oldest}' OR issued_at >= '{day}T23:59')"
            ),
        );
        assert_eq!(out, 0, "{day}");
        assert_eq!(
            one(&engine, &format!("SELECT issued_at FROM lead WHERE id = {new}")),
            issued
        );
        let early =
            "SELECT count(*) FROM activity JOIN lead ON lead.id = lead_id WHERE happened_at < issued_at";
        assert_eq!(number(&engine, early), 0, "{day}");
        let late = format!(
            "SELECT count(*) FROM activity WHERE lead_id IS NOT NULL AND happened_at > '{day}T23:59'"
        );
        assert_eq!(number(&engine, &late), 0, "{day}");
    }
}

#[test]
fn what_cannot_come_any_more_leaves_a_trace() {
    let mut engine = sandbox();
    let (_, customer, vehicle, due) = event_with_car(&engine);
    let due: Date = due.parse().unwrap();
    let known = invoices_of(&engine, vehicle).len();

    // Sold: the visit does not take place.
    let mut sold = engine_like(&mut engine);
    on(
        &mut sold,
        START,
        "record.edit",
        &json!({"ref": format!("V{vehicle:05}"), "values": {"sold_on": "2026-11-20"}}),
    );
    on(&mut sold, due, "session.state", &json!({}));
    assert_eq!(invoices_of(&sold, vehicle).len(), known);
    let time = on(&mut sold, due, "time.read", &json!({}));
    assert_eq!(time["dropped"][0]["reason"], "vehicle_sold");
    assert!(!time["dropped"][0]["label"].as_str().unwrap().is_empty());

    // In other hands: the visit is the new owner's.
    let mut moved = engine_like(&mut engine);
    let ana = person(&mut moved, "Ana", "Un", &json!({}));
    on(
        &mut moved,
        START,
        "record.edit",
        &json!({"ref": format!("V{vehicle:05}"), "values": {"customer_id": ana}}),
    );
    on(&mut moved, due, "session.state", &json!({}));
    let last = invoices_of(&moved, vehicle).pop().unwrap();
    assert_eq!(format!("C{:05}", last.0), ana);

    // Deleted: nothing comes, and the trace says so; undoing the deletion takes the trace back.
    let mut gone = engine_like(&mut engine);
    let before = dump(&gone);
    let events = number(
        &gone,
        &format!("SELECT count(*) FROM pending_event WHERE customer_id = {customer}"),
    );
    on(
        &mut gone,
        START,
        "record.delete",
        &json!({"ref": format!("C{customer:05}")}),
    );
    let dropped = on(&mut gone, START, "time.read", &json!({}))["dropped"].clone();
    assert_eq!(dropped.as_array().unwrap().len() as i64, events.min(50));
    assert_eq!(dropped[0]["reason"], "customer_deleted");
    on(&mut gone, START, "change.undo", &json!({}));
    same(&before, &dump(&gone));
}

/// Another sandbox in the same state.
fn engine_like(engine: &mut Engine) -> Engine {
    let bytes = engine.snapshot().unwrap();
    Engine::restore(&bytes, &[], Settings::school(2026, 200), &world(START)).unwrap()
}

#[test]
fn undo_goes_through_the_days_that_passed() {
    let mut engine = sandbox();
    let base = engine.snapshot().unwrap();
    let create = |name: &str| json!({"entity": "customer", "values": {"kind": "person", "last_name": name}});
    let names = |engine: &Engine| {
        one(
            engine,
            "SELECT coalesce(group_concat(last_name, ' ' ORDER BY id), '') FROM customer WHERE last_name IN ('Un', 'Deux', 'Trois')",
        )
    };
    let (second, third) = (date(2026, 11, 30), date(2026, 12, 7));
    on(&mut engine, START, "record.create", &create("Un"));
    on(&mut engine, second, "record.create", &create("Deux"));
    let whole = dump(&engine);
    for _ in 0..3 {
        on(&mut engine, second, "change.undo", &json!({}));
        assert_eq!(names(&engine), "Un");
        on(&mut engine, second, "change.undo", &json!({}));
        let state = on(&mut engine, second, "session.state", &json!({}));
        assert_eq!(
            (names(&engine).as_str(), &state["today"]),
            ("", &json!("2026-11-30"))
        );
        assert!(call_refused(&mut engine, second, "change.undo"));
        on(&mut engine, second, "change.redo", &json!({}));
        on(&mut engine, second, "change.redo", &json!({}));
        same(&whole, &dump(&engine));
    }
    on(&mut engine, second, "change.undo", &json!({}));
    on(&mut engine, second, "change.undo", &json!({}));
    on(&mut engine, third, "record.create", &create("Trois"));
    assert_eq!(names(&engine), "Trois");
    assert!(call_refused(&mut engine, third, "change.redo"));
    // A browser that opens again finds the same.
    let journal = engine.take_journal();
    let restored = Engine::restore(&base, &journal, Settings::school(2026, 200), &world(third)).unwrap();
    same(&dump(&engine), &dump(&restored));
}

fn call_refused(engine: &mut Engine, day: Date, name: &str) -> bool {
    engine.call(name, "{}", &world(day)).is_err()
}

#[test]
fn a_reset_gives_the_base_of_the_calendar() {
    let mut engine = sandbox();
    let start = dump(&engine);
    on(&mut engine, START, "time.advance", &json!({"days": 30}));
    touch(&mut engine);
    on(&mut engine, START, "data.reset", &json!({}));
    same(&start, &dump(&engine));
}

#[test]
fn only_a_year_is_passed_at_once() {
    let mut engine = sandbox();
    for days in [0, -1, 367] {
        let input = json!({"days": days}).to_string();
        assert!(
            engine.call("time.advance", &input, &world(START)).is_err(),
            "{days}"
        );
    }
}
