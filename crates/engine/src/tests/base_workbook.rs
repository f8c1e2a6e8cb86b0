//! The product's base written straight into a workbook.

use crate::excel::{Packed, read_workbook};
use crate::{BaseRecipe, Engine, FixedWorld, Settings, Spool, write_base};
use jiff::civil::date;
use std::io::Cursor;

fn written(recipe: &BaseRecipe) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut spool = || Ok(Box::new(Cursor::new(Vec::new())) as Box<dyn Spool>);
    write_base(recipe, &mut spool, None, Cursor::new(&mut bytes)).unwrap();
    bytes
}

fn records(workbook: &[u8]) -> Vec<Packed> {
    let mut records = read_workbook(workbook).unwrap().records;
    records.sort_by_key(|record| (record.entity as u8, record.id));
    records
}

#[test]
fn it_is_what_a_sandbox_just_made_exports() {
    for (seed, size, day, anomalies) in [
        (2026, 220, date(2026, 11, 23), true),
        (11, 90, date(2028, 2, 29), true),
        (7, 210, date(2031, 12, 31), false),
    ] {
        let at = day.at(8, 0, 0, 0);
        let world = FixedWorld(at);
        let mut engine = Engine::open_memory(Settings::school(seed, size), &world).unwrap();
        let asked = format!(r#"{{"kind":"base","anomalies":{anomalies}}}"#);
        engine.call("workbook.export", &asked, &world).unwrap();
        let exported = engine.take_file().unwrap().bytes;
        let recipe = BaseRecipe {
            seed,
            size,
            at,
            anomalies,
        };
        let written = written(&recipe);
        // Answers that are hidden stand between the events there, and before them in an export.
        assert!(!anomalies || written == exported, "seed {seed}, {day}");
        assert!(records(&written) == records(&exported), "seed {seed}, {day}");
    }
}
