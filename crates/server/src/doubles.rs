//! `simulateur-crm doublons`: the records of a workbook that are the same person or firm, as a list.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::verbs::{end, ends_with, write};
use crate::{words_doubles, words_verbs};

/// Writes the pairs of a workbook: references, score, reasons; links between persons and firms after them.
pub(crate) fn list(workbook: &Path, output: &Path) -> ExitCode {
    end(listed(workbook, output))
}

fn listed(workbook: &Path, output: &Path) -> Result<String, String> {
    if !ends_with(output, &["csv"]) {
        return Err(words_doubles::not_csv(output));
    }
    let bytes = fs::read(workbook).map_err(|error| words_verbs::unreadable(workbook, &error))?;
    let found =
        engine::duplicates_of_workbook(&bytes).map_err(|error| words_verbs::refused(workbook, &error))?;
    // A spreadsheet in French tells the letters of the file by this mark, and columns by semicolons.
    let mut text = String::from("\u{feff}");
    text.push_str(&words_doubles::table(&found));
    write(output, text.as_bytes())?;
    Ok(words_doubles::written(
        output,
        found.pairs.len(),
        found.links.len(),
    ))
}
