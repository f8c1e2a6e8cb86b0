//! The words of a conversation: names, articles, prices, days, agreed with who speaks and what car it is about.

use super::client::Client;
use super::day::Day;
use super::invoices::{energy_in_sentence, thousands};
use super::vehicles::Finance;
use crate::content::people::Sex;
use crate::content::trade::Model;
use crate::content::words::{calendar, capital, fill, finance as finance_words, grammar, service_name};
use crate::content::{Site, Staff};

/// The car spoken of.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub(super) model: &'static Model,
    pub(super) trim: &'static str,
    pub(super) energy: &'static str,
}

/// The car of before.
#[derive(Clone, Copy)]
pub(super) struct Former {
    pub(super) model: &'static Model,
    /// Year of registration, in use.
    pub(super) year: i32,
}

/// Everything a sentence may ask for.
pub(super) struct Talk<'a> {
    pub(super) client: &'a Client,
    pub(super) site: &'static Site,
    pub(super) staff: &'static Staff,
    pub(super) subject: Subject,
    pub(super) former: Former,
    /// With taxes, cents.
    pub(super) price: i64,
    pub(super) trade_in: i64,
    pub(super) finance: Finance,
    pub(super) km: i64,
    /// What is announced: an appointment, the next call.
    pub(super) next: Day,
    pub(super) delivery: Day,
    pub(super) service: &'static str,
    /// Cents.
    pub(super) amount: i64,
    /// Draws that a sentence may need, the same for a record.
    pub(super) luck: i64,
}

impl Talk<'_> {
    /// The sentence, filled.
    pub(super) fn say(&self, sentence: &str) -> String {
        fill(sentence, &|name| self.word(name))
    }

    fn word(&self, name: &str) -> Option<String> {
        self.person_word(name)
            .or_else(|| self.car_word(name))
            .or_else(|| self.money_word(name))
            .or_else(|| self.day_word(name))
    }

    fn person_word(&self, name: &str) -> Option<String> {
        let words = grammar();
        let woman = self.client.sex() == Sex::Woman;
        let by_sex = |woman_word: &str, man_word: &str| {
            if woman {
                woman_word.to_owned()
            } else {
                man_word.to_owned()
            }
        };
        Some(match name {
            "e" => by_sex("e", ""),
            "il" => by_sex(&words.she, &words.he),
            "Il" => capital(&by_sex(&words.she, &words.he)),
            "lui_soi" => by_sex(&words.her, &words.him),
            "le_adj" => by_sex("le", ""),
            "civ_nom" => self.client.addressed(),
            "appel" => self.client.greeted(),
            "client" => self.client.label(),
            "ville" => self.client.home.town.name.to_owned(),
            "site" => self.site.name.clone(),
            "site_ville" => self.site.town.clone(),
            "site_tel" => spaced(&self.site.phone),
            "vendeur" => self.staff.name.clone(),
            "vendeur_prenom" => self.staff.name.split(' ').next().unwrap_or_default().to_owned(),
            "accompagne" if self.client.coupled && self.luck % 3 == 0 && self.client.person().is_some() => {
                by_sex(&words.with_husband, &words.with_wife)
            }
            "accompagne" => String::new(),
            "parc_phrase" => {
                let rank = self
                    .client
                    .company()
                    .map_or(0, super::companies::Company::fleet_rank);
                words.fleet.get(rank).cloned().unwrap_or_default()
            }
            _ => return None,
        })
    }

    fn car_word(&self, name: &str) -> Option<String> {
        let model = self.subject.model;
        let feminine = model.article == "la" || model.article == "l'e";
        Some(match name {
            "modele" => model.name.to_owned(),
            "finition" => self.subject.trim.to_owned(),
            "le_modele" => the(model),
            "Le_modele" => capital(&the(model)),
            "du_modele" => of_the(model),
            "un_modele" => a(model),
            "Un_modele" => capital(&a(model)),
            "ma_modele" => my(model, "m"),
            "sa_modele" => my(model, "s"),
            "votre_modele" => format!("votre {}", model.name),
            "ve" if feminine => "e".to_owned(),
            "ve" => String::new(),
            "il_v" if feminine => grammar().she.clone(),
            "il_v" => grammar().he.clone(),
            "energie" | "energie_bas" => energy_in_sentence(self.subject.energy),
            "une_energie" => format!("une {}", energy_in_sentence(self.subject.energy)),
            "ancien" => format!("{} de {}", a(self.former.model), self.former.year),
            "Ancien" => capital(&format!("{} de {}", a(self.former.model), self.former.year)),
            "de_ancien" => of_the(self.former.model),
            "operation" => service_name(self.service).to_owned(),
            "d_operation" => of_article(service_name(self.service)),
            _ => return None,
        })
    }

    fn money_word(&self, name: &str) -> Option<String> {
        let words = finance_words(self.finance.kind);
        let sentence = |text: &str| fill(text, &|place| self.money_word(place));
        Some(match name {
            "prix" => thousands(self.price / 100),
            // What people say they can spend: a round sum.
            "budget" => thousands(self.price / 100 / 500 * 500),
            "reprise" => thousands(if self.trade_in > 0 {
                self.trade_in / 100
            } else {
                1_500 + self.luck * 130
            }),
            "loyer" => thousands(self.monthly()),
            "duree" => self.finance.months.unwrap_or(48).to_string(),
            "financement" => sentence(&words.short),
            "financement_phrase" => sentence(&words.sentence),
            "financement_nom" => words.name.clone(),
            "montant" => format!("{},{:02}", thousands(self.amount / 100), self.amount % 100),
            "km" => thousands(self.km / 100 * 100),
            "km_jour" => (10 + self.luck).to_string(),
            "km_debut" => thousands(120 + self.luck * 9),
            _ => return None,
        })
    }

    /// Euros a month: what is lost over the contract, and a little interest.
    fn monthly(&self) -> i64 {
        let months = self.finance.months.unwrap_or(48).max(12);
        let financed = self.finance.amount.unwrap_or(self.price) / 100;
        let part = if self.finance.kind == "credit" {
            112
        } else {
            30 + months * 3 / 4
        };
        (financed * part / 100 / months / 5 * 5).max(89)
    }

    fn day_word(&self, name: &str) -> Option<String> {
        let words = calendar();
        Some(match name {
            "jour" => {
                let place = usize::try_from(self.next.weekday() - 1).unwrap_or(0);
                words.weekdays.get(place).cloned().unwrap_or_default()
            }
            "heure" => [
                "9 h", "9 h 30", "10 h", "10 h 30", "11 h", "14 h", "14 h 30", "15 h", "16 h 30", "17 h",
            ]
            .get(usize::try_from(self.luck % 10).unwrap_or(0))
            .map_or_else(String::new, |hour| hour.replace(' ', "\u{a0}")),
            "date_livraison" => day_and_month(self.delivery),
            _ => return None,
        })
    }
}

/// `13 novembre`, `1er mars`
pub(super) fn day_and_month(day: Day) -> String {
    let words = calendar();
    let (_, month, date) = day.parts();
    let month = words
        .months
        .get(usize::try_from(month - 1).unwrap_or(0))
        .map_or("", String::as_str);
    if date == 1 {
        format!("{} {month}", words.first)
    } else {
        format!("{date} {month}")
    }
}

fn spaced(digits: &str) -> String {
    let pairs: Vec<&str> = (0..digits.len() / 2)
        .filter_map(|pair| digits.get(pair * 2..pair * 2 + 2))
        .collect();
    pairs.join(" ")
}

/// `du débosselage`, `de la révision`, `d'un diagnostic`.
fn of_article(noun: &str) -> String {
    match noun.split_once(' ') {
        Some(("le", rest)) => format!("du {rest}"),
        Some(("les", rest)) => format!("des {rest}"),
        Some(("un" | "une", _)) => format!("d'{noun}"),
        _ => format!("de {noun}"),
    }
}

fn the(model: &Model) -> String {
    match model.article {
        "la" | "le" => format!("{} {}", model.article, model.name),
        _ => format!("l'{}", model.name),
    }
}

fn of_the(model: &Model) -> String {
    match model.article {
        "le" => format!("du {}", model.name),
        "la" => format!("de la {}", model.name),
        _ => format!("de l'{}", model.name),
    }
}

fn a(model: &Model) -> String {
    let article = if matches!(model.article, "la" | "l'e") {
        "une"
    } else {
        "un"
    };
    format!("{article} {}", model.name)
}

/// `ma Clio`, `mon Captur`, `mon Aygo`.
fn my(model: &Model, person: &str) -> String {
    let word = if model.article == "la" { "a" } else { "on" };
    format!("{person}{word} {}", model.name)
}
