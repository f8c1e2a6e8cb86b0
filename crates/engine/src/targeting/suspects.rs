//! Conditions that can be applied and yet are suspect: they ask nothing, or what nothing fulfils.

use super::days;
use super::kinds::{Class, TargetHow};
use super::names::{Lexicon, field_of};
use super::relations::relation;
use super::tree::{Target, TargetMatcher, TargetNode, TargetOperand};
use crate::content::choices;
use crate::error::{ApiError, TargetProblem, TargetProblemCode as Code};
use crate::fields::{Choices, Entity, Field};
use crate::reader::Reader;
use crate::values::Value;

/// What is suspect in a sound tree, in its order.
pub(super) fn of(reader: &Reader, target: &Target) -> Result<Vec<TargetProblem>, ApiError> {
    let mut suspicion = Suspicion {
        reader,
        lexicon: Lexicon::of(reader)?,
        found: Vec::new(),
        path: Vec::new(),
    };
    suspicion.node(target.entity, &target.root);
    Ok(suspicion.found)
}

struct Suspicion<'a, 'r> {
    reader: &'a Reader<'r>,
    lexicon: Lexicon,
    found: Vec<TargetProblem>,
    path: Vec<u32>,
}

impl Suspicion<'_, '_> {
    fn warn(&mut self, problem: TargetProblem) {
        self.found.push(TargetProblem {
            path: self.path.clone(),
            ..problem
        });
    }

    fn node(&mut self, entity: Entity, node: &TargetNode) {
        let inside = match node {
            TargetNode::All { of } | TargetNode::Any { of } => {
                if of.is_empty() {
                    self.warn(TargetProblem::new(Code::EmptyGroup));
                }
                if matches!(node, TargetNode::All { .. }) {
                    self.contradictions(entity, of);
                }
                entity
            }
            TargetNode::Field { field, is } => {
                if let Some(named) = field_of(&self.lexicon, entity, field) {
                    self.matcher(named.field, is);
                }
                entity
            }
            TargetNode::Related { relation: key, .. } | TargetNode::Aggregate { relation: key, .. } => {
                relation(entity, key).map_or(entity, |found| found.to)
            }
            TargetNode::Not { .. } | TargetNode::First { .. } | TargetNode::Member { .. } => entity,
        };
        // "Related to any" holds an empty group by nature.
        let is_bare = matches!(
            node,
            TargetNode::Related { .. } | TargetNode::Aggregate { .. } | TargetNode::First { .. }
        );
        for (place, child) in (0..).zip(node.children()) {
            if is_bare && child.is_vacant() {
                continue;
            }
            self.path.push(place);
            self.node(inside, child);
            self.path.pop();
        }
    }

    fn matcher(&mut self, field: &'static Field, is: &TargetMatcher) {
        if let Some(Bounds { from, until }) = self.bounds(Class::of(field), is)
            && let (Some(from), Some(until)) = (from, until)
            && from >= until
        {
            self.warn(TargetProblem::new(Code::ReversedBounds).inside(field.label));
        }
        let Choices::Open(list) = field.choices else {
            return;
        };
        let asks_for_one = matches!(
            is.how(),
            TargetHow::Equals | TargetHow::Differs | TargetHow::OneOf
        );
        for operand in is.operands().into_iter().filter(|_| asks_for_one) {
            let TargetOperand::Value {
                value: Value::Text(text),
            } = operand
            else {
                continue;
            };
            let normal = Class::Words.normal(text);
            if !choices(list)
                .iter()
                .any(|known| Class::Words.normal(known) == normal)
            {
                let near = super::nearest::nearest(text, choices(list).iter().map(String::as_str));
                self.warn(
                    TargetProblem::new(Code::UnusualValue)
                        .word(text)
                        .inside(field.label)
                        .nearest(near),
                );
            }
        }
    }

    /// Two conditions on one field that cannot hold together.
    fn contradictions(&mut self, entity: Entity, of: &[TargetNode]) {
        let asked: Vec<(u32, &str, &TargetMatcher)> = (0..)
            .zip(of)
            .filter_map(|(place, node)| match node {
                TargetNode::Field { field, is } => Some((place, field.as_str(), is)),
                _ => None,
            })
            .collect();
        for (rank, (place, key, is)) in asked.iter().enumerate() {
            let Some(named) = field_of(&self.lexicon, entity, key) else {
                continue;
            };
            let against = asked[..rank]
                .iter()
                .any(|(_, other, before)| other == key && self.excludes(Class::of(named.field), before, is));
            if against {
                self.path.push(*place);
                self.warn(TargetProblem::new(Code::Contradiction).inside(named.field.label));
                self.path.pop();
            }
        }
    }

    fn excludes(&self, class: Class, one: &TargetMatcher, other: &TargetMatcher) -> bool {
        use TargetHow::*;
        let both = [one.how(), other.how()];
        let never = |a: TargetHow, b: TargetHow| both == [a, b] || both == [b, a];
        if never(Yes, No) || never(Empty, Filled) {
            return true;
        }
        let blank = [one.holds_for_blank(), other.holds_for_blank()];
        if both.contains(&Empty) {
            return blank != [true, true];
        }
        if let (Some(left), Some(right)) = (self.bounds(class, one), self.bounds(class, other)) {
            let after = |from: &Option<Bound>, until: &Option<Bound>| {
                from.as_ref()
                    .zip(until.as_ref())
                    .is_some_and(|(from, until)| from >= until)
            };
            return after(&left.from, &right.until) || after(&right.from, &left.until);
        }
        match (values(class, one), values(class, other)) {
            (Some(left), Some(right)) => !left.iter().any(|value| right.contains(value)),
            _ => false,
        }
    }

    /// The bounds between which a number or a date must lie, the upper one left out.
    fn bounds(&self, class: Class, is: &TargetMatcher) -> Option<Bounds> {
        let now = self.reader.now;
        let is_date = matches!(class, Class::Day | Class::Moment);
        if !is_date && class != Class::Number {
            return None;
        }
        if let TargetMatcher::Within { period } = is {
            let found = days::period(now, *period);
            return Some(Bounds {
                from: found.from.map(Bound::Day),
                until: found.until.map(Bound::Day),
            });
        }
        let of = |operand: &TargetOperand| match operand {
            TargetOperand::Today { steps } => Bounds::of(days::moved(now, steps)),
            TargetOperand::Value {
                value: Value::Int(number),
            } => Bounds {
                from: Some(Bound::Number(*number)),
                until: Some(Bound::Number(number.saturating_add(1))),
            },
            TargetOperand::Value { value } => {
                Bounds::of(value.text().and_then(days::written).unwrap_or_default())
            }
        };
        let open = |from, until| Some(Bounds { from, until });
        match is {
            TargetMatcher::Equals { to } => Some(of(to)),
            TargetMatcher::Below { to } => open(None, of(to).from),
            TargetMatcher::AtMost { to } => open(None, of(to).until),
            TargetMatcher::Above { to } => open(of(to).until, None),
            TargetMatcher::AtLeast { to } => open(of(to).from, None),
            TargetMatcher::Between { from, to } => open(of(from).from, of(to).until),
            _ => None,
        }
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Bound {
    Number(i64),
    Day(String),
}

struct Bounds {
    from: Option<Bound>,
    until: Option<Bound>,
}

impl Bounds {
    fn of(stretch: days::Stretch) -> Self {
        Self {
            from: stretch.from.map(Bound::Day),
            until: stretch.until.map(Bound::Day),
        }
    }
}

/// The values one of which it must be, normalised.
fn values(class: Class, is: &TargetMatcher) -> Option<Vec<String>> {
    matches!(is.how(), TargetHow::Equals | TargetHow::OneOf).then(|| {
        is.operands()
            .into_iter()
            .filter_map(|operand| match operand {
                TargetOperand::Value {
                    value: Value::Text(text),
                } => Some(class.normal(text)),
                TargetOperand::Value {
                    value: Value::Int(number),
                } => Some(number.to_string()),
                _ => None,
            })
            .collect()
    })
}
