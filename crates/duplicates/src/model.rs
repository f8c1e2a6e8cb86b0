//! How much each agreement or disagreement weighs, and the decision.
//!
//! The model is the one of Fellegi and Sunter with rarity of values, and a third kind of pair beside « same person » and
//! « strangers »: two people of one household share a name, a home and a telephone without being the same person.

use crate::compare::{ALL, Agreement, FIELDS, Field, LEVELS, Level};

/// Chances of each level in a field, knowing that neither is blank.
pub(crate) type Chances = [[f32; LEVELS]; FIELDS];

/// What each level adds in each field, in bits, for one kind of pair.
type Bits = [[f32; LEVELS]; FIELDS];

/// The weights of one kind of record.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// The chances below, in bits: a pair is weighed by sums alone.
    bits_same: Bits,
    bits_stranger: Bits,
    bits_household: Bits,
    /// When both are the same person.
    same: Chances,
    /// When they have nothing to do with one another, found from pairs taken at random.
    stranger: Chances,
    /// Firms rather than persons.
    firms: bool,
    /// Chance that the same person has moved between the two records: nothing of the address is then told by the other.
    moved: f32,
    /// log2 of the chance that a pair taken at random is the same person.
    prior_same: f32,
    /// The same, for a household.
    prior_household: f32,
    pairs: f32,
    records: f32,
}

/// Chance that the two names were exchanged when it is the same person; by chance it is next to nothing.
const SWAPPED: f32 = 0.03;

/// Chance expected before any data that the same person has moved.
const MOVED: f32 = 0.04;

/// What an address is made of: with a move, all of it goes at once.
const HOME: [Field; 5] = [
    Field::Number,
    Field::Street,
    Field::Extra,
    Field::Postcode,
    Field::Town,
];

/// What is expected before any data: blank, same, written otherwise, slip, near, other.
const SAME: Chances = [
    [0.0, 0.77, 0.04, 0.11, 0.04, 0.04], // First
    [0.0, 0.80, 0.02, 0.11, 0.03, 0.04], // Last
    [0.0, 0.88, 0.00, 0.08, 0.02, 0.02], // Birth
    [0.0, 0.75, 0.00, 0.07, 0.00, 0.18], // Phone
    [0.0, 0.70, 0.00, 0.08, 0.00, 0.22], // Mail
    [0.0, 0.80, 0.01, 0.10, 0.02, 0.07], // Number
    [0.0, 0.72, 0.06, 0.11, 0.04, 0.07], // Street
    [0.0, 0.65, 0.08, 0.12, 0.07, 0.08], // Extra
    [0.0, 0.82, 0.00, 0.09, 0.02, 0.07], // Postcode
    [0.0, 0.76, 0.05, 0.10, 0.03, 0.06], // Town
    [0.0, 0.80, 0.00, 0.05, 0.00, 0.15], // Cars
    [0.0, 0.97, 0.00, 0.00, 0.00, 0.03], // Sex
];

/// Chance that two people of one household truly share a value, however each record writes it.
const HOUSEHOLD: [f32; FIELDS] = [
    0.02,  // First: a father and his son
    0.75,  // Last
    0.004, // Birth: twins
    0.50,  // Phone
    0.10,  // Mail
    0.97,  // Number
    0.97,  // Street
    0.97,  // Extra
    0.98,  // Postcode
    0.97,  // Town
    0.15,  // Cars
    0.00,  // Sex: see `household`
];

/// The same for the names of two firms of one group at one address.
const SAME_FIRM_NAME: f32 = 0.15;

/// Chance that two people of one household are of the same sex.
const SAME_SEX: f32 = 0.35;

/// How many imagined pairs the expectations above are worth against those of the data.
const BELIEF: f32 = 60.0;

/// Pairs of the same person, and households, foreseen in any base.
const FORESEEN: f32 = 3.0;

/// Fewer records than this do not tell what is rare.
const HANDFUL: f32 = 60.0;

/// The least chance of anything.
const LEAST: f32 = 1e-4;

/// What a pair tells.
struct Told {
    /// log2 of the odds of the same person against strangers.
    same: f32,
    /// log2 of the odds of a household against strangers.
    household: f32,
    /// If it is the same person, the chance that they have moved.
    moved: f32,
    /// Something of the address is known on both sides.
    has_home: bool,
}

impl Model {
    /// A model for so many records, from the levels counted over pairs taken at random.
    pub(crate) fn new(records: usize, firms: bool, random: &[[u32; LEVELS]; FIELDS]) -> Self {
        let records = records.max(2) as f32;
        let mut stranger = [[LEAST; LEVELS]; FIELDS];
        for (chances, counts) in stranger.iter_mut().zip(random) {
            let filled: u32 = counts[1..].iter().sum();
            for (chance, count) in chances.iter_mut().zip(counts).skip(1) {
                // One imagined pair in 2,000 at each level keeps what was never met from being impossible.
                *chance = (*count as f32 + 0.2) / (filled as f32 + 1.0);
            }
        }
        let household = household(&SAME, &stranger, firms);
        Self {
            bits_same: bits(&SAME),
            bits_stranger: bits(&stranger),
            bits_household: bits(&household),
            same: SAME,
            stranger,
            firms,
            moved: MOVED,
            prior_same: (0.3 / records).log2(),
            prior_household: (0.6 / records).log2(),
            pairs: records * (records - 1.0) / 2.0,
            records,
        }
    }

    /// log2 of the odds that both are the same person: 0 is one chance in two.
    pub(crate) fn odds(&self, agreement: &Agreement) -> f32 {
        let (same, household) = self.against_strangers(agreement);
        same - add_logs(household, 0.0)
    }

    /// log2 of the odds of the same person, and of a household, each against strangers.
    pub(crate) fn against_strangers(&self, agreement: &Agreement) -> (f32, f32) {
        let Told { same, household, .. } = self.told(agreement);
        (same, household)
    }

    fn told(&self, agreement: &Agreement) -> Told {
        let (mut same, mut household) = (self.prior_same, self.prior_household);
        let mut home = None;
        for field in ALL {
            let level = agreement.level(field);
            if level == Level::Blank {
                continue;
            }
            let (f, l) = (field as usize, level as usize);
            let by_chance = self.by_chance(agreement, field);
            let told = self.bits_same[f][l] - by_chance;
            if HOME.contains(&field) {
                home = Some(home.unwrap_or(0.0) + told);
            } else {
                same += told;
            }
            household += self.bits_household[f][l] - by_chance;
        }
        let mut moved = 0.0;
        if let Some(home) = home {
            let (stayed, gone) = ((1.0 - self.moved).log2() + home, self.moved.log2());
            let told = add_logs(stayed, gone);
            moved = (gone - told).exp2();
            same += told;
        }
        if agreement.swapped {
            same += SWAPPED.log2();
            household += LEAST.log2();
        }
        Told {
            same,
            household,
            moved,
            has_home: home.is_some(),
        }
    }

    /// How likely an agreement is between strangers, in bits: what is rare is less so.
    fn by_chance(&self, agreement: &Agreement, field: Field) -> f32 {
        match agreement.level(field) {
            Level::Same => self.shared_by(agreement.shares[field as usize]).log2(),
            level => self.bits_stranger[field as usize][level as usize],
        }
    }

    /// The share of records that bear a value. In a handful of records the two compared weigh too much: they are set aside, and
    /// the rest is taken to be one of the smallest bases that tell anything.
    fn shared_by(&self, share: f32) -> f32 {
        if self.records >= HANDFUL {
            share.max(1.0 / self.records)
        } else {
            (share - 2.0 / self.records + 2.0 / HANDFUL).max(1.0 / HANDFUL)
        }
    }

    /// Learns how often the same person is written otherwise in this very base, and how many households it holds, from
    /// pairs and how they agree; every pair left out is taken to be two strangers.
    pub(crate) fn learn(&mut self, pairs: &[Agreement]) {
        for _ in 0..8 {
            let mut sums = [[0.0_f32; LEVELS]; FIELDS];
            let (mut found, mut households) = (0.0, 0.0);
            let (mut homes, mut gone) = (0.0, 0.0);
            for agreement in pairs {
                let told = self.told(agreement);
                households += chance(told.household - add_logs(told.same, 0.0));
                let chance = chance(told.same - add_logs(told.household, 0.0));
                if chance < 0.01 {
                    continue;
                }
                found += chance;
                // A name alone does not tell somebody who moved from a namesake.
                if told.has_home && is_anchored(agreement) {
                    homes += chance;
                    gone += chance * told.moved;
                }
                for (field, (sum, level)) in ALL.into_iter().zip(sums.iter_mut().zip(agreement.levels)) {
                    // An address left behind tells nothing of how addresses are written.
                    let told = if HOME.contains(&field) {
                        1.0 - told.moved
                    } else {
                        1.0
                    };
                    sum[level as usize] += chance * told;
                }
            }
            for ((same, expected), sum) in self.same.iter_mut().zip(SAME).zip(sums) {
                let filled: f32 = sum[1..].iter().sum();
                for level in 1..LEVELS {
                    same[level] = (expected[level] * BELIEF + sum[level]) / (BELIEF + filled);
                }
            }
            self.bits_same = bits(&self.same);
            self.bits_household = bits(&household(&self.same, &self.stranger, self.firms));
            self.moved = (MOVED * BELIEF + gone) / (BELIEF + homes);
            self.prior_same = ((found + FORESEEN) / self.pairs).log2();
            self.prior_household = ((households + FORESEEN) / self.pairs).log2();
        }
    }

    /// What an agreement in one field adds, in bits, for or against.
    pub(crate) fn weight(&self, agreement: &Agreement, field: Field) -> f32 {
        let level = agreement.level(field);
        if level == Level::Blank {
            return 0.0;
        }
        self.bits_same[field as usize][level as usize] - self.by_chance(agreement, field)
    }
}

/// Does something agree that few people share, besides name and home?
fn is_anchored(agreement: &Agreement) -> bool {
    [Field::Birth, Field::Phone, Field::Mail, Field::Cars]
        .iter()
        .any(|field| agreement.level(*field) == Level::Same)
}

fn bits(chances: &Chances) -> Bits {
    chances.map(|levels| levels.map(|chance| chance.max(LEAST).log2()))
}

/// What is shared is written as carelessly on two records of a household as on two of one person; the rest is as with
/// strangers.
fn household(same: &Chances, stranger: &Chances, firms: bool) -> Chances {
    let mut chances = *stranger;
    for (f, shared) in HOUSEHOLD.into_iter().enumerate() {
        let shared = if firms && f == Field::Last as usize {
            SAME_FIRM_NAME
        } else {
            shared
        };
        for level in 1..LEVELS {
            chances[f][level] = shared * same[f][level] + (1.0 - shared) * stranger[f][level];
        }
    }
    let sex = &mut chances[Field::Sex as usize];
    sex[Level::Same as usize] = SAME_SEX;
    sex[Level::Other as usize] = 1.0 - SAME_SEX;
    chances
}

/// The chance told by odds in bits.
pub(crate) fn chance(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp2())
}

/// log2(2^a + 2^b).
fn add_logs(a: f32, b: f32) -> f32 {
    let (most, least) = if a > b { (a, b) } else { (b, a) };
    most + (1.0 + (least - most).exp2()).log2()
}
