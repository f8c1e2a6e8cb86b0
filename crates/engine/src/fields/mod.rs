//! The field catalogue: every field of every entity, declared once.
//!
//! From it come forms, list columns, validation, import and export headers, labels of history. Adding a field is one
//! line here and one migration; `store` has the test that holds the two together.

mod added;
mod behind;
mod check;
mod customers;
mod declare;
mod leads;
mod sales;
mod view;
mod working;

pub(crate) use added::{
    Added, AddedKind, EXTENSIBLE, KnownFields, MOST_ADDED, choices_in, choices_text, faults, free_key,
    heading_of, kept_text, tidy_name, typed, with_added,
};
pub use check::{Checked, check_values};
pub use declare::{Applies, Choices, Field, Kind};
pub(crate) use view::{CatalogueRead, CatalogueView, FieldView};
pub(crate) use view::{choice_label, field_view, read};

use crate::error::ApiError;
use serde::{Deserialize, Serialize};

/// What the product keeps records of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Entity {
    Customer,
    Contact,
    Consent,
    Vehicle,
    Invoice,
    InvoiceLine,
    Activity,
    Note,
    Lead,
    AgendaEntry,
    Targeting,
    Campaign,
    Recipient,
    DashboardTile,
    CustomField,
    PendingEvent,
    Anomaly,
    MessageTemplate,
}

/// One entity: its table, its words and its fields.
#[derive(Debug)]
pub struct EntityFields {
    /// Which one.
    pub entity: Entity,
    /// Its table, also its name on the wire.
    pub table: &'static str,
    /// First letters of its references.
    pub prefix: &'static str,
    /// What one is called.
    pub label: &'static str,
    /// What several are called: the name of its sheet in a workbook.
    pub plural: &'static str,
    /// The field that tells whose record it is, when it belongs to a customer.
    pub owner: Option<&'static str>,
    /// Its fields, in the order of forms and sheets.
    pub fields: &'static [Field],
}

/// The whole catalogue, in the order of the workbook's sheets.
pub static CATALOGUE: [&EntityFields; 18] = [
    &customers::CUSTOMER,
    &customers::CONTACT,
    &customers::CONSENT,
    &sales::VEHICLE,
    &sales::INVOICE,
    &sales::INVOICE_LINE,
    &working::ACTIVITY,
    &customers::NOTE,
    &leads::LEAD,
    &working::AGENDA_ENTRY,
    &working::TARGETING,
    &working::CAMPAIGN,
    &working::RECIPIENT,
    &working::DASHBOARD_TILE,
    &behind::CUSTOM_FIELD,
    &behind::PENDING_EVENT,
    &behind::ANOMALY,
    &working::MESSAGE_TEMPLATE,
];

impl Entity {
    /// Its part of the catalogue.
    #[must_use]
    pub fn fields(self) -> &'static EntityFields {
        match self {
            Self::Customer => &customers::CUSTOMER,
            Self::Contact => &customers::CONTACT,
            Self::Consent => &customers::CONSENT,
            Self::Vehicle => &sales::VEHICLE,
            Self::Invoice => &sales::INVOICE,
            Self::InvoiceLine => &sales::INVOICE_LINE,
            Self::Activity => &working::ACTIVITY,
            Self::Note => &customers::NOTE,
            Self::Lead => &leads::LEAD,
            Self::AgendaEntry => &working::AGENDA_ENTRY,
            Self::Targeting => &working::TARGETING,
            Self::Campaign => &working::CAMPAIGN,
            Self::Recipient => &working::RECIPIENT,
            Self::DashboardTile => &working::DASHBOARD_TILE,
            Self::CustomField => &behind::CUSTOM_FIELD,
            Self::PendingEvent => &behind::PENDING_EVENT,
            Self::Anomaly => &behind::ANOMALY,
            Self::MessageTemplate => &working::MESSAGE_TEMPLATE,
        }
    }

    /// Its table.
    #[must_use]
    pub fn table(self) -> &'static str {
        self.fields().table
    }

    /// The reference of one of its records.
    #[must_use]
    pub fn reference(self, id: i64) -> String {
        crate::values::format_reference(self.fields().prefix, id)
    }

    /// The entity that keeps its records in this table.
    #[must_use]
    pub fn of_table(table: &str) -> Option<Self> {
        CATALOGUE
            .iter()
            .find(|known| known.table == table)
            .map(|known| known.entity)
    }
}

impl EntityFields {
    /// A field by its key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The fields that somebody added.
    pub(crate) fn added(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|field| field.added.is_some())
    }

    /// The fields that a record keeps: the columns of its table and, where they are asked of a reader, the added ones.
    pub fn stored(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|field| field.computed.is_none())
    }
}

/// Which record a reference names, checked to be one of ours by its prefix.
///
/// # Errors
/// `NotFound` when no entity has this prefix.
pub fn parse_any_reference(reference: &str) -> Result<(Entity, i64), ApiError> {
    crate::values::parse_reference(reference)
        .and_then(|(prefix, id)| {
            CATALOGUE
                .iter()
                .find(|known| known.prefix == prefix)
                .map(|known| (known.entity, id))
        })
        .ok_or_else(|| ApiError::not_found(reference))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn prefixes_tables_and_keys_are_distinct() {
        let prefixes: HashSet<_> = CATALOGUE.iter().map(|known| known.prefix).collect();
        let tables: HashSet<_> = CATALOGUE.iter().map(|known| known.table).collect();
        assert_eq!((prefixes.len(), tables.len()), (CATALOGUE.len(), CATALOGUE.len()));
        for known in CATALOGUE {
            assert!(std::ptr::eq(known.entity.fields(), known), "{}", known.table);
            let keys: HashSet<_> = known.fields.iter().map(|field| field.key).collect();
            assert_eq!(keys.len(), known.fields.len(), "{}", known.table);
        }
    }
}
