//! What is still to be placed: follow-ups that are late, leads for which nothing is planned.

use super::AgendaLink;
use super::rows;
use super::window::Whose;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use serde::{Deserialize, Serialize};

/// Lines of each kind.
const SHOWN: i64 = 30;

/// Whose.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaWaiting {
    owner: Option<String>,
    site: Option<String>,
}

/// What waits, in the order in which it presses.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaToPlace {
    follow_ups: Vec<ToPlace>,
    follow_up_total: usize,
    leads: Vec<ToPlace>,
}

/// Somebody to place.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ToPlace {
    /// The customer or the lead.
    of: AgendaLink,
    /// The activity that asked for the follow-up.
    activity: Option<String>,
    detail: Option<String>,
    on: Option<String>,
    owner: Option<String>,
}

/// Reads what waits.
pub(crate) fn waiting(reader: &Reader, input: AgendaWaiting) -> Result<AgendaToPlace, ApiError> {
    let whose = Whose::new(input.owner.as_deref(), input.site.as_deref());
    let today = reader.today().to_string();
    let mut late = rows::follow_ups(reader, &whose, "", &today)?;
    late.reverse();
    let follow_up_total = late.len();
    let shown = usize::try_from(SHOWN).unwrap_or_default();
    let follow_ups = late
        .into_iter()
        .filter_map(|row| {
            Some(ToPlace {
                of: row.customer.or(row.lead)?,
                activity: Some(Entity::Activity.reference(row.id)),
                detail: row.subject,
                on: Some(row.on),
                owner: row.owner,
            })
        })
        .take(shown)
        .collect();
    let leads = rows::leads_to_place(reader, &whose, SHOWN)?
        .into_iter()
        .map(|row| ToPlace {
            of: row.of,
            activity: None,
            detail: row.detail,
            on: row.on,
            owner: row.owner,
        })
        .collect();
    Ok(AgendaToPlace {
        follow_ups,
        follow_up_total,
        leads,
    })
}
