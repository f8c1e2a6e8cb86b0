//! How likely it is that somebody told of, who has no record yet, is one of some customers: by the comparison of the queue.

use super::{Raw, rows, subject_of};
use crate::error::ApiError;
use crate::reader::Reader;
use ::duplicates::find as compare;
use std::collections::BTreeMap;

/// How many others are looked at: they tell how rare a name is.
const STRANGERS: i64 = 300;

/// In a hundred, for each of these customers.
///
/// # Errors
/// Those of reading.
pub(crate) fn likeness(
    reader: &Reader,
    told: &Raw,
    customers: &[i64],
) -> Result<BTreeMap<i64, u32>, ApiError> {
    if customers.is_empty() {
        return Ok(BTreeMap::new());
    }
    let raws = rows::among(reader, customers, STRANGERS)?;
    let own = raws.len();
    let found = compare(raws.iter().map(|(_, raw)| raw).chain([told]).map(subject_of), 0.0);
    let theirs = found.pairs.iter().filter(|pair| pair.right == own);
    let scores = theirs.map(|pair| (raws[pair.left].0, (pair.score * 100.0).round() as u32));
    Ok(scores.filter(|(id, _)| customers.contains(id)).collect())
}
