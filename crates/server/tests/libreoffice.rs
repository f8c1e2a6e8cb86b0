//! A workbook opened and saved again by another program comes back the same. `cargo xtask test` installs that program.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod program;

use std::fs;
use std::path::Path;
use std::process::Command;

use engine::{Engine, FixedWorld, Settings};
use program::empty_folder;
use serde_json::Value;

const WORLD: FixedWorld = FixedWorld(jiff::civil::date(2026, 11, 23).at(14, 30, 0, 0));

/// None when LibreOffice is not on this machine.
fn saved_again(folder: &Path, bytes: &[u8]) -> Option<Vec<u8>> {
    fs::write(folder.join("mine.xlsx"), bytes).unwrap();
    let status = Command::new("soffice")
        .arg("--headless")
        .arg(format!(
            "-env:UserInstallation=file://{}/profile",
            folder.display()
        ))
        .args([
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            "saved",
            "mine.xlsx",
        ])
        .current_dir(folder)
        .output()
        .ok()?
        .status;
    assert!(status.success());
    Some(fs::read(folder.join("saved/mine.xlsx")).unwrap())
}

fn call(engine: &mut Engine, name: &str, input: &str) -> Value {
    serde_json::from_str(&engine.call(name, input, &WORLD).unwrap()).unwrap()
}

#[test]
fn libreoffice_gives_back_what_it_was_given() {
    let mut engine = Engine::open_memory(Settings::school(7, 520), &WORLD).unwrap();
    for text in ["=1+1", "+33 1", "’é\\n🚗 <&>", "  deux  ", "001"] {
        let note = format!(
            r#"{{"entity":"activity","values":{{"customer_id":"C00005","kind":"note","happened_at":"2026-11-20T10:00","subject":"{text}","content":"{text}"}}}}"#
        );
        call(&mut engine, "record.create", &note);
    }
    for kind in ["session", "base"] {
        let input = format!(r#"{{"kind":"{kind}","anomalies":true}}"#);
        call(&mut engine, "workbook.export", &input);
        let bytes = engine.take_file().unwrap().bytes;
        let Some(again) = saved_again(&empty_folder(&format!("libreoffice-{kind}")), &bytes) else {
            println!("LibreOffice is absent: nothing was held against it");
            return;
        };
        assert_ne!(bytes, again, "it wrote it its own way");
        engine.give_file(again);
        let told = call(&mut engine, "workbook.preview", "{}");
        assert_eq!(told["problems"], serde_json::json!([]));
        assert_eq!(told["warnings"], serde_json::json!([]));
        assert_eq!(told["records"], serde_json::json!([]), "what differs");
    }
}
