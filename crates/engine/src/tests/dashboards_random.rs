//! Any question, held against the same reckoned naively over the rows of the lists.

use super::columns::{column, page, rows};
use super::{done, sandbox};
use crate::Engine;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// An entity, its numbers, what it can be grouped by, its dates, and whose records they are.
struct About {
    entity: &'static str,
    numbers: &'static [&'static str],
    values: &'static [&'static str],
    dates: &'static [&'static str],
    owner: &'static str,
}

const ABOUT: [About; 4] = [
    About {
        entity: "invoice",
        numbers: &["gross_amount", "net_amount", "mileage"],
        values: &[
            "kind",
            "site",
            "seller",
            "vehicle_id",
            "customer_id",
            "customer_id.status",
            "vehicle_id.energy",
        ],
        dates: &["issued_on", "customer_id.birth_date"],
        owner: "customer_id",
    },
    About {
        entity: "customer",
        numbers: &["turnover", "vehicle_count", "age"],
        values: &[
            "kind",
            "status",
            "site",
            "source",
            "town",
            "parent_id",
            "vehicle_count",
        ],
        dates: &["created_on", "last_invoice_on", "birth_date"],
        owner: "",
    },
    About {
        entity: "activity",
        numbers: &[],
        values: &[
            "kind",
            "direction",
            "owner",
            "result",
            "customer_id.site",
            "lead_id.state",
        ],
        dates: &["happened_at", "next_follow_up_on", "follow_up_done_on"],
        owner: "customer_id",
    },
    About {
        entity: "agenda_entry",
        numbers: &[],
        values: &["all_day", "kind", "state", "owner"],
        dates: &["starts_at"],
        owner: "customer_id",
    },
];

#[derive(Clone, Debug)]
struct Random {
    about: usize,
    measure: usize,
    number: usize,
    by: Vec<(bool, usize, usize)>,
    filter: Option<(usize, usize)>,
    dated: bool,
    period: usize,
    top: Option<u32>,
}

fn random() -> impl Strategy<Value = Random> {
    let by = prop::collection::vec((any::<bool>(), 0..20_usize, 0..5_usize), 0..3);
    let filter = prop::option::of((0..20_usize, 0..20_usize));
    (
        0..ABOUT.len(),
        0..8_usize,
        0..3_usize,
        by,
        filter,
        any::<bool>(),
        0..7_usize,
        prop::option::of(1..8_u32),
    )
        .prop_map(
            |(about, measure, number, by, filter, dated, period, top)| Random {
                about,
                measure,
                number,
                by,
                filter,
                dated,
                period,
                top,
            },
        )
}

const STEPS: [&str; 5] = ["day", "week", "month", "quarter", "year"];
const PERIODS: [&str; 7] = [
    "all",
    "this_month",
    "last_month",
    "this_quarter",
    "this_year",
    "last_year",
    "twelve_months",
];
const MEASURES: [&str; 5] = ["sum", "mean", "median", "min", "max"];

impl Random {
    fn question(&self, engine: &mut Engine) -> Json {
        let about = &ABOUT[self.about];
        let by: Vec<Json> = self
            .by
            .iter()
            .map(|(date, field, step)| {
                if *date {
                    json!({"field": about.dates[field % about.dates.len()], "step": STEPS[*step]})
                } else if !about.numbers.is_empty() && *step == 0 {
                    json!({"field": about.numbers[field % about.numbers.len()], "band": 1_000})
                } else {
                    json!({"field": about.values[field % about.values.len()]})
                }
            })
            .collect();
        let mut question =
            json!({"entity": about.entity, "measure": self.measure(about), "by": by, "top": self.top});
        if self.dated {
            question["day"] = about.dates[0].into();
        }
        if let Some((field, value)) = self.filter {
            let field = about.values[field % about.values.len()];
            // A value that some record holds.
            let values = column(engine, about.entity, &json!([]), field);
            let value = values[value * 7 % values.len()].clone();
            question["filters"] = if self.top == Some(3) {
                json!([{"field": field, "except": [value]}])
            } else {
                json!([{"field": field, "values": [value]}])
            };
        }
        question
    }

    fn measure(&self, about: &About) -> Json {
        match self.measure {
            at if at < 5 && !about.numbers.is_empty() => {
                json!({MEASURES[at]: about.numbers[self.number % about.numbers.len()]})
            }
            5 => json!("customers"),
            6 => json!({"share": [{"field": about.dates[0], "from": "today-12m"}]}),
            _ => json!("count"),
        }
    }
}

/// The group of a value, as the label of an answer says it.
fn label(dimension: &Json, value: &Json) -> String {
    let blank = value.is_null() || value == "";
    match (dimension["step"].as_str(), value.as_str(), value.as_i64()) {
        _ if blank => "blank".to_owned(),
        (Some(step), Some(text), _) => span(step, &text[..10]),
        (None, _, Some(number)) if dimension["band"].is_number() => {
            format!("{}", number.div_euclid(1_000) * 1_000)
        }
        _ => value.to_string(),
    }
}

fn span(step: &str, day: &str) -> String {
    let day: jiff::civil::Date = day.parse().unwrap();
    let first = match step {
        "day" => day,
        "week" => {
            let mut first = day;
            while first.weekday() != jiff::civil::Weekday::Monday {
                first = first.yesterday().unwrap();
            }
            first
        }
        "month" => day.first_of_month(),
        "quarter" => jiff::civil::date(
            day.year(),
            [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10][day.month() as usize - 1],
            1,
        ),
        _ => jiff::civil::date(day.year(), 1, 1),
    };
    format!("\"{first}\"")
}

fn said(label: &Json) -> String {
    match label["kind"].as_str().unwrap() {
        "blank" => "blank".to_owned(),
        "others" => "others".to_owned(),
        _ => label["value"].to_string(),
    }
}

/// A figure from the rows of a list, the slow way.
fn naive(measure: &Json, numbers: &[Json]) -> Option<f64> {
    let mut held: Vec<f64> = numbers.iter().filter_map(Json::as_f64).collect();
    held.sort_by(f64::total_cmp);
    let half = held.len() / 2;
    let sum: f64 = held.iter().sum();
    match measure
        .as_object()
        .and_then(|kind| kind.keys().next())
        .map(String::as_str)
    {
        Some("sum") => Some(sum),
        Some("mean") => (!held.is_empty()).then(|| sum / held.len() as f64),
        Some("median") if held.len() % 2 == 1 => Some(held[half]),
        Some("median") => (!held.is_empty()).then(|| (held[half - 1] + held[half]) / 2.0),
        Some("min") => held.first().copied(),
        Some("max") => held.last().copied(),
        Some(_) => (!numbers.is_empty()).then(|| sum * 100.0 / numbers.len() as f64),
        None if measure == "customers" => {
            let distinct: BTreeSet<&str> = numbers.iter().filter_map(Json::as_str).collect();
            Some(distinct.len() as f64)
        }
        None => Some(numbers.len() as f64),
    }
}

/// What is measured of each row: a number, a customer, or 1 for those of the part.
fn measured(engine: &mut Engine, about: &About, measure: &Json, filters: &Json) -> Vec<Json> {
    if measure == "customers" {
        return if about.owner.is_empty() {
            let rows = rows(engine, about.entity, filters, "");
            rows.into_iter().map(|(reference, _)| reference.into()).collect()
        } else {
            column(engine, about.entity, filters, about.owner)
        };
    }
    match measure.as_object().and_then(|kind| kind.iter().next()) {
        Some((kind, _)) if kind == "share" => column(engine, about.entity, filters, about.dates[0])
            .iter()
            .map(|day| i32::from(day.as_str().is_some_and(|day| day >= "2025-11-23")).into())
            .collect(),
        Some((_, field)) => column(engine, about.entity, filters, field.as_str().unwrap()),
        None => page(engine, about.entity, filters, ""),
    }
}

fn check(engine: &mut Engine, random: &Random) {
    let about = &ABOUT[random.about];
    let question = random.question(engine);
    let scope = json!({"period": PERIODS[random.period], "site": null});
    let input = json!({"question": question, "scope": scope});
    let answer = done(engine, "dashboard.answer", &input);
    // The rows of the whole, by the lists' own filters but for those of the part.
    let mut filters = question["filters"].as_array().cloned().unwrap_or_default();
    if let (Some(day), Some(from)) = (question["day"].as_str(), answer["days"][0].as_str()) {
        filters.push(json!({"field": day, "values": [], "from": from, "to": answer["days"][1]}));
    }
    let filters = Json::from(filters);
    let measure = &question["measure"];
    let numbers = measured(engine, about, measure, &filters);
    let by = question["by"].as_array().unwrap();
    let labels: Vec<Vec<String>> = by
        .iter()
        .map(|dimension| {
            column(
                engine,
                about.entity,
                &filters,
                dimension["field"].as_str().unwrap(),
            )
            .iter()
            .map(|value| label(dimension, value))
            .collect()
        })
        .collect();
    equal(&answer["total"], measure, &numbers, &question);
    let shown: Vec<Vec<String>> = answer["axes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|axis| axis["labels"].as_array().unwrap().iter().map(said).collect())
        .collect();
    // Each row falls where its labels are shown; what is not shown is among the others, or was left out.
    let mut cells: BTreeMap<Vec<usize>, Vec<Json>> = BTreeMap::new();
    for (row, number) in numbers.iter().enumerate() {
        let place = |at: usize| {
            let own = &labels[at][row];
            let known = |text: &str| shown[at].iter().position(|label| label == text);
            known(own).or_else(|| known("others"))
        };
        if let Some(places) = (0..by.len()).map(place).collect::<Option<Vec<usize>>>() {
            cells.entry(places).or_default().push(number.clone());
        }
    }
    let points = answer["points"].as_array().unwrap();
    assert_eq!(points.len(), cells.len(), "{question}");
    for point in points {
        let places: Vec<usize> = (0..by.len())
            .map(|at| point["at"][at].as_u64().unwrap() as usize)
            .collect();
        equal(point, measure, &cells[&places], &question);
    }
    for (at, axis) in answer["axes"].as_array().unwrap().iter().enumerate() {
        let order: Vec<f64> = axis["labels"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|label| label["kind"] == "value")
            .filter_map(|label| label["figure"]["value"].as_f64())
            .collect();
        if at == 0 && question["by"][0]["step"].is_null() && question["by"][0]["field"] != "vehicle_count" {
            assert!(
                order.is_sorted_by(|left, right| left >= right),
                "{question} {order:?}"
            );
        }
    }
}

#[track_caller]
fn equal(figure: &Json, measure: &Json, numbers: &[Json], question: &Json) {
    let (found, wanted) = (figure["value"].as_f64(), naive(measure, numbers));
    let near = match (found, wanted) {
        (Some(found), Some(wanted)) => (found - wanted).abs() <= 1e-6 * wanted.abs().max(1.0),
        (found, wanted) => found == wanted,
    };
    assert!(near, "{found:?} for {wanted:?}: {question} {figure}");
    assert_eq!(figure["of"].as_u64(), Some(numbers.len() as u64), "{question}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn any_question_is_answered_as_by_a_naive_reckoning(random in random()) {
        thread_local!(static ENGINE: RefCell<Engine> = RefCell::new(sandbox()));
        ENGINE.with_borrow_mut(|engine| check(engine, &random));
    }
}
