//! Who a campaign would leave out for a reason, person by person.

use super::plan::{CampaignPlan, prepare};
use crate::error::{ApiError, GateReason};
use crate::fields::Entity;
use crate::messages::MessageText;
use crate::reader::Reader;
use crate::records::read;
use serde::{Deserialize, Serialize};

/// Which campaign, for which reason.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ExcludedAsked {
    plan: CampaignPlan,
    reason: GateReason,
}

/// They.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignExcluded {
    total: usize,
    /// The first ones.
    people: Vec<ExcludedPerson>,
}

/// One of them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ExcludedPerson {
    #[serde(rename = "ref")]
    reference: String,
    label: String,
}

/// People shown.
const SHOWN: usize = 200;

/// Lists them.
pub(crate) fn excluded(reader: &Reader, input: ExcludedAsked) -> Result<CampaignExcluded, ApiError> {
    let ExcludedAsked { mut plan, reason } = input;
    let at = plan.leaves_at(reader.now);
    let prepared = match prepare(reader, &plan, at) {
        Err(ApiError::BadMessage { .. }) => {
            plan.text = MessageText::default();
            plan.other = None;
            prepare(reader, &plan, at)?
        }
        other => other?,
    };
    let those: Vec<i64> = prepared
        .excluded()
        .filter(|(_, why)| *why == reason)
        .map(|(one, _)| one.customer)
        .collect();
    let people = those
        .iter()
        .take(SHOWN)
        .filter_map(|id| match read(reader, Entity::Customer, *id) {
            Ok(record) => Some(Ok(ExcludedPerson {
                reference: record.reference,
                label: record.label,
            })),
            Err(ApiError::NotFound { .. }) => None,
            Err(error) => Some(Err(error)),
        })
        .collect::<Result<_, _>>()?;
    Ok(CampaignExcluded {
        total: those.len(),
        people,
    })
}
