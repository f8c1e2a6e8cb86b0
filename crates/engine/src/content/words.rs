//! Sentences of the school base, and the small words they are put together with.

use super::{read, rows};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// An activity as a salesperson writes it; `{…}` are places to fill.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ActivityWords {
    pub(crate) kind: &'static str,
    pub(crate) direction: &'static str,
    pub(crate) result: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) content: &'static str,
    /// `m` or `f` when the sentence fits one sex only.
    pub(crate) sex: &'static str,
}

/// Notes that salespeople keep on a record.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct NoteWords {
    pub(crate) wanted: Vec<String>,
    pub(crate) wanted_company: Vec<String>,
    pub(crate) projects: Vec<String>,
    pub(crate) projects_company: Vec<String>,
    pub(crate) expectations: Vec<String>,
    pub(crate) expectations_company: Vec<String>,
    pub(crate) interests: Vec<String>,
    pub(crate) comments: Vec<String>,
    pub(crate) comments_company: Vec<String>,
}

/// A type of lead and what people write.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct LeadWords {
    pub(crate) kind: String,
    pub(crate) weight: u32,
    /// `new`, `used`, `service`, `parts` or `none`.
    pub(crate) target: String,
    /// Comes from a page on the web, never by telephone.
    #[serde(default)]
    pub(crate) web: bool,
    pub(crate) messages: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Leads {
    lost_reasons: BTreeMap<String, String>,
    leads: Vec<LeadWords>,
}

/// A meeting that comes back every week.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Recurring {
    pub(crate) title: String,
    pub(crate) kind: String,
    /// 1 is Monday.
    pub(crate) weekday: u8,
    pub(crate) starts: String,
    pub(crate) ends: String,
    pub(crate) recurrence: String,
}

/// Titles and places of the agenda.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct AgendaWords {
    /// The result of a handing over.
    pub(crate) delivered: String,
    /// The result of a signed order.
    pub(crate) ordered: String,
    pub(crate) titles: BTreeMap<String, Vec<String>>,
    pub(crate) places: BTreeMap<String, String>,
    pub(crate) recurring: Vec<Recurring>,
}

/// How a way of paying is written.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct FinanceWords {
    pub(crate) name: String,
    pub(crate) short: String,
    pub(crate) sentence: String,
}

/// Names of days and months.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct CalendarWords {
    pub(crate) weekdays: Vec<String>,
    pub(crate) months: Vec<String>,
    pub(crate) first: String,
}

/// A targeting of the school base.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct TargetingWords {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) definition: String,
    pub(crate) sort: String,
}

/// A campaign of the school base.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct CampaignWords {
    pub(crate) name: String,
    /// What it speaks of: a choice of the catalogue.
    pub(crate) offer: String,
    pub(crate) channel: String,
    pub(crate) subject: String,
    pub(crate) message: String,
    /// Month and day of sending; none for a draft.
    #[serde(default)]
    pub(crate) when: String,
    #[serde(default)]
    pub(crate) recipients: u32,
}

/// What people answer to a campaign.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Reactions {
    pub(crate) excluded: String,
    pub(crate) answers: Vec<String>,
}

/// A kind of anomaly: how many, how hard, and what the trainer reads.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct AnomalyWords {
    /// How many among five hundred customers.
    pub(crate) per_500: u32,
    /// From 1 to 3.
    pub(crate) difficulty: u8,
    /// Is the right action not to merge?
    #[serde(default)]
    pub(crate) trap: bool,
    pub(crate) finding: String,
    pub(crate) action: String,
    /// What the record at fault says, for kinds that say something.
    #[serde(default)]
    pub(crate) told: String,
    /// The subject under which it is told.
    #[serde(default)]
    pub(crate) subject: String,
}

/// Targetings, campaigns and dashboards.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Marketing {
    pub(crate) targetings: Vec<TargetingWords>,
    pub(crate) campaigns: Vec<CampaignWords>,
    pub(crate) drafts: Vec<CampaignWords>,
    pub(crate) reactions: Reactions,
}

/// Small words; see `content/words/grammar.toml`.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Grammar {
    /// Channels of consent, in a sentence.
    #[serde(default)]
    pub(crate) channels: BTreeMap<String, String>,
    pub(crate) mister: String,
    pub(crate) madam: String,
    pub(crate) mister_full: String,
    pub(crate) madam_full: String,
    pub(crate) he: String,
    pub(crate) she: String,
    pub(crate) him: String,
    pub(crate) her: String,
    pub(crate) with_husband: String,
    pub(crate) with_wife: String,
    pub(crate) apartment: Vec<String>,
    pub(crate) lieu_dit: Vec<String>,
    pub(crate) business_extra: Vec<String>,
    pub(crate) mail_hosts: Vec<String>,
    pub(crate) sides: Vec<String>,
    pub(crate) fleet: Vec<String>,
}

macro_rules! from_file {
    ($(#[$doc:meta])* $name:ident, $type:ty, $file:literal) => {
        $(#[$doc])*
        pub(crate) fn $name() -> &'static $type {
            static READ: OnceLock<$type> = OnceLock::new();
            READ.get_or_init(|| read(include_str!(concat!("../../../../content/words/", $file))))
        }
    };
}

from_file!(
    /// Notes.
    notes, NoteWords, "notes.toml"
);
from_file!(
    /// Agenda.
    agenda, AgendaWords, "agenda.toml"
);
from_file!(
    /// Days and months.
    calendar, CalendarWords, "calendar.toml"
);
from_file!(
    /// Targetings, campaigns, dashboards.
    marketing, Marketing, "marketing.toml"
);
from_file!(
    /// Small words.
    grammar, Grammar, "grammar.toml"
);
from_file!(
    /// Number, finding and expected action of each kind of anomaly.
    anomalies, BTreeMap<String, AnomalyWords>, "anomalies.toml"
);

fn all_of_leads() -> &'static Leads {
    static READ: OnceLock<Leads> = OnceLock::new();
    READ.get_or_init(|| read(include_str!("../../../../content/words/leads.toml")))
}

/// Types of leads.
pub(crate) fn leads() -> &'static [LeadWords] {
    &all_of_leads().leads
}

/// Why a lead was lost, by the subject of the contact that tells it.
pub(crate) fn lost_reasons() -> &'static BTreeMap<String, String> {
    &all_of_leads().lost_reasons
}

/// How a way of paying is written; empty for an unknown code.
pub(crate) fn finance(kind: &str) -> &'static FinanceWords {
    static READ: OnceLock<BTreeMap<String, FinanceWords>> = OnceLock::new();
    static NONE: OnceLock<FinanceWords> = OnceLock::new();
    let known = READ.get_or_init(|| read(include_str!("../../../../content/words/finance.toml")));
    known
        .get(kind)
        .unwrap_or_else(|| NONE.get_or_init(FinanceWords::default))
}

/// How a workshop service is named in a sentence; empty for an unknown one.
pub(crate) fn service_name(service: &str) -> &'static str {
    static NAMES: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        rows(include_str!("../../../../content/words/service_names.tsv"))
            .map(|[service, name]| (service, name))
            .collect()
    });
    names.get(service).copied().unwrap_or_default()
}

/// Every activity of a situation.
pub(crate) fn activities(situation: &str) -> &'static [ActivityWords] {
    static WORDS: OnceLock<BTreeMap<&'static str, Vec<ActivityWords>>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut by_situation: BTreeMap<&'static str, Vec<ActivityWords>> = BTreeMap::new();
        for [situation, kind, direction, result, subject, content, sex] in
            rows(include_str!("../../../../content/words/activities.tsv"))
        {
            let line = ActivityWords {
                kind,
                direction,
                result,
                subject,
                content,
                sex,
            };
            by_situation.entry(situation).or_default().push(line);
        }
        by_situation
    });
    words.get(situation).map_or(&[], Vec::as_slice)
}

/// Fills the `{…}` of a sentence; a place that `word` does not know stays, and a test of the school base finds it.
pub(crate) fn fill(sentence: &str, word: &dyn Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(sentence.len() + 40);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, next)) = after.split_once('}') else {
            break;
        };
        match word(name) {
            Some(text) => filled.push_str(&text),
            None => filled.extend(["{", name, "}"]),
        }
        rest = next;
    }
    filled.push_str(rest);
    filled
}

/// The same text with a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        assert!(notes().wanted.len() > 5 && agenda().recurring.len() > 1 && calendar().months.len() == 12);
        assert!(marketing().campaigns.len() > 1 && !grammar().he.is_empty());
        assert!(leads().len() >= 12 && anomalies().len() >= 8);
        assert_eq!(leads().iter().map(|kind| kind.weight).sum::<u32>(), 100);
        assert!(
            ["cash", "credit", "lease_option", "lease", "finance_lease"]
                .iter()
                .all(|kind| !finance(kind).name.is_empty())
        );
    }

    #[test]
    fn leads_and_results_are_among_the_choices() {
        for lead in leads() {
            assert!(
                crate::content::choices("lead_kinds").contains(&lead.kind),
                "{}",
                lead.kind
            );
        }
        for words in activities("lost") {
            let reason = lost_reasons().get(words.subject).expect(words.subject);
            assert!(
                crate::content::choices("lead_lost_reasons").contains(reason),
                "{reason}"
            );
        }
        for row in rows::<7>(include_str!("../../../../content/words/activities.tsv")) {
            assert!(
                crate::content::choices("activity_results")
                    .iter()
                    .any(|known| known == row[3]),
                "{}",
                row[3]
            );
        }
    }

    #[test]
    fn a_sentence_is_filled() {
        let word = |name: &str| (name == "x").then(|| "la Clio".to_owned());
        assert_eq!(
            fill("Essai : {x}, puis {y}.", &word),
            "Essai : la Clio, puis {y}."
        );
        assert_eq!(capital("étage"), "Étage");
    }
}
