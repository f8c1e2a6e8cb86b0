//! What the checks find in the school base is what was planted there, and nothing else.

use crate::coherence::{Base, anomalies};
use crate::fields::Entity;
use crate::school;
use crate::values::Value;
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};

type Told = BTreeSet<(String, BTreeSet<String>)>;

fn planted(seed: u64, today: jiff::civil::Date, size: u32) -> Told {
    let mut told = Told::new();
    let Ok(()) = school::generate::<std::convert::Infallible>(seed, today, size, &mut |record| {
        if record.entity == Entity::Anomaly {
            let text = |key: &str| match record.values.iter().find(|(known, _)| *known == key) {
                Some((_, Value::Text(text))) => text.to_string(),
                other => panic!("{other:?}"),
            };
            let references = text("records").split(' ').map(str::to_owned).collect();
            told.insert((text("kind"), references));
        }
        Ok(())
    });
    told
}

fn found(seed: u64, today: jiff::civil::Date, size: u32) -> Told {
    anomalies(&Base::of_school(seed, today, size))
        .into_iter()
        .map(|found| (found.kind.to_owned(), found.references.into_iter().collect()))
        .collect()
}

#[test]
fn what_is_found_is_what_is_planted() {
    for (seed, today) in [
        (1, date(2026, 1, 1)),
        (2, date(2026, 7, 14)),
        (3, date(2028, 2, 29)),
        (4, date(2032, 12, 31)),
        (5, date(2027, 4, 5)),
        (6, date(2029, 10, 15)),
        (7, date(2030, 6, 3)),
        (8, date(2031, 1, 12)),
    ] {
        hold(seed, today, 520);
    }
}

#[test]
fn a_larger_base_has_no_namesakes_by_accident_either() {
    // Both had some while names were only drawn again.
    hold(2, date(2026, 1, 22), 2_000);
    hold(5, date(2026, 1, 25), 5_000);
}

fn hold(seed: u64, today: jiff::civil::Date, size: u32) {
    let (planted, found) = (planted(seed, today, size), found(seed, today, size));
    let count = |set: Vec<&(String, BTreeSet<String>)>| {
        let mut counts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (kind, references) in set {
            let references: Vec<String> = references.iter().cloned().collect();
            counts.entry(kind.clone()).or_default().push(references.join(" "));
        }
        counts
    };
    let missed = count(planted.difference(&found).collect());
    let accidents = count(found.difference(&planted).collect());
    assert!(
        missed.is_empty() && accidents.is_empty(),
        "seed {seed} {today}\nmissed: {missed:#?}\naccidents: {accidents:#?}"
    );
}

#[test]
fn every_kind_is_planted_as_often_as_it_should() {
    let told = planted(1, date(2026, 7, 14), 500);
    for (kind, at_least) in crate::coherence::KINDS {
        let count = told.iter().filter(|(known, _)| known == kind).count();
        assert!(count >= at_least as usize, "{kind}: {count} of {at_least}");
    }
}
