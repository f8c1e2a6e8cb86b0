//! What was said of added fields, as it is kept.

use super::{Added, AddedKind, choices_in, is_key};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::store::Store;

/// Every added field with its entity, in the order in which they were added; what is damaged is left out.
pub(super) fn definitions(store: &Store) -> Result<Vec<(Entity, Added)>, ApiError> {
    let mut statement = store.conn().prepare_cached(
        "SELECT coalesce(entity, ''), coalesce(key, ''), coalesce(label, ''), coalesce(kind, ''), coalesce(choices, ''),
             coalesce(heading, '') FROM custom_field ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let [entity, key, label, kind, choices, heading]: [String; 6] = [
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
        ];
        let (Some(entity), Some(kind)) = (Entity::of_table(&entity), AddedKind::of_code(&kind)) else {
            continue;
        };
        if is_key(entity, &key) {
            let added = Added {
                key,
                label,
                kind,
                choices: choices_in(&choices),
                heading,
            };
            found.push((entity, added));
        }
    }
    Ok(found)
}
