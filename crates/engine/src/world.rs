//! What the engine may know of the outside: the time and chance, handed in by whoever calls it.

use jiff::civil::{Date, DateTime};

/// The outside world. The engine never reads a clock: the same calls with the same world give the same data, to the byte.
pub trait World {
    /// Local civil date and time at the place of use.
    fn now(&self) -> DateTime;

    /// A number that the caller draws at random, for what must differ between two sandboxes.
    fn chance(&self) -> u64;

    /// The day of use.
    fn today(&self) -> Date {
        self.now().date()
    }
}

/// A world that stands still: for tests, benchmarks and the making of bases at a chosen day.
#[derive(Debug, Clone, Copy)]
pub struct FixedWorld(pub DateTime);

impl World for FixedWorld {
    fn now(&self) -> DateTime {
        self.0
    }

    fn chance(&self) -> u64 {
        0
    }
}
