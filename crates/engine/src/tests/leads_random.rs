//! Acts on leads in any order: none is lost with what hangs on it, and undo brings the start back.

use super::time::{START, number, world};
use super::{derived_twice, dump, same};
use crate::{Engine, Settings};
use jiff::ToSpan;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

#[derive(Clone, Debug)]
enum Act {
    Reply(u32, u8),
    Attach(u32, u32, bool),
    Convert(u32, Option<u32>, bool),
    Lose(u32),
    Move(u32, bool),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (1_u32..26, 0_u8..5).prop_map(|(lead, days)| Act::Reply(lead, days)),
        (1_u32..26, 1_u32..40, any::<bool>()).prop_map(|(lead, who, fill)| Act::Attach(lead, who, fill)),
        (1_u32..26, prop::option::of(1_u32..40), any::<bool>())
            .prop_map(|(lead, who, company)| Act::Convert(lead, who, company)),
        (1_u32..26).prop_map(Act::Lose),
        (1_u32..26, any::<bool>()).prop_map(|(lead, new)| Act::Move(lead, new)),
        Just(Act::Undo),
        Just(Act::Redo),
    ]
}

fn command(act: &Act) -> (&'static str, Json) {
    let reference = |lead: &u32| format!("L{lead:05}");
    match act {
        Act::Reply(lead, days) => {
            let next = START.checked_add(i64::from(*days).days()).unwrap().to_string();
            let values = json!({"kind": "call", "result": "Joint", "next_follow_up_on": next});
            ("lead.reply", json!({"ref": reference(lead), "values": values}))
        }
        Act::Attach(lead, who, fill) => {
            let fill: &[&str] = if *fill { &["mail"] } else { &[] };
            (
                "lead.attach",
                json!({"ref": reference(lead), "customer": format!("C{who:05}"), "fill": fill}),
            )
        }
        Act::Convert(lead, who, company) => {
            let values = if *company {
                json!({"kind": "company", "legal_name": "Atelier du Port"})
            } else {
                json!({"kind": "person"})
            };
            let customer = who.map(|who| format!("C{who:05}"));
            (
                "lead.convert",
                json!({"ref": reference(lead), "customer": customer, "values": values}),
            )
        }
        Act::Lose(lead) => (
            "lead.lose",
            json!({"ref": reference(lead), "reason": "Budget insuffisant"}),
        ),
        Act::Move(lead, new) => {
            let state = if *new { "new" } else { "in_progress" };
            ("lead.move", json!({"ref": reference(lead), "state": state}))
        }
        Act::Undo => ("change.undo", json!({})),
        Act::Redo => ("change.redo", json!({})),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn acts_on_leads_lose_nothing_and_are_undone(acts in prop::collection::vec(act(), 1..20)) {
        let mut engine = Engine::open_memory(Settings::school(7, 60), &world(START)).unwrap();
        let start = dump(&engine);
        let activities = "SELECT count(*) FROM activity";
        let known = number(&engine, activities);
        let leads = number(&engine, "SELECT count(*) FROM lead");
        for act in &acts {
            let (name, input) = command(act);
            if let Err(error) = engine.call(name, &input.to_string(), &world(START)) {
                prop_assert!(!error.to_json().contains("internal"), "{} {}: {}", name, input, error);
            }
            prop_assert!(number(&engine, activities) >= known);
            prop_assert_eq!(number(&engine, "SELECT count(*) FROM lead"), leads);
            // What hangs on a lead is where the lead is.
            let astray = "SELECT count(*) FROM activity JOIN lead ON lead.id = lead_id
                WHERE activity.customer_id IS NOT NULL AND activity.customer_id IS NOT lead.customer_id";
            prop_assert_eq!(number(&engine, astray), 0);
            let board: Json = serde_json::from_str(&engine
                .call("leads.board", r#"{"site": null, "owner": null, "kind": null, "limit": 5}"#, &world(START))
                .unwrap()).unwrap();
            let total: i64 = board["columns"].as_array().unwrap().iter().map(|column| column["total"].as_i64().unwrap()).sum();
            prop_assert_eq!(total, leads);
        }
        let (kept, made) = derived_twice(&engine);
        same(&kept, &made);
        while engine.call("change.undo", "{}", &world(START)).is_ok() {}
        same(&start, &dump(&engine));
    }

    #[test]
    fn a_lead_somebody_worked_on_keeps_its_day(acts in prop::collection::vec(act(), 1..12), days in 1_i64..40) {
        let mut engine = Engine::open_memory(Settings::school(7, 60), &world(START)).unwrap();
        let mut worked = std::collections::BTreeMap::new();
        let issued = |engine: &Engine, lead: u32| number(engine, &format!(
            "SELECT CAST(strftime('%s', issued_at) AS INTEGER) FROM lead WHERE id = {lead}"));
        for act in &acts {
            let (name, input) = command(act);
            let lead = match act {
                Act::Reply(lead, _) | Act::Attach(lead, ..) | Act::Convert(lead, ..) | Act::Lose(lead) | Act::Move(lead, _) => *lead,
                Act::Undo | Act::Redo => continue,
            };
            if engine.call(name, &input.to_string(), &world(START)).is_ok() {
                worked.insert(lead, issued(&engine, lead));
            }
        }
        let later = START.checked_add(days.days()).unwrap();
        engine.call("session.state", "{}", &world(later)).unwrap();
        for (lead, at) in worked {
            prop_assert_eq!(issued(&engine, lead), at, "lead {}", lead);
        }
    }
}
