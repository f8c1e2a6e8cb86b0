//! The exceptions of a series, as a workbook shows them: `2026-12-26; 2027-01-02=R00123`, a day left out, and a day whose
//! event became an entry of its own.

use crate::fields::{Entity, parse_any_reference};
use crate::values::parse_date;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Days on which a series does not fall, with the entry that stands for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Exceptions(BTreeMap<Date, Option<i64>>);

impl Exceptions {
    /// Reads them; what is no exception is left aside, for the text may come from a spreadsheet.
    pub(super) fn parse(text: &str) -> Self {
        let pieces = text.split([';', ' ', '\n']).filter_map(|piece| {
            let (day, entry) = piece.trim().split_once('=').unwrap_or((piece.trim(), ""));
            let entry = parse_any_reference(entry)
                .ok()
                .filter(|(entity, _)| *entity == Entity::AgendaEntry)
                .map(|(_, id)| id);
            Some((parse_date(day)?, entry))
        });
        Self(pieces.collect())
    }

    pub(super) fn text(&self) -> String {
        let pieces: Vec<String> = self
            .0
            .iter()
            .map(|(day, entry)| match entry {
                Some(id) => format!("{day}={}", Entity::AgendaEntry.reference(*id)),
                None => day.to_string(),
            })
            .collect();
        pieces.join("; ")
    }

    pub(super) fn holds(&self, day: Date) -> bool {
        self.0.contains_key(&day)
    }

    /// Leaves a day out, for nothing or for an entry of its own.
    pub(super) fn set(&mut self, day: Date, entry: Option<i64>) {
        self.0.insert(day, entry);
    }

    /// Every day on which the series does not fall.
    pub(super) fn days(&self) -> impl Iterator<Item = Date> {
        self.0.keys().copied()
    }

    /// The days left out for nothing.
    pub(super) fn skipped(&self) -> Vec<String> {
        let days = self.0.iter().filter(|(_, entry)| entry.is_none());
        days.map(|(day, _)| day.to_string()).collect()
    }

    /// The entries that stand for a day, from a day on.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Date, i64)> {
        self.0.iter().filter_map(|(day, entry)| Some((*day, (*entry)?)))
    }

    /// The same entries, and other days left out for nothing.
    pub(super) fn with_skipped(&self, days: &[String]) -> Self {
        let mut new: BTreeMap<Date, Option<i64>> = days
            .iter()
            .filter_map(|day| Some((parse_date(day)?, None)))
            .collect();
        new.extend(self.entries().map(|(day, id)| (day, Some(id))));
        Self(new)
    }

    /// Those before a day, and the others.
    pub(super) fn cut(&self, day: Date) -> (Self, Self) {
        let (before, after) = self.0.iter().partition(|(known, _)| **known < day);
        (Self(before), Self(after))
    }

    /// The same, so many days later.
    pub(super) fn later(&self, days: i64) -> Self {
        let moved = |day: &Date| day.checked_add(jiff::Span::new().days(days)).unwrap_or(*day);
        Self(self.0.iter().map(|(day, entry)| (moved(day), *entry)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn exceptions_are_read_as_they_are_written() {
        let text = "2026-12-26; 2027-01-02=R00123";
        let found = Exceptions::parse(text);
        assert_eq!(found.text(), text);
        assert!(found.holds(date(2026, 12, 26)) && found.holds(date(2027, 1, 2)));
        assert_eq!(found.skipped(), ["2026-12-26"]);
        assert_eq!(found.entries().collect::<Vec<_>>(), [(date(2027, 1, 2), 123)]);
        assert_eq!(
            Exceptions::parse("sauf Noël, 2026-12-26 ; C00001").text(),
            "2026-12-26"
        );
        let (before, after) = found.cut(date(2027, 1, 1));
        assert_eq!(
            (before.text().as_str(), after.text().as_str()),
            ("2026-12-26", "2027-01-02=R00123")
        );
        assert_eq!(before.later(7).text(), "2027-01-02");
    }
}
