//! Who each record is, before any story: the mixture of cases, households, groups of firms, planted flaws.
//!
//! Records are cast by blocks, each computed alone: no memory grows with the base.

use super::chance::Chance;
use super::flaws::{Flaw, Kind, Part};
use super::roster;
use std::collections::BTreeMap;
use std::ops::Range;

/// Records in which the mixture of cases is kept.
const HUNDRED: u32 = 100;
/// Records among which flaws are planted.
const BLOCK: u32 = 500;
/// Blocks kept at most: those of the hundreds over which a large base is looked at, and some to spare.
const KEPT_BLOCKS: usize = 60;
/// Of a large base, whoever is looked for out of turn is looked for in so many hundreds at even distances.
const SAMPLED: u32 = 50;

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

/// When the next step of a business in hand is due, whatever the day of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    Late,
    Today,
    Coming,
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
    /// The prospect is in hand, and its next step is due then.
    pub(super) due: Option<Due>,
    /// The rare energy, a column of `energies.tsv`, of the car it brings to the workshop.
    pub(super) energy: Option<usize>,
    /// What is wrong with it on purpose.
    pub(super) flaw: Option<Flaw>,
    /// The last record of the base: nothing waits for it, so that the last ids given are facts.
    pub(super) last: bool,
}

impl Slot {
    /// Is this wrong with it?
    pub(super) fn is(&self, kind: Kind) -> bool {
        self.flaw.is_some_and(|flaw| flaw.kind == kind)
    }

    /// The record it is made from, and how.
    pub(super) fn origin(&self) -> Option<(Kind, u32)> {
        match self.flaw {
            Some(Flaw {
                kind,
                part: Part::Second(of),
                ..
            }) => Some((kind, of)),
            _ => None,
        }
    }

    /// Is it of the same person as another record?
    pub(super) fn is_double(&self) -> bool {
        self.origin().is_some_and(|(kind, _)| kind.is_double())
    }
}

/// Cases of a hundred records: company or not, case, how many.
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

/// Of eight prospects, five are in hand: some late, some due today, some to come whatever the seed and the day.
const IN_HAND: [Option<Due>; 8] = [
    Some(Due::Late),
    None,
    Some(Due::Coming),
    Some(Due::Today),
    None,
    Some(Due::Coming),
    Some(Due::Coming),
    None,
];
/// Energies too rare to be left to chance, as columns of `energies.tsv`: one car of each in a hundred records.
const RARE_ENERGIES: [usize; 2] = [5, 6];
/// Of a hundred records, those who live with the person before.
const SHARE_A_HOME: usize = 13;
/// Of the firms that come after a holding in its hundred, one in so many belongs to it.
const OF_GROUP: usize = 5;

/// The parts of every record; keeps those of some blocks.
pub(super) struct Plan {
    pub(super) seed: u64,
    pub(super) size: u32,
    blocks: BTreeMap<u32, Vec<Slot>>,
    /// How many names to pass over, for those who would bear another's by accident.
    passed_over: BTreeMap<u32, u32>,
    /// How far the numbers of some are from their own, for those who would be taken for another by accident.
    pub(super) renumbered: BTreeMap<u32, u32>,
}

impl Plan {
    /// The plan of a base.
    pub(super) fn new(seed: u64, size: u32) -> Self {
        Self {
            seed,
            size,
            blocks: BTreeMap::new(),
            passed_over: BTreeMap::new(),
            renumbered: BTreeMap::new(),
        }
    }

    /// How many names a record passes over.
    pub(super) fn passed_over(&self, index: u32) -> u32 {
        self.passed_over.get(&index).copied().unwrap_or(0)
    }

    /// Makes a record pass over some names.
    pub(super) fn pass_over(&mut self, index: u32, names: u32) {
        if names > 0 {
            self.passed_over.insert(index, names);
        } else {
            self.passed_over.remove(&index);
        }
    }

    /// The part of a record of the base.
    pub(super) fn slot(&mut self, index: u32) -> Slot {
        let block = self.block_of(index);
        let from = self.range(block).start;
        if let Some(slots) = self.blocks.get(&block) {
            return slots[(index - from) as usize];
        }
        if self.blocks.len() >= KEPT_BLOCKS {
            self.blocks.clear();
        }
        let slots = cast_block(self.seed, self.range(block), self.size);
        self.blocks.insert(block, slots);
        let planted = roster::plant(self, block);
        let slot = planted[(index - from) as usize];
        self.blocks.insert(block, planted);
        slot
    }

    /// How many records may be looked for out of turn: all of a base that is not large.
    pub(super) fn sampled(&self) -> u32 {
        self.size.min(SAMPLED * HUNDRED)
    }

    /// The record at a place among those: itself, or one of the hundreds spread over a large base.
    pub(super) fn spread(&self, place: u32) -> u32 {
        if self.size <= SAMPLED * HUNDRED {
            return place;
        }
        let hundreds = u64::from(self.size / HUNDRED);
        let hundred = u64::from(place / HUNDRED) * (hundreds - 1) / u64::from(SAMPLED - 1);
        u32::try_from(hundred).unwrap_or(0) * HUNDRED + place % HUNDRED
    }

    /// How many blocks the base has.
    pub(super) fn blocks(&self) -> u32 {
        ((self.size + BLOCK / 2) / BLOCK).max(1)
    }

    /// The records of a block; the last one takes what remains.
    pub(super) fn range(&self, block: u32) -> Range<u32> {
        let end = if block + 1 >= self.blocks() {
            self.size
        } else {
            (block + 1) * BLOCK
        };
        block * BLOCK..end
    }

    fn block_of(&self, index: u32) -> u32 {
        (index / BLOCK).min(self.blocks() - 1)
    }
}

fn cast_block(seed: u64, range: Range<u32>, size: u32) -> Vec<Slot> {
    let mut slots = Vec::with_capacity(range.len());
    let mut from = range.start;
    while from < range.end {
        slots.extend(cast_hundred(seed, from, range.end.min(from + HUNDRED)));
        from += HUNDRED;
    }
    if let Some(slot) = slots.last_mut().filter(|slot| slot.index + 1 == size) {
        *slot = Slot {
            last: true,
            ..ordinary(slot.index, false, Case::ServiceOnly)
        };
    }
    slots
}

/// A record with nothing to it.
pub(super) fn ordinary(index: u32, company: bool, case: Case) -> Slot {
    Slot {
        index,
        company,
        case,
        head: None,
        mother: false,
        parent: None,
        due: None,
        energy: None,
        flaw: None,
        last: false,
    }
}

fn cast_hundred(seed: u64, from: u32, to: u32) -> Vec<Slot> {
    let mut chance = Chance::of(seed, u64::from(from / HUNDRED), "cast");
    let mut cases: Vec<(bool, Case)> = MIXTURE
        .iter()
        .flat_map(|&(company, case, count)| (0..count).map(move |_| (company, case)))
        .collect();
    chance.shuffle(&mut cases);
    let mut slots: Vec<Slot> = (from..to)
        .zip(cases)
        .map(|(index, (company, case))| ordinary(index, company, case))
        .collect();
    found_households(&mut slots, &mut chance);
    found_groups(&mut slots);
    take_in_hand(&mut slots);
    give_rare_energies(&mut slots);
    slots
}

/// Persons who live with the person before, spread over the hundred; fewer when it is not whole.
fn found_households(slots: &mut [Slot], chance: &mut Chance) {
    let mut places: Vec<usize> = (1..slots.len()).collect();
    chance.shuffle(&mut places);
    let mut wanted = SHARE_A_HOME * slots.len() / HUNDRED as usize;
    for place in places {
        let (before, own) = (slots[place - 1], slots[place]);
        let heads_another = slots
            .get(place + 1)
            .is_some_and(|next| next.head == Some(own.index));
        if wanted > 0 && !own.company && !before.company && before.head.is_none() && !heads_another {
            slots[place].head = Some(before.index);
            wanted -= 1;
        }
    }
}

fn take_in_hand(slots: &mut [Slot]) {
    let prospects = slots.iter_mut().filter(|slot| slot.case == Case::Prospect);
    for (slot, due) in prospects.zip(IN_HAND.iter().cycle()) {
        slot.due = *due;
    }
}

/// To persons who come to the workshop: their car is a fact whatever the day.
fn give_rare_energies(slots: &mut [Slot]) {
    let served = slots
        .iter_mut()
        .filter(|slot| !slot.company && slot.case == Case::ServiceOnly);
    for (slot, energy) in served.zip(RARE_ENERGIES) {
        slot.energy = Some(energy);
    }
}

fn found_groups(slots: &mut [Slot]) {
    let Some(mother) = slots
        .iter()
        .position(|slot| slot.company && slot.case != Case::Prospect)
    else {
        return;
    };
    slots[mother].mother = true;
    let index = slots[mother].index;
    let firms = slots.iter_mut().skip(mother + 1).filter(|slot| slot.company);
    for slot in firms.skip(1).step_by(OF_GROUP) {
        slot.parent = Some(index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_holds_the_mixture_and_looks_back_only() {
        assert_eq!(MIXTURE.iter().map(|row| row.2).sum::<u32>(), HUNDRED);
        let mut plan = Plan::new(7, 1_000);
        let slots: Vec<Slot> = (200..300).map(|index| plan.slot(index)).collect();
        let count = |is_one: fn(&Slot) -> bool| slots.iter().filter(|slot| is_one(slot)).count();
        assert_eq!(count(|slot| slot.company), 19);
        assert!(count(|slot| slot.parent.is_some()) >= 2);
        assert_eq!(count(|slot| slot.head.is_some()), SHARE_A_HOME);
        assert_eq!(count(|slot| slot.due == Some(Due::Late)), 3);
        assert_eq!(count(|slot| slot.due == Some(Due::Today)), 3);
        assert_eq!(count(|slot| slot.due == Some(Due::Coming)), 7);
        assert_eq!(count(|slot| slot.energy.is_some()), RARE_ENERGIES.len());
        for slot in slots {
            assert!(
                [slot.head, slot.parent]
                    .into_iter()
                    .flatten()
                    .all(|other| other < slot.index && other >= 200)
            );
        }
    }

    #[test]
    fn a_large_base_is_looked_at_from_end_to_end_and_nobody_twice() {
        for size in [60, 520, 5_000, 5_001, 9_000, 100_000, 1_000_000] {
            let plan = Plan::new(7, size);
            let looked: Vec<u32> = (0..plan.sampled()).map(|place| plan.spread(place)).collect();
            assert!(looked.windows(2).all(|pair| pair[0] < pair[1]));
            let last = looked.last().unwrap() + 1;
            assert!(last <= size && size - last < HUNDRED, "{last} of {size}");
        }
    }

    #[test]
    fn blocks_cover_the_base() {
        for size in [1, 60, 249, 520, 749, 750, 1_000, 1_249, 5_001] {
            let plan = Plan::new(7, size);
            let all: Vec<u32> = (0..plan.blocks()).flat_map(|block| plan.range(block)).collect();
            assert_eq!(all, (0..size).collect::<Vec<u32>>());
            assert!((0..size).all(|index| plan.range(plan.block_of(index)).contains(&index)));
        }
    }
}
