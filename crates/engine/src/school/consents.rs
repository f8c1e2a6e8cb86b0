//! Marketing consents: channel, state, day, origin, withdrawal.

use super::chance::Chance;
use super::client::Client;
use super::day::Day;
use super::rows::{Coordinates, filled};
use super::shift;
use super::spoil;
use super::writer::Writer;
use crate::content::choices;
use crate::fields::Entity;
use crate::values::Value;

/// What somebody allows on a channel.
#[derive(Clone, Debug)]
pub(super) struct Consent {
    pub(super) channel: &'static str,
    pub(super) state: &'static str,
    pub(super) given: Day,
    pub(super) origin: &'static str,
    pub(super) withdrawn: Option<Day>,
    /// Nothing says when it was given.
    pub(super) undated: bool,
    /// Wrong on purpose.
    pub(super) at_fault: bool,
}

impl Consent {
    /// May one write on this channel on that day?
    pub(super) fn allows(&self, channel: &str, day: Day) -> bool {
        let given = self.state != "refused" && self.given <= day;
        self.channel == channel && given && self.withdrawn.is_none_or(|withdrawn| withdrawn > day)
    }
}

/// Writes the consents of a record.
pub(super) fn write<E>(
    client: &Client,
    created: Day,
    at: &Coordinates,
    writer: &mut Writer<E>,
) -> Result<(), E> {
    for consent in of(client, created, at, writer.time.today) {
        let id = writer.next_id(Entity::Consent);
        let values = vec![
            ("customer_id", client.id().into()),
            ("channel", consent.channel.into()),
            ("state", consent.state.into()),
            (
                "given_on",
                if consent.undated {
                    Value::Empty
                } else {
                    consent.given.into()
                },
            ),
            ("origin", filled(consent.origin)),
            ("withdrawn_on", consent.withdrawn.into()),
        ];
        if consent.at_fault {
            let value = spoil::consent_value(client, &consent);
            spoil::keep(writer, Entity::Consent, id, Some(value));
        }
        writer.fact(Entity::Consent, id, values)?;
    }
    Ok(())
}

/// The consents known on a day; a channel without one was never asked about.
pub(super) fn of(client: &Client, created: Day, at: &Coordinates, today: Day) -> Vec<Consent> {
    let channels = [
        ("sms", !at.mobile.is_empty()),
        ("phone", true),
        ("mail", !at.mail.is_empty()),
        ("letter", true),
    ];
    let mut known: Vec<Consent> = channels
        .into_iter()
        .filter(|(_, known)| *known)
        .filter_map(|(channel, _)| {
            let mut chance = client.chance(channel);
            state(channel, &mut chance).map(|state| consent(channel, state, created, today, &mut chance))
        })
        .collect();
    spoil::consents(client, created, today, &mut known);
    known
}

fn consent(
    channel: &'static str,
    state: &'static str,
    created: Day,
    today: Day,
    chance: &mut Chance,
) -> Consent {
    // Given when the record was made, or renewed on a later visit; never in the future.
    let age = today.since(created).max(0);
    let renewed = if chance.percent(45) {
        age * chance.between(0, 90) / 100
    } else {
        0
    };
    let given = shift::open_until(created.plus(renewed)).max(created);
    // An agreement to telephone holds for a year.
    let given = if channel == "phone" {
        let recent = shift::open_until(today.plus(-chance.between(8, 340)));
        given.max(recent)
    } else {
        given
    };
    let withdrawn = (state == "withdrawn").then(|| shift::open_from(given.plus(chance.between(20, 700))));
    // What has not been withdrawn yet is still granted.
    let withdrawn = withdrawn.filter(|day| *day <= today);
    let state = if state == "withdrawn" && withdrawn.is_none() {
        "granted"
    } else {
        state
    };
    let origins = choices("consent_origins");
    let origin = if state == "refused" {
        origins.get(6 + chance.below(3))
    } else {
        origins.get(chance.below(5))
    };
    Consent {
        channel,
        state,
        given,
        origin: origin.map_or("", String::as_str),
        withdrawn,
        undated: false,
        at_fault: false,
    }
}

fn state(channel: &str, chance: &mut Chance) -> Option<&'static str> {
    let shares = match channel {
        "phone" => [38, 26, 8, 28],
        "letter" => [62, 10, 4, 24],
        _ => [60, 14, 8, 18],
    };
    ["granted", "refused", "withdrawn"]
        .get(chance.weighted(shares.into_iter()))
        .copied()
}
