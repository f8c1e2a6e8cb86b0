//! What ties the records of a base, so that a word written in one may change what is found in another: what persons are
//! compared by, chassis and plates, invoices of a car, names that a lead bears.

use super::super::base::Base;
use super::super::facts::Ref;
use super::people::name;
use super::twins::Person;
use crate::fields::Entity;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Something that records share. Ordered, so that those who share it stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tie {
    hash: u64,
    /// It only tells persons apart, who are no longer compared when too many share it.
    pub(crate) is_of_twins: bool,
}

impl Tie {
    /// None comes before it.
    pub(crate) const FIRST: Self = Self {
        hash: 0,
        is_of_twins: false,
    };
}

/// Hands over whom each tie of a base holds: customers, and rows that belong to none.
pub(crate) fn ties(base: &Base, take: &mut dyn FnMut(Ref, Tie)) {
    let mut tie = |held: Ref, hash| {
        let is_of_twins = false;
        take(held, Tie { hash, is_of_twins });
    };
    for customer in base.customers.iter().filter(|customer| !customer.is_company) {
        let held = (Entity::Customer, customer.id);
        tie(held, named(&customer.first_name, &customer.last_name));
    }
    for lead in base.leads.iter().filter(|lead| lead.customer.is_none()) {
        tie((Entity::Lead, lead.id), named(&lead.first_name, &lead.last_name));
    }
    for car in &base.vehicles {
        let held = whose((Entity::Vehicle, car.id), car.customer);
        tie(held, hash(&("car", car.id)));
        for (what, text) in [("vin", &car.vin), ("plate", &car.plate)] {
            if !text.is_empty() {
                tie(held, hash(&(what, text)));
            }
        }
    }
    for invoice in &base.invoices {
        if let Some(car) = invoice.vehicle {
            let held = whose((Entity::Invoice, invoice.id), invoice.customer);
            tie(held, hash(&("car", car)));
        }
    }
    for (place, customer) in base.places().filter(|(_, customer)| !customer.is_company) {
        let person = Person::of_base(base, place, customer);
        let mut tie = |hash| {
            let is_of_twins = true;
            take((Entity::Customer, customer.id), Tie { hash, is_of_twins });
        };
        births(&person, &mut tie);
        homes(&person, &mut tie);
    }
}

/// Whose a row is: a customer, or nobody but itself.
pub(crate) fn whose(row: Ref, customer: Option<i64>) -> Ref {
    customer.map_or(row, |id| (Entity::Customer, id))
}

fn named(first: &str, last: &str) -> u64 {
    hash(&("name", name(first, last)))
}

/// The birth with an initial, so that a group stays small in a large base: of both names, since they may be exchanged.
pub(super) fn births(person: &Person, add: &mut dyn FnMut(u64)) {
    if let Some(birth) = person.customer.birth {
        let initials = [&person.first, &person.last].map(|name| name.bytes().next());
        initials.iter().for_each(|initial| add(hash(&(birth, initial))));
    }
}

pub(super) fn homes(person: &Person, add: &mut dyn FnMut(u64)) {
    if !person.address.is_empty() {
        add(hash(&person.address));
    }
}

pub(super) fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
