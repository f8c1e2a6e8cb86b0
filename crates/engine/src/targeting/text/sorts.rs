//! The order of the records, as text: `Ville, Dernière facture décroissant`.

use super::paths::field_named;
use super::scan::{Scan, Span};
use super::words;
use crate::error::{TargetProblem, TargetProblemCode as Code};
use crate::fields::Entity;
use crate::targeting::names::{Lexicon, field_of};
use crate::targeting::tree::Sort;

/// Reads an order written by itself.
///
/// # Errors
/// Every field that is not known.
pub(crate) fn parse_sorts(
    lexicon: &Lexicon,
    text: &str,
    entity: Entity,
) -> Result<Vec<Sort>, Vec<TargetProblem>> {
    let (scan, mut problems) = (Scan::new(text), Vec::new());
    let span = Span {
        from: 0,
        until: scan.end(),
    };
    let sorts = read(lexicon, &scan, span, entity, &mut problems);
    if problems.is_empty() {
        Ok(sorts)
    } else {
        Err(problems)
    }
}

/// Reads `tri : …` at the end of a targeting.
pub(super) fn parse_sorts_at(
    lexicon: &Lexicon,
    scan: &mut Scan,
    entity: Entity,
    problems: &mut Vec<TargetProblem>,
) -> Vec<Sort> {
    scan.pass_words(words::SORT);
    scan.pass(':');
    let span = Span {
        from: scan.at,
        until: scan.end(),
    };
    scan.at = scan.end();
    read(lexicon, scan, span, entity, problems)
}

fn read(
    lexicon: &Lexicon,
    scan: &Scan,
    span: Span,
    entity: Entity,
    problems: &mut Vec<TargetProblem>,
) -> Vec<Sort> {
    let mut sorts = Vec::new();
    for part in separated(scan, span) {
        if part.from == part.until {
            continue;
        }
        match one(lexicon, scan, part, entity) {
            Ok(sort) => sorts.push(sort),
            Err(problem) => problems.push(problem),
        }
    }
    sorts
}

/// Between commas or semicolons.
fn separated(scan: &Scan, span: Span) -> Vec<Span> {
    let (mut parts, mut from) = (Vec::new(), span.from);
    for at in span.from..=span.until {
        let here = Span {
            from: at,
            until: at + 1,
        };
        if at == span.until || matches!(scan.text(here).as_str(), "," | ";") {
            parts.push(scan.trimmed(Span { from, until: at }));
            from = at + 1;
        }
    }
    parts
}

pub(super) fn one(lexicon: &Lexicon, scan: &Scan, span: Span, entity: Entity) -> Result<Sort, TargetProblem> {
    let mut name = span;
    let mut descending = false;
    for (word, is_down) in [
        (words::DESCENDING, true),
        ("décroissante", true),
        (words::ASCENDING, false),
        ("croissante", false),
    ] {
        if let Some((before, after)) = scan.split_at_words(span, word)
            && after.from == after.until
        {
            (name, descending) = (before, is_down);
            break;
        }
    }
    let mut text = scan.text(name);
    if let Some(rest) = text.strip_prefix('-') {
        (text, descending) = (rest.trim().to_owned(), true);
    }
    let path = field_named(lexicon, entity, &text).map_err(|problem| name.of(problem))?;
    match path.field {
        Some(named) if path.way.is_empty() => Ok(Sort {
            field: named.field.key.to_owned(),
            descending,
        }),
        _ => {
            let problem = TargetProblem::new(Code::UnknownField).word(&text);
            Err(name.of(problem.inside(entity.fields().plural)))
        }
    }
}

/// The text of an order.
pub(crate) fn print_sorts(lexicon: &Lexicon, sorts: &[Sort], entity: Entity) -> String {
    let parts: Vec<String> = sorts
        .iter()
        .filter_map(|sort| {
            let label = field_of(lexicon, entity, &sort.field)?.field.label;
            Some(if sort.descending {
                format!("{label} {}", words::DESCENDING)
            } else {
                label.to_owned()
            })
        })
        .collect();
    parts.join(", ")
}
