//! Records packed: a workbook of a hundred thousand customers holds three million of them, most of whose fields are empty.

use crate::fields::{Entity, Field};
use crate::school::Record;
use crate::values::Value;

/// A record without its empty fields, as bytes: for each field held its place in the catalogue, its kind, what it holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Packed {
    pub(crate) entity: Entity,
    pub(crate) id: i64,
    values: Box<[u8]>,
}

/// What a field holds, without its own text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Held<'a> {
    Flag(bool),
    Int(i64),
    Text(&'a str),
}

const NO: u8 = 0;
const YES: u8 = 1;
const NUMBER: u8 = 2;
const TEXT: u8 = 3;

impl Packed {
    /// Packs a record; what is no field of its entity is left out.
    pub(crate) fn of(record: &Record) -> Self {
        let fields = record.entity.fields();
        let mut bytes = Vec::new();
        for (at, (key, value)) in record.values.iter().enumerate() {
            // Nearly always in the order of the catalogue.
            let here = fields.stored().nth(at).is_some_and(|field| field.key == *key);
            let place = if here {
                Some(at)
            } else {
                fields.stored().position(|field| field.key == *key)
            };
            if let Some(place) = place.and_then(|place| u8::try_from(place).ok()) {
                write(&mut bytes, place, value);
            }
        }
        Self {
            entity: record.entity,
            id: record.id,
            values: bytes.into_boxed_slice(),
        }
    }

    /// The record, every stored field of its entity in the order of the catalogue.
    pub(crate) fn record(&self) -> Record {
        let fields = self.entity.fields().stored();
        let mut values: Vec<(&'static str, Value)> = fields.map(|field| (field.key, Value::Empty)).collect();
        for (place, held) in self.held() {
            if let Some((_, value)) = values.get_mut(place) {
                *value = match held {
                    Held::Flag(flag) => Value::Flag(flag),
                    Held::Int(number) => Value::Int(number),
                    Held::Text(text) => text.into(),
                };
            }
        }
        Record {
            entity: self.entity,
            id: self.id,
            values,
        }
    }

    /// What it holds, with the place of each field among those that its entity stores.
    pub(crate) fn held(&self) -> impl Iterator<Item = (usize, Held<'_>)> {
        let mut left: &[u8] = &self.values;
        std::iter::from_fn(move || {
            let (place, held, rest) = read(left)?;
            left = rest;
            Some((place, held))
        })
    }

    /// The number that a field holds.
    pub(crate) fn int(&self, key: &str) -> Option<i64> {
        let place = self.place(key)?;
        self.held().find_map(|(at, held)| match held {
            Held::Int(number) if at == place => Some(number),
            _ => None,
        })
    }

    /// The text that a field holds, when it is not blank.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        let place = self.place(key)?;
        self.held().find_map(|(at, held)| match held {
            Held::Text(text) if at == place && !text.trim().is_empty() => Some(text),
            _ => None,
        })
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.entity
            .fields()
            .stored()
            .position(|field: &Field| field.key == key)
    }
}

fn write(bytes: &mut Vec<u8>, place: u8, value: &Value) {
    match value {
        Value::Empty => {}
        Value::Flag(flag) => bytes.extend([place, if *flag { YES } else { NO }]),
        Value::Int(number) => {
            bytes.extend([place, NUMBER]);
            bytes.extend(number.to_le_bytes());
        }
        Value::Text(text) => {
            let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
            bytes.extend([place, TEXT]);
            bytes.extend(length.to_le_bytes());
            bytes.extend(&text.as_bytes()[..length as usize]);
        }
    }
}

fn read(bytes: &[u8]) -> Option<(usize, Held<'_>, &[u8])> {
    let ([place, kind], rest) = bytes.split_first_chunk()?;
    let place = usize::from(*place);
    Some(match *kind {
        NUMBER => {
            let (number, rest) = rest.split_first_chunk()?;
            (place, Held::Int(i64::from_le_bytes(*number)), rest)
        }
        TEXT => {
            let (length, rest) = rest.split_first_chunk()?;
            let (text, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            (place, Held::Text(std::str::from_utf8(text).ok()?), rest)
        }
        flag => (place, Held::Flag(flag == YES), rest),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::school::generate;
    use jiff::civil::date;

    #[test]
    fn every_record_of_a_base_is_unpacked_as_it_was() {
        let mut met = 0;
        let Ok(()) = generate::<std::convert::Infallible>(3, date(2026, 11, 23), 60, &mut |record| {
            let packed = Packed::of(&record);
            let back = packed.record();
            assert_eq!((back.entity, back.id), (record.entity, record.id));
            for (key, value) in &back.values {
                let was = record.values.iter().find(|(known, _)| known == key);
                assert_eq!(*value, was.map(|(_, value)| value.clone()).unwrap_or_default());
                assert_eq!(packed.int(key), value.int());
                assert_eq!(packed.text(key), value.text());
            }
            met += record
                .values
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .count();
            Ok(())
        });
        assert!(met > 10_000);
    }
}
