//! A person and the firm he runs alone: two records that stay two, and are linked.

use crate::entry::Entries;
use std::collections::HashMap;

/// A person and a firm that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Place of the person among the subjects.
    pub person: usize,
    /// Place of the firm.
    pub firm: usize,
    /// What both share.
    pub shared: Vec<Shared>,
}

/// What a person and a firm share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The firm bears the person's names.
    Name,
    /// The person is asked for there.
    Contact,
    /// A telephone number.
    Phone,
    /// A mail address.
    Mail,
    /// Number, street and postcode.
    Address,
}

type Side<'a> = (&'a Entries, &'a [usize]);

/// Persons and firms with a name in common and at least one mark beside.
pub(crate) fn links((people, persons): Side<'_>, (companies, firms): Side<'_>) -> Vec<Link> {
    let mut by_names: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, entry) in people.all.iter().enumerate() {
        let (first, last) = (
            &people.firsts.get(entry.first).text,
            &people.lasts.get(entry.last).text,
        );
        if !first.is_empty() && !last.is_empty() {
            by_names
                .entry(sorted_words(&format!("{first} {last}")))
                .or_default()
                .push(number);
        }
    }
    let mut found = Vec::new();
    for (number, firm) in companies.all.iter().enumerate() {
        let mut names: Vec<(String, Shared)> = [firm.last, firm.trade]
            .iter()
            .map(|id| (sorted_words(&companies.lasts.get(*id).text), Shared::Name))
            .collect();
        names.extend(
            companies
                .people(firm)
                .iter()
                .map(|id| (sorted_words(&companies.marks.get(*id).text), Shared::Contact)),
        );
        let mut linked: Vec<usize> = Vec::new();
        for (name, how) in names {
            for person in by_names.get(&name).into_iter().flatten() {
                if linked.contains(person) {
                    continue;
                }
                let mut shared = vec![how];
                shared.extend(in_common(people, *person, companies, number));
                if shared.len() > 1 {
                    linked.push(*person);
                    found.push(Link {
                        person: persons[*person],
                        firm: firms[number],
                        shared,
                    });
                }
            }
        }
    }
    found.sort_by_key(|link| (link.person, link.firm));
    found
}

fn in_common(people: &Entries, person: usize, companies: &Entries, firm: usize) -> Vec<Shared> {
    let (person, firm) = (&people.all[person], &companies.all[firm]);
    let share = |left: &[u32], right: &[u32]| {
        left.iter().any(|one| {
            right
                .iter()
                .any(|other| people.marks.get(*one).text == companies.marks.get(*other).text)
        })
    };
    let mut shared = Vec::new();
    if share(people.phones(person), companies.phones(firm)) {
        shared.push(Shared::Phone);
    }
    if share(people.mails(person), companies.mails(firm)) {
        shared.push(Shared::Mail);
    }
    let street = &people.streets.get(person.street).text;
    let same_street = !street.is_empty() && *street == companies.streets.get(firm.street).text;
    let same_number = people.numbers.get(person.number).text == companies.numbers.get(firm.number).text;
    let same_postcode =
        people.postcodes.get(person.postcode).text == companies.postcodes.get(firm.postcode).text;
    if same_street && same_number && same_postcode {
        shared.push(Shared::Address);
    }
    shared
}

fn sorted_words(text: &str) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}
