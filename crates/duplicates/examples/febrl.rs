//! Precision and recall on files of FEBRL (public benchmark data, each told by its path): `febrl dataset1.csv …`. The social
//! security number is not used.
#![allow(clippy::disallowed_types, clippy::disallowed_methods, missing_docs)]

use duplicates::{Subject, find};
use std::collections::HashSet;
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let (keys, subjects): (Vec<String>, Vec<Subject>) = text
            .lines()
            .skip(1)
            .filter(|line| !line.trim().is_empty())
            .filter_map(subject)
            .unzip();
        let mut truth = HashSet::new();
        for (left, key) in keys.iter().enumerate() {
            truth.extend(
                (left + 1..keys.len())
                    .filter(|right| keys[*right] == *key)
                    .map(|right| (left, right)),
            );
        }
        let begun = Instant::now();
        let found = find(&subjects, 0.5);
        let took = begun.elapsed();
        let told: HashSet<(usize, usize)> = found.pairs.iter().map(|pair| (pair.left, pair.right)).collect();
        let right = told.intersection(&truth).count() as f64;
        let (precision, recall) = (right / told.len() as f64, right / truth.len() as f64);
        let f1 = 2.0 * precision * recall / (precision + recall);
        if std::env::var_os("TELL").is_some() {
            for (left, right) in truth.difference(&told) {
                println!("missed\n  {:?}\n  {:?}", subjects[*left], subjects[*right]);
            }
        }
        println!("{path}: precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}, in {took:?}");
    }
    Ok(())
}

/// `rec-12-dup-0, first, last, number, street, extra, town, postcode, state, birth, number`.
fn subject(line: &str) -> Option<(String, Subject)> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [
        name,
        first,
        last,
        number,
        street,
        extra,
        town,
        postcode,
        _,
        birth,
        ..,
    ] = cells[..]
    else {
        return None;
    };
    let subject = Subject {
        first_name: first.into(),
        last_name: last.into(),
        number: number.into(),
        street: street.into(),
        extra: extra.into(),
        town: town.into(),
        postcode: postcode.into(),
        birth: birth.into(),
        ..Subject::default()
    };
    Some((name.split('-').nth(1)?.to_owned(), subject))
}
