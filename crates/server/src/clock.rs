//! The world as this PC gives it: its clock and its chance. The only place of the product where a clock is read.

use engine::World;
use jiff::civil::{Date, DateTime};
use jiff::{Span, ZonedDateTime};

/// The clock of the PC, moved by whole days when a day of use was chosen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SystemWorld {
    days_away: i32,
}

impl SystemWorld {
    /// `date` is what today is taken to be.
    pub(crate) fn new(date: Option<Date>) -> SystemWorld {
        let days_away = date
            .and_then(|date| ZonedDateTime::now().date().until(date).ok())
            .map_or(0, |span| span.get_days());
        SystemWorld { days_away }
    }
}

/// The minute on this PC, for the name of a file: `2026-11-24-10h32`.
pub(crate) fn stamp() -> String {
    let now = ZonedDateTime::now().datetime();
    format!("{}-{:02}h{:02}", now.date(), now.hour(), now.minute())
}

impl World for SystemWorld {
    fn now(&self) -> DateTime {
        let now = ZonedDateTime::now().datetime();
        now.checked_add(Span::new().days(self.days_away)).unwrap_or(now)
    }

    fn chance(&self) -> u64 {
        // The clock is a poor chance, but a system without any must not stop a lesson.
        getrandom::u64().unwrap_or_else(|_| self.now().subsec_nanosecond().unsigned_abs().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_day_is_today() {
        let date = Date::constant(2024, 2, 29);
        assert_eq!(SystemWorld::new(Some(date)).today(), date);
    }

    #[test]
    fn chance_is_not_constant() {
        let world = SystemWorld::new(None);
        assert_ne!(world.chance(), world.chance());
    }
}
