//! Where a letter goes: the address block of NF Z10-011, six lines of 38 characters at most, the last one in capitals
//! without accents nor punctuation.

use crate::records::Values;
use crate::values::Value;

/// The longest line.
const LONGEST: usize = 38;

/// The lines of an address that are not empty, from the person to the town.
pub(crate) fn address_block(customer: &Values, civility: Option<&str>) -> Vec<String> {
    let text = |key: &str| customer.get(key).and_then(Value::text).unwrap_or_default().trim();
    let whom = if text("kind") == "company" {
        [text("legal_name"), text("trade_name")]
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default()
            .to_owned()
    } else {
        together(&[
            civility.unwrap_or_default(),
            text("first_name"),
            text("last_name"),
        ])
    };
    let street = together(&[text("street_number"), text("street")]);
    let town = capitals(&together(&[text("postcode"), text("town")]));
    [whom, text("address_extra").to_owned(), street, town]
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| shortened(&line))
        .collect()
}

fn together(parts: &[&str]) -> String {
    let kept: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    kept.join(" ")
}

/// What sorting machines read: `SAINT MALO`, no accent, no hyphen, no apostrophe.
fn capitals(line: &str) -> String {
    crate::values::fold(line).to_uppercase()
}

/// A line that is too long loses whole words at its end, then letters.
fn shortened(line: &str) -> String {
    let mut kept = String::new();
    for word in line.split_whitespace() {
        let longer = kept.chars().count() + usize::from(!kept.is_empty()) + word.chars().count();
        if longer > LONGEST {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    if kept.is_empty() {
        kept = line.chars().take(LONGEST).collect();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).into()))
            .collect()
    }

    #[test]
    fn a_block_goes_from_the_person_to_the_town_in_capitals() {
        let person = values(&[
            ("kind", "person"),
            ("first_name", "Anaïs"),
            ("last_name", "Le Goff"),
            ("street_number", "12 bis"),
            ("street", "rue de l’Église"),
            ("address_extra", "Bâtiment B"),
            ("postcode", "35400"),
            ("town", "Saint-Malo"),
        ]);
        assert_eq!(
            address_block(&person, Some("Mme")),
            [
                "Mme Anaïs Le Goff",
                "Bâtiment B",
                "12 bis rue de l’Église",
                "35400 SAINT MALO"
            ]
        );
        let firm = values(&[
            ("kind", "company"),
            ("trade_name", "Menuiserie Roche"),
            ("town", "Lyon"),
            ("postcode", "69007"),
        ]);
        assert_eq!(address_block(&firm, None), ["Menuiserie Roche", "69007 LYON"]);
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_the_norm_allows(first in "\\PC{0,60}", last in "\\PC{0,60}", street in "\\PC{0,120}", town in "\\PC{0,80}") {
            let person = values(&[("kind", "person"), ("first_name", &first), ("last_name", &last), ("street", &street), ("town", &town)]);
            let block = address_block(&person, Some("M."));
            prop_assert!(block.len() <= 6 && block.iter().all(|line| line.chars().count() <= 38));
        }
    }
}
