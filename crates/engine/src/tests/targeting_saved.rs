//! Saved targetings: kept, frozen, copied, compared, undone, carried in a workbook.

use super::{call, done, dump, person, same, sandbox};
use crate::{ApiError, Engine, ProblemCode, TargetProblemCode as Code};
use serde_json::{Value as Json, json};

fn target(engine: &mut Engine, text: &str) -> Json {
    let parsed = done(engine, "targeting.parse", &json!({"text": text}));
    assert_eq!(parsed["problems"], json!([]), "{text}");
    parsed["target"].clone()
}

fn save(engine: &mut Engine, reference: Option<&str>, name: &str, text: &str) -> Result<Json, ApiError> {
    let target = target(engine, text);
    call(
        engine,
        "targeting.save",
        &json!({"ref": reference, "name": name, "description": "", "target": target, "sorts": [{"field": "town", "descending": false}]}),
    )
}

fn saved(engine: &mut Engine, name: &str, text: &str) -> String {
    save(engine, None, name, text).unwrap()["ref"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn open(engine: &mut Engine, reference: &str) -> Json {
    done(engine, "targeting.open", &json!({"ref": reference}))
}

#[test]
fn a_targeting_is_kept_as_its_text_and_undone_in_one_step() {
    let mut engine = sandbox();
    let before = dump(&engine);
    let reference = saved(
        &mut engine,
        "Rennais « actifs » 🚗",
        "ville : rennes ; statut : client",
    );
    let opened = open(&mut engine, &reference);
    assert_eq!(
        (
            &opened["text"],
            &opened["sort"],
            &opened["mode"],
            &opened["problems"]
        ),
        (
            &json!("Ville : rennes ; Statut : Client"),
            &json!("Ville"),
            &json!("live"),
            &json!([])
        )
    );
    let counted = done(
        &mut engine,
        "targeting.count",
        &json!({"target": opened["target"]}),
    );
    assert_eq!(opened["count"], counted["count"]);
    let listed = done(&mut engine, "targeting.list", &json!({}));
    assert!(
        listed["saved"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["ref"] == json!(reference))
    );
    match save(&mut engine, None, "rennais actifs", "Ville : Brest") {
        Err(ApiError::Invalid { problems }) => assert_eq!(problems[0].code, ProblemCode::AlreadyUsed),
        other => panic!("{other:?}"),
    }
    done(&mut engine, "change.undo", &json!({}));
    let after = dump(&engine);
    // The number that was given is not given again: nothing else is left of it.
    assert_eq!(before.contains("Rennais"), after.contains("Rennais"));
}

#[test]
fn a_frozen_targeting_keeps_whom_it_had_and_a_live_one_follows() {
    let mut engine = sandbox();
    for first in ["Ana", "Bob"] {
        person(&mut engine, first, "Zyx", &json!({"town": "Rennes"}));
    }
    let live = saved(&mut engine, "Vivant", "Nom : Zyx ; Ville : Rennes");
    let frozen = done(
        &mut engine,
        "targeting.duplicate",
        &json!({"ref": live, "name": "Figé"}),
    )["ref"]
        .clone();
    done(
        &mut engine,
        "targeting.freeze",
        &json!({"ref": frozen, "mode": "frozen"}),
    );
    person(&mut engine, "Cléa", "Zyx", &json!({"town": "Rennes"}));
    let counts = |engine: &mut Engine| {
        let of = |engine: &mut Engine, reference: &Json| {
            open(engine, reference.as_str().unwrap())["count"].clone()
        };
        (of(engine, &json!(live)), of(engine, &frozen))
    };
    assert_eq!(counts(&mut engine), (json!(3), json!(2)));
    let members =
        |reference: &Json| json!({"entity": "customer", "root": {"type": "member", "targeting": reference}});
    let compared = done(
        &mut engine,
        "targeting.compare",
        &json!({"left": members(&json!(live)), "right": members(&frozen)}),
    );
    let count = |part: &str| compared[part]["count"].clone();
    assert_eq!(
        (count("leftOnly"), count("both"), count("rightOnly")),
        (json!(1), json!(2), json!(0))
    );
    let only = done(
        &mut engine,
        "targeting.count",
        &json!({"target": compared["leftOnly"]["target"]}),
    );
    assert_eq!(only["count"], 1);

    // The members travel in the workbook.
    done(
        &mut engine,
        "workbook.export",
        &json!({"kind": "session", "anomalies": false}),
    );
    let before = dump(&engine);
    let file = engine.take_file().unwrap();
    let mut other = sandbox();
    other.give_file(file.bytes);
    done(&mut other, "workbook.import", &json!({}));
    same(&before, &dump(&other));
    assert_eq!(open(&mut other, frozen.as_str().unwrap())["count"], 2);

    done(
        &mut engine,
        "targeting.freeze",
        &json!({"ref": frozen, "mode": "live"}),
    );
    assert_eq!(counts(&mut engine), (json!(3), json!(3)));
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(counts(&mut engine), (json!(3), json!(2)));
    done(&mut engine, "record.delete", &json!({"ref": frozen}));
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(counts(&mut engine), (json!(3), json!(2)));
}

#[test]
fn what_cannot_be_kept_or_understood_any_more_is_said() {
    let mut engine = sandbox();
    let first = saved(&mut engine, "Premier", "Ville : Rennes");
    let second = saved(
        &mut engine,
        "Second",
        &format!("ciblage {first} ; Statut : Client"),
    );
    match save(&mut engine, Some(&first), "Premier", &format!("ciblage {second}")) {
        Err(ApiError::BadTarget { problems }) => assert_eq!(problems[0].code, Code::Cycle),
        other => panic!("{other:?}"),
    }
    let nobody = saved(&mut engine, "Personne", "Nom : Zyxwv");
    let refused = call(
        &mut engine,
        "targeting.freeze",
        &json!({"ref": nobody, "mode": "frozen"}),
    );
    assert!(
        matches!(refused, Err(ApiError::BadTarget { problems }) if problems[0].code == Code::NobodyToFreeze)
    );
    let mut problem = |definition: &str| {
        done(
            &mut engine,
            "record.edit",
            &json!({"ref": nobody, "values": {"definition": definition}}),
        );
        let opened = open(&mut engine, &nobody);
        assert_eq!(
            (&opened["count"], &opened["text"]),
            (&Json::Null, &json!(definition))
        );
        opened["problems"][0]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(problem("Pointure : 42"), "unknown_field");
    assert_eq!(problem("format 2 ; Ville : Rennes"), "newer_format");
    done(&mut engine, "record.delete", &json!({"ref": first}));
    assert_eq!(
        open(&mut engine, &second)["problems"][0]["code"],
        "unknown_targeting"
    );
}

#[test]
fn an_added_field_is_asked_like_any_other() {
    let mut engine = sandbox();
    let created = done(
        &mut engine,
        "custom_field.create",
        &json!({"entity": "customer", "label": "Club (niveau)", "kind": "choice", "choices": ["Or", "Argent"], "heading": ""}),
    );
    drop(created);
    let catalogue = done(&mut engine, "catalogue.read", &json!({}));
    let fields = catalogue["entities"][0]["fields"].as_array().unwrap().clone();
    let key = fields
        .iter()
        .find(|field| field["label"] == "Club (niveau)")
        .unwrap()["key"]
        .clone();
    person(&mut engine, "Ana", "Zyx", &json!({key.as_str().unwrap(): "Or"}));
    let mut count = |text: &str| {
        let target = target(&mut engine, text);
        done(&mut engine, "targeting.count", &json!({"target": target}))["count"].clone()
    };
    assert_eq!(count("Club (niveau) : or"), 1);
    assert_eq!(count("dans Factures ; Client.Club (niveau) : rempli"), 0);
    assert_eq!(count("Club (niveau) : vide ; Nom : Zyx"), 0);
}

#[test]
fn lists_groups_edits_and_exports_take_a_targeting() {
    let mut engine = sandbox();
    person(&mut engine, "Ana", "Zyx", &json!({"town": "Rennes"}));
    person(&mut engine, "Bob", "Zyx", &json!({"town": "Brest"}));
    let target = target(&mut engine, "Nom : Zyx ; sans Véhicules");
    let groups = done(
        &mut engine,
        "list.groups",
        &json!({"entity": "customer", "quick": "", "filters": [], "target": target, "field": "town", "order": "value", "limit": 10}),
    );
    assert_eq!(
        (&groups["total"], &groups["groups"][0]["value"]),
        (&json!(2), &json!("Brest"))
    );
    let chosen = json!({"entity": "customer", "quick": "", "filters": [], "sorts": [], "target": target, "all": true, "refs": []});
    done(
        &mut engine,
        "bulk.edit",
        &json!({"chosen": chosen, "values": {"profession": "Maçon"}}),
    );
    let exported = done(
        &mut engine,
        "list.export",
        &json!({"chosen": chosen, "columns": ["last_name", "profession"]}),
    );
    assert_eq!(exported["rows"], 2);
    let other = json!({"entity": "vehicle", "quick": "", "filters": [], "sorts": [], "target": target, "all": true, "refs": []});
    let refused = call(
        &mut engine,
        "list.export",
        &json!({"chosen": other, "columns": ["make"]}),
    );
    assert!(
        matches!(refused, Err(ApiError::BadTarget { problems }) if problems[0].code == Code::OtherEntity)
    );
}
