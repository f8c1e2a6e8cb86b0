//! A list as a targeting: its filters, and the condition that it is under, as one tree that people can build on.

use super::filter::{Filter, node_of};
use super::shown;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::targeting::{Target, TargetNode, refuse_unsound};
use serde::Deserialize;

/// Which list. The words of its quick search are no condition.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ListAsTarget {
    entity: Entity,
    filters: Vec<Filter>,
    /// The condition that the list is under, if any.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    target: Option<Target>,
}

/// The targeting that keeps the rows of a list.
///
/// # Errors
/// `Invalid` for a filter that cannot be applied, `BadTarget` for a condition that cannot be one of a targeting.
pub(crate) fn as_target(reader: &Reader, input: ListAsTarget) -> Result<Target, ApiError> {
    let known = shown(reader, input.entity)?;
    let mut of = Vec::new();
    for filter in &input.filters {
        match node_of(reader, known, filter)? {
            TargetNode::All { of: several } => of.extend(several),
            one => of.push(one),
        }
    }
    of.extend(input.target.map(|target| target.root));
    let target = Target {
        entity: input.entity,
        root: TargetNode::All { of }.tidied(),
        format: None,
    };
    refuse_unsound(reader, &target)?;
    Ok(target)
}
