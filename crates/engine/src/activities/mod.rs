//! What is done with customers: the day's board, and follow-ups logged.

mod board;
mod follow_up;
mod rows;

pub(crate) use board::home;
pub(crate) use board::{HomeRead, HomeView};
pub(crate) use follow_up::FollowUpDone;
pub(crate) use follow_up::follow_up_done;
