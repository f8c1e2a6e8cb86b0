//! What is kept of a customer's reach, lent for one question: lists ask it of each of their rows.

use super::reach::{ContactMode, Facts, Said, day_of, decided};
use crate::content::law::contact_rule;
use jiff::civil::DateTime;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The JSON of a [`Reach`](super::Reach), none of its texts copied. One that holds an escaped letter is not read.
#[derive(Deserialize)]
pub(crate) struct ReachKept<'a> {
    audience: &'a str,
    #[serde(borrow)]
    addresses: Vec<&'a str>,
    client: bool,
    #[serde(default)]
    contract_until: Option<&'a str>,
    #[serde(borrow)]
    said: BTreeMap<&'a str, WordKept<'a>>,
    #[serde(borrow)]
    calls: Vec<&'a str>,
}

#[derive(Deserialize)]
struct WordKept<'a> {
    state: &'a str,
    #[serde(default)]
    given_on: Option<&'a str>,
    #[serde(default)]
    withdrawn_on: Option<&'a str>,
}

impl ReachKept<'_> {
    /// May they be approached on a day, which is also that of `now`? None when no rule speaks of the channel.
    pub(crate) fn allows(&self, channel: &str, mode: ContactMode, day: &str, now: DateTime) -> Option<bool> {
        let rule = contact_rule(channel, self.audience, day)?;
        let consent = self.said.get(channel).map(|word| Said {
            state: word.state.to_owned(),
            given_on: day_of(word.given_on),
            withdrawn_on: day_of(word.withdrawn_on),
        });
        let calls: &[&str] = if rule.calls.is_some() { &self.calls } else { &[] };
        let facts = Facts {
            address: self.addresses.contains(&channel),
            consent,
            client: self.client,
            contract_until: day_of(self.contract_until),
            calls: calls.iter().filter_map(|day| day_of(Some(day))).collect(),
        };
        Some(decided(&facts, rule, mode, now).allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reach, Word};
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_says_what_the_whole_says(
            company: bool, client: bool, addresses in prop::collection::vec(0_usize..4, 0..4),
            contract in prop::option::of(0_i32..2_000), calls in prop::collection::vec(0_i32..60, 0..6),
            words in prop::collection::vec((0_usize..4, 0_usize..3, prop::option::of(0_i32..1_500), any::<bool>()), 0..6),
            now in 0_i32..1_500,
        ) {
            let day = |back: i32| (date(2027, 6, 1) - back.days()).to_string();
            let channels = super::super::CHANNELS;
            let mut reach = Reach {
                audience: if company { "company" } else { "person" }.to_owned(),
                addresses: addresses.iter().map(|at| channels[*at].to_owned()).collect(),
                client,
                contract_until: contract.map(day),
                ..Reach::default()
            };
            let days: Vec<String> = calls.iter().map(|back| day(*back)).collect();
            reach.remember_calls(days.iter().map(String::as_str));
            for (channel, state, given, withdrawn) in words {
                let word = Word {
                    state: ["granted", "refused", "withdrawn"][state].to_owned(),
                    given_on: given.map(day),
                    withdrawn_on: given.filter(|_| withdrawn).map(|back| day(back / 2)),
                };
                reach.hear(channels[channel].to_owned(), word);
            }
            let json = serde_json::to_string(&reach).unwrap();
            let kept: ReachKept = serde_json::from_str(&json).unwrap();
            let today = date(2027, 6, 1) - now.days();
            let at = today.at(0, 0, 0, 0);
            for channel in channels {
                for mode in [ContactMode::Strict, ContactMode::Complete] {
                    let whole = reach.verdict(channel, mode, at).map(|verdict| verdict.allowed);
                    prop_assert_eq!(kept.allows(channel, mode, &today.to_string(), at), whole);
                }
            }
        }
    }
}
