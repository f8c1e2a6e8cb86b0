//! Freezing a targeting: whoever is in it now stays in it, and nobody else comes.

use super::rows;
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, TargetProblem, TargetProblemCode};
use crate::fields::Entity;
use crate::lists::ids_of;
use crate::reader::{Reader, Writer};
use crate::records::{Values, write_checked};
use crate::targeting::members::saved;
use crate::targeting::names::Lexicon;
use crate::targeting::text::parse_sorts;
use crate::targeting::{Sort, Target, TargetMode, refuse_unsound};
use serde::Deserialize;

/// Which targeting, and whether it follows the data from now on.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetFreeze {
    #[serde(rename = "ref")]
    reference: String,
    mode: TargetMode,
}

/// Freezes a targeting on its records of today, in its order, or lets it live again.
///
/// # Errors
/// `BadTarget` when it cannot be applied, or nobody is in it.
pub(crate) fn freeze(writer: &mut Writer, input: TargetFreeze) -> Result<ChangeDone, ApiError> {
    let known = saved(writer, &input.reference)?;
    let lexicon = Lexicon::of(writer)?;
    let target = known.target(&lexicon)?;
    if input.mode == TargetMode::Frozen {
        refuse_unsound(writer, &target)?;
    }
    let sorts = parse_sorts(&lexicon, &known.sort, target.entity).unwrap_or_default();
    let ((), done) = transact(writer, ChangeName::TargetingFreeze, |reader, change| {
        let values = Values::from([("mode".to_owned(), input.mode.code().into())]);
        match input.mode {
            TargetMode::Frozen => freeze_now(reader, change, known.id, &target, &sorts)?,
            TargetMode::Live => rows::forget(change, known.id)?,
        }
        write_checked(reader, change, Entity::Targeting, known.id, &values)?;
        Ok(((), known.name.clone()))
    })?;
    Ok(done)
}

/// Keeps the records that fulfil a condition now.
pub(super) fn freeze_now(
    reader: &Reader,
    change: &Change,
    id: i64,
    target: &Target,
    sorts: &[Sort],
) -> Result<(), ApiError> {
    let ids = ids_of(reader, target, sorts)?;
    if ids.is_empty() {
        // Without members, a frozen targeting is one that a workbook brought: its condition is then looked at.
        return Err(ApiError::BadTarget {
            problems: vec![TargetProblem::new(TargetProblemCode::NobodyToFreeze)],
        });
    }
    rows::forget(change, id)?;
    rows::keep(change, id, &ids)
}
