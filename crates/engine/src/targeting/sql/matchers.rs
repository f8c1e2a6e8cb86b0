//! What is asked of a value, as SQL. Null for a blank, where the answer is no.

use super::SqlWriter;
use super::kept::{Latest, row_by_row};
use crate::targeting::days::{self, Stretch};
use crate::targeting::kinds::Class;
use crate::targeting::relations::Relation;
use crate::targeting::tree::{TargetMatcher, TargetOperand};
use crate::values::{Value, parse_reference};

/// Above so many values, they are bound as one list.
const MANY: usize = 50;

impl SqlWriter<'_, '_> {
    /// What is asked of the value that `sql` gives.
    pub(super) fn matcher(&mut self, sql: &str, class: Class, is: &TargetMatcher) -> String {
        match is {
            TargetMatcher::Empty => blank(sql, class),
            TargetMatcher::Filled => filled(sql, class),
            TargetMatcher::Yes => format!("coalesce({sql}, 0) <> 0"),
            TargetMatcher::No => format!("coalesce({sql}, 0) = 0"),
            TargetMatcher::Characters { most } => format!("length(coalesce({sql}, '')) <= {most}"),
            TargetMatcher::Contains { text } => self.part(sql, class, text, Place::Anywhere),
            TargetMatcher::Begins { text } => self.part(sql, class, text, Place::First),
            TargetMatcher::Ends { text } => self.part(sql, class, text, Place::Last),
            TargetMatcher::Exactly { text } => self.exactly(sql, class, text),
            TargetMatcher::Differs { to } => {
                let same = self.matcher(sql, class, &TargetMatcher::Equals { to: to.clone() });
                format!("NOT coalesce({same}, 0)")
            }
            TargetMatcher::Within { .. } => self.date(sql, is),
            TargetMatcher::Anniversary { period } => self.anniversary(sql, *period),
            _ => match class {
                Class::Day | Class::Moment => self.date(sql, is),
                Class::Number => self.number(sql, is),
                _ => self.one_of(sql, class, &is.operands()),
            },
        }
    }

    fn date(&mut self, sql: &str, is: &TargetMatcher) -> String {
        if let Some(stretch) = self.stretch(is) {
            return self.between(sql, &stretch);
        }
        let any: Vec<String> = is
            .operands()
            .into_iter()
            .map(|operand| {
                let stretch = stretch_of(self.reader.now, operand).unwrap_or_default();
                self.between(sql, &stretch)
            })
            .collect();
        either(any)
    }

    /// The one stretch of days, or of moments, that a matcher asks for; none when it asks for several, or for something else.
    pub(super) fn stretch(&self, is: &TargetMatcher) -> Option<Stretch> {
        let now = self.reader.now;
        let of = |operand: &TargetOperand| stretch_of(now, operand).unwrap_or_default();
        let open = |from: Option<String>, until: Option<String>| Stretch { from, until };
        Some(match is {
            TargetMatcher::Within { period } => days::period(now, *period),
            TargetMatcher::Equals { to } => of(to),
            TargetMatcher::Below { to } => open(None, of(to).from),
            TargetMatcher::AtMost { to } => open(None, of(to).until),
            TargetMatcher::Above { to } => open(of(to).until, None),
            TargetMatcher::AtLeast { to } => open(of(to).from, None),
            TargetMatcher::Between { from, to } => open(of(from).from, of(to).until),
            _ => return None,
        })
    }

    /// Is an invoice within a stretch of days? Yes when the latest is, no when it is before; when it is after, only the
    /// invoices can tell: few customers have one that is to come.
    pub(super) fn latest_within(&mut self, owner: &Relation, latest: &Latest, stretch: &Stretch) -> String {
        let day = latest.day;
        let begun = match &stretch.from {
            Some(from) => format!("{day} >= {}", self.bind(from.as_str().into())),
            None => format!("{day} > ''"),
        };
        let Some(until) = &stretch.until else {
            return row_by_row(&begun);
        };
        let until = self.bind(until.as_str().into());
        let kind = latest.kind.map_or_else(String::new, |kind| {
            format!(" AND one.kind = {}", self.bind(kind.into()))
        });
        let within = self.between("one.issued_on", stretch);
        let by_invoices = format!(
            "EXISTS (SELECT 1 FROM invoice AS one WHERE one.{} = {}.id{kind} AND {within})",
            owner.field.key,
            owner.from.table()
        );
        // A case leaves what it need not know unasked, where SQLite reckons both sides of an OR within an expression.
        format!("(CASE WHEN {begun} THEN CASE WHEN {day} < {until} THEN 1 ELSE {by_invoices} END ELSE 0 END)")
    }

    /// From a day on, until another: as texts, days and moments compare in order of time.
    fn between(&mut self, sql: &str, stretch: &Stretch) -> String {
        match (&stretch.from, &stretch.until) {
            // One term, so that a value that has to be reckoned is reckoned once.
            (Some(from), Some(until)) => {
                let (from, last) = (
                    self.bind(from.as_str().into()),
                    self.bind(just_below(until).into()),
                );
                format!("({sql} BETWEEN {from} AND {last})")
            }
            (Some(from), None) => format!("({sql} >= {})", self.bind(from.as_str().into())),
            (None, Some(until)) => {
                let until = self.bind(until.as_str().into());
                format!("({sql} > '' AND {sql} < {until})")
            }
            (None, None) => format!("({sql} > '')"),
        }
    }

    fn anniversary(&mut self, sql: &str, period: crate::targeting::tree::TargetPeriod) -> String {
        let day = format!("substr({sql}, 6, 5)");
        match days::day_of_year(self.reader.now, period) {
            Some((first, last)) => {
                let (from, until) = (self.bind(first.as_str().into()), self.bind(last.as_str().into()));
                let link = if first <= last { "AND" } else { "OR" };
                format!("({sql} > '' AND ({day} >= {from} {link} {day} <= {until}))")
            }
            None => format!("({sql} > '')"),
        }
    }

    fn number(&mut self, sql: &str, is: &TargetMatcher) -> String {
        let mut of = |operand: &TargetOperand| {
            let value = match operand {
                TargetOperand::Value { value } => value.clone(),
                TargetOperand::Today { .. } => Value::Empty,
            };
            self.bind(value)
        };
        match is {
            TargetMatcher::Below { to } => format!("{sql} < {}", of(to)),
            TargetMatcher::AtMost { to } => format!("{sql} <= {}", of(to)),
            TargetMatcher::Above { to } => format!("{sql} > {}", of(to)),
            TargetMatcher::AtLeast { to } => format!("{sql} >= {}", of(to)),
            TargetMatcher::Between { from, to } => format!("{sql} BETWEEN {} AND {}", of(from), of(to)),
            _ => self.one_of(sql, Class::Number, &is.operands()),
        }
    }

    /// The value is one of these, normalised.
    fn one_of(&mut self, sql: &str, class: Class, operands: &[&TargetOperand]) -> String {
        let mut same: Vec<Value> = Vec::new();
        let mut any = Vec::new();
        for operand in operands {
            let TargetOperand::Value { value } = operand else {
                continue;
            };
            match (class, value) {
                (Class::Reference(_), Value::Text(text)) => {
                    same.extend(parse_reference(text).map(|(_, id)| Value::Int(id)));
                }
                (_, Value::Text(text)) if class.is_text() => {
                    let normal = class.normal(text);
                    if normal.is_empty() {
                        // Nothing but signs: the letters that normalising keeps cannot tell it from another.
                        any.push(format!("{sql} = {}", self.bind(text.as_str().into())));
                    } else if class == Class::Words {
                        // The collation compares as folding does, and its index serves.
                        same.push(text.as_str().into());
                    } else {
                        same.push(normal.into());
                    }
                }
                _ => same.push(value.clone()),
            }
        }
        let compared = match class {
            Class::Words => format!("{sql} COLLATE fr"),
            _ => class.normal_sql(sql),
        };
        if same.len() > MANY {
            let list = self.bind(serde_json::to_string(&same).unwrap_or_default().into());
            any.push(format!("{compared} IN (SELECT value FROM json_each({list}))"));
        } else if let [one] = same.as_slice() {
            any.push(format!("{compared} = {}", self.bind(one.clone())));
        } else if !same.is_empty() {
            let places: Vec<String> = same.into_iter().map(|value| self.bind(value)).collect();
            any.push(format!("{compared} IN ({})", places.join(", ")));
        }
        either(any)
    }

    fn exactly(&mut self, sql: &str, class: Class, text: &str) -> String {
        let value = match class {
            Class::Closed(list) => list
                .iter()
                .find(|(_, label)| *label == text)
                .map_or(text, |(code, _)| code),
            _ => text,
        };
        format!("{sql} = {}", self.bind(value.into()))
    }

    fn part(&mut self, sql: &str, class: Class, text: &str, place: Place) -> String {
        if let Class::Closed(list) = class {
            // Nothing but signs: letter by letter, as for any text.
            let is_signs = Class::Words.normal(text).is_empty();
            let normal = |text: &str| match is_signs {
                true => text.to_owned(),
                false => Class::Words.normal(text),
            };
            let codes: Vec<TargetOperand> = list
                .iter()
                .filter(|(_, label)| place.holds(&normal(label), &normal(text)))
                .map(|(code, _)| TargetOperand::value(*code))
                .collect();
            return self.one_of(sql, class, &codes.iter().collect::<Vec<_>>());
        }
        let part = class.part(text);
        let (within, part) = if part.is_empty() {
            (sql.to_owned(), text.to_owned())
        } else {
            (class.normal_sql(sql), part)
        };
        let bound = self.bind(part.into());
        match place {
            Place::Anywhere => format!("instr({within}, {bound}) > 0"),
            Place::First => format!("substr({within}, 1, length({bound})) = {bound}"),
            Place::Last => format!("substr({within}, -length({bound})) = {bound}"),
        }
    }
}

/// Where a part stands in a text.
#[derive(Clone, Copy)]
enum Place {
    Anywhere,
    First,
    Last,
}

impl Place {
    fn holds(self, text: &str, part: &str) -> bool {
        match self {
            Self::Anywhere => text.contains(part),
            Self::First => text.starts_with(part),
            Self::Last => text.ends_with(part),
        }
    }
}

fn blank(sql: &str, class: Class) -> String {
    match class {
        // What is no text is never kept as a blank one, and an index then tells.
        Class::Number | Class::Flag | Class::Reference(_) | Class::Day | Class::Moment => {
            format!("({sql} IS NULL)")
        }
        // Codes are never blank ones.
        Class::Closed(_) => format!("(coalesce({sql}, '') = '')"),
        _ => format!("(trim(coalesce({sql}, '')) = '')"),
    }
}

fn filled(sql: &str, class: Class) -> String {
    match class {
        Class::Number | Class::Flag | Class::Reference(_) | Class::Day | Class::Moment => {
            format!("({sql} IS NOT NULL)")
        }
        _ => format!("NOT {}", blank(sql, class)),
    }
}

/// A text after which no date comes before another one: its last figure less one, and whatever follows.
fn just_below(until: &str) -> String {
    let mut text = until.to_owned();
    let last = text
        .pop()
        .and_then(|last| char::from_u32(u32::from(last).saturating_sub(1)));
    text.extend(last);
    text.push('\u{10ffff}');
    text
}

fn stretch_of(now: jiff::civil::DateTime, operand: &TargetOperand) -> Option<Stretch> {
    match operand {
        TargetOperand::Today { steps } => Some(days::moved(now, steps)),
        TargetOperand::Value { value } => value.text().and_then(days::written),
    }
}

fn either(any: Vec<String>) -> String {
    match any.len() {
        0 => "0".to_owned(),
        _ => format!("({})", any.join(" OR ")),
    }
}
