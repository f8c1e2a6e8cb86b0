//! The language held against an evaluation by hand: the same trees, the same data, several days.

mod against_naive;
mod dice;
mod naive;
mod naive_values;
mod page;
mod trade;

use crate::Engine;
use crate::reader::Reader;
use crate::targeting::names::{Lexicon, fields_of};
use crate::targeting::relations::is_hidden;
use crate::values::fold;
use jiff::civil::DateTime;
use std::collections::HashSet;

/// Looks into an engine at a moment.
fn reading<T>(engine: &Engine, now: DateTime, work: impl FnOnce(&Reader) -> T) -> T {
    work(&engine.looking(now))
}

#[test]
fn every_field_of_an_entity_has_a_name_of_its_own() {
    for known in crate::fields::CATALOGUE
        .iter()
        .filter(|known| !is_hidden(known.entity))
    {
        let fields = fields_of(&Lexicon::common(), known.entity);
        let names: HashSet<String> = fields.iter().map(|one| fold(one.field.label)).collect();
        assert_eq!(names.len(), fields.len(), "{}", known.table);
    }
}
