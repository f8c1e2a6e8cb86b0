//! What an edit of many records would do.

use super::{BulkAsked, Fate, fate, refuse_what_fits_none, tell};
use crate::error::{ApiError, Problem};
use crate::reader::Reader;
use crate::records::{self, Values};
use crate::values::Value;
use serde::Serialize;
use std::collections::HashMap;

/// Records shown of each sort.
const SHOWN: usize = 12;

/// How many records would be edited, and what they hold now.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BulkPreview {
    /// Records chosen.
    pub(crate) chosen: usize,
    /// Records that would be edited.
    pub(crate) edited: usize,
    /// Records that hold these values already.
    pub(crate) same: usize,
    /// Records that cannot hold them.
    pub(crate) refused: usize,
    /// The values that would be replaced, the most numerous first.
    pub(crate) replaced: Vec<Replaced>,
    /// The first records that would be edited.
    pub(crate) first: Vec<BulkRecord>,
    /// The first that would be left as they are, and why.
    pub(crate) refusals: Vec<BulkRefusal>,
}

/// A value that would be replaced.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Replaced {
    pub(crate) field: String,
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) value: Value,
    pub(crate) count: usize,
}

/// A record, and what it holds now.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BulkRecord {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    pub(crate) label: String,
    #[cfg_attr(test, ts(type = "Values"))]
    pub(crate) before: Values,
}

/// A record that cannot hold the values.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BulkRefusal {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    pub(crate) label: String,
    pub(crate) problem: Problem,
}

/// Tries the edit on each record and changes nothing.
pub(crate) fn preview(reader: &Reader, input: BulkAsked) -> Result<BulkPreview, ApiError> {
    refuse_what_fits_none(reader, &input)?;
    let entity = input.chosen.entity;
    let ids = input.chosen.ids(reader)?;
    let mut seen = BulkPreview {
        chosen: ids.len(),
        ..BulkPreview::default()
    };
    let mut replaced: HashMap<(String, Value), usize> = HashMap::new();
    for (place, id) in ids.into_iter().enumerate() {
        tell(reader, place, seen.chosen);
        match fate(reader, &input, id)? {
            Fate::Same => seen.same += 1,
            Fate::Refused(problem) => {
                seen.refused += 1;
                if seen.refusals.len() < SHOWN {
                    let record = records::read(reader, entity, id)?;
                    seen.refusals.push(BulkRefusal {
                        reference: record.reference,
                        label: record.label,
                        problem,
                    });
                }
            }
            Fate::Different(before) => {
                seen.edited += 1;
                for (key, value) in &before {
                    *replaced.entry((key.clone(), value.clone())).or_default() += 1;
                }
                if seen.first.len() < SHOWN {
                    let record = records::read(reader, entity, id)?;
                    seen.first.push(BulkRecord {
                        reference: record.reference,
                        label: record.label,
                        before,
                    });
                }
            }
        }
    }
    seen.replaced = replaced
        .into_iter()
        .map(|((field, value), count)| Replaced { field, value, count })
        .collect();
    seen.replaced.sort_by(|left, right| {
        (right.count.cmp(&left.count))
            .then_with(|| left.field.cmp(&right.field))
            .then_with(|| format!("{:?}", left.value).cmp(&format!("{:?}", right.value)))
    });
    seen.replaced.truncate(SHOWN);
    Ok(seen)
}
