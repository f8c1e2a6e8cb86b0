//! School holidays and the zones of departments: `content/calendar/`.

use super::{read, rows};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// Holidays of the schools of a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SchoolPeriod {
    /// `A`, `B`, `C`, or what a trainer calls another one.
    pub(crate) zone: String,
    pub(crate) name: String,
    pub(crate) from: String,
    /// The last day of it.
    pub(crate) to: String,
}

#[derive(Debug, Default, Deserialize)]
struct Known {
    official_until: String,
    zones: Vec<String>,
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| read(include_str!("../../../../content/calendar/calendar.toml")))
}

/// The last day that an official text covers.
pub(crate) fn official_until() -> &'static str {
    &known().official_until
}

/// The zones of metropolitan France.
pub(crate) fn zones() -> &'static [String] {
    &known().zones
}

/// Every period of the product's table, in its order.
pub(crate) fn school_periods() -> &'static [SchoolPeriod] {
    static PERIODS: OnceLock<Vec<SchoolPeriod>> = OnceLock::new();
    PERIODS.get_or_init(|| {
        rows(include_str!("../../../../content/calendar/school_holidays.tsv"))
            .map(|[zone, name, from, to]| SchoolPeriod {
                zone: zone.to_owned(),
                name: name.to_owned(),
                from: from.to_owned(),
                to: to.to_owned(),
            })
            .collect()
    })
}

/// The zone of a department, and whether it keeps the holidays of Alsace and Moselle.
pub(crate) fn zone_of(department: &str) -> Option<(&'static str, bool)> {
    rows(include_str!("../../../../content/calendar/zones.tsv"))
        .find(|[code, _, _]| *code == department)
        .map(|[_, zone, alsace]| (zone, alsace == "1"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::group;

    #[test]
    fn every_period_is_in_order_and_every_site_has_its_zone() {
        assert!(school_periods().len() > 200);
        for period in school_periods() {
            assert!(
                period.from <= period.to && zones().contains(&period.zone),
                "{period:?}"
            );
        }
        for site in &group().sites {
            let (zone, _) = zone_of(&site.department).expect(&site.name);
            assert!(zones().iter().any(|known| known == zone));
        }
        assert_eq!(zone_of("67"), Some(("B", true)));
        assert!(official_until() > "2027");
    }
}
