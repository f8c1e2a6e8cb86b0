//! Doubles of a workbook, without a sandbox: what designers and we ourselves measure.

use super::{Raw, subject_of};
use crate::error::ApiError;
use crate::excel::{LooseRow, loose_rows};
use crate::fields::Entity;
use ::duplicates::{Found, Reason, Shared, find};
use std::collections::HashMap;

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

/// Compares the customers of a workbook.
pub(crate) fn of_workbook(bytes: &[u8]) -> Result<WorkbookDoubles, ApiError> {
    let rows = loose_rows(bytes, &[Entity::Customer, Entity::Vehicle, Entity::Contact])?;
    let (customers, belongings): (Vec<LooseRow>, Vec<LooseRow>) =
        rows.into_iter().partition(|row| row.entity == Entity::Customer);
    let mut raws: Vec<Raw> = customers.iter().map(raw_of).collect();
    let places: HashMap<&str, usize> = customers
        .iter()
        .enumerate()
        .map(|(place, row)| (row.reference.as_str(), place))
        .collect();
    for row in &belongings {
        let owner = text(row, "customer_id").to_uppercase();
        let Some(owner) = places.get(owner.as_str()).and_then(|place| raws.get_mut(*place)) else {
            continue;
        };
        if row.entity == Entity::Vehicle {
            owner.cars.extend([text(row, "plate"), text(row, "vin")]);
        } else {
            owner
                .contacts
                .push(format!("{} {}", text(row, "first_name"), text(row, "last_name")));
            owner.phones.push(text(row, "mobile"));
        }
    }
    let Found { pairs, links } = find(raws.iter().map(subject_of), LEAST);
    let both = |one: usize, other: usize| {
        [
            customers[one].reference.clone(),
            customers[other].reference.clone(),
        ]
    };
    Ok(WorkbookDoubles {
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
    })
}

fn raw_of(row: &LooseRow) -> Raw {
    let of = |key: &str| text(row, key);
    let siren = of("siren");
    Raw {
        kind: if row.company { "company" } else { "person" }.to_owned(),
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

fn text(row: &LooseRow, key: &str) -> String {
    row.values.get(key).cloned().unwrap_or_default()
}
