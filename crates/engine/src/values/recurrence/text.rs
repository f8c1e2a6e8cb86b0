//! A rule as text: `FREQ=WEEKLY;BYDAY=SA;UNTIL=20270630`.

use super::{Frequency, Repeat, RepeatDay};
use crate::values::{offset_of_paris, parse_date};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::fmt::{Display, Formatter, Result as Written};
use std::str::FromStr;

const FREQUENCIES: [(&str, Frequency); 4] = [
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Repeat {
    /// Reads a rule, with or without `RRULE:`; none when a part of it is unknown, said twice or out of bounds.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        let mut parts: Vec<(&str, &str)> = Vec::new();
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.trim().split_once('=')?;
            if parts.iter().any(|(known, _)| *known == name) {
                return None;
            }
            parts.push((name, value));
        }
        let freq = parts.iter().find(|(name, _)| *name == "FREQ")?.1;
        let (_, freq) = FREQUENCIES.iter().find(|(name, _)| *name == freq)?;
        let mut rule = Self::every(*freq);
        for (name, value) in parts {
            match name {
                "FREQ" => {}
                "INTERVAL" => rule.interval = value.parse().ok()?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(last_day(value)?.to_string()),
                "BYDAY" => rule.days = listed(value, day)?,
                "BYMONTHDAY" => rule.month_days = listed(value, number)?,
                "BYMONTH" => rule.months = listed(value, number)?,
                "BYSETPOS" => rule.positions = listed(value, number)?,
                // Weeks begin on Monday here; it matters for a weekly rule with a step only.
                "WKST" if value == "MO" || rule.freq != Frequency::Weekly => {}
                _ => return None,
            }
        }
        rule.is_sound().then_some(rule)
    }
}

fn listed<T>(text: &str, read: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(read).collect()
}

fn number<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// `SA`, `1MO`, `-1FR`.
fn day(text: &str) -> Option<RepeatDay> {
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let place = DAYS.iter().position(|known| *known == name)?;
    Some(RepeatDay {
        weekday: i8::try_from(place + 1).ok()?,
        nth: if nth.is_empty() {
            None
        } else {
            Some(nth.parse().ok()?)
        },
    })
}

/// `20270630`, or a moment of the local clock or of universal time: the local day of it.
fn last_day(text: &str) -> Option<Date> {
    let digits = text.get(..8)?;
    let day = parse_date(&format!(
        "{}-{}-{}",
        digits.get(..4)?,
        digits.get(4..6)?,
        digits.get(6..)?
    ))?;
    match text.get(8..)? {
        "" => Some(day),
        time if time.ends_with('Z') => {
            let hour = time.get(1..3)?.parse().ok()?;
            let minute = time.get(3..5)?.parse().ok()?;
            let universal = DateTime::new(day.year(), day.month(), day.day(), hour, minute, 0, 0).ok()?;
            let local = universal.checked_add(offset_of_paris(universal).hours()).ok()?;
            Some(local.date())
        }
        _ => Some(day),
    }
}

impl Display for Repeat {
    fn fmt(&self, out: &mut Formatter<'_>) -> Written {
        let freq = FREQUENCIES.iter().find(|(_, known)| *known == self.freq);
        write!(out, "FREQ={}", freq.map_or("", |(name, _)| name))?;
        if self.interval != 1 {
            write!(out, ";INTERVAL={}", self.interval)?;
        }
        let days: Vec<String> = self.days.iter().map(day_text).collect();
        for (name, list) in [
            ("BYMONTH", numbers(&self.months)),
            ("BYMONTHDAY", numbers(&self.month_days)),
            ("BYDAY", days),
            ("BYSETPOS", numbers(&self.positions)),
        ] {
            if !list.is_empty() {
                write!(out, ";{name}={}", list.join(","))?;
            }
        }
        if let Some(until) = &self.until {
            write!(out, ";UNTIL={}", until.replace('-', ""))?;
        }
        if let Some(count) = self.count {
            write!(out, ";COUNT={count}")?;
        }
        Ok(())
    }
}

fn numbers<T: Display>(list: &[T]) -> Vec<String> {
    list.iter().map(T::to_string).collect()
}

fn day_text(day: &RepeatDay) -> String {
    let name = usize::try_from(day.weekday - 1)
        .ok()
        .and_then(|place| DAYS.get(place))
        .copied()
        .unwrap_or_default();
    day.nth
        .map_or_else(|| name.to_owned(), |nth| format!("{nth}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_and_written_back() {
        for text in [
            "FREQ=DAILY",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA;UNTIL=20270630",
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=8",
            "FREQ=MONTHLY;BYMONTHDAY=1,-1",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        ] {
            assert_eq!(Repeat::parse(text).unwrap().to_string(), text);
        }
        let loose = Repeat::parse(" rrule:freq=weekly;wkst=MO;byday=sa; ").unwrap();
        assert_eq!(loose.to_string(), "FREQ=WEEKLY;BYDAY=SA");
        let until = |text: &str| Repeat::parse(&format!("FREQ=DAILY;UNTIL={text}")).unwrap().until;
        // Midnight in Paris is the evening before in universal time.
        assert_eq!(until("20270629T220000Z").as_deref(), Some("2027-06-30"));
        assert_eq!(until("20271225T225900Z").as_deref(), Some("2027-12-25"));
        assert_eq!(until("20271225T090000").as_deref(), Some("2027-12-25"));
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for text in [
            "",
            "tous les lundis",
            "FREQ=HOURLY",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=WEEKLY;BYMONTHDAY=3",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=3;UNTIL=20270101",
            "FREQ=DAILY;FREQ=DAILY",
            "FREQ=DAILY;UNTIL=20270231",
            "FREQ=DAILY;BYHOUR=9",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=WEEKLY;BYDAY=MO;WKST=SU",
            "FREQ=DAILY;BYDAY=é",
        ] {
            assert_eq!(Repeat::parse(text), None, "{text}");
        }
    }
}
