//! Every check with what it found.

use super::checks::{Check, CheckSeverity, CheckTheme};
use super::fault::Fault;
use super::find::faults;
use super::ignore::LeftAlone;
use crate::change::Nothing;
use crate::error::ApiError;
use crate::reader::Reader;
use serde::Serialize;

/// The page of checks.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CleaningView {
    /// Every check, those that found nothing included.
    checks: Vec<CheckView>,
    #[cfg_attr(test, ts(type = "number"))]
    total: usize,
    /// How many of them have a certain correction.
    #[cfg_attr(test, ts(type = "number"))]
    certain: usize,
}

/// A check and its counts.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CheckView {
    check: Check,
    theme: CheckTheme,
    severity: CheckSeverity,
    /// Findings to see to.
    #[cfg_attr(test, ts(type = "number"))]
    count: usize,
    /// Those whose correction is certain.
    #[cfg_attr(test, ts(type = "number"))]
    certain: usize,
    /// Findings that a person asked to leave alone.
    #[cfg_attr(test, ts(type = "number"))]
    ignored: usize,
}

/// Holds the sandbox against every check.
pub(crate) fn read(reader: &Reader, _input: Nothing) -> Result<CleaningView, ApiError> {
    let faults = faults(reader)?;
    let left = LeftAlone::now(reader, &faults)?;
    let checks: Vec<CheckView> = Check::ALL
        .iter()
        .map(|check| {
            let of_check = || faults.iter().filter(|fault| fault.check == *check);
            let open = |fault: &&Fault| !left.has(fault);
            CheckView {
                check: *check,
                theme: check.theme(),
                severity: check.severity(),
                count: of_check().filter(open).count(),
                certain: of_check().filter(open).filter(|fault| fault.is_certain()).count(),
                ignored: of_check().filter(|fault| left.has(fault)).count(),
            }
        })
        .collect();
    Ok(CleaningView {
        total: checks.iter().map(|check| check.count).sum(),
        certain: checks.iter().map(|check| check.certain).sum(),
        checks,
    })
}
