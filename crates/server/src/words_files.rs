//! What is wrong with a workbook, in French: the sentences of `content/workbook/problems.json`, filled.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use engine::FileProblem;

const SENTENCES: &str = include_str!("../../../content/workbook/problems.json");
/// Choices told of a list that may be long.
const CHOICES: usize = 12;

/// « Particuliers B12, Code postal : »; nothing when the file as a whole is at fault.
pub(crate) fn place(problem: &FileProblem) -> String {
    let spot: Vec<&str> = [&problem.sheet, &problem.cell]
        .into_iter()
        .filter_map(Option::as_deref)
        .collect();
    let parts: Vec<String> = [Some(spot.join(" ")), problem.header.clone()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("{} : ", parts.join(", "))
    }
}

/// What is wrong and what to do.
pub(crate) fn sentence(problem: &FileProblem) -> String {
    let code = serde_json::to_value(problem.code).ok();
    let template = code
        .as_ref()
        .and_then(|code| sentences().get(code.as_str()?))
        .map_or("Cette valeur est à corriger.", String::as_str);
    fill(template, &|name| known(problem, name))
}

fn sentences() -> &'static BTreeMap<String, String> {
    static READ: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    READ.get_or_init(|| serde_json::from_str(SENTENCES).unwrap_or_default())
}

fn known(problem: &FileProblem, name: &str) -> Option<String> {
    let expected = &problem.expected;
    let first = || expected.first().cloned();
    match name {
        "value" => problem.value.clone(),
        "sheet" => problem.sheet.clone().or_else(first),
        "header" => problem.header.clone().or_else(first),
        "first" => first(),
        "second" => expected.get(1).cloned(),
        "expected" if !expected.is_empty() => {
            let told: Vec<&str> = expected.iter().take(CHOICES).map(String::as_str).collect();
            let more = if expected.len() > CHOICES { "…" } else { "" };
            Some(format!("{}{more}", told.join(", ")))
        }
        _ => None,
    }
    .filter(|text| !text.is_empty())
}

/// Fills `{name}`; a piece between square brackets is left out when something it names is not known.
pub(crate) fn fill(template: &str, known: &dyn Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    for (rank, piece) in template.split('[').enumerate() {
        let (optional, plain) = match piece.split_once(']') {
            Some((optional, plain)) if rank > 0 => (optional, plain),
            _ => ("", piece),
        };
        text += &filled(optional, known).unwrap_or_default();
        text += &filled(plain, known).unwrap_or_else(|| plain.to_owned());
    }
    text
}

fn filled(piece: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut text = String::new();
    for (rank, part) in piece.split('{').enumerate() {
        match part.split_once('}') {
            Some((name, after)) if rank > 0 => {
                text += &known(name)?;
                text += after;
            }
            _ => text += part,
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::FileProblemCode;

    fn problem(code: FileProblemCode) -> FileProblem {
        FileProblem {
            code,
            sheet: Some("Particuliers".into()),
            cell: Some("M12".into()),
            header: Some("Code postal".into()),
            value: None,
            expected: Vec::new(),
        }
    }

    #[test]
    fn a_piece_is_said_when_all_it_names_is_known() {
        let mut limits = problem(FileProblemCode::OutOfRange);
        assert_eq!(sentence(&limits), "Cette valeur est hors des limites.");
        limits.value = Some("-3".into());
        limits.expected = vec!["0".into()];
        assert_eq!(sentence(&limits), "Cette valeur est hors des limites : « -3 ».");
        limits.expected.push("9".into());
        assert_eq!(
            sentence(&limits),
            "Cette valeur est hors des limites : « -3 ». Attendu : de 0 à 9."
        );
    }

    #[test]
    fn a_problem_says_where_it_is() {
        let mut wrong = problem(FileProblemCode::Required);
        assert_eq!(place(&wrong), "Particuliers M12, Code postal : ");
        wrong.sheet = None;
        wrong.cell = None;
        wrong.header = None;
        assert_eq!(place(&wrong), "");
    }

    #[test]
    fn no_sentence_keeps_a_mark() {
        let whole = |name: &str| Some(format!("<{name}>"));
        for (code, template) in sentences() {
            for text in [fill(template, &whole), fill(template, &|_| None)] {
                assert!(!text.contains(['{', '}', '[', ']']), "{code}: {text}");
            }
        }
        assert!(sentences().len() > 25);
    }
}
