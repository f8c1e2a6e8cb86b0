//! The French of the list of doubles.

use std::fmt::Write as _;
use std::path::Path;

use engine::duplicates::{How, Reason, Shared, What, WorkbookDoubles};

pub(crate) fn not_csv(output: &Path) -> String {
    format!(
        "L’option --sortie attend un nom qui finit par .csv, et non {}.",
        output.display()
    )
}

pub(crate) fn written(output: &Path, pairs: usize, links: usize) -> String {
    let pairs = counted(pairs, "paire de fiches", "paires de fiches");
    let links = counted(
        links,
        "lien entre particulier et société",
        "liens entre particulier et société",
    );
    format!("{pairs} et {links} : liste écrite dans {}.", output.display())
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count < 2 {
        format!("{count} {one}")
    } else {
        format!("{count} {many}")
    }
}

/// One line for each pair, surest first, then the links; separated by semicolons.
pub(crate) fn table(found: &WorkbookDoubles) -> String {
    let mut text = String::from("Référence 1;Référence 2;Score;Conclusion;Raisons\r\n");
    for pair in &found.pairs {
        let [left, right] = &pair.references;
        let _ = write!(
            text,
            "{left};{right};{};doublon;{}\r\n",
            format!("{:.3}", pair.score).replace('.', ","),
            reasons(&pair.reasons)
        );
    }
    for link in &found.links {
        let [person, firm] = &link.references;
        let shared: Vec<&str> = link.shared.iter().map(|shared| in_common(*shared)).collect();
        let _ = write!(
            text,
            "{person};{firm};;à relier, sans fusionner;{}\r\n",
            shared.join(", ")
        );
    }
    text
}

/// Reasons that weigh less, in bits, say nothing.
const WORTH_SAYING: f32 = 0.6;

fn reasons(reasons: &[Reason]) -> String {
    let told: Vec<String> = reasons
        .iter()
        .filter(|reason| reason.weight.abs() >= WORTH_SAYING)
        .map(|reason| sentence(reason.what, reason.how))
        .collect();
    told.join(", ")
}

fn sentence(what: What, how: How) -> String {
    let (name, feminine) = match what {
        What::FirstName => ("prénom", false),
        What::LastName => ("nom", false),
        What::Birth => ("naissance", true),
        What::Siren => ("SIREN", false),
        What::Phone => ("téléphone", false),
        What::Mail => ("mail", false),
        What::Number => ("numéro dans la rue", false),
        What::Street => ("rue", true),
        What::Extra => ("complément d’adresse", false),
        What::Postcode => ("code postal", false),
        What::Town => ("ville", true),
        What::Vehicle => ("véhicule", false),
        What::Sex => ("civilité", true),
    };
    let agree = |word: &str| {
        if feminine {
            format!("{word}e")
        } else {
            word.to_owned()
        }
    };
    match how {
        How::Same => format!("même {name}"),
        How::Written => format!("{name} {} autrement", agree("écrit")),
        How::Slip => format!("{name} à une lettre près"),
        How::Near => format!("{name} proche"),
        How::Different => format!("{name} {}", agree("différent")),
        How::Swapped => "nom et prénom inversés".to_owned(),
    }
}

fn in_common(shared: Shared) -> &'static str {
    match shared {
        Shared::Name => "la société porte son nom",
        Shared::Contact => "interlocuteur de la société",
        Shared::Phone => "même téléphone",
        Shared::Mail => "même mail",
        Shared::Address => "même adresse",
    }
}
