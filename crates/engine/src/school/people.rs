//! Private persons: names that fit the sex and the decade of birth, professions that fit the age.

use super::chance::Chance;
use super::day::Day;
use super::identifiers;
use super::plan::{Case, Plan, Slot};
use super::shift::TEMPLATE_YEAR;
use crate::content::people::{self as words, Profile, Sex, Weighted};
use crate::content::words::grammar;
use std::borrow::Cow;
use std::collections::BTreeSet;

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
        TEMPLATE_YEAR - self.birth.year() - 1
    }

    /// A mail address with the person's name; distinct for distinct numbers of homonyms.
    pub(super) fn mail(&self, chance: &mut Chance) -> String {
        let name = identifiers::mail_name(
            &self.first_name,
            &self.last_name,
            chance.below(9),
            self.birth.year(),
        );
        format!("{name}@{}", chance.word(&grammar().mail_hosts))
    }
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

/// The person of a record that is no company.
pub(super) fn person(seed: u64, plan: &mut Plan, slot: Slot) -> Person {
    let mut chance = Chance::of(seed, u64::from(slot.index), "person");
    if let Some(head) = slot.head {
        let head_slot = plan.slot(head);
        let head = person(seed, plan, head_slot);
        return partner_or_child(seed, plan, slot, &head, &mut chance);
    }
    let mut made = stranger(seed, plan, slot, &mut chance);
    if let Some(other) = slot.homonym {
        let other_slot = plan.slot(other);
        let other = person(seed, plan, other_slot);
        made = Person {
            sex: other.sex,
            first_name: other.first_name,
            last_name: other.last_name,
            ..made
        };
        // Older, so that both were of age for whatever they bought.
        made.birth = other.birth.plus(-chance.between(900, 2_600));
        made.profession = profession(&mut chance, made.profile, made.age(), made.sex);
    }
    made
}

fn stranger(seed: u64, plan: &Plan, slot: Slot, chance: &mut Chance) -> Person {
    let profiles = words::profiles();
    let profile = &profiles[chance.weighted(profiles.iter().map(|profile| profile.weight))];
    let sex = if chance.percent(54) { Sex::Man } else { Sex::Woman };
    // Whoever buys in the past must have been eighteen then: buyers are at least twenty-one.
    let youngest = if slot.case == Case::Prospect { 18 } else { 21 };
    let age = chance.between(
        i64::from(profile.ages.0.max(youngest)),
        i64::from(profile.ages.1.max(youngest)),
    );
    let last_name = surname_of(seed, u64::from(slot.index)).into();
    named(
        plan,
        slot.index,
        sex,
        birth(age, chance),
        profile,
        last_name,
        chance,
    )
}

/// Whoever shares the home: most often the partner, sometimes a grown child.
fn partner_or_child(seed: u64, plan: &Plan, slot: Slot, head: &Person, chance: &mut Chance) -> Person {
    let is_child = head.age() >= 46 && chance.percent(30);
    if is_child {
        let age = (i64::from(head.age()) - chance.between(22, 27)).clamp(21, 32);
        let sex = if chance.percent(60) {
            head.sex
        } else {
            opposite(head.sex)
        };
        return named(
            plan,
            slot.index,
            sex,
            birth(age, chance),
            young(),
            head.last_name.clone(),
            chance,
        );
    }
    let age = (i64::from(head.age()) + chance.between(-5, 5)).max(21);
    let shares_name = chance.percent(78);
    let last_name = if shares_name {
        head.last_name.clone()
    } else {
        surname_of(seed, u64::from(slot.index)).into()
    };
    named(
        plan,
        slot.index,
        opposite(head.sex),
        birth(age, chance),
        head.profile,
        last_name,
        chance,
    )
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
    index: u32,
    sex: Sex,
    birth: Day,
    profile: &'static Profile,
    last_name: Cow<'static, str>,
    chance: &mut Chance,
) -> Person {
    let mut passed_over = plan.passed_over.get(&index).copied().unwrap_or(0);
    let mut first_name = first_name(chance, sex, birth.year());
    for _ in 0..12 {
        if passed_over == 0 && !words::excluded(first_name, &last_name) {
            break;
        }
        passed_over = passed_over.saturating_sub(1);
        first_name = self::first_name(chance, sex, birth.year());
    }
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

/// Sees to it that nobody bears another's first and last name unless it is planned, in bases of ordinary size; in
/// larger ones people share names as they do in life.
pub(super) fn part_homonyms(seed: u64, plan: &mut Plan, size: u32) {
    let mut borne = BTreeSet::new();
    for index in 0..size.min(5_000) {
        let slot = plan.slot(index);
        if slot.company || slot.homonym.is_some() {
            continue;
        }
        for passed_over in 0..10 {
            plan.passed_over.insert(index, passed_over);
            let person = person(seed, plan, slot);
            if borne.insert((person.first_name, person.last_name)) {
                break;
            }
        }
        if plan.passed_over.get(&index) == Some(&0) {
            plan.passed_over.remove(&index);
        }
    }
}

/// A first name of the time: the first of a list are much more frequent than the last.
pub(super) fn first_name(chance: &mut Chance, sex: Sex, birth_year: i32) -> &'static str {
    let names = words::first_names(sex, birth_year);
    let index = chance.weighted((0..names.len() as u32).map(|rank| 10_000 / (rank + 6)));
    names.get(index).copied().unwrap_or_default()
}

/// Surnames are dealt rather than drawn: each comes back as often as it weighs, and far from itself.
pub(super) fn surname_of(seed: u64, number: u64) -> &'static str {
    let names = words::surnames();
    let total: u64 = names.iter().map(|name| u64::from(name.weight)).sum();
    let step = (total * 618 / 1000) | 1;
    let mut left = (number * step + seed * 7_919) % total.max(1);
    for Weighted { name, weight } in names {
        let weight = u64::from(*weight);
        if left < weight {
            return name;
        }
        left -= weight;
    }
    ""
}

fn profession(chance: &mut Chance, profile: &Profile, age: i32, sex: Sex) -> &'static str {
    let age = u32::try_from(age).unwrap_or(0);
    let weight = |known: &words::Profession| {
        let fits = (known.ages.0..=known.ages.1).contains(&age)
            && profile.groups.iter().any(|group| group == known.group);
        if fits { known.weight } else { 0 }
    };
    let professions = words::professions();
    let known = &professions[chance.weighted(professions.iter().map(weight))];
    if weight(known) == 0 {
        return "";
    }
    match sex {
        Sex::Man => known.masculine,
        Sex::Woman => known.feminine,
    }
}
