//! Workbooks as people hand them in: cells edited, sheets and columns gone, values that cannot be.

use super::workbook::exported;
use super::{NOW, done, sandbox};
use crate::Engine;
use serde_json::{Value as Json, json};
use std::io::{Cursor, Read as _, Write as _};

/// A workbook whose parts can be rewritten.
pub(super) struct Opened(pub(super) Vec<(String, Vec<u8>)>);

impl Opened {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        Self(
            (0..archive.len())
                .map(|place| {
                    let mut entry = archive.by_index(place).unwrap();
                    let mut content = Vec::new();
                    entry.read_to_end(&mut content).unwrap();
                    (entry.name().unwrap().into_owned(), content)
                })
                .collect(),
        )
    }

    pub(super) fn edit(mut self, part: &str, change: impl Fn(&str) -> String) -> Self {
        let (_, content) = self.0.iter_mut().find(|(name, _)| name == part).unwrap();
        let before = String::from_utf8(std::mem::take(content)).unwrap();
        let after = change(&before);
        assert_ne!(before, after, "{part} is as it was");
        *content = after.into_bytes();
        self
    }

    /// Puts an element in place of a cell of the sheet of that rank, `LISEZ-MOI` being 1.
    pub(super) fn cell(self, sheet: usize, cell: &str, element: &str) -> Self {
        self.edit(&format!("xl/worksheets/sheet{sheet}.xml"), |xml| {
            let start = xml
                .find(&format!("<c r=\"{cell}\""))
                .unwrap_or_else(|| panic!("no cell {cell}"));
            let tail = &xml[start..];
            let whole = tail.find("/>").map(|end| end + 2);
            let end = match (whole, tail.find('>').unwrap()) {
                (Some(end), open) if end == open + 1 => end,
                _ => tail.find("</c>").unwrap() + 4,
            };
            format!(
                "{}{}{}",
                &xml[..start],
                element.replace("{r}", cell),
                &tail[end..]
            )
        })
    }

    pub(super) fn text(self, sheet: usize, cell: &str, text: &str) -> Self {
        self.cell(
            sheet,
            cell,
            &format!("<c r=\"{{r}}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        )
    }

    pub(super) fn number(self, sheet: usize, cell: &str, number: &str) -> Self {
        self.cell(sheet, cell, &format!("<c r=\"{{r}}\"><v>{number}</v></c>"))
    }

    pub(super) fn done(self) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in self.0 {
            writer
                .start_file(name, zip::write::SimpleFileOptions::default())
                .unwrap();
            writer.write_all(&content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

pub(super) const PEOPLE: usize = 2;
pub(super) const VEHICLES: usize = 6;
pub(super) const INVOICES: usize = 7;

pub(super) fn preview(engine: &mut Engine, bytes: Vec<u8>) -> Json {
    engine.give_file(bytes);
    serde_json::from_str(&engine.call("workbook.preview", "{}", &NOW).unwrap()).unwrap()
}

#[test]
fn each_problem_has_its_code_its_cell_and_what_was_found() {
    let mut engine = sandbox();
    let bytes = exported(&mut engine, "session", false, &NOW);
    let cases: [(Opened, &str, &str, Option<&str>); 11] = [
        (
            Opened::new(&bytes).text(PEOPLE, "F2", "12 avirl 1980"),
            "not_a_date",
            "F2",
            Some("12 avirl 1980"),
        ),
        (
            Opened::new(&bytes).text(PEOPLE, "C2", "Monseigneur"),
            "unknown_choice",
            "C2",
            Some("Monseigneur"),
        ),
        (
            Opened::new(&bytes).text(VEHICLES, "J2", "beaucoup"),
            "not_a_number",
            "J2",
            Some("beaucoup"),
        ),
        (
            Opened::new(&bytes).number(VEHICLES, "J2", "12.5"),
            "not_whole",
            "J2",
            Some("12,5"),
        ),
        (
            Opened::new(&bytes).number(VEHICLES, "J2", "-4"),
            "out_of_range",
            "J2",
            Some("-4"),
        ),
        (
            Opened::new(&bytes).text(VEHICLES, "B2", "F00001"),
            "bad_reference",
            "B2",
            Some("F00001"),
        ),
        (
            Opened::new(&bytes).text(INVOICES, "E2", "C09999"),
            "dangling_reference",
            "E2",
            Some("C09999"),
        ),
        (
            Opened::new(&bytes).text(VEHICLES, "A3", "V00001"),
            "duplicate_reference",
            "A3",
            Some("V00001"),
        ),
        (
            Opened::new(&bytes).cell(VEHICLES, "J2", "<c r=\"{r}\" t=\"e\"><v>#N/A</v></c>"),
            "error_value",
            "J2",
            Some("#N/A"),
        ),
        (
            Opened::new(&bytes).cell(VEHICLES, "J2", "<c r=\"{r}\"><f>SUM(1,2)</f></c>"),
            "empty_formula",
            "J2",
            None,
        ),
        (Opened::new(&bytes).cell(PEOPLE, "E2", ""), "required", "E2", None),
    ];
    for (opened, code, cell, value) in cases {
        let told = preview(&mut engine, opened.done());
        let problem = &told["problems"][0];
        assert_eq!(
            (&problem["code"], &problem["cell"]),
            (&json!(code), &json!(cell)),
            "{told}"
        );
        assert_eq!(problem["value"], value.map_or(Json::Null, Json::from), "{code}");
        // The one that lost its reference is also missed by its invoices.
        let is_alone = code != "duplicate_reference";
        assert_eq!(told["problemsTotal"] == 1, is_alone, "{code}: {told}");
        assert_eq!(told["entities"], json!([]));
    }
}

#[test]
fn a_sheet_or_a_column_that_is_gone_is_told() {
    let mut engine = sandbox();
    let bytes = exported(&mut engine, "session", false, &NOW);
    let renamed = Opened::new(&bytes).edit("xl/workbook.xml", |xml| {
        xml.replace("name=\"Leads\"", "name=\"Pistes\"")
    });
    let told = preview(&mut engine, renamed.done());
    assert_eq!(told["problems"][0]["code"], "missing_sheet");
    assert_eq!(told["problems"][0]["sheet"], "Leads");
    let told = preview(
        &mut engine,
        Opened::new(&bytes).text(PEOPLE, "E1", "Patronyme").done(),
    );
    assert_eq!(told["problems"][0]["code"], "missing_column");
    assert_eq!(told["problems"][0]["header"], "Nom");
    let told = preview(
        &mut engine,
        Opened::new(&bytes).text(PEOPLE, "E1", "Prénom").done(),
    );
    assert_eq!(told["problems"][0]["code"], "duplicate_column");
    let stranger = Opened::new(&bytes).edit("xl/workbook.xml", |xml| {
        xml.replace("name=\"LISEZ-MOI\"", "name=\"Lisez\"")
    });
    assert_eq!(
        preview(&mut engine, stranger.done())["problems"][0]["code"],
        "not_ours"
    );
    let newer = Opened::new(&bytes).text(1, "B5", "99");
    assert_eq!(
        preview(&mut engine, newer.done())["problems"][0]["code"],
        "newer_format"
    );
    let vague = Opened::new(&bytes).text(1, "B6", "Autre");
    assert_eq!(
        preview(&mut engine, vague.done())["problems"][0]["code"],
        "bad_about"
    );
    let merged = Opened::new(&bytes).edit("xl/worksheets/sheet2.xml", |xml| {
        xml.replace(
            "</sheetData>",
            "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells>",
        )
    });
    let told = preview(&mut engine, merged.done());
    assert_eq!(
        (&told["problems"][0]["code"], &told["problems"][0]["cell"]),
        (&json!("merged_cells"), &json!("A2"))
    );
}

#[test]
fn what_can_be_put_right_is_put_right_and_told() {
    let mut engine = sandbox();
    let bytes = exported(&mut engine, "session", false, &NOW);
    let told = preview(
        &mut engine,
        Opened::new(&bytes).number(PEOPLE, "M2", "1000").done(),
    );
    assert_eq!(told["warnings"][0]["code"], "zero_put_back");
    assert_eq!(told["records"][0]["fields"][0]["after"], "01000");
    let told = preview(
        &mut engine,
        Opened::new(&bytes).text(PEOPLE, "F2", "05/04/1980").done(),
    );
    assert_eq!(
        told["records"][0]["fields"][0]["after"], "1980-04-05",
        "a date typed as text"
    );
    let told = preview(
        &mut engine,
        Opened::new(&bytes).number(PEOPLE, "F2", "29316").done(),
    );
    assert_eq!(
        told["records"][0]["fields"][0]["after"], "1980-04-05",
        "a date shown as a number"
    );
    let late = Opened::new(&bytes).edit("xl/workbook.xml", |xml| {
        xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
    });
    let told = preview(&mut engine, late.done());
    assert_eq!(told["problems"], json!([]), "another start of the count of days");
    let lost = Opened::new(&bytes).edit("xl/workbook.xml", |xml| {
        xml.replace("name=\"_technique\"", "name=\"autre\"")
    });
    let told = preview(&mut engine, lost.done());
    let codes: Vec<&Json> = told["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|warning| &warning["code"])
        .collect();
    assert!(
        codes.contains(&&json!("technical_lost")) && codes.contains(&&json!("unknown_sheet")),
        "{codes:?}"
    );
    assert_eq!(told["records"], json!([]));
}

#[test]
fn a_row_without_reference_is_given_one_that_was_never_given() {
    let mut engine = sandbox();
    let gone = super::person(&mut engine, "Gone", "Gone", &json!({}));
    done(&mut engine, "record.delete", &json!({"ref": gone}));
    let bytes = exported(&mut engine, "session", false, &NOW);
    let told = preview(&mut engine, Opened::new(&bytes).cell(VEHICLES, "A2", "").done());
    // The row that named it elsewhere is now alone: the invoices of the first vehicle.
    assert!(
        told["problems"]
            .as_array()
            .unwrap()
            .iter()
            .all(|problem| problem["code"] == "dangling_reference"),
        "{told}"
    );
    let with_one_more = Opened::new(&bytes).edit("xl/worksheets/sheet2.xml", |xml| {
        let row =
            "<row r=\"9000\"><c r=\"E9000\" t=\"inlineStr\"><is><t>Nouvelle</t></is></c></row></sheetData>";
        xml.replace("</sheetData>", row)
    });
    let bytes = with_one_more.done();
    let told = preview(&mut engine, bytes.clone());
    assert_eq!(told["entities"][0]["created"], 1, "{told}");
    let reference = told["records"][0]["ref"].as_str().unwrap();
    assert!(reference > gone.as_str(), "{reference} after {gone}");
    engine.give_file(bytes);
    engine.call("workbook.import", "{}", &NOW).unwrap();
    assert_eq!(
        done(&mut engine, "customer.open", &json!({"ref": reference}))["customer"]["label"],
        "Nouvelle"
    );
}
