//! Who bears which anomaly: for each kind, the first records of a shuffled block whose story suits it. A record bears one
//! at most.

use super::affairs;
use super::chance::Chance;
use super::client::{self, Client};
use super::day::Day;
use super::flaws::{Flaw, Kind, Part};
use super::life::{self, Life};
use super::names;
use super::past;
use super::plan::{Case, Due, Plan, Slot};
use super::shift::TEMPLATE_YEAR;
use crate::content::people::Sex;
use crate::content::trade;
use std::collections::{BTreeMap, BTreeSet};

/// A block whose parts are being given out.
struct Roster<'a> {
    plan: &'a mut Plan,
    slots: Vec<Slot>,
    start: u32,
    /// Places in the block, shuffled.
    order: Vec<usize>,
    /// Those who share a home.
    together: BTreeSet<u32>,
    /// Clients asked about, as they are without a flaw.
    known: BTreeMap<usize, (Client, Life)>,
}

/// The parts of a block with its flaws. The block is cast already, without any.
pub(super) fn plant(plan: &mut Plan, block: u32) -> Vec<Slot> {
    let range = plan.range(block);
    let slots: Vec<Slot> = range.clone().map(|index| plan.slot(index)).collect();
    let mut order: Vec<usize> = (0..slots.len()).collect();
    Chance::of(plan.seed, u64::from(block), "roster").shuffle(&mut order);
    let together = slots
        .iter()
        .filter_map(|slot| slot.head.map(|head| [head, slot.index]))
        .flatten()
        .collect();
    let size = plan.size;
    let mut roster = Roster {
        plan,
        slots,
        start: range.start,
        order,
        together,
        known: BTreeMap::new(),
    };
    for &kind in Kind::ALL {
        let before = if range.start == 0 {
            0
        } else {
            kind.count(range.start, size)
        };
        for turn in 0..kind.count(range.end, size).saturating_sub(before) {
            roster.plant_one(kind, turn);
        }
    }
    roster.slots
}

impl Roster<'_> {
    fn plant_one(&mut self, kind: Kind, turn: u32) {
        if !kind.takes_two() {
            if let Some(place) = self.find(|roster, place| roster.suits(kind, place, turn)) {
                self.give(place, kind, Part::Only, turn);
            }
            return;
        }
        // What a record is made from comes before it, early enough for another to come after.
        let early = self.slots.len() * 2 / 3;
        let is_first = |roster: &mut Self, place: usize| {
            place < early && roster.suits(kind, place, turn) && roster.second(kind, place).is_some()
        };
        let Some(first) = self.find(is_first) else {
            return;
        };
        if let Some(second) = self.second(kind, first) {
            self.give(first, kind, Part::First, turn);
            let of = self.slots[first].index;
            self.give(second, kind, Part::Second(of), turn);
        }
    }

    /// Who may be the second record of the kind after a first one.
    fn second(&mut self, kind: Kind, first: usize) -> Option<usize> {
        self.find(|roster, place| place > first && roster.follows(kind, place))
    }

    fn find(&mut self, fits: impl Fn(&mut Self, usize) -> bool) -> Option<usize> {
        for rank in 0..self.order.len() {
            let place = self.order[rank];
            let slot = self.slots[place];
            if slot.flaw.is_none() && !slot.last && fits(self, place) {
                return Some(place);
            }
        }
        None
    }

    fn give(&mut self, place: usize, kind: Kind, part: Part, turn: u32) {
        self.slots[place].flaw = Some(Flaw { kind, part, turn });
    }

    /// Lives with nobody of the base.
    fn is_alone(&self, slot: Slot) -> bool {
        !slot.company && !self.together.contains(&slot.index)
    }

    fn known(&mut self, place: usize) -> (&Client, &Life) {
        let index = self.start + place as u32;
        let (client, life) = self.known.entry(place).or_insert_with(|| {
            let client = client::client(self.plan, index);
            let life = life::life(&client);
            (client, life)
        });
        (client, life)
    }

    /// May it bear the kind alone, or be the one another record is made from?
    fn suits(&mut self, kind: Kind, place: usize, turn: u32) -> bool {
        let slot = self.slots[place];
        let alone = self.is_alone(slot);
        let person = !slot.company;
        let serviced = matches!(slot.case, Case::BuyAndService | Case::ServiceOnly);
        let bought = matches!(slot.case, Case::BuyAndService | Case::BuyOnly);
        match kind {
            Kind::BadMail | Kind::BadPhone => person,
            // A landline is that of the whole home.
            Kind::LandlineInMobile => alone,
            // One in eight is a firm.
            Kind::MissingMail => person == (turn % 8 != 7) && !slot.mother,
            Kind::PostcodeTown
            | Kind::LongAddress
            | Kind::CivilityMismatch
            | Kind::Birth1900
            | Kind::Homonym => alone,
            Kind::LeadOfCustomer => alone && slot.case != Case::Converting,
            Kind::Couple => alone && self.age(place) >= 25,
            Kind::FatherSon => alone && self.is_man(place) && self.age(place) >= 47,
            Kind::SoleTrader => alone && self.is_craftsman(place),
            Kind::SoldVehicleAttached => alone && slot.case == Case::BuyOnly && self.bought_years_ago(place),
            Kind::BadSiret => slot.company && !slot.mother,
            Kind::ObsoleteNaf => {
                let known = |client: &Client| {
                    client
                        .company()
                        .is_some_and(|company| trade::naf_before(company.naf).is_some())
                };
                slot.company && !slot.mother && known(self.known(place).0)
            }
            Kind::ConsentUndated => person && bought,
            Kind::ConsentContradictory | Kind::ConsentExpired => {
                person && bought && self.known_for_years(place)
            }
            // Those late or due today are few, and planned.
            Kind::NoFollowUp => slot.due == Some(Due::Coming),
            Kind::Minor => alone && slot.case == Case::Prospect && self.known(place).1.cars.is_empty(),
            Kind::StruckOff => {
                let free = slot.company && !slot.mother && slot.parent.is_none();
                free && (bought || serviced) && self.is_quiet(place)
            }
            Kind::Deceased => alone && (bought || serviced) && self.age(place) >= 66 && self.is_quiet(place),
            Kind::ReturnedMail => alone && (bought || serviced) && self.is_quiet(place),
            Kind::BadPlate | Kind::BadVin => self.has_car(place),
            Kind::MileageFalls => person && serviced && past::falling(self.known(place).1).is_some(),
            Kind::InvoiceBeforeRegistration => {
                person && slot.case == Case::ServiceOnly && past::too_early(self.known(place).1).is_some()
            }
            Kind::FutureInvoice => person && serviced && past::last_before(self.known(place).1).is_some(),
            // The others are needed to be made from one.
            _ => alone && slot.case == Case::BuyAndService && self.is_doubled_as(kind, place),
        }
    }

    /// May it be the second record of the kind?
    fn follows(&mut self, kind: Kind, place: usize) -> bool {
        let slot = self.slots[place];
        // Its car is that of the record it is made from.
        let takes_its_car = slot.energy.is_none();
        match kind {
            Kind::SoleTrader => slot.company && !slot.mother && slot.parent.is_none(),
            _ if kind == Kind::SoldVehicleAttached || kind.is_double() => {
                self.is_alone(slot) && slot.case == Case::ServiceOnly && takes_its_car
            }
            _ => self.is_alone(slot),
        }
    }

    fn is_doubled_as(&mut self, kind: Kind, place: usize) -> bool {
        let (client, life) = self.known(place);
        let Some(person) = client.person() else {
            return false;
        };
        past::kept(life).is_some()
            && match kind {
                Kind::Misspelled => names::misspelled(&person.last_name).is_some(),
                Kind::Swapped => !names::is_first_name(&person.last_name),
                Kind::CompoundName => names::has_compounds(person.sex, person.birth.year()),
                Kind::SpouseName => person.sex == Sex::Woman && person.age() >= 26,
                _ => true,
            }
    }

    fn age(&mut self, place: usize) -> i32 {
        self.known(place).0.person().map_or(0, |person| person.age())
    }

    fn is_man(&mut self, place: usize) -> bool {
        self.known(place).0.sex() == Sex::Man
    }

    fn is_craftsman(&mut self, place: usize) -> bool {
        let groups = |client: &Client| {
            client
                .person()
                .is_some_and(|person| person.profile.groups.iter().any(|group| group == "craft"))
        };
        groups(self.known(place).0)
    }

    fn has_car(&mut self, place: usize) -> bool {
        let before = Day::civil(TEMPLATE_YEAR - 1, 12, 1);
        self.known(place).1.cars.iter().any(|car| car.owned_from < before)
    }

    fn bought_years_ago(&mut self, place: usize) -> bool {
        let last = self.known(place).1.cars.last();
        last.is_some_and(|car| car.owned_from.year() <= TEMPLATE_YEAR - 4)
    }

    fn known_for_years(&mut self, place: usize) -> bool {
        let cars = &self.known(place).1.cars;
        cars.iter()
            .filter_map(|car| car.deal.as_ref())
            .any(|deal| deal.ordered.year() <= TEMPLATE_YEAR - 3)
    }

    /// Nothing is bought or serviced from the summer before the year of use on.
    fn is_quiet(&mut self, place: usize) -> bool {
        let from = Day::civil(TEMPLATE_YEAR - 1, 7, 1);
        let (client, life) = self.known(place);
        !affairs::is_current(client)
            && life.visits.iter().all(|visit| visit.day < from)
            && life.cars.iter().all(|car| car.owned_from < from)
    }
}
