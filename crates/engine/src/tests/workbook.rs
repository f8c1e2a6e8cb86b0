//! Workbooks as they are written: what stands in them, and always the same bytes.

use super::{NOW, call, done, sandbox};
use crate::{Engine, FixedWorld, World};
use calamine::{Data, Reader as _, Xlsx};
use serde_json::{Value as Json, json};
use std::io::Cursor;

pub(super) fn exported(engine: &mut Engine, kind: &str, anomalies: bool, world: &dyn World) -> Vec<u8> {
    let input = json!({"kind": kind, "anomalies": anomalies});
    engine.call("workbook.export", &input.to_string(), world).unwrap();
    engine.take_file().unwrap().bytes
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// Runs a command that makes a file: its answer and the file.
pub(super) fn called_for_file(engine: &mut Engine, name: &str, input: &Json) -> (Json, Vec<u8>) {
    let answer = done(engine, name, input);
    (answer, engine.take_file().unwrap().bytes)
}

/// The cells of the first sheet, as text.
pub(super) fn cells_of(bytes: &[u8]) -> Vec<Vec<String>> {
    let range = opened(bytes).worksheet_range_at(0).unwrap().unwrap();
    let text = |row: &[Data]| row.iter().map(ToString::to_string).collect();
    range.rows().map(text).collect()
}

#[test]
fn every_sheet_holds_its_rows_and_says_how_many() {
    let mut engine = sandbox();
    let state = done(&mut engine, "session.state", &json!({}));
    let bytes = exported(&mut engine, "session", false, &NOW);
    let mut book = opened(&bytes);
    let names = book.sheet_names();
    assert_eq!(names[..3], ["LISEZ-MOI", "Particuliers", "Sociétés"]);
    assert_eq!(names.last().unwrap(), "_technique");
    assert!(!names.iter().any(|name| name == "Anomalies"), "not for learners");
    for (sheet, table) in [
        ("Véhicules", "vehicle"),
        ("Factures", "invoice"),
        ("Suivi activités", "activity"),
    ] {
        let range = book.worksheet_range(sheet).unwrap();
        assert_eq!(
            u64::try_from(range.height() - 1).unwrap(),
            state["counts"][table].as_u64().unwrap(),
            "{sheet}"
        );
    }
    let vehicles = book.worksheet_range("Véhicules").unwrap();
    let head: Vec<String> = vehicles
        .rows()
        .next()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(head[..3], ["Réf. véhicule", "Réf. client", "Marque"]);
    let first = vehicles.rows().nth(1).unwrap();
    assert!(
        matches!(first[9], Data::Float(_) | Data::Int(_)),
        "a mileage is a number"
    );
    assert!(
        matches!(first[8], Data::DateTime(_)),
        "a date is a date: {:?}",
        first[8]
    );

    let mut listed = opened(&exported(&mut engine, "base", true, &NOW)).sheet_names();
    listed.retain(|name| name == "Anomalies");
    assert_eq!(listed.len(), 1, "for trainers");
}

#[test]
fn text_stays_text_whatever_it_begins_with() {
    let mut engine = sandbox();
    let names = ["=1+1", "+33", "-5", "@a", "_x0041_", "  two  ", "’é€"];
    for name in names {
        call(
            &mut engine,
            "record.create",
            &json!({"entity": "customer", "values": {"kind": "person", "first_name": "Zoé", "last_name": name,
                "postcode": "01000"}}),
        )
        .unwrap();
    }
    let bytes = exported(&mut engine, "session", false, &NOW);
    let people = opened(&bytes).worksheet_range("Particuliers").unwrap();
    let rows: Vec<_> = people
        .rows()
        .filter(|row| row[3] == Data::String("Zoé".to_owned()))
        .collect();
    for row in rows.iter().rev().take(names.len()) {
        assert!(
            matches!(&row[4], Data::String(text) if !text.is_empty()),
            "{:?}",
            row[4]
        );
        assert_eq!(row[12], Data::String("01000".to_owned()));
    }
    let last: Vec<String> = rows[rows.len() - names.len()..]
        .iter()
        .map(|row| row[4].to_string())
        .collect();
    assert_eq!(last[..5], names[..5]);
}

#[test]
fn the_same_data_gives_the_same_bytes_but_for_the_hour() {
    let mut engine = sandbox();
    let first = exported(&mut engine, "session", false, &NOW);
    assert!(first == exported(&mut engine, "session", false, &NOW));
    let later = FixedWorld(NOW.0.date().at(16, 0, 0, 0));
    let second = exported(&mut engine, "session", false, &later);
    let differ: Vec<String> = entries(&first)
        .into_iter()
        .zip(entries(&second))
        .filter(|(one, other)| one != other)
        .map(|((name, _), _)| name)
        .collect();
    assert_eq!(differ, ["xl/worksheets/sheet1.xml"]);
}

fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut entry = archive.by_index(place).unwrap();
            let mut content = Vec::new();
            std::io::copy(&mut entry, &mut content).unwrap();
            (entry.name().unwrap().into_owned(), content)
        })
        .collect()
}
