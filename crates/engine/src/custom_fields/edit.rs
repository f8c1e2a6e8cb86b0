//! Renaming an added field, its heading and its choices. Its key and its kind stay.

use super::{known, refuse_faults, rows, values_of};
use crate::change::{ChangeDone, ChangeName, transact};
use crate::error::ApiError;
use crate::fields::{Added, AddedKind, Entity, choices_in, heading_of, tidy_name};
use crate::reader::Writer;
use crate::records::rows::update;
use serde::{Deserialize, Serialize};

/// What an added field is to become.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFieldEdit {
    #[serde(rename = "ref")]
    reference: String,
    label: String,
    heading: String,
    /// All the choices of a list, in their order; one that is not there any more is taken away.
    choices: Vec<ChoiceEdit>,
}

/// A choice of a list.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct ChoiceEdit {
    /// What it was called; none for a new one.
    was: Option<String>,
    label: String,
}

/// What was done.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CustomFieldEdited {
    /// Records that held a choice that was taken away: nothing stands there now.
    #[cfg_attr(test, ts(type = "number"))]
    emptied: i64,
    #[serde(flatten)]
    done: ChangeDone,
}

/// Changes an added field as one change. Records follow a choice that is renamed, and lose one that is taken away.
///
/// # Errors
/// `NotFound`, `Invalid` as for a new field.
pub(crate) fn edit(writer: &mut Writer, input: CustomFieldEdit) -> Result<CustomFieldEdited, ApiError> {
    let before = known(writer, &input.reference)?;
    let choices = match before.added.kind {
        AddedKind::Choice => split(&input.choices, &before.added.choices),
        _ => Vec::new(),
    };
    let added = Added {
        label: tidy_name(&input.label),
        heading: heading_of(before.entity, &input.heading),
        choices: choices.iter().map(|choice| choice.label.clone()).collect(),
        ..before.added.clone()
    };
    refuse_faults(writer, before.entity, &added, before.id)?;
    let renamed: Vec<(String, String)> = choices
        .iter()
        .filter_map(|choice| Some((choice.was.clone()?, choice.label.clone())))
        .collect();
    let gone: Vec<String> = (before.added.choices.iter())
        .filter(|choice| renamed.iter().all(|(was, _)| was != *choice))
        .cloned()
        .collect();
    let field = (before.entity, before.added.key.as_str());
    let (emptied, done) = transact(writer, ChangeName::CustomFieldEdit, |reader, change| {
        update(change, Entity::CustomField, before.id, &values_of(&added))?;
        let emptied = rows::forget_choices(change, field, &gone)?;
        rows::rename_choices(change, field, &renamed)?;
        reader.known_fields.forget();
        Ok((emptied, added.label.clone()))
    })?;
    Ok(CustomFieldEdited { emptied, done })
}

/// One choice in each; a new one by the name of one that was there is that one.
fn split(asked: &[ChoiceEdit], before: &[String]) -> Vec<ChoiceEdit> {
    let is_there = |was: &String| before.contains(was);
    let mut choices: Vec<ChoiceEdit> = Vec::new();
    for choice in asked {
        for (place, label) in choices_in(&choice.label).into_iter().enumerate() {
            let was = choice.was.clone().filter(|was| place == 0 && is_there(was));
            choices.push(ChoiceEdit { was, label });
        }
    }
    let named: Vec<String> = choices.iter().filter_map(|choice| choice.was.clone()).collect();
    for choice in choices.iter_mut().filter(|choice| choice.was.is_none()) {
        if is_there(&choice.label) && !named.contains(&choice.label) {
            choice.was = Some(choice.label.clone());
        }
    }
    choices
}
