//! The tree of a targeting, as it travels: groups, conditions, what is asked of related records.

use super::relations::relation;
use crate::fields::Entity;
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// Which records of one kind: those for which the root holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Target {
    /// Of what kind the records are.
    pub(crate) entity: Entity,
    /// The condition; an empty group keeps everything.
    pub(crate) root: TargetNode,
    /// Format of the tree when a newer version wrote it; none for ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub(crate) format: Option<u32>,
}

/// A condition on a record. In a related group, all conditions bear on the same related record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum TargetNode {
    /// Every one of them holds (ET); true when empty.
    All { of: Vec<TargetNode> },
    /// One of them holds (OU); true when empty.
    Any { of: Vec<TargetNode> },
    /// It does not hold (NON).
    Not { node: Box<TargetNode> },
    /// A field of the record: a key of the catalogue, or one of `targeting.vocabulary`.
    Field { field: String, is: TargetMatcher },
    /// Its related records: so many of them fulfil a condition.
    Related {
        /// A key of `targeting.vocabulary`: `vehicle.customer_id` (its vehicles), `customer_id` (its client).
        relation: String,
        quantity: TargetQuantity,
        node: Box<TargetNode>,
    },
    /// A figure made of its related records that fulfil a condition.
    Aggregate {
        relation: String,
        measure: TargetMeasure,
        /// The field measured; none for a number of records.
        field: Option<String>,
        node: Box<TargetNode>,
        is: TargetMatcher,
    },
    /// It is one of the first records in the order of a field, among those that fulfil a condition.
    First {
        n: u32,
        sort: Sort,
        node: Box<TargetNode>,
    },
    /// It belongs to a saved targeting of the same kind of records, `S00042`.
    Member { targeting: String },
}

/// How many related records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum TargetQuantity {
    AtLeast {
        n: u32,
    },
    AtMost {
        n: u32,
    },
    Exactly {
        n: u32,
    },
    /// Aucun.
    None,
    /// There is one at least, and none fails.
    Every,
}

/// A figure of several records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum TargetMeasure {
    /// How many records; 0 without any.
    Count,
    /// How many different values, blanks left out; 0 without any.
    Distinct,
    /// 0 without any.
    Sum,
    /// Rounded to the whole; blank without any, as those that follow.
    Mean,
    /// The least number, the first date.
    Min,
    /// The greatest number, the last date.
    Max,
    /// From the least to the greatest; in days for dates.
    Range,
    /// Mean number of days from one date to the next, each day counted once; blank for fewer than two.
    Interval,
}

/// What is asked of a value. A blank fulfils `empty`, `no`, `differs` and `characters` only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "how", rename_all = "snake_case")]
pub(crate) enum TargetMatcher {
    /// The same, normalised by the kind of the field.
    Equals {
        to: TargetOperand,
    },
    /// Not the same; a blank is not the same.
    Differs {
        to: TargetOperand,
    },
    Below {
        to: TargetOperand,
    },
    AtMost {
        to: TargetOperand,
    },
    Above {
        to: TargetOperand,
    },
    AtLeast {
        to: TargetOperand,
    },
    /// Both bounds included.
    Between {
        from: TargetOperand,
        to: TargetOperand,
    },
    OneOf {
        values: Vec<TargetOperand>,
    },
    Contains {
        text: String,
    },
    Begins {
        text: String,
    },
    Ends {
        text: String,
    },
    /// Letter by letter: case, accents and punctuation count.
    Exactly {
        text: String,
    },
    /// At most so many characters.
    Characters {
        most: u32,
    },
    Empty,
    Filled,
    Yes,
    No,
    /// A date within a period.
    Within {
        period: TargetPeriod,
    },
    /// The day and month of a date fall within a period, whatever the year.
    Anniversary {
        period: TargetPeriod,
    },
}

/// A value, or a day counted from the day of use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum TargetOperand {
    /// As in lists: dates `2026-11-23` (or `2026-11`, `2026`), cents, hundredths, codes of closed choices, `C00042`.
    Value {
        #[cfg_attr(test, ts(type = "Value"))]
        value: Value,
    },
    /// The day of use, moved by each step in turn; no step: today.
    Today { steps: Vec<TargetStep> },
}

/// A move in time: forwards, or backwards when negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TargetStep {
    pub(crate) n: i32,
    pub(crate) unit: TargetUnit,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum TargetUnit {
    /// Of the moment of use; only fields with an hour tell them apart.
    Hour,
    Day,
    /// Jours ouvrés: Monday to Friday, but for public holidays.
    WorkingDay,
    /// Jours ouvrables: every day but Sundays and public holidays.
    OpenDay,
    Week,
    Month,
    Quarter,
    Year,
}

/// A stretch of time counted from the day of use, which belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum TargetPeriod {
    /// Dans les 60 jours: from today on.
    Ahead { n: u32, unit: TargetUnit },
    /// Depuis 12 mois: until today.
    Past { n: u32, unit: TargetUnit },
    /// Il y a plus de 18 mois: before all of them.
    Older { n: u32, unit: TargetUnit },
    /// Dans plus de 6 mois: after all of them.
    Beyond { n: u32, unit: TargetUnit },
    /// Ce mois-ci (0), le mois dernier (-1), le mois prochain (1), and so on; `years` moves the whole (l'an dernier: -1).
    /// Units: day, week (from Monday), month, quarter, year.
    Calendar {
        unit: TargetUnit,
        shift: i32,
        years: i32,
    },
}

/// Rows in the order of a field; blanks last, either way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Sort {
    pub(crate) field: String,
    pub(crate) descending: bool,
}

impl Target {
    /// The saved targetings that it stands on, with the kind of records where each is asked.
    pub(crate) fn members(&self) -> Vec<(Entity, String)> {
        let mut found = Vec::new();
        self.root.members_into(self.entity, &mut found);
        found
    }
}

impl TargetNode {
    fn members_into(&self, entity: Entity, found: &mut Vec<(Entity, String)>) {
        let inside = match self {
            Self::Member { targeting } => {
                found.push((entity, targeting.clone()));
                return;
            }
            Self::Related { relation: key, .. } | Self::Aggregate { relation: key, .. } => {
                relation(entity, key).map_or(entity, |found| found.to)
            }
            _ => entity,
        };
        for child in self.children() {
            child.members_into(inside, found);
        }
    }

    /// Everything.
    pub(crate) fn everything() -> Self {
        Self::All { of: Vec::new() }
    }

    /// Is it a group that asks nothing?
    pub(crate) fn is_vacant(&self) -> bool {
        match self {
            Self::All { of } | Self::Any { of } => of.iter().all(Self::is_vacant),
            Self::Not { node } => node.is_vacant(),
            _ => false,
        }
    }

    /// What it holds directly.
    pub(crate) fn children(&self) -> &[TargetNode] {
        match self {
            Self::All { of } | Self::Any { of } => of,
            Self::Not { node }
            | Self::Related { node, .. }
            | Self::Aggregate { node, .. }
            | Self::First { node, .. } => std::slice::from_ref(node),
            Self::Field { .. } | Self::Member { .. } => &[],
        }
    }

    /// The same condition without groups of one or none: what the text form says, and nothing else.
    #[must_use]
    pub(crate) fn tidied(self) -> Self {
        if self.is_vacant() {
            return Self::everything();
        }
        match self {
            Self::All { of } => group(of, |of| Self::All { of }),
            Self::Any { of } => group(of, |of| Self::Any { of }),
            Self::Not { node } => Self::Not {
                node: Box::new(node.tidied()),
            },
            Self::Related {
                relation,
                quantity,
                node,
            } => Self::Related {
                relation,
                quantity,
                node: Box::new(node.tidied()),
            },
            Self::Aggregate {
                relation,
                measure,
                field,
                node,
                is,
            } => Self::Aggregate {
                relation,
                measure,
                field,
                node: Box::new(node.tidied()),
                is,
            },
            Self::First { n, sort, node } => Self::First {
                n,
                sort,
                node: Box::new(node.tidied()),
            },
            other => other,
        }
    }

    /// What no record fulfils.
    pub(crate) fn nobody(entity: Entity) -> Self {
        let field = entity.fields().fields.first().map_or("", |field| field.key);
        let ask = |is| Self::Field {
            field: field.to_owned(),
            is,
        };
        Self::All {
            of: vec![ask(TargetMatcher::Empty), ask(TargetMatcher::Filled)],
        }
    }
}

fn group(of: Vec<TargetNode>, whole: fn(Vec<TargetNode>) -> TargetNode) -> TargetNode {
    let mut kept: Vec<TargetNode> = of
        .into_iter()
        .filter(|node| !node.is_vacant())
        .map(TargetNode::tidied)
        .collect();
    match kept.len() {
        0 => TargetNode::everything(),
        1 => kept.remove(0),
        _ => whole(kept),
    }
}

impl TargetOperand {
    pub(crate) fn value(value: impl Into<Value>) -> Self {
        Self::Value { value: value.into() }
    }
}

impl TargetMatcher {
    /// The operands it compares with.
    pub(crate) fn operands(&self) -> Vec<&TargetOperand> {
        match self {
            Self::Equals { to }
            | Self::Differs { to }
            | Self::Below { to }
            | Self::AtMost { to }
            | Self::Above { to }
            | Self::AtLeast { to } => vec![to],
            Self::Between { from, to } => vec![from, to],
            Self::OneOf { values } => values.iter().collect(),
            _ => Vec::new(),
        }
    }
}
