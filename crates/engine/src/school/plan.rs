//! Who each record is, before any story: the mixture of cases, households, groups of firms, planted flaws.
//!
//! Records are cast by blocks of a hundred, each computed alone: no memory grows with the base.

use super::chance::Chance;
use std::collections::BTreeMap;

/// Records in a block.
const BLOCK: u32 = 100;

/// What a record's story comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Bought here, never came to the workshop.
    BuyOnly,
    /// Bought here and comes to the workshop.
    BuyAndService,
    /// Comes to the workshop or the parts counter, bought elsewhere.
    ServiceOnly,
    /// No invoice.
    Prospect,
    /// A prospect at the beginning of the year of use, who buys within it.
    Converting,
}

/// Something wrong on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    BadMail,
    ShortMobile,
    LandlineInMobile,
}

/// The part of one record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) index: u32,
    pub(super) company: bool,
    pub(super) case: Case,
    /// Lives with this earlier person.
    pub(super) head: Option<u32>,
    /// A holding.
    pub(super) mother: bool,
    /// Belongs to this earlier holding.
    pub(super) parent: Option<u32>,
    /// Bears the name of this earlier person and is somebody else.
    pub(super) homonym: Option<u32>,
    pub(super) flaw: Option<Flaw>,
}

/// Cases of a block: company or not, case, how many.
const MIXTURE: [(bool, Case, u32); 9] = [
    (false, Case::BuyOnly, 17),
    (false, Case::BuyAndService, 29),
    (false, Case::ServiceOnly, 17),
    (false, Case::Prospect, 16),
    (false, Case::Converting, 2),
    (true, Case::BuyOnly, 3),
    (true, Case::BuyAndService, 7),
    (true, Case::ServiceOnly, 5),
    (true, Case::Prospect, 4),
];

/// The parts of every record; keeps the last block asked for.
pub(super) struct Plan {
    seed: u64,
    block: Option<u32>,
    slots: Vec<Slot>,
    /// How many first names to pass over, for those who would bear another's name by accident.
    pub(super) passed_over: BTreeMap<u32, u32>,
}

impl Plan {
    /// The plan of a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self {
            seed,
            block: None,
            slots: Vec::new(),
            passed_over: BTreeMap::new(),
        }
    }

    /// The part of a record.
    pub(super) fn slot(&mut self, index: u32) -> Slot {
        let block = index / BLOCK;
        if self.block != Some(block) {
            self.slots = cast_block(self.seed, block);
            self.block = Some(block);
        }
        self.slots[(index % BLOCK) as usize]
    }
}

fn cast_block(seed: u64, block: u32) -> Vec<Slot> {
    let mut chance = Chance::of(seed, u64::from(block), "cast");
    let mut cases: Vec<(bool, Case)> = MIXTURE
        .iter()
        .flat_map(|&(company, case, count)| (0..count).map(move |_| (company, case)))
        .collect();
    chance.shuffle(&mut cases);
    let mut slots: Vec<Slot> = (block * BLOCK..)
        .zip(cases)
        .map(|(index, (company, case))| Slot {
            index,
            company,
            case,
            head: None,
            mother: false,
            parent: None,
            homonym: None,
            flaw: None,
        })
        .collect();
    found_households(&mut slots, &mut chance);
    found_groups(&mut slots, &mut chance);
    plant_homonym(&mut slots, block);
    plant_flaws(&mut slots, &mut chance);
    slots
}

/// One person in seven lives with the person before.
fn found_households(slots: &mut [Slot], chance: &mut Chance) {
    for place in 1..slots.len() {
        let before = slots[place - 1];
        if !slots[place].company && !before.company && before.head.is_none() && chance.percent(22) {
            slots[place].head = Some(before.index);
        }
    }
}

fn found_groups(slots: &mut [Slot], chance: &mut Chance) {
    let Some(mother) = slots
        .iter()
        .position(|slot| slot.company && slot.case != Case::Prospect)
    else {
        return;
    };
    slots[mother].mother = true;
    let index = slots[mother].index;
    for slot in slots.iter_mut().skip(mother + 1).filter(|slot| slot.company) {
        if chance.percent(18) {
            slot.parent = Some(index);
        }
    }
}

/// In every other block, two people who share a name and nothing else.
fn plant_homonym(slots: &mut [Slot], block: u32) {
    let alone = |slot: &&Slot| !slot.company && slot.head.is_none();
    let (Some(first), Some(second)) = (
        slots.iter().skip(30).find(alone).map(|slot| slot.index),
        slots.iter().skip(70).find(alone).map(|slot| slot.index),
    ) else {
        return;
    };
    if block.is_multiple_of(2) {
        slots[(second % BLOCK) as usize].homonym = Some(first);
    }
}

fn plant_flaws(slots: &mut [Slot], chance: &mut Chance) {
    let shared: Vec<u32> = slots.iter().filter_map(|slot| slot.homonym).collect();
    let ordinary = |slot: &Slot| {
        !slot.company
            && slot.case != Case::Prospect
            && slot.homonym.is_none()
            && !shared.contains(&slot.index)
    };
    let mut people: Vec<usize> = (0..slots.len())
        .filter(|&place| ordinary(&slots[place]))
        .collect();
    chance.shuffle(&mut people);
    for (place, flaw) in people.into_iter().zip([
        Flaw::BadMail,
        Flaw::ShortMobile,
        Flaw::LandlineInMobile,
        Flaw::BadMail,
    ]) {
        slots[place].flaw = Some(flaw);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_holds_the_mixture_and_looks_back_only() {
        assert_eq!(MIXTURE.iter().map(|row| row.2).sum::<u32>(), BLOCK);
        let mut plan = Plan::new(7);
        let slots: Vec<Slot> = (200..300).map(|index| plan.slot(index)).collect();
        assert_eq!(slots.iter().filter(|slot| slot.company).count(), 19);
        assert!(
            slots.iter().any(|slot| slot.parent.is_some()) && slots.iter().any(|slot| slot.head.is_some())
        );
        for slot in slots {
            assert!(
                [slot.head, slot.parent, slot.homonym]
                    .into_iter()
                    .flatten()
                    .all(|other| other < slot.index && other >= 200)
            );
        }
    }
}
