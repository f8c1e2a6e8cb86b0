//! `simulateur-crm cibler`: the records of a workbook that a targeting keeps, as a list of references.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::verbs::{end, ends_with, write};
use crate::{words_targeting, words_verbs};

/// Writes the references of whoever fulfils a condition, one a line, in the order asked for.
pub(crate) fn list(workbook: &Path, text: &str, sort: &str, output: &Path) -> ExitCode {
    end(listed(workbook, text, sort, output))
}

fn listed(workbook: &Path, text: &str, sort: &str, output: &Path) -> Result<String, String> {
    if !ends_with(output, &["csv"]) {
        return Err(words_targeting::not_csv(output));
    }
    let bytes = fs::read(workbook).map_err(|error| words_verbs::unreadable(workbook, &error))?;
    let found = engine::target_workbook(&bytes, text, sort)
        .map_err(|error| words_targeting::refused(workbook, text, &error))?;
    let mut lines = format!("{}\r\n", words_targeting::header());
    for reference in &found {
        lines.push_str(reference);
        lines.push_str("\r\n");
    }
    write(output, lines.as_bytes())?;
    Ok(words_targeting::written(output, found.len()))
}
