//! Names written in another way: slips, compounds, names of one sex only.

use super::people::Person;
use crate::content::people::{Sex, first_names, slips};
use crate::values::fold;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// One ordinary slip in a last name, or none that would be one.
pub(super) fn misspelled(name: &str) -> Option<String> {
    let mut found = slips().iter().filter_map(|&(right, wrong)| {
        name.rfind(right)
            .filter(|at| *at > 0)
            .map(|at| (at, right, wrong))
    });
    let (at, right, wrong) = found.next()?;
    let (head, tail) = name.split_at(at);
    Some(format!("{head}{wrong}{}", tail.strip_prefix(right)?))
}

/// Are two names so different that no two slips of the keyboard lead from one to the other? A slip changes two letters of
/// what a name is made of at most.
pub(super) fn are_far(left: &str, right: &str) -> bool {
    let mut letters: BTreeMap<char, i32> = BTreeMap::new();
    for (name, one) in [(left, 1), (right, -1)] {
        for letter in fold(name).chars() {
            *letters.entry(letter).or_default() += one;
        }
    }
    letters.values().map(|count| count.abs()).sum::<i32>() > 4
}

/// `Jean-Pierre` as other people write it.
pub(super) fn compound(name: &str, turn: u32) -> String {
    let Some((first, second)) = name.split_once('-') else {
        return name.to_owned();
    };
    match turn % 3 {
        0 => format!("{first} {second}"),
        1 => {
            let initial: String = first.chars().take(1).collect();
            format!("{initial}-{second}")
        }
        _ => format!("{first}{}", second.to_lowercase()),
    }
}

/// Are there compound first names for somebody born that year?
pub(super) fn has_compounds(sex: Sex, birth_year: i32) -> bool {
    first_names(sex, birth_year).iter().any(|name| name.contains('-'))
}

/// Is this a first name of anybody?
pub(super) fn is_first_name(name: &str) -> bool {
    sexes().contains_key(name)
}

/// The only sex that bears this first name; none when both do.
pub(super) fn only_sex(name: &str) -> Option<Sex> {
    sexes().get(name).copied().flatten()
}

fn sexes() -> &'static BTreeMap<&'static str, Option<Sex>> {
    static SEXES: OnceLock<BTreeMap<&'static str, Option<Sex>>> = OnceLock::new();
    SEXES.get_or_init(|| {
        let mut sexes: BTreeMap<&'static str, Option<Sex>> = BTreeMap::new();
        for sex in [Sex::Man, Sex::Woman] {
            for decade in 0..8 {
                for name in first_names(sex, 1935 + decade * 10) {
                    sexes
                        .entry(name)
                        .and_modify(|known| *known = known.filter(|known| *known == sex))
                        .or_insert(Some(sex));
                }
            }
        }
        sexes
    })
}

/// The person under another spelling, as a second record has it.
pub(super) fn rename(person: &mut Person, kind: super::flaws::Kind, turn: u32, birth_name: &'static str) {
    use super::flaws::Kind;
    match kind {
        Kind::Misspelled => {
            if let Some(name) = misspelled(&person.last_name) {
                person.last_name = name.into();
            }
        }
        Kind::Swapped => std::mem::swap(&mut person.first_name, &mut person.last_name),
        Kind::CompoundName => person.first_name = compound(&person.first_name, turn).into(),
        Kind::SpouseName => person.last_name = birth_name.into(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_small_and_real() {
        assert_eq!(misspelled("Lefèvre").as_deref(), Some("Lefebvre"));
        assert_eq!(misspelled("Lefebvre").as_deref(), Some("Lefèvre"));
        assert_eq!(misspelled("Moreau").as_deref(), Some("Morau"));
        assert_eq!(misspelled("Roy"), None);
    }

    #[test]
    fn names_are_far_when_letters_are() {
        assert!(are_far("Martin", "Lefèvre") && are_far("Roy", "Moreau"));
        assert!(!are_far("Morel", "Moreau") && !are_far("Lefèvre", "Lefebvre") && !are_far("Roy", "Leroy"));
    }

    #[test]
    fn compounds_are_written_in_three_ways() {
        let ways: Vec<String> = (0..3).map(|turn| compound("Jean-Pierre", turn)).collect();
        assert_eq!(ways, ["Jean Pierre", "J-Pierre", "Jeanpierre"]);
    }

    #[test]
    fn a_name_of_both_sexes_says_nothing() {
        assert_eq!(only_sex("Nathalie"), Some(Sex::Woman));
        assert_eq!(only_sex("Thierry"), Some(Sex::Man));
        assert_eq!(only_sex("Camille"), None);
        assert!(is_first_name("Camille") && !is_first_name("Lefèvre"));
    }
}
