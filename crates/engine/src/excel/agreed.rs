//! The workbook holds to what was agreed: `content/workbook/agreed.toml` says which sheets, columns and words.

use super::sheets::sheets;
use crate::content::choices;
use crate::fields::{Choices, Entity};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Agreed {
    sheet: Vec<AgreedSheet>,
    choices: Vec<AgreedChoices>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreedSheet {
    name: String,
    agreed: Vec<String>,
    #[serde(default)]
    since: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreedChoices {
    entity: Entity,
    key: String,
    words: Vec<String>,
}

fn agreed() -> Agreed {
    toml::from_str(include_str!("../../../../content/workbook/agreed.toml")).unwrap()
}

#[test]
fn the_workbook_is_the_one_that_was_agreed() {
    let agreed = agreed().sheet;
    let names: Vec<&str> = sheets().all.iter().map(|sheet| sheet.name.as_str()).collect();
    let expected: Vec<&str> = agreed.iter().map(|known| known.name.as_str()).collect();
    assert_eq!(names, expected);
    for (sheet, known) in sheets().all.iter().zip(&agreed) {
        let headers: Vec<String> = sheet
            .columns
            .iter()
            .map(|column| column.header.replace('\'', "’"))
            .collect();
        let expected: Vec<String> = [known.agreed.clone(), known.since.clone()].concat();
        assert_eq!(headers, expected, "{}", sheet.name);
    }
    let words = &sheets().words;
    assert_eq!(
        (words.technical.as_str(), words.technical_headers.len()),
        ("_technique", 2)
    );
}

#[test]
fn the_lists_of_choices_hold_the_words_that_were_agreed() {
    for AgreedChoices { entity, key, words } in agreed().choices {
        let field = entity.fields().field(&key).unwrap();
        let found: Vec<&str> = match field.choices {
            Choices::Closed(pairs) => pairs.iter().map(|pair| pair.1).collect(),
            Choices::Open(list) => choices(list).iter().map(String::as_str).collect(),
            _ => Vec::new(),
        };
        for word in &words {
            assert!(found.contains(&word.as_str()), "{key}: {word} not in {found:?}");
        }
    }
}
