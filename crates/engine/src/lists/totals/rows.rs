//! The SQL of totals.

use crate::error::ApiError;
use crate::fields::{EntityFields, Field};
use crate::lists::conditions::{Conditions, Kept, names_facts, numbered, uses_facts};
use crate::reader::Reader;
use crate::records::rows::{source_of, sql_of};
use rusqlite::params_from_iter;

pub(super) struct TotalsQuery<'a> {
    pub(super) known: &'static EntityFields,
    pub(super) quick: &'a str,
    pub(super) filters: Vec<Kept>,
    /// These alone, or all but these.
    pub(super) named: Vec<i64>,
    pub(super) all: bool,
}

impl TotalsQuery<'_> {
    /// How many rows there are; of each column, how many hold a number and what they come to.
    pub(super) fn totals(
        &self,
        reader: &Reader,
        columns: &[&'static Field],
    ) -> Result<(i64, Vec<(i64, i64)>), ApiError> {
        let mut conditions = Conditions::of(reader, &self.filters);
        conditions.quick(self.known, self.quick);
        if !self.all || !self.named.is_empty() {
            conditions.named(self.known, &self.named, !self.all);
        }
        let sums: String = columns
            .iter()
            .map(|field| numbered(&sql_of(self.known, field)))
            .map(|sql| format!(", count({sql}), coalesce(sum({sql}), 0)"))
            .collect();
        let facts = columns.iter().any(|field| uses_facts(field))
            || self
                .filters
                .iter()
                .any(|kept| names_facts(&kept.names(self.known)));
        let source = if facts {
            source_of(self.known)
        } else {
            self.known.table
        };
        let sql = format!("SELECT ?1, count(*){sums} FROM {source}{}", conditions.filter());
        let mut statement = reader.store.conn().prepare_cached(&sql)?;
        Ok(
            statement.query_row(params_from_iter(&conditions.parameters), |row| {
                let found = (0..columns.len())
                    .map(|place| Ok((row.get(2 + place * 2)?, row.get(3 + place * 2)?)))
                    .collect::<rusqlite::Result<_>>()?;
                Ok((row.get(1)?, found))
            })?,
        )
    }
}
