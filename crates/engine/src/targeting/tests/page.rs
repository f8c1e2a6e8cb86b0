//! The page of the language, `docs/CIBLAGE.md`: every example of it is read, said again exactly, and applied.

use super::reading;
use crate::targeting::check::problems_of;
use crate::targeting::names::Lexicon;
use crate::targeting::rows::count;
use crate::targeting::text::{parse_whole, print, print_sorts};
use crate::{Engine, FixedWorld, Settings};
use jiff::civil::date;

const PAGE: &str = include_str!("../../../../../docs/CIBLAGE.md");

/// The lines of the code blocks named `ciblage`.
fn examples() -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in PAGE.lines() {
        match line {
            "```ciblage" => inside = true,
            "```" => inside = false,
            line if inside && !line.trim().is_empty() => found.push(line),
            _ => {}
        }
    }
    found
}

#[test]
fn every_example_of_the_page_is_read_said_again_and_applied() {
    let now = date(2026, 11, 23).at(14, 30, 0, 0);
    let engine = Engine::open_memory(Settings::default(), &FixedWorld(now)).unwrap();
    let examples = examples();
    assert!(examples.len() >= 25, "{}", examples.len());
    let mut nobody = Vec::new();
    for example in examples {
        // What stands behind `→` is how the product writes it, when it writes it otherwise.
        let (text, exact) = example.split_once(" → ").unwrap_or((example, example));
        let parsed =
            parse_whole(&Lexicon::common(), text).unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
        let mut said = print(&Lexicon::common(), &parsed.target);
        if !parsed.sorts.is_empty() {
            said = format!(
                "{said} ; tri : {}",
                print_sorts(&Lexicon::common(), &parsed.sorts, parsed.target.entity)
            );
        }
        assert_eq!(said, exact.trim(), "{text}");
        let kept = reading(&engine, now, |reader| {
            assert_eq!(problems_of(reader, &parsed.target).unwrap(), [], "{text}");
            count(reader, parsed.target.entity, &parsed.target.root).unwrap()
        });
        if kept == 0 {
            nobody.push(text);
        }
    }
    assert!(nobody.is_empty(), "{nobody:#?}");
}
