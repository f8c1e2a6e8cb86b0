//! A tree written as text: exact, so that reading it gives the tree again.

use super::literal::{Asked, written};
use super::related::measured;
use super::scan::is_quote;
use super::sorts::print_sorts;
use super::{time, words};
use crate::fields::{Entity, Kind};
use crate::targeting::kinds::Class;
use crate::targeting::names::{Lexicon, Named, field_of};
use crate::targeting::relations::{Relation, relation};
use crate::targeting::tree::{
    Target, TargetMatcher, TargetMeasure, TargetNode, TargetOperand, TargetQuantity,
};
use crate::values::{Value, fold};

/// The text of a targeting. A field or a relation that is not known is written by its key.
pub(crate) fn print(lexicon: &Lexicon, target: &Target) -> String {
    let root = target.root.clone().tidied();
    let conditions = if root.is_vacant() {
        String::new()
    } else {
        inside(lexicon, target.entity, &root)
    };
    match (target.entity, conditions.as_str()) {
        (Entity::Customer, _) => conditions,
        (entity, "") => format!("{} {}", words::IN, entity.fields().plural),
        (entity, _) => format!("{} {} ; {conditions}", words::IN, entity.fields().plural),
    }
}

/// Where nothing stands around it: the members of an AND need no parentheses.
fn inside(lexicon: &Lexicon, entity: Entity, node: &TargetNode) -> String {
    match node {
        TargetNode::All { of } => joined(lexicon, entity, of, " ; "),
        TargetNode::Any { of } => joined(lexicon, entity, of, " ou "),
        other => alone(lexicon, entity, other),
    }
}

fn joined(lexicon: &Lexicon, entity: Entity, of: &[TargetNode], link: &str) -> String {
    let parts: Vec<String> = of.iter().map(|node| alone(lexicon, entity, node)).collect();
    parts.join(link)
}

/// Where something stands around it.
fn alone(lexicon: &Lexicon, entity: Entity, node: &TargetNode) -> String {
    match node {
        TargetNode::All { .. } | TargetNode::Any { .. } => format!("({})", inside(lexicon, entity, node)),
        TargetNode::Not { node } => format!("{} {}", words::NOT, alone(lexicon, entity, node)),
        TargetNode::Field { field, is } => match field_of(lexicon, entity, field) {
            Some(named) => format!("{} : {}", name(named.field.label), matcher(is, of_field(named))),
            None => format!("{} : {}", name(field), words::FILLED),
        },
        TargetNode::Related {
            relation: key,
            quantity,
            node,
        } => match relation(entity, key) {
            Some(found) => related(lexicon, &found, *quantity, node),
            None => format!("{} {}", words::WITH, name(key)),
        },
        TargetNode::Aggregate {
            relation: key,
            measure,
            field,
            node,
            is,
        } => match relation(entity, key) {
            Some(found) => aggregate(lexicon, &found, *measure, field.as_deref(), node, is),
            None => format!("{} {}", words::WITH, name(key)),
        },
        TargetNode::First { n, sort, node } => {
            let order = print_sorts(lexicon, std::slice::from_ref(sort), entity);
            format!(
                "{}({n} {} {order}{})",
                words::FIRST,
                words::BY,
                filter(lexicon, entity, node)
            )
        }
        TargetNode::Member { targeting } => format!("{} {targeting}", words::MEMBER),
    }
}

fn related(lexicon: &Lexicon, relation: &Relation, quantity: TargetQuantity, node: &TargetNode) -> String {
    let of = name(relation.name());
    let filter = if node.is_vacant() {
        String::new()
    } else {
        format!(" ({})", inside(lexicon, relation.to, node))
    };
    let counted = |word: &str, n: u32| format!("{word} {n} {of}{filter}");
    match quantity {
        TargetQuantity::AtLeast { n: 1 } => match node {
            // One condition on a related record, or on one that is related to it: a point between the names.
            TargetNode::Field { .. } => format!("{of}.{}", alone(lexicon, relation.to, node)),
            TargetNode::Related {
                quantity: TargetQuantity::AtLeast { n: 1 },
                node: further,
                ..
            } if !further.is_vacant() => format!("{of}.{}", alone(lexicon, relation.to, node)),
            _ if filter.is_empty() => format!("{} {of}", words::WITH),
            _ => format!("{of}{filter}"),
        },
        TargetQuantity::AtLeast { n } => counted(words::AT_LEAST, n),
        TargetQuantity::AtMost { n } => counted(words::AT_MOST, n),
        TargetQuantity::Exactly { n } => counted(words::EXACTLY, n),
        TargetQuantity::None => format!("{} {of}{filter}", words::WITHOUT),
        TargetQuantity::Every => format!("{} {of}{filter}", words::EVERY),
    }
}

fn aggregate(
    lexicon: &Lexicon,
    relation: &Relation,
    measure: TargetMeasure,
    field: Option<&str>,
    node: &TargetNode,
    is: &TargetMatcher,
) -> String {
    let named = field.and_then(|key| field_of(lexicon, relation.to, key));
    let asked = named.map_or(
        Asked {
            class: Class::Number,
            kind: Kind::Integer,
            label: relation.name(),
        },
        |named| {
            measured(
                measure,
                Class::of(named.field),
                named.field.kind,
                named.field.label,
            )
        },
    );
    let mut of = name(relation.name());
    if let Some(named) = named {
        of = format!("{of}.{}", name(named.field.label));
    }
    of.push_str(&filter(lexicon, relation.to, node));
    let is_date = matches!(asked.class, Class::Day | Class::Moment);
    let word = match measure {
        TargetMeasure::Min if is_date => "premier",
        TargetMeasure::Max if is_date => "dernier",
        _ => words::MEASURES
            .iter()
            .find(|(known, _)| *known == measure)
            .map_or("", |(_, word)| word),
    };
    format!("{word}({of}) : {}", matcher(is, asked))
}

/// What is asked behind a semicolon, within the parentheses of a calculation.
fn filter(lexicon: &Lexicon, entity: Entity, node: &TargetNode) -> String {
    match node {
        node if node.is_vacant() => String::new(),
        TargetNode::All { of } => format!(" ; {}", joined(lexicon, entity, of, " ; ")),
        other => format!(" ; {}", alone(lexicon, entity, other)),
    }
}

fn of_field(named: Named) -> Asked {
    Asked {
        class: Class::of(named.field),
        kind: named.field.kind,
        label: named.field.label,
    }
}

fn matcher(is: &TargetMatcher, asked: Asked) -> String {
    let of = |operand: &TargetOperand| print_operand_of(operand, asked);
    match is {
        TargetMatcher::Equals { to } => of(to),
        TargetMatcher::Differs { to } => format!("≠ {}", of(to)),
        TargetMatcher::Below { to } => format!("< {}", of(to)),
        TargetMatcher::AtMost { to } => format!("≤ {}", of(to)),
        TargetMatcher::Above { to } => format!("> {}", of(to)),
        TargetMatcher::AtLeast { to } => format!("≥ {}", of(to)),
        TargetMatcher::Between { from, to } => {
            format!("{} {} {} {}", words::BETWEEN, of(from), words::AND, of(to))
        }
        TargetMatcher::OneOf { values } => {
            let all: Vec<String> = values.iter().map(of).collect();
            format!("{} {}", words::ONE_OF, all.join(", "))
        }
        TargetMatcher::Contains { text } => format!("{} {}", words::CONTAINS, quoted(text)),
        TargetMatcher::Begins { text } => format!("{} {}", words::BEGINS, quoted(text)),
        TargetMatcher::Ends { text } => format!("{} {}", words::ENDS, quoted(text)),
        TargetMatcher::Exactly { text } => format!("{} {}", words::EXACTLY, quoted(text)),
        TargetMatcher::Characters { most } => format!("{} {most} {}", words::AT_MOST, words::CHARACTERS),
        TargetMatcher::Empty => words::EMPTY.to_owned(),
        TargetMatcher::Filled => words::FILLED.to_owned(),
        TargetMatcher::Yes => words::YES.to_owned(),
        TargetMatcher::No => words::NO.to_owned(),
        TargetMatcher::Within { period } => time::write_period(*period),
        TargetMatcher::Anniversary { period } => {
            format!("{} {}", words::ANNIVERSARY, time::write_period(*period))
        }
    }
}

fn print_operand_of(operand: &TargetOperand, asked: Asked) -> String {
    match operand {
        TargetOperand::Today { steps } => time::write_today(steps),
        TargetOperand::Value { value } => written(value, asked).unwrap_or_else(|| match value {
            Value::Text(text) => quoted(text),
            _ => words::EMPTY.to_owned(),
        }),
    }
}

/// A value of a field, as a person reads it.
pub(crate) fn print_operand(operand: &TargetOperand, named: Named) -> String {
    print_operand_of(operand, of_field(named))
}

/// Words that a value cannot begin with unquoted, folded.
const BEGINNINGS: [&str; 19] = [
    "vide",
    "rempli",
    "remplie",
    "renseigne",
    "renseignee",
    "oui",
    "non",
    "entre",
    "parmi",
    "contient",
    "commence",
    "finit",
    "exactement",
    "au",
    "avant",
    "apres",
    "anniversaire",
    "depuis",
    "dans",
];

/// A text, in quotes when it could be read for something else.
fn quoted(text: &str) -> String {
    let is_plain = text
        .chars()
        .all(|c| c.is_alphanumeric() || c == ' ' || "-'’@_/.&+".contains(c))
        && text.starts_with(|c: char| c.is_alphanumeric() || "@.".contains(c));
    let folded = fold(text);
    let mut words = folded.split(' ');
    let begins = words.next().is_some_and(|first| BEGINNINGS.contains(&first));
    let is_tidy = text.trim() == text && !text.contains("  ");
    if is_plain && is_tidy && !begins && !folded.split(' ').any(|word| matches!(word, "ou" | "et")) {
        return text.to_owned();
    }
    in_quotes(text)
}

fn in_quotes(text: &str) -> String {
    if text.contains(['«', '»']) || text.trim() != text || text.is_empty() {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        format!("« {text} »")
    }
}

/// The name of a field or of related records, in quotes when it could be read for something else.
fn name(label: &str) -> String {
    let folded = fold(label);
    let mut all = folded.split(' ');
    let leads = all.next().is_some_and(|first| words::LEADING.contains(&first));
    let holds = folded.split(' ').any(|word| word == words::OR);
    if leads && folded != words::MEMBER || holds || label.contains([':', ';']) || label.chars().any(is_quote)
    {
        in_quotes(label)
    } else {
        label.to_owned()
    }
}
