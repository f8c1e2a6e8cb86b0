//! « Pourquoi ? »: the factors that made a reaction what it was, reckoned again from what is kept of it.

use super::deals::Deal;
use super::model::{Case, Regime, ReplyEffect, Weighed, chances, reasons};
use super::walk_ins::Passage;
use serde::{Deserialize, Serialize};

/// What is kept of a reaction: the case of a message, what a purchase rested upon, what made somebody come by.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Kept {
    Case(Case),
    Deal(Deal),
    Passage(Passage),
}

/// Why a reaction came.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct WhyView {
    pub(crate) regime: Option<Regime>,
    /// Of the message.
    pub(crate) channel: Option<&'static str>,
    /// The weightiest first.
    pub(super) reasons: Vec<Weighed>,
    /// What the chances came to.
    pub(super) chances: Vec<ChanceView>,
}

/// A chance, in ten-thousandths.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChanceView {
    /// `bounce`, `read`, `click`, `answer`, `leave`, `complain`, `buy`, `come`.
    pub(super) of: &'static str,
    pub(super) chance: u64,
    /// What was drawn, to be below the chance for it to happen; none when it is not told or was never drawn.
    pub(super) drawn: Option<u64>,
}

/// Explains what is kept; nothing when it says nothing.
pub(super) fn explain(kept: &str) -> WhyView {
    match serde_json::from_str(kept) {
        Ok(Kept::Case(case)) => of_case(&case),
        Ok(Kept::Deal(deal)) => {
            let (mut reasons, mut hear) = (Vec::new(), heard(ReplyEffect::Buy));
            let chance =
                deal.chance(&mut |factor, level, percent| reasons.extend(hear(factor, level, percent)));
            of_life(deal.regime, reasons, "buy", chance)
        }
        // Millionths are told as ten-thousandths: a chance of a day is small.
        Ok(Kept::Passage(passage)) => {
            let (mut reasons, mut hear) = (Vec::new(), heard(ReplyEffect::Come));
            let chance =
                passage.chance(&mut |factor, level, percent| reasons.extend(hear(factor, level, percent)));
            of_life(passage.regime, reasons, "come", chance / 100)
        }
        Err(_) => WhyView::default(),
    }
}

pub(super) fn of_case(case: &Case) -> WhyView {
    let chances = chances(case, &mut |_| ());
    let told = [
        ("read", chances.read),
        ("click", chances.click),
        ("answer", chances.answer),
        ("leave", chances.leave),
        ("complain", chances.complain),
    ];
    WhyView {
        regime: Some(case.regime),
        channel: Some(case.channel.code()),
        reasons: reasons(case),
        chances: told
            .into_iter()
            .filter(|(_, chance)| *chance > 0)
            .map(|(of, chance)| ChanceView {
                of,
                chance,
                drawn: None,
            })
            .collect(),
    }
}

/// What a factor of an effect weighs, when it weighs.
fn heard(effect: ReplyEffect) -> impl FnMut(&'static str, &'static str, u64) -> Option<Weighed> {
    move |factor, level, percent| {
        (percent != 100).then_some(Weighed {
            factor,
            level,
            effect,
            percent,
        })
    }
}

fn of_life(regime: Regime, reasons: Vec<Weighed>, of: &'static str, chance: u64) -> WhyView {
    WhyView {
        regime: Some(regime),
        channel: None,
        reasons,
        chances: vec![ChanceView {
            of,
            chance,
            drawn: None,
        }],
    }
}
