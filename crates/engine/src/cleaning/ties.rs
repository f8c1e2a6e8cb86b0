//! Who is tied to whom: of whom a finding has to be judged again when a record is written.

use crate::coherence::{Base, LARGEST_GROUP, Ref, Tie, ties};
use std::collections::BTreeSet;

/// Every tie of the sandbox, from both ends.
#[derive(Default)]
pub(super) struct Ties {
    held: BTreeSet<(Tie, Ref)>,
    of: BTreeSet<(Ref, Tie)>,
}

/// The first and the last of what can be tied.
const FIRST: i64 = i64::MIN;

impl Ties {
    /// Those of a whole base.
    pub(super) fn of_base(base: &Base) -> Self {
        let mut all = Vec::new();
        ties(base, &mut |held, tie| all.push((held, tie)));
        Self {
            held: all.iter().map(|(held, tie)| (*tie, *held)).collect(),
            of: all.into_iter().collect(),
        }
    }

    /// Puts what ties some records now in the place of what tied them before.
    pub(super) fn replace(&mut self, units: &BTreeSet<Ref>, base: &Base) {
        for unit in units {
            for tie in self.ties_of(*unit) {
                self.of.remove(&(*unit, tie));
                self.held.remove(&(tie, *unit));
            }
        }
        ties(base, &mut |held, tie| {
            if units.contains(&held) {
                self.of.insert((held, tie));
                self.held.insert((tie, held));
            }
        });
    }

    /// Those who share something with some records, and these.
    pub(super) fn around(&self, units: &BTreeSet<Ref>) -> BTreeSet<Ref> {
        let mut around = units.clone();
        for tie in units.iter().flat_map(|unit| self.ties_of(*unit)) {
            // A group of twins that is too large is none, whoever else is in it: so many are enough to see that it is.
            let most = if tie.is_of_twins {
                LARGEST_GROUP + 1
            } else {
                usize::MAX
            };
            let others = self.held.range((tie, (crate::fields::Entity::Customer, FIRST))..);
            around.extend(
                others
                    .take_while(|(other, _)| *other == tie)
                    .take(most)
                    .map(|(_, held)| *held),
            );
        }
        around
    }

    fn ties_of(&self, unit: Ref) -> Vec<Tie> {
        let from = (unit, Tie::FIRST);
        self.of
            .range(from..)
            .take_while(|(held, _)| *held == unit)
            .map(|(_, tie)| *tie)
            .collect()
    }
}
