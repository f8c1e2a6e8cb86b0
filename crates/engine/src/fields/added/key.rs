//! The key of an added field: made once from its label, the same for ever, never one of ours.

use crate::fields::Entity;
use crate::values::fold;

/// What the keys that we make begin with; no key of ours does.
const BEGINNING: &str = "x_";
/// The most characters of a key.
const LONGEST: usize = 40;

/// A key for a label that no field of the entity has, nor any of `taken`: letters without accents, figures, underscores.
pub(crate) fn free_key(entity: Entity, label: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let letters: String = fold(label)
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '_'
            }
        })
        .take(LONGEST - 8)
        .collect();
    let words: Vec<&str> = letters.split('_').filter(|word| !word.is_empty()).collect();
    let stem = format!("{BEGINNING}{}", words.join("_"));
    let is_free = |key: &str| is_key(entity, key) && !taken(key);
    let numbered = (2..).map(|number: u32| format!("{}_{number}", stem.trim_end_matches('_')));
    std::iter::once(stem.clone())
        .chain(numbered)
        .find(|key| is_free(key))
        .unwrap_or(stem)
}

/// Can this be the key of a field added to the entity?
pub(crate) fn is_key(entity: Entity, key: &str) -> bool {
    let is_well_formed = key.len() <= LONGEST
        && key.starts_with(|letter: char| letter.is_ascii_lowercase())
        && key.ends_with(|letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        && key
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
    is_well_formed && key != "id" && key != "ref" && entity.fields().field(key).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::CATALOGUE;

    #[test]
    fn keys_are_made_of_the_label_and_are_never_taken() {
        let key =
            |label: &str, taken: &[&str]| free_key(Entity::Customer, label, &|key| taken.contains(&key));
        assert_eq!(key("Club fidélité", &[]), "x_club_fidelite");
        assert_eq!(
            key("Club « fidélité » 🎉", &["x_club_fidelite"]),
            "x_club_fidelite_2"
        );
        assert_eq!(key("Клуб", &["x_2"]), "x_3");
        assert_eq!(key("Ville", &[]), "x_ville");
        let long = key(&"très ".repeat(40), &[]);
        assert!(long.len() <= LONGEST && is_key(Entity::Customer, &long), "{long}");
    }

    #[test]
    fn our_own_keys_are_no_keys_of_added_fields() {
        for known in CATALOGUE {
            for field in known.fields {
                assert!(!is_key(known.entity, field.key));
                assert!(!field.key.starts_with(BEGINNING));
            }
        }
        for wrong in [
            "",
            "x_",
            "Ville",
            "a b",
            "é",
            "_a",
            "id",
            "x'; DROP TABLE customer",
        ] {
            assert!(!is_key(Entity::Customer, wrong), "{wrong}");
        }
    }
}
