//! Who comes by: what brings them, in words for each thing they want. How often: `tests/walk_ins.rs`, on the school base.

use super::passage::{Passage, most};
use super::purpose::purpose;
use crate::content::replies as content;
use crate::replies::intent::Intent;
use crate::replies::luck::Luck;
use crate::replies::model::{Regime, Tie};
use crate::replies::person::{Hidden, Known};
use crate::replies::tests::PLAIN;
use jiff::civil::date;
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_brings_somebody_never_keeps_them_away(flags in any::<[bool; 4]>(), place in 0_usize..4) {
        let ties = [Tie::Cold, Tie::Dormant, Tie::Lukewarm, Tie::Loyal, Tie::HotLead];
        let one = Passage {
            regime: if flags[0] { Regime::Real } else { Regime::Magnified },
            project: false,
            due: flags[1],
            tie: ties[place],
            grieved: flags[2],
            firm: flags[3],
        };
        let chance = |passage: Passage| passage.chance(&mut |_, _, _| ());
        for other in [
            Passage { project: true, ..one },
            Passage { due: true, ..one },
            Passage { grieved: true, ..one },
            Passage { tie: ties[place + 1], ..one },
            Passage { firm: false, ..one },
        ] {
            prop_assert!(chance(other) >= chance(one) && chance(other) <= most(one.regime));
        }
    }
}

#[test]
fn whatever_they_want_has_its_words_and_one_that_supposes_nothing() {
    let known = Known {
        cars: 1,
        ..Known::default()
    };
    let at = date(2026, 11, 24).at(10, 0, 0, 0);
    let mut met = std::collections::BTreeSet::new();
    for person in 0..400 {
        for project in [false, true] {
            let hidden = Hidden {
                project,
                grieved: person % 50 == 0,
                ..PLAIN
            };
            met.insert(purpose(&known, &hidden, None, Luck::of(2, person, 5), at).code());
        }
    }
    assert_eq!(met.len(), 8, "{met:?}");
    for code in met {
        let words = content::visit(code).unwrap_or_else(|| panic!("{code}"));
        assert!(
            words.texts.len() >= 4 && crate::content::choices("activity_results").contains(&words.result)
        );
        let supposes = ["voiture}", "un_souhait", "{km}", "conseiller"];
        assert!(
            words
                .texts
                .iter()
                .any(|text| supposes.iter().all(|place| !text.contains(place))),
            "{code}"
        );
    }
    assert!(content::visit(Intent::Bounce.code()).is_none());
}
