//! When a lead must be answered and what is made of it: `content/leads/answers.toml`, entries dated.

use super::read;
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Within how long a first answer is expected.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct AnswerRule {
    since: String,
    /// Opening minutes.
    pub(crate) goal: i64,
    /// Open days.
    pub(crate) limit_days: usize,
    /// Leads of so many days count in the figures.
    pub(crate) window_days: i64,
}

/// What is written when a lead is lost.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct LostWords {
    subject: String,
    pub(crate) result: String,
}

#[derive(Debug, Default, Deserialize)]
struct Answers {
    opening: Vec<Opening>,
    answer: Vec<AnswerRule>,
    sources: Sources,
    lost: LostWords,
}

#[derive(Debug, Default, Deserialize)]
struct Opening {
    since: String,
    /// Monday is 1.
    days: Vec<i8>,
    /// `["09:00", "19:00"]`
    hours: Vec<(String, String)>,
    #[serde(default)]
    sites: Vec<String>,
    #[serde(skip)]
    spans: Vec<(Time, Time)>,
}

#[derive(Debug, Default, Deserialize)]
struct Sources {
    kinds: BTreeMap<String, String>,
    channels: BTreeMap<String, String>,
}

fn answers() -> &'static Answers {
    static ANSWERS: OnceLock<Answers> = OnceLock::new();
    ANSWERS.get_or_init(|| {
        let mut answers: Answers = read(include_str!("../../../../content/leads/answers.toml"));
        for opening in &mut answers.opening {
            opening.spans = opening
                .hours
                .iter()
                .filter_map(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)))
                .collect();
        }
        answers
    })
}

/// The hours of a day at a site, in order; holidays are for the caller to know.
pub(crate) fn opening_hours(site: &str, day: Date) -> &'static [(Time, Time)] {
    let weekday = day.weekday().to_monday_one_offset();
    let text = day.to_string();
    answers()
        .opening
        .iter()
        .filter(|opening| opening.since <= text && opening.days.contains(&weekday))
        .filter(|opening| opening.sites.is_empty() || opening.sites.iter().any(|known| known == site))
        // What is said of a site goes before what is said of all.
        .max_by_key(|opening| (!opening.sites.is_empty(), &opening.since))
        .map_or(&[], |opening| opening.spans.as_slice())
}

/// The rule in force on a day.
pub(crate) fn answer_rule(day: Date) -> AnswerRule {
    let text = day.to_string();
    answers()
        .answer
        .iter()
        .filter(|rule| rule.since <= text)
        .max_by_key(|rule| &rule.since)
        .cloned()
        .unwrap_or_default()
}

/// Where a customer made of a lead of this kind and channel comes from.
pub(crate) fn source_of(kind: &str, channel: &str) -> Option<&'static str> {
    let sources = &answers().sources;
    sources
        .kinds
        .get(kind)
        .or_else(|| sources.channels.get(channel))
        .map(String::as_str)
}

/// What is written when a lead is lost.
pub(crate) fn lost_words() -> &'static LostWords {
    &answers().lost
}

impl LostWords {
    pub(crate) fn subject(&self, reason: &str) -> String {
        self.subject.replace("{motif}", reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::choices;
    use jiff::civil::date;

    #[test]
    fn doors_are_open_on_working_days_and_every_channel_has_its_source() {
        for site in &crate::content::group().sites {
            for day in [date(2026, 11, 23), date(2026, 11, 28)] {
                let hours = opening_hours(&site.name, day);
                assert!(
                    !hours.is_empty() && hours.iter().all(|(from, to)| from < to),
                    "{day}"
                );
            }
            assert!(opening_hours(&site.name, date(2026, 11, 29)).is_empty());
        }
        let rule = answer_rule(date(2026, 11, 23));
        assert_eq!((rule.goal, rule.limit_days), (60, 1));
        assert!(rule.window_days >= 21);
        for channel in choices("lead_channels") {
            let source = source_of("", channel).expect(channel);
            assert!(choices("sources").iter().any(|known| known == source), "{source}");
        }
        for kind in answers().sources.kinds.keys() {
            assert!(choices("lead_kinds").contains(kind), "{kind}");
            assert!(
                choices("sources")
                    .iter()
                    .any(|known| Some(known.as_str()) == source_of(kind, ""))
            );
        }
        assert!(lost_words().subject("Budget").contains("Budget"));
        assert!(choices("activity_results").contains(&lost_words().result));
    }
}
