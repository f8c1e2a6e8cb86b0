//! A lead as a card of the board.

use super::deadline::{AnswerDeadline, deadline};
use crate::fields::Entity;
use crate::reader::Reader;
use crate::reckoning::hours::minutes_between;
use crate::values::parse_date_time;
use serde::Serialize;

/// A lead at a glance.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeadCard {
    #[serde(rename = "ref")]
    pub(super) reference: String,
    label: String,
    kind: Option<String>,
    channel: Option<String>,
    vehicle: Option<String>,
    phone: Option<String>,
    issued_at: String,
    /// Minutes since it was issued.
    age_minutes: i64,
    owner: Option<String>,
    site: Option<String>,
    state: String,
    lost_reason: Option<String>,
    /// The customer it is attached to, and what they are called.
    customer: Option<String>,
    customer_label: Option<String>,
    /// Attached to nobody, yet a customer has the same number or address.
    known: bool,
    /// Of a lead that nobody has answered.
    pub(super) deadline: Option<AnswerDeadline>,
    answered_at: Option<String>,
    /// The first follow-up to be made; of the customer when none is promised about the lead.
    pub(super) next_on: Option<String>,
}

/// A lead as the database tells it.
pub(super) struct CardRow {
    pub(super) id: i64,
    pub(super) label: String,
    pub(super) kind: Option<String>,
    pub(super) channel: Option<String>,
    pub(super) vehicle: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) issued_at: String,
    pub(super) owner: Option<String>,
    pub(super) site: Option<String>,
    pub(super) state: String,
    pub(super) lost_reason: Option<String>,
    pub(super) customer: Option<i64>,
    pub(super) customer_label: Option<String>,
    pub(super) answered_at: Option<String>,
    pub(super) next_on: Option<String>,
    pub(super) known: bool,
}

/// The card of a lead, at the moment of use.
pub(super) fn card_of(reader: &Reader, row: CardRow) -> LeadCard {
    let issued = parse_date_time(&row.issued_at);
    let waits = row.state == "new" && row.answered_at.is_none();
    let site = row.site.as_deref().unwrap_or_default();
    LeadCard {
        reference: Entity::Lead.reference(row.id),
        deadline: issued
            .filter(|_| waits)
            .map(|issued| deadline(site, issued, reader.now)),
        age_minutes: issued.map_or(0, |issued| minutes_between(issued, reader.now).max(0)),
        customer: row.customer.map(|id| Entity::Customer.reference(id)),
        customer_label: row.customer_label,
        label: row.label,
        kind: row.kind,
        channel: row.channel,
        vehicle: row.vehicle,
        phone: row.phone,
        issued_at: row.issued_at,
        owner: row.owner,
        site: row.site,
        state: row.state,
        lost_reason: row.lost_reason,
        known: row.known,
        answered_at: row.answered_at,
        next_on: row.next_on,
    }
}
