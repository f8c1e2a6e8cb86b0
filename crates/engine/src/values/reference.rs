//! References of records: short, stable texts such as `C00042`.

/// The reference of a record: its entity's prefix and its id on at least five digits.
#[must_use]
pub fn format_reference(prefix: &str, id: i64) -> String {
    format!("{prefix}{id:05}")
}

/// The prefix and the id of a reference, whatever its case.
#[must_use]
pub fn parse_reference(reference: &str) -> Option<(String, i64)> {
    let digits_at = reference.find(|c: char| c.is_ascii_digit())?;
    let (prefix, digits) = reference.split_at(digits_at);
    if prefix.is_empty()
        || !prefix.bytes().all(|b| b.is_ascii_alphabetic())
        || digits.len() > 15
        || !digits.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let id: i64 = digits.parse().ok()?;
    (id > 0).then(|| (prefix.to_uppercase(), id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_go_there_and_back() {
        assert_eq!(format_reference("C", 42), "C00042");
        assert_eq!(parse_reference("c00042"), Some(("C".to_owned(), 42)));
        assert_eq!(parse_reference("C1234567"), Some(("C".to_owned(), 1_234_567)));
        for wrong in ["", "C", "42", "C-1", "C00000", "C4x", "C9999999999999999"] {
            assert_eq!(parse_reference(wrong), None, "{wrong}");
        }
    }
}
