//! Names, streets, professions, and who comes to a dealership.

use super::{number, read, rows, trade};
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

/// A man or a woman, as civility, first name and agreement of words need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Man,
    Woman,
}

/// What a word, a street or a name weighs when one is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighted {
    pub(crate) name: &'static str,
    pub(crate) weight: u32,
}

/// A street, for homes or for firms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Street {
    pub(crate) name: &'static str,
    pub(crate) weight: u32,
    pub(crate) business: bool,
}

/// A profession, for a group of the INSEE nomenclature or a life stage of ours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Profession {
    pub(crate) masculine: &'static str,
    pub(crate) feminine: &'static str,
    pub(crate) group: &'static str,
    pub(crate) ages: (u32, u32),
    pub(crate) weight: u32,
}

/// Who comes to the dealership; see `content/people/profiles.toml`.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Profile {
    pub(crate) key: String,
    pub(crate) weight: u32,
    pub(crate) ages: (u32, u32),
    pub(crate) groups: Vec<String>,
    /// People at home, from and to.
    pub(crate) home: (u32, u32),
    /// Percent of purchases that are used cars.
    pub(crate) used: u32,
    /// Percent of new cars that are leased with an option to buy, among those not paid cash.
    pub(crate) lease: u32,
    /// Percent of the mean yearly mileage.
    pub(crate) km: u32,
    /// Weight of each body.
    segments: BTreeMap<String, u32>,
    /// The same, by the place of the body among `trade::segments`.
    #[serde(skip)]
    pub(crate) likings: Vec<u32>,
    /// The professions of its groups.
    #[serde(skip)]
    pub(crate) professions: Vec<&'static Profession>,
}

#[derive(Debug, Default, Deserialize)]
struct Profiles {
    profiles: Vec<Profile>,
}

/// First names given in a decade, most frequent first.
pub(crate) fn first_names(sex: Sex, birth_year: i32) -> &'static [&'static str] {
    type Lists = Vec<(Sex, i32, Vec<&'static str>)>;
    static LISTS: OnceLock<Lists> = OnceLock::new();
    let lists = LISTS.get_or_init(|| {
        rows(include_str!("../../../../content/people/first_names.tsv"))
            .map(|[sex, decade, names]| {
                let sex = if sex == "f" { Sex::Woman } else { Sex::Man };
                (sex, decade.parse().unwrap_or(0), names.split('|').collect())
            })
            .collect()
    });
    let decade = DECADES.0 + 10 * decade_of(birth_year) as i32;
    lists
        .iter()
        .find(|known| known.0 == sex && known.1 == decade)
        .map_or(&[], |known| known.2.as_slice())
}

/// The first and the last decade of the lists of first names: the list of 1961 holds those born from 1961 to 1970.
const DECADES: (i32, i32) = (1931, 2001);

/// The rank of the list for a year of birth, from 0.
pub(crate) fn decade_of(birth_year: i32) -> usize {
    let decade = (birth_year.clamp(DECADES.0, DECADES.1) - 1).div_euclid(10) - DECADES.0.div_euclid(10);
    usize::try_from(decade).unwrap_or(0)
}

/// Surnames, the weights flattened so that chance homonyms stay rare.
pub(crate) fn surnames() -> &'static [Weighted] {
    static NAMES: OnceLock<Vec<Weighted>> = OnceLock::new();
    NAMES.get_or_init(|| {
        rows(include_str!("../../../../content/people/surnames.tsv"))
            .map(|[name, weight]| Weighted {
                name,
                weight: number(weight),
            })
            .collect()
    })
}

/// Letters of a last name and what a hurried hand writes instead, the likeliest first.
pub(crate) fn slips() -> &'static [(&'static str, &'static str)] {
    static SLIPS: OnceLock<Vec<(&'static str, &'static str)>> = OnceLock::new();
    SLIPS.get_or_init(|| {
        rows(include_str!("../../../../content/people/slips.tsv"))
            .map(|[right, wrong]| (right, wrong))
            .collect()
    })
}

/// Names of known people, that nobody of ours bears.
pub(crate) fn excluded(first_name: &str, last_name: &str) -> bool {
    // The first word of a pair is its first name: ours hold no space.
    static PAIRS: OnceLock<HashSet<(&'static str, &'static str)>> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        rows(include_str!("../../../../content/people/excluded_pairs.tsv"))
            .filter_map(|[pair]| pair.split_once(' '))
            .collect()
    });
    pairs.contains(&(first_name, last_name))
}

/// Every street.
pub(crate) fn streets() -> &'static [Street] {
    static STREETS: OnceLock<Vec<Street>> = OnceLock::new();
    STREETS.get_or_init(|| {
        rows(include_str!("../../../../content/places/streets.tsv"))
            .map(|[name, weight, place]| Street {
                name,
                weight: number(weight),
                business: place == "business",
            })
            .collect()
    })
}

/// Every profession.
pub(crate) fn professions() -> &'static [Profession] {
    static PROFESSIONS: OnceLock<Vec<Profession>> = OnceLock::new();
    PROFESSIONS.get_or_init(|| {
        rows(include_str!("../../../../content/people/professions.tsv"))
            .map(|[masculine, feminine, group, from, to, weight]| Profession {
                masculine,
                feminine,
                group,
                ages: (number(from), number(to)),
                weight: number(weight),
            })
            .collect()
    })
}

/// Both forms of every profession, once each, in alphabetical order.
pub(super) fn profession_names() -> Vec<String> {
    let mut names: Vec<String> = professions()
        .iter()
        .flat_map(|known| [known.masculine, known.feminine])
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Every profile.
pub(crate) fn profiles() -> &'static [Profile] {
    static PROFILES: OnceLock<Profiles> = OnceLock::new();
    &PROFILES
        .get_or_init(|| {
            let mut read: Profiles = read(include_str!("../../../../content/people/profiles.toml"));
            for profile in &mut read.profiles {
                let liking = |body: &&str| profile.segments.get(*body).copied().unwrap_or(0);
                profile.likings = trade::segments().iter().map(liking).collect();
                let groups = &profile.groups;
                profile.professions = professions()
                    .iter()
                    .filter(|known| groups.iter().any(|group| group == known.group))
                    .collect();
            }
            read
        })
        .profiles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_has_professions_at_every_age() {
        assert!(profiles().len() >= 8);
        for profile in profiles() {
            for age in profile.ages.0..=profile.ages.1 {
                let found = professions().iter().any(|known| {
                    profile.groups.iter().any(|group| group == known.group)
                        && (known.ages.0..=known.ages.1).contains(&age)
                });
                assert!(found, "{} at {age}", profile.key);
            }
        }
    }

    #[test]
    fn every_birth_year_has_first_names() {
        for year in 1930..=2010 {
            assert!(
                first_names(Sex::Man, year).len() > 60 && first_names(Sex::Woman, year).len() > 60,
                "{year}"
            );
        }
        assert!(surnames().len() >= 600 && surnames().iter().all(|name| name.weight > 0));
        assert!(excluded("Jules", "Ferry") && !excluded("Jules", "Martin"));
        assert!(streets().iter().filter(|street| street.business).count() > 10);
    }
}
