//! From a case and its luck to what happens: each step compares its draw with its chance.

use super::delay;
use super::intent::{Intent, wanted};
use super::luck::{Luck, Step};
use super::model::{Case, chances};
use super::person::Hidden;
use super::sent::{Channel, Offer};
use serde::Serialize;

/// What comes of a message: moments are minutes after it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fate {
    pub(super) bounced: Option<u64>,
    pub(super) opened: Option<u64>,
    pub(super) clicked: Option<u64>,
    /// What is answered, and when.
    pub(super) answer: Option<(u64, Intent)>,
}

/// How a message fares before anybody can read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Way {
    /// It is delivered, unless it bounces by chance.
    Open,
    /// The address is wrong.
    Lost,
    /// They are away: a machine answers.
    Away,
}

/// Up to where a message goes, step by step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Course {
    pub(super) bounced: bool,
    pub(super) away: bool,
    pub(super) read: bool,
    pub(super) complained: bool,
    pub(super) left: bool,
    pub(super) clicked: bool,
    pub(super) answered: bool,
}

/// The way of a message to somebody, by an address that is well formed or not.
pub(super) fn way(channel: Channel, hidden: &Hidden, address_is_sound: bool) -> Way {
    if !address_is_sound || (channel == Channel::Letter && hidden.stale) {
        Way::Lost
    } else if hidden.away && channel == Channel::Mail {
        Way::Away
    } else {
        Way::Open
    }
}

/// How far a message goes: each step is drawn only when the one before it let it through.
pub(super) fn course(case: &Case, way: Way, luck: Luck) -> Course {
    let chances = chances(case, &mut |_| ());
    let mut course = Course {
        bounced: way == Way::Lost || luck.strikes(Step::Delivery, chances.soft_bounce),
        ..Course::default()
    };
    course.away = !course.bounced && way == Way::Away;
    if course.bounced || course.away {
        return course;
    }
    course.read = luck.strikes(Step::Read, chances.read);
    course.complained = course.read && luck.strikes(Step::Complaint, chances.complain);
    course.left = course.read && !course.complained && luck.strikes(Step::Leave, chances.leave);
    if course.read && !course.complained && !course.left {
        course.clicked = luck.strikes(Step::Click, chances.click);
        course.answered = luck.strikes(Step::Answer, chances.answer);
    }
    course
}

/// What comes of a message to an address that is good or not.
pub(super) fn fate(case: &Case, offer: Offer, hidden: &Hidden, address_is_sound: bool, luck: Luck) -> Fate {
    let course = course(case, way(case.channel, hidden, address_is_sound), luck);
    let mut fate = Fate::default();
    if course.bounced {
        let by_post = case.channel == Channel::Letter;
        fate.bounced = Some(if by_post { 7_200 } else { 1 });
    }
    if course.away {
        fate.answer = Some((2, Intent::Away));
    }
    if !course.read {
        return fate;
    }
    let read = delay::until_read(case.channel, luck);
    // Neither paper nor a telephone tells that it was read.
    fate.opened = (case.channel == Channel::Mail).then_some(read);
    fate.clicked = course.clicked.then_some(read + 1);
    fate.answer = if course.complained {
        Some((read + 4, complaint(hidden)))
    } else if course.left {
        Some((read + 2, Intent::Unsubscribe))
    } else if course.answered {
        let at = read + delay::until_answer(case.channel, luck);
        Some((at, answer(case, offer, hidden, luck)))
    } else {
        None
    };
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

fn answer(case: &Case, offer: Offer, hidden: &Hidden, luck: Luck) -> Intent {
    told_first(offer, hidden).unwrap_or_else(|| wanted(offer, case.fit, luck))
}

/// What is so, whatever was decided, is told first; else what the offer makes them want.
pub(super) fn told_first(offer: Offer, hidden: &Hidden) -> Option<Intent> {
    if hidden.stranger {
        return Some(Intent::WrongPerson);
    }
    if hidden.grieved {
        return Some(Intent::Grievance);
    }
    if hidden.sold && offer.repairs() {
        return Some(Intent::Sold);
    }
    hidden.stale.then_some(Intent::Moved)
}
