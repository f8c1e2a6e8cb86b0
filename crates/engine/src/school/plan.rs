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
/// Blocks kept: a base of five thousand is cast once.
const KEPT_BLOCKS: usize = 10;

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

/// The parts of every record; keeps those of small bases, and the last block asked for of large ones.
pub(super) struct Plan {
    pub(super) seed: u64,
    pub(super) size: u32,
    blocks: BTreeMap<u32, Vec<Slot>>,
    /// How many names to pass over, for those who would bear another's by accident.
    pub(super) passed_over: BTreeMap<u32, u32>,
}

impl Plan {
    /// The plan of a base.
    pub(super) fn new(seed: u64, size: u32) -> Self {
        Self {
            seed,
            size,
            blocks: BTreeMap::new(),
            passed_over: BTreeMap::new(),
        }
    }

    /// The part of a record of the base.
    pub(super) fn slot(&mut self, index: u32) -> Slot {
        let block = self.block_of(index);
        let from = self.range(block).start;
        if let Some(slots) = self.blocks.get(&block) {
            return slots[(index - from) as usize];
        }
        while self.blocks.len() >= KEPT_BLOCKS {
            self.blocks.pop_first();
        }
        let slots = cast_block(self.seed, self.range(block), self.size);
        self.blocks.insert(block, slots);
        let planted = roster::plant(self, block);
        let slot = planted[(index - from) as usize];
        self.blocks.insert(block, planted);
        slot
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
    found_groups(&mut slots, &mut chance);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_holds_the_mixture_and_looks_back_only() {
        assert_eq!(MIXTURE.iter().map(|row| row.2).sum::<u32>(), HUNDRED);
        let mut plan = Plan::new(7, 1_000);
        let slots: Vec<Slot> = (200..300).map(|index| plan.slot(index)).collect();
        assert_eq!(slots.iter().filter(|slot| slot.company).count(), 19);
        assert!(
            slots.iter().any(|slot| slot.parent.is_some()) && slots.iter().any(|slot| slot.head.is_some())
        );
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
    fn blocks_cover_the_base() {
        for size in [1, 60, 249, 520, 749, 750, 1_000, 1_249, 5_001] {
            let plan = Plan::new(7, size);
            let all: Vec<u32> = (0..plan.blocks()).flat_map(|block| plan.range(block)).collect();
            assert_eq!(all, (0..size).collect::<Vec<u32>>());
            assert!((0..size).all(|index| plan.range(plan.block_of(index)).contains(&index)));
        }
    }
}
