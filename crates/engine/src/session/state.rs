//! What the screens open with.

use super::rows;
use crate::bases;
use crate::change::{Nothing, UndoState, undo_state};
use crate::content;
use crate::error::ApiError;
use crate::fields::{CATALOGUE, Entity};
use crate::reader::Reader;
use crate::records::rows::count;
use crate::store;
use serde::Serialize;
use std::collections::BTreeMap;

/// Product, day of use, group, person, base, and what can be undone.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SessionState {
    version: &'static str,
    /// Format of the data.
    format: u32,
    today: String,
    now: String,
    user: Option<String>,
    group: GroupView,
    staff: Vec<StaffView>,
    base: BaseView,
    undo: UndoState,
    /// How many records of each entity, by its name.
    counts: BTreeMap<&'static str, i64>,
    clients: i64,
    prospects: i64,
}

/// The dealership group.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct GroupView {
    name: &'static str,
    sites: Vec<SiteView>,
}

/// One of its sites.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct SiteView {
    name: &'static str,
    town: &'static str,
    department: &'static str,
}

/// One of its people.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct StaffView {
    name: &'static str,
    role: &'static str,
    site: &'static str,
}

/// What the base was made from.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct BaseView {
    seed: String,
    date: String,
    size: i64,
    /// A trainer's workbook rather than the product's base.
    own: bool,
}

/// What the screens open with.
pub(crate) fn state(reader: &Reader, _input: Nothing) -> Result<SessionState, ApiError> {
    let store = reader.store;
    let group = content::group();
    let mut counts = BTreeMap::new();
    for known in CATALOGUE
        .iter()
        .filter(|known| !matches!(known.entity, Entity::Anomaly | Entity::PendingEvent))
    {
        counts.insert(known.table, count(reader, known.entity)?);
    }
    let (clients, prospects) = rows::clients_and_prospects(store)?;
    let setting = |key: &str| store::setting(reader.store, key).map(Option::unwrap_or_default);
    Ok(SessionState {
        version: env!("CARGO_PKG_VERSION"),
        format: crate::DATA_FORMAT,
        today: reader.today().to_string(),
        now: reader.now_text(),
        user: rows::user(store)?,
        group: GroupView {
            name: &group.name,
            sites: group
                .sites
                .iter()
                .map(|site| SiteView {
                    name: &site.name,
                    town: &site.town,
                    department: &site.department,
                })
                .collect(),
        },
        staff: group
            .staff
            .iter()
            .map(|person| StaffView {
                name: &person.name,
                role: &person.role,
                site: &person.site,
            })
            .collect(),
        base: BaseView {
            seed: setting("seed")?,
            date: setting("date")?,
            size: setting("size")?.parse().unwrap_or_default(),
            own: bases::is_own(store)?,
        },
        undo: undo_state(store.conn())?,
        counts,
        clients,
        prospects,
    })
}
