//! The program is killed at any moment, 80 times over: every change it acknowledged is there at the next start.
#![cfg(unix)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod program;

use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use program::{Gone, Program, empty_folder};

const KILLS: usize = 80;

#[test]
fn every_acknowledged_change_survives_kills() {
    let folder = empty_folder("kills");
    let mut chance = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .subsec_nanos()
        | 1;
    let mut acknowledged: Vec<String> = Vec::new();
    let mut cut_in_hand = 0;
    for kill in 0..KILLS {
        let program = Program::start(&folder);
        check_all(&program, &acknowledged, kill % 20 == 0);
        let (kept, cut) = write_until_killed(&program, &format!("Vague {kill}"), draw(&mut chance));
        cut_in_hand += usize::from(cut);
        acknowledged.extend(kept);
    }
    let last = Program::start(&folder);
    check_all(&last, &acknowledged, true);
    assert!(
        cut_in_hand > KILLS / 4,
        "too few kills fell during a write to prove anything: {cut_in_hand}"
    );
    assert!(
        acknowledged.len() > KILLS,
        "too few changes: {}",
        acknowledged.len()
    );
    println!(
        "{KILLS} kills, {cut_in_hand} during a write, {} changes acknowledged and found",
        acknowledged.len()
    );
}

/// Sends changes without rest while another thread kills; gives what was acknowledged, and whether one was in hand.
fn write_until_killed(program: &Program, name: &str, delay: Duration) -> (Vec<String>, bool) {
    let id = program.child.id().to_string();
    let killer = thread::spawn(move || {
        thread::sleep(delay);
        std::process::Command::new("kill").args(["-KILL", &id]).status()
    });
    let mut kept = Vec::new();
    let body = format!(r#"{{"entity":"customer","values":{{"kind":"company","legal_name":"{name}"}}}}"#);
    let gone = loop {
        match program.as_page("POST", "/api/record.create", &body) {
            Ok(answer) if answer.status == 200 => {
                let output: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
                kept.push(output["ref"].as_str().unwrap().to_owned());
            }
            Ok(answer) => panic!("{}: {}", answer.status, answer.body),
            Err(gone) => break gone,
        }
    };
    assert!(
        killer.join().unwrap().unwrap().success(),
        "the kill itself failed"
    );
    (kept, gone == Gone::InHand)
}

/// The newest ones each time, all of them now and then: what was there once does not go.
fn check_all(program: &Program, acknowledged: &[String], all: bool) {
    let checked = if all {
        acknowledged
    } else {
        &acknowledged[acknowledged.len().saturating_sub(3)..]
    };
    for reference in checked {
        program.call("customer.open", &format!(r#"{{"ref":"{reference}"}}"#));
    }
}

/// From 0 to 40 ms, in steps of a microsecond (xorshift).
fn draw(state: &mut u32) -> Duration {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    Duration::from_micros(u64::from(*state % 40_000))
}
