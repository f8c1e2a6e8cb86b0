//! One message to one customer: the same gate as a campaign's, one change.

use super::audience::only;
use super::compile::compile;
use super::gate::{Asked, sift};
use super::preview::customer_of;
use super::render::render;
use super::said::said;
use super::told::{offer, overruled, way, wording};
use super::{MessageChannel, MessageText, check};
use crate::activities::refuse_past;
use crate::change::{ChangeName, transact};
use crate::error::{ApiError, GateReason};
use crate::fields::Entity;
use crate::reader::Writer;
use crate::reckoning::ContactMode;
use crate::records::{Created, Values, insert_checked, read};
use crate::replies::{self, Forced, Offer, Sent};
use crate::values::Value;
use serde::Deserialize;

/// What is sent to whom.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct MessageSend {
    customer: String,
    channel: MessageChannel,
    /// What it speaks of: a code of the catalogue.
    offer: Option<String>,
    text: MessageText,
    /// It answers the customer or serves what was agreed: the law asks for no agreement.
    service: bool,
    next_follow_up_on: Option<String>,
    /// Who sends it; the one in charge when nothing is said.
    owner: Option<String>,
    #[serde(default)]
    mode: ContactMode,
    /// Reasons that a trainer lets be overruled.
    #[serde(default)]
    forced: Vec<GateReason>,
}

/// The activity that keeps it.
pub(crate) type MessageSent = Created;

/// Sends a message as one change.
///
/// # Errors
/// `BadMessage`; `GateClosed` with the reason when they may not be written to.
pub(crate) fn send(writer: &mut Writer, input: MessageSend) -> Result<MessageSent, ApiError> {
    let empty = check::empty(input.channel, &input.text);
    if !empty.is_empty() {
        return Err(ApiError::BadMessage { problems: empty });
    }
    refuse_past(writer, input.next_follow_up_on.as_deref())?;
    let one = only(writer, customer_of(writer, &input.customer)?)?;
    let customer = read(writer, Entity::Customer, one.customer)?;
    let message = compile(writer, &input.text)?;
    let values = said(writer, &message, &[one])?;
    let rendered = render(&message, &one, values.first().unwrap_or(&Vec::new()));
    let mut forced = input.forced.clone();
    if input.service {
        forced.extend(GateReason::OF_LAW);
    }
    let asked = Asked {
        channel: input.channel,
        at: writer.now,
        mode: input.mode,
        forced: &forced,
        collective: false,
    };
    let sifted = sift(writer, &asked, &[one], &|_| !rendered.missing.is_empty())?;
    if let Some(reason) = sifted.first().and_then(|sifted| sifted.reason) {
        return Err(ApiError::GateClosed { reason });
    }
    let sifted_forced = sifted
        .into_iter()
        .next()
        .map(|sifted| sifted.forced)
        .unwrap_or_default();
    let owner = match &input.owner {
        Some(owner) => owner.as_str().into(),
        None => customer.values.get("owner").cloned().unwrap_or_default(),
    };
    let values = Values::from([
        ("customer_id".to_owned(), customer.reference.as_str().into()),
        ("kind".to_owned(), input.channel.code().into()),
        ("direction".to_owned(), "outbound".into()),
        ("happened_at".to_owned(), writer.now_text().into()),
        (
            "subject".to_owned(),
            Some(rendered.subject.clone())
                .filter(|text| !text.is_empty())
                .into(),
        ),
        ("content".to_owned(), rendered.body.clone().into()),
        ("owner".to_owned(), owner),
        (
            "next_follow_up_on".to_owned(),
            Value::from(input.next_follow_up_on.clone()),
        ),
    ]);
    let (reference, done) = transact(writer, ChangeName::MessageSend, |reader, change| {
        let id = insert_checked(reader, change, Entity::Activity, &values)?;
        let message = Sent {
            activity: id,
            customer: one.customer,
            campaign: None,
            recipient: None,
            channel: way(input.channel),
            at: reader.now,
            offer: if input.service {
                Offer::Service
            } else {
                offer(input.offer.as_deref())
            },
            personalised: rendered.personalised,
            forced: if input.service {
                Forced::NONE
            } else {
                overruled(&sifted_forced)
            },
            text_hash: wording(&input.text),
        };
        replies::sent(change, &[message])?;
        Ok((Entity::Activity.reference(id), customer.label.clone()))
    })?;
    Ok(Created { reference, done })
}
