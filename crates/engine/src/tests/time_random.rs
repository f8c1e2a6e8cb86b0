//! Days and acts in any order: nothing is lost by undo, a browser finds the same again.

use super::time::{START, number, world};
use super::{derived_twice, dump, same};
use crate::{Engine, Settings};
use jiff::ToSpan;
use proptest::prelude::*;
use serde_json::json;

#[derive(Clone, Debug)]
enum Act {
    Days(i64),
    Advance(i64),
    Create(String),
    Edit(u32, String),
    Delete(char, u32),
    Move(u32, u32),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0_i64..20).prop_map(Act::Days),
        (1_i64..20).prop_map(Act::Advance),
        "[A-Z][a-z]{0,6}".prop_map(Act::Create),
        (1_u32..60, "[A-Z][a-z]{0,6}").prop_map(|(who, text)| Act::Edit(who, text)),
        (prop::sample::select(vec!['C', 'V', 'L', 'A', 'F']), 1_u32..60)
            .prop_map(|(kind, who)| Act::Delete(kind, who)),
        (1_u32..60, 1_u32..60).prop_map(|(car, who)| Act::Move(car, who)),
        Just(Act::Undo),
        Just(Act::Undo),
        Just(Act::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn days_and_acts_in_any_order_are_undone_and_kept(acts in prop::collection::vec(act(), 1..25)) {
        let settings = Settings::school(7, 60);
        let mut engine = Engine::open_memory(settings.clone(), &world(START)).unwrap();
        let base = engine.snapshot().unwrap();
        let mut day = START;
        for act in acts {
            let (name, input) = match act {
                Act::Days(days) => {
                    day = day.checked_add(days.days()).unwrap();
                    ("session.state", json!({}))
                }
                Act::Advance(days) => ("time.advance", json!({"days": days})),
                Act::Create(name) => ("record.create", json!({"entity": "customer", "values": {"kind": "person", "last_name": name}})),
                Act::Edit(who, text) => ("record.edit", json!({"ref": format!("L{who:05}"), "values": {"last_name": text}})),
                Act::Delete(kind, who) => ("record.delete", json!({"ref": format!("{kind}{who:05}")})),
                Act::Move(car, who) => ("record.edit", json!({"ref": format!("V{car:05}"), "values": {"customer_id": format!("C{who:05}")}})),
                Act::Undo => ("change.undo", json!({})),
                Act::Redo => ("change.redo", json!({})),
            };
            let answer = engine.call(name, &input.to_string(), &world(day));
            if let Err(error) = answer {
                prop_assert!(!error.to_json().contains("internal"), "{} {}: {}", name, input, error);
            }
        }
        let (kept, made) = derived_twice(&engine);
        same(&kept, &made);
        let journal = engine.take_journal();
        let end = dump(&engine);
        // Carried to another computer, it is the same again.
        if let Some(carried) = engine.carried().unwrap() {
            let mut elsewhere = Engine::open_memory(settings.clone(), &world(START)).unwrap();
            elsewhere.carry_on(&carried).unwrap();
            same(&end, &dump(&elsewhere));
            let (kept, made) = derived_twice(&elsewhere);
            same(&kept, &made);
        }
        let restored = Engine::restore(&base, &journal, settings, &world(day)).unwrap();
        let acts = number(&engine, "SELECT count(*) FROM change_log WHERE name <> 'time_passed'");
        // One in which nobody did anything is made anew for the day.
        prop_assert_eq!(restored.was_renewed(), acts == 0 && day > START);
        if acts > 0 {
            same(&end, &dump(&restored));
        }
        while engine.call("change.undo", "{}", &world(day)).is_ok() {}
        // The days stay: only what people did is gone.
        let mut passed = Engine::open_memory(Settings::school(7, 60), &world(START)).unwrap();
        for engine in [&mut passed, &mut engine] {
            engine.call("session.state", "{}", &world(day)).unwrap();
        }
        same(&facts(&passed), &facts(&engine));
        let old = format!("SELECT count(*) FROM lead WHERE issued_at < '{}'", day.checked_sub(21.days()).unwrap());
        prop_assert_eq!(number(&engine, &old), 0);
    }
}

/// Every recorded row but those of leads: the same days in one go or in several may date a first contact otherwise.
fn facts(engine: &Engine) -> String {
    let whole = dump(engine);
    let conn = engine.store.conn();
    let of_leads: Vec<i64> = conn
        .prepare("SELECT id FROM activity WHERE lead_id IS NOT NULL")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let (mut text, mut table) = (String::new(), "");
    for line in whole.lines() {
        let named = crate::change::RECORDED
            .iter()
            .find(|name| line.starts_with(**name));
        table = named.copied().unwrap_or(table);
        let of_lead = table == "activity" && of_leads.iter().any(|id| line.contains(&format!("Int({id})|")));
        if !of_lead && !table.starts_with("lead") {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}
