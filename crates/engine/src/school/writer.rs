//! Hands records over: what has happened as facts, what will as pending events.

use super::Record;
use super::day::{Day, Moment};
use super::shift::Timeline;
use crate::fields::Entity;
use crate::values::Value;
use serde::{Serialize, Serializer};

/// The keys and values of a record, in the order of the table.
pub(super) type Values = Vec<(&'static str, Value)>;

/// Takes records one by one.
pub(super) struct Writer<'a, E> {
    pub(super) time: Timeline,
    take: &'a mut dyn FnMut(Record) -> Result<(), E>,
    /// What the rows written for the record in hand show of its flaw.
    pub(super) trace: super::anomalies::Trace,
    /// Cars sold and still on the seller's record, by seller, until the buyer is written.
    pub(super) sold_cars: std::collections::BTreeMap<u32, i64>,
    /// The last id given, by entity.
    given: [i64; 20],
}

/// What will happen on a day: rows to add and fields to change, once it is due.
pub(super) struct Event {
    pub(super) at: Moment,
    pub(super) kind: &'static str,
    pub(super) customer: i64,
    pub(super) records: Vec<(Entity, i64, Values)>,
    pub(super) edits: Vec<(Entity, i64, Values)>,
}

impl<'a, E> Writer<'a, E> {
    /// A writer for a day of use.
    pub(super) fn new(time: Timeline, take: &'a mut dyn FnMut(Record) -> Result<(), E>) -> Self {
        Self {
            time,
            take,
            trace: super::anomalies::Trace::default(),
            sold_cars: std::collections::BTreeMap::new(),
            given: [0; 20],
        }
    }

    /// The next id of an entity. Ids are given in the order of the template, whatever the day of use.
    pub(super) fn next_id(&mut self, entity: Entity) -> i64 {
        let given = &mut self.given[entity as usize];
        *given += 1;
        *given
    }

    /// The last id given of an entity.
    pub(super) fn last_id(&self, entity: Entity) -> i64 {
        self.given[entity as usize]
    }

    /// A fact.
    pub(super) fn fact(&mut self, entity: Entity, id: i64, values: Values) -> Result<(), E> {
        (self.take)(Record { entity, id, values })
    }

    /// Rows and changes: facts on a past day, a pending event on one soon, nothing on one far ahead.
    pub(super) fn event(&mut self, event: Event) -> Result<(), E> {
        if self.time.is_past(event.at.day) {
            for (entity, id, values) in event.records {
                self.fact(entity, id, values)?;
            }
            return Ok(());
        }
        if event.at.day > self.time.horizon() {
            return Ok(());
        }
        let id = self.next_id(Entity::PendingEvent);
        let payload = Payload {
            records: event.records.iter().map(Row::of).collect(),
            edits: event.edits.iter().map(Row::of).collect(),
        };
        let values = vec![
            ("due_at", event.at.into()),
            ("kind", event.kind.into()),
            ("customer_id", Value::Int(event.customer)),
            (
                "payload",
                serde_json::to_string(&payload).unwrap_or_default().into(),
            ),
        ];
        self.fact(Entity::PendingEvent, id, values)
    }

    /// A day that stays empty while it lies ahead.
    pub(super) fn if_past(&self, day: Option<Day>) -> Value {
        day.filter(|day| self.time.is_past(*day)).into()
    }
}

/// What an event holds, as it is written.
#[derive(Serialize)]
struct Payload<'a> {
    records: Vec<Row<'a>>,
    edits: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    entity: &'static str,
    id: i64,
    #[serde(serialize_with = "as_map")]
    values: &'a Values,
}

impl<'a> Row<'a> {
    fn of((entity, id, values): &'a (Entity, i64, Values)) -> Self {
        Self {
            entity: entity.table(),
            id: *id,
            values,
        }
    }
}

fn as_map<S: Serializer>(values: &Values, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(values.iter().map(|(key, value)| (key, value)))
}
