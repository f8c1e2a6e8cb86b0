//! The agenda: what falls in a window, appointments made, moved and taken away one by one or as a series, follow-ups seen
//! as the same facts, the calendar of holidays and opening hours beside them.

mod calendar;
mod check;
mod create;
mod delete;
mod edit;
mod entry;
mod exceptions;
mod ics;
mod lanes;
mod open;
mod plan;
mod rows;
mod slots;
mod waiting;
mod window;

pub(crate) use calendar::{CalendarEdit, CalendarView};
pub(crate) use calendar::{calendar, edit_calendar};
pub(crate) use calendar::{kept_calendar, put_calendar_back};
pub(crate) use check::check;
pub(crate) use check::{AgendaChecked, AgendaDraft};
pub(crate) use create::AgendaCreate;
pub(crate) use create::create;
pub(crate) use delete::AgendaDelete;
pub(crate) use delete::delete;
pub(crate) use edit::{AgendaEdit, AgendaMove};
pub(crate) use edit::{edit, move_to};
pub(crate) use ics::ics;
pub(crate) use ics::{AgendaFile, AgendaIcs};
pub(crate) use open::open;
pub(crate) use open::{AgendaEvent, AgendaOpen};
pub(crate) use plan::plan;
pub(crate) use plan::{AgendaPlan, AgendaPlanned};
pub(crate) use waiting::waiting;
pub(crate) use waiting::{AgendaToPlace, AgendaWaiting};
pub(crate) use window::window;
pub(crate) use window::{AgendaView, AgendaWindow};

use crate::values::Repeat;
use serde::{Deserialize, Serialize};

/// A record under its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaLink {
    #[serde(rename = "ref")]
    reference: String,
    label: String,
}

/// How much of a series is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum SeriesScope {
    /// The event of that day alone.
    This,
    /// It and those after it.
    Following,
    /// The whole series; also what is meant of an event that does not come back.
    #[default]
    All,
}

/// How an event comes back, and the days left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SeriesRule {
    /// None: it does not come back.
    pub(crate) repeat: Option<Repeat>,
    /// Days on which it would fall and does not.
    #[serde(default)]
    pub(crate) skip: Vec<String>,
}
