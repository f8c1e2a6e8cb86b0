//! Tells the trainer each thing wrong on purpose, as the last of its records is written.

use super::client::Client;
use super::flaws::{Kind, Part};
use super::writer::Writer;
use crate::content::words::{anomalies as words, fill};
use crate::fields::Entity;
use crate::values::Value;

/// What the rows of a record showed of its flaw.
#[derive(Default)]
pub(super) struct Trace {
    /// Records at fault beside the customer.
    pub(super) records: Vec<(Entity, i64)>,
    /// What stands there.
    pub(super) value: String,
}

/// Tells the flaw of the record just written, unless another record has still to come.
pub(super) fn tell_record<E>(client: &Client, writer: &mut Writer<E>) -> Result<(), E> {
    let trace = std::mem::take(&mut writer.trace);
    let Some(flaw) = client.slot.flaw else {
        return Ok(());
    };
    match flaw.part {
        Part::First => {
            if let (Kind::SoldVehicleAttached, Some((_, car))) = (flaw.kind, trace.records.last()) {
                writer.sold_cars.insert(client.slot.index, *car);
            }
            Ok(())
        }
        Part::Second(of) => {
            let mut records = vec![
                (Entity::Customer, i64::from(of) + 1),
                (Entity::Customer, client.id()),
            ];
            records.extend(writer.sold_cars.remove(&of).map(|car| (Entity::Vehicle, car)));
            let first = client.origin.as_deref().map(Client::label).unwrap_or_default();
            tell(flaw.kind, &records, [&first, &client.label(), ""], writer)
        }
        // Told with the lead.
        Part::Only if flaw.kind == Kind::LeadOfCustomer => Ok(()),
        Part::Only => {
            let mut records = vec![(Entity::Customer, client.id())];
            records.extend(trace.records);
            tell(flaw.kind, &records, [&client.label(), "", &trace.value], writer)
        }
    }
}

/// Writes one row; `named` is who the first and second records are, and what stands there.
pub(super) fn tell<E>(
    kind: Kind,
    records: &[(Entity, i64)],
    named: [&str; 3],
    writer: &mut Writer<E>,
) -> Result<(), E> {
    let Some(words) = words().get(kind.code()) else {
        return Ok(());
    };
    let references: Vec<String> = records.iter().map(|(entity, id)| entity.reference(*id)).collect();
    let said = |sentence: &str| {
        fill(sentence, &|name| match name {
            "a" => references.first().cloned(),
            "b" => references.get(1).cloned(),
            "c" => references.get(2).cloned(),
            "qui" => Some(named[0].to_owned()),
            "autre" => Some(named[1].to_owned()),
            "valeur" => Some(named[2].to_owned()),
            _ => None,
        })
    };
    let id = writer.next_id(Entity::Anomaly);
    let values = vec![
        ("code", format!("AN{id:03}").into()),
        ("kind", kind.code().into()),
        ("records", references.join(" ").into()),
        ("finding", said(&words.finding).into()),
        ("expected_action", said(&words.action).into()),
        ("difficulty", words.difficulty.to_string().into()),
        ("trap", Value::Flag(words.trap)),
    ];
    writer.fact(Entity::Anomaly, id, values)
}
