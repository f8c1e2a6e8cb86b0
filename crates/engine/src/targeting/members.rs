//! A saved targeting inside another one: what it is, and whether it may stand there.

use super::names::Lexicon;
use super::tree::Target;
use super::{TargetMode, text};
use crate::error::{ApiError, TargetProblem, TargetProblemCode as Code};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::rows;
use std::collections::HashSet;

/// What is kept of a targeting.
pub(crate) struct Saved {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) mode: TargetMode,
    /// The text form of its condition.
    pub(crate) definition: String,
    /// The text form of its order.
    pub(crate) sort: String,
}

impl Saved {
    /// Its tree.
    ///
    /// # Errors
    /// `BadTarget` when the definition cannot be understood, or no more.
    pub(crate) fn target(&self, lexicon: &Lexicon) -> Result<Target, ApiError> {
        text::parse(lexicon, &self.definition).map_err(|problems| ApiError::BadTarget { problems })
    }
}

/// The condition of a saved targeting.
///
/// # Errors
/// `NotFound`, `BadTarget` when it cannot be understood.
pub(crate) fn condition_of(reader: &Reader, reference: &str) -> Result<Target, ApiError> {
    saved(reader, reference)?.target(&Lexicon::of(reader)?)
}

/// A saved targeting by its reference.
///
/// # Errors
/// `NotFound`.
pub(crate) fn saved(reader: &Reader, reference: &str) -> Result<Saved, ApiError> {
    let id = match parse_any_reference(reference)? {
        (Entity::Targeting, id) => id,
        _ => return Err(ApiError::not_found(reference)),
    };
    let found = rows::read(reader, Entity::Targeting, id)?.ok_or_else(|| ApiError::not_found(reference))?;
    let of = |key: &str| {
        found
            .iter()
            .find(|(field, _)| field.key == key)
            .and_then(|(_, value)| value.text())
            .unwrap_or_default()
            .to_owned()
    };
    Ok(Saved {
        id,
        name: of("name"),
        description: of("description"),
        mode: if of("mode") == TargetMode::Frozen.code() {
            TargetMode::Frozen
        } else {
            TargetMode::Live
        },
        definition: of("definition"),
        sort: of("sort"),
    })
}

/// Why a saved targeting cannot stand in another one of records of `entity`; nothing when it can.
pub(crate) fn problems_of(
    reader: &Reader,
    entity: Entity,
    reference: &str,
) -> Result<Vec<TargetProblem>, ApiError> {
    let mut inside = HashSet::new();
    let problem = met(reader, entity, reference, &mut inside)?;
    Ok(problem
        .map(|code| TargetProblem::new(code).word(reference))
        .into_iter()
        .collect())
}

/// Follows the targetings that it stands on in its turn.
fn met(
    reader: &Reader,
    entity: Entity,
    reference: &str,
    inside: &mut HashSet<String>,
) -> Result<Option<Code>, ApiError> {
    let saved = match saved(reader, reference) {
        Ok(saved) => saved,
        Err(ApiError::NotFound { .. }) => return Ok(Some(Code::UnknownTargeting)),
        Err(error) => return Err(error),
    };
    let own = Entity::Targeting.reference(saved.id);
    if !inside.insert(own.clone()) || inside.len() > MOST_NESTED {
        return Ok(Some(Code::Cycle));
    }
    let Ok(target) = saved.target(&Lexicon::of(reader)?) else {
        return Ok(Some(Code::UnknownTargeting));
    };
    if target.entity != entity {
        return Ok(Some(Code::OtherEntity));
    }
    if saved.mode == TargetMode::Live {
        for (entity, reference) in target.members() {
            if let Some(code) = met(reader, entity, &reference, inside)? {
                return Ok(Some(code));
            }
        }
    }
    inside.remove(&own);
    Ok(None)
}

/// Targetings within targetings.
const MOST_NESTED: usize = 8;
