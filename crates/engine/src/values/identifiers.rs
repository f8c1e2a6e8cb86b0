//! Identifiers with a form of their own: postcodes, plates, chassis numbers, SIREN, SIRET, NAF codes, mail addresses.

/// A French postcode: five digits of an existing department block (01 to 98).
#[must_use]
pub fn postcode(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let well_formed = digits.len() == 5
        && digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with("00")
        && !digits.starts_with("99")
        && !digits.starts_with("96");
    well_formed.then_some(digits)
}

/// A plate of the present system, `AB-123-CD`, or of the one before 2009, `1234 AB 35`, in its usual writing.
///
/// Letters I, O and U do not exist in the present system, nor does the block SS, nor WW on the left.
#[must_use]
pub fn plate(text: &str) -> Option<String> {
    let bare: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_uppercase();
    siv_plate(&bare).or_else(|| fni_plate(&bare))
}

fn siv_plate(bare: &str) -> Option<String> {
    if bare.len() != 7 {
        return None;
    }
    let (left, rest) = bare.split_at(2);
    let (digits, right) = rest.split_at(3);
    let letters = |block: &str| {
        block
            .bytes()
            .all(|b| b.is_ascii_uppercase() && !b"IOU".contains(&b))
            && block != "SS"
    };
    let well_formed = letters(left)
        && left != "WW"
        && letters(right)
        && digits != "000"
        && digits.bytes().all(|b| b.is_ascii_digit());
    well_formed.then(|| format!("{left}-{digits}-{right}"))
}

fn fni_plate(bare: &str) -> Option<String> {
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let letters = bare
        .bytes()
        .skip(digits)
        .take_while(u8::is_ascii_uppercase)
        .count();
    let department = bare.get(digits + letters..)?;
    let known_department = matches!(department, "2A" | "2B")
        || (matches!(department.len(), 2 | 3)
            && department.bytes().all(|b| b.is_ascii_digit())
            && department != "00");
    let corsican = letters > 0 && known_department;
    ((1..=4).contains(&digits) && (1..=3).contains(&letters) && corsican).then(|| {
        format!(
            "{} {} {department}",
            &bare[..digits],
            &bare[digits..digits + letters]
        )
    })
}

/// A chassis number: seventeen letters and digits without I, O or Q (ISO 3779).
#[must_use]
pub fn vin(text: &str) -> Option<String> {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect::<String>()
        .to_uppercase();
    let well_formed = bare.len() == 17
        && bare
            .bytes()
            .all(|b| (b.is_ascii_uppercase() || b.is_ascii_digit()) && !b"IOQ".contains(&b));
    well_formed.then_some(bare)
}

/// Nine digits whose Luhn key is right.
#[must_use]
pub fn siren_is_valid(digits: &str) -> bool {
    digits.len() == 9 && luhn(digits)
}

/// Fourteen digits whose Luhn key is right; La Poste's establishments follow a rule of their own.
#[must_use]
pub fn siret_is_valid(digits: &str) -> bool {
    if digits.len() != 14 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = digits.bytes().map(|b| u32::from(b - b'0')).sum();
    luhn(digits) || (digits.starts_with("356000000") && sum.is_multiple_of(5))
}

fn luhn(digits: &str) -> bool {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            match (place % 2, digit * 2) {
                (0, _) => digit,
                (_, doubled) if doubled > 9 => doubled - 9,
                (_, doubled) => doubled,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// An activity code: four digits and a letter, `45.11Z`.
#[must_use]
pub fn naf_code(text: &str) -> Option<String> {
    let bare: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_uppercase();
    let bytes = bare.as_bytes();
    let well_formed = bytes.len() == 5
        && bytes.iter().take(4).all(u8::is_ascii_digit)
        && bytes.last().is_some_and(u8::is_ascii_uppercase);
    well_formed.then(|| format!("{}.{}", &bare[..2], &bare[2..]))
}

/// A mail address as people mean it: one `@`, something before, a dotted domain after, no blank.
#[must_use]
pub fn mail_is_well_formed(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let label = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let local_is_fine = !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b));
    let labels: Vec<&str> = domain.split('.').collect();
    local_is_fine
        && labels.len() >= 2
        && labels.iter().all(|part| label(part))
        && labels
            .last()
            .is_some_and(|top| top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plates() {
        assert_eq!(plate("xa123bc").as_deref(), Some("XA-123-BC"));
        assert_eq!(plate("XA 123 BC").as_deref(), Some("XA-123-BC"));
        assert_eq!(plate("1234ab35").as_deref(), Some("1234 AB 35"));
        assert_eq!(plate("12 ABC 2A").as_deref(), Some("12 ABC 2A"));
        for wrong in [
            "",
            "XO-123-BC",
            "XA-000-BC",
            "SS-123-BC",
            "WW-123-AA",
            "XA-12-BC",
            "AB",
        ] {
            assert_eq!(plate(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn chassis_numbers() {
        assert_eq!(vin("vf1anfah0r1712391").as_deref(), Some("VF1ANFAH0R1712391"));
        assert_eq!(vin("VF1ANFAH0R171239"), None);
        assert_eq!(vin("VF1ANFAH0O1712391"), None);
    }

    #[test]
    fn company_numbers() {
        assert!(siren_is_valid("000156141"));
        assert!(!siren_is_valid("000156142"));
        assert!(siret_is_valid("00015614100012"));
        assert!(!siret_is_valid("00015614100013"));
        assert!(siret_is_valid("35600000000048") || siret_is_valid("35600000049837"));
        assert_eq!(naf_code("4511z").as_deref(), Some("45.11Z"));
        assert_eq!(naf_code("45.11"), None);
    }

    #[test]
    fn addresses() {
        assert_eq!(postcode("35 000").as_deref(), Some("35000"));
        assert_eq!(postcode("3500"), None);
        assert_eq!(postcode("00100"), None);
        assert!(mail_is_well_formed("marie.lefevre@messagerie.example"));
        for wrong in [
            "",
            "marie",
            "marie@",
            "marie@x",
            "ma rie@x.fr",
            "a@@b.fr",
            "a@b,com",
            "a@b..fr",
            ".a@b.fr",
        ] {
            assert!(!mail_is_well_formed(wrong), "{wrong}");
        }
    }
}
