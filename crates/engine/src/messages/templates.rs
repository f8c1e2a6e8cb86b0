//! Templates: those of the trade and one's own; the names that a message may say.

use super::compile::{Source, names};
use super::{MessageChannel, MessageText, check, compile, rows};
use crate::change::{ChangeName, Nothing, transact};
use crate::content::messages::{ReadyTemplate, templates as ready, words};
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::{Reader, Writer};
use crate::records::{Created, RecordView, Values, insert_checked, read, write_checked};
use serde::{Deserialize, Serialize};

/// Every template.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Templates {
    ready: &'static [ReadyTemplate],
    own: Vec<RecordView>,
}

/// A template to keep: a new one, or the one of this reference as it is from now on.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TemplateSave {
    #[serde(rename = "ref")]
    reference: Option<String>,
    name: String,
    channel: MessageChannel,
    offer: Option<String>,
    text: MessageText,
}

/// The names that a message may say.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessageVocabulary {
    groups: Vec<MessageNames>,
    /// The words of a condition: if, else, end.
    when: &'static str,
    otherwise: &'static str,
    end: &'static str,
}

/// Names of one kind.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessageNames {
    of: MessageNamesOf,
    names: Vec<String>,
}

/// Of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum MessageNamesOf {
    Message,
    Customer,
    Car,
}

/// The templates.
pub(crate) fn templates(reader: &Reader, _input: Nothing) -> Result<Templates, ApiError> {
    let own = rows::own_templates(reader)?
        .into_iter()
        .map(|id| read(reader, Entity::MessageTemplate, id))
        .collect::<Result<_, _>>()?;
    Ok(Templates { ready: ready(), own })
}

/// What a message may say.
pub(crate) fn vocabulary(reader: &Reader, _input: Nothing) -> Result<MessageVocabulary, ApiError> {
    let all = names(reader)?;
    let group = |of: MessageNamesOf| MessageNames {
        of,
        names: all
            .iter()
            .filter(|(_, source)| kind_of(source) == of)
            .map(|(name, _)| name.clone())
            .collect(),
    };
    let words = words();
    Ok(MessageVocabulary {
        groups: [
            MessageNamesOf::Message,
            MessageNamesOf::Customer,
            MessageNamesOf::Car,
        ]
        .map(group)
        .into(),
        when: &words.when,
        otherwise: &words.otherwise,
        end: &words.end,
    })
}

fn kind_of(source: &Source) -> MessageNamesOf {
    match source {
        Source::Made(_) => MessageNamesOf::Message,
        Source::Customer(_) => MessageNamesOf::Customer,
        Source::Car(_) => MessageNamesOf::Car,
    }
}

/// Keeps a template as one change.
///
/// # Errors
/// `BadMessage` when it could not be sent; `Invalid` for a name that is missing.
pub(crate) fn save(writer: &mut Writer, input: TemplateSave) -> Result<Created, ApiError> {
    let empty = check::empty(input.channel, &input.text);
    if !empty.is_empty() {
        return Err(ApiError::BadMessage { problems: empty });
    }
    compile(writer, &input.text)?;
    let known = match input.reference.as_deref().map(parse_any_reference).transpose()? {
        Some((Entity::MessageTemplate, id)) => Some(id),
        Some((entity, id)) => return Err(ApiError::not_found(&entity.reference(id))),
        None => None,
    };
    let values = Values::from([
        ("name".to_owned(), input.name.trim().into()),
        ("channel".to_owned(), input.channel.code().into()),
        ("offer".to_owned(), input.offer.into()),
        ("subject".to_owned(), input.text.subject.trim().into()),
        ("body".to_owned(), input.text.body.trim_end().into()),
    ]);
    let (reference, done) = transact(writer, ChangeName::TemplateSave, |reader, change| {
        let id = match known {
            Some(id) => {
                write_checked(reader, change, Entity::MessageTemplate, id, &values)?;
                id
            }
            None => insert_checked(reader, change, Entity::MessageTemplate, &values)?,
        };
        Ok((
            Entity::MessageTemplate.reference(id),
            input.name.trim().to_owned(),
        ))
    })?;
    Ok(Created { reference, done })
}
