//! Random trees: the writer and the evaluation by hand keep the same records; the text form says the same tree.

use super::dice::Dice;
use super::naive::World;
use super::reading;
use crate::targeting::check::problems_of;
use crate::targeting::names::Lexicon;
use crate::targeting::text::{parse, print};
use crate::targeting::write;
use crate::{Engine, FixedWorld, Settings};
use jiff::civil::{DateTime, date};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A Monday, the eve of a holiday, the last day of a February, a leap day.
const MOMENTS: [DateTime; 4] = [
    date(2026, 11, 23).at(14, 30, 0, 0),
    date(2027, 7, 13).at(8, 5, 0, 0),
    date(2027, 2, 28).at(23, 59, 0, 0),
    date(2028, 2, 29).at(0, 0, 0, 0),
];

thread_local! {
    static MADE: Vec<(Engine, World)> = MOMENTS
        .iter()
        .map(|now| {
            let engine = Engine::open_memory(Settings::school(11, 40), &FixedWorld(*now)).unwrap();
            let world = reading(&engine, *now, World::load);
            (engine, world)
        })
        .collect();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn the_writer_keeps_whom_the_evaluation_by_hand_keeps(seed: u64, which in 0_usize..4) {
        let (target, told, kept, by_hand) = MADE.with(|made| {
        let (engine, world) = &made[which];
        let target = Dice(seed).target(world);
        let (told, kept) = reading(engine, MOMENTS[which], |reader| {
            let problems = problems_of(reader, &target).unwrap();
            assert!(problems.is_empty(), "{problems:?} {target:?}");
            let mut parameters = vec![reader.today().to_string().into()];
            let written = write(reader, target.entity, &target.root, &mut parameters).unwrap();
            let known = target.entity.fields();
            let sql = format!(
                "SELECT {0}.id, ?1 FROM {1} WHERE {2}",
                known.table,
                if written.facts { crate::records::rows::source_of(known) } else { known.table },
                written.sql
            );
            let mut statement = reader.store.conn().prepare(&sql).unwrap();
            let ids: BTreeSet<i64> = statement
                .query_map(rusqlite::params_from_iter(&parameters), |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            (sql, ids)
        });
        let by_hand = world.kept(target.entity, &target.root);
        (target, told, kept, by_hand)
        });
        prop_assert_eq!(kept, by_hand, "{}\n{}", print(&Lexicon::common(), &target), told);
    }

    #[test]
    fn the_text_says_the_tree_and_nothing_else(seed: u64, which in 0_usize..4) {
        let target = MADE.with(|made| Dice(seed).target(&made[which].1));
        let text = print(&Lexicon::common(), &target);
        let read = parse(&Lexicon::common(), &text);
        prop_assert!(read.is_ok(), "{} {:?}", text, read);
        let read = read.unwrap();
        prop_assert_eq!(&read.root, &target.root.clone().tidied(), "{}", text);
        prop_assert_eq!((read.entity, print(&Lexicon::common(), &read)), (target.entity, text));
    }

    #[test]
    fn no_text_makes_the_reader_fail(text in ".{0,60}", piece in "[A-Za-z :;()«»\"éà’.,≥<>=0-9-]{0,60}") {
        drop(parse(&Lexicon::common(), &text));
        if let Ok(target) = parse(&Lexicon::common(), &piece) {
            prop_assert_eq!(parse(&Lexicon::common(), &print(&Lexicon::common(), &target)).unwrap(), target);
        }
    }
}
