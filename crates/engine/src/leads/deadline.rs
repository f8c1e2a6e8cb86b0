//! Until when a lead may wait for its first answer, and how long it was made to.

use crate::content::leads::answer_rule;
use crate::reckoning::hours::{after_open_days, after_open_minutes, open_days_between, open_minutes};
use jiff::civil::DateTime;
use serde::Serialize;

/// Until when the first answer is expected, and where that leaves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnswerDeadline {
    /// `2026-11-23T14:30`.
    pub(super) due_at: String,
    pub(super) standing: AnswerStanding,
    /// Opening minutes left, or by which it is late.
    minutes: i64,
    /// Open days since the day on which it was due.
    days: usize,
}

/// Where a lead that nobody has answered stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum AnswerStanding {
    /// There is time left.
    InTime,
    /// Past the goal.
    Late,
    /// Past the limit too.
    Overdue,
}

/// The deadline of a lead issued at a moment, seen at another one.
pub(super) fn deadline(site: &str, issued: DateTime, now: DateTime) -> AnswerDeadline {
    let rule = answer_rule(issued.date());
    let due = after_open_minutes(site, issued, rule.goal);
    let limit = after_open_days(site, issued, rule.limit_days);
    let standing = if now <= due {
        AnswerStanding::InTime
    } else if now <= limit {
        AnswerStanding::Late
    } else {
        AnswerStanding::Overdue
    };
    let minutes = if now <= due {
        open_minutes(site, now, due)
    } else {
        open_minutes(site, due, now)
    };
    AnswerDeadline {
        due_at: to_minute(due),
        standing,
        minutes,
        days: open_days_between(site, due.date(), now.date()),
    }
}

/// Opening minutes between a lead and its first answer; one given while the doors were closed cost none.
pub(super) fn answer_minutes(site: &str, issued: DateTime, answered: DateTime) -> i64 {
    open_minutes(site, issued, answered)
}

/// The middle one of some delays; of an even number, the mean of the two in the middle.
pub(super) fn median(mut delays: Vec<i64>) -> Option<i64> {
    delays.sort_unstable();
    let middle = delays.len() / 2;
    let upper = *delays.get(middle)?;
    if delays.len() % 2 == 1 {
        return Some(upper);
    }
    Some((upper + *delays.get(middle.checked_sub(1)?)?) / 2)
}

fn to_minute(at: DateTime) -> String {
    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_hour_is_the_goal_a_day_the_limit() {
        let monday = date(2026, 11, 23);
        let issued = monday.at(13, 55, 0, 0);
        let seen = |now: DateTime| {
            let found = deadline("Grand-Large Lyon", issued, now);
            (found.standing, found.minutes, found.days)
        };
        assert_eq!(deadline("", issued, issued).due_at, "2026-11-23T14:55");
        assert_eq!(seen(monday.at(14, 20, 0, 0)), (AnswerStanding::InTime, 35, 0));
        assert_eq!(seen(monday.at(16, 0, 0, 0)), (AnswerStanding::Late, 65, 0));
        let tuesday = date(2026, 11, 24);
        assert_eq!(seen(tuesday.at(13, 0, 0, 0)).0, AnswerStanding::Late);
        assert_eq!(seen(tuesday.at(14, 0, 0, 0)).0, AnswerStanding::Overdue);
        assert_eq!(seen(date(2026, 11, 30).at(9, 0, 0, 0)).2, 6);
        assert_eq!(answer_minutes("", issued, tuesday.at(9, 5, 0, 0)), 305 + 5);
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![30, 5, 90]), Some(30));
        assert_eq!(median(vec![30, 5, 90, 40]), Some(35));
    }
}
