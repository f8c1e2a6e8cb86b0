//! How a field is declared: a kind, a key and a label, then what is particular to it.

use super::Entity;

/// What a field holds, which decides its editor, its check and its place in a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Text,
    LongText,
    Phone,
    Mail,
    Postcode,
    Date,
    DateTime,
    Integer,
    /// Cents.
    Money,
    /// Hundredths.
    Quantity,
    Choice,
    Flag,
    Reference(Entity),
    Plate,
    Vin,
    Siren,
    Siret,
    Naf,
}

/// Where the choices of a field come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choices {
    /// Anything can be written.
    None,
    /// One of these codes, each with its French label; nothing else.
    Closed(&'static [(&'static str, &'static str)]),
    /// Suggestions: a list of `content`, by its name; anything else can be written too.
    Open(&'static str),
}

/// Which customers have the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// Persons and companies.
    Both,
    /// Persons only.
    Person,
    /// Companies only.
    Company,
}

/// One field of one entity.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name on the wire and, when it is stored, its column.
    pub key: &'static str,
    /// Its header in the workbook and its label on screen.
    pub label: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Under which heading a form shows it.
    pub group: &'static str,
    /// Its choices.
    pub choices: Choices,
    /// Must it be filled?
    pub required: bool,
    /// Is it personal data?
    pub personal: bool,
    /// Persons, companies or both.
    pub applies: Applies,
    /// SQL over the entity's table, `facts` (what is kept of a customer or a vehicle) and `:today`; none for a stored field.
    pub computed: Option<&'static str>,
    /// A field that somebody added: the SQL that reads its value, which stands outside of the entity's table.
    pub added: Option<&'static str>,
    /// SQL of what is in the same order, when it is kept in that order; true: the other way round.
    pub order: Option<(&'static str, bool)>,
    /// A unit to show after a number.
    pub unit: Option<&'static str>,
    /// A column of the list from the start.
    pub listed: bool,
    /// Width of its column, in pixels.
    pub width: u16,
    /// Least and greatest number, or greatest length of a text.
    pub min: Option<i64>,
    /// See `min`.
    pub max: Option<i64>,
    /// A date that cannot lie after the day of use.
    pub past: bool,
    /// Set by the engine, never by hand.
    pub locked: bool,
    /// Kept in order for lists of a hundred thousand.
    pub indexed: bool,
}

impl Field {
    pub(crate) const fn new(kind: Kind, key: &'static str, label: &'static str) -> Self {
        Self {
            key,
            label,
            kind,
            group: "",
            choices: Choices::None,
            required: false,
            personal: false,
            applies: Applies::Both,
            computed: None,
            added: None,
            order: None,
            unit: None,
            listed: false,
            width: 140,
            min: None,
            max: None,
            past: false,
            locked: false,
            indexed: false,
        }
    }

    pub(crate) const fn closed(
        key: &'static str,
        label: &'static str,
        choices: &'static [(&'static str, &'static str)],
    ) -> Self {
        let mut field = Self::new(Kind::Choice, key, label);
        field.choices = Choices::Closed(choices);
        field
    }

    pub(super) const fn open(key: &'static str, label: &'static str, list: &'static str) -> Self {
        let mut field = Self::new(Kind::Choice, key, label);
        field.choices = Choices::Open(list);
        field
    }

    pub(crate) const fn group(mut self, group: &'static str) -> Self {
        self.group = group;
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(super) const fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    pub(super) const fn person(mut self) -> Self {
        self.applies = Applies::Person;
        self
    }

    pub(super) const fn company(mut self) -> Self {
        self.applies = Applies::Company;
        self
    }

    pub(super) const fn computed(mut self, sql: &'static str) -> Self {
        self.computed = Some(sql);
        self
    }

    pub(super) const fn kept_apart(mut self, sql: &'static str) -> Self {
        self.added = Some(sql);
        self
    }

    pub(super) const fn backwards(mut self, sql: &'static str) -> Self {
        self.order = Some((sql, true));
        self
    }

    pub(super) const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    pub(super) const fn listed(mut self, width: u16) -> Self {
        self.listed = true;
        self.width = width;
        self
    }

    pub(super) const fn wide(mut self, width: u16) -> Self {
        self.width = width;
        self
    }

    pub(super) const fn between(mut self, min: i64, max: i64) -> Self {
        self.min = Some(min);
        self.max = Some(max);
        self
    }

    pub(super) const fn longest(mut self, characters: i64) -> Self {
        self.max = Some(characters);
        self
    }

    pub(super) const fn past(mut self) -> Self {
        self.past = true;
        self
    }

    pub(super) const fn locked(mut self) -> Self {
        self.locked = true;
        self
    }

    pub(super) const fn indexed(mut self) -> Self {
        self.indexed = true;
        self
    }

    /// Can a person write it?
    #[must_use]
    pub fn is_editable(&self) -> bool {
        self.computed.is_none() && !self.locked
    }

    /// Does it hold numbers to reckon with?
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Integer | Kind::Money | Kind::Quantity)
    }

    /// Do its numbers make sense added up? Amounts and counts do; ages, mileages and durations, which have a unit, do not.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.is_number() && self.unit.is_none()
    }

    /// The entity it refers to.
    #[must_use]
    pub fn target(&self) -> Option<Entity> {
        match self.kind {
            Kind::Reference(entity) => Some(entity),
            _ => None,
        }
    }
}
