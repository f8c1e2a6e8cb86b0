//! Tiles of a targeting: saved or built for the occasion, live or frozen, of the records counted or of those related to them.

use super::columns::rows;
use super::workbook::exported;
use super::{NOW, call, done, person, sandbox};
use crate::{ApiError, Engine, TargetProblemCode as Code};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

fn target(engine: &mut Engine, text: &str) -> Json {
    let parsed = done(engine, "targeting.parse", &json!({"text": text}));
    assert_eq!(parsed["problems"], json!([]), "{text}");
    parsed["target"].clone()
}

fn saved(engine: &mut Engine, name: &str, text: &str) -> String {
    let target = target(engine, text);
    let input = json!({"ref": null, "name": name, "description": "", "target": target, "sorts": []});
    done(engine, "targeting.save", &input)["ref"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn member(entity: &str, reference: &str) -> Json {
    json!({"entity": entity, "root": {"type": "member", "targeting": reference}})
}

fn asked(entity: &str, by: &str, target: &Json) -> Json {
    json!({"entity": entity, "measure": "count", "by": [{"field": by}], "target": target})
}

fn ask(engine: &mut Engine, question: &Json) -> Json {
    let input = json!({"question": question, "scope": {"period": "all", "site": null}});
    done(engine, "dashboard.answer", &input)
}

fn behind(engine: &mut Engine, answer: &Json, figure: &Json) -> Json {
    let input = json!({"entity": answer["entity"], "columns": [], "sorts": [], "quick": "",
        "filters": figure["filters"], "target": answer["target"], "offset": 0, "limit": 1});
    done(engine, "list.page", &input)["total"].clone()
}

/// The records of a kind whose reference is among some.
fn of_those(engine: &mut Engine, entity: &str, link: &str, among: &BTreeSet<String>) -> usize {
    rows(engine, entity, &json!([]), link)
        .iter()
        .filter(|(_, value)| value.as_str().is_some_and(|value| among.contains(value)))
        .count()
}

#[test]
fn a_tile_counts_the_records_of_a_targeting_or_those_related_to_it_and_so_do_its_lists() {
    let mut engine = sandbox();
    let men = json!([{"field": "civility", "values": ["mr"]}]);
    let men: BTreeSet<String> = rows(&mut engine, "customer", &men, "")
        .into_iter()
        .map(|(reference, _)| reference)
        .collect();
    assert!(men.len() > 5, "{}", men.len());
    let live = saved(&mut engine, "Messieurs", "Civilité : M.");
    let built = target(&mut engine, "Civilité : M.");
    for target in [member("customer", &live), built] {
        for (entity, by, link) in [
            ("customer", "site", ""),
            ("invoice", "kind", "customer_id"),
            ("vehicle", "energy", "customer_id"),
        ] {
            let answer = ask(&mut engine, &asked(entity, by, &target));
            let wanted = match link {
                "" => men.len(),
                link => of_those(&mut engine, entity, link, &men),
            };
            assert_eq!(answer["total"]["of"], wanted, "{entity}");
            let labels = answer["axes"][0]["labels"].as_array().unwrap().clone();
            assert!(labels.len() > 1, "{entity}");
            for figure in labels
                .iter()
                .map(|label| &label["figure"])
                .chain([&answer["total"]])
            {
                assert_eq!(behind(&mut engine, &answer, figure), figure["rows"], "{entity}");
            }
        }
    }
    // Through two references, and back: the lines of their invoices, the owners of some cars.
    let lines = ask(
        &mut engine,
        &asked("invoice_line", "label", &member("customer", &live)),
    );
    assert!(lines["total"]["of"].as_i64().unwrap() > 0);
    let cars = target(&mut engine, "dans Véhicules ; Énergie : Diesel");
    let owners = ask(&mut engine, &asked("customer", "site", &cars));
    let diesel = json!([{"field": "energy", "values": ["Diesel"]}]);
    let wanted: BTreeSet<String> = rows(&mut engine, "vehicle", &diesel, "customer_id")
        .into_iter()
        .filter_map(|(_, owner)| owner.as_str().map(str::to_owned))
        .collect();
    assert_eq!(owners["total"]["of"], wanted.len());
    let unrelated = json!({"question": asked("consent", "channel", &json!({"entity": "campaign", "root": {"type": "all", "of": []}})),
        "scope": {"period": "all", "site": null}});
    let refused = call(&mut engine, "dashboard.answer", &unrelated);
    assert!(
        matches!(refused, Err(ApiError::BadTarget { problems }) if problems[0].code == Code::OtherEntity)
    );
}

#[test]
fn a_live_targeting_is_followed_and_a_frozen_one_keeps_whom_it_had() {
    let mut engine = sandbox();
    person(&mut engine, "Ana", "Zyx", &json!({}));
    let live = saved(&mut engine, "Les « Zyx » 🚗", "Nom : Zyx");
    let frozen = saved(&mut engine, "Les Zyx d’hier", "Nom : Zyx");
    done(
        &mut engine,
        "targeting.freeze",
        &json!({"ref": frozen, "mode": "frozen"}),
    );
    person(&mut engine, "Bob", "Zyx", &json!({}));
    let mut of = |reference: &str| {
        ask(
            &mut engine,
            &asked("customer", "site", &member("customer", reference)),
        )["total"]["of"]
            .clone()
    };
    assert_eq!((of(&live), of(&frozen)), (json!(2), json!(1)));
}

#[test]
fn a_tile_goes_with_its_targeting_through_a_workbook() {
    let mut engine = sandbox();
    let reference = saved(&mut engine, "Les « M. » 🚗", "Civilité : M.");
    done(
        &mut engine,
        "targeting.freeze",
        &json!({"ref": reference, "mode": "frozen"}),
    );
    let question = asked("invoice", "kind", &member("customer", &reference));
    done(
        &mut engine,
        "dashboard.create",
        &json!({"name": "Essai", "template": null}),
    );
    let input = json!({"dashboard": "Essai", "title": "Leurs factures", "chart": "bars",
        "definition": {"version": 1, "question": question}});
    done(&mut engine, "tile.add", &input);
    let bytes = exported(&mut engine, "session", false, &NOW);
    let mut other = Engine::open_memory(crate::Settings::school(8, 30), &NOW).unwrap();
    other.give_file(bytes);
    done(&mut other, "workbook.import", &json!({}));
    let tile = board(&mut other);
    assert_eq!(tile["problem"], Json::Null);
    let question = &tile["definition"]["question"];
    let (here, there) = (ask(&mut engine, question), ask(&mut other, question));
    assert_eq!(here, there);
    assert!(here["total"]["of"].as_i64().unwrap() > 0);
}

fn board(engine: &mut Engine) -> Json {
    let read = done(engine, "dashboard.read", &json!({"name": "Essai"}));
    read["tiles"][0].clone()
}

#[test]
fn a_tile_whose_targeting_or_field_is_no_more_says_so_and_is_mended_or_brought_back() {
    let mut engine = sandbox();
    done(
        &mut engine,
        "dashboard.create",
        &json!({"name": "Essai", "template": null}),
    );
    let reference = saved(&mut engine, "Messieurs", "Civilité : M.");
    let question = asked("customer", "site", &member("customer", &reference));
    let definition = json!({"version": 1, "question": question});
    let shown = json!({"title": "Par site", "chart": "bars", "definition": definition});
    let mut input = shown.clone();
    input["dashboard"] = "Essai".into();
    done(&mut engine, "tile.add", &input);
    let tile = board(&mut engine);
    // A program of before would have counted everybody in silence: it reads a newer version instead.
    assert_eq!(
        (&tile["problem"], &tile["definition"]["version"]),
        (&Json::Null, &json!(2))
    );

    done(&mut engine, "record.delete", &json!({"ref": reference}));
    let tile = board(&mut engine);
    assert_eq!(tile["problem"]["code"], "target");
    assert_eq!(tile["problem"]["problem"]["code"], "unknown_targeting");
    assert_eq!(tile["definition"]["question"]["target"], question["target"]);
    let asked_for = json!({"question": question, "scope": {"period": "all", "site": null}});
    assert!(matches!(
        call(&mut engine, "dashboard.answer", &asked_for),
        Err(ApiError::BadTarget { .. })
    ));
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(board(&mut engine)["problem"], Json::Null);

    // It speaks of other records from now on.
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": reference, "values": {"definition": "dans Véhicules ; Énergie : Diesel"}}),
    );
    assert_eq!(board(&mut engine)["problem"]["problem"]["code"], "other_entity");

    // A tile of a field that was added, then taken away.
    done(
        &mut engine,
        "custom_field.create",
        &json!({"entity": "customer", "label": "Club", "kind": "choice", "choices": ["Or", "Argent"], "heading": ""}),
    );
    person(&mut engine, "Ana", "Zyx", &json!({"x_club": "Or"}));
    let tile = board(&mut engine)["ref"].clone();
    let by_club = json!({"entity": "vehicle", "measure": "count", "by": [{"field": "customer_id.x_club"}],
        "target": target(&mut engine, "Club : Or")});
    let mut edited = shown;
    edited["ref"] = tile;
    edited["definition"]["question"] = by_club.clone();
    done(&mut engine, "tile.edit", &edited);
    assert_eq!(board(&mut engine)["problem"], Json::Null);
    assert_eq!(ask(&mut engine, &by_club)["total"]["of"], 0);
    let gold = saved(&mut engine, "Or", "Club : Or");
    let fields = done(&mut engine, "custom_field.list", &json!({}));
    let field = fields["fields"][0]["ref"].clone();
    done(&mut engine, "custom_field.delete", &json!({"ref": field}));
    let problem = board(&mut engine)["problem"].clone();
    assert_eq!(problem, json!({"code": "field", "field": "customer_id.x_club"}));
    let opened = done(&mut engine, "targeting.open", &json!({"ref": gold}));
    assert_eq!(
        (&opened["count"], &opened["problems"][0]["code"]),
        (&Json::Null, &json!("unknown_field"))
    );
}
