//! A school base in memory, to be asked questions.

use super::super::{Record, generate};
use crate::fields::Entity;
use crate::values::Value;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One row.
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) values: Vec<(&'static str, Value)>,
}

/// Every row of a base, by table.
pub(super) struct Base {
    pub(super) today: String,
    pub(super) seed: u64,
    tables: BTreeMap<&'static str, BTreeMap<i64, Row>>,
    by_customer: BTreeMap<(&'static str, i64), Vec<i64>>,
}

impl Row {
    pub(super) fn value(&self, key: &str) -> &Value {
        &self
            .values
            .iter()
            .find(|known| known.0 == key)
            .unwrap_or_else(|| panic!("no key {key}"))
            .1
    }

    /// The text of a field, empty for none.
    pub(super) fn text(&self, key: &str) -> &str {
        self.value(key).text().unwrap_or_default()
    }

    pub(super) fn int(&self, key: &str) -> Option<i64> {
        self.value(key).int()
    }

    pub(super) fn has(&self, key: &str) -> bool {
        !self.value(key).is_empty()
    }
}

impl Base {
    pub(super) fn made(seed: u64, today: Date, size: u32) -> Self {
        let mut tables: BTreeMap<&'static str, BTreeMap<i64, Row>> = BTreeMap::new();
        let taken = generate(seed, today, size, &mut |record: Record| {
            let table = record.entity.table();
            let before = tables.entry(table).or_default().insert(
                record.id,
                Row {
                    id: record.id,
                    values: record.values,
                },
            );
            match before {
                Some(row) => Err(format!("{table} {} twice", row.id)),
                None => Ok(()),
            }
        });
        assert_eq!(taken, Ok(()));
        let mut by_customer: BTreeMap<(&'static str, i64), Vec<i64>> = BTreeMap::new();
        for (table, rows) in &tables {
            for row in rows.values() {
                let owner = row
                    .values
                    .iter()
                    .find(|known| known.0 == "customer_id")
                    .and_then(|known| known.1.int());
                if let Some(owner) = owner {
                    by_customer.entry((table, owner)).or_default().push(row.id);
                }
            }
        }
        Self {
            today: today.to_string(),
            seed,
            tables,
            by_customer,
        }
    }

    pub(super) fn rows(&self, entity: Entity) -> impl Iterator<Item = &Row> {
        self.tables
            .get(entity.table())
            .into_iter()
            .flat_map(BTreeMap::values)
    }

    pub(super) fn row(&self, entity: Entity, id: i64) -> &Row {
        self.find(entity, id)
            .unwrap_or_else(|| panic!("{} {id} is missing, {}", entity.table(), self.told()))
    }

    pub(super) fn find(&self, entity: Entity, id: i64) -> Option<&Row> {
        self.tables.get(entity.table()).and_then(|rows| rows.get(&id))
    }

    pub(super) fn count(&self, entity: Entity) -> usize {
        self.rows(entity).count()
    }

    /// The rows of a customer.
    pub(super) fn of_customer(&self, entity: Entity, customer: i64) -> Vec<&Row> {
        let ids = self
            .by_customer
            .get(&(entity.table(), customer))
            .map_or(&[][..], Vec::as_slice);
        ids.iter().map(|id| self.row(entity, *id)).collect()
    }

    /// Which base, for the message of a failure.
    pub(super) fn told(&self) -> String {
        format!("day {} seed {}", self.today, self.seed)
    }

    /// References of the records of planted anomalies of some kinds.
    pub(super) fn planted(&self, kinds: &[&str]) -> Vec<String> {
        self.rows(Entity::Anomaly)
            .filter(|row| kinds.contains(&row.text("kind")))
            .flat_map(|row| {
                row.text("records")
                    .split(' ')
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect()
    }
}
