//! What a name names: a field, or related records, by way of other records where there are points.

use crate::error::{TargetProblem, TargetProblemCode as Code};
use crate::fields::{CATALOGUE, Entity};
use crate::targeting::names::{Lexicon, Named, fields_of};
use crate::targeting::nearest::nearest;
use crate::targeting::relations::{Relation, is_hidden, relations_of};
use crate::values::fold;

/// A name understood: the records on the way, then the field, if it is one's.
pub(super) struct Path {
    pub(super) way: Vec<Relation>,
    pub(super) field: Option<Named>,
}

/// What a computed column's header ends with, and what goes without saying, folded.
const IDLE: [&str; 2] = [" calcule", " aujourd hui"];

/// Understands a name as a field of `entity`, or of what is related to it.
pub(super) fn field_named(lexicon: &Lexicon, entity: Entity, name: &str) -> Result<Path, TargetProblem> {
    let path = resolve(lexicon, entity, name, true)?;
    if path.field.is_none() {
        return Err(unknown_field(
            lexicon,
            path.way.last().map_or(entity, |last| last.to),
            name,
        ));
    }
    Ok(path)
}

/// Understands a name as related records.
pub(super) fn records_named(lexicon: &Lexicon, entity: Entity, name: &str) -> Result<Path, TargetProblem> {
    resolve(lexicon, entity, name, false)
}

/// The entity that a name names, and the kind of customers that it keeps to.
pub(super) fn entity_named(name: &str) -> Result<(Entity, Option<&'static str>), TargetProblem> {
    let folded = fold(name);
    match folded.as_str() {
        "particuliers" => return Ok((Entity::Customer, Some("person"))),
        "societes" => return Ok((Entity::Customer, Some("company"))),
        _ => {}
    }
    let shown = || CATALOGUE.iter().filter(|known| !is_hidden(known.entity));
    shown()
        .find(|known| fold(known.plural) == folded)
        .or_else(|| shown().find(|known| fold(known.label) == folded))
        .map(|known| (known.entity, None))
        .ok_or_else(|| {
            TargetProblem::new(Code::UnknownEntity)
                .word(name)
                .nearest(nearest(name, shown().map(|known| known.plural)))
        })
}

/// Is it the name of a field here, or of a field on a way?
pub(super) fn is_field(lexicon: &Lexicon, entity: Entity, name: &str) -> bool {
    resolve(lexicon, entity, name, true).is_ok_and(|path| path.field.is_some())
}

fn resolve(lexicon: &Lexicon, entity: Entity, name: &str, may_be_field: bool) -> Result<Path, TargetProblem> {
    let folded = bare(name);
    if may_be_field && let Some(found) = field(lexicon, entity, &folded) {
        return Ok(Path {
            way: Vec::new(),
            field: Some(found),
        });
    }
    if let Some(found) = records(entity, &folded) {
        return Ok(Path {
            way: vec![found],
            field: None,
        });
    }
    for (point, _) in name.char_indices().filter(|(_, c)| *c == '.') {
        let (left, right) = (&name[..point], &name[point + 1..]);
        let Some(first) = records(entity, &fold(left)) else {
            continue;
        };
        let mut rest = resolve(lexicon, first.to, right, may_be_field)?;
        rest.way.insert(0, first);
        return Ok(rest);
    }
    let word = name.trim().trim_matches(|c: char| "«»\"“” ".contains(c));
    if let Some((left, _)) = word.split_once('.')
        && fold(left) != "ref"
    {
        return Err(unknown_relation(entity, left));
    }
    if may_be_field {
        Err(unknown_field(lexicon, entity, word))
    } else {
        Err(unknown_relation(entity, word))
    }
}

fn bare(name: &str) -> String {
    IDLE.iter()
        .fold(fold(name), |folded, idle| folded.replace(idle, ""))
}

fn field(lexicon: &Lexicon, entity: Entity, folded: &str) -> Option<Named> {
    let all = fields_of(lexicon, entity);
    let label = all.iter().find(|one| bare(one.field.label) == folded);
    label
        .or_else(|| {
            all.iter()
                .find(|one| one.names().any(|name| fold(name) == folded))
        })
        .copied()
}

/// Related records by their name; by that of their sheet, or of one of them, when nothing else bears it.
fn records(entity: Entity, folded: &str) -> Option<Relation> {
    let all = relations_of(entity);
    let by = |name: fn(&Relation) -> &'static str| all.iter().find(|one| fold(name(one)) == folded).copied();
    by(Relation::name)
        .or_else(|| by(|one| one.to.fields().plural))
        .or_else(|| by(|one| one.to.fields().label))
}

fn unknown_field(lexicon: &Lexicon, entity: Entity, word: &str) -> TargetProblem {
    let (fields, relations) = (fields_of(lexicon, entity), relations_of(entity));
    let known = fields
        .iter()
        .map(|one| one.field.label)
        .chain(relations.iter().map(Relation::name));
    TargetProblem::new(Code::UnknownField)
        .word(word)
        .inside(entity.fields().plural)
        .nearest(nearest(word, known))
}

fn unknown_relation(entity: Entity, word: &str) -> TargetProblem {
    let relations = relations_of(entity);
    TargetProblem::new(Code::UnknownRelation)
        .word(word.trim())
        .inside(entity.fields().plural)
        .nearest(nearest(word, relations.iter().map(Relation::name)))
}
