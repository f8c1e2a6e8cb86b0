//! The chance of each reaction to a message, in ten-thousandths: a base by channel, times factors in percent. A better
//! decision never lowers the chance of a good reaction, nor raises that of a bad one; with equal luck it loses none.

use super::sent::Channel;
use serde::{Deserialize, Serialize};

/// How often things happen: as in life, or magnified so that a class of thirty sees them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Regime {
    Real,
    #[default]
    Magnified,
}

impl Regime {
    pub(super) const ALL: [Self; 2] = [Self::Real, Self::Magnified];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Magnified => "magnified",
        }
    }

    pub(super) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|regime| regime.code() == code)
    }
}

/// How an offer suits a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Fit {
    Off,
    Weak,
    Good,
    Excellent,
}

/// What a message says of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Personal {
    /// A field that found no value is left as it was typed.
    Broken,
    Nothing,
    Name,
    NameAndCar,
}

/// The hour and the day at which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Moment {
    Bad,
    Neutral,
    Good,
}

/// What the person and the dealership are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Tie {
    Cold,
    Dormant,
    Lukewarm,
    Loyal,
    HotLead,
}

/// May they be written to?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum Standing {
    /// They said no, and know it.
    Opposed,
    NoConsent,
    Allowed,
}

/// All that the reaction to a message rests upon, besides luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Case {
    pub(super) regime: Regime,
    pub(super) channel: Channel,
    pub(super) fit: Fit,
    pub(super) personal: Personal,
    pub(super) moment: Moment,
    pub(super) tie: Tie,
    pub(super) standing: Standing,
    /// Messages and calls of ours in the 30 days before.
    pub(super) pressure: u32,
    /// It says what to do: call, answer, click.
    pub(super) asks: bool,
    /// It says how to have no more of them.
    pub(super) way_out: bool,
    /// They have in mind what is offered.
    pub(super) project: bool,
    /// How much they read, in percent of the others.
    pub(super) habit: u32,
    /// How much they bear, in percent of the others.
    pub(super) patience: u32,
}

/// Chances in ten-thousandths. All but `soft_bounce` are those of somebody whom the message reached; from `complain` on, of
/// somebody who read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chances {
    pub(super) soft_bounce: u64,
    pub(super) read: u64,
    pub(super) complain: u64,
    pub(super) leave: u64,
    pub(super) click: u64,
    pub(super) answer: u64,
}

/// What a factor multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub(crate) enum ReplyEffect {
    Read,
    Act,
    Leave,
    Complain,
    /// To order a car: of no message.
    Buy,
    /// To come by: of no message either.
    Come,
}

/// A reason: a factor, its level, and by how much it multiplies a chance, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Weighed {
    pub(crate) factor: &'static str,
    pub(crate) level: &'static str,
    pub(crate) effect: ReplyEffect,
    pub(crate) percent: u64,
}

/// The most that a chance can be: nothing is sure.
const MOST: u64 = 9_500;

/// Bases by channel (mail, SMS, letter, call): read, click, answer, leave, complain, soft bounce.
const REAL: [[u64; 6]; 4] = [
    [3_000, 800, 60, 50, 2, 60],
    [9_500, 500, 150, 60, 5, 400],
    [6_500, 0, 220, 5, 1, 0],
    [3_800, 0, 9_000, 0, 10, 0],
];
const MAGNIFIED: [[u64; 6]; 4] = [
    [3_600, 1_400, 900, 150, 10, 60],
    [9_500, 900, 500, 120, 15, 400],
    [6_500, 0, 600, 15, 5, 0],
    [3_800, 0, 9_000, 0, 10, 0],
];

/// Chances of a complaint by who may not be written to: without consent, opposed.
const UNLAWFUL_REAL: [u64; 2] = [60, 300];
const UNLAWFUL_MAGNIFIED: [u64; 2] = [600, 3_000];

/// The chances of a case, and each factor that made them as it is met.
pub(super) fn chances(case: &Case, hear: &mut dyn FnMut(Weighed)) -> Chances {
    let (bases, unlawful) = match case.regime {
        Regime::Real => (&REAL, &UNLAWFUL_REAL),
        Regime::Magnified => (&MAGNIFIED, &UNLAWFUL_MAGNIFIED),
    };
    let [read, click, answer, leave, complain, soft_bounce] = bases[case.channel as usize];
    let complain = match case.standing {
        Standing::Allowed => complain,
        Standing::NoConsent => unlawful[0],
        Standing::Opposed => unlawful[1],
    };
    let mut by = [100_u64 * 100; 4];
    factors(case, &mut |reason| {
        if let Some(product) = by.get_mut(reason.effect as usize) {
            *product = *product * reason.percent / 100;
        }
        hear(reason);
    });
    let [to_read, to_act, to_leave, to_complain] = by;
    let of = |base: u64, by: u64| (base * by / 10_000).min(MOST);
    Chances {
        soft_bounce,
        read: of(read, to_read),
        complain: of(complain, to_complain),
        leave: of(leave, to_leave),
        click: of(click, to_act),
        answer: of(answer, to_act),
    }
}

/// The reasons of a case, those that change nothing left out, the weightiest first.
pub(super) fn reasons(case: &Case) -> Vec<Weighed> {
    let mut found = Vec::new();
    chances(case, &mut |reason| {
        if reason.percent != 100 {
            found.push(reason);
        }
    });
    found.sort_by_key(|reason| {
        let away = if reason.percent > 100 {
            reason.percent * 100
        } else {
            1_000_000 / reason.percent.max(1)
        };
        (std::cmp::Reverse(away), reason.factor, reason.effect as usize)
    });
    found
}

fn factors(case: &Case, hear: &mut dyn FnMut(Weighed)) {
    let mut say = |factor, level, effects: [u64; 4]| {
        for (effect, percent) in [
            ReplyEffect::Read,
            ReplyEffect::Act,
            ReplyEffect::Leave,
            ReplyEffect::Complain,
        ]
        .into_iter()
        .zip(effects)
        {
            hear(Weighed {
                factor,
                level,
                effect,
                percent,
            });
        }
    };
    let (level, effects) = match case.fit {
        Fit::Off => ("off", [60, 10, 300, 100]),
        Fit::Weak => ("weak", [80, 50, 150, 100]),
        Fit::Good => ("good", [100, 100, 100, 100]),
        Fit::Excellent => ("excellent", [120, 170, 60, 100]),
    };
    say("fit", level, effects);
    let (level, effects) = match case.personal {
        Personal::Broken => ("broken", [85, 60, 180, 100]),
        Personal::Nothing => ("nothing", [100, 100, 100, 100]),
        Personal::Name => ("name", [106, 110, 95, 100]),
        Personal::NameAndCar => ("name_and_car", [112, 125, 85, 100]),
    };
    say("personal", level, effects);
    moment(case, &mut say);
    pressure(case, &mut say);
    let (level, effects) = match case.tie {
        Tie::HotLead => ("hot_lead", [150, 220, 100, 100]),
        Tie::Loyal => ("loyal", [120, 125, 100, 100]),
        Tie::Lukewarm => ("lukewarm", [100, 100, 100, 100]),
        Tie::Dormant => ("dormant", [70, 55, 100, 100]),
        Tie::Cold => ("cold", [60, 40, 100, 100]),
    };
    say("tie", level, effects);
    if !case.asks {
        say("call_to_action", "none", [100, 60, 100, 100]);
    }
    if !case.way_out {
        say("way_out", "none", [100, 100, 100, 300]);
    }
    if case.project {
        say("project", "in_mind", [100, 250, 100, 100]);
    }
    if case.standing < Standing::Allowed {
        let level = match case.standing {
            Standing::Opposed => "opposed",
            _ => "no_consent",
        };
        say("standing", level, [100, 100, 400, 100]);
    }
    say(
        "habit",
        of_percent(case.habit),
        [u64::from(case.habit), 100, 100, 100],
    );
    let temper = 10_000 / u64::from(case.patience.max(20));
    say("patience", of_percent(case.patience), [100, 100, 100, temper]);
}

type Say<'a> = &'a mut dyn FnMut(&'static str, &'static str, [u64; 4]);

fn moment(case: &Case, say: Say) {
    // Paper waits in its box; an SMS that comes at the wrong time is not acted upon.
    let act = |percent| {
        if case.channel == Channel::Sms {
            percent
        } else {
            100
        }
    };
    let (level, percent) = match case.moment {
        Moment::Bad => ("bad", 80),
        Moment::Neutral => ("neutral", 100),
        Moment::Good => ("good", 108),
    };
    if case.channel != Channel::Letter {
        say("moment", level, [percent, act(percent), 100, 100]);
    }
}

fn pressure(case: &Case, say: Say) {
    let (level, [read, act, leave]) = match case.pressure {
        0 => ("none", [105, 105, 80]),
        1 => ("one", [100, 100, 100]),
        2 => ("two", [90, 90, 130]),
        3 => ("three", [75, 75, 200]),
        4 => ("four", [55, 55, 320]),
        _ => ("five", [40, 40, 500]),
    };
    say("pressure", level, [read, act, leave, 100]);
}

fn of_percent(percent: u32) -> &'static str {
    match percent {
        0..90 => "low",
        90..=110 => "usual",
        _ => "high",
    }
}
