//! Nobody can be reached: every number, address, plate and firm comes from a range kept for fiction.

use super::super::base::Base;
use super::super::facts::Ref;
use super::super::report::Check;
use crate::fields::Entity;
use crate::values::{digits_of, mail_is_well_formed, plate, siren_is_valid, vin};

/// Blocks of numbers that the ARCEP keeps for works of fiction.
const PHONES: [&str; 6] = ["019900", "026191", "035301", "046571", "053649", "063998"];
/// Ends of domains that lead nowhere (RFC 2606 and RFC 6761).
const DOMAINS: [&str; 6] = [
    ".example",
    ".test",
    ".invalid",
    "example.com",
    "example.net",
    "example.org",
];

pub(super) fn nobody_reached(base: &Base, check: &mut Check) {
    let mut fictional = |record: Ref, text: &str, is_fictional: fn(&str) -> bool| {
        if !text.is_empty() {
            check.expect(is_fictional(text), &[record], || [text.to_owned()]);
        }
    };
    for row in &base.customers {
        let record = (Entity::Customer, row.id);
        fictional(record, &row.phone, phone_is_fictional);
        fictional(record, &row.mobile, phone_is_fictional);
        fictional(record, &row.mail, mail_is_fictional);
        fictional(record, &row.siren, siren_is_fictional);
    }
    for row in &base.contacts {
        fictional((Entity::Contact, row.id), &row.mobile, phone_is_fictional);
        fictional((Entity::Contact, row.id), &row.mail, mail_is_fictional);
    }
    for row in &base.leads {
        fictional((Entity::Lead, row.id), &row.phone, phone_is_fictional);
        fictional((Entity::Lead, row.id), &row.mail, mail_is_fictional);
    }
    for row in &base.vehicles {
        fictional((Entity::Vehicle, row.id), &row.plate, plate_is_fictional);
        fictional((Entity::Vehicle, row.id), &row.vin, vin_is_fictional);
    }
}

/// What is no number cannot be dialled.
fn phone_is_fictional(text: &str) -> bool {
    digits_of(text).is_none_or(|digits| PHONES.iter().any(|block| digits.starts_with(block)))
}

/// What is no address cannot be written to.
fn mail_is_fictional(text: &str) -> bool {
    !mail_is_well_formed(text) || DOMAINS.iter().any(|end| text.to_lowercase().ends_with(end))
}

/// A left block from X, Y or Z: not reached for decades. A plate that is none names nobody's car.
fn plate_is_fictional(text: &str) -> bool {
    plate(text).is_none_or(|plate| plate.starts_with(['X', 'Y', 'Z']))
}

/// `ANFA` where the model stands.
fn vin_is_fictional(text: &str) -> bool {
    vin(text).is_none_or(|vin| vin.get(3..7) == Some("ANFA"))
}

/// Numbers that begin with 000 are given to nobody.
fn siren_is_fictional(text: &str) -> bool {
    !siren_is_valid(text) || text.starts_with("000")
}
