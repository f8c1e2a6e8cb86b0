//! What narrows and orders a list, as SQL text with the values it binds.

use crate::error::ApiError;
use crate::fields::{Choices, Entity, EntityFields, Field, Kind};
use crate::reader::Reader;
use crate::records::rows::{facts_of, source_of, sql_of};
use crate::search::quick_match;
use crate::targeting::{TargetNode, Written, write};
use crate::values::Value;

/// What narrows a list: a condition, written with values of its own behind the day of use.
pub(crate) struct Kept {
    sql: String,
    values: Vec<Value>,
    /// It names what is kept beside the table.
    facts: bool,
    /// It names the entity's own columns.
    own: bool,
}

impl Kept {
    /// A condition that was checked.
    pub(super) fn of(reader: &Reader, known: &EntityFields, node: &TargetNode) -> Result<Self, ApiError> {
        let mut values = vec![reader.today().to_string().into()];
        let Written { sql, facts, own } = write(reader, known.entity, node, &mut values)?;
        values.remove(0);
        Ok(Self {
            sql,
            values,
            facts,
            own,
        })
    }

    /// What it names of the entity's own columns, or of what is kept beside them.
    pub(crate) fn names(&self, known: &EntityFields) -> String {
        let own = if self.own { known.table } else { "" };
        let facts = if self.facts { "facts." } else { "" };
        format!("{own}. {facts}")
    }
}

/// Conditions and the values they bind; the day of use is always the first.
pub(crate) struct Conditions {
    pub(super) sql: Vec<String>,
    pub(crate) parameters: Vec<Value>,
}

impl Conditions {
    pub(crate) fn of(reader: &Reader, filters: &[Kept]) -> Self {
        let mut conditions = Self {
            sql: Vec::new(),
            parameters: vec![reader.today().to_string().into()],
        };
        for kept in filters {
            conditions.keep(kept);
        }
        conditions
    }

    pub(crate) fn filter(&self) -> String {
        if self.sql.is_empty() {
            String::new()
        } else {
            format!(" WHERE {}", self.sql.join(" AND "))
        }
    }

    fn bind(&mut self, value: Value) -> usize {
        self.parameters.push(value);
        self.parameters.len()
    }

    /// The condition that some filters make together, apart from those of the list.
    pub(crate) fn apart(&mut self, filters: &[Kept]) -> String {
        let list = std::mem::take(&mut self.sql);
        for kept in filters {
            self.keep(kept);
        }
        let apart = std::mem::replace(&mut self.sql, list);
        if apart.is_empty() {
            "1".to_owned()
        } else {
            apart.join(" AND ")
        }
    }

    fn keep(&mut self, kept: &Kept) {
        // What a person wrote is bound: a question mark is a place, and the first one is the day of use.
        let before = self.parameters.len() - 1;
        self.sql.push(moved(&kept.sql, before));
        self.parameters.extend(kept.values.iter().cloned());
    }

    /// Rows that hold the words, whatever the entity.
    pub(super) fn quick(&mut self, known: &EntityFields, quick: &str) {
        if known.entity != Entity::Customer {
            self.words(known, quick);
        } else if let Some(expression) = quick_match(quick) {
            self.search("customer.id", expression);
        }
    }

    /// These records alone, or all but these.
    pub(super) fn named(&mut self, known: &EntityFields, ids: &[i64], alone: bool) {
        let list: Vec<String> = ids.iter().map(i64::to_string).collect();
        let place = self.bind(format!("[{}]", list.join(",")).into());
        let but = if alone { "" } else { "NOT " };
        self.sql.push(format!(
            "{}.id {but}IN (SELECT value FROM json_each(?{place}))",
            known.table
        ));
    }

    /// Each word stands in one of the text fields, or in what is known of the customer.
    pub(super) fn words(&mut self, known: &EntityFields, quick: &str) {
        let texts = texts(known);
        let owner = known.owner.filter(|owner| *owner != "id");
        for word in crate::values::words(quick) {
            let of_customer = owner.zip(quick_match(&word)).map(|(owner, expression)| {
                let place = self.bind(expression.into());
                format!(
                    "{}.{owner} IN (SELECT rowid FROM search WHERE search MATCH ?{place})",
                    known.table
                )
            });
            let place = self.bind(word.into());
            let any: Vec<String> = texts
                .iter()
                .map(|text| format!("instr({text}, ?{place})"))
                .chain(of_customer)
                .collect();
            if !any.is_empty() {
                self.sql.push(format!("({})", any.join(" OR ")));
            }
        }
    }

    /// Customers whose words, numbers or plates begin so.
    pub(super) fn search(&mut self, id: &str, expression: String) {
        let place = self.bind(expression.into());
        self.sql.push(format!(
            "{id} IN (SELECT rowid FROM search WHERE search MATCH ?{place})"
        ));
    }
}

fn texts(known: &EntityFields) -> Vec<String> {
    known
        .stored()
        .filter(|field| !matches!(field.choices, Choices::Closed(_)))
        .filter(|field| {
            !matches!(
                field.kind,
                Kind::Integer | Kind::Money | Kind::Quantity | Kind::Flag | Kind::Reference(_)
            )
        })
        .map(|field| format!("fold({})", sql_of(known, field)))
        .collect()
}

/// What a field is sorted by: an age by the birth date, the other way round; another record by its name.
pub(super) fn sort_key(known: &EntityFields, field: &Field, descending: bool) -> (String, bool) {
    if let Some((sql, reversed)) = field.order {
        return (numbered(sql), descending != reversed);
    }
    let sql = numbered(&sql_of(known, field));
    let key = match field.kind {
        Kind::Reference(Entity::Customer) => {
            format!("(SELECT named.name FROM customer_facts AS named WHERE named.id = {sql}) COLLATE fr")
        }
        Kind::Reference(Entity::Vehicle) => format!(
            "(SELECT car.make || ' ' || car.model || ' ' || coalesce(car.plate, '') FROM vehicle AS car WHERE car.id = {sql}) COLLATE fr"
        ),
        Kind::Text | Kind::LongText | Kind::Choice => format!("{sql} COLLATE fr"),
        _ => sql,
    };
    (key, descending)
}

pub(super) fn uses_facts(field: &Field) -> bool {
    field.computed.is_some_and(names_facts)
}

/// Does an SQL text name what is kept of each record?
pub(super) fn names_facts(sql: &str) -> bool {
    sql.contains("facts.")
}

/// Does an SQL text name what is kept of each record, and nothing of the record itself?
pub(super) fn names_facts_alone(known: &EntityFields, sql: &str) -> bool {
    names_facts(sql) && !sql.contains(&format!("{}.", known.table))
}

/// What is kept of each record alone, when it has all that is named; else with the entity's table, or the table alone.
pub(crate) fn narrowest(known: &EntityFields, named: &[String]) -> String {
    match facts_of(known.entity) {
        Some(facts) if !named.is_empty() && named.iter().all(|sql| names_facts_alone(known, sql)) => {
            format!("{facts} AS facts")
        }
        Some(_) if named.iter().any(|sql| names_facts(sql)) => source_of(known).to_owned(),
        _ => known.table.to_owned(),
    }
}

/// Lists bind by number: the day of use is the first.
pub(super) fn numbered(sql: &str) -> String {
    sql.replace(":today", "?1")
}

/// The places of an SQL text but for the first, so many further.
fn moved(sql: &str, by: usize) -> String {
    let mut parts = sql.split('?');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let place: usize = part[..end].parse().unwrap_or(1);
        let place = if place > 1 { place + by } else { place };
        text.push_str(&format!("?{place}{}", &part[end..]));
    }
    text
}
