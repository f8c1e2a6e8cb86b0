//! Records of persons that may be one, sought in small groups that share a birth, a home, a car or a name.

use super::super::base::Base;
use super::Finding;
use super::ties::{self, hash};
use super::twins::{self, Person};
use crate::fields::Entity;
use std::collections::{HashMap, HashSet};

/// A larger group shares something too common to tell anything.
pub(crate) const LARGEST_GROUP: usize = 60;

/// Doubles and their traps.
pub(super) struct Doubles {
    pub(super) findings: Vec<Finding>,
    /// Pairs of customers that are one person, lower id first.
    same: HashSet<(i64, i64)>,
    /// The later records of pairs.
    later: HashMap<i64, &'static str>,
}

impl Doubles {
    /// Are they one person?
    pub(super) fn is_same(&self, one: i64, other: i64) -> bool {
        self.same.contains(&(one.min(other), one.max(other)))
    }

    /// The kind of double that a record is of an earlier one.
    pub(super) fn kind_of(&self, customer: i64) -> Option<&'static str> {
        self.later.get(&customer).copied()
    }
}

/// Every pair of persons that is an anomaly or a trap.
pub(super) fn doubles(base: &Base) -> Doubles {
    let persons: Vec<Person> = base
        .places()
        .filter(|(_, customer)| !customer.is_company)
        .map(|(place, customer)| Person::of_base(base, place, customer))
        .collect();
    let mut doubles = Doubles {
        findings: Vec::new(),
        same: HashSet::new(),
        later: HashMap::new(),
    };
    for (one, other) in candidates(&persons) {
        let (one, other) = (&persons[one as usize], &persons[other as usize]);
        let Some(kind) = twins::kind(one, other) else {
            continue;
        };
        let (one, other) = (one.customer.id, other.customer.id);
        doubles.findings.push(Finding::new(
            kind,
            &[(Entity::Customer, one), (Entity::Customer, other)],
        ));
        if twins::is_double(kind) {
            doubles.same.insert((one, other));
            doubles.later.insert(other, kind);
        }
    }
    doubles
}

/// Gives each key under which a person is looked for.
type KeysOf<'a> = &'a dyn Fn(&Person, &mut dyn FnMut(u64));

/// Pairs worth a look, once each, in order.
fn candidates(persons: &[Person]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    let mut keys: Vec<(u64, u32)> = Vec::with_capacity(persons.len());
    let mut look = |key_of: KeysOf| {
        keys.clear();
        for (place, person) in (0_u32..).zip(persons) {
            key_of(person, &mut |key| keys.push((key, place)));
        }
        keys.sort_unstable();
        for group in keys.chunk_by(|one, other| one.0 == other.0) {
            if (2..=LARGEST_GROUP).contains(&group.len()) {
                pair_up(group, &mut pairs);
            }
        }
    };
    look(&ties::births);
    look(&ties::homes);
    look(&|person, add| person.vins.iter().for_each(|vin| add(hash(vin))));
    look(&|person, add| add(hash(&(&person.first, &person.last))));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn pair_up(group: &[(u64, u32)], pairs: &mut Vec<(u32, u32)>) {
    for (rank, (_, one)) in group.iter().enumerate() {
        for (_, other) in group[rank + 1..].iter().filter(|known| known.1 != *one) {
            pairs.push((*one.min(other), *one.max(other)));
        }
    }
}
