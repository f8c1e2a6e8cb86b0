//! Which cars a targeting of customers is about: those that its conditions on vehicles keep.

use crate::error::ApiError;
use crate::fields::Entity;
use crate::lists::ids_of;
use crate::reader::Reader;
use crate::targeting::{Target, TargetNode, TargetQuantity, condition_of};
use std::collections::HashSet;

const CARS: &str = "vehicle.customer_id";
/// Targetings within targetings.
const DEEPEST: usize = 8;

/// The cars that fulfil what is asked of cars; none when nothing is.
pub(super) fn cars(reader: &Reader, target: &Target) -> Result<HashSet<i64>, ApiError> {
    let mut asked = Vec::new();
    gather(reader, &target.root, &mut asked, 0)?;
    let mut those: Option<HashSet<i64>> = None;
    for node in asked {
        let target = Target {
            entity: Entity::Vehicle,
            root: node,
            format: None,
        };
        let found: HashSet<i64> = ids_of(reader, &target, &[])?.into_iter().collect();
        those = Some(match those {
            // Two conditions may be of two cars: those of both come first, else those of either.
            Some(known) => {
                let both: HashSet<i64> = known.intersection(&found).copied().collect();
                if both.is_empty() {
                    known.union(&found).copied().collect()
                } else {
                    both
                }
            }
            None => found,
        });
    }
    Ok(those.unwrap_or_default())
}

fn gather(
    reader: &Reader,
    node: &TargetNode,
    asked: &mut Vec<TargetNode>,
    deep: usize,
) -> Result<(), ApiError> {
    match node {
        TargetNode::All { of } => {
            for node in of {
                gather(reader, node, asked, deep)?;
            }
        }
        TargetNode::Related {
            relation,
            quantity: TargetQuantity::AtLeast { .. },
            node,
        } if relation == CARS && !node.is_vacant() => {
            asked.push((**node).clone());
        }
        TargetNode::Member { targeting } if deep < DEEPEST => {
            let target = condition_of(reader, targeting)?;
            if target.entity == Entity::Customer {
                gather(reader, &target.root, asked, deep + 1)?;
            }
        }
        _ => {}
    }
    Ok(())
}
