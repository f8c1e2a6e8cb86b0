//! Figures of the invoices of a customer that are kept with them: those asked most need not be reckoned from every invoice.

use crate::fields::Entity;
use crate::targeting::relations::Relation;
use crate::targeting::tree::{TargetMatcher, TargetMeasure, TargetNode, TargetOperand, TargetQuantity};
use TargetMeasure::{Count, Max, Min, Sum};

/// The kind of invoices, or any; what is measured; the column of `customer_facts`.
type Kept = (
    Option<&'static str>,
    TargetMeasure,
    Option<&'static str>,
    &'static str,
);

const KEPT: [Kept; 13] = [
    (None, Count, None, "invoice_count"),
    (None, Sum, Some("gross_amount"), "turnover"),
    (None, Min, Some("issued_on"), "first_invoice_on"),
    (None, Max, Some("issued_on"), "last_invoice_on"),
    (Some("new_vehicle"), Count, None, "new_vehicle_count"),
    (
        Some("new_vehicle"),
        Sum,
        Some("gross_amount"),
        "new_vehicle_turnover",
    ),
    (Some("used_vehicle"), Count, None, "used_vehicle_count"),
    (
        Some("used_vehicle"),
        Sum,
        Some("gross_amount"),
        "used_vehicle_turnover",
    ),
    (Some("service"), Count, None, "service_count"),
    (Some("service"), Sum, Some("gross_amount"), "service_turnover"),
    (Some("service"), Max, Some("issued_on"), "last_visit_on"),
    (Some("parts"), Count, None, "parts_count"),
    (Some("parts"), Sum, Some("gross_amount"), "parts_turnover"),
];

/// The SQL of a figure that is kept, if it is.
pub(super) fn figure(
    relation: &Relation,
    (measure, field): (TargetMeasure, Option<&str>),
    node: &TargetNode,
) -> Option<String> {
    if (relation.from, relation.to, relation.many) != (Entity::Customer, Entity::Invoice, true) {
        return None;
    }
    let kind = kind_asked(node)?;
    KEPT.iter()
        .find(|kept| (kept.0, kept.1, kept.2) == (kind, measure, field))
        .map(|kept| format!("facts.{}", kept.3))
}

/// A stretch of days is all that is asked of the invoices of one kind, or of any, and the day of the latest is kept.
pub(super) struct Latest<'n> {
    /// The kept day.
    pub(super) day: &'static str,
    pub(super) kind: Option<&'n str>,
    pub(super) is: &'n TargetMatcher,
}

/// The latest of the invoices that a condition asks for, if it is kept.
pub(super) fn latest<'n>(relation: &Relation, node: &'n TargetNode) -> Option<Latest<'n>> {
    let (days, kinds): (Vec<_>, Vec<_>) = match node {
        TargetNode::All { of } => of.iter().partition(|node| day_asked(node).is_some()),
        only => (vec![only], Vec::new()),
    };
    let (&[day], true) = (days.as_slice(), kinds.len() < 2) else {
        return None;
    };
    let kind = kinds.first().map_or(Some(None), |node| kind_asked(node))?;
    let kept = match (relation.from, relation.to, relation.many, kind) {
        (Entity::Customer, Entity::Invoice, true, None) => "facts.last_invoice_on",
        (Entity::Customer, Entity::Invoice, true, Some("service")) => "facts.last_visit_on",
        (Entity::Vehicle, Entity::Invoice, true, Some("service")) => "facts.last_service_on",
        _ => return None,
    };
    Some(Latest {
        day: kept,
        kind,
        is: day_asked(day)?,
    })
}

fn day_asked(node: &TargetNode) -> Option<&TargetMatcher> {
    match node {
        TargetNode::Field { field, is } if field == "issued_on" => Some(is),
        _ => None,
    }
}

/// What is asked of a kept number.
pub(super) fn quantity(number: &str, quantity: TargetQuantity) -> Option<String> {
    let asked = match quantity {
        TargetQuantity::AtLeast { n } => format!(">= {n}"),
        TargetQuantity::AtMost { n } => format!("<= {n}"),
        TargetQuantity::Exactly { n } => format!("= {n}"),
        TargetQuantity::None => "= 0".to_owned(),
        TargetQuantity::Every => return None,
    };
    Some(row_by_row(&format!("{number} {asked}")))
}

/// Yes or no, never null. Written so, it is read row by row: most figures keep a large part of the records, and an index
/// would jump from one to the other.
pub(super) fn row_by_row(asked: &str) -> String {
    format!("coalesce({asked}, 0)")
}

/// The one kind of invoices that a condition asks for: `Some(None)` when it asks nothing, none when it asks anything else.
fn kind_asked(node: &TargetNode) -> Option<Option<&str>> {
    match node {
        _ if node.is_vacant() => Some(None),
        TargetNode::All { of } | TargetNode::Any { of } => match of.as_slice() {
            [only] => kind_asked(only),
            _ => None,
        },
        TargetNode::Field { field, is } if field == "kind" => {
            let (TargetMatcher::Equals { .. } | TargetMatcher::OneOf { .. }) = is else {
                return None;
            };
            match is.operands()[..] {
                [TargetOperand::Value { value }] => value.text().map(Some),
                _ => None,
            }
        }
        _ => None,
    }
}
