//! What can be wrong on purpose: the kinds, how many of each, and the part a record has in one.

use crate::content::words::anomalies;

macro_rules! kinds {
    ($($name:ident = $code:literal),* $(,)?) => {
        /// A kind of anomaly; its words and number are in `content/words/anomalies.toml`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Kind { $($name),* }

        impl Kind {
            /// Every kind, those hardest to place first.
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code kept in the field `kind`.
            pub(super) fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }
        }
    };
}

kinds! {
    SoldVehicleAttached = "sold_vehicle_attached",
    SoleTrader = "sole_trader",
    CompoundName = "compound_name",
    Swapped = "swapped",
    SpouseName = "spouse_name",
    Misspelled = "misspelled",
    ExactDuplicate = "exact_duplicate",
    Moved = "moved",
    FatherSon = "father_son",
    Couple = "couple",
    Homonym = "homonym",
    StruckOff = "struck_off",
    Deceased = "deceased",
    InvoiceBeforeRegistration = "invoice_before_registration",
    MileageFalls = "mileage_falls",
    FutureInvoice = "future_invoice",
    Minor = "minor",
    NoFollowUp = "no_follow_up",
    ConsentContradictory = "consent_contradictory",
    ConsentExpired = "consent_expired",
    ConsentUndated = "consent_undated",
    BadSiret = "bad_siret",
    ObsoleteNaf = "obsolete_naf",
    ReturnedMail = "returned_mail",
    LeadOfCustomer = "lead_of_customer",
    BadPlate = "bad_plate",
    BadVin = "bad_vin",
    PostcodeTown = "postcode_town",
    LongAddress = "long_address",
    CivilityMismatch = "civility_mismatch",
    Birth1900 = "birth_1900",
    BadMail = "bad_mail",
    BadPhone = "bad_phone",
    LandlineInMobile = "landline_in_mobile",
    MissingMail = "missing_mail",
}

impl Kind {
    /// Is one person recorded twice?
    pub(super) fn is_double(self) -> bool {
        matches!(
            self,
            Self::ExactDuplicate
                | Self::Misspelled
                | Self::Swapped
                | Self::CompoundName
                | Self::SpouseName
                | Self::Moved
        )
    }

    /// Does it take two records?
    pub(super) fn takes_two(self) -> bool {
        self.is_double()
            || matches!(
                self,
                Self::SoldVehicleAttached | Self::SoleTrader | Self::FatherSon | Self::Couple | Self::Homonym
            )
    }

    /// How many among the first `customers` of a base of `size`: a share of them, at least one from two hundred on.
    pub(super) fn count(self, customers: u32, size: u32) -> u32 {
        let per_500 = anomalies().get(self.code()).map_or(0, |words| words.per_500);
        let share = ((u64::from(customers) * u64::from(per_500) + 250) / 500) as u32;
        if size >= 200 && per_500 > 0 {
            share.max(1)
        } else {
            share
        }
    }
}

/// The part of a record in an anomaly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It alone is wrong.
    Only,
    /// Another record is made from it.
    First,
    /// It is made from this other record.
    Second(u32),
}

/// What is wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) kind: Kind,
    pub(super) part: Part,
    /// The rank among those of the kind in its block: ways to be wrong take turns.
    pub(super) turn: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_words_and_every_word_its_kind() {
        for kind in Kind::ALL {
            let words = anomalies().get(kind.code()).unwrap();
            assert!(
                words.per_500 > 0 && (1..=3).contains(&words.difficulty),
                "{}",
                kind.code()
            );
            assert!(
                !words.finding.is_empty() && !words.action.is_empty(),
                "{}",
                kind.code()
            );
        }
        assert_eq!(anomalies().len(), Kind::ALL.len());
    }

    #[test]
    fn counts_follow_the_size() {
        assert_eq!(Kind::MissingMail.count(500, 500), 25);
        assert_eq!(Kind::MissingMail.count(520, 520), 26);
        assert_eq!(Kind::Minor.count(200, 200), 1);
        assert_eq!(Kind::Minor.count(90, 90), 0);
        assert_eq!(Kind::Minor.count(1_000, 1_000), 2);
    }
}
