//! « Pourquoi ? »: the factors that made a reaction what it was, reckoned again from what is kept of it.

use super::deals::Deal;
use super::model::{Case, Regime, ReplyEffect, Weighed, chances, reasons};
use serde::{Deserialize, Serialize};

/// What is kept of a reaction: the case of a message, or what a purchase rested upon.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Kept {
    Case(Case),
    Deal(Deal),
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
    /// `bounce`, `read`, `click`, `answer`, `leave`, `complain`, `buy`.
    pub(super) of: &'static str,
    pub(super) chance: u64,
    /// What was drawn, to be below the chance for it to happen; none when it is not told or was never drawn.
    pub(super) drawn: Option<u64>,
}

/// Explains what is kept; nothing when it says nothing.
pub(super) fn explain(kept: &str) -> WhyView {
    match serde_json::from_str(kept) {
        Ok(Kept::Case(case)) => of_case(&case),
        Ok(Kept::Deal(deal)) => of_deal(&deal),
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

fn of_deal(deal: &Deal) -> WhyView {
    let mut reasons = Vec::new();
    let chance = deal.chance(&mut |factor, level, percent| {
        reasons.push(Weighed {
            factor,
            level,
            effect: ReplyEffect::Act,
            percent,
        });
    });
    reasons.retain(|reason| reason.percent != 100);
    WhyView {
        regime: Some(deal.regime),
        channel: None,
        reasons,
        chances: vec![ChanceView {
            of: "buy",
            chance,
            drawn: None,
        }],
    }
}
