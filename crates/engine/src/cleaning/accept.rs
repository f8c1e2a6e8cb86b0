//! The corrections that are certain, seen before they are made, then made as one change.

use super::checks::Check;
use super::fault::Fault;
use super::find::faults;
use super::ignore::LeftAlone;
use super::list::correction;
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::leads::attach_to;
use crate::reader::{Reader, Writer};
use crate::records::{self, Values, plan_edit, subject, write_checked};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// Corrections shown in full before they are made.
const SHOWN: usize = 200;

/// Which corrections: those of one check or of all, of some records or of all of them but some.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CleaningAccept {
    check: Option<Check>,
    refs: Option<Vec<String>>,
    except: Vec<String>,
}

/// What would be written.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CleaningPreview {
    /// Corrections that would be made.
    #[cfg_attr(test, ts(type = "number"))]
    corrected: usize,
    /// Those that the record as a whole does not allow.
    #[cfg_attr(test, ts(type = "number"))]
    refused: usize,
    /// How many for each check.
    checks: Vec<CheckCount>,
    /// The first of them.
    first: Vec<CorrectionView>,
}

/// How many corrections a check has.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CheckCount {
    check: Check,
    #[cfg_attr(test, ts(type = "number"))]
    count: usize,
}

/// A record before and after.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CorrectionView {
    check: Check,
    #[serde(rename = "ref")]
    reference: String,
    entity: Entity,
    label: String,
    #[cfg_attr(test, ts(type = "Values"))]
    before: Values,
    #[cfg_attr(test, ts(type = "Values"))]
    after: Values,
}

/// What was done.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CleaningDone {
    #[serde(flatten)]
    done: ChangeDone,
    /// Corrections made.
    #[cfg_attr(test, ts(type = "number"))]
    corrected: usize,
    /// Corrections that the record as a whole does not allow.
    #[cfg_attr(test, ts(type = "number"))]
    refused: usize,
}

/// Tries the corrections and changes nothing.
pub(crate) fn preview(reader: &Reader, input: CleaningAccept) -> Result<CleaningPreview, ApiError> {
    let mut seen = CleaningPreview::default();
    let mut counts: BTreeMap<Check, usize> = BTreeMap::new();
    for fault in asked(reader, &input)? {
        let (entity, id) = fault.record;
        let after = correction(&fault);
        match plan_edit(reader, entity, id, &after) {
            Ok(_) => {}
            Err(ApiError::Invalid { .. }) => {
                seen.refused += 1;
                continue;
            }
            Err(error) => return Err(error),
        }
        seen.corrected += 1;
        *counts.entry(fault.check).or_default() += 1;
        if seen.first.len() < SHOWN {
            let mut record = records::read(reader, entity, id)?;
            record.values.retain(|key, _| after.contains_key(key));
            seen.first.push(CorrectionView {
                check: fault.check,
                reference: record.reference,
                entity,
                label: record.label,
                before: record.values,
                after,
            });
        }
    }
    seen.checks = counts
        .into_iter()
        .map(|(check, count)| CheckCount { check, count })
        .collect();
    Ok(seen)
}

/// Makes the corrections as one change: one undo brings every value back.
///
/// # Errors
/// `Invalid` when no record allows its correction, with the problem of the first.
pub(crate) fn accept(writer: &mut Writer, input: CleaningAccept) -> Result<CleaningDone, ApiError> {
    let faults = asked(writer, &input)?;
    let ((corrected, refused), done) = transact(writer, ChangeName::CleaningAccept, |reader, change| {
        let (mut corrected, mut refused) = (Vec::new(), Vec::new());
        for fault in &faults {
            match write(reader, change, fault) {
                Ok(()) => corrected.push(fault.record),
                Err(ApiError::Invalid { problems }) => refused.extend(problems.into_iter().next()),
                Err(error) => return Err(error),
            }
        }
        if let (true, Some(problem)) = (corrected.is_empty(), refused.first()) {
            return Err(ApiError::invalid(problem.clone()));
        }
        let about = match corrected[..] {
            [(entity, id)] => subject(reader, &records::read(reader, entity, id)?)?,
            _ => corrected.len().to_string(),
        };
        Ok(((corrected.len(), refused.len()), about))
    })?;
    Ok(CleaningDone {
        done,
        corrected,
        refused,
    })
}

/// A lead goes to its customer with its contacts, as everywhere; anything else is written where it stands.
fn write(reader: &Reader, change: &Change, fault: &Fault) -> Result<(), ApiError> {
    let (entity, id) = fault.record;
    if let (Check::LeadOfCustomer, Some((_, customer))) = (fault.check, fault.other) {
        let lead = records::read(reader, entity, id)?;
        attach_to(reader, change, (id, &lead), customer, &[])?;
    } else {
        write_checked(reader, change, entity, id, &correction(fault))?;
    }
    Ok(())
}

/// The certain corrections asked for, but those of findings left alone.
fn asked(reader: &Reader, input: &CleaningAccept) -> Result<Vec<Fault>, ApiError> {
    let faults = faults(reader)?;
    let left = LeftAlone::now(reader, &faults)?;
    let refs: Option<HashSet<&str>> = input
        .refs
        .as_ref()
        .map(|refs| refs.iter().map(String::as_str).collect());
    let chosen = |fault: &&Fault| {
        let (entity, id) = fault.record;
        input.check.is_none_or(|check| check == fault.check)
            && !input.except.contains(&entity.reference(id))
            && refs
                .as_ref()
                .is_none_or(|refs| refs.contains(entity.reference(id).as_str()))
    };
    let found: Vec<Fault> = faults
        .iter()
        .filter(|fault| fault.is_certain() && !left.has(fault))
        .filter(chosen)
        .cloned()
        .collect();
    if found.is_empty() && input.refs.is_some() {
        return Err(ApiError::invalid(Problem::new("", ProblemCode::UnknownReference)));
    }
    Ok(found)
}
