//! Added fields in a workbook: declared in a sheet, held in columns, carried whole.

use super::added_fields::{add, values};
use super::edited::{Opened, PEOPLE, preview};
use super::workbook::exported;
use super::{NOW, done, dump, person, same, sandbox};
use crate::{Engine, FixedWorld, Settings};
use jiff::civil::date;
use serde_json::{Value as Json, json};

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
    let edited = Opened::new(&bytes).text(PEOPLE, &format!("W{row}"), "or").done();
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
        .text(PEOPLE, &format!("W{row}"), "Platine")
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
    let place = range.rows().position(|row| row[0] == *reference).unwrap();
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

#[test]
fn a_base_keeps_its_fields_its_days_come_nearer_and_a_reset_returns_to_them() {
    let mut engine = sandbox();
    let (_, since) = add(&mut engine, "customer", "Membre depuis", "date", &[]);
    let (_, club) = add(&mut engine, "customer", "Club", "text", &[]);
    let ana = person(
        &mut engine,
        "Ana",
        "Zyxwv",
        &json!({since.as_str(): "2024-02-29", club.as_str(): "Or"}),
    );
    let base = exported(&mut engine, "base", false, &NOW);

    let later = FixedWorld(date(2028, 1, 10).at(9, 0, 0, 0));
    let mut other = Engine::open_memory(Settings::school(9, 40), &later).unwrap();
    let mut act = |name: &str, input: Json, file: Option<&[u8]>| {
        file.into_iter().for_each(|bytes| other.give_file(bytes.to_vec()));
        let answer = other.call(name, &input.to_string(), &later).unwrap();
        serde_json::from_str::<Json>(&answer).unwrap()
    };
    act("workbook.import", json!({}), Some(&base));
    let open = json!({"ref": ana});
    let found = act("customer.open", open.clone(), None)["customer"]["values"].clone();
    assert_eq!(
        (&found[&since], &found[&club]),
        (&json!("2025-02-28"), &json!("Or")),
        "whole years"
    );
    act(
        "record.edit",
        json!({"ref": ana, "values": {club.as_str(): null}}),
        None,
    );
    act("data.reset", json!({}), None);
    let found = act("customer.open", open, None)["customer"]["values"].clone();
    assert_eq!(
        (&found[&since], &found[&club]),
        (&json!("2025-02-28"), &json!("Or"))
    );
    let again = act("workbook.preview", json!({}), Some(&base));
    // Time has passed for cars and visits, not for what stands in added fields.
    assert_eq!(again["entities"][0]["entity"], "customer");
    assert_eq!(again["entities"][0]["changed"], 0, "{again}");
}
