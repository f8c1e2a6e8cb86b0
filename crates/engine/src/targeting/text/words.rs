//! The words of the text form. They are data of the format, as headers are those of the workbook.

use crate::targeting::tree::{TargetMeasure, TargetUnit};

pub(super) const IN: &str = "dans";
pub(super) const SORT: &str = "tri";
pub(super) const FORMAT: &str = "format";
pub(super) const OR: &str = "ou";
pub(super) const AND: &str = "et";
pub(super) const NOT: &str = "non";
pub(super) const WITH: &str = "avec";
pub(super) const WITHOUT: &str = "sans";
pub(super) const EVERY: &str = "tous";
pub(super) const MEMBER: &str = "ciblage";
pub(super) const FIRST: &str = "premiers";
pub(super) const BY: &str = "par";
pub(super) const EMPTY: &str = "vide";
pub(super) const FILLED: &str = "rempli";
pub(super) const YES: &str = "oui";
pub(super) const NO: &str = "non";
pub(super) const BETWEEN: &str = "entre";
pub(super) const ONE_OF: &str = "parmi";
pub(super) const CONTAINS: &str = "contient";
pub(super) const BEGINS: &str = "commence par";
pub(super) const ENDS: &str = "finit par";
pub(super) const EXACTLY: &str = "exactement";
pub(super) const AT_LEAST: &str = "au moins";
pub(super) const AT_MOST: &str = "au plus";
pub(super) const CHARACTERS: &str = "caractères";
pub(super) const ANNIVERSARY: &str = "anniversaire";
pub(super) const TODAY: &str = "aujourd’hui";
pub(super) const DESCENDING: &str = "décroissant";
pub(super) const ASCENDING: &str = "croissant";

/// Words at which a condition begins, folded: a field whose name begins so is quoted.
pub(super) const LEADING: [&str; 14] = [
    "non",
    "sans",
    "avec",
    "au",
    "exactement",
    "tous",
    "toutes",
    "aucun",
    "aucune",
    "ciblage",
    "dans",
    "tri",
    "format",
    "ou",
];

/// Measures, the word that is written first; folded or not, each is read.
pub(super) const MEASURES: [(TargetMeasure, &str); 10] = [
    (TargetMeasure::Count, "nombre"),
    (TargetMeasure::Distinct, "distincts"),
    (TargetMeasure::Sum, "somme"),
    (TargetMeasure::Mean, "moyenne"),
    (TargetMeasure::Min, "minimum"),
    (TargetMeasure::Max, "maximum"),
    (TargetMeasure::Range, "étendue"),
    (TargetMeasure::Interval, "écart moyen"),
    (TargetMeasure::Min, "premier"),
    (TargetMeasure::Max, "dernier"),
];

/// Other words that are read for a measure.
pub(super) const OTHER_MEASURES: [(TargetMeasure, &str); 6] = [
    (TargetMeasure::Min, "première"),
    (TargetMeasure::Max, "dernière"),
    (TargetMeasure::Min, "min"),
    (TargetMeasure::Max, "max"),
    (TargetMeasure::Distinct, "distinct"),
    (TargetMeasure::Interval, "intervalle moyen"),
];

/// A unit: one, several.
pub(super) const UNITS: [(TargetUnit, &str, &str); 8] = [
    (TargetUnit::WorkingDay, "jour ouvré", "jours ouvrés"),
    (TargetUnit::OpenDay, "jour ouvrable", "jours ouvrables"),
    (TargetUnit::Hour, "heure", "heures"),
    (TargetUnit::Day, "jour", "jours"),
    (TargetUnit::Week, "semaine", "semaines"),
    (TargetUnit::Month, "mois", "mois"),
    (TargetUnit::Quarter, "trimestre", "trimestres"),
    (TargetUnit::Year, "an", "ans"),
];

/// Periods of the calendar: this one, the last, the next, and the word that a number follows.
pub(super) const CALENDAR: [(TargetUnit, [&str; 4]); 5] = [
    (
        TargetUnit::Day,
        ["ce jour", "le jour précédent", "le jour suivant", "jour"],
    ),
    (
        TargetUnit::Week,
        [
            "cette semaine",
            "la semaine dernière",
            "la semaine prochaine",
            "semaine",
        ],
    ),
    (
        TargetUnit::Month,
        ["ce mois-ci", "le mois dernier", "le mois prochain", "mois"],
    ),
    (
        TargetUnit::Quarter,
        [
            "ce trimestre",
            "le trimestre dernier",
            "le trimestre prochain",
            "trimestre",
        ],
    ),
    (
        TargetUnit::Year,
        ["cette année", "l’année dernière", "l’année prochaine", "année"],
    ),
];

/// Other ways of saying a period of the calendar.
pub(super) const OTHER_CALENDAR: [(TargetUnit, i32, &str); 8] = [
    (TargetUnit::Month, 0, "ce mois"),
    (TargetUnit::Month, 0, "mois en cours"),
    (TargetUnit::Week, 0, "cette semaine-ci"),
    (TargetUnit::Month, -1, "mois dernier"),
    (TargetUnit::Year, -1, "l’an dernier"),
    (TargetUnit::Year, 1, "l’an prochain"),
    (TargetUnit::Week, -1, "semaine dernière"),
    (TargetUnit::Week, 1, "semaine prochaine"),
];

/// What moves a whole period by a year.
pub(super) const LAST_YEAR: &str = "l’an dernier";
pub(super) const NEXT_YEAR: &str = "l’an prochain";

pub(super) const AHEAD: &str = "dans les";
pub(super) const PAST: &str = "depuis";
pub(super) const OLDER: &str = "il y a plus de";
pub(super) const BEYOND: &str = "dans plus de";

/// A unit in words, in number.
pub(super) fn counted(n: i64, unit: TargetUnit) -> String {
    let words = UNITS.iter().find(|(known, ..)| *known == unit);
    let word = words.map_or("", |(_, one, many)| if n > 1 { many } else { one });
    format!("{n} {word}")
}
