//! Rows chosen in a list: those named, or all of the list but those named.

use super::{Filter, Sort, filters_of, rows, shown, sorts_of};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use serde::Deserialize;
use std::collections::HashSet;

/// Which records of which list.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Chosen {
    pub(crate) entity: Entity,
    pub(crate) quick: String,
    pub(crate) filters: Vec<Filter>,
    pub(crate) sorts: Vec<Sort>,
    /// All of the list but `refs`; otherwise `refs` alone.
    pub(crate) all: bool,
    pub(crate) refs: Vec<String>,
}

impl Chosen {
    /// The ids of the records, in the order of the list when they are taken from it.
    ///
    /// # Errors
    /// `NotFound` for a reference of another entity, `Invalid` for an unknown field.
    pub(crate) fn ids(&self, reader: &Reader) -> Result<Vec<i64>, ApiError> {
        let known = shown(reader, self.entity)?;
        let named = self
            .refs
            .iter()
            .map(|reference| match parse_any_reference(reference)? {
                (entity, id) if entity == self.entity => Ok(id),
                _ => Err(ApiError::not_found(reference)),
            })
            .collect::<Result<Vec<i64>, ApiError>>()?;
        if !self.all {
            return Ok(named);
        }
        let query = rows::ListQuery {
            known,
            sorts: sorts_of(known, &self.sorts)?,
            quick: &self.quick,
            filters: filters_of(known, &self.filters)?,
        };
        let (_, mut ids) = query.ids(reader, 0, u32::MAX)?;
        let but: HashSet<i64> = named.into_iter().collect();
        ids.retain(|id| !but.contains(id));
        Ok(ids)
    }
}
