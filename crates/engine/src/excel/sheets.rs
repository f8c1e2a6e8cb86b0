//! The sheets of a workbook and their columns: declared in `content/workbook/sheets.toml` over the field catalogue.

use crate::fields::{Applies, Entity, Field, Kind};
use crate::values::fold;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Format of the workbooks that this version writes, and the newest that it reads.
pub(super) const FORMAT: u32 = 1;

/// The sheets of a workbook, in their order, and the words that belong to none of them.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    pub(super) words: Words,
    pub(super) all: Vec<Sheet>,
}

/// One sheet: the records of an entity, or the customers of one kind.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) entity: Entity,
    /// Which customers, for theirs.
    pub(super) face: Applies,
    /// A file may lack it.
    pub(super) optional: bool,
    pub(super) columns: Vec<Column>,
}

/// One column of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) header: String,
    pub(super) part: Part,
    /// A file may lack it.
    pub(super) optional: bool,
}

/// What a column holds.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// The record's own reference.
    Reference,
    /// The record's number, hidden, where it has no reference that a person reads.
    Number,
    /// A field that is kept.
    Stored(&'static Field),
    /// A field that follows from others: written, never read.
    Computed(&'static Field),
    /// A field that somebody added: read and written like one that is kept.
    Added(&'static Field),
}

/// Names and words of the workbook that no sheet's declaration holds.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    /// What the header of a computed column ends with.
    computed: String,
    /// What follows the name of a sheet that goes on in another one; `{}` is its number.
    continued: String,
    pub(super) readme: String,
    pub(super) lists: String,
    pub(super) technical: String,
    pub(super) technical_headers: [String; 2],
    pub(super) yes: String,
    pub(super) no: String,
    number: String,
}

#[derive(Default, Deserialize)]
struct Declared {
    #[serde(flatten)]
    words: Words,
    references: BTreeMap<String, String>,
    own_names: BTreeMap<String, String>,
    sheet: Vec<DeclaredSheet>,
}

#[derive(Deserialize)]
struct DeclaredSheet {
    name: String,
    entity: Entity,
    face: Option<Face>,
    #[serde(default)]
    optional: bool,
    columns: Vec<String>,
    #[serde(default)]
    optional_columns: Vec<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Face {
    Person,
    Company,
}

/// Every sheet of a workbook.
pub(super) fn sheets() -> &'static Sheets {
    static SHEETS: OnceLock<Sheets> = OnceLock::new();
    SHEETS.get_or_init(|| {
        let declared: Declared =
            crate::content::read(include_str!("../../../../content/workbook/sheets.toml"));
        let all = declared
            .sheet
            .iter()
            .map(|sheet| declared.sheet_of(sheet))
            .collect();
        Sheets {
            all,
            words: declared.words,
        }
    })
}

impl Declared {
    fn sheet_of(&self, sheet: &DeclaredSheet) -> Sheet {
        let mut columns: Vec<Column> = sheet
            .columns
            .iter()
            .filter_map(|key| {
                let mut column = self.column(sheet.entity, key)?;
                column.optional = sheet.optional_columns.contains(key);
                Some(column)
            })
            .collect();
        if !columns
            .iter()
            .any(|column| matches!(column.part, Part::Reference))
        {
            columns.push(Column::of(self.words.number.clone(), Part::Number));
        }
        Sheet {
            name: sheet.name.clone(),
            entity: sheet.entity,
            face: match sheet.face {
                None => Applies::Both,
                Some(Face::Person) => Applies::Person,
                Some(Face::Company) => Applies::Company,
            },
            optional: sheet.optional,
            columns,
        }
    }

    fn column(&self, entity: Entity, key: &str) -> Option<Column> {
        if key == "ref" {
            let header = self.references.get(entity.table())?.clone();
            return Some(Column::of(header, Part::Reference));
        }
        let field = entity.fields().field(key)?;
        if field.computed.is_some() {
            let header = format!("{}{}", field.label, self.words.computed);
            return Some(Column::of(header, Part::Computed(field)));
        }
        let header = match field.kind {
            Kind::Reference(target) => self
                .own_names
                .get(key)
                .or_else(|| self.references.get(target.table()))?
                .clone(),
            _ => field.label.to_owned(),
        };
        Some(Column::of(header, Part::Stored(field)))
    }
}

impl Column {
    fn of(header: String, part: Part) -> Self {
        Self {
            header,
            part,
            optional: false,
        }
    }

    /// The column of a field that somebody added.
    pub(super) fn added(field: &'static Field) -> Self {
        Self::of(field.label.to_owned(), Part::Added(field))
    }
}

/// Would a column of this name be taken for another one in a sheet of the entity?
pub(crate) fn is_header(entity: Entity, label: &str) -> bool {
    let wanted = fold(label);
    let sheets = sheets();
    sheets.words.is_computed(label)
        || (sheets.all.iter())
            .filter(|sheet| sheet.entity == entity)
            .flat_map(|sheet| &sheet.columns)
            .any(|column| fold(&column.header) == wanted)
}

/// The name of a sheet, or that of the sheet in which it goes on; parts are counted from 1.
pub(super) fn name_of_part(own: &str, part: usize) -> String {
    if part < 2 {
        return own.to_owned();
    }
    let number = sheets().words.continued.replace("{}", &part.to_string());
    format!("{own} {number}")
}

/// Is this the name of a sheet, or of one in which it goes on? Gives the part.
pub(super) fn part_named(own: &str, name: &str) -> Option<usize> {
    let (own, found) = (fold(own), fold(name));
    let rest = found.strip_prefix(&own)?;
    if rest.is_empty() {
        return Some(1);
    }
    rest.strip_prefix(' ')?.parse().ok().filter(|part| *part >= 2)
}

impl Sheet {
    /// Is this the name of this sheet, or of one in which it goes on? Gives the part.
    pub(super) fn part_named(&self, name: &str) -> Option<usize> {
        part_named(&self.name, name)
    }

    /// Do its rows bear a reference?
    pub(super) fn has_references(&self) -> bool {
        self.columns
            .iter()
            .any(|column| matches!(column.part, Part::Reference))
    }
}

impl Words {
    /// Is this the header of a computed column?
    pub(super) fn is_computed(&self, header: &str) -> bool {
        fold(header).ends_with(&format!(" {}", fold(&self.computed)))
    }
}

/// The field of a customer, contact… that tells records of an entity without references apart: whose they are.
pub(super) fn parent_of(entity: Entity) -> Option<&'static str> {
    match entity {
        Entity::Consent | Entity::Note => Some("customer_id"),
        Entity::InvoiceLine => Some("invoice_id"),
        Entity::Recipient => Some("campaign_id"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::CATALOGUE;
    use std::collections::HashSet;

    #[test]
    fn every_entity_has_its_sheets_and_every_stored_field_its_column() {
        let sheets = sheets();
        assert_eq!(sheets.all.len(), 18);
        let mut columns: HashSet<(Entity, &str)> = HashSet::new();
        for sheet in &sheets.all {
            let headers: HashSet<String> = sheet.columns.iter().map(|column| fold(&column.header)).collect();
            assert_eq!(headers.len(), sheet.columns.len(), "{}", sheet.name);
            for column in &sheet.columns {
                if let Part::Stored(field) = column.part {
                    columns.insert((sheet.entity, field.key));
                }
            }
        }
        for known in CATALOGUE
            .iter()
            .filter(|known| known.entity != Entity::PendingEvent)
        {
            for field in known
                .stored()
                .filter(|field| !(known.entity == Entity::Customer && field.key == "kind"))
            {
                assert!(
                    columns.contains(&(known.entity, field.key)),
                    "{} {}",
                    known.table,
                    field.key
                );
            }
        }
    }

    #[test]
    fn sheets_are_known_however_they_are_written() {
        let people = &sheets().all[0];
        assert_eq!(people.part_named(" PARTICULIERS "), Some(1));
        assert_eq!(people.part_named("Particuliers (2)"), Some(2));
        assert_eq!(people.part_named("Particuliers (x)"), None);
        assert_eq!(people.part_named("Particuliers bis"), None);
        assert_eq!(name_of_part(&people.name, 2), "Particuliers (2)");
        assert_eq!(name_of_part(&people.name, 1), "Particuliers");
    }
}
