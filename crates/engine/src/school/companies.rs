//! Client firms: trades, names, legal forms, identifiers, and the people one talks to there.

use super::chance::Chance;
use super::homes::Home;
use super::identifiers::{self, slug};
use super::people::{Person, first_name, sole_trade, surname_of};
use super::plan::{Plan, Slot};
use crate::content::people::Sex;
use crate::content::trade::{self, Trade};
use crate::content::words::fill;
use std::borrow::Cow;

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
    pub(super) first_name: Cow<'static, str>,
    pub(super) last_name: Cow<'static, str>,
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

/// The firm of a record; `owner` is the person whose own firm it is, when it stands in the base beside him or her.
pub(super) fn company(plan: &Plan, slot: Slot, home: &Home, owner: Option<&Person>) -> Company {
    let (seed, number) = (plan.seed, u64::from(slot.index));
    let mut chance = Chance::of(seed, number, "company");
    let siren = identifiers::siren(number, seed);
    let siret = identifiers::siret(&siren, if chance.percent(80) { 1 } else { 2 });
    // A daughter does what her mother does, under the same name or near it.
    let family = u64::from(slot.parent.unwrap_or(slot.index));
    let boss = surname_of(seed, family);
    let trade = trade_of(seed, family, slot, owner.is_some());
    if slot.mother {
        let passed_over = plan.passed_over(slot.index);
        return mother(&mut chance, boss, trade, passed_over, siren, siret);
    }
    let forms: Vec<&str> = trade
        .forms
        .iter()
        .copied()
        .filter(|form| slot.parent.is_none() || *form != "EI")
        .collect();
    let form = match owner {
        Some(_) => "EI",
        None => chance.pick(&forms).copied().unwrap_or("SARL"),
    };
    let mut trade_name = name(&mut chance, trade, boss, home);
    for _ in 0..plan.passed_over(slot.index) {
        trade_name = name(&mut chance, trade, surname_of(seed, number + 7), home);
        if !trade_name.contains(home.town.name) {
            trade_name = format!("{trade_name} {}", short_place(home));
        }
    }
    let mut contacts = contacts(&mut chance, seed, slot.index, trade, boss);
    if let (Some(owner), Some(first)) = (owner, contacts.first_mut()) {
        first.sex = owner.sex;
        first.first_name = owner.first_name.clone();
        first.last_name = owner.last_name.clone();
        contacts.truncate(1);
        trade_name = trade_name.replace(boss, &owner.last_name);
    }
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

/// The trade of a firm or of the group it belongs to.
fn trade_of(seed: u64, family: u64, slot: Slot, owned: bool) -> &'static Trade {
    let trades = trade::trades();
    let own = slot
        .origin()
        .filter(|_| owned)
        .map(|(_, of)| sole_trade(seed, of)[2]);
    let grouped = slot.mother || slot.parent.is_some();
    let mut chance = Chance::of(seed, family, "trade");
    let place = chance.weighted(trades.iter().map(|trade| {
        let fits = match own {
            Some(naf) => trade.naf == naf,
            // Those who hold several firms are no sole traders.
            None => {
                !grouped
                    || trade
                        .forms
                        .iter()
                        .any(|form| matches!(*form, "SARL" | "SAS" | "SA"))
            }
        };
        if fits { trade.weight } else { 0 }
    }));
    &trades[place]
}

fn mother(
    chance: &mut Chance,
    boss: &'static str,
    trade: &Trade,
    passed_over: u32,
    siren: String,
    siret: String,
) -> Company {
    let words = trade::firm_words();
    let patterns = &words.group_patterns;
    let pattern = (chance.below(patterns.len()) + passed_over as usize) % patterns.len().max(1);
    let legal_name = fill(patterns.get(pattern).map_or("", String::as_str), &|place| {
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
            drives: if trade.drives == "garage" {
                "car"
            } else {
                trade.drives
            },
            contacts,
            domain,
        },
        chance,
    )
}

/// The name of a place that keeps a firm's name on one line of an address.
fn short_place(home: &Home) -> &'static str {
    let mut words = home.town.name.split(['-', ' ']).filter(|word| word.len() > 3);
    words.next_back().unwrap_or(home.town.name)
}

fn name(chance: &mut Chance, trade: &Trade, boss: &'static str, home: &Home) -> String {
    let words = trade::firm_words();
    let (place, feminine) = (chance.word(&words.places), chance.word(&words.places_feminine));
    let named = |pattern: &str, town: &str| {
        fill(pattern, &|name| match name {
            "nom" => Some(boss.to_owned()),
            "ville" => Some(town.to_owned()),
            "sud" => Some(place.to_owned()),
            "sud_f" => Some(feminine.to_owned()),
            _ => None,
        })
        .replace(" de Le ", " du ")
        .replace(" de Les ", " des ")
    };
    let pattern = chance.word(&trade.names);
    let whole = named(pattern, home.town.name);
    // A line of an address holds thirty-eight characters.
    if whole.chars().count() > 36 {
        named(pattern, short_place(home))
    } else {
        whole
    }
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
        first_name: first_name(chance, sex, born).into(),
        last_name: last_name.into(),
        role,
        mail: String::new(),
    }
}

fn with_mails(mut company: Company, chance: &mut Chance) -> Company {
    let shape = 1 + 3 * chance.below(2);
    let domain = company.domain.clone();
    for contact in &mut company.contacts {
        if chance.percent(88) {
            let name = identifiers::mail_name(&contact.first_name, &contact.last_name, shape, 0);
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
