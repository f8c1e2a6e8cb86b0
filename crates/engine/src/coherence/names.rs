//! First names by sex and time, and how far two words are.

use crate::content::people::{Sex, first_names};
use std::collections::HashMap;
use std::sync::OnceLock;

/// When a first name was given, by the first year of each decade of the lists.
#[derive(Debug, Default)]
pub(crate) struct Borne {
    men: Vec<i32>,
    women: Vec<i32>,
}

/// First and last decade of the lists.
const DECADES: (i32, i32) = (1931, 2001);

/// What is known of a first name, written as in the lists.
pub(crate) fn borne(first_name: &str) -> Option<&'static Borne> {
    static NAMES: OnceLock<HashMap<&'static str, Borne>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names: HashMap<&'static str, Borne> = HashMap::new();
        for year in (DECADES.0..=DECADES.1).step_by(10) {
            for name in first_names(Sex::Man, year) {
                names.entry(name).or_default().men.push(year);
            }
            for name in first_names(Sex::Woman, year) {
                names.entry(name).or_default().women.push(year);
            }
        }
        names
    });
    names.get(first_name)
}

impl Borne {
    fn of(&self, civility: &str) -> &[i32] {
        match civility {
            "mr" => &self.men,
            "mrs" => &self.women,
            _ => &[],
        }
    }

    /// Only the other sex bears it.
    pub(crate) fn contradicts(&self, civility: &str) -> bool {
        !civility.is_empty() && self.of(civility).is_empty()
    }

    /// Was it given to this sex within so many years of a birth?
    pub(crate) fn fits(&self, civility: &str, birth_year: i32, within: i32) -> bool {
        let birth = birth_year.clamp(DECADES.0, DECADES.1 + 9);
        let given = self.of(civility).iter();
        given
            .clone()
            .any(|decade| (decade - within..=decade + 9 + within).contains(&birth))
    }
}

/// Slips between two words (a letter more, less, other, or two exchanged); `most + 1` when there are more.
pub(crate) fn slips(left: &str, right: &str, most: usize) -> usize {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().abs_diff(right.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, letter) in left.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, other) in right.iter().enumerate() {
            let mut least = (row[j] + usize::from(letter != other))
                .min(row[j + 1] + 1)
                .min(next[j] + 1);
            let exchanged = i > 0 && j > 0 && *letter == right[j - 1] && left[i - 1] == *other;
            if exchanged {
                least = least.min(before[j - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().map_or(most + 1, |slips| (*slips).min(most + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        assert_eq!(slips("lefevre", "lefebvre", 2), 1);
        assert_eq!(slips("thomas", "tohmas", 2), 1);
        assert_eq!(slips("martin", "martin", 2), 0);
        assert_eq!(slips("durand", "moreau", 2), 3);
        assert_eq!(slips("ab", "abcdef", 2), 3);
    }

    #[test]
    fn first_names_have_a_sex_and_a_time() {
        let philippe = borne("Philippe").unwrap();
        assert!(philippe.contradicts("mrs") && !philippe.contradicts("mr") && !philippe.contradicts(""));
        assert!(philippe.fits("mr", 1958, 10) && !philippe.fits("mr", 2004, 10));
        assert!(borne("Zzz").is_none());
    }
}
