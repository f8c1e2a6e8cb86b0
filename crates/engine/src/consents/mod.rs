//! Consents: what a customer said for each channel, and whether they may be approached today.

mod decide;
mod set;

pub(crate) use set::ConsentSet;
pub(crate) use set::set;

use crate::content::choices;
use crate::content::law::contact_rule;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{RecordView, read as read_record, rows, view};
use crate::values::Value;
use decide::{ContactMode, ContactVerdict, Facts, Said, day_of, decide, last_word, within_hours};
use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whose consents, and by which rules.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ConsentsRead {
    /// A customer.
    #[serde(rename = "ref")]
    reference: String,
    #[serde(default)]
    mode: ContactMode,
}

/// Each channel, in the order of the catalogue.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Consents {
    channels: Vec<ChannelView>,
    /// Ways in which an agreement is given, to choose from.
    origins: Vec<&'static str>,
}

/// One channel.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChannelView {
    channel: &'static str,
    /// The record that counts.
    consent: Option<RecordView>,
    today: ContactVerdict,
    /// Hours of the day at which it is allowed, `["10:00", "13:00"]`; any hour when empty.
    hours: Vec<(String, String)>,
    /// Is the moment of use within them?
    now: bool,
    /// The text the rule comes from.
    source: &'static str,
}

/// How many of the origins are those of an agreement.
const AGREEMENTS: usize = 6;

/// Channels, and the fields of a customer by which each reaches them.
const CHANNELS: [(&str, &[&str]); 4] = [
    ("phone", &["mobile", "phone"]),
    ("sms", &["mobile"]),
    ("mail", &["mail"]),
    ("letter", &["street", "town"]),
];

/// What a customer said, and whether they may be approached today, by channel.
pub(crate) fn read(reader: &Reader, input: ConsentsRead) -> Result<Consents, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    if entity != Entity::Customer {
        return Err(ApiError::not_found(&input.reference));
    }
    let id = rows::survivor(reader, id)?;
    let customer = read_record(reader, Entity::Customer, id)?;
    let theirs = |entity: Entity| children(reader, entity, id);
    let consents = theirs(Entity::Consent)?;
    let audience = text(&customer, "kind").unwrap_or("person");
    let client = text(&customer, "status") == Some("client");
    let contract_until = theirs(Entity::Vehicle)?.iter().filter_map(contract_end).max();
    let calls: Vec<Date> = theirs(Entity::Activity)?
        .iter()
        .filter(|activity| {
            text(activity, "kind") == Some("call") && text(activity, "direction") == Some("outbound")
        })
        .filter_map(|activity| day_of(text(activity, "happened_at").and_then(|at| at.get(..10))))
        .collect();
    let today = reader.today().to_string();
    let mut channels = Vec::new();
    for (channel, addresses) in CHANNELS {
        let Some(rule) = contact_rule(channel, audience, &today) else {
            continue;
        };
        let of_channel = || {
            consents
                .iter()
                .filter(|consent| text(consent, "channel") == Some(channel))
        };
        let has = |key: &&str| text(&customer, key).is_some();
        let facts = Facts {
            // A letter needs the street and the town; a number, any of them.
            address: if channel == "letter" {
                addresses.iter().all(has)
            } else {
                addresses.iter().any(has)
            },
            consent: last_word(of_channel().map(said)),
            client,
            contract_until,
            calls: calls.clone(),
        };
        channels.push(ChannelView {
            channel,
            today: decide(&facts, rule, input.mode, reader.now),
            consent: newest(of_channel()).cloned(),
            hours: rule.hours.clone(),
            now: within_hours(rule, reader.now),
            source: &rule.source,
        });
    }
    // `content/words/choices.toml`: the others are those of a refusal.
    let origins = choices("consent_origins")
        .iter()
        .take(AGREEMENTS)
        .map(String::as_str)
        .collect();
    Ok(Consents { channels, origins })
}

/// The record of the word that counts.
fn newest<'a>(consents: impl Iterator<Item = &'a RecordView>) -> Option<&'a RecordView> {
    consents.max_by_key(|consent| {
        let said = said(consent);
        (said.withdrawn_on.max(said.given_on), said.state != "granted")
    })
}

fn said(consent: &RecordView) -> Said {
    Said {
        state: text(consent, "state").unwrap_or_default().to_owned(),
        given_on: day_of(text(consent, "given_on")),
        withdrawn_on: day_of(text(consent, "withdrawn_on")),
    }
}

/// The last day of a financing with instalments, for a car still theirs.
fn contract_end(car: &RecordView) -> Option<Date> {
    if text(car, "sold_on").is_some() || text(car, "finance_kind") == Some("cash") {
        return None;
    }
    let months = car.values.get("finance_months").and_then(Value::int)?;
    Some(day_of(text(car, "financed_on"))?.saturating_add(Span::new().months(months.clamp(0, 12_000))))
}

fn children(reader: &Reader, entity: Entity, customer: i64) -> Result<Vec<RecordView>, ApiError> {
    Ok(rows::read_where(reader, entity, "customer_id", customer, "id")?
        .into_iter()
        .map(|(id, values)| view(entity, id, values))
        .collect())
}

fn text<'a>(record: &'a RecordView, key: &str) -> Option<&'a str> {
    record.values.get(key).and_then(Value::text)
}
