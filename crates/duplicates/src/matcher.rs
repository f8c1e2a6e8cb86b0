//! From subjects to pairs.

use crate::blocks::candidates;
use crate::compare::{Agreement, FIELDS, LEVELS, compare};
use crate::entry::Entries;
use crate::groups::Groups;
use crate::lexicon::scatter;
use crate::links::{Link, links};
use crate::model::{Model, chance};
use crate::reasons::{Reason, reasons};
use crate::subject::Subject;
use std::borrow::Borrow;

/// Two records that are probably the same one.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Places of both among the subjects, smaller first.
    pub left: usize,
    /// See `left`.
    pub right: usize,
    /// How sure, 0 to 1.
    pub score: f32,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// Surest first.
    pub pairs: Vec<Pair>,
    /// A person and a firm that belong together.
    pub links: Vec<Link>,
}

/// Pairs less sure than this are not kept, in bits of odds, until the whole base has taught its weights.
const WORTH_LEARNING: f32 = -12.0;

/// A pair inside a group of accepted ones is accepted too unless it speaks more than this against, in bits.
const FOLLOWS: f32 = -8.0;

/// Finds pairs of records that are the same one with a score of at least `least` (0 to 1).
///
/// Subjects are let go as soon as they are read: an iterator that makes them needs room for one at a time.
pub fn find<S: Borrow<Subject>>(subjects: impl IntoIterator<Item = S>, least: f32) -> Found {
    let mut kinds = [Side::default(), Side::default()];
    for (place, subject) in subjects.into_iter().enumerate() {
        let subject = subject.borrow();
        let side = &mut kinds[usize::from(subject.company)];
        side.entries.add(subject);
        side.places.push(place);
    }
    let mut found = Found::default();
    for side in &mut kinds {
        side.entries.close();
        found.pairs.extend(side.pairs(least));
    }
    found.pairs.sort_by(|one, other| {
        other
            .score
            .total_cmp(&one.score)
            .then_with(|| (one.left, one.right).cmp(&(other.left, other.right)))
    });
    let [people, firms] = &kinds;
    found.links = links((&people.entries, &people.places), (&firms.entries, &firms.places));
    found
}

#[derive(Debug, Default)]
struct Side {
    entries: Entries,
    /// Places among the subjects.
    places: Vec<usize>,
}

impl Side {
    fn agreement(&self, left: u32, right: u32) -> Agreement {
        compare(
            &self.entries,
            &self.entries.all[left as usize],
            &self.entries.all[right as usize],
        )
    }

    fn pairs(&self, least: f32) -> Vec<Pair> {
        if self.places.len() < 2 {
            return Vec::new();
        }
        let mut model = Model::new(
            self.places.len(),
            self.entries.all[0].company,
            &self.random_levels(),
        );
        let mut kept: Vec<(u32, u32)> = Vec::new();
        let mut agreements: Vec<Agreement> = Vec::new();
        candidates(&self.entries, |left, right| {
            let agreement = self.agreement(left, right);
            let (same, household) = model.against_strangers(&agreement);
            if same.max(household) > WORTH_LEARNING {
                kept.push((left, right));
                agreements.push(agreement);
            }
        });
        model.learn(&agreements);
        let mut groups = Groups::new(self.places.len());
        let mut accepted = Vec::new();
        for ((left, right), agreement) in kept.into_iter().zip(agreements) {
            let odds = model.odds(&agreement);
            if chance(odds) >= least {
                accepted.push((left, right));
            }
            if odds >= 0.0 {
                groups.join(left, right);
            }
        }
        for group in groups.all() {
            for (place, left) in group.iter().enumerate() {
                for right in &group[place + 1..] {
                    if model.odds(&self.agreement(*left, *right)) > FOLLOWS {
                        accepted.push((*left, *right));
                    }
                }
            }
        }
        accepted.sort_unstable();
        accepted.dedup();
        accepted
            .into_iter()
            .map(|(left, right)| {
                let agreement = self.agreement(left, right);
                Pair {
                    left: self.places[left as usize],
                    right: self.places[right as usize],
                    // What follows from a group is sure enough to be shown.
                    score: chance(model.odds(&agreement)).max(least),
                    reasons: reasons(&model, &agreement, self.entries.all[left as usize].company),
                }
            })
            .collect()
    }

    /// Levels over pairs taken at random: what strangers have in common.
    fn random_levels(&self) -> [[u32; LEVELS]; FIELDS] {
        let records = self.places.len() as u64;
        let mut counts = [[0; LEVELS]; FIELDS];
        for turn in 0..(records * 20).min(RANDOM_PAIRS) {
            let left = scatter(turn * 2 + 1) % records;
            let right = scatter(turn * 2 + 2) % records;
            if left == right {
                continue;
            }
            let agreement = self.agreement(left as u32, right as u32);
            for (count, level) in counts.iter_mut().zip(agreement.levels) {
                count[level as usize] += 1;
            }
        }
        counts
    }
}

const RANDOM_PAIRS: u64 = 100_000;
