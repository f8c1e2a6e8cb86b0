//! Workbooks taken in: the same data comes back, what differs is told before, all of it or nothing.

use super::workbook::exported;
use super::{NOW, done, sandbox};
use crate::{ApiError, Engine, Settings, verify_workbook};
use serde_json::{Value as Json, json};

pub(super) fn given(engine: &mut Engine, command: &str, bytes: &[u8]) -> Result<Json, ApiError> {
    engine.give_file(bytes.to_vec());
    engine
        .call(command, "{}", &NOW)
        .map(|text| serde_json::from_str(&text).unwrap())
}

fn preview(engine: &mut Engine, bytes: &[u8]) -> Json {
    given(engine, "workbook.preview", bytes).unwrap()
}

#[track_caller]
fn assert_same(preview: &Json) {
    assert_eq!(preview["problems"], json!([]), "{preview}");
    assert_eq!(preview["warnings"], json!([]));
    assert_eq!(preview["records"], json!([]));
}

fn worked_on() -> Engine {
    let mut engine = sandbox();
    super::person(
        &mut engine,
        "Zoé",
        "=L’Hôtelier_x0041_",
        &json!({"mobile": "0639981234", "postcode": "01000"}),
    );
    done(&mut engine, "time.advance", &json!({"days": 9}));
    done(&mut engine, "record.delete", &json!({"ref": "C00003"}));
    // A finding left alone travels with the work.
    let asked = json!({"check": "mail_missing", "ignored": false, "offset": 0, "limit": 1});
    let found = done(&mut engine, "cleaning.list", &asked);
    let about = &found["findings"][0]["record"]["ref"];
    done(
        &mut engine,
        "cleaning.ignore",
        &json!({"check": "mail_missing", "ref": about, "ignored": true}),
    );
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": "C00005", "values": {"profession": "Charpentier\nde marine"}}),
    );
    engine
}

#[test]
fn a_session_goes_on_elsewhere_as_it_was() {
    let mut engine = worked_on();
    let bytes = exported(&mut engine, "session", false, &NOW);
    assert_same(&preview(&mut engine, &bytes));

    let mut other = Engine::open_memory(Settings::school(9, 40), &NOW).unwrap();
    let before = exported(&mut other, "session", false, &NOW);
    let told = preview(&mut other, &bytes);
    assert!(
        told["entities"][0]["created"].as_u64() > Some(0),
        "{}",
        told["entities"]
    );
    let imported = given(&mut other, "workbook.import", &bytes).unwrap();
    assert_eq!(imported["change"]["name"], "workbook_import");
    assert_eq!(imported["kind"], "session");
    assert!(
        exported(&mut other, "session", false, &NOW) == bytes,
        "to the byte"
    );
    assert_eq!(
        done(&mut other, "time.read", &json!({})),
        done(&mut engine, "time.read", &json!({}))
    );

    done(&mut other, "change.undo", &json!({}));
    assert!(
        exported(&mut other, "session", false, &NOW) == before,
        "one step takes it back"
    );
    done(&mut other, "change.redo", &json!({}));
    assert!(exported(&mut other, "session", false, &NOW) == bytes);
}

#[test]
fn importing_what_is_there_changes_nothing() {
    let mut engine = worked_on();
    let bytes = exported(&mut engine, "session", false, &NOW);
    let imported = given(&mut engine, "workbook.import", &bytes).unwrap();
    assert_eq!(imported["change"], Json::Null);
    assert_eq!(imported["recordsChanged"], 0);
}

#[test]
fn a_base_becomes_what_a_reset_returns_to() {
    let mut engine = worked_on();
    let bytes = exported(&mut engine, "base", true, &NOW);
    let mut other = sandbox();
    let imported = given(&mut other, "workbook.import", &bytes).unwrap();
    assert_eq!(imported["change"]["name"], "base_import");
    let own = |engine: &mut Engine| done(engine, "session.state", &json!({}))["base"]["own"].clone();
    assert_eq!(own(&mut other), true);
    let installed = exported(&mut other, "base", true, &NOW);
    let zoe = super::person(&mut other, "Autre", "Personne", &json!({}));
    done(&mut other, "data.reset", &json!({}));
    assert!(
        exported(&mut other, "base", true, &NOW) == installed,
        "the base again"
    );
    assert!(super::call(&mut other, "customer.open", &json!({"ref": zoe})).is_err());
    done(&mut other, "base.restore", &json!({}));
    assert_eq!(own(&mut other), false);
    done(&mut other, "change.undo", &json!({}));
    assert_eq!(own(&mut other), true);
}

#[test]
fn a_base_that_was_written_is_coherent_when_it_is_read() {
    let mut engine = Engine::open_memory(Settings::school(7, 520), &NOW).unwrap();
    for anomalies in [false, true] {
        let bytes = exported(&mut engine, "base", anomalies, &NOW);
        let report = verify_workbook(&bytes).unwrap();
        let failed: Vec<_> = report.failed().map(|line| &line.key).collect();
        let generated = crate::coherence::verify(&crate::coherence::Base::of_school(7, NOW.0.date(), 520));
        let expected: Vec<_> = generated.failed().map(|line| &line.key).collect();
        assert_eq!(failed, expected, "what the workbook lost");
        assert!(report.is_listed, "hidden or shown, the list is there");
    }
    let bytes = exported(&mut engine, "session", false, &NOW);
    assert!(verify_workbook(&bytes).is_ok());
}

#[test]
fn what_is_no_workbook_is_told_and_nothing_changes() {
    let mut engine = sandbox();
    let before = exported(&mut engine, "session", false, &NOW);
    for (bytes, code) in [
        (b"Cher client,".to_vec(), "not_a_workbook"),
        (Vec::new(), "not_a_workbook"),
        (before[..before.len() / 2].to_vec(), "damaged"),
        (
            [
                [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].as_slice(),
                &[0; 600],
            ]
            .concat(),
            "not_a_workbook",
        ),
    ] {
        let told = preview(&mut engine, &bytes);
        assert_eq!(told["problems"][0]["code"], code);
        assert_eq!(told["problemsTotal"], 1);
        let refused = given(&mut engine, "workbook.import", &bytes).unwrap_err();
        assert!(matches!(refused, ApiError::BadWorkbook { .. }), "{refused}");
    }
    assert!(given(&mut engine, "workbook.preview", &[]).is_ok());
    assert_eq!(
        super::call(&mut engine, "workbook.import", &json!({})).unwrap_err(),
        ApiError::NoFile
    );
    assert!(exported(&mut engine, "session", false, &NOW) == before);
}

/// Small on the disk, more than memory holds once unpacked.
#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let mut engine = sandbox();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer
        .start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..160 {
        std::io::Write::write_all(&mut writer, &blank).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(preview(&mut engine, &bytes)["problems"][0]["code"], "too_big");
}
