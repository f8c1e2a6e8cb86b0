//! Telephone numbers, in whatever way they are typed.

/// The ten national digits of a French number typed in any usual way, or `+` and the digits of a foreign one.
///
/// `06.39.98.12.34`, `+33 6 39 98 12 34`, `0033639981234` and `(0)6 39 98 12 34` all give `0639981234`.
#[must_use]
pub fn digits_of(text: &str) -> Option<String> {
    let international = text.trim_start().starts_with('+');
    if !text
        .chars()
        .all(|c| c.is_ascii_digit() || " .-_/()+\u{a0}\u{202f}".contains(c))
    {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let after_prefix = if international {
        Some(digits.as_str())
    } else {
        digits.strip_prefix("00")
    };
    let national = match after_prefix {
        Some(rest) => match rest.strip_prefix("33") {
            Some(french) => format!("0{}", french.trim_start_matches('0')),
            None if (7..=14).contains(&rest.len()) => return Some(format!("+{rest}")),
            None => return None,
        },
        None => digits,
    };
    let well_formed = national.len() == 10 && national.starts_with('0') && !national.starts_with("00");
    well_formed.then_some(national)
}

/// The way a number is kept and read: `06 39 98 12 34`, or `+32 470123456` without its space for a foreign one.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let digits = digits_of(text)?;
    if digits.starts_with('+') {
        return Some(digits);
    }
    let pairs: Vec<String> = digits
        .as_bytes()
        .chunks(2)
        .map(|pair| pair.iter().map(|b| char::from(*b)).collect())
        .collect();
    Some(pairs.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_way_of_typing_a_number_is_understood() {
        for typed in [
            "06 39 98 12 34",
            "0639981234",
            "06.39.98.12.34",
            "+33 6 39 98 12 34",
            "+33639981234",
            "0033 6 39 98 12 34",
            "+33 (0)6 39 98 12 34",
            "06-39-98-12-34",
        ] {
            assert_eq!(phone(typed).as_deref(), Some("06 39 98 12 34"), "{typed}");
        }
        assert_eq!(phone("+32 470 12 34 56").as_deref(), Some("+32470123456"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in [
            "",
            "06 39 98 12",
            "06 39 98 12 345",
            "abc",
            "00 39",
            "06 39 98 12 3O",
        ] {
            assert_eq!(phone(typed), None, "{typed}");
        }
    }
}
