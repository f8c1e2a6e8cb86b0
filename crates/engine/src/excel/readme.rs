//! The first sheet: what the file is, how to go on with it, what it holds.

use super::cells::{serial_of_day, serial_of_moment};
use super::sheets::{FORMAT, Sheet};
use super::styles::Styles;
use super::view::WorkbookKind;
use crate::content;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::store::setting;
use jiff::civil::{Date, DateTime};
use rust_xlsxwriter::{Worksheet, XlsxError};
use serde::Deserialize;
use std::sync::OnceLock;

/// The words of the first sheet, `content/workbook/readme.toml`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ReadmeWords {
    title: String,
    pub(super) session: String,
    pub(super) base: String,
    pub(super) keys: Keys,
    counts: Counts,
    text: Text,
}

/// What stands before each fact.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Keys {
    product: String,
    pub(super) version: String,
    pub(super) format: String,
    pub(super) kind: String,
    pub(super) date: String,
    pub(super) seed: String,
    pub(super) exported_at: String,
}

#[derive(Debug, Default, Deserialize)]
struct Counts {
    title: String,
    sheet: String,
    rows: String,
}

#[derive(Debug, Default, Deserialize)]
struct Text {
    session_title: String,
    session: Vec<String>,
    base_title: String,
    base: Vec<String>,
    rules_title: String,
    rules: Vec<String>,
    care_title: String,
    care: Vec<String>,
}

/// The words of the first sheet.
pub(super) fn words() -> &'static ReadmeWords {
    static WORDS: OnceLock<ReadmeWords> = OnceLock::new();
    WORDS.get_or_init(|| content::read(include_str!("../../../../content/workbook/readme.toml")))
}

/// What the file says of itself.
pub(super) struct Facts {
    kind: WorkbookKind,
    pub(super) day: Date,
    seed: String,
    exported_at: DateTime,
}

impl Facts {
    /// `day`: the one that the data is coherent with.
    pub(super) fn new(kind: WorkbookKind, day: Date, seed: String, exported_at: DateTime) -> Self {
        Self {
            kind,
            day,
            seed,
            exported_at,
        }
    }

    pub(super) fn of(reader: &Reader, kind: WorkbookKind) -> Result<Self, ApiError> {
        let seed = setting(reader.store, "seed")?.unwrap_or_default();
        Ok(Self::new(kind, reader.today(), seed, reader.calendar))
    }
}

/// Writes the first sheet.
pub(super) fn write_readme(
    page: &mut Worksheet,
    styles: &Styles,
    facts: &Facts,
    counts: &[(&Sheet, u64)],
) -> Result<(), XlsxError> {
    let words = words();
    let name = content::brand_name();
    let named = |text: &str| text.replace("{name}", name);
    page.set_column_width_pixels(0, 190)?;
    page.set_column_width_pixels(1, 620)?;
    page.write_string_with_format(0, 0, named(&words.title), &styles.title)?;
    let kind = match facts.kind {
        WorkbookKind::Session => &words.session,
        WorkbookKind::Base => &words.base,
    };
    let keys = &words.keys;
    let mut row = 2;
    for (key, value) in [
        (&keys.product, name),
        (&keys.version, env!("CARGO_PKG_VERSION")),
        (&keys.format, &FORMAT.to_string()),
        (&keys.kind, kind),
    ] {
        page.write_string_with_format(row, 0, key, &styles.heading)?;
        page.write_string(row, 1, value)?;
        row += 1;
    }
    page.write_string_with_format(row, 0, &keys.date, &styles.heading)?;
    let day = serial_of_day(facts.day).unwrap_or_default();
    page.write_number_with_format(row, 1, day, &styles.day)?;
    page.write_string_with_format(row + 1, 0, &keys.seed, &styles.heading)?;
    page.write_string(row + 1, 1, &facts.seed)?;
    page.write_string_with_format(row + 2, 0, &keys.exported_at, &styles.heading)?;
    let exported_at = serial_of_moment(facts.exported_at).unwrap_or_default();
    page.write_number_with_format(row + 2, 1, exported_at, &styles.moment)?;
    row += 4;
    let text = &words.text;
    let (title, lines) = match facts.kind {
        WorkbookKind::Session => (&text.session_title, &text.session),
        WorkbookKind::Base => (&text.base_title, &text.base),
    };
    for (title, lines) in [
        (title, lines),
        (&text.rules_title, &text.rules),
        (&text.care_title, &text.care),
    ] {
        page.write_string_with_format(row, 0, title, &styles.heading)?;
        for line in lines {
            page.write_string_with_format(row, 1, named(line), &styles.text)?;
            row += 1;
        }
        row += 1;
    }
    page.write_string_with_format(row, 0, &words.counts.title, &styles.heading)?;
    page.write_string_with_format(row + 1, 0, &words.counts.sheet, &styles.heading)?;
    page.write_string_with_format(row + 1, 1, &words.counts.rows, &styles.heading)?;
    for (place, (sheet, count)) in (row + 2..).zip(counts) {
        page.write_string(place, 0, &sheet.name)?;
        page.write_number_with_format(place, 1, *count as f64, &styles.number)?;
    }
    Ok(())
}
