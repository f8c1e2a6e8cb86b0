//! Numbers, plates and addresses that look right and reach nobody (ranges kept for fiction).
//!
//! Each is a permutation of a record's number: distinct until the range is used up, then used again. There are ten
//! thousand fictional mobiles, half for customers and half for contacts and leads; ten thousand landlines a region;
//! 36 million plates; a hundred thousand SIREN.

use crate::values::fold;

/// Landline blocks of the five regions, in order.
const LANDLINES: [&str; 5] = ["0199 00", "0261 91", "0353 01", "0465 71", "0536 49"];
const MOBILE: &str = "0639 98";
/// The first numbers of each block are the dealership's own.
const KEPT: u64 = 100;
/// How many mobiles there are for customers: those of two records so far apart are the same.
pub(super) const MOBILES: u32 = 4_950;
const PLATE_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRSTVWXYZ";
/// Codes of model years from 2010 on (ISO 3779 as used by makers): no I, O, Q, U, Z, 0.
const YEAR_CODES: &[u8; 30] = b"ABCDEFGHJKLMNPRSTVWXY123456789";

/// The mobile of a customer, by its number.
pub(super) fn customer_mobile(customer: u64, seed: u64) -> String {
    mobile(customer * 2, seed)
}

/// The mobile of a contact or a lead, by a number of its own.
pub(super) fn contact_mobile(contact: u64, seed: u64) -> String {
    mobile(contact * 2 + 1, seed)
}

fn mobile(number: u64, seed: u64) -> String {
    // 9 900 numbers are even in count: parity keeps customers and contacts apart.
    let spread = (number % 9_900 * 6_131 + seed % 4_950 * 2) % 9_900 + KEPT;
    spaced(MOBILE, spread)
}

/// A landline of a region of France, 1 to 5.
pub(super) fn landline(region: u8, number: u64, seed: u64) -> String {
    let block = LANDLINES
        .get(usize::from(region.max(1)) - 1)
        .copied()
        .unwrap_or(LANDLINES[0]);
    spaced(block, (number % 9_900 * 7_127 + seed % 9_900) % 9_900 + KEPT)
}

fn spaced(block: &str, number: u64) -> String {
    let digits: String =
        block.chars().filter(char::is_ascii_digit).collect::<String>() + &format!("{number:04}");
    let pairs: Vec<&str> = (0..5)
        .filter_map(|pair| digits.get(pair * 2..pair * 2 + 2))
        .collect();
    pairs.join(" ")
}

/// A plate whose left block begins with X, Y or Z: not reached for decades.
pub(crate) fn plate(number: u64, seed: u64) -> String {
    const RIGHT: u64 = 23 * 23 - 1;
    const ALL: u64 = 69 * 999 * RIGHT;
    let spread = (number % ALL * 15_485_863 + seed % 1_000_003) % ALL;
    let (left, rest) = (spread / (999 * RIGHT), spread % (999 * RIGHT));
    let (digits, right) = (rest / RIGHT + 1, rest % RIGHT);
    // SS does not exist: the block after it takes its place.
    let right = if right >= 16 * 23 + 16 { right + 1 } else { right };
    let letter = |place: u64| char::from(PLATE_LETTERS[(place % 23) as usize]);
    let first = char::from(b"XYZ"[(left / 23 % 3) as usize]);
    format!(
        "{first}{}-{digits:03}-{}{}",
        letter(left),
        letter(right / 23),
        letter(right)
    )
}

/// A chassis number with the maker's true first letters and `ANFA` where the model stands.
pub(crate) fn vin(wmi: &str, year: i32, number: u64) -> String {
    let code = char::from(YEAR_CODES[(year - 2010).rem_euclid(30) as usize]);
    let series = char::from(PLATE_LETTERS[(number / 1_000_000 % 16) as usize]);
    let spread = (number * 104_729 + 712_391) % 1_000_000;
    format!("{wmi}ANFA{series}0{code}1{spread:06}")
}

/// A SIREN that begins with 000, with a right key.
pub(super) fn siren(number: u64, seed: u64) -> String {
    let body = format!("000{:05}", (number % 100_000 * 61_583 + seed % 99_991) % 100_000);
    let key = luhn_key(&body);
    format!("{body}{key}")
}

/// The SIRET of an establishment of a SIREN.
pub(super) fn siret(siren: &str, establishment: u32) -> String {
    let body = format!("{siren}{establishment:04}");
    let key = luhn_key(&body);
    format!("{body}{key}")
}

fn luhn_key(body: &str) -> u32 {
    let sum: u32 = body
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte.saturating_sub(b'0'));
            if place % 2 == 1 {
                digit
            } else if digit > 4 {
                digit * 2 - 9
            } else {
                digit * 2
            }
        })
        .sum();
    (10 - sum % 10) % 10
}

/// Letters, digits and dots of a name, as they stand in a mail address: `Jean-François Le Gall` gives `jeanfrancois.legall`.
pub(super) fn mail_name(first: &str, last: &str, shape: usize, birth_year: i32) -> String {
    let (first, last) = (slug(first), slug(last));
    let initial: String = first.chars().take(1).collect();
    match shape {
        0 => format!("{first}{last}{:02}", birth_year.rem_euclid(100)),
        1 => format!("{initial}.{last}{:02}", birth_year.rem_euclid(100)),
        2 => format!("{last}.{first}"),
        3 => format!("{first}.{last}{:02}", birth_year.rem_euclid(100)),
        _ => format!("{first}.{last}"),
    }
}

/// Lower-case letters and digits only.
pub(super) fn slug(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values;
    use std::collections::BTreeSet;

    #[test]
    fn numbers_are_distinct_well_formed_and_fictional() {
        let mobiles: BTreeSet<String> = (0..4_900)
            .flat_map(|n| [customer_mobile(n, 2026), contact_mobile(n, 2026)])
            .collect();
        assert_eq!(mobiles.len(), 9_800);
        assert!(mobiles.iter().all(|number| number.starts_with("06 39 98 ")
            && number.len() == 14
            && number.as_str() >= "06 39 98 01 00"));
        assert!((0..50).all(|n| landline(2, n, 1).starts_with("02 61 91 ")));
        let plates: BTreeSet<String> = (0..20_000).map(|n| plate(n, 2026)).collect();
        assert_eq!(plates.len(), 20_000);
        for known in &plates {
            assert_eq!(values::plate(known).as_deref(), Some(known.as_str()));
            assert!(["X", "Y", "Z"].iter().any(|first| known.starts_with(first)));
        }
    }

    #[test]
    fn firms_and_chassis_have_right_keys() {
        let sirens: BTreeSet<String> = (0..5_000).map(|n| siren(n, 2026)).collect();
        assert_eq!(sirens.len(), 5_000);
        assert!(
            sirens
                .iter()
                .all(|siren| values::siren_is_valid(siren) && values::siret_is_valid(&siret(siren, 2)))
        );
        let vins: BTreeSet<String> = (0..5_000).map(|n| vin("VF1", 2024, n)).collect();
        assert_eq!(vins.len(), 5_000);
        assert!(vins.iter().all(
            |known| values::vin(known).as_deref() == Some(known.as_str()) && known.starts_with("VF1ANFA")
        ));
    }

    #[test]
    fn a_mail_name_is_made_of_plain_letters() {
        assert_eq!(
            mail_name("Jean-François", "Le Gall", 9, 1970),
            "jeanfrancois.legall"
        );
        assert_eq!(mail_name("Éloïse", "Guérin", 1, 1970), "e.guerin70");
    }
}
