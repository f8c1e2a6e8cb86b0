//! Consents: what a customer said for each channel, and whether they may be approached today.

mod rows;
mod set;

pub(crate) use crate::reckoning::ContactMode;
pub(crate) use set::ConsentSet;
pub(crate) use set::{set, withdraw};

use crate::content::choices;
use crate::content::law::contact_rule;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::reckoning::{CHANNELS, ContactVerdict, Said, day_of, within_hours};
use crate::records::rows::{read_where, survivor};
use crate::records::{RecordView, read as read_record, view};
use crate::values::Value;
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

/// What a customer said, and whether they may be approached today, by channel.
pub(crate) fn read(reader: &Reader, input: ConsentsRead) -> Result<Consents, ApiError> {
    let (entity, id) = parse_any_reference(&input.reference)?;
    if entity != Entity::Customer {
        return Err(ApiError::not_found(&input.reference));
    }
    let id = survivor(reader, id)?;
    read_record(reader, Entity::Customer, id)?;
    let consents = children(reader, Entity::Consent, id)?;
    let reach = rows::reach(reader, id)?;
    let today = reader.today().to_string();
    let mut channels = Vec::new();
    for channel in CHANNELS {
        let rule = contact_rule(channel, &reach.audience, &today);
        let verdict = reach.verdict(channel, input.mode, reader.now);
        let (Some(rule), Some(verdict)) = (rule, verdict) else {
            continue;
        };
        let of_channel = consents
            .iter()
            .filter(|consent| text(consent, "channel") == Some(channel));
        channels.push(ChannelView {
            channel,
            today: verdict,
            consent: newest(of_channel).cloned(),
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
    consents.max_by_key(|consent| said(consent).weight())
}

fn said(consent: &RecordView) -> Said {
    Said {
        state: text(consent, "state").unwrap_or_default().to_owned(),
        given_on: day_of(text(consent, "given_on")),
        withdrawn_on: day_of(text(consent, "withdrawn_on")),
    }
}

fn children(reader: &Reader, entity: Entity, customer: i64) -> Result<Vec<RecordView>, ApiError> {
    Ok(read_where(reader, entity, "customer_id", customer, "id")?
        .into_iter()
        .map(|(id, values)| view(entity, id, values))
        .collect())
}

fn text<'a>(record: &'a RecordView, key: &str) -> Option<&'a str> {
    record.values.get(key).and_then(Value::text)
}
