//! A visit about to be logged: what was said, the same all through the hour, for the form that stays to be corrected.

use super::purpose::{asked, purpose};
use crate::content::replies as content;
use crate::error::ApiError;
use crate::fields::{Entity, parse_any_reference};
use crate::reader::Reader;
use crate::records::rows::survivor;
use crate::replies::calls::{CallAsked, CallOutcome, in_days};
use crate::replies::intent::Intent;
use crate::replies::judge::offer_of;
use crate::replies::luck::Luck;
use crate::replies::person::{Tone, day_number, hidden};
use crate::replies::rows as base;
use crate::replies::send::rules;
use crate::replies::sent::Offer;
use crate::replies::words::{Talk, Wish, phrase};

/// What comes of a visit that one is about to write down.
///
/// # Errors
/// `NotFound`.
pub(crate) fn visited(reader: &Reader, input: CallAsked) -> Result<CallOutcome, ApiError> {
    let gone = || ApiError::not_found(&input.reference);
    let (entity, id) = parse_any_reference(&input.reference)?;
    if entity != Entity::Customer {
        return Err(gone());
    }
    let customer = survivor(reader, id)?;
    let today = reader.today();
    let known = base::known_of(reader.store, &asked(customer, reader.now))?.ok_or_else(gone)?;
    let speaker = base::speaker(reader.store, customer, "news", &today.to_string())?.unwrap_or_default();
    let seed = rules(reader.store)?.seed;
    let hour = u64::from(reader.now.hour().unsigned_abs());
    let luck = Luck::of(seed, customer, (day_number(today) * 24 + hour) * 16 + 7);
    // A subject that speaks of nothing leaves them to their own affairs.
    let about = input
        .subject
        .as_deref()
        .map(offer_of)
        .filter(|offer| *offer != Offer::News);
    let intent = purpose(&known, &hidden(seed, &known, today), about, luck, reader.now);
    let talk = Talk {
        speaker: &speaker,
        advisor: speaker.owner.as_deref(),
        tone: Tone::Plain,
        luck,
        now: reader.now,
    };
    let words = content::visit(intent.code()).ok_or_else(|| ApiError::Internal {
        detail: format!("no words for a visit: {}", intent.code()),
    })?;
    let (text, wish) = phrase(&talk, &words.texts).unwrap_or_default();
    Ok(CallOutcome {
        outcome: intent.code(),
        result: words.result.clone(),
        content: text,
        follow_up_on: follow_up(intent, &wish, reader),
    })
}

fn follow_up(intent: Intent, wish: &Wish, reader: &Reader) -> Option<String> {
    match intent {
        Intent::AppointmentSales | Intent::AppointmentService => {
            wish.at.as_deref().and_then(|at| at.get(..10)).map(str::to_owned)
        }
        Intent::Grievance => in_days(reader, 1),
        Intent::Question => in_days(reader, 2),
        Intent::Quote | Intent::TradeIn => in_days(reader, 3),
        Intent::Later => wish.on.clone(),
        _ => None,
    }
}
