//! Workbooks of anything that a person may have typed, and workbooks that were damaged anywhere.

use super::edited::Opened;
use super::workbook::exported;
use super::{NOW, sandbox};
use crate::{ApiError, Engine, Settings};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// Letters, marks, ends of line, what XML cannot hold and what Excel writes in its place.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "[a-zé’ =+@_-]{0,30}",
        "(_x00[0-9A-F]{2}_|[a\n\r\t\u{1}\u{1f}\u{7f}\u{fffe}🚗<>&\"']){0,12}",
        "[ ]{0,3}[a-z]{0,5}[ ]{0,3}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_typed_comes_back(texts in prop::collection::vec(anything(), 1..8), gone in 1_u32..60, days in 0_i64..15) {
        let mut engine = sandbox();
        let mut act = |name: &str, input: Json| { let _ = engine.call(name, &input.to_string(), &NOW); };
        act("record.delete", json!({"ref": format!("C{gone:05}")}));
        for (place, text) in texts.iter().enumerate() {
            let who = format!("C{:05}", place + 5);
            act("record.edit", json!({"ref": who, "values": {"profession": text, "street": text, "legal_name": text}}));
            act("record.create", json!({"entity": "activity", "values": {"customer_id": who, "kind": "note",
                "happened_at": "2026-11-20T10:00", "subject": text, "content": text}}));
        }
        act("time.advance", json!({"days": days}));
        act("change.undo", json!({}));
        let bytes = exported(&mut engine, "session", false, &NOW);
        let mut other = Engine::open_memory(Settings::school(9, 40), &NOW).unwrap();
        other.give_file(bytes.clone());
        other.call("workbook.import", "{}", &NOW).unwrap();
        prop_assert!(exported(&mut other, "session", false, &NOW) == bytes);
    }

    #[test]
    fn a_damaged_workbook_is_refused_or_read_and_never_half_taken(
        part in 0_usize..60, at in 0_usize..1_000_000, with in prop::collection::vec(any::<u8>(), 0..6), cut in 0_usize..9,
    ) {
        let mut engine = sandbox();
        let before = exported(&mut engine, "session", false, &NOW);
        let mut opened = Opened::new(&before);
        let parts = opened.0.len();
        let content = &mut opened.0[part % parts].1;
        let from = at % (content.len() + 1);
        let to = (from + cut).min(content.len());
        content.splice(from..to, with);
        let bytes = opened.done();
        engine.give_file(bytes.clone());
        let told: Json = serde_json::from_str(&engine.call("workbook.preview", "{}", &NOW).unwrap()).unwrap();
        engine.give_file(bytes);
        match engine.call("workbook.import", "{}", &NOW) {
            Ok(_) => prop_assert_eq!(&told["problemsTotal"], &json!(0)),
            Err(error) => {
                prop_assert!(matches!(error, ApiError::BadWorkbook { .. }), "{}", error);
                prop_assert!(exported(&mut engine, "session", false, &NOW) == before);
            }
        }
    }
}
