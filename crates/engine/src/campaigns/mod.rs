//! Campaigns: one message to many, through the gate, now or on a date; what left, what came back.

mod cancel;
mod come;
mod excluded;
mod launch;
mod list;
mod open;
mod plan;
mod rows;
mod write;

pub(crate) use cancel::{CampaignCancel, cancel};
pub(crate) use come::{EVENT, come};
pub(crate) use excluded::{CampaignExcluded, ExcludedAsked, excluded};
pub(crate) use launch::{CampaignLaunch, CampaignLaunched, launch};
pub(crate) use list::{Campaigns, list};
pub(crate) use open::{CampaignFile, CampaignOpen, open};
pub(crate) use plan::{CampaignGate, CampaignPlan, gate};
