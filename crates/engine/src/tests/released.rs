//! Data as released formats wrote them: each opens for ever, by each door, with all that was done in it.
//!
//! Before a release, `MAKE_RELEASED=1 cargo test -p engine --lib released` writes `fixtures/format-<n>.zip` for today's
//! format, where there is none yet. A file that is there is never made again.
#![allow(
    clippy::disallowed_methods,
    reason = "the tests write the committed files, and open a file as the executable does"
)]

use super::workbook::exported;
use super::{NOW, derived_twice, done, person, same};
use crate::store::DATA_FORMAT;
use crate::{ApiError, Engine, FixedWorld, Settings};
use jiff::civil::date;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;
use std::sync::Mutex;
use zip::write::SimpleFileOptions;

/// A week after the data were written.
const LATER: FixedWorld = FixedWorld(date(2026, 11, 30).at(9, 0, 0, 0));

fn settings() -> Settings {
    Settings::school(7, 20)
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/tests/fixtures"))
}

/// What a learner may have done: each kind of thing that is kept in a way of its own.
fn live(engine: &mut Engine) {
    let who = person(engine, "Hortense", "Quillivéré", &json!({"town": "Rennes"}));
    done(
        engine,
        "invoice.create",
        &json!({"values": {"customer_id": who, "kind": "service", "issued_on": "2026-11-20"},
            "lines": [{"label": "Révision", "quantity": 100, "unit_price": 15_000}]}),
    );
    done(
        engine,
        "custom_field.create",
        &json!({"entity": "customer", "label": "Club", "kind": "choice", "choices": ["Or", "Argent"], "heading": ""}),
    );
    let target = done(engine, "targeting.parse", &json!({"text": "Ville : Rennes"}))["target"].clone();
    done(
        engine,
        "targeting.save",
        &json!({"ref": null, "name": "Rennais", "description": "", "target": target, "sorts": []}),
    );
    done(
        engine,
        "agenda.create",
        &json!({"values": {"kind": "appointment", "title": "Point", "starts_at": "2026-11-26T10:00", "ends_at": "2026-11-26T11:00"},
            "rule": null, "followUp": null}),
    );
    done(
        engine,
        "preference.write",
        &json!({"key": "columns", "value": "name,town"}),
    );
    done(engine, "time.advance", &json!({"days": 2}));
    done(
        engine,
        "record.edit",
        &json!({"ref": who, "values": {"profession": "Horlogère"}}),
    );
    done(
        engine,
        "record.edit",
        &json!({"ref": who, "values": {"profession": "Luthière"}}),
    );
    done(engine, "change.undo", &json!({}));
}

/// All of it is there, and goes on: what was undone can be redone, the days that passed since pass.
fn check(engine: &mut Engine, what: &str) {
    let at = |engine: &mut Engine, name: &str, input: &Json| -> Json {
        let text = engine.call(name, &input.to_string(), &LATER);
        let text = text.unwrap_or_else(|error| panic!("{what}: {name}: {error}"));
        serde_json::from_str(&text).unwrap()
    };
    let found = at(engine, "search.find", &json!({"text": "quillivere", "limit": 5}));
    let who = found["hits"][0]["ref"].as_str().unwrap().to_owned();
    let values =
        |engine: &mut Engine| at(engine, "customer.open", &json!({"ref": who}))["customer"]["values"].clone();
    assert_eq!(values(engine)["profession"], "Horlogère", "{what}");
    assert_eq!(values(engine)["status"], "client", "{what}");
    let fields = at(engine, "custom_field.list", &json!({}));
    assert_eq!(fields["fields"][0]["label"], "Club", "{what}");
    let saved = at(engine, "targeting.list", &json!({}));
    assert!(saved.to_string().contains("Rennais"), "{what}");
    if what != "workbook" {
        let kept = at(engine, "preference.read", &json!({"key": "columns"}));
        assert_eq!(kept["value"], "name,town", "{what}");
        at(engine, "change.redo", &json!({}));
        assert_eq!(values(engine)["profession"], "Luthière", "{what}");
        at(engine, "change.undo", &json!({}));
        at(engine, "change.undo", &json!({}));
        assert_eq!(values(engine)["profession"], Json::Null, "{what}");
    }
    let (kept, anew) = derived_twice(engine);
    same(&kept, &anew);
}

/// A file of its own, gone at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("simulateur-{name}-{}.db", std::process::id())))
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// What each door keeps, by name.
fn made_today() -> BTreeMap<String, Vec<u8>> {
    let scratch = Scratch::new("made");
    let mut in_file = Engine::open_file(scratch.path(), settings(), &NOW).unwrap();
    live(&mut in_file);
    let workbook = exported(&mut in_file, "session", false, &NOW);
    drop(in_file);
    let mut in_browser = Engine::open_memory(settings(), &NOW).unwrap();
    let mut made = BTreeMap::from([
        ("simulateur.db".to_owned(), std::fs::read(&scratch.0).unwrap()),
        ("classeur.xlsx".to_owned(), workbook),
        ("snapshot.db".to_owned(), in_browser.snapshot().unwrap()),
    ]);
    live(&mut in_browser);
    for (number, entry) in in_browser.take_journal().into_iter().enumerate() {
        made.insert(format!("journal/{:04}", number + 1), entry);
    }
    made
}

fn packed(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(9));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names
        .into_iter()
        .map(|name| {
            let mut content = Vec::new();
            zip.by_name(&name).unwrap().read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

/// Every released format, oldest first; made first where that is asked for.
fn released() -> Vec<(String, BTreeMap<String, Vec<u8>>)> {
    static MADE: Mutex<()> = Mutex::new(());
    let making = MADE.lock();
    let today = folder().join(format!("format-{DATA_FORMAT}.zip"));
    if std::env::var_os("MAKE_RELEASED").is_some() && !today.exists() {
        std::fs::create_dir_all(folder()).unwrap();
        std::fs::write(&today, packed(&made_today())).unwrap();
    }
    drop(making);
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().contains("format-"))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no released format is kept");
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let files = unpacked(&std::fs::read(&path).unwrap());
        (name, files)
    };
    found.into_iter().map(read).collect()
}

#[test]
fn every_released_format_opens_by_each_door_with_all_that_was_done_in_it() {
    for (format, files) in released() {
        let scratch = Scratch::new(&format);
        std::fs::write(&scratch.0, &files["simulateur.db"]).unwrap();
        let mut in_file = Engine::open_file(scratch.path(), settings(), &LATER).unwrap();
        check(&mut in_file, "file");
        drop(in_file);

        let journal: Vec<Vec<u8>> = files
            .iter()
            .filter(|(name, _)| name.starts_with("journal/"))
            .map(|(_, entry)| entry.clone())
            .collect();
        let mut in_browser = Engine::restore(&files["snapshot.db"], &journal, settings(), &LATER).unwrap();
        check(&mut in_browser, "browser");

        let mut elsewhere = Engine::open_memory(Settings::school(1, 20), &LATER).unwrap();
        elsewhere.give_file(files["classeur.xlsx"].clone());
        elsewhere.call("workbook.import", "{}", &LATER).unwrap();
        check(&mut elsewhere, "workbook");
    }
}

#[test]
fn what_a_newer_version_wrote_is_refused_by_each_door_and_left_as_it_is() {
    let (_, files) = released().pop().unwrap();
    // The format is SQLite's user_version: bytes 60 to 63 of the file.
    let newer = |name: &str| {
        let mut bytes = files[name].clone();
        bytes[60..64].copy_from_slice(&(DATA_FORMAT + 1).to_be_bytes());
        bytes
    };
    let expected = Some(ApiError::NewerData {
        found: DATA_FORMAT + 1,
        known: DATA_FORMAT,
    });
    let scratch = Scratch::new("newer");
    std::fs::write(&scratch.0, newer("simulateur.db")).unwrap();
    let opened = Engine::open_file(scratch.path(), settings(), &LATER);
    assert_eq!(opened.err(), expected);
    assert_eq!(
        std::fs::read(&scratch.0).unwrap(),
        newer("simulateur.db"),
        "to the byte"
    );
    let restored = Engine::restore(&newer("snapshot.db"), &[], settings(), &LATER);
    assert_eq!(restored.err(), expected);
}
