//! Is a tree one that can be applied? Every problem with the way to it; then what is suspect though it can be applied.

use super::days;
use super::kinds::{Class, TargetHow};
use super::members;
use super::names::{Lexicon, field_of, fields_of};
use super::nearest::nearest;
use super::relations::{is_hidden, relation, relations_of};
use super::tree::{
    Target, TargetMatcher, TargetMeasure, TargetNode, TargetOperand, TargetPeriod, TargetQuantity, TargetUnit,
};
use super::{FORMAT, MOST_DEEP, MOST_NODES, MOST_VALUES, suspects};
use crate::error::{ApiError, TargetProblem, TargetProblemCode as Code};
use crate::fields::{Entity, Field};
use crate::reader::Reader;
use crate::values::{Value, parse_reference};

/// Refuses a tree that cannot be applied.
///
/// # Errors
/// `BadTarget` with every problem.
pub(crate) fn refuse_unsound(reader: &Reader, target: &Target) -> Result<(), ApiError> {
    let problems = problems_of(reader, target)?;
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ApiError::BadTarget { problems })
    }
}

/// Every problem of a tree.
pub(crate) fn problems_of(reader: &Reader, target: &Target) -> Result<Vec<TargetProblem>, ApiError> {
    if let Some(format) = target.format.filter(|format| *format > FORMAT) {
        return Ok(vec![
            TargetProblem::new(Code::NewerFormat)
                .word(&format.to_string())
                .expected(FORMAT),
        ]);
    }
    if is_hidden(target.entity) {
        return Ok(vec![
            TargetProblem::new(Code::UnknownEntity).word(target.entity.table()),
        ]);
    }
    let mut check = Checking {
        reader,
        lexicon: Lexicon::of(reader)?,
        problems: Vec::new(),
        path: Vec::new(),
        nodes: 0,
    };
    check.node(target.entity, &target.root)?;
    Ok(check.problems)
}

/// What is suspect in a tree that can be applied: nothing is asked, or what nothing can fulfil.
pub(crate) fn warnings_of(reader: &Reader, target: &Target) -> Result<Vec<TargetProblem>, ApiError> {
    suspects::of(reader, target)
}

struct Checking<'a, 'r> {
    reader: &'a Reader<'r>,
    lexicon: Lexicon,
    problems: Vec<TargetProblem>,
    path: Vec<u32>,
    nodes: usize,
}

impl Checking<'_, '_> {
    fn problem(&mut self, problem: TargetProblem) {
        self.problems.push(TargetProblem {
            path: self.path.clone(),
            ..problem
        });
    }

    fn node(&mut self, entity: Entity, node: &TargetNode) -> Result<(), ApiError> {
        self.nodes += 1;
        if self.path.len() >= MOST_DEEP {
            self.problem(TargetProblem::new(Code::TooDeep).expected(MOST_DEEP));
            return Ok(());
        }
        if self.nodes == MOST_NODES + 1 {
            self.problem(TargetProblem::new(Code::TooMany).expected(MOST_NODES));
        }
        let inside = match node {
            TargetNode::Field { field, is } => {
                if let Some(field) = self.field(entity, field) {
                    self.matcher(field.label, Class::of(field), is);
                }
                entity
            }
            TargetNode::Related {
                relation, quantity, ..
            } => match self.relation(entity, relation, *quantity) {
                Some(to) => to,
                None => return Ok(()),
            },
            TargetNode::Aggregate {
                relation,
                measure,
                field,
                is,
                ..
            } => match self.aggregate(entity, relation, *measure, field.as_deref(), is) {
                Some(to) => to,
                None => return Ok(()),
            },
            TargetNode::First { n, sort, .. } => {
                if *n == 0 {
                    self.problem(TargetProblem::new(Code::MissingValue));
                }
                self.field(entity, &sort.field);
                entity
            }
            TargetNode::Member { targeting } => {
                self.problems.extend(
                    members::problems_of(self.reader, entity, targeting)?
                        .into_iter()
                        .map(|problem| TargetProblem {
                            path: self.path.clone(),
                            ..problem
                        }),
                );
                entity
            }
            TargetNode::All { .. } | TargetNode::Any { .. } | TargetNode::Not { .. } => entity,
        };
        for (place, child) in (0..).zip(node.children()) {
            self.path.push(place);
            self.node(inside, child)?;
            self.path.pop();
        }
        Ok(())
    }

    fn field(&mut self, entity: Entity, key: &str) -> Option<&'static Field> {
        let found = field_of(&self.lexicon, entity, key);
        if found.is_none() {
            let keys = fields_of(&self.lexicon, entity);
            let near = nearest(key, keys.iter().map(|one| one.field.key));
            let label = near
                .and_then(|key| field_of(&self.lexicon, entity, key))
                .map(|one| one.field.label);
            self.problem(
                TargetProblem::new(Code::UnknownField)
                    .word(key)
                    .inside(entity.fields().plural)
                    .nearest(label),
            );
        }
        found.map(|one| one.field)
    }

    fn relation(&mut self, entity: Entity, key: &str, quantity: TargetQuantity) -> Option<Entity> {
        let found = self.known_relation(entity, key)?;
        let is_number = !matches!(
            quantity,
            TargetQuantity::None | TargetQuantity::Every | TargetQuantity::AtLeast { n: 1 }
        );
        if !found.many && is_number {
            self.problem(TargetProblem::new(Code::WrongQuantity).inside(found.name()));
        }
        Some(found.to)
    }

    fn known_relation(&mut self, entity: Entity, key: &str) -> Option<super::relations::Relation> {
        let found = relation(entity, key);
        if found.is_none() {
            let all = relations_of(entity);
            let near = nearest(key, all.iter().map(|one| one.to.table()));
            let name = near.and_then(|table| all.iter().find(|one| one.to.table() == table));
            self.problem(
                TargetProblem::new(Code::UnknownRelation)
                    .word(key)
                    .inside(entity.fields().plural)
                    .nearest(name.map(|one| one.name())),
            );
        }
        found
    }

    fn aggregate(
        &mut self,
        entity: Entity,
        key: &str,
        measure: TargetMeasure,
        field: Option<&str>,
        is: &TargetMatcher,
    ) -> Option<Entity> {
        let found = self.known_relation(entity, key)?;
        if !found.many {
            self.problem(TargetProblem::new(Code::WrongMeasure).inside(found.name()));
        }
        if measure == TargetMeasure::Count {
            self.matcher(found.name(), Class::Number, is);
            return Some(found.to);
        }
        let Some(key) = field else {
            self.problem(TargetProblem::new(Code::WrongMeasure).inside(found.name()));
            return Some(found.to);
        };
        if let Some(field) = self.field(found.to, key) {
            let class = Class::of(field);
            if class.measures().contains(&measure) {
                self.matcher(field.label, class.of_measure(measure), is);
            } else {
                self.problem(TargetProblem::new(Code::WrongMeasure).inside(field.label));
            }
        }
        Some(found.to)
    }

    fn matcher(&mut self, label: &str, class: Class, is: &TargetMatcher) {
        if !class.hows().contains(&is.how()) {
            self.problem(TargetProblem::new(Code::WrongMatcher).inside(label));
            return;
        }
        for operand in is.operands() {
            if let Err(problem) = operand_is_sound(class, operand) {
                self.problem(problem.inside(label));
            }
        }
        match is {
            TargetMatcher::OneOf { values } => {
                let most = match class {
                    Class::Day | Class::Moment => MOST_DAYS,
                    _ => MOST_VALUES,
                };
                if values.is_empty() {
                    self.problem(TargetProblem::new(Code::MissingValue).inside(label));
                }
                if values.len() > most {
                    self.problem(TargetProblem::new(Code::TooMany).inside(label).expected(most));
                }
            }
            TargetMatcher::Contains { text }
            | TargetMatcher::Begins { text }
            | TargetMatcher::Ends { text }
            | TargetMatcher::Exactly { text }
                if text.trim().is_empty() =>
            {
                self.problem(TargetProblem::new(Code::MissingValue).inside(label));
            }
            TargetMatcher::Within { period } | TargetMatcher::Anniversary { period } => {
                self.period(label, class, is.how(), *period);
            }
            _ => {}
        }
    }

    fn period(&mut self, label: &str, class: Class, how: TargetHow, period: TargetPeriod) {
        let unit = match period {
            TargetPeriod::Ahead { unit, .. }
            | TargetPeriod::Past { unit, .. }
            | TargetPeriod::Older { unit, .. }
            | TargetPeriod::Beyond { unit, .. }
            | TargetPeriod::Calendar { unit, .. } => unit,
        };
        let is_calendar = matches!(period, TargetPeriod::Calendar { .. });
        let hours = unit == TargetUnit::Hour && (class == Class::Day || is_calendar);
        let counted = is_calendar && matches!(unit, TargetUnit::WorkingDay | TargetUnit::OpenDay);
        let open = how == TargetHow::Anniversary && days::first_and_last(self.reader.now, period).is_none();
        if hours || counted || open {
            self.problem(TargetProblem::new(Code::BadUnit).inside(label));
        }
    }
}

/// Above so many, days are no list but a period.
const MOST_DAYS: usize = 200;

/// Is it a value of this kind?
pub(crate) fn operand_is_sound(class: Class, operand: &TargetOperand) -> Result<(), TargetProblem> {
    let is_date = matches!(class, Class::Day | Class::Moment);
    let value = match operand {
        TargetOperand::Today { steps } => {
            let hours = steps.iter().any(|step| step.unit == TargetUnit::Hour);
            return match class {
                Class::Moment => Ok(()),
                Class::Day if !hours => Ok(()),
                Class::Day => Err(TargetProblem::new(Code::BadUnit)),
                _ => Err(TargetProblem::new(Code::WrongMatcher)),
            };
        }
        TargetOperand::Value { value } => value,
    };
    if value.is_empty() {
        return Err(TargetProblem::new(Code::MissingValue));
    }
    let word = match value {
        Value::Text(text) => text.to_string(),
        Value::Int(number) => number.to_string(),
        _ => String::new(),
    };
    let bad = |code| Err(TargetProblem::new(code).word(&word));
    match (class, value) {
        (Class::Number, Value::Int(_)) => Ok(()),
        (Class::Number, _) => bad(Code::BadNumber),
        (Class::Day, Value::Text(text)) if text.contains('T') => bad(Code::BadDate),
        (Class::Day | Class::Moment, Value::Text(text)) if days::written(text).is_some() => Ok(()),
        _ if is_date => bad(Code::BadDate),
        (Class::Closed(list), Value::Text(text)) => {
            if list.iter().any(|(code, _)| code == text) {
                return Ok(());
            }
            let near = nearest(text, list.iter().map(|(_, label)| *label));
            Err(TargetProblem::new(Code::UnknownChoice).word(text).nearest(near))
        }
        (Class::Closed(_), _) => bad(Code::UnknownChoice),
        (Class::Reference(entity), Value::Text(text)) => match parse_reference(text) {
            Some((prefix, _)) if prefix == entity.fields().prefix => Ok(()),
            _ => Err(TargetProblem::new(Code::BadReference)
                .word(text)
                .expected(entity.reference(42))),
        },
        (Class::Reference(_), _) => bad(Code::BadReference),
        (_, Value::Text(_)) => Ok(()),
        _ => bad(Code::WrongMatcher),
    }
}
