//! What is asked of a value, read from what stands after the colon.

use super::literal::{Asked, operand};
use super::scan::{Scan, Span};
use super::{time, words};
use crate::error::{TargetProblem, TargetProblemCode as Code};
use crate::targeting::kinds::Class;
use crate::targeting::tree::{TargetMatcher, TargetOperand, TargetPeriod};
use crate::values::fold;

/// The signs, longest first, and what each asks.
const SIGNS: [(&str, Sign); 10] = [
    ("<>", Sign::Differs),
    ("!=", Sign::Differs),
    ("<=", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("≠", Sign::Differs),
    ("≤", Sign::AtMost),
    ("≥", Sign::AtLeast),
    ("=", Sign::Equals),
    ("<", Sign::Below),
    (">", Sign::Above),
];

#[derive(Clone, Copy)]
enum Sign {
    Equals,
    Differs,
    Below,
    AtMost,
    Above,
    AtLeast,
}

impl Sign {
    fn of(self, to: TargetOperand) -> TargetMatcher {
        match self {
            Self::Equals => TargetMatcher::Equals { to },
            Self::Differs => TargetMatcher::Differs { to },
            Self::Below => TargetMatcher::Below { to },
            Self::AtMost => TargetMatcher::AtMost { to },
            Self::Above => TargetMatcher::Above { to },
            Self::AtLeast => TargetMatcher::AtLeast { to },
        }
    }
}

/// What a stretch asks of a value.
pub(super) fn matcher(scan: &Scan, span: Span, asked: Asked) -> Result<TargetMatcher, TargetProblem> {
    let found = read(scan, span, asked)?;
    if !asked.class.hows().contains(&found.how()) {
        return Err(span.of(TargetProblem::new(Code::WrongMatcher)
            .word(&scan.text(span))
            .inside(asked.label)));
    }
    Ok(found)
}

fn read(scan: &Scan, span: Span, asked: Asked) -> Result<TargetMatcher, TargetProblem> {
    if span.from == span.until {
        let problem = TargetProblem::new(Code::MissingValue).inside(asked.label);
        return Err(span.of(problem));
    }
    let is_signed_choice = matches!(asked.class, Class::Closed(_)) && operand(scan, span, asked).is_ok();
    if scan.quoted(span).is_none() && !is_signed_choice {
        if let Some(found) = alone(&scan.text(span), asked.class) {
            return Ok(found);
        }
        if let Some(found) = signed(scan, span, asked)? {
            return Ok(found);
        }
        if let Some(found) = worded(scan, span, asked)? {
            return Ok(found);
        }
        if matches!(asked.class, Class::Day | Class::Moment)
            && let Some(period) = time::period(&scan.text(span))
        {
            return Ok(TargetMatcher::Within { period });
        }
    }
    let mut values = operands(scan, span, asked, false)?;
    if values.len() == 1 {
        let to = values.remove(0);
        return Ok(TargetMatcher::Equals { to });
    }
    Ok(TargetMatcher::OneOf { values })
}

fn alone(text: &str, class: Class) -> Option<TargetMatcher> {
    // « ≠ "vide" » asks for a word.
    if !text
        .chars()
        .all(|c| c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c))
    {
        return None;
    }
    let said = fold(text);
    match said.as_str() {
        "vide" => Some(TargetMatcher::Empty),
        "rempli" | "remplie" | "renseigne" | "renseignee" => Some(TargetMatcher::Filled),
        "oui" if class == Class::Flag => Some(TargetMatcher::Yes),
        "non" if class == Class::Flag => Some(TargetMatcher::No),
        _ => None,
    }
}

fn signed(scan: &Scan, span: Span, asked: Asked) -> Result<Option<TargetMatcher>, TargetProblem> {
    let text = scan.text(span);
    for (sign, means) in SIGNS {
        if text.starts_with(sign) {
            let rest = Span {
                from: span.from + sign.chars().count(),
                until: span.until,
            };
            return Ok(Some(means.of(one(scan, rest, asked)?)));
        }
    }
    Ok(None)
}

fn worded(scan: &Scan, span: Span, asked: Asked) -> Result<Option<TargetMatcher>, TargetProblem> {
    let after = |words: &str| {
        let end = scan.words_end(span.from, words).filter(|end| *end < span.until)?;
        Some(scan.trimmed(Span {
            from: end,
            until: span.until,
        }))
    };
    if let Some(rest) = after(words::BETWEEN) {
        let (from, to) = scan.split_at_words(rest, words::AND).ok_or_else(|| {
            let problem = TargetProblem::new(Code::Unexpected)
                .word(&scan.text(rest))
                .inside(asked.label)
                .expected("entre … et …");
            rest.of(problem)
        })?;
        return Ok(Some(TargetMatcher::Between {
            from: one(scan, from, asked)?,
            to: one(scan, to, asked)?,
        }));
    }
    if let Some(rest) = after(words::ONE_OF) {
        return Ok(Some(TargetMatcher::OneOf {
            values: operands(scan, rest, asked, true)?,
        }));
    }
    if let Some(rest) = after(words::AT_MOST)
        && let Some((number, left)) = scan.split_at_words(rest, words::CHARACTERS)
        && left.from == left.until
        && let Ok(most) = scan.text(number).trim().parse()
    {
        return Ok(Some(TargetMatcher::Characters { most }));
    }
    if matches!(asked.class, Class::Day | Class::Moment) {
        return dated(scan, &after, asked);
    }
    for (words, part) in [
        (words::CONTAINS, Part::Contains),
        (words::BEGINS, Part::Begins),
        (words::ENDS, Part::Ends),
        (words::EXACTLY, Part::Exactly),
    ] {
        if let Some(rest) = after(words) {
            return Ok(Some(part.of(text_of(scan, rest, asked)?)));
        }
    }
    Ok(None)
}

fn dated(
    scan: &Scan,
    after: &impl Fn(&str) -> Option<Span>,
    asked: Asked,
) -> Result<Option<TargetMatcher>, TargetProblem> {
    for (words, sign) in [
        ("avant le", Sign::Below),
        ("avant", Sign::Below),
        ("après le", Sign::Above),
        ("après", Sign::Above),
        ("à partir du", Sign::AtLeast),
        ("à partir de", Sign::AtLeast),
        ("jusqu’au", Sign::AtMost),
        ("jusqu’à", Sign::AtMost),
    ] {
        if let Some(rest) = after(words) {
            return Ok(Some(sign.of(one(scan, rest, asked)?)));
        }
    }
    let Some(rest) = after(words::ANNIVERSARY) else {
        return Ok(None);
    };
    let text = scan.text(rest);
    let period = time::period(&text).or_else(|| {
        let is_today = time::from_today(&text).is_some_and(|steps| steps.is_empty());
        is_today.then_some(TargetPeriod::Calendar {
            unit: crate::targeting::tree::TargetUnit::Day,
            shift: 0,
            years: 0,
        })
    });
    match period {
        Some(period) => Ok(Some(TargetMatcher::Anniversary { period })),
        None => Err(rest.of(TargetProblem::new(Code::BadDate).word(&text).inside(asked.label))),
    }
}

#[derive(Clone, Copy)]
enum Part {
    Contains,
    Begins,
    Ends,
    Exactly,
}

impl Part {
    fn of(self, text: String) -> TargetMatcher {
        match self {
            Self::Contains => TargetMatcher::Contains { text },
            Self::Begins => TargetMatcher::Begins { text },
            Self::Ends => TargetMatcher::Ends { text },
            Self::Exactly => TargetMatcher::Exactly { text },
        }
    }
}

fn text_of(scan: &Scan, span: Span, asked: Asked) -> Result<String, TargetProblem> {
    refuse_several(scan, span, asked)?;
    let text = scan.quoted(span).unwrap_or_else(|| scan.text(span));
    if text.trim().is_empty() {
        return Err(span.of(TargetProblem::new(Code::MissingValue).inside(asked.label)));
    }
    Ok(text)
}

fn one(scan: &Scan, span: Span, asked: Asked) -> Result<TargetOperand, TargetProblem> {
    refuse_several(scan, span, asked)?;
    operand(scan, span, asked)
}

/// « ou » between values stands for a list, and nowhere else.
fn refuse_several(scan: &Scan, span: Span, asked: Asked) -> Result<(), TargetProblem> {
    let parts = scan.parts(span, false)?;
    match parts.get(1) {
        None => Ok(()),
        Some(second) => Err(second.of(TargetProblem::new(Code::Unexpected)
            .word(words::OR)
            .inside(asked.label)
            .expected(words::ONE_OF))),
    }
}

fn operands(scan: &Scan, span: Span, asked: Asked, comma: bool) -> Result<Vec<TargetOperand>, TargetProblem> {
    scan.parts(span, comma)?
        .into_iter()
        .map(|part| operand(scan, part, asked))
        .collect()
}
