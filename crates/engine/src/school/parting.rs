//! Nobody is taken for somebody else by accident: in a block, each record in turn takes a name that nobody bears yet, and a
//! mobile that nobody of the same birth or of the same home has.
//!
//! A record is parted together with the one that is made from it, whose name follows its own. Names are first drawn as
//! they are given in life; when those drawn are borne already, the lists of first names are read from one end to the other.
//! There are some four hundred thousand names: in a larger base people are namesakes as in life, and none looks for long.

use super::client::{self, Client};
use super::flaws::{Kind, Part};
use super::identifiers;
use super::leads;
use super::people;
use super::plan::{Plan, Slot};
use crate::values::fold;
use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A firm has so many names to choose from.
const NAMES_OF_A_FIRM: u32 = 12;

/// Records up to which everybody has a name alone; those who come after take the first of a few that is free, if any is.
const ALONE: u32 = 150_000;

/// What is taken already, in the blocks so far.
#[derive(Default)]
pub(super) struct Parting {
    taken: HashSet<u64>,
}

impl Parting {
    /// Parts the records of the next block.
    pub(super) fn part(&mut self, plan: &mut Plan, block: u32) {
        let slots: Vec<Slot> = plan.range(block).map(|index| plan.slot(index)).collect();
        let named_after: BTreeMap<u32, u32> = slots
            .iter()
            .filter_map(|slot| Some((model_of_name(slot)?, slot.index)))
            .collect();
        let is_model = |slot: &Slot| slot.flaw.is_some_and(|flaw| flaw.part == Part::First);
        // First those who are written in two ways, with both their names; then everybody else.
        for slot in slots.iter().filter(|slot| is_model(slot)) {
            self.name(plan, slot.index, named_after.get(&slot.index).copied());
        }
        let follows = |slot: &&Slot| model_of_name(slot).is_none() && !is_model(slot);
        let (made, ordinary): (Vec<&Slot>, Vec<&Slot>) = slots
            .iter()
            .filter(follows)
            .partition(|slot| slot.origin().is_some());
        for slot in made.into_iter().chain(ordinary) {
            self.name(plan, slot.index, None);
        }
        for slot in slots.iter().filter(|slot| !slot.company) {
            self.number(plan, slot);
        }
    }

    /// Parts the strangers who leave a lead from the customers, who are all parted by then.
    pub(super) fn part_strangers(&mut self, plan: &mut Plan) {
        for rank in 0..leads::count(plan.size) {
            let slot = leads::stranger(rank);
            for passed_over in 0..names_of_a_person(plan.size) {
                plan.pass_over(slot.index, passed_over);
                if self.take(&[named(&client::stranger(plan, slot).label())]) {
                    break;
                }
            }
        }
    }

    /// Gives a record the first name that leaves it and the one named after it alone with theirs.
    fn name(&mut self, plan: &mut Plan, index: u32, named_after: Option<u32>) {
        let names = if plan.slot(index).company {
            NAMES_OF_A_FIRM
        } else {
            names_of_a_person(index)
        };
        for passed_over in 0..names {
            plan.pass_over(index, passed_over);
            let mut both = vec![named(&client::client(plan, index).label())];
            both.extend(named_after.map(|other| named(&client::client(plan, other).label())));
            if self.take(&both) {
                return;
            }
        }
        // More people than names: one is borne twice, as in life.
        plan.pass_over(index, 0);
    }

    /// Gives a person the first number that nobody of the same birth or home has.
    fn number(&mut self, plan: &mut Plan, slot: &Slot) {
        if slot.is_double() || matches!(slot.origin(), Some((Kind::Couple, _))) {
            return;
        }
        let client = client::client(plan, slot.index);
        for later in 0..identifiers::MOBILES {
            let number = (slot.index + later) % identifiers::MOBILES;
            if self.take(&reached_at(&client, number)) {
                if later > 0 {
                    plan.renumbered.insert(slot.index, later);
                }
                return;
            }
        }
    }

    /// Takes what nobody has, all or nothing.
    fn take(&mut self, wanted: &[u64]) -> bool {
        let free = wanted.iter().all(|one| !self.taken.contains(one));
        if free {
            self.taken.extend(wanted);
        }
        free
    }
}

/// How many names somebody looks at who comes after so many.
fn names_of_a_person(others: u32) -> u32 {
    if others < ALONE {
        people::NAMES_OF_A_PERSON
    } else {
        people::DRAWN_NAMES
    }
}

/// The record of which this one bears the name, written in its way.
fn model_of_name(slot: &Slot) -> Option<u32> {
    let (kind, of) = slot.origin()?;
    let follows = kind.is_double() || matches!(kind, Kind::Homonym | Kind::FatherSon | Kind::SoleTrader);
    follows.then_some(of)
}

fn named(label: &str) -> u64 {
    hash(&("name", fold(label)))
}

/// What two records of one person have in common: the mobile, and the birth or the home.
fn reached_at(client: &Client, number: u32) -> [u64; 2] {
    let home = &client.home;
    let birth = client.person().map(|person| match person.birth.parts() {
        // These births are written over, by few others.
        _ if client.slot.is(Kind::Birth1900) => (1900, 1, 1),
        _ if client.slot.is(Kind::Minor) => (2000, 1, 1),
        // What it becomes in other years.
        (year, 2, 29) => (year, 2, 28),
        known => known,
    });
    [
        hash(&("birth", birth, number)),
        hash(&("home", &home.number, home.street, &home.town.postcode, number)),
    ]
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(seed: u64, size: u32) -> (Plan, Parting) {
        let (mut plan, mut parting) = (Plan::new(seed, size), Parting::default());
        for block in 0..plan.blocks() {
            parting.part(&mut plan, block);
        }
        parting.part_strangers(&mut plan);
        (plan, parting)
    }

    #[test]
    fn nobody_bears_anothers_name_but_who_is_meant_to() {
        // By chance alone, sixteen of twenty bases of this size had namesakes.
        for seed in [2, 5, 6] {
            let (mut plan, _) = parted(seed, 5_000);
            let mut borne: BTreeMap<String, u32> = BTreeMap::new();
            for index in 0..plan.size {
                let slot = plan.slot(index);
                if slot.company || model_of_name(&slot).is_some() {
                    continue;
                }
                let label = client::client(&mut plan, index).label();
                let other = borne.insert(fold(&label), index);
                assert_eq!(other, None, "{label}: {index}, seed {seed}");
            }
            for rank in 0..leads::count(plan.size) {
                let label = client::stranger(&mut plan, leads::stranger(rank)).label();
                assert_eq!(borne.insert(fold(&label), rank), None, "{label}, lead {rank}");
            }
        }
    }

    #[test]
    fn who_shares_a_mobile_shares_neither_birth_nor_home() {
        let (mut plan, mut parting) = (Plan::new(7, 520), Parting::default());
        parting.part(&mut plan, 0);
        let slot = (0..520)
            .map(|index| plan.slot(index))
            .find(|slot| !slot.company && slot.flaw.is_none() && slot.head.is_none())
            .unwrap();
        assert_eq!(
            client::client(&mut plan, slot.index).number(),
            u64::from(slot.index)
        );
        // Its number is taken by somebody of the same birth: itself.
        parting.number(&mut plan, &slot);
        let given = client::client(&mut plan, slot.index).number();
        assert_eq!(given, u64::from(slot.index) + 1);
    }
}
