//! What the screens send and receive about workbooks.

use crate::change::ChangeDone;
use crate::error::FileProblem;
use crate::fields::Entity;
use crate::values::Value;
use serde::{Deserialize, Serialize};

/// What a workbook is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum WorkbookKind {
    /// A learner's work, to go on with.
    Session,
    /// A base to which « Remettre à zéro » returns.
    Base,
}

/// Makes a workbook of the whole sandbox; the file is left beside the answer.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ExportAsked {
    pub(crate) kind: WorkbookKind,
    /// With the list of anomalies: for trainers only.
    pub(crate) anomalies: bool,
}

/// The workbook that was made.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Exported {
    /// What to call the file.
    pub(crate) name: String,
    /// Its weight in bytes.
    pub(crate) bytes: u64,
    /// Rows under the headers, all sheets together.
    pub(crate) rows: u64,
}

/// What a workbook says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct About {
    pub(crate) kind: WorkbookKind,
    /// Version of the product that wrote it.
    pub(crate) version: String,
    pub(crate) format: u32,
    /// The day with which the data is coherent.
    pub(crate) date: String,
    pub(crate) seed: Option<String>,
    /// When it was written.
    pub(crate) exported_at: Option<String>,
}

/// What importing the file that came with the command would do. Nothing is changed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Preview {
    /// None when the file cannot be read so far.
    pub(crate) about: Option<About>,
    /// The first problems; one is enough to refuse the file.
    pub(crate) problems: Vec<FileProblem>,
    pub(crate) problems_total: usize,
    /// What was put right or left aside.
    pub(crate) warnings: Vec<FileProblem>,
    pub(crate) warnings_total: usize,
    /// By entity, in the order of the sheets; empty when there are problems.
    pub(crate) entities: Vec<EntityPreview>,
    /// The first records that differ of each entity.
    pub(crate) records: Vec<RecordPreview>,
}

/// What would happen to the records of an entity.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct EntityPreview {
    pub(crate) entity: Entity,
    /// Records in the file.
    pub(crate) rows: u64,
    pub(crate) created: u64,
    pub(crate) changed: u64,
    pub(crate) deleted: u64,
}

/// What would happen to a record.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordPreview {
    pub(crate) entity: Entity,
    #[serde(rename = "ref")]
    pub(crate) reference: String,
    /// What it is called.
    pub(crate) label: String,
    pub(crate) fate: Fate,
    /// The fields that differ; empty unless it is changed.
    pub(crate) fields: Vec<FieldPreview>,
}

/// Created, changed or deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fate {
    /// It is in the file only.
    Created,
    /// It differs.
    Changed,
    /// It is not in the file.
    Deleted,
}

/// A field before and after, as on the wire.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct FieldPreview {
    /// Its key in the catalogue.
    pub(crate) field: String,
    /// What an added field is called: it may be in the file only.
    pub(crate) label: Option<&'static str>,
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) before: Value,
    #[cfg_attr(test, ts(type = "Value"))]
    pub(crate) after: Value,
}

/// What importing did: one change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Imported {
    #[serde(flatten)]
    pub(crate) done: ChangeDone,
    pub(crate) kind: WorkbookKind,
    pub(crate) records_created: u64,
    pub(crate) records_changed: u64,
    pub(crate) records_deleted: u64,
}
