//! Somebody has come by: the visit in their history, the line of the inbox that waits for whoever is in charge of them.

use super::passage::Passage;
use super::purpose::{asked, purpose};
use crate::change::Change;
use crate::content::replies as content;
use crate::error::ApiError;
use crate::fields::Entity;
use crate::reader::Reader;
use crate::replies::deals::advisor;
use crate::replies::intent::Intent;
use crate::replies::luck::Luck;
use crate::replies::person::{Tone, hidden};
use crate::replies::rows::{self as base, Received};
use crate::replies::send::rules;
use crate::replies::words::{Talk, phrase};

/// Makes a fact of a visit; `reader` stands at its moment. False when there is no such customer any more.
pub(in crate::replies) fn walk_in(
    reader: &Reader,
    change: &Change,
    due: &str,
    customer: i64,
    occasion: u64,
    passage: Passage,
) -> Result<bool, ApiError> {
    let seed = rules(change)?.seed;
    let today = reader.today();
    let Some(known) = base::known_of(change, &asked(customer, reader.now))? else {
        return Ok(false);
    };
    let Some(speaker) = base::speaker(change, customer, "news", &today.to_string())? else {
        return Ok(false);
    };
    let luck = Luck::of(seed, customer, occasion);
    let intent = purpose(&known, &hidden(seed, &known, today), None, luck, reader.now);
    let work = match intent {
        Intent::AppointmentService | Intent::Grievance => "service",
        _ => "new",
    };
    let site = speaker.site.as_deref();
    let owner = speaker
        .owner
        .clone()
        .or_else(|| advisor(site, work).map(str::to_owned));
    let talk = Talk {
        speaker: &speaker,
        advisor: owner.as_deref(),
        tone: Tone::Plain,
        luck,
        now: reader.now,
    };
    let told = content::visit(intent.code()).and_then(|words| Some((words, phrase(&talk, &words.texts)?)));
    let Some((words, (text, wish))) = told else {
        return Ok(false);
    };
    let values = [
        ("customer_id", customer.into()),
        ("kind", "visit".into()),
        ("direction", "inbound".into()),
        ("happened_at", due.into()),
        ("subject", content::words("walk_in").into()),
        ("content", text.into()),
        ("result", words.result.as_str().into()),
        ("owner", owner.clone().into()),
    ];
    let activity = base::insert(change, Entity::Activity, &values)?;
    base::receive(
        change,
        &Received {
            activity,
            message: None,
            recipient: None,
            intent,
            wish: &serde_json::to_string(&wish).unwrap_or_default(),
            why: &passage.kept(),
        },
    )?;
    Ok(true)
}
