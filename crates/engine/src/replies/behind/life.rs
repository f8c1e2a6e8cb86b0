//! « Dans la vraie vie »: what was reckoned of a campaign when it left, for its screen.

use super::rows;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::replies::model::Regime;
use serde::Serialize;

/// What a campaign would give in life, in thousandths of a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignExpected {
    /// How often customers reacted to what was really sent.
    pub(super) regime: Regime,
    pub(super) delivered: i64,
    pub(super) bounced: i64,
    pub(super) opened: i64,
    pub(super) clicked: i64,
    pub(super) answered: i64,
    /// Appointments asked for.
    pub(super) appointments: i64,
    pub(super) unsubscribed: i64,
    pub(super) complained: i64,
}

/// What was reckoned of a campaign; none of those that left before anything was, or that came with the base.
pub(crate) fn in_life(reader: &Reader, campaign: i64) -> Result<Option<CampaignExpected>, ApiError> {
    rows::expected(reader, campaign)
}
