//! The fields that a targeting may name: those of the catalogue, and the record's own reference.

use super::relations::is_hidden;
use crate::error::ApiError;
use crate::fields::{CATALOGUE, Entity, EntityFields, Field, Kind};
use crate::reader::Reader;
use crate::records::rows::sql_of;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// A field that a targeting may name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) field: &'static Field,
    origin: Origin,
}

#[derive(Clone, Copy, Debug)]
enum Origin {
    Catalogue,
    /// The record itself.
    Own,
}

/// The key of a record's own reference.
pub(crate) const OWN: &str = "ref";

/// The fields of every kind of records, those that somebody added among them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon([&'static EntityFields; CATALOGUE.len()]);

impl Lexicon {
    /// Those of a sandbox.
    pub(crate) fn of(reader: &Reader) -> Result<Self, ApiError> {
        let mut all = CATALOGUE;
        for known in &mut all {
            *known = reader.fields(known.entity)?;
        }
        Ok(Self(all))
    }

    /// Those of every sandbox.
    #[cfg(test)]
    pub(crate) fn common() -> Self {
        Self(CATALOGUE)
    }

    pub(crate) fn fields(&self, entity: Entity) -> &'static EntityFields {
        let found = self.0.iter().find(|known| known.entity == entity);
        found.copied().unwrap_or_else(|| entity.fields())
    }
}

/// Every field that a condition on this kind of records may name; those of the catalogue first.
pub(crate) fn fields_of(lexicon: &Lexicon, entity: Entity) -> Vec<Named> {
    let named = |origin| move |field: &'static Field| Named { field, origin };
    let catalogue = lexicon.fields(entity).fields.iter();
    let mut found: Vec<Named> = catalogue.map(named(Origin::Catalogue)).collect();
    if let Some(own) = own(entity) {
        found.push(named(Origin::Own)(own));
    }
    found
}

/// A field by its key.
pub(crate) fn field_of(lexicon: &Lexicon, entity: Entity, key: &str) -> Option<Named> {
    match lexicon.fields(entity).field(key) {
        Some(field) => Some(Named {
            field,
            origin: Origin::Catalogue,
        }),
        None => fields_of(lexicon, entity)
            .into_iter()
            .find(|one| one.field.key == key),
    }
}

impl Named {
    /// What gives its value, over the entity's table (and `facts`).
    pub(crate) fn sql(&self, known: &EntityFields) -> String {
        match self.origin {
            Origin::Catalogue => sql_of(known, self.field),
            Origin::Own => format!("{}.id", known.table),
        }
    }

    /// Its names in a text: its label, and its header in the workbook when that is another.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        let header = match (self.origin, self.field.target()) {
            (Origin::Catalogue, Some(target)) => headers().of(self.field.key, target),
            _ => None,
        };
        std::iter::once(self.field.label).chain(header)
    }
}

/// The headers of the columns that refer to records.
#[derive(Default, Deserialize)]
struct Headers {
    references: BTreeMap<String, String>,
    own_names: BTreeMap<String, String>,
}

impl Headers {
    fn of(&self, key: &str, target: Entity) -> Option<&str> {
        let own = self.own_names.get(key);
        own.or_else(|| self.references.get(target.table()))
            .map(String::as_str)
    }
}

fn headers() -> &'static Headers {
    static HEADERS: OnceLock<Headers> = OnceLock::new();
    HEADERS.get_or_init(|| crate::content::read(include_str!("../../../../content/workbook/sheets.toml")))
}

/// The reference of the record itself, under the header of its sheet.
fn own(entity: Entity) -> Option<&'static Field> {
    static OWN_FIELDS: OnceLock<HashMap<Entity, Field>> = OnceLock::new();
    OWN_FIELDS
        .get_or_init(|| {
            CATALOGUE
                .iter()
                .filter(|known| !is_hidden(known.entity))
                .filter_map(|known| {
                    let header = headers().references.get(known.table)?;
                    Some((
                        known.entity,
                        Field::new(Kind::Reference(known.entity), OWN, header.as_str()),
                    ))
                })
                .collect()
        })
        .get(&entity)
}
