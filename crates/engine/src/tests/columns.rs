//! The values of whole lists, read page by page through the door: what a naive reckoning reckons with.

use super::done;
use crate::Engine;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// The values of a field over a list; those of another record are read in its own list.
pub(super) fn column(engine: &mut Engine, entity: &str, filters: &Json, field: &str) -> Vec<Json> {
    let (own, far) = field.split_once('.').unwrap_or((field, ""));
    let mut values = page(engine, entity, filters, own);
    if !far.is_empty() {
        let beyond = if own == "customer_id" {
            "customer"
        } else {
            &own[..own.len() - 3]
        };
        let known = whole(engine, beyond, far);
        for value in &mut values {
            *value = value
                .as_str()
                .and_then(|reference| known.get(reference))
                .cloned()
                .unwrap_or_default();
        }
    }
    values
}

fn whole(engine: &mut Engine, entity: &str, field: &str) -> BTreeMap<String, Json> {
    let rows = rows(engine, entity, &json!([]), field);
    rows.into_iter().collect()
}

/// The values of a field of the records themselves.
pub(super) fn page(engine: &mut Engine, entity: &str, filters: &Json, field: &str) -> Vec<Json> {
    rows(engine, entity, filters, field)
        .into_iter()
        .map(|(_, value)| value)
        .collect()
}

/// The references of the rows of a list, each with a value.
pub(super) fn rows(engine: &mut Engine, entity: &str, filters: &Json, field: &str) -> Vec<(String, Json)> {
    let columns = if field.is_empty() {
        json!([])
    } else {
        json!([field])
    };
    let mut all = Vec::new();
    loop {
        let input = json!({"entity": entity, "columns": columns, "sorts": [], "quick": "", "filters": filters, "offset": all.len(), "limit": 1000});
        let answer = done(engine, "list.page", &input);
        for row in answer["rows"].as_array().unwrap() {
            let value = row["values"].get(0).cloned().unwrap_or_default();
            all.push((row["ref"].as_str().unwrap().to_owned(), value));
        }
        if all.len() as u64 >= answer["total"].as_u64().unwrap() {
            return all;
        }
    }
}
