//! How many slips of the keyboard lie between two texts: a letter more, less or other, two neighbours exchanged.

use crate::lexicon::Text;
use rapidfuzz::distance::osa;

/// Slips between two texts, their words joined; `most + 1` when there are more.
pub(crate) fn slips(one: &Text, other: &Text, most: usize) -> usize {
    // Letters that only one of them holds cost a slip each.
    let alone = (one.letters & !other.letters)
        .count_ones()
        .max((other.letters & !one.letters).count_ones());
    if alone as usize > most {
        return most + 1;
    }
    between(one.joined(), other.joined(), most)
}

fn between(one: &str, other: &str, most: usize) -> usize {
    if one.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    if most <= 1 {
        return few(one.as_bytes(), other.as_bytes());
    }
    osa::distance_with_args(
        one.bytes(),
        other.bytes(),
        &osa::Args::default().score_cutoff(most),
    )
    .unwrap_or(most + 1)
}

/// None, one, or two for two and more, in one walk.
fn few(one: &[u8], other: &[u8]) -> usize {
    let begin = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([], []) => 0,
        ([_], []) | ([], [_]) | ([_], [_]) => 1,
        ([a, b], [c, d]) if a == d && b == c => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::few;
    use rapidfuzz::distance::osa;

    #[test]
    fn a_walk_counts_as_the_whole_reckoning_does() {
        let texts = [
            "",
            "a",
            "b",
            "ab",
            "ba",
            "abc",
            "acb",
            "bac",
            "abcd",
            "abdc",
            "aabb",
            "abab",
            "aab",
            "0612345678",
            "0612345687",
            "0612345679",
            "061234567",
            "6012345678",
            "0621345687",
            "martin",
            "martni",
            "marton",
        ];
        for one in texts {
            for other in texts {
                let whole = osa::distance(one.bytes(), other.bytes()).min(2);
                assert_eq!(few(one.as_bytes(), other.as_bytes()), whole, "{one} {other}");
            }
        }
    }
}
