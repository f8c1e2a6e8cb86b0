//! May somebody be approached today by this channel, and why: a pure function of facts, rule, mode and moment.

use crate::content::law::{Basis, ContactRule, Exception, contact_rule};
use crate::values::{is_public_holiday, parse_date};
use jiff::Span;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The channels, in the order of the screens.
pub(crate) const CHANNELS: [&str; 4] = ["phone", "sms", "mail", "letter"];

/// Calls remembered of a customer: more than any rule counts.
const CALLS: usize = 8;

/// All that the verdicts on a customer rest upon, whatever the day: kept as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reach {
    /// `person`, `company`.
    pub(crate) audience: String,
    /// Channels for which there is a number, an address.
    pub(crate) addresses: Vec<String>,
    /// Has an invoice.
    pub(crate) client: bool,
    /// The last day of a financing with instalments, of a car still theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) contract_until: Option<String>,
    /// The last word said, by channel.
    pub(crate) said: BTreeMap<String, Word>,
    /// Days of the latest calls we made.
    pub(crate) calls: Vec<String>,
}

/// What a customer said, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Word {
    pub(crate) state: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) given_on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) withdrawn_on: Option<String>,
}

impl Reach {
    /// Adds what was said for a channel: the latest word counts.
    pub(crate) fn hear(&mut self, channel: String, word: Word) {
        let last = match self.said.remove(&channel) {
            // Of two words that weigh as much, the second.
            Some(known) if known.said().weight() > word.said().weight() => known,
            _ => word,
        };
        self.said.insert(channel, last);
    }

    /// Keeps the latest calls of those given.
    pub(crate) fn remember_calls<'a>(&mut self, days: impl Iterator<Item = &'a str>) {
        let mut days: Vec<&str> = days.collect();
        days.sort_unstable_by(|one, other| other.cmp(one));
        days.truncate(CALLS);
        self.calls = days.into_iter().map(str::to_owned).collect();
    }

    /// Where a channel stands: the state of the last word, withdrawn when a day of withdrawal was written.
    pub(crate) fn state(&self, channel: &str) -> Option<&str> {
        let word = self.said.get(channel)?;
        Some(if word.withdrawn_on.is_some() {
            "withdrawn"
        } else {
            &word.state
        })
    }

    /// May they be approached by this channel on the day of `now`? None when no rule speaks of it.
    pub(crate) fn verdict(&self, channel: &str, mode: ContactMode, now: DateTime) -> Option<ContactVerdict> {
        let rule = contact_rule(channel, &self.audience, &now.date().to_string())?;
        Some(decide(&self.facts(channel), rule, mode, now))
    }

    pub(super) fn facts(&self, channel: &str) -> Facts {
        Facts {
            address: self.addresses.iter().any(|known| known == channel),
            consent: self.said.get(channel).map(Word::said),
            client: self.client,
            contract_until: day_of(self.contract_until.as_deref()),
            calls: self.calls.iter().filter_map(|day| parse_date(day)).collect(),
        }
    }
}

impl Word {
    fn said(&self) -> Said {
        Said {
            state: self.state.clone(),
            given_on: day_of(self.given_on.as_deref()),
            withdrawn_on: day_of(self.withdrawn_on.as_deref()),
        }
    }
}

/// How severe a lesson is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum ContactMode {
    /// Only an agreement that was recorded counts.
    Strict,
    /// The exceptions of the law count too.
    #[default]
    Complete,
}

/// What is known of a customer for one channel.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    /// Is there a number, an address?
    pub(crate) address: bool,
    /// The last word they said: state, day of it, day of withdrawal.
    pub(crate) consent: Option<Said>,
    /// Has an invoice.
    pub(crate) client: bool,
    /// The last day of a financing that runs.
    pub(crate) contract_until: Option<Date>,
    /// Days of the calls we made, of those that may count.
    pub(crate) calls: Vec<Date>,
}

/// What they said.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) state: String,
    pub(crate) given_on: Option<Date>,
    pub(crate) withdrawn_on: Option<Date>,
}

/// Yes or no, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ContactVerdict {
    pub(crate) allowed: bool,
    pub(crate) reason: ContactReason,
    /// The day that decided: of an agreement, of a refusal, the end of a contract.
    pub(crate) day: Option<String>,
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum ContactReason {
    Agreed,
    NotOpposed,
    ExistingClient,
    RunningContract,
    NoAddress,
    Refused,
    Withdrawn,
    Expired,
    Undated,
    NoConsent,
    ClosedDay,
    TooManyCalls,
}

/// May they be approached on the day of `now`?
pub(crate) fn decide(facts: &Facts, rule: &ContactRule, mode: ContactMode, now: DateTime) -> ContactVerdict {
    let Decided { allowed, reason, day } = decided(facts, rule, mode, now);
    ContactVerdict {
        allowed,
        reason,
        day: day.map(|day| day.to_string()),
    }
}

/// A verdict before it is told.
struct Decided {
    allowed: bool,
    reason: ContactReason,
    day: Option<Date>,
}

fn decided(facts: &Facts, rule: &ContactRule, mode: ContactMode, now: DateTime) -> Decided {
    let today = now.date();
    let by_right = right(facts, rule, mode, today);
    if by_right.allowed && is_shut(rule, today) {
        return no(ContactReason::ClosedDay, None);
    }
    if by_right.allowed && called_enough(facts, rule, today) {
        return no(ContactReason::TooManyCalls, None);
    }
    by_right
}

/// May they be approached, were every day one on which people are?
pub(super) fn stands(facts: &Facts, rule: &ContactRule, mode: ContactMode, today: Date) -> bool {
    right(facts, rule, mode, today).allowed && !called_enough(facts, rule, today)
}

fn is_shut(rule: &ContactRule, today: Date) -> bool {
    !rule.days.is_empty()
        && (!rule.days.contains(&today.weekday().to_monday_one_offset()) || is_public_holiday(today))
}

fn called_enough(facts: &Facts, rule: &ContactRule, today: Date) -> bool {
    let Some(most) = rule.calls else {
        return false;
    };
    let since = today.saturating_sub(Span::new().days(rule.calls_days));
    let made = facts
        .calls
        .iter()
        .filter(|day| **day > since && **day <= today)
        .count();
    i64::try_from(made).unwrap_or(i64::MAX) >= most
}

/// Is nobody of this kind approached by this channel on a day?
pub(super) fn is_closed(channel: &str, audience: &str, day: Date) -> bool {
    contact_rule(channel, audience, &day.to_string()).is_some_and(|rule| is_shut(rule, day))
}

/// Is the hour of `now` one of the rule's?
pub(crate) fn within_hours(rule: &ContactRule, now: DateTime) -> bool {
    let hour = format!("{:02}:{:02}", now.hour(), now.minute());
    rule.hours.is_empty()
        || rule
            .hours
            .iter()
            .any(|(from, until)| *from <= hour && hour < *until)
}

fn right(facts: &Facts, rule: &ContactRule, mode: ContactMode, today: Date) -> Decided {
    if !facts.address {
        return no(ContactReason::NoAddress, None);
    }
    let mut lacking = no(ContactReason::NoConsent, None);
    if let Some(said) = &facts.consent {
        match said.state.as_str() {
            "withdrawn" => return no(ContactReason::Withdrawn, said.withdrawn_on.or(said.given_on)),
            "refused" => return no(ContactReason::Refused, said.given_on),
            _ if said.withdrawn_on.is_some_and(|day| day <= today) => {
                return no(ContactReason::Withdrawn, said.withdrawn_on);
            }
            _ => {}
        }
        match (said.given_on, rule.months) {
            (None, Some(_)) => lacking = no(ContactReason::Undated, None),
            (Some(day), Some(months)) if day.saturating_add(Span::new().months(months)) < today => {
                lacking = no(ContactReason::Expired, Some(day));
            }
            (day, _) => return yes(ContactReason::Agreed, day),
        }
    }
    if mode == ContactMode::Strict {
        return lacking;
    }
    match (rule.basis, rule.exception) {
        (Basis::Opposition, _) => yes(ContactReason::NotOpposed, None),
        (_, Some(Exception::Client)) if facts.client => yes(ContactReason::ExistingClient, None),
        (_, Some(Exception::Contract)) if facts.contract_until.is_some_and(|day| day >= today) => {
            yes(ContactReason::RunningContract, facts.contract_until)
        }
        _ => lacking,
    }
}

fn yes(reason: ContactReason, day: Option<Date>) -> Decided {
    Decided {
        allowed: true,
        reason,
        day,
    }
}

fn no(reason: ContactReason, day: Option<Date>) -> Decided {
    Decided {
        allowed: false,
        reason,
        day,
    }
}

impl Said {
    /// By which words are compared: the latest counts; of two of one day, the one that says no.
    pub(crate) fn weight(&self) -> (Option<Date>, bool) {
        (self.withdrawn_on.max(self.given_on), self.state != "granted")
    }
}

pub(crate) fn day_of(text: Option<&str>) -> Option<Date> {
    text.and_then(parse_date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::law::contact_rule;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn said(state: &str, given: Option<Date>) -> Option<Said> {
        Some(Said {
            state: state.to_owned(),
            given_on: given,
            withdrawn_on: None,
        })
    }

    fn ask(
        channel: &str,
        audience: &str,
        facts: &Facts,
        mode: ContactMode,
        now: DateTime,
    ) -> (bool, ContactReason) {
        let rule = contact_rule(channel, audience, &now.date().to_string()).unwrap();
        let found = decide(facts, rule, mode, now);
        (found.allowed, found.reason)
    }

    const MONDAY: DateTime = date(2026, 11, 23).at(14, 30, 0, 0);

    #[test]
    fn calls_ask_for_an_agreement_of_a_year_since_the_law_of_2026() {
        let known = Facts {
            address: true,
            ..Facts::default()
        };
        let before = date(2026, 8, 10).at(11, 0, 0, 0);
        let of = |facts: &Facts, mode, now| ask("phone", "person", facts, mode, now);
        assert_eq!(
            of(&known, ContactMode::Complete, before),
            (true, ContactReason::NotOpposed)
        );
        assert_eq!(
            of(&known, ContactMode::Strict, before),
            (false, ContactReason::NoConsent)
        );
        assert_eq!(
            of(&known, ContactMode::Complete, MONDAY),
            (false, ContactReason::NoConsent)
        );
        let agreed = |day| Facts {
            consent: said("granted", day),
            ..known.clone()
        };
        assert_eq!(
            of(&agreed(Some(date(2025, 11, 23))), ContactMode::Strict, MONDAY),
            (true, ContactReason::Agreed)
        );
        assert_eq!(
            of(&agreed(Some(date(2025, 11, 22))), ContactMode::Complete, MONDAY),
            (false, ContactReason::Expired)
        );
        assert_eq!(
            of(&agreed(None), ContactMode::Complete, MONDAY),
            (false, ContactReason::Undated)
        );
        let financed = Facts {
            contract_until: Some(date(2027, 1, 1)),
            ..known.clone()
        };
        assert_eq!(
            of(&financed, ContactMode::Complete, MONDAY),
            (true, ContactReason::RunningContract)
        );
        assert_eq!(
            of(&financed, ContactMode::Strict, MONDAY),
            (false, ContactReason::NoConsent)
        );
        let called = Facts {
            calls: vec![date(2026, 11, 2); 4],
            ..agreed(Some(date(2026, 11, 1)))
        };
        assert_eq!(
            of(&called, ContactMode::Complete, MONDAY),
            (false, ContactReason::TooManyCalls)
        );
        let sunday = date(2026, 11, 22).at(11, 0, 0, 0);
        assert_eq!(
            of(&agreed(Some(date(2026, 11, 1))), ContactMode::Complete, sunday),
            (false, ContactReason::ClosedDay)
        );
    }

    #[test]
    fn a_client_may_be_written_to_and_a_firm_until_it_opposes() {
        let client = Facts {
            address: true,
            client: true,
            ..Facts::default()
        };
        let prospect = Facts {
            client: false,
            ..client.clone()
        };
        assert_eq!(
            ask("mail", "person", &client, ContactMode::Complete, MONDAY),
            (true, ContactReason::ExistingClient)
        );
        assert_eq!(
            ask("mail", "person", &prospect, ContactMode::Complete, MONDAY),
            (false, ContactReason::NoConsent)
        );
        assert_eq!(
            ask("mail", "company", &prospect, ContactMode::Complete, MONDAY),
            (true, ContactReason::NotOpposed)
        );
        assert_eq!(
            ask("letter", "person", &prospect, ContactMode::Complete, MONDAY),
            (true, ContactReason::NotOpposed)
        );
        let nowhere = Facts {
            address: false,
            ..client
        };
        assert_eq!(
            ask("sms", "person", &nowhere, ContactMode::Complete, MONDAY),
            (false, ContactReason::NoAddress)
        );
    }

    #[test]
    fn the_latest_word_counts_and_no_wins_on_the_same_day() {
        let words = |days: [(&str, Date); 2]| {
            let mut reach = Reach::default();
            for (state, day) in days {
                reach.hear(
                    "sms".to_owned(),
                    Word {
                        state: state.to_owned(),
                        given_on: Some(day.to_string()),
                        withdrawn_on: None,
                    },
                );
            }
            reach.state("sms").unwrap().to_owned()
        };
        let (early, late) = (date(2026, 1, 1), date(2026, 2, 1));
        assert_eq!(words([("refused", early), ("granted", late)]), "granted");
        assert_eq!(words([("granted", late), ("refused", late)]), "refused");
    }

    proptest! {
        #[test]
        fn strict_never_allows_what_the_complete_rules_forbid_nor_anything_after_a_refusal(
            channel in prop::sample::select(vec!["phone", "sms", "mail", "letter"]),
            audience in prop::sample::select(vec!["person", "company"]),
            state in prop::option::of(prop::sample::select(vec!["granted", "refused", "withdrawn"])),
            given in prop::option::of(0_i64..3_000),
            address: bool, client: bool, day in 0_i64..2_500,
        ) {
            let today = date(2026, 1, 1).saturating_add(Span::new().days(day));
            let facts = Facts {
                address,
                client,
                consent: state.and_then(|state| {
                    said(state, given.map(|days| today.saturating_sub(Span::new().days(days))))
                }),
                ..Facts::default()
            };
            let now = today.at(11, 0, 0, 0);
            let (strict, _) = ask(channel, audience, &facts, ContactMode::Strict, now);
            let (complete, _) = ask(channel, audience, &facts, ContactMode::Complete, now);
            prop_assert!(complete || !strict);
            if !address || matches!(state, Some("refused" | "withdrawn")) {
                prop_assert!(!complete);
            }
        }
    }
}
