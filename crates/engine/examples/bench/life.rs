//! A large sandbox in a file, from its making to its reset: opening, the page of checks, a day that passes, the workbook out
//! and in again.

use crate::measure::{NOW, call, line, once};
use engine::{Engine, FixedWorld, Settings};
use jiff::ToSpan;
use serde_json::{Value as Json, json};
use std::time::Instant;

/// Bars in milliseconds are for 100,000 customers.
pub(crate) fn life(folder: &std::path::Path, size: u32) {
    let path = folder.join("life.db");
    let path = path.to_str().unwrap();
    let settings = Settings::school(2026, size);
    println!("-- the life of a sandbox of {size} customers in a file");
    let open_on = |what: &str, world: &FixedWorld, bar| {
        let begun = Instant::now();
        let engine = Engine::open_file(path, settings.clone(), world).unwrap();
        told(what, begun, bar);
        engine
    };
    let before = FixedWorld(NOW.0.checked_sub(1.day()).unwrap());
    let begun = Instant::now();
    Engine::make_file(path, settings.clone(), &before).unwrap();
    told("base made, in a file", begun, 20_000);
    drop(open_on("opened again", &before, 1_000));
    let mut engine = open_on("opened on the next day, untouched: made anew", &NOW, 25_000);
    let timed = |engine: &mut Engine, name: &str, input: &Json, bar| {
        let begun = Instant::now();
        let answer = call(engine, name, input);
        told(name, begun, bar);
        answer
    };
    let none = json!({});
    let told_by = timed(&mut engine, "cleaning.read", &none, 10_000);
    println!("   {} points to see to", told_by["total"]);
    edits_and_checks(&mut engine, size);
    timed(
        &mut engine,
        "home.read",
        &json!({"owner": null, "site": null}),
        300,
    );
    timed(&mut engine, "time.advance", &json!({"days": 1}), 5_000);
    timed(&mut engine, "change.undo", &none, 5_000);
    let begun = Instant::now();
    let later = FixedWorld(NOW.0.checked_add(1.day()).unwrap());
    engine.call("session.state", "{}", &later).unwrap();
    told("session.state on the next day", begun, 5_000);
    let asked = json!({"kind": "session", "anomalies": false});
    timed(&mut engine, "workbook.export", &asked, 40_000);
    let file = engine.take_file().unwrap().bytes;
    println!("   {:.1} MB", file.len() as f64 / 1e6);
    engine.give_file(file.clone());
    timed(&mut engine, "workbook.preview", &none, 60_000);
    timed(&mut engine, "data.reset", &none, 40_000);
    timed(&mut engine, "change.undo", &none, 40_000);
    engine.give_file(file);
    timed(&mut engine, "workbook.import", &none, 120_000);
    timed(&mut engine, "data.reset", &none, 40_000);
    engine.give_file(Vec::new());
}

/// One customer after the other edited, and the page of checks read after each.
fn edits_and_checks(engine: &mut Engine, size: u32) {
    let (mut edits, mut checks) = (Vec::new(), Vec::new());
    for turn in 1..=20 {
        let reference = format!("C{:05}", turn * size / 25);
        let input =
            json!({"ref": reference, "values": {"town": format!("Ville {turn}"), "postcode": "69001"}});
        let begun = Instant::now();
        call(engine, "record.edit", &input);
        edits.push(begun.elapsed());
        let begun = Instant::now();
        call(engine, "cleaning.read", &json!({}));
        checks.push(begun.elapsed());
        if size > 20_000 && begun.elapsed().as_secs() > 2 && turn > 2 {
            break;
        }
    }
    line("record.edit", &mut edits, 50);
    line("cleaning.read after it", &mut checks, 1_000);
}

fn told(what: &str, begun: Instant, bar: u128) {
    once(what, begun.elapsed(), bar);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |key: &str| {
        let found = status.lines().find_map(|line| line.strip_prefix(key));
        found
            .unwrap_or_default()
            .trim_matches(|sign| !char::is_numeric(sign))
            .parse::<u64>()
            .unwrap_or(0)
            / 1024
    };
    let ticks = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let spent = |place: usize| {
        ticks
            .split(' ')
            .nth(place)
            .and_then(|text| text.parse::<f64>().ok())
            .unwrap_or(0.0)
            / 100.0
    };
    println!(
        "   memory {} MB, most {} MB; processor so far {} s and {} s",
        of("VmRSS:"),
        of("VmHWM:"),
        spent(13),
        spent(14)
    );
    // The next line tells its own most.
    std::fs::write("/proc/self/clear_refs", "5").ok();
}
