//! Names: missing, in the other's place, in capitals, with digits.

use super::checks::Check;
use super::fault::{Fault, FaultWhy};
use crate::coherence::{Base, Ref};
use crate::content::people::{Sex, first_names, surnames};
use crate::fields::Entity;
use crate::values::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Small words of a name: how they are written is a matter of families.
const PARTICLES: [&str; 11] = [
    "de", "du", "des", "la", "le", "les", "d", "l", "van", "von", "mac",
];

/// Names by their letters, in their right writing; none where two writings share them.
struct Known {
    first: HashMap<String, Option<&'static str>>,
    last: HashMap<String, Option<&'static str>>,
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let decades = (1931..=2001).step_by(10);
        let of = |sex| {
            decades
                .clone()
                .flat_map(move |year| first_names(sex, year).iter().copied())
        };
        Known {
            first: by_letters(of(Sex::Man).chain(of(Sex::Woman))),
            last: by_letters(surnames().iter().map(|known| known.name)),
        }
    })
}

fn by_letters(names: impl Iterator<Item = &'static str>) -> HashMap<String, Option<&'static str>> {
    let mut known: HashMap<String, Option<&'static str>> = HashMap::new();
    for name in names {
        let writing = known.entry(fold(name)).or_insert(Some(name));
        if *writing != Some(name) {
            *writing = None;
        }
    }
    known
}

pub(super) fn find(base: &Base, faults: &mut Vec<Fault>) {
    for customer in &base.customers {
        let owner = (Entity::Customer, customer.id);
        let (key, name) = if customer.is_company {
            ("legal_name", &customer.legal_name)
        } else {
            ("last_name", &customer.last_name)
        };
        if name.is_empty() {
            faults.push(Fault::new(
                Check::NameMissing,
                FaultWhy::NameMissing,
                owner,
                Some(customer.id),
                &[key],
            ));
        } else if !customer.is_company {
            let names = [&*customer.first_name, &*customer.last_name];
            faults.extend(person(owner, Some(customer.id), names));
        }
    }
    for contact in &base.contacts {
        let record = (Entity::Contact, contact.id);
        faults.extend(person(
            record,
            contact.customer,
            [&*contact.first_name, &*contact.last_name],
        ));
    }
}

fn person(record: Ref, customer: Option<i64>, [first, last]: [&str; 2]) -> Option<Fault> {
    let both = ["first_name", "last_name"];
    if are_swapped(first, last) {
        let fault = Fault::new(
            Check::NamesSwapped,
            FaultWhy::NamesSwapped,
            record,
            customer,
            &both,
        );
        return Some(fault.corrected(vec![("first_name", last.into()), ("last_name", first.into())]));
    }
    let mut fault: Option<Fault> = None;
    for (key, name, list) in [
        ("first_name", first, &known().first),
        ("last_name", last, &known().last),
    ] {
        let Some(why) = why_of(name) else { continue };
        let found = fault.get_or_insert_with(|| Fault::new(Check::NameWriting, why, record, customer, &[]));
        found.fields.push(key);
        if let Some(meant) = well_written(name, list).filter(|_| why != FaultWhy::NameSigns) {
            found.correction.push((key, meant.into()));
        }
    }
    fault
}

/// What stands for a first name is only ever a last one, and the other way round.
fn are_swapped(first: &str, last: &str) -> bool {
    let (first, last) = (fold(first), fold(last));
    let known = known();
    known.last.contains_key(&first)
        && !known.first.contains_key(&first)
        && known.first.contains_key(&last)
        && !known.last.contains_key(&last)
}

fn why_of(name: &str) -> Option<FaultWhy> {
    let letters: Vec<char> = name.chars().filter(|letter| letter.is_alphabetic()).collect();
    if name
        .chars()
        .any(|sign| sign.is_ascii_digit() || "@_/\\*#?!<>=+".contains(sign))
    {
        Some(FaultWhy::NameSigns)
    } else if letters.len() < 2 {
        None
    } else if letters.iter().all(|letter| letter.is_uppercase()) {
        Some(FaultWhy::NameCapitals)
    } else if letters.iter().all(|letter| letter.is_lowercase()) {
        Some(FaultWhy::NameSmall)
    } else {
        None
    }
}

/// The writing we know, or a capital at the head of each word; nothing where the accents or the particle are a guess.
fn well_written(name: &str, known: &HashMap<String, Option<&'static str>>) -> Option<String> {
    if let Some(writing) = known.get(&fold(name)) {
        return writing.map(str::to_owned);
    }
    if fold(name).split(' ').any(|word| PARTICLES.contains(&word)) {
        return None;
    }
    let mut written = String::with_capacity(name.len());
    let mut at_head = true;
    for letter in name.chars() {
        if at_head {
            written.extend(letter.to_uppercase());
        } else {
            written.extend(letter.to_lowercase());
        }
        at_head = !letter.is_alphabetic();
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Value;

    const RECORD: Ref = (Entity::Customer, 1);

    fn of(first: &str, last: &str) -> Option<(FaultWhy, Vec<(&'static str, Value)>)> {
        person(RECORD, None, [first, last]).map(|fault| (fault.why, fault.correction))
    }

    #[test]
    fn capitals_are_mended_when_the_writing_is_known_or_plain() {
        assert_eq!(of("Philippe", "Kerguélen"), None);
        assert_eq!(
            of("PHILIPPE", "Kerguélen"),
            Some((FaultWhy::NameCapitals, vec![("first_name", "Philippe".into())]))
        );
        assert_eq!(
            of("Philippe", "KERBRAT-ZYX"),
            Some((FaultWhy::NameCapitals, vec![("last_name", "Kerbrat-Zyx".into())]))
        );
        assert_eq!(
            of("Philippe", "DE LA TOUR"),
            Some((FaultWhy::NameCapitals, vec![]))
        );
        assert_eq!(
            of("philippe", "zyx"),
            Some((
                FaultWhy::NameSmall,
                vec![("first_name", "Philippe".into()), ("last_name", "Zyx".into())]
            ))
        );
        assert_eq!(of("Philippe2", "Kerguélen"), Some((FaultWhy::NameSigns, vec![])));
        assert_eq!(of("", "X"), None);
    }

    #[test]
    fn names_are_swapped_only_when_neither_can_stand_where_it_does() {
        let (why, correction) = of("Lefebvre", "Nathalie").unwrap();
        assert_eq!(why, FaultWhy::NamesSwapped);
        assert_eq!(
            correction,
            [
                ("first_name", "Nathalie".into()),
                ("last_name", "Lefebvre".into())
            ]
        );
        assert_eq!(of("Nathalie", "Lefebvre"), None);
        // Thomas and Martin are both: nothing is certain.
        assert_eq!(of("Martin", "Thomas"), None);
    }
}
