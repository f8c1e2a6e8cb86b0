//! What the database tells of customers to compare, what was answered, and whole records changing hands.

use super::subjects::Raw;
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use rusqlite::{Row, params};
use std::collections::{BTreeMap, HashMap};

const CUSTOMER: &str = "SELECT id, coalesce(kind, ''), coalesce(civility, ''), coalesce(first_name, ''), coalesce(last_name, ''),
    coalesce(birth_date, ''), coalesce(legal_name, ''), coalesce(trade_name, ''), coalesce(siren, siret, ''),
    coalesce(street_number, ''), coalesce(street, ''), coalesce(address_extra, ''), coalesce(postcode, ''),
    coalesce(town, ''), coalesce(phone, ''), coalesce(mobile, ''), coalesce(mail, '') FROM customer";

/// Every customer, by id.
pub(super) fn everyone(reader: &Reader) -> Result<Vec<(i64, Raw)>, ApiError> {
    gather(reader, "")
}

/// A customer and those that share something with them: a name, a birth date, a number, an address, a car. With them some
/// `strangers`, evenly spread, who tell how rare what is shared is.
pub(super) fn around(reader: &Reader, id: i64, strangers: i64) -> Result<Vec<(i64, Raw)>, ApiError> {
    let mut ids: Vec<i64> = vec![id];
    ids.extend(spread(reader, strangers)?);
    for sql in AROUND {
        let mut statement = reader.store.conn().prepare_cached(sql)?;
        let found = statement.query_map([id], |row| row.get(0))?;
        ids.extend(found.collect::<Result<Vec<i64>, _>>()?);
    }
    ids.sort_unstable();
    ids.dedup();
    gather(reader, &listed(&ids))
}

/// Some customers, and some `strangers`, evenly spread, who tell how rare what they share is.
pub(super) fn among(reader: &Reader, ids: &[i64], strangers: i64) -> Result<Vec<(i64, Raw)>, ApiError> {
    let mut ids = [ids, &spread(reader, strangers)?].concat();
    ids.sort_unstable();
    ids.dedup();
    gather(reader, &listed(&ids))
}

fn spread(reader: &Reader, strangers: i64) -> Result<Vec<i64>, ApiError> {
    let mut statement = reader.store.conn().prepare_cached(
        "SELECT id FROM customer WHERE id % max(1, (SELECT count(*) FROM customer) / ?1) = 0 LIMIT ?1",
    )?;
    let spread = statement.query_map([strangers], |row| row.get(0))?;
    Ok(spread.collect::<Result<_, _>>()?)
}

fn listed(ids: &[i64]) -> String {
    let list: Vec<String> = ids.iter().map(i64::to_string).collect();
    format!("({})", list.join(", "))
}

const AROUND: [&str; 9] = [
    "SELECT other.id FROM customer AS one JOIN customer AS other ON other.last_name COLLATE fr = one.last_name WHERE one.id = ?1 LIMIT 500",
    "SELECT other.id FROM customer AS one JOIN customer AS other ON other.last_name COLLATE fr = one.first_name WHERE one.id = ?1 LIMIT 200",
    "SELECT other.id FROM customer AS one JOIN customer AS other ON other.legal_name COLLATE fr = one.legal_name WHERE one.id = ?1 LIMIT 200",
    "SELECT other.id FROM customer AS one JOIN customer AS other ON other.birth_date = one.birth_date WHERE one.id = ?1 LIMIT 500",
    "SELECT other.id FROM customer AS one JOIN customer AS other ON other.mobile = one.mobile OR other.phone = one.phone OR other.mail = one.mail WHERE one.id = ?1 LIMIT 200",
    "SELECT other.id FROM customer AS one JOIN customer AS other ON other.siren = one.siren WHERE one.id = ?1 LIMIT 200",
    "SELECT other.id FROM customer AS one JOIN customer AS other ON other.street COLLATE fr = one.street AND other.postcode = one.postcode WHERE one.id = ?1 LIMIT 500",
    "SELECT other.customer_id FROM vehicle AS one JOIN vehicle AS other ON other.vin = one.vin WHERE one.customer_id = ?1 LIMIT 200",
    "SELECT other.customer_id FROM vehicle AS one JOIN vehicle AS other ON other.plate = one.plate WHERE one.customer_id = ?1 LIMIT 200",
];

/// `within`: a list of ids between parentheses, or nothing for everyone.
fn gather(reader: &Reader, within: &str) -> Result<Vec<(i64, Raw)>, ApiError> {
    let conn = reader.store.conn();
    let filter = |column: &str| {
        if within.is_empty() {
            String::new()
        } else {
            format!(" WHERE {column} IN {within}")
        }
    };
    let mut cars: HashMap<i64, Vec<String>> = HashMap::new();
    let mut statement = conn.prepare(&format!(
        "SELECT customer_id, plate, vin FROM vehicle{}",
        filter("customer_id")
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let theirs = cars.entry(row.get(0)?).or_default();
        theirs.extend(row.get::<_, Option<String>>(1)?);
        theirs.extend(row.get::<_, Option<String>>(2)?);
    }
    let mut contacts: HashMap<i64, (Vec<String>, Vec<String>)> = HashMap::new();
    let mut statement = conn.prepare(&format!(
        "SELECT customer_id, coalesce(first_name, '') || ' ' || coalesce(last_name, ''), mobile FROM contact{}",
        filter("customer_id")
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (names, mobiles) = contacts.entry(row.get(0)?).or_default();
        names.push(row.get(1)?);
        mobiles.extend(row.get::<_, Option<String>>(2)?);
    }
    let mut statement = conn.prepare(&format!("{CUSTOMER}{} ORDER BY id", filter("id")))?;
    statement
        .query_map([], read)?
        .map(|found| {
            let (id, mut raw) = found?;
            raw.cars = cars.remove(&id).unwrap_or_default();
            if let Some((names, mobiles)) = contacts.remove(&id) {
                raw.contacts = names;
                raw.phones.extend(mobiles);
            }
            Ok((id, raw))
        })
        .collect()
}

fn read(row: &Row) -> rusqlite::Result<(i64, Raw)> {
    let raw = Raw {
        kind: row.get(1)?,
        civility: row.get(2)?,
        first_name: row.get(3)?,
        last_name: row.get(4)?,
        birth_date: row.get(5)?,
        legal_name: row.get(6)?,
        trade_name: row.get(7)?,
        siren: row.get(8)?,
        street_number: row.get(9)?,
        street: row.get(10)?,
        address_extra: row.get(11)?,
        postcode: row.get(12)?,
        town: row.get(13)?,
        phones: vec![row.get(14)?, row.get(15)?],
        mail: row.get(16)?,
        ..Raw::default()
    };
    Ok((row.get(0)?, raw))
}

/// What was answered about pairs, smaller id first.
pub(super) fn decisions(reader: &Reader) -> Result<BTreeMap<(i64, i64), String>, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT left_id, right_id, decision FROM duplicate_decision")?;
    let found = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Keeps an answer about a pair in the place of the one before; none forgets it.
pub(super) fn answer(
    change: &Change,
    pair: (i64, i64),
    decision: Option<&str>,
    day: &str,
) -> Result<(), ApiError> {
    let conn = change.conn();
    match decision {
        None => conn
            .prepare_cached("DELETE FROM duplicate_decision WHERE left_id = ?1 AND right_id = ?2")?
            .execute([pair.0, pair.1])?,
        Some(decision) => conn
            .prepare_cached(
                "INSERT INTO duplicate_decision (id, left_id, right_id, decision, decided_on)
                 VALUES ((SELECT coalesce(max(id), 0) + 1 FROM duplicate_decision), ?1, ?2, ?3, ?4)
                 ON CONFLICT (left_id, right_id) DO UPDATE SET decision = excluded.decision, decided_on = excluded.decided_on",
            )?
            .execute(params![pair.0, pair.1, decision, day])?,
    };
    Ok(())
}

/// How many rows of an entity name a customer in a field.
pub(super) fn count_of(reader: &Reader, entity: Entity, key: &str, customer: i64) -> Result<i64, ApiError> {
    let sql = format!("SELECT count(*) FROM {} WHERE {key} = ?1", entity.table());
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row([customer], |row| row.get(0))?)
}

/// Every row of an entity that names `from` in a field names `to` instead.
pub(super) fn hand_over(
    change: &Change,
    entity: Entity,
    key: &str,
    from: i64,
    to: i64,
) -> Result<(), ApiError> {
    let sql = format!("UPDATE {} SET {key} = ?2 WHERE {key} = ?1", entity.table());
    change.conn().prepare_cached(&sql)?.execute([from, to])?;
    Ok(())
}

/// A customer that heads its own household, or is its own parent, is left without one.
pub(super) fn not_of_itself(change: &Change, id: i64) -> Result<(), ApiError> {
    for key in ["household_id", "parent_id"] {
        let sql = format!("UPDATE customer SET {key} = NULL WHERE id = ?1 AND {key} = ?1");
        change.conn().prepare_cached(&sql)?.execute([id])?;
    }
    Ok(())
}

/// What waits for a customer: id of the event and what it will bring.
pub(super) fn events_of(reader: &Reader, customer: i64) -> Result<Vec<(i64, String)>, ApiError> {
    let mut statement = reader
        .store
        .conn()
        .prepare_cached("SELECT id, coalesce(payload, '') FROM pending_event WHERE customer_id = ?1")?;
    let found = statement.query_map([customer], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// An event waits for another customer, and brings what is told anew.
pub(super) fn hand_over_event(change: &Change, event: i64, to: i64, payload: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE pending_event SET customer_id = ?2, payload = ?3 WHERE id = ?1")?
        .execute(params![event, to, payload])?;
    Ok(())
}

/// Writes down that a customer was merged into another one, and forgets what was answered about it.
pub(super) fn note_merged(change: &Change, from: i64, to: i64, day: &str) -> Result<(), ApiError> {
    let conn = change.conn();
    conn.prepare_cached("DELETE FROM duplicate_decision WHERE left_id = ?1 OR right_id = ?1")?
        .execute([from])?;
    conn.prepare_cached(
        "INSERT OR REPLACE INTO merged_customer (id, into_id, merged_on) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![from, to, day])?;
    Ok(())
}
