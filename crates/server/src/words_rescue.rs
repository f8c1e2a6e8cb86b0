//! What the terminal says when data could not be read: what happened, where the old file lies, what took its place.

use std::path::Path;

use engine::{ApiError, Soundness};

use crate::rescue::{Rescue, Taken};

pub(crate) fn said(rescued: &Rescue, folder: &Path) -> String {
    let happened = match &rescued.aside {
        Some(aside) => format!(
            "Le fichier des données était abîmé. Il a été mis de côté, sans y toucher : {}",
            aside.display()
        ),
        None => format!(
            "Le fichier des données a disparu du dossier {}.",
            folder.display()
        ),
    };
    format!("{happened}\n{}", taken(&rescued.taken))
}

fn taken(taken: &Taken) -> String {
    match taken {
        Taken::File => "Ce qui précède les toutes dernières modifications a été retrouvé.".into(),
        Taken::Copy { made_at } => format!(
            "La dernière copie de secours, du {}, a pris sa place : ce qui a été fait après n’y est pas.",
            minute(made_at)
        ),
        Taken::Base => {
            "Aucune copie de secours n’existait encore : le simulateur repart de la base école.".into()
        }
    }
}

/// What was found in a file of data.
pub(crate) fn examined(file: &Path, found: &Soundness) -> String {
    let file = file.display();
    if found.is_sound() {
        return format!("{file} : le fichier de données est entier, et tout ce qui s’en déduit est exact.");
    }
    let mut lines = vec![format!("{file} : le fichier de données est abîmé.")];
    if let Some(fault) = &found.fault {
        lines.push(format!(
            "  Première page abîmée, dans les mots de SQLite : {fault}"
        ));
    } else {
        if found.dangling > 0 {
            lines.push(format!(
                "  {} ligne(s) renvoient à une fiche qui n’existe pas.",
                found.dangling
            ));
        }
        if !found.derived {
            lines.push("  Ce qui se déduit des fiches (états, montants, échéances, recherche) ne leur correspond pas.".into());
        }
    }
    lines.join("\n")
}

pub(crate) fn not_examined(file: &Path, error: &ApiError) -> String {
    let file = file.display();
    match error {
        ApiError::NewerData { .. } => {
            format!("{file} a été écrit par une version plus récente du simulateur : vérifiez-le avec elle.")
        }
        ApiError::DataDamaged => format!("{file} ne peut pas être lu : le fichier est abîmé."),
        _ => format!(
            "{file} ne peut pas être lu. Si le simulateur est ouvert sur ces données, fermez-le d’abord."
        ),
    }
}

/// `2026-11-24T10:32` as « 24/11/2026 à 10 h 32 ».
fn minute(text: &str) -> String {
    let parts: Vec<&str> = text.split(['-', 'T', ':']).collect();
    match parts[..] {
        [year, month, day, hour, minute] => format!("{day}/{month}/{year} à {hour} h {minute}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_said_in_french() {
        assert_eq!(minute("2026-11-24T10:32"), "24/11/2026 à 10 h 32");
    }
}
