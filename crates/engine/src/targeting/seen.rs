//! A targeting seen from other records than its own: the invoices of its customers, the customers of its cars.

use super::check::refuse_unsound;
use super::relations::{Relation, way};
use super::tree::{Target, TargetNode, TargetQuantity};
use crate::error::{ApiError, TargetProblem, TargetProblemCode};
use crate::fields::Entity;
use crate::reader::Reader;

/// The condition that keeps the records of `entity` which are in a targeting, or are related to one that is.
///
/// # Errors
/// `BadTarget` for a targeting that cannot be applied, or whose records nothing relates to these.
pub(crate) fn seen_from(reader: &Reader, entity: Entity, target: &Target) -> Result<Target, ApiError> {
    refuse_unsound(reader, target)?;
    if target.entity == entity {
        return Ok(target.clone());
    }
    let Some(way) = way(entity, target.entity) else {
        let other = TargetProblem::new(TargetProblemCode::OtherEntity).word(entity.fields().plural);
        return Err(ApiError::BadTarget {
            problems: vec![other],
        });
    };
    Ok(Target {
        entity,
        root: way.iter().rev().fold(target.root.clone(), one_at_least),
        format: target.format,
    })
}

fn one_at_least(node: TargetNode, relation: &Relation) -> TargetNode {
    TargetNode::Related {
        relation: relation.key(),
        quantity: TargetQuantity::AtLeast { n: 1 },
        node: Box::new(node),
    }
}
