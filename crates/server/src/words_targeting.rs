//! The French of targetings on the command line: the sentences of `content/targeting/problems.json`, filled.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use engine::{ApiError, TargetProblem};

use crate::words_files::fill;
use crate::words_verbs;

const SENTENCES: &str = include_str!("../../../content/targeting/problems.json");

pub(crate) fn header() -> &'static str {
    "Référence"
}

pub(crate) fn not_csv(output: &Path) -> String {
    format!(
        "L’option --sortie attend un nom qui finit par .csv, et non {}.",
        output.display()
    )
}

pub(crate) fn written(output: &Path, count: usize) -> String {
    let records = if count < 2 { "fiche" } else { "fiches" };
    format!(
        "{count} {records} : références écrites dans {}.",
        output.display()
    )
}

/// Why a targeting cannot be applied to a workbook, with the place of each problem in its text.
pub(crate) fn refused(workbook: &Path, text: &str, error: &ApiError) -> String {
    let ApiError::BadTarget { problems } = error else {
        return words_verbs::refused(workbook, error);
    };
    let mut told = "Ce ciblage ne peut pas être appliqué.\n".to_owned();
    for problem in problems {
        let _ = writeln!(told, "  {}{}", place(problem, text), sentence(problem));
    }
    told.trim_end().to_owned()
}

/// « caractère 12 : »; nothing when the text is not at fault.
fn place(problem: &TargetProblem, text: &str) -> String {
    match problem.span {
        Some([from, _]) if !text.is_empty() => format!("caractère {} : ", from + 1),
        _ => String::new(),
    }
}

fn sentence(problem: &TargetProblem) -> String {
    static READ: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    let sentences = READ.get_or_init(|| serde_json::from_str(SENTENCES).unwrap_or_default());
    let code = serde_json::to_value(problem.code).ok();
    let template = code
        .as_ref()
        .and_then(|code| sentences.get(code.as_str()?))
        .map_or("Ce ciblage est à corriger.", String::as_str);
    fill(template, &|name| {
        let found = match name {
            "word" => &problem.word,
            "inside" => &problem.inside,
            "nearest" => &problem.nearest,
            "expected" => &problem.expected,
            _ => &None,
        };
        found.clone().filter(|text| !text.is_empty())
    })
}
