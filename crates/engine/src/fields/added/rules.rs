//! What must hold of an added field: a label of its own, a list with choices, each written once.

use super::{
    Added, AddedKind, LONGEST_CHOICE, LONGEST_HEADING, LONGEST_LABEL, MOST_ADDED, MOST_CHOICES, is_key,
};
use crate::error::{Problem, ProblemCode};
use crate::fields::Entity;
use crate::values::fold;
use std::collections::HashSet;

/// What is wrong with a field to add, or to change, beside the `others` of its entity; under the keys of `custom_field`.
/// `is_taken` knows the names that a workbook has already given to columns of ours.
pub(crate) fn faults(
    entity: Entity,
    wanted: &Added,
    others: &[Added],
    is_taken: &dyn Fn(&str) -> bool,
) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut fault = |field: &str, code: ProblemCode| found.push(Problem::new(field, code));
    match name_fault(&wanted.label, LONGEST_LABEL) {
        Some(code) => fault("label", code),
        None if is_name_taken(entity, &wanted.label, others) || is_taken(&wanted.label) => {
            fault("label", ProblemCode::AlreadyUsed);
        }
        None => {}
    }
    if !is_key(entity, &wanted.key) {
        fault("key", ProblemCode::BadKey);
    } else if others.iter().any(|other| other.key == wanted.key) {
        fault("key", ProblemCode::AlreadyUsed);
    }
    if wanted.heading.chars().count() > LONGEST_HEADING {
        fault("heading", ProblemCode::TooLong);
    }
    if let Some(code) = choices_fault(wanted) {
        fault("choices", code);
    }
    if others.len() >= MOST_ADDED {
        fault("entity", ProblemCode::TooMany);
    }
    found.into_iter().map(bounded).collect()
}

fn name_fault(name: &str, longest: usize) -> Option<ProblemCode> {
    if name.is_empty() {
        Some(ProblemCode::Required)
    } else if name.chars().count() > longest {
        Some(ProblemCode::TooLong)
    } else if fold(name).is_empty() {
        Some(ProblemCode::NoLetters)
    } else {
        None
    }
}

/// Two columns of one sheet, two fields of one form: never the same name, case and accents aside.
fn is_name_taken(entity: Entity, label: &str, others: &[Added]) -> bool {
    let wanted = fold(label);
    let ours = entity.fields().fields.iter().map(|field| field.label);
    ours.chain(others.iter().map(|other| other.label.as_str()))
        .any(|known| fold(known) == wanted)
}

fn choices_fault(wanted: &Added) -> Option<ProblemCode> {
    if wanted.kind != AddedKind::Choice {
        return None;
    }
    if wanted.choices.is_empty() {
        return Some(ProblemCode::Required);
    }
    if wanted.choices.len() > MOST_CHOICES {
        return Some(ProblemCode::TooMany);
    }
    let mut met = HashSet::new();
    wanted.choices.iter().find_map(|choice| {
        name_fault(choice, LONGEST_CHOICE)
            .or_else(|| (!met.insert(fold(choice))).then_some(ProblemCode::Doubled))
    })
}

fn bounded(problem: Problem) -> Problem {
    let most = match (problem.code, problem.field.as_str()) {
        (ProblemCode::TooLong, "choices") => LONGEST_CHOICE,
        (ProblemCode::TooLong, "heading") => LONGEST_HEADING,
        (ProblemCode::TooLong, _) => LONGEST_LABEL,
        (ProblemCode::TooMany, "choices") => MOST_CHOICES,
        (ProblemCode::TooMany, _) => MOST_ADDED,
        _ => return problem,
    };
    problem.between(None, Some(most.to_string()))
}

/// A name as it is kept: blanks once, nothing that no screen shows.
pub(crate) fn tidy_name(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading as the entity's own write it, when there is one by that name.
pub(crate) fn heading_of(entity: Entity, text: &str) -> String {
    let asked = tidy_name(text);
    let known = entity.fields().fields.iter().map(|field| field.group);
    known
        .into_iter()
        .find(|group| !group.is_empty() && fold(group) == fold(&asked))
        .map_or(asked, str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(label: &str, choices: &[&str]) -> Added {
        Added {
            key: "x_wanted".to_owned(),
            label: tidy_name(label),
            kind: AddedKind::Choice,
            choices: choices.iter().map(|&choice| choice.to_owned()).collect(),
            heading: String::new(),
        }
    }

    #[test]
    fn what_cannot_be_added_is_named() {
        let code = |label: &str, choices: &[&str]| {
            let other = Added {
                key: "x_other".to_owned(),
                ..wanted("Club fidélité", &["Or"])
            };
            let found = faults(Entity::Customer, &wanted(label, choices), &[other], &|label| {
                label == "Foyers"
            });
            found.first().map(|problem| (problem.field.clone(), problem.code))
        };
        let label = |code| Some(("label".to_owned(), code));
        let choices = |code| Some(("choices".to_owned(), code));
        assert_eq!(code("Parrain", &["Or", "Argent"]), None);
        assert_eq!(code("L’« avis » 🎉", &["Très bon 👍"]), None);
        assert_eq!(code(" \u{1}\n", &["Or"]), label(ProblemCode::Required));
        assert_eq!(code("🎉", &["Or"]), label(ProblemCode::NoLetters));
        assert_eq!(code(&"a".repeat(61), &["Or"]), label(ProblemCode::TooLong));
        assert_eq!(code("club FIDELITE", &["Or"]), label(ProblemCode::AlreadyUsed));
        assert_eq!(code("ville", &["Or"]), label(ProblemCode::AlreadyUsed));
        assert_eq!(code("Foyers", &["Or"]), label(ProblemCode::AlreadyUsed));
        assert_eq!(code("Parrain", &[]), choices(ProblemCode::Required));
        assert_eq!(code("Parrain", &["Or", "or"]), choices(ProblemCode::Doubled));
        assert_eq!(code("Parrain", &["Or", "!"]), choices(ProblemCode::NoLetters));
        assert_eq!(heading_of(Entity::Customer, " identite "), "Identité");
        assert_eq!(heading_of(Entity::Customer, "Club"), "Club");
    }
}
