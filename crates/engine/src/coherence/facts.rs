//! What the checks need of each record, typed and small: a base of a hundred thousand customers fits in memory.

use super::words::{clues, results};
use crate::fields::{Choices, Entity, Kind};
use crate::school::Record;
use crate::values::{Value, parse_date, parse_date_time};
use jiff::civil::{Date, DateTime};

/// A record, by its entity and its id.
pub(crate) type Ref = (Entity, i64);

#[derive(Debug)]
pub(crate) struct Customer {
    pub(crate) id: i64,
    pub(crate) is_company: bool,
    pub(crate) civility: &'static str,
    pub(crate) first_name: Box<str>,
    pub(crate) last_name: Box<str>,
    pub(crate) birth: Option<Date>,
    pub(crate) legal_name: Box<str>,
    pub(crate) siren: Box<str>,
    pub(crate) siret: Box<str>,
    pub(crate) naf: Box<str>,
    pub(crate) company_type: Box<str>,
    pub(crate) fleet: &'static str,
    pub(crate) parent: Option<i64>,
    pub(crate) household: Option<i64>,
    pub(crate) number: Box<str>,
    pub(crate) street: Box<str>,
    pub(crate) extra: Box<str>,
    pub(crate) postcode: Box<str>,
    pub(crate) town: Box<str>,
    pub(crate) phone: Box<str>,
    pub(crate) mobile: Box<str>,
    pub(crate) mail: Box<str>,
    pub(crate) site: Box<str>,
    pub(crate) created: Option<Date>,
    /// Code of the state of the record.
    pub(crate) state: &'static str,
}

#[derive(Debug)]
pub(crate) struct Contact {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) civility: &'static str,
    pub(crate) first_name: Box<str>,
    pub(crate) last_name: Box<str>,
    pub(crate) mail: Box<str>,
    pub(crate) mobile: Box<str>,
}

#[derive(Debug)]
pub(crate) struct Consent {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) channel: &'static str,
    pub(crate) state: &'static str,
    pub(crate) given: Option<Date>,
    pub(crate) withdrawn: Option<Date>,
    pub(crate) has_origin: bool,
}

#[derive(Debug)]
pub(crate) struct Vehicle {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) energy: Box<str>,
    pub(crate) plate: Box<str>,
    pub(crate) vin: Box<str>,
    pub(crate) registered: Option<Date>,
    pub(crate) mileage: Option<i64>,
    pub(crate) finance: &'static str,
    pub(crate) financed: Option<Date>,
    pub(crate) financed_amount: Option<i64>,
    pub(crate) finance_months: Option<i64>,
    pub(crate) sold: Option<Date>,
}

#[derive(Debug)]
pub(crate) struct Invoice {
    pub(crate) id: i64,
    pub(crate) kind: &'static str,
    pub(crate) issued: Option<Date>,
    pub(crate) customer: Option<i64>,
    pub(crate) vehicle: Option<i64>,
    pub(crate) mileage: Option<i64>,
    pub(crate) net: Option<i64>,
    pub(crate) vat: Option<i64>,
    pub(crate) gross: Option<i64>,
}

impl Invoice {
    /// The purchase of a car?
    pub(crate) fn is_purchase(&self) -> bool {
        matches!(self.kind, "new_vehicle" | "used_vehicle")
    }
}

#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) id: i64,
    pub(crate) invoice: Option<i64>,
    pub(crate) quantity: Option<i64>,
    pub(crate) unit_price: Option<i64>,
    pub(crate) net: Option<i64>,
    pub(crate) is_inspection: bool,
}

/// What an activity came to, as far as the checks care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Interested, an offer made, a call asked for: something is left to do.
    Open,
    Ordered,
    Delivered,
    Other,
}

/// What a text tells that should have changed the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tells {
    Nothing,
    Deceased,
    Returned,
    StruckOff,
}

#[derive(Debug)]
pub(crate) struct Activity {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) lead: Option<i64>,
    pub(crate) campaign: Option<i64>,
    pub(crate) kind: &'static str,
    pub(crate) direction: &'static str,
    pub(crate) at: Option<DateTime>,
    pub(crate) outcome: Outcome,
    pub(crate) follow_up: Option<Date>,
    pub(crate) follow_up_done: Option<Date>,
    pub(crate) tells: Tells,
    pub(crate) has_gap: bool,
}

impl Activity {
    /// Its day.
    pub(crate) fn day(&self) -> Option<Date> {
        self.at.map(DateTime::date)
    }
}

#[derive(Debug)]
pub(crate) struct Lead {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) first_name: Box<str>,
    pub(crate) last_name: Box<str>,
    pub(crate) mail: Box<str>,
    pub(crate) phone: Box<str>,
    pub(crate) kind: Box<str>,
    pub(crate) state: &'static str,
    pub(crate) issued: Option<DateTime>,
}

#[derive(Debug)]
pub(crate) struct Appointment {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) vehicle: Option<i64>,
    pub(crate) lead: Option<i64>,
    pub(crate) starts: Option<DateTime>,
    pub(crate) ends: Option<DateTime>,
    pub(crate) recurs: bool,
    pub(crate) state: &'static str,
}

#[derive(Debug)]
pub(crate) struct Note {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) tells: Tells,
}

#[derive(Debug)]
pub(crate) struct Recipient {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) campaign: Option<i64>,
}

/// What waits for its day.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) id: i64,
    pub(crate) customer: Option<i64>,
    pub(crate) due: Option<DateTime>,
    pub(crate) is_purchase: bool,
    /// A customer is about to answer: it has an hour, which may be of today.
    pub(crate) is_reply: bool,
    /// The days of the invoices it will bring.
    pub(crate) invoices: Vec<Date>,
}

/// An anomaly the base was given on purpose.
#[derive(Debug)]
pub(crate) struct Planted {
    pub(crate) code: Box<str>,
    pub(crate) kind: Box<str>,
    pub(crate) records: Vec<Ref>,
    pub(crate) finding: Box<str>,
    pub(crate) expected_action: Box<str>,
    pub(crate) difficulty: Box<str>,
    pub(crate) trap: bool,
}

/// Why a value cannot be read.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) record: Ref,
    pub(crate) key: &'static str,
    pub(crate) value: String,
}

/// The values of one record, taken out one by one.
pub(crate) struct Values {
    pub(crate) id: i64,
    entity: Entity,
    values: Vec<(&'static str, Value)>,
    pub(crate) unread: Vec<Unread>,
}

impl Values {
    pub(crate) fn new(record: Record) -> Self {
        Self {
            id: record.id,
            entity: record.entity,
            values: record.values,
            unread: Vec::new(),
        }
    }

    pub(crate) fn take(&mut self, key: &str) -> Value {
        self.values
            .iter_mut()
            .find(|known| known.0 == key)
            .map(|known| std::mem::take(&mut known.1))
            .unwrap_or_default()
    }

    /// The text of a field, trimmed as it is read on screen; empty for none.
    pub(crate) fn text(&mut self, key: &str) -> Box<str> {
        match self.take(key) {
            Value::Text(text) => text.as_str().into(),
            _ => Box::default(),
        }
    }

    pub(crate) fn int(&mut self, key: &str) -> Option<i64> {
        self.take(key).int()
    }

    pub(crate) fn flag(&mut self, key: &str) -> bool {
        matches!(self.take(key), Value::Flag(true) | Value::Int(1))
    }

    pub(crate) fn date(&mut self, key: &'static str) -> Option<Date> {
        self.read(key, |text| parse_date(text.get(..10).unwrap_or(text)))
    }

    pub(crate) fn moment(&mut self, key: &'static str) -> Option<DateTime> {
        self.read(key, |text| {
            parse_date_time(text).or_else(|| parse_date(text).map(|day| day.at(0, 0, 0, 0)))
        })
    }

    /// The code of a closed choice; empty for none.
    pub(crate) fn code(&mut self, key: &'static str) -> &'static str {
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
    pub(crate) fn note_missing(&mut self) {
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

pub(crate) fn outcome(result: &str) -> Outcome {
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

pub(crate) fn tells(text: &str) -> Tells {
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
