//! Who and where I am: what the screens open with, what a person prefers, and the way back to the start.

mod reset;
mod rows;
mod state;

pub(crate) use reset::{open_base, reset, restore_school};
pub(crate) use rows::Identify;
pub(crate) use rows::{PreferenceRead, PreferenceValue, PreferenceWrite};
pub(crate) use rows::{identify, read_preference, write_preference};
pub(crate) use state::SessionState;
pub(crate) use state::state;
