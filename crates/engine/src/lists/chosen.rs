//! Rows chosen in a list: those named, or all of the list but those named.

use super::{Filter, Sort, narrowed, rows, shown, sorts_of};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::targeting::Target;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Which records of which list.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Chosen {
    pub(crate) entity: Entity,
    pub(crate) quick: String,
    pub(crate) filters: Vec<Filter>,
    pub(crate) sorts: Vec<Sort>,
    /// The condition that the list was under, if any.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub(crate) target: Option<Target>,
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
        let named = self.named()?;
        if !self.all {
            return Ok(named);
        }
        let mut ids = self.whole(reader)?;
        let but: HashSet<i64> = named.into_iter().collect();
        ids.retain(|id| !but.contains(id));
        Ok(ids)
    }

    /// The same, in the order of the list even when they are named one by one.
    pub(crate) fn ids_in_order(&self, reader: &Reader) -> Result<Vec<i64>, ApiError> {
        if self.all {
            return self.ids(reader);
        }
        let named = self.named()?;
        let wanted: HashSet<i64> = named.iter().copied().collect();
        let mut ids = self.whole(reader)?;
        ids.retain(|id| wanted.contains(id));
        // Rows chosen before the list was narrowed come last.
        let listed: HashSet<i64> = ids.iter().copied().collect();
        ids.extend(named.into_iter().filter(|id| !listed.contains(id)));
        Ok(ids)
    }

    /// The ids named one by one.
    pub(super) fn named(&self) -> Result<Vec<i64>, ApiError> {
        self.refs
            .iter()
            .map(|reference| match parse_any_reference(reference)? {
                (entity, id) if entity == self.entity => Ok(id),
                _ => Err(ApiError::not_found(reference)),
            })
            .collect()
    }

    fn whole(&self, reader: &Reader) -> Result<Vec<i64>, ApiError> {
        let known = shown(reader, self.entity)?;
        let query = rows::ListQuery {
            known,
            sorts: sorts_of(known, &self.sorts)?,
            quick: &self.quick,
            filters: narrowed(reader, known, &self.filters, self.target.as_ref())?,
        };
        Ok(query.ids(reader, 0, u32::MAX)?.1)
    }
}
