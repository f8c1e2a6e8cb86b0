//! A base gathered from its records, whatever they come from: the generator, a workbook, a sandbox.

use super::facts::{
    Activity, Appointment, Consent, Contact, Customer, Event, Invoice, Lead, Line, Note, Planted, Recipient,
    Ref, Unread, Values, Vehicle,
};
use super::read;
use crate::fields::Entity;
use crate::school::{Record, generate};
use jiff::civil::Date;

/// Takes records one by one, in any order.
#[derive(Debug)]
pub struct Gathering {
    base: Base,
}

/// Every record of a base, as far as the checks need it, in the order of their ids.
#[derive(Debug)]
pub struct Base {
    pub(crate) today: Date,
    /// What a learner made of a base, rather than a base.
    pub(crate) is_session: bool,
    pub(crate) customers: Vec<Customer>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) consents: Vec<Consent>,
    pub(crate) vehicles: Vec<Vehicle>,
    pub(crate) invoices: Vec<Invoice>,
    pub(crate) lines: Vec<Line>,
    pub(crate) activities: Vec<Activity>,
    pub(crate) notes: Vec<Note>,
    pub(crate) leads: Vec<Lead>,
    pub(crate) appointments: Vec<Appointment>,
    pub(crate) recipients: Vec<Recipient>,
    /// Campaigns, with their targeting.
    pub(crate) campaigns: Vec<(i64, Option<i64>)>,
    pub(crate) targetings: Vec<i64>,
    pub(crate) events: Vec<Event>,
    pub(crate) planted: Vec<Planted>,
    pub(crate) unread: Vec<Unread>,
    /// Ids met twice.
    pub(crate) twice: Vec<Ref>,
    pub(crate) of_customer: Belongings,
    /// By place in `vehicles`.
    pub(crate) invoices_of_vehicle: Groups,
    /// By place in `invoices`.
    pub(crate) lines_of_invoice: Groups,
}

/// What belongs to a customer, by its place in `customers`.
#[derive(Debug, Default)]
pub(crate) struct Belongings {
    pub(crate) contacts: Groups,
    pub(crate) consents: Groups,
    pub(crate) vehicles: Groups,
    pub(crate) invoices: Groups,
    pub(crate) activities: Groups,
    pub(crate) events: Groups,
}

/// Rows parted by whom they belong to: two flat lists.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Groups {
    /// Parts rows by the place of their owner; those without one are left out.
    fn new(owners: usize, of_rows: impl Iterator<Item = Option<usize>> + Clone) -> Self {
        let mut starts = vec![0_u32; owners + 1];
        for owner in of_rows.clone().flatten() {
            starts[owner + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next = starts.clone();
        let mut rows = vec![0; starts.last().map_or(0, |last| *last as usize)];
        for (row, owner) in (0_u32..).zip(of_rows) {
            if let Some(owner) = owner {
                rows[next[owner] as usize] = row;
                next[owner] += 1;
            }
        }
        Self { starts, rows }
    }

    /// The rows of an owner.
    pub(crate) fn of<'a, T>(&'a self, owner: usize, all: &'a [T]) -> impl Iterator<Item = &'a T> + Clone {
        let from = self.starts.get(owner).map_or(0, |start| *start as usize);
        let to = self.starts.get(owner + 1).map_or(from, |end| *end as usize);
        self.rows[from..to]
            .iter()
            .filter_map(|row| all.get(*row as usize))
    }
}

/// A row that has an id.
pub(crate) trait Row {
    fn id(&self) -> i64;
}

macro_rules! rows_with_ids {
    ($($kind:ty),*) => { $(impl Row for $kind { fn id(&self) -> i64 { self.id } })* };
}
rows_with_ids!(
    Customer,
    Contact,
    Consent,
    Vehicle,
    Invoice,
    Line,
    Activity,
    Note,
    Lead,
    Appointment,
    Recipient,
    Event
);

impl Gathering {
    /// Nothing yet, for a school base on a day of use.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self {
            base: Base::empty(today),
        }
    }

    /// Nothing yet, for what a learner made of a base.
    #[must_use]
    pub fn of_session(today: Date) -> Self {
        let mut gathering = Self::new(today);
        gathering.base.is_session = true;
        gathering
    }

    /// Takes of a record what some checks need: what is not told is not held for missing.
    pub(crate) fn add_part(&mut self, record: Record) {
        let entity = record.entity;
        self.base.take(entity, &mut Values::new(record));
    }

    /// Takes a record: stored keys and values, in any order.
    pub fn add(&mut self, record: Record) {
        let entity = record.entity;
        let mut values = Values::new(record);
        values.note_missing();
        self.base.take(entity, &mut values);
        self.base.unread.append(&mut values.unread);
    }

    /// The base, once every record is in.
    #[must_use]
    pub fn done(mut self) -> Base {
        self.base.index();
        self.base
    }
}

impl Base {
    /// The school base of a seed, a day and a size.
    #[must_use]
    pub fn of_school(seed: u64, today: Date, size: u32) -> Self {
        let mut gathering = Gathering::new(today);
        let Ok(()) = generate::<std::convert::Infallible>(seed, today, size, &mut |record| {
            gathering.add(record);
            Ok(())
        });
        gathering.done()
    }

    /// How many customers.
    #[must_use]
    pub fn size(&self) -> usize {
        self.customers.len()
    }

    /// Without a list of anomalies: one for learners, or too small to have any.
    pub(crate) fn is_unlisted(&self) -> bool {
        self.planted.is_empty()
    }

    fn empty(today: Date) -> Self {
        Self {
            today,
            is_session: false,
            customers: Vec::new(),
            contacts: Vec::new(),
            consents: Vec::new(),
            vehicles: Vec::new(),
            invoices: Vec::new(),
            lines: Vec::new(),
            activities: Vec::new(),
            notes: Vec::new(),
            leads: Vec::new(),
            appointments: Vec::new(),
            recipients: Vec::new(),
            campaigns: Vec::new(),
            targetings: Vec::new(),
            events: Vec::new(),
            planted: Vec::new(),
            unread: Vec::new(),
            twice: Vec::new(),
            of_customer: Belongings::default(),
            invoices_of_vehicle: Groups::default(),
            lines_of_invoice: Groups::default(),
        }
    }

    fn take(&mut self, entity: Entity, v: &mut Values) {
        match entity {
            Entity::Customer => self.customers.push(read::customer(v)),
            Entity::Contact => self.contacts.push(read::contact(v)),
            Entity::Consent => self.consents.push(read::consent(v)),
            Entity::Vehicle => self.vehicles.push(read::vehicle(v)),
            Entity::Invoice => self.invoices.push(read::invoice(v)),
            Entity::InvoiceLine => self.lines.push(read::line(v)),
            Entity::Activity => self.activities.push(read::activity(v)),
            Entity::Note => self.notes.push(read::note(v)),
            Entity::Lead => self.leads.push(read::lead(v)),
            Entity::AgendaEntry => self.appointments.push(read::appointment(v)),
            Entity::Recipient => self.recipients.push(Recipient {
                id: v.id,
                customer: v.int("customer_id"),
                campaign: v.int("campaign_id"),
            }),
            Entity::Campaign => self.campaigns.push((v.id, v.int("targeting_id"))),
            Entity::Targeting => self.targetings.push(v.id),
            Entity::PendingEvent => self.events.push(read::event(v)),
            Entity::Anomaly => self.planted.push(read::planted(v)),
            Entity::DashboardTile | Entity::CustomField | Entity::MessageTemplate => {}
        }
    }

    fn index(&mut self) {
        let mut twice = Vec::new();
        sort(&mut self.customers, Entity::Customer, &mut twice);
        sort(&mut self.contacts, Entity::Contact, &mut twice);
        sort(&mut self.consents, Entity::Consent, &mut twice);
        sort(&mut self.vehicles, Entity::Vehicle, &mut twice);
        sort(&mut self.invoices, Entity::Invoice, &mut twice);
        sort(&mut self.lines, Entity::InvoiceLine, &mut twice);
        sort(&mut self.activities, Entity::Activity, &mut twice);
        sort(&mut self.notes, Entity::Note, &mut twice);
        sort(&mut self.leads, Entity::Lead, &mut twice);
        sort(&mut self.appointments, Entity::AgendaEntry, &mut twice);
        sort(&mut self.recipients, Entity::Recipient, &mut twice);
        sort(&mut self.events, Entity::PendingEvent, &mut twice);
        self.campaigns.sort_unstable();
        self.targetings.sort_unstable();
        self.twice = twice;
        let owners = self.customers.len();
        let place = |id: Option<i64>| id.and_then(|id| place_of(&self.customers, id));
        let of_customer = Belongings {
            contacts: Groups::new(owners, self.contacts.iter().map(|row| place(row.customer))),
            consents: Groups::new(owners, self.consents.iter().map(|row| place(row.customer))),
            vehicles: Groups::new(owners, self.vehicles.iter().map(|row| place(row.customer))),
            invoices: Groups::new(owners, self.invoices.iter().map(|row| place(row.customer))),
            activities: Groups::new(owners, self.activities.iter().map(|row| place(row.customer))),
            events: Groups::new(owners, self.events.iter().map(|row| place(row.customer))),
        };
        let of_vehicle = self
            .invoices
            .iter()
            .map(|row| row.vehicle.and_then(|id| place_of(&self.vehicles, id)));
        let invoices_of_vehicle = Groups::new(self.vehicles.len(), of_vehicle);
        let of_invoice = self
            .lines
            .iter()
            .map(|row| row.invoice.and_then(|id| place_of(&self.invoices, id)));
        let lines_of_invoice = Groups::new(self.invoices.len(), of_invoice);
        self.of_customer = of_customer;
        self.invoices_of_vehicle = invoices_of_vehicle;
        self.lines_of_invoice = lines_of_invoice;
    }

    /// A customer by its id.
    pub(crate) fn customer(&self, id: Option<i64>) -> Option<&Customer> {
        find(&self.customers, id)
    }

    /// A vehicle by its id.
    pub(crate) fn vehicle(&self, id: Option<i64>) -> Option<&Vehicle> {
        find(&self.vehicles, id)
    }

    /// Customers with their place.
    pub(crate) fn places(&self) -> impl Iterator<Item = (usize, &Customer)> {
        self.customers.iter().enumerate()
    }
}

/// A row by its id.
pub(crate) fn find<T: Row>(rows: &[T], id: Option<i64>) -> Option<&T> {
    rows.get(place_of(rows, id?)?)
}

fn place_of<T: Row>(rows: &[T], id: i64) -> Option<usize> {
    rows.binary_search_by_key(&id, Row::id).ok()
}

fn sort<T: Row>(rows: &mut [T], entity: Entity, twice: &mut Vec<Ref>) {
    rows.sort_by_key(Row::id);
    let same = rows.windows(2).filter(|pair| pair[0].id() == pair[1].id());
    twice.extend(same.map(|pair| (entity, pair[0].id())));
}
