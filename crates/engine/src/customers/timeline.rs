//! Everything that happened with a customer, and what is to come, on one line of time.

use crate::fields::{Entity, Kind};
use crate::records::RecordView;
use crate::values::Value;
use serde::Serialize;

/// One day or minute that matters: a record, and the field that dates it.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Moment {
    /// A day, or a minute: `2026-11-23`, `2026-11-23T14:30`.
    at: String,
    kind: MomentKind,
    #[serde(rename = "ref")]
    reference: String,
    entity: Entity,
    /// The field that says when: of a vehicle, its sale or its financing.
    field: &'static str,
    /// After the moment of use; for a follow-up, not done yet.
    ahead: bool,
}

/// By what a person sifts the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum MomentKind {
    Contact,
    FollowUp,
    Sale,
    Service,
    Lead,
    Appointment,
    Consent,
    Vehicle,
}

/// The moments of records, what is ahead first, then the latest first.
pub(super) fn timeline<'a>(records: impl Iterator<Item = &'a RecordView>, now: &str) -> Vec<Moment> {
    let mut moments: Vec<Moment> = records.flat_map(|record| moments_of(record, now)).collect();
    moments.sort_by(|left, right| {
        right
            .ahead
            .cmp(&left.ahead)
            .then_with(|| {
                // What is to be done is read from the most pressing on.
                if left.ahead {
                    left.at.cmp(&right.at)
                } else {
                    right.at.cmp(&left.at)
                }
            })
            .then_with(|| right.reference.cmp(&left.reference))
    });
    moments
}

fn moments_of(record: &RecordView, now: &str) -> Vec<Moment> {
    let text = |key: &str| {
        record
            .values
            .get(key)
            .and_then(Value::text)
            .filter(|text| !text.is_empty())
    };
    let moment = |kind: MomentKind, field: &'static str| {
        text(field).map(|at| Moment {
            at: at.to_owned(),
            kind,
            reference: record.reference.clone(),
            entity: record.entity,
            field,
            ahead: at > now.get(..at.len()).unwrap_or(now),
        })
    };
    let found = match record.entity {
        Entity::Activity => {
            let mut pending = moment(MomentKind::FollowUp, "next_follow_up_on")
                .filter(|_| text("follow_up_done_on").is_none());
            if let Some(pending) = &mut pending {
                pending.ahead = true;
            }
            vec![moment(MomentKind::Contact, "happened_at"), pending]
        }
        Entity::Invoice => {
            let sale = matches!(text("kind"), Some("new_vehicle" | "used_vehicle"));
            let kind = if sale {
                MomentKind::Sale
            } else {
                MomentKind::Service
            };
            vec![moment(kind, "issued_on")]
        }
        Entity::Lead => vec![moment(MomentKind::Lead, "issued_at")],
        Entity::AgendaEntry => vec![moment(MomentKind::Appointment, "starts_at")],
        Entity::Consent => vec![
            moment(MomentKind::Consent, "given_on"),
            moment(MomentKind::Consent, "withdrawn_on"),
        ],
        Entity::Vehicle => record
            .entity
            .fields()
            .stored()
            .filter(|field| field.kind == Kind::Date)
            .map(|field| moment(MomentKind::Vehicle, field.key))
            .collect(),
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Values;

    fn record(entity: Entity, id: i64, values: &[(&str, &str)]) -> RecordView {
        RecordView {
            reference: entity.reference(id),
            entity,
            label: String::new(),
            values: values
                .iter()
                .map(|(key, text)| ((*key).to_owned(), (*text).into()))
                .collect::<Values>(),
        }
    }

    #[test]
    fn what_is_ahead_comes_first_from_the_most_pressing_then_the_past_from_the_latest() {
        let records = [
            record(
                Entity::Activity,
                1,
                &[
                    ("happened_at", "2026-10-02T09:00"),
                    ("next_follow_up_on", "2026-11-02"),
                ],
            ),
            record(
                Entity::Activity,
                2,
                &[
                    ("happened_at", "2026-09-02T09:00"),
                    ("next_follow_up_on", "2026-10-02"),
                    ("follow_up_done_on", "2026-10-02"),
                ],
            ),
            record(
                Entity::Invoice,
                3,
                &[("kind", "used_vehicle"), ("issued_on", "2026-11-23")],
            ),
            record(Entity::AgendaEntry, 4, &[("starts_at", "2026-11-23T15:00")]),
            record(
                Entity::Consent,
                5,
                &[("given_on", "2024-01-05"), ("withdrawn_on", "2026-03-01")],
            ),
            record(
                Entity::Vehicle,
                6,
                &[("first_registered_on", "2019-05-02"), ("sold_on", "")],
            ),
        ];
        let found: Vec<_> = timeline(records.iter(), "2026-11-23T14:30")
            .into_iter()
            .map(|moment| (moment.at, moment.kind, moment.ahead))
            .collect();
        let expected = [
            // Overdue, yet still to be done.
            ("2026-11-02", MomentKind::FollowUp, true),
            ("2026-11-23T15:00", MomentKind::Appointment, true),
            ("2026-11-23", MomentKind::Sale, false),
            ("2026-10-02T09:00", MomentKind::Contact, false),
            ("2026-09-02T09:00", MomentKind::Contact, false),
            ("2026-03-01", MomentKind::Consent, false),
            ("2024-01-05", MomentKind::Consent, false),
            ("2019-05-02", MomentKind::Vehicle, false),
        ];
        assert_eq!(
            found,
            expected.map(|(at, kind, ahead)| (at.to_owned(), kind, ahead))
        );
    }
}
