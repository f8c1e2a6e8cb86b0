//! The French sentences of what the executable makes without opening a screen.

use std::io::{Error, ErrorKind};
use std::path::Path;

use engine::ApiError;
use jiff::civil::Date;

pub(crate) fn not_xlsx(output: &Path) -> String {
    format!(
        "L'option --sortie attend un nom qui finit par .xlsx, et non {}.",
        output.display()
    )
}

pub(crate) fn not_a_list(output: &Path) -> String {
    format!(
        "L'option --sortie attend un nom qui finit par .html (page à imprimer) ou par .xlsx (classeur), et non {}.",
        output.display()
    )
}

pub(crate) fn base_made(output: &Path, size: u32, date: Date, seed: u64, bytes: usize) -> String {
    format!(
        "Base école écrite dans {} ({}).\n{} fiches clients, cohérentes au {}, graine {seed}.",
        output.display(),
        weight(bytes),
        count(u64::from(size)),
        french(date),
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
        ApiError::StorageFull => "Il n'y a plus de place sur le disque. Rien n'a été écrit.".into(),
        ApiError::StorageUnwritable => {
            "Le dossier choisi par --sortie ne peut pas être écrit. Choisissez-en un autre.".into()
        }
        _ => "Le classeur n'a pas pu être fait. Rien n'a été écrit.".into(),
    }
}

pub(crate) fn unwritable(output: &Path, error: &Error) -> String {
    let why = match error.kind() {
        ErrorKind::NotFound => "ce dossier n'existe pas",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "vous n'avez pas le droit d'y écrire",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "il n'y a plus de place",
        ErrorKind::IsADirectory => "c'est un dossier",
        _ => "il est peut-être ouvert dans un autre programme",
    };
    format!(
        "Le fichier {} n'a pas pu être écrit : {why}. Choisissez-en un autre avec --sortie.",
        output.display()
    )
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

fn weight(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    if tenths < 10 {
        return format!("{} ko", bytes.div_ceil(1_000));
    }
    format!("{},{} Mo", count((tenths / 10) as u64), tenths % 10)
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
