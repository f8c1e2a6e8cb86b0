//! Launching a campaign: recipients, history, follow-ups, what is to come back, as one change.

use super::come::schedule;
use super::plan::{CampaignPlan, Prepared, prepare};
use super::write::{Campaign, write};
use crate::activities::refuse_past;
use crate::change::{Change, ChangeDone, ChangeName, transact};
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::Entity;
use crate::messages::{MessageLack, empty_text};
use crate::reader::{Reader, Writer};
use crate::records::{Values, insert_checked};
use crate::values::Value;
use jiff::civil::DateTime;
use serde::Serialize;

/// The campaign to launch, or to send on its date.
pub(crate) type CampaignLaunch = CampaignPlan;

/// What was launched.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignLaunched {
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    /// How many get it; on its date, how many would as things stand.
    pub(crate) sent: usize,
    pub(crate) excluded: usize,
    pub(crate) scheduled: bool,
    #[serde(flatten)]
    pub(crate) done: ChangeDone,
}

/// Launches a campaign, or schedules it when its moment lies ahead.
///
/// # Errors
/// `Invalid` without a name; `BadMessage`; `MentionMissing`; `NobodyToReach` when the gate leaves nobody.
pub(crate) fn launch(writer: &mut Writer, plan: CampaignLaunch) -> Result<CampaignLaunched, ApiError> {
    if plan.name.trim().is_empty() {
        return Err(ApiError::invalid(Problem::new("name", ProblemCode::Required)));
    }
    for text in std::iter::once(&plan.text).chain(&plan.other) {
        let empty = empty_text(plan.channel, text);
        if !empty.is_empty() {
            return Err(ApiError::BadMessage { problems: empty });
        }
    }
    if !plan.without_mention && !plan.lacks().is_empty() {
        return Err(ApiError::MentionMissing);
    }
    refuse_past(writer, plan.follow_up_on.as_deref())?;
    let at = plan.leaves_at(writer.now);
    let prepared = prepare(writer, &plan, at)?;
    let sent = prepared.mails().len();
    if sent == 0 {
        return Err(ApiError::NobodyToReach);
    }
    let scheduled = at > writer.now;
    let name = if scheduled {
        ChangeName::CampaignSchedule
    } else {
        ChangeName::CampaignLaunch
    };
    let (id, done) = transact(writer, name, |reader, change| {
        let id = insert_checked(
            reader,
            change,
            Entity::Campaign,
            &values_of(&plan, at, scheduled)?,
        )?;
        if scheduled {
            schedule(change, id, at)?;
        } else {
            depart(reader, change, id, &plan, &prepared, at)?;
        }
        Ok((id, plan.name.trim().to_owned()))
    })?;
    Ok(CampaignLaunched {
        reference: Entity::Campaign.reference(id),
        sent,
        excluded: prepared.whom.len() - sent,
        scheduled,
        done,
    })
}

/// What leaves at a moment, inside a change.
pub(super) fn depart(
    reader: &Reader,
    change: &Change,
    id: i64,
    plan: &CampaignPlan,
    prepared: &Prepared,
    at: DateTime,
) -> Result<(), ApiError> {
    let campaign = Campaign { id, plan, at };
    write(reader, change, &campaign, prepared)
}

/// Longest text of a column of a workbook.
const LONGEST: usize = 32_000;

fn values_of(plan: &CampaignPlan, at: DateTime, scheduled: bool) -> Result<Values, ApiError> {
    let text = |text: &str| Value::from(Some(text.trim()).filter(|text| !text.is_empty()));
    let other = |pick: fn(&crate::messages::MessageText) -> &str| {
        plan.other
            .as_ref()
            .map_or(Value::Empty, |other| text(pick(other)))
    };
    let mut faults: Vec<&str> = plan.forced.iter().map(|reason| reason.code()).collect();
    if plan.without_mention {
        faults.extend(plan.lacks().iter().map(|lack| match lack {
            MessageLack::NoStop => "no_stop",
            MessageLack::NoUnsubscribe => "no_unsubscribe",
        }));
    }
    let kept = if scheduled {
        serde_json::to_string(plan).unwrap_or_default()
    } else {
        String::new()
    };
    if kept.chars().count() > LONGEST {
        // So many chosen one by one cannot wait for a date: a targeting can.
        return Err(ApiError::invalid(Problem::new("audience", ProblemCode::TooMany)));
    }
    Ok(Values::from([
        ("name".to_owned(), text(&plan.name)),
        ("channel".to_owned(), plan.channel.code().into()),
        ("targeting_id".to_owned(), plan.targeting.clone().into()),
        ("subject".to_owned(), text(&plan.text.subject)),
        ("message".to_owned(), text(&plan.text.body)),
        (
            "state".to_owned(),
            if scheduled { "scheduled" } else { "sent" }.into(),
        ),
        ("sent_at".to_owned(), at.into()),
        ("offer".to_owned(), plan.offer.clone().into()),
        ("subject_b".to_owned(), other(|text| &text.subject)),
        ("message_b".to_owned(), other(|text| &text.body)),
        ("follow_up_on".to_owned(), plan.follow_up_on.clone().into()),
        ("forced".to_owned(), text(&faults.join(","))),
        ("plan".to_owned(), text(&kept)),
    ]))
}
