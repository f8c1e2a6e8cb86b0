//! What is wrong with one record by one check.

use super::checks::Check;
use crate::coherence::{Ref, whose};
use crate::values::Value;
use serde::Serialize;

/// FaultWhy a check found fault; a sentence of the screens for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum FaultWhy {
    Unreachable,
    PhoneFormat,
    PhoneZeroLost,
    PhoneShort,
    PhoneLong,
    PhoneLetters,
    PhoneOther,
    LandlineInMobile,
    MobileInLandline,
    MailNoAt,
    MailTwoAts,
    MailBlank,
    MailComma,
    MailHost,
    MailOther,
    MailMissing,
    PostcodeFormat,
    PostcodeZeroLost,
    PostcodeOther,
    PostcodeTown,
    PostcodeMissing,
    TownMissing,
    AddressLong,
    NameMissing,
    NamesSwapped,
    NameCapitals,
    NameSmall,
    NameSigns,
    CivilityFirstName,
    BirthDefault,
    Minor,
    FirmFormat,
    SirenKey,
    SiretKey,
    SiretNotSiren,
    SirenMissing,
    NafFormat,
    NafObsolete,
    NafOther,
    PlateFormat,
    PlateLetters,
    PlateOther,
    VinFormat,
    VinLength,
    VinLetters,
    VinTwice,
    PlateTwice,
    VehicleSold,
    MileageFalls,
    MileageAbsurd,
    InvoiceTooEarly,
    InvoiceElsewhere,
    DateAhead,
    DatesCrossed,
    ConsentContradictory,
    ConsentExpired,
    ConsentUndated,
    ConsentUnproven,
    WithdrawalUndated,
    WithdrawalUntold,
    FollowUpMissing,
    LeadOfCustomer,
    Deceased,
    LetterReturned,
    StruckOff,
}

/// A finding, as small as a base of a hundred thousand customers asks.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) check: Check,
    pub(super) why: FaultWhy,
    /// The record at fault.
    pub(super) record: Ref,
    /// Whose it is.
    pub(super) customer: Option<i64>,
    /// The fields at fault, to be mended.
    pub(super) fields: Vec<&'static str>,
    /// The record that shows the fault, when another one does.
    pub(super) other: Option<Ref>,
    /// What the value was held against: an earlier mileage, another date.
    pub(super) against: Value,
    /// The values to write, as they travel, when nothing else can have been meant; empty otherwise.
    pub(super) correction: Vec<(&'static str, Value)>,
}

impl Fault {
    pub(super) fn new(
        check: Check,
        why: FaultWhy,
        record: Ref,
        customer: Option<i64>,
        fields: &[&'static str],
    ) -> Self {
        Self {
            check,
            why,
            record,
            customer,
            fields: fields.to_vec(),
            other: None,
            against: Value::Empty,
            correction: Vec::new(),
        }
    }

    pub(super) fn shown_by(mut self, other: Ref) -> Self {
        self.other = Some(other);
        self
    }

    pub(super) fn against(mut self, value: impl Into<Value>) -> Self {
        self.against = value.into();
        self
    }

    pub(super) fn corrected(mut self, values: Vec<(&'static str, Value)>) -> Self {
        self.correction = values;
        self
    }

    /// One field, mended when its right value is known.
    pub(super) fn mended(self, key: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.corrected(vec![(key, value.into())]),
            None => self,
        }
    }

    /// The customer whose it is; the record itself when it is nobody's.
    pub(super) fn whose(&self) -> Ref {
        whose(self.record, self.customer)
    }

    /// Where it stands among all: by check, those whose correction is certain first, then by record.
    pub(super) fn place(&self) -> (Check, bool, Ref) {
        (self.check, !self.is_certain(), self.record)
    }

    pub(super) fn is_certain(&self) -> bool {
        !self.correction.is_empty()
    }
}
