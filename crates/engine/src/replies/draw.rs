//! From a case and its luck to what happens: each step compares its draw with its chance.

use super::delay;
use super::intent::{Intent, wanted};
use super::luck::{Luck, Step};
use super::model::{Case, chances};
use super::person::Hidden;
use super::sent::{Channel, Offer};

/// What comes of a message: moments are minutes after it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fate {
    pub(super) bounced: Option<u64>,
    pub(super) opened: Option<u64>,
    pub(super) clicked: Option<u64>,
    /// What is answered, and when.
    pub(super) answer: Option<(u64, Intent)>,
}

/// What comes of a message to an address that is good or not.
pub(super) fn fate(case: &Case, offer: Offer, hidden: &Hidden, address_is_sound: bool, luck: Luck) -> Fate {
    let chances = chances(case, &mut |_| ());
    let mut fate = Fate::default();
    let by_post = case.channel == Channel::Letter;
    if !address_is_sound || (by_post && hidden.stale) || luck.strikes(Step::Delivery, chances.soft_bounce) {
        fate.bounced = Some(if by_post { 7_200 } else { 1 });
        return fate;
    }
    if hidden.away && case.channel == Channel::Mail {
        fate.answer = Some((2, Intent::Away));
        return fate;
    }
    if !luck.strikes(Step::Read, chances.read) {
        return fate;
    }
    let read = delay::until_read(case.channel, luck);
    // Neither paper nor a telephone tells that it was read.
    fate.opened = (case.channel == Channel::Mail).then_some(read);
    if luck.strikes(Step::Complaint, chances.complain) {
        fate.answer = Some((read + 4, complaint(hidden)));
        return fate;
    }
    if luck.strikes(Step::Leave, chances.leave) {
        fate.answer = Some((read + 2, Intent::Unsubscribe));
        return fate;
    }
    if luck.strikes(Step::Click, chances.click) {
        fate.clicked = Some(read + 1);
    }
    if luck.strikes(Step::Answer, chances.answer) {
        let at = read + delay::until_answer(case.channel, luck);
        fate.answer = Some((at, answer(case, offer, hidden, luck)));
    }
    fate
}

/// Who waits for a word about their last visit complains of it; the others of their data.
fn complaint(hidden: &Hidden) -> Intent {
    if hidden.grieved {
        Intent::Grievance
    } else {
        Intent::DataComplaint
    }
}

/// What is so, whatever was decided, is told first; else what the offer makes them want.
fn answer(case: &Case, offer: Offer, hidden: &Hidden, luck: Luck) -> Intent {
    if hidden.stranger {
        return Intent::WrongPerson;
    }
    if hidden.grieved {
        return Intent::Grievance;
    }
    if hidden.sold && offer.repairs() {
        return Intent::Sold;
    }
    if hidden.stale {
        return Intent::Moved;
    }
    wanted(offer, case.fit, luck)
}
