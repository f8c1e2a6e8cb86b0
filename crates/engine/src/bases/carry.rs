//! Carrying a trainer's base to a later day: whole years for what happened, so that people, references and printed
//! answers stay; the days that remain for what is in hand, so that follow-ups are still to be done.

use crate::excel::Packed;
use crate::fields::{Entity, Field, Kind};
use crate::school::Record;
use crate::store::TechnicalRow;
use crate::values::{Repeat, Value, open_day_from, open_day_until, parse_date, parse_date_time};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::HashSet;

/// A move from one day to a later one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Move {
    /// Whole years, the most that do not pass the day of use.
    years: i16,
    /// Days left after them.
    days: i32,
    /// The day of use.
    to: Date,
}

impl Move {
    /// None when the base is of that day, or of a later one: it is then taken as it is.
    pub(super) fn between(from: Date, to: Date) -> Option<Self> {
        if from >= to {
            return None;
        }
        let mut years = to.year() - from.year();
        let mut reached = from.checked_add(years.years()).ok()?;
        if reached > to {
            years -= 1;
            reached = from.checked_add(years.years()).ok()?;
        }
        let days = (to - reached).get_days();
        Some(Self { years, days, to })
    }

    /// The day to which the whole years lead: time passes from there.
    pub(super) fn reached(self) -> Date {
        self.to.checked_sub(self.days.days()).unwrap_or(self.to)
    }

    fn day(self, day: Date) -> Date {
        // 29 February becomes the 28th.
        day.checked_add(self.years.years()).unwrap_or(day)
    }

    /// As a working day, and not one that is still to come.
    fn working_day(self, day: Date) -> Date {
        let moved = self.day(day);
        let open = open_day_from(moved);
        if moved <= self.to && open > self.to {
            open_day_until(moved)
        } else {
            open
        }
    }

    fn in_hand(self, day: Date) -> Date {
        let moved = self.day(day);
        open_day_from(moved.checked_add(self.days.days()).unwrap_or(moved))
    }
}

/// How a date of a record moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// By whole years, to the day.
    Exactly,
    /// By whole years, to a working day.
    Working,
    /// By whole years and the days left, to a working day.
    InHand,
}

/// A record as it is on the day of use.
pub(super) fn carry(mut record: Record, moved: Move) -> Record {
    carry_record(&mut record, moved);
    record
}

/// The days that stand in added fields: by whole years, as what happened.
pub(super) fn carry_added(records: &[Packed], technical: &mut [TechnicalRow], moved: Move) {
    let text = |record: &Packed, key: &str| record.text(key).map(str::to_owned);
    let days: HashSet<(String, String)> = records
        .iter()
        .filter(|record| record.entity == Entity::CustomField)
        .filter(|record| text(record, "kind").as_deref() == Some("date"))
        .filter_map(|record| Some((text(record, "entity")?, text(record, "key")?)))
        .collect();
    for row in technical.iter_mut().filter(|row| row.table == "custom_value") {
        let [(_, entity), _, (_, key), (_, value)] = row.values.as_mut_slice() else {
            continue;
        };
        let which = entity.text().zip(key.text());
        let is_day = which.is_some_and(|(entity, key)| days.contains(&(entity.to_owned(), key.to_owned())));
        if let (true, Some(day)) = (is_day, value.text().and_then(parse_date)) {
            *value = moved.day(day).into();
        }
    }
}

fn carry_record(record: &mut Record, moved: Move) {
    let in_hand = is_in_hand(record);
    if in_hand && carry_series(record, moved).is_some() {
        return;
    }
    let entity = record.entity;
    for (key, value) in &mut record.values {
        if entity == Entity::PendingEvent && *key == "payload" {
            carry_payload(value, moved);
        } else if entity == Entity::Invoice && *key == "number" {
            renumber(value, moved.years);
        } else if let Some(field) = entity.fields().field(key) {
            carry_value(value, field, way(entity, key, in_hand), moved);
        }
    }
}

/// What comes back moves by whole weeks, its end and its exceptions with it: a Monday stays a Monday. None for what does not.
fn carry_series(record: &mut Record, moved: Move) -> Option<()> {
    let text = |key: &str| {
        let found = record.values.iter().find(|(known, _)| *known == key);
        found.and_then(|(_, value)| value.text())
    };
    if record.entity != Entity::AgendaEntry {
        return None;
    }
    let mut rule = Repeat::parse(text("recurrence")?)?;
    let start = parse_date_time(text("starts_at")?)?.date();
    let days = i64::from((moved.in_hand(start) - start).get_days());
    let later = |day: Date| {
        day.checked_add(((days + 3).div_euclid(7) * 7).days())
            .unwrap_or(day)
    };
    rule.until = rule
        .until
        .as_deref()
        .and_then(parse_date)
        .map(|last| later(last).to_string());
    for (key, value) in &mut record.values {
        match *key {
            "recurrence" => *value = rule.to_string().into(),
            "exceptions" => *value = value.text().map(|text| exceptions_later(text, later)).into(),
            "starts_at" | "ends_at" => {
                if let Some(at) = value.text().and_then(parse_date_time) {
                    *value = later(at.date()).to_datetime(at.time()).into();
                }
            }
            _ => {}
        }
    }
    Some(())
}

/// `2026-12-26; 2027-01-02=R00123`, each day moved.
fn exceptions_later(text: &str, later: impl Fn(Date) -> Date) -> String {
    let pieces = text.split(';').map(|piece| {
        let (day, rest) = piece.trim().split_at_checked(10).unwrap_or((piece.trim(), ""));
        parse_date(day).map_or_else(|| piece.trim().to_owned(), |day| format!("{}{rest}", later(day)))
    });
    pieces.collect::<Vec<_>>().join("; ")
}

/// An appointment that is planned, a follow-up not yet done.
fn is_in_hand(record: &Record) -> bool {
    let value = |key| {
        record
            .values
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, value)| value)
    };
    match record.entity {
        Entity::AgendaEntry => value("state").and_then(Value::text) == Some("planned"),
        Entity::Activity => value("follow_up_done_on").is_none_or(Value::is_empty),
        _ => false,
    }
}

fn way(entity: Entity, key: &str, in_hand: bool) -> Way {
    match (entity, key) {
        (Entity::AgendaEntry, "starts_at" | "ends_at") | (Entity::Activity, "next_follow_up_on")
            if in_hand =>
        {
            Way::InHand
        }
        (
            Entity::Vehicle | Entity::Invoice | Entity::Activity | Entity::AgendaEntry | Entity::PendingEvent,
            _,
        ) => Way::Working,
        _ => Way::Exactly,
    }
}

fn carry_value(value: &mut Value, field: &Field, way: Way, moved: Move) {
    let day = |day: Date| match way {
        Way::Exactly => moved.day(day),
        Way::Working => moved.working_day(day),
        Way::InHand => moved.in_hand(day),
    };
    match field.kind {
        Kind::Date => {
            if let Some(known) = value.text().and_then(parse_date) {
                *value = day(known).into();
            }
        }
        Kind::DateTime => {
            if let Some(known) = value.text().and_then(parse_date_time) {
                *value = day(known.date()).to_datetime(known.time()).into();
            }
        }
        _ => {}
    }
}

/// An event to come holds rows of its own.
fn carry_payload(value: &mut Value, moved: Move) {
    let Some(mut payload) = value
        .text()
        .and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok())
    else {
        return;
    };
    for part in ["records", "edits"] {
        let rows = payload.get_mut(part).and_then(serde_json::Value::as_array_mut);
        for row in rows.into_iter().flatten() {
            carry_payload_row(row, moved);
        }
    }
    *value = payload.to_string().into();
}

fn carry_payload_row(row: &mut serde_json::Value, moved: Move) {
    let entity = row
        .get("entity")
        .and_then(serde_json::Value::as_str)
        .and_then(Entity::of_table);
    let values = row.get_mut("values").and_then(serde_json::Value::as_object_mut);
    let (Some(entity), Some(values)) = (entity, values) else {
        return;
    };
    for (key, json) in values {
        let Some(text) = json.as_str() else { continue };
        let mut value = Value::from(text);
        if entity == Entity::Invoice && key == "number" {
            renumber(&mut value, moved.years);
        } else if let Some(field) = entity.fields().field(key) {
            carry_value(&mut value, field, way(entity, key, false), moved);
        }
        if let Value::Text(text) = value {
            *json = text.as_str().into();
        }
    }
}

/// `R26-001794` says its year.
fn renumber(value: &mut Value, years: i16) {
    let Some(text) = value.text() else { return };
    let Some((year, rest)) = text
        .get(1..3)
        .and_then(|year| year.parse::<i16>().ok())
        .zip(text.get(3..))
        .filter(|(_, rest)| rest.starts_with('-'))
    else {
        return;
    };
    let site = text.get(..1).unwrap_or_default();
    *value = format!("{site}{:02}{rest}", (year + years).rem_euclid(100)).into();
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn moved(from: Date, to: Date, record: Record) -> Vec<(&'static str, Value)> {
        carry(record, Move::between(from, to).unwrap()).values
    }

    #[test]
    fn whole_years_never_pass_the_day_of_use() {
        let years = |from, to| Move::between(from, to).map(|moved| (moved.years, moved.days));
        assert_eq!(years(date(2026, 11, 13), date(2027, 3, 5)), Some((0, 112)));
        assert_eq!(years(date(2026, 11, 13), date(2028, 11, 13)), Some((2, 0)));
        assert_eq!(years(date(2024, 2, 29), date(2025, 2, 28)), Some((1, 0)));
        assert_eq!(years(date(2026, 11, 13), date(2026, 11, 13)), None);
        assert_eq!(years(date(2026, 11, 13), date(2026, 1, 1)), None);
    }

    #[test]
    fn an_invoice_keeps_its_day_when_it_is_open_and_its_number_says_the_year() {
        let invoice = Record {
            entity: Entity::Invoice,
            id: 7,
            values: vec![
                ("number", "R26-000007".into()),
                ("issued_on", "2026-11-13".into()),
                ("mileage", 12_000.into()),
            ],
        };
        let values = moved(date(2026, 11, 23), date(2028, 1, 10), invoice);
        assert_eq!(
            values,
            vec![
                ("number", "R27-000007".into()),
                ("issued_on", "2027-11-13".into()),
                ("mileage", 12_000.into()),
            ]
        );
    }

    #[test]
    fn a_follow_up_to_do_stays_as_near_as_it_was_and_one_done_stays_in_its_year() {
        let activity = |done: Value| Record {
            entity: Entity::Activity,
            id: 1,
            values: vec![
                ("happened_at", "2026-11-12T10:15".into()),
                ("next_follow_up_on", "2026-11-24".into()),
                ("follow_up_done_on", done),
            ],
        };
        let (from, to) = (date(2026, 11, 23), date(2027, 3, 5));
        assert_eq!(moved(from, to, activity(Value::Empty))[1].1, "2027-03-06".into());
        assert_eq!(
            moved(from, to, activity("2026-11-20".into()))[1].1,
            "2026-11-24".into()
        );
    }

    #[test]
    fn a_series_stays_on_its_day_of_the_week_with_its_exceptions() {
        let series = Record {
            entity: Entity::AgendaEntry,
            id: 1,
            values: vec![
                ("starts_at", "2026-09-07T08:30".into()),
                ("ends_at", "2026-09-07T09:15".into()),
                ("recurrence", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261228".into()),
                ("exceptions", "2026-11-02; 2026-11-09=R00007".into()),
                ("state", "planned".into()),
            ],
        };
        let values = moved(date(2026, 11, 23), date(2027, 12, 1), series);
        let texts: Vec<&str> = values.iter().filter_map(|(_, value)| value.text()).collect();
        assert_eq!(
            texts,
            [
                "2027-09-13T08:30",
                "2027-09-13T09:15",
                "FREQ=WEEKLY;BYDAY=MO;UNTIL=20280103",
                "2027-11-08; 2027-11-15=R00007",
                "planned"
            ]
        );
    }

    #[test]
    fn an_event_to_come_moves_with_its_rows() {
        let event = Record {
            entity: Entity::PendingEvent,
            id: 1,
            values: vec![
                ("due_at", "2026-12-01T17:00".into()),
                (
                    "payload",
                    r#"{"records":[{"entity":"invoice","id":9,"values":{"issued_on":"2026-12-01","number":"M26-000009"}}],"edits":[]}"#.into(),
                ),
            ],
        };
        let values = moved(date(2026, 11, 23), date(2027, 11, 23), event);
        assert_eq!(values[0].1, "2027-12-01T17:00".into());
        let payload = values[1].1.text().unwrap();
        assert!(
            payload.contains("2027-12-01") && payload.contains("M27-000009"),
            "{payload}"
        );
    }
}
