//! `simulateur-crm avancer`: a workbook in which time has passed, and what came of what was sent.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use engine::{ApiError, Lived};
use jiff::civil::Date;

use crate::verbs::{end, ends_with, write};
use crate::words_verbs;

/// Lets the dealership of a workbook live until a day, and writes it to another one.
pub(crate) fn advance(workbook: &Path, until: Date, output: &Path) -> ExitCode {
    end(advanced(workbook, until, output))
}

fn advanced(workbook: &Path, until: Date, output: &Path) -> Result<String, String> {
    if !ends_with(output, &["xlsx"]) {
        return Err(words_verbs::not_xlsx(output));
    }
    let bytes = fs::read(workbook).map_err(|error| words_verbs::unreadable(workbook, &error))?;
    let Lived { file, digest } = engine::advance_workbook(&bytes, until).map_err(|error| match &error {
        ApiError::Invalid { problems } => words_verbs::not_later(problems),
        _ => words_verbs::refused(workbook, &error),
    })?;
    write(output, &file.bytes)?;
    let came = |what: &str| digest[what].as_u64().unwrap_or(0);
    Ok(words_verbs::lived(output, until, &came))
}
