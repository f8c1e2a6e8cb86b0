//! What somebody who stands there wants.

use super::passage::Passage;
use crate::replies::fit::fit;
use crate::replies::intent::{Intent, wanted};
use crate::replies::luck::{Luck, Step};
use crate::replies::model::Fit;
use crate::replies::person::{Hidden, Known};
use crate::replies::sent::{Channel, Forced, Offer, Sent};
use jiff::civil::DateTime;

/// What the model is asked of somebody: no message was sent to them.
pub(super) fn asked(customer: i64, at: DateTime) -> Sent {
    Sent {
        activity: 0,
        customer,
        campaign: None,
        recipient: None,
        channel: Channel::Call,
        at,
        offer: Offer::News,
        personalised: 0,
        forced: Forced::NONE,
        text_hash: 0,
    }
}

/// What they come for. Who comes by themselves is never off the subject.
pub(super) fn purpose(
    known: &Known,
    hidden: &Hidden,
    offer: Option<Offer>,
    luck: Luck,
    at: DateTime,
) -> Intent {
    if hidden.grieved {
        return Intent::Grievance;
    }
    let offer = offer.unwrap_or_else(|| usual(known, hidden, luck, at));
    let suits = fit(offer, known, hidden, at.date()).max(Fit::Good);
    match wanted(offer, suits, luck) {
        Intent::CallBack => Intent::Question,
        Intent::NotInterested => Intent::Later,
        other => other,
    }
}

/// Another car when they think of one; the workshop when theirs is due for it; else the one or the other.
fn usual(known: &Known, hidden: &Hidden, luck: Luck, at: DateTime) -> Offer {
    let due = fit(Offer::Visit, known, hidden, at.date()) == Fit::Excellent;
    if hidden.project {
        Offer::NewCar
    } else if due || (known.cars > 0 && luck.strikes(Step::Pick, 6_000)) {
        Offer::Visit
    } else {
        Offer::NewCar
    }
}

impl Passage {
    /// As it is kept with the line of the inbox.
    pub(super) fn kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
