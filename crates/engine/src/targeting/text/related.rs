//! What is asked of related records, read: their number, figures of them, the first ones, saved targetings.

use super::literal::Asked;
use super::parse::Reading;
use super::paths::{Path, field_named, records_named};
use super::scan::Span;
use super::sorts::one as sort_named;
use super::words;
use crate::error::{TargetProblem, TargetProblemCode as Code};
use crate::fields::{Entity, Kind, parse_any_reference};
use crate::targeting::kinds::Class;
use crate::targeting::relations::Relation;
use crate::targeting::tree::{TargetMeasure, TargetNode, TargetQuantity};

impl Reading {
    pub(super) fn member(&mut self) -> Result<Option<TargetNode>, TargetProblem> {
        let begun = self.scan.at;
        if !self.pass_leading(words::MEMBER) {
            return Ok(None);
        }
        self.scan.skip_blanks();
        if self.scan.peek() == Some('(') {
            self.scan.at = begun;
            return Ok(None);
        }
        let span = self.scan.value()?;
        let word = self.scan.text(span);
        match parse_any_reference(&word) {
            Ok((Entity::Targeting, id)) => Ok(Some(TargetNode::Member {
                targeting: Entity::Targeting.reference(id),
            })),
            _ => Err(span.of(TargetProblem::new(Code::BadReference)
                .word(&word)
                .expected(Entity::Targeting.reference(42)))),
        }
    }

    pub(super) fn quantity(&mut self) -> Option<TargetQuantity> {
        for (word, quantity) in [
            (words::WITHOUT, TargetQuantity::None),
            ("aucune", TargetQuantity::None),
            ("aucun", TargetQuantity::None),
            (words::WITH, TargetQuantity::AtLeast { n: 1 }),
            ("toutes les", TargetQuantity::Every),
            ("tous les", TargetQuantity::Every),
            ("toutes", TargetQuantity::Every),
            (words::EVERY, TargetQuantity::Every),
        ] {
            if self.pass_leading(word) {
                return Some(quantity);
            }
        }
        let begun = self.scan.at;
        for (word, of) in [
            (
                words::AT_LEAST,
                (|n| TargetQuantity::AtLeast { n }) as fn(u32) -> TargetQuantity,
            ),
            (words::AT_MOST, |n| TargetQuantity::AtMost { n }),
            (words::EXACTLY, |n| TargetQuantity::Exactly { n }),
        ] {
            if self.pass_leading(word) {
                if let Some(n) = self.whole_number() {
                    return Some(of(n));
                }
                self.scan.at = begun;
            }
        }
        None
    }

    pub(super) fn whole_number(&mut self) -> Option<u32> {
        for one in ["une", "un"] {
            if self.scan.pass_words(one) {
                return Some(1);
            }
        }
        self.scan.skip_blanks();
        let from = self.scan.at;
        while self.scan.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.scan.at += 1;
        }
        let span = Span {
            from,
            until: self.scan.at,
        };
        self.scan.text(span).parse().ok()
    }

    /// After a quantity: the related records, and what is asked of them.
    pub(super) fn related(
        &mut self,
        entity: Entity,
        quantity: TargetQuantity,
    ) -> Result<TargetNode, TargetProblem> {
        self.scan.skip_blanks();
        let span = self.name_span(entity, true)?;
        let name = self.scan.text(span);
        self.scan.skip_blanks();
        if self.scan.peek() == Some(':') {
            // « sans Factures.Type : APV »
            let path = field_named(&self.lexicon, entity, &name).map_err(|problem| span.of(problem))?;
            if path.way.is_empty() {
                return Err(self.unexpected("("));
            }
            let inner = self.asked_of(&path)?;
            return Ok(wrapped(path.way, quantity, inner));
        }
        let path = records_named(&self.lexicon, entity, &name).map_err(|problem| span.of(problem))?;
        self.of_records(path, quantity)
    }

    pub(super) fn of_records(
        &mut self,
        path: Path,
        quantity: TargetQuantity,
    ) -> Result<TargetNode, TargetProblem> {
        let to = path.way.last().map_or(Entity::Customer, |last| last.to);
        self.scan.skip_blanks();
        let inner = if self.scan.peek() == Some('(') {
            self.parenthesis(to)?
        } else {
            TargetNode::everything()
        };
        Ok(wrapped(path.way, quantity, inner))
    }

    /// `premiers(20 par Chiffre d’affaires TTC décroissant ; Statut : Client)`
    pub(super) fn first(&mut self, entity: Entity) -> Result<Option<TargetNode>, TargetProblem> {
        let begun = self.scan.at;
        if !(self.scan.pass_words(words::FIRST) && self.scan.pass('(')) {
            self.scan.at = begun;
            return Ok(None);
        }
        let Some(n) = self.whole_number().filter(|n| *n > 0) else {
            return Err(self.unexpected("20"));
        };
        if !self.scan.pass_words(words::BY) {
            return Err(self.unexpected(words::BY));
        }
        self.scan.skip_blanks();
        let span = self.name_span(entity, false)?;
        let sort = sort_named(&self.lexicon, &self.scan, span, entity)?;
        let node = self.filter(entity)?;
        Ok(Some(TargetNode::First {
            n,
            sort,
            node: Box::new(node.tidied()),
        }))
    }

    /// Within the parentheses of a calculation, behind a semicolon: what its records fulfil; then the parenthesis.
    pub(super) fn filter(&mut self, entity: Entity) -> Result<TargetNode, TargetProblem> {
        let node = if self.scan.pass(';') {
            self.any(entity)?
        } else {
            TargetNode::everything()
        };
        if !self.scan.pass(')') {
            return Err(self.unexpected(")"));
        }
        Ok(node)
    }

    pub(super) fn measure(&mut self) -> Option<TargetMeasure> {
        let begun = self.scan.at;
        let all = words::MEASURES.iter().chain(&words::OTHER_MEASURES);
        for (measure, word) in all {
            if self.scan.pass_words(word) {
                self.scan.skip_blanks();
                if self.scan.peek() == Some('(') {
                    return Some(*measure);
                }
                self.scan.at = begun;
            }
        }
        None
    }

    /// `somme(Factures.Montant TTC ; Type : APV) : > 1000`
    pub(super) fn aggregate(
        &mut self,
        entity: Entity,
        measure: TargetMeasure,
    ) -> Result<TargetNode, TargetProblem> {
        self.scan.pass('(');
        self.scan.skip_blanks();
        let span = self.name_span(entity, false)?;
        let name = self.scan.text(span);
        let path = if measure == TargetMeasure::Count {
            records_named(&self.lexicon, entity, &name)
        } else {
            field_named(&self.lexicon, entity, &name)
        }
        .map_err(|problem| span.of(problem))?;
        let [relation] = path.way.as_slice() else {
            return Err(span.of(TargetProblem::new(Code::WrongMeasure).inside(&name)));
        };
        let relation = *relation;
        let node = self.filter(relation.to)?;
        let asked = match path.field {
            None => Asked {
                class: Class::Number,
                kind: Kind::Integer,
                label: relation.name(),
            },
            Some(named) => {
                let class = Class::of(named.field);
                if !class.measures().contains(&measure) {
                    let problem = TargetProblem::new(Code::WrongMeasure).inside(named.field.label);
                    return Err(span.of(problem));
                }
                measured(measure, class, named.field.kind, named.field.label)
            }
        };
        let is = self.after_colon(asked)?;
        Ok(TargetNode::Aggregate {
            relation: relation.key(),
            measure,
            field: path.field.map(|named| named.field.key.to_owned()),
            node: Box::new(node.tidied()),
            is,
        })
    }
}

/// A condition on records at the end of a way: the first step bears the quantity, the others ask for one at least.
pub(super) fn wrapped(way: Vec<Relation>, quantity: TargetQuantity, inner: TargetNode) -> TargetNode {
    let last = way.len().saturating_sub(1);
    way.into_iter()
        .rev()
        .enumerate()
        .fold(inner, |node, (rank, relation)| TargetNode::Related {
            relation: relation.key(),
            quantity: if rank == last {
                quantity
            } else {
                TargetQuantity::AtLeast { n: 1 }
            },
            node: Box::new(node),
        })
}

/// How a figure is written: that of the field, or a number.
pub(super) fn measured(measure: TargetMeasure, class: Class, kind: Kind, label: &'static str) -> Asked {
    let is_date = matches!(class, Class::Day | Class::Moment);
    let is_whole = matches!(
        measure,
        TargetMeasure::Count | TargetMeasure::Distinct | TargetMeasure::Interval
    ) || (is_date && measure == TargetMeasure::Range);
    Asked {
        class: class.of_measure(measure),
        kind: if is_whole { Kind::Integer } else { kind },
        label,
    }
}
