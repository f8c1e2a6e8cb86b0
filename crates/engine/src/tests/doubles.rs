//! Doubles: what is planted is found, no trap is taken for one, answers are remembered.

use super::edited::Opened;
use super::workbook::exported;
use super::{NOW, call, done, person};
use crate::{Engine, Settings};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

fn find(engine: &mut Engine, customer: Option<&str>) -> Json {
    done(
        engine,
        "duplicates.find",
        &json!({"customer": customer, "limit": 1_000}),
    )
}

fn refs(pair: &Json, one: &str, other: &str) -> BTreeSet<String> {
    [one, other]
        .iter()
        .map(|side| pair[side]["ref"].as_str().unwrap().to_owned())
        .collect()
}

/// Pairs of customers among the planted anomalies of these kinds.
fn planted(engine: &Engine, kinds: &[&str]) -> BTreeSet<BTreeSet<String>> {
    let mut statement = engine
        .store
        .conn()
        .prepare("SELECT kind, records FROM anomaly")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))
        .unwrap();
    rows.map(Result::unwrap)
        .filter(|(kind, _)| kinds.contains(&kind.as_str()))
        .map(|(_, records)| {
            records
                .split(' ')
                .filter(|found| found.starts_with('C'))
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

const DOUBLES: [&str; 6] = [
    "exact_duplicate",
    "misspelled",
    "swapped",
    "compound_name",
    "spouse_name",
    "moved",
];
const TRAPS: [&str; 3] = ["homonym", "father_son", "couple"];

#[test]
fn planted_doubles_are_found_and_no_trap_is_taken_for_one() {
    let (mut right, mut wrong, mut missed) = (0, Vec::new(), Vec::new());
    for seed in [2026, 1, 7, 42] {
        let mut engine = Engine::open_memory(Settings::school(seed, 520), &NOW).unwrap();
        let truth = planted(&engine, &DOUBLES);
        let traps = planted(&engine, &TRAPS);
        assert!(
            truth.len() >= 20 && traps.len() >= 3,
            "{} {}",
            truth.len(),
            traps.len()
        );
        let found = find(&mut engine, None);
        let pairs: BTreeSet<_> = found["pairs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| refs(pair, "left", "right"))
            .collect();
        for trap in &traps {
            assert!(
                !pairs.contains(trap),
                "seed {seed}: the trap {trap:?} is taken for a double"
            );
        }
        right += pairs.intersection(&truth).count();
        wrong.extend(pairs.difference(&truth).map(|pair| (seed, pair.clone())));
        missed.extend(truth.difference(&pairs).map(|pair| (seed, pair.clone())));
        let links: BTreeSet<_> = found["links"]
            .as_array()
            .unwrap()
            .iter()
            .map(|link| refs(link, "person", "firm"))
            .collect();
        let firms = planted(&engine, &["sole_trader"]);
        assert_eq!(links, firms, "seed {seed}: persons and their firms");
    }
    let score = 2.0 * right as f64 / (2 * right + wrong.len() + missed.len()) as f64;
    assert!(score >= 0.99, "F1 {score}: wrong {wrong:?}, missed {missed:?}");
}

#[test]
fn answers_are_remembered_and_can_be_taken_back() {
    let mut engine = Engine::open_memory(Settings::school(7, 60), &NOW).unwrap();
    let facts = json!({"birth_date": "1984-03-12", "mobile": "06 39 98 00 01", "street": "rue des Tilleuls", "postcode": "35000", "town": "Rennes"});
    let one = person(&mut engine, "Maëlys", "Kerbrat", &facts);
    let other = person(&mut engine, "Maelis", "KERBRAT", &facts);
    let about = find(&mut engine, Some(&one));
    assert_eq!(about["total"], 1, "{about}");
    assert_eq!(
        refs(&about["pairs"][0], "left", "right"),
        BTreeSet::from([one.clone(), other.clone()])
    );
    assert!(about["pairs"][0]["score"].as_i64().unwrap() >= 95);
    let answer = |engine: &mut Engine, decision: &Json| {
        done(
            engine,
            "duplicates.decide",
            &json!({"left": other, "right": one, "decision": decision}),
        );
    };
    answer(&mut engine, &json!("later"));
    let all = find(&mut engine, None);
    assert_eq!(all["putOff"].as_i64().or(all["put_off"].as_i64()), Some(1));
    assert_eq!(all["pairs"].as_array().unwrap().last().unwrap()["put_off"], true);
    answer(&mut engine, &json!("different"));
    assert_eq!(find(&mut engine, Some(&one))["total"], 0);
    assert_eq!(find(&mut engine, Some(&one))["different"], 1);
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(find(&mut engine, Some(&one))["total"], 1);
    answer(&mut engine, &Json::Null);
    assert_eq!(find(&mut engine, None)["put_off"], 0);
}

#[test]
fn a_record_of_a_large_base_is_compared_with_its_surroundings() {
    let mut engine = Engine::open_memory(Settings::school(3, 5_200), &NOW).unwrap();
    let truth = planted(&engine, &DOUBLES);
    let mut found = 0;
    for pair in truth.iter().take(12) {
        let one = pair.first().unwrap();
        let about = find(&mut engine, Some(one));
        found += usize::from(
            about["pairs"]
                .as_array()
                .unwrap()
                .iter()
                .any(|got| refs(got, "left", "right") == *pair),
        );
    }
    assert!(found >= 11, "{found} of 12");
}

#[test]
fn a_person_and_a_company_never_become_one() {
    let mut engine = Engine::open_memory(Settings::school(7, 60), &NOW).unwrap();
    let one = person(&mut engine, "Maëlys", "Kerbrat", &json!({}));
    let firm = done(
        &mut engine,
        "record.create",
        &json!({"entity": "customer", "values": {"kind": "company", "legal_name": "Kerbrat"}}),
    );
    let both = json!([one, firm["ref"]]);
    for (name, input) in [
        ("merge.preview", json!({"customers": both})),
        ("merge.do", json!({"customers": both, "kept": one, "values": {}})),
    ] {
        let error = call(&mut engine, name, &input).unwrap_err();
        assert!(format!("{error:?}").contains("OtherKind"), "{error:?}");
    }
    assert!(
        call(
            &mut engine,
            "merge.do",
            &json!({"customers": [one, one], "kept": one, "values": {}})
        )
        .is_err()
    );
}

#[test]
fn doubles_of_a_workbook_are_found_whatever_is_wrong_in_its_cells() {
    let mut engine = Engine::open_memory(Settings::school(7, 520), &NOW).unwrap();
    let bytes = exported(&mut engine, "base", false, &NOW);
    let refs = |bytes: &[u8]| -> BTreeSet<[String; 2]> {
        let found = crate::duplicates_of_workbook(bytes).unwrap();
        found.pairs.into_iter().map(|pair| pair.references).collect()
    };
    let before = refs(&bytes);
    assert!(before.len() > 20);
    // Birth dates that no calendar has: a strict reading refuses the file.
    let faulty = Opened::new(&bytes)
        .text(2, "F2", "33/12/1937")
        .text(2, "F3", "jamais")
        .done();
    assert!(crate::verify_workbook(&faulty).is_err());
    let after = refs(&faulty);
    assert!(
        before.symmetric_difference(&after).count() <= 2,
        "{before:?} {after:?}"
    );
    assert!(crate::duplicates_of_workbook(b"no workbook").is_err());
}

#[test]
fn the_queue_is_turned_page_by_page_and_follows_what_is_done() {
    let mut engine = Engine::open_memory(Settings::school(2026, 520), &NOW).unwrap();
    let page = |engine: &mut Engine, offset: u64, limit: u64| {
        done(
            engine,
            "duplicates.find",
            &json!({"customer": null, "offset": offset, "limit": limit}),
        )
    };
    let whole = page(&mut engine, 0, 1_000);
    let all = whole["pairs"].as_array().unwrap().clone();
    assert_eq!(whole["total"], all.len());
    let mut turned = Vec::new();
    for offset in (0..all.len() as u64 + 7).step_by(7) {
        let part = page(&mut engine, offset, 7);
        assert_eq!(part["total"], whole["total"]);
        turned.extend(part["pairs"].as_array().unwrap().clone());
    }
    assert_eq!(turned, all);
    // A value edited after the comparison is compared anew.
    let one = all[0]["left"]["ref"].as_str().unwrap();
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": one, "values": {"last_name": "Zyxwvut", "first_name": "Qwerty", "birth_date": null, "mobile": null, "phone": null, "mail": null, "street": null}}),
    );
    let after = page(&mut engine, 0, 1_000);
    assert!(
        after["pairs"]
            .as_array()
            .unwrap()
            .iter()
            .all(|pair| refs(pair, "left", "right") != refs(&all[0], "left", "right")),
        "told from what was"
    );
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(page(&mut engine, 0, 1_000)["pairs"], json!(all));
}

#[test]
fn father_and_son_are_told_apart_and_put_in_one_household_by_one_answer() {
    let mut engine = Engine::open_memory(Settings::school(7, 60), &NOW).unwrap();
    let facts = json!({"street_number": "4", "street": "rue des Tilleuls", "postcode": "35000", "town": "Rennes", "phone": "02 99 98 00 01"});
    let father = person(&mut engine, "Yannick", "Kerbrat", &facts);
    let son = person(&mut engine, "Yanick", "Kerbrat", &facts);
    assert_eq!(find(&mut engine, Some(&son))["total"], 1);
    let before = super::dump(&engine);
    let answer = json!({"left": father, "right": son, "decision": "household"});
    done(&mut engine, "duplicates.decide", &answer);
    assert_eq!(find(&mut engine, Some(&son))["total"], 0);
    let file = done(&mut engine, "customer.open", &json!({"ref": son}));
    assert_eq!(file["household"][0]["ref"], json!(father));
    let grandson = person(&mut engine, "Yanic", "Kerbrat", &facts);
    done(
        &mut engine,
        "duplicates.decide",
        &json!({"left": grandson, "right": son, "decision": "household"}),
    );
    let file = done(&mut engine, "customer.open", &json!({"ref": grandson}));
    assert_eq!(
        file["household"].as_array().unwrap().len(),
        2,
        "one head for all three"
    );
    for _ in 0..3 {
        done(&mut engine, "change.undo", &json!({}));
    }
    super::same(&before, &super::dump(&engine));
    let firm = done(
        &mut engine,
        "record.create",
        &json!({"entity": "customer", "values": {"kind": "company", "legal_name": "Kerbrat SARL"}}),
    );
    let wrong = json!({"left": firm["ref"], "right": son, "decision": "household"});
    assert!(call(&mut engine, "duplicates.decide", &wrong).is_err());
}
