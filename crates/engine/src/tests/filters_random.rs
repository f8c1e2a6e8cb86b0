//! Quick filters of lists, held against the values of the rows read one by one; and each list as a targeting.

use super::columns::{column, rows};
use super::{call, done, sandbox};
use crate::values::parse_date;
use crate::{ApiError, Engine, ProblemCode};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::cell::RefCell;

const FIELDS: [(&str, &str); 16] = [
    ("customer", "town"),
    ("customer", "status"),
    ("customer", "turnover"),
    ("customer", "birth_date"),
    ("customer", "age"),
    ("customer", "mobile"),
    ("customer", "parent_id"),
    ("invoice", "kind"),
    ("invoice", "issued_on"),
    ("invoice", "gross_amount"),
    ("invoice", "vehicle_id"),
    ("invoice", "customer_id.site"),
    ("invoice", "vehicle_id.first_registered_on"),
    ("vehicle", "customer_id.status"),
    ("agenda_entry", "all_day"),
    ("lead", "issued_at"),
];

#[derive(Clone, Debug)]
struct Random {
    field: usize,
    values: Vec<usize>,
    except: Vec<usize>,
    from: Option<usize>,
    to: Option<usize>,
}

fn random() -> impl Strategy<Value = Random> {
    (
        0..FIELDS.len(),
        prop::collection::vec(0..500_usize, 0..4),
        prop::collection::vec(0..500_usize, 0..3),
        prop::option::of(0..500_usize),
        prop::option::of(0..500_usize),
    )
        .prop_map(|(field, values, except, from, to)| Random {
            field,
            values,
            except,
            from,
            to,
        })
}

fn is_blank(value: &Json) -> bool {
    value.is_null() || value == ""
}

/// Numbers and dates have bounds; a date may be told in part.
fn bound(value: &Json, part: usize) -> Json {
    match value.as_str() {
        // « Bois-Colombes » is no date.
        Some(text) if parse_date(text.get(..10).unwrap_or_default()).is_some() => {
            text[..[4, 7, 10][part % 3]].into()
        }
        None if value.is_number() => value.clone(),
        _ => Json::Null,
    }
}

fn within(value: &Json, from: &Json, to: &Json) -> bool {
    if let (Some(text), true) = (value.as_str(), from.is_string() || to.is_string()) {
        let after = from.as_str().is_none_or(|from| text >= from);
        return after
            && to
                .as_str()
                .is_none_or(|to| text[..to.len().min(text.len())] <= *to);
    }
    let number = |bound: &Json| bound.as_i64();
    let Some(own) = value.as_i64() else {
        return from.is_null() && to.is_null();
    };
    number(from).is_none_or(|from| own >= from) && number(to).is_none_or(|to| own <= to)
}

fn check(engine: &mut Engine, random: &Random) {
    let (entity, field) = FIELDS[random.field];
    let all = column(engine, entity, &json!([]), field);
    let at = |place: &usize| all[place % all.len()].clone();
    let values: Vec<Json> = random.values.iter().map(at).collect();
    let except: Vec<Json> = random.except.iter().map(at).collect();
    let from = random.from.map_or(Json::Null, |place| bound(&at(&place), place));
    let to = random.to.map_or(Json::Null, |place| bound(&at(&place), place));
    let filter = json!({"field": field, "values": values, "except": except, "from": from, "to": to});
    let same = |one: &Json, other: &Json| one == other || (is_blank(one) && is_blank(other));
    let bounded = !(is_blank(&from) && is_blank(&to));
    let wanted = all
        .iter()
        .filter(|value| values.is_empty() || values.iter().any(|one| same(one, value)))
        .filter(|value| !except.iter().any(|one| same(one, value)))
        .filter(|value| !bounded || (!is_blank(value) && within(value, &from, &to)))
        .count();
    let filters = json!([filter]);
    let kept = rows(engine, entity, &filters, "");
    assert_eq!(kept.len(), wanted, "{filter}");

    // The same list as a targeting, which its text says too.
    let target = done(
        engine,
        "list.target",
        &json!({"entity": entity, "filters": filters}),
    );
    let count = |engine: &mut Engine, target: &Json| {
        done(engine, "targeting.count", &json!({"target": target}))["count"].clone()
    };
    assert_eq!(count(engine, &target), wanted, "{filter} {target}");
    let told = done(engine, "targeting.say", &json!({"target": target}));
    let read = done(engine, "targeting.parse", &json!({"text": told["text"]}));
    assert_eq!(read["problems"], json!([]), "{told}");
    assert_eq!(count(engine, &read["target"]), wanted, "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_keeps_the_rows_whose_values_it_names_and_is_a_targeting(random in random()) {
        thread_local!(static ENGINE: RefCell<Engine> = RefCell::new(sandbox()));
        ENGINE.with_borrow_mut(|engine| check(engine, &random));
    }
}

#[test]
fn what_is_no_value_of_the_field_keeps_nobody_and_no_bound_of_another_kind_is_taken() {
    let mut engine = sandbox();
    let mut total = |filter: Json| {
        let input = json!({"entity": "invoice", "columns": [], "sorts": [], "quick": "", "filters": [filter], "offset": 0, "limit": 1});
        call(&mut engine, "list.page", &input).map(|page| page["total"].clone())
    };
    for (field, value) in [
        ("customer_id", json!("V00001")),
        ("customer_id", json!("42")),
        ("gross_amount", json!("beaucoup")),
        ("kind", json!("inconnu")),
        ("customer_id.status", json!(12)),
    ] {
        assert_eq!(
            total(json!({"field": field, "values": [value]})).unwrap(),
            0,
            "{field}"
        );
    }
    for (field, from) in [
        ("issued_on", json!("hier")),
        ("gross_amount", json!("100")),
        ("kind", json!("a")),
    ] {
        match total(json!({"field": field, "from": from})) {
            Err(ApiError::Invalid { problems }) => assert_eq!(problems[0].code, ProblemCode::OtherKind),
            other => panic!("{field}: {other:?}"),
        }
    }
}

#[test]
fn a_list_under_a_targeting_becomes_one_with_its_filters() {
    let mut engine = sandbox();
    let parsed = done(
        &mut engine,
        "targeting.parse",
        &json!({"text": "Civilité : M. ou Civilité : Mme"}),
    );
    let input = json!({"entity": "customer", "target": parsed["target"],
        "filters": [{"field": "status", "values": ["client"]}, {"field": "town", "values": ["Rennes", null]}]});
    let target = done(&mut engine, "list.target", &input);
    let told = done(&mut engine, "targeting.say", &json!({"target": target}));
    assert_eq!(
        told["text"],
        "Statut : Client ; (Ville : vide ou Ville : exactement Rennes) ; (Civilité : M. ou Civilité : Mme)"
    );
}
