//! Notes: what a salesperson keeps in mind about somebody.

use super::activities;
use super::client::Client;
use super::life::Life;
use super::people::Person;
use super::sales_contacts;
use super::writer::Writer;
use crate::content::words::notes as words;
use crate::fields::Entity;
use crate::values::Value;

/// What is said of somebody of an age: a sentence that begins with `[25-60] ` is for these ages only.
pub(super) fn said_at(said: &str, age: Option<i32>) -> Option<&str> {
    let Some((ages, sentence)) = said.strip_prefix('[').and_then(|rest| rest.split_once("] ")) else {
        return Some(said);
    };
    let (from, to) = ages.split_once('-')?;
    let ages = from.parse().ok()?..=to.parse().ok()?;
    ages.contains(&age?).then_some(sentence)
}

/// Writes the notes of three records in five.
pub(super) fn write<E>(client: &Client, life: &Life, writer: &mut Writer<E>) -> Result<(), E> {
    let mut chance = client.chance("notes");
    if !chance.percent(62) {
        return Ok(());
    }
    let words = words();
    let wished = sales_contacts::wished(client, &mut client.chance("affair wish"), None);
    let former = activities::former(client, life, life.cars.len(), &writer.time);
    let talk = activities::talk(client, client.owner(), &wished, former, writer.time.today);
    let age = client.person().map(Person::age);
    let mut one = |list: &[String], share: u32| -> Value {
        if chance.percent(share) {
            let fit: Vec<&str> = list.iter().filter_map(|said| said_at(said, age)).collect();
            talk.say(chance.word(&fit)).into()
        } else {
            Value::Empty
        }
    };
    let (wanted, projects, expectations, comment) = if client.slot.company {
        (
            one(&words.wanted_company, 60),
            one(&words.projects_company, 70),
            one(&words.expectations_company, 75),
            one(&words.comments_company, 60),
        )
    } else {
        (
            one(&words.wanted, 62),
            one(&words.projects, 65),
            one(&words.expectations, 66),
            one(&words.comments, 50),
        )
    };
    let mut household = Value::Empty;
    let mut interests = Value::Empty;
    let mut daily_km = Value::Empty;
    if let Some(person) = client.person() {
        if chance.percent(78) {
            let at_least = if client.coupled || client.slot.head.is_some() {
                2
            } else {
                1
            };
            household = chance
                .between(
                    i64::from(person.profile.home.0).max(at_least),
                    i64::from(person.profile.home.1).max(at_least),
                )
                .into();
        }
        if chance.percent(66) {
            let fitting: Vec<&str> = words
                .interests
                .iter()
                .filter_map(|said| said_at(said, age))
                .collect();
            let (first, second) = (
                chance.word(&fitting).to_owned(),
                chance.word(&fitting).to_lowercase(),
            );
            let both = first.to_lowercase() != second && chance.percent(40);
            interests = if both {
                format!("{first}, {second}").into()
            } else {
                first.into()
            };
        }
        if chance.percent(70) {
            let yearly = life.cars.last().map_or(11_000, |car| car.km_per_year);
            daily_km = (yearly / 300 / 5 * 5).max(5).into();
        }
    }
    let id = writer.next_id(Entity::Note);
    let values = vec![
        ("customer_id", client.id().into()),
        ("wanted_vehicles", wanted),
        ("projects", projects),
        ("expectations", expectations),
        ("household_size", household),
        ("interests", interests),
        ("daily_km", daily_km),
        ("comment", comment),
    ];
    writer.fact(Entity::Note, id, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_sentences_are_of_an_age() {
        assert_eq!(said_at("Voile", None), Some("Voile"));
        assert_eq!(
            said_at("[24-42] Naissance prévue", Some(30)),
            Some("Naissance prévue")
        );
        assert_eq!(said_at("[24-42] Naissance prévue", Some(70)), None);
        let words = words();
        let all = [
            &words.projects,
            &words.interests,
            &words.comments,
            &words.expectations,
            &words.wanted,
        ];
        for said in all.into_iter().flatten().filter(|said| said.starts_with('[')) {
            assert!((18..96).any(|age| said_at(said, Some(age)).is_some()), "{said}");
        }
    }
}
