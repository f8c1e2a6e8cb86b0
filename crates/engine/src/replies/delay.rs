//! When a reaction comes: fixed quantiles in minutes, drawn like everything else.

use super::luck::{Luck, Step};
use super::sent::Channel;

/// Even quantiles of the time until a mail is read, in minutes: half of them within six hours.
const MAIL: [u64; 9] = [8, 35, 95, 200, 360, 700, 1_150, 2_000, 4_300];
/// Of an SMS: half of them within a quarter of an hour.
const SMS: [u64; 9] = [1, 3, 6, 9, 13, 30, 80, 300, 900];
/// A letter takes two to twelve days, answer included.
const LETTER: [u64; 9] = [2_880, 3_900, 4_800, 5_800, 7_000, 8_600, 10_400, 13_000, 17_280];

/// Minutes until a message is read (a letter: until its answer leaves).
pub(super) fn until_read(channel: Channel, luck: Luck) -> u64 {
    match channel {
        Channel::Mail => between(&MAIL, luck.ticket(Step::Delay)),
        Channel::Sms => between(&SMS, luck.ticket(Step::Delay)),
        Channel::Letter => between(&LETTER, luck.ticket(Step::Delay)),
        Channel::Call => 0,
    }
}

/// Minutes from reading to answering: people think for up to two days, less over an SMS.
pub(super) fn until_answer(channel: Channel, luck: Luck) -> u64 {
    let ticket = luck.below(Step::Pick, 10_000);
    match channel {
        Channel::Mail => 4 + between(&MAIL, ticket) / 2,
        Channel::Sms => 1 + between(&SMS, ticket) / 3,
        Channel::Letter | Channel::Call => 0,
    }
}

/// Between two quantiles, by where the ticket (0 to 9,999) falls.
fn between(quantiles: &[u64; 9], ticket: u64) -> u64 {
    let place = ticket * 8;
    let (step, rest) = ((place / 10_000) as usize, place % 10_000);
    let (from, to) = (quantiles[step], quantiles[step + 1]);
    from + (to - from) * rest / 10_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_reached_and_half_of_the_mails_are_read_within_six_hours() {
        assert_eq!((between(&MAIL, 0), between(&MAIL, 5_000)), (8, 360));
        assert!(between(&MAIL, 9_999) > 4_200);
        let mut drawn: Vec<u64> = (0..2_001)
            .map(|person| until_read(Channel::Sms, Luck::of(1, person, 1)))
            .collect();
        drawn.sort_unstable();
        assert!((10..=17).contains(&drawn[1_000]), "{}", drawn[1_000]);
    }
}
