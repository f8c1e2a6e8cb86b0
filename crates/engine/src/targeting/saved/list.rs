//! The saved targetings, and one of them opened.

use super::rows;
use crate::change::Nothing;
use crate::error::{ApiError, TargetProblem};
use crate::fields::Entity;
use crate::reader::Reader;
use crate::targeting::check::problems_of;
use crate::targeting::members::{Saved, saved};
use crate::targeting::names::Lexicon;
use crate::targeting::rows::count;
use crate::targeting::text::{parse_sorts, print};
use crate::targeting::{Sort, Target, TargetMode, TargetNode};
use serde::{Deserialize, Serialize};

/// Every saved targeting, by name.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetsSaved {
    saved: Vec<TargetSaved>,
}

/// A saved targeting, and how many are in it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetSaved {
    #[serde(rename = "ref")]
    reference: String,
    name: String,
    description: String,
    mode: TargetMode,
    /// Of what kind its records are; none when it cannot be understood.
    entity: Option<Entity>,
    /// Its text form.
    text: String,
    sort: String,
    /// None when it cannot be applied.
    count: Option<i64>,
    problems: Vec<TargetProblem>,
}

/// Which one.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetOpen {
    #[serde(rename = "ref")]
    reference: String,
}

/// A saved targeting with its tree.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetOpened {
    #[serde(flatten)]
    saved: TargetSaved,
    /// Its condition; none when it cannot be understood.
    target: Option<Target>,
    sorts: Vec<Sort>,
    /// What a list takes to show whoever is in it: its condition, or its members when it is frozen.
    members: Option<Target>,
}

/// Every saved targeting.
pub(crate) fn list(reader: &Reader, _input: Nothing) -> Result<TargetsSaved, ApiError> {
    let saved = rows::all(reader)?
        .into_iter()
        .map(|id| Ok(opened(reader, &Entity::Targeting.reference(id))?.saved))
        .collect::<Result<_, ApiError>>()?;
    Ok(TargetsSaved { saved })
}

/// One of them.
///
/// # Errors
/// `NotFound`. One that cannot be applied is no error, but an answer that says why.
pub(crate) fn open(reader: &Reader, input: TargetOpen) -> Result<TargetOpened, ApiError> {
    opened(reader, &input.reference)
}

fn opened(reader: &Reader, reference: &str) -> Result<TargetOpened, ApiError> {
    let known = saved(reader, reference)?;
    let reference = Entity::Targeting.reference(known.id);
    let lexicon = Lexicon::of(reader)?;
    let found = match known.target(&lexicon) {
        Ok(target) => {
            let problems = problems_of(reader, &target)?;
            (Some(target), problems)
        }
        Err(ApiError::BadTarget { problems }) => (None, problems),
        Err(error) => return Err(error),
    };
    let (target, mut problems) = found;
    let entity = target.as_ref().map(|target| target.entity);
    let sorts = match entity.map(|entity| parse_sorts(&lexicon, &known.sort, entity)) {
        Some(Ok(sorts)) => sorts,
        Some(Err(more)) => {
            problems.extend(more);
            Vec::new()
        }
        None => Vec::new(),
    };
    let members = target.clone().map(|target| match known.mode {
        TargetMode::Live => target,
        TargetMode::Frozen => Target {
            root: TargetNode::Member {
                targeting: reference.clone(),
            },
            ..target
        },
    });
    let count = match &members {
        Some(members) if problems.is_empty() => Some(count(reader, members.entity, &members.root)?),
        _ => None,
    };
    Ok(TargetOpened {
        saved: described(
            known,
            reference,
            target
                .as_ref()
                .map(|target| (target.entity, print(&lexicon, target))),
            count,
            problems,
        ),
        target,
        sorts,
        members,
    })
}

fn described(
    known: Saved,
    reference: String,
    target: Option<(Entity, String)>,
    count: Option<i64>,
    problems: Vec<TargetProblem>,
) -> TargetSaved {
    TargetSaved {
        reference,
        entity: target.as_ref().map(|(entity, _)| *entity),
        text: target.map_or(known.definition, |(_, text)| text),
        name: known.name,
        description: known.description,
        mode: known.mode,
        sort: known.sort,
        count,
        problems,
    }
}
