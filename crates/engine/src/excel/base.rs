//! The product's base straight into a workbook, as it is generated: no database, memory does not grow with the size. What
//! is written is what the export of a sandbox just made on that base writes, to the byte; but for hidden answers, which
//! stand between the events of the last sheet.

use super::book::Book;
use super::export::shown_sheets;
use super::readme::Facts;
use super::sheets::{Part, Sheet};
use super::view::WorkbookKind;
use crate::error::ApiError;
use crate::fields::{Applies, Entity};
use crate::files::{HearProgress, MakeSpool};
use crate::school::{self, Record};
use crate::values::{Value, age_on, parse_date};
use jiff::civil::DateTime;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::io::{Seek, Write};

/// Customers between two words about how far it is.
const STEP: i64 = 500;

/// Which base to write.
#[derive(Clone, Debug)]
pub struct BaseRecipe {
    /// Same seed, same moment: same workbook, to the byte.
    pub seed: u64,
    /// How many customers.
    pub size: u32,
    /// The day of use, and the hour that the file says it was written.
    pub at: DateTime,
    /// With the list of anomalies, for trainers.
    pub anomalies: bool,
}

/// Writes a base; gives how many rows stand under its headers.
///
/// # Errors
/// Only what `out` and the spools refuse.
pub fn write_base<W: Write + Seek>(
    recipe: &BaseRecipe,
    spool: MakeSpool,
    mut hear: Option<HearProgress>,
    out: W,
) -> Result<u64, ApiError> {
    let facts = Facts::new(
        WorkbookKind::Base,
        recipe.at.date(),
        recipe.seed.to_string(),
        recipe.at,
    );
    let shown: Vec<Sheet> = shown_sheets(recipe.anomalies).cloned().collect();
    let mut base = Base {
        recipe,
        places: shown.iter().map(|_| Vec::new()).collect(),
        book: Book::begin(facts, shown, spool)?,
        customer: None,
        consents: Vec::new(),
        last: BTreeMap::new(),
    };
    school::generate_ahead(recipe.seed, recipe.at.date(), recipe.size, &mut |record| {
        let is_time = record.entity == Entity::Customer && record.id % STEP == 0;
        if let Some(hear) = hear.as_mut().filter(|_| is_time) {
            hear(record.id.unsigned_abs(), u64::from(recipe.size));
        }
        base.take(record)
    })?;
    base.hand_over()?;
    for (table, last) in std::mem::take(&mut base.last) {
        let row = [("entity", Json::from(table)), ("last", Json::from(last))];
        let row = row
            .map(|(key, value)| (key.to_owned(), value))
            .into_iter()
            .collect();
        base.book.technical("sequence", &row)?;
    }
    base.book.end(out)
}

/// Where a column of a sheet finds its value.
enum Place {
    /// Among the values of the record.
    Kept(usize),
    Status,
    Age,
    /// It follows from the record's number.
    Own,
}

struct Base<'a> {
    recipe: &'a BaseRecipe,
    book: Book<'a>,
    /// By sheet, once it has its first record: every record of an entity has the same keys in the same order.
    places: Vec<Vec<Place>>,
    /// The customer in hand, until all that is theirs has come: a prospect with an invoice is a client.
    customer: Option<(Record, bool)>,
    /// Their consents, by channel.
    consents: Vec<Record>,
    /// The last number given in each table.
    last: BTreeMap<&'static str, i64>,
}

fn places_of(sheet: &Sheet, record: &Record) -> Vec<Place> {
    let columns = sheet.columns.iter().map(|column| match column.part {
        Part::Stored(field) => record
            .values
            .iter()
            .position(|(key, _)| *key == field.key)
            .map_or(Place::Own, Place::Kept),
        Part::Computed(field) if field.key == "age" => Place::Age,
        Part::Computed(_) => Place::Status,
        Part::Reference | Part::Number | Part::Added(_) => Place::Own,
    });
    columns.collect()
}

impl Base<'_> {
    fn take(&mut self, record: Record) -> Result<(), ApiError> {
        let last = self.last.entry(record.entity.table()).or_default();
        *last = (*last).max(record.id);
        match record.entity {
            Entity::Customer => {
                self.hand_over()?;
                self.customer = Some((record, false));
            }
            Entity::Consent => self.consents.push(record),
            Entity::PendingEvent => self.hide(&record)?,
            Entity::Anomaly if !self.recipe.anomalies => self.hide(&record)?,
            entity => {
                if let (Entity::Invoice, Some((_, is_client))) = (entity, self.customer.as_mut()) {
                    *is_client = true;
                }
                self.write(&record, false)?;
            }
        }
        Ok(())
    }

    /// Writes the customer in hand and what waited for them.
    fn hand_over(&mut self) -> Result<(), ApiError> {
        if let Some((customer, is_client)) = self.customer.take() {
            self.write(&customer, is_client)?;
        }
        let mut consents = std::mem::take(&mut self.consents);
        consents.sort_by(|one, other| channel(one).cmp(channel(other)).then(one.id.cmp(&other.id)));
        consents.iter().try_for_each(|consent| self.write(consent, false))
    }

    fn write(&mut self, record: &Record, is_client: bool) -> Result<(), ApiError> {
        let kind = record.values.first().and_then(|(_, value)| value.text());
        let is_of = |sheet: &Sheet| {
            sheet.entity == record.entity
                && match sheet.face {
                    Applies::Both => true,
                    Applies::Person => kind == Some("person"),
                    Applies::Company => kind == Some("company"),
                }
        };
        let Some(sheet) = self.book.shown().iter().position(is_of) else {
            return Ok(());
        };
        if self.places[sheet].is_empty() {
            self.places[sheet] = places_of(&self.book.shown()[sheet], record);
        }
        let status = Value::from(if is_client { "client" } else { "prospect" });
        let age = self.age(record);
        let values = self.places[sheet].iter().map(|place| match place {
            Place::Kept(place) => record
                .values
                .get(*place)
                .map_or(&Value::Empty, |(_, value)| value),
            Place::Status => &status,
            Place::Age => &age,
            Place::Own => &Value::Empty,
        });
        self.book.row(sheet, record.id, values)
    }

    fn age(&self, record: &Record) -> Value {
        let born = record.values.iter().find(|(key, _)| *key == "birth_date");
        let born = born.and_then(|(_, value)| value.text()).and_then(parse_date);
        born.and_then(|born| age_on(born, self.recipe.at.date()))
            .map_or(Value::Empty, Value::Int)
    }

    /// Writes a record where no sheet shows it.
    fn hide(&mut self, record: &Record) -> Result<(), ApiError> {
        let mut row = Map::new();
        row.insert("id".to_owned(), Json::from(record.id));
        for (key, value) in &record.values {
            let json = match value {
                Value::Empty => Json::Null,
                Value::Flag(flag) => Json::from(i64::from(*flag)),
                Value::Int(number) => Json::from(*number),
                Value::Text(text) => Json::from(text.as_str()),
            };
            row.insert((*key).to_owned(), json);
        }
        self.book.technical(record.entity.table(), &row)
    }
}

fn channel(consent: &Record) -> &str {
    let channel = consent.values.iter().find(|(key, _)| *key == "channel");
    channel.and_then(|(_, value)| value.text()).unwrap_or_default()
}
