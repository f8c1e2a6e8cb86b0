//! A text read into a tree. What is wrong in a condition is noted and reading goes on behind it; what is wrong in the form
//! of the text ends it.

use super::literal::Asked;
use super::matcher::matcher;
use super::paths::{Path, entity_named, field_named, is_field, records_named};
use super::related::wrapped;
use super::scan::{Scan, Span};
use super::sorts::parse_sorts_at;
use super::words;
use crate::error::{TargetProblem, TargetProblemCode as Code};
use crate::fields::Entity;
use crate::targeting::kinds::Class;
use crate::targeting::names::Lexicon;
use crate::targeting::tree::{Sort, Target, TargetMatcher, TargetNode, TargetOperand, TargetQuantity};
use crate::targeting::{FORMAT, MOST_DEEP};

/// A targeting and the order of its records.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) target: Target,
    pub(crate) sorts: Vec<Sort>,
}

/// Reads a whole text: the records, the conditions, the sorts.
///
/// # Errors
/// Every problem met, with its place in the text.
pub(crate) fn parse_whole(lexicon: &Lexicon, text: &str) -> Result<Parsed, Vec<TargetProblem>> {
    let mut reading = Reading {
        scan: Scan::new(text),
        lexicon: *lexicon,
        problems: Vec::new(),
        deep: 0,
    };
    match reading.whole() {
        Ok(parsed) if reading.problems.is_empty() => Ok(parsed),
        Ok(_) => Err(reading.problems),
        Err(problem) => {
            reading.problems.push(problem);
            Err(reading.problems)
        }
    }
}

pub(super) struct Reading {
    pub(super) scan: Scan,
    pub(super) lexicon: Lexicon,
    problems: Vec<TargetProblem>,
    deep: usize,
}

impl Reading {
    fn whole(&mut self) -> Result<Parsed, TargetProblem> {
        self.format()?;
        let (entity, kind) = self.subject()?;
        let mut sorts = Vec::new();
        let mut root = TargetNode::everything();
        if !self.at_end() && !self.at_sorts(entity) {
            root = self.any(entity)?;
        }
        if self.at_sorts(entity) {
            sorts = parse_sorts_at(&self.lexicon, &mut self.scan, entity, &mut self.problems);
        }
        if !self.at_end() {
            return Err(self.unexpected(";"));
        }
        if let Some(kind) = kind {
            let own = TargetNode::Field {
                field: "kind".to_owned(),
                is: TargetMatcher::Equals {
                    to: TargetOperand::value(kind),
                },
            };
            root = match root {
                TargetNode::All { mut of } => {
                    of.insert(0, own);
                    TargetNode::All { of }
                }
                other => TargetNode::All { of: vec![own, other] },
            };
        }
        let target = Target {
            entity,
            root: root.tidied(),
            format: None,
        };
        Ok(Parsed { target, sorts })
    }

    /// `format 2 ;` is what a newer version begins with.
    fn format(&mut self) -> Result<(), TargetProblem> {
        let begun = self.scan.at;
        if !self.scan.pass_words(words::FORMAT) {
            return Ok(());
        }
        let from = self.scan.at;
        while self
            .scan
            .peek()
            .is_some_and(|c| c.is_whitespace() || c.is_ascii_digit())
        {
            self.scan.at += 1;
        }
        let span = Span {
            from,
            until: self.scan.at,
        };
        match self.scan.text(span).trim().parse::<u32>() {
            Ok(format) if format > FORMAT => Err(span.of(TargetProblem::new(Code::NewerFormat)
                .word(&format.to_string())
                .expected(FORMAT))),
            Ok(_) => {
                self.scan.pass(';');
                Ok(())
            }
            Err(_) => {
                self.scan.at = begun;
                Ok(())
            }
        }
    }

    fn subject(&mut self) -> Result<(Entity, Option<&'static str>), TargetProblem> {
        if !self.scan.pass_words(words::IN) {
            return Ok((Entity::Customer, None));
        }
        self.scan.skip_blanks();
        let span = self.scan.name(|_| false)?;
        let found = entity_named(&self.scan.text(span)).map_err(|problem| span.of(problem))?;
        if !self.scan.pass(';') {
            self.scan.pass(':');
        }
        Ok(found)
    }

    fn at_end(&mut self) -> bool {
        self.scan.skip_blanks();
        self.scan.peek().is_none()
    }

    fn at_sorts(&mut self, entity: Entity) -> bool {
        self.scan.skip_blanks();
        let named = self.scan.words_end(self.scan.at, words::SORT);
        let Some(end) = named.filter(|_| !is_field(&self.lexicon, entity, words::SORT)) else {
            return false;
        };
        let rest = self.scan.trimmed(Span {
            from: end,
            until: self.scan.end(),
        });
        self.scan.text(rest).starts_with(':')
    }

    pub(super) fn any(&mut self, entity: Entity) -> Result<TargetNode, TargetProblem> {
        let mut of = vec![self.all(entity)?];
        while self.scan.pass_words(words::OR) {
            of.push(self.all(entity)?);
        }
        Ok(match of.len() {
            1 => of.remove(0),
            _ => TargetNode::Any { of },
        })
    }

    fn all(&mut self, entity: Entity) -> Result<TargetNode, TargetProblem> {
        let mut of = vec![self.term(entity)?];
        while self.scan.pass(';') || self.scan.pass_words(words::AND) {
            self.scan.skip_blanks();
            // A semicolon at the end asks nothing more.
            if matches!(self.scan.peek(), None | Some(')')) || self.at_sorts(entity) {
                break;
            }
            of.push(self.term(entity)?);
        }
        Ok(match of.len() {
            1 => of.remove(0),
            _ => TargetNode::All { of },
        })
    }

    fn term(&mut self, entity: Entity) -> Result<TargetNode, TargetProblem> {
        self.deep += 1;
        if self.deep > MOST_DEEP {
            return Err(self
                .scan
                .here()
                .of(TargetProblem::new(Code::TooDeep).expected(MOST_DEEP)));
        }
        let found = self.term_within(entity);
        self.deep -= 1;
        found
    }

    fn term_within(&mut self, entity: Entity) -> Result<TargetNode, TargetProblem> {
        self.scan.skip_blanks();
        if self.scan.peek() == Some('(') {
            return self.parenthesis(entity);
        }
        if self.pass_leading(words::NOT) {
            return Ok(TargetNode::Not {
                node: Box::new(self.term(entity)?),
            });
        }
        if let Some(found) = self.member()? {
            return Ok(found);
        }
        if let Some(quantity) = self.quantity() {
            return self.related(entity, quantity);
        }
        if let Some(found) = self.first(entity)? {
            return Ok(found);
        }
        if let Some(measure) = self.measure() {
            return self.aggregate(entity, measure);
        }
        self.condition(entity)
    }

    /// Passes a word at which a condition begins, unless it is the name of something.
    pub(super) fn pass_leading(&mut self, word: &str) -> bool {
        let begun = self.scan.at;
        if !self.scan.pass_words(word) {
            return false;
        }
        let after = self.scan.at;
        self.scan.skip_blanks();
        if matches!(self.scan.peek(), Some(':' | '.')) {
            self.scan.at = begun;
            return false;
        }
        self.scan.at = after;
        true
    }

    pub(super) fn parenthesis(&mut self, entity: Entity) -> Result<TargetNode, TargetProblem> {
        self.scan.skip_blanks();
        let open = self.scan.here();
        self.scan.pass('(');
        self.scan.skip_blanks();
        if self.scan.pass(')') {
            return Ok(TargetNode::everything());
        }
        let found = self.any(entity)?;
        if !self.scan.pass(')') {
            return Err(if self.at_end() {
                open.of(TargetProblem::new(Code::Unclosed).word("("))
            } else {
                self.unexpected(")")
            });
        }
        Ok(found)
    }

    fn condition(&mut self, entity: Entity) -> Result<TargetNode, TargetProblem> {
        let span = self.name_span(entity, true)?;
        let name = self.scan.text(span);
        if name.is_empty() {
            return Err(self.unexpected_condition());
        }
        self.scan.skip_blanks();
        match self.scan.peek() {
            Some('(') => {
                let path = records_named(&self.lexicon, entity, &name).map_err(|problem| span.of(problem))?;
                self.of_records(path, TargetQuantity::AtLeast { n: 1 })
            }
            Some(':') => match field_named(&self.lexicon, entity, &name) {
                Ok(path) => {
                    let inner = self.asked_of(&path)?;
                    Ok(wrapped(path.way, TargetQuantity::AtLeast { n: 1 }, inner))
                }
                Err(problem) => {
                    self.problems.push(span.of(problem));
                    self.scan.pass(':');
                    self.scan.value()?;
                    Ok(TargetNode::everything())
                }
            },
            _ => {
                let problem = field_named(&self.lexicon, entity, &name)
                    .err()
                    .unwrap_or_else(|| TargetProblem::new(Code::UnexpectedEnd).word(&name).expected(":"));
                Err(span.of(problem))
            }
        }
    }

    /// A name, from here to the colon, the parenthesis or the semicolon.
    pub(super) fn name_span(&mut self, entity: Entity, stop_at_or: bool) -> Result<Span, TargetProblem> {
        let begun = self.scan.at;
        let lexicon = self.lexicon;
        let span = self.scan.name(|whole| is_field(&lexicon, entity, whole))?;
        // « avec Véhicules ou avec Factures »
        if stop_at_or && let Some((before, _)) = self.scan.split_at_words(span, words::OR) {
            self.scan.at = before.until.max(begun);
            return Ok(before);
        }
        Ok(span)
    }

    pub(super) fn asked_of(&mut self, path: &Path) -> Result<TargetNode, TargetProblem> {
        let Some(named) = path.field else {
            return Err(self.unexpected(":"));
        };
        let asked = Asked {
            class: Class::of(named.field),
            kind: named.field.kind,
            label: named.field.label,
        };
        Ok(TargetNode::Field {
            field: named.field.key.to_owned(),
            is: self.after_colon(asked)?,
        })
    }

    /// What is asked; a value at fault is noted, and reading goes on behind it.
    pub(super) fn after_colon(&mut self, asked: Asked) -> Result<TargetMatcher, TargetProblem> {
        if !self.scan.pass(':') {
            return Err(self.unexpected(":"));
        }
        let span = self.scan.value()?;
        match matcher(&self.scan, span, asked) {
            Ok(found) => Ok(found),
            Err(problem) => {
                self.problems.push(problem);
                Ok(TargetMatcher::Filled)
            }
        }
    }

    pub(super) fn unexpected(&mut self, expected: &str) -> TargetProblem {
        let at_end = self.at_end();
        let here = self.scan.here();
        let code = if at_end {
            Code::UnexpectedEnd
        } else {
            Code::Unexpected
        };
        here.of(TargetProblem::new(code)
            .word(&self.scan.text(here))
            .expected(expected))
    }

    fn unexpected_condition(&mut self) -> TargetProblem {
        self.unexpected("condition")
    }
}
