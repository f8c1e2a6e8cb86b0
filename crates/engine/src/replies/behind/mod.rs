//! What stands behind reactions: what a campaign would give in life, and why each of its recipients reacted or kept silent.

mod expect;
mod life;
mod rows;
mod silence;
mod weighed;

pub(super) use expect::Expected;
pub(crate) use life::{CampaignExpected, in_life};
pub(super) use rows::{keep_case, keep_expected};
pub(crate) use silence::{RecipientWhy, RecipientWhyAsked, why_of_recipient};
pub(super) use weighed::WeighedCase;

#[cfg(test)]
mod tests;
