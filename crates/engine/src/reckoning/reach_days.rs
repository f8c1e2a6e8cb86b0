//! From which days on a customer may be approached, written down when something of theirs changes: lists and targetings ask
//! it of each of their rows, and only have to compare days.

use super::reach::{CHANNELS, ContactMode, Facts, Reach, day_of, is_closed, stands};
use crate::content::law::{contact_rule, contact_rules};
use jiff::Span;
use jiff::civil::{Date, date};

/// Before every rule and every word said.
const BEGINNING: Date = date(1, 1, 1);

/// Letters of a day.
const DAY: usize = "2026-11-23".len();

/// The audience, then for each channel what holds, and each day from which something else does: `person;-2007-01-011;…`.
/// `1` yes, `0` no, `-` no rule speaks of it; under all the rules of the law. Days on which nobody may be approached at all
/// are not in it: they are the same for everybody, see [`Closed`].
pub(crate) fn days_of(reach: &Reach) -> String {
    let mut written = reach.audience.clone();
    for channel in CHANNELS {
        let facts = reach.facts(channel);
        let sign = |day: Date, text: &str| match contact_rule(channel, &reach.audience, text) {
            Some(rule) if stands(&facts, rule, ContactMode::Complete, day) => '1',
            Some(_) => '0',
            None => '-',
        };
        let mut last = sign(BEGINNING, &BEGINNING.to_string());
        written.push(';');
        written.push(last);
        for day in turns(&facts, channel, &reach.audience) {
            let text = day.to_string();
            let now = sign(day, &text);
            if now != last {
                written.push_str(&text);
                written.push(now);
                last = now;
            }
        }
    }
    written
}

/// The days, in order, on which the answer may turn.
fn turns(facts: &Facts, channel: &str, audience: &str) -> Vec<Date> {
    let said = facts.consent.as_ref();
    let after = |day: Date, days: i64| day.saturating_add(Span::new().days(days));
    let mut turns: Vec<Date> = Vec::new();
    turns.extend(facts.contract_until.map(|day| after(day, 1)));
    turns.extend(said.and_then(|said| said.withdrawn_on));
    for rule in contact_rules(channel, audience) {
        turns.extend(day_of(Some(&rule.since)));
        if let (Some(months), Some(given)) = (rule.months, said.and_then(|said| said.given_on)) {
            turns.push(after(given.saturating_add(Span::new().months(months)), 1));
        }
        if rule.calls.is_some() {
            turns.extend(
                facts
                    .calls
                    .iter()
                    .flat_map(|day| [*day, after(*day, rule.calls_days)]),
            );
        }
    }
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// The channels by which nobody is approached on a day: Sundays and public holidays for calls.
pub(crate) struct Closed {
    of: [[bool; 2]; CHANNELS.len()],
}

impl Closed {
    pub(crate) fn on(day: Date) -> Self {
        let of = |channel| ["person", "company"].map(|audience| is_closed(channel, audience, day));
        Self { of: CHANNELS.map(of) }
    }
}

/// May they be approached on a day (`2026-11-23`), by what [`days_of`] wrote? None when no rule speaks of it. As bytes: it is
/// asked a million times in half a second.
pub(crate) fn allowed(days: &[u8], channel: &[u8], day: &[u8], closed: &Closed) -> Option<bool> {
    let place = CHANNELS.iter().position(|known| known.as_bytes() == channel)?;
    let mut parts = days.split(|byte| *byte == b';');
    let audience = parts.next()?;
    let (mut holds, turns) = parts.nth(place)?.split_first()?;
    for turn in turns.chunks_exact(DAY + 1) {
        let (from, now) = turn.split_at(DAY);
        if from > day {
            break;
        }
        holds = now.first()?;
    }
    match holds {
        b'1' => Some(!closed.of[place][usize::from(audience == b"company")]),
        b'0' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Word;
    use super::*;
    use jiff::ToSpan;
    use proptest::prelude::*;

    #[test]
    fn what_is_written_is_short() {
        let mut reach = Reach {
            audience: "person".to_owned(),
            addresses: vec!["mail".to_owned()],
            client: true,
            ..Reach::default()
        };
        let granted = Word {
            state: "granted".to_owned(),
            given_on: Some("2025-01-31".to_owned()),
            withdrawn_on: None,
        };
        reach.hear("phone".to_owned(), granted);
        let written = days_of(&reach);
        assert!(written.starts_with("person;"), "{written}");
        assert_eq!(written.matches(';').count(), 4, "{written}");
        assert!(written.len() < 80, "{written}");
    }

    proptest! {
        #[test]
        fn it_says_what_the_whole_says(
            company: bool, client: bool, addresses in prop::collection::vec(0_usize..4, 0..4),
            contract in prop::option::of(0_i32..2_000), calls in prop::collection::vec(0_i32..60, 0..8),
            words in prop::collection::vec((0_usize..4, 0_usize..3, prop::option::of(0_i32..1_500), any::<bool>()), 0..6),
            now in 0_i32..1_500,
        ) {
            let day = |back: i32| (date(2027, 6, 1) - back.days()).to_string();
            let mut reach = Reach {
                audience: if company { "company" } else { "person" }.to_owned(),
                addresses: addresses.iter().map(|at| CHANNELS[*at].to_owned()).collect(),
                client,
                contract_until: contract.map(day),
                ..Reach::default()
            };
            let days: Vec<String> = calls.iter().map(|back| day(*back)).collect();
            reach.remember_calls(days.iter().map(String::as_str));
            for (channel, state, given, withdrawn) in words {
                let word = Word {
                    state: ["granted", "refused", "withdrawn"][state].to_owned(),
                    given_on: given.map(day),
                    withdrawn_on: given.filter(|_| withdrawn).map(|back| day(back / 2)),
                };
                reach.hear(CHANNELS[channel].to_owned(), word);
            }
            let written = days_of(&reach);
            // The day itself, and those around each day that decides.
            let near = days.iter().chain(&reach.contract_until).filter_map(|day| day.parse::<Date>().ok());
            let mut asked = vec![date(2027, 6, 1) - now.days(), date(1990, 1, 1), date(2026, 8, 10), date(2026, 8, 11)];
            asked.extend(near.flat_map(|day| [day - 1.day(), day, day + 1.day(), day + 29.days(), day + 30.days(), day + 31.days()]));
            for today in asked {
                let closed = Closed::on(today);
                for channel in CHANNELS {
                    let whole = reach.verdict(channel, ContactMode::Complete, today.at(0, 0, 0, 0)).map(|verdict| verdict.allowed);
                    prop_assert_eq!(allowed(written.as_bytes(), channel.as_bytes(), today.to_string().as_bytes(), &closed), whole, "{} {} {}", written, channel, today);
                }
            }
        }
    }
}
