//! The checks, in the order of the page.

use serde::{Deserialize, Serialize};

/// What a check is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum CheckTheme {
    Reach,
    Address,
    Identity,
    Firm,
    Vehicle,
    Invoice,
    Consent,
    Following,
}

/// How much a fault costs who relies on the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum CheckSeverity {
    /// Somebody cannot be reached, is wronged, or the law is broken.
    High,
    /// A figure or a mailing comes out wrong.
    Medium,
    /// Untidy.
    Low,
}

macro_rules! checks {
    ($($name:ident = $code:literal, $theme:ident, $severity:ident;)+) => {
        /// A check; its words are the screens'.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub(crate) enum Check { $($name),+ }

        impl Check {
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),+];

            /// As it is kept.
            pub(super) fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            pub(super) fn theme(self) -> CheckTheme {
                match self { $(Self::$name => CheckTheme::$theme),+ }
            }

            pub(super) fn severity(self) -> CheckSeverity {
                match self { $(Self::$name => CheckSeverity::$severity),+ }
            }
        }
    };
}

checks! {
    Unreachable = "unreachable", Reach, High;
    PhoneWriting = "phone_writing", Reach, High;
    PhonePlace = "phone_place", Reach, Medium;
    MailWriting = "mail_writing", Reach, High;
    MailMissing = "mail_missing", Reach, Medium;
    PostcodeWriting = "postcode_writing", Address, Medium;
    PostcodeTown = "postcode_town", Address, High;
    AddressIncomplete = "address_incomplete", Address, Medium;
    AddressLong = "address_long", Address, Low;
    NameMissing = "name_missing", Identity, High;
    NamesSwapped = "names_swapped", Identity, Medium;
    NameWriting = "name_writing", Identity, Low;
    CivilityFirstName = "civility_first_name", Identity, Medium;
    BirthDoubtful = "birth_doubtful", Identity, Medium;
    FirmNumber = "firm_number", Firm, Medium;
    FirmActivity = "firm_activity", Firm, Low;
    PlateWriting = "plate_writing", Vehicle, Medium;
    VinWriting = "vin_writing", Vehicle, Medium;
    VehicleTwice = "vehicle_twice", Vehicle, Medium;
    VehicleSold = "vehicle_sold", Vehicle, High;
    MileageFalls = "mileage_falls", Vehicle, Medium;
    MileageAbsurd = "mileage_absurd", Vehicle, Medium;
    InvoiceTooEarly = "invoice_too_early", Invoice, Medium;
    InvoiceElsewhere = "invoice_elsewhere", Invoice, Medium;
    DateAhead = "date_ahead", Invoice, High;
    DatesCrossed = "dates_crossed", Invoice, Medium;
    ConsentContradictory = "consent_contradictory", Consent, High;
    ConsentExpired = "consent_expired", Consent, High;
    ConsentUndated = "consent_undated", Consent, Medium;
    ConsentUnproven = "consent_unproven", Consent, Medium;
    FollowUpMissing = "follow_up_missing", Following, Medium;
    LeadOfCustomer = "lead_of_customer", Following, Medium;
    NewsUnread = "news_unread", Following, High;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_kept_by_the_code_it_travels_under() {
        for check in Check::ALL {
            assert_eq!(serde_json::to_value(check).unwrap(), check.code());
        }
    }
}
