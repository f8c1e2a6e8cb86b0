//! Every line of the report.

use super::anomalies::{Finding, KINDS, findings};
use super::base::Base;
use super::counts::{counts, least_of};
use super::facts::Ref;
use super::report::{Check, Failure, Group, Line, Report};
use super::rules::{Rule, STORIES, STRUCTURE};
use super::words::{LineWords, kinds, lines};
use crate::fields::Entity;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Above this size people share names, numbers and births as they do in life: what is found beyond the list is to check.
const CROWD: usize = 4_000;

/// Holds a base against every rule, every count and its list of anomalies.
#[must_use]
pub fn verify(base: &Base) -> Report {
    let found = findings(base);
    let explained = explained(base, &found);
    let lines_of = |rules: &'static [Rule], is_strict: bool| {
        let line = |rule: &Rule| rule_line(base, rule, &explained, is_strict);
        rules.iter().map(line).collect::<Vec<Line>>()
    };
    let mut report = lines_of(&STRUCTURE, true);
    report.extend(lines_of(&STORIES, !base.is_session));
    report.extend(counts(base));
    report.extend(
        KINDS
            .iter()
            .map(|(kind, least)| anomaly_line(base, kind, *least, &found)),
    );
    Report {
        lines: report,
        is_listed: !base.is_unlisted(),
    }
}

fn rule_line(base: &Base, rule: &Rule, explained: &BTreeMap<&str, Vec<Ref>>, is_strict: bool) -> Line {
    let none = LineWords::default();
    let words = lines().invariants.get(rule.key).unwrap_or(&none);
    let kinds = rule.explained_by.iter().filter_map(|kind| explained.get(kind));
    let records: HashSet<Ref> = kinds.flatten().copied().collect();
    let mut check = Check::new(rule.key, words, &records, is_strict);
    (rule.check)(base, &mut check);
    check.line()
}

/// By kind, the records that an anomaly names: those listed, or those found where there is no list.
fn explained<'a>(base: &'a Base, found: &'a [Finding]) -> BTreeMap<&'a str, Vec<Ref>> {
    let mut explained: BTreeMap<&str, Vec<Ref>> = BTreeMap::new();
    if base.is_unlisted() {
        for finding in found {
            explained
                .entry(finding.kind)
                .or_default()
                .extend(&finding.records);
        }
    }
    for planted in &base.planted {
        explained
            .entry(&planted.kind)
            .or_default()
            .extend(&planted.records);
    }
    explained
}

/// A kind of anomaly: found as listed, both ways.
fn anomaly_line(base: &Base, kind: &str, least: u32, found: &[Finding]) -> Line {
    let found: BTreeSet<BTreeSet<Ref>> = found
        .iter()
        .filter(|finding| finding.kind == kind)
        .map(|finding| finding.records.iter().copied().collect())
        .collect();
    let listed: BTreeSet<BTreeSet<Ref>> = base
        .planted
        .iter()
        .filter(|planted| &*planted.kind == kind)
        .map(|planted| planted.records.iter().copied().collect())
        .collect();
    let is_listed = !base.is_unlisted();
    let expected = if is_listed {
        least_of(u64::from(least), base.size() as u64)
    } else {
        0
    };
    let mut line = Line {
        key: format!("anomaly.{kind}"),
        label: kinds()
            .get(kind)
            .map_or(String::new(), |words| words.label.clone()),
        group: Group::Count,
        checked: listed.len() as u64,
        found: found.len() as u64,
        expected,
        failures: Vec::new(),
        failures_total: 0,
        to_check: 0,
        passed: true,
    };
    // A learner mends what was planted, and makes records that are as they are.
    let is_strict = !base.is_session;
    let words = lines();
    for records in listed.difference(&found) {
        line.judge(is_strict, failure(records, &words.not_found));
    }
    for records in found.difference(&listed) {
        line.judge(
            is_strict && is_listed && base.size() <= CROWD,
            failure(records, &words.not_planted),
        );
    }
    line.to_check += found.intersection(&listed).count() as u64;
    if line.found < expected {
        let detail = super::report::filled(&words.too_few, &[line.found.to_string(), expected.to_string()]);
        line.judge(
            is_strict,
            Failure {
                references: Vec::new(),
                detail,
            },
        );
    }
    line
}

fn failure(records: &BTreeSet<Ref>, detail: &str) -> Failure {
    let mut records: Vec<Ref> = records.iter().copied().collect();
    records.sort_by_key(|(entity, id)| (*entity != Entity::Customer, *entity, *id));
    Failure {
        references: records.iter().map(|(entity, id)| entity.reference(*id)).collect(),
        detail: detail.to_owned(),
    }
}
