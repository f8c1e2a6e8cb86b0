//! What a message of ours says, judged by its words: `content/replies/judge.toml`.

use super::sent::Offer;
use crate::content::replies;
use crate::values::fold;

/// What a wording says, besides its offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    /// It says what to do.
    pub(super) asks: bool,
    /// It says how to have no more of them.
    pub(super) way_out: bool,
    /// It speaks of another offer than its own.
    pub(super) off_topic: bool,
}

/// Judges a wording by its words.
pub(super) fn judged(text: &str, offer: Offer) -> Judged {
    let text = format!(" {} ", fold(text));
    let judge = replies::judge();
    let has = |words: &[String]| words.iter().any(|word| text.contains(word.as_str()));
    let topic = offer.code();
    let own = judge.topics.get(topic);
    let other = judge
        .topics
        .iter()
        .any(|(other, words)| other != topic && has(words));
    Judged {
        asks: has(&judge.asks),
        way_out: has(&judge.way_out),
        off_topic: own.is_some_and(|own| !has(own)) && other,
    }
}

/// The offer that a text written freely speaks of; news when it speaks of none.
pub(super) fn offer_of(text: &str) -> Offer {
    let text = format!(" {} ", fold(text));
    let topics = &replies::judge().topics;
    let speaks = |offer: &&Offer| {
        topics
            .get(offer.code())
            .is_some_and(|words| words.iter().any(|word| text.contains(word.as_str())))
    };
    Offer::ALL.iter().find(speaks).copied().unwrap_or(Offer::News)
}
