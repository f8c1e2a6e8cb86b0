//! Workbooks that are not as they should be: each is told with its place, nothing is changed, memory is bounded.

use super::edited::{INVOICES, Opened, PEOPLE, VEHICLES, preview};
use super::workbook::exported;
use super::{NOW, dump, sandbox};
use crate::{ApiError, Engine};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn first(told: &Json) -> (&str, &str, &str) {
    let problem = &told["problems"][0];
    let text = |key: &str| problem[key].as_str().unwrap_or("");
    (text("code"), text("sheet"), text("cell"))
}

/// Says what is wrong, then holds that importing refuses it and changes nothing.
#[track_caller]
fn refused(engine: &mut Engine, bytes: &[u8]) -> Json {
    let before = dump(engine);
    let told = preview(engine, bytes.to_vec());
    assert!(told["problemsTotal"].as_u64() > Some(0), "{told}");
    engine.give_file(bytes.to_vec());
    let error = engine.call("workbook.import", "{}", &NOW).unwrap_err();
    assert!(matches!(error, ApiError::BadWorkbook { .. }), "{error}");
    super::same(&before, &dump(engine));
    told
}

fn school() -> (Engine, Vec<u8>) {
    let mut engine = sandbox();
    let bytes = exported(&mut engine, "session", false, &NOW);
    (engine, bytes)
}

#[test]
fn each_problem_tells_its_sheet_and_its_cell() {
    let (mut engine, bytes) = school();
    let open = || Opened::new(&bytes);
    let formula = "<c r=\"{r}\"><f>SUM(1,2)</f></c>";
    for (opened, code, sheet, cell) in [
        (
            open().text(PEOPLE, "F2", "hier"),
            "not_a_date",
            "Particuliers",
            "F2",
        ),
        (
            open().text(PEOPLE, "C2", "Maître"),
            "unknown_choice",
            "Particuliers",
            "C2",
        ),
        (
            open().text(VEHICLES, "A3", "V00001"),
            "duplicate_reference",
            "Véhicules",
            "A3",
        ),
        (
            open().text(INVOICES, "E2", "C09999"),
            "dangling_reference",
            "Factures",
            "E2",
        ),
        (
            open().text(INVOICES, "E2", "V00001"),
            "bad_reference",
            "Factures",
            "E2",
        ),
        (
            open().cell(VEHICLES, "J2", formula),
            "empty_formula",
            "Véhicules",
            "J2",
        ),
        (
            open().text(PEOPLE, "E1", "Patronyme"),
            "missing_column",
            "Particuliers",
            "",
        ),
        (
            open().text(PEOPLE, "E1", "Prénom"),
            "duplicate_column",
            "Particuliers",
            "E1",
        ),
        (open().text(1, "B6", "Autre"), "bad_about", "LISEZ-MOI", "B6"),
    ] {
        let told = refused(&mut engine, &opened.done());
        assert_eq!(first(&told), (code, sheet, cell), "{told}");
    }
}

#[test]
fn every_sheet_that_must_be_there_is_missed() {
    let (mut engine, bytes) = school();
    for name in [
        "Particuliers",
        "Sociétés",
        "Véhicules",
        "Factures",
        "Leads",
        "Agenda",
    ] {
        let gone = Opened::new(&bytes).edit("xl/workbook.xml", |xml| {
            xml.replace(&format!("name=\"{name}\""), "name=\"Ailleurs\"")
        });
        let told = refused(&mut engine, &gone.done());
        let problems = told["problems"].as_array().unwrap();
        assert!(
            problems
                .iter()
                .any(|problem| problem["code"] == "missing_sheet" && problem["sheet"] == name),
            "{name}: {told}"
        );
    }
}

/// A column that the catalogue does not know is told and left aside; what it does know is kept.
#[test]
fn a_column_of_the_persons_own_is_told() {
    let (mut engine, bytes) = school();
    let more = Opened::new(&bytes).edit("xl/worksheets/sheet2.xml", |xml| {
        let end = xml.find("</row>").unwrap();
        let cell = "<c r=\"AZ1\" t=\"inlineStr\"><is><t>Pointure</t></is></c>";
        format!("{}{cell}{}", &xml[..end], &xml[end..])
    });
    let told = preview(&mut engine, more.done());
    assert_eq!(told["problems"], json!([]));
    assert_eq!(told["records"], json!([]), "nothing is lost");
    let warning = &told["warnings"][0];
    assert_eq!(
        (
            &warning["code"],
            &warning["sheet"],
            &warning["cell"],
            &warning["header"]
        ),
        (
            &json!("unknown_column"),
            &json!("Particuliers"),
            &json!("AZ1"),
            &json!("Pointure")
        )
    );
}

/// The same numbers, counted from the other start, are four years and a day later.
#[test]
fn days_counted_from_1904_are_read_as_such() {
    let (mut engine, bytes) = school();
    let dated = |xml: &str| xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
    let told = preview(
        &mut engine,
        Opened::new(&bytes).edit("xl/workbook.xml", dated).done(),
    );
    assert_eq!(told["problems"], json!([]));
    let moved = told["records"].as_array().unwrap().iter().find_map(|record| {
        let fields = record["fields"].as_array()?;
        fields
            .iter()
            .find(|field| field["key"] == "birth_date" || field["field"] == "birth_date")
    });
    let field = moved.unwrap_or_else(|| panic!("no day of birth: {}", told["records"][0]));
    let day = |key: &str| field[key].as_str().unwrap().parse::<jiff::civil::Date>().unwrap();
    assert_eq!((day("after") - day("before")).get_days(), 1_462);
}

#[test]
fn a_file_locked_by_a_password_is_told_as_such() {
    let (mut engine, _) = school();
    // Encrypted as Excel does (agile encryption) by msoffcrypto-tool, with the password « apprenti ».
    let bytes = include_bytes!("fixtures/locked.xlsx");
    assert_eq!(first(&refused(&mut engine, bytes)).0, "password");
    let older = &bytes[..512];
    assert_eq!(first(&refused(&mut engine, older)).0, "not_a_workbook");
}

#[test]
fn a_cut_file_is_told_wherever_it_is_cut() {
    let (mut engine, bytes) = school();
    for kept in [1, 2, 30, bytes.len() / 3, bytes.len() - 1] {
        let code = first(&refused(&mut engine, &bytes[..kept])).0.to_owned();
        let expected = if kept < 2 { "not_a_workbook" } else { "damaged" };
        assert_eq!(code, expected, "{kept} bytes");
    }
    let nothing = Opened(Vec::new()).done();
    assert_eq!(first(&refused(&mut engine, &nothing)).0, "not_a_workbook");
}

/// A formula counts for what it came to when the file was saved; one that came to nothing is refused (above).
#[test]
fn a_formula_is_read_by_its_result() {
    let (mut engine, bytes) = school();
    let opened = Opened::new(&bytes).cell(VEHICLES, "J2", "<c r=\"{r}\"><f>20000+345</f><v>20345</v></c>");
    let told = preview(&mut engine, opened.done());
    assert_eq!(told["problems"], json!([]));
    let field = &told["records"][0]["fields"][0];
    assert_eq!(field["after"], 20_345, "{told}");
    let text = "<c r=\"{r}\" t=\"str\"><f>UPPER(A1)</f><v>RENNES</v></c>";
    let told = preview(&mut engine, Opened::new(&bytes).cell(PEOPLE, "N2", text).done());
    assert_eq!(told["records"][0]["fields"][0]["after"], "RENNES", "{told}");
}

/// Other files that people take for a workbook, some of them packed the same way.
#[test]
fn a_file_of_another_sort_is_told_as_such() {
    let (mut engine, _) = school();
    let packed = |name: &str| Opened(vec![(name.to_owned(), b"<x/>".to_vec())]).done();
    for bytes in [
        packed("word/document.xml"),
        packed("content.xml"),
        b"R\xe9f. client;Nom\r\nC00001;Dupont\r\n".to_vec(),
        b"%PDF-1.7".to_vec(),
        b"<html><table><tr><td>Nom</td></tr></table></html>".to_vec(),
    ] {
        assert_eq!(first(&refused(&mut engine, &bytes)).0, "not_a_workbook");
    }
    // A workbook by its name alone.
    let hollow = packed("xl/workbook.xml");
    assert!(["damaged", "not_ours"].contains(&first(&refused(&mut engine, &hollow)).0));
}

/// Rows without a cell cost nothing, whatever size the sheet says it has.
#[test]
fn empty_rows_and_a_size_that_lies_are_read_as_nothing() {
    let (mut engine, bytes) = school();
    let tall = Opened::new(&bytes).edit("xl/worksheets/sheet2.xml", |xml| {
        let lie = "<dimension ref=\"A1:XFD10000000\"/><sheetViews>";
        xml.replacen("<sheetViews>", lie, 1).replace(
            "</sheetData>",
            &format!("{}</sheetData>", "<row/>".repeat(10_000_000)),
        )
    });
    let told = preview(&mut engine, tall.done());
    assert_eq!(told["problems"], json!([]), "{}", told["problems"]);
    assert_eq!(told["records"], json!([]));
}

/// A few bytes a row, all alike: each would be a whole record in memory.
#[test]
fn more_rows_than_the_file_weighs_are_refused() {
    let (mut engine, bytes) = school();
    let rows = "<row><c/><c/><c/><c/><c><v>1</v></c></row>".repeat(300_000);
    let heavy = Opened::new(&bytes).edit("xl/worksheets/sheet2.xml", |xml| {
        xml.replace("</sheetData>", &format!("{rows}</sheetData>"))
    });
    let packed = heavy.done();
    assert!(packed.len() < 2 << 20, "{}", packed.len());
    let told = refused(&mut engine, &packed);
    assert_eq!(first(&told), ("too_big", "Particuliers", ""));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_and_cuts_never_harm(
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..), 1..5), cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (mut engine, mut bytes) = school();
        for (place, with) in flips {
            let place = place.index(bytes.len());
            bytes[place] ^= with;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        all_or_nothing(&mut engine, bytes);
    }

    #[test]
    fn whatever_stands_in_a_cell_is_taken_whole_or_refused(
        sheet in prop::sample::select(vec![(PEOPLE, "ACDEF"), (VEHICLES, "ABCDJ"), (INVOICES, "ABCDE")]),
        column in any::<prop::sample::Index>(), row in 1_u32..6,
        text in "[CVF]0000[0-9]|[0-9/ -]{0,12}|\\PC{0,50}", number in prop::option::of(prop::num::f64::ANY),
    ) {
        let (mut engine, bytes) = school();
        let letters: Vec<char> = sheet.1.chars().collect();
        let cell = format!("{}{row}", letters[column.index(letters.len())]);
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let opened = Opened::new(&bytes);
        let is_there = opened.0.iter().any(|(name, content)| {
            *name == format!("xl/worksheets/sheet{}.xml", sheet.0)
                && String::from_utf8_lossy(content).contains(&format!("<c r=\"{cell}\""))
        });
        prop_assume!(is_there);
        let edited = match number {
            Some(number) => opened.number(sheet.0, &cell, &number.to_string()),
            None => opened.text(sheet.0, &cell, &escaped),
        };
        all_or_nothing(&mut engine, edited.done());
    }
}

/// Refused with its reasons and nothing changed, or taken and taken back.
#[track_caller]
fn all_or_nothing(engine: &mut Engine, bytes: Vec<u8>) {
    let before = dump(engine);
    let told = preview(engine, bytes.clone());
    engine.give_file(bytes);
    match engine.call("workbook.import", "{}", &NOW) {
        Ok(answer) => {
            assert_eq!(told["problemsTotal"], 0);
            let answer: Json = serde_json::from_str(&answer).unwrap();
            if !answer["change"].is_null() {
                engine.call("change.undo", "{}", &NOW).unwrap();
            }
        }
        Err(error) => {
            assert!(matches!(error, ApiError::BadWorkbook { .. }), "{error}");
            assert!(told["problemsTotal"].as_u64() > Some(0), "{told}");
        }
    }
    super::same(&before, &dump(engine));
}
