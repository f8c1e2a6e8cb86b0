//! What would be wrong, or worth knowing, with an event before it is kept.

use super::SeriesRule;
use super::calendar::Calendar;
use super::create::on_rule;
use super::entry::{Times, times_in};
use super::exceptions::Exceptions;
use super::lanes::takes_time;
use super::slots::slots;
use super::window::{Whose, site_of};
use crate::content::group;
use crate::error::{ApiError, Problem};
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::{Values, read};
use crate::values::{PublicHoliday, Value};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Events of a series that are looked at, and how far.
const LOOKED_AT: usize = 130;
const FURTHEST: i64 = 400;
/// Events shown as examples.
const SHOWN: usize = 6;

/// An event that is being written.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaDraft {
    /// The entry that it already is: it does not clash with itself.
    #[serde(rename = "ref")]
    reference: Option<String>,
    #[cfg_attr(test, ts(type = "Values"))]
    values: Values,
    rule: Option<SeriesRule>,
    /// Zones whose school holidays matter.
    zones: Vec<String>,
}

/// What is wrong, and what is worth knowing.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaChecked {
    problems: Vec<Problem>,
    warnings: Vec<AgendaWarning>,
    /// The first days on which it falls.
    days: Vec<String>,
    /// How many times it falls; none without an end.
    times: Option<usize>,
}

/// Something worth knowing of a day on which the event falls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(crate) enum AgendaWarning {
    PublicHoliday {
        day: String,
        holiday: PublicHoliday,
    },
    /// The doors stay closed all day.
    Closed {
        day: String,
    },
    OutsideHours {
        day: String,
        opens: String,
        closes: String,
    },
    SchoolHoliday {
        day: String,
        zone: String,
        name: String,
    },
    /// The same person is taken at that time.
    Taken {
        day: String,
        title: String,
        starts_at: String,
        ends_at: String,
        all_day: bool,
    },
    /// It lies before now.
    Past {
        day: String,
    },
    /// School holidays are not known so far ahead.
    CalendarUnknown {
        day: String,
        known_until: String,
    },
}

/// Checks an event that is being written.
pub(crate) fn check(reader: &Reader, input: AgendaDraft) -> Result<AgendaChecked, ApiError> {
    let rule = input.rule.clone().unwrap_or_default();
    let times = match times_in(&input.values, None).and_then(|times| on_rule(times, &rule)) {
        Ok(times) => times,
        Err(ApiError::Invalid { problems }) => return Ok(refused(problems)),
        Err(error) => return Err(error),
    };
    let exceptions = Exceptions::default().with_skipped(&rule.skip);
    let start = times.starts.date();
    let (days, count) = match &rule.repeat {
        None => (vec![start], Some(1)),
        Some(repeat) => {
            let last = start.checked_add(FURTHEST.days()).unwrap_or(start);
            let mut days = repeat.days_between(start, start, last);
            days.retain(|day| !exceptions.holds(*day));
            days.truncate(LOOKED_AT);
            let ends = repeat.until.is_some() || repeat.count.is_some();
            let all = || {
                repeat
                    .days_of(start)
                    .filter(|day| !exceptions.holds(*day))
                    .count()
            };
            (days, ends.then(all))
        }
    };
    let mut warnings = of_days(reader, &input, times, &days)?;
    warnings.extend(taken(reader, &input, times, &days)?);
    if times.ends < reader.now && rule.repeat.is_none() {
        warnings.insert(
            0,
            AgendaWarning::Past {
                day: start.to_string(),
            },
        );
    }
    Ok(AgendaChecked {
        problems: Vec::new(),
        warnings,
        days: days.iter().take(SHOWN).map(Date::to_string).collect(),
        times: count,
    })
}

fn refused(problems: Vec<Problem>) -> AgendaChecked {
    AgendaChecked {
        problems,
        warnings: Vec::new(),
        days: Vec::new(),
        times: None,
    }
}

/// The site where it takes place: that of who is in charge, else of the customer.
fn site(reader: &Reader, values: &Values) -> Result<String, ApiError> {
    if let Some(site) = site_of(values.get("owner").and_then(Value::text)) {
        return Ok(site.to_owned());
    }
    let customer = values.get("customer_id").and_then(Value::text);
    let Some((Entity::Customer, id)) = customer.and_then(|reference| parse_any_reference(reference).ok())
    else {
        return Ok(String::new());
    };
    let record = read(reader, Entity::Customer, id)?;
    let own = record
        .values
        .get("site")
        .and_then(Value::text)
        .unwrap_or_default();
    let known = group().sites.iter().any(|site| site.name == own);
    Ok(if known { own.to_owned() } else { String::new() })
}

fn of_days(
    reader: &Reader,
    input: &AgendaDraft,
    times: Times,
    days: &[Date],
) -> Result<Vec<AgendaWarning>, ApiError> {
    let calendar = Calendar::read(reader)?;
    let site = site(reader, &input.values)?;
    let known_until = calendar.known_until();
    let mut found = Vec::new();
    for at in days {
        let day = at.to_string();
        let hours = calendar.hours(&site, *at);
        if let Some(holiday) = calendar.holiday(*at) {
            found.push(AgendaWarning::PublicHoliday {
                day: day.clone(),
                holiday,
            });
        } else if hours.is_empty() {
            found.push(AgendaWarning::Closed { day: day.clone() });
        } else if let Some((opens, closes)) = outside(&hours, times.on(*at)) {
            found.push(AgendaWarning::OutsideHours {
                day: day.clone(),
                opens,
                closes,
            });
        }
        let holidays = calendar
            .periods()
            .find(|period| input.zones.contains(&period.zone) && period.from <= day && day <= period.to);
        if let Some(period) = holidays {
            found.push(AgendaWarning::SchoolHoliday {
                day: day.clone(),
                zone: period.zone.clone(),
                name: period.name.clone(),
            });
        }
        if day > known_until && !input.zones.is_empty() {
            let known_until = known_until.clone();
            found.push(AgendaWarning::CalendarUnknown { day, known_until });
            break;
        }
    }
    Ok(found)
}

/// The hours of the day, when the event does not lie within them.
fn outside(hours: &[(String, String)], times: Times) -> Option<(String, String)> {
    if times.all_day || times.starts.date() != times.ends.date() {
        return None;
    }
    let text = |at: jiff::civil::DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
    let (starts, ends) = (text(times.starts), text(times.ends));
    let within = hours
        .iter()
        .any(|(opens, closes)| *opens <= starts && ends <= *closes);
    let (first, last) = (hours.first()?, hours.last()?);
    (!within).then(|| (first.0.clone(), last.1.clone()))
}

/// Double bookings of whoever is in charge.
fn taken(
    reader: &Reader,
    input: &AgendaDraft,
    times: Times,
    days: &[Date],
) -> Result<Vec<AgendaWarning>, ApiError> {
    let owner = input.values.get("owner").and_then(Value::text);
    let cancelled = input.values.get("state").and_then(Value::text) == Some("cancelled");
    let (Some(owner), Some(first), Some(last), false) = (owner, days.first(), days.last(), cancelled) else {
        return Ok(Vec::new());
    };
    let after = last
        .checked_add((1 + times.minutes() / 1440).days())
        .unwrap_or(*last);
    let others = slots(reader, &Whose::new(Some(owner), None), *first, after)?;
    let mut found = Vec::new();
    for day in days {
        let own = times.on(*day);
        let other = others.iter().find(|slot| {
            let itself = input.reference.as_deref() == Some(slot.reference.as_str());
            !itself && takes_time(slot) && slot.times.is_some_and(|times| times.meets(own))
        });
        if let Some(slot) = other {
            found.push(AgendaWarning::Taken {
                day: day.to_string(),
                title: slot.title.clone(),
                starts_at: slot.starts_at.clone(),
                ends_at: slot.ends_at.clone(),
                all_day: slot.all_day,
            });
        }
    }
    Ok(found)
}
