//! The transverse view: all the values of a field over the whole base, with odd spellings put together.

mod families;

use crate::content;
use crate::error::ApiError;
use crate::fields::{Choices, Entity, Field, Kind};
use crate::lists::{self, Group};
use crate::reader::Reader;
use crate::values::fold;
use families::{Spelling, families};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The most values in an answer.
const MOST_VALUES: usize = 2_000;

/// Which field, and which of its values: those that hold what is sought.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ValuesRead {
    pub(crate) entity: Entity,
    pub(crate) field: String,
    /// Letters that the value holds, accents and case aside.
    pub(crate) find: String,
}

/// All that a field holds.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct FieldValues {
    /// Records in all.
    pub(crate) total: i64,
    /// Records where nothing stands.
    pub(crate) blanks: i64,
    /// Different values, blanks aside.
    pub(crate) distinct: usize,
    /// The most numerous first, without blanks.
    pub(crate) values: Vec<Group>,
    /// Values that may be one and the same, written in several ways.
    pub(crate) families: Vec<Family>,
}

/// Several writings of what may be one value.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Family {
    /// The writing to keep: one that is known, or the most numerous.
    pub(crate) proposed: String,
    /// Is it sure? Case, accents and spaces are; a letter more or less has to be looked at.
    pub(crate) sure: bool,
    pub(crate) writings: Vec<Writing>,
}

/// A writing and how many records have it.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Writing {
    pub(crate) value: String,
    pub(crate) count: i64,
}

/// The values of a field.
pub(crate) fn values(reader: &Reader, input: ValuesRead) -> Result<FieldValues, ApiError> {
    let known = lists::shown(reader, input.entity)?;
    let field = lists::field(known, &input.field)?;
    let mut values = lists::groups_of(reader, known, field)?;
    let total = values.iter().map(|group| group.count).sum();
    let blanks = values
        .iter()
        .filter(|group| group.value.is_empty())
        .map(|group| group.count)
        .sum();
    values.retain(|group| !group.value.is_empty());
    let distinct = values.len();
    let families = families_of(field, &values);
    let sought = fold(&input.find);
    if !sought.is_empty() {
        values.retain(|group| {
            group
                .value
                .text()
                .is_some_and(|text| fold(text).contains(&sought))
        });
    }
    values.truncate(MOST_VALUES);
    lists::name(reader, field, &mut values)?;
    Ok(FieldValues {
        total,
        blanks,
        distinct,
        values,
        families,
    })
}

/// Words that people write as they please: neither numbers, nor dates, nor closed choices.
fn families_of(field: &Field, values: &[Group]) -> Vec<Family> {
    if !matches!(field.kind, Kind::Text | Kind::Choice) || matches!(field.choices, Choices::Closed(_)) {
        return Vec::new();
    }
    let right = right_writings(field);
    let spellings: Vec<Spelling> = values
        .iter()
        .filter_map(|group| {
            let text = group.value.text()?;
            Some(Spelling {
                text,
                count: group.count,
                known: right.contains(text),
            })
        })
        .collect();
    families(&spellings)
}

/// The writings that the product holds for right ones: proposed choices, towns.
fn right_writings(field: &Field) -> HashSet<&'static str> {
    match field.choices {
        Choices::Open(list) => content::choices(list).iter().map(String::as_str).collect(),
        _ if field.key == "town" => content::towns().iter().map(|town| town.name).collect(),
        _ => HashSet::new(),
    }
}
