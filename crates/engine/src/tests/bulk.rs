//! One edit of many records: seen before, done as one change, taken back exactly.

use super::{call, done, dump, person, same, sandbox};
use crate::{ApiError, Engine};
use serde_json::{Value as Json, json};

fn all_customers(values: &Json) -> Json {
    json!({"chosen": {"entity": "customer", "quick": "", "filters": [], "sorts": [], "all": true, "refs": []}, "values": values})
}

fn number(answer: &Json, key: &str) -> i64 {
    answer[key].as_i64().unwrap()
}

fn holding(engine: &mut Engine, field: &str, value: &Json) -> i64 {
    let list = json!({"entity": "customer", "columns": [], "sorts": [], "quick": "", "filters": [{"field": field, "values": [value]}], "offset": 0, "limit": 1});
    number(&done(engine, "list.page", &list), "total")
}

#[test]
fn what_is_announced_is_what_is_done_and_one_undo_brings_it_back() {
    let mut engine = sandbox();
    let before = dump(&engine);
    let asked = all_customers(&json!({"site": "Rennes"}));
    let already = holding(&mut engine, "site", &json!("Rennes"));
    let seen = done(&mut engine, "bulk.preview", &asked);
    assert_eq!(before, dump(&engine), "a preview changes nothing");
    assert_eq!(number(&seen, "same"), already);
    assert_eq!(number(&seen, "refused"), 0);
    assert_eq!(number(&seen, "edited") + already, number(&seen, "chosen"));
    let replaced: i64 = seen["replaced"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| number(one, "count"))
        .sum();
    assert_eq!(replaced, number(&seen, "edited"));

    let edited = done(&mut engine, "bulk.edit", &asked);
    assert_eq!(number(&edited, "refused"), 0);
    assert_eq!(
        holding(&mut engine, "site", &json!("Rennes")),
        number(&seen, "chosen")
    );
    let subject = edited["change"]["subject"].as_str().unwrap();
    assert_eq!(subject, format!("{} Concession", number(&seen, "chosen")));
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
    done(&mut engine, "change.redo", &json!({}));
    assert_eq!(
        holding(&mut engine, "site", &json!("Rennes")),
        number(&seen, "chosen")
    );
}

#[test]
fn records_that_cannot_hold_the_value_are_told_and_left_alone() {
    let mut engine = sandbox();
    let companies = holding(&mut engine, "kind", &json!("company"));
    assert!(companies > 0);
    let asked = all_customers(&json!({"profession": "Boulanger"}));
    let seen = done(&mut engine, "bulk.preview", &asked);
    assert_eq!(number(&seen, "refused"), companies);
    assert!(
        !seen["refusals"][0]["label"].as_str().unwrap().is_empty(),
        "named"
    );
    assert_eq!(
        number(&done(&mut engine, "bulk.edit", &asked), "refused"),
        companies
    );

    let mut firms = asked;
    firms["chosen"]["filters"] = json!([{"field": "kind", "values": ["company"]}]);
    let before = dump(&engine);
    let refused = call(&mut engine, "bulk.edit", &firms);
    assert!(
        matches!(refused, Err(ApiError::Invalid { .. })),
        "none of them can: {refused:?}"
    );
    same(&before, &dump(&engine));
}

#[test]
fn a_value_that_fits_no_record_is_refused_before_anything() {
    let mut engine = sandbox();
    for values in [
        json!({"birth_date": "31/31/1990"}),
        json!({"turnover": 5}),
        json!({"nothing": "x"}),
        json!({"last_name": null}),
        json!({"kind": "company"}),
    ] {
        for command in ["bulk.preview", "bulk.edit"] {
            let answer = call(&mut engine, command, &all_customers(&values));
            assert!(
                matches!(answer, Err(ApiError::Invalid { .. })),
                "{command} {values}: {answer:?}"
            );
        }
    }
}

#[test]
fn rows_are_chosen_by_name_or_all_but_some() {
    let mut engine = sandbox();
    let refs: Vec<String> = ["Ana", "Bob", "Cyd"]
        .map(|first| person(&mut engine, first, "Zyxwv", &json!({})))
        .to_vec();
    let some = |all: bool, refs: &[String]| json!({"chosen": {"entity": "customer", "quick": "zyxwv", "filters": [], "sorts": [], "all": all, "refs": refs}, "values": {"town": "Rennes"}});
    let edited = |engine: &mut Engine, asked: &Json| {
        let seen = done(engine, "bulk.preview", asked);
        let first = seen["first"].as_array().unwrap();
        first
            .iter()
            .map(|one| one["ref"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(edited(&mut engine, &some(false, &refs[..1])), refs[..1]);
    assert_eq!(edited(&mut engine, &some(true, &refs[1..2])).len(), 2);
    let stranger = some(false, &["V00001".to_owned()]);
    assert!(matches!(
        call(&mut engine, "bulk.edit", &stranger),
        Err(ApiError::NotFound { .. })
    ));
}

#[test]
fn a_list_is_exported_as_it_is_seen() {
    let mut engine = sandbox();
    let asked = json!({"columns": ["number", "customer_id", "issued_on", "gross_amount"], "chosen": {"entity": "invoice", "quick": "", "filters": [{"field": "kind", "values": ["service"]}], "sorts": [{"field": "issued_on", "descending": true}], "all": true, "refs": []}});
    let mut list = asked["chosen"].clone();
    list["columns"] = asked["columns"].clone();
    list["offset"] = json!(0);
    list["limit"] = json!(1000);
    let page = done(&mut engine, "list.page", &list);
    let (answer, file) = super::workbook::called_for_file(&mut engine, "list.export", &asked);
    assert_eq!(answer["rows"], page["total"]);
    let rows = super::workbook::cells_of(&file);
    assert_eq!(rows.len() as u64, page["total"].as_u64().unwrap() + 1);
    assert_eq!(rows[0], ["Numéro", "Client", "Date", "Montant TTC"]);
    let first = &page["rows"][0]["values"];
    assert_eq!(rows[1][0], first[0].as_str().unwrap());
    assert_eq!(
        rows[1][1],
        page["names"][first[1].as_str().unwrap()],
        "named, not referred to"
    );
    let cents = first[3].as_f64().unwrap();
    assert!((rows[1][3].parse::<f64>().unwrap() * 100.0 - cents).abs() < 0.5);
}
