//! Client firms: trades, names, legal forms, identifiers, and the people one talks to there.

use super::chance::Chance;
use super::homes::Home;
use super::identifiers::{self, slug};
use super::people::{first_name, surname_of};
use super::plan::Slot;
use crate::content::people::Sex;
use crate::content::trade::{self, Trade};
use crate::content::words::fill;

/// A firm.
#[derive(Clone, Debug)]
pub(super) struct Company {
    pub(super) legal_name: String,
    pub(super) trade_name: String,
    pub(super) siren: String,
    pub(super) siret: String,
    pub(super) naf: &'static str,
    pub(super) form: &'static str,
    pub(super) fleet: &'static str,
    /// `van`, `car` or `garage`.
    pub(super) drives: &'static str,
    pub(super) contacts: Vec<Contact>,
    domain: String,
}

/// Somebody at a firm.
#[derive(Clone, Debug)]
pub(super) struct Contact {
    pub(super) sex: Sex,
    pub(super) first_name: &'static str,
    pub(super) last_name: &'static str,
    pub(super) role: String,
    pub(super) mail: String,
}

impl Company {
    /// The address printed on the firm's letters.
    pub(super) fn mail(&self) -> String {
        format!("contact@{}", self.domain)
    }

    /// Upper bound of vehicles it may own, for as many purchases.
    pub(super) fn fleet_rank(&self) -> usize {
        match self.fleet {
            "5_10" => 1,
            "11_25" => 2,
            "26_plus" => 3,
            _ => 0,
        }
    }
}

/// The firm of a record.
pub(super) fn company(seed: u64, slot: Slot, home: &Home) -> Company {
    let mut chance = Chance::of(seed, u64::from(slot.index), "company");
    let boss = surname_of(seed, u64::from(slot.index));
    let trades = trade::trades();
    let trade = &trades[chance.weighted(trades.iter().map(|trade| trade.weight))];
    let siren = identifiers::siren(u64::from(slot.index), seed);
    let siret = identifiers::siret(&siren, if chance.percent(80) { 1 } else { 2 });
    if slot.mother {
        return mother(&mut chance, boss, siren, siret);
    }
    let form = chance.word(&trade.forms);
    let trade_name = name(&mut chance, trade, boss, home);
    let contacts = contacts(&mut chance, seed, slot.index, trade, boss);
    // A sole trader has no name of a firm but his own.
    let legal_name = match contacts.first() {
        Some(owner) if form == "EI" => format!("{} {}", owner.first_name, owner.last_name),
        _ => trade_name.clone(),
    };
    let fleet = trade.fleet[chance.weighted(trade.fleet.iter().map(|size| size.1))].0;
    let fleet = if form == "EI" { "1_4" } else { fleet };
    let trade_name = if form == "EI" || chance.percent(15) {
        trade_name
    } else {
        String::new()
    };
    let named = if trade_name.is_empty() {
        &legal_name
    } else {
        &trade_name
    };
    let domain = domain(named);
    with_mails(
        Company {
            legal_name,
            trade_name,
            siren,
            siret,
            naf: trade.naf,
            form,
            fleet,
            drives: trade.drives,
            contacts,
            domain,
        },
        &mut chance,
    )
}

fn mother(chance: &mut Chance, boss: &'static str, siren: String, siret: String) -> Company {
    let words = trade::firm_words();
    let legal_name = fill(chance.word(&words.group_patterns), &|place| {
        (place == "nom").then(|| boss.to_owned())
    });
    let count = chance.between(2, 4) as usize;
    let contacts = words
        .group_roles
        .iter()
        .take(count)
        .map(|role| contact(chance, role, None))
        .collect();
    let naf = words.group_naf.as_str();
    let form = chance.word(&words.group_forms);
    let fleet = if chance.percent(60) { "11_25" } else { "26_plus" };
    let domain = domain(&legal_name);
    with_mails(
        Company {
            legal_name,
            trade_name: String::new(),
            siren,
            siret,
            naf,
            form,
            fleet,
            drives: "van",
            contacts,
            domain,
        },
        chance,
    )
}

fn name(chance: &mut Chance, trade: &Trade, boss: &'static str, home: &Home) -> String {
    let words = trade::firm_words();
    let (place, feminine) = (chance.word(&words.places), chance.word(&words.places_feminine));
    fill(chance.word(&trade.names), &|name| match name {
        "nom" => Some(boss.to_owned()),
        "ville" => Some(home.town.name.to_owned()),
        "sud" => Some(place.to_owned()),
        "sud_f" => Some(feminine.to_owned()),
        _ => None,
    })
    .replace(" de Le ", " du ")
    .replace(" de Les ", " des ")
}

/// One to four people: the first is the boss, whose name the firm bears.
fn contacts(chance: &mut Chance, seed: u64, index: u32, trade: &Trade, boss: &'static str) -> Vec<Contact> {
    let most = trade.roles.len().min(4) as i64;
    let count = chance.between(1, most) as usize;
    let mut number = 1_000_003 + u64::from(index) * 5;
    trade
        .roles
        .iter()
        .take(count)
        .enumerate()
        .map(|(rank, role)| {
            number += 1;
            contact(
                chance,
                role,
                Some(if rank == 0 { boss } else { surname_of(seed, number) }),
            )
        })
        .collect()
}

fn contact(chance: &mut Chance, role: &str, last_name: Option<&'static str>) -> Contact {
    let words = trade::firm_words();
    let sex = if words.female_roles.iter().any(|known| known == role) || chance.percent(28) {
        Sex::Woman
    } else {
        Sex::Man
    };
    let role = match (sex, words.feminine.get(role)) {
        (Sex::Woman, Some(feminine)) => feminine.clone(),
        _ => role.to_owned(),
    };
    let born = chance.between(1962, 1998) as i32;
    let last_name = last_name.unwrap_or_else(|| surname_of(1, chance.between(0, 100_000) as u64));
    Contact {
        sex,
        first_name: first_name(chance, sex, born),
        last_name,
        role,
        mail: String::new(),
    }
}

fn with_mails(mut company: Company, chance: &mut Chance) -> Company {
    let shape = 1 + 3 * chance.below(2);
    let domain = company.domain.clone();
    for contact in &mut company.contacts {
        if chance.percent(88) {
            let name = identifiers::mail_name(contact.first_name, contact.last_name, shape, 0);
            contact.mail = format!("{name}@{domain}");
        }
    }
    company
}

fn domain(name: &str) -> String {
    let words: Vec<String> = name
        .split([' ', '\'', '’', '-'])
        .map(slug)
        .filter(|word| !word.is_empty())
        .collect();
    format!("{}.example", words.join("-"))
}
