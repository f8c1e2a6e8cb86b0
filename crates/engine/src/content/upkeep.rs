//! When a car is due back: `content/vehicles/upkeep.toml`.

use super::read;
use serde::Deserialize;
use std::sync::OnceLock;

/// The rules of upkeep.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Upkeep {
    service: Vec<ServiceRule>,
    pub(crate) inspection: InspectionRule,
    pub(crate) warranty: WarrantyRule,
    pub(crate) loyalty: LoyaltyRule,
}

/// How often a car of some energies is serviced: the first term reached.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct ServiceRule {
    energies: Vec<String>,
    /// Kilometres.
    pub(crate) km: i64,
    pub(crate) months: i64,
}

/// The contrôle technique, from the first registration.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct InspectionRule {
    pub(crate) first_months: i64,
    pub(crate) every_months: i64,
    pub(crate) words: String,
}

/// What the maker gives, from the first registration.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct WarrantyRule {
    pub(crate) months: i64,
    pub(crate) words: String,
}

/// Days after the expected visit.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct LoyaltyRule {
    pub(crate) late: i64,
    pub(crate) lost: i64,
}

impl Upkeep {
    /// The rule of an energy; that of petrol when nothing is said of it.
    pub(crate) fn service_of(&self, energy: Option<&str>) -> Option<&ServiceRule> {
        energy
            .and_then(|energy| {
                self.service
                    .iter()
                    .find(|rule| rule.energies.iter().any(|known| known == energy))
            })
            .or(self.service.first())
    }
}

/// The rules, read once.
pub(crate) fn upkeep() -> &'static Upkeep {
    static UPKEEP: OnceLock<Upkeep> = OnceLock::new();
    UPKEEP.get_or_init(|| read(include_str!("../../../../content/vehicles/upkeep.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_energy_has_its_rule_and_the_file_is_whole() {
        let rules = upkeep();
        assert!(
            rules.inspection.first_months == 48 && rules.warranty.months == 24 && rules.loyalty.lost == 365
        );
        let of = |energy| rules.service_of(Some(energy)).unwrap().km;
        assert_eq!(
            (of("Essence"), of("Diesel"), of("Électrique"), of("Hydrogène")),
            (15_000, 20_000, 30_000, 15_000)
        );
    }
}
