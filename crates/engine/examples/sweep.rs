//! Every day of 2026 to 2032 held against every rule, too long for each run of the tests: `sweep [every] [from] [seed …]`
//! looks at one day in `every`, the product's seed unless told. What fails is listed; the end is an error then.
#![allow(clippy::disallowed_types, clippy::disallowed_methods, missing_docs)]

use engine::coherence::{Base, anomalies, verify};
use engine::fields::Entity;
use engine::school::generate;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::process::ExitCode;

const SIZE: u32 = 520;

fn main() -> ExitCode {
    let numbers: Vec<u64> = std::env::args()
        .skip(1)
        .filter_map(|text| text.parse().ok())
        .collect();
    let number = |place: usize, otherwise: u64| numbers.get(place).copied().unwrap_or(otherwise);
    let (every, from) = (number(0, 1) as usize, number(1, 0) as usize);
    let seeds = numbers
        .get(2..)
        .filter(|seeds| !seeds.is_empty())
        .unwrap_or(&[2026]);
    let days = date(2026, 1, 1)
        .series(1.day())
        .take_while(|day| day.year() <= 2032);
    let (mut looked, mut failed) = (0, 0);
    for day in days.skip(from).step_by(every) {
        for seed in seeds {
            looked += 1;
            let faults = faults(*seed, day);
            if !faults.is_empty() {
                failed += 1;
                println!("{day} seed {seed}: {}", faults.join("; "));
            }
        }
    }
    println!("{looked} bases, {failed} with a fault");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn faults(seed: u64, day: Date) -> Vec<String> {
    let base = Base::of_school(seed, day, SIZE);
    let report = verify(&base);
    let mut faults: Vec<String> = report
        .failed()
        .map(|line| {
            let first = line.failures.first();
            let first = first.map_or(String::new(), |first| {
                format!("{} {}", first.references.join(" "), first.detail)
            });
            format!(
                "{} {}: {} of {} {first}",
                line.key, line.failures_total, line.found, line.expected
            )
        })
        .collect();
    let found: BTreeSet<(String, BTreeSet<String>)> = anomalies(&base)
        .into_iter()
        .map(|found| (found.kind.to_owned(), found.references.into_iter().collect()))
        .collect();
    let planted = planted(seed, day);
    let told = |what: &str, (kind, references): &(String, BTreeSet<String>)| {
        format!(
            "{what} {kind} {}",
            references.iter().cloned().collect::<Vec<_>>().join(" ")
        )
    };
    faults.extend(found.difference(&planted).map(|one| told("by accident", one)));
    faults.extend(planted.difference(&found).map(|one| told("not found", one)));
    faults
}

fn planted(seed: u64, day: Date) -> BTreeSet<(String, BTreeSet<String>)> {
    let mut told = BTreeSet::new();
    let Ok(()) = generate::<Infallible>(seed, day, SIZE, &mut |record| {
        if record.entity == Entity::Anomaly {
            let text = |key: &str| {
                let found = record.values.iter().find(|(known, _)| *known == key);
                found
                    .and_then(|(_, value)| value.text())
                    .unwrap_or_default()
                    .to_owned()
            };
            let references = text("records").split(' ').map(str::to_owned).collect();
            told.insert((text("kind"), references));
        }
        Ok(())
    });
    told
}
