//! Words near a word: one or two slips of the keyboard apart.

/// Every word of a name or a town met in this sandbox, read from the data when it grows.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    pub(super) words: Vec<String>,
    /// The id of the last one read.
    pub(super) last: i64,
}

impl Vocabulary {
    /// The words near `typed`, nearest first, at most `limit`. A typed word may be only the beginning of one.
    pub(crate) fn near(&self, typed: &str, limit: usize) -> Vec<&str> {
        let allowed = allowance(typed);
        if allowed == 0 {
            return Vec::new();
        }
        let mut found: Vec<(usize, usize, &str)> = self
            .words
            .iter()
            .filter_map(|word| distance(typed, word, allowed).map(|d| (d, word.len(), word.as_str())))
            .collect();
        found.sort_unstable();
        found.truncate(limit);
        found.into_iter().map(|(_, _, word)| word).collect()
    }
}

/// How many slips are forgiven in a word of this length.
pub(crate) fn allowance(typed: &str) -> usize {
    match typed.len() {
        0..=2 => 0,
        3..=6 => 1,
        _ => 2,
    }
}

/// How far `word`, or its beginning when `typed` is four letters or more, is from `typed`; none when beyond `allowed`.
pub(crate) fn distance(typed: &str, word: &str, allowed: usize) -> Option<usize> {
    let beginning = typed.len() >= 4;
    if !beginning && word.len() > typed.len() + allowed {
        return None;
    }
    // Bytes are letters, folded; anything else (an alphabet we do not fold) is compared whole.
    let reach = word.len().min(typed.len() + allowed);
    let word = word.get(..reach).unwrap_or(word);
    let last = last_row(typed.as_bytes(), word.as_bytes(), allowed)?;
    let best = if beginning {
        last[..=word.len()].iter().copied().min()?
    } else {
        last[word.len()]
    };
    (best <= allowed).then_some(best)
}

/// How far two whole words are; none when beyond `allowed`.
pub(super) fn whole_distance(left: &str, right: &str, allowed: usize) -> Option<usize> {
    if left.len().abs_diff(right.len()) > allowed {
        return None;
    }
    let last = last_row(left.as_bytes(), right.as_bytes(), allowed)?;
    (last[right.len()] <= allowed).then_some(last[right.len()])
}

/// Longer words are no names.
const LONGEST: usize = 40;

/// The last row of the table of distances between `typed` and each beginning of `word`; none as soon as all are beyond.
///
/// A slip is a letter missing, added, changed, or two neighbours swapped (optimal string alignment).
fn last_row(typed: &[u8], word: &[u8], allowed: usize) -> Option<[usize; LONGEST]> {
    if word.len() >= LONGEST || typed.len() >= LONGEST || typed.len() > word.len() + allowed {
        return None;
    }
    let width = word.len() + 1;
    let mut rows = [[0_usize; LONGEST]; 3];
    for (column, cell) in rows[0].iter_mut().enumerate() {
        *cell = column;
    }
    for (line, &letter) in typed.iter().enumerate() {
        let (now, before, before_that) = ((line + 1) % 3, line % 3, (line + 2) % 3);
        rows[now][0] = line + 1;
        let mut least = line + 1;
        for column in 1..width {
            let changed = usize::from(word[column - 1] != letter);
            let mut best = (rows[before][column] + 1)
                .min(rows[now][column - 1] + 1)
                .min(rows[before][column - 1] + changed);
            if line > 0 && column > 1 && word[column - 2] == letter && typed[line - 1] == word[column - 1] {
                best = best.min(rows[before_that][column - 2] + 1);
            }
            rows[now][column] = best;
            least = least.min(best);
        }
        if least > allowed {
            return None;
        }
    }
    Some(rows[typed.len() % 3])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        assert_eq!(distance("lefevre", "lefebvre", 2), Some(1));
        assert_eq!(distance("tomas", "thomas", 1), Some(1));
        assert_eq!(distance("matrin", "martin", 1), Some(1));
        assert_eq!(distance("martim", "martin", 1), Some(1));
        assert_eq!(distance("martn", "martin", 1), Some(1));
        assert_eq!(distance("roi", "roy", 1), Some(1));
        assert_eq!(distance("roi", "robert", 1), None);
        assert_eq!(distance("lefbe", "lefebvre", 1), Some(1));
        assert_eq!(distance("dupont", "durand", 1), None);
        assert_eq!(distance("", "durand", 1), None);
    }

    #[test]
    fn near_words_come_nearest_first() {
        let vocabulary = Vocabulary {
            words: ["martin", "martins", "marin", "durand"]
                .map(str::to_owned)
                .to_vec(),
            last: 4,
        };
        assert_eq!(vocabulary.near("martim", 8), ["martin", "martins"]);
    }
}
