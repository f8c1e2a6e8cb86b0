//! Fields that somebody added to an entity: told apart from ours, they are fields of the catalogue like the others.
//!
//! A `Field` lives as long as the program. A set of added fields is therefore made once for each different content and kept
//! (decision 0011): a person writes few of them, and several sandboxes of one program may have different ones.

mod key;
mod kinds;
mod rows;
mod rules;

pub(crate) use key::free_key;
use key::is_key;
pub(crate) use kinds::{AddedKind, EXTENSIBLE};
pub(crate) use rules::{faults, heading_of, tidy_name};

use super::{Choices, Entity, EntityFields, Field, Kind};
use crate::error::ApiError;
use crate::store::Store;
use crate::values::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, Mutex, PoisonError};

/// The most fields that can be added to an entity.
pub(crate) const MOST_ADDED: usize = 100;
/// The most characters of a label.
const LONGEST_LABEL: usize = 60;
/// The most characters of a heading.
const LONGEST_HEADING: usize = 60;
/// The most choices of a list.
const MOST_CHOICES: usize = 100;
/// The most characters of a choice.
const LONGEST_CHOICE: usize = 60;
/// What stands between two choices where they are kept; a new line does as well.
const BETWEEN: &str = "; ";

/// What a person said of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Added {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) kind: AddedKind,
    pub(crate) choices: Vec<String>,
    /// Under which heading a form shows it; empty: under its own.
    pub(crate) heading: String,
}

type Sets = HashMap<(Entity, Vec<Added>), &'static EntityFields>;

/// The fields of an entity, with those that somebody added at the end. Two that share a key count for one, the first.
pub(crate) fn with_added(entity: Entity, added: Vec<Added>) -> &'static EntityFields {
    static SETS: LazyLock<Mutex<Sets>> = LazyLock::new(Mutex::default);
    if added.is_empty() {
        return entity.fields();
    }
    let mut sets = SETS.lock().unwrap_or_else(PoisonError::into_inner);
    sets.entry((entity, added))
        .or_insert_with_key(|(entity, added)| made(*entity, added))
}

fn made(entity: Entity, added: &[Added]) -> &'static EntityFields {
    let known = entity.fields();
    let mut fields = known.fields.to_vec();
    for one in added {
        if fields.iter().all(|field| field.key != one.key) {
            fields.push(field_of(known, one));
        }
    }
    Box::leak(Box::new(EntityFields {
        fields: Box::leak(fields.into_boxed_slice()),
        ..*known
    }))
}

fn field_of(known: &EntityFields, added: &Added) -> Field {
    let mut field = Field::new(added.kind.kind(), kept(&added.key), kept(&added.label))
        .group(heading(known, added))
        .kept_apart(kept(&sql_of(known.table, added)));
    field.max = added.kind.greatest();
    field.min = added.kind.least();
    field.width = added.kind.width();
    // Whoever adds a field wants to see it.
    field.listed = true;
    if added.kind == AddedKind::Choice {
        let choices: Vec<(&'static str, &'static str)> = added
            .choices
            .iter()
            .map(|choice| {
                let choice = kept(choice);
                (choice, choice)
            })
            .collect();
        field.choices = Choices::Closed(Box::leak(choices.into_boxed_slice()));
    }
    field
}

/// Where forms have headings, a field without one stands under a heading for all of them.
fn heading(known: &EntityFields, added: &Added) -> &'static str {
    let has_headings = known.fields.iter().any(|field| !field.group.is_empty());
    if has_headings && added.heading.is_empty() {
        return Entity::CustomField.fields().plural;
    }
    kept(&added.heading)
}

fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Values are kept as texts: numbers are read as such.
fn sql_of(table: &str, added: &Added) -> String {
    let value = format!(
        "(SELECT added.value FROM custom_value AS added WHERE added.entity = '{table}' AND added.record_id = {table}.id AND added.key = '{}')",
        added.key.replace('\'', "''")
    );
    match added.kind {
        AddedKind::Integer | AddedKind::Money | AddedKind::Flag => format!("CAST({value} AS INTEGER)"),
        _ => value,
    }
}

/// Choices as they are kept in one text.
pub(crate) fn choices_text(choices: &[String]) -> String {
    choices.join(BETWEEN)
}

/// The choices of a text: between semicolons or on lines of their own.
pub(crate) fn choices_in(text: &str) -> Vec<String> {
    text.split([';', '\n', '\r'])
        .map(|choice| choice.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|choice| !choice.is_empty())
        .collect()
}

/// The text as which the value of an added field is kept; none for a blank, which is kept as nothing at all.
pub(crate) fn kept_text(value: &Value) -> Option<String> {
    match value {
        Value::Empty => None,
        Value::Flag(flag) => Some(i64::from(*flag).to_string()),
        Value::Int(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.to_string()).filter(|text| !text.is_empty()),
    }
}

/// A value as it is kept, a text, as the value of its field.
pub(crate) fn typed(field: &Field, kept: &Value) -> Value {
    let number = || kept.text().and_then(|text| text.parse().ok());
    match (field.added.is_some(), field.kind) {
        (true, Kind::Flag) => number().map_or(Value::Empty, |number: i64| Value::Flag(number != 0)),
        (true, Kind::Integer | Kind::Money) => number().map_or(Value::Empty, Value::Int),
        _ => kept.clone(),
    }
}

/// The fields of each entity in a sandbox, read at the first question of a call.
#[derive(Debug, Default)]
pub(crate) struct KnownFields(RefCell<Option<BTreeMap<Entity, &'static EntityFields>>>);

impl KnownFields {
    /// The fields of an entity, those that somebody added among them.
    pub(crate) fn of(&self, store: &Store, entity: Entity) -> Result<&'static EntityFields, ApiError> {
        if !EXTENSIBLE.contains(&entity) {
            return Ok(entity.fields());
        }
        let mut known = self.0.borrow_mut();
        if known.is_none() {
            *known = Some(read(store)?);
        }
        let found = known.as_ref().and_then(|known| known.get(&entity));
        Ok(found.copied().unwrap_or_else(|| entity.fields()))
    }

    /// Somebody added a field, or changed one.
    pub(crate) fn forget(&self) {
        *self.0.borrow_mut() = None;
    }
}

fn read(store: &Store) -> Result<BTreeMap<Entity, &'static EntityFields>, ApiError> {
    let mut of_entity: BTreeMap<Entity, Vec<Added>> = BTreeMap::new();
    for (entity, added) in rows::definitions(store)? {
        of_entity.entry(entity).or_default().push(added);
    }
    Ok(of_entity
        .into_iter()
        .map(|(entity, added)| (entity, with_added(entity, added)))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn club(choices: &[&str]) -> Added {
        Added {
            key: "x_club".to_owned(),
            label: "Club fidélité".to_owned(),
            kind: AddedKind::Choice,
            choices: choices.iter().map(|&choice| choice.to_owned()).collect(),
            heading: "Suivi".to_owned(),
        }
    }

    #[test]
    fn a_set_is_made_once_for_what_it_holds() {
        let gold = with_added(Entity::Customer, vec![club(&["Or", "Argent"])]);
        let again = with_added(Entity::Customer, vec![club(&["Or", "Argent"])]);
        let other = with_added(Entity::Customer, vec![club(&["Or"])]);
        assert!(std::ptr::eq(gold, again));
        assert!(!std::ptr::eq(gold, other));
        assert_eq!(gold.fields.len(), Entity::Customer.fields().fields.len() + 1);
        let field = gold.field("x_club").unwrap();
        assert_eq!(
            (field.kind, field.label, field.group),
            (Kind::Choice, "Club fidélité", "Suivi")
        );
        assert!(Entity::Customer.fields().field("x_club").is_none());
        assert!(std::ptr::eq(
            with_added(Entity::Customer, Vec::new()),
            Entity::Customer.fields()
        ));
    }

    #[test]
    fn a_key_of_ours_is_never_taken_by_an_added_field() {
        let mut town = club(&["Or"]);
        town.key = "town".to_owned();
        let known = with_added(Entity::Customer, vec![town]);
        assert_eq!(known.field("town").unwrap().label, "Ville");
    }

    #[test]
    fn choices_are_read_as_they_are_written() {
        let choices = choices_in(" Or ;Argent\n\nBronze  pâle;");
        assert_eq!(choices, ["Or", "Argent", "Bronze pâle"]);
        assert_eq!(choices_in(&choices_text(&choices)), choices);
    }
}
