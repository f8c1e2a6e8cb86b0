//! Fields that a trainer adds: fields like the others, wherever records are read, written, listed, taken away and back.

use super::edited::{Opened, preview};
use super::workbook::{called_for_file, cells_of, exported};
use super::{NOW, call, done, dump, person, same, sandbox};
use crate::{ApiError, Engine, Problem, ProblemCode, Settings};
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

fn problems(answer: Result<Json, ApiError>) -> Vec<Problem> {
    match answer {
        Err(ApiError::Invalid { problems }) => problems,
        other => panic!("{other:?}"),
    }
}

fn edit(engine: &mut Engine, reference: &str, key: &str, value: &Json) {
    done(
        engine,
        "record.edit",
        &json!({"ref": reference, "values": {key: value}}),
    );
}

fn values(engine: &mut Engine, customer: &str) -> Json {
    done(engine, "customer.open", &json!({"ref": customer}))["customer"]["values"].clone()
}

fn list(filters: &Json, sorts: &Json, columns: &Json) -> Json {
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

/// Rank of the sheet of added fields, LISEZ-MOI being the first.
const ADDED: usize = 17;

#[test]
fn a_workbook_carries_fields_and_values_and_an_edited_cell_comes_back() {
    let mut engine = sandbox();
    let (_, club) = add(
        &mut engine,
        "customer",
        "Club fidélité",
        "choice",
        &["Or", "L’\"autre\", bien"],
    );
    let (_, since) = add(&mut engine, "customer", "Membre depuis", "date", &[]);
    let (_, friend) = add(&mut engine, "customer", "Parrain", "flag", &[]);
    let ana = person(
        &mut engine,
        "Ana",
        "Zyxwv",
        &json!({club.as_str(): "L’\"autre\", bien", since.as_str(): "2024-02-29", friend.as_str(): false}),
    );
    let bytes = exported(&mut engine, "session", false, &NOW);
    let seen = preview(&mut engine, bytes.clone());
    let touched: u64 = seen["entities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["changed"].as_u64().unwrap())
        .sum();
    assert_eq!(
        (touched, &seen["warningsTotal"]),
        (0, &json!(0)),
        "the same data: {seen}"
    );

    let people = calamine_row(&bytes, &ana);
    let row = people.0;
    let edited = Opened::new(&bytes)
        .text(super::edited::PEOPLE, &format!("W{row}"), "or")
        .done();
    assert_eq!(
        people.1,
        ["L’\"autre\", bien", "45351", "Non"],
        "a list, a date, a word"
    );
    let seen = preview(&mut engine, edited.clone());
    let record = seen["records"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["ref"] == ana.as_str())
        .unwrap();
    assert_eq!(
        record["fields"],
        json!([{"field": club, "label": "Club fidélité", "before": "L’\"autre\", bien", "after": "Or"}])
    );
    let mut other = Engine::open_memory(Settings::school(9, 40), &NOW).unwrap();
    let start = dump(&other);
    other.give_file(edited);
    other.call("workbook.import", "{}", &NOW).unwrap();
    let found = values(&mut other, &ana);
    assert_eq!(
        (&found[&club], &found[&since], &found[&friend]),
        (&json!("Or"), &json!("2024-02-29"), &json!(false))
    );
    done(&mut other, "change.undo", &json!({}));
    same(&start, &dump(&other));

    let wrong = Opened::new(&bytes)
        .text(super::edited::PEOPLE, &format!("W{row}"), "Platine")
        .done();
    let seen = preview(&mut engine, wrong);
    assert_eq!(seen["problems"][0]["code"], "unknown_choice");
    assert_eq!(
        seen["problems"][0]["expected"],
        json!(["Or", "L’\"autre\", bien"])
    );
}

/// The row of a record in the first sheet of people, and its three added cells.
fn calamine_row(bytes: &[u8], reference: &str) -> (usize, Vec<String>) {
    use calamine::{Reader as _, Xlsx};
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Particuliers").unwrap();
    let place = range
        .rows()
        .position(|row| row[0].to_string() == reference)
        .unwrap();
    let cells = range.rows().nth(place).unwrap()[22..]
        .iter()
        .map(|cell| match cell {
            calamine::Data::DateTime(at) => at.as_f64().to_string(),
            cell => cell.to_string(),
        });
    (place + 1, cells.collect())
}

#[test]
fn fields_declared_by_hand_in_a_workbook_are_taken_or_refused_by_cell() {
    let mut engine = sandbox();
    add(&mut engine, "customer", "Club", "choice", &["Or"]);
    let bytes = exported(&mut engine, "session", false, &NOW);
    // The label is another one's: the column it had is a stranger, and the way to keep it is told.
    let renamed = Opened::new(&bytes).text(ADDED, "C2", "Fidélité").done();
    let seen = preview(&mut engine, renamed);
    assert_eq!(
        (
            &seen["warnings"][0]["code"],
            &seen["warnings"][0]["header"],
            &seen["warnings"][0]["expected"]
        ),
        (&json!("unknown_column"), &json!("Club"), &json!(["Client"]))
    );
    // French words, no key: one is made.
    let by_hand = Opened::new(&bytes)
        .text(ADDED, "A2", "véhicule")
        .text(ADDED, "B2", "")
        .text(ADDED, "D2", "Texte")
        .done();
    engine.give_file(by_hand);
    engine.call("workbook.import", "{}", &NOW).unwrap();
    let listed = done(&mut engine, "custom_field.list", &json!({}));
    assert_eq!(
        (
            &listed["fields"][0]["entity"],
            &listed["fields"][0]["key"],
            &listed["fields"][0]["kind"]
        ),
        (&json!("vehicle"), &json!("x_club"), &json!("text"))
    );
    for (cell, text, code) in [
        ("A2", "Chien", "unknown_choice"),
        ("B2", "Pas une clé", "bad_key"),
        ("B2", "town", "bad_key"),
        ("C2", "Ville", "name_taken"),
        ("C2", "!?", "bad_name"),
        ("D2", "Musique", "unknown_choice"),
        ("E2", "Or;OR", "bad_name"),
    ] {
        let seen = preview(&mut engine, Opened::new(&bytes).text(ADDED, cell, text).done());
        let found = &seen["problems"][0];
        assert_eq!(
            (&found["code"], &found["cell"]),
            (&json!(code), &json!(cell)),
            "{cell} {text}: {seen}"
        );
    }
}
