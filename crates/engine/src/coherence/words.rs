//! The French words of the checks and of the trainers' list: `content/coherence`.

use crate::content::read;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a line of the report is called, and how a fault is told: `{a}`, `{b}` and `{c}` are places to fill.
#[derive(Debug, Default, Deserialize)]
pub(super) struct LineWords {
    pub(super) label: String,
    #[serde(default)]
    pub(super) fault: String,
}

/// Every line of the report.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Lines {
    pub(super) invariants: BTreeMap<String, LineWords>,
    pub(super) counts: BTreeMap<String, LineWords>,
    /// A planted anomaly not found; one found that was not planted; too few of a kind.
    pub(super) not_found: String,
    pub(super) not_planted: String,
    pub(super) too_few: String,
}

/// What a kind of anomaly is called.
#[derive(Debug, Default, Deserialize)]
pub(super) struct KindWords {
    pub(super) label: String,
    /// What to remember, under the heading of the printed list.
    #[serde(default)]
    pub(super) reminder: String,
}

/// Results of an activity, by what they mean for the checks.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Results {
    pub(super) ordered: String,
    pub(super) delivered: String,
    pub(super) open: Vec<String>,
}

/// Words that tell something in a text.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Clues {
    pub(super) deceased: Vec<String>,
    pub(super) returned: Vec<String>,
    pub(super) struck_off: Vec<String>,
    pub(super) inspection: Vec<String>,
    pub(super) results: Results,
}

/// The words of the printed list.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PageWords {
    pub(super) title: String,
    pub(super) heading: String,
    /// `{day}` and `{count}`.
    pub(super) summary: String,
    pub(super) warning: String,
    pub(super) none: String,
    pub(super) table: String,
    pub(super) kind: String,
    pub(super) count: String,
    pub(super) total: String,
    pub(super) code: String,
    pub(super) records: String,
    pub(super) finding: String,
    pub(super) action: String,
    pub(super) difficulty: String,
    pub(super) trap: String,
    pub(super) done: String,
    pub(super) missing: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $type:ty, $file:literal) => {
        $(#[$doc])*
        pub(super) fn $name() -> &'static $type {
            static READ: OnceLock<$type> = OnceLock::new();
            READ.get_or_init(|| read(include_str!(concat!("../../../../content/coherence/", $file))))
        }
    };
}

words!(
    /// The lines of the report.
    lines, Lines, "lines.toml"
);
words!(
    /// Kinds of anomalies.
    kinds, BTreeMap<String, KindWords>, "kinds.toml"
);
words!(
    /// Words that tell.
    clues, Clues, "clues.toml"
);
words!(
    /// The printed list.
    page, PageWords, "page.toml"
);

/// Results of an activity.
pub(super) fn results() -> &'static Results {
    &clues().results
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::choices;

    #[test]
    fn every_file_is_read_and_agrees_with_the_choices() {
        assert!(!lines().invariants.is_empty() && !kinds().is_empty() && !page().title.is_empty());
        let known = choices("activity_results");
        let results = results();
        for result in results.open.iter().chain([&results.ordered, &results.delivered]) {
            assert!(known.contains(result), "{result}");
        }
    }
}
