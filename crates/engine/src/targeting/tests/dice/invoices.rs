//! Conditions on invoices of a kind within a stretch of days: what is asked most, and what is kept.

use super::super::naive::World;
use super::Dice;
use crate::fields::Entity;
use crate::targeting::kinds::Class;
use crate::targeting::names::{Lexicon, fields_of};
use crate::targeting::tree::{Target, TargetMeasure, TargetNode};
use crate::values::Value;

impl Dice {
    /// What is asked most of customers and of cars: their invoices of a kind, since a day.
    pub(in super::super) fn invoices(&mut self, world: &World) -> Target {
        let (entity, relation) = self.one(&[
            (Entity::Customer, "invoice.customer_id"),
            (Entity::Customer, "invoice.customer_id"),
            (Entity::Vehicle, "invoice.vehicle_id"),
        ]);
        let known = fields_of(&Lexicon::common(), Entity::Invoice);
        let mut of = Vec::new();
        for key in ["kind", "issued_on"] {
            if let (1.., Some(named)) = (self.below(4), known.iter().find(|named| named.field.key == key)) {
                let sample = self.sample(world, Entity::Invoice, named);
                let is = self.matcher(Class::of(named.field), &sample);
                of.push(TargetNode::Field {
                    field: key.to_owned(),
                    is,
                });
            }
        }
        let node = Box::new(TargetNode::All { of });
        let measured = [
            (TargetMeasure::Count, None),
            (TargetMeasure::Sum, Some("gross_amount")),
            (TargetMeasure::Max, Some("issued_on")),
            (TargetMeasure::Min, Some("issued_on")),
        ];
        let asked = if self.below(2) == 0 {
            let quantity = self.quantity();
            TargetNode::Related {
                relation: relation.to_owned(),
                quantity,
                node,
            }
        } else {
            let (measure, field) = self.one(&measured);
            let named = field.and_then(|key| known.iter().find(|named| named.field.key == key));
            let class = named.map_or(Class::Number, |named| Class::of(named.field).of_measure(measure));
            let sample = match named {
                Some(named) => self.sample(world, Entity::Invoice, named),
                None => Value::Int(self.below(6) as i64),
            };
            let is = self.matcher(class, &sample);
            TargetNode::Aggregate {
                relation: relation.to_owned(),
                measure,
                field: field.map(str::to_owned),
                node,
                is,
            }
        };
        let root = if self.below(3) == 0 {
            TargetNode::Not {
                node: Box::new(asked),
            }
        } else {
            asked
        };
        Target {
            entity,
            root,
            format: None,
        }
    }
}
