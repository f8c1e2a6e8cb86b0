//! What must hold between the fields of a record, and between a record and those it refers to.

use super::rows;
use crate::change::Change;
use crate::error::{ApiError, Problem, ProblemCode};
use crate::fields::{Applies, Entity, Field};
use crate::reader::Reader;
use crate::values::{Repeat, Value, vat_of_net, with_vat};

/// Values with their fields, as they will be kept.
pub(crate) type Kept = Vec<(&'static Field, Value)>;

/// Which customers' fields a record has: those of its kind.
pub(super) fn applies(entity: Entity, kind: Option<&str>) -> Applies {
    match (entity, kind) {
        (Entity::Customer, Some("company")) => Applies::Company,
        (Entity::Customer, _) => Applies::Person,
        _ => Applies::Both,
    }
}

/// Every disagreement in the record as it will be; `id` is 0 for a new one.
pub(super) fn problems(
    reader: &Reader,
    entity: Entity,
    id: i64,
    kept: &Kept,
) -> Result<Vec<Problem>, ApiError> {
    let mut problems = order_problems(entity, kept);
    for (field, value) in kept {
        if let (Some(target), Some(other)) = (field.target(), value.int())
            && (!rows::exists(reader, target, other)?
                || (target == entity && other == id && field.key == "parent_id"))
        {
            problems.push(Problem::new(field.key, ProblemCode::UnknownReference));
        }
    }
    if let (Some(siren), Some(siret)) = (text(kept, "siren"), text(kept, "siret"))
        && !siret.starts_with(siren)
    {
        problems.push(Problem::new("siret", ProblemCode::SiretNotSiren).against("siren"));
    }
    if entity == Entity::AgendaEntry
        && text(kept, "recurrence").is_some_and(|rule| Repeat::parse(rule).is_none())
    {
        problems.push(Problem::new("recurrence", ProblemCode::BadRecurrence));
    }
    unique_problems(reader, entity, id, kept, &mut problems)?;
    Ok(problems)
}

/// Pairs of dates of one record: the first is never after the second.
const IN_ORDER: [(Entity, &str, &str); 4] = [
    (Entity::AgendaEntry, "starts_at", "ends_at"),
    (Entity::Consent, "given_on", "withdrawn_on"),
    (Entity::Vehicle, "first_registered_on", "sold_on"),
    (Entity::Activity, "happened_at", "next_follow_up_on"),
];

/// Two dates of a record, the first of which lies after the second and should not.
pub(crate) fn out_of_order<'a>(
    entity: Entity,
    text: impl Fn(&str) -> Option<&'a str>,
) -> Option<(&'static str, &'static str)> {
    let crossed = |(_, first, second): &&(Entity, &str, &str)| {
        let (Some(earlier), Some(later)) = (text(first), text(second)) else {
            return false;
        };
        // A day and a moment of that day are in order.
        let length = earlier.len().min(later.len());
        later.get(..length) < earlier.get(..length)
    };
    let mut of_entity = IN_ORDER.iter().filter(|(of, _, _)| *of == entity);
    of_entity
        .find(crossed)
        .map(|(_, first, second)| (*first, *second))
}

fn order_problems(entity: Entity, kept: &Kept) -> Vec<Problem> {
    let crossed = out_of_order(entity, |key| text(kept, key));
    crossed
        .map(|(first, second)| Problem::new(second, ProblemCode::BeforeOther).against(first))
        .into_iter()
        .collect()
}

/// A consent is one for a channel, a note one for a customer, an invoice number one for an invoice.
fn unique_problems(
    reader: &Reader,
    entity: Entity,
    id: i64,
    kept: &Kept,
    problems: &mut Vec<Problem>,
) -> Result<(), ApiError> {
    let key = match entity {
        Entity::Note => "customer_id",
        Entity::Invoice => "number",
        Entity::Consent => {
            let owner = value(kept, "customer_id")
                .and_then(Value::int)
                .unwrap_or_default();
            let taken = rows::read_where(reader, Entity::Consent, "customer_id", owner, "1")?
                .iter()
                .any(|(other, found)| *other != id && value(found, "channel") == value(kept, "channel"));
            if taken {
                problems.push(Problem::new("channel", ProblemCode::AlreadyUsed));
            }
            return Ok(());
        }
        _ => return Ok(()),
    };
    if let Some(value) = value(kept, key).filter(|value| !value.is_empty())
        && rows::holder(reader, entity, key, value, id)?.is_some()
    {
        problems.push(Problem::new(key, ProblemCode::AlreadyUsed));
    }
    Ok(())
}

/// What the engine fills in a new record when nobody did.
pub(super) fn fill(reader: &Reader, entity: Entity, kept: &mut Kept) {
    let today = Value::from(reader.today());
    match entity {
        Entity::Customer => {
            set_if_empty(entity, kept, "created_on", today);
            set_if_empty(entity, kept, "record_state", "active".into());
        }
        Entity::Consent => set_if_empty(entity, kept, "given_on", today),
        Entity::Activity => set_if_empty(entity, kept, "direction", "outbound".into()),
        Entity::AgendaEntry => set_if_empty(entity, kept, "state", "planned".into()),
        _ => {}
    }
    complete(entity, kept);
}

/// Amounts that follow from others: a line's net amount, the parts of an invoice that were not given.
pub(super) fn complete(entity: Entity, kept: &mut Kept) {
    let number = |kept: &Kept, key: &str| value(kept, key).and_then(Value::int);
    match entity {
        Entity::InvoiceLine => {
            if let (Some(quantity), Some(price)) = (number(kept, "quantity"), number(kept, "unit_price")) {
                set(
                    entity,
                    kept,
                    "net_amount",
                    Value::Int((quantity * price + 50).div_euclid(100)),
                );
            }
        }
        Entity::Invoice => {
            let (net, vat) = match (
                number(kept, "net_amount"),
                number(kept, "vat_amount"),
                number(kept, "gross_amount"),
            ) {
                (Some(net), Some(vat), _) => (net, vat),
                (Some(net), None, Some(gross)) if gross >= net => (net, gross - net),
                (Some(net), None, _) => (net, vat_of_net(net)),
                (None, _, Some(gross)) => with_vat(gross),
                (None, _, None) => (0, 0),
            };
            set(entity, kept, "net_amount", Value::Int(net));
            set(entity, kept, "vat_amount", Value::Int(vat));
            set(entity, kept, "gross_amount", Value::Int(net + vat));
        }
        _ => {}
    }
}

/// After an edit of an invoice's amount: the others follow it.
pub(super) fn follow(entity: Entity, edited: &[&str], kept: &mut Kept) {
    if entity == Entity::Invoice && edited.iter().any(|key| key.ends_with("_amount")) {
        let on_margin = is_on_margin(kept);
        let stale: &[&str] = if on_margin && edited == ["gross_amount"] {
            let gross = value(kept, "gross_amount").cloned().unwrap_or_default();
            set(entity, kept, "net_amount", gross);
            &[]
        } else if on_margin {
            &["gross_amount"]
        } else if edited.contains(&"net_amount") && !edited.contains(&"vat_amount") {
            &["vat_amount", "gross_amount"]
        } else if edited.contains(&"gross_amount") && !edited.contains(&"net_amount") {
            &["net_amount", "vat_amount"]
        } else {
            &["gross_amount"]
        };
        for key in stale {
            set(entity, kept, key, Value::Empty);
        }
    }
    if matches!(entity, Entity::Invoice | Entity::InvoiceLine) {
        complete(entity, kept);
    }
}

/// A used car sold with VAT on the margin: its invoice shows none, and changing an amount does not bring one.
fn is_on_margin(kept: &Kept) -> bool {
    let amount = |key: &str| value(kept, key).and_then(Value::int);
    text(kept, "kind") == Some("used_vehicle")
        && amount("vat_amount") == Some(0)
        && amount("net_amount").is_some_and(|net| net != 0)
}

/// After a line came, went or changed: its invoice's amounts are those of its lines.
pub(super) fn settle_invoice(reader: &Reader, change: &Change, invoice: i64) -> Result<(), ApiError> {
    let (net, lines) = rows::sum_of_lines(reader, invoice)?;
    if lines == 0 {
        return Ok(());
    }
    let mut kept: Kept = Vec::new();
    set(Entity::Invoice, &mut kept, "net_amount", Value::Int(net));
    if rows::is_on_margin(reader, invoice)? {
        set(Entity::Invoice, &mut kept, "vat_amount", Value::Int(0));
    }
    complete(Entity::Invoice, &mut kept);
    rows::update(change, Entity::Invoice, invoice, &kept)
}

fn text<'a>(kept: &'a Kept, key: &str) -> Option<&'a str> {
    value(kept, key).and_then(Value::text)
}

pub(super) fn value<'a>(kept: &'a [(&'static Field, Value)], key: &str) -> Option<&'a Value> {
    kept.iter()
        .find(|(field, _)| field.key == key)
        .map(|(_, value)| value)
}

fn set_if_empty(entity: Entity, kept: &mut Kept, key: &str, new: Value) {
    if value(kept, key).is_none_or(Value::is_empty) {
        set(entity, kept, key, new);
    }
}

pub(super) fn set(entity: Entity, kept: &mut Kept, key: &str, new: Value) {
    match kept.iter_mut().find(|(field, _)| field.key == key) {
        Some((_, value)) => *value = new,
        None => {
            if let Some(field) = entity.fields().field(key) {
                kept.push((field, new));
            }
        }
    }
}
