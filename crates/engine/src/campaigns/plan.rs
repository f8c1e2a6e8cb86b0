//! What a campaign is to be, and what the gate says of it before anything leaves.

use crate::content::messages::rules;
use crate::error::{ApiError, GateReason, MessageProblem};
use crate::messages::{
    Addressee, Asked, Audience, Message, MessageChannel, MessageLack, MessageText, Rendered, Sifted,
    addressees, compile, lacks_of, measure, render, said, sift,
};
use crate::reader::Reader;
use crate::reckoning::ContactMode;
use crate::values::parse_date_time;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// Everything a campaign is made of.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CampaignPlan {
    pub(crate) name: String,
    pub(crate) channel: MessageChannel,
    /// What it speaks of: a code of the catalogue.
    pub(crate) offer: Option<String>,
    pub(crate) audience: Audience,
    /// The saved targeting that the audience is, if it is one.
    pub(crate) targeting: Option<String>,
    pub(crate) text: MessageText,
    /// A second wording, for every other recipient.
    pub(crate) other: Option<MessageText>,
    /// When it leaves, `2026-11-30T10:00`: now when nothing is said, or it is past.
    pub(crate) at: Option<String>,
    /// The day of the follow-up that it sets for each recipient.
    pub(crate) follow_up_on: Option<String>,
    #[serde(default)]
    pub(crate) mode: ContactMode,
    /// Reasons that a trainer lets be overruled: a fault that the campaign keeps.
    #[serde(default)]
    pub(crate) forced: Vec<GateReason>,
    /// Without the mention that the law asks for: a fault too.
    #[serde(default)]
    pub(crate) without_mention: bool,
}

/// What would leave, and who would not get it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CampaignGate {
    /// Whom it is meant for.
    pub(crate) total: usize,
    /// Who would get it.
    pub(crate) kept: usize,
    /// Those of them for whom a rule is overruled.
    pub(crate) overruled: usize,
    pub(crate) excluded: Vec<ReasonCount>,
    /// What is wrong with a text; of the second one when `in_other`.
    pub(crate) problems: Vec<MessageProblem>,
    pub(crate) in_other: bool,
    pub(crate) lacks: Vec<MessageLack>,
    /// SMS that would be paid, and hundredths of a cent.
    pub(crate) segments: usize,
    #[cfg_attr(test, ts(type = "number"))]
    pub(crate) cost: i64,
    /// When it would leave.
    pub(crate) at: String,
}

/// How many are left out for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReasonCount {
    pub(crate) reason: GateReason,
    pub(crate) count: usize,
    pub(crate) can_be_forced: bool,
}

/// A campaign with everything reckoned.
pub(super) struct Prepared {
    pub(super) whom: Vec<Addressee>,
    pub(super) sifted: Vec<Sifted>,
    /// What each would get of the first wording, and of the second.
    pub(super) first: Vec<Rendered>,
    pub(super) second: Option<Vec<Rendered>>,
}

/// Which wording: every other recipient gets the second.
pub(super) struct Mail<'a> {
    pub(super) to: Addressee,
    pub(super) rendered: &'a Rendered,
    /// `A`, `B`; none for a campaign of one wording.
    pub(super) variant: Option<&'static str>,
    pub(super) forced: &'a [GateReason],
}

impl CampaignPlan {
    /// When it leaves: never before now.
    pub(super) fn leaves_at(&self, now: DateTime) -> DateTime {
        self.at
            .as_deref()
            .and_then(parse_date_time)
            .map_or(now, |at| at.max(now))
    }

    /// What its texts lack by law.
    pub(super) fn lacks(&self) -> Vec<MessageLack> {
        let mut lacks = lacks_of(self.channel, &self.text);
        if let (true, Some(other)) = (lacks.is_empty(), &self.other) {
            lacks = lacks_of(self.channel, other);
        }
        lacks
    }
}

/// Reckons a campaign that leaves at a moment.
///
/// # Errors
/// `BadMessage`, `BadTarget`.
pub(super) fn prepare(reader: &Reader, plan: &CampaignPlan, at: DateTime) -> Result<Prepared, ApiError> {
    let first = compile(reader, &plan.text)?;
    let second = plan
        .other
        .as_ref()
        .map(|other| compile(reader, other))
        .transpose()?;
    prepared(reader, plan, at, &first, second.as_ref())
}

fn prepared(
    reader: &Reader,
    plan: &CampaignPlan,
    at: DateTime,
    first: &Message,
    second: Option<&Message>,
) -> Result<Prepared, ApiError> {
    let whom = addressees(reader, &plan.audience)?;
    let first = rendered(reader, first, &whom)?;
    let second = second
        .map(|message| rendered(reader, message, &whom))
        .transpose()?;
    let asked = Asked {
        channel: plan.channel,
        at,
        mode: plan.mode,
        forced: &plan.forced,
        collective: true,
    };
    let lacks = |place: usize| {
        let lacks = |all: &Vec<Rendered>| {
            all.get(place)
                .is_some_and(|rendered| !rendered.missing.is_empty())
        };
        lacks(&first) || second.as_ref().is_some_and(lacks)
    };
    let sifted = sift(reader, &asked, &whom, &lacks)?;
    Ok(Prepared {
        whom,
        sifted,
        first,
        second,
    })
}

/// Recipients said at once: what the records say of them is read together.
const AT_ONCE: usize = 2_000;

fn rendered(reader: &Reader, message: &Message, whom: &[Addressee]) -> Result<Vec<Rendered>, ApiError> {
    let mut all = Vec::with_capacity(whom.len());
    for part in whom.chunks(AT_ONCE) {
        let values = said(reader, message, part)?;
        all.extend(
            part.iter()
                .zip(&values)
                .map(|(one, values)| render(message, one, values)),
        );
        reader.files.progress(all.len() as u64, 2 * whom.len() as u64);
    }
    Ok(all)
}

impl Prepared {
    /// What leaves, in the order of the audience.
    pub(super) fn mails(&self) -> Vec<Mail<'_>> {
        let mut mails: Vec<Mail<'_>> = Vec::new();
        for (place, sifted) in self.sifted.iter().enumerate() {
            if sifted.reason.is_some() {
                continue;
            }
            let is_second = self.second.is_some() && mails.len() % 2 == 1;
            let texts = match &self.second {
                Some(second) if is_second => second,
                _ => &self.first,
            };
            mails.push(Mail {
                to: self.whom[place],
                rendered: &texts[place],
                variant: self.second.as_ref().map(|_| if is_second { "B" } else { "A" }),
                forced: &sifted.forced,
            });
        }
        mails
    }

    /// Who is left out, and why.
    pub(super) fn excluded(&self) -> impl Iterator<Item = (Addressee, GateReason)> + '_ {
        let pairs = self.whom.iter().zip(&self.sifted);
        pairs.filter_map(|(one, sifted)| sifted.reason.map(|reason| (*one, reason)))
    }
}

/// What the gate says of a campaign.
///
/// # Errors
/// `BadTarget` for an audience that cannot be found.
pub(crate) fn gate(reader: &Reader, plan: CampaignPlan) -> Result<CampaignGate, ApiError> {
    let at = plan.leaves_at(reader.now);
    let (first, problems) = understood(reader, &plan.text)?;
    let (second, of_other) = match &plan.other {
        Some(other) => {
            let (message, problems) = understood(reader, other)?;
            (Some(message), problems)
        }
        None => (None, Vec::new()),
    };
    let in_other = problems.is_empty() && !of_other.is_empty();
    let prepared = prepared(reader, &plan, at, &first, second.as_ref())?;
    let mails = prepared.mails();
    let segments = match plan.channel {
        MessageChannel::Sms => mails
            .iter()
            .map(|mail| measure(&mail.rendered.body).segments)
            .sum(),
        _ => 0,
    };
    Ok(CampaignGate {
        total: prepared.whom.len(),
        kept: mails.len(),
        overruled: mails.iter().filter(|mail| !mail.forced.is_empty()).count(),
        excluded: counted(&prepared),
        problems: if in_other { of_other } else { problems },
        in_other,
        lacks: plan.lacks(),
        segments,
        cost: rules().sms_cost * i64::try_from(segments).unwrap_or(i64::MAX),
        at: match crate::values::Value::from(at) {
            crate::values::Value::Text(text) => text.into_string(),
            _ => String::new(),
        },
    })
}

/// A text as far as it is understood, and what is wrong with it.
fn understood(reader: &Reader, text: &MessageText) -> Result<(Message, Vec<MessageProblem>), ApiError> {
    match compile(reader, text) {
        Ok(message) => Ok((message, Vec::new())),
        Err(ApiError::BadMessage { problems }) => {
            let nothing = MessageText::default();
            Ok((compile(reader, &nothing)?, problems))
        }
        Err(error) => Err(error),
    }
}

fn counted(prepared: &Prepared) -> Vec<ReasonCount> {
    let all: Vec<GateReason> = prepared.excluded().map(|(_, reason)| reason).collect();
    GateReason::ALL
        .into_iter()
        .map(|reason| ReasonCount {
            reason,
            count: all.iter().filter(|one| **one == reason).count(),
            can_be_forced: reason.can_be_forced(),
        })
        .filter(|count| count.count > 0)
        .collect()
}
