//! Places by number: ids follow one another from 1, so that most are found by their place in a row rather than by a hash.

use rustc_hash::FxHashMap;

/// Numbers below this stand in a row; it takes four bytes for each up to the greatest.
const IN_A_ROW: usize = 1 << 22;

/// The place of each number.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    /// One more than the place; 0 where there is none.
    row: Vec<u32>,
    beyond: FxHashMap<i64, u32>,
}

impl Numbered {
    pub(super) fn get(&self, number: i64) -> Option<u32> {
        match in_a_row(number) {
            Some(at) => self.row.get(at).and_then(|place| place.checked_sub(1)),
            None => self.beyond.get(&number).copied(),
        }
    }

    pub(super) fn insert(&mut self, number: i64, place: u32) {
        let Some(at) = in_a_row(number) else {
            self.beyond.insert(number, place);
            return;
        };
        if self.row.len() <= at {
            // By doubling: numbers grow one by one.
            self.row.resize((2 * at + 1).min(IN_A_ROW), 0);
        }
        self.row[at] = place + 1;
    }
}

fn in_a_row(number: i64) -> Option<usize> {
    usize::try_from(number).ok().filter(|number| *number < IN_A_ROW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_the_place_it_was_given() {
        let mut numbered = Numbered::default();
        let last = IN_A_ROW as i64;
        let numbers = [0, 7, last - 1, last, last + 1, -1, i64::MAX, i64::MIN];
        for (place, number) in (0..).zip(numbers) {
            assert_eq!(numbered.get(number), None);
            numbered.insert(number, place);
        }
        for (place, number) in (0..).zip(numbers) {
            assert_eq!(numbered.get(number), Some(place));
        }
        assert_eq!(numbered.get(8), None);
    }
}
