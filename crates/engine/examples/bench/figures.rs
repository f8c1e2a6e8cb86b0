//! One line for each figure: what, 50th and 99th percentile, the bar, and whether it is passed.

use std::time::{Duration, Instant};

pub(crate) fn measure(name: &str, times: usize, bar: u128, mut work: impl FnMut()) {
    let mut all: Vec<Duration> = (0..times)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    line(name, &mut all, bar);
}

pub(crate) fn line(name: &str, all: &mut [Duration], bar: u128) {
    all.sort_unstable();
    let at = |part: usize| all[(all.len() - 1) * part / 100];
    let verdict = if at(99).as_millis() > bar { "OVER" } else { "" };
    println!(
        "{name:<48} p50 {:>9.3?}  p99 {:>9.3?}  bar {bar} ms {verdict}",
        at(50),
        at(99)
    );
}

pub(crate) fn once(name: &str, took: Duration, bar: u128) {
    let verdict = if took.as_millis() > bar { "OVER" } else { "" };
    println!("{name:<48} {took:>9.3?}  bar {bar} ms {verdict}");
}
