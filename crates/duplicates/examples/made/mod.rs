//! Bases made to measure: their shape, their records, their doubles.

mod chance;
mod person;
mod spoil;

use chance::Chance;
use duplicates::Subject;
use person::World;
use std::collections::HashSet;

/// What a base is like.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    /// Percent of records that are companies.
    pub(crate) companies: u64,
    /// Percent of records with a double.
    pub(crate) doubled: u64,
    /// Percent of records with a spouse in the base.
    pub(crate) couples: u64,
    /// Percent of values that are blank, birth dates, telephones, mails, addresses and cars each by itself.
    pub(crate) births_blank: u64,
    pub(crate) phones_blank: u64,
    pub(crate) mails_blank: u64,
    pub(crate) addresses_blank: u64,
    pub(crate) cars_blank: u64,
    /// Faults in a double, at least and at most.
    pub(crate) faults: (u64, u64),
    /// Percent of doubles whose first and last names are exchanged.
    pub(crate) swapped: u64,
}

const EVERYDAY: Shape = Shape {
    name: "everyday",
    companies: 15,
    doubled: 8,
    couples: 12,
    births_blank: 25,
    phones_blank: 15,
    mails_blank: 35,
    addresses_blank: 5,
    cars_blank: 35,
    faults: (1, 3),
    swapped: 5,
};

pub(crate) const SHAPES: [Shape; 9] = [
    EVERYDAY,
    Shape {
        name: "no-births",
        births_blank: 100,
        ..EVERYDAY
    },
    Shape {
        name: "names-homes",
        births_blank: 100,
        phones_blank: 100,
        mails_blank: 100,
        cars_blank: 100,
        ..EVERYDAY
    },
    Shape {
        name: "names-phones",
        births_blank: 100,
        mails_blank: 60,
        addresses_blank: 100,
        cars_blank: 100,
        ..EVERYDAY
    },
    Shape {
        name: "firms-only",
        companies: 100,
        ..EVERYDAY
    },
    Shape {
        name: "swapped",
        swapped: 60,
        ..EVERYDAY
    },
    Shape {
        name: "half-blank",
        births_blank: 50,
        phones_blank: 50,
        mails_blank: 60,
        addresses_blank: 40,
        cars_blank: 70,
        ..EVERYDAY
    },
    Shape {
        name: "many-doubles",
        doubled: 45,
        ..EVERYDAY
    },
    Shape {
        name: "no-doubles",
        doubled: 0,
        couples: 30,
        ..EVERYDAY
    },
];

/// A base and the pairs of records that are the same one.
pub(crate) struct Made {
    pub(crate) subjects: Vec<Subject>,
    pub(crate) truth: HashSet<(usize, usize)>,
}

/// A base of so many records.
pub(crate) fn base(shape: &Shape, records: usize, seed: u64) -> Made {
    let world = World::read();
    let mut chance = Chance::new(seed ^ shape.name.bytes().fold(0, |sum, byte| sum * 31 + u64::from(byte)));
    let mut all: Vec<(usize, Subject)> = Vec::with_capacity(records + 8);
    let mut who = 0;
    while all.len() < records {
        who += 1;
        let one = if chance.percent(shape.companies) {
            person::firm(&world, &mut chance, shape)
        } else {
            person::person(&world, &mut chance, shape)
        };
        if !one.company && chance.percent(shape.couples) {
            all.push((who, person::spouse(&world, &mut chance, shape, &one)));
            who += 1;
        }
        if chance.percent(shape.doubled) {
            // Now and then a record is there three times.
            for _ in 0..=u64::from(chance.percent(10)) {
                all.push((who, spoil::double(&world, &mut chance, shape, &one)));
            }
        }
        all.push((who, one));
    }
    chance.shuffle(&mut all);
    let mut places: std::collections::HashMap<usize, Vec<usize>> = std::collections::HashMap::new();
    for (place, (who, _)) in all.iter().enumerate() {
        places.entry(*who).or_default().push(place);
    }
    let mut truth = HashSet::new();
    for group in places.values() {
        for (at, left) in group.iter().enumerate() {
            truth.extend(group[at + 1..].iter().map(|right| (*left, *right)));
        }
    }
    Made {
        subjects: all.into_iter().map(|(_, subject)| subject).collect(),
        truth,
    }
}
