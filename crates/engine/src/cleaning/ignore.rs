//! Findings that are meant so: left alone as long as the fields hold what they held.

use super::checks::Check;
use super::fault::Fault;
use super::find::faults;
use super::rows;
use crate::change::{ChangeDone, ChangeName, transact};
use crate::coherence::Ref;
use crate::error::ApiError;
use crate::fields::parse_any_reference;
use crate::reader::{Reader, Writer};
use crate::records::{self, subject};
use serde::Deserialize;
use std::collections::HashSet;

/// Which finding, and whether it is to be left alone or shown again.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CleaningIgnore {
    check: Check,
    #[serde(rename = "ref")]
    reference: String,
    ignored: bool,
}

/// The findings to be left alone now.
pub(super) struct LeftAlone(HashSet<(Check, Ref)>);

impl LeftAlone {
    pub(super) fn now(reader: &Reader, faults: &[Fault]) -> Result<Self, ApiError> {
        let mut left = HashSet::new();
        for ignored in rows::ignored(reader)? {
            let record = (ignored.entity, ignored.id);
            let fault = faults
                .iter()
                .find(|fault| fault.record == record && fault.check.code() == ignored.check);
            if let Some(fault) = fault
                && held(reader, fault)? == ignored.value
            {
                left.insert((fault.check, record));
            }
        }
        Ok(Self(left))
    }

    pub(super) fn has(&self, fault: &Fault) -> bool {
        self.0.contains(&(fault.check, fault.record))
    }
}

/// What the fields at fault hold, as text.
fn held(reader: &Reader, fault: &Fault) -> Result<String, ApiError> {
    let (entity, id) = fault.record;
    let found = records::rows::read(reader, entity, id)?.unwrap_or_default();
    let values: Vec<_> = found
        .into_iter()
        .filter(|(field, _)| fault.fields.contains(&field.key))
        .map(|(_, value)| value)
        .collect();
    serde_json::to_string(&values).map_err(|error| ApiError::Internal {
        detail: error.to_string(),
    })
}

/// Leaves a finding alone, or shows it again, as a change that can be undone.
pub(crate) fn ignore(writer: &mut Writer, input: CleaningIgnore) -> Result<ChangeDone, ApiError> {
    let record = parse_any_reference(&input.reference)?;
    let found = faults(writer)?;
    let fault = found
        .iter()
        .find(|fault| fault.check == input.check && fault.record == record)
        .ok_or_else(|| ApiError::not_found(&input.reference))?;
    let ((), done) = transact(writer, ChangeName::CleaningIgnore, |reader, change| {
        if input.ignored {
            let day = reader.today().to_string();
            rows::leave_alone(change, fault.check.code(), record, &held(reader, fault)?, &day)?;
        } else {
            rows::show_again(change, fault.check.code(), record)?;
        }
        let view = records::read(reader, record.0, record.1)?;
        Ok(((), subject(reader, &view)?))
    })?;
    Ok(done)
}
