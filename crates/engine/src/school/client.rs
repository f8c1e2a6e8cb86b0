//! A record as its story needs it: who, where, and who of the staff takes care of it.

use super::chance::Chance;
use super::companies::{Company, Contact};
use super::homes::Home;
use super::people::{self, Person};
use super::plan::{Case, Plan, Slot};
use super::vehicles::Taste;
use super::{companies, homes};
use crate::content::people::Sex;
use crate::content::words::grammar;
use crate::content::{Staff, group};
use std::cell::RefCell;

/// A person or a firm.
#[derive(Clone, Debug)]
pub(super) enum Who {
    Person(Person),
    Company(Company),
}

/// A record before its story.
#[derive(Clone, Debug)]
pub(super) struct Client {
    pub(super) seed: u64,
    pub(super) slot: Slot,
    pub(super) who: Who,
    pub(super) home: Home,
    /// How far its numbers are from those of its rank.
    renumbered: u32,
    /// Has somebody at home who may come along.
    pub(super) coupled: bool,
    /// Sentences already used, so that none comes twice while others are left.
    pub(super) said: RefCell<Vec<&'static str>>,
    /// The record this one is made from, when it is wrong on purpose.
    pub(super) origin: Option<Box<Client>>,
    /// The calendar of the day of use, once the record is being written.
    pub(super) shifted: Option<super::shift::Timeline>,
}

/// The record of an index, the same whatever the day.
pub(super) fn client(plan: &mut Plan, index: u32) -> Client {
    let slot = plan.slot(index);
    let origin = slot.origin().map(|(_, of)| Box::new(client(plan, of)));
    let seed = plan.seed;
    let home = homes::home(seed, slot, origin.as_deref().map(|origin| &origin.home));
    let who = if slot.company {
        let owner = origin.as_deref().and_then(Client::person);
        Who::Company(companies::company(plan, slot, &home, owner))
    } else {
        Who::Person(people::person(
            plan,
            slot,
            origin.as_deref().and_then(Client::person),
        ))
    };
    let coupled = Chance::of(seed, u64::from(slot.head.unwrap_or(index)), "couple").percent(48);
    Client {
        seed,
        slot,
        who,
        home,
        renumbered: plan.renumbered.get(&index).copied().unwrap_or(0),
        coupled,
        said: RefCell::default(),
        origin,
        shifted: None,
    }
}

/// Somebody who is not of the base.
pub(super) fn stranger(plan: &mut Plan, slot: Slot) -> Client {
    Client {
        seed: plan.seed,
        slot,
        home: homes::home(plan.seed, slot, None),
        who: if slot.company {
            let home = homes::home(plan.seed, slot, None);
            Who::Company(companies::company(plan, slot, &home, None))
        } else {
            Who::Person(people::person(plan, slot, None))
        },
        renumbered: 0,
        coupled: false,
        said: RefCell::default(),
        origin: None,
        shifted: None,
    }
}

impl Client {
    /// Its number, from 1.
    pub(super) fn id(&self) -> i64 {
        i64::from(self.slot.index) + 1
    }

    /// What its mobile is made from.
    pub(super) fn number(&self) -> u64 {
        u64::from(self.slot.index) + u64::from(self.renumbered)
    }

    /// Draws for a purpose of this record.
    pub(super) fn chance(&self, purpose: &str) -> Chance {
        Chance::of(self.seed, u64::from(self.slot.index), purpose)
    }

    /// Is no activity known of it?
    pub(super) fn is_silent(&self) -> bool {
        let clients = !matches!(self.slot.case, Case::Prospect | Case::Converting);
        clients && self.chance("silent").percent(27)
    }

    /// The person, of a private record.
    pub(super) fn person(&self) -> Option<&Person> {
        match &self.who {
            Who::Person(person) => Some(person),
            Who::Company(_) => None,
        }
    }

    /// The firm, of a company record.
    pub(super) fn company(&self) -> Option<&Company> {
        match &self.who {
            Who::Person(_) => None,
            Who::Company(company) => Some(company),
        }
    }

    fn first_contact(&self) -> Option<&Contact> {
        self.company().and_then(|company| company.contacts.first())
    }

    /// Whoever one talks to.
    pub(super) fn sex(&self) -> Sex {
        match &self.who {
            Who::Person(person) => person.sex,
            Who::Company(_) => self.first_contact().map_or(Sex::Man, |contact| contact.sex),
        }
    }

    /// `Mme Lefèvre`, or the first contact of a firm.
    pub(super) fn addressed(&self) -> String {
        let last = match &self.who {
            Who::Person(person) => person.last_name.as_ref(),
            Who::Company(_) => self
                .first_contact()
                .map_or("", |contact| contact.last_name.as_ref()),
        };
        format!("{} {last}", people::title(self.sex()))
    }

    /// `Madame Lefèvre`, as a message begins.
    pub(super) fn greeted(&self) -> String {
        let words = grammar();
        let full = if self.sex() == Sex::Woman {
            &words.madam_full
        } else {
            &words.mister_full
        };
        self.addressed().replacen(people::title(self.sex()), full, 1)
    }

    /// `Marie Lefèvre`, or the firm's name.
    pub(super) fn label(&self) -> String {
        match &self.who {
            Who::Person(person) => format!("{} {}", person.first_name, person.last_name),
            Who::Company(company) => company.legal_name.clone(),
        }
    }

    /// What decides of its cars.
    pub(super) fn taste(&self) -> Taste {
        match &self.who {
            Who::Person(person) => Taste {
                profile: Some(person.profile),
                drives: "",
                energy: None,
            },
            Who::Company(company) => Taste {
                profile: None,
                drives: company.drives,
                energy: None,
            },
        }
    }

    /// Somebody of the site for a kind of work; the first of the site when nobody is for it.
    pub(super) fn staff(&self, work: &str) -> &'static Staff {
        staff_of(&self.home.site.name, work, &mut self.chance(work))
    }

    /// The salesperson of the record.
    pub(super) fn seller(&self) -> &'static Staff {
        let work = match (&self.who, self.slot.case) {
            (Who::Company(_), _) => "fleet",
            (_, Case::Prospect) if self.chance("seller").percent(35) => "leads",
            (Who::Person(person), _) if person.profile.used > 50 => "used",
            _ => "new",
        };
        self.staff(work)
    }

    /// Who is responsible for the record.
    pub(super) fn owner(&self) -> &'static Staff {
        let only_workshop = self.slot.case == Case::ServiceOnly && self.chance("owner").percent(70);
        if only_workshop {
            self.staff("service")
        } else {
            self.seller()
        }
    }
}

/// Somebody of a site for a kind of work.
pub(super) fn staff_of(site: &str, work: &str, chance: &mut Chance) -> &'static Staff {
    let staff = &group().staff;
    let of_site = || staff.iter().filter(|person| person.site == site);
    let fit: Vec<&'static Staff> = of_site()
        .filter(|person| person.work.iter().any(|known| known == work))
        .collect();
    chance
        .pick(&fit)
        .copied()
        .or_else(|| of_site().next())
        .unwrap_or(&staff[0])
}
