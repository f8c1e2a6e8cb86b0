//! Fields that a trainer adds: fields like the others, wherever records are read, written, listed, taken away and back.

use super::workbook::{called_for_file, cells_of};
use super::{call, done, dump, person, same, sandbox};
use crate::{ApiError, Engine, Problem, ProblemCode};
use serde_json::{Value as Json, json};

pub(super) fn add(
    engine: &mut Engine,
    entity: &str,
    label: &str,
    kind: &str,
    choices: &[&str],
) -> (String, String) {
    let input = json!({"entity": entity, "label": label, "kind": kind, "choices": choices, "heading": ""});
    let made = done(engine, "custom_field.create", &input);
    let text = |key: &str| made[key].as_str().unwrap().to_owned();
    (text("ref"), text("key"))
}

pub(super) fn problems(answer: Result<Json, ApiError>) -> Vec<Problem> {
    match answer {
        Err(ApiError::Invalid { problems }) => problems,
        other => panic!("{other:?}"),
    }
}

pub(super) fn edit(engine: &mut Engine, reference: &str, key: &str, value: &Json) {
    done(
        engine,
        "record.edit",
        &json!({"ref": reference, "values": {key: value}}),
    );
}

pub(super) fn values(engine: &mut Engine, customer: &str) -> Json {
    done(engine, "customer.open", &json!({"ref": customer}))["customer"]["values"].clone()
}

pub(super) fn list(filters: &Json, sorts: &Json, columns: &Json) -> Json {
    json!({"entity": "customer", "columns": columns, "sorts": sorts, "quick": "", "filters": filters, "offset": 0, "limit": 500})
}

#[test]
fn an_added_field_is_a_field_like_the_others() {
    let mut engine = sandbox();
    let start = dump(&engine);
    let (_, club) = add(
        &mut engine,
        "customer",
        "Club fidélité",
        "choice",
        &["Or; Argent", "Bronze"],
    );
    assert_eq!(club, "x_club_fidelite");
    let catalogue = done(&mut engine, "catalogue.read", &json!({}));
    let fields = catalogue["entities"][0]["fields"].as_array().unwrap();
    let field = fields
        .iter()
        .find(|field| field["key"] == "x_club_fidelite")
        .unwrap();
    assert_eq!(
        (
            &field["label"],
            &field["group"],
            &field["added"],
            &field["editable"]
        ),
        (
            &json!("Club fidélité"),
            &json!("Champs ajoutés"),
            &json!(true),
            &json!(true)
        )
    );
    assert_eq!(field["choices"].as_array().unwrap().len(), 3);

    let ana = person(&mut engine, "Ana", "Zyxwv", &json!({"x_club_fidelite": "or"}));
    let bob = person(&mut engine, "Bob", "Zyxwv", &json!({}));
    assert_eq!(values(&mut engine, &ana)["x_club_fidelite"], "Or");
    assert_eq!(values(&mut engine, &bob)["x_club_fidelite"], Json::Null);
    edit(&mut engine, &bob, &club, &json!("Argent"));
    let wrong = call(
        &mut engine,
        "record.edit",
        &json!({"ref": bob, "values": {"x_club_fidelite": "Platine"}}),
    );
    assert_eq!(problems(wrong)[0].code, ProblemCode::UnknownChoice);

    let page = done(
        &mut engine,
        "list.page",
        &list(
            &json!([{"field": club, "values": ["Or", "Argent"]}]),
            &json!([{"field": club, "descending": false}]),
            &json!(["name", club]),
        ),
    );
    assert_eq!(page["total"], 2);
    assert_eq!(page["rows"][0]["values"], json!(["Zyxwv Bob", "Argent"]));
    let groups = done(
        &mut engine,
        "list.groups",
        &json!({"entity": "customer", "quick": "", "filters": [], "field": club, "order": "count", "limit": 10}),
    );
    assert_eq!(groups["distinct"], 3, "{groups}");
    let seen = done(
        &mut engine,
        "field.values",
        &json!({"entity": "customer", "field": club, "find": ""}),
    );
    assert_eq!(seen["values"].as_array().unwrap().len(), 2);

    let all = json!({"chosen": {"entity": "customer", "quick": "zyxwv", "filters": [], "sorts": [], "all": true, "refs": []}, "values": {"x_club_fidelite": "Bronze"}});
    assert_eq!(done(&mut engine, "bulk.preview", &all)["edited"], 2);
    assert_eq!(
        done(&mut engine, "bulk.edit", &all)["change"]["subject"],
        "2 Club fidélité"
    );
    let history = done(&mut engine, "change.history", &json!({"ref": bob}));
    let steps: Vec<(&Json, &Json)> = history["entries"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["field"] == "x_club_fidelite")
        .map(|entry| (&entry["before"], &entry["after"]))
        .collect();
    assert_eq!(
        steps,
        [
            (&json!("Argent"), &json!("Bronze")),
            (&Json::Null, &json!("Argent"))
        ]
    );
    let asked = json!({"columns": ["name", club], "chosen": {"entity": "customer", "quick": "zyxwv", "filters": [], "sorts": [], "all": true, "refs": []}});
    let (_, file) = called_for_file(&mut engine, "list.export", &asked);
    assert_eq!(cells_of(&file)[0], ["Client", "Club fidélité"]);
    assert_eq!(cells_of(&file)[1][1], "Bronze");

    while call(&mut engine, "change.undo", &json!({})).is_ok() {}
    same(&start, &dump(&engine));
}

#[test]
fn every_kind_is_checked_kept_sorted_and_filtered_as_what_it_is() {
    let mut engine = sandbox();
    for (label, kind, right, wrong, code) in [
        (
            "Texte libre",
            "text",
            json!("L’« avis » 🎉"),
            json!("a".repeat(201)),
            ProblemCode::TooLong,
        ),
        (
            "Récit",
            "long_text",
            json!("Une\nligne"),
            json!("a".repeat(4_001)),
            ProblemCode::TooLong,
        ),
        (
            "Enfants",
            "integer",
            json!(3),
            json!("trois"),
            ProblemCode::BadNumber,
        ),
        (
            "Budget",
            "money",
            json!(-1_250_050),
            json!(100_000_000_000_i64),
            ProblemCode::OutOfRange,
        ),
        (
            "Rappel",
            "date",
            json!("2027-02-28"),
            json!("2027-02-30"),
            ProblemCode::BadDate,
        ),
        (
            "Parrain",
            "flag",
            json!(true),
            json!("oui"),
            ProblemCode::UnknownChoice,
        ),
        (
            "Niveau",
            "choice",
            json!("Haut"),
            json!("Moyen"),
            ProblemCode::UnknownChoice,
        ),
    ] {
        let (_, key) = add(&mut engine, "customer", label, kind, &["Haut", "Bas"]);
        let refused = call(
            &mut engine,
            "record.edit",
            &json!({"ref": "C00001", "values": {key.as_str(): wrong}}),
        );
        assert_eq!(problems(refused)[0].code, code, "{label}");
        edit(&mut engine, "C00001", &key, &right);
        assert_eq!(values(&mut engine, "C00001")[&key], right, "{label}");
        let kept = |engine: &mut Engine, filter: Json| {
            let filters = json!([filter]);
            done(
                engine,
                "list.page",
                &list(
                    &filters,
                    &json!([{"field": key, "descending": true}]),
                    &json!([key]),
                ),
            )
        };
        let page = kept(&mut engine, json!({"field": key, "values": [right]}));
        assert_eq!(
            (&page["total"], &page["rows"][0]["values"][0]),
            (&json!(1), &right),
            "{label}"
        );
        let bound = if kind == "date" {
            json!("2027")
        } else {
            right.clone()
        };
        if ["integer", "money", "date"].contains(&kind) {
            let within = kept(
                &mut engine,
                json!({"field": key, "values": [], "from": bound, "to": bound}),
            );
            assert_eq!(within["total"], 1, "{label}");
        }
        edit(&mut engine, "C00001", &key, &Json::Null);
        assert_eq!(
            kept(&mut engine, json!({"field": key, "values": [null]}))["total"],
            60 + 1 - 1,
            "{label}"
        );
    }
    let rows: i64 = engine
        .store
        .conn()
        .query_row("SELECT count(*) FROM custom_value", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 0, "a blank is kept as nothing at all");
}

#[test]
fn numbers_are_sorted_as_numbers() {
    let mut engine = sandbox();
    let (_, key) = add(&mut engine, "customer", "Enfants", "integer", &[]);
    for (place, number) in [(1, 10), (2, 9), (3, -1)] {
        edit(&mut engine, &format!("C{place:05}"), &key, &json!(number));
    }
    let page = done(
        &mut engine,
        "list.page",
        &list(
            &json!([]),
            &json!([{"field": key, "descending": false}]),
            &json!([key]),
        ),
    );
    let first: Vec<i64> = (0..3)
        .map(|at| page["rows"][at]["values"][0].as_i64().unwrap())
        .collect();
    assert_eq!(first, [-1, 9, 10], "blanks last");
}

#[test]
fn merging_chooses_an_added_value_and_tells_the_one_that_is_lost() {
    let mut engine = sandbox();
    let (_, club) = add(&mut engine, "customer", "Club", "choice", &["Or", "Argent"]);
    let (_, friend) = add(&mut engine, "customer", "Parrain", "flag", &[]);
    let ana = person(&mut engine, "Ana", "Zyxwv", &json!({club.as_str(): "Or"}));
    let bis = person(
        &mut engine,
        "Anna",
        "Zyxwv",
        &json!({club.as_str(): "Argent", friend.as_str(): true}),
    );
    let seen = done(
        &mut engine,
        "merge.preview",
        &json!({"customers": [ana, bis], "kept": ana}),
    );
    let field = seen["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["key"] == club.as_str())
        .unwrap();
    assert_eq!(field["values"], json!(["Or", "Argent"]));
    let before = dump(&engine);
    done(
        &mut engine,
        "merge.do",
        &json!({"customers": [ana, bis], "kept": ana, "values": {club.as_str(): bis}}),
    );
    let file = done(&mut engine, "customer.open", &json!({"ref": ana}));
    assert_eq!(file["customer"]["values"][&club], "Argent");
    assert_eq!(file["customer"]["values"][&friend], true);
    let note = file["note"]["values"]["comment"].as_str().unwrap();
    assert!(note.contains("Club") && note.contains("Or"), "{note}");
    let orphans: i64 = engine
        .store
        .conn()
        .query_row(
            "SELECT count(*) FROM custom_value WHERE record_id NOT IN (SELECT id FROM customer)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(orphans, 0);
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
}

#[test]
fn two_sandboxes_have_their_own_fields() {
    let mut one = sandbox();
    let mut other = sandbox();
    add(&mut one, "customer", "Club", "text", &[]);
    add(&mut other, "customer", "Club", "integer", &[]);
    edit(&mut one, "C00001", "x_club", &json!("sept"));
    edit(&mut other, "C00001", "x_club", &json!(7));
    assert_eq!(values(&mut one, "C00001")["x_club"], "sept");
    assert_eq!(values(&mut other, "C00001")["x_club"], 7);
}
