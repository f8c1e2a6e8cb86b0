//! Rates over ten thousand draws of mixes of people like those of a base (docs/decisions/0022).

use super::super::draw::fate;
use super::super::intent::Intent;
use super::super::luck::{Luck, Step};
use super::super::model::{Case, Fit, Moment, Personal, Regime, Standing, Tie};
use super::super::sent::{Channel, Offer};
use super::PLAIN;

const DRAWS: i64 = 10_000;

/// Reactions in ten-thousandths of what was sent.
#[derive(Debug, Default)]
struct Rates {
    read: i64,
    clicked: i64,
    answered: i64,
    left: i64,
    complained: i64,
    bounced: i64,
}

/// A well-chosen audience, or the whole base without a thought.
#[derive(Clone, Copy, PartialEq)]
enum Audience {
    Chosen,
    Everybody,
    Subscribers,
}

fn person(audience: Audience, channel: Channel, regime: Regime, index: i64) -> Case {
    let share = |shares: [i64; 4], turn: u64| {
        let mut left = (Luck::of(7, index, turn).below(Step::Pick, 100)) as i64;
        shares.iter().position(|share| {
            left -= share;
            left < 0
        })
    };
    let fits = [Fit::Off, Fit::Weak, Fit::Good, Fit::Excellent];
    let ties = [Tie::Cold, Tie::Dormant, Tie::Lukewarm, Tie::Loyal];
    let standings = [
        Standing::Opposed,
        Standing::NoConsent,
        Standing::Allowed,
        Standing::Allowed,
    ];
    let (fit, tie, standing) = match audience {
        Audience::Chosen => ([0, 0, 20, 80], [0, 0, 25, 75], [0, 0, 100, 0]),
        Audience::Subscribers => ([0, 35, 65, 0], [10, 20, 40, 30], [0, 0, 100, 0]),
        Audience::Everybody => ([52, 28, 11, 9], [22, 15, 30, 33], [9, 45, 46, 0]),
    };
    let chosen = audience == Audience::Chosen;
    Case {
        regime,
        channel,
        fit: fits[share(fit, 37).unwrap_or(3)],
        personal: if chosen {
            Personal::NameAndCar
        } else {
            Personal::Nothing
        },
        moment: if chosen { Moment::Good } else { Moment::Neutral },
        tie: ties[share(tie, 13).unwrap_or(3)],
        standing: standings[share(standing, 71).unwrap_or(3)],
        pressure: if chosen { 0 } else { 1 },
        asks: audience != Audience::Subscribers,
        way_out: true,
        project: false,
        habit: 100,
        patience: 100,
    }
}

fn rates(audience: Audience, channel: Channel, regime: Regime) -> Rates {
    let mut rates = Rates::default();
    for index in 0..DRAWS {
        let case = person(audience, channel, regime, index);
        let fate = fate(&case, Offer::Visit, &PLAIN, true, Luck::of(2026, index, 77));
        rates.bounced += i64::from(fate.bounced.is_some());
        rates.read += i64::from(fate.opened.is_some());
        rates.clicked += i64::from(fate.clicked.is_some());
        match fate.answer.map(|(_, intent)| intent) {
            Some(Intent::Unsubscribe) => rates.left += 1,
            Some(Intent::DataComplaint) => rates.complained += 1,
            Some(_) => rates.answered += 1,
            None => {}
        }
    }
    rates
}

#[track_caller]
fn within(what: i64, from: i64, to: i64, rates: &Rates) {
    assert!(
        (from..=to).contains(&what),
        "{what} not in {from}..={to}: {rates:?}"
    );
}

#[test]
fn mails_as_in_life() {
    let chosen = rates(Audience::Chosen, Channel::Mail, Regime::Real);
    within(chosen.read, 4_400, 5_600, &chosen);
    within(chosen.clicked, 750, 1_250, &chosen);
    within(chosen.answered, 45, 110, &chosen);
    within(chosen.left, 2, 25, &chosen);
    within(chosen.complained, 0, 6, &chosen);
    let subscribers = rates(Audience::Subscribers, Channel::Mail, Regime::Real);
    within(subscribers.read, 2_400, 3_500, &subscribers);
    within(subscribers.clicked, 90, 300, &subscribers);
    within(subscribers.left, 5, 30, &subscribers);
    let everybody = rates(Audience::Everybody, Channel::Mail, Regime::Real);
    within(everybody.read, 1_700, 2_600, &everybody);
    within(everybody.clicked, 60, 150, &everybody);
    within(everybody.answered, 2, 15, &everybody);
    within(everybody.left, 25, 60, &everybody);
    within(everybody.complained, 5, 30, &everybody);
}

#[test]
fn mails_under_the_magnifying_glass() {
    let chosen = rates(Audience::Chosen, Channel::Mail, Regime::Magnified);
    within(chosen.read, 5_400, 6_700, &chosen);
    within(chosen.clicked, 1_700, 2_600, &chosen);
    within(chosen.answered, 1_050, 1_700, &chosen);
    let everybody = rates(Audience::Everybody, Channel::Mail, Regime::Magnified);
    within(everybody.answered, 80, 190, &everybody);
    within(everybody.complained, 80, 260, &everybody);
}

#[test]
fn messages_and_letters() {
    let chosen = rates(Audience::Chosen, Channel::Sms, Regime::Real);
    within(chosen.clicked, 750, 1_300, &chosen);
    within(chosen.answered, 230, 430, &chosen);
    within(chosen.left, 15, 60, &chosen);
    within(chosen.bounced, 320, 480, &chosen);
    let everybody = rates(Audience::Everybody, Channel::Sms, Regime::Real);
    within(everybody.left, 180, 310, &everybody);
    within(everybody.complained, 15, 50, &everybody);
    let letter = rates(Audience::Chosen, Channel::Letter, Regime::Real);
    within(letter.answered, 300, 560, &letter);
    let letter = rates(Audience::Chosen, Channel::Letter, Regime::Magnified);
    within(letter.answered, 800, 1_500, &letter);
}
