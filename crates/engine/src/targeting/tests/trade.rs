//! The ready-made targetings hold on any base and any day: never nobody, never everybody.

use super::naive::World;
use super::reading;
use crate::records::rows::count as all;
use crate::targeting::check::problems_of;
use crate::targeting::names::Lexicon;
use crate::targeting::rows::count;
use crate::targeting::saved::trade;
use crate::targeting::suspects;
use crate::targeting::text::{parse, parse_sorts, print, print_sorts};
use crate::{Engine, FixedWorld, Settings};
use jiff::civil::date;
use std::collections::HashSet;

#[test]
fn the_targetings_of_the_trade_are_written_as_the_product_writes_them() {
    let trade = trade();
    assert!(trade.len() >= 15);
    let keys: HashSet<&str> = trade.iter().map(|one| one.key.as_str()).collect();
    let names: HashSet<&str> = trade.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((keys.len(), names.len()), (trade.len(), trade.len()));
    for one in trade {
        let target = parse(&Lexicon::common(), &one.definition)
            .unwrap_or_else(|problems| panic!("{}: {problems:?}", one.name));
        assert_eq!(print(&Lexicon::common(), &target), one.definition, "{}", one.name);
        let sorts = parse_sorts(&Lexicon::common(), &one.sort, target.entity).unwrap();
        assert_eq!(
            print_sorts(&Lexicon::common(), &sorts, target.entity),
            one.sort,
            "{}",
            one.name
        );
    }
}

#[test]
fn the_targetings_of_the_trade_keep_whom_an_evaluation_by_hand_keeps() {
    for (seed, now) in [
        (2026, date(2026, 11, 23).at(14, 30, 0, 0)),
        (7, date(2028, 2, 29).at(9, 0, 0, 0)),
    ] {
        let engine = Engine::open_memory(Settings::school(seed, 120), &FixedWorld(now)).unwrap();
        reading(&engine, now, |reader| {
            let world = World::load(reader);
            for one in trade() {
                let target = parse(&Lexicon::common(), &one.definition).unwrap();
                let by_hand = world.kept(target.entity, &target.root).len();
                let kept = count(reader, target.entity, &target.root).unwrap();
                assert_eq!(kept, by_hand as i64, "{}", one.name);
            }
        });
    }
}

#[test]
fn no_targeting_of_the_trade_is_ever_empty_nor_everybody() {
    let mut faults = Vec::new();
    for (seed, day) in [
        (2026, date(2026, 11, 23)),
        (2026, date(2027, 1, 4)),
        (7, date(2027, 8, 15)),
        (99, date(2028, 2, 29)),
        (3, date(2031, 6, 10)),
    ] {
        let now = day.at(9, 0, 0, 0);
        let engine = Engine::open_memory(Settings::school(seed, 520), &FixedWorld(now)).unwrap();
        reading(&engine, now, |reader| {
            for one in trade() {
                let target = parse(&Lexicon::common(), &one.definition).unwrap();
                assert_eq!(problems_of(reader, &target).unwrap(), [], "{}", one.name);
                assert_eq!(suspects::of(reader, &target).unwrap(), [], "{}", one.name);
                let kept = count(reader, target.entity, &target.root).unwrap();
                if kept == 0 || kept == all(reader, target.entity).unwrap() {
                    faults.push(format!("{day} {seed} {}: {kept}", one.name));
                }
            }
        });
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_targetings_that_a_base_begins_with_are_understood_and_find_somebody() {
    for wanted in &crate::content::words::marketing().targetings {
        let target = parse(&Lexicon::common(), &wanted.definition)
            .unwrap_or_else(|problems| panic!("{}: {problems:?}", wanted.name));
        assert_eq!(print(&Lexicon::common(), &target), wanted.definition);
        parse_sorts(&Lexicon::common(), &wanted.sort, target.entity).unwrap();
        let now = date(2026, 11, 23).at(9, 0, 0, 0);
        let engine = Engine::open_memory(Settings::default(), &FixedWorld(now)).unwrap();
        let kept = reading(&engine, now, |reader| {
            count(reader, target.entity, &target.root).unwrap()
        });
        assert!(kept > 0, "{}", wanted.name);
    }
}
