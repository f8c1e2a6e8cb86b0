//! The first sheet: what the file says of itself.

use super::cell::{Read, value_of};
use super::grid::{Book, Found, cell_name, each_row};
use super::problems::{Problems, of_file, refusal, shown};
use crate::error::{ApiError, FileProblem, FileProblemCode as Code};
use crate::excel::readme::words;
use crate::excel::sheets::{FORMAT, sheets};
use crate::excel::view::{About, WorkbookKind};
use crate::fields::{Entity, Field};
use crate::values::{Value, fold};
use std::collections::BTreeMap;

/// What stands beside a key, and its row.
type Facts = BTreeMap<String, (u32, Found)>;

/// Reads the first sheet. None when it says too little: the problems say what.
///
/// # Errors
/// A file of something else, or of a newer version: there is no use in reading on.
pub(super) fn about(
    book: &mut Book,
    name: Option<&str>,
    problems: &mut Problems,
) -> Result<Option<About>, ApiError> {
    let Some(name) = name else {
        return Err(refusal(of_file(Code::NotOurs)));
    };
    let mut facts = Facts::new();
    let mut rows = 0;
    each_row(book, name, &mut |row, cells| {
        rows += 1;
        if let [(0, Found::Text(key)), (1, value), ..] = cells
            && rows < 40
        {
            facts.entry(fold(key)).or_insert((row, value.clone()));
        }
    })
    .map_err(|code| refusal(of_file(code)))?;
    let keys = &words().keys;
    let text = |key: &str| facts.get(&fold(key)).map(|(_, found)| super::cell::shown(found));
    let day = |key: &str, field: &str| {
        let field = date_field(field)?;
        let (_, found) = facts.get(&fold(key))?;
        match value_of(field, found) {
            Read::Value(Value::Text(text)) => Some(text.into_string()),
            _ => None,
        }
    };
    let format: Option<u32> = text(&keys.format).and_then(|text| text.parse().ok());
    if let Some(format) = format.filter(|format| *format > FORMAT) {
        let expected = vec![format.to_string(), FORMAT.to_string()];
        return Err(refusal(FileProblem {
            expected,
            ..of_file(Code::NewerFormat)
        }));
    }
    let kind = text(&keys.kind).and_then(|text| kind_of(&text));
    let date = day(&keys.date, "issued_on");
    for (key, is_known) in [
        (&keys.format, format.is_some()),
        (&keys.kind, kind.is_some()),
        (&keys.date, date.is_some()),
    ] {
        if !is_known {
            let row = facts.get(&fold(key)).map(|(row, _)| *row);
            problems.add(FileProblem {
                sheet: Some(sheets().words.readme.clone()),
                cell: row.map(|row| cell_name(1, row)),
                header: Some(key.clone()),
                value: text(key).map(|text| shown(&text)),
                ..of_file(Code::BadAbout)
            });
        }
    }
    let (Some(format), Some(kind), Some(date)) = (format, kind, date) else {
        return Ok(None);
    };
    Ok(Some(About {
        kind,
        version: text(&keys.version).unwrap_or_default(),
        format,
        date,
        seed: text(&keys.seed).filter(|seed| !seed.is_empty()),
        exported_at: day(&keys.exported_at, "issued_at"),
    }))
}

fn kind_of(text: &str) -> Option<WorkbookKind> {
    let words = words();
    [
        (&words.session, WorkbookKind::Session),
        (&words.base, WorkbookKind::Base),
    ]
    .into_iter()
    .find(|(word, _)| fold(word) == fold(text))
    .map(|(_, kind)| kind)
}

/// A field of the catalogue that holds a date, to read another one as it does.
fn date_field(key: &str) -> Option<&'static Field> {
    Entity::Invoice
        .fields()
        .field(key)
        .or_else(|| Entity::Lead.fields().field(key))
}
