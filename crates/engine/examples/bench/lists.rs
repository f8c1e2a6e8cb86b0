//! Lists of everything: pages, groups, totals, values of a field, an edit of all.

use crate::measure::{call, measure, once};
use engine::Engine;
use serde_json::{Value as Json, json};
use std::time::Instant;

/// Pages of every list, groups, totals, all the values of a field, an edit of everything.
pub(crate) fn measured(engine: &mut Engine, size: u32) {
    println!("-- lists over {size} customers: page 50 ms, groups, totals and transverse view 1 s");
    for (entity, column) in [
        ("customer", "name"),
        ("vehicle", "plate"),
        ("invoice", "issued_on"),
        ("activity", "happened_at"),
        ("lead", "issued_at"),
        ("contact", "last_name"),
    ] {
        let mut offset = 0;
        measure(&format!("list.page, {entity} by {column}"), 40, 50, || {
            let input = json!({"entity": entity, "columns": [column, if entity == "customer" { "turnover" } else { "customer_id" }],
                "sorts": [{"field": column, "descending": true}], "quick": "", "filters": [], "offset": offset, "limit": 100});
            drop(call(engine, "list.page", &input));
            offset += size / 40;
        });
    }
    for (entity, field, then, sum) in [
        ("customer", "town", "owner", "turnover"),
        ("customer", "next_follow_up_on", "site", "turnover"),
        ("invoice", "kind", "seller", "gross_amount"),
        ("invoice", "customer_id", "kind", "gross_amount"),
        ("activity", "happened_at", "kind", ""),
    ] {
        let sums: Vec<&str> = Some(sum).filter(|sum| !sum.is_empty()).into_iter().collect();
        let input = json!({"entity": entity, "quick": "", "filters": [], "field": field, "then": [then], "sums": sums, "order": "count", "limit": 300});
        measure(
            &format!("list.groups, {entity} by {field}, {then}"),
            5,
            1_000,
            || drop(call(engine, "list.groups", &input)),
        );
    }
    for (entity, columns) in [
        ("customer", json!(["turnover", "invoice_count", "age"])),
        ("invoice", json!(["net_amount", "gross_amount", "mileage"])),
    ] {
        let input = json!({"chosen": everything(entity), "columns": columns});
        measure(&format!("list.totals, {entity}"), 5, 1_000, || {
            drop(call(engine, "list.totals", &input))
        });
    }
    let input = json!({"chosen": everything("customer"), "columns": ["name", "town", "mobile", "turnover"]});
    measure("list.print, 5,000 rows", 3, 1_000, || {
        drop(call(engine, "list.print", &input))
    });
    for (entity, field) in [
        ("customer", "town"),
        ("customer", "last_name"),
        ("customer", "mail"),
        ("customer", "turnover"),
        ("vehicle", "model"),
        ("activity", "subject"),
    ] {
        measure(&format!("field.values, {entity} {field}"), 5, 1_000, || {
            drop(call(
                engine,
                "field.values",
                &json!({"entity": entity, "field": field, "find": ""}),
            ))
        });
    }
    let asked = json!({"chosen": everything("customer"), "values": {"source": "Salon"}});
    for name in ["bulk.preview", "bulk.edit"] {
        let begun = Instant::now();
        call(engine, name, &asked);
        once(&format!("{name}, {size} customers"), begun.elapsed(), 20_000);
    }
    let begun = Instant::now();
    call(engine, "change.undo", &json!({}));
    once("change.undo of it", begun.elapsed(), 20_000);
}

fn everything(entity: &str) -> Json {
    json!({"entity": entity, "quick": "", "filters": [], "sorts": [], "all": true, "refs": []})
}
