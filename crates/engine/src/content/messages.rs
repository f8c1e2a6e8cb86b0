//! Messages: `content/messages/`, the templates of the trade, the words of the language of messages, its rules.

use super::read;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A template of the trade.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ReadyTemplate {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) group: String,
    /// `mail`, `letter`, `sms`.
    pub(crate) channel: String,
    /// What it speaks of: a code of the catalogue.
    pub(crate) offer: String,
    pub(crate) subject: String,
    pub(crate) body: String,
}

/// The words of the language of messages.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct MessageWords {
    #[serde(rename = "if")]
    pub(crate) when: String,
    #[serde(rename = "else")]
    pub(crate) otherwise: String,
    pub(crate) end: String,
    pub(crate) yes: String,
    pub(crate) no: String,
    /// What stands before the field of a car.
    pub(crate) car: String,
    pub(crate) car_alone: String,
    pub(crate) greeting: Greeting,
    pub(crate) field: Vec<MadeField>,
}

/// How a letter addresses somebody, by civility.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Greeting {
    pub(crate) mr: String,
    pub(crate) mrs: String,
    pub(crate) none: String,
}

/// Something that a message says beside the fields of the records.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct MadeField {
    pub(crate) key: MadeKey,
    pub(crate) name: String,
}

/// What it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MadeKey {
    #[default]
    Greeting,
    SitePhone,
    SiteAddress,
    SiteTown,
    OwnerRole,
    OwnerMail,
    Group,
    Today,
    Unsubscribe,
}

/// What sending follows.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct MessageRules {
    /// One segment, in hundredths of a cent.
    pub(crate) sms_cost: i64,
    pub(crate) rest_days: i64,
    pub(crate) subject_length: usize,
    pub(crate) stop: String,
    pub(crate) stop_mark: String,
    pub(crate) unsubscribe: String,
    pub(crate) unsubscribe_mark: String,
    pub(crate) gsm: Gsm,
    /// What the reasons of the gate are called where they are kept.
    pub(crate) reasons: BTreeMap<String, String>,
}

/// The alphabet of SMS.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Gsm {
    pub(crate) basic: String,
    /// Letters that take two places.
    pub(crate) extended: String,
    /// Letters, and what says the same within the alphabet.
    pub(crate) plain: Vec<(String, String)>,
}

#[derive(Default, Deserialize)]
struct Templates {
    template: Vec<ReadyTemplate>,
}

/// The templates of the trade, in the order of the file.
pub(crate) fn templates() -> &'static [ReadyTemplate] {
    static READ: OnceLock<Templates> = OnceLock::new();
    &READ
        .get_or_init(|| {
            let mut found: Templates = read(include_str!("../../../../content/messages/templates.toml"));
            for template in &mut found.template {
                template.body = template.body.trim().to_owned();
            }
            found
        })
        .template
}

/// The words of the language.
pub(crate) fn words() -> &'static MessageWords {
    static READ: OnceLock<MessageWords> = OnceLock::new();
    READ.get_or_init(|| read(include_str!("../../../../content/messages/fields.toml")))
}

/// The rules of sending.
pub(crate) fn rules() -> &'static MessageRules {
    static READ: OnceLock<MessageRules> = OnceLock::new();
    READ.get_or_init(|| read(include_str!("../../../../content/messages/rules.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Choices, Entity};
    use std::collections::HashSet;

    #[test]
    fn templates_are_many_distinct_and_of_known_channels_and_offers() {
        let field = |key| Entity::MessageTemplate.fields().field(key).unwrap().choices;
        let (Choices::Closed(channels), Choices::Closed(offers)) = (field("channel"), field("offer")) else {
            panic!("both are closed choices");
        };
        let keys: HashSet<&str> = templates().iter().map(|one| one.key.as_str()).collect();
        assert!(templates().len() >= 20 && keys.len() == templates().len());
        for template in templates() {
            assert!(
                channels.iter().any(|(code, _)| *code == template.channel),
                "{}",
                template.key
            );
            assert!(
                offers.iter().any(|(code, _)| *code == template.offer),
                "{}",
                template.key
            );
            assert_eq!(
                template.subject.is_empty(),
                template.channel == "sms",
                "{}",
                template.key
            );
        }
        assert_eq!(words().field.len(), 9);
        assert!(rules().sms_cost > 0 && rules().rest_days > 0 && rules().reasons.len() > 9);
    }
}
