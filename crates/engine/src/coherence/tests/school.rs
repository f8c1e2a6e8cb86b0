//! School bases held against every rule and every count: the product's on days spread over 2026 to 2032, others of seeds of
//! their own; `examples/sweep.rs` looks at many more.

use crate::coherence::{Base, verify};
use jiff::ToSpan;
use jiff::civil::{Date, date};

#[test]
fn the_base_holds_whatever_the_day() {
    let ends = [
        date(2026, 12, 31),
        date(2027, 1, 1),
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
        date(2029, 6, 14),
        date(2030, 5, 1),
        date(2031, 4, 13),
        date(2032, 12, 31),
    ];
    let spread = date(2026, 1, 1)
        .series(127.days())
        .take_while(|day| day.year() <= 2032);
    for day in spread.chain(ends) {
        hold(2026, day, 520);
    }
}

#[test]
fn the_base_holds_whatever_the_seed_and_the_size() {
    // Each of the first ones missed a line when rare cases were left to chance.
    let missed = [6, 20, 29, 46, 50, 55, 83, 93, 109, 113];
    for (seed, turn) in missed.into_iter().chain([4_000_000_007, 0]).zip(0..) {
        hold(seed, date(2026, 1, 3) + (turn * 211).days(), 520);
    }
    hold(3, date(2027, 8, 16), 200);
    hold(4, date(2030, 3, 5), 1_000);
}

fn hold(seed: u64, day: Date, size: u32) {
    let report = verify(&Base::of_school(seed, day, size));
    let failed: Vec<String> = report
        .failed()
        .map(|line| {
            let first = line.failures.first();
            let first = first.map_or(String::new(), |first| {
                format!("{} {}", first.references.join(" "), first.detail)
            });
            format!("{} ({}): {first}", line.key, line.failures_total)
        })
        .collect();
    assert!(failed.is_empty(), "seed {seed}, {day}, {size}: {failed:#?}");
}
