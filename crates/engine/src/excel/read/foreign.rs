//! Customers of a workbook that is not ours: any sheet whose headers name them well enough.

use super::cell;
use super::grid::{self, Book, Found, each_row};
use super::loose::{LooseRow, text_of};
use crate::content;
use crate::error::FileProblemCode;
use crate::fields::{Entity, Field};
use crate::values::words;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// Rows among which the headers are looked for: a title often stands above them.
const FIRST_ROWS: u32 = 12;

/// Fewer columns known than this say nothing of a person.
const ENOUGH: usize = 2;

/// What a column of such a sheet holds.
#[derive(Clone, Copy)]
enum Slot {
    Reference,
    /// A number and a street.
    Address,
    /// First and last names.
    WholeName,
    Field(&'static Field),
}

/// The row of the headers, and what each column holds.
type Headed = (u32, HashMap<u32, Slot>);

#[derive(Debug, Default, Deserialize)]
struct Headers(BTreeMap<String, Vec<String>>);

fn slot_of(header: &str) -> Option<Slot> {
    static READ: OnceLock<Headers> = OnceLock::new();
    let known =
        READ.get_or_init(|| content::read(include_str!("../../../../../content/workbook/foreign.toml")));
    let header = words(header).join(" ");
    let (key, _) = known.0.iter().find(|(_, texts)| texts.contains(&header))?;
    match key.as_str() {
        "reference" => Some(Slot::Reference),
        "address" => Some(Slot::Address),
        "whole_name" => Some(Slot::WholeName),
        key => Entity::Customer.fields().field(key).map(Slot::Field),
    }
}

/// The customers of every sheet that names them.
///
/// # Errors
/// `Damaged`.
pub(super) fn customers(book: &mut Book) -> Result<Vec<LooseRow>, FileProblemCode> {
    let mut rows = Vec::new();
    for name in grid::names(book) {
        let Some((first, columns)) = headers(book, &name)? else {
            continue;
        };
        each_row(book, &name, &mut |row, cells| {
            if row > first {
                rows.extend(customer(&name, row, cells, &columns));
            }
        })?;
    }
    Ok(rows)
}

/// The row that names most fields, and what each of its columns holds; none when no row names a person or a firm.
fn headers(book: &mut Book, name: &str) -> Result<Option<Headed>, FileProblemCode> {
    let mut best: Option<Headed> = None;
    each_row(book, name, &mut |row, cells| {
        if row > FIRST_ROWS {
            return;
        }
        let columns: HashMap<u32, Slot> = cells
            .iter()
            .filter_map(|(place, found)| Some((*place, slot_of(&cell::shown(found))?)))
            .collect();
        let names_somebody = columns.values().any(|slot| match slot {
            Slot::WholeName => true,
            Slot::Field(field) => matches!(field.key, "last_name" | "legal_name"),
            _ => false,
        });
        let most = best.as_ref().map_or(0, |(_, columns)| columns.len());
        if names_somebody && columns.len() >= ENOUGH && columns.len() > most {
            best = Some((row, columns));
        }
    })?;
    Ok(best)
}

fn customer(name: &str, row: u32, cells: &[(u32, Found)], columns: &HashMap<u32, Slot>) -> Option<LooseRow> {
    let mut read = LooseRow {
        entity: Entity::Customer,
        company: false,
        reference: format!("{name} {row}"),
        values: BTreeMap::new(),
    };
    for (place, found) in cells {
        let Some(slot) = columns.get(place) else { continue };
        let shown = || cell::shown(found).trim().to_owned();
        match slot {
            Slot::Reference => read.reference = shown(),
            Slot::Address => {
                let (number, street) = numbered(&shown());
                read.values.entry("street_number").or_insert(number);
                read.values.insert("street", street);
            }
            Slot::WholeName => {
                let (one, rest) = parted(&shown());
                read.values.entry("first_name").or_insert(one);
                read.values.entry("last_name").or_insert(rest);
            }
            Slot::Field(field) => drop(read.values.insert(field.key, text_of(field, found))),
        }
    }
    let holds = |key: &str| read.values.get(key).is_some_and(|text| !text.is_empty());
    read.company = holds("legal_name") && !holds("first_name") && !holds("birth_date");
    (holds("last_name") || holds("legal_name") || holds("first_name")).then_some(read)
}

/// « 12 bis, rue des Lilas » in two.
fn numbered(address: &str) -> (String, String) {
    let end = address
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(address.len());
    let (number, rest) = address.split_at(end);
    let rest = rest.trim_start_matches([',', ' ']);
    if number.is_empty() || rest.is_empty() {
        return (String::new(), address.to_owned());
    }
    for suffix in ["bis", "ter"] {
        if let Some(street) = rest
            .strip_prefix(suffix)
            .filter(|street| street.starts_with([' ', ',']))
        {
            return (
                format!("{number} {suffix}"),
                street.trim_start_matches([',', ' ']).to_owned(),
            );
        }
    }
    (number.to_owned(), rest.to_owned())
}

/// Two names in one cell: the first word, and the rest. Which is the first name does not matter to a comparison that sees
/// through exchanged names.
fn parted(name: &str) -> (String, String) {
    match name.split_once(' ') {
        Some((one, rest)) => (one.to_owned(), rest.trim().to_owned()),
        None => (String::new(), name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{numbered, parted, slot_of};

    #[test]
    fn headers_are_known_however_they_are_written() {
        for header in [
            "NOM",
            "Prénom",
            "E-mail",
            "Tél.",
            "Code Postal",
            "Né(e) le",
            "N° client",
            "date_of_birth",
        ] {
            assert!(slot_of(header).is_some(), "{header}");
        }
        for header in ["Chiffre d’affaires", "", "Commentaire"] {
            assert!(slot_of(header).is_none(), "{header}");
        }
    }

    #[test]
    fn an_address_and_a_name_in_one_cell_are_parted() {
        let two = |(one, other): (String, String)| format!("{one}|{other}");
        assert_eq!(two(numbered("12 bis, rue des Lilas")), "12 bis|rue des Lilas");
        assert_eq!(two(numbered("4, rue des Lilas")), "4|rue des Lilas");
        assert_eq!(two(numbered("Le Bourg")), "|Le Bourg");
        assert_eq!(two(parted("Le Goff Yann")), "Le|Goff Yann");
    }
}
