//! When somebody may be approached: `content/law/contact.toml`, rules dated so that the law can change.

use super::read;
use serde::Deserialize;
use std::sync::OnceLock;

/// What the law asks before a commercial approach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Basis {
    /// An agreement given before.
    #[default]
    Consent,
    /// Nothing, until they oppose.
    Opposition,
}

/// Who may be approached without an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Exception {
    /// Has bought already.
    Client,
    /// A financing still runs.
    Contract,
}

/// One rule of one channel, from its day on.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct ContactRule {
    channel: String,
    audience: String,
    pub(crate) since: String,
    pub(crate) basis: Basis,
    pub(crate) exception: Option<Exception>,
    /// How long an agreement holds.
    pub(crate) months: Option<i64>,
    /// The text it comes from.
    pub(crate) source: String,
    /// Days of the week, Monday is 1; any day when empty.
    #[serde(default)]
    pub(crate) days: Vec<i8>,
    /// `["10:00", "13:00"]`; any hour when empty.
    #[serde(default)]
    pub(crate) hours: Vec<(String, String)>,
    /// Calls at most in so many days.
    pub(crate) calls: Option<i64>,
    #[serde(default)]
    pub(crate) calls_days: i64,
}

impl ContactRule {
    fn whom(&self) -> (&str, &str) {
        (&self.channel, &self.audience)
    }

    fn order(&self) -> (&str, &str, &str) {
        (&self.channel, &self.audience, &self.since)
    }
}

#[derive(Debug, Default, Deserialize)]
struct Law {
    rule: Vec<ContactRule>,
}

/// The rules of a channel and a kind of customer, each from its day on, in order.
pub(crate) fn contact_rules(channel: &str, audience: &str) -> &'static [ContactRule] {
    static LAW: OnceLock<Vec<ContactRule>> = OnceLock::new();
    let rules = LAW.get_or_init(|| {
        let mut rules = read::<Law>(include_str!("../../../../content/law/contact.toml")).rule;
        rules.sort_by(|one, other| one.order().cmp(&other.order()));
        rules
    });
    let from = rules.partition_point(|rule| rule.whom() < (channel, audience));
    let until = rules.partition_point(|rule| rule.whom() <= (channel, audience));
    rules.get(from..until).unwrap_or_default()
}

/// The rule in force on a day (`2026-11-23`) for a channel and a kind of customer.
pub(crate) fn contact_rule(channel: &str, audience: &str, day: &str) -> Option<&'static ContactRule> {
    contact_rules(channel, audience)
        .iter()
        .rfind(|rule| rule.since.as_str() <= day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_has_its_rule_and_calls_changed_on_the_day_of_the_law() {
        for channel in ["phone", "sms", "mail", "letter"] {
            for audience in ["person", "company"] {
                let rule = contact_rule(channel, audience, "2020-01-01").expect(channel);
                assert!(!rule.source.is_empty());
            }
        }
        let basis = |day| contact_rule("phone", "person", day).unwrap().basis;
        assert_eq!(
            (basis("2026-08-10"), basis("2026-08-11")),
            (Basis::Opposition, Basis::Consent)
        );
    }
}
