//! What the terminal says when data could not be read: what happened, where the old file lies, what took its place.

use std::path::Path;

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
            "La dernière copie de secours, du {}, a pris sa place : ce qui a été fait après n'y est pas.",
            minute(made_at)
        ),
        Taken::Base => {
            "Aucune copie de secours n'existait encore : le simulateur repart de la base école.".into()
        }
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
