//! Rules for every text file.

use super::SourceFile;

/// Folders outside the project, which a fresh clone does not have.
const OUTSIDE: [&str; 2] = [concat!("..", "/shared/docs"), concat!("/work", "/")];

/// Names that say nothing of what a file holds.
const EMPTY_NAMES: [&str; 5] = ["utils", "common", "helpers", "manager", "service"];

/// Mentions of outside folders, and file names that name no subject.
pub(crate) fn breaches(file: &SourceFile) -> Vec<String> {
    let mut found = Vec::new();
    for outside in OUTSIDE.iter().filter(|outside| file.text.contains(**outside)) {
        found.push(format!("names `{outside}`, which a clone does not have"));
    }
    for name in EMPTY_NAMES {
        if file.path.split(['/', '.']).any(|part| part == name) {
            found.push(format!("`{name}` is not a subject; name what the file holds"));
        }
    }
    if file.is("rs") && !file.text.starts_with("//!") {
        found.push("the first line must be `//!`: what this file is, in a sentence".to_owned());
    }
    found
}
