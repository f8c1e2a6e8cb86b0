//! The base as a whole: references, keys, values the catalogue accepts, the same bytes twice.

use super::super::{Record, generate, generate_ahead};
use super::base::Base;
use super::for_many_bases;
use crate::fields::{Applies, CATALOGUE, Entity, Kind, check_values};
use crate::values::Value;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_row_is_sound() {
    for_many_bases(&[
        every_reference_names_a_record,
        the_catalogue_accepts_every_value_but_those_planted_wrong,
        no_sentence_has_a_place_left_to_fill,
        the_last_ids_given_are_facts,
    ]);
}

fn every_reference_names_a_record(base: &Base) {
    for known in CATALOGUE {
        for field in known.stored() {
            let Kind::Reference(target) = field.kind else {
                continue;
            };
            for id in base.rows(known.entity).filter_map(|row| row.int(field.key)) {
                assert!(
                    base.find(target, id).is_some(),
                    "{} {} {id}, {}",
                    known.table,
                    field.key,
                    base.told()
                );
            }
        }
    }
}

#[test]
fn every_entity_is_filled_and_every_row_has_the_keys_of_the_catalogue() {
    let base = Base::made(2026, "2026-11-23".parse().unwrap(), 520);
    assert_eq!(base.count(Entity::Customer), 520);
    for known in CATALOGUE
        .iter()
        .filter(|known| !matches!(known.entity, Entity::CustomField | Entity::MessageTemplate))
    {
        assert!(base.count(known.entity) > 0, "{}", known.table);
        let stored: BTreeSet<&str> = known.stored().map(|field| field.key).collect();
        let order: Vec<&str> = base
            .rows(known.entity)
            .next()
            .unwrap()
            .values
            .iter()
            .map(|value| value.0)
            .collect();
        assert_eq!(
            order.iter().copied().collect::<BTreeSet<_>>(),
            stored,
            "{}",
            known.table
        );
        for row in base.rows(known.entity) {
            assert!(
                row.values.iter().map(|value| value.0).eq(order.iter().copied()),
                "{} {}",
                known.table,
                row.id
            );
        }
    }
}

fn the_catalogue_accepts_every_value_but_those_planted_wrong(base: &Base) {
    let planted: BTreeSet<String> = base.planted(&["bad_mail", "bad_phone"]).into_iter().collect();
    let today = base.today.parse().unwrap();
    for known in CATALOGUE {
        for row in base
            .rows(known.entity)
            .filter(|row| !planted.contains(&known.entity.reference(row.id)))
        {
            let applies = match (known.entity, row.values.first()) {
                (Entity::Customer, Some((_, Value::Text(kind)))) if kind == "company" => Applies::Company,
                (Entity::Customer, _) => Applies::Person,
                _ => Applies::Both,
            };
            let input: BTreeMap<String, Value> = row
                .values
                .iter()
                .filter(|(key, value)| !value.is_empty() && !is_reference(known.entity, key))
                .map(|(key, value)| ((*key).to_owned(), value.clone()))
                .collect();
            for field in known
                .stored()
                .filter(|field| field.required && fits(field.applies, applies))
            {
                assert!(row.has(field.key), "{} {} {}", known.table, row.id, field.key);
            }
            // What is wrong on purpose is not sound.
            let wrong = base.rows(Entity::Anomaly).any(|told| {
                let reference = known.entity.reference(row.id);
                told.text("records").split(' ').any(|known| known == reference)
            });
            if wrong {
                continue;
            }
            let checked = check_values(known.entity.fields(), applies, &input, today, false);
            assert!(
                checked.problems.is_empty(),
                "{} {} {:?}",
                known.table,
                row.id,
                checked.problems
            );
        }
    }
}

fn fits(field: Applies, record: Applies) -> bool {
    field == Applies::Both || field == record
}

fn is_reference(entity: Entity, key: &str) -> bool {
    entity
        .fields()
        .field(key)
        .is_some_and(|field| matches!(field.kind, Kind::Reference(_)))
}

fn no_sentence_has_a_place_left_to_fill(base: &Base) {
    for entity in [
        Entity::Activity,
        Entity::Note,
        Entity::Lead,
        Entity::AgendaEntry,
        Entity::Anomaly,
        Entity::Customer,
    ] {
        for row in base.rows(entity) {
            for (key, value) in &row.values {
                let text = value.text().unwrap_or_default();
                assert!(
                    !text.contains(['{', '}']) && !text.contains("  "),
                    "{key}: {text}"
                );
            }
        }
    }
}

#[test]
fn the_same_seed_and_day_make_the_same_base_twice() {
    let all = |seed| {
        let mut all: Vec<Record> = Vec::new();
        let taken: Result<(), ()> = generate(seed, "2027-03-09".parse().unwrap(), 300, &mut |record| {
            all.push(record);
            Ok(())
        });
        assert_eq!(taken, Ok(()));
        all
    };
    assert!(all(11) == all(11));
    assert!(all(11) != all(12));
}

#[test]
fn customers_come_before_what_refers_to_them_and_an_error_stops_at_once() {
    let mut seen = BTreeSet::new();
    let taken: Result<(), ()> = generate(5, "2026-05-04".parse().unwrap(), 200, &mut |record| {
        if record.entity == Entity::Customer {
            seen.insert(record.id);
        }
        for key in ["customer_id", "household_id", "parent_id"] {
            let other = record
                .values
                .iter()
                .find(|known| known.0 == key)
                .and_then(|known| known.1.int());
            assert!(
                other.is_none_or(|id| seen.contains(&id)),
                "{:?} {}",
                record.entity,
                record.id
            );
        }
        Ok(())
    });
    assert_eq!(taken, Ok(()));
    let mut count = 0;
    let stopped = generate(5, "2026-05-04".parse().unwrap(), 200, &mut |_| {
        count += 1;
        if count == 3 { Err("full") } else { Ok(()) }
    });
    assert_eq!((stopped, count), (Err("full"), 3));
}

#[test]
fn a_large_base_made_ahead_is_the_same_and_an_error_stops_it() {
    let today = "2026-05-04".parse().unwrap();
    let (mut plain, mut ahead) = (Vec::new(), Vec::new());
    let taken: Result<(), ()> = generate(5, today, 5_000, &mut |record| {
        plain.push(record);
        Ok(())
    });
    assert_eq!(taken, Ok(()));
    let taken: Result<(), ()> = generate_ahead(5, today, 5_000, &mut |record| {
        ahead.push(record);
        Ok(())
    });
    assert_eq!(taken, Ok(()));
    assert!(plain == ahead);
    let mut count = 0;
    let stopped = generate_ahead(5, today, 5_000, &mut |_| {
        count += 1;
        if count == 3 { Err("full") } else { Ok(()) }
    });
    assert_eq!((stopped, count), (Err("full"), 3));
}

fn the_last_ids_given_are_facts(base: &Base) {
    for event in base.rows(Entity::PendingEvent) {
        let payload: serde_json::Value = serde_json::from_str(event.text("payload")).unwrap();
        for row in payload["records"].as_array().unwrap() {
            let entity = Entity::of_table(row["entity"].as_str().unwrap()).unwrap();
            let last = base.rows(entity).map(|row| row.id).max().unwrap();
            assert!(
                row["id"].as_i64().unwrap() < last,
                "{} {}",
                entity.table(),
                base.told()
            );
        }
    }
}

/// Leads and campaigns of a large base are about the whole of it, and whoever they name is who they say.
#[test]
fn leads_and_recipients_are_taken_over_the_whole_base() {
    let base = Base::made(2026, "2026-11-23".parse().unwrap(), 9_000);
    for (entity, least) in [(Entity::Recipient, 200), (Entity::Lead, 40)] {
        let named: Vec<i64> = base
            .rows(entity)
            .filter_map(|row| row.int("customer_id"))
            .collect();
        let late = named.iter().filter(|id| **id > 5_000).count();
        assert!(
            late > least && late < named.len() * 3 / 4,
            "{late} of {}",
            named.len()
        );
    }
    for lead in base.rows(Entity::Lead) {
        let Some(id) = lead.int("customer_id") else {
            continue;
        };
        let customer = base.find(Entity::Customer, id).unwrap();
        assert_eq!(lead.text("last_name"), customer.text("last_name"), "{id}");
        assert_eq!(lead.text("first_name"), customer.text("first_name"), "{id}");
    }
}
