//! Towns, postcodes and regions of telephone numbers.

use crate::content::{departments, towns};
use crate::values::fold;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

struct Places {
    /// `35000 rennes`.
    pairs: HashSet<String>,
    /// `35 rennes`.
    towns: HashSet<String>,
    /// Postcodes of a town, by its name.
    names: HashMap<String, Vec<&'static str>>,
    /// Towns of a postcode.
    postcodes: HashMap<&'static str, Vec<&'static str>>,
    regions: HashMap<&'static str, u8>,
}

fn places() -> &'static Places {
    static PLACES: OnceLock<Places> = OnceLock::new();
    PLACES.get_or_init(|| {
        let names: Vec<String> = towns().iter().map(|town| fold(town.name)).collect();
        let both = || towns().iter().zip(&names);
        Places {
            pairs: both()
                .map(|(town, name)| format!("{} {name}", town.postcode))
                .collect(),
            towns: both()
                .map(|(town, name)| format!("{} {name}", town.department))
                .collect(),
            postcodes: grouped(towns().iter().map(|town| (town.postcode, town.name))),
            regions: departments()
                .iter()
                .map(|known| (known.code, known.phone_region))
                .collect(),
            names: grouped(
                towns()
                    .iter()
                    .zip(&names)
                    .map(|(town, name)| (name.clone(), town.postcode)),
            ),
        }
    })
}

/// Is this town certainly not at this postcode? Towns under two thousand people are not known: nothing is said of them.
pub(crate) fn disagree(postcode: &str, town: &str) -> bool {
    let (known, name) = (places(), fold(town));
    if !known.names.contains_key(&name) || known.pairs.contains(&format!("{postcode} {name}")) {
        return false;
    }
    known.postcodes.contains_key(postcode)
        || department(postcode)
            .is_some_and(|department| !known.towns.contains(&format!("{department} {name}")))
}

/// The postcodes we know of a town; none of a town that we do not know.
pub(crate) fn postcodes_of(town: &str) -> &'static [&'static str] {
    places().names.get(&fold(town)).map_or(&[], Vec::as_slice)
}

/// The towns we know at a postcode: those of two thousand people or more.
pub(crate) fn towns_of(postcode: &str) -> &'static [&'static str] {
    places().postcodes.get(postcode).map_or(&[], Vec::as_slice)
}

/// 1 to 5, where the postcode is in metropolitan France.
pub(super) fn phone_region(postcode: &str) -> Option<u8> {
    let region = places().regions.get(department(postcode)?).copied();
    region.filter(|region| *region > 0)
}

fn grouped<K: Eq + std::hash::Hash>(
    pairs: impl Iterator<Item = (K, &'static str)>,
) -> HashMap<K, Vec<&'static str>> {
    let mut groups: HashMap<K, Vec<&'static str>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}

fn department(postcode: &str) -> Option<&str> {
    match postcode.get(..3)? {
        "200" | "201" => Some("2A"),
        "202" | "206" => Some("2B"),
        "971" | "972" | "973" | "974" | "976" => postcode.get(..3),
        _ => postcode.get(..2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_and_postcodes_go_together() {
        assert!(!disagree("35000", "Rennes") && !disagree("35700", "RENNES"));
        assert!(disagree("69003", "Rennes") && disagree("53000", "Rennes"));
        assert!(!disagree("35580", "Un hameau") && !disagree("", ""));
        assert_eq!((phone_region("35000"), phone_region("69003")), (Some(2), Some(4)));
    }
}
