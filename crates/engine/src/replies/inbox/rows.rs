//! The lines of the inbox.

use super::list::{InboxLine, InboxRead, IntentCount};
use super::mark::READ;
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::store::Store;
use rusqlite::{OptionalExtension, Row, named_params};

/// Whose a customer is called, as everywhere.
const LABEL: &str = "coalesce(customer.legal_name, customer.trade_name,
    trim(coalesce(customer.first_name, '') || ' ' || coalesce(customer.last_name, '')))";

const FROM: &str = "FROM inbox JOIN activity ON activity.id = inbox.activity_id
    JOIN customer ON customer.id = activity.customer_id
    LEFT JOIN campaign ON campaign.id = activity.campaign_id";

macro_rules! mark {
    () => {
        "activity.happened_at || ' ' || inbox.intent || ' ' || coalesce(activity.kind, '') || ' ' || customer.id"
    };
}

/// What a line is known by, when it was read.
const MARK: &str = mark!();

/// Has the line been read? What was handled has.
const IS_READ: &str = concat!(
    "inbox.handled_at IS NOT NULL OR EXISTS (SELECT 1 FROM preference WHERE key = 'inbox.read.' || inbox.id AND value = ",
    mark!(),
    ")"
);

const WHOSE: &str =
    "(:owner IS NULL OR activity.owner = :owner) AND (:intent IS NULL OR inbox.intent = :intent)
    AND (:handled IS NULL OR (inbox.handled_at IS NOT NULL) = :handled)
    AND (:campaign IS NULL OR activity.campaign_id = :campaign)";

fn columns() -> String {
    format!(
        "inbox.id, activity.id, customer.id, {LABEL}, inbox.intent, coalesce(activity.kind, ''), activity.happened_at,
         coalesce(activity.subject, ''), coalesce(activity.content, ''), inbox.handled_at, inbox.handling, campaign.name,
         activity.owner, campaign.id, {IS_READ}"
    )
}

fn line(row: &Row) -> rusqlite::Result<InboxLine> {
    let content: String = row.get(8)?;
    Ok(InboxLine {
        id: row.get(0)?,
        activity: Entity::Activity.reference(row.get(1)?),
        customer: Entity::Customer.reference(row.get(2)?),
        label: row.get(3)?,
        intent: row.get(4)?,
        kind: row.get(5)?,
        at: row.get(6)?,
        subject: row.get(7)?,
        excerpt: content.chars().take(160).collect(),
        handled_at: row.get(9)?,
        handling: row.get(10)?,
        campaign: row.get(11)?,
        owner: row.get(12)?,
        campaign_ref: row
            .get::<_, Option<i64>>(13)?
            .map(|id| Entity::Campaign.reference(id)),
        read: row.get(14)?,
    })
}

/// The lines asked for, the latest first.
pub(super) fn lines(
    reader: &Reader,
    of: &InboxRead,
    handled: Option<bool>,
) -> Result<Vec<InboxLine>, ApiError> {
    let sql = format!(
        "SELECT {} {FROM} WHERE {WHOSE} ORDER BY activity.happened_at DESC, inbox.id DESC LIMIT :limit OFFSET :offset",
        columns()
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! {":owner": of.owner, ":intent": of.intent, ":handled": handled, ":campaign": of.campaign(),
        ":limit": of.limit.clamp(1, 500), ":offset": of.offset.max(0)},
        line,
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn total(reader: &Reader, of: &InboxRead, handled: Option<bool>) -> Result<i64, ApiError> {
    let sql = format!("SELECT count(*) {FROM} WHERE {WHOSE}");
    Ok(reader.store.conn().prepare_cached(&sql)?.query_row(
        named_params! {":owner": of.owner, ":intent": of.intent, ":handled": handled, ":campaign": of.campaign()},
        |row| row.get(0),
    )?)
}

/// How many of each intent there are, whatever intent is asked for.
pub(super) fn by_intent(
    reader: &Reader,
    of: &InboxRead,
    handled: Option<bool>,
) -> Result<Vec<IntentCount>, ApiError> {
    let sql = format!(
        "SELECT inbox.intent, count(*) {FROM} WHERE {WHOSE} GROUP BY inbox.intent ORDER BY count(*) DESC, inbox.intent"
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let none: Option<String> = None;
    let found = statement.query_map(
        named_params! {":owner": of.owner, ":intent": none, ":handled": handled, ":campaign": of.campaign()},
        |row| {
            Ok(IntentCount {
                intent: row.get(0)?,
                count: row.get(1)?,
            })
        },
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A line as it is kept, with its words.
pub(super) struct Kept {
    pub(super) line: InboxLine,
    pub(super) content: String,
    pub(super) message: Option<i64>,
    pub(super) wish: String,
    pub(super) why: String,
    pub(super) activity: i64,
    pub(super) customer: i64,
}

pub(super) fn open(reader: &Reader, id: i64) -> Result<Option<Kept>, ApiError> {
    let sql = format!(
        "SELECT {}, inbox.message_id, inbox.wish, inbox.why, activity.id, customer.id {FROM} WHERE inbox.id = ?1",
        columns()
    );
    Ok(reader
        .store
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| {
            Ok(Kept {
                line: line(row)?,
                content: row.get(8)?,
                message: row.get(15)?,
                wish: row.get(16)?,
                why: row.get(17)?,
                activity: row.get(18)?,
                customer: row.get(19)?,
            })
        })
        .optional()?)
}

/// Writes how a line was handled, or that it is to be handled again.
pub(super) fn set_handling(change: &Change, id: i64, handled: Option<(&str, &str)>) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE inbox SET handled_at = ?2, handling = ?3 WHERE id = ?1")?
        .execute((id, handled.map(|(at, _)| at), handled.map(|(_, how)| how)))?;
    Ok(())
}

/// Lines to handle.
#[derive(Clone, Copy, Debug)]
pub(in crate::replies) struct Waiting {
    pub(in crate::replies) lines: i64,
    /// Those of them that nobody has read.
    pub(in crate::replies) unread: i64,
    /// Those of them in which somebody complains.
    pub(in crate::replies) complaints: i64,
}

/// How many lines are to be handled.
pub(in crate::replies) fn waiting(reader: &Reader) -> Result<Waiting, ApiError> {
    let sql = format!(
        "SELECT count(*), count(*) FILTER (WHERE NOT ({IS_READ})),
            count(*) FILTER (WHERE inbox.intent IN ('grievance', 'data_complaint')) {FROM} WHERE inbox.handled_at IS NULL"
    );
    Ok(reader.store.conn().prepare_cached(&sql)?.query_row([], |row| {
        Ok(Waiting {
            lines: row.get(0)?,
            unread: row.get(1)?,
            complaints: row.get(2)?,
        })
    })?)
}

/// What tells a line from another of the same number; none when it is no more.
pub(super) fn mark_of(store: &Store, id: i64) -> Result<Option<String>, ApiError> {
    let sql = format!("SELECT {MARK} {FROM} WHERE inbox.id = ?1");
    Ok(store
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// Lines marked as read of which nothing is left, not even to come back with a customer.
pub(super) fn stray_marks(store: &Store) -> Result<Vec<i64>, ApiError> {
    let mut statement = store.conn().prepare_cached(
        "SELECT CAST(substr(key, 1 + length(?1)) AS INTEGER) AS line FROM preference
         WHERE key >= ?1 AND key < ?1 || ':' AND line NOT IN (SELECT id FROM inbox)",
    )?;
    let found = statement.query_map([READ], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
