//! The model against what it promises: rates, better decisions, the same draws everywhere, words for everything.

mod content;
mod rates;

use super::draw::{Fate, fate};
use super::intent::rank;
use super::luck::{Luck, fingerprint};
use super::model::{Case, Fit, Moment, Personal, Regime, Standing, Tie};
use super::person::{Hidden, Tone};
use super::sent::{Channel, Offer};
use proptest::prelude::*;

/// Somebody of whom nothing particular is hidden.
pub(in crate::replies) const PLAIN: Hidden = Hidden {
    patience: 100,
    habit: 100,
    tone: Tone::Plain,
    project: false,
    stale: false,
    sold: false,
    grieved: false,
    stranger: false,
    away: false,
};

pub(in crate::replies) fn case() -> impl Strategy<Value = Case> {
    let fits = prop::sample::select(vec![Fit::Off, Fit::Weak, Fit::Good, Fit::Excellent]);
    let personals = prop::sample::select(vec![
        Personal::Broken,
        Personal::Nothing,
        Personal::Name,
        Personal::NameAndCar,
    ]);
    let moments = prop::sample::select(vec![Moment::Bad, Moment::Neutral, Moment::Good]);
    let ties = prop::sample::select(vec![
        Tie::Cold,
        Tie::Dormant,
        Tie::Lukewarm,
        Tie::Loyal,
        Tie::HotLead,
    ]);
    let standings = prop::sample::select(vec![Standing::Opposed, Standing::NoConsent, Standing::Allowed]);
    let channels = prop::sample::select(vec![Channel::Mail, Channel::Sms, Channel::Letter]);
    (
        (channels, fits, personals, moments, ties, standings),
        (0_u32..8, any::<[bool; 4]>(), 60_u32..140, 20_u32..140),
    )
        .prop_map(
            |((channel, fit, personal, moment, tie, standing), (pressure, flags, habit, patience))| Case {
                regime: if flags[0] { Regime::Real } else { Regime::Magnified },
                channel,
                fit,
                personal,
                moment,
                tie,
                standing,
                pressure,
                asks: flags[1],
                way_out: flags[2],
                project: flags[3],
                habit,
                patience,
            },
        )
}

/// The same case, some of its decisions better and none worse.
fn better(case: Case, by: [bool; 6]) -> Case {
    let mut other = case;
    if by[0] {
        other.fit = match case.fit {
            Fit::Off => Fit::Weak,
            Fit::Weak => Fit::Good,
            _ => Fit::Excellent,
        };
    }
    if by[1] {
        other.personal = match case.personal {
            Personal::Broken => Personal::Nothing,
            Personal::Nothing => Personal::Name,
            _ => Personal::NameAndCar,
        };
    }
    if by[2] {
        other.moment = match case.moment {
            Moment::Bad => Moment::Neutral,
            _ => Moment::Good,
        };
    }
    if by[3] {
        other.pressure = case.pressure.saturating_sub(2);
    }
    if by[4] {
        other.standing = Standing::Allowed;
    }
    if by[5] {
        (other.asks, other.way_out) = (true, true);
    }
    other
}

/// Good reactions: read, clicked, answered without anger.
fn good(fate: &Fate) -> [bool; 3] {
    use super::intent::Intent;
    let answered = fate
        .answer
        .is_some_and(|(_, intent)| !matches!(intent, Intent::Unsubscribe | Intent::DataComplaint));
    [fate.opened.is_some(), fate.clicked.is_some(), answered]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]
    #[test]
    fn with_equal_luck_a_better_decision_loses_no_reaction(
        case in case(), by in any::<[bool; 6]>(), seed: u64, customer in 1_i64..100_000, occasion: u64,
    ) {
        let luck = Luck::of(seed, customer, occasion);
        let other = better(case, by);
        for offer in [Offer::Visit, Offer::NewCar, Offer::News] {
            let (before, after) = (
                fate(&case, offer, &PLAIN, true, luck),
                fate(&other, offer, &PLAIN, true, luck),
            );
            for (had, has) in good(&before).into_iter().zip(good(&after)) {
                prop_assert!(has || !had, "{before:?} became {after:?}");
            }
        }
        prop_assert!(rank(other.fit, luck) <= rank(case.fit, luck));
    }
}

#[test]
fn draws_are_the_same_natively_and_in_the_browser() {
    // The browser checks the same number: stories/acts/replies.ts.
    assert_eq!(fingerprint(2026, 100_000), super::luck::FINGERPRINT);
}
