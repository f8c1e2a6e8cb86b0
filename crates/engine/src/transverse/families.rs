//! Which writings may be one value: the same once case, accents, spaces and signs are put aside; or, for a rare one, a
//! letter more, less, changed or swapped with its neighbour.

use super::{Family, Writing};
use crate::values::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Letters below which one of them more makes another word.
const SHORTEST: usize = 5;
/// How many times more numerous the writing is that a slip was made from.
const TIMES: i64 = 6;

/// A writing as it stands in the base.
pub(super) struct Spelling<'a> {
    pub(super) text: &'a str,
    pub(super) count: i64,
    /// The product holds it for a right one.
    pub(super) known: bool,
}

/// Writings with the same letters.
struct Word<'a> {
    letters: Vec<char>,
    count: i64,
    known: bool,
    spellings: Vec<&'a Spelling<'a>>,
}

/// The families of two writings or more, the most numerous first.
pub(super) fn families(spellings: &[Spelling]) -> Vec<Family> {
    let mut by_letters: BTreeMap<String, Vec<&Spelling>> = BTreeMap::new();
    for spelling in spellings {
        let letters = fold(spelling.text).replace(' ', "");
        if !letters.is_empty() {
            by_letters.entry(letters).or_default().push(spelling);
        }
    }
    let words: Vec<Word> = by_letters
        .into_iter()
        .map(|(letters, spellings)| Word {
            letters: letters.chars().collect(),
            count: spellings.iter().map(|spelling| spelling.count).sum(),
            known: spellings.iter().any(|spelling| spelling.known),
            spellings,
        })
        .collect();
    let slips = slips(&words);
    let mut joined: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (slip, usual) in &slips {
        joined.entry(*usual).or_default().push(*slip);
    }
    let mut families: Vec<Family> = (0..words.len())
        .filter(|place| !slips.contains_key(place))
        .filter_map(|place| family(&words, place, joined.get(&place).map_or(&[], Vec::as_slice)))
        .collect();
    families.sort_by(|left, right| {
        (right.sure.cmp(&left.sure))
            .then_with(|| records(right).cmp(&records(left)))
            .then_with(|| left.proposed.cmp(&right.proposed))
    });
    families
}

fn records(family: &Family) -> i64 {
    family.writings.iter().map(|writing| writing.count).sum()
}

fn family(words: &[Word], head: usize, joined: &[usize]) -> Option<Family> {
    let head = words.get(head)?;
    let mut all: Vec<&Spelling> = head.spellings.clone();
    all.extend(joined.iter().flat_map(|place| &words[*place].spellings));
    if all.len() < 2 {
        return None;
    }
    let best = head
        .spellings
        .iter()
        .max_by_key(|spelling| (spelling.known, spelling.count, std::cmp::Reverse(spelling.text)))?;
    let mut writings: Vec<Writing> = all
        .iter()
        .map(|spelling| Writing {
            value: spelling.text.to_owned(),
            count: spelling.count,
        })
        .collect();
    writings.sort_by(|left, right| {
        (right.value == best.text)
            .cmp(&(left.value == best.text))
            .then_with(|| right.count.cmp(&left.count))
            .then_with(|| left.value.cmp(&right.value))
    });
    Some(Family {
        proposed: best.text.to_owned(),
        sure: joined.is_empty(),
        writings,
    })
}

/// For each word that may be a slip, the word it was made from.
fn slips(words: &[Word]) -> BTreeMap<usize, usize> {
    // Two words one slip apart share what remains of them when a letter is taken away.
    let mut remains: Vec<(u64, usize)> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        if word.letters.len() >= SHORTEST && !word.letters.iter().any(char::is_ascii_digit) {
            remains.extend(marks(&word.letters).into_iter().map(|mark| (mark, place)));
        }
    }
    remains.sort_unstable();
    remains.dedup();
    let mut made_from: BTreeMap<usize, usize> = BTreeMap::new();
    for places in remains.chunk_by(|one, other| one.0 == other.0) {
        for &(_, rare) in places {
            for &(_, usual) in places {
                if rare != usual && is_slip(&words[rare], &words[usual]) {
                    let better = made_from.get(&rare).is_none_or(|kept| {
                        (words[usual].count, &words[*kept].letters)
                            > (words[*kept].count, &words[usual].letters)
                    });
                    if better {
                        made_from.insert(rare, usual);
                    }
                }
            }
        }
    }
    // A slip is not made from another slip.
    let slips: BTreeSet<usize> = made_from.keys().copied().collect();
    made_from.retain(|_, usual| !slips.contains(usual));
    made_from
}

/// What stands for the letters, and for what remains of them without each one: sums of letters, each multiplied as often as
/// others come after it, so that no remain is written out. Two that fall together are compared letter by letter afterwards.
fn marks(letters: &[char]) -> Vec<u64> {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut powers = vec![1_u64];
    // The sums of the last letters, by how many they are.
    let mut ends = vec![0_u64];
    for (rank, letter) in letters.iter().rev().enumerate() {
        ends.push(ends[rank].wrapping_add(powers[rank].wrapping_mul(u64::from(*letter))));
        powers.push(powers[rank].wrapping_mul(BASE));
    }
    let mut before = 0_u64;
    let mut marks = Vec::with_capacity(letters.len() + 1);
    for (place, letter) in letters.iter().enumerate() {
        let after = letters.len() - 1 - place;
        marks.push(before.wrapping_mul(powers[after]).wrapping_add(ends[after]));
        before = before.wrapping_mul(BASE).wrapping_add(u64::from(*letter));
    }
    marks.push(before);
    marks
}

fn is_slip(rare: &Word, usual: &Word) -> bool {
    if rare.known {
        return false;
    }
    let usual_enough = if usual.known {
        usual.count >= rare.count
    } else {
        usual.count >= rare.count * TIMES
    };
    usual_enough && one_slip_apart(&rare.letters, &usual.letters)
}

/// One letter more, less, changed, or two neighbours swapped.
fn one_slip_apart(left: &[char], right: &[char]) -> bool {
    let start = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[start..], &right[start..]);
    let end = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (left, right) = (&left[..left.len() - end], &right[..right.len() - end]);
    match (left, right) {
        ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(list: &[(&'static str, i64, bool)]) -> Vec<(String, bool, Vec<String>)> {
        let spellings: Vec<Spelling> = list
            .iter()
            .map(|(text, count, known)| Spelling {
                text,
                count: *count,
                known: *known,
            })
            .collect();
        families(&spellings)
            .into_iter()
            .map(|family| {
                let writings = family.writings.into_iter().map(|writing| writing.value).collect();
                (family.proposed, family.sure, writings)
            })
            .collect()
    }

    #[test]
    fn case_accents_and_spaces_make_one_value() {
        let found = of(&[
            ("Saint-Malo", 9, true),
            ("SAINT MALO", 2, false),
            ("saint  malo", 1, false),
            ("Rennes", 4, true),
        ]);
        let writings = ["Saint-Malo", "SAINT MALO", "saint  malo"]
            .map(str::to_owned)
            .to_vec();
        assert_eq!(found, [("Saint-Malo".to_owned(), true, writings)]);
    }

    #[test]
    fn a_rare_slip_joins_the_usual_writing() {
        for slip in ["Rnenes", "Renes", "Rennnes", "Rennas"] {
            let found = of(&[("Rennes", 40, true), (slip, 1, false)]);
            assert_eq!(
                found,
                [(
                    "Rennes".to_owned(),
                    false,
                    vec!["Rennes".to_owned(), slip.to_owned()]
                )]
            );
        }
        assert_eq!(
            of(&[("Rennes", 40, true), ("Rouen", 1, false), ("Vannes", 2, false)]),
            []
        );
    }

    #[test]
    fn what_remains_without_a_letter_has_the_mark_of_those_letters() {
        let letters: Vec<char> = "rennes".chars().collect();
        let found = marks(&letters);
        let whole = |text: &str| marks(&text.chars().collect::<Vec<_>>()).pop().unwrap();
        let remains = ["ennes", "rnnes", "renes", "renes", "renns", "renne", "rennes"];
        assert_eq!(found, remains.map(whole));
    }

    #[test]
    fn two_right_words_are_no_slip_of_each_other() {
        assert_eq!(of(&[("Laval", 40, true), ("Lavau", 1, true)]), []);
        assert_eq!(
            of(&[("Martin", 5, false), ("Martins", 1, false)]),
            [],
            "not numerous enough"
        );
        assert_eq!(of(&[("Clio", 90, false), ("Clia", 1, false)]), [], "too short");
        assert_eq!(
            of(&[("Peugeot 2008", 90, false), ("Peugeot 3008", 1, false)]),
            [],
            "figures are not letters"
        );
    }
}
