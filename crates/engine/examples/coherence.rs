//! Holds the school base of every day of 2026 to 2032 against its rules, at full size, seeds rotating:
//! `cargo run --release --package engine --example coherence -- [size] [every]`. Prints what fails and how long it took.
#![allow(clippy::disallowed_types, clippy::disallowed_methods, missing_docs)]

use engine::coherence::{Base, verify};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    let size = u32::try_from(numbers.first().copied().unwrap_or(520)).unwrap_or(520);
    let every = numbers.get(1).copied().unwrap_or(1).max(1);
    let first = numbers
        .get(2)
        .and_then(|year| i16::try_from(*year).ok())
        .unwrap_or(2026);
    let days: Vec<Date> = date(first, 1, 1)
        .series(1.day())
        .take_while(|day| day.year() <= 2032)
        .step_by(every)
        .collect();
    let half = days.len().div_ceil(2);
    let begun = Instant::now();
    let halves: Vec<Tally> = std::thread::scope(|scope| {
        let runs: Vec<_> = days
            .chunks(half)
            .map(|days| scope.spawn(move || hold(days, size)))
            .collect();
        runs.into_iter().filter_map(|run| run.join().ok()).collect()
    });
    let mut all = Tally::default();
    for half in halves {
        all.made += half.made;
        all.verified += half.verified;
        for (key, (count, first)) in half.failing {
            all.failing.entry(key).or_insert((0, first)).0 += count;
        }
    }
    println!(
        "{} days of {size}: made {:.1} s, verified {:.1} s, {:.1} s in all",
        days.len(),
        all.made.as_secs_f64(),
        all.verified.as_secs_f64(),
        begun.elapsed().as_secs_f64()
    );
    for (key, (count, first)) in &all.failing {
        println!("{count:>6} days  {key}: {first}");
    }
    std::process::exit(i32::from(!all.failing.is_empty()));
}

/// What came of some days.
#[derive(Default)]
struct Tally {
    made: Duration,
    verified: Duration,
    failing: BTreeMap<String, (usize, String)>,
}

fn hold(days: &[Date], size: u32) -> Tally {
    let mut tally = Tally::default();
    for (rank, day) in (0_u64..).zip(days) {
        let seed = if rank.is_multiple_of(2) {
            2026
        } else {
            1 + rank % 97
        };
        let begun = Instant::now();
        let base = Base::of_school(seed, *day, size);
        tally.made += begun.elapsed();
        let begun = Instant::now();
        let report = verify(&base);
        tally.verified += begun.elapsed();
        for line in report.failed() {
            let told = line.failures.first().map_or(String::new(), |failure| {
                format!(
                    "day {day} seed {seed}, {} failures, {} {}",
                    line.failures_total,
                    failure.references.join(" "),
                    failure.detail
                )
            });
            tally.failing.entry(line.key.clone()).or_insert((0, told)).0 += 1;
        }
    }
    tally
}
