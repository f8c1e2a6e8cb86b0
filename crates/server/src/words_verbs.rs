//! The French sentences of what the executable makes and judges without opening a screen.

use std::fmt::Write as _;
use std::io::{Error, ErrorKind};
use std::path::Path;

use engine::coherence::{Group, Line, Report};
use engine::{ApiError, FileProblem, Problem};
use jiff::civil::Date;

use crate::words_files;

/// Failures told under a line.
const TOLD: usize = 5;

pub(crate) fn not_xlsx(output: &Path) -> String {
    format!(
        "L’option --sortie attend un nom qui finit par .xlsx, et non {}.",
        output.display()
    )
}

pub(crate) fn not_a_list(output: &Path) -> String {
    format!(
        "L’option --sortie attend un nom qui finit par .html (page à imprimer) ou par .xlsx (classeur), et non {}.",
        output.display()
    )
}

pub(crate) fn base_made(output: &Path, size: u32, date: Date, seed: u64, bytes: u64) -> String {
    format!(
        "Base école écrite dans {} ({}).\n{} fiches clients, cohérentes au {}, graine {seed}.",
        output.display(),
        weight(bytes),
        count(u64::from(size)),
        french(date),
    )
}

/// A day that does not lie within the year after the workbook's.
pub(crate) fn not_later(problems: &[Problem]) -> String {
    let bound = |of: fn(&Problem) -> Option<&String>| {
        let day = problems.first().and_then(of).and_then(|day| day.parse().ok());
        day.map_or_else(String::new, french)
    };
    format!(
        "L’option --jusqu-au attend un jour entre le {} et le {} : le temps ne recule pas, et un an au plus passe d’un coup.",
        bound(|problem| problem.min.as_ref()),
        bound(|problem| problem.max.as_ref())
    )
}

pub(crate) fn lived(output: &Path, until: Date, came: &dyn Fn(&str) -> u64) -> String {
    let told = [
        ("replies", "réponse de client", "réponses de clients"),
        (
            "visits",
            "client passé sans rendez-vous",
            "clients passés sans rendez-vous",
        ),
        ("complaints", "plainte ou réclamation", "plaintes ou réclamations"),
        ("leads", "nouveau lead", "nouveaux leads"),
        ("invoices", "facture", "factures"),
        ("clients", "prospect devenu client", "prospects devenus clients"),
        (
            "missed",
            "relance restée sans suite",
            "relances restées sans suite",
        ),
    ];
    let lines: Vec<String> = told
        .iter()
        .map(|(what, one, many)| (came(what), one, many))
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, many)| format!("  {} {}", count(number), if number > 1 { many } else { one }))
        .collect();
    let what = if lines.is_empty() {
        "Rien de nouveau.".to_owned()
    } else {
        lines.join("\n")
    };
    format!(
        "La concession a vécu jusqu’au {}.\n{what}\nÉcrit dans {}.",
        french(until),
        output.display()
    )
}

pub(crate) fn anomalies_made(output: &Path) -> String {
    format!(
        "Liste des anomalies écrite dans {}. Elle contient les réponses : ne la donnez pas aux apprenants.",
        output.display()
    )
}

pub(crate) fn progress(percent: u64) -> String {
    format!("Préparation du classeur : {percent} %")
}

pub(crate) fn not_made(error: &ApiError) -> String {
    match error {
        ApiError::StorageFull => "Il n’y a plus de place sur le disque. Rien n’a été écrit.".into(),
        ApiError::StorageUnwritable => {
            "Le dossier choisi par --sortie ne peut pas être écrit. Choisissez-en un autre.".into()
        }
        ApiError::BadWorkbook { problems, total } => {
            format!("Ce classeur ne peut pas être fait.\n{}", listed(problems, *total))
        }
        _ => "Le classeur n’a pas pu être fait. Rien n’a été écrit.".into(),
    }
}

pub(crate) fn unwritable(output: &Path, error: &Error) -> String {
    let why = match error.kind() {
        ErrorKind::NotFound => "ce dossier n’existe pas",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "vous n’avez pas le droit d’y écrire",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "il n’y a plus de place",
        ErrorKind::IsADirectory => "c’est un dossier",
        _ => "il est peut-être ouvert dans un autre programme",
    };
    format!(
        "Le fichier {} n’a pas pu être écrit : {why}. Choisissez-en un autre avec --sortie.",
        output.display()
    )
}

pub(crate) fn unreadable(workbook: &Path, error: &Error) -> String {
    let why = match error.kind() {
        ErrorKind::NotFound => "il n’existe pas",
        ErrorKind::PermissionDenied => "vous n’avez pas le droit de le lire",
        ErrorKind::IsADirectory => "c’est un dossier",
        _ => "le disque ne répond pas",
    };
    format!("Le fichier {} n’a pas pu être lu : {why}.", workbook.display())
}

/// Why a workbook cannot be taken, with every problem told.
pub(crate) fn refused(workbook: &Path, error: &ApiError) -> String {
    let name = workbook.display();
    match error {
        ApiError::BadWorkbook { problems, total } => {
            format!("{name} ne peut pas être lu.\n{}", listed(problems, *total))
        }
        _ => format!("{name} n’a pas pu être lu : le simulateur a rencontré un problème."),
    }
}

fn listed(problems: &[FileProblem], total: usize) -> String {
    let mut text = String::new();
    for problem in problems {
        let place = words_files::place(problem);
        let _ = writeln!(text, "  {place}{}", words_files::sentence(problem));
    }
    if total > problems.len() {
        let _ = writeln!(text, "  … et {} autres.", count((total - problems.len()) as u64));
    }
    let _ = write!(
        text,
        "{}",
        if total > 1 {
            format!("{} problèmes.", count(total as u64))
        } else {
            "1 problème.".to_owned()
        }
    );
    text
}

/// A line for each rule and each count.
pub(crate) fn report(workbook: &Path, report: &Report) -> String {
    let mut text = format!("Vérification de {}\n", workbook.display());
    for (group, title) in [(Group::Invariant, "Cohérence"), (Group::Count, "Comptes")] {
        let _ = write!(text, "\n{title}\n");
        for line in report.lines.iter().filter(|line| line.group == group) {
            tell(line, &mut text);
        }
    }
    let failed = report.failed().count();
    let all = report.lines.len();
    let _ = match failed {
        0 => write!(text, "\nTout est cohérent : {all} points vérifiés."),
        1 => write!(text, "\n1 point sur {all} n’est pas tenu."),
        _ => write!(text, "\n{failed} points sur {all} ne sont pas tenus."),
    };
    text
}

fn tell(line: &Line, text: &mut String) {
    let verdict = if line.passed { "ok   " } else { "ÉCHEC" };
    let measured = match line.group {
        Group::Invariant => format!("{} vérifiés", count(line.checked)),
        Group::Count if line.expected > 0 => {
            format!("{} (au moins {})", count(line.found), count(line.expected))
        }
        Group::Count => count(line.found),
    };
    let _ = write!(text, "  {verdict}  {} : {measured}", line.label);
    if line.to_check > 0 {
        let _ = write!(text, ", {} à regarder", count(line.to_check));
    }
    text.push('\n');
    for failure in line.failures.iter().take(TOLD) {
        let references = failure.references.join(" ");
        let gap = if references.is_empty() { "" } else { " : " };
        let _ = writeln!(text, "           {references}{gap}{}", failure.detail);
    }
    let more = line
        .failures_total
        .saturating_sub(line.failures.len().min(TOLD) as u64);
    if more > 0 {
        let _ = writeln!(text, "           … et {} autres", count(more));
    }
}

/// `1 234 567`.
fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

fn weight(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    if tenths < 10 {
        return format!("{} ko", bytes.div_ceil(1_000));
    }
    format!("{},{} Mo", count(tenths / 10), tenths % 10)
}

fn french(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_french() {
        assert_eq!(count(999), "999");
        assert_eq!(count(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(weight(1_210_000), "1,3 Mo");
        assert_eq!(weight(42_100), "43 ko");
        assert_eq!(french(Date::constant(2026, 3, 1)), "01/03/2026");
    }
}
