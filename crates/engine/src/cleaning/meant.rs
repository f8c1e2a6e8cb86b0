//! What was meant by a value that is wrong, when it can only have been one thing.

use crate::coherence::{is_bad_mail, slips};
use crate::content::words::grammar;
use crate::values;

/// Most slips of the keyboard in the host of a mail.
const HOST_SLIPS: usize = 2;

/// An address without blanks, commas or doubled signs, whose host is one that many use.
pub(super) fn mail(text: &str) -> Option<String> {
    let tidy: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let mut meant = tidy.replace(',', ".").trim_end_matches(['.', ';']).to_owned();
    while meant.contains("@@") {
        meant = meant.replace("@@", "@");
    }
    if !meant.contains('@') {
        let host = grammar()
            .mail_hosts
            .iter()
            .find(|host| meant.ends_with(host.as_str()))?;
        meant.insert(meant.len() - host.len(), '@');
    }
    let (local, host) = meant.split_once('@')?;
    let host = host.to_lowercase().replace("..", ".");
    let meant = format!("{local}@{}", usual_host(&host).unwrap_or(host));
    (meant != text && !is_bad_mail(&meant)).then_some(meant)
}

/// The one host that many use and that this is a slip away from.
fn usual_host(host: &str) -> Option<String> {
    let hosts = &grammar().mail_hosts;
    if hosts.iter().any(|known| known == host) {
        return None;
    }
    let near: Vec<&String> = hosts
        .iter()
        .filter(|known| slips(host, known, HOST_SLIPS) <= HOST_SLIPS)
        .collect();
    match near[..] {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// A number in its usual writing: letters that stand for digits, the nought that a spreadsheet drops, a prefix without
/// its sign.
pub(super) fn phone(text: &str) -> Option<String> {
    let digits = with_digits(text);
    let bare: String = digits.chars().filter(char::is_ascii_digit).collect();
    let only_signs = digits
        .chars()
        .all(|sign| sign.is_ascii_digit() || " .-_/()".contains(sign));
    let read = values::phone(&digits);
    let meant = read.or_else(|| match bare.len() {
        9 if only_signs && !bare.starts_with('0') => values::phone(&format!("0{bare}")),
        11 if only_signs && bare.starts_with("33") => values::phone(&format!("+{bare}")),
        _ => None,
    });
    meant.filter(|meant| meant != text)
}

/// O for a nought, I or L for a one.
fn with_digits(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            'O' | 'o' => '0',
            'I' | 'l' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// A plate in its usual writing, digits in the place of digits.
pub(super) fn plate(text: &str) -> Option<String> {
    let bare: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_uppercase();
    let meant = values::plate(text).or_else(|| {
        let digits = bare.get(2..5).filter(|_| bare.len() == 7)?;
        values::plate(&format!("{}{}{}", &bare[..2], with_digits(digits), &bare[5..]))
    });
    meant.filter(|meant| meant != text)
}

/// A chassis number in its usual writing: O and I are never letters of one.
pub(super) fn vin(text: &str) -> Option<String> {
    let upper = text.to_uppercase();
    let meant = values::vin(&upper).or_else(|| values::vin(&upper.replace('O', "0").replace('I', "1")));
    meant.filter(|meant| meant != text)
}

/// A postcode without blanks, with the nought that a spreadsheet drops.
pub(super) fn postcode(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let meant = values::postcode(&bare).or_else(|| {
        let short = bare.len() == 4 && bare.bytes().all(|digit| digit.is_ascii_digit());
        values::postcode(&format!("0{bare}")).filter(|_| short)
    });
    meant.filter(|meant| meant != text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_mended_when_it_can_only_be_one() {
        for wrong in [
            "a.martin@messagerie,example",
            "a.martin @ messagerie.example",
            "a.martin@@messagerie.example",
            "a.martinmessagerie.example",
            "a.martin@mesagerie.example",
            "a.martin@messagerie.exmaple",
            "a.martin@Messagerie.example.",
        ] {
            assert_eq!(
                mail(wrong).as_deref(),
                Some("a.martin@messagerie.example"),
                "{wrong}"
            );
        }
        for left in [
            "a.martin@",
            "martin",
            "@messagerie.example",
            "a@martin@messagerie.example",
            "a.martin@boulangerie",
        ] {
            assert_eq!(mail(left), None, "{left}");
        }
    }

    #[test]
    fn a_number_is_mended_when_no_digit_is_to_be_guessed() {
        for wrong in [
            "06.39.98.12.34",
            "+33639981234",
            "0639981234",
            "639981234",
            "33639981234",
            "06 39 98 I2 34",
            "O6 39 98 12 34",
        ] {
            assert_eq!(phone(wrong).as_deref(), Some("06 39 98 12 34"), "{wrong}");
        }
        for left in ["06 39 98 12 3", "06 39 98 12 34 7", "06 39 98 12 34", "bureau"] {
            assert_eq!(phone(left), None, "{left}");
        }
    }

    #[test]
    fn plates_and_chassis_numbers_are_mended_where_letters_cannot_stand() {
        assert_eq!(plate("xa 123 bc").as_deref(), Some("XA-123-BC"));
        assert_eq!(plate("XA-1O3-BC").as_deref(), Some("XA-103-BC"));
        assert_eq!(plate("XI-123-BC"), None);
        assert_eq!(plate("XA-123-BC"), None);
        assert_eq!(vin("vf1anfah0r1712391").as_deref(), Some("VF1ANFAH0R1712391"));
        assert_eq!(vin("VF1ANFAH0RO712391").as_deref(), Some("VF1ANFAH0R0712391"));
        assert_eq!(vin("VF1ANFAH0R171239"), None);
    }

    #[test]
    fn a_postcode_gets_its_nought_back() {
        assert_eq!(postcode("1000").as_deref(), Some("01000"));
        assert_eq!(postcode("35 000").as_deref(), Some("35000"));
        assert_eq!(postcode("35000"), None);
        assert_eq!(postcode("350"), None);
    }
}
