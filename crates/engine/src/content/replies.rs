//! What customers answer: `content/replies/`.

use super::read;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A wording of an answer; `{…}` are places to fill.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wording {
    /// `mail`, `sms`, `letter`, or `call`, the account of one.
    pub(crate) channel: String,
    /// `formal`, `plain`, `brief`; any when empty.
    #[serde(default)]
    pub(crate) tone: String,
    pub(crate) text: String,
}

/// What an answer may want.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct IntentWords {
    pub(crate) code: String,
    pub(crate) label: String,
    /// What it expects of the dealership.
    pub(crate) expects: String,
    pub(crate) texts: Vec<Wording>,
}

/// Words with which the dealership may answer an intent.
#[derive(Debug, Default, Deserialize)]
struct OwnWords {
    intent: String,
    texts: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Own {
    words: BTreeMap<String, String>,
    own: Vec<OwnWords>,
}

#[derive(Debug, Default, Deserialize)]
struct Answers {
    subjects: BTreeMap<String, String>,
    results: BTreeMap<String, String>,
    intent: Vec<IntentWords>,
}

/// The words by which a message is judged, folded.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Judge {
    pub(crate) asks: Vec<String>,
    pub(crate) way_out: Vec<String>,
    pub(crate) topics: BTreeMap<String, Vec<String>>,
}

/// What may come of a call that we make, or of a visit.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct CallWords {
    pub(crate) code: String,
    /// As the choices name it.
    pub(crate) result: String,
    pub(crate) texts: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Calls {
    outcome: Vec<CallWords>,
}

fn answers() -> &'static Answers {
    static ANSWERS: OnceLock<Answers> = OnceLock::new();
    ANSWERS.get_or_init(|| read(include_str!("../../../../content/replies/answers.toml")))
}

/// The words of an intent.
pub(crate) fn intent(code: &str) -> Option<&'static IntentWords> {
    answers().intent.iter().find(|intent| intent.code == code)
}

/// The subject of an activity received by a channel (`mail`… `bounce`, `none`).
pub(crate) fn subject(channel: &str) -> &'static str {
    answers().subjects.get(channel).map_or("", String::as_str)
}

/// The result written down: of a message that was answered (`answered`), of what was received (by intent).
pub(crate) fn result(code: &str) -> Option<&'static str> {
    answers().results.get(code).map(String::as_str)
}

/// The words by which messages are judged.
pub(crate) fn judge() -> &'static Judge {
    static JUDGE: OnceLock<Judge> = OnceLock::new();
    JUDGE.get_or_init(|| read(include_str!("../../../../content/replies/judge.toml")))
}

/// The words of what comes of a call.
pub(crate) fn call(code: &str) -> Option<&'static CallWords> {
    static CALLS: OnceLock<Calls> = OnceLock::new();
    let calls = CALLS.get_or_init(|| read(include_str!("../../../../content/replies/calls.toml")));
    calls.outcome.iter().find(|outcome| outcome.code == code)
}

/// The words of what somebody who stands there wants.
pub(crate) fn visit(code: &str) -> Option<&'static CallWords> {
    static VISITS: OnceLock<Calls> = OnceLock::new();
    let visits = VISITS.get_or_init(|| read(include_str!("../../../../content/replies/visits.toml")));
    visits.outcome.iter().find(|outcome| outcome.code == code)
}

fn own() -> &'static Own {
    static OWN: OnceLock<Own> = OnceLock::new();
    OWN.get_or_init(|| read(include_str!("../../../../content/replies/own.toml")))
}

/// Words with which the dealership may answer an intent.
pub(crate) fn ours(intent: &str) -> &'static [String] {
    let found = own().own.iter().find(|known| known.intent == intent);
    found.map_or(&[], |known| known.texts.as_slice())
}

/// A word that is written down when something comes true.
pub(crate) fn words(key: &str) -> &'static str {
    own().words.get(key).map_or("", String::as_str)
}
