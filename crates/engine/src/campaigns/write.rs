//! What a campaign leaves behind it: a recipient and an activity for each, and what is told to those who answer.

use super::plan::{CampaignPlan, Prepared};
use super::rows::{self, NewActivity, NewRecipient};
use crate::change::Change;
use crate::content::messages::rules;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::messages::{offer, overruled, way, wording};
use crate::reader::Reader;
use crate::replies::{self, Sent};
use crate::values::Value;
use jiff::civil::DateTime;

/// A campaign that leaves.
pub(super) struct Campaign<'a> {
    pub(super) id: i64,
    pub(super) plan: &'a CampaignPlan,
    pub(super) at: DateTime,
}

/// Longest subject of an activity.
const SUBJECT: usize = 160;
/// Recipients between two reports of how far the work has come.
const STEP: usize = 500;

/// Writes everything, inside a change.
pub(super) fn write(
    reader: &Reader,
    change: &Change,
    campaign: &Campaign,
    prepared: &Prepared,
) -> Result<(), ApiError> {
    let at = Value::from(campaign.at);
    let mails = prepared.mails();
    let excluded: Vec<_> = prepared.excluded().collect();
    let first = rows::numbers(change, Entity::Recipient, mails.len() + excluded.len())?;
    let first_activity = rows::numbers(change, Entity::Activity, mails.len())?;
    let total = mails.len() as u64;
    let mut told = Vec::with_capacity(mails.len());
    let hashes =
        [Some(&campaign.plan.text), campaign.plan.other.as_ref()].map(|text| text.map_or(0, wording));
    for (place, mail) in (0_i64..).zip(&mails) {
        let forced: Vec<&str> = mail.forced.iter().map(|reason| reason.code()).collect();
        rows::insert_recipient(
            change,
            &NewRecipient {
                id: first + place,
                campaign: campaign.id,
                customer: mail.to.customer,
                state: "sent",
                reason: None,
                at: &at,
                variant: mail.variant,
                forced: (!forced.is_empty()).then(|| forced.join(",")),
            },
        )?;
        let subject = if mail.rendered.subject.is_empty() {
            campaign.plan.name.trim()
        } else {
            &mail.rendered.subject
        };
        rows::insert_activity(
            change,
            &NewActivity {
                id: first_activity + place,
                customer: mail.to.customer,
                campaign: campaign.id,
                at: &at,
                subject: subject.chars().take(SUBJECT).collect(),
                content: &mail.rendered.body,
                follow_up_on: campaign.plan.follow_up_on.as_deref(),
            },
        )?;
        told.push(Sent {
            activity: first_activity + place,
            customer: mail.to.customer,
            campaign: Some(campaign.id),
            recipient: Some(first + place),
            channel: way(campaign.plan.channel),
            at: campaign.at,
            offer: offer(campaign.plan.offer.as_deref()),
            personalised: mail.rendered.personalised,
            forced: overruled(mail.forced),
            text_hash: hashes[usize::from(mail.variant == Some("B"))],
        });
        if (place as usize).is_multiple_of(STEP) {
            reader.files.progress(total + place.unsigned_abs(), 2 * total);
        }
    }
    let after = first + i64::try_from(mails.len()).unwrap_or(0);
    for (place, (one, reason)) in (after..).zip(&excluded) {
        // Whoever is no more cannot be a recipient.
        if *reason == crate::error::GateReason::Gone {
            continue;
        }
        rows::insert_recipient(
            change,
            &NewRecipient {
                id: place,
                campaign: campaign.id,
                customer: one.customer,
                state: "excluded",
                reason: rules().reasons.get(reason.code()).map(String::as_str),
                at: &at,
                variant: None,
                forced: None,
            },
        )?;
    }
    replies::sent(change, &told)
}
