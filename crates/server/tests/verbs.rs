//! What the executable makes without opening a screen.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod program;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use program::empty_folder;

fn run(folder: &Path, line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_simulateur-crm"))
        .args(line.split_whitespace())
        .current_dir(folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

fn must(folder: &Path, line: &str) -> String {
    let output = run(folder, line);
    assert_eq!(output.status.code(), Some(0), "{line}: {}", said(&output));
    said(&output)
}

fn refused(folder: &Path, line: &str, sentence: &str) {
    let output = run(folder, line);
    assert_eq!(output.status.code(), Some(2), "{line}: {}", said(&output));
    assert!(said(&output).contains(sentence), "{line}: {}", said(&output));
}

#[test]
fn anomalies_are_a_page_to_print() {
    let folder = empty_folder("page");
    let told = must(&folder, "anomalies --date 2026-03-01 --graine 7 --sortie a.html");
    assert!(told.contains("a.html"), "{told}");
    let page = fs::read_to_string(folder.join("a.html")).unwrap();
    assert!(
        page.starts_with("<!doctype html>") && page.contains("01/03/2026"),
        "a French page of that day"
    );
    assert!(page.matches("class=\"code\"").count() > 20, "the list is in it");
    must(&folder, "anomalies --date 2026-03-01 --graine 7 --sortie b.html");
    assert_eq!(page, fs::read_to_string(folder.join("b.html")).unwrap());
}

#[test]
fn what_cannot_be_written_is_said_in_french_and_leaves_nothing() {
    let folder = empty_folder("outputs");
    for (line, sentence) in [
        ("base --sortie b.pdf", "finit par .xlsx"),
        ("anomalies --sortie a.txt", ".html"),
        ("anomalies --sortie nowhere/a.html", "ce dossier n'existe pas"),
        ("base --date 2026-02-30 --sortie b.xlsx", "AAAA-MM-JJ"),
        ("base --taille 5 --sortie b.xlsx", "de 20 à 1 000 000"),
        ("base", "--sortie"),
        ("bases --sortie b.xlsx", "n'est pas une action connue"),
    ] {
        refused(&folder, line, sentence);
    }
    fs::create_dir(folder.join("taken.html")).unwrap();
    refused(&folder, "anomalies --sortie taken.html", "c'est un dossier");
    let left: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["taken.html"], "no half-made file");
}

#[test]
fn a_base_is_made() {
    let folder = empty_folder("base");
    let recipe = "--date 2026-03-01 --graine 7 --taille 500";
    let told = must(&folder, &format!("base {recipe} --sortie b.xlsx"));
    assert!(
        told.contains("01/03/2026") && told.contains("500 fiches"),
        "{told}"
    );
    must(&folder, &format!("base {recipe} --sortie again.xlsx"));
    let bytes = fs::read(folder.join("b.xlsx")).unwrap();
    assert_eq!(
        bytes,
        fs::read(folder.join("again.xlsx")).unwrap(),
        "same recipe, same bytes"
    );

    must(&folder, &format!("anomalies {recipe} --sortie a.xlsx"));
    must(
        &folder,
        &format!("base {recipe} --anomalies --sortie listed.xlsx"),
    );
    let listed = fs::read(folder.join("listed.xlsx")).unwrap();
    assert_eq!(fs::read(folder.join("a.xlsx")).unwrap(), listed);
    assert_ne!(bytes, listed, "learners do not get the list");
}
