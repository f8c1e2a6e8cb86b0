//! Data spoilt in every way that sticks and disks know: the old file is kept to the byte, what happened is said, and the best
//! of what is left is there.
#![cfg(unix)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod program;

use std::fs;
use std::path::{Path, PathBuf};

use program::{Program, empty_folder};
use serde_json::{Value, json};

/// The name of somebody who is in the copy, and of somebody who came after it.
const COPIED: &str = "Quillivéré";
const AFTER: &str = "Kerdoncuff";

fn create(program: &Program, name: &str) {
    let values = json!({"kind": "person", "first_name": "Hortense", "last_name": name});
    let input = json!({"entity": "customer", "values": values});
    program.call("record.create", &input.to_string());
}

fn is_there(program: &Program, name: &str) -> bool {
    let found = program.call("search.find", &json!({"text": name, "limit": 5}).to_string());
    found.to_string().contains(name)
}

/// A folder with one copy: made when the program was left; then one more change, and killed.
fn lived(name: &str) -> PathBuf {
    let folder = empty_folder(name);
    let first = Program::start(&folder);
    create(&first, COPIED);
    assert!(first.stop_gently());
    let second = Program::start(&folder);
    create(&second, AFTER);
    drop(second);
    folder
}

fn file(folder: &Path) -> PathBuf {
    folder.join("simulateur.db")
}

fn log(folder: &Path) -> PathBuf {
    folder.join("simulateur.db-wal")
}

/// What was set aside, to the byte; its log stands beside it when there was one.
fn check_aside(case: &str, place: &Value, before: &[u8], log: Option<&[u8]>) {
    let aside = place["rescued"]["aside"]
        .as_str()
        .unwrap_or_else(|| panic!("{case}: {place}"));
    assert!(aside.contains("simulateur-abime-2"), "{aside}");
    assert_eq!(fs::read(aside).unwrap(), before, "the old file, to the byte");
    if let Some(log) = log {
        assert_eq!(fs::read(format!("{aside}-wal")).unwrap(), log);
    }
}

#[test]
fn whatever_spoils_the_file_the_last_copy_takes_its_place_and_the_old_file_is_kept() {
    type Spoil = fn(&mut Vec<u8>);
    let ways: [(&str, bool, Spoil); 5] = [
        ("zeroed-header", false, |bytes| bytes[..100].fill(0)),
        ("overwritten-page", true, |bytes| {
            let middle = bytes.len() / 2 / 4096 * 4096;
            bytes[middle..middle + 4096].fill(0xA5);
        }),
        ("truncated", true, |bytes| bytes.truncate(bytes.len() / 3)),
        ("empty", true, Vec::clear),
        ("a-letter", true, |bytes| {
            *bytes = b"certainly not a database, but a letter to a customer. ".repeat(100);
        }),
    ];
    for (name, has_log, spoil) in ways {
        let folder = lived(name);
        let mut bytes = fs::read(file(&folder)).unwrap();
        spoil(&mut bytes);
        fs::write(file(&folder), &bytes).unwrap();
        let kept_log = fs::read(log(&folder)).unwrap();
        // A log that holds the first page mends the header by itself.
        if !has_log {
            fs::remove_file(log(&folder)).unwrap();
        }

        let program = Program::start(&folder);
        let told = program.place();
        check_aside(name, &told, &bytes, has_log.then_some(&kept_log));
        assert_eq!(told["rescued"]["taken"]["kind"], "copy", "{name}: {told}");
        assert!(is_there(&program, COPIED), "{name}: the copy is in use");
        assert!(!is_there(&program, AFTER), "{name}: and nothing else");

        // From there on all is as usual: it is said once, and the next copies replace the first.
        create(&program, AFTER);
        assert!(program.stop_gently());
        let again = Program::start(&folder);
        assert_eq!(again.place()["rescued"], Value::Null, "{name}");
        assert!(is_there(&again, AFTER), "{name}");
    }
}

#[test]
fn the_log_of_another_file_costs_nothing_but_itself() {
    let folder = lived("foreign-log");
    assert!(Program::start(&folder).stop_gently());
    let whole = fs::read(file(&folder)).unwrap();
    let other = empty_folder("foreign-log-other");
    let writer = Program::start_with(&other, &["--date", "2026-03-02"]);
    for turn in 0..20 {
        create(&writer, &format!("Passant {turn}"));
    }
    drop(writer);
    let foreign = fs::read(log(&other)).unwrap();
    fs::write(log(&folder), &foreign).unwrap();

    let program = Program::start(&folder);
    let told = program.place();
    check_aside("log", &told, &whole, Some(&foreign));
    assert_eq!(told["rescued"]["taken"]["kind"], "file");
    assert!(is_there(&program, COPIED) && is_there(&program, AFTER));
}

#[test]
fn a_log_cut_anywhere_costs_what_was_cut_and_nothing_before() {
    let folder = lived("cut-log");
    let bytes = fs::read(log(&folder)).unwrap();
    for part in [1, 2, 3, 4] {
        fs::write(log(&folder), &bytes[..bytes.len() * part / 5]).unwrap();
        let program = Program::start(&folder);
        assert_eq!(program.place()["rescued"], Value::Null);
        assert!(is_there(&program, COPIED), "{part} fifths");
        drop(program);
    }
}

#[test]
fn without_any_copy_the_school_base_takes_its_place() {
    let folder = empty_folder("no-copy");
    fs::write(file(&folder), "Cher client,").unwrap();
    let program = Program::start(&folder);
    let told = program.place();
    check_aside("letter", &told, b"Cher client,", None);
    assert_eq!(told["rescued"]["taken"]["kind"], "base");
    assert!(!is_there(&program, COPIED));
}

#[test]
fn a_file_that_disappeared_is_found_again_in_its_copy() {
    let folder = lived("gone");
    fs::remove_file(file(&folder)).unwrap();
    fs::remove_file(log(&folder)).unwrap();
    let program = Program::start(&folder);
    let told = program.place();
    assert_eq!(told["rescued"]["aside"], Value::Null);
    assert_eq!(told["rescued"]["taken"]["kind"], "copy");
    assert!(is_there(&program, COPIED));
}

#[test]
fn a_rescue_that_death_cut_short_is_ended_at_the_next_start() {
    let folder = lived("cut-rescue");
    assert!(Program::start(&folder).stop_gently());
    fs::remove_dir_all(folder.join("secours")).unwrap();
    fs::rename(file(&folder), folder.join("reprise.tmp")).unwrap();
    fs::write(
        folder.join("simulateur-abime-2026-11-24-10h32.db"),
        "Cher client,",
    )
    .unwrap();
    let program = Program::start(&folder);
    assert!(is_there(&program, COPIED) && is_there(&program, AFTER));
    assert!(!folder.join("reprise.tmp").exists());
}

#[test]
fn a_damaged_copy_is_passed_over_and_two_are_kept() {
    let folder = empty_folder("two-copies");
    for turn in 0..4 {
        let program = Program::start(&folder);
        create(&program, &format!("Passage {turn}"));
        assert!(program.stop_gently());
    }
    let mut copies: Vec<PathBuf> = fs::read_dir(folder.join("secours"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    copies.sort();
    assert_eq!(copies.len(), 2, "{copies:?}");
    fs::write(&copies[1], "Cher client,").unwrap();
    fs::write(file(&folder), "Cher client,").unwrap();
    let program = Program::start(&folder);
    assert_eq!(program.place()["rescued"]["taken"]["kind"], "copy");
    assert!(is_there(&program, "Passage 2") && !is_there(&program, "Passage 3"));
}

#[test]
fn a_page_spoilt_under_a_running_program_is_told_and_replaced() {
    let folder = lived("running");
    assert!(Program::start(&folder).stop_gently());
    let program = Program::start(&folder);
    create(&program, "Passant");
    // Everything but the first page, in place: what is not in memory can no longer be read.
    let length = fs::metadata(file(&folder)).unwrap().len();
    let spoilt = vec![0xA5_u8; usize::try_from(length).unwrap() - 4096];
    let disk = fs::OpenOptions::new().write(true).open(file(&folder)).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&disk, &spoilt, 4096).unwrap();
    let export = r#"{"kind":"session","anomalies":false}"#;
    let mut refused = false;
    for _ in 0..3 {
        let answer = program.as_page("POST", "/api/workbook.export", export).unwrap();
        refused |= answer.body.contains("data_damaged");
        if program.place()["rescued"] != Value::Null {
            break;
        }
    }
    assert!(refused, "the command that met it says so");
    assert_eq!(program.place()["rescued"]["taken"]["kind"], "copy");
    assert!(is_there(&program, COPIED) && is_there(&program, AFTER));
}
