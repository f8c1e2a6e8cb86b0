//! What a person would call a record.

use super::Values;
use crate::fields::Entity;
use crate::values::Value;

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
        Entity::Targeting | Entity::Campaign => together(&["name"]),
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
