//! What one check found, record by record.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use super::find::faults;
use super::ignore::LeftAlone;
use crate::coherence::Ref;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::records::{self, Values};
use crate::values::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The greatest page.
const LONGEST_PAGE: usize = 500;

/// Which page of which check.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CleaningList {
    check: Check,
    /// Those left alone rather than those to see to.
    ignored: bool,
    #[cfg_attr(test, ts(type = "number"))]
    offset: usize,
    #[cfg_attr(test, ts(type = "number"))]
    limit: usize,
}

/// A page of findings.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CleaningFindings {
    #[cfg_attr(test, ts(type = "number"))]
    total: usize,
    /// Those whose correction is certain first.
    findings: Vec<FindingView>,
    /// What the records are called that the values refer to, by reference.
    names: BTreeMap<String, String>,
}

/// A finding.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct FindingView {
    /// The record at fault.
    record: NamedRecord,
    /// Whose it is, when it is not the record itself.
    customer: Option<NamedRecord>,
    why: FaultWhy,
    /// The fields to mend, the likeliest first.
    fields: Vec<&'static str>,
    /// What they hold, by field.
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
    /// The record that shows the fault, when another one does.
    other: Option<NamedRecord>,
    /// What the value was held against.
    #[cfg_attr(test, ts(type = "Value"))]
    against: Value,
    /// The values to write, when nothing else can have been meant.
    #[cfg_attr(test, ts(type = "Values | null"))]
    correction: Option<Values>,
}

/// A record, and what a person would call it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct NamedRecord {
    #[serde(rename = "ref")]
    reference: String,
    entity: Entity,
    label: String,
}

/// The findings of a check.
pub(crate) fn list(reader: &Reader, input: CleaningList) -> Result<CleaningFindings, ApiError> {
    let faults = faults(reader)?;
    let left = LeftAlone::now(reader, &faults)?;
    let asked: Vec<&Fault> = faults
        .iter()
        .filter(|fault| fault.check == input.check && left.has(fault) == input.ignored)
        .collect();
    let mut names = BTreeMap::new();
    let findings = asked
        .iter()
        .skip(input.offset)
        .take(input.limit.min(LONGEST_PAGE))
        .map(|fault| finding(reader, fault, &mut names))
        .collect::<Result<_, _>>()?;
    Ok(CleaningFindings {
        total: asked.len(),
        findings,
        names,
    })
}

fn finding(
    reader: &Reader,
    fault: &Fault,
    names: &mut BTreeMap<String, String>,
) -> Result<FindingView, ApiError> {
    let (entity, id) = fault.record;
    let mut record = records::read(reader, entity, id)?;
    record
        .values
        .retain(|key, _| fault.fields.contains(&key.as_str()));
    let customer = fault
        .customer
        .map(|customer| (Entity::Customer, customer))
        .filter(|customer| *customer != fault.record);
    let correction = fault.is_certain().then(|| correction(fault));
    for value in record
        .values
        .values()
        .chain(correction.iter().flat_map(BTreeMap::values))
    {
        name_reference(reader, value, names)?;
    }
    Ok(FindingView {
        record: NamedRecord {
            reference: record.reference,
            entity,
            label: record.label,
        },
        customer: customer.map(|customer| named(reader, customer)).transpose()?,
        why: fault.why,
        fields: fault.fields.clone(),
        values: record.values,
        other: fault.other.map(|other| named(reader, other)).transpose()?,
        against: fault.against.clone(),
        correction,
    })
}

/// The values to write, by field.
pub(super) fn correction(fault: &Fault) -> Values {
    let values = fault.correction.iter();
    values
        .map(|(key, value)| ((*key).to_owned(), value.clone()))
        .collect()
}

fn named(reader: &Reader, (entity, id): Ref) -> Result<NamedRecord, ApiError> {
    let record = records::read(reader, entity, id)?;
    Ok(NamedRecord {
        reference: record.reference,
        entity,
        label: record.label,
    })
}

fn name_reference(
    reader: &Reader,
    value: &Value,
    names: &mut BTreeMap<String, String>,
) -> Result<(), ApiError> {
    let Some((entity, id)) = value
        .text()
        .and_then(|text| crate::fields::parse_any_reference(text).ok())
    else {
        return Ok(());
    };
    if let Some(found) = records::rows::read(reader, entity, id)? {
        names.insert(entity.reference(id), records::view(entity, id, found).label);
    }
    Ok(())
}
