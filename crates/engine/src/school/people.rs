//! Private persons: names that fit the sex and the decade of birth, professions that fit the age.

use super::chance::{Chance, Lottery};
use super::day::Day;
use super::flaws::{Flaw, Kind};
use super::plan::{Case, Plan, Slot};
use super::shift::TEMPLATE_YEAR;
use super::{identifiers, names};
use crate::content::people::{self as words, Profile, Sex};
use crate::content::words::grammar;
use std::borrow::Cow;
use std::sync::OnceLock;

/// So many first names are drawn for somebody before the lists are read through.
pub(super) const DRAWN_NAMES: u32 = 12;
/// So many first names are tried beside a last name: those drawn, then two lists of a decade.
const FIRST_NAMES: u32 = DRAWN_NAMES + 160;
/// How many names somebody may be given, one after another, when others bear them: of a few last names.
pub(super) const NAMES_OF_A_PERSON: u32 = 4 * FIRST_NAMES;
/// The last names of those who find no first name of their own are dealt from here on.
const OTHER_SURNAMES: u64 = 5_000_000_000;

/// Somebody, in the template year.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) sex: Sex,
    pub(super) first_name: Cow<'static, str>,
    pub(super) last_name: Cow<'static, str>,
    /// In the template: to be shifted.
    pub(super) birth: Day,
    pub(super) profession: &'static str,
    pub(super) profile: &'static Profile,
}

impl Person {
    /// `mr` or `mrs`.
    pub(super) fn civility(&self) -> &'static str {
        civility(self.sex)
    }

    /// Years at the beginning of the template year.
    pub(super) fn age(&self) -> i32 {
        age_of(self.birth)
    }

    /// A mail address with the person's name; with the year of birth where another bears the name.
    pub(super) fn mail(&self, slot: Slot, chance: &mut Chance) -> String {
        let drawn = chance.below(9);
        let shape = if matches!(
            slot.flaw,
            Some(Flaw {
                kind: Kind::Homonym | Kind::FatherSon,
                ..
            })
        ) {
            0
        } else {
            drawn
        };
        let name = identifiers::mail_name(&self.first_name, &self.last_name, shape, self.birth.year());
        format!("{name}@{}", chance.word(&grammar().mail_hosts))
    }
}

fn age_of(birth: Day) -> i32 {
    TEMPLATE_YEAR - birth.year() - 1
}

/// `M.` or `Mme`.
pub(super) fn title(sex: Sex) -> &'static str {
    match sex {
        Sex::Man => &grammar().mister,
        Sex::Woman => &grammar().madam,
    }
}

/// `mr` or `mrs`.
pub(super) fn civility(sex: Sex) -> &'static str {
    match sex {
        Sex::Man => "mr",
        Sex::Woman => "mrs",
    }
}

/// The person of a record that is no company; `origin` is the one it is made from, when it is wrong on purpose.
pub(super) fn person(plan: &mut Plan, slot: Slot, origin: Option<&Person>) -> Person {
    let mut chance = Chance::of(plan.seed, u64::from(slot.index), "person");
    if let (Some(origin), Some((kind, _))) = (origin, slot.origin()) {
        return made_from(plan, slot, kind, origin, &mut chance);
    }
    if let Some(head) = slot.head {
        let head_slot = plan.slot(head);
        let head = person(plan, head_slot, None);
        return partner_or_child(plan, slot, &head, &mut chance);
    }
    stranger(plan, slot, &mut chance)
}

/// Somebody recorded again, or who may be taken for another.
fn made_from(plan: &Plan, slot: Slot, kind: Kind, origin: &Person, chance: &mut Chance) -> Person {
    let turn = slot.flaw.map_or(0, |flaw| flaw.turn);
    match kind {
        Kind::FatherSon => {
            let age = (i64::from(origin.age()) - chance.between(24, 29)).max(21);
            let mut son = stranger(plan, slot, chance);
            son.sex = origin.sex;
            son.first_name = origin.first_name.clone();
            son.last_name = origin.last_name.clone();
            son.birth = birth(age, chance);
            son.profile = young();
            son.profession = profession(chance, son.profile, age_of(son.birth).clamp(22, 31), son.sex);
            son
        }
        Kind::Couple => partner(plan, slot, origin, true, chance),
        Kind::Homonym => {
            let mut made = stranger(plan, slot, chance);
            made.sex = origin.sex;
            made.first_name = origin.first_name.clone();
            made.last_name = origin.last_name.clone();
            // Older, so that both were of age for whatever they bought.
            made.birth = origin.birth.plus(-chance.between(900, 2_600));
            made.profession = profession(chance, made.profile, made.age(), made.sex);
            made
        }
        _ if kind.is_double() => {
            let mut made = origin.clone();
            let birth_name = (0..40)
                .map(|next| surname_of(plan.seed, u64::from(slot.index) + next))
                .find(|name| names::are_far(name, &made.last_name));
            names::rename(&mut made, kind, turn, birth_name.unwrap_or_default());
            made
        }
        _ => stranger(plan, slot, chance),
    }
}

fn stranger(plan: &Plan, slot: Slot, chance: &mut Chance) -> Person {
    let profiles = words::profiles();
    let profile = &profiles[chance.weighted(profiles.iter().map(|profile| profile.weight))];
    let sex = if chance.percent(54) { Sex::Man } else { Sex::Woman };
    // Whoever buys in the past must have been eighteen then: buyers are at least twenty-one.
    let youngest = if slot.case == Case::Prospect { 18 } else { 21 };
    let age = chance.between(
        i64::from(profile.ages.0.max(youngest)),
        i64::from(profile.ages.1.max(youngest)),
    );
    let others = u64::from(plan.passed_over(slot.index) / FIRST_NAMES);
    let last_name = surname_of(plan.seed, u64::from(slot.index) + others * OTHER_SURNAMES).into();
    let mut made = named(plan, slot, sex, birth(age, chance), profile, last_name, chance);
    if slot.is(Kind::SoleTrader) {
        let [masculine, feminine, _] = sole_trade(plan.seed, slot.index);
        made.profession = if sex == Sex::Man { masculine } else { feminine };
    }
    made
}

/// The trade of somebody who is their own firm.
pub(super) fn sole_trade(seed: u64, index: u32) -> [&'static str; 3] {
    let trades = crate::content::trade::sole_traders();
    let mut chance = Chance::of(seed, u64::from(index), "sole trade");
    chance.pick(trades).copied().unwrap_or_default()
}

/// Whoever shares the home: most often the partner, sometimes a grown child.
fn partner_or_child(plan: &Plan, slot: Slot, head: &Person, chance: &mut Chance) -> Person {
    let is_child = head.age() >= 46 && chance.percent(30);
    if !is_child {
        let shares_name = chance.percent(78);
        return partner(plan, slot, head, shares_name, chance);
    }
    let age = (i64::from(head.age()) - chance.between(22, 27)).clamp(21, 32);
    let sex = if chance.percent(60) {
        head.sex
    } else {
        opposite(head.sex)
    };
    named(
        plan,
        slot,
        sex,
        birth(age, chance),
        young(),
        head.last_name.clone(),
        chance,
    )
}

fn partner(plan: &Plan, slot: Slot, head: &Person, shares_name: bool, chance: &mut Chance) -> Person {
    let age = (i64::from(head.age()) + chance.between(-5, 5)).max(21);
    let last_name = if shares_name {
        head.last_name.clone()
    } else {
        surname_of(plan.seed, u64::from(slot.index)).into()
    };
    let birth = birth(age, chance);
    // Two who share a home are told apart by birth and first name.
    let birth = if birth == head.birth { birth.plus(1) } else { birth };
    let mut draw = |last_name| {
        let sex = opposite(head.sex);
        named(plan, slot, sex, birth, head.profile, last_name, chance)
    };
    let mut made = draw(last_name);
    for _ in 0..8 {
        if made.first_name != head.first_name {
            break;
        }
        made = draw(made.last_name);
    }
    made
}

fn young() -> &'static Profile {
    let profiles = words::profiles();
    profiles
        .iter()
        .find(|profile| profile.key == "young_worker")
        .unwrap_or(&profiles[0])
}

fn opposite(sex: Sex) -> Sex {
    match sex {
        Sex::Man => Sex::Woman,
        Sex::Woman => Sex::Man,
    }
}

fn birth(age: i64, chance: &mut Chance) -> Day {
    Day::civil(TEMPLATE_YEAR - 1 - age as i32, 1, 1).plus(chance.between(0, 364))
}

fn named(
    plan: &Plan,
    slot: Slot,
    sex: Sex,
    birth: Day,
    profile: &'static Profile,
    last_name: Cow<'static, str>,
    chance: &mut Chance,
) -> Person {
    let passed_over = plan.passed_over(slot.index) % FIRST_NAMES;
    let first_name = match passed_over.checked_sub(DRAWN_NAMES) {
        Some(rank) => listed_name(slot, sex, birth.year(), &last_name, rank),
        None => None,
    };
    let first_name =
        first_name.unwrap_or_else(|| drawn_name(slot, sex, birth.year(), &last_name, passed_over, chance));
    let mut person = Person {
        sex,
        first_name: first_name.into(),
        last_name,
        birth,
        profession: "",
        profile,
    };
    person.profession = profession(chance, profile, person.age(), sex);
    person
}

/// The first name drawn after some others.
fn drawn_name(
    slot: Slot,
    sex: Sex,
    birth_year: i32,
    last_name: &str,
    mut passed_over: u32,
    chance: &mut Chance,
) -> &'static str {
    let mut first_name = fitting_name(slot, sex, birth_year, chance);
    for _ in 0..400 {
        if !words::excluded(first_name, last_name) {
            if passed_over == 0 {
                break;
            }
            passed_over -= 1;
        }
        first_name = fitting_name(slot, sex, birth_year, chance);
    }
    first_name
}

/// A first name by its rank: those of the decade, then those of the next one.
fn listed_name(slot: Slot, sex: Sex, birth_year: i32, last_name: &str, rank: u32) -> Option<&'static str> {
    let fits = wanted(slot).unwrap_or(|_| true);
    // Births are carried to later years, not to earlier ones.
    let lists = [0, 10].map(|years| words::first_names(sex, birth_year + years));
    let names = lists.into_iter().flatten().copied();
    names
        .filter(|name| fits(name) && !words::excluded(name, last_name))
        .nth(rank as usize)
}

/// A first name of the time; some flaws want one that shows them.
fn fitting_name(slot: Slot, sex: Sex, birth_year: i32, chance: &mut Chance) -> &'static str {
    let Some(fits) = wanted(slot) else {
        return first_name(chance, sex, birth_year);
    };
    let fitting = || {
        words::first_names(sex, birth_year)
            .iter()
            .filter(|name| fits(name))
    };
    let place = chance.weighted((0..fitting().count() as u32).map(|rank| 10_000 / (rank + 6)));
    fitting().nth(place).copied().unwrap_or_default()
}

/// The first names that show a flaw.
fn wanted(slot: Slot) -> Option<fn(&str) -> bool> {
    match slot.flaw.map(|flaw| flaw.kind)? {
        Kind::CompoundName => Some(|name| name.contains('-')),
        Kind::CivilityMismatch => Some(|name| names::only_sex(name).is_some()),
        Kind::SpouseName => Some(|name| !name.contains('-')),
        _ => None,
    }
}

/// A first name of the time: the first of a list are much more frequent than the last.
pub(super) fn first_name(chance: &mut Chance, sex: Sex, birth_year: i32) -> &'static str {
    static LISTS: OnceLock<[Vec<Lottery<&'static str>>; 2]> = OnceLock::new();
    let [men, women] = LISTS.get_or_init(|| {
        [Sex::Man, Sex::Woman].map(|sex| {
            let weighed = |decade: i32| {
                let names = words::first_names(sex, 1935 + decade * 10).iter().copied();
                Lottery::new(names.zip((0..).map(|rank| 10_000 / (rank + 6))))
            };
            (0..8).map(weighed).collect()
        })
    });
    let lists = if sex == Sex::Man { men } else { women };
    let list = lists.get(words::decade_of(birth_year));
    list.and_then(|names| chance.draw(names).copied())
        .unwrap_or_default()
}

/// Surnames are dealt rather than drawn: each comes back as often as it weighs, and far from itself.
pub(super) fn surname_of(seed: u64, number: u64) -> &'static str {
    static NAMES: OnceLock<Lottery<&'static str>> = OnceLock::new();
    let names =
        NAMES.get_or_init(|| Lottery::new(words::surnames().iter().map(|known| (known.name, known.weight))));
    let total = names.tickets();
    let step = (total * 618 / 1000) | 1;
    let dealt = number.wrapping_mul(step).wrapping_add(seed.wrapping_mul(7_919)) % total.max(1);
    names.holder(dealt).copied().unwrap_or_default()
}

fn profession(chance: &mut Chance, profile: &Profile, age: i32, sex: Sex) -> &'static str {
    let age = u32::try_from(age).unwrap_or(0);
    let weight = |known: &&words::Profession| {
        let fits = (known.ages.0..=known.ages.1).contains(&age);
        if fits { known.weight } else { 0 }
    };
    let drawn = chance.weighted(profile.professions.iter().map(weight));
    match profile.professions.get(drawn).filter(|known| weight(known) > 0) {
        Some(known) if sex == Sex::Man => known.masculine,
        Some(known) => known.feminine,
        None => "",
    }
}
