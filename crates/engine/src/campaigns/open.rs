//! One campaign: what left, what came back, day by day and wording by wording.

use super::list::CampaignResults;
use super::rows;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{RecordView, read};
use crate::replies::{self, CampaignExpected};
use crate::values::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which one.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignOpen {
    #[serde(rename = "ref")]
    reference: String,
}

/// A campaign.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignFile {
    campaign: RecordView,
    /// What the targeting is called that it was sent to.
    targeting: Option<String>,
    results: CampaignResults,
    /// Of each wording, for a campaign of two.
    variants: Vec<VariantResults>,
    /// Reactions by day.
    days: Vec<CampaignDay>,
    excluded: Vec<ExcludedCount>,
    /// What it would give in life, reckoned when it left.
    expected: Option<CampaignExpected>,
    /// Recipients who asked for an appointment.
    asked: i64,
    /// Recipients who reacted and have an appointment since.
    appointments: i64,
    /// Vehicles bought by them within ninety days, visits to the workshop paid.
    purchases: i64,
    visits: i64,
    /// Recipients for whom a rule was overruled.
    overruled: i64,
}

/// What came of one wording.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct VariantResults {
    variant: String,
    results: CampaignResults,
}

/// The reactions of a day.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignDay {
    on: String,
    /// By state of the recipients whose last reaction was on this day.
    states: BTreeMap<String, i64>,
}

/// How many were left out, in the words kept.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ExcludedCount {
    reason: String,
    count: i64,
}

/// States that are no reaction.
const STILL: [&str; 3] = ["selected", "excluded", "sent"];

/// Opens a campaign.
///
/// # Errors
/// `NotFound`.
pub(crate) fn open(reader: &Reader, input: CampaignOpen) -> Result<CampaignFile, ApiError> {
    let id = match parse_any_reference(&input.reference)? {
        (Entity::Campaign, id) => id,
        _ => return Err(ApiError::not_found(&input.reference)),
    };
    let campaign = read(reader, Entity::Campaign, id)?;
    let text = |key: &str| campaign.values.get(key).and_then(Value::text);
    let targeting = text("targeting_id")
        .map(parse_any_reference)
        .transpose()?
        .map(|(entity, id)| read(reader, entity, id))
        .transpose()?
        .map(|record| record.label);
    let sent_at = text("sent_at").unwrap_or_default().to_owned();
    let mut excluded: Vec<ExcludedCount> = rows::crossed(reader, id, "exclusion_reason")?
        .into_iter()
        .filter(|(_, state, _)| state == "excluded")
        .map(|(reason, _, count)| ExcludedCount { reason, count })
        .collect();
    excluded.sort_by_key(|one| -one.count);
    let [asked, appointments, purchases, visits, overruled] = rows::followed(reader, id, &sent_at)?;
    Ok(CampaignFile {
        targeting,
        results: total(&rows::crossed(reader, id, "''")?),
        variants: variants(rows::crossed(reader, id, "variant")?),
        days: days(rows::crossed(reader, id, "substr(at, 1, 10)")?),
        excluded,
        expected: replies::in_life(reader, id)?,
        asked,
        appointments,
        purchases,
        visits,
        overruled,
        campaign,
    })
}

fn total(found: &[(String, String, i64)]) -> CampaignResults {
    CampaignResults::of(
        &found
            .iter()
            .map(|(_, state, count)| (state.clone(), *count))
            .collect(),
    )
}

fn variants(found: Vec<(String, String, i64)>) -> Vec<VariantResults> {
    by_axis(found)
        .into_iter()
        .filter(|(variant, _)| !variant.is_empty())
        .map(|(variant, states)| VariantResults {
            variant,
            results: CampaignResults::of(&states),
        })
        .collect()
}

fn days(found: Vec<(String, String, i64)>) -> Vec<CampaignDay> {
    let reactions = found
        .into_iter()
        .filter(|(_, state, _)| !STILL.contains(&state.as_str()))
        .collect();
    by_axis(reactions)
        .into_iter()
        .filter(|(on, _)| !on.is_empty())
        .map(|(on, states)| CampaignDay { on, states })
        .collect()
}

fn by_axis(found: Vec<(String, String, i64)>) -> BTreeMap<String, BTreeMap<String, i64>> {
    let mut by: BTreeMap<String, BTreeMap<String, i64>> = BTreeMap::new();
    for (axis, state, count) in found {
        by.entry(axis).or_default().insert(state, count);
    }
    by
}
