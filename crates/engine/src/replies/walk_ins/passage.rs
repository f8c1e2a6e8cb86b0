//! The chance that somebody comes by on a day, in millionths, and why.

use crate::replies::fit::{fit, tie};
use crate::replies::model::{Fit, Regime, Tie};
use crate::replies::person::{Hidden, Known};
use crate::replies::sent::Offer;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// In how many parts such a chance is cut.
pub(super) const WHOLE: u64 = 1_000_000;

/// What makes somebody come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Passage {
    pub(in crate::replies) regime: Regime,
    /// They think of another car.
    pub(super) project: bool,
    /// Their car is due for a visit to the workshop.
    pub(super) due: bool,
    pub(super) tie: Tie,
    /// Something went wrong that they come to tell.
    pub(super) grieved: bool,
    pub(super) firm: bool,
}

impl Passage {
    pub(super) fn of(regime: Regime, known: &Known, hidden: &Hidden, day: Date) -> Self {
        Self {
            regime,
            project: hidden.project,
            due: fit(Offer::Visit, known, hidden, day) == Fit::Excellent,
            tie: tie(known, day),
            grieved: hidden.grieved,
            firm: known.is_company,
        }
    }

    /// The chance that they come on an open day, in millionths, and each factor that made it. A base of 520 sees some seven a
    /// month in life: a quarter of its sales begin in the showroom, and one visit in four or five ends in one.
    pub(in crate::replies) fn chance(&self, hear: &mut dyn FnMut(&'static str, &'static str, u64)) -> u64 {
        let base: u64 = match self.regime {
            Regime::Real => 115,
            Regime::Magnified => 330,
        };
        let yes = |is: bool, percent: u64| if is { percent } else { 100 };
        let tie = match self.tie {
            Tie::HotLead => ("hot_lead", 200),
            Tie::Loyal => ("loyal", 150),
            Tie::Lukewarm => ("lukewarm", 100),
            Tie::Dormant => ("dormant", 60),
            Tie::Cold => ("cold", 40),
        };
        let factors = [
            ("project", "in_mind", yes(self.project, 1_500)),
            ("visit_due", "due", yes(self.due, 300)),
            ("grief", "waits", yes(self.grieved, 600)),
            ("tie", tie.0, tie.1),
            ("firm", "firm", yes(self.firm, 50)),
        ];
        let mut chance = base * 1_000;
        for (factor, level, percent) in factors {
            chance = chance * percent / 100;
            hear(factor, level, percent);
        }
        (chance / 1_000).min(most(self.regime))
    }
}

/// The most that it can be: whoever draws above it need not be looked at.
pub(super) fn most(regime: Regime) -> u64 {
    match regime {
        Regime::Real => 2_500,
        Regime::Magnified => 6_000,
    }
}
