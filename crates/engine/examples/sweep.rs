//! Every day of 2026 to 2032 held against every rule, for any seed and size, too long for each run of the tests:
//! `sweep [every=N] [from=N] [seeds=A..B] [size=N]` looks at one day in `every` (each seed begins a day later than the one
//! before it); the product's seed and size unless told. What fails is listed; the end is an error then.
#![allow(clippy::disallowed_types, clippy::disallowed_methods, missing_docs)]

use engine::coherence::{Base, anomalies, verify};
use engine::fields::Entity;
use engine::school::generate;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::ops::Range;
use std::process::ExitCode;

struct Asked {
    every: usize,
    from: usize,
    seeds: Range<u64>,
    size: u32,
}

fn main() -> ExitCode {
    let asked = asked();
    let (mut looked, mut failed) = (0, 0);
    for seed in asked.seeds.clone() {
        let begins = (asked.from + (seed - asked.seeds.start) as usize) % asked.every;
        let days = date(2026, 1, 1)
            .series(1.day())
            .take_while(|day| day.year() <= 2032);
        for day in days.skip(begins).step_by(asked.every) {
            looked += 1;
            let faults = faults(seed, day, asked.size);
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

fn asked() -> Asked {
    let mut asked = Asked {
        every: 1,
        from: 0,
        seeds: 2026..2027,
        size: 520,
    };
    for text in std::env::args().skip(1) {
        let (key, value) = text.split_once('=').unwrap_or((&text, ""));
        let number = value.parse().unwrap_or(0);
        match key {
            "every" => asked.every = (number as usize).max(1),
            "from" => asked.from = number as usize,
            "size" => asked.size = number as u32,
            "seeds" => {
                let (first, last) = value.split_once("..").unwrap_or((value, value));
                let number = |text: &str| text.parse().unwrap_or(0);
                asked.seeds = number(first)..number(last).max(number(first) + 1);
            }
            _ => eprintln!("{text}?"),
        }
    }
    asked
}

fn faults(seed: u64, day: Date, size: u32) -> Vec<String> {
    let base = Base::of_school(seed, day, size);
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
    let planted = planted(seed, day, size);
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

fn planted(seed: u64, day: Date, size: u32) -> BTreeSet<(String, BTreeSet<String>)> {
    let mut told = BTreeSet::new();
    let Ok(()) = generate::<Infallible>(seed, day, size, &mut |record| {
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
