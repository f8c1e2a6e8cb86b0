//! Campaigns: the gate and the launch, to a class's base and to a hundred thousand.

use crate::measure::{NOW, call, once};
use engine::{Engine, Settings};
use serde_json::{Value as Json, json};
use std::time::Instant;

/// A letter to everybody who may get one, with fields of the person and of their car.
fn plan() -> Json {
    json!({
        "name": "Mesure", "channel": "letter", "offer": "service",
        "audience": {"chosen": {"entity": "customer", "quick": "", "filters": [], "sorts": [], "all": true, "refs": []}},
        "targeting": null, "other": null, "at": null, "follow_up_on": "2026-12-07",
        "text": {"subject": "Votre {Véhicules.Modèle|véhicule}", "body": "{Formule d’appel}, {si Véhicules.Énergie : Électrique}la batterie{sinon}l’huile{fin} de votre {Véhicules.Marque|} {Véhicules.Modèle|véhicule}. {Concession.Téléphone|}"}
    })
}

/// What a class sends, and what a group sends.
pub(crate) fn campaigns(folder: &std::path::Path, large: u32) {
    println!("-- a campaign: the gate, the launch, taking it back");
    one(
        Engine::open_memory(Settings::school(2026, 700), &NOW).unwrap(),
        [100, 100],
    );
    let path = folder.join("campaigns.db");
    let settings = Settings::school(2026, large + large / 3);
    Engine::make_file(path.to_str().unwrap(), settings.clone(), &NOW).unwrap();
    one(
        Engine::open_file(path.to_str().unwrap(), settings, &NOW).unwrap(),
        [15_000, 15_000],
    );
}

fn one(mut engine: Engine, [gate, launch]: [u128; 2]) {
    let plan = plan();
    let begun = Instant::now();
    let found = call(&mut engine, "campaign.gate", &plan);
    once(
        &format!("campaign.gate, {} recipients", found["kept"]),
        begun.elapsed(),
        gate,
    );
    let begun = Instant::now();
    let sent = call(&mut engine, "campaign.launch", &plan);
    once(
        &format!("campaign.launch, {} recipients", sent["sent"]),
        begun.elapsed(),
        launch,
    );
    let begun = Instant::now();
    call(&mut engine, "change.undo", &json!({}));
    once("change.undo of it", begun.elapsed(), launch);
}
