//! The French of campaigns on the command line.

use std::fmt::Write as _;
use std::path::Path;

use engine::{ApiError, GateReason, template_names};

use crate::options::Campaign;
use crate::words_targeting;

/// The word of a channel on the command line, and its code.
pub(crate) const CHANNELS: [(&str, &str); 3] = [("mail", "mail"), ("sms", "sms"), ("courrier", "letter")];

pub(crate) fn no_campaign() -> String {
    "Il manque une partie de la campagne : simulateur-crm campagne F.xlsx --canal mail --cible \"Statut : Client\" --modele \"Révision à programmer\" --sortie G.xlsx.".into()
}

pub(crate) fn sent(output: &Path, sent: usize, excluded: &[(GateReason, usize)]) -> String {
    let messages = if sent < 2 {
        "message envoyé"
    } else {
        "messages envoyés"
    };
    let mut told = format!("{sent} {messages}, classeur écrit dans {}.", output.display());
    for (reason, count) in excluded {
        let out = if *count == 1 { "exclu" } else { "exclus" };
        let _ = write!(told, "\n  {count} {out} : {}", why(*reason));
    }
    told
}

/// Why a campaign cannot be sent.
pub(crate) fn refused(workbook: &Path, campaign: &Campaign, error: &ApiError) -> String {
    match error {
        ApiError::NotFound { reference } if *reference == campaign.template => {
            let known = template_names(&campaign.channel).join(", ");
            format!("Le modèle « {reference} » n’existe pas pour ce canal. Modèles : {known}.")
        }
        ApiError::NobodyToReach => {
            "Personne ne peut recevoir cette campagne : tous les destinataires sont exclus. Rien n’a été écrit.".into()
        }
        ApiError::MentionMissing => {
            "Ce modèle ne porte pas la mention que demande la loi (STOP ou désinscription). Rien n’a été écrit.".into()
        }
        ApiError::BadMessage { .. } => "Ce modèle ne peut pas être envoyé tel quel : un champ ou une condition est à corriger. Rien n’a été écrit.".into(),
        other => words_targeting::refused(workbook, &campaign.target, other),
    }
}

fn why(reason: GateReason) -> &'static str {
    match reason {
        GateReason::NoConsent => "pas de consentement pour ce canal",
        GateReason::Refused => "consentement refusé",
        GateReason::Withdrawn => "consentement retiré",
        GateReason::NoAddress => "pas d’adresse pour ce canal",
        GateReason::BadAddress => "adresse non valable",
        GateReason::QuietHours => "jour ou heure non autorisés",
        GateReason::TooLately => "contactés trop récemment",
        GateReason::MissingData => "données manquantes",
        GateReason::Twice => "même adresse qu’un autre destinataire",
        GateReason::Archived => "fiche archivée",
        GateReason::LeftOut => "retirés à la main",
        GateReason::Gone => "fiche supprimée",
    }
}
