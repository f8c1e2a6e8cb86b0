//! The workbook as it was agreed: sheets and columns that files in use already have, in their order. None is renamed, moved
//! or taken away; what came since stands to the right, and is named here.

use super::sheets::sheets;
use crate::content::choices;
use crate::fields::{Choices, Entity};

/// Sheets in their order, columns in theirs.
const AGREED: [(&str, &[&str]); 17] = [
    (
        "Particuliers",
        &[
            "Réf. client",
            "Statut (calculé)",
            "Civilité",
            "Prénom",
            "Nom",
            "Date de naissance",
            "Âge (calculé)",
            "Source client",
            "Profession",
            "Numéro",
            "Rue",
            "Complément d’adresse",
            "Code postal",
            "Ville",
            "Téléphone fixe",
            "Portable",
            "Mail",
            "Concession",
            "Responsable",
            "Foyer",
            "Date de création",
            "État de la fiche",
        ],
    ),
    (
        "Sociétés",
        &[
            "Réf. client",
            "Statut (calculé)",
            "Raison sociale",
            "Nom commercial",
            "SIREN",
            "SIRET",
            "Code NAF",
            "Type entreprise",
            "Société mère",
            "Nombre de véhicules",
            "Numéro",
            "Rue",
            "Complément d’adresse",
            "Code postal",
            "Ville",
            "Téléphone fixe",
            "Mail",
            "Source client",
            "Concession",
            "Responsable",
            "Date de création",
            "État de la fiche",
        ],
    ),
    (
        "Contacts",
        &[
            "Réf. contact",
            "Réf. client",
            "Civilité",
            "Prénom",
            "Nom",
            "Fonction",
            "Mail",
            "Mobile",
        ],
    ),
    (
        "Consentements",
        &[
            "Réf. client",
            "Canal",
            "Statut",
            "Date",
            "Origine",
            "Date de retrait",
        ],
    ),
    (
        "Véhicules",
        &[
            "Réf. véhicule",
            "Réf. client",
            "Marque",
            "Modèle",
            "Finition",
            "Énergie",
            "Immatriculation",
            "Numéro de châssis",
            "Date de mise en circulation",
            "Kilométrage",
            "Usage",
            "Type de financement",
            "Date de financement",
            "Montant financé",
            "Durée (mois)",
            "Date de cession",
        ],
    ),
    (
        "Factures",
        &[
            "Réf. facture",
            "Numéro",
            "Type",
            "Date",
            "Réf. client",
            "Réf. véhicule",
            "Kilométrage",
            "Montant HT",
            "TVA",
            "Montant TTC",
            "Concession",
            "Vendeur",
        ],
    ),
    (
        "Lignes de facture",
        &[
            "Réf. facture",
            "Ligne",
            "Désignation",
            "Quantité",
            "Prix unitaire HT",
            "Montant HT",
        ],
    ),
    (
        "Suivi activités",
        &[
            "Réf. activité",
            "Réf. client",
            "Réf. lead",
            "Type",
            "Sens",
            "Date",
            "Objet",
            "Contenu",
            "Résultat",
            "Responsable de contact",
            "Date de prochaine relance",
            "Réf. campagne",
        ],
    ),
    (
        "Notes",
        &[
            "Réf. client",
            "Véhicules souhaités",
            "Projets",
            "Attentes",
            "Nombre de personnes composant le foyer",
            "Centre d’intérêt",
            "Kilométrage journalier",
            "Commentaire",
        ],
    ),
    (
        "Leads",
        &[
            "Réf. lead",
            "Prénom",
            "Nom",
            "Mail",
            "Téléphone",
            "Type de lead",
            "Canal",
            "Date d’émission",
            "Véhicule d’intérêt",
            "Message",
            "Concession",
            "Responsable",
            "État",
            "Réf. client",
        ],
    ),
    (
        "Agenda",
        &[
            "Réf. agenda",
            "Titre",
            "Type",
            "Début",
            "Fin",
            "Journée entière",
            "Récurrence",
            "Exceptions",
            "Réf. client",
            "Réf. véhicule",
            "Réf. lead",
            "Responsable",
            "Lieu",
            "État",
        ],
    ),
    (
        "Ciblages",
        &["Réf. ciblage", "Nom", "Description", "Mode", "Définition", "Tri"],
    ),
    (
        "Campagnes",
        &[
            "Réf. campagne",
            "Nom",
            "Canal",
            "Réf. ciblage",
            "Objet",
            "Message",
            "État",
            "Date d’envoi",
        ],
    ),
    (
        "Destinataires",
        &[
            "Réf. campagne",
            "Réf. client",
            "État",
            "Motif d’exclusion",
            "Date",
            "Réaction",
        ],
    ),
    (
        "Tableaux de bord",
        &[
            "Tableau",
            "Tuile",
            "Type",
            "Définition",
            "Colonne",
            "Ligne",
            "Largeur",
            "Hauteur",
        ],
    ),
    ("Champs ajoutés", &["Entité", "Clé", "Libellé", "Type", "Choix"]),
    (
        "Anomalies",
        &[
            "Réf. anomalie",
            "Type",
            "Fiches",
            "Constat",
            "Action attendue",
            "Difficulté",
            "Piège",
        ],
    ),
];

/// What came since, at the right of each sheet, and the sheet that came at the end.
const SINCE: [(&str, &[&str]); 11] = [
    ("Consentements", &["N°"]),
    ("Lignes de facture", &["N°"]),
    ("Suivi activités", &["Relance faite le"]),
    ("Notes", &["N°"]),
    ("Leads", &["Motif de perte"]),
    (
        "Campagnes",
        &[
            "Thème",
            "Objet de la version B",
            "Message de la version B",
            "Relance prévue le",
            "Règles forcées",
            "Réglages",
        ],
    ),
    ("Destinataires", &["Version", "Règles forcées", "N°"]),
    ("Tableaux de bord", &["N°"]),
    ("Champs ajoutés", &["Rubrique", "N°"]),
    ("Anomalies", &["N°"]),
    (
        "Modèles de messages",
        &["Réf. modèle", "Nom", "Canal", "Thème", "Objet", "Message"],
    ),
];

#[test]
fn the_workbook_is_the_one_that_was_agreed() {
    let agreed = |name: &str| {
        AGREED
            .iter()
            .find(|known| known.0 == name)
            .map_or(&[][..], |known| known.1)
    };
    let since = |name: &str| {
        SINCE
            .iter()
            .find(|known| known.0 == name)
            .map_or(&[][..], |known| known.1)
    };
    let names: Vec<&str> = sheets().all.iter().map(|sheet| sheet.name.as_str()).collect();
    let expected: Vec<&str> = AGREED
        .iter()
        .map(|known| known.0)
        .chain(["Modèles de messages"])
        .collect();
    assert_eq!(names, expected);
    for sheet in &sheets().all {
        let headers: Vec<String> = sheet
            .columns
            .iter()
            .map(|column| column.header.replace('\'', "’"))
            .collect();
        let expected: Vec<&str> = [agreed(&sheet.name), since(&sheet.name)].concat();
        assert_eq!(headers, expected, "{}", sheet.name);
    }
    let words = &sheets().words;
    assert_eq!(
        (words.technical.as_str(), &words.technical_headers),
        ("_technique", &["Clé".to_owned(), "Contenu".to_owned()])
    );
}

/// The words of the columns that have a list; more may come after them.
const CHOICES: [(Entity, &str, &[&str]); 10] = [
    (Entity::Customer, "civility", &["M.", "Mme"]),
    (Entity::Customer, "status", &["Prospect", "Client"]),
    (
        Entity::Customer,
        "fleet_size",
        &["1 à 4", "5 à 10", "11 à 25", ">25"],
    ),
    (
        Entity::Consent,
        "channel",
        &["SMS", "Téléphone", "Mail", "Courrier"],
    ),
    (
        Entity::Invoice,
        "kind",
        &["Achat VN", "Achat VO", "APV", "Magasin"],
    ),
    (
        Entity::Activity,
        "kind",
        &[
            "Mail", "Courrier", "Appel", "SMS", "Visite", "Essai", "Offre", "Campagne", "Note",
        ],
    ),
    (Entity::Activity, "direction", &["Sortant", "Entrant"]),
    (
        Entity::Vehicle,
        "energy",
        &[
            "Essence",
            "Diesel",
            "Hybride",
            "Hybride rechargeable",
            "Électrique",
            "GPL",
            "E85",
        ],
    ),
    (
        Entity::Vehicle,
        "finance_kind",
        &["Comptant", "Crédit", "LOA", "LLD", "Crédit-bail"],
    ),
    (
        Entity::Lead,
        "state",
        &["Nouveau", "En cours", "Converti", "Perdu"],
    ),
];

#[test]
fn the_lists_of_choices_hold_the_words_that_were_agreed() {
    for (entity, key, agreed) in CHOICES {
        let field = entity.fields().field(key).unwrap();
        let words: Vec<&str> = match field.choices {
            Choices::Closed(pairs) => pairs.iter().map(|pair| pair.1).collect(),
            Choices::Open(list) => choices(list).iter().map(String::as_str).collect(),
            _ => Vec::new(),
        };
        for word in agreed {
            assert!(words.contains(word), "{key}: {word} not in {words:?}");
        }
    }
}
