//! « Pourquoi ? » of the log: what made a recipient react or not, each chance beside what was drawn.

use super::rows::{self, Recipient};
use super::weighed::WeighedCase;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::replies::draw::{Course, Way, course};
use crate::replies::luck::Step;
use crate::replies::model::chances;
use crate::replies::sent::Channel;
use crate::replies::why::{ChanceView, WhyView, of_case};
use serde::{Deserialize, Serialize};

/// Which recipient.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct RecipientWhyAsked {
    #[serde(rename = "ref")]
    reference: String,
}

/// Why a recipient reacted, or did not.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecipientWhy {
    /// As the log shows it now.
    state: String,
    /// None when nothing was kept: the campaign came with the base, or left before anything was.
    why: Option<WhyView>,
    way: Way,
    /// What was drawn for them has not all happened yet.
    to_come: bool,
}

/// Explains a recipient of a campaign.
///
/// # Errors
/// `NotFound`.
pub(crate) fn why_of_recipient(reader: &Reader, input: RecipientWhyAsked) -> Result<RecipientWhy, ApiError> {
    let id = match parse_any_reference(&input.reference)? {
        (Entity::Recipient, id) => id,
        _ => return Err(ApiError::not_found(&input.reference)),
    };
    let Recipient { state, weighed } =
        rows::recipient(reader, id)?.ok_or_else(|| ApiError::not_found(&input.reference))?;
    let weighed = weighed.and_then(|(number, luck)| WeighedCase::of(number, luck));
    let Some(weighed) = weighed else {
        return Ok(RecipientWhy {
            state,
            why: None,
            way: Way::Open,
            to_come: false,
        });
    };
    let course = course(&weighed.case, weighed.way, weighed.luck);
    let why = WhyView {
        chances: drawn(&weighed, course),
        ..of_case(&weighed.case)
    };
    Ok(RecipientWhy {
        to_come: place(&state) < place(furthest(&weighed, course)),
        state,
        why: Some(why),
        way: weighed.way,
    })
}

/// Each chance with its draw; those of steps that were never reached are told without one.
fn drawn(weighed: &WeighedCase, course: Course) -> Vec<ChanceView> {
    let chances = chances(&weighed.case, &mut |_| ());
    let open = weighed.way == Way::Open && !course.bounced;
    let calm = course.read && !course.complained && !course.left;
    let steps = [
        (
            "bounce",
            Step::Delivery,
            chances.soft_bounce,
            weighed.way != Way::Lost,
        ),
        ("read", Step::Read, chances.read, open),
        ("complain", Step::Complaint, chances.complain, course.read),
        (
            "leave",
            Step::Leave,
            chances.leave,
            course.read && !course.complained,
        ),
        ("click", Step::Click, chances.click, calm),
        ("answer", Step::Answer, chances.answer, calm),
    ];
    steps
        .into_iter()
        .filter(|(_, _, chance, _)| *chance > 0)
        .map(|(of, step, chance, is_reached)| ChanceView {
            of,
            chance,
            drawn: is_reached.then(|| weighed.luck.ticket(step)),
        })
        .collect()
}

/// The state that a recipient comes to in the end.
fn furthest(weighed: &WeighedCase, course: Course) -> &'static str {
    if course.bounced {
        "bounced"
    } else if course.complained || course.left || course.answered {
        // A complaint of the workshop is an answer too.
        "answered"
    } else if course.clicked {
        "clicked"
    } else if course.read && weighed.case.channel == Channel::Mail {
        "opened"
    } else {
        "delivered"
    }
}

/// How far a state is from the sending.
fn place(state: &str) -> usize {
    let order = [
        "sent",
        "delivered",
        "opened",
        "clicked",
        "answered",
        "bounced",
        "unsubscribed",
        "complained",
    ];
    order.iter().position(|known| *known == state).unwrap_or(0)
}
