//! What is kept of each recipient when a campaign leaves: the case, the way and the luck, in two numbers.

use crate::replies::draw::Way;
use crate::replies::luck::Luck;
use crate::replies::model::{Case, Fit, Moment, Personal, Regime, Standing, Tie};
use crate::replies::sent::Channel;

/// Messages beyond which pressure weighs no more.
const PRESSED: u32 = 5;

/// All that a reaction came from.
#[derive(Clone, Copy, Debug)]
pub(in crate::replies) struct WeighedCase {
    pub(in crate::replies) case: Case,
    pub(in crate::replies) way: Way,
    pub(in crate::replies) luck: Luck,
}

const FITS: [Fit; 4] = [Fit::Off, Fit::Weak, Fit::Good, Fit::Excellent];
const PERSONALS: [Personal; 4] = [
    Personal::Broken,
    Personal::Nothing,
    Personal::Name,
    Personal::NameAndCar,
];
const MOMENTS: [Moment; 3] = [Moment::Bad, Moment::Neutral, Moment::Good];
const TIES: [Tie; 5] = [Tie::Cold, Tie::Dormant, Tie::Lukewarm, Tie::Loyal, Tie::HotLead];
const STANDINGS: [Standing; 3] = [Standing::Opposed, Standing::NoConsent, Standing::Allowed];
const WAYS: [Way; 3] = [Way::Open, Way::Lost, Way::Away];

/// Numbers below a bound, one behind the other.
struct Digits(i64);

impl Digits {
    fn push(&mut self, digit: u32, below: i64) {
        self.0 = self.0 * below + i64::from(digit);
    }

    fn pop(&mut self, below: i64) -> usize {
        let digit = self.0.rem_euclid(below);
        self.0 = self.0.div_euclid(below);
        usize::try_from(digit).unwrap_or(0)
    }
}

impl WeighedCase {
    /// The case and the way as one number. The order of the digits never changes: numbers kept long ago are read by it.
    pub(in crate::replies) fn number(&self) -> i64 {
        let case = &self.case;
        let mut digits = Digits(0);
        let flags = [case.asks, case.way_out, case.project];
        for (digit, below) in [
            (case.regime as u32, 2),
            (case.channel as u32, 4),
            (case.fit as u32, 4),
            (case.personal as u32, 4),
            (case.moment as u32, 3),
            (case.tie as u32, 5),
            (case.standing as u32, 3),
            (case.pressure.min(PRESSED), 6),
        ]
        .into_iter()
        .chain(flags.map(|flag| (u32::from(flag), 2)))
        .chain([
            (case.habit.min(255), 256),
            (case.patience.min(255), 256),
            (self.way as u32, 3),
        ]) {
            digits.push(digit, below);
        }
        digits.0
    }

    /// What was kept.
    pub(in crate::replies) fn of(number: i64, luck: i64) -> Option<Self> {
        let mut digits = Digits(number);
        let way = *WAYS.get(digits.pop(3))?;
        let patience = u32::try_from(digits.pop(256)).ok()?;
        let habit = u32::try_from(digits.pop(256)).ok()?;
        let [project, way_out, asks] = [0; 3].map(|_| digits.pop(2) == 1);
        let pressure = u32::try_from(digits.pop(6)).ok()?;
        let case = Case {
            standing: *STANDINGS.get(digits.pop(3))?,
            tie: *TIES.get(digits.pop(5))?,
            moment: *MOMENTS.get(digits.pop(3))?,
            personal: *PERSONALS.get(digits.pop(4))?,
            fit: *FITS.get(digits.pop(4))?,
            channel: *Channel::ALL.get(digits.pop(4))?,
            regime: *Regime::ALL.get(digits.pop(2))?,
            pressure,
            asks,
            way_out,
            project,
            habit,
            patience,
        };
        (digits.0 == 0).then_some(Self {
            case,
            way,
            luck: Luck::of_kept(luck),
        })
    }
}
