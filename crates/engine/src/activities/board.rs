//! « À faire aujourd'hui »: what is overdue, due and coming.

use super::rows;
use crate::error::ApiError;
use crate::reader::Reader;
use serde::{Deserialize, Serialize};

/// Whose board; everybody's when nothing is said.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct HomeRead {
    pub(super) owner: Option<String>,
    pub(super) site: Option<String>,
}

/// The board of a day.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct HomeView {
    /// Pressing ones first, then the oldest; nothing overdue is ever left out of the total.
    overdue: Vec<FollowUp>,
    today: Vec<FollowUp>,
    /// Within the next seven days.
    coming: Vec<FollowUp>,
    overdue_total: i64,
    today_total: i64,
    coming_total: i64,
    /// Follow-ups closed today.
    done_today: i64,
    /// Everybody's share, whoever the board is of.
    people: Vec<PersonLoad>,
}

/// What somebody has to do.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PersonLoad {
    pub(super) owner: Option<String>,
    pub(super) overdue: i64,
    pub(super) today: i64,
    pub(super) coming: i64,
}

/// A follow-up to do.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct FollowUp {
    /// The activity that asked for it.
    pub(super) activity: String,
    pub(super) customer: Option<String>,
    /// The lead it is about.
    pub(super) lead: Option<String>,
    pub(super) label: String,
    pub(super) status: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) due_on: String,
    /// Somebody waits for it: a call that they asked for, an offer in their hands.
    pub(super) pressing: bool,
    pub(super) kind: String,
    pub(super) subject: Option<String>,
    pub(super) owner: Option<String>,
}

/// Lines shown in each part.
const SHOWN: i64 = 100;
/// « À venir »: the next seven days.
const COMING_DAYS: i64 = 7;

/// The board of the day.
pub(crate) fn home(reader: &Reader, input: HomeRead) -> Result<HomeView, ApiError> {
    let today = reader.today();
    let tomorrow = today.saturating_add(jiff::Span::new().days(1));
    let horizon = today.saturating_add(jiff::Span::new().days(COMING_DAYS));
    let due = |from: &str, to: &str| rows::follow_ups(reader, &input, from, to, SHOWN);
    let (today_text, tomorrow_text, horizon_text) =
        (today.to_string(), tomorrow.to_string(), horizon.to_string());
    let (overdue, overdue_total) = due("", &today_text)?;
    let (due_today, today_total) = due(&today_text, &tomorrow_text)?;
    let (coming, coming_total) = due(&tomorrow_text, &horizon_text)?;
    Ok(HomeView {
        overdue,
        today: due_today,
        coming,
        overdue_total,
        today_total,
        coming_total,
        done_today: rows::done_on(reader, &input, &today_text)?,
        people: rows::loads(
            reader,
            input.site.as_deref(),
            &today_text,
            &tomorrow_text,
            &horizon_text,
        )?,
    })
}
