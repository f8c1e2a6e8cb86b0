//! What lists come to, groups in groups, rows as they go to paper.

use super::{call, done, sandbox};
use crate::Engine;
use serde_json::{Value as Json, json};

fn chosen(entity: &str, filters: &Json) -> Json {
    json!({"entity": entity, "quick": "", "filters": filters, "sorts": [], "all": true, "refs": []})
}

/// Every row of a list with these columns.
fn rows(engine: &mut Engine, chosen: &Json, columns: &Json) -> Vec<Json> {
    let mut list = chosen.clone();
    list["columns"] = columns.clone();
    list["offset"] = json!(0);
    list["limit"] = json!(1_000);
    done(engine, "list.page", &list)["rows"]
        .as_array()
        .unwrap()
        .clone()
}

/// How many of the rows hold a number in a column, and what they come to.
fn added(rows: &[Json], column: usize) -> (i64, i64) {
    let numbers: Vec<i64> = rows
        .iter()
        .filter_map(|row| row["values"][column].as_i64())
        .collect();
    (numbers.len() as i64, numbers.iter().sum())
}

#[test]
fn totals_are_those_of_the_rows_that_the_list_shows() {
    let mut engine = sandbox();
    let columns = json!(["gross_amount", "mileage", "number"]);
    for filters in [json!([]), json!([{"field": "kind", "values": ["service"]}])] {
        let list = chosen("invoice", &filters);
        let rows = rows(&mut engine, &list, &columns);
        let totals = done(
            &mut engine,
            "list.totals",
            &json!({"chosen": list, "columns": columns}),
        );
        assert_eq!(totals["rows"], rows.len());
        assert_eq!(
            totals["columns"].as_array().unwrap().len(),
            2,
            "a number of invoice is no number"
        );
        let (filled, sum) = added(&rows, 0);
        let [money, km] = [&totals["columns"][0], &totals["columns"][1]];
        assert_eq!(
            (money["filled"].as_i64(), money["sum"].as_i64()),
            (Some(filled), Some(sum))
        );
        assert!((money["mean"].as_f64().unwrap() - sum as f64 / filled as f64).abs() < 1e-6);
        let (filled, sum) = added(&rows, 1);
        assert!(km["sum"].is_null(), "kilometres do not add up");
        assert_eq!(km["filled"].as_i64(), Some(filled));
        assert!((km["mean"].as_f64().unwrap() - sum as f64 / filled as f64).abs() < 1e-6);
    }
}

#[test]
fn totals_of_a_selection_are_its_own() {
    let mut engine = sandbox();
    let columns = json!(["turnover", "age"]);
    let everyone = chosen("customer", &json!([]));
    let rows = rows(&mut engine, &everyone, &columns);
    let named: Vec<Json> = rows.iter().take(7).map(|row| row["ref"].clone()).collect();
    let total = |engine: &mut Engine, all: bool| {
        let mut some = everyone.clone();
        some["refs"] = json!(named);
        some["all"] = json!(all);
        done(
            engine,
            "list.totals",
            &json!({"chosen": some, "columns": columns}),
        )
    };
    for (all, part) in [(false, &rows[..7]), (true, &rows[7..])] {
        let totals = total(&mut engine, all);
        assert_eq!(totals["rows"], part.len());
        assert_eq!(totals["columns"][0]["sum"], added(part, 0).1);
        assert_eq!(totals["columns"][1]["filled"], added(part, 1).0);
    }
    let mut nobody = everyone.clone();
    nobody["all"] = json!(false);
    let totals = done(
        &mut engine,
        "list.totals",
        &json!({"chosen": nobody, "columns": columns}),
    );
    assert_eq!(totals["rows"], 0);
    assert!(totals["columns"][0]["mean"].is_null());
}

#[test]
fn groups_in_groups_add_up_to_the_whole() {
    let mut engine = sandbox();
    let asked = json!({"entity": "invoice", "quick": "", "filters": [], "field": "kind", "then": ["site", "issued_on"], "sums": ["gross_amount", "mileage"], "order": "value", "limit": 100});
    let found = done(&mut engine, "list.groups", &asked);
    assert_eq!(found["sums"], json!(["gross_amount"]), "kilometres do not add up");
    let whole = done(
        &mut engine,
        "list.totals",
        &json!({"chosen": chosen("invoice", &json!([])), "columns": ["gross_amount"]}),
    );
    let sum =
        |groups: &Json, of: &dyn Fn(&Json) -> i64| -> i64 { groups.as_array().unwrap().iter().map(of).sum() };
    let count = |group: &Json| group["count"].as_i64().unwrap();
    let money = |group: &Json| group["sums"][0].as_i64().unwrap();
    assert_eq!(sum(&found["groups"], &count), found["total"].as_i64().unwrap());
    assert_eq!(sum(&found["groups"], &money), whole["columns"][0]["sum"]);
    let mut deepest = 0;
    for kind in found["groups"].as_array().unwrap() {
        assert_eq!(kind["inside"], kind["groups"].as_array().unwrap().len());
        assert_eq!(sum(&kind["groups"], &count), count(kind));
        assert_eq!(sum(&kind["groups"], &money), money(kind));
        for site in kind["groups"].as_array().unwrap() {
            assert_eq!(sum(&site["groups"], &count), count(site));
            for month in site["groups"].as_array().unwrap() {
                assert_eq!(month["value"].as_str().unwrap().len(), 7, "days by month");
                deepest += 1;
            }
            // What is announced is what the list shows when the group is pressed.
            let filters = json!([{"field": "kind", "values": [kind["value"]]}, {"field": "site", "values": [site["value"]]}]);
            let shown = rows(
                &mut engine,
                &chosen("invoice", &filters),
                &json!(["gross_amount"]),
            );
            assert_eq!(shown.len() as i64, count(site));
            assert_eq!(added(&shown, 0).1, money(site));
        }
    }
    assert!(deepest > 10);
    let mut too_deep = asked;
    too_deep["then"] = json!(["site", "seller", "issued_on"]);
    assert!(call(&mut engine, "list.groups", &too_deep).is_err());
}

#[test]
fn what_is_printed_is_the_list_or_the_rows_chosen_in_its_order() {
    let mut engine = sandbox();
    let mut list = chosen("customer", &json!([{"field": "kind", "values": ["person"]}]));
    list["sorts"] = json!([{"field": "name", "descending": true}]);
    let columns = json!(["name", "town"]);
    let rows = rows(&mut engine, &list, &columns);
    let print = |engine: &mut Engine, list: &Json| {
        done(engine, "list.print", &json!({"chosen": list, "columns": columns}))
    };
    let whole = print(&mut engine, &list);
    assert_eq!(whole["rows"], json!(rows));
    assert_eq!(whole["total"], rows.len());
    // Chosen from the last to the first, printed in the order of the list.
    list["all"] = json!(false);
    list["refs"] = json!([rows[9]["ref"], rows[2]["ref"], rows[5]["ref"]]);
    let some = print(&mut engine, &list);
    assert_eq!(some["rows"], json!([rows[2], rows[5], rows[9]]));
    // Rows chosen before the list was narrowed are printed all the same.
    list["filters"] = json!([{"field": "kind", "values": ["company"]}]);
    assert_eq!(print(&mut engine, &list)["rows"].as_array().unwrap().len(), 3);
}
