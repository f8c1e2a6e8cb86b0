//! The rows of the sheets as records: each value read, each reference held against what the file holds.

use super::cell::{Read, reference, shown, value_of};
use super::declared::Declared;
use super::grid::{Book, Found, each_row};
use super::layout::{Layout, Slot};
use super::problems::Problems;
use crate::error::{FileProblem, FileProblemCode as Code};
use crate::excel::packed::{Held, Packed};
use crate::excel::sheets::Sheet;
use crate::fields::{Applies, Entity, Field, kept_text};
use crate::school::Record;
use crate::store::TechnicalRow;
use crate::values::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Rows that any workbook may hold.
const ALWAYS: usize = 200_000;
/// Bytes that a row weighs at least in a file, packed: those of the school base weigh 40 to 90 on average.
const LIGHTEST: usize = 10;
/// Rows that memory holds: a customer of the school base has thirty of them, a row weighs some 250 bytes packed and as much
/// again where it is put. A browser gives a page 4 GB at most.
const MOST: usize = if cfg!(target_arch = "wasm32") {
    1_500_000
} else {
    9_000_000
};

/// What the sheets hold once every row has its number.
#[derive(Default)]
pub(super) struct Resolved {
    pub(super) records: Vec<Packed>,
    /// The values of added fields.
    pub(super) added: Vec<TechnicalRow>,
}

/// Every row read so far, and where it stands.
pub(super) struct Rows {
    pub(super) layouts: Vec<Layout>,
    pub(super) drafts: Vec<Draft>,
    /// Rows that may be kept: a small file whose rows are all alike would fill the memory.
    most: usize,
}

pub(super) struct Draft {
    pub(super) record: Packed,
    /// What stands under the fields that the file says were added.
    added: Vec<(&'static Field, Value)>,
    /// The row bears its id.
    has_id: bool,
    pub(super) layout: usize,
    pub(super) row: u32,
}

/// The rows that bear each number, by entity.
type Known = HashMap<Entity, HashMap<i64, usize>>;

impl Rows {
    /// None yet, of a file of so many bytes.
    pub(super) fn of_file(bytes: usize) -> Self {
        Self {
            layouts: Vec::new(),
            drafts: Vec::new(),
            most: (ALWAYS + bytes / LIGHTEST).min(MOST),
        }
    }

    /// Reads one sheet of the file as rows of a declared one.
    pub(super) fn read(
        &mut self,
        book: &mut Book,
        name: &str,
        sheet: &Sheet,
        declared: &Declared,
        problems: &mut Problems,
    ) -> Result<(), Code> {
        let place = self.layouts.len();
        let mut layout = None;
        let (drafts, most) = (&mut self.drafts, self.most);
        let mut met = drafts.len();
        each_row(book, name, &mut |row, cells| {
            if row == 1 {
                layout = Some(Layout::of(name, sheet, cells, declared, problems));
            } else if met < most {
                met += 1;
                let layout = layout.get_or_insert_with(|| Layout::of(name, sheet, &[], declared, problems));
                let draft = read_row(sheet, layout, row, cells, problems);
                drafts.extend(draft.map(|draft| Draft {
                    layout: place,
                    ..draft
                }));
            }
        })?;
        if met >= most {
            return Err(Code::TooBig);
        }
        self.layouts
            .push(layout.unwrap_or_else(|| Layout::of(name, sheet, &[], declared, problems)));
        Ok(())
    }

    /// Gives a number to the rows that have none, and holds every reference against the rows of the file.
    ///
    /// `last`: the last number given in each table, so that none is given twice.
    pub(super) fn resolve(mut self, last: &BTreeMap<String, i64>, problems: &mut Problems) -> Resolved {
        let mut known = Known::new();
        let mut greatest: HashMap<Entity, i64> = HashMap::new();
        for place in 0..self.drafts.len() {
            let draft = &self.drafts[place];
            if !draft.has_id {
                continue;
            }
            let (entity, id) = (draft.record.entity, draft.record.id);
            let known = known.entry(entity).or_default();
            match known.get(&id) {
                None => {
                    known.insert(id, place);
                    let greatest = greatest.entry(entity).or_default();
                    *greatest = (*greatest).max(id);
                }
                Some(first) if has_references(entity) => {
                    let first = &self.drafts[*first];
                    let there = self.layouts[first.layout].at_reference(Code::Required, first.row);
                    let place = [there.sheet, there.cell]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>();
                    problems.add(FileProblem {
                        value: Some(entity.reference(id)),
                        expected: vec![place.join(" ")],
                        ..self.layouts[draft.layout].at_reference(Code::DuplicateReference, draft.row)
                    });
                }
                // A row that was copied: a new one.
                Some(_) => self.drafts[place].has_id = false,
            }
        }
        for place in 0..self.drafts.len() {
            if !self.drafts[place].has_id {
                self.give_id(place, last, &mut greatest, &mut known, problems);
            }
        }
        self.hold_references(&known, problems);
        let mut resolved = Resolved::default();
        for draft in self.drafts {
            let Packed { entity, id, .. } = draft.record;
            let values = draft
                .added
                .iter()
                .filter_map(|(field, value)| added_row(entity, id, field, value));
            resolved.added.extend(values);
            resolved.records.push(draft.record);
        }
        resolved
    }

    fn give_id(
        &mut self,
        place: usize,
        last: &BTreeMap<String, i64>,
        greatest: &mut HashMap<Entity, i64>,
        known: &mut Known,
        problems: &mut Problems,
    ) {
        let draft = &mut self.drafts[place];
        let entity = draft.record.entity;
        let given = last.get(entity.table()).copied().unwrap_or_default();
        let greatest = greatest.entry(entity).or_default();
        let id = given.max(*greatest) + 1;
        *greatest = id;
        draft.record.id = id;
        known.entry(entity).or_default().insert(id, place);
        if has_references(entity) {
            problems.warn(FileProblem {
                expected: vec![entity.reference(id)],
                ..self.layouts[draft.layout].at_reference(Code::ReferenceGiven, draft.row)
            });
        }
    }

    fn hold_references(&self, known: &Known, problems: &mut Problems) {
        let is_known = |target, id| known.get(&target).is_some_and(|known| known.contains_key(&id));
        let mut fields: HashMap<Entity, Vec<&'static Field>> = HashMap::new();
        let mut noted: HashMap<i64, usize> = HashMap::new();
        for (place, draft) in self.drafts.iter().enumerate() {
            let layout = &self.layouts[draft.layout];
            let entity = draft.record.entity;
            let fields = fields
                .entry(entity)
                .or_insert_with(|| entity.fields().stored().collect());
            for (place_of_field, held) in draft.record.held() {
                let Held::Int(id) = held else { continue };
                let Some((field, target)) = fields
                    .get(place_of_field)
                    .and_then(|field| Some((field, field.target()?)))
                else {
                    continue;
                };
                if !is_known(target, id) {
                    problems.add(FileProblem {
                        value: Some(target.reference(id)),
                        ..layout.at_field(Code::DanglingReference, draft.row, field.key)
                    });
                }
                if entity == Entity::Note
                    && field.key == "customer_id"
                    && let Some(first) = noted.insert(id, place)
                {
                    let first = &self.drafts[first];
                    let there = self.layouts[first.layout].at_field(Code::Required, first.row, field.key);
                    problems.add(FileProblem {
                        value: Some(target.reference(id)),
                        expected: there.cell.into_iter().collect(),
                        ..layout.at_field(Code::DuplicateRow, draft.row, field.key)
                    });
                }
            }
        }
    }
}

fn added_row(entity: Entity, id: i64, field: &Field, value: &Value) -> Option<TechnicalRow> {
    let text = kept_text(value)?;
    Some(TechnicalRow {
        table: "custom_value",
        values: vec![
            ("entity".to_owned(), entity.table().into()),
            ("record_id".to_owned(), Value::Int(id)),
            ("key".to_owned(), field.key.into()),
            ("value".to_owned(), text.into()),
        ],
    })
}

/// Do the rows of an entity bear a reference that a person reads?
fn has_references(entity: Entity) -> bool {
    crate::excel::sheets::sheets()
        .all
        .iter()
        .any(|sheet| sheet.entity == entity && sheet.has_references())
}

/// A row as a record; none when nothing stands in the columns that are read.
fn read_row(
    sheet: &Sheet,
    layout: &Layout,
    row: u32,
    cells: &[(u32, Found)],
    problems: &mut Problems,
) -> Option<Draft> {
    let fields: Vec<&'static Field> = sheet.entity.fields().stored().collect();
    let mut values: Vec<(&'static str, Value)> =
        fields.iter().map(|field| (field.key, Value::Empty)).collect();
    let mut added = Vec::new();
    let mut id = None;
    let mut is_blank = true;
    let mut wrong: HashSet<usize> = HashSet::new();
    for (column, found) in cells {
        let Some(slot) = layout.slot(*column) else {
            continue;
        };
        let at = |code| FileProblem {
            value: Some(shown(found)).filter(|text| !text.is_empty()),
            ..layout.at(code, row, Some(*column))
        };
        match slot {
            Slot::Number => {
                if let Found::Number(number) = found
                    && (1.0..9e15).contains(number)
                    && number.fract() == 0.0
                {
                    id = Some(*number as i64);
                }
            }
            Slot::Reference => {
                is_blank = false;
                id = reference(sheet.entity, found);
                if id.is_none() {
                    problems.add(FileProblem {
                        expected: vec![sheet.entity.reference(42)],
                        ..at(Code::BadReference)
                    });
                }
            }
            Slot::Field(..) | Slot::Added(_) => {
                is_blank = false;
                let (field, place) = match slot {
                    Slot::Field(field, place) => (field, Some(place)),
                    Slot::Added(field) => (field, None),
                    Slot::Reference | Slot::Number => continue,
                };
                let mut keep = |value| match place {
                    Some(place) => values[place].1 = value,
                    None => added.push((field, value)),
                };
                match value_of(field, found) {
                    Read::Value(value) => keep(value),
                    Read::Mended(value, now) => {
                        keep(value);
                        problems.warn(FileProblem {
                            expected: vec![now],
                            ..at(Code::ZeroPutBack)
                        });
                    }
                    Read::Wrong(code, expected) => {
                        wrong.extend(place);
                        problems.add(FileProblem { expected, ..at(code) });
                    }
                }
            }
        }
    }
    if is_blank {
        return None;
    }
    let kind = match sheet.face {
        Applies::Both => None,
        Applies::Person => Some("person"),
        Applies::Company => Some("company"),
    };
    for (place, field) in fields.iter().enumerate() {
        if let ("kind", Some(kind)) = (field.key, kind) {
            values[place].1 = kind.into();
        } else if field.required && values[place].1.is_empty() && !wrong.contains(&place) && has(sheet, field)
        {
            problems.add(layout.at_field(Code::Required, row, field.key));
        }
    }
    Some(Draft {
        has_id: id.is_some(),
        record: Packed::of(&Record {
            entity: sheet.entity,
            id: id.unwrap_or_default(),
            values,
        }),
        added,
        layout: 0,
        row,
    })
}

fn has(sheet: &Sheet, field: &Field) -> bool {
    sheet.face == Applies::Both || field.applies == Applies::Both || field.applies == sheet.face
}
