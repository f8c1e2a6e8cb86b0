//! Messages: letters, mails and SMS to real records, one person or many. The text says fields of the records between
//! braces, with what to say instead where there is none, and conditions in the language of targetings
//! (`docs/MESSAGES.md`). The gate says who may not be written to, and why.

mod about;
mod audience;
mod check;
mod compile;
mod gate;
mod letter;
mod letters;
mod missing;
mod parse;
mod preview;
mod render;
mod rows;
mod said;
mod send;
mod sms;
mod standing;
mod templates;
mod told;

pub(crate) use audience::{Addressee, Audience, addressees};
pub(crate) use check::{MessageCheck, MessageChecked, MessageLack, check, empty as empty_text, lacks_of};
pub(crate) use compile::{Message, compile};
pub(crate) use gate::{Asked, Sifted, sift};
pub(crate) use letters::{LettersAsked, LettersMade, letters};
pub(crate) use missing::{MessageMissing, MissingAsked, missing};
pub(crate) use preview::{MessagePreview, MessagePreviewed, preview};
pub(crate) use render::{Rendered, render};
pub(crate) use rows::own_templates;
pub(crate) use said::said;
pub(crate) use send::{MessageSend, MessageSent, send};
pub(crate) use sms::measure;
pub(crate) use templates::MessageVocabulary;
pub(crate) use templates::{TemplateSave, Templates, save, templates, vocabulary};

pub(crate) use told::{offer, overruled, way, wording};

use serde::{Deserialize, Serialize};

/// How a message leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum MessageChannel {
    Mail,
    Sms,
    Letter,
}

impl MessageChannel {
    /// As it is kept.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
            Self::Letter => "letter",
        }
    }

    /// The channel of a code.
    pub(crate) fn of(code: &str) -> Option<Self> {
        [Self::Mail, Self::Sms, Self::Letter]
            .into_iter()
            .find(|known| known.code() == code)
    }
}

/// What is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessageText {
    /// Of a mail, of a letter; an SMS has none.
    pub(crate) subject: String,
    pub(crate) body: String,
}
