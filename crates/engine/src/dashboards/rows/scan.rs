//! The records of a question, read once in the order that costs least, and tallied as they go by.

use crate::dashboards::group::{Groups, Raw};
use crate::dashboards::numbered::Numbered;
use crate::dashboards::period::Days;
use crate::dashboards::plan::{Axis, Plan};
use crate::dashboards::question::Measure;
use crate::dashboards::tally::Tally;
use crate::error::ApiError;
use crate::lists::{Conditions, Path, filters_of, kept_of_target, narrowest};
use crate::reader::Reader;
use rusqlite::types::ValueRef;
use rusqlite::{Row, params_from_iter};
use rustc_hash::FxHashMap;

/// The day of use is bound whether a field asks for it or not: asked once, not for each row.
const DAY_IS_BOUND: &str = "?1 IS NOT NULL";

/// The groups of each axis, and what was counted where they meet.
pub(in crate::dashboards) struct Found {
    pub(in crate::dashboards) groups: Vec<Groups>,
    /// Places of the groups, none being 0 for the axis that there is not, and what was counted there.
    pub(in crate::dashboards) cells: Vec<([u32; 2], Tally)>,
}

/// Tallies the records of a question over some days.
pub(in crate::dashboards) fn scan(reader: &Reader, plan: &Plan, days: Days) -> Result<Found, ApiError> {
    let mut groups = Vec::new();
    for axis in &plan.axes {
        groups.push(groups_of(reader, axis)?);
    }
    let mut cells = Cells::default();
    let (sql, conditions) = sql(reader, plan, days)?;
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&conditions.parameters))?;
    let axes = groups.len();
    let measured = !matches!(plan.question.measure, Measure::Count);
    while let Some(row) = rows.next()? {
        let mut places = [0; 2];
        for (at, groups) in groups.iter_mut().enumerate() {
            places[at] = groups.place(raw(row, at)?);
        }
        let number = if measured {
            match row.get_ref(axes)? {
                ValueRef::Integer(number) => Some(number),
                _ => None,
            }
        } else {
            None
        };
        cells.at(places).add(&plan.question.measure, number);
    }
    Ok(Found {
        groups,
        cells: cells.all,
    })
}

fn sql(reader: &Reader, plan: &Plan, days: Days) -> Result<(String, Conditions), ApiError> {
    let known = plan.known;
    let mut filters = filters_of(reader, known, &plan.all_filters(days))?;
    if let Some(target) = &plan.target {
        filters.extend(kept_of_target(reader, known, target)?);
    }
    let part = filters_of(reader, known, &plan.part)?;
    let mut conditions = Conditions::of(reader, &filters);
    let mut columns: Vec<String> = plan.axes.iter().map(|axis| column(plan, axis)).collect();
    match &plan.question.measure {
        Measure::Count => {}
        Measure::Customers => columns.extend(known.owner.map(|owner| format!("{}.{owner}", known.table))),
        Measure::Share(_) => columns.push(conditions.apart(&part)),
        _ => columns.extend(plan.number.map(|path| path.sql(known))),
    }
    let mut named = columns.clone();
    named.extend(plan.axes.iter().map(|axis| axis.path.names(known)));
    named.extend(filters.iter().chain(&part).map(|kept| kept.names(known)));
    let source = narrowest(known, &named);
    let columns = if columns.is_empty() {
        "1".to_owned()
    } else {
        columns.join(", ")
    };
    let filter = conditions.filter();
    let and = if filter.is_empty() { "WHERE" } else { "AND" };
    Ok((
        format!("SELECT {columns} FROM {source}{filter} {and} {DAY_IS_BOUND}"),
        conditions,
    ))
}

/// The field itself, or the reference by which its groups are known.
fn column(plan: &Plan, axis: &Axis) -> String {
    match axis.path.link {
        Some((link, _)) => format!("{}.{}", plan.known.table, link.key),
        None => axis.path.sql(plan.known),
    }
}

/// The groups of an axis; those of the records referred to are read beforehand, all at once.
fn groups_of(reader: &Reader, axis: &Axis) -> Result<Groups, ApiError> {
    let mut groups = Groups::new(axis.how);
    let Some((_, beyond)) = axis.path.link else {
        return Ok(groups);
    };
    groups.refer_only();
    let own = Path {
        entity: beyond.entity,
        link: None,
        field: axis.path.field,
    };
    let sql = format!(
        "SELECT {}, {}.id FROM {} WHERE {DAY_IS_BOUND}",
        own.sql(beyond),
        beyond.table,
        narrowest(beyond, &[own.names(beyond), format!("{}.", beyond.table)])
    );
    let mut statement = reader.store.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([reader.today().to_string()])?;
    while let Some(row) = rows.next()? {
        groups.refer(row.get(1)?, raw(row, 0)?);
    }
    Ok(groups)
}

fn raw<'a>(row: &'a Row, at: usize) -> Result<Raw<'a>, ApiError> {
    Ok(match row.get_ref(at)? {
        ValueRef::Integer(number) => Raw::Int(number),
        ValueRef::Text(text) => Raw::Text(text),
        _ => Raw::Empty,
    })
}

#[derive(Default)]
struct Cells {
    all: Vec<([u32; 2], Tally)>,
    /// Where the cells of one axis stand, by the place of their group.
    line: Numbered,
    places: FxHashMap<[u32; 2], usize>,
    last: usize,
}

impl Cells {
    fn at(&mut self, places: [u32; 2]) -> &mut Tally {
        if self.all.get(self.last).is_none_or(|(known, _)| *known != places) {
            self.last = self.found(places);
        }
        &mut self.all[self.last].1
    }

    fn found(&mut self, places: [u32; 2]) -> usize {
        if places[1] == 0 {
            let group = i64::from(places[0]);
            if let Some(at) = self.line.get(group) {
                return at as usize;
            }
            let at = self.all.len();
            self.all.push((places, Tally::default()));
            self.line.insert(group, at as u32);
            return at;
        }
        *self.places.entry(places).or_insert_with(|| {
            self.all.push((places, Tally::default()));
            self.all.len() - 1
        })
    }
}
