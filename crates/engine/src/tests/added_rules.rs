//! Added fields: what is refused, how many there may be, what becomes of the values when one changes or goes.

use super::added_fields::{add, edit, list, problems, values};
use super::workbook::exported;
use super::{NOW, call, done, dump, same, sandbox};
use crate::{ApiError, Engine, ProblemCode, Settings};
use serde_json::{Value as Json, json};

#[test]
fn what_cannot_be_added_is_refused_and_changes_nothing() {
    let mut engine = sandbox();
    let (reference, _) = add(&mut engine, "customer", "Club fidélité", "choice", &["Or"]);
    let before = dump(&engine);
    let refused = |engine: &mut Engine, entity: &str, label: &str, kind: &str, choices: &Json| {
        let input =
            json!({"entity": entity, "label": label, "kind": kind, "choices": choices, "heading": ""});
        let found = problems(call(engine, "custom_field.create", &input));
        (found[0].field.clone(), found[0].code)
    };
    use ProblemCode::*;
    for (entity, label, kind, choices, field, code) in [
        ("customer", "  ", "text", json!([]), "label", Required),
        (
            "customer",
            "CLUB  fidelite",
            "text",
            json!([]),
            "label",
            AlreadyUsed,
        ),
        ("customer", "Ville", "text", json!([]), "label", AlreadyUsed),
        ("customer", "Réf. client", "text", json!([]), "label", AlreadyUsed),
        ("customer", "Foyer", "text", json!([]), "label", AlreadyUsed),
        (
            "customer",
            "Total (calculé)",
            "text",
            json!([]),
            "label",
            AlreadyUsed,
        ),
        ("customer", "🎉", "text", json!([]), "label", NoLetters),
        (
            "customer",
            "Niveau",
            "choice",
            json!([" ; "]),
            "choices",
            Required,
        ),
        (
            "customer",
            "Niveau",
            "choice",
            json!(["Or", "OR"]),
            "choices",
            Doubled,
        ),
        ("anomaly", "Niveau", "text", json!([]), "entity", UnknownChoice),
    ] {
        assert_eq!(
            refused(&mut engine, entity, label, kind, &choices),
            (field.to_owned(), code),
            "{label}"
        );
    }
    same(&before, &dump(&engine));
    // Its own verbs know what hangs on it: the general ones do not.
    for (name, input) in [
        ("record.delete", json!({"ref": reference})),
        ("record.edit", json!({"ref": reference, "values": {"label": "x"}})),
        (
            "record.create",
            json!({"entity": "custom_field", "values": {"entity": "customer", "label": "x", "kind": "text"}}),
        ),
    ] {
        assert!(
            matches!(call(&mut engine, name, &input), Err(ApiError::BadRequest { .. })),
            "{name}"
        );
    }
    for name in ["custom_field.delete", "custom_field.edit"] {
        let input = json!({"ref": "X09999", "label": "x", "heading": "", "choices": []});
        assert!(matches!(
            call(&mut engine, name, &input),
            Err(ApiError::NotFound { .. })
        ));
    }
}

#[test]
fn a_hundred_fields_are_taken_and_no_more() {
    let mut engine = sandbox();
    for number in 0..100 {
        add(
            &mut engine,
            "customer",
            &format!("Champ n° {number} « \"é' 🎉 »"),
            "text",
            &[],
        );
    }
    let more =
        json!({"entity": "customer", "label": "De trop", "kind": "text", "choices": [], "heading": ""});
    let found = problems(call(&mut engine, "custom_field.create", &more));
    assert_eq!(
        (found[0].code, found[0].max.as_deref()),
        (ProblemCode::TooMany, Some("100"))
    );
    add(&mut engine, "vehicle", "Pneus hiver", "flag", &[]);
    edit(
        &mut engine,
        "C00001",
        "x_champ_n_99_e",
        &json!("le \"dernier\" 🎉"),
    );
    assert_eq!(
        values(&mut engine, "C00001")["x_champ_n_99_e"],
        "le \"dernier\" 🎉"
    );
    let bytes = exported(&mut engine, "session", false, &NOW);
    let mut other = Engine::open_memory(Settings::school(9, 40), &NOW).unwrap();
    other.give_file(bytes.clone());
    other.call("workbook.import", "{}", &NOW).unwrap();
    assert!(exported(&mut other, "session", false, &NOW) == bytes);
    assert_eq!(
        values(&mut other, "C00001")["x_champ_n_99_e"],
        "le \"dernier\" 🎉"
    );
}

#[test]
fn choices_change_names_and_records_follow() {
    let mut engine = sandbox();
    let (reference, key) = add(
        &mut engine,
        "customer",
        "Club",
        "choice",
        &["Or", "Argent", "Bronze"],
    );
    for (place, choice) in [(1, "Or"), (2, "Argent"), (3, "Bronze")] {
        edit(&mut engine, &format!("C{place:05}"), &key, &json!(choice));
    }
    let before = dump(&engine);
    let edited = done(
        &mut engine,
        "custom_field.edit",
        &json!({"ref": reference, "label": "Club privilège", "heading": "suivi", "choices": [
            {"was": "Or", "label": "Argent"}, {"was": "Argent", "label": "Or"}, {"was": null, "label": "Platine; Diamant"}]}),
    );
    assert_eq!(edited["emptied"], 1);
    assert_eq!(edited["change"]["name"], "custom_field_edit");
    let now: Vec<Json> = (1..4)
        .map(|place| values(&mut engine, &format!("C{place:05}"))[&key].clone())
        .collect();
    assert_eq!(now, [json!("Argent"), json!("Or"), Json::Null]);
    let listed = done(&mut engine, "custom_field.list", &json!({}));
    let field = &listed["fields"][0];
    assert_eq!(
        (&field["key"], &field["label"], &field["heading"], &field["held"]),
        (
            &json!("x_club"),
            &json!("Club privilège"),
            &json!("Suivi"),
            &json!(2)
        )
    );
    let choices: Vec<&str> = field["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|choice| choice["label"].as_str().unwrap())
        .collect();
    assert_eq!(choices, ["Argent", "Or", "Platine", "Diamant"]);
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
}

#[test]
fn a_field_goes_with_its_values_and_comes_back_with_them() {
    let mut engine = sandbox();
    let (reference, key) = add(&mut engine, "customer", "Club", "text", &[]);
    let (_, tyres) = add(&mut engine, "vehicle", "Pneus", "text", &[]);
    for place in 1..4 {
        edit(&mut engine, &format!("C{place:05}"), &key, &json!("oui"));
    }
    let vehicle: i64 = engine
        .store
        .conn()
        .query_row("SELECT min(id) FROM vehicle WHERE customer_id > 4", [], |row| {
            row.get(0)
        })
        .unwrap();
    let vehicle = format!("V{vehicle:05}");
    edit(&mut engine, &vehicle, &tyres, &json!("neige"));
    let before = dump(&engine);
    let gone = done(&mut engine, "custom_field.delete", &json!({"ref": reference}));
    assert_eq!(gone["emptied"], 3);
    assert!(
        gone["changed"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["ref"] == "C00002")
    );
    let asked = list(&json!([]), &json!([]), &json!([key]));
    assert_eq!(
        problems(call(&mut engine, "list.page", &asked))[0].code,
        ProblemCode::UnknownField
    );
    let history = done(&mut engine, "change.history", &json!({"ref": "C00002"}));
    assert_eq!(
        (&history["entries"][0]["field"], &history["entries"][0]["before"]),
        (&json!(key), &json!("oui"))
    );
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));

    // A record takes its values away, and those of what goes with it.
    let owner = engine
        .store
        .conn()
        .query_row(
            "SELECT customer_id FROM vehicle WHERE id = ?1",
            [&vehicle[1..]],
            |row| row.get::<_, i64>(0),
        )
        .unwrap();
    edit(&mut engine, &format!("C{owner:05}"), &key, &json!("oui"));
    let before = dump(&engine);
    done(
        &mut engine,
        "record.delete",
        &json!({"ref": format!("C{owner:05}")}),
    );
    let left: i64 = engine
        .store
        .conn()
        .query_row(
            "SELECT count(*) FROM custom_value WHERE entity = 'vehicle' OR record_id > 3",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(left, 0);
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
    done(&mut engine, "change.redo", &json!({}));
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
}
