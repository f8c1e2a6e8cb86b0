//! Acts on series in any order: each one touches what it says and nothing else, and undo brings the start back.

use super::{NOW, call, done, dump, same};
use crate::{Engine, Settings};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

const FROM: &str = "2026-11-01";
const TO: &str = "2027-06-01";

#[derive(Clone, Debug)]
enum Act {
    Create(u8, u8, Option<u8>),
    Move(u16, u8, i8),
    Rename(u16, u8),
    Delete(u16, u8),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0_u8..4, 1_u8..4, prop::option::of(2_u8..9))
            .prop_map(|(freq, step, count)| Act::Create(freq, step, count)),
        (any::<u16>(), 0_u8..3, -3_i8..4).prop_map(|(which, scope, days)| Act::Move(which, scope, days)),
        (any::<u16>(), 0_u8..3).prop_map(|(which, scope)| Act::Rename(which, scope)),
        (any::<u16>(), 0_u8..3).prop_map(|(which, scope)| Act::Delete(which, scope)),
    ]
}

fn slots(engine: &mut Engine) -> Vec<Json> {
    let input = json!({"from": FROM, "to": TO, "owner": "Léa Martin", "site": null});
    done(engine, "agenda.window", &input)["slots"]
        .as_array()
        .unwrap()
        .clone()
}

/// What is seen of an event, wherever it is kept.
fn faces(slots: &[Json]) -> BTreeSet<String> {
    slots
        .iter()
        .map(|slot| format!("{} {} {}", slot["startsAt"], slot["endsAt"], slot["title"]))
        .collect()
}

fn create(engine: &mut Engine, number: usize, freq: u8, step: u8, count: Option<u8>) {
    let freq = ["daily", "weekly", "monthly", "yearly"][usize::from(freq)];
    let rule = json!({"repeat": {"freq": freq, "interval": step, "days": [], "monthDays": [], "months": [],
        "positions": [], "until": null, "count": count}, "skip": []});
    let hour = 8 + number % 10;
    let values = json!({"title": format!("E{number}"), "starts_at": format!("2026-11-24T{hour:02}:00"),
        "ends_at": format!("2026-11-24T{hour:02}:45"), "owner": "Léa Martin"});
    done(engine, "agenda.create", &json!({"values": values, "rule": rule}));
}

fn play(engine: &mut Engine, number: usize, act: &Act) {
    let before = slots(engine);
    let picked = |which: &u16| before.get(usize::from(*which) % before.len().max(1)).cloned();
    let scope_of = |scope: &u8| ["this", "following", "all"][usize::from(*scope)];
    match act {
        Act::Create(freq, step, count) => create(engine, number, *freq, *step, *count),
        Act::Move(which, scope, days) => {
            let Some(slot) = picked(which) else { return };
            let starts = slot["startsAt"]
                .as_str()
                .unwrap()
                .parse::<jiff::civil::DateTime>()
                .unwrap();
            let to = starts + jiff::Span::new().days(i64::from(*days)).minutes(15);
            let to = format!("{}T{:02}:{:02}", to.date(), to.hour(), to.minute());
            let input =
                json!({"ref": slot["ref"], "day": slot["day"], "scope": scope_of(scope), "startsAt": to});
            // A rule may fall nowhere once moved: it is then refused, and nothing is different.
            if call(engine, "agenda.move", &input).is_ok() {
                let after = faces(&slots(engine));
                let wanted = format!("\"{to}\"");
                assert!(
                    after.iter().any(|face| face.starts_with(&wanted)) || to.as_str() >= TO,
                    "{act:?} {input} {after:?}"
                );
                if *scope == 0 {
                    let others: BTreeSet<String> =
                        faces(&before).difference(&faces(&[slot])).cloned().collect();
                    assert!(others.is_subset(&after), "{act:?}");
                }
            }
        }
        Act::Rename(which, scope) => {
            let Some(slot) = picked(which) else { return };
            let input = json!({"ref": slot["ref"], "day": slot["day"], "scope": scope_of(scope),
                "values": {"title": format!("N{number}")}, "rule": null});
            done(engine, "agenda.edit", &input);
            let times = |slots: &[Json]| -> Vec<String> {
                let mut times: Vec<String> = slots
                    .iter()
                    .map(|slot| format!("{} {}", slot["startsAt"], slot["endsAt"]))
                    .collect();
                times.sort();
                times
            };
            // Cut or not, the union is what it was: only names differ.
            assert_eq!(times(&before), times(&slots(engine)), "{act:?}");
        }
        Act::Delete(which, scope) => {
            let Some(slot) = picked(which) else { return };
            done(
                engine,
                "agenda.delete",
                &json!({"ref": slot["ref"], "day": slot["day"], "scope": scope_of(scope)}),
            );
            let after = slots(engine);
            assert!(
                after.len() < before.len() && faces(&after).is_subset(&faces(&before)),
                "{act:?}"
            );
            if *scope == 0 {
                assert_eq!(after.len() + 1, before.len(), "{act:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn each_act_touches_what_it_says_and_undo_brings_the_start_back(acts in prop::collection::vec(act(), 1..10)) {
        let mut engine = Engine::open_memory(Settings::school(7, 0), &NOW).unwrap();
        let start = dump(&engine);
        create(&mut engine, 0, 1, 1, None);
        for (number, act) in acts.iter().enumerate() {
            play(&mut engine, number + 1, act);
        }
        let end = dump(&engine);
        let mut steps = 0;
        while call(&mut engine, "change.undo", &json!({})).is_ok() {
            steps += 1;
        }
        let undone = dump(&engine);
        for _ in 0..steps {
            done(&mut engine, "change.redo", &json!({}));
        }
        same(&dump(&engine), &end);
        same(&undone, &start);
    }
}
