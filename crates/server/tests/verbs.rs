//! What the executable makes and judges without opening a screen, and the base it may be started on.
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

use engine::coherence::{self, Base};
use program::{Program, command, empty_folder};

const CREATE: &str =
    r#"{"entity":"customer","values":{"kind":"person","first_name":"Marie","last_name":"Lefèvre"}}"#;

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
        ("anomalies --sortie nowhere/a.html", "ce dossier n’existe pas"),
        ("base --date 2026-02-30 --sortie b.xlsx", "AAAA-MM-JJ"),
        ("base --taille 5 --sortie b.xlsx", "de 20 à 1 000 000"),
        ("base", "--sortie"),
        ("bases --sortie b.xlsx", "n’est pas une action connue"),
        ("verifier absent.xlsx", "il n’existe pas"),
    ] {
        refused(&folder, line, sentence);
    }
    fs::create_dir(folder.join("taken.html")).unwrap();
    refused(&folder, "anomalies --sortie taken.html", "c’est un dossier");
    let left: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["taken.html"], "no half-made file");
}

#[test]
fn a_base_is_made_and_verified() {
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
    verify(&folder, "b.xlsx");

    must(&folder, &format!("anomalies {recipe} --sortie a.xlsx"));
    must(
        &folder,
        &format!("base {recipe} --anomalies --sortie listed.xlsx"),
    );
    let listed = fs::read(folder.join("listed.xlsx")).unwrap();
    assert_eq!(fs::read(folder.join("a.xlsx")).unwrap(), listed);
    assert_ne!(bytes, listed, "learners do not get the list");
    verify(&folder, "listed.xlsx");
}

/// The workbook is judged as the base from which it was written: nothing is lost on the way.
fn verify(folder: &Path, workbook: &str) {
    let base = Base::of_school(7, jiff::civil::date(2026, 3, 1), 500);
    let judged = coherence::verify(&base);
    let output = run(folder, &format!("verifier {workbook}"));
    let told = said(&output);
    assert_eq!(output.status.code(), Some(i32::from(!judged.passed())), "{told}");
    assert_eq!(told.contains("Tout est cohérent"), judged.passed(), "{told}");
    for line in judged.lines {
        let verdict = if line.passed { "ok   " } else { "ÉCHEC" };
        let line = format!("  {verdict}  {} : ", line.label);
        assert!(told.contains(&line), "no line {line}");
    }
}

#[test]
fn what_does_not_hold_is_told_with_its_code() {
    let folder = empty_folder("verify");
    let world = engine::FixedWorld(jiff::civil::date(2026, 3, 1).at(9, 0, 0, 0));
    let mut engine = engine::Engine::open_memory(engine::Settings::school(7, 60), &world).unwrap();
    // The total of its invoice is no longer the sum of its lines.
    engine
        .call("record.delete", r#"{"ref":"LF00001"}"#, &world)
        .unwrap();
    engine
        .call("workbook.export", r#"{"kind":"base","anomalies":false}"#, &world)
        .unwrap();
    fs::write(folder.join("small.xlsx"), engine.take_file().unwrap().bytes).unwrap();
    let output = run(&folder, "verifier small.xlsx");
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(
        said(&output).contains("ÉCHEC") && said(&output).contains("pas tenu"),
        "{}",
        said(&output)
    );
    fs::write(folder.join("letter.xlsx"), "Dear customer").unwrap();
    refused(&folder, "verifier letter.xlsx", "n’est pas un classeur Excel");
}

#[test]
fn an_untouched_sandbox_begins_on_the_base_asked_for_and_a_touched_one_keeps_its_work() {
    let folder = empty_folder("asked");
    must(&folder, "base --date 2026-03-01 --taille 40 --sortie b.xlsx");
    let base = folder.join("b.xlsx");
    let base = base.to_str().unwrap();
    let data = folder.join("donnees");
    let customers = |program: &Program| program.call("session.state", "{}")["counts"]["customer"].clone();
    let own = |program: &Program| program.call("session.state", "{}")["base"]["own"].clone();

    // Made on the product's base, and nothing done in it.
    drop(Program::start_with(&data, &["--date", "2026-03-01"]));
    let program = Program::start_with(&data, &["--date", "2026-03-01", "--base", base]);
    assert_eq!((own(&program), customers(&program)), (true.into(), 40.into()));
    program.call("record.create", CREATE);
    program.call("base.restore", "{}");
    drop(program);

    let program = Program::start_with(&data, &["--date", "2026-03-01", "--base", base]);
    assert_eq!(own(&program), false, "something was done: its base is kept");
    drop(program);
    let output = command(&data, &["--base", folder.join("a").to_str().unwrap()])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "no such file");

    fs::write(folder.join("letter.xlsx"), "Dear customer").unwrap();
    let letter = folder.join("letter.xlsx");
    let output = command(&folder.join("fresh"), &["--base", letter.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert!(
        said(&output).contains("n’est pas un classeur Excel"),
        "{}",
        said(&output)
    );
}

#[test]
fn doubles_of_a_workbook_are_listed_with_their_reasons() {
    let folder = empty_folder("doubles");
    must(&folder, "base --date 2026-03-01 --graine 7 --sortie b.xlsx");
    let told = must(&folder, "doublons b.xlsx --sortie paires.csv");
    assert!(told.contains("paires de fiches"), "{told}");
    let list = fs::read_to_string(folder.join("paires.csv")).unwrap();
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines.len() > 20, "{list}");
    assert!(
        lines[1..].iter().all(|line| line.split(';').count() == 5),
        "{list}"
    );
    assert!(
        list.contains("même naissance") && list.contains("à relier, sans fusionner"),
        "{list}"
    );
    refused(&folder, "doublons b.xlsx --sortie paires.txt", ".csv");
    refused(
        &folder,
        "doublons absent.xlsx --sortie paires.csv",
        "il n’existe pas",
    );
}

#[test]
fn a_targeting_is_applied_to_a_workbook() {
    let folder = empty_folder("targeting");
    must(
        &folder,
        "base --date 2026-03-01 --graine 7 --taille 60 --sortie b.xlsx",
    );
    let told = must(&folder, "cibler b.xlsx Statut:Client --tri Nom --sortie refs.csv");
    assert!(told.contains("fiches : références"), "{told}");
    let list = fs::read_to_string(folder.join("refs.csv")).unwrap();
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines.len() > 10 && lines[0] == "Référence", "{list}");
    assert!(lines[1..].iter().all(|line| line.starts_with('C')), "{list}");
    refused(
        &folder,
        "cibler b.xlsx Vile:Rennes --sortie refs.csv",
        "caractère 1 : Champ inconnu « Vile » dans « Clients » (vouliez-vous « Ville » ?)",
    );
    refused(&folder, "cibler b.xlsx Statut:Client --sortie refs.txt", ".csv");
    refused(
        &folder,
        "cibler absent.xlsx Statut:Client --sortie r.csv",
        "il n’existe pas",
    );
}

#[test]
fn a_workbook_lives_until_a_day_and_goes_on_from_there() {
    let folder = empty_folder("advance");
    must(
        &folder,
        "base --date 2026-11-23 --graine 7 --taille 60 --sortie b.xlsx",
    );
    let told = must(&folder, "avancer b.xlsx --jusqu-au 2026-12-07 --sortie c.xlsx");
    assert!(
        told.contains("jusqu’au 07/12/2026") && told.contains("c.xlsx"),
        "{told}"
    );
    let bytes = fs::read(folder.join("c.xlsx")).unwrap();
    let report = engine::verify_workbook(&bytes).unwrap();
    assert!(report.passed(), "{report:?}");
    // The same days give the same workbook to the byte, and a session goes on like a base.
    must(&folder, "avancer b.xlsx --jusqu-au 2026-12-07 --sortie d.xlsx");
    assert!(bytes == fs::read(folder.join("d.xlsx")).unwrap());
    must(&folder, "avancer c.xlsx --jusqu-au 2026-12-21 --sortie e.xlsx");
    refused(
        &folder,
        "avancer c.xlsx --jusqu-au 2026-12-07 --sortie f.xlsx",
        "entre le 08/12/2026 et le 08/12/2027",
    );
    refused(
        &folder,
        "avancer b.xlsx --jusqu-au 2026-12-07 --sortie f.txt",
        ".xlsx",
    );
    refused(
        &folder,
        "avancer absent.xlsx --jusqu-au 2026-12-07 --sortie f.xlsx",
        "il n’existe pas",
    );
}

fn asked(folder: &Path, arguments: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_simulateur-crm"))
        .args(arguments)
        .current_dir(folder)
        .output();
    program.unwrap()
}

#[test]
fn a_campaign_is_sent_to_a_workbook_through_the_gate() {
    let folder = empty_folder("campaign");
    must(
        &folder,
        "base --date 2026-11-23 --graine 7 --taille 60 --sortie b.xlsx",
    );
    let line = |channel: &'static str, target: &'static str, template: &'static str, output: &'static str| {
        [
            "campagne", "b.xlsx", "--canal", channel, "--cible", target, "--modele", template, "--sortie",
            output,
        ]
    };
    let output = asked(
        &folder,
        &line("sms", "Nature : Particulier", "Révision à programmer", "c.xlsx"),
    );
    let told = said(&output);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(
        told.contains("envoyés") && told.contains("exclu : pas de consentement pour ce canal"),
        "{told}"
    );
    let sent: usize = told.split(' ').next().unwrap().parse().unwrap();
    let log = "dans Destinataires ; État : Envoyé ; Campagne.Nom : Révision à programmer";
    let listed = asked(&folder, &["cibler", "c.xlsx", log, "--sortie", "log.csv"]);
    assert_eq!(listed.status.code(), Some(0), "{}", said(&listed));
    let lines = fs::read_to_string(folder.join("log.csv"))
        .unwrap()
        .lines()
        .count();
    assert_eq!(lines - 1, sent, "each has a line in the log of the workbook");
    must(&folder, "verifier c.xlsx");
    for (asked_for, sentence) in [
        (
            line("mail", "Vile : Rennes", "Révision à programmer", "d.xlsx"),
            "caractère 1",
        ),
        (
            line("mail", "Statut : Client", "Inconnu", "d.xlsx"),
            "Modèles : Contrôle technique à prévoir",
        ),
        (
            line(
                "mail",
                "Nom : Personne au monde",
                "Révision à programmer",
                "d.xlsx",
            ),
            "Personne ne peut recevoir",
        ),
        (
            line(
                "sms",
                "Statut : Client",
                "Confirmation d’un rendez-vous",
                "d.xlsx",
            ),
            "la mention que demande la loi",
        ),
        (
            line("mail", "Statut : Client", "Révision à programmer", "d.csv"),
            "finit par .xlsx",
        ),
    ] {
        let output = asked(&folder, &asked_for);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(sentence), "{}", said(&output));
        assert!(!folder.join("d.xlsx").exists());
    }
}
