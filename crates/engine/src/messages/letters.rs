//! Letters as they go to paper: those of a campaign, or one alone.

use super::preview::block;
use super::said::written_date;
use super::{MessageChannel, rows};
use crate::content::group;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records;
use crate::values::{Value, parse_date_time};
use serde::{Deserialize, Serialize};

/// Of what: a campaign, or an activity.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LettersAsked {
    #[serde(rename = "ref")]
    reference: String,
    offset: u32,
    limit: u32,
}

/// The letters, one a page.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LettersMade {
    #[cfg_attr(test, ts(type = "number"))]
    total: i64,
    letters: Vec<Letter>,
}

/// One letter.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Letter {
    customer: String,
    label: String,
    /// Who writes: name, street, town, telephone of the dealership.
    sender: Vec<String>,
    /// To whom: six lines of 38 characters at most.
    address: Vec<String>,
    /// Where and when, as a letter begins.
    place: String,
    day: String,
    subject: String,
    body: String,
}

/// A letter that left, as it is kept.
pub(super) struct Sent {
    pub(super) customer: i64,
    pub(super) subject: Option<String>,
    pub(super) body: Option<String>,
    pub(super) at: Option<String>,
}

/// Pages made at once.
const MOST: u32 = 500;

/// The letters of a campaign, or that of an activity.
///
/// # Errors
/// `NotFound`.
pub(crate) fn letters(reader: &Reader, input: LettersAsked) -> Result<LettersMade, ApiError> {
    let (column, id) = match parse_any_reference(&input.reference)? {
        (Entity::Campaign, id) => ("campaign_id", id),
        (Entity::Activity, id) => ("id", id),
        _ => return Err(ApiError::not_found(&input.reference)),
    };
    let (total, sent) = rows::sent(reader, column, id, input.offset, input.limit.min(MOST))?;
    let letters = sent
        .into_iter()
        .map(|sent| letter(reader, sent))
        .collect::<Result<_, ApiError>>()?;
    Ok(LettersMade { total, letters })
}

fn letter(reader: &Reader, sent: Sent) -> Result<Letter, ApiError> {
    let customer = records::read(reader, Entity::Customer, sent.customer)?;
    let named = customer.values.get("site").and_then(Value::text);
    let sites = &group().sites;
    let site = sites
        .iter()
        .find(|site| Some(site.name.as_str()) == named)
        .or(sites.first());
    let at = sent.at.as_deref().and_then(parse_date_time).unwrap_or(reader.now);
    Ok(Letter {
        sender: site.map_or_else(Vec::new, |site| {
            vec![
                site.name.clone(),
                format!("{} {}", site.street_number, site.street),
                format!("{} {}", site.postcode, site.town),
                site.phone.clone(),
            ]
        }),
        place: site.map(|site| site.town.clone()).unwrap_or_default(),
        day: written_date(at.date()),
        address: block(MessageChannel::Letter, &customer),
        customer: customer.reference,
        label: customer.label,
        subject: sent.subject.unwrap_or_default(),
        body: sent.body.unwrap_or_default(),
    })
}
