//! A campaign for a date: on the day, its audience is counted anew and it leaves, or says that nobody was left.

use super::launch::depart;
use super::plan::{CampaignPlan, prepare};
use super::rows;
use crate::change::Change;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::values::{Value, parse_date_time};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// What such an event is called.
pub(crate) const EVENT: &str = "campaign";

/// What the event holds.
#[derive(Debug, Serialize, Deserialize)]
struct Payload {
    campaign: i64,
}

fn payload(campaign: i64) -> String {
    serde_json::to_string(&Payload { campaign }).unwrap_or_default()
}

/// Sets a campaign for a moment.
pub(super) fn schedule(change: &Change, campaign: i64, at: DateTime) -> Result<(), ApiError> {
    rows::insert_event(change, EVENT, &Value::from(at), &payload(campaign))
}

/// Takes it back.
pub(super) fn unschedule(change: &Change, campaign: i64) -> Result<(), ApiError> {
    rows::forget_event(change, EVENT, &payload(campaign))
}

/// Its moment has come; false when it cannot leave any more.
pub(crate) fn come(reader: &Reader, change: &Change, payload: &str, due_at: &str) -> Result<bool, ApiError> {
    let Ok(Payload { campaign }) = serde_json::from_str(payload) else {
        return Ok(false);
    };
    let Some((state, plan)) = rows::scheduled(change, campaign)? else {
        return Ok(false);
    };
    if state != "scheduled" {
        return Ok(false);
    }
    let plan: Option<CampaignPlan> = serde_json::from_str(&plan).ok();
    let at = parse_date_time(due_at).unwrap_or(reader.now);
    // What happened on the way to this moment counts.
    rows::settle(change)?;
    let then = reader.at(at);
    let prepared = plan.as_ref().map(|plan| prepare(&then, plan, at));
    match (plan, prepared) {
        (Some(plan), Some(Ok(prepared))) if !prepared.mails().is_empty() => {
            rows::set_state(change, campaign, "sent")?;
            depart(&then, change, campaign, &plan, &prepared, at)?;
            Ok(true)
        }
        // A targeting that was deleted, a field that is no more, an audience that emptied: said on the campaign.
        (
            _,
            None
            | Some(
                Ok(_)
                | Err(ApiError::BadTarget { .. } | ApiError::BadMessage { .. } | ApiError::NotFound { .. }),
            ),
        ) => {
            rows::set_state(change, campaign, "empty")?;
            Ok(false)
        }
        (_, Some(Err(error))) => Err(error),
    }
}
