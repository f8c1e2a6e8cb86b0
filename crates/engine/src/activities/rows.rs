//! The day's board, read from activities.

use super::board::{FollowUp, HomeRead, PersonLoad};
use crate::content::follow_ups::pressing;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use rusqlite::named_params;

const OF_WHOM: &str = "(:owner IS NULL OR activity.owner = :owner)
    AND (:site IS NULL OR coalesce(customer.site, lead.site) = :site)";

/// What is promised to a lead that no customer stands behind yet is due all the same.
const WHOSE: &str = "FROM activity LEFT JOIN customer ON customer.id = activity.customer_id
    LEFT JOIN customer_facts AS facts ON facts.id = customer.id
    LEFT JOIN lead ON lead.id = activity.lead_id";

const DUE: &str = "WHERE activity.next_follow_up_on >= :from AND activity.next_follow_up_on < :to
    AND activity.next_follow_up_on IS NOT NULL AND activity.follow_up_done_on IS NULL
    AND customer.record_state IS NOT 'archived'";

/// Somebody waits for it.
const PRESSING: &str = "(activity.kind IN (SELECT value FROM json_each(:kinds))
    OR coalesce(activity.result, '') IN (SELECT value FROM json_each(:results)))";

/// The follow-ups due from a day to before another, pressing ones first, then the oldest, and how many there are.
pub(super) fn follow_ups(
    reader: &Reader,
    of: &HomeRead,
    from: &str,
    to: &str,
    limit: i64,
) -> Result<(Vec<FollowUp>, i64), ApiError> {
    let conn = reader.store.conn();
    let total = conn
        .prepare_cached(&format!("SELECT count(*) {WHOSE} {DUE} AND {OF_WHOM}"))?
        .query_row(
            named_params! {":from": from, ":to": to, ":owner": of.owner, ":site": of.site},
            |row| row.get(0),
        )?;
    let sql = format!(
        "SELECT activity.id, customer.id, lead.id, coalesce(customer.legal_name,
            nullif(trim(coalesce(customer.first_name, '') || ' ' || coalesce(customer.last_name, '')), ''),
            trim(coalesce(lead.first_name, '') || ' ' || coalesce(lead.last_name, ''))),
         facts.status, coalesce(customer.mobile, customer.phone, lead.phone), activity.next_follow_up_on, activity.kind,
         activity.subject, activity.owner, {PRESSING} AS pressing
         {WHOSE} {DUE} AND {OF_WHOM} ORDER BY pressing DESC, activity.next_follow_up_on, activity.id LIMIT :limit"
    );
    let listed = |words: &[String]| serde_json::to_string(words).unwrap_or_default();
    let (kinds, results) = (listed(&pressing().kinds), listed(&pressing().results));
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":from": from, ":to": to, ":owner": of.owner, ":site": of.site, ":limit": limit,
        ":kinds": kinds, ":results": results},
        |row| {
            let own = |entity: Entity, id: Option<i64>| id.map(|id| entity.reference(id));
            Ok(FollowUp {
                activity: Entity::Activity.reference(row.get(0)?),
                customer: own(Entity::Customer, row.get(1)?),
                lead: own(Entity::Lead, row.get(2)?),
                label: row.get(3)?,
                status: row.get(4)?,
                phone: row.get(5)?,
                due_on: row.get(6)?,
                kind: row.get(7)?,
                pressing: row.get(10)?,
                subject: row.get(8)?,
                owner: row.get(9)?,
            })
        },
    )?;
    Ok((found.collect::<Result<_, _>>()?, total))
}

/// The follow-ups closed on a day.
pub(super) fn done_on(reader: &Reader, of: &HomeRead, day: &str) -> Result<i64, ApiError> {
    let sql = format!("SELECT count(*) {WHOSE} WHERE activity.follow_up_done_on = :day AND {OF_WHOM}");
    let parameters = named_params! {":day": day, ":owner": of.owner, ":site": of.site};
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row(parameters, |row| row.get(0))?)
}

/// Who has how many follow-ups overdue, due on a day and coming before another one; those of nobody last.
pub(super) fn loads(
    reader: &Reader,
    site: Option<&str>,
    today: &str,
    tomorrow: &str,
    horizon: &str,
) -> Result<Vec<PersonLoad>, ApiError> {
    let sql = format!(
        "SELECT activity.owner,
            sum(activity.next_follow_up_on < :today), sum(activity.next_follow_up_on >= :today AND activity.next_follow_up_on < :tomorrow),
            sum(activity.next_follow_up_on >= :tomorrow)
         {WHOSE} {DUE} AND {OF_WHOM} GROUP BY activity.owner ORDER BY activity.owner IS NULL, activity.owner COLLATE fr"
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":from": "", ":to": horizon, ":today": today, ":tomorrow": tomorrow,
        ":owner": None::<String>, ":site": site},
        |row| {
            Ok(PersonLoad {
                owner: row.get(0)?,
                overdue: row.get(1)?,
                today: row.get(2)?,
                coming: row.get(3)?,
            })
        },
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}
