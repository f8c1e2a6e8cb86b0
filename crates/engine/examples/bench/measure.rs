//! Running commands and telling how long they took.

use engine::{Engine, FixedWorld};
use jiff::civil::date;
use serde_json::Value as Json;
use std::time::{Duration, Instant};

pub(crate) const NOW: FixedWorld = FixedWorld(date(2026, 11, 23).at(14, 30, 0, 0));

pub(crate) fn call(engine: &mut Engine, name: &str, input: &Json) -> Json {
    let output = engine
        .call(name, &input.to_string(), &NOW)
        .unwrap_or_else(|error| panic!("{name} {input}: {error}"));
    drop(engine.take_journal());
    serde_json::from_str(&output).unwrap()
}

pub(crate) fn text(json: &Json, key: &str) -> String {
    json[key].as_str().unwrap_or_default().to_owned()
}

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
