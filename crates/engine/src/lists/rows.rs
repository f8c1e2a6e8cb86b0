//! The SQL of lists. First the ids of the page, in order, from the narrowest source that can give them (an index, most
//! often); then the values of those rows alone.

use super::ListRow;
use crate::error::ApiError;
use crate::fields::{Choices, Entity, EntityFields, Field, Kind};
use crate::reader::Reader;
use crate::records::rows::{source_of, sql_of};
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
    pub(super) filters: Vec<(&'static Field, Vec<Value>)>,
}

impl ListQuery<'_> {
    /// How many rows there are in all, and the ids of the page.
    pub(super) fn ids(&self, reader: &Reader, offset: u32, limit: u32) -> Result<(i64, Vec<i64>), ApiError> {
        let conn = reader.store.conn();
        let mut parameters: Vec<Value> = vec![reader.today().to_string().into()];
        let mut conditions = Vec::new();
        if let Some(condition) = self.quick_condition(reader, &mut parameters)? {
            conditions.push(condition);
        }
        for (field, values) in &self.filters {
            conditions.push(filter_condition(self.known, field, values, &mut parameters));
        }
        let source = self.source();
        let filter = if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) };
        let bound = |extra: &[Value]| parameters.iter().chain(extra).cloned().collect::<Vec<_>>();
        let counted = format!("SELECT count(*), ?1 FROM {}{filter}", self.counted_source());
        let total = conn.prepare_cached(&counted)?.query_row(params_from_iter(bound(&[])), |row| row.get(0))?;
        let (limit_at, offset_at) = (parameters.len() + 1, parameters.len() + 2);
        let page = format!(
            "SELECT {}.id, ?1 FROM {source}{filter} ORDER BY {} LIMIT ?{limit_at} OFFSET ?{offset_at}",
            self.known.table,
            self.order()
        );
        let extra = [Value::Int(i64::from(limit)), Value::Int(i64::from(offset))];
        let mut statement = conn.prepare_cached(&page)?;
        let ids = statement.query_map(params_from_iter(bound(&extra)), |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok((total, ids))
    }

    /// The kept sums come first when the list is in their order, so that their index gives it.
    fn source(&self) -> &'static str {
        let first = self.sorts.first().map(|(field, _)| field);
        match (self.known.entity, first) {
            (Entity::Customer, Some(field)) if uses_facts(field) => "customer_facts AS facts CROSS JOIN customer ON customer.id = facts.id",
            (Entity::Customer, _) if self.needs_facts() => "customer CROSS JOIN customer_facts AS facts ON facts.id = customer.id",
            _ => self.known.table,
        }
    }

    fn counted_source(&self) -> &'static str {
        if self.filters.iter().any(|(field, _)| uses_facts(field)) { source_of(self.known) } else { self.known.table }
    }

    fn needs_facts(&self) -> bool {
        self.sorts.iter().any(|(field, _)| uses_facts(field)) || self.filters.iter().any(|(field, _)| uses_facts(field))
    }

    fn order(&self) -> String {
        let mut terms: Vec<String> = self
            .sorts
            .iter()
            .map(|(field, descending)| {
                let (sql, descending) = sort_key(self.known, field, *descending);
                let way = if descending { "DESC" } else { "ASC" };
                format!("{sql} {way} NULLS LAST")
            })
            .collect();
        terms.push(format!("{}.id", self.known.table));
        terms.join(", ")
    }

    fn quick_condition(&self, reader: &Reader, parameters: &mut Vec<Value>) -> Result<Option<String>, ApiError> {
        if self.quick.trim().is_empty() {
            return Ok(None);
        }
        if self.known.entity != Entity::Customer {
            return Ok(words_condition(self.known, self.quick, parameters));
        }
        let Some(expression) = quick_match(self.quick) else { return Ok(None) };
        let count = "SELECT count(*) FROM search WHERE search MATCH ?1";
        let matches: i64 = reader.store.conn().prepare_cached(count)?.query_row([&expression], |row| row.get(0))?;
        parameters.push(expression.into());
        let place = parameters.len();
        // The plus sign keeps SQLite from looking each match up when there are many.
        let plus = if matches > MANY { "+" } else { "" };
        Ok(Some(format!("{plus}customer.id IN (SELECT rowid FROM search WHERE search MATCH ?{place})")))
    }
}

/// Each word stands in one of the text fields.
fn words_condition(known: &EntityFields, quick: &str, parameters: &mut Vec<Value>) -> Option<String> {
    let texts: Vec<String> = known
        .stored()
        .filter(|field| !matches!(field.choices, Choices::Closed(_)))
        .filter(|field| !matches!(field.kind, Kind::Integer | Kind::Money | Kind::Quantity | Kind::Flag | Kind::Reference(_)))
        .map(|field| format!("fold({}.{})", known.table, field.key))
        .collect();
    let conditions: Vec<String> = crate::values::words(quick)
        .into_iter()
        .map(|word| {
            parameters.push(word.into());
            let place = parameters.len();
            let any: Vec<String> = texts.iter().map(|text| format!("instr({text}, ?{place})")).collect();
            format!("({})", any.join(" OR "))
        })
        .collect();
    (!conditions.is_empty() && !texts.is_empty()).then(|| conditions.join(" AND "))
}

fn filter_condition(known: &EntityFields, field: &Field, values: &[Value], parameters: &mut Vec<Value>) -> String {
    let sql = numbered(&sql_of(known, field));
    let mut any: Vec<String> = Vec::new();
    for value in values {
        if value.is_empty() {
            any.push(format!("coalesce({sql}, '') = ''"));
        } else {
            parameters.push(value.clone());
            any.push(format!("{sql} = ?{}", parameters.len()));
        }
    }
    if any.is_empty() { "1".to_owned() } else { format!("({})", any.join(" OR ")) }
}

/// What a field is sorted by: an age by the birth date, the other way round.
fn sort_key(known: &EntityFields, field: &Field, descending: bool) -> (String, bool) {
    if known.entity == Entity::Customer && field.key == "age" {
        return ("customer.birth_date".to_owned(), !descending);
    }
    let french = matches!(field.kind, Kind::Text | Kind::LongText | Kind::Choice);
    (format!("{}{}", numbered(&sql_of(known, field)), if french { " COLLATE fr" } else { "" }), descending)
}

fn uses_facts(field: &Field) -> bool {
    field.computed.is_some_and(|sql| sql.starts_with("facts."))
}

/// Lists bind by number: the day of use is the first.
fn numbered(sql: &str) -> String {
    sql.replace(":today", "?1")
}

/// The values of some columns for some rows, in their order.
pub(super) fn values(reader: &Reader, known: &'static EntityFields, columns: &[&'static Field], ids: &[i64]) -> Result<Vec<ListRow>, ApiError> {
    let selected: String = columns.iter().map(|field| format!(", {}", sql_of(known, field))).collect();
    let source = if columns.iter().any(|field| uses_facts(field)) { source_of(known) } else { known.table };
    let sql = format!("SELECT :today{selected} FROM {source} WHERE {}.id = :id", known.table);
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let today = reader.today().to_string();
    ids.iter()
        .map(|id| {
            let parameters: &[(&str, &dyn ToSql)] = named_params! {":today": today, ":id": id};
            let values = statement.query_row(parameters, |row| {
                columns.iter().enumerate().map(|(place, field)| Ok(to_wire(field, row.get(place + 1)?))).collect()
            })?;
            Ok(ListRow { reference: known.entity.reference(*id), values })
        })
        .collect()
}
