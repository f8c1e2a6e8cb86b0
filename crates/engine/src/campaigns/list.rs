//! Every campaign, with what came of it.

use super::rows;
use crate::change::Nothing;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::records::{RecordView, read};
use serde::Serialize;
use std::collections::BTreeMap;

/// The campaigns, the latest first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Campaigns {
    campaigns: Vec<CampaignLine>,
}

/// One of them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignLine {
    campaign: RecordView,
    results: CampaignResults,
}

/// In numbers of recipients; each part is among the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignResults {
    pub(super) targeted: i64,
    pub(super) excluded: i64,
    pub(super) sent: i64,
    pub(super) bounced: i64,
    pub(super) delivered: i64,
    pub(super) opened: i64,
    pub(super) clicked: i64,
    pub(super) answered: i64,
    pub(super) unsubscribed: i64,
    pub(super) complained: i64,
}

impl CampaignResults {
    /// What the states of recipients come to. Whoever clicked or answered had opened; whoever opened had got it.
    pub(super) fn of(states: &BTreeMap<String, i64>) -> Self {
        let of = |state: &str| states.get(state).copied().unwrap_or(0);
        let opened = of("opened") + of("clicked") + of("answered") + of("unsubscribed") + of("complained");
        let delivered = opened + of("delivered");
        let sent = delivered + of("bounced") + of("sent");
        Self {
            targeted: sent + of("excluded") + of("selected"),
            excluded: of("excluded"),
            sent,
            bounced: of("bounced"),
            delivered,
            opened,
            clicked: of("clicked"),
            answered: of("answered"),
            unsubscribed: of("unsubscribed"),
            complained: of("complained"),
        }
    }
}

/// Lists the campaigns.
pub(crate) fn list(reader: &Reader, _input: Nothing) -> Result<Campaigns, ApiError> {
    let states = rows::states(reader)?;
    let campaigns = rows::campaigns(reader)?
        .into_iter()
        .map(|id| {
            Ok(CampaignLine {
                campaign: read(reader, Entity::Campaign, id)?,
                results: states.get(&id).map(CampaignResults::of).unwrap_or_default(),
            })
        })
        .collect::<Result<_, ApiError>>()?;
    Ok(Campaigns { campaigns })
}
