//! What a message is to those who answer: its way, what it offers, what was overruled, its wording.

use super::{MessageChannel, MessageText};
use crate::error::GateReason;
use crate::replies::{Channel, Forced, Offer};

/// The way it goes.
pub(crate) fn way(channel: MessageChannel) -> Channel {
    match channel {
        MessageChannel::Mail => Channel::Mail,
        MessageChannel::Sms => Channel::Sms,
        MessageChannel::Letter => Channel::Letter,
    }
}

/// What it offers, by the code that the catalogue keeps; news when it is not said.
pub(crate) fn offer(code: Option<&str>) -> Offer {
    match code {
        Some("service") => Offer::Visit,
        Some("inspection") => Offer::Inspection,
        Some("tyres") => Offer::Tyres,
        Some("finance_end") => Offer::FinanceEnd,
        Some("warranty") => Offer::Warranty,
        Some("new_vehicle" | "test_drive" | "quote") => Offer::NewCar,
        Some("used_vehicle") => Offer::UsedCar,
        Some("event") => Offer::Event,
        _ => Offer::News,
    }
}

/// What was overruled for somebody.
pub(crate) fn overruled(reasons: &[GateReason]) -> Forced {
    reasons.iter().fold(Forced::NONE, |forced, reason| {
        forced.with(match reason {
            GateReason::NoConsent => Forced::NO_CONSENT,
            GateReason::Refused | GateReason::Withdrawn => Forced::WITHDRAWN,
            GateReason::QuietHours => Forced::QUIET,
            GateReason::TooLately => Forced::TOO_LATELY,
            _ => Forced::NONE,
        })
    })
}

/// Tells one wording from another: FNV-1a over 64 bits, the same through every door.
pub(crate) fn wording(text: &MessageText) -> u64 {
    let letters = text.subject.bytes().chain([0]).chain(text.body.bytes());
    letters.fold(0xcbf2_9ce4_8422_2325, |mark: u64, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Choices, Entity};

    #[test]
    fn every_offer_of_the_catalogue_but_the_news_has_an_answer_of_its_own() {
        let Choices::Closed(offers) = Entity::Campaign.fields().field("offer").unwrap().choices else {
            panic!("the offers are closed");
        };
        let news: Vec<&str> = offers
            .iter()
            .map(|(code, _)| *code)
            .filter(|code| offer(Some(code)) == Offer::News)
            .collect();
        assert_eq!(news, ["satisfaction", "greeting", "news"]);
    }

    #[test]
    fn two_wordings_are_told_apart() {
        let text = |subject: &str, body: &str| MessageText {
            subject: subject.to_owned(),
            body: body.to_owned(),
        };
        assert_ne!(wording(&text("a", "b")), wording(&text("ab", "")));
    }
}
