//! The agenda of some days: what falls in them, and what the days themselves are.

use super::calendar::{AgendaDay, Calendar, day_of};
use super::lanes::{find_clashes, lay_out};
use super::slots::{AgendaSlot, slots};
use crate::content::calendar::{SchoolPeriod, official_until};
use crate::content::group;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::reader::Reader;
use crate::values::parse_date;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days shown at most.
const WIDEST: i32 = 400;

/// Which days, and whose.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaWindow {
    pub(super) from: String,
    /// The day after the last one.
    pub(super) to: String,
    /// An empty text: what nobody is in charge of.
    pub(super) owner: Option<String>,
    pub(super) site: Option<String>,
}

/// The agenda of some days.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgendaView {
    /// In the order of their start.
    slots: Vec<AgendaSlot>,
    days: Vec<AgendaDay>,
    /// School holidays that touch these days.
    school: Vec<SchoolPeriod>,
    /// The last day of which the school holidays are known, and of which they are official.
    known_until: String,
    official_until: String,
}

/// Whose agenda it is, as the database is asked.
#[derive(Debug, Default)]
pub(super) struct Whose {
    pub(super) owner: Option<String>,
    pub(super) site: Option<String>,
    /// Names of those who work at the site, as JSON.
    pub(super) staff: String,
}

impl Whose {
    pub(super) fn new(owner: Option<&str>, site: Option<&str>) -> Self {
        let staff: Vec<&str> = group()
            .staff
            .iter()
            .filter(|person| site == Some(person.site.as_str()))
            .map(|person| person.name.as_str())
            .collect();
        Self {
            owner: owner.map(str::to_owned),
            site: site.map(str::to_owned),
            staff: serde_json::to_string(&staff).unwrap_or_default(),
        }
    }
}

/// The site that somebody works at.
pub(super) fn site_of(owner: Option<&str>) -> Option<&'static str> {
    let person = group()
        .staff
        .iter()
        .find(|person| Some(person.name.as_str()) == owner);
    person.map(|person| person.site.as_str())
}

/// Reads the agenda of some days.
///
/// # Errors
/// `Invalid` for what is no day, and for more than four hundred days.
pub(crate) fn window(reader: &Reader, input: AgendaWindow) -> Result<AgendaView, ApiError> {
    let (from, to) = bounds(&input.from, &input.to)?;
    let whose = Whose::new(input.owner.as_deref(), input.site.as_deref());
    let mut found = slots(reader, &whose, from, to)?;
    lay_out(&mut found);
    find_clashes(&mut found);
    let calendar = Calendar::read(reader)?;
    let site = input.site.as_deref().or_else(|| site_of(input.owner.as_deref()));
    let days = from.series(1.day()).take_while(|day| *day < to);
    let (first, last) = (from.to_string(), to.to_string());
    Ok(AgendaView {
        slots: found,
        days: days
            .map(|day| day_of(&calendar, site.unwrap_or_default(), day))
            .collect(),
        school: calendar
            .periods()
            .filter(|period| period.from < last && period.to >= first)
            .cloned()
            .collect(),
        known_until: calendar.known_until(),
        official_until: official_until().to_owned(),
    })
}

/// The days of a window, in order.
pub(super) fn bounds(from: &str, to: &str) -> Result<(Date, Date), ApiError> {
    let day = |text: &str, key: &str| {
        parse_date(text).ok_or_else(|| ApiError::invalid(Problem::new(key, ProblemCode::BadDate)))
    };
    let (from, to) = (day(from, "from")?, day(to, "to")?);
    if to <= from || (to - from).get_days() > WIDEST {
        let last = from.checked_add(WIDEST.days()).unwrap_or(from).to_string();
        let problem = Problem::new("to", ProblemCode::OutOfRange).between(Some(from.to_string()), Some(last));
        return Err(ApiError::invalid(problem));
    }
    Ok((from, to))
}
