//! Addresses: a postcode and its town, what a letter needs, the length of a line.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use super::meant;
use crate::coherence::{Base, Customer, disagree, is_long_address, postcodes_of, slips, towns_of};
use crate::fields::Entity;
use crate::values::{Value, postcode};

/// Characters of a line of an address (NF Z10-011).
const LINE: usize = 38;

pub(super) fn find(base: &Base, faults: &mut Vec<Fault>) {
    for customer in &base.customers {
        if customer.postcode.is_empty() && customer.town.is_empty() && customer.street.is_empty() {
            continue;
        }
        faults.extend(town(customer));
        faults.extend(incomplete(customer));
        if is_long_address(customer) {
            let fields = ["street_number", "street", "address_extra"];
            faults.push(
                fault(Check::AddressLong, FaultWhy::AddressLong, customer, &fields)
                    .corrected(shortened(customer)),
            );
        }
    }
}

fn fault(check: Check, why: FaultWhy, customer: &Customer, fields: &[&'static str]) -> Fault {
    let record = (Entity::Customer, customer.id);
    Fault::new(check, why, record, Some(customer.id), fields)
}

fn town(customer: &Customer) -> Option<Fault> {
    let (code, town) = (&*customer.postcode, &*customer.town);
    if !code.is_empty() && postcode(code).as_deref() != Some(code) {
        let tidy = meant::postcode(code).filter(|meant| !disagree(meant, town));
        let meant = tidy.or_else(|| nearest(code, town).map(str::to_owned));
        let why = match &meant {
            Some(meant) if *meant == format!("0{code}") => FaultWhy::PostcodeZeroLost,
            Some(meant) if Some(meant) == postcode(code).as_ref() => FaultWhy::PostcodeFormat,
            _ => FaultWhy::PostcodeOther,
        };
        return Some(
            fault(Check::PostcodeWriting, why, customer, &["postcode", "town"]).mended("postcode", meant),
        );
    }
    disagree(code, town).then(|| {
        let found = fault(
            Check::PostcodeTown,
            FaultWhy::PostcodeTown,
            customer,
            &["postcode", "town"],
        );
        found.mended("postcode", nearest(code, town))
    })
}

/// The one postcode of the town that is a slip of the keyboard away.
fn nearest(code: &str, town: &str) -> Option<&'static str> {
    let near: Vec<&str> = postcodes_of(town)
        .iter()
        .copied()
        .filter(|known| slips(code, known, 1) == 1)
        .collect();
    match near[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// A street without the postcode or the town that a letter needs.
fn incomplete(customer: &Customer) -> Option<Fault> {
    if customer.street.is_empty() || !(customer.postcode.is_empty() || customer.town.is_empty()) {
        return None;
    }
    if customer.postcode.is_empty() {
        return Some(fault(
            Check::AddressIncomplete,
            FaultWhy::PostcodeMissing,
            customer,
            &["postcode", "town"],
        ));
    }
    let found = fault(
        Check::AddressIncomplete,
        FaultWhy::TownMissing,
        customer,
        &["town", "postcode"],
    );
    Some(found.mended("town", only_town(&customer.postcode)))
}

/// The town of a postcode that no other can share: one of the several that a city has for itself.
fn only_town(code: &str) -> Option<&'static str> {
    match towns_of(code) {
        [town]
            if postcodes_of(town)
                .iter()
                .filter(|known| known[..2] == code[..2])
                .count()
                > 1 =>
        {
            Some(town)
        }
        _ => None,
    }
}

/// What follows a comma goes to the line kept for it.
fn shortened(customer: &Customer) -> Vec<(&'static str, Value)> {
    let Some((street, rest)) = customer
        .street
        .split_once(", ")
        .filter(|_| customer.extra.is_empty())
    else {
        return Vec::new();
    };
    let first = customer.number.chars().count() + 1 + street.chars().count();
    if first > LINE || rest.chars().count() > LINE || rest.contains(',') || street.is_empty() {
        return Vec::new();
    }
    let mut letters = rest.chars();
    let rest: String = letters
        .next()
        .map(|first| first.to_uppercase().to_string())
        .unwrap_or_default()
        + letters.as_str();
    vec![("street", street.into()), ("address_extra", rest.into())]
}
