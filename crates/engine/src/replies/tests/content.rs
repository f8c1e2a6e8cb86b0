//! Words for everything that may be answered.

use super::super::intent::Intent;
use super::super::judge::{judged, offer_of};
use super::super::luck::Luck;
use super::super::person::Tone;
use super::super::rows::Speaker;
use super::super::sent::{Channel, Offer};
use super::super::words::{Talk, say};
use crate::content::replies;
use jiff::civil::date;

fn speaker() -> Speaker {
    Speaker {
        civility: Some("mrs".to_owned()),
        first_name: Some("Camille".to_owned()),
        last_name: Some("Lebreton".to_owned()),
        town: Some("Rennes".to_owned()),
        mail: Some("camille@maison.example".to_owned()),
        vehicle: Some(12),
        model: Some("Clio".to_owned()),
        plate: Some("XA-123-BC".to_owned()),
        km: Some(84_000),
        amount: Some(41_250),
        serviced_on: Some("2026-10-05".to_owned()),
        ..Speaker::default()
    }
}

fn talk(speaker: &Speaker, person: i64, tone: Tone) -> Talk<'_> {
    Talk {
        speaker,
        advisor: Some("Léa Martin"),
        tone,
        luck: Luck::of(2026, person, 1),
        now: date(2026, 11, 23).at(14, 30, 0, 0),
    }
}

#[test]
fn every_intent_has_six_wordings_and_every_place_of_them_can_be_filled() {
    let speaker = speaker();
    for intent in Intent::ALL {
        let words = replies::intent(intent.code()).unwrap();
        assert!(!words.label.is_empty() && !words.expects.is_empty());
        assert!(words.texts.len() >= 6, "{}", intent.code());
        let mut said = std::collections::BTreeSet::new();
        for channel in [Channel::Mail, Channel::Sms, Channel::Letter, Channel::Call] {
            for tone in [Tone::Formal, Tone::Plain, Tone::Brief] {
                for person in 0..60 {
                    let answer = say(&talk(&speaker, person, tone), *intent, channel).unwrap();
                    assert!(!answer.text.contains(['{', '}']), "{}", answer.text);
                    assert_eq!(Intent::of_code(intent.code()), Some(*intent));
                    said.insert(answer.text);
                }
            }
        }
        assert!(
            said.len() >= words.texts.len(),
            "{}: {}",
            intent.code(),
            said.len()
        );
    }
}

/// Whoever has no car, no first name, no invoice says nothing of them.
#[test]
fn a_wording_that_finds_nothing_to_say_is_not_chosen() {
    let firm = Speaker {
        firm: Some("Menuiserie Roche".to_owned()),
        mail: Some("contact@roche.example".to_owned()),
        ..Speaker::default()
    };
    for intent in Intent::ALL {
        for person in 0..40 {
            if let Some(answer) = say(&talk(&firm, person, Tone::Formal), *intent, Channel::Mail) {
                assert!(!answer.text.contains(['{', '}']), "{}", answer.text);
            }
        }
    }
}

/// Nobody telephones in the night, nor on a Sunday, when they can write.
#[test]
fn an_answer_by_telephone_comes_in_opening_hours() {
    let speaker = speaker();
    let by = |person, now| {
        let talk = Talk {
            now,
            ..talk(&speaker, person, Tone::Plain)
        };
        say(&talk, Intent::CallBack, Channel::Mail).unwrap().channel
    };
    for person in 0..40 {
        assert_eq!(by(person, date(2026, 11, 24).at(10, 0, 0, 0)), Channel::Call);
        for closed in [
            date(2026, 11, 24).at(3, 39, 0, 0),
            date(2026, 11, 22).at(10, 0, 0, 0),
        ] {
            assert_ne!(by(person, closed), Channel::Call);
        }
    }
}

#[test]
fn a_message_is_judged_by_its_words() {
    let good = judged(
        "Votre révision approche : prenez rendez-vous. Répondez STOP pour ne plus en recevoir.",
        Offer::Visit,
    );
    assert!(good.asks && good.way_out && !good.off_topic);
    let poor = judged("Découvrez notre gamme électrique", Offer::Visit);
    assert!(!poor.way_out && poor.off_topic);
    assert_eq!(
        offer_of("Votre contrôle technique arrive à échéance"),
        Offer::Inspection
    );
    assert_eq!(offer_of("Bonjour"), Offer::News);
}
