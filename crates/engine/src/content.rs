//! The fictional world, read once from the data in `content/`: towns, names, firms, cars, prices, sentences.
//!
//! A broken file gives an empty list, never a panic; the tests here and in `school` refuse one.

pub(crate) mod calendar;
pub(crate) mod dashboards;
pub(crate) mod follow_ups;
pub(crate) mod law;
pub(crate) mod leads;
pub(crate) mod messages;
pub(crate) mod people;
pub(crate) mod replies;
pub(crate) mod trade;
pub(crate) mod upkeep;
pub(crate) mod words;

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A town with one of its postcodes: a town of several postcodes stands here several times.
#[derive(Clone, Copy, Debug)]
pub struct Town {
    /// Five digits.
    pub postcode: &'static str,
    /// The official name, with its accents.
    pub name: &'static str,
    /// `35`, `2A`.
    pub department: &'static str,
    /// People in this postcode: the town's population shared among its postcodes.
    pub population: u32,
}

/// A department of metropolitan France or overseas.
#[derive(Clone, Copy, Debug)]
pub struct Department {
    /// `35`, `2A`.
    pub code: &'static str,
    /// First significant digit of its landlines, 1 to 5; 0 overseas.
    pub phone_region: u8,
}

/// The dealership group.
#[derive(Debug, Default, Deserialize)]
pub struct Group {
    /// Its commercial name.
    pub name: String,
    /// Domain of the staff's mail addresses.
    pub mail_domain: String,
    /// Its dealerships.
    pub sites: Vec<Site>,
    /// Who works there.
    pub staff: Vec<Staff>,
}

/// A dealership of the group.
#[derive(Debug, Default, Deserialize)]
pub struct Site {
    /// A short stable name.
    pub key: String,
    /// What customers call it.
    pub name: String,
    /// Its number in the street.
    #[serde(default)]
    pub street_number: String,
    /// Its street.
    #[serde(default)]
    pub street: String,
    /// Its town.
    pub town: String,
    /// Its postcode.
    pub postcode: String,
    /// Its department.
    pub department: String,
    /// Departments around, nearest first.
    pub neighbours: Vec<String>,
    /// Ten digits.
    pub phone: String,
    /// Its share of the customers.
    pub weight: u32,
}

/// Somebody of the staff.
#[derive(Debug, Default, Deserialize)]
pub struct Staff {
    /// First and last name.
    pub name: String,
    /// What is on the card.
    pub role: String,
    /// Name of the site.
    pub site: String,
    /// What they take care of: new, used, fleet, leads, service, parts, lead.
    pub work: Vec<String>,
}

/// Towns of at least two thousand people of metropolitan France.
#[must_use]
pub fn towns() -> &'static [Town] {
    static TOWNS: OnceLock<Vec<Town>> = OnceLock::new();
    TOWNS.get_or_init(|| {
        let mut towns = Vec::with_capacity(6_000);
        for [_, name, department, population, postcodes] in
            rows(include_str!("../../../content/places/towns.tsv"))
        {
            let shares = u32::try_from(postcodes.split(' ').count()).unwrap_or(1).max(1);
            let population = number(population) / shares;
            towns.extend(postcodes.split(' ').map(|postcode| Town {
                postcode,
                name,
                department,
                population,
            }));
        }
        towns
    })
}

/// Every department.
#[must_use]
pub fn departments() -> &'static [Department] {
    static DEPARTMENTS: OnceLock<Vec<Department>> = OnceLock::new();
    DEPARTMENTS.get_or_init(|| {
        rows(include_str!("../../../content/places/departments.tsv"))
            .map(|[code, _, region, _, _]| Department {
                code,
                phone_region: region.parse().unwrap_or(0),
            })
            .collect()
    })
}

/// The dealership group of the school base.
#[must_use]
pub fn group() -> &'static Group {
    static GROUP: OnceLock<Group> = OnceLock::new();
    GROUP.get_or_init(|| {
        let mut group: Group = read(include_str!("../../../content/group/group.toml"));
        for person in &mut group.staff {
            if let Some(site) = group.sites.iter().find(|site| site.key == person.site) {
                person.site.clone_from(&site.name);
            }
        }
        group
    })
}

/// The suggestions of an open choice list; none for an unknown list.
#[must_use]
pub fn choices(list: &str) -> &'static [String] {
    static LISTS: OnceLock<BTreeMap<String, Vec<String>>> = OnceLock::new();
    let lists = LISTS.get_or_init(|| {
        let mut lists: BTreeMap<String, Vec<String>> =
            read(include_str!("../../../content/words/choices.toml"));
        let mut add = |name: &str, words: Vec<String>| lists.insert(name.to_owned(), words);
        add(
            "sites",
            group().sites.iter().map(|site| site.name.clone()).collect(),
        );
        let reasons = &messages::rules().reasons;
        add("exclusion_reasons", reasons.values().cloned().collect());
        add(
            "staff",
            group().staff.iter().map(|person| person.name.clone()).collect(),
        );
        add(
            "makes",
            trade::makes().iter().map(|make| make.name.to_owned()).collect(),
        );
        add("professions", people::profession_names());
        lists
    });
    lists.get(list).map_or(&[], Vec::as_slice)
}

/// What an activity code of NAF rév. 2 means; none for a code out of our extract.
#[must_use]
pub fn naf_label(code: &str) -> Option<&'static str> {
    static LABELS: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let labels = LABELS.get_or_init(|| {
        rows(include_str!("../../../content/companies/naf.tsv"))
            .map(|[code, label]| (code, label))
            .collect()
    });
    labels.get(code).copied()
}

/// The rows of a tab-separated table below its header; a row of another width is left out.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).filter_map(|line| {
        let mut cells = [""; N];
        let mut found = line.split('\t');
        for cell in &mut cells {
            *cell = found.next()?;
        }
        found.next().is_none().then_some(cells)
    })
}

/// A whole number of a table; 0 for anything else.
pub(crate) fn number(text: &str) -> u32 {
    text.parse().unwrap_or(0)
}

/// A TOML file; the empty value when it is broken, which the tests refuse.
pub(crate) fn read<T: Default + for<'de> Deserialize<'de>>(text: &str) -> T {
    toml::from_str(text).unwrap_or_default()
}

/// The name of the product, `content/brand/brand.json`.
pub(crate) fn brand_name() -> &'static str {
    static NAME: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    NAME.get_or_init(|| {
        serde_json::from_str::<serde_json::Value>(include_str!("../../../content/brand/brand.json"))
            .ok()
            .and_then(|brand| brand.get("name")?.as_str().map(str::to_owned))
            .unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_filled() {
        for list in [
            "sources",
            "makes",
            "usages",
            "lead_kinds",
            "lead_channels",
            "lead_lost_reasons",
            "activity_results",
            "consent_origins",
            "company_types",
            "agenda_kinds",
            "energies",
            "professions",
            "sites",
            "staff",
        ] {
            assert!(choices(list).len() >= 3, "{list}");
        }
        assert!(choices("nothing").is_empty());
        assert_eq!(
            naf_label("45.20A"),
            Some("Entretien et réparation de véhicules automobiles légers")
        );
    }

    #[test]
    fn every_town_has_a_department_and_every_large_town_its_postcodes() {
        assert!(towns().len() > 5_397);
        for town in towns() {
            assert!(
                departments().iter().any(|known| known.code == town.department),
                "{}",
                town.name
            );
            assert_eq!(town.postcode.len(), 5);
            assert!(town.population > 0);
        }
        assert_eq!(towns().iter().filter(|town| town.name == "Paris").count(), 21);
        assert!(
            towns()
                .iter()
                .any(|town| town.postcode == "35700" && town.name == "Rennes")
        );
    }

    #[test]
    fn every_member_of_the_staff_works_at_a_site() {
        assert!((8..=10).contains(&group().staff.len()));
        for person in &group().staff {
            assert!(
                group().sites.iter().any(|site| site.name == person.site),
                "{}",
                person.name
            );
            assert!(!person.work.is_empty());
        }
    }
}
