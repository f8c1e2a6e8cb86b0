//! What was typed, understood word by word.

use crate::store::mark;
use crate::values::{digits_of, plate, vin, words};

/// One thing to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// A word of a name or a town: its beginning is enough, a slip is forgiven.
    Word(String),
    /// A number, a plate, a chassis: its beginning is enough, exact.
    Mark(String),
}

impl Term {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Mark(text) => text,
        }
    }
}

/// Understands a text typed in the search box.
pub(crate) fn understand(text: &str) -> Vec<Term> {
    let whole = text.trim();
    if let Some(known) = whole_mark(whole) {
        return vec![Term::Mark(known)];
    }
    let mut terms = Vec::new();
    let mut digits = String::new();
    for piece in words(whole) {
        // `06 39 98` is the beginning of one number, `35000 06` is a postcode and the beginning of another.
        if piece.bytes().all(|b| b.is_ascii_digit()) && digits.len() != 5 {
            digits.push_str(&piece);
            continue;
        }
        close_number(&mut digits, &mut terms);
        if piece.bytes().all(|b| b.is_ascii_digit()) {
            digits = piece;
        } else if piece.bytes().any(|b| b.is_ascii_digit()) {
            terms.push(Term::Mark(piece));
        } else {
            terms.push(Term::Word(piece));
        }
    }
    close_number(&mut digits, &mut terms);
    terms
}

fn close_number(digits: &mut String, terms: &mut Vec<Term>) {
    if !digits.is_empty() {
        let number = std::mem::take(digits);
        // `33639…` and `0033639…` are written `0639…` here.
        let national = number
            .strip_prefix("0033")
            .or_else(|| number.strip_prefix("33").filter(|rest| rest.len() >= 4));
        terms.push(Term::Mark(national.map_or_else(
            || number.clone(),
            |rest| format!("0{}", rest.trim_start_matches('0')),
        )));
    }
}

/// A text that is one number, plate or chassis as a whole.
fn whole_mark(text: &str) -> Option<String> {
    if text.len() >= 8
        && let Some(digits) = digits_of(text)
    {
        return Some(digits.trim_start_matches('+').to_owned());
    }
    // A mail typed as such is one mark: its words alone (« contact », « example ») are everybody's.
    if text.contains('@') && !text.contains(char::is_whitespace) {
        return Some(mark(text)).filter(|mark| !mark.is_empty());
    }
    if let Some(plate) = plate(text) {
        return Some(mark(&plate));
    }
    if let Some(vin) = vin(text) {
        return Some(mark(&vin));
    }
    // `FA-2026-00042`, `C 00042`: letters and digits held together by signs, no sentence.
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let one_piece =
        !text.contains(char::is_whitespace) && text.contains(['-', '/', '.', '_']) && !text.contains('@');
    (one_piece && digits >= 3 && letters <= 6).then(|| mark(text))
}

/// The FTS5 expression for rows that hold every word typed, each from its beginning.
pub(crate) fn quick_match(text: &str) -> Option<String> {
    let terms = understand(text);
    (!terms.is_empty()).then(|| {
        terms
            .iter()
            .map(|term| beginning(term.text()))
            .collect::<Vec<_>>()
            .join(" AND ")
    })
}

/// `"dup" *`: rows with a word that begins so. Words hold letters and digits only, nothing to escape.
pub(crate) fn beginning(word: &str) -> String {
    format!("\"{word}\" *")
}

#[cfg(test)]
mod tests {
    use super::Term::{Mark, Word};
    use super::*;

    #[test]
    fn what_is_typed_is_understood() {
        let check = |text: &str, expected: &[Term]| assert_eq!(understand(text), expected, "{text}");
        check("Lefèvre Marie", &[Word("lefevre".into()), Word("marie".into())]);
        check("06.39.98.12.34", &[Mark("0639981234".into())]);
        check("+33 6 39 98 12 34", &[Mark("0639981234".into())]);
        check("06 39 98", &[Mark("063998".into())]);
        check("dupont 06 39", &[Word("dupont".into()), Mark("0639".into())]);
        check("35000 dupont", &[Mark("35000".into()), Word("dupont".into())]);
        check("xa-123-bc", &[Mark("xa123bc".into())]);
        check("xa 123 bc", &[Mark("xa123bc".into())]);
        check("APV-2026-00042", &[Mark("apv202600042".into())]);
        check("marie.lefevre@x.example", &[Mark("marielefevrexexample".into())]);
        check("Jean-Pierre", &[Word("jean".into()), Word("pierre".into())]);
        check("  ", &[]);
        check("\"*)(", &[]);
    }
}
