//! What a person would call a record.

use super::{RecordView, Values, read};
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::values::{Value, parse_reference};

/// First and last name, firm, make and model with plate, number of an invoice, title…
pub(crate) fn label(entity: Entity, values: &Values) -> String {
    let text = |key: &str| values.get(key).and_then(Value::text).unwrap_or_default();
    let together = |keys: &[&str]| {
        keys.iter()
            .map(|key| text(key))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let label = match entity {
        Entity::Customer if text("kind") == "company" => {
            if text("legal_name").is_empty() {
                together(&["trade_name"])
            } else {
                together(&["legal_name"])
            }
        }
        Entity::Customer | Entity::Contact | Entity::Lead => together(&["first_name", "last_name"]),
        Entity::Vehicle => together(&["make", "model", "plate"]),
        Entity::Invoice => together(&["number"]),
        Entity::Activity if text("subject").is_empty() => choice(entity, "kind", values),
        Entity::Activity => together(&["subject"]),
        Entity::InvoiceLine | Entity::CustomField => together(&["label"]),
        Entity::AgendaEntry => together(&["title"]),
        Entity::Targeting | Entity::Campaign | Entity::MessageTemplate => together(&["name"]),
        Entity::DashboardTile => together(&["dashboard", "tile"]),
        Entity::Consent => choice(entity, "channel", values),
        Entity::Note | Entity::Recipient | Entity::PendingEvent => String::new(),
        Entity::Anomaly => together(&["code"]),
    };
    if label.is_empty() {
        entity.fields().label.to_owned()
    } else {
        label
    }
}

fn choice(entity: Entity, key: &str, values: &Values) -> String {
    let label = entity
        .fields()
        .field(key)
        .zip(values.get(key))
        .and_then(|(field, value)| crate::fields::choice_label(field, value));
    label.unwrap_or_default().to_owned()
}

/// What a change to a record is about: the record, and whose it is when it is a customer's.
pub(crate) fn subject(reader: &Reader, record: &RecordView) -> Result<String, ApiError> {
    let owner = record.entity.fields().owner.filter(|owner| *owner != "id");
    let customer = owner
        .and_then(|owner| record.values.get(owner))
        .and_then(Value::text)
        .and_then(parse_reference);
    match customer {
        Some((_, id)) => {
            let customer = read(reader, Entity::Customer, id)?.label;
            Ok(format!("{} · {customer}", record.label))
        }
        None => Ok(record.label.clone()),
    }
}
