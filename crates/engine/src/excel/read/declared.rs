//! The fields that a file says were added: their sheet is read first, so that their columns are known in the others.

use super::grid::Book;
use super::problems::Problems;
use super::records::{Draft, Rows};
use crate::error::{FileProblem, FileProblemCode as Code, Problem, ProblemCode};
use crate::excel::packed::Packed;
use crate::excel::sheets::{is_header, sheets};
use crate::fields::{
    Added, AddedKind, EXTENSIBLE, Entity, EntityFields, Field, choice_label, choices_in, faults, free_key,
    heading_of, tidy_name, with_added,
};
use crate::values::{Value, fold};
use std::collections::BTreeMap;

/// The fields added to each entity.
#[derive(Default)]
pub(super) struct Declared(BTreeMap<Entity, &'static EntityFields>);

impl Declared {
    /// Reads the sheet of added fields; what is wrong there is said when it is read for itself.
    pub(super) fn read(book: &mut Book, names: &[String], weight: usize) -> Self {
        let sheet = sheets()
            .all
            .iter()
            .find(|sheet| sheet.entity == Entity::CustomField);
        let found = sheet.and_then(|sheet| {
            let name = names.iter().find(|name| sheet.part_named(name) == Some(1))?;
            Some((sheet, name))
        });
        let Some((sheet, name)) = found else {
            return Self::default();
        };
        let (mut rows, mut unsaid) = (Rows::of_file(weight), Problems::default());
        if rows
            .read(book, name, sheet, &Self::default(), &mut unsaid)
            .is_err()
        {
            return Self::default();
        }
        let fields = settle(&mut rows, &mut unsaid);
        Self(
            fields
                .into_iter()
                .map(|(entity, added)| (entity, with_added(entity, added)))
                .collect(),
        )
    }

    /// The field of a column, by its header folded.
    pub(super) fn field(&self, entity: Entity, header: &str) -> Option<&'static Field> {
        let known = self.0.get(&entity)?;
        known.added().find(|field| fold(field.label) == header)
    }

    /// What to write in the sheet of added fields so that a column is kept: how the entity is called there.
    pub(super) fn how(&self, entity: Entity) -> Vec<String> {
        let field = Entity::CustomField.fields().field("entity");
        let label = field.and_then(|field| choice_label(field, &entity.table().into()));
        label.into_iter().map(str::to_owned).collect()
    }
}

/// Gives a key to the fields that have none and says what is wrong with the others; those that are right, by entity.
pub(super) fn settle(rows: &mut Rows, problems: &mut Problems) -> BTreeMap<Entity, Vec<Added>> {
    let mut known: BTreeMap<Entity, Vec<Added>> = BTreeMap::new();
    let drafts = rows.drafts.iter_mut();
    for draft in drafts.filter(|draft| draft.record.entity == Entity::CustomField) {
        let entity = text(draft, "entity").and_then(|table| Entity::of_table(&table));
        let kind = text(draft, "kind").and_then(|code| AddedKind::of_code(&code));
        // Neither an entity nor a kind: said by whoever read the row.
        let (Some(entity), Some(kind)) = (entity.filter(|entity| EXTENSIBLE.contains(entity)), kind) else {
            continue;
        };
        let others = known.entry(entity).or_default();
        let label = tidy_name(&text(draft, "label").unwrap_or_default());
        let key = text(draft, "key")
            .unwrap_or_else(|| free_key(entity, &label, &|key| others.iter().any(|other| other.key == key)));
        let added = Added {
            key,
            kind,
            choices: choices_in(&text(draft, "choices").unwrap_or_default()),
            heading: heading_of(entity, &text(draft, "heading").unwrap_or_default()),
            label,
        };
        let found = faults(entity, &added, others, &|label| is_header(entity, label));
        // An empty label is said by whoever read the row.
        let told = found
            .iter()
            .filter(|problem| (problem.field.as_str(), problem.code) != ("label", ProblemCode::Required));
        for problem in told {
            let layout = &rows.layouts[draft.layout];
            problems.add(FileProblem {
                value: text(draft, &problem.field),
                expected: problem.max.clone().into_iter().collect(),
                ..layout.at_field(code_of(problem), draft.row, &problem.field)
            });
        }
        if found.is_empty() {
            set(draft, "key", &added.key);
            set(draft, "label", &added.label);
            set(draft, "heading", &added.heading);
            others.push(added);
        }
    }
    known
}

fn text(draft: &Draft, key: &str) -> Option<String> {
    draft.record.text(key).map(str::to_owned)
}

fn set(draft: &mut Draft, key: &str, text: &str) {
    let mut record = draft.record.record();
    if let Some((_, value)) = record.values.iter_mut().find(|(known, _)| *known == key) {
        *value = if text.is_empty() {
            Value::Empty
        } else {
            text.into()
        };
    }
    draft.record = Packed::of(&record);
}

fn code_of(problem: &Problem) -> Code {
    match problem.code {
        ProblemCode::AlreadyUsed => Code::NameTaken,
        ProblemCode::BadKey => Code::BadKey,
        ProblemCode::TooLong => Code::TooLong,
        ProblemCode::TooMany => Code::TooManyFields,
        ProblemCode::Required => Code::Required,
        _ => Code::BadName,
    }
}
