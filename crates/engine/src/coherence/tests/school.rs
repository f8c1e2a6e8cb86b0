//! The product's base held against every rule and every count, on days spread over 2026 to 2032; `examples/sweep.rs` looks
//! at each of them.

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
        .series(89.days())
        .take_while(|day| day.year() <= 2032);
    for day in spread.chain(ends) {
        hold(day);
    }
}

fn hold(day: Date) {
    let report = verify(&Base::of_school(2026, day, 520));
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
    assert!(failed.is_empty(), "{day}: {failed:#?}");
}
