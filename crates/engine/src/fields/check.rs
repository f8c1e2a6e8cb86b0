//! Checking what a person typed: each value becomes the value to keep, or a problem.

use super::{Applies, Choices, EntityFields, Field, Kind};
use crate::error::{Problem, ProblemCode};
use crate::values::{self, Value};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What checking gives: every value understood, and every problem met.
#[derive(Debug, Default)]
pub struct Checked {
    /// The fields that were given and are right, with the value to keep.
    pub values: Vec<(&'static Field, Value)>,
    /// The fields that are not.
    pub problems: Vec<Problem>,
}

/// The earliest date that means something here: the year of the oldest living person.
const EARLIEST: Date = Date::constant(1900, 1, 1);
/// The latest: an end of financing decades away.
const LATEST: Date = Date::constant(2099, 12, 31);

/// Checks values given under the keys of the catalogue.
///
/// `whole` says that the values are those of a new record, so that required fields must be among them.
#[must_use]
pub fn check_values(
    known: &'static EntityFields,
    applies: Applies,
    input: &BTreeMap<String, Value>,
    today: Date,
    whole: bool,
) -> Checked {
    let mut checked = Checked::default();
    for (key, given) in input {
        match known.field(key) {
            None => checked
                .problems
                .push(Problem::new(key, ProblemCode::UnknownField)),
            Some(field) if field.computed.is_some() => {
                checked.problems.push(Problem::new(key, ProblemCode::NotEditable))
            }
            // A company has no mobile: said, unless nothing was written there.
            Some(field) if !has_field(applies, field) && !given.is_empty() => {
                checked.problems.push(Problem::new(key, ProblemCode::NotEditable));
            }
            Some(_) => {}
        }
    }
    for field in known.stored().filter(|field| has_field(applies, field)) {
        let given = input.get(field.key);
        match given.map(|value| check_value(field, value, today)) {
            Some(Ok(value)) if value.is_empty() && field.required => {
                checked
                    .problems
                    .push(Problem::new(field.key, ProblemCode::Required));
            }
            Some(Ok(value)) => checked.values.push((field, value)),
            Some(Err(problem)) => checked.problems.push(problem),
            None if whole && field.required => checked
                .problems
                .push(Problem::new(field.key, ProblemCode::Required)),
            None => {}
        }
    }
    checked
}

fn has_field(applies: Applies, field: &Field) -> bool {
    applies == Applies::Both || field.applies == Applies::Both || field.applies == applies
}

/// The value to keep for a value given; an empty one is always right here.
fn check_value(field: &Field, given: &Value, today: Date) -> Result<Value, Problem> {
    if given.is_empty() {
        return Ok(Value::Empty);
    }
    match field.kind {
        Kind::Integer | Kind::Money | Kind::Quantity => check_number(field, given),
        Kind::Flag => match given {
            Value::Flag(_) => Ok(given.clone()),
            Value::Int(number @ (0 | 1)) => Ok(Value::Flag(*number == 1)),
            _ => Err(Problem::new(field.key, ProblemCode::UnknownChoice)),
        },
        // Whether the record exists is for the writer to see: here only the form counts.
        Kind::Reference(target) => match given.text().and_then(values::parse_reference) {
            Some((prefix, id)) if prefix == target.fields().prefix => Ok(Value::Int(id)),
            _ => Err(Problem::new(field.key, ProblemCode::UnknownReference)),
        },
        _ => match given {
            Value::Text(text) => check_text(field, text, today).map(Value::from),
            Value::Int(number) => check_text(field, &number.to_string(), today).map(Value::from),
            _ => Err(Problem::new(field.key, ProblemCode::UnknownChoice)),
        },
    }
}

fn check_number(field: &Field, given: &Value) -> Result<Value, Problem> {
    let number = match given {
        Value::Int(number) => Some(*number),
        Value::Text(text) => text
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .parse()
            .ok(),
        _ => None,
    };
    let number = number.ok_or_else(|| Problem::new(field.key, ProblemCode::BadNumber))?;
    let too_small = field.min.is_some_and(|min| number < min);
    let too_great = field.max.is_some_and(|max| number > max);
    if too_small || too_great {
        let bound = |limit: Option<i64>| limit.map(|limit| limit.to_string());
        return Err(
            Problem::new(field.key, ProblemCode::OutOfRange).between(bound(field.min), bound(field.max))
        );
    }
    Ok(Value::Int(number))
}

fn check_text(field: &Field, given: &str, today: Date) -> Result<String, Problem> {
    let problem = |code| Problem::new(field.key, code);
    let text = tidy(field.kind, given);
    match field.kind {
        Kind::Phone => values::phone(&text).ok_or_else(|| problem(ProblemCode::BadPhone)),
        Kind::Postcode => values::postcode(&text).ok_or_else(|| problem(ProblemCode::BadPostcode)),
        Kind::Plate => values::plate(&text).ok_or_else(|| problem(ProblemCode::BadPlate)),
        Kind::Vin => values::vin(&text).ok_or_else(|| problem(ProblemCode::BadVin)),
        Kind::Naf => values::naf_code(&text).ok_or_else(|| problem(ProblemCode::BadNaf)),
        Kind::Siren => {
            company_number(&text, values::siren_is_valid).ok_or_else(|| problem(ProblemCode::BadSiren))
        }
        Kind::Siret => {
            company_number(&text, values::siret_is_valid).ok_or_else(|| problem(ProblemCode::BadSiret))
        }
        Kind::Mail if !values::mail_is_well_formed(&text) => Err(problem(ProblemCode::BadMail)),
        Kind::Date => check_date(field, &text, today),
        Kind::DateTime => check_date_time(field, &text, today),
        Kind::Choice => check_choice(field, text),
        _ => check_length(field, text),
    }
}

/// Blanks at the ends and doubled blanks are slips of the keyboard, except inside a long text.
fn tidy(kind: Kind, given: &str) -> String {
    match kind {
        Kind::LongText => given.trim().to_owned(),
        _ => given.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn company_number(text: &str, is_valid: fn(&str) -> bool) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    is_valid(&digits).then_some(digits)
}

fn check_date(field: &Field, text: &str, today: Date) -> Result<String, Problem> {
    let date = values::parse_date(text).ok_or_else(|| Problem::new(field.key, ProblemCode::BadDate))?;
    within_time(field, date, today)?;
    Ok(date.to_string())
}

fn check_date_time(field: &Field, text: &str, today: Date) -> Result<String, Problem> {
    let at = values::parse_date_time(text).ok_or_else(|| Problem::new(field.key, ProblemCode::BadDate))?;
    within_time(field, at.date(), today)?;
    match Value::from(at) {
        Value::Text(kept) => Ok(kept.into_string()),
        _ => Err(Problem::new(field.key, ProblemCode::BadDate)),
    }
}

fn within_time(field: &Field, date: Date, today: Date) -> Result<(), Problem> {
    if date < EARLIEST {
        return Err(Problem::new(field.key, ProblemCode::TooEarly).between(Some(EARLIEST.to_string()), None));
    }
    if field.past && date > today {
        return Err(Problem::new(field.key, ProblemCode::FutureDate).between(None, Some(today.to_string())));
    }
    if date > LATEST {
        return Err(Problem::new(field.key, ProblemCode::FutureDate).between(None, Some(LATEST.to_string())));
    }
    Ok(())
}

fn check_choice(field: &Field, text: String) -> Result<String, Problem> {
    match field.choices {
        Choices::Closed(list) => list
            .iter()
            .find(|(code, label)| *code == text || values::fold(label) == values::fold(&text))
            .map(|(code, _)| (*code).to_owned())
            .ok_or_else(|| Problem::new(field.key, ProblemCode::UnknownChoice)),
        _ => check_length(field, text),
    }
}

fn check_length(field: &Field, text: String) -> Result<String, Problem> {
    match field.max {
        Some(max) if text.chars().count() as i64 > max => {
            Err(Problem::new(field.key, ProblemCode::TooLong).between(None, Some(max.to_string())))
        }
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Entity;
    use jiff::civil::date;

    fn check(entity: Entity, key: &str, given: impl Into<Value>) -> Result<Value, ProblemCode> {
        let input = BTreeMap::from([(key.to_owned(), given.into())]);
        let mut checked = check_values(entity.fields(), Applies::Both, &input, date(2026, 11, 23), false);
        match checked.problems.pop() {
            Some(problem) => Err(problem.code),
            None => Ok(checked.values.pop().map(|(_, value)| value).unwrap_or_default()),
        }
    }

    #[test]
    fn values_are_kept_in_their_usual_writing() {
        assert_eq!(
            check(Entity::Customer, "mobile", "+33639981234"),
            Ok("06 39 98 12 34".into())
        );
        assert_eq!(check(Entity::Customer, "town", "  Rennes  "), Ok("Rennes".into()));
        assert_eq!(check(Entity::Customer, "civility", "Mme"), Ok("mrs".into()));
        assert_eq!(check(Entity::Vehicle, "plate", "xa123bc"), Ok("XA-123-BC".into()));
        assert_eq!(
            check(Entity::Vehicle, "mileage", "12 000"),
            Ok(Value::Int(12_000))
        );
        assert_eq!(
            check(Entity::Vehicle, "customer_id", "C00042"),
            Ok(Value::Int(42))
        );
        assert_eq!(
            check(Entity::Activity, "happened_at", "2026-11-23T09:05:00"),
            Ok("2026-11-23T09:05".into())
        );
    }

    #[test]
    fn what_cannot_be_kept_is_named() {
        use ProblemCode::*;
        assert_eq!(check(Entity::Customer, "birth_date", "2026-02-30"), Err(BadDate));
        assert_eq!(
            check(Entity::Customer, "birth_date", "2027-01-01"),
            Err(FutureDate)
        );
        assert_eq!(check(Entity::Customer, "birth_date", "1820-01-01"), Err(TooEarly));
        assert_eq!(check(Entity::Customer, "mobile", "06 39"), Err(BadPhone));
        assert_eq!(check(Entity::Customer, "siret", "123"), Err(BadSiret));
        assert_eq!(
            check(Entity::Customer, "civility", "Mademoiselle"),
            Err(UnknownChoice)
        );
        assert_eq!(check(Entity::Customer, "last_name", " "), Err(Required));
        assert_eq!(check(Entity::Customer, "status", "client"), Err(NotEditable));
        assert_eq!(check(Entity::Customer, "shoe_size", "42"), Err(UnknownField));
        assert_eq!(check(Entity::Vehicle, "mileage", -1), Err(OutOfRange));
        assert_eq!(check(Entity::Vehicle, "mileage", "beaucoup"), Err(BadNumber));
        assert_eq!(
            check(Entity::Vehicle, "customer_id", "F00042"),
            Err(UnknownReference)
        );
        assert_eq!(
            check(Entity::Customer, "street_number", "12345678901"),
            Err(TooLong)
        );
    }
}
