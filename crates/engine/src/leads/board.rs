//! The board: leads by state, the most pressing first, and how fast they are answered.

use super::card::{LeadCard, card_of};
use super::deadline::{AnswerStanding, answer_minutes, median};
use super::rows;
use crate::content::leads::answer_rule;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::values::parse_date_time;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

/// Which leads.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadsRead {
    pub(super) site: Option<String>,
    /// An empty text: those that nobody has taken.
    pub(super) owner: Option<String>,
    /// Also those that nobody has taken.
    #[serde(default)]
    pub(super) free: bool,
    pub(super) kind: Option<String>,
    /// Cards of each column at most.
    #[cfg_attr(test, ts(type = "number"))]
    limit: usize,
}

/// The board of the leads.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeadBoard {
    /// In the order of the catalogue's states.
    columns: Vec<LeadColumn>,
    speed: AnswerSpeed,
}

/// The leads of one state.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LeadColumn {
    state: &'static str,
    total: i64,
    cards: Vec<LeadCard>,
}

/// How fast leads are answered.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnswerSpeed {
    /// Nobody has answered them.
    waiting: i64,
    /// Of these, past the goal, and past the limit too.
    late: i64,
    overdue: i64,
    /// Leads answered among those of the last days.
    answered: i64,
    /// Of these, within the goal.
    in_goal: i64,
    /// Opening minutes up to the first answer, the middle one.
    median: Option<i64>,
    /// Opening minutes within which an answer is expected, and the days that the figures look back.
    goal: i64,
    window_days: i64,
}

const STATES: [&str; 4] = ["new", "in_progress", "converted", "lost"];
/// Leads weighed at most to find the most pressing ones of a state.
const WEIGHED: i64 = 20_000;

/// Reads the board.
pub(crate) fn board(reader: &Reader, input: LeadsRead) -> Result<LeadBoard, ApiError> {
    let mut speed = speed(reader, &input)?;
    let mut columns = Vec::new();
    for state in STATES {
        let pressing = matches!(state, "new" | "in_progress");
        let shown = i64::try_from(input.limit).unwrap_or(WEIGHED);
        let weighed = if pressing { WEIGHED } else { shown.min(WEIGHED) };
        let mut cards: Vec<LeadCard> = rows::cards(reader, &input, state, weighed)?
            .into_iter()
            .map(|row| card_of(reader, row))
            .collect();
        if pressing {
            by_urgency(&mut cards, &reader.today().to_string());
        }
        for deadline in cards.iter().filter_map(|card| card.deadline.as_ref()) {
            speed.waiting += 1;
            speed.late += i64::from(deadline.standing != AnswerStanding::InTime);
            speed.overdue += i64::from(deadline.standing == AnswerStanding::Overdue);
        }
        cards.truncate(input.limit);
        columns.push(LeadColumn {
            state,
            total: rows::count(reader, &input, state)?,
            cards,
        });
    }
    Ok(LeadBoard { columns, speed })
}

/// The first deadline first; then the follow-ups by their day, those without one among those of today.
fn by_urgency(cards: &mut [LeadCard], today: &str) {
    cards.sort_by(|one, other| {
        let key = |card: &LeadCard| match &card.deadline {
            Some(deadline) => (0, deadline.due_at.clone()),
            None => (1, card.next_on.clone().unwrap_or_else(|| today.to_owned())),
        };
        key(one)
            .cmp(&key(other))
            .then_with(|| one.reference.cmp(&other.reference))
    });
}

/// What the answers given tell; who waits is counted with the cards.
fn speed(reader: &Reader, of: &LeadsRead) -> Result<AnswerSpeed, ApiError> {
    let rule = answer_rule(reader.today());
    let since = reader.today().saturating_sub(rule.window_days.days());
    let delays: Vec<i64> = rows::answers(reader, of, &since.to_string())?
        .iter()
        .filter_map(|(site, issued, answered)| {
            Some(answer_minutes(
                site,
                parse_date_time(issued)?,
                parse_date_time(answered)?,
            ))
        })
        .collect();
    let in_goal = delays.iter().filter(|minutes| **minutes <= rule.goal).count();
    Ok(AnswerSpeed {
        waiting: 0,
        late: 0,
        overdue: 0,
        answered: i64::try_from(delays.len()).unwrap_or(i64::MAX),
        in_goal: i64::try_from(in_goal).unwrap_or(i64::MAX),
        median: median(delays),
        goal: rule.goal,
        window_days: rule.window_days,
    })
}
