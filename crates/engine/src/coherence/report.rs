//! What a verification answers: a line for each rule and each count, with the records at fault.

use super::facts::Ref;
use super::words::LineWords;
use crate::content::words::fill;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashSet;

/// How many failures a line tells in full.
const TOLD: usize = 20;

/// Every line, invariants first.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// One line for each invariant, each count and each kind of anomaly.
    pub lines: Vec<Line>,
    /// Has the base a list of anomalies? Without one, what anomalies explain is to be checked by a person.
    pub is_listed: bool,
}

/// A rule, or a number that must be reached.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// A stable name, `mileage_grows`, `energy.Diesel`, `anomaly.homonym`.
    pub key: String,
    /// What it says, in French.
    pub label: String,
    /// Rule or count.
    pub group: Group,
    /// Records looked at, for a rule; for an anomaly, how many are listed.
    pub checked: u64,
    /// What was counted, for a count.
    pub found: u64,
    /// The least that must be counted.
    pub expected: u64,
    /// The first twenty failures.
    pub failures: Vec<Failure>,
    /// How many failures there are.
    pub failures_total: u64,
    /// Faults that an anomaly explains, or that only a person can judge: no failures.
    pub to_check: u64,
    /// No failure at all.
    pub passed: bool,
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// A rule that every record keeps.
    Invariant,
    /// A number that must be reached.
    Count,
}

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The records at fault: `C00042`, `F00007`.
    pub references: Vec<String>,
    /// What is wrong, in French.
    pub detail: String,
}

impl Report {
    /// Did every line pass?
    #[must_use]
    pub fn passed(&self) -> bool {
        self.lines.iter().all(|line| line.passed)
    }

    /// The lines that did not.
    pub fn failed(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.passed)
    }

    /// A line by its key.
    #[must_use]
    pub fn line(&self, key: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.key == key)
    }
}

impl Line {
    /// Notes what is wrong: a failure, or something to check.
    pub(super) fn judge(&mut self, is_failure: bool, failure: Failure) {
        if !is_failure {
            self.to_check += 1;
            return;
        }
        self.failures_total += 1;
        self.passed = false;
        if self.failures.len() < TOLD {
            self.failures.push(failure);
        }
    }
}

/// A line being filled.
pub(super) struct Check<'a> {
    key: &'static str,
    words: &'a LineWords,
    /// Records whose faults an anomaly explains.
    explained: &'a HashSet<Ref>,
    /// A breach that nothing explains is a failure, rather than something to check.
    is_strict: bool,
    checked: u64,
    failures: Vec<Failure>,
    failures_total: u64,
    to_check: u64,
}

impl<'a> Check<'a> {
    pub(super) fn new(
        key: &'static str,
        words: &'a LineWords,
        explained: &'a HashSet<Ref>,
        is_strict: bool,
    ) -> Self {
        Self {
            key,
            words,
            explained,
            is_strict,
            checked: 0,
            failures: Vec::new(),
            failures_total: 0,
            to_check: 0,
        }
    }

    /// A record, or two, was looked at; when it is not right, `told` fills the sentence of the fault.
    pub(super) fn expect<const N: usize>(
        &mut self,
        right: bool,
        at: &[Ref],
        told: impl FnOnce() -> [String; N],
    ) {
        self.checked += 1;
        if right {
            return;
        }
        if !self.is_strict || at.iter().any(|record| self.explained.contains(record)) {
            self.to_check += 1;
            return;
        }
        self.failures_total += 1;
        if self.failures.len() < TOLD {
            self.failures.push(Failure {
                references: at.iter().map(|(entity, id)| entity.reference(*id)).collect(),
                detail: filled(&self.words.fault, &told()),
            });
        }
    }

    /// So many records were looked at besides.
    pub(super) fn looked_at(&mut self, records: usize) {
        self.checked += records as u64;
    }

    pub(super) fn line(self) -> Line {
        Line {
            label: self.words.label.clone(),
            key: self.key.to_owned(),
            group: Group::Invariant,
            checked: self.checked,
            found: 0,
            expected: 0,
            passed: self.failures_total == 0,
            failures: self.failures,
            failures_total: self.failures_total,
            to_check: self.to_check,
        }
    }
}

/// A sentence with `{a}`, `{b}`, `{c}` filled, in order.
pub(super) fn filled(sentence: &str, values: &[String]) -> String {
    fill(sentence, &|place| {
        let rank = ["a", "b", "c"].iter().position(|known| *known == place)?;
        values.get(rank).cloned()
    })
}

/// `13/11/2026`; a dash for none.
pub(super) fn french(day: Option<Date>) -> String {
    day.map_or_else(
        || "–".to_owned(),
        |day| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
    )
}
