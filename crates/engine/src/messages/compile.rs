//! A text understood: each name is a field, each condition a set of records.

use super::MessageText;
use super::parse::{Raw, parse, problem};
use crate::content::messages::{MadeKey, words};
use crate::error::{ApiError, MessageProblem, MessageProblemCode as Code, TargetProblem};
use crate::fields::{Entity, Field};
use crate::lists::ids_of;
use crate::reader::Reader;
use crate::targeting::{Target, TargetNode, TargetQuantity, nearest, understood};
use crate::values::fold;
use std::collections::HashSet;

/// A message ready to be said to anybody.
#[derive(Debug)]
pub(crate) struct Message {
    pub(super) subject: Vec<Piece>,
    pub(super) body: Vec<Piece>,
    pub(crate) slots: Vec<Slot>,
}

/// Something that a message says of somebody.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    pub(crate) source: Source,
}

/// Where it comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    Customer(&'static Field),
    Car(&'static Field),
    Made(MadeKey),
}

#[derive(Debug)]
pub(super) enum Piece {
    Text(String),
    Field {
        slot: usize,
        instead: Option<String>,
    },
    When {
        test: Test,
        then: Vec<Piece>,
        otherwise: Vec<Piece>,
    },
}

/// A condition: what is asked of a car is asked of the one that the message speaks of.
#[derive(Debug)]
pub(super) enum Test {
    Customer(HashSet<i64>),
    Car(HashSet<i64>),
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
}

impl Test {
    pub(super) fn holds(&self, customer: i64, car: Option<i64>) -> bool {
        match self {
            Self::Customer(those) => those.contains(&customer),
            Self::Car(those) => car.is_some_and(|car| those.contains(&car)),
            Self::All(of) => of.iter().all(|test| test.holds(customer, car)),
            Self::Any(of) => of.is_empty() || of.iter().any(|test| test.holds(customer, car)),
            Self::Not(test) => !test.holds(customer, car),
        }
    }
}

/// Understands a message.
///
/// # Errors
/// `BadMessage` with every problem and its place.
pub(crate) fn compile(reader: &Reader, text: &MessageText) -> Result<Message, ApiError> {
    let mut compiler = Compiler {
        reader,
        slots: Vec::new(),
        problems: Vec::new(),
    };
    let subject = compiler.text(&text.subject)?;
    for problem in &mut compiler.problems {
        problem.subject = true;
    }
    let of_subject = compiler.problems.len();
    let body = compiler.text(&text.body)?;
    compiler.problems[of_subject..].sort_by_key(|problem| problem.span);
    if compiler.problems.is_empty() {
        return Ok(Message {
            subject,
            body,
            slots: compiler.slots,
        });
    }
    Err(ApiError::BadMessage {
        problems: compiler.problems,
    })
}

/// What stands behind a name; none when nothing bears it.
pub(super) fn source_named(reader: &Reader, name: &str) -> Result<Option<Source>, ApiError> {
    let folded = fold(name);
    if let Some(made) = words().field.iter().find(|made| fold(&made.name) == folded) {
        return Ok(Some(Source::Made(made.key)));
    }
    let named = |entity, folded: &str| -> Result<Option<&'static Field>, ApiError> {
        Ok(reader
            .fields(entity)?
            .fields
            .iter()
            .find(|field| fold(field.label) == folded))
    };
    if let Some(field) = named(Entity::Customer, &folded)? {
        return Ok(Some(Source::Customer(field)));
    }
    let car = name.split_once('.').filter(|(before, _)| {
        [&words().car, &words().car_alone]
            .into_iter()
            .any(|word| fold(word) == fold(before))
    });
    let field = match car {
        Some((_, rest)) => named(Entity::Vehicle, &fold(rest))?,
        None => None,
    };
    Ok(field.map(Source::Car))
}

/// Every name that a message may say, in the order in which it is offered.
pub(super) fn names(reader: &Reader) -> Result<Vec<(String, Source)>, ApiError> {
    let made = words()
        .field
        .iter()
        .map(|made| (made.name.clone(), Source::Made(made.key)));
    let mut names: Vec<(String, Source)> = made.collect();
    for field in reader.fields(Entity::Customer)?.fields {
        names.push((field.label.to_owned(), Source::Customer(field)));
    }
    for field in reader.fields(Entity::Vehicle)?.fields {
        if field.key != "customer_id" {
            names.push((format!("{}.{}", words().car, field.label), Source::Car(field)));
        }
    }
    Ok(names)
}

struct Compiler<'a, 'r> {
    reader: &'a Reader<'r>,
    slots: Vec<Slot>,
    problems: Vec<MessageProblem>,
}

impl Compiler<'_, '_> {
    fn text(&mut self, text: &str) -> Result<Vec<Piece>, ApiError> {
        let (pieces, mut problems) = parse(text);
        self.problems.append(&mut problems);
        self.pieces(pieces)
    }

    fn pieces(&mut self, pieces: Vec<Raw>) -> Result<Vec<Piece>, ApiError> {
        let mut understood = Vec::new();
        for piece in pieces {
            match piece {
                Raw::Text(text) => understood.push(Piece::Text(text)),
                Raw::Field { name, instead, span } => {
                    if let Some(slot) = self.slot(&name, span)? {
                        understood.push(Piece::Field { slot, instead });
                    }
                }
                Raw::When {
                    condition,
                    at,
                    then,
                    otherwise,
                } => {
                    let test = self.condition(&condition, at)?;
                    let (then, otherwise) = (self.pieces(then)?, self.pieces(otherwise)?);
                    if let Some(test) = test {
                        understood.push(Piece::When {
                            test,
                            then,
                            otherwise,
                        });
                    }
                }
            }
        }
        Ok(understood)
    }

    fn slot(&mut self, name: &str, span: [u32; 2]) -> Result<Option<usize>, ApiError> {
        let Some(source) = source_named(self.reader, name)? else {
            let known = names(self.reader)?;
            let near = nearest(name, known.iter().map(|(name, _)| name.as_str()));
            self.problems.push(MessageProblem {
                nearest: near.map(str::to_owned),
                ..problem(Code::UnknownField, span, Some(name))
            });
            return Ok(None);
        };
        self.slots.push(Slot { source });
        Ok(Some(self.slots.len() - 1))
    }

    fn condition(&mut self, text: &str, at: u32) -> Result<Option<Test>, ApiError> {
        let until = at + u32::try_from(text.chars().count()).unwrap_or(0).max(1);
        let target = match understood(self.reader, text)? {
            Ok(target) if text.is_empty() => {
                drop(target);
                self.problems
                    .push(problem(Code::BadCondition, [at.saturating_sub(1), at], None));
                return Ok(None);
            }
            Ok(target) => target,
            Err(problems) => {
                for inner in problems {
                    self.problems.push(of_condition(inner, [at, until], text));
                }
                return Ok(None);
            }
        };
        if target.entity != Entity::Customer {
            self.problems
                .push(problem(Code::OtherEntity, [at, until], Some(text)));
            return Ok(None);
        }
        test_of(self.reader, &target.root).map(Some)
    }
}

/// A problem of a condition, at its place in the message.
fn of_condition(inner: TargetProblem, whole: [u32; 2], text: &str) -> MessageProblem {
    let span = inner.span.map_or(whole, |[from, until]| {
        let from = (whole[0] + from).min(whole[1].saturating_sub(1));
        [from, (whole[0] + until).clamp(from + 1, whole[1].max(from + 1))]
    });
    MessageProblem {
        condition: Some(inner),
        ..problem(Code::BadCondition, span, Some(text))
    }
}

const CARS: &str = "vehicle.customer_id";

fn test_of(reader: &Reader, node: &TargetNode) -> Result<Test, ApiError> {
    let those = |of: &[TargetNode]| -> Result<Vec<Test>, ApiError> {
        of.iter().map(|node| test_of(reader, node)).collect()
    };
    let set = |entity, root: &TargetNode| -> Result<HashSet<i64>, ApiError> {
        let target = Target {
            entity,
            root: root.clone(),
            format: None,
        };
        Ok(ids_of(reader, &target, &[])?.into_iter().collect())
    };
    Ok(match node {
        TargetNode::All { of } => Test::All(those(of)?),
        TargetNode::Any { of } => Test::Any(those(of)?),
        TargetNode::Not { node } => Test::Not(Box::new(test_of(reader, node)?)),
        TargetNode::Related {
            relation,
            quantity: TargetQuantity::AtLeast { n: 1 },
            node,
        } if relation == CARS => Test::Car(set(Entity::Vehicle, node)?),
        other => Test::Customer(set(Entity::Customer, other)?),
    })
}
