//! Every option and verb is read, and what is wrong is said.

use super::*;

fn parse(line: &str) -> Result<Option<Asked>, String> {
    Asked::parse(line.split_whitespace().map(OsString::from).collect())
}

#[test]
fn every_option_is_read() {
    let asked = parse("--port 4000 --data /tmp/x --no-browser --date 2026-03-01 --base b.xlsx").unwrap();
    assert_eq!(
        asked,
        Some(Asked::Open(Options {
            port: 4000,
            data: Some("/tmp/x".into()),
            no_browser: true,
            date: Some(Date::constant(2026, 3, 1)),
            base: Some("b.xlsx".into()),
        }))
    );
}

#[test]
fn every_verb_is_read() {
    let recipe = || Recipe {
        date: Some(Date::constant(2026, 3, 1)),
        seed: Some(7),
        size: Some(40),
    };
    let asked = |line: &str| parse(line).unwrap().unwrap();
    assert_eq!(
        asked("base --date 2026-03-01 --graine 7 --taille 40 --anomalies --sortie b.xlsx"),
        Asked::Base {
            recipe: recipe(),
            anomalies: true,
            output: "b.xlsx".into(),
        }
    );
    assert_eq!(
        asked("anomalies --sortie a.html --taille 40 --graine 7 --date 2026-03-01"),
        Asked::Anomalies {
            recipe: recipe(),
            output: "a.html".into(),
        }
    );
    assert_eq!(
        asked("verifier b.xlsx"),
        Asked::Verify {
            workbook: "b.xlsx".into(),
        }
    );
}

#[test]
fn doubles_are_asked_of_a_workbook() {
    assert_eq!(
        parse("doublons b.xlsx --sortie p.csv").unwrap(),
        Some(Asked::Doubles {
            workbook: "b.xlsx".into(),
            output: "p.csv".into(),
        })
    );
}

#[test]
fn a_targeting_is_asked_of_a_workbook() {
    assert_eq!(
        parse("cibler b.xlsx Ville:Rennes --tri Nom --sortie r.csv").unwrap(),
        Some(Asked::Target {
            workbook: "b.xlsx".into(),
            text: "Ville:Rennes".to_owned(),
            sort: "Nom".to_owned(),
            output: "r.csv".into(),
        })
    );
}

#[test]
fn a_campaign_is_sent_to_a_workbook() {
    assert_eq!(
        parse("campagne b.xlsx --canal courrier --cible Statut:Client --modele Portes --sortie c.xlsx")
            .unwrap(),
        Some(Asked::Send {
            workbook: "b.xlsx".into(),
            campaign: Campaign {
                channel: "letter".to_owned(),
                target: "Statut:Client".to_owned(),
                template: "Portes".to_owned(),
            },
            output: "c.xlsx".into(),
        })
    );
}

#[test]
fn a_bad_value_names_its_option() {
    for (line, name) in [
        ("--date 2026-02-30", "--date"),
        ("--port 70000", "--port"),
        ("--data", "--data"),
        ("--colour", "--colour"),
        ("--base", "--base"),
        ("ouvrir", "ouvrir"),
        ("base --graine x --sortie b.xlsx", "--graine"),
        ("base --taille 3 --sortie b.xlsx", "--taille"),
        ("base --taille 1000001 --sortie b.xlsx", "--taille"),
        ("base", "--sortie"),
        ("anomalies --anomalies --sortie a.xlsx", "--anomalies"),
        ("verifier", "verifier"),
        ("doublons --sortie p.csv", "doublons"),
        ("doublons a.xlsx", "--sortie"),
        ("cibler a.xlsx --sortie r.csv", "cibler"),
        ("cibler a.xlsx Ville:Rennes", "--sortie"),
        ("avancer a.xlsx --sortie b.xlsx", "--jusqu-au"),
        (
            "avancer a.xlsx --jusqu-au 2026-02-30 --sortie b.xlsx",
            "--jusqu-au",
        ),
        ("avancer a.xlsx --jusqu-au 2026-12-07", "--sortie"),
        (
            "campagne a.xlsx --canal fax --cible x --modele y --sortie b.xlsx",
            "--canal",
        ),
        (
            "campagne a.xlsx --canal sms --modele y --sortie b.xlsx",
            "--cible",
        ),
        ("verifier a.xlsx b.xlsx", "b.xlsx"),
    ] {
        let sentence = parse(line).unwrap_err();
        assert!(sentence.contains(name), "{line}: {sentence}");
    }
}
