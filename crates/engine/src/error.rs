//! Everything that can go wrong, as a closed list of codes with data. The screens have one French sentence for each.

mod messages;

pub use messages::{GateReason, MessageProblem, MessageProblemCode};

use serde::Serialize;

/// Why a command was refused. Data and undo list are as they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ApiError {
    /// No such command.
    UnknownCommand {
        /// As it was asked.
        name: String,
    },
    /// The input is not what the command expects.
    BadRequest {
        /// For the log, never for a screen.
        detail: String,
    },
    /// No record has this reference.
    NotFound {
        /// As it was asked.
        reference: String,
    },
    /// Some values cannot be kept.
    Invalid {
        /// One line for each field at fault.
        problems: Vec<Problem>,
    },
    /// The undo list is empty.
    NothingToUndo,
    /// The redo list is empty.
    NothingToRedo,
    /// The data was written by a newer version.
    NewerData {
        /// The format found.
        found: u32,
        /// The newest format this version knows.
        known: u32,
    },
    /// The command reads a file and none came with it.
    NoFile,
    /// The file cannot be taken as it is; nothing was changed.
    BadWorkbook {
        /// The first problems, in the order of the file.
        problems: Vec<FileProblem>,
        /// How many there are.
        total: usize,
    },
    /// The dashboard is locked: what it is made of does not change.
    DashboardLocked,
    /// A targeting cannot be applied, or its text understood.
    BadTarget {
        /// In the order of the tree, or of the text.
        problems: Vec<TargetProblem>,
    },
    /// A message cannot be sent as it is written.
    BadMessage {
        /// In the order of the text.
        problems: Vec<MessageProblem>,
    },
    /// Nobody is left to send it to.
    NobodyToReach,
    /// Somebody may not be written to.
    GateClosed {
        /// Why.
        reason: GateReason,
    },
    /// What the law asks for is not in the text of a campaign.
    MentionMissing,
    /// No room is left where the data is kept.
    StorageFull,
    /// The place where the data is kept cannot be written.
    StorageUnwritable,
    /// The data cannot be read.
    DataDamaged,
    /// A fault of ours.
    Internal {
        /// For the log, never for a screen.
        detail: String,
    },
}

/// What is wrong with the value of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Key of the field in the catalogue.
    pub field: String,
    /// What is wrong.
    pub code: ProblemCode,
    /// The least value allowed, where there is one.
    pub min: Option<String>,
    /// The greatest value, or length, allowed, where there is one.
    pub max: Option<String>,
    /// Key of the other field it disagrees with.
    pub other: Option<String>,
}

/// What may be wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ProblemCode {
    Required,
    BadDate,
    FutureDate,
    TooEarly,
    BadPhone,
    BadMail,
    BadPostcode,
    BadPlate,
    BadVin,
    BadSiren,
    BadSiret,
    SiretNotSiren,
    BadNaf,
    BadNumber,
    OutOfRange,
    UnknownChoice,
    UnknownReference,
    TooLong,
    UnknownField,
    NotEditable,
    BeforeOther,
    AlreadyUsed,
    OtherKind,
    /// A name without a letter nor a figure.
    NoLetters,
    /// The same choice twice.
    Doubled,
    /// As many as there may be: `max`.
    TooMany,
    /// Not a key of the catalogue: small letters, figures, underscores.
    BadKey,
    /// No rule of recurrence that can be read.
    BadRecurrence,
    /// A rule that falls on no day.
    NeverFalls,
}

/// What is wrong with a workbook, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FileProblem {
    /// What is wrong.
    pub code: FileProblemCode,
    /// Name of the sheet; none when the file as a whole is at fault.
    pub sheet: Option<String>,
    /// `B12`; none when the sheet as a whole is at fault.
    pub cell: Option<String>,
    /// Header of the column.
    pub header: Option<String>,
    /// What was found there, at most 80 characters of it.
    pub value: Option<String>,
    /// What was expected: the choices of a list, a bound, a name, another cell.
    pub expected: Vec<String>,
}

/// What may be wrong with a workbook. The last ones only warn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum FileProblemCode {
    /// It is no `.xlsx`.
    NotAWorkbook,
    /// It is locked by a password.
    Password,
    /// It is a workbook whose parts cannot be read.
    Damaged,
    /// It would unpack to more than is allowed, or holds more rows than are allowed.
    TooBig,
    /// A newer version of the product wrote it: found and known format in `expected`.
    NewerFormat,
    /// It is a workbook of something else: no `LISEZ-MOI` of ours.
    NotOurs,
    /// The day of use, the kind or the format cannot be read in `LISEZ-MOI`.
    BadAbout,
    MissingSheet,
    MissingColumn,
    DuplicateColumn,
    /// Merged cells in the rows of a sheet.
    MergedCells,
    /// A formula without a kept result.
    EmptyFormula,
    /// `#N/A`, `#REF!`…
    ErrorValue,
    Required,
    NotADate,
    NotANumber,
    NotWhole,
    OutOfRange,
    TooLong,
    UnknownChoice,
    /// `Oui` or `Non` was expected.
    NotAFlag,
    /// Not a reference of the kind expected.
    BadReference,
    /// Already borne by another row: its cell in `expected`.
    DuplicateReference,
    /// No row has this reference.
    DanglingReference,
    /// Two rows where only one may be: its cell in `expected`.
    DuplicateRow,
    /// The name of an added field, or its key, is that of another one.
    NameTaken,
    /// Not what a field or a choice can be called: no letter, or a choice written twice.
    BadName,
    /// Not a key: small letters, figures, underscores.
    BadKey,
    /// More added fields than an entity takes, or more choices than a list: how many in `expected`.
    TooManyFields,
    /// A kind of row (person, company) that cannot have this reference.
    WrongSheet,
    /// Warning: a sheet that is not of ours was left aside.
    UnknownSheet,
    /// Warning: a column that is not of ours was left aside.
    UnknownColumn,
    /// Warning: a telephone, postcode… written as a number; its leading zero was put back.
    ZeroPutBack,
    /// Warning: the hidden part is missing or damaged; what it held is lost (events to come).
    TechnicalLost,
    /// Warning: a row without reference was given one, in `expected`.
    ReferenceGiven,
}

/// What is wrong with a targeting, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TargetProblem {
    /// What is wrong.
    pub code: TargetProblemCode,
    /// The way to the condition from the root of the tree: which child, which of its children…
    pub path: Vec<u32>,
    /// The characters of the text at fault, from the first to the one after the last; none for a tree.
    pub span: Option<[u32; 2]>,
    /// The word at fault, as it was written.
    pub word: Option<String>,
    /// Where it was looked for: name of a kind of records, or of a field.
    pub inside: Option<String>,
    /// The nearest known word.
    pub nearest: Option<String>,
    /// What was expected, or allowed at most.
    pub expected: Option<String>,
}

/// What may be wrong with a targeting. The last ones only warn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TargetProblemCode {
    /// A newer version of the product wrote it.
    NewerFormat,
    /// More groups in groups than in `expected`.
    TooDeep,
    /// More conditions, or values, than in `expected`.
    TooMany,
    UnknownEntity,
    UnknownField,
    UnknownRelation,
    /// A saved targeting that is no more.
    UnknownTargeting,
    /// A saved targeting of other records.
    OtherEntity,
    /// A saved targeting that would contain itself.
    Cycle,
    /// What is asked does not suit the kind of the field `inside`.
    WrongMatcher,
    /// A number of records is asked of a single one.
    WrongQuantity,
    /// The measure does not suit the field `inside`, or a single record.
    WrongMeasure,
    MissingValue,
    BadNumber,
    BadDate,
    /// Hours asked of a field that has none.
    BadUnit,
    UnknownChoice,
    BadReference,
    /// The text ends where `expected` should stand.
    UnexpectedEnd,
    /// Something else stands where `expected` should.
    Unexpected,
    /// A quote or a parenthesis that nothing closes.
    Unclosed,
    /// Nobody is in the targeting: there is nobody to keep.
    NobodyToFreeze,
    /// Warning: a group without conditions keeps everything.
    EmptyGroup,
    /// Warning: the first bound is after the second one, so that nothing lies between.
    ReversedBounds,
    /// Warning: two conditions of one group cannot hold together.
    Contradiction,
    /// Warning: a value that no list suggests.
    UnusualValue,
}

impl TargetProblem {
    pub(crate) fn new(code: TargetProblemCode) -> Self {
        Self {
            code,
            path: Vec::new(),
            span: None,
            word: None,
            inside: None,
            nearest: None,
            expected: None,
        }
    }

    pub(crate) fn word(mut self, word: &str) -> Self {
        self.word = Some(word.to_owned());
        self
    }

    pub(crate) fn inside(mut self, inside: &str) -> Self {
        self.inside = Some(inside.to_owned());
        self
    }

    pub(crate) fn expected(mut self, expected: impl ToString) -> Self {
        self.expected = Some(expected.to_string());
        self
    }

    pub(crate) fn nearest(mut self, nearest: Option<&str>) -> Self {
        self.nearest = nearest.map(str::to_owned);
        self
    }
}

impl Problem {
    /// A problem that needs no further data.
    #[must_use]
    pub fn new(field: &str, code: ProblemCode) -> Self {
        Self {
            field: field.to_owned(),
            code,
            min: None,
            max: None,
            other: None,
        }
    }

    /// The same problem with the bounds that were expected.
    #[must_use]
    pub fn between(mut self, min: Option<String>, max: Option<String>) -> Self {
        self.min = min;
        self.max = max;
        self
    }

    /// The same problem naming the other field.
    #[must_use]
    pub fn against(mut self, other: &str) -> Self {
        self.other = Some(other.to_owned());
        self
    }
}

impl ApiError {
    /// The error as JSON text, `{"code": …}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| r#"{"code":"internal","detail":""}"#.to_owned())
    }

    pub(crate) fn invalid(problem: Problem) -> Self {
        Self::Invalid {
            problems: vec![problem],
        }
    }

    pub(crate) fn not_found(reference: &str) -> Self {
        Self::NotFound {
            reference: reference.to_owned(),
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.to_json())
    }
}

impl std::error::Error for ApiError {}
