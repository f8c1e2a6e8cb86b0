//! The SQL of lists. First the ids of the page, in order, from the narrowest source that can give them (an index, most
//! often); then the values of those rows alone.

use super::ListRow;
use super::conditions::{Conditions, Kept, names_facts, names_facts_alone, sort_key, uses_facts};
use crate::error::ApiError;
use crate::fields::{Entity, EntityFields, Field};
use crate::reader::Reader;
use crate::records::rows::{facts_of, source_of, sql_of};
use crate::records::to_wire;
use crate::search::quick_match;
use crate::values::Value;
use rusqlite::{ToSql, named_params, params_from_iter};

/// Matches above this number are met sooner by walking the sorted list than by looking each one up.
const MANY: i64 = 2_000;

pub(super) struct ListQuery<'a> {
    pub(super) known: &'static EntityFields,
    pub(super) sorts: Vec<(&'static Field, bool)>,
    pub(super) quick: &'a str,
    pub(super) filters: Vec<Kept>,
}

impl ListQuery<'_> {
    /// How many rows there are in all, and the ids of the page.
    pub(super) fn ids(&self, reader: &Reader, offset: u32, limit: u32) -> Result<(i64, Vec<i64>), ApiError> {
        let mut conditions = Conditions::of(reader, &self.filters);
        if self.known.entity != Entity::Customer {
            conditions.words(self.known, self.quick);
        } else if let Some(expression) = quick_match(self.quick) {
            if matches(reader, &expression)? > MANY {
                return self.walk(
                    reader,
                    &conditions,
                    &Marked::of(reader, &expression)?,
                    offset,
                    limit,
                );
            }
            conditions.search(&self.id(), expression);
        }
        self.page(reader, conditions, offset, limit)
    }

    fn page(
        &self,
        reader: &Reader,
        mut conditions: Conditions,
        offset: u32,
        limit: u32,
    ) -> Result<(i64, Vec<i64>), ApiError> {
        let conn = reader.store.conn();
        let counted = format!(
            "SELECT count(*), ?1 FROM {}{}",
            self.source(),
            conditions.filter()
        );
        let total = conn
            .prepare_cached(&counted)?
            .query_row(params_from_iter(&conditions.parameters), |row| row.get(0))?;
        let place = conditions.parameters.len();
        let page = format!(
            "{} LIMIT ?{} OFFSET ?{}",
            self.sorted(&conditions),
            place + 1,
            place + 2
        );
        conditions
            .parameters
            .extend([Value::Int(i64::from(limit)), Value::Int(i64::from(offset))]);
        let mut statement = conn.prepare_cached(&page)?;
        let ids = statement
            .query_map(params_from_iter(&conditions.parameters), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok((total, ids))
    }

    /// Walks the sorted list and keeps what is marked.
    fn walk(
        &self,
        reader: &Reader,
        conditions: &Conditions,
        marked: &Marked,
        offset: u32,
        limit: u32,
    ) -> Result<(i64, Vec<i64>), ApiError> {
        let mut statement = reader.store.conn().prepare_cached(&self.sorted(conditions))?;
        let mut rows = statement.query(params_from_iter(&conditions.parameters))?;
        let (mut met, mut ids) = (0_i64, Vec::new());
        let page = i64::from(offset)..i64::from(offset) + i64::from(limit);
        // Without another filter, all that is marked is in the list: no need to walk on past the page.
        let known = conditions.sql.is_empty().then_some(marked.count);
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if !marked.has(id) {
                continue;
            }
            if page.contains(&met) {
                ids.push(id);
            }
            met += 1;
            if met >= page.end.min(known.unwrap_or(i64::MAX)) && known.is_some() {
                break;
            }
        }
        Ok((known.unwrap_or(met), ids))
    }

    fn sorted(&self, conditions: &Conditions) -> String {
        format!(
            "SELECT {}, ?1 FROM {}{} ORDER BY {}",
            self.id(),
            self.source(),
            conditions.filter(),
            self.order()
        )
    }

    /// The narrowest source: a table alone when it has all that sorts and filters name, what is kept first when the list is
    /// in its order, so that its index gives it.
    fn source(&self) -> String {
        let table = self.known.table;
        let sorts: Vec<String> = self
            .sorts
            .iter()
            .map(|(field, _)| sort_key(self.known, field, false).0)
            .collect();
        let mut named = sorts.clone();
        named.extend(self.filters.iter().map(|kept| kept.names(self.known)));
        // The words of a customer are found by id; those of anything else in its own columns.
        if self.known.entity != Entity::Customer && !self.quick.trim().is_empty() {
            named.push(format!("{table}."));
        }
        match facts_of(self.known.entity) {
            Some(facts) if named.iter().any(|sql| names_facts(sql)) => {
                if named.iter().all(|sql| names_facts_alone(self.known, sql)) {
                    format!("{facts} AS facts")
                } else if sorts
                    .first()
                    .is_some_and(|sql| names_facts_alone(self.known, sql))
                {
                    format!("{facts} AS facts CROSS JOIN {table} ON {table}.id = facts.rowid")
                } else {
                    format!("{table} CROSS JOIN {facts} AS facts ON facts.rowid = {table}.id")
                }
            }
            _ => table.to_owned(),
        }
    }

    fn id(&self) -> String {
        if facts_of(self.known.entity).is_some_and(|facts| self.source().starts_with(facts)) {
            "facts.rowid".to_owned()
        } else {
            format!("{}.id", self.known.table)
        }
    }

    fn order(&self) -> String {
        let mut terms = Vec::with_capacity(self.sorts.len() + 1);
        let mut way = "ASC";
        for (field, descending) in &self.sorts {
            let (sql, descending) = sort_key(self.known, field, *descending);
            way = if descending { "DESC" } else { "ASC" };
            terms.push(format!("{sql} {way} NULLS LAST"));
        }
        // Rows that are equal go the way of the last sort, so that an index read backwards gives the whole order.
        terms.push(format!("{} {way}", self.id()));
        terms.join(", ")
    }
}

fn matches(reader: &Reader, expression: &str) -> Result<i64, ApiError> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)";
    Ok(reader
        .store
        .conn()
        .prepare_cached(sql)?
        .query_row((expression, MANY + 1), |row| row.get(0))?)
}

/// The customers that match, one bit each.
struct Marked {
    bits: Vec<u64>,
    count: i64,
}

impl Marked {
    fn of(reader: &Reader, expression: &str) -> Result<Self, ApiError> {
        let mut statement = reader
            .store
            .conn()
            .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1")?;
        let mut rows = statement.query([expression])?;
        let mut marked = Self {
            bits: Vec::new(),
            count: 0,
        };
        while let Some(row) = rows.next()? {
            let id = usize::try_from(row.get::<_, i64>(0)?).unwrap_or_default();
            if marked.bits.len() <= id / 64 {
                marked.bits.resize(id / 64 + 1024, 0);
            }
            marked.bits[id / 64] |= 1 << (id % 64);
            marked.count += 1;
        }
        Ok(marked)
    }

    fn has(&self, id: i64) -> bool {
        usize::try_from(id).is_ok_and(|id| {
            self.bits
                .get(id / 64)
                .is_some_and(|bits| bits >> (id % 64) & 1 == 1)
        })
    }
}

/// The values of some columns for some rows, in their order.
pub(super) fn values(
    reader: &Reader,
    known: &'static EntityFields,
    columns: &[&'static Field],
    ids: &[i64],
) -> Result<Vec<ListRow>, ApiError> {
    let selected: String = columns
        .iter()
        .map(|field| format!(", {}", sql_of(known, field)))
        .collect();
    let source = if columns.iter().any(|field| uses_facts(field)) {
        source_of(known)
    } else {
        known.table
    };
    let sql = format!(
        "SELECT :today{selected} FROM {source} WHERE {}.id = :id",
        known.table
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let today = reader.today().to_string();
    ids.iter()
        .map(|id| {
            let parameters: &[(&str, &dyn ToSql)] = named_params! {":today": today, ":id": id};
            let values = statement.query_row(parameters, |row| {
                columns
                    .iter()
                    .enumerate()
                    .map(|(place, field)| Ok(to_wire(field, row.get(place + 1)?)))
                    .collect()
            })?;
            Ok(ListRow {
                reference: known.entity.reference(*id),
                values,
            })
        })
        .collect()
}
