//! Reading a workbook whole: every problem with its cell, or every record.

mod about;
mod cell;
mod container;
mod declared;
mod foreign;
mod grid;
mod layout;
mod loose;
mod problems;
mod records;
mod technical;

pub(crate) use loose::{LooseRow, loose_rows};

use super::Workbook;
use super::packed::Packed;
use super::sheets::{part_named, sheets};
use crate::error::{ApiError, FileProblem, FileProblemCode as Code};
use crate::fields::Entity;
use crate::values::fold;
use declared::Declared;
use problems::{Problems, of_file, refusal};
use records::{Resolved, Rows};
use std::collections::HashSet;

/// Reads a workbook whole.
///
/// # Errors
/// `BadWorkbook`, with every problem found.
pub(crate) fn read_workbook(bytes: &[u8]) -> Result<Workbook, ApiError> {
    let refused = |code| refusal(of_file(code));
    let merges = container::inspect(bytes).map_err(refused)?;
    let mut book = grid::open(bytes).map_err(refused)?;
    let names = grid::names(&book);
    let words = &sheets().words;
    let named = |name: &str| {
        names
            .iter()
            .find(|known| fold(known) == fold(name))
            .map(String::as_str)
    };
    let mut problems = Problems::default();
    let about = about::about(&mut book, named(&words.readme), &mut problems)?;
    let mut technical = technical::technical(&mut book, &parts_named(&words.technical, &names));
    if technical.is_damaged {
        problems.warn(of_file(Code::TechnicalLost));
    }
    let declared = Declared::read(&mut book, &names, bytes.len());
    let mut rows = Rows::of_file(bytes.len());
    for sheet in &sheets().all {
        let parts = parts_named(&sheet.name, &names);
        if parts.is_empty() && !sheet.optional {
            problems.add(FileProblem {
                sheet: Some(sheet.name.clone()),
                ..of_file(Code::MissingSheet)
            });
        }
        for name in parts {
            if merges && let Some(cell) = grid::merged(&mut book, name) {
                problems.add(FileProblem {
                    sheet: Some(name.clone()),
                    cell: Some(cell),
                    ..of_file(Code::MergedCells)
                });
            }
            rows.read(&mut book, name, sheet, &declared, &mut problems)
                .map_err(|code| {
                    refusal(FileProblem {
                        sheet: Some(name.clone()),
                        ..of_file(code)
                    })
                })?;
        }
    }
    for name in names.iter().filter(|name| !is_ours(name)) {
        problems.warn(FileProblem {
            sheet: Some(name.clone()),
            ..of_file(Code::UnknownSheet)
        });
    }
    declared::settle(&mut rows, &mut problems);
    let Resolved { mut records, added } = rows.resolve(&technical.last_numbers(), &mut problems);
    technical.rows.retain(|row| row.table != "custom_value");
    technical.rows.extend(added);
    technical::drop_stray_members(&mut technical.rows, &records);
    add_hidden(&mut records, technical.records);
    let (warnings, warnings_total) = problems.done()?;
    Ok(Workbook {
        about: about.ok_or_else(|| refused(Code::BadAbout))?,
        records,
        technical: technical.rows,
        warnings,
        warnings_total,
    })
}

/// A sheet and those in which it goes on, in their order.
fn parts_named<'a>(own: &str, names: &'a [String]) -> Vec<&'a String> {
    let mut parts: Vec<(usize, &String)> = names
        .iter()
        .filter_map(|name| Some((part_named(own, name)?, name)))
        .collect();
    parts.sort();
    parts.into_iter().map(|(_, name)| name).collect()
}

fn is_ours(name: &str) -> bool {
    let words = &sheets().words;
    [&words.readme, &words.lists]
        .into_iter()
        .any(|known| fold(known) == fold(name))
        || part_named(&words.technical, name).is_some()
        || sheets().all.iter().any(|sheet| sheet.part_named(name).is_some())
}

/// Adds what the last sheet holds: events of customers who are still there, anomalies when no sheet shows them.
fn add_hidden(records: &mut Vec<Packed>, hidden: Vec<Packed>) {
    let customers: HashSet<i64> = records
        .iter()
        .filter(|record| record.entity == Entity::Customer)
        .map(|record| record.id)
        .collect();
    let are_anomalies_shown = records.iter().any(|record| record.entity == Entity::Anomaly);
    let mut met = HashSet::new();
    records.extend(hidden.into_iter().filter(|record| {
        let is_wanted = match record.entity {
            Entity::Anomaly => !are_anomalies_shown,
            _ => record.int("customer_id").is_none_or(|id| customers.contains(&id)),
        };
        is_wanted && met.insert((record.entity, record.id))
    }));
}
