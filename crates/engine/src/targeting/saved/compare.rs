//! Two targetings side by side: who is in one and not in the other.

use crate::error::{ApiError, TargetProblem, TargetProblemCode};
use crate::reader::Reader;
use crate::targeting::rows::count;
use crate::targeting::{Target, TargetNode, refuse_unsound};
use serde::{Deserialize, Serialize};

/// Two trees on records of the same kind; a saved targeting is a tree of one `member`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetCompare {
    left: Target,
    right: Target,
}

/// How many are in each part, and the tree by which a list shows it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetCompared {
    left_only: TargetPart,
    both: TargetPart,
    right_only: TargetPart,
}

/// One part.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetPart {
    count: i64,
    target: Target,
}

/// Compares two targetings.
///
/// # Errors
/// `BadTarget` when one cannot be applied, or they are of different records.
pub(crate) fn compare(reader: &Reader, input: TargetCompare) -> Result<TargetCompared, ApiError> {
    let TargetCompare { left, right } = input;
    refuse_unsound(reader, &left)?;
    refuse_unsound(reader, &right)?;
    if left.entity != right.entity {
        let other = TargetProblem::new(TargetProblemCode::OtherEntity).word(right.entity.fields().plural);
        return Err(ApiError::BadTarget {
            problems: vec![other],
        });
    }
    let not = |node: &TargetNode| match node.is_vacant() {
        // Nobody is out of everybody.
        true => TargetNode::nobody(left.entity),
        false => TargetNode::Not {
            node: Box::new(node.clone()),
        },
    };
    let part = |of: Vec<TargetNode>| {
        let target = Target {
            entity: left.entity,
            root: TargetNode::All { of },
            format: None,
        };
        Ok::<_, ApiError>(TargetPart {
            count: count(reader, target.entity, &target.root)?,
            target,
        })
    };
    Ok(TargetCompared {
        left_only: part(vec![left.root.clone(), not(&right.root)])?,
        both: part(vec![left.root.clone(), right.root.clone()])?,
        right_only: part(vec![not(&left.root), right.root.clone()])?,
    })
}
