//! What the records say, as a message says it: the value of each slot for each addressee.

use super::audience::Addressee;
use super::compile::{Message, Source};
use crate::content::messages::{MadeKey, words};
use crate::content::{group, words::calendar};
use crate::error::ApiError;
use crate::fields::{Entity, Field, Kind, choice_label};
use crate::lists::rows_of;
use crate::reader::Reader;
use crate::values::{Value, fold, parse_date, parse_date_time, phone};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What each slot of a message says of somebody; none for what is not known.
pub(crate) type Said = Vec<Option<String>>;

/// What a greeting, a dealership and a person in charge are made from.
const NEEDED: [&str; 6] = ["kind", "civility", "last_name", "site", "owner", "first_name"];

/// What the slots of a message say of each addressee, in their order.
pub(crate) fn said(reader: &Reader, message: &Message, whom: &[Addressee]) -> Result<Vec<Said>, ApiError> {
    let known = reader.fields(Entity::Customer)?;
    let mut columns: Vec<&'static Field> = NEEDED.iter().filter_map(|key| known.field(key)).collect();
    let mut car_columns: Vec<&'static Field> = Vec::new();
    for slot in &message.slots {
        match slot.source {
            Source::Customer(field) => columns.push(field),
            Source::Car(field) => car_columns.push(field),
            Source::Made(_) => {}
        }
    }
    let ids: Vec<i64> = whom.iter().map(|one| one.customer).collect();
    let people = rows_of(reader, known, &columns, &ids)?;
    let cars: Vec<i64> = whom.iter().filter_map(|one| one.car).collect();
    let mut cars = if car_columns.is_empty() {
        Vec::new().into_iter()
    } else {
        rows_of(reader, reader.fields(Entity::Vehicle)?, &car_columns, &cars)?
            .rows
            .into_iter()
    };
    let today = written_date(reader.today());
    let mut all = Vec::with_capacity(whom.len());
    for (one, person) in whom.iter().zip(&people.rows) {
        let car = if one.car.is_some() { cars.next() } else { None };
        let mut of_person = person.values[NEEDED.len()..].iter();
        let mut of_car = car.as_ref().map(|car| car.values.iter());
        let mut found = Vec::with_capacity(message.slots.len());
        for slot in &message.slots {
            found.push(match slot.source {
                Source::Customer(field) => of_person
                    .next()
                    .and_then(|value| written(field, value, &people.names)),
                Source::Car(field) => {
                    let value = of_car.as_mut().and_then(Iterator::next);
                    value.and_then(|value| written(field, value, &people.names))
                }
                Source::Made(key) => made(key, &person.values, &today),
            });
        }
        all.push(found);
    }
    Ok(all)
}

fn made(key: MadeKey, person: &[Value], today: &str) -> Option<String> {
    let text = |place: usize| person.get(place).and_then(Value::text);
    let site = || {
        group()
            .sites
            .iter()
            .find(|site| Some(site.name.as_str()) == text(3))
    };
    let owner = || {
        group()
            .staff
            .iter()
            .find(|staff| Some(staff.name.as_str()) == text(4))
    };
    Some(match key {
        MadeKey::Greeting => greeting(text(0), text(1), text(2)),
        MadeKey::SitePhone => pairs(&site()?.phone),
        MadeKey::SiteAddress => {
            let site = site()?;
            format!(
                "{} {}, {} {}",
                site.street_number, site.street, site.postcode, site.town
            )
        }
        MadeKey::SiteTown => site()?.town.clone(),
        MadeKey::OwnerRole => owner()?.role.clone(),
        MadeKey::OwnerMail => {
            let name = fold(&owner()?.name).replace(' ', ".");
            format!("{name}@{}", group().mail_domain)
        }
        MadeKey::Group => group().name.clone(),
        MadeKey::Today => today.to_owned(),
        MadeKey::Unsubscribe => format!("https://{}/desinscription", group().mail_domain),
    })
}

fn greeting(kind: Option<&str>, civility: Option<&str>, last_name: Option<&str>) -> String {
    let words = &words().greeting;
    let title = match (kind, civility) {
        (Some("person"), Some("mr")) => &words.mr,
        (Some("person"), Some("mrs")) => &words.mrs,
        _ => return words.none.clone(),
    };
    match last_name {
        Some(name) => format!("{title} {name}"),
        None => title.clone(),
    }
}

/// A value as a sentence says it; none for a blank.
pub(super) fn written(field: &Field, value: &Value, names: &BTreeMap<String, String>) -> Option<String> {
    if value.is_empty() {
        return None;
    }
    if let Some(label) = choice_label(field, value) {
        return Some(label.to_owned());
    }
    Some(match (field.kind, value) {
        (Kind::Date, Value::Text(text)) => parse_date(text).map_or_else(|| text.to_string(), written_date),
        (Kind::DateTime, Value::Text(text)) => parse_date_time(text).map_or_else(
            || text.to_string(),
            |at| format!("{}, {:02}:{:02}", written_date(at.date()), at.hour(), at.minute()),
        ),
        (Kind::Phone, Value::Text(text)) => pairs(text),
        (Kind::Reference(_), Value::Text(reference)) => names.get(reference.as_str()).cloned()?,
        (Kind::Flag, Value::Flag(true) | Value::Int(1)) => words().yes.clone(),
        (Kind::Flag, _) => words().no.clone(),
        (Kind::Money, Value::Int(cents)) => {
            let rest = cents.rem_euclid(100);
            let euros = thousands(cents.div_euclid(100));
            if rest == 0 {
                format!("{euros} €")
            } else {
                format!("{euros},{rest:02} €")
            }
        }
        (Kind::Quantity, Value::Int(hundredths)) => {
            format!(
                "{},{:02}",
                thousands(hundredths.div_euclid(100)),
                hundredths.rem_euclid(100)
            )
        }
        (_, Value::Int(number)) => thousands(*number),
        (_, Value::Text(text)) => text.trim().to_owned(),
        (_, Value::Flag(_) | Value::Empty) => return None,
    })
}

/// `23 novembre 2026`, `1er mars 2027`.
pub(super) fn written_date(date: Date) -> String {
    let words = calendar();
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|month| words.months.get(month));
    let day = if date.day() == 1 {
        words.first.clone()
    } else {
        date.day().to_string()
    };
    format!("{day} {} {}", month.map_or("", String::as_str), date.year())
}

/// Plain spaces: a narrow one would force the dear alphabet of SMS.
fn thousands(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    if number < 0 {
        format!("-{grouped}")
    } else {
        grouped
    }
}

/// As a number is read.
fn pairs(number: &str) -> String {
    phone(number).unwrap_or_else(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn values_are_said_as_a_sentence_says_them() {
        let say = |entity: Entity, key: &str, value: Value| {
            written(entity.fields().field(key).unwrap(), &value, &BTreeMap::new())
        };
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(
            say(Entity::Customer, "birth_date", "1980-03-01".into()),
            said("1er mars 1980")
        );
        assert_eq!(
            say(Entity::Customer, "mobile", "0639980012".into()),
            said("06 39 98 00 12")
        );
        assert_eq!(say(Entity::Customer, "civility", "mrs".into()), said("Mme"));
        assert_eq!(
            say(Entity::Customer, "turnover", Value::Int(125_050)),
            said("1 250,50 €")
        );
        assert_eq!(
            say(Entity::Vehicle, "mileage", Value::Int(1_045_000)),
            said("1 045 000")
        );
        assert_eq!(say(Entity::Customer, "town", " ".into()), None);
        assert_eq!(written_date(date(2026, 11, 23)), "23 novembre 2026");
        assert_eq!(
            greeting(Some("person"), Some("mr"), Some("Le Goff")),
            "Monsieur Le Goff"
        );
        assert_eq!(greeting(Some("company"), None, None), "Madame, Monsieur");
    }
}
