//! Every French sentence of the executable: what it prints, and the pages it serves when the screens cannot be.

use std::path::Path;

use engine::ApiError;

pub(crate) const NAME: &str = "Simulateur CRM";
/// A trainer's base that travels with the program.
pub(crate) const BASE_BESIDE: &str = "base-ecole.xlsx";

pub(crate) fn help() -> String {
    format!(
        "{NAME} {version}
Ouvre le simulateur dans le navigateur de ce poste. Rien ne sort de ce poste.

Utilisation : simulateur-crm [OPTIONS]          ouvre le simulateur
              simulateur-crm base [OPTIONS]     écrit une base école dans un classeur Excel
              simulateur-crm anomalies [OPTIONS]  écrit la liste des anomalies, pour le formateur
              simulateur-crm verifier F.xlsx    vérifie la cohérence d’une base école
              simulateur-crm verifier F.db      vérifie qu’un fichier de données est entier
              simulateur-crm doublons F.xlsx --sortie paires.csv
                                                cherche les doublons d’un classeur
              simulateur-crm cibler F.xlsx \"CIBLAGE\" --sortie refs.csv
                                                applique un ciblage à un classeur
              simulateur-crm avancer F.xlsx --jusqu-au AAAA-MM-JJ --sortie G.xlsx
                                                fait vivre la concession d’un classeur
              simulateur-crm campagne F.xlsx [OPTIONS]  envoie une campagne aux fiches d’un classeur

Pour ouvrir le simulateur
  --data DOSSIER       dossier des données (sinon : « donnees » à côté du programme,
                       ou le dossier personnel quand on ne peut pas y écrire)
  --base F.xlsx        base école du formateur, pour des données où rien n’a encore été fait
                       (sinon : « {BASE_BESIDE} » à côté du programme, s’il y est)
  --date AAAA-MM-JJ    jour d’utilisation choisi, au lieu d’aujourd’hui
  --port NUMERO        port de connexion (sinon, ou s’il est déjà pris : un port libre)
  --no-browser         ne pas ouvrir le navigateur

Pour écrire une base ou la liste de ses anomalies
  --sortie FICHIER     .xlsx ; pour les anomalies, aussi .html (page à imprimer)
  --date AAAA-MM-JJ    jour auquel la base est cohérente (sinon : aujourd’hui)
  --graine NOMBRE      même graine, même jour : même base
  --taille NOMBRE      nombre de fiches clients, de 20 à 1 000 000
  --anomalies          dans une base : ajoute la feuille des anomalies et de leurs réponses

Pour cibler
  \"CIBLAGE\"            le texte du ciblage, entre guillemets : \"Ville : Rennes ; avec Véhicules\"
  --tri \"CHAMPS\"       ordre des références : \"Ville, Âge décroissant\" (sinon : par référence)

Pour envoyer une campagne
  --canal CANAL        mail, sms ou courrier
  --cible \"CIBLAGE\"    à qui, dans le langage des ciblages
  --modele \"NOM\"       le modèle de message : du classeur, ou du produit
  --sortie G.xlsx      le classeur après l’envoi

  -h, --help           cette aide
  -V, --version        le numéro de version

La vérification rend le code 0 si tout est tenu, 1 sinon, 2 si le fichier ne peut pas être lu.",
        version = env!("CARGO_PKG_VERSION")
    )
}

pub(crate) fn version() -> String {
    format!("{NAME} {}", env!("CARGO_PKG_VERSION"))
}

/// An argument as the person typed it.
pub(crate) fn shown(argument: &lexopt::Arg<'_>) -> String {
    match argument {
        lexopt::Arg::Long(name) => format!("--{name}"),
        lexopt::Arg::Short(letter) => format!("-{letter}"),
        lexopt::Arg::Value(value) => value.to_string_lossy().into_owned(),
    }
}

pub(crate) fn bad_option(detail: &str) -> String {
    format!("Option non comprise : {detail}. L’aide est donnée par --help.")
}

pub(crate) fn bad_value(option: &str) -> String {
    match option {
        "--date" => {
            "L’option --date attend un jour qui existe, écrit AAAA-MM-JJ, par exemple --date 2026-03-01."
                .into()
        }
        "--graine" => "L’option --graine attend un nombre entier, par exemple --graine 2026.".into(),
        "--taille" => "L’option --taille attend un nombre de fiches, de 20 à 1 000 000.".into(),
        "--port" => "L’option --port attend un nombre de 0 à 65535.".into(),
        _ => format!("L’option {option} attend une valeur."),
    }
}

pub(crate) fn unknown_verb(word: &str) -> String {
    format!(
        "« {word} » n’est pas une action connue : base, anomalies, verifier, doublons, cibler, avancer ou campagne. L’aide est donnée par --help."
    )
}

pub(crate) fn no_output() -> String {
    "Il manque le fichier à écrire : --sortie F.xlsx.".into()
}

pub(crate) fn no_workbook() -> String {
    "Il manque le classeur à vérifier : simulateur-crm verifier F.xlsx.".into()
}

pub(crate) fn no_compared() -> String {
    "Il manque le classeur à examiner : simulateur-crm doublons F.xlsx --sortie paires.csv.".into()
}

pub(crate) fn no_advance() -> String {
    "Il manque le classeur ou le jour : simulateur-crm avancer F.xlsx --jusqu-au 2026-12-07 --sortie G.xlsx."
        .to_owned()
}

pub(crate) fn no_targeting() -> String {
    "Il manque le classeur ou le ciblage : simulateur-crm cibler F.xlsx \"Ville : Rennes\" --sortie refs.csv."
        .into()
}

pub(crate) fn port_taken(asked: u16, taken: u16) -> String {
    format!("Le port {asked} est déjà utilisé par un autre programme : le simulateur a pris le {taken}.")
}

pub(crate) fn cannot_listen(detail: &str) -> String {
    format!("Ce poste refuse que le simulateur s’ouvre dans le navigateur ({detail}).")
}

pub(crate) fn ready(url: &str, folder: &Path) -> String {
    format!(
        "{NAME} est ouvert à l’adresse :\n  {url}\nDonnées : {}\nPour l’arrêter, fermez cette fenêtre ou tapez Ctrl+C.",
        folder.display()
    )
}

pub(crate) fn base_not_taken(base: &Path) -> String {
    format!(
        "Du travail est déjà enregistré ici : il est gardé, et la base {} n’a pas été prise.\n\
         Pour repartir de cette base, importez-la dans l’écran Données, ou choisissez un autre dossier avec --data.",
        base.display()
    )
}

pub(crate) fn already_open(url: &str) -> String {
    format!("{NAME} est déjà ouvert sur ces données, à l’adresse :\n  {url}")
}

pub(crate) fn already_open_elsewhere(folder: &Path) -> String {
    format!(
        "Le dossier {} est déjà utilisé par un autre {NAME}, qui ne répond pas. Fermez-le, puis recommencez.",
        folder.display()
    )
}

pub(crate) fn browser_not_opened(url: &str) -> String {
    format!(
        "Le navigateur ne s’est pas ouvert tout seul. Ouvrez-le, et recopiez cette adresse dans sa barre d’adresse :\n  {url}"
    )
}

pub(crate) fn stopped() -> String {
    format!("{NAME} est arrêté. Toutes les modifications sont enregistrées.")
}

pub(crate) fn no_folder() -> String {
    "Aucun dossier personnel n’a été trouvé sur ce poste. Indiquez où mettre les données avec --data.".into()
}

/// Why the data cannot be opened, and what to do about it.
pub(crate) fn trouble(error: &ApiError, folder: &Path) -> String {
    let place = folder.display();
    match error {
        ApiError::NewerData { .. } => format!(
            "Les données du dossier {place} ont été écrites par une version plus récente de {NAME}. \
             Rien n’a été modifié. Ouvrez-les avec la version la plus récente, ou choisissez un autre dossier avec --data."
        ),
        ApiError::StorageFull => format!(
            "Il n’y a plus de place pour écrire dans le dossier {place}. \
             Rien n’a été modifié. Libérez de la place, puis rechargez cette page."
        ),
        ApiError::StorageUnwritable => format!(
            "Le simulateur ne peut pas écrire dans le dossier {place}. \
             Rien n’a été modifié. Choisissez un dossier où vous avez le droit d’écrire avec --data."
        ),
        ApiError::DataDamaged => format!(
            "Les données du dossier {place} ne peuvent pas être lues : le fichier est abîmé ou n’est pas du simulateur. \
             Rien n’a été modifié. Mettez ce dossier de côté, puis relancez le simulateur : il en fera un neuf."
        ),
        _ => format!("Les données du dossier {place} n’ont pas pu être ouvertes. Rien n’a été modifié."),
    }
}

pub(crate) const REFUSED_TITLE: &str = "Accès refusé";
pub(crate) const REFUSED: &str = "Cette page ne s’ouvre que depuis le simulateur lui-même. Relancez le programme : il rouvrira le navigateur à la bonne adresse.";
pub(crate) const NOT_FOUND_TITLE: &str = "Page introuvable";
pub(crate) const NOT_FOUND: &str = "Il n’y a rien à cette adresse.";
pub(crate) const TROUBLE_TITLE: &str = "Les données ne peuvent pas être ouvertes";
pub(crate) const NO_SCREENS_TITLE: &str = "Écrans absents";
pub(crate) const NO_SCREENS: &str = "Ce programme a été construit sans ses écrans. Construisez-les (cargo xtask run le fait), puis construisez à nouveau le programme.";
