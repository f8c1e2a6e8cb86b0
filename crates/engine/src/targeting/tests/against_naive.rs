//! Random trees: the writer and the evaluation by hand keep the same records; the text form says the same tree.

use super::dice::Dice;
use super::naive::World;
use super::reading;
use crate::targeting::check::problems_of;
use crate::targeting::names::Lexicon;
use crate::targeting::text::{parse, print};
use crate::targeting::tree::Target;
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
            disturb(&engine, *now);
            let world = reading(&engine, *now, World::load);
            (engine, world)
        })
        .collect();
}

/// Invoices that are to come, one without a day, cars that were another's: what a form refuses and a workbook may bring.
const AWKWARD: &str = "
    UPDATE invoice SET issued_on = '2031-05-04' WHERE id IN (3, 17);
    UPDATE invoice SET issued_on = '2029-01-01', kind = 'service' WHERE id IN (10, 20, 31, 40);
    UPDATE invoice SET issued_on = NULL WHERE id IN (30, 50);
    UPDATE invoice SET kind = NULL, gross_amount = NULL WHERE id IN (12, 60);
    UPDATE vehicle SET customer_id = 1 WHERE id IN (2, 9);";

fn disturb(engine: &Engine, now: DateTime) {
    reading(engine, now, |reader| {
        let conn = reader.store.conn();
        conn.execute_batch(AWKWARD).unwrap();
        crate::store::settle(conn).unwrap();
    });
}

/// What the writer keeps, with its SQL, and what the evaluation by hand does.
fn both(draw: impl FnOnce(&World) -> Target, which: usize) -> (Target, String, BTreeSet<i64>, BTreeSet<i64>) {
    MADE.with(|made| {
        let (engine, world) = &made[which];
        let target = draw(world);
        let (told, kept) = reading(engine, MOMENTS[which], |reader| {
            let problems = problems_of(reader, &target).unwrap();
            assert!(problems.is_empty(), "{problems:?} {target:?}");
            let mut parameters = vec![reader.today().to_string().into()];
            let written = write(reader, target.entity, &target.root, &mut parameters).unwrap();
            let known = target.entity.fields();
            let sql = format!(
                "SELECT {0}.id, ?1 FROM {1} WHERE {2}",
                known.table,
                if written.facts {
                    crate::records::rows::source_of(known)
                } else {
                    known.table
                },
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
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn the_writer_keeps_whom_the_evaluation_by_hand_keeps(seed: u64, which in 0_usize..4) {
        let (target, told, kept, by_hand) = both(|world| Dice(seed).target(world), which);
        prop_assert_eq!(kept, by_hand, "{}\n{}", print(&Lexicon::common(), &target), told);
    }

    #[test]
    fn what_is_kept_of_invoices_keeps_whom_the_invoices_keep(seed: u64, which in 0_usize..4) {
        let (target, told, kept, by_hand) = both(|world| Dice(seed).invoices(world), which);
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
