//! The groups that the values of a field make: one for each value, span of days or band of numbers.

use super::numbered::Numbered;
use super::period::{first_of, last_of};
use super::question::DateStep;
use crate::values::{Value, parse_date};
use rustc_hash::FxHashMap;

/// A value as the database gives it, lent for a moment.
#[derive(Clone, Copy, Debug)]
pub(super) enum Raw<'a> {
    Empty,
    Int(i64),
    Text(&'a [u8]),
}

/// How values come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Value,
    Days(DateStep),
    Band(i64),
}

/// What a group is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Label {
    Blank,
    Value(Value),
    /// First and last day.
    Days(String, String),
    /// Least and greatest whole number.
    Band(i64, i64),
    /// All those that were not among the first.
    Others,
}

/// The groups met so far, each by its place.
#[derive(Debug)]
pub(super) struct Groups {
    how: How,
    /// The group of each record referred to, when the field is theirs.
    through: Option<Numbered>,
    pub(super) labels: Vec<Label>,
    places: FxHashMap<Label, u32>,
    numbers: Numbered,
    texts: FxHashMap<Box<[u8]>, u32>,
    last: (Vec<u8>, u32),
}

const BLANK: u32 = 0;

impl Groups {
    pub(super) fn new(how: How) -> Self {
        Self {
            how,
            through: None,
            labels: vec![Label::Blank],
            places: FxHashMap::from_iter([(Label::Blank, BLANK)]),
            numbers: Numbered::default(),
            texts: FxHashMap::default(),
            last: (Vec::new(), BLANK),
        }
    }

    /// Says the value of a record referred to, before any record is met.
    pub(super) fn refer(&mut self, id: i64, raw: Raw) {
        let place = self.of_value(raw);
        self.through.get_or_insert_default().insert(id, place);
    }

    /// From now on, values are those of records referred to, even when there is none of them.
    pub(super) fn refer_only(&mut self) {
        self.through.get_or_insert_default();
    }

    /// The place of the group of a record's value.
    pub(super) fn place(&mut self, raw: Raw) -> u32 {
        match (&self.through, raw) {
            (None, raw) => self.of_value(raw),
            (Some(through), Raw::Int(id)) => through.get(id).unwrap_or(BLANK),
            (Some(_), _) => BLANK,
        }
    }

    fn of_value(&mut self, raw: Raw) -> u32 {
        match (self.how, raw) {
            (_, Raw::Empty | Raw::Text(b"")) => BLANK,
            (How::Band(width), Raw::Int(number)) => self.of_number(number.div_euclid(width)),
            (_, Raw::Int(number)) => self.of_number(number),
            (How::Days(step), Raw::Text(text)) => self.of_text(text.get(..told_by(step)).unwrap_or(text)),
            (_, Raw::Text(text)) => self.of_text(text),
        }
    }

    fn of_number(&mut self, number: i64) -> u32 {
        if let Some(place) = self.numbers.get(number) {
            return place;
        }
        let label = match self.how {
            How::Band(width) => {
                let least = number.saturating_mul(width);
                Label::Band(least, least.saturating_add(width - 1))
            }
            _ => Label::Value(Value::Int(number)),
        };
        // Each number, or band, is met here alone: it needs no look-up by label.
        let place = self.push(label);
        self.numbers.insert(number, place);
        place
    }

    fn of_text(&mut self, text: &[u8]) -> u32 {
        // Records of one day, site or kind often follow one another.
        if self.last.0 == text {
            return self.last.1;
        }
        let place = match self.texts.get(text) {
            Some(place) => *place,
            None => {
                let label = self.label(text);
                let place = match label {
                    // Several texts are of one span.
                    Label::Days(..) => self.of_label(label),
                    _ => self.push(label),
                };
                self.texts.insert(text.into(), place);
                place
            }
        };
        self.last.0.clear();
        self.last.0.extend_from_slice(text);
        self.last.1 = place;
        place
    }

    fn label(&self, text: &[u8]) -> Label {
        let text = String::from_utf8_lossy(text).into_owned();
        let How::Days(step) = self.how else {
            return Label::Value(text.into());
        };
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.clone(),
        };
        match parse_date(&whole) {
            Some(day) => {
                let first = first_of(step, day);
                Label::Days(first.to_string(), last_of(step, first).to_string())
            }
            None => Label::Value(text.into()),
        }
    }

    /// The place of a group, made when it was not there.
    pub(super) fn of_label(&mut self, label: Label) -> u32 {
        if let Some(place) = self.places.get(&label) {
            return *place;
        }
        let place = self.push(label.clone());
        self.places.insert(label, place);
        place
    }

    fn push(&mut self, label: Label) -> u32 {
        let place = u32::try_from(self.labels.len()).unwrap_or(BLANK);
        self.labels.push(label);
        place
    }
}

/// How much of a date tells its group.
fn told_by(step: DateStep) -> usize {
    match step {
        DateStep::Day | DateStep::Week => 10,
        DateStep::Month | DateStep::Quarter => 7,
        DateStep::Year => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(how: How, raw: Raw, label: Label) {
        let mut groups = Groups::new(how);
        let place = groups.place(raw);
        assert_eq!(groups.place(raw), place);
        assert_eq!(groups.labels[place as usize], label);
    }

    #[test]
    fn values_fall_in_their_group() {
        let days = |from: &str, to: &str| Label::Days(from.to_owned(), to.to_owned());
        check(
            How::Days(DateStep::Month),
            Raw::Text(b"2026-02-11"),
            days("2026-02-01", "2026-02-28"),
        );
        check(
            How::Days(DateStep::Quarter),
            Raw::Text(b"2026-11-23T14:30"),
            days("2026-10-01", "2026-12-31"),
        );
        check(
            How::Days(DateStep::Week),
            Raw::Text(b"2027-01-01"),
            days("2026-12-28", "2027-01-03"),
        );
        check(How::Days(DateStep::Year), Raw::Empty, Label::Blank);
        check(
            How::Days(DateStep::Year),
            Raw::Text(b"jadis"),
            Label::Value("jadi".into()),
        );
        check(How::Band(10_000), Raw::Int(19_999), Label::Band(10_000, 19_999));
        check(How::Band(100), Raw::Int(-1), Label::Band(-100, -1));
        check(How::Value, Raw::Int(3), Label::Value(Value::Int(3)));
        check(How::Value, Raw::Text(b""), Label::Blank);
    }

    #[test]
    fn a_field_of_another_record_goes_through_its_reference() {
        let mut groups = Groups::new(How::Value);
        groups.refer(12, Raw::Text(b"Rennes"));
        assert_eq!(groups.place(Raw::Int(12)), 1);
        assert_eq!(groups.place(Raw::Int(13)), BLANK);
        assert_eq!(groups.place(Raw::Empty), BLANK);
    }
}
