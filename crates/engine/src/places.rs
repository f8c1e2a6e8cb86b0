//! Towns and postcodes: each completes the other.

use crate::content;
use crate::error::ApiError;
use crate::reader::Reader;
use crate::values::fold;
use serde::{Deserialize, Serialize};

/// What was typed of an address.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PlaceFind {
    postcode: Option<String>,
    town: Option<String>,
}

/// The places that fit.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Places {
    /// Largest towns first.
    places: Vec<Place>,
    /// Do the postcode and the town agree? None when one is missing or the postcode is not known to us.
    agree: Option<bool>,
}

/// A town and its postcode.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Place {
    postcode: &'static str,
    town: &'static str,
    department: &'static str,
}

const SHOWN: usize = 12;

/// Finds places by a postcode (or its beginning), else by a town (or its beginning).
pub(crate) fn find(_reader: &Reader, input: PlaceFind) -> Result<Places, ApiError> {
    let postcode = input.postcode.unwrap_or_default();
    let postcode = postcode.trim();
    let town = simple(&input.town.unwrap_or_default());
    let by_postcode = |known: &&content::Town| !postcode.is_empty() && known.postcode.starts_with(postcode);
    let by_town = |known: &&content::Town| !town.is_empty() && simple(known.name).starts_with(&town);
    let mut found: Vec<&'static content::Town> = if postcode.is_empty() {
        content::towns().iter().filter(by_town).collect()
    } else {
        content::towns().iter().filter(by_postcode).collect()
    };
    // Only towns over two thousand people are known: silence about a postcode proves nothing.
    let agree = (postcode.len() == 5 && !town.is_empty() && !found.is_empty())
        .then(|| agrees(&found, &town, postcode))
        .flatten();
    found.sort_by_key(|known| std::cmp::Reverse(known.population));
    found.truncate(SHOWN);
    let places = found
        .into_iter()
        .map(|known| Place {
            postcode: known.postcode,
            town: known.name,
            department: known.department,
        })
        .collect();
    Ok(Places { places, agree })
}

/// True when the town has this postcode; false when it is known with another one only; none for an unknown town.
fn agrees(found: &[&content::Town], town: &str, postcode: &str) -> Option<bool> {
    if found.iter().any(|known| simple(known.name) == town) {
        return Some(true);
    }
    let elsewhere: Vec<_> = content::towns()
        .iter()
        .filter(|known| simple(known.name) == town)
        .collect();
    if elsewhere.is_empty() {
        return None;
    }
    // A large town has many postcodes, of which we may know one: the same department is no disagreement.
    Some(
        elsewhere
            .iter()
            .any(|known| known.population > 50_000 && known.postcode.get(..2) == postcode.get(..2)),
    )
}

/// `St-Étienne` and `Saint Etienne` are one town.
fn simple(town: &str) -> String {
    fold(town)
        .split(' ')
        .map(|word| match word {
            "st" => "saint",
            "ste" => "sainte",
            other => other,
        })
        .collect::<Vec<_>>()
        .join(" ")
}
