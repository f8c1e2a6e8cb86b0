//! Keeping a targeting under a name.

use super::freeze::freeze_now;
use crate::change::{ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::reader::Writer;
use crate::records::{Created, Values, insert_checked, write_checked};
use crate::targeting::members::saved;
use crate::targeting::names::Lexicon;
use crate::targeting::text::{print, print_sorts};
use crate::targeting::{Sort, Target, TargetMode, refuse_unsound};
use serde::Deserialize;

/// A targeting to keep: a new one, or the one of this reference as it is from now on.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetSave {
    #[serde(rename = "ref")]
    reference: Option<String>,
    name: String,
    description: String,
    target: Target,
    sorts: Vec<Sort>,
}

/// A targeting to copy under another name.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetDuplicate {
    #[serde(rename = "ref")]
    reference: String,
    name: String,
}

/// Keeps a targeting as one change. One that was frozen is frozen anew on its new condition.
///
/// # Errors
/// `BadTarget` when it cannot be applied; `Invalid` for a name that is missing, or that another one bears.
pub(crate) fn save(writer: &mut Writer, input: TargetSave) -> Result<Created, ApiError> {
    refuse_unsound(writer, &input.target)?;
    refuse_itself(writer, &input)?;
    let entity = input.target.entity;
    let lexicon = Lexicon::of(writer)?;
    let mut values = Values::from([
        ("name".to_owned(), input.name.trim().into()),
        ("description".to_owned(), input.description.trim().into()),
        ("definition".to_owned(), print(&lexicon, &input.target).into()),
        (
            "sort".to_owned(),
            print_sorts(&lexicon, &input.sorts, entity).into(),
        ),
    ]);
    let before = input
        .reference
        .as_deref()
        .map(|reference| saved(writer, reference))
        .transpose()?;
    refuse_name_taken(writer, &input.name, before.as_ref().map(|known| known.id))?;
    let (reference, done) = transact(writer, ChangeName::TargetingSave, |reader, change| {
        let id = match &before {
            None => {
                values.insert("mode".to_owned(), TargetMode::Live.code().into());
                insert_checked(reader, change, Entity::Targeting, &values)?
            }
            Some(known) => {
                write_checked(reader, change, Entity::Targeting, known.id, &values)?;
                if known.mode == TargetMode::Frozen {
                    freeze_now(reader, change, known.id, &input.target, &input.sorts)?;
                }
                known.id
            }
        };
        Ok((Entity::Targeting.reference(id), input.name.trim().to_owned()))
    })?;
    Ok(Created { reference, done })
}

/// Copies a targeting; the copy is live.
pub(crate) fn duplicate(writer: &mut Writer, input: TargetDuplicate) -> Result<Created, ApiError> {
    let known = saved(writer, &input.reference)?;
    refuse_name_taken(writer, &input.name, None)?;
    let values = Values::from([
        ("name".to_owned(), input.name.trim().into()),
        ("description".to_owned(), known.description.into()),
        ("mode".to_owned(), TargetMode::Live.code().into()),
        ("definition".to_owned(), known.definition.into()),
        ("sort".to_owned(), known.sort.into()),
    ]);
    let (reference, done) = transact(writer, ChangeName::TargetingSave, |reader, change| {
        let id = insert_checked(reader, change, Entity::Targeting, &values)?;
        Ok((Entity::Targeting.reference(id), input.name.trim().to_owned()))
    })?;
    Ok(Created { reference, done })
}

/// A targeting that stands on itself could not be applied once it is kept.
fn refuse_itself(writer: &Writer, input: &TargetSave) -> Result<(), ApiError> {
    let Some(own) = &input.reference else {
        return Ok(());
    };
    for (_, member) in input.target.members() {
        if stands_on(writer, &member, own, 0)? {
            let problem = crate::TargetProblem::new(crate::TargetProblemCode::Cycle).word(own);
            return Err(ApiError::BadTarget {
                problems: vec![problem],
            });
        }
    }
    Ok(())
}

fn stands_on(writer: &Writer, reference: &str, own: &str, deep: usize) -> Result<bool, ApiError> {
    if reference == own {
        return Ok(true);
    }
    // What is kept already stands on no more than a few others: `members` refuses more.
    if deep > 16 {
        return Ok(false);
    }
    let Ok(target) = saved(writer, reference)?.target(&Lexicon::of(writer)?) else {
        return Ok(false);
    };
    for (_, member) in target.members() {
        if stands_on(writer, &member, own, deep + 1)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn refuse_name_taken(writer: &Writer, name: &str, but: Option<i64>) -> Result<(), ApiError> {
    if super::rows::is_name_taken(writer, name.trim(), but)? {
        return Err(ApiError::invalid(Problem::new("name", ProblemCode::AlreadyUsed)));
    }
    Ok(())
}
