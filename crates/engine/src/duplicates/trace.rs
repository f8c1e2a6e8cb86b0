//! What merging leaves in the note: every value that did not stay, in words.

use crate::content;
use crate::fields::{Field, Kind, choice_label};
use crate::values::{Value, parse_date, parse_date_time};
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::OnceLock;

#[derive(Debug, Default, Deserialize)]
struct Words {
    title: String,
    title_bare: String,
    line: String,
    of_record: String,
    yes: String,
    no: String,
}

fn words() -> &'static Words {
    static READ: OnceLock<Words> = OnceLock::new();
    READ.get_or_init(|| content::read(include_str!("../../../../content/words/merge.toml")))
}

/// Lines about one record that was merged into another.
#[derive(Debug, Default)]
pub(super) struct Trace {
    lines: Vec<String>,
}

impl Trace {
    /// A value that did not stay; `of` names the record it was in when that is not the customer itself.
    pub(super) fn add(&mut self, of: Option<&str>, field: &Field, value: &Value) {
        let text = shown(field, value);
        if text.trim().is_empty() {
            return;
        }
        let label = field.label;
        let name = match of {
            None => label.to_owned(),
            Some(of) => words().of_record.replace("{champ}", label).replace("{fiche}", of),
        };
        self.lines
            .push(words().line.replace("{champ}", &name).replace("{valeur}", &text));
    }

    /// Its lines without a title; none when there is nothing to tell.
    pub(super) fn lines_only(&self) -> Option<String> {
        (!self.lines.is_empty()).then(|| self.lines.join("\n"))
    }

    /// The whole: a title and its lines.
    pub(super) fn told(&self, reference: &str, name: &str, day: Date) -> String {
        let title = if self.lines.is_empty() {
            &words().title_bare
        } else {
            &words().title
        };
        let title = title
            .replace("{jour}", &day_in_words(day))
            .replace("{reference}", reference)
            .replace("{nom}", name);
        std::iter::once(title)
            .chain(self.lines.iter().cloned())
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn day_in_words(day: Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}

/// A value as a person reads it.
fn shown(field: &Field, value: &Value) -> String {
    match (field.kind, value) {
        (_, Value::Empty) => String::new(),
        (Kind::Flag, Value::Int(number)) => yes_or_no(*number != 0),
        (_, Value::Flag(flag)) => yes_or_no(*flag),
        (Kind::Reference(entity), Value::Int(id)) => entity.reference(*id),
        (Kind::Money | Kind::Quantity, Value::Int(hundredths)) => {
            format!("{},{:02}", hundredths / 100, (hundredths % 100).abs())
        }
        (Kind::Date, Value::Text(text)) => parse_date(text).map_or_else(|| text.to_string(), day_in_words),
        (Kind::DateTime, Value::Text(text)) => parse_date_time(text).map_or_else(
            || text.to_string(),
            |at| at.strftime("%d/%m/%Y %H:%M").to_string(),
        ),
        (_, Value::Int(number)) => number.to_string(),
        (_, Value::Text(text)) => choice_label(field, value).map_or_else(|| text.to_string(), str::to_owned),
    }
}

fn yes_or_no(flag: bool) -> String {
    if flag { &words().yes } else { &words().no }.clone()
}
