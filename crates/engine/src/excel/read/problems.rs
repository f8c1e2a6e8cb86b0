//! What is wrong with a workbook, gathered while it is read.

use crate::error::{ApiError, FileProblem, FileProblemCode};

/// Problems told in full; the others are counted.
const MOST: usize = 500;
/// Characters of a value that are shown.
const SHOWN: usize = 80;

/// Problems and warnings, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<FileProblem>,
    total: usize,
    warnings: Vec<FileProblem>,
    warnings_total: usize,
}

/// A problem with the file as a whole.
pub(super) fn of_file(code: FileProblemCode) -> FileProblem {
    FileProblem {
        code,
        sheet: None,
        cell: None,
        header: None,
        value: None,
        expected: Vec::new(),
    }
}

/// Beginning of what was found, as shown.
pub(super) fn shown(value: &str) -> String {
    value.chars().take(SHOWN).collect()
}

impl Problems {
    pub(super) fn add(&mut self, problem: FileProblem) {
        self.total += 1;
        if self.list.len() < MOST {
            self.list.push(problem);
        }
    }

    pub(super) fn warn(&mut self, problem: FileProblem) {
        self.warnings_total += 1;
        if self.warnings.len() < MOST {
            self.warnings.push(problem);
        }
    }

    /// The warnings, and how many there are; an error when there are problems.
    pub(super) fn done(self) -> Result<(Vec<FileProblem>, usize), ApiError> {
        if self.total == 0 {
            Ok((self.warnings, self.warnings_total))
        } else {
            Err(ApiError::BadWorkbook {
                problems: self.list,
                total: self.total,
            })
        }
    }
}

/// Refuses the file for one reason.
pub(super) fn refusal(problem: FileProblem) -> ApiError {
    ApiError::BadWorkbook {
        problems: vec![problem],
        total: 1,
    }
}
