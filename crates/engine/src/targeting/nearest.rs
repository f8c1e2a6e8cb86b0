//! The known word nearest to one that is not known.

use crate::search::slips;
use crate::values::fold;

/// The nearest of some words, a few slips away, or the one that begins so.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(word);
    let bare = typed.strip_suffix('s').unwrap_or(&typed).to_owned();
    known
        .filter_map(|one| {
            let folded = fold(one);
            let apart = slips(&typed, &folded).or_else(|| {
                let begins = bare.len() >= 3 && (folded.starts_with(&bare) || typed.starts_with(&folded));
                begins.then_some(3)
            })?;
            Some((apart, folded.len(), one))
        })
        .min()
        .map(|(_, _, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_a_few_slips_away() {
        let near = |word| nearest(word, ["Famille", "Énergie", "Date de naissance"].into_iter());
        assert_eq!(near("famile"), Some("Famille"));
        assert_eq!(near("énergies"), Some("Énergie"));
        assert_eq!(near("date"), Some("Date de naissance"));
        assert_eq!(near("xyz"), None);
    }
}
