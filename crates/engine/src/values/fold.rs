//! French text compared as people do: accents, case and punctuation aside.

use std::cmp::Ordering;

/// Lower case, without accents, ligatures opened, everything that is neither letter nor digit turned into one space.
///
/// ```text
/// "Lefèvre-Dœuf, D'Arc" -> "lefevre doeuf d arc"
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match fold_char(character) {
            Folded::One(c) => folded.push(c),
            Folded::Two(a, b) => folded.extend([a, b]),
            Folded::Nothing => {}
            Folded::Break => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The folded words of a text, in order.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The order of a French list: `Élodie` between `Eliott` and `Emma`; `RENNES` and `Rennes` are the same, as are all texts
/// that [`fold`] to the same.
#[must_use]
pub fn compare_french(left: &str, right: &str) -> Ordering {
    let from = known_the_same(left.as_bytes(), right.as_bytes());
    // Most texts part on a plain letter, which is its own key.
    if let (Some(one), Some(other)) = (plain_key(left, from), plain_key(right, from))
        && one != other
    {
        return one.cmp(&other);
    }
    let mut left_keys = keys(&left[from..], from > 0);
    let mut right_keys = keys(&right[from..], from > 0);
    loop {
        match (left_keys.next(), right_keys.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(a), Some(b)) if a != b => return a.cmp(&b),
            _ => {}
        }
    }
}

/// A plain letter or digit, in lower case, at a place of a text.
fn plain_key(text: &str, place: usize) -> Option<u8> {
    let byte = text.as_bytes().get(place)?;
    byte.is_ascii_alphanumeric().then(|| byte.to_ascii_lowercase())
}

/// Bytes at the head of both texts that need not be looked at: the same, up to a plain letter or digit. Sorting a list
/// compares neighbours, and they begin alike.
fn known_the_same(left: &[u8], right: &[u8]) -> usize {
    let same = left
        .iter()
        .zip(right)
        .take_while(|(one, other)| one == other)
        .count();
    // A mark that follows may belong to the letter before it: that changes neither text's keys so far.
    let plain = left[..same].iter().rposition(u8::is_ascii_alphanumeric);
    plain.map_or(0, |last| last + 1)
}

/// The letters and digits of the folded text, one space between words: what [`fold`] gives, without writing it down.
/// `begun`: a letter came before.
fn keys(text: &str, mut begun: bool) -> impl Iterator<Item = char> {
    let mut broken = false;
    text.chars().flat_map(move |character| {
        let pair = match fold_char(character) {
            Folded::One(c) => [Some(c), None],
            Folded::Two(a, b) => [Some(a), Some(b)],
            Folded::Nothing => return [None, None, None].into_iter().flatten(),
            Folded::Break => {
                broken = begun;
                return [None, None, None].into_iter().flatten();
            }
        };
        let space = broken.then_some(' ');
        (begun, broken) = (true, false);
        [space, pair[0], pair[1]].into_iter().flatten()
    })
}

enum Folded {
    One(char),
    Two(char, char),
    Nothing,
    Break,
}

fn fold_char(character: char) -> Folded {
    if character.is_ascii() {
        return match character {
            'a'..='z' | '0'..='9' => Folded::One(character),
            'A'..='Z' => Folded::One(character.to_ascii_lowercase()),
            _ => Folded::Break,
        };
    }
    match character {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => Folded::One('a'),
        'ç' | 'Ç' | 'ć' | 'č' => Folded::One('c'),
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' | 'ě' => Folded::One('e'),
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => Folded::One('i'),
        'ñ' | 'Ñ' | 'ń' => Folded::One('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ø' => Folded::One('o'),
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => Folded::One('u'),
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => Folded::One('y'),
        'š' | 'Š' | 'ś' => Folded::One('s'),
        'ž' | 'Ž' | 'ż' | 'ź' => Folded::One('z'),
        'ł' | 'Ł' => Folded::One('l'),
        'œ' | 'Œ' => Folded::Two('o', 'e'),
        'æ' | 'Æ' => Folded::Two('a', 'e'),
        'ß' => Folded::Two('s', 's'),
        // Combining marks: an accent typed apart from its letter.
        '\u{300}'..='\u{36f}' => Folded::Nothing,
        other if other.is_alphanumeric() => other.to_lowercase().next().map_or(Folded::Break, Folded::One),
        _ => Folded::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_accents_case_and_punctuation() {
        assert_eq!(fold("Lefèvre-Dœuf, D’Arc "), "lefevre doeuf d arc");
        assert_eq!(fold("  ÇA  va ? "), "ca va");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
    }

    proptest::proptest! {
        #[test]
        fn two_texts_are_the_same_when_they_fold_to_the_same(left in "[ a-cÀ-Ïé.’-]{0,8}", right in "[ a-cÀ-Ïé.’-]{0,8}") {
            proptest::prop_assert_eq!(compare_french(&left, &right), fold(&left).cmp(&fold(&right)));
        }
    }

    #[test]
    fn the_order_is_that_of_a_french_list() {
        let mut names = [
            "Émile", "Zoé", "Emma", "eliott", "Élodie", "Œuvrard", "Odile", "Olga",
        ];
        names.sort_by(|a, b| compare_french(a, b));
        assert_eq!(
            names,
            [
                "eliott", "Élodie", "Émile", "Emma", "Odile", "Œuvrard", "Olga", "Zoé"
            ]
        );
    }
}
