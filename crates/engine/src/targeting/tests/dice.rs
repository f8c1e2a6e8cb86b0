//! Trees drawn at random from what the data holds.

mod invoices;

use super::naive::World;
use crate::fields::{CATALOGUE, Entity, Kind};
use crate::targeting::kinds::{Class, TargetHow};
use crate::targeting::names::{Lexicon, Named, fields_of};
use crate::targeting::relations::{is_hidden, relations_of};
use crate::targeting::tree::{
    Sort, Target, TargetMatcher, TargetMeasure, TargetNode, TargetOperand, TargetPeriod, TargetQuantity,
    TargetStep, TargetUnit,
};
use crate::values::Value;

/// A draw that is the same for the same seed (SplitMix64).
pub(super) struct Dice(pub(super) u64);

const AWKWARD: [&str; 16] = [
    "« Chef » 🚗",
    "\"x\" ; y",
    "Foin ou Fils",
    "non",
    "vide",
    "12",
    "14:30",
    "(a",
    "a, b",
    "  bord  ",
    "🚗",
    "-",
    "≥ 3",
    "Réf. client",
    "parmi nous",
    "L'Œuvre d’Anne",
];

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn small(&mut self, n: usize) -> u32 {
        self.below(n) as u32
    }

    pub(super) fn target(&mut self, world: &World) -> Target {
        let shown: Vec<Entity> = CATALOGUE
            .iter()
            .map(|known| known.entity)
            .filter(|entity| !is_hidden(*entity) && !world.of(*entity).is_empty())
            .collect();
        let entity = if self.below(3) > 0 {
            Entity::Customer
        } else {
            self.one(&shown)
        };
        Target {
            entity,
            root: self.node(world, entity, 4),
            format: None,
        }
    }

    fn node(&mut self, world: &World, entity: Entity, deep: usize) -> TargetNode {
        let relations = relations_of(entity);
        match if deep == 0 { 9 } else { self.below(14) } {
            0 | 1 => TargetNode::All {
                of: self.several(world, entity, deep),
            },
            2 | 3 => TargetNode::Any {
                of: self.several(world, entity, deep),
            },
            4 => TargetNode::Not {
                node: Box::new(self.node(world, entity, deep - 1)),
            },
            5 | 6 if !relations.is_empty() => {
                let relation = self.one(&relations);
                let quantity = if relation.many {
                    self.quantity()
                } else {
                    self.one(&[
                        TargetQuantity::None,
                        TargetQuantity::Every,
                        TargetQuantity::AtLeast { n: 1 },
                    ])
                };
                TargetNode::Related {
                    relation: relation.key(),
                    quantity,
                    node: Box::new(self.inner(world, relation.to, deep)),
                }
            }
            7 | 8 => self.aggregate(world, entity, deep),
            13 => {
                let fields = fields_of(&Lexicon::common(), entity);
                let named = self.one(&fields);
                TargetNode::First {
                    n: self.small(12) + 1,
                    sort: Sort {
                        field: named.field.key.to_owned(),
                        descending: self.below(2) == 0,
                    },
                    node: Box::new(self.inner(world, entity, deep)),
                }
            }
            _ => self.field(world, entity),
        }
    }

    fn several(&mut self, world: &World, entity: Entity, deep: usize) -> Vec<TargetNode> {
        (0..self.below(4))
            .map(|_| self.node(world, entity, deep - 1))
            .collect()
    }

    fn inner(&mut self, world: &World, entity: Entity, deep: usize) -> TargetNode {
        if self.below(4) == 0 {
            TargetNode::everything()
        } else {
            self.node(world, entity, deep - 1)
        }
    }

    fn quantity(&mut self) -> TargetQuantity {
        let n = self.small(4);
        self.one(&[
            TargetQuantity::None,
            TargetQuantity::Every,
            TargetQuantity::AtLeast { n: 1 },
            TargetQuantity::AtLeast { n },
            TargetQuantity::AtMost { n },
            TargetQuantity::Exactly { n },
        ])
    }

    fn aggregate(&mut self, world: &World, entity: Entity, deep: usize) -> TargetNode {
        let many: Vec<_> = relations_of(entity)
            .into_iter()
            .filter(|relation| relation.many)
            .collect();
        if many.is_empty() {
            return self.field(world, entity);
        }
        let relation = self.one(&many);
        let measurable: Vec<Named> = fields_of(&Lexicon::common(), relation.to)
            .into_iter()
            .filter(|named| !Class::of(named.field).measures().is_empty())
            .collect();
        let named = (self.below(4) > 0).then(|| self.one(&measurable));
        let measure = named.map_or(TargetMeasure::Count, |named| {
            self.one(Class::of(named.field).measures())
        });
        let class = named.map_or(Class::Number, |named| Class::of(named.field).of_measure(measure));
        let sample = match (measure, named) {
            (
                TargetMeasure::Min | TargetMeasure::Max | TargetMeasure::Mean | TargetMeasure::Sum,
                Some(named),
            ) => self.sample(world, relation.to, &named),
            _ => Value::Int(self.below(400) as i64),
        };
        TargetNode::Aggregate {
            relation: relation.key(),
            measure,
            field: named.map(|named| named.field.key.to_owned()),
            node: Box::new(self.inner(world, relation.to, deep)),
            is: self.matcher(class, &sample),
        }
    }

    fn field(&mut self, world: &World, entity: Entity) -> TargetNode {
        let fields = fields_of(&Lexicon::common(), entity);
        let named = self.one(&fields);
        let sample = self.sample(world, entity, &named);
        TargetNode::Field {
            field: named.field.key.to_owned(),
            is: self.matcher(Class::of(named.field), &sample),
        }
    }

    /// A value that some record holds in the field.
    fn sample(&mut self, world: &World, entity: Entity, named: &Named) -> Value {
        let records = world.of(entity);
        let filled: Vec<&Value> = records
            .values()
            .filter_map(|record| record.get(named.field.key))
            .filter(|value| !value.is_empty())
            .collect();
        let value = if filled.is_empty() {
            Value::Empty
        } else {
            filled[self.below(filled.len())].clone()
        };
        match (named.field.kind, &value) {
            (Kind::Reference(target), Value::Int(id)) => target.reference(*id).into(),
            (Kind::Reference(target), _) => target.reference(1).into(),
            _ => value,
        }
    }

    fn matcher(&mut self, class: Class, sample: &Value) -> TargetMatcher {
        let how = self.one(class.hows());
        match how {
            TargetHow::Equals => TargetMatcher::Equals {
                to: self.operand(class, sample),
            },
            TargetHow::Differs => TargetMatcher::Differs {
                to: self.operand(class, sample),
            },
            TargetHow::Below => TargetMatcher::Below {
                to: self.operand(class, sample),
            },
            TargetHow::AtMost => TargetMatcher::AtMost {
                to: self.operand(class, sample),
            },
            TargetHow::Above => TargetMatcher::Above {
                to: self.operand(class, sample),
            },
            TargetHow::AtLeast => TargetMatcher::AtLeast {
                to: self.operand(class, sample),
            },
            TargetHow::Between => TargetMatcher::Between {
                from: self.operand(class, sample),
                to: self.operand(class, sample),
            },
            TargetHow::OneOf => TargetMatcher::OneOf {
                values: (0..=self.below(3)).map(|_| self.operand(class, sample)).collect(),
            },
            TargetHow::Contains => TargetMatcher::Contains {
                text: self.part(class, sample),
            },
            TargetHow::Begins => TargetMatcher::Begins {
                text: self.part(class, sample),
            },
            TargetHow::Ends => TargetMatcher::Ends {
                text: self.part(class, sample),
            },
            TargetHow::Exactly => TargetMatcher::Exactly {
                text: self.written(class, sample),
            },
            TargetHow::Characters => TargetMatcher::Characters { most: self.small(20) },
            TargetHow::Empty => TargetMatcher::Empty,
            TargetHow::Filled => TargetMatcher::Filled,
            TargetHow::Yes => TargetMatcher::Yes,
            TargetHow::No => TargetMatcher::No,
            TargetHow::Within => TargetMatcher::Within {
                period: self.period(class == Class::Moment, true),
            },
            TargetHow::Anniversary => TargetMatcher::Anniversary {
                period: self.period(false, false),
            },
        }
    }

    /// A text that is one of the class, as somebody might write it.
    fn written(&mut self, class: Class, sample: &Value) -> String {
        if let Class::Closed(list) = class {
            return self.one(list).1.to_owned();
        }
        let text = match (self.below(4), sample.text()) {
            (0, _) | (_, None) => return self.one(&AWKWARD).to_owned(),
            (_, Some(text)) => text.to_owned(),
        };
        match self.below(4) {
            0 => text.to_uppercase(),
            1 => crate::values::fold(&text),
            2 => text.replace(' ', "-"),
            _ => text,
        }
    }

    fn part(&mut self, class: Class, sample: &Value) -> String {
        let text = self.written(class, sample);
        let chars: Vec<char> = text.chars().collect();
        let from = self.below(chars.len());
        let until = from + 1 + self.below(chars.len() - from);
        let part: String = chars[from..until.min(chars.len())].iter().collect();
        if part.trim().is_empty() { text } else { part }
    }

    fn operand(&mut self, class: Class, sample: &Value) -> TargetOperand {
        match (class, sample) {
            (Class::Closed(list), _) => TargetOperand::value(self.one(list).0),
            (Class::Number, Value::Int(number)) => TargetOperand::value(number + self.below(3) as i64 - 1),
            (Class::Number, _) => TargetOperand::value(self.below(5) as i64),
            (Class::Day | Class::Moment, sample) => self.day(class, sample),
            (Class::Reference(_), Value::Text(text)) => TargetOperand::value(text.as_str()),
            (class, sample) => TargetOperand::value(self.written(class, sample)),
        }
    }

    fn day(&mut self, class: Class, sample: &Value) -> TargetOperand {
        let text = sample.text().unwrap_or("2026-05-17");
        match self.below(5) {
            0 => TargetOperand::value(&text[..10]),
            1 => TargetOperand::value(&text[..7]),
            2 => TargetOperand::value(&text[..4]),
            3 if class == Class::Moment => TargetOperand::value(text),
            _ => TargetOperand::Today {
                steps: (0..self.below(3))
                    .map(|_| TargetStep {
                        n: self.below(40) as i32 - 20,
                        unit: self.unit(class == Class::Moment),
                    })
                    .collect(),
            },
        }
    }

    fn unit(&mut self, hours: bool) -> TargetUnit {
        use TargetUnit::*;
        if hours && self.below(6) == 0 {
            return Hour;
        }
        self.one(&[Day, WorkingDay, OpenDay, Week, Month, Quarter, Year])
    }

    fn period(&mut self, hours: bool, open: bool) -> TargetPeriod {
        use TargetUnit::{Day, Month, Quarter, Week, Year};
        let (n, unit) = (self.small(30), self.unit(hours));
        match self.below(if open { 5 } else { 3 }) {
            0 => TargetPeriod::Ahead { n, unit },
            1 => TargetPeriod::Past { n, unit },
            2 => TargetPeriod::Calendar {
                unit: self.one(&[Day, Week, Month, Quarter, Year]),
                shift: self.below(7) as i32 - 3,
                years: self.below(5) as i32 - 2,
            },
            3 => TargetPeriod::Older { n, unit },
            _ => TargetPeriod::Beyond { n, unit },
        }
    }
}
