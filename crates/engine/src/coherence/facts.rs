//! What the checks need of each record, typed and small: a base of a hundred thousand customers fits in memory.

use super::words::{clues, results};
use crate::fields::{Choices, Entity, Kind};
use crate::school::Record;
use crate::values::{Value, parse_date, parse_date_time};
use jiff::civil::{Date, DateTime};

/// A record, by its entity and its id.
pub(super) type Ref = (Entity, i64);

#[derive(Debug)]
pub(super) struct Customer {
    pub(super) id: i64,
    pub(super) is_company: bool,
    pub(super) civility: &'static str,
    pub(super) first_name: Box<str>,
    pub(super) last_name: Box<str>,
    pub(super) birth: Option<Date>,
    pub(super) legal_name: Box<str>,
    pub(super) siren: Box<str>,
    pub(super) siret: Box<str>,
    pub(super) naf: Box<str>,
    pub(super) company_type: Box<str>,
    pub(super) fleet: &'static str,
    pub(super) parent: Option<i64>,
    pub(super) household: Option<i64>,
    pub(super) number: Box<str>,
    pub(super) street: Box<str>,
    pub(super) extra: Box<str>,
    pub(super) postcode: Box<str>,
    pub(super) town: Box<str>,
    pub(super) phone: Box<str>,
    pub(super) mobile: Box<str>,
    pub(super) mail: Box<str>,
    pub(super) site: Box<str>,
    pub(super) created: Option<Date>,
}

#[derive(Debug)]
pub(super) struct Contact {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) civility: &'static str,
    pub(super) first_name: Box<str>,
    pub(super) last_name: Box<str>,
    pub(super) mail: Box<str>,
    pub(super) mobile: Box<str>,
}

#[derive(Debug)]
pub(super) struct Consent {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) channel: &'static str,
    pub(super) state: &'static str,
    pub(super) given: Option<Date>,
    pub(super) withdrawn: Option<Date>,
    pub(super) has_origin: bool,
}

#[derive(Debug)]
pub(super) struct Vehicle {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) energy: Box<str>,
    pub(super) plate: Box<str>,
    pub(super) vin: Box<str>,
    pub(super) registered: Option<Date>,
    pub(super) mileage: Option<i64>,
    pub(super) finance: &'static str,
    pub(super) financed: Option<Date>,
    pub(super) financed_amount: Option<i64>,
    pub(super) finance_months: Option<i64>,
    pub(super) sold: Option<Date>,
}

#[derive(Debug)]
pub(super) struct Invoice {
    pub(super) id: i64,
    pub(super) kind: &'static str,
    pub(super) issued: Option<Date>,
    pub(super) customer: Option<i64>,
    pub(super) vehicle: Option<i64>,
    pub(super) mileage: Option<i64>,
    pub(super) net: Option<i64>,
    pub(super) vat: Option<i64>,
    pub(super) gross: Option<i64>,
}

impl Invoice {
    /// The purchase of a car?
    pub(super) fn is_purchase(&self) -> bool {
        matches!(self.kind, "new_vehicle" | "used_vehicle")
    }
}

#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: i64,
    pub(super) invoice: Option<i64>,
    pub(super) quantity: Option<i64>,
    pub(super) unit_price: Option<i64>,
    pub(super) net: Option<i64>,
    pub(super) is_inspection: bool,
}

/// What an activity came to, as far as the checks care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Interested, an offer made, a call asked for: something is left to do.
    Open,
    Ordered,
    Delivered,
    Other,
}

/// What a text tells that should have changed the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    Nothing,
    Deceased,
    Returned,
    StruckOff,
}

#[derive(Debug)]
pub(super) struct Activity {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) lead: Option<i64>,
    pub(super) campaign: Option<i64>,
    pub(super) kind: &'static str,
    pub(super) direction: &'static str,
    pub(super) at: Option<DateTime>,
    pub(super) outcome: Outcome,
    pub(super) follow_up: Option<Date>,
    pub(super) follow_up_done: Option<Date>,
    pub(super) tells: Tells,
    pub(super) has_gap: bool,
}

impl Activity {
    /// Its day.
    pub(super) fn day(&self) -> Option<Date> {
        self.at.map(DateTime::date)
    }
}

#[derive(Debug)]
pub(super) struct Lead {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) first_name: Box<str>,
    pub(super) last_name: Box<str>,
    pub(super) mail: Box<str>,
    pub(super) phone: Box<str>,
    pub(super) kind: Box<str>,
    pub(super) state: &'static str,
    pub(super) issued: Option<DateTime>,
}

#[derive(Debug)]
pub(super) struct Appointment {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) vehicle: Option<i64>,
    pub(super) lead: Option<i64>,
    pub(super) starts: Option<DateTime>,
    pub(super) ends: Option<DateTime>,
    pub(super) recurs: bool,
    pub(super) state: &'static str,
}

#[derive(Debug)]
pub(super) struct Note {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) tells: Tells,
}

#[derive(Debug)]
pub(super) struct Recipient {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) campaign: Option<i64>,
}

/// What waits for its day.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) id: i64,
    pub(super) customer: Option<i64>,
    pub(super) due: Option<DateTime>,
    pub(super) is_purchase: bool,
    /// The days of the invoices it will bring.
    pub(super) invoices: Vec<Date>,
}

/// An anomaly the base was given on purpose.
#[derive(Debug)]
pub(super) struct Planted {
    pub(super) code: Box<str>,
    pub(super) kind: Box<str>,
    pub(super) records: Vec<Ref>,
    pub(super) finding: Box<str>,
    pub(super) expected_action: Box<str>,
    pub(super) difficulty: Box<str>,
    pub(super) trap: bool,
}

/// Why a value cannot be read.
#[derive(Debug)]
pub(super) struct Unread {
    pub(super) record: Ref,
    pub(super) key: &'static str,
    pub(super) value: String,
}

/// The values of one record, taken out one by one.
pub(super) struct Values {
    pub(super) id: i64,
    entity: Entity,
    values: Vec<(&'static str, Value)>,
    pub(super) unread: Vec<Unread>,
}

impl Values {
    pub(super) fn new(record: Record) -> Self {
        Self {
            id: record.id,
            entity: record.entity,
            values: record.values,
            unread: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, key: &str) -> Value {
        self.values
            .iter_mut()
            .find(|known| known.0 == key)
            .map(|known| std::mem::take(&mut known.1))
            .unwrap_or_default()
    }

    /// The text of a field, trimmed as it is read on screen; empty for none.
    pub(super) fn text(&mut self, key: &str) -> Box<str> {
        match self.take(key) {
            Value::Text(text) => text.into_boxed_str(),
            _ => Box::default(),
        }
    }

    pub(super) fn int(&mut self, key: &str) -> Option<i64> {
        self.take(key).int()
    }

    pub(super) fn flag(&mut self, key: &str) -> bool {
        matches!(self.take(key), Value::Flag(true) | Value::Int(1))
    }

    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        self.read(key, |text| parse_date(text.get(..10).unwrap_or(text)))
    }

    pub(super) fn moment(&mut self, key: &'static str) -> Option<DateTime> {
        self.read(key, |text| {
            parse_date_time(text).or_else(|| parse_date(text).map(|day| day.at(0, 0, 0, 0)))
        })
    }

    /// The code of a closed choice; empty for none.
    pub(super) fn code(&mut self, key: &'static str) -> &'static str {
        let choices = match self.entity.fields().field(key).map(|field| field.choices) {
            Some(Choices::Closed(choices)) => choices,
            _ => &[],
        };
        self.read(key, |text| {
            choices
                .iter()
                .find(|choice| choice.0 == text)
                .map(|choice| choice.0)
        })
        .unwrap_or_default()
    }

    fn read<T>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.take(key);
        let text = value.text()?;
        let found = read(text);
        if found.is_none() {
            self.unread.push(Unread {
                record: (self.entity, self.id),
                key,
                value: text.to_owned(),
            });
        }
        found
    }

    /// Notes every field that must be filled and is not. To be asked first, while nothing is taken.
    pub(super) fn note_missing(&mut self) {
        let is_company = self
            .values
            .iter()
            .any(|(key, value)| *key == "kind" && value.text() == Some("company"));
        for field in self.entity.fields().stored().filter(|field| field.required) {
            let applies = match field.applies {
                crate::fields::Applies::Both => true,
                crate::fields::Applies::Company => is_company,
                crate::fields::Applies::Person => !is_company,
            };
            let is_reference = matches!(field.kind, Kind::Reference(_));
            let filled = self
                .values
                .iter()
                .any(|(key, value)| *key == field.key && !value.is_empty());
            if applies && !filled && !is_reference {
                self.unread.push(Unread {
                    record: (self.entity, self.id),
                    key: field.key,
                    value: String::new(),
                });
            }
        }
    }
}

pub(super) fn outcome(result: &str) -> Outcome {
    let words = results();
    if result == words.ordered {
        Outcome::Ordered
    } else if result == words.delivered {
        Outcome::Delivered
    } else if words.open.iter().any(|open| open == result) {
        Outcome::Open
    } else {
        Outcome::Other
    }
}

pub(super) fn tells(text: &str) -> Tells {
    let clues = clues();
    let says = |words: &[String]| words.iter().any(|word| text.contains(word.as_str()));
    if says(&clues.deceased) {
        Tells::Deceased
    } else if says(&clues.returned) {
        Tells::Returned
    } else if says(&clues.struck_off) {
        Tells::StruckOff
    } else {
        Tells::Nothing
    }
}
