//! The figures of dashboards, natively: `cargo run --release -p engine --example figures [customers [file [tile]]]`. Each
//! ready-made tile over twelve months and over all time: the median of its runs and the slowest, against the bar of its size.
//! Time is that of the processor where the system tells it: others share the machine.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_types,
    clippy::disallowed_methods,
    missing_docs
)]

use engine::{Engine, FixedWorld, Settings};
use jiff::civil::date;
use serde_json::{Value as Json, json};
use std::time::{Duration, Instant};

/// That of the program that ships.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const NOW: FixedWorld = FixedWorld(date(2026, 11, 23).at(14, 30, 0, 0));

fn main() {
    let mut arguments = std::env::args().skip(1);
    let size = arguments
        .next()
        .and_then(|size| size.parse().ok())
        .unwrap_or(100_000);
    let bar = if size > 100_000 { 1_000 } else { 100 };
    let kept = arguments.next();
    let only = arguments.next();
    let folder = std::env::temp_dir().join(format!("simulateur-figures-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = kept.unwrap_or_else(|| folder.join("figures.db").to_str().unwrap().to_owned());
    let begun = Instant::now();
    if !std::fs::exists(&path).unwrap() {
        Engine::make_file(&path, Settings::school(2026, size), &NOW).unwrap();
    }
    let mut engine = Engine::open_file(&path, Settings::school(2026, size), &NOW).unwrap();
    println!("base of {size}: {:.1?}", begun.elapsed());
    for period in ["twelve_months", "all"] {
        println!("-- {size} customers, {period}: bar {bar} ms a tile");
        tiles(&mut engine, period, bar, only.as_deref());
        board(&mut engine, period);
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

fn tiles(engine: &mut Engine, period: &str, bar: u128, only: Option<&str>) {
    let ready = call(engine, "dashboard.list", &json!({}))["ready"].clone();
    let mut all: Vec<(Duration, Duration, String, Json)> = Vec::new();
    let asked = |tile: &&Json| only.is_none_or(|only| tile["key"] == only);
    for tile in ready.as_array().unwrap().iter().filter(asked) {
        let mut took = Vec::new();
        let mut rows = Json::Null;
        for _ in 0..5 {
            write(engine);
            let begun = spent();
            let answer = ask(engine, &tile["definition"]["question"], period);
            took.push(spent() - begun);
            rows = answer["total"]["of"].clone();
        }
        took.sort_unstable();
        all.push((took[2], took[4], tile["key"].as_str().unwrap().to_owned(), rows));
    }
    all.sort_unstable_by_key(|row| std::cmp::Reverse(row.0));
    let over = all.iter().filter(|(median, ..)| median.as_millis() > bar).count();
    for (median, slowest, key, rows) in all.iter().take(40) {
        println!("{key:<28} median {median:>9.2?}  slowest {slowest:>9.2?}  {rows} rows");
    }
    println!("{} tiles, {over} OVER", all.len());
}

/// The eight tiles of the first board, one after the other, as the screen asks them.
fn board(engine: &mut Engine, period: &str) {
    let board = call(engine, "dashboard.read", &json!({"name": "Direction"}));
    write(engine);
    let begun = spent();
    for tile in board["tiles"].as_array().unwrap() {
        ask(engine, &tile["definition"]["question"], period);
    }
    println!("a board of 8 tiles: {:.1?}", spent() - begun);
}

/// Answers are kept until something is written.
fn write(engine: &mut Engine) {
    let input = json!({"key": "figures", "value": "1"});
    call(engine, "preference.write", &input);
}

/// What this thread has taken of the processor since it began; the time of day elsewhere than on Linux.
fn spent() -> Duration {
    static BEGUN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let begun = BEGUN.get_or_init(Instant::now);
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok())
        .map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

fn ask(engine: &mut Engine, question: &Json, period: &str) -> Json {
    let input = json!({"question": question, "scope": {"period": period}});
    call(engine, "dashboard.answer", &input)
}

fn call(engine: &mut Engine, name: &str, input: &Json) -> Json {
    let output = engine
        .call(name, &input.to_string(), &NOW)
        .unwrap_or_else(|error| panic!("{name} {input}: {error}"));
    serde_json::from_str(&output).unwrap()
}
