//! A field of a list's own records, or of a record that they refer to: `issued_on`, `customer_id.site`.

use super::conditions::{narrowest, numbered};
use super::{HIDDEN, field};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Entity, EntityFields, Field};
use crate::reader::Reader;
use crate::records::rows::sql_of;

/// Where a value is found, from the records of an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path {
    /// Whose records it starts from.
    pub(crate) entity: Entity,
    /// The reference to follow first, and the entity it leads to.
    pub(crate) link: Option<(&'static Field, &'static EntityFields)>,
    /// The field itself.
    pub(crate) field: &'static Field,
}

impl Path {
    /// # Errors
    /// `Invalid` when there is no such field.
    pub(crate) fn of(reader: &Reader, known: &'static EntityFields, key: &str) -> Result<Self, ApiError> {
        let Some((link, far)) = key.split_once('.') else {
            let field = field(known, key)?;
            return Ok(Self {
                entity: known.entity,
                link: None,
                field,
            });
        };
        let unknown = || ApiError::invalid(Problem::new(key, ProblemCode::UnknownField));
        let link = field(known, link).map_err(|_| unknown())?;
        let beyond = link
            .target()
            .filter(|beyond| *beyond != known.entity && !HIDDEN.contains(beyond))
            .ok_or_else(unknown)?;
        let beyond = reader.fields(beyond)?;
        let field = beyond.field(far).ok_or_else(unknown)?;
        Ok(Self {
            entity: known.entity,
            link: Some((link, beyond)),
            field,
        })
    }

    /// Its SQL, the day of use bound as the first parameter.
    pub(crate) fn sql(&self, known: &EntityFields) -> String {
        match self.link {
            None => numbered(&sql_of(known, self.field)),
            Some((link, beyond)) => format!(
                "(SELECT {} FROM {} WHERE {}.id = {}.{})",
                numbered(&sql_of(beyond, self.field)),
                narrowest(
                    beyond,
                    &[sql_of(beyond, self.field), format!("{}.", beyond.table)]
                ),
                beyond.table,
                known.table,
                link.key
            ),
        }
    }

    /// What it names of the entity's own columns, or of what is kept beside them.
    pub(crate) fn names(&self, known: &EntityFields) -> String {
        match self.link {
            Some((link, _)) => sql_of(known, link),
            None => sql_of(known, self.field),
        }
    }
}
