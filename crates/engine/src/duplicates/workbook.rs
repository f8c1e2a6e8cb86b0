//! Doubles of a workbook, without a sandbox: what designers and we ourselves measure.

use super::{Raw, subject_of};
use crate::fields::Entity;
use crate::school::Record;
use ::duplicates::{Found, Reason, Shared, Subject, find};
use std::collections::BTreeMap;

/// Two records of a workbook that are probably the same one.
#[derive(Clone, Debug)]
pub struct WorkbookPair {
    /// Their references.
    pub references: [String; 2],
    /// 0 to 1.
    pub score: f32,
    /// Weightiest first.
    pub reasons: Vec<Reason>,
}

/// A person and the firm they run.
#[derive(Clone, Debug)]
pub struct WorkbookLink {
    /// References of the person and of the firm.
    pub references: [String; 2],
    /// What both share.
    pub shared: Vec<Shared>,
}

/// What was found in a workbook.
#[derive(Clone, Debug, Default)]
pub struct WorkbookDoubles {
    /// Surest first.
    pub pairs: Vec<WorkbookPair>,
    /// Two records that stay two.
    pub links: Vec<WorkbookLink>,
}

const LEAST: f32 = 0.5;

pub(crate) fn of_records(records: &[Record]) -> WorkbookDoubles {
    let mut raws: BTreeMap<i64, Raw> = BTreeMap::new();
    for record in records.iter().filter(|record| record.entity == Entity::Customer) {
        raws.insert(record.id, raw_of(record));
    }
    for record in records {
        let owner = int(record, "customer_id").and_then(|id| raws.get_mut(&id));
        let Some(owner) = owner else { continue };
        match record.entity {
            Entity::Vehicle => owner.cars.extend([text(record, "plate"), text(record, "vin")]),
            Entity::Contact => {
                let name = format!("{} {}", text(record, "first_name"), text(record, "last_name"));
                owner.contacts.push(name);
                owner.phones.push(text(record, "mobile"));
            }
            _ => {}
        }
    }
    let references: Vec<String> = raws.keys().map(|id| Entity::Customer.reference(*id)).collect();
    let subjects: Vec<Subject> = raws.values().map(subject_of).collect();
    let Found { pairs, links } = find(&subjects, LEAST);
    let both = |one: usize, other: usize| [references[one].clone(), references[other].clone()];
    WorkbookDoubles {
        pairs: pairs
            .into_iter()
            .map(|pair| WorkbookPair {
                references: both(pair.left, pair.right),
                score: pair.score,
                reasons: pair.reasons,
            })
            .collect(),
        links: links
            .into_iter()
            .map(|link| WorkbookLink {
                references: both(link.person, link.firm),
                shared: link.shared,
            })
            .collect(),
    }
}

fn raw_of(record: &Record) -> Raw {
    let of = |key: &str| text(record, key);
    let siren = of("siren");
    Raw {
        kind: of("kind"),
        civility: of("civility"),
        first_name: of("first_name"),
        last_name: of("last_name"),
        birth_date: of("birth_date"),
        legal_name: of("legal_name"),
        trade_name: of("trade_name"),
        siren: if siren.is_empty() { of("siret") } else { siren },
        street_number: of("street_number"),
        street: of("street"),
        address_extra: of("address_extra"),
        postcode: of("postcode"),
        town: of("town"),
        phones: vec![of("phone"), of("mobile")],
        mail: of("mail"),
        ..Raw::default()
    }
}

fn text(record: &Record, key: &str) -> String {
    let found = record.values.iter().find(|(known, _)| *known == key);
    found
        .and_then(|(_, value)| value.text())
        .unwrap_or_default()
        .to_owned()
}

fn int(record: &Record, key: &str) -> Option<i64> {
    let found = record.values.iter().find(|(known, _)| *known == key);
    found.and_then(|(_, value)| value.int())
}
