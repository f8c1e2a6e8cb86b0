//! What is reckoned against what is drawn, and what is kept against what it was.

use super::{Expected, WeighedCase};
use crate::replies::draw::{Way, fate, way};
use crate::replies::intent::Intent;
use crate::replies::luck::Luck;
use crate::replies::model::{Case, Regime};
use crate::replies::person::Hidden;
use crate::replies::sent::Offer;
use crate::replies::tests::{PLAIN, case};
use proptest::prelude::*;

/// Messages drawn for each case.
const DRAWS: i64 = 12_000;

/// In the order of the sums: delivered, bounced, opened, clicked, answered, appointments, unsubscribed, complained.
fn drawn(case: &Case, offer: Offer, hidden: &Hidden, sound: bool) -> [i64; 8] {
    let life = Case {
        regime: Regime::Real,
        ..*case
    };
    let mut counts = [0; 8];
    for person in 0..DRAWS {
        let fate = fate(&life, offer, hidden, sound, Luck::of(3, person, 41));
        let intent = fate.answer.map(|(_, intent)| intent);
        let by_machine = intent == Some(Intent::Away);
        let told = intent.is_some_and(|intent| {
            !matches!(intent, Intent::Away | Intent::Unsubscribe | Intent::DataComplaint)
        });
        let marks = [
            fate.bounced.is_none(),
            fate.bounced.is_some(),
            fate.opened.is_some(),
            fate.clicked.is_some() && !told,
            told,
            intent.is_some_and(Intent::meets),
            intent == Some(Intent::Unsubscribe),
            intent == Some(Intent::DataComplaint),
        ];
        assert!(!by_machine || (fate.bounced.is_none() && fate.opened.is_none()));
        for (count, mark) in counts.iter_mut().zip(marks) {
            *count += i64::from(mark);
        }
    }
    counts
}

/// Within five standard deviations of the mean, in squares: no float.
fn is_near(count: i64, thousandths: i64) -> bool {
    let away = (count * 1_000 - thousandths).abs();
    let spread = thousandths * (DRAWS * 1_000 - thousandths) / (DRAWS * 1_000);
    away <= 4_000 || away * away <= 25 * 1_000 * spread
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_expected_is_what_many_draws_come_to(
        case in case(), sound in prop::bool::weighted(0.9), away in prop::bool::weighted(0.1),
        grieved in prop::bool::weighted(0.2), stranger in prop::bool::weighted(0.1),
        offer in prop::sample::select(vec![Offer::Visit, Offer::NewCar, Offer::News, Offer::Service]),
    ) {
        let hidden = Hidden { away, grieved, stranger, ..PLAIN };
        let mut expected = Expected::default();
        for _ in 0..DRAWS {
            expected.add(&case, offer, &hidden, sound);
        }
        let (sums, counts) = (expected.thousandths(), drawn(&case, offer, &hidden, sound));
        for (place, (sum, mut count)) in sums.into_iter().zip(counts).enumerate() {
            // Neither paper nor a telephone tells that it was read: the model knows.
            if place == 2 && case.channel != crate::replies::Channel::Mail {
                count = sum / 1_000;
            }
            prop_assert!(is_near(count, sum), "{place}: {sums:?} {counts:?}");
        }
    }

    #[test]
    fn what_is_kept_of_a_recipient_is_what_it_was(
        case in case(), luck: i64, which in 0_usize..3,
    ) {
        let way = [Way::Open, Way::Lost, Way::Away][which];
        let kept = WeighedCase { case, way, luck: Luck::of_kept(luck) };
        let back = WeighedCase::of(kept.number(), kept.luck.kept()).unwrap();
        let pressure = case.pressure.min(5);
        prop_assert_eq!(back.case, Case { pressure, ..case });
        prop_assert_eq!(back.way, way);
        prop_assert_eq!(back.luck.kept(), luck);
    }
}

#[test]
fn sums_are_exact_whatever_the_order_and_a_damaged_number_is_nobody() {
    let one = Case {
        regime: Regime::Magnified,
        channel: crate::replies::Channel::Mail,
        fit: crate::replies::model::Fit::Excellent,
        personal: crate::replies::model::Personal::NameAndCar,
        moment: crate::replies::model::Moment::Good,
        tie: crate::replies::model::Tie::Loyal,
        standing: crate::replies::model::Standing::Allowed,
        pressure: 0,
        asks: true,
        way_out: true,
        project: false,
        habit: 100,
        patience: 100,
    };
    let mut expected = Expected::default();
    for _ in 0..71 {
        expected.add(&one, Offer::Visit, &PLAIN, true);
    }
    // Read: 3,000 × 1.2 × 1.12 × 1.08 × 1.05 × 1.2 = 5,486 of the 9,940 whom it reaches. Answered: 60 × 1.7 × 1.25 × 1.05 × 1.25 = 167.
    let [delivered, _, opened, _, answered, appointments, ..] = expected.thousandths();
    assert_eq!((delivered, opened), (70_574, 38_717));
    assert_eq!((answered, appointments), (645, 297));
    assert!(WeighedCase::of(-1, 5).is_none() && WeighedCase::of(i64::MAX, 5).is_none());
    assert_eq!(
        way(one.channel, &Hidden { stale: true, ..PLAIN }, true),
        Way::Open
    );
}
