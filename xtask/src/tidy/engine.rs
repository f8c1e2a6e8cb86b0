//! Directions inside the engine (docs/ARCHITECTURE.md, "Allowed directions").

use std::collections::BTreeSet;

use super::SourceFile;
use super::rust_text::{code_only, without_tests};

/// The subjects, in order: each may use the nouns and verbs of those before it.
const SUBJECTS: [&str; 12] = [
    "duplicates",
    "customers",
    "vehicles",
    "invoices",
    "activities",
    "notes",
    "leads",
    "agenda",
    "targeting",
    "campaigns",
    "dashboards",
    "cleaning",
];

/// What rests below every subject and so may use none of them.
const GROUND: [&str; 6] = ["values", "world", "error", "fields", "store", "content"];

/// Rooms where rusqlite may be named, besides files called rows.rs (or in a folder rows/).
const SQL_ROOMS: [&str; 2] = ["store", "change"];

/// References that go against the allowed directions.
pub(crate) fn breaches(file: &SourceFile) -> Vec<String> {
    let Some(inside) = file.path.strip_prefix("crates/engine/src/") else {
        return Vec::new();
    };
    if !file.is("rs") || inside.contains("test") {
        return Vec::new();
    }
    let code = code_only(without_tests(&file.text));
    let room = inside.split(['/', '.']).next().unwrap_or_default();
    let mut found = forbidden_uses(room, &rooms_used(&code));
    if code.contains("rusqlite") && !may_speak_sql(inside, room) {
        found.push("names rusqlite, which only rows.rs, store and change may".to_owned());
    }
    found
}

fn may_speak_sql(inside: &str, room: &str) -> bool {
    SQL_ROOMS.contains(&room) || inside.ends_with("/rows.rs") || inside.contains("/rows/")
}

fn forbidden_uses(room: &str, used: &BTreeSet<String>) -> Vec<String> {
    let rank = |name: &str| SUBJECTS.iter().position(|subject| *subject == name);
    let forbidden = used.iter().filter(|other| match (rank(room), rank(other)) {
        (Some(own), Some(theirs)) => theirs > own,
        (None, Some(_)) => GROUND.contains(&room) || room == "change",
        _ => false,
    });
    let mut found: Vec<String> = forbidden
        .map(|other| format!("{room} may not use {other} (docs/ARCHITECTURE.md)"))
        .collect();
    if room != "lib" && room != "api" && used.contains("api") {
        found.push(format!("{room} may not use api: the door is above every room"));
    }
    found
}

/// The first names after `crate::`, single or in braces.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => used.extend(group_heads(group)),
            None => used.extend(name_at_start(after)),
        }
    }
    used
}

/// `{a::b, c::{d, e}}` gives a and c.
fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = Vec::new();
    let mut expecting = true;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => expecting = true,
            _ if expecting && !letter.is_whitespace() => {
                heads.extend(name_at_start(&group[at..]));
                expecting = false;
            }
            _ => {}
        }
    }
    heads
}

fn name_at_start(text: &str) -> Option<String> {
    let name: String = text
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::breaches;
    use crate::tidy::SourceFile;

    fn check(path: &str, text: &str, count: usize) {
        let file = SourceFile {
            path: format!("crates/engine/src/{path}"),
            text: text.to_owned(),
        };
        assert_eq!(breaches(&file).len(), count, "{path}: {text}");
    }

    #[test]
    fn subjects_use_earlier_subjects_only() {
        check("invoices/create.rs", "use crate::customers::Customer;", 0);
        check("customers/create.rs", "use crate::{fields, invoices::{a, b}};", 1);
        check("fields/mod.rs", "use crate::customers::Customer;", 1);
        check(
            "leads/create.rs",
            "// use crate::campaigns\nlet x = \"crate::campaigns\";",
            0,
        );
        check("leads/create.rs", "use crate::api::X;", 1);
    }

    #[test]
    fn rusqlite_is_named_beside_the_tables_only() {
        check("customers/rows.rs", "use rusqlite::Row;", 0);
        check("store/open.rs", "use rusqlite::Connection;", 0);
        check("customers/create.rs", "use rusqlite::Row;", 1);
    }
}
