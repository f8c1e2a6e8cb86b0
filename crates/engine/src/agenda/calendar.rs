//! What a day is: worked or not, opening hours, holidays of the schools; and the years that a trainer writes anew.

use super::rows;
use crate::change::{Change, ChangeDone, ChangeName, Nothing, transact};
use crate::content::calendar::{SchoolPeriod, official_until, school_periods, zone_of, zones};
use crate::content::group;
use crate::content::leads::opening_hours;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::reader::{Reader, Writer};
use crate::store::{Store, setting};
use crate::values::{PublicHoliday, is_open_day, parse_date, public_holiday};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The setting that keeps what a trainer changed.
const CALENDAR: &str = "calendar";
/// Periods of a year at most.
const MOST_PERIODS: usize = 60;

/// What a trainer changed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    alsace_moselle: bool,
    /// By school year, named after the one in which it begins.
    years: BTreeMap<i16, Vec<SchoolPeriod>>,
}

/// The calendar of the sandbox.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    kept: Kept,
}

/// A day of the agenda.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaDay {
    pub(super) date: String,
    pub(super) holiday: Option<PublicHoliday>,
    /// `["09:00", "19:00"]`; none when the doors stay closed.
    pub(super) open: Vec<(String, String)>,
}

/// The whole calendar, as a trainer sees it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CalendarView {
    alsace_moselle: bool,
    zones: Vec<&'static str>,
    /// The zone of each dealership.
    sites: Vec<SiteZone>,
    /// Latest first.
    years: Vec<SchoolYear>,
    known_until: String,
    official_until: String,
}

/// A dealership and its schools.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SiteZone {
    site: &'static str,
    zone: Option<&'static str>,
}

/// A school year.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SchoolYear {
    /// In which it begins.
    year: i16,
    /// A trainer wrote it.
    edited: bool,
    periods: Vec<SchoolPeriod>,
}

/// The holidays of Alsace and Moselle, or a school year written anew.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CalendarEdit {
    alsace_moselle: Option<bool>,
    year: Option<i16>,
    /// None: those of the product again.
    periods: Option<Vec<SchoolPeriod>>,
}

/// The school year of a day: it begins in September.
fn school_year(day: &str) -> i16 {
    let part = |from, to| {
        day.get(from..to)
            .and_then(|text| text.parse::<i16>().ok())
            .unwrap_or(0)
    };
    part(0, 4) - i16::from(part(5, 7) < 9)
}

impl Calendar {
    pub(super) fn read(reader: &Reader) -> Result<Self, ApiError> {
        let text = setting(reader.store, CALENDAR)?.unwrap_or_default();
        Ok(Self {
            kept: serde_json::from_str(&text).unwrap_or_default(),
        })
    }

    pub(super) fn periods(&self) -> impl Iterator<Item = &SchoolPeriod> {
        school_periods()
            .iter()
            .filter(|period| !self.kept.years.contains_key(&school_year(&period.from)))
            .chain(self.kept.years.values().flatten())
    }

    /// The last day of which the holidays are known.
    pub(super) fn known_until(&self) -> String {
        self.periods()
            .map(|period| period.to.clone())
            .max()
            .unwrap_or_default()
    }

    pub(super) fn holiday(&self, day: Date) -> Option<PublicHoliday> {
        public_holiday(day, self.kept.alsace_moselle)
    }

    /// The hours of a site on a day; none when it is closed.
    pub(super) fn hours(&self, site: &str, day: Date) -> Vec<(String, String)> {
        if !is_open_day(day) || self.holiday(day).is_some() {
            return Vec::new();
        }
        let text = |time: &jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
        opening_hours(site, day)
            .iter()
            .map(|(from, to)| (text(from), text(to)))
            .collect()
    }
}

pub(super) fn day_of(calendar: &Calendar, site: &str, day: Date) -> AgendaDay {
    AgendaDay {
        date: day.to_string(),
        holiday: calendar.holiday(day),
        open: calendar.hours(site, day),
    }
}

/// The whole calendar.
pub(crate) fn calendar(reader: &Reader, _input: Nothing) -> Result<CalendarView, ApiError> {
    let calendar = Calendar::read(reader)?;
    let mut years: BTreeMap<i16, Vec<SchoolPeriod>> = BTreeMap::new();
    for period in calendar.periods() {
        years
            .entry(school_year(&period.from))
            .or_default()
            .push(period.clone());
    }
    for year in calendar.kept.years.keys() {
        years.entry(*year).or_default();
    }
    Ok(CalendarView {
        alsace_moselle: calendar.kept.alsace_moselle,
        zones: zones().iter().map(String::as_str).collect(),
        sites: group()
            .sites
            .iter()
            .map(|site| SiteZone {
                site: &site.name,
                zone: zone_of(&site.department).map(|(zone, _)| zone),
            })
            .collect(),
        years: years
            .into_iter()
            .rev()
            .map(|(year, periods)| SchoolYear {
                year,
                edited: calendar.kept.years.contains_key(&year),
                periods,
            })
            .collect(),
        known_until: calendar.known_until(),
        official_until: official_until().to_owned(),
    })
}

/// Changes the calendar as one change.
///
/// # Errors
/// `Invalid` for a period without name or zone, that ends before it begins or begins out of its school year.
pub(crate) fn edit_calendar(writer: &mut Writer, input: CalendarEdit) -> Result<ChangeDone, ApiError> {
    let mut kept = Calendar::read(writer)?.kept;
    let mut subject = String::new();
    if let Some(on) = input.alsace_moselle {
        kept.alsace_moselle = on;
    }
    if let Some(year) = input.year {
        subject = format!("{year}-{}", year + 1);
        match input.periods {
            Some(mut periods) => {
                check_periods(year, &periods)?;
                periods.sort_by(|one, other| (&one.from, &one.zone).cmp(&(&other.from, &other.zone)));
                kept.years.insert(year, periods);
            }
            None => {
                kept.years.remove(&year);
            }
        }
    }
    let text = serde_json::to_string(&kept).map_err(|error| ApiError::Internal {
        detail: error.to_string(),
    })?;
    let ((), done) = transact(writer, ChangeName::CalendarEdit, |_, change| {
        rows::set(change, CALENDAR, Some(&text))?;
        Ok(((), subject))
    })?;
    Ok(done)
}

fn check_periods(year: i16, periods: &[SchoolPeriod]) -> Result<(), ApiError> {
    let mut problems = Vec::new();
    if periods.len() > MOST_PERIODS {
        problems.push(
            Problem::new("periods", ProblemCode::TooMany).between(None, Some(MOST_PERIODS.to_string())),
        );
    }
    for (place, period) in periods.iter().enumerate() {
        let field = |key: &str| format!("{place}.{key}");
        for (key, text) in [("zone", &period.zone), ("name", &period.name)] {
            if text.trim().is_empty() {
                problems.push(Problem::new(&field(key), ProblemCode::Required));
            } else if text.chars().count() > 60 {
                problems.push(
                    Problem::new(&field(key), ProblemCode::TooLong).between(None, Some("60".to_owned())),
                );
            }
        }
        for (key, text) in [("from", &period.from), ("to", &period.to)] {
            if parse_date(text).is_none() {
                problems.push(Problem::new(&field(key), ProblemCode::BadDate));
            }
        }
        if period.to < period.from {
            problems.push(Problem::new(&field("to"), ProblemCode::BeforeOther).against(&field("from")));
        } else if school_year(&period.from) != year {
            let bounds = (Some(format!("{year}-09-01")), Some(format!("{}-08-31", year + 1)));
            problems.push(Problem::new(&field("from"), ProblemCode::OutOfRange).between(bounds.0, bounds.1));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ApiError::Invalid { problems })
    }
}

/// What a trainer changed, as it is kept: going back to the start leaves it.
pub(crate) fn kept_calendar(store: &Store) -> Result<Option<String>, ApiError> {
    setting(store, CALENDAR)
}

/// Puts it in place again.
pub(crate) fn put_calendar_back(change: &Change, kept: Option<&str>) -> Result<(), ApiError> {
    rows::set(change, CALENDAR, kept)
}
