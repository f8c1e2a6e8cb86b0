//! A record made ready to be compared: numbers for texts.

use crate::lexicon::{Id, Lexicon};
use crate::subject::{Sex, Subject};
use std::borrow::Cow;
use std::ops::Range;

/// One record, its texts numbered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) company: bool,
    pub(crate) sex: Option<Sex>,
    pub(crate) first: Id,
    pub(crate) last: Id,
    pub(crate) trade: Id,
    pub(crate) birth: Id,
    pub(crate) number: Id,
    pub(crate) street: Id,
    pub(crate) extra: Id,
    pub(crate) postcode: Id,
    pub(crate) town: Id,
    /// Postcode and town together.
    pub(crate) place: Id,
    phones: (u32, u32),
    mails: (u32, u32),
    cars: (u32, u32),
    people: (u32, u32),
}

/// Every record, with the texts they bear.
#[derive(Debug)]
pub(crate) struct Entries {
    pub(crate) all: Vec<Entry>,
    pub(crate) firsts: Lexicon,
    pub(crate) lasts: Lexicon,
    pub(crate) births: Lexicon,
    pub(crate) numbers: Lexicon,
    pub(crate) streets: Lexicon,
    pub(crate) extras: Lexicon,
    pub(crate) postcodes: Lexicon,
    pub(crate) towns: Lexicon,
    pub(crate) places: Lexicon,
    /// Phones, mails, plates and VINs, people to ask for.
    pub(crate) marks: Lexicon,
    flat: Vec<Id>,
}

impl Default for Entries {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            firsts: Lexicon::of_words(),
            lasts: Lexicon::of_words(),
            births: Lexicon::of_codes(),
            numbers: Lexicon::of_codes(),
            streets: Lexicon::of_words(),
            extras: Lexicon::of_words(),
            postcodes: Lexicon::of_codes(),
            towns: Lexicon::of_words(),
            places: Lexicon::of_codes(),
            marks: Lexicon::of_codes(),
            flat: Vec::new(),
        }
    }
}

impl Entries {
    /// Adds a record; its place in `all` is its number.
    pub(crate) fn add(&mut self, subject: &Subject) {
        let last = if subject.company {
            Cow::Owned(company_name(&subject.last_name))
        } else {
            Cow::Borrowed(subject.last_name.as_str())
        };
        let place = match (subject.postcode.is_empty(), subject.town.is_empty()) {
            (true, _) | (_, true) => String::new(),
            _ => format!("{} {}", subject.postcode, subject.town),
        };
        let entry = Entry {
            company: subject.company,
            sex: subject.sex,
            first: self.firsts.take(&subject.first_name),
            last: self.lasts.take(&last),
            trade: self.lasts.take(&company_name(&subject.trade_name)),
            // Two firms are told apart by their number as two persons by their birth.
            birth: self.births.take(if subject.company {
                &subject.siren
            } else {
                &subject.birth
            }),
            number: self.numbers.take(&subject.number),
            street: self.streets.take(&subject.street),
            extra: self.extras.take(&subject.extra),
            postcode: self.postcodes.take(&subject.postcode),
            town: self.towns.take(&subject.town),
            place: self.places.take(&place),
            phones: self.marks_of(&subject.phones),
            mails: self.marks_of(&subject.mails),
            cars: self.marks_of(&subject.cars),
            people: self.marks_of(&subject.people),
        };
        self.all.push(entry);
    }

    /// All have been added.
    pub(crate) fn close(&mut self) {
        for lexicon in [
            &mut self.firsts,
            &mut self.lasts,
            &mut self.births,
            &mut self.numbers,
            &mut self.streets,
            &mut self.extras,
            &mut self.postcodes,
            &mut self.towns,
            &mut self.places,
            &mut self.marks,
        ] {
            lexicon.close();
        }
        self.all.shrink_to_fit();
        self.flat.shrink_to_fit();
    }

    fn marks_of(&mut self, marks: &[String]) -> (u32, u32) {
        let start = self.flat.len();
        for mark in marks {
            let id = self.marks.take(mark);
            if id != 0 && !self.flat[start..].contains(&id) {
                self.flat.push(id);
            }
        }
        (start as u32, self.flat.len() as u32)
    }

    fn slice(&self, (start, end): (u32, u32)) -> &[Id] {
        &self.flat[Range {
            start: start as usize,
            end: end as usize,
        }]
    }

    pub(crate) fn phones(&self, entry: &Entry) -> &[Id] {
        self.slice(entry.phones)
    }

    pub(crate) fn mails(&self, entry: &Entry) -> &[Id] {
        self.slice(entry.mails)
    }

    pub(crate) fn cars(&self, entry: &Entry) -> &[Id] {
        self.slice(entry.cars)
    }

    pub(crate) fn people(&self, entry: &Entry) -> &[Id] {
        self.slice(entry.people)
    }
}

/// Words of a firm's name that say its form or its trade's kind, not which one it is.
const FORMS: &[&str] = &[
    "sarl",
    "sas",
    "sasu",
    "eurl",
    "sa",
    "sci",
    "scp",
    "snc",
    "scop",
    "selarl",
    "ei",
    "eirl",
    "ste",
    "societe",
    "ets",
    "etablissements",
    "etablissement",
    "entreprise",
    "groupe",
    "et",
    "fils",
    "cie",
    "compagnie",
];

/// A folded company name without the words that say its legal form; whole when nothing else is left.
fn company_name(name: &str) -> String {
    let kept: Vec<&str> = name.split(' ').filter(|word| !FORMS.contains(word)).collect();
    if kept.is_empty() {
        name.to_owned()
    } else {
        kept.join(" ")
    }
}
