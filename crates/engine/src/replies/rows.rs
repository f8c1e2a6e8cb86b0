//! What the model reads of a customer and of a message, what it writes of what came.

use super::intent::Intent;
use super::person::Known;
use super::sent::{Channel, Sent};
use crate::change::Change;
use crate::content::trade;
use crate::error::ApiError;
use crate::fields::{Entity, Field};
use crate::records::rows as records;
use crate::store::Store;
use crate::values::{Value, digits_of, mail_is_well_formed, parse_date};
use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Where rows are read: a change that is being made, or the store of whoever only looks.
pub(super) trait Rows {
    fn rows(&self) -> &Connection;
}

impl Rows for Change<'_> {
    fn rows(&self) -> &Connection {
        self.conn()
    }
}

impl Rows for Store {
    fn rows(&self) -> &Connection {
        self.conn()
    }
}

/// Adds a record of ours by its columns, unchecked: everything in it is the engine's own.
pub(super) fn insert(change: &Change, entity: Entity, values: &[(&str, Value)]) -> Result<i64, ApiError> {
    let values: Vec<(&'static Field, Value)> = entity
        .fields()
        .stored()
        .filter_map(|field| {
            let found = values.iter().find(|(key, _)| *key == field.key);
            found.map(|(_, value)| (field, value.clone()))
        })
        .collect();
    records::insert(change, entity, &values)
}

pub(super) fn setting(on: &impl Rows, key: &str) -> Result<Option<String>, ApiError> {
    Ok(on
        .rows()
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

pub(super) fn set_setting(change: &Change, key: &str, value: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute((key, value))?;
    Ok(())
}

/// The subject and the words of a message.
pub(super) fn text_of(change: &Change, activity: i64) -> Result<String, ApiError> {
    Ok(change
        .conn()
        .prepare_cached(
            "SELECT coalesce(subject, '') || ' ' || coalesce(content, '') FROM activity WHERE id = ?1",
        )?
        .query_row([activity], |row| row.get(0))
        .optional()?
        .unwrap_or_default())
}

/// Energies by the order of their table: the fifth is electric.
const ELECTRIC: usize = 4;

const KNOWN: &str = "SELECT customer.kind, reach.reach, facts.invoice_count, facts.visit_count, facts.last_visit_on,
    facts.last_purchase_on, facts.open_lead_count,
    (SELECT max(issued_on) FROM invoice WHERE invoice.customer_id = :customer AND invoice.kind = 'service'),
    cars.held, cars.oldest, cars.electric, cars.finance_end, cars.warranty_end, cars.inspection, cars.km,
    EXISTS (SELECT 1 FROM note WHERE note.customer_id = :customer
        AND coalesce(note.projects, '') || coalesce(note.wanted_vehicles, '') <> ''),
    before.pressed, substr(before.met, 1, 10),
    past.mails, past.opened, complaints.ignored, complaints.answered, complaints.asked_out,
    (SELECT instr(coalesce(subject, '') || coalesce(content, ''), '{') > 0 FROM activity WHERE id = :activity),
    customer.mail, customer.mobile
FROM customer
LEFT JOIN customer_facts AS facts ON facts.id = customer.id
LEFT JOIN customer_reach AS reach ON reach.id = customer.id
JOIN (SELECT count(*) AS held, min(first_registered_on) AS oldest, max(energy = :electric) AS electric,
        min(car.finance_end_on) FILTER (WHERE finance_kind IS NOT 'cash' AND car.finance_end_on >= :today) AS finance_end,
        min(car.warranty_end_on) FILTER (WHERE car.warranty_end_on >= :today) AS warranty_end,
        min(inspection_due(first_registered_on, car.last_inspection_on, :today)) AS inspection,
        max(car.km_per_year) AS km
    FROM vehicle LEFT JOIN vehicle_facts AS car ON car.vehicle_id = vehicle.id
    WHERE vehicle.customer_id = :customer AND sold_on IS NULL) AS cars
JOIN (SELECT
        count(*) FILTER (WHERE happened_at > :since AND direction IS NOT 'inbound'
            AND activity.kind IN ('mail', 'sms', 'letter', 'call', 'campaign')) AS pressed,
        max(happened_at) FILTER (WHERE activity.kind IN ('visit', 'test_drive', 'offer')) AS met
    FROM activity WHERE activity.customer_id = :customer AND happened_at <= :at AND id <> :activity) AS before
JOIN (SELECT count(*) AS mails, count(*) FILTER (WHERE recipient.state IN ('opened', 'clicked', 'answered')) AS opened
    FROM recipient JOIN campaign ON campaign.id = recipient.campaign_id AND campaign.channel = 'mail'
    WHERE recipient.customer_id = :customer AND recipient.state NOT IN ('selected', 'excluded', 'sent', 'bounced')) AS past
JOIN (SELECT
        count(*) FILTER (WHERE intent IN ('grievance', 'data_complaint')
            AND (handling = 'filed' OR (handled_at IS NULL AND happened_at < :patience))) AS ignored,
        count(*) FILTER (WHERE intent IN ('grievance', 'data_complaint') AND handled_at IS NOT NULL AND handling <> 'filed') AS answered,
        count(*) FILTER (WHERE happened_at < :at
            AND (intent = 'data_complaint' OR (intent = 'unsubscribe' AND json_extract(why, '$.channel') = :channel))
            AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.customer_id = :customer AND consent.channel = :consent
                AND consent.state = 'granted' AND consent.withdrawn_on IS NULL
                AND consent.given_on > substr(activity.happened_at, 1, 10))) AS asked_out
    FROM activity JOIN inbox ON inbox.activity_id = activity.id WHERE activity.customer_id = :customer) AS complaints
WHERE customer.id = :customer";

fn day(row: &Row, place: usize) -> rusqlite::Result<Option<Date>> {
    Ok(row
        .get::<_, Option<String>>(place)?
        .as_deref()
        .and_then(parse_date))
}

fn known(row: &Row, customer: i64, channel: Channel) -> rusqlite::Result<Known> {
    let number = |place| Ok::<i64, rusqlite::Error>(row.get::<_, Option<i64>>(place)?.unwrap_or(0));
    let count = |place| Ok::<u32, rusqlite::Error>(u32::try_from(number(place)?).unwrap_or(0));
    let reach = row
        .get::<_, Option<String>>(1)?
        .and_then(|kept| serde_json::from_str(&kept).ok())
        .unwrap_or_default();
    let (mail, mobile): (Option<String>, Option<String>) = (row.get(24)?, row.get(25)?);
    Ok(Known {
        customer,
        reach,
        is_company: row.get::<_, Option<String>>(0)?.as_deref() == Some("company"),
        invoices: number(2)?,
        visits: number(3)?,
        last_visit: day(row, 4)?,
        last_purchase: day(row, 5)?,
        open_leads: number(6)?,
        last_service: day(row, 7)?,
        cars: number(8)?,
        oldest_car: day(row, 9)?,
        is_electric: number(10)? != 0,
        finance_end: day(row, 11)?,
        warranty_end: day(row, 12)?,
        inspection: day(row, 13)?,
        yearly_km: number(14)?,
        last_tyres: None,
        has_wish: number(15)? != 0,
        pressure: count(16)?,
        last_met: day(row, 17)?,
        mails: number(18)?,
        mails_opened: number(19)?,
        complaints_ignored: count(20)?,
        complaints_answered: count(21)?,
        asked_out: number(22)? != 0,
        is_broken: number(23)? != 0,
        has_address: match channel {
            Channel::Mail => mail.is_some(),
            Channel::Sms => mobile.is_some(),
            Channel::Letter | Channel::Call => true,
        },
        address_is_sound: match channel {
            Channel::Mail => mail.is_some_and(|mail| mail_is_well_formed(&mail)),
            Channel::Sms => mobile.is_some_and(|mobile| digits_of(&mobile).is_some()),
            Channel::Letter | Channel::Call => true,
        },
    })
}

/// What the records say of the customer to whom a message went; none when there is no such customer.
pub(super) fn known_of(on: &impl Rows, message: &Sent) -> Result<Option<Known>, ApiError> {
    let text = |at: jiff::civil::DateTime| match Value::from(at) {
        Value::Text(text) => text.into_string(),
        _ => String::new(),
    };
    let before = |days: i64| text(message.at.saturating_sub(days.days()));
    let electric = trade::energies().get(ELECTRIC).copied().unwrap_or_default();
    Ok(on
        .rows()
        .prepare_cached(KNOWN)?
        .query_row(
            named_params! {
                ":customer": message.customer, ":activity": message.activity, ":at": text(message.at),
                ":since": before(30), ":patience": before(2), ":today": message.at.date().to_string(),
                ":electric": electric, ":channel": message.channel.code(), ":consent": message.channel.consent(),
            },
            |row| known(row, message.customer, message.channel),
        )
        .optional()?)
}

/// Every message of a campaign of which nothing else was heard has arrived.
pub(super) fn deliver(change: &Change, campaign: i64, at: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "UPDATE recipient SET state = 'delivered', at = ?2 WHERE campaign_id = ?1 AND state = 'sent'",
        )?
        .execute((campaign, at))?;
    Ok(())
}

/// What became of a message to one of many: a state only goes forward.
pub(super) fn mark_recipient(
    change: &Change,
    recipient: i64,
    state: &str,
    reaction: Option<&str>,
    at: &str,
) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached(
            "UPDATE recipient SET state = ?2, reaction = coalesce(?3, reaction), at = ?4 WHERE id = ?1
             AND instr('selected sent delivered opened clicked answered bounced unsubscribed complained', state)
                < instr('selected sent delivered opened clicked answered bounced unsubscribed complained', ?2)",
        )?
        .execute((recipient, state, reaction, at))?;
    Ok(())
}

/// A row of the inbox: the activity received, the message it answers, what it wants and why.
pub(super) struct Received<'a> {
    pub(super) activity: i64,
    pub(super) message: Option<i64>,
    pub(super) recipient: Option<i64>,
    pub(super) intent: Intent,
    pub(super) wish: &'a str,
    pub(super) why: &'a str,
}

pub(super) fn receive(change: &Change, received: &Received) -> Result<i64, ApiError> {
    let conn = change.conn();
    let id: i64 = conn
        .prepare_cached(
            "INSERT INTO sequence (entity, last) VALUES ('inbox', 1)
             ON CONFLICT (entity) DO UPDATE SET last = last + 1 RETURNING last",
        )?
        .query_row([], |row| row.get(0))?;
    conn.prepare_cached(
        "INSERT INTO inbox (id, activity_id, message_id, recipient_id, intent, wish, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        id,
        received.activity,
        received.message,
        received.recipient,
        received.intent.code(),
        received.wish,
        received.why,
    ))?;
    Ok(id)
}

/// Who answers, and of which car they speak.
#[derive(Debug, Default)]
pub(super) struct Speaker {
    pub(super) civility: Option<String>,
    pub(super) first_name: Option<String>,
    pub(super) last_name: Option<String>,
    pub(super) firm: Option<String>,
    pub(super) town: Option<String>,
    pub(super) mail: Option<String>,
    pub(super) site: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) vehicle: Option<i64>,
    pub(super) model: Option<String>,
    pub(super) plate: Option<String>,
    pub(super) km: Option<i64>,
    pub(super) amount: Option<i64>,
    pub(super) serviced_on: Option<String>,
    /// The car that they have ordered, with its article, when it is not one that the group sells new.
    pub(super) chosen: Option<String>,
}

const SPEAKER: &str = "SELECT customer.civility, customer.first_name, customer.last_name,
    coalesce(customer.legal_name, customer.trade_name), customer.town, customer.mail, customer.site, customer.owner,
    vehicle.id, vehicle.model, vehicle.plate,
    coalesce(estimated_km(car.last_reading_km, car.last_reading_on, car.km_per_year, :today), vehicle.mileage),
    bill.gross_amount, bill.issued_on
FROM customer
LEFT JOIN vehicle ON vehicle.id = (
    SELECT own.id FROM vehicle AS own LEFT JOIN vehicle_facts AS facts ON facts.vehicle_id = own.id
    WHERE own.customer_id = customer.id AND own.sold_on IS NULL
    ORDER BY CASE :offer WHEN 'finance_end' THEN coalesce(facts.finance_end_on, '9')
        WHEN 'inspection' THEN coalesce(inspection_due(own.first_registered_on, facts.last_inspection_on, :today), '9')
        WHEN 'warranty' THEN coalesce(facts.warranty_end_on, '9')
        WHEN 'new_car' THEN coalesce(own.first_registered_on, '9') WHEN 'used_car' THEN coalesce(own.first_registered_on, '9')
        ELSE coalesce(facts.next_visit_on, '9') END, own.id DESC LIMIT 1)
LEFT JOIN vehicle_facts AS car ON car.vehicle_id = vehicle.id
LEFT JOIN invoice AS bill ON bill.id = (SELECT id FROM invoice WHERE invoice.customer_id = customer.id
    AND invoice.kind = 'service' ORDER BY issued_on DESC, id DESC LIMIT 1)
WHERE customer.id = :customer";

/// Who a customer is and the car that an offer is about; none when there is no such customer.
pub(super) fn speaker(
    on: &impl Rows,
    customer: i64,
    offer: &str,
    today: &str,
) -> Result<Option<Speaker>, ApiError> {
    Ok(on
        .rows()
        .prepare_cached(SPEAKER)?
        .query_row(
            named_params! {":customer": customer, ":offer": offer, ":today": today},
            |row| {
                Ok(Speaker {
                    civility: row.get(0)?,
                    first_name: row.get(1)?,
                    last_name: row.get(2)?,
                    firm: row.get(3)?,
                    town: row.get(4)?,
                    mail: row.get(5)?,
                    site: row.get(6)?,
                    owner: row.get(7)?,
                    vehicle: row.get(8)?,
                    model: row.get(9)?,
                    plate: row.get(10)?,
                    km: row.get(11)?,
                    amount: row.get(12)?,
                    serviced_on: row.get(13)?,
                    chosen: None,
                })
            },
        )
        .optional()?)
}

/// Whose a message was, and its subject.
pub(super) type Told = (Option<String>, Option<String>);

/// Whose a message was and its subject; none when it is no more.
pub(super) fn message(change: &Change, activity: i64) -> Result<Option<Told>, ApiError> {
    Ok(change
        .conn()
        .prepare_cached("SELECT owner, subject FROM activity WHERE id = ?1")?
        .query_row([activity], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn set_result(change: &Change, activity: i64, result: &str) -> Result<(), ApiError> {
    change
        .conn()
        .prepare_cached("UPDATE activity SET result = ?2 WHERE id = ?1 AND result IS NULL")?
        .execute((activity, result))?;
    Ok(())
}
