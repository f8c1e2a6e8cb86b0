//! What a text costs as an SMS: the letters of GSM 03.38 or UCS-2, how many messages, what forces the dearer alphabet.

use crate::content::messages::rules;
use serde::Serialize;

/// A text measured as an SMS.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct SmsMeasure {
    /// `gsm` (7 bits) or `ucs2` (16 bits).
    pub(crate) alphabet: SmsAlphabet,
    /// Characters as the network counts them: `€`, `[` and a few others count for two.
    pub(crate) units: usize,
    /// Messages that are paid.
    pub(crate) segments: usize,
    /// What is left in the last one.
    pub(crate) left: usize,
    /// Characters that one message, or one of several, takes.
    pub(crate) room: usize,
    /// Hundredths of a cent.
    #[cfg_attr(test, ts(type = "number"))]
    pub(crate) cost: i64,
    /// The characters that force the dearer alphabet, each once.
    pub(crate) forced_by: Vec<String>,
}

/// The alphabet of an SMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum SmsAlphabet {
    Gsm,
    Ucs2,
}

/// Measures a text.
pub(crate) fn measure(text: &str) -> SmsMeasure {
    let mut forced_by: Vec<String> = Vec::new();
    for letter in text.chars().filter(|letter| places(*letter).is_none()) {
        let letter = letter.to_string();
        if !forced_by.contains(&letter) {
            forced_by.push(letter);
        }
    }
    let (alphabet, widths, alone, joined): (_, Vec<usize>, _, _) = if forced_by.is_empty() {
        let widths = text.chars().filter_map(places).collect();
        (SmsAlphabet::Gsm, widths, 160, 153)
    } else {
        (
            SmsAlphabet::Ucs2,
            text.chars().map(char::len_utf16).collect(),
            70,
            67,
        )
    };
    let units: usize = widths.iter().sum();
    let (segments, last) = if units <= alone {
        (1, units)
    } else {
        filled(&widths, joined)
    };
    let room = if segments == 1 { alone } else { joined };
    SmsMeasure {
        alphabet,
        units,
        segments,
        left: room - last,
        room,
        cost: rules().sms_cost * i64::try_from(segments).unwrap_or(i64::MAX),
        forced_by,
    }
}

/// The same text in letters of the basic table, as far as each has one that says the same.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        let found = rules().gsm.plain.iter().find(|(from, _)| from.contains(letter));
        match found {
            Some((_, to)) if places(letter).is_none() => plain.push_str(to),
            _ => plain.push(letter),
        }
    }
    plain
}

/// Places that a letter takes in the seven-bit alphabet; none when it has none.
fn places(letter: char) -> Option<usize> {
    if letter == '\n' || letter == '\r' || rules().gsm.basic.contains(letter) {
        Some(1)
    } else if rules().gsm.extended.contains(letter) {
        Some(2)
    } else {
        None
    }
}

/// Messages, and how full the last one is: a letter of two places is never cut.
fn filled(widths: &[usize], room: usize) -> (usize, usize) {
    let (mut segments, mut used) = (1, 0);
    for width in widths {
        if used + width > room {
            segments += 1;
            used = 0;
        }
        used += width;
    }
    (segments, used)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> (SmsAlphabet, usize, usize) {
        let found = measure(text);
        (found.alphabet, found.units, found.segments)
    }

    #[test]
    fn the_limits_are_160_153_and_70_67() {
        assert_eq!(told(&"a".repeat(160)), (SmsAlphabet::Gsm, 160, 1));
        assert_eq!(told(&"a".repeat(161)), (SmsAlphabet::Gsm, 161, 2));
        assert_eq!(told(&"a".repeat(306)), (SmsAlphabet::Gsm, 306, 2));
        assert_eq!(told(&"a".repeat(307)), (SmsAlphabet::Gsm, 307, 3));
        assert_eq!(told(&"ê".repeat(70)), (SmsAlphabet::Ucs2, 70, 1));
        assert_eq!(told(&"ê".repeat(71)), (SmsAlphabet::Ucs2, 71, 2));
        assert_eq!(told(&"ê".repeat(135)), (SmsAlphabet::Ucs2, 135, 3));
    }

    #[test]
    fn the_euro_takes_two_places_and_is_never_cut() {
        assert_eq!(told("10 €"), (SmsAlphabet::Gsm, 5, 1));
        // 152 letters, then a euro that does not fit in the place left, then as much again.
        let text = format!("{}€{}", "a".repeat(152), "b".repeat(152));
        assert_eq!(told(&text), (SmsAlphabet::Gsm, 306, 3));
    }

    #[test]
    fn what_forces_the_dear_alphabet_is_named_and_can_be_said_plainly() {
        let found = measure("L’été sera chaud, ça brûle… 🚗");
        assert_eq!(found.forced_by, ["’", "ç", "û", "…", "🚗"]);
        assert_eq!(
            plain("L’été sera chaud, ça brûle…"),
            "L'été sera chaud, ca brule..."
        );
        assert_eq!(measure(&plain("Forêt, cœur, « où »")).alphabet, SmsAlphabet::Gsm);
    }

    proptest! {
        #[test]
        fn a_longer_text_never_costs_less(text in "[a-zA-Zéèêç€ '’]{0,400}", more in "[a-zé€]{0,40}") {
            let (short, long) = (measure(&text), measure(&format!("{text}{more}")));
            prop_assert!(long.segments >= short.segments && long.units >= short.units);
            prop_assert!(short.left < short.room || short.units == 0);
        }
    }
}
