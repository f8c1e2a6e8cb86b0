//! What is done with customers: the day's board, and activities logged, follow-ups done.

mod board;
mod follow_up;
mod log;
mod rows;

pub(crate) use board::home;
pub(crate) use board::{HomeRead, HomeView};
pub(crate) use follow_up::FollowUpDone;
pub(crate) use follow_up::follow_up_done;
pub(crate) use log::ActivityLog;
pub(crate) use log::{log, refuse_past};
