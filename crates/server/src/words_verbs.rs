//! The French sentences of what the executable makes without opening a screen.

use std::io::{Error, ErrorKind};
use std::path::Path;

pub(crate) fn not_a_list(output: &Path) -> String {
    format!(
        "L'option --sortie attend un nom qui finit par .html, et non {}.",
        output.display()
    )
}

pub(crate) fn anomalies_made(output: &Path) -> String {
    format!(
        "Liste des anomalies écrite dans {}. Elle contient les réponses : ne la donnez pas aux apprenants.",
        output.display()
    )
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
