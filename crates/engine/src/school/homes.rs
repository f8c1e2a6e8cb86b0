//! Where people and firms are: around a site of the group, town and postcode that agree, landline of the region.

use super::chance::{Chance, Lottery};
use super::flaws::Kind as Flawed;
use super::identifiers;
use super::plan::Slot;
use crate::content::words::{fill, grammar};
use crate::content::{self, Site, Town, people};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// An address and the site that is nearest.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) number: String,
    pub(super) street: &'static str,
    pub(super) extra: String,
    pub(super) town: &'static Town,
    pub(super) site: &'static Site,
    region: u8,
}

impl Home {
    /// A landline of the region.
    pub(super) fn landline(&self, number: u64, seed: u64) -> String {
        identifiers::landline(self.region, number, seed)
    }
}

/// Who lives or works there decides what the address looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Private,
    Business,
}

/// The home of a record; a household has one, and so have most records made from another.
pub(super) fn home(seed: u64, slot: Slot, origin: Option<&Home>) -> Home {
    let kind = if slot.company {
        Kind::Business
    } else {
        Kind::Private
    };
    let own = match slot.parent {
        // A daughter lies around the same site as her mother.
        Some(parent) => {
            let mother = site_of(&mut Chance::of(seed, u64::from(parent), "home"));
            address_at(seed, slot.index, kind, "home", Some(mother))
        }
        None => address(seed, slot.head.unwrap_or(slot.index), kind, "home"),
    };
    let (Some(origin), Some((flaw, _))) = (origin, slot.origin()) else {
        return own;
    };
    match flaw {
        // Made again at another site of the group.
        _ if flaw.is_double() => {
            let sites = &content::group().sites;
            let place = sites.iter().position(|site| site.name == origin.site.name);
            let site = &sites[(place.unwrap_or(0) + 1) % sites.len()];
            let home = if flaw == Flawed::Moved {
                own
            } else {
                origin.clone()
            };
            Home { site, ..home }
        }
        Flawed::SoleTrader | Flawed::FatherSon | Flawed::Couple => origin.clone(),
        Flawed::SoldVehicleAttached => Home {
            site: origin.site,
            ..own
        },
        _ => own,
    }
}

/// An address drawn for a record and a purpose.
fn address(seed: u64, record: u32, kind: Kind, purpose: &str) -> Home {
    address_at(seed, record, kind, purpose, None)
}

fn site_of(chance: &mut Chance) -> &'static Site {
    let sites = &content::group().sites;
    &sites[chance.weighted(sites.iter().map(|site| site.weight))]
}

fn address_at(seed: u64, record: u32, kind: Kind, purpose: &str, site: Option<&'static Site>) -> Home {
    let mut chance = Chance::of(seed, u64::from(record), purpose);
    let drawn = site_of(&mut chance);
    let site = site.unwrap_or(drawn);
    let town = town_near(&mut chance, site);
    let street = street(&mut chance, kind);
    let rural = town.population < 4_000;
    let short = ["place", "square", "impasse"]
        .iter()
        .any(|word| street.starts_with(word));
    let highest = if short {
        22
    } else if rural {
        48
    } else {
        140
    };
    let number = match chance.below(24) {
        0 if kind == Kind::Private => format!("{} bis", chance.between(1, 20)),
        1 if kind == Kind::Private => format!("{} ter", chance.between(1, 20)),
        _ => chance.between(1, highest).to_string(),
    };
    let extra = extra(&mut chance, kind, rural);
    let region = content::departments()
        .iter()
        .find(|known| known.code == town.department)
        .map_or(1, |known| known.phone_region);
    Home {
        number,
        street,
        extra,
        town,
        site,
        region,
    }
}

/// 57 % in the department of the site, 33 % around, 10 % elsewhere (Carvivo, 2017).
fn town_near(chance: &mut Chance, site: &Site) -> &'static Town {
    let department = match chance.below(100) {
        0..57 => site.department.as_str(),
        57..90 => {
            let near = site.neighbours.len() as u32;
            let place = chance.weighted((0..near).map(|rank| near - rank + 1));
            site.neighbours.get(place).map_or("", String::as_str)
        }
        _ => site.name.as_str(),
    };
    let drawn = towns_of(department).and_then(|towns| chance.draw(towns).copied());
    drawn.unwrap_or(&content::towns()[0])
}

/// The towns of a department by their population; for a site, every town of some size that does not lie around another one.
fn towns_of(department: &str) -> Option<&'static Lottery<&'static Town>> {
    static BY_DEPARTMENT: OnceLock<BTreeMap<&'static str, Lottery<&'static Town>>> = OnceLock::new();
    let by_department = BY_DEPARTMENT.get_or_init(|| {
        let mut by_department: BTreeMap<&'static str, Vec<&'static Town>> = BTreeMap::new();
        let sites = &content::group().sites;
        for town in content::towns() {
            by_department.entry(town.department).or_default().push(town);
            if town.population > 12_000 && !matches!(town.department, "2A" | "2B") {
                for site in sites.iter().filter(|site| !lies_around_another(site, town)) {
                    by_department.entry(&site.name).or_default().push(town);
                }
            }
        }
        let weighed =
            |towns: Vec<&'static Town>| Lottery::new(towns.into_iter().map(|town| (town, town.population)));
        by_department
            .into_iter()
            .map(|(department, towns)| (department, weighed(towns)))
            .collect()
    });
    by_department.get(department)
}

/// Whoever lives there goes to the site next to them.
fn lies_around_another(site: &Site, town: &Town) -> bool {
    let others = content::group()
        .sites
        .iter()
        .filter(|other| other.name != site.name);
    others
        .flat_map(|other| std::iter::once(&other.department).chain(&other.neighbours))
        .any(|department| department == town.department)
}

fn street(chance: &mut Chance, kind: Kind) -> &'static str {
    let business = kind == Kind::Business && chance.percent(65);
    static STREETS: OnceLock<[Lottery<&'static str>; 2]> = OnceLock::new();
    let [private, firms] = STREETS.get_or_init(|| {
        [false, true].map(|business| {
            let of_kind = people::streets()
                .iter()
                .filter(|street| street.business == business);
            Lottery::new(of_kind.map(|street| (street.name, street.weight)))
        })
    });
    chance
        .draw(if business { firms } else { private })
        .copied()
        .unwrap_or_default()
}

fn extra(chance: &mut Chance, kind: Kind, rural: bool) -> String {
    let words = grammar();
    let share = if rural { 8 } else { 20 };
    if !chance.percent(share) {
        return String::new();
    }
    let list = match (kind, rural) {
        (Kind::Business, _) => &words.business_extra,
        (Kind::Private, true) => &words.lieu_dit,
        (Kind::Private, false) => &words.apartment,
    };
    let (number, letter) = (chance.between(1, 48), chance.below(6));
    fill(chance.word(list), &|name| match name {
        "n" => Some(number.to_string()),
        "l" => "ABCDEF".get(letter..=letter).map(str::to_owned),
        _ => None,
    })
}
