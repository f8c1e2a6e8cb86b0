//! The tables that messages read: whose records are, which car is current, what the gate looks at.

use super::letters::Sent;
use super::standing::Standing;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use rusqlite::OptionalExtension;
use std::collections::HashSet;

/// Those of the customers that are there, or that stand for one that was merged.
pub(super) fn existing(reader: &Reader, ids: &[i64]) -> Result<Vec<(i64, Option<i64>)>, ApiError> {
    let mut found = Vec::with_capacity(ids.len());
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT 1 FROM customer WHERE id = ?1")?;
    for id in ids {
        if statement.exists([id])? {
            found.push((*id, None));
        } else {
            let id = crate::records::rows::survivor(reader, *id)?;
            if statement.exists([id])? {
                found.push((id, None));
            }
        }
    }
    Ok(found)
}

/// The customers whose records these are, each with the car when it is one or names one.
pub(super) fn owners(
    reader: &Reader,
    entity: Entity,
    ids: &[i64],
) -> Result<Vec<(i64, Option<i64>)>, ApiError> {
    let known = entity.fields();
    let car = match entity {
        Entity::Vehicle => "id",
        _ if known.field("vehicle_id").is_some() => "vehicle_id",
        _ => "NULL",
    };
    let sql = format!(
        "SELECT customer_id, {car} FROM {} WHERE id = ?1 AND customer_id IS NOT NULL",
        known.table
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(
            statement
                .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?,
        );
    }
    Ok(found)
}

/// The car of a customer that is one of some, or the one they have had least, of those not sold.
pub(super) fn current_car(
    reader: &Reader,
    customer: i64,
    those: &HashSet<i64>,
) -> Result<Option<i64>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(
        "SELECT id, sold_on IS NULL FROM vehicle WHERE customer_id = ?1
         ORDER BY sold_on IS NOT NULL, first_registered_on DESC, id DESC",
    )?;
    let cars: Vec<(i64, bool)> = statement
        .query_map([customer], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let about = cars.iter().find(|(id, _)| those.contains(id));
    // A car that was sold is not spoken of, unless the targeting asks for it.
    Ok(about
        .or_else(|| cars.first().filter(|(_, theirs)| *theirs))
        .map(|(id, _)| *id))
}

/// What the gate looks at.
pub(super) fn standing(reader: &Reader, customer: i64) -> Result<Option<Standing>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(
        "SELECT coalesce(customer.kind, 'person'), customer.record_state, customer.mail, customer.mobile, customer.street,
            customer.street_number, customer.postcode, customer.town, kept.reach,
            (SELECT max(happened_at) FROM activity WHERE activity.customer_id = customer.id AND activity.kind = 'campaign'
                AND activity.direction = 'outbound')
         FROM customer LEFT JOIN customer_reach AS kept ON kept.id = customer.id WHERE customer.id = ?1",
    )?;
    let found = statement
        .query_row([customer], |row| {
            Ok(Standing {
                kind: row.get(0)?,
                record_state: row.get(1)?,
                mail: row.get(2)?,
                mobile: row.get(3)?,
                street: row.get(4)?,
                street_number: row.get(5)?,
                postcode: row.get(6)?,
                town: row.get(7)?,
                reach: row.get(8)?,
                last_campaign: row.get(9)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// Letters that left, of a campaign or one alone, in the order of names; and how many there are.
pub(super) fn sent(
    reader: &Reader,
    column: &'static str,
    id: i64,
    offset: u32,
    limit: u32,
) -> Result<(i64, Vec<Sent>), ApiError> {
    let conn = reader.store.conn();
    let total = conn
        .prepare_cached(&format!(
            "SELECT count(*) FROM activity WHERE {column} = ?1 AND direction = 'outbound'"
        ))?
        .query_row([id], |row| row.get(0))?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT activity.customer_id, activity.subject, activity.content, activity.happened_at FROM activity
         LEFT JOIN customer_facts AS facts ON facts.id = activity.customer_id
         WHERE activity.{column} = ?1 AND activity.direction = 'outbound' AND activity.customer_id IS NOT NULL
         ORDER BY facts.name COLLATE fr, activity.id LIMIT ?2 OFFSET ?3"
    ))?;
    let found = statement.query_map((id, limit, offset), |row| {
        Ok(Sent {
            customer: row.get(0)?,
            subject: row.get(1)?,
            body: row.get(2)?,
            at: row.get(3)?,
        })
    })?;
    Ok((total, found.collect::<Result<_, _>>()?))
}

/// The templates that somebody wrote, by name.
pub(crate) fn own_templates(reader: &Reader) -> Result<Vec<i64>, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT id FROM message_template ORDER BY name COLLATE fr, id")?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
