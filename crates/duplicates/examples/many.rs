//! How long a base of many records takes, how much memory, and what is found there: `many 1000000`. Bases of many shapes
//! are made from the names and places of `content/`, with doubles whose truth is known: see `made/`.
#![allow(clippy::disallowed_types, clippy::disallowed_methods, missing_docs)]

mod made;

use duplicates::{Subject, find};
use made::{Made, SHAPES, Shape};
use std::collections::HashSet;
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let records: usize = arguments
        .next()
        .and_then(|count| count.parse().ok())
        .unwrap_or(100_000);
    let wanted = arguments.next().unwrap_or_else(|| "everyday".to_owned());
    for shape in SHAPES
        .iter()
        .filter(|shape| wanted == "all" || shape.name == wanted)
    {
        measure(shape, records);
    }
}

fn measure(shape: &Shape, records: usize) {
    let Made { subjects, truth } = made::base(shape, records, 2026);
    let held = memory("VmRSS");
    let (begun, worked) = (Instant::now(), seconds());
    let found = find(&subjects, 0.5);
    let (took, worked) = (begun.elapsed(), seconds() - worked);
    let told: HashSet<(usize, usize)> = found.pairs.iter().map(|pair| (pair.left, pair.right)).collect();
    let right = told.intersection(&truth).count() as f64;
    let (precision, recall) = (
        right / told.len().max(1) as f64,
        right / truth.len().max(1) as f64,
    );
    let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
    println!(
        "{:<14} {:>8} records: {took:>9.2?} ({worked:.2} s of work), {} MB at most ({held} before); {} pairs, precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}",
        shape.name,
        subjects.len(),
        memory("VmHWM"),
        told.len(),
    );
    if std::env::var_os("TELL").is_some() {
        tell(&subjects, &truth, &told);
    }
}

/// Pairs that are missed or wrong, to learn from.
fn tell(subjects: &[Subject], truth: &HashSet<(usize, usize)>, told: &HashSet<(usize, usize)>) {
    for (what, mut pairs) in [
        ("missed", truth.difference(told).collect::<Vec<_>>()),
        ("wrong", told.difference(truth).collect::<Vec<_>>()),
    ] {
        pairs.sort_unstable();
        for (left, right) in pairs.into_iter().take(15) {
            println!("{what}\n  {:?}\n  {:?}", subjects[*left], subjects[*right]);
        }
    }
}

/// Seconds of work of this process, whatever else the machine does, by Linux's account in hundredths.
fn seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after.split_whitespace().skip(11).take(2);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Megabytes of this process, by Linux's account.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|found| found.strip_prefix(line)?.strip_prefix(':'))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok())
        .unwrap_or_default()
        / 1024
}
