//! The ready-made targetings, each built by hand as the screen does: condition by condition, of what the vocabulary offers.

use super::{done, sandbox};
use crate::Engine;
use serde_json::{Value as Json, json};

/// Every condition of a tree is one that the vocabulary offers for these records.
fn offered(vocabulary: &Json, entity: &str, node: &Json) {
    let all = vocabulary["entities"].as_array().unwrap();
    let known = all.iter().find(|one| one["entity"] == entity).unwrap();
    let named = |list: &str, key: &Json| {
        let found = known[list]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["key"] == *key);
        found
            .unwrap_or_else(|| panic!("{entity} offers no {key}"))
            .clone()
    };
    let inside = match node["type"].as_str().unwrap() {
        "field" => {
            let hows = named("fields", &node["field"])["hows"].clone();
            assert!(hows.as_array().unwrap().contains(&node["is"]["how"]), "{node}");
            return;
        }
        "related" | "aggregate" => {
            let relation = named("relations", &node["relation"]);
            assert!(node["type"] == "related" || relation["many"] == true, "{node}");
            relation["to"].as_str().unwrap().to_owned()
        }
        "first" => {
            named("fields", &node["sort"]["field"]);
            entity.to_owned()
        }
        "member" => return,
        _ => entity.to_owned(),
    };
    let one = node["node"].is_object().then_some(&node["node"]);
    for child in node["of"].as_array().into_iter().flatten().chain(one) {
        offered(vocabulary, &inside, child);
    }
}

fn refs(engine: &mut Engine, target: &Json, sorts: &Json) -> Vec<Json> {
    let input = json!({"entity": target["entity"], "columns": [], "sorts": sorts, "quick": "", "filters": [],
        "target": target, "offset": 0, "limit": 1000});
    let page = done(engine, "list.page", &input);
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|row| row["ref"].clone()).collect()
}

#[test]
fn each_ready_targeting_built_by_hand_keeps_the_same_records() {
    let mut engine = sandbox();
    let vocabulary = done(&mut engine, "targeting.vocabulary", &json!({}));
    let ready = done(&mut engine, "targeting.ready", &json!({}))["ready"].clone();
    assert!(ready.as_array().unwrap().len() >= 15);
    for one in ready.as_array().unwrap() {
        let (name, entity) = (&one["name"], one["target"]["entity"].as_str().unwrap());
        let root = &one["target"]["root"];
        offered(&vocabulary, entity, root);
        let conditions = match root["type"].as_str() {
            Some("all") => root["of"].as_array().unwrap().clone(),
            _ => vec![root.clone()],
        };
        // From an empty group, one condition after the other: each keeps fewer, or as many.
        let mut target = json!({"entity": entity, "root": {"type": "all", "of": []}});
        let mut before = i64::MAX;
        for condition in conditions {
            target["root"]["of"].as_array_mut().unwrap().push(condition);
            let counted = done(&mut engine, "targeting.count", &json!({"target": target}));
            assert_eq!(counted["warnings"], json!([]), "{name}");
            let count = counted["count"].as_i64().unwrap();
            assert!(count <= before, "{name}");
            before = count;
        }
        let told = done(
            &mut engine,
            "targeting.say",
            &json!({"target": target, "sorts": one["sorts"]}),
        );
        assert!(told["said"].is_object(), "{name}");
        let keep = json!({"ref": null, "name": format!("{name} à la main"), "description": "", "target": target, "sorts": one["sorts"]});
        let kept = done(&mut engine, "targeting.save", &keep)["ref"].clone();
        let opened = done(&mut engine, "targeting.open", &json!({"ref": kept}));
        assert_eq!(opened["text"], one["text"], "{name}");
        let wanted = refs(&mut engine, &one["target"], &one["sorts"]);
        assert_eq!(
            refs(&mut engine, &opened["members"], &opened["sorts"]),
            wanted,
            "{name}"
        );
        assert_eq!(wanted.len() as i64, one["count"].as_i64().unwrap(), "{name}");
    }
}
