//! The words of an answer, in the character of who writes it and about their car; and what a message of ours says.

use super::intent::Intent;
use super::luck::{Luck, Step};
use super::person::Tone;
use super::rows::Speaker;
use super::sent::Channel;
use crate::content::replies::{self, Wording};
use crate::content::trade::{Model, models};
use crate::content::words::{calendar, capital, fill, grammar};
use crate::values::{fold, is_open_day, parse_date};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::cell::Cell;

/// What an answer asks for, besides its words: what the screens prefill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wish {
    /// The moment that suits them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) at: Option<String>,
    /// The day on which to come back to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) on: Option<String>,
    /// The car they speak of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) vehicle: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) mail: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) mobile: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) wanted: Option<String>,
}

/// An answer in words.
pub(super) struct Said {
    /// How it comes: by mail, by SMS, by letter, by a call.
    pub(super) channel: Channel,
    pub(super) text: String,
    pub(super) wish: Wish,
}

/// Who speaks, to whom, when.
pub(super) struct Talk<'a> {
    pub(super) speaker: &'a Speaker,
    pub(super) advisor: Option<&'a str>,
    pub(super) tone: Tone,
    pub(super) luck: Luck,
    pub(super) now: DateTime,
}

/// Days from the answer to the moment it asks for, at most.
const SOON: u64 = 8;

/// Puts an answer in words: of the wordings of its channel, one of its tone whose places can all be filled.
pub(super) fn say(talk: &Talk, intent: Intent, channel: Channel) -> Option<Said> {
    let words = replies::intent(intent.code())?;
    for by in ways(intent, channel, talk.now) {
        let of_way: Vec<&Wording> = words
            .texts
            .iter()
            .filter(|text| text.channel == by.code())
            .collect();
        let of_tone = of_way
            .iter()
            .filter(|text| text.tone.is_empty() || text.tone == tone_code(talk.tone));
        let others = of_way.iter().filter(|text| text.tone != tone_code(talk.tone));
        // A single wording of a tone would be read over and over: it is drawn among all of them.
        let (mut own, others): (Vec<_>, Vec<_>) = (of_tone.collect(), others.collect());
        let rest = if own.len() < 2 {
            own.extend(others);
            Vec::new()
        } else {
            others
        };
        for candidates in [own, rest] {
            if let Some((text, wish)) = pick(talk, &candidates) {
                return Some(Said {
                    channel: by,
                    text,
                    wish,
                });
            }
        }
    }
    None
}

/// The wish and the words of a text of `content` about a person, when all its places can be filled.
pub(super) fn phrase(talk: &Talk, texts: &[String]) -> Option<(String, Wish)> {
    let start = talk.luck.below(Step::Wording, texts.len() as u64) as usize;
    (0..texts.len()).find_map(|turn| filled(talk, texts.get((start + turn) % texts.len())?))
}

/// Words of ours for an answer, about what they asked for; none when a place finds nothing to say.
pub(super) fn ours(talk: &Talk, text: &str, at: Option<DateTime>, on: Option<Date>) -> Option<String> {
    let lacking = Cell::new(false);
    let words = fill(text, &|place| {
        let word = match place {
            "jour" => at.map(|at| day_words(at.date())),
            "heure" => at.map(hour_words),
            "mois" => on.and_then(month_words),
            "retour" => on.map(day_words),
            "appel" => greeting(talk.speaker),
            other => word(talk, other),
        };
        lacking.set(lacking.get() || word.is_none());
        word
    });
    (!lacking.get()).then_some(words)
}

/// « Madame Lebreton », or the name of the firm.
fn greeting(speaker: &Speaker) -> Option<String> {
    let words = grammar();
    let (name, civility) = (speaker.last_name.as_deref()?, speaker.civility.as_deref()?);
    let title = if civility == "mrs" {
        &words.madam_full
    } else {
        &words.mister_full
    };
    Some(format!("{title} {name}"))
}

fn pick(talk: &Talk, candidates: &[&&Wording]) -> Option<(String, Wish)> {
    let count = candidates.len();
    let start = talk.luck.below(Step::Wording, count as u64) as usize;
    (0..count).find_map(|turn| filled(talk, &candidates.get((start + turn) % count)?.text))
}

/// The ways by which an answer may come, the likeliest first: a call is sooner made than a letter written, but nobody calls a
/// dealership in the night.
fn ways(intent: Intent, channel: Channel, now: DateTime) -> [Channel; 4] {
    use Channel::{Call, Letter, Mail, Sms};
    let closed = !is_open_day(now.date()) || !(9..19).contains(&now.hour());
    match (intent, channel) {
        (_, Mail) if closed => [Mail, Sms, Letter, Call],
        (_, Sms) if closed => [Sms, Mail, Letter, Call],
        (_, Letter) if closed => [Letter, Mail, Sms, Call],
        (Intent::CallBack, Mail) | (_, Call) => [Call, Mail, Sms, Letter],
        (_, Mail) => [Mail, Call, Sms, Letter],
        (_, Sms) => [Sms, Call, Mail, Letter],
        (_, Letter) => [Letter, Call, Mail, Sms],
    }
}

fn tone_code(tone: Tone) -> &'static str {
    match tone {
        Tone::Formal => "formal",
        Tone::Plain => "plain",
        Tone::Brief => "brief",
    }
}

fn filled(talk: &Talk, text: &str) -> Option<(String, Wish)> {
    let lacking = Cell::new(false);
    let words = fill(text, &|place| {
        let word = word(talk, place);
        lacking.set(lacking.get() || word.is_none());
        word
    });
    (!lacking.get()).then(|| (words, wish(talk, text)))
}

/// What the screens need of what the text asks for.
fn wish(talk: &Talk, text: &str) -> Wish {
    let asks = |place: &str| text.contains(&format!("{{{place}}}"));
    Wish {
        at: asks("jour").then(|| moment_text(suits(talk))),
        on: (asks("mois").then(|| later(talk)))
            .or_else(|| asks("retour").then(|| back(talk)))
            .map(|day| day.to_string()),
        vehicle: talk.speaker.vehicle,
        mail: asks("nouveau_mail").then(|| new_mail(talk)).flatten(),
        mobile: asks("nouveau_portable").then(|| new_mobile(talk)),
        wanted: asks("un_souhait").then(|| wanted(talk)).flatten(),
    }
}

fn word(talk: &Talk, place: &str) -> Option<String> {
    let speaker = talk.speaker;
    Some(match place {
        "prenom" => speaker.first_name.clone()?,
        "nom" => speaker.last_name.clone()?,
        "civilite" => speaker.civility.as_deref().map(civility)?.to_owned(),
        "signature" => signature(speaker)?,
        "e" if speaker.civility.as_deref() == Some("mrs") => "e".to_owned(),
        "e" => String::new(),
        "ville" => speaker.town.clone()?,
        "conseiller" => talk.advisor?.to_owned(),
        "conseiller_prenom" => talk.advisor?.split(' ').next()?.to_owned(),
        "modele" => speaker.model.clone()?,
        "ma_voiture" => my(speaker)?,
        "Ma_voiture" => capital(&my(speaker)?),
        "la_voiture" => the(speaker)?,
        "de_la_voiture" => of_the(speaker)?,
        "immat" => speaker.plate.clone()?,
        "km" => thousands(speaker.km?),
        "jour" => day_words(suits(talk).date()),
        "heure" => hour_words(suits(talk)),
        "mois" => month_words(later(talk))?,
        "retour" => day_words(back(talk)),
        "un_souhait" => wanted(talk)?,
        "montant" => euros(speaker.amount?),
        "mois_visite" => month_words(parse_date(speaker.serviced_on.as_deref()?)?)?,
        "nouveau_portable" => new_mobile(talk),
        "nouveau_mail" => new_mail(talk)?,
        "mail_actuel" => speaker.mail.clone()?,
        _ => return None,
    })
}

fn civility(code: &str) -> &'static str {
    let words = grammar();
    if code == "mrs" {
        &words.madam
    } else {
        &words.mister
    }
}

fn signature(speaker: &Speaker) -> Option<String> {
    match (&speaker.first_name, &speaker.last_name, &speaker.firm) {
        (Some(first), Some(last), _) => Some(format!("{first} {last}")),
        (_, Some(last), _) => Some(last.clone()),
        (_, _, firm) => firm.clone(),
    }
}

/// The article of a model in our catalogue, `la`, `le`, `l'` or `l'e`.
fn article(speaker: &Speaker) -> Option<&'static str> {
    let name = speaker.model.as_deref()?;
    let found = models().iter().find(|model| fold(model.name) == fold(name));
    found.map(|model| model.article)
}

fn my(speaker: &Speaker) -> Option<String> {
    let model = speaker.model.as_deref()?;
    Some(match article(speaker)? {
        "la" => format!("ma {model}"),
        _ => format!("mon {model}"),
    })
}

fn the(speaker: &Speaker) -> Option<String> {
    let model = speaker.model.as_deref()?;
    Some(match article(speaker)? {
        article @ ("la" | "le") => format!("{article} {model}"),
        _ => format!("l’{model}"),
    })
}

fn of_the(speaker: &Speaker) -> Option<String> {
    let model = speaker.model.as_deref()?;
    Some(match article(speaker)? {
        "la" => format!("de la {model}"),
        "le" => format!("du {model}"),
        _ => format!("de l’{model}"),
    })
}

/// What they would like, with its article.
fn wanted(talk: &Talk) -> Option<String> {
    let chosen = talk.speaker.chosen.clone();
    chosen.or_else(|| wanted_model(talk).map(with_article))
}

/// A model with its make and its article.
pub(super) fn with_article(model: &Model) -> String {
    match model.article {
        "la" | "l'e" => format!("une {} {}", model.make, model.name),
        _ => format!("un {} {}", model.make, model.name),
    }
}

/// A model that the group sells new, of the size of theirs.
pub(super) fn wanted_model(talk: &Talk) -> Option<&'static Model> {
    let year = i32::from(talk.now.year());
    let own = models()
        .iter()
        .find(|model| Some(model.name) == talk.speaker.model.as_deref());
    let sold: Vec<_> = models()
        .iter()
        .filter(|model| model.maker.is_some_and(|maker| maker.sold_new))
        .filter(|model| (model.years.0..=model.years.1).contains(&year))
        .filter(|model| own.is_none_or(|own| own.segment == model.segment))
        .collect();
    sold.get(talk.luck.below(Step::Wish, sold.len() as u64) as usize)
        .copied()
}

/// The moment that suits them: an open day of the week to come, at an hour of the workshop.
fn suits(talk: &Talk) -> DateTime {
    let wait = 2 + talk.luck.below(Step::Show, SOON) as usize;
    let day = talk
        .now
        .date()
        .series(1.day())
        .skip(1)
        .filter(|day| is_open_day(*day))
        .nth(wait / 2)
        .unwrap_or(talk.now.date());
    const HOURS: [(i8, i8); 8] = [
        (8, 30),
        (9, 0),
        (9, 30),
        (10, 0),
        (11, 0),
        (14, 0),
        (16, 30),
        (17, 30),
    ];
    let (hour, minute) = HOURS[talk.luck.below(Step::Buy, 8) as usize];
    day.at(hour, minute, 0, 0)
}

/// The day from which they may be asked again: one to four months later, the first open day of the month.
fn later(talk: &Talk) -> Date {
    let months = 1 + i64::try_from(talk.luck.below(Step::Show, 4)).unwrap_or(1);
    let month = talk.now.date().saturating_add(months.months()).first_of_month();
    crate::values::open_day_from(month)
}

fn back(talk: &Talk) -> Date {
    let days = 3 + i64::try_from(talk.luck.below(Step::Show, 9)).unwrap_or(3);
    crate::values::open_day_from(talk.now.date().saturating_add(days.days()))
}

/// A number of the range kept for fiction.
fn new_mobile(talk: &Talk) -> String {
    let number = 100 + talk.luck.below(Step::Wish, 9_900);
    format!("06 39 98 {:02} {:02}", number / 100, number % 100)
}

fn new_mail(talk: &Talk) -> Option<String> {
    let hosts = &grammar().mail_hosts;
    let host = hosts.get(talk.luck.below(Step::Wish, hosts.len() as u64) as usize)?;
    let name = match (&talk.speaker.first_name, &talk.speaker.last_name) {
        (Some(first), Some(last)) => format!("{first} {last}"),
        _ => talk.speaker.firm.clone()?,
    };
    let name = fold(&name).split(' ').collect::<Vec<_>>().join(".");
    Some(format!("{name}.{}@{host}", talk.now.year() % 100))
}

/// `84 000`, with spaces that do not break.
fn thousands(number: i64) -> String {
    let (thousands, rest) = (number / 1_000, number % 1_000);
    if thousands == 0 {
        return rest.to_string();
    }
    format!("{thousands}\u{202f}{rest:03}")
}

fn euros(cents: i64) -> String {
    format!("{},{:02} €", thousands(cents / 100), cents.rem_euclid(100))
}

fn moment_text(at: DateTime) -> String {
    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
}

fn day_words(day: Date) -> String {
    let words = calendar();
    let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
    let weekday = words.weekdays.get(weekday).map_or("", String::as_str);
    let number = match day.day() {
        1 => words.first.clone(),
        number => number.to_string(),
    };
    format!("{weekday} {number} {}", month_words(day).unwrap_or_default())
}

fn month_words(day: Date) -> Option<String> {
    let place = usize::try_from(day.month() - 1).ok()?;
    calendar().months.get(place).cloned()
}

fn hour_words(at: DateTime) -> String {
    match at.minute() {
        0 => format!("{} h", at.hour()),
        minute => format!("{} h {minute:02}", at.hour()),
    }
}
