//! A message written down by hand left the dealership all the same: whoever received it may answer.

use super::come::Coming;
use super::deals::decides_already;
use super::judge::offer_of;
use super::luck::{Luck, Step};
use super::person::day_number;
use super::send::{after, rules, sent, wait};
use super::sent::{Channel, Forced, Sent};
use crate::change::Change;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::records::{RecordView, read};
use crate::values::{Value, fold, parse_date_time, parse_reference};

/// How far back a message may lie to be answered still, in days.
const LATELY: i32 = 2;

/// Hears of a contact that was just written down: a mail, an SMS, a letter of ours of these days is sent for good.
pub(crate) fn told(reader: &Reader, change: &Change, activity: i64) -> Result<(), ApiError> {
    let logged = read(reader, Entity::Activity, activity)?;
    let text = |key: &str| logged.values.get(key).and_then(Value::text);
    if let (Some("offer" | "test_drive"), Some((_, customer))) =
        (text("kind"), text("customer_id").and_then(parse_reference))
    {
        return think(reader, change, customer);
    }
    let channel = text("kind")
        .and_then(Channel::of_code)
        .filter(|channel| *channel != Channel::Call);
    let customer = text("customer_id").and_then(parse_reference);
    let at = text("happened_at").and_then(parse_date_time);
    let (Some(channel), Some((_, customer)), Some(at)) = (channel, customer, at) else {
        return Ok(());
    };
    let is_ours = text("direction") == Some("outbound") && text("campaign_id").is_none();
    if !is_ours || (reader.today() - at.date()).get_days() > LATELY {
        return Ok(());
    }
    let words = format!(
        "{} {}",
        text("subject").unwrap_or_default(),
        text("content").unwrap_or_default()
    );
    let message = Sent {
        activity,
        customer,
        campaign: None,
        recipient: None,
        channel,
        at,
        offer: offer_of(&words),
        personalised: personalised(reader, customer, &words)?,
        forced: Forced::NONE,
        text_hash: u64::from_ne_bytes(activity.to_ne_bytes()),
    };
    sent(change, &[message])
}

/// Who was shown a car or an offer makes up their mind within days.
fn think(reader: &Reader, change: &Change, customer: i64) -> Result<(), ApiError> {
    if decides_already(change, customer)? {
        return Ok(());
    }
    let occasion = day_number(reader.today()) * 16 + 14;
    let luck = Luck::of(rules(change)?.seed, customer, occasion);
    let minutes = (1 + luck.below(Step::Delay, 5)) * 24 * 60;
    wait(
        change,
        after(reader.now, minutes),
        Some(customer),
        Coming::Decision { occasion },
    )
}

/// Does it name the person, and a car of theirs?
fn personalised(reader: &Reader, customer: i64, words: &str) -> Result<u32, ApiError> {
    let words = fold(words);
    let says = |record: &RecordView, key: &str| {
        let value = record.values.get(key).and_then(Value::text).map(fold);
        value.is_some_and(|value| value.len() > 2 && words.contains(&value))
    };
    let person = read(reader, Entity::Customer, customer)?;
    let named = says(&person, "last_name") || says(&person, "legal_name") || says(&person, "first_name");
    let cars = crate::records::rows::read_where(reader, Entity::Vehicle, "customer_id", customer, "id")?;
    let car = cars
        .into_iter()
        .map(|(id, values)| crate::records::view(Entity::Vehicle, id, values))
        .any(|car| says(&car, "model") || says(&car, "plate"));
    Ok(u32::from(named) * 50 + u32::from(car) * 50)
}
