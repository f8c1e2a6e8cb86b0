//! One lead as a whole: what was asked, what was answered, and which customer it could be.

use super::card::{LeadCard, card_of};
use super::deadline::answer_minutes;
use super::{convert, coordinates, customer_of, lead_of, missing, rows, text};
use crate::customers::{Lookalike, alike};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{RecordView, Values, read, rows as records, view};
use crate::values::parse_date_time;
use serde::{Deserialize, Serialize};

/// Which lead.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadOpen {
    #[serde(rename = "ref")]
    reference: String,
}

/// A lead and all that hangs on it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeadFile {
    lead: RecordView,
    card: LeadCard,
    /// Opening minutes that the first answer took.
    answer_minutes: Option<i64>,
    /// Latest first.
    activities: Vec<RecordView>,
    agenda: Vec<RecordView>,
    customer: Option<RecordView>,
    /// Customers that could be the same person, most alike first; none once it is attached.
    candidates: Vec<LeadCandidate>,
    /// The customer that would be made of it.
    #[cfg_attr(test, ts(type = "Values"))]
    person: Values,
    #[cfg_attr(test, ts(type = "Values"))]
    company: Values,
}

/// A customer that could be the same person.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadCandidate {
    #[serde(flatten)]
    customer: Lookalike,
    owner: Option<String>,
    site: Option<String>,
    status: Option<String>,
    /// What the lead knows and the customer's record lacks.
    #[cfg_attr(test, ts(type = "Values"))]
    missing: Values,
}

/// Opens a lead.
pub(crate) fn open(reader: &Reader, input: LeadOpen) -> Result<LeadFile, ApiError> {
    let (id, lead) = lead_of(reader, &input.reference)?;
    let row = rows::card_of(reader, id)?;
    let site = row.site.clone().unwrap_or_default();
    let issued = parse_date_time(&row.issued_at);
    let answered = row.answered_at.as_deref().and_then(parse_date_time);
    let theirs = |entity: Entity, order: &'static str| -> Result<Vec<RecordView>, ApiError> {
        Ok(records::read_where(reader, entity, "lead_id", id, order)?
            .into_iter()
            .map(|(id, values)| view(entity, id, values))
            .collect())
    };
    let customer = customer_of(&lead)
        .map(|customer| read(reader, Entity::Customer, customer))
        .transpose()?;
    Ok(LeadFile {
        card: card_of(reader, row),
        answer_minutes: issued
            .zip(answered)
            .map(|(issued, answered)| answer_minutes(&site, issued, answered)),
        activities: theirs(Entity::Activity, "happened_at DESC, id DESC")?,
        agenda: theirs(Entity::AgendaEntry, "starts_at DESC, id DESC")?,
        candidates: if customer.is_some() {
            Vec::new()
        } else {
            candidates(reader, &lead)?
        },
        customer,
        person: convert::draft(&lead, "person"),
        company: convert::draft(&lead, "company"),
        lead,
    })
}

fn candidates(reader: &Reader, lead: &RecordView) -> Result<Vec<LeadCandidate>, ApiError> {
    let mut known = coordinates(lead, "person");
    for key in ["first_name", "last_name"] {
        if let Some(name) = text(lead, key) {
            known.insert(key.to_owned(), name.into());
        }
    }
    alike(reader, 0, &known)?
        .into_iter()
        .map(|customer| {
            let (_, id) = parse_any_reference(&customer.reference)?;
            let record = read(reader, Entity::Customer, id)?;
            let own = |key: &str| text(&record, key).map(str::to_owned);
            Ok(LeadCandidate {
                owner: own("owner"),
                site: own("site"),
                status: own("status"),
                missing: missing(lead, &record),
                customer,
            })
        })
        .collect()
}
