//! The agenda as iCalendar (RFC 5545), for any other calendar: local times of Paris, rules and exceptions as such.

use super::entry::Times;
use super::exceptions::Exceptions;
use super::rows::{self, EntryRow};
use super::window::{Whose, bounds};
use crate::content::brand_name;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::values::{Repeat, offset_of_paris};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which days, and whose. Series that fall in them are given whole.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaIcs {
    from: String,
    to: String,
    owner: Option<String>,
    site: Option<String>,
}

/// A calendar file.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaFile {
    name: String,
    text: String,
    events: usize,
}

const ZONE: &str = "Europe/Paris";

/// The changes of hour of Paris, as they have been since 1996.
const TIME_ZONE: [&str; 17] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Paris",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// Writes the appointments of some days.
///
/// # Errors
/// `Invalid` for what is no day, and for more than four hundred days.
pub(crate) fn ics(reader: &Reader, input: AgendaIcs) -> Result<AgendaFile, ApiError> {
    let (from, to) = bounds(&input.from, &input.to)?;
    let whose = Whose::new(input.owner.as_deref(), input.site.as_deref());
    let (from_text, to_text) = (from.to_string(), to.to_string());
    let mut entries: BTreeMap<i64, EntryRow> = BTreeMap::new();
    let mut series: Vec<EntryRow> = rows::series(reader, &whose, &to_text)?;
    series.retain(|row| falls(row, from, to));
    let stands_for: BTreeMap<i64, (i64, Date)> = series
        .iter()
        .flat_map(|row| {
            exceptions(row)
                .entries()
                .map(|(day, id)| (id, (row.id, day)))
                .collect::<Vec<_>>()
        })
        .collect();
    // An entry that stands for a day of a series goes with it, wherever it was moved to.
    let all = rows::single(reader, &whose, "", "", "9999")?;
    let near = |row: &EntryRow| {
        row.starts_at.as_str() < to_text.as_str()
            && row.ends_at.as_deref().unwrap_or(&row.starts_at) >= from_text.as_str()
    };
    entries.extend(
        all.into_iter()
            .filter(|row| near(row) || stands_for.contains_key(&row.id))
            .map(|row| (row.id, row)),
    );
    let mut writer = IcsWriter::new(reader.now);
    let whole: BTreeMap<i64, &EntryRow> = series.iter().map(|row| (row.id, row)).collect();
    let standing: BTreeSet<i64> = entries.keys().copied().collect();
    for row in &series {
        writer.event(row, row.id, None, &standing);
    }
    for row in entries.values() {
        match stands_for
            .get(&row.id)
            .and_then(|(of, day)| Some((whole.get(of)?, day)))
        {
            Some((series, day)) => writer.event(row, series.id, Some((series, *day)), &standing),
            None => writer.event(row, row.id, None, &standing),
        }
    }
    let events = series.len() + entries.len();
    Ok(AgendaFile {
        name: format!("agenda-{from_text}.ics"),
        text: writer.done(),
        events,
    })
}

fn exceptions(row: &EntryRow) -> Exceptions {
    Exceptions::parse(row.exceptions.as_deref().unwrap_or_default())
}

fn times_of(row: &EntryRow) -> Option<Times> {
    Times::new(&row.starts_at, row.ends_at.as_deref(), row.all_day)
}

fn falls(row: &EntryRow, from: Date, to: Date) -> bool {
    let Some(times) = times_of(row) else { return false };
    let repeat = row.recurrence.as_deref().and_then(Repeat::parse);
    repeat.map_or(times.starts.date() >= from, |repeat| {
        !repeat.days_between(times.starts.date(), from, to).is_empty()
    })
}

struct IcsWriter {
    text: String,
    stamp: String,
}

impl IcsWriter {
    fn new(now: DateTime) -> Self {
        let mut writer = Self {
            text: String::new(),
            stamp: universal(now),
        };
        writer.line("BEGIN:VCALENDAR");
        writer.line("VERSION:2.0");
        writer.line(&format!("PRODID:-//{}//Agenda//FR", escaped(brand_name())));
        writer.line("CALSCALE:GREGORIAN");
        writer.line("METHOD:PUBLISH");
        for line in TIME_ZONE {
            writer.line(line);
        }
        writer
    }

    fn done(mut self) -> String {
        self.line("END:VCALENDAR");
        self.text
    }

    /// One event; `of` is the series for a day of which it stands.
    fn event(&mut self, row: &EntryRow, uid: i64, of: Option<(&EntryRow, Date)>, standing: &BTreeSet<i64>) {
        let Some(times) = times_of(row) else { return };
        self.line("BEGIN:VEVENT");
        self.line(&format!(
            "UID:{}@agenda.example",
            Entity::AgendaEntry.reference(uid)
        ));
        let stamp = self.stamp.clone();
        self.line(&format!("DTSTAMP:{stamp}"));
        if let Some((series, day)) = of
            && let Some(times) = times_of(series)
        {
            self.moment("RECURRENCE-ID", times.on(day).starts, times.all_day);
        }
        self.moment("DTSTART", times.starts, times.all_day);
        if times.all_day {
            let after = times.ends.date().tomorrow().unwrap_or(times.ends.date());
            self.moment("DTEND", after.at(0, 0, 0, 0), true);
        } else {
            self.moment("DTEND", times.ends, false);
        }
        self.rule(row, times, standing);
        self.words(row);
        self.line("END:VEVENT");
    }

    fn rule(&mut self, row: &EntryRow, times: Times, standing: &BTreeSet<i64>) {
        let Some(mut repeat) = row.recurrence.as_deref().and_then(Repeat::parse) else {
            return;
        };
        // UNTIL is of the type of DTSTART: a day, or a moment of universal time.
        let last = repeat.until.take().and_then(|day| day.parse::<Date>().ok());
        let until = last.map_or_else(String::new, |day| {
            let moment = if times.all_day {
                compact(day)
            } else {
                universal(times.on(day).starts)
            };
            format!(";UNTIL={moment}")
        });
        self.line(&format!("RRULE:{repeat}{until}"));
        let exceptions = exceptions(row);
        let replaced: BTreeSet<Date> = exceptions
            .entries()
            .filter(|(_, id)| standing.contains(id))
            .map(|(day, _)| day)
            .collect();
        for day in exceptions.days().filter(|day| !replaced.contains(day)) {
            self.moment("EXDATE", times.on(day).starts, times.all_day);
        }
    }

    fn words(&mut self, row: &EntryRow) {
        self.line(&format!("SUMMARY:{}", escaped(&row.title)));
        let with: Vec<&str> = [&row.customer, &row.lead, &row.vehicle]
            .into_iter()
            .flatten()
            .map(|link| link.label.as_str())
            .chain(row.owner.as_deref())
            .collect();
        if !with.is_empty() {
            self.line(&format!("DESCRIPTION:{}", escaped(&with.join("\n"))));
        }
        if let Some(place) = row.place.as_deref().filter(|place| !place.is_empty()) {
            self.line(&format!("LOCATION:{}", escaped(place)));
        }
        if let Some(kind) = row.kind.as_deref().filter(|kind| !kind.is_empty()) {
            self.line(&format!("CATEGORIES:{}", escaped(kind)));
        }
        let cancelled = row.state.as_deref() == Some("cancelled");
        self.line(if cancelled {
            "STATUS:CANCELLED"
        } else {
            "STATUS:CONFIRMED"
        });
    }

    fn moment(&mut self, name: &str, at: DateTime, is_day: bool) {
        if is_day {
            self.line(&format!("{name};VALUE=DATE:{}", compact(at.date())));
        } else {
            self.line(&format!(
                "{name};TZID={ZONE}:{}T{:02}{:02}00",
                compact(at.date()),
                at.hour(),
                at.minute()
            ));
        }
    }

    /// A line, folded at 75 octets between two characters, ended as the standard asks.
    fn line(&mut self, text: &str) {
        let mut width = 0;
        for letter in text.chars() {
            if width + letter.len_utf8() > 75 {
                self.text.push_str("\r\n ");
                width = 1;
            }
            self.text.push(letter);
            width += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A local moment in universal time; of the hour that comes twice in October, the first one.
fn universal(local: DateTime) -> String {
    let summer = local.checked_sub(2.hours()).unwrap_or(local);
    let at = if offset_of_paris(summer) == 2 {
        summer
    } else {
        local.checked_sub(1.hours()).unwrap_or(local)
    };
    format!(
        "{}T{:02}{:02}{:02}Z",
        compact(at.date()),
        at.hour(),
        at.minute(),
        at.second()
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn lines_are_folded_between_characters_and_unfold_to_what_they_were() {
        let mut writer = IcsWriter::new(date(2026, 11, 23).at(14, 30, 0, 0));
        writer.text.clear();
        let long = format!("SUMMARY:{}", "éàç ".repeat(60));
        writer.line(&long);
        assert!(writer.text.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(writer.text.replace("\r\n ", "").trim_end_matches("\r\n"), long);
    }

    #[test]
    fn moments_are_universal_on_both_sides_of_a_change_of_hour() {
        assert_eq!(universal(date(2026, 3, 28).at(9, 0, 0, 0)), "20260328T080000Z");
        assert_eq!(universal(date(2026, 3, 29).at(9, 0, 0, 0)), "20260329T070000Z");
        assert_eq!(universal(date(2026, 10, 24).at(9, 0, 0, 0)), "20261024T070000Z");
        assert_eq!(universal(date(2026, 10, 25).at(9, 0, 0, 0)), "20261025T080000Z");
        // Half past two comes twice on that night: the first one. In March it does not come: the moment after it.
        assert_eq!(universal(date(2026, 10, 25).at(2, 30, 0, 0)), "20261025T003000Z");
        assert_eq!(universal(date(2026, 3, 29).at(2, 30, 0, 0)), "20260329T013000Z");
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
