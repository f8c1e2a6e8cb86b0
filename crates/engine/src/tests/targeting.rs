//! Targeting through the door: what trees count, what texts say, what is refused and why.

use super::{call, done, person, sandbox};
use crate::{ApiError, Engine, TargetProblemCode as Code};
use serde_json::{Value as Json, json};

fn add(engine: &mut Engine, entity: &str, values: Json) -> String {
    done(
        engine,
        "record.create",
        &json!({"entity": entity, "values": values}),
    )["ref"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// The records that a text keeps, by their first name.
fn kept(engine: &mut Engine, text: &str) -> Vec<String> {
    let parsed = done(
        engine,
        "targeting.parse",
        &json!({"text": format!("Nom : Zyx ; ({text})")}),
    );
    assert_eq!(parsed["problems"], json!([]), "{text}");
    let target = parsed["target"].clone();
    let page = done(
        engine,
        "list.page",
        &json!({"entity": "customer", "columns": ["first_name"], "sorts": [{"field": "first_name", "descending": false}],
            "quick": "", "filters": [], "target": target, "offset": 0, "limit": 100}),
    );
    let count = done(engine, "targeting.count", &json!({"target": target}));
    assert_eq!(page["total"], count["count"], "{text}");
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["values"][0].as_str().unwrap().to_owned())
        .collect()
}

/// Ana drives a Diesel serviced lately, Bob an electric car never serviced, Cléa nothing at all.
fn people(engine: &mut Engine) -> [String; 3] {
    let ana = person(
        engine,
        "Ana",
        "Zyx",
        &json!({"town": "Saint-Malo", "postcode": "35400", "mobile": "06 39 98 11 22", "birth_date": "1980-11-25", "mail": "ana.zyx@exemple.example"}),
    );
    let bob = person(
        engine,
        "Bob",
        "Zyx",
        &json!({"town": "Rennes", "postcode": "35000", "birth_date": "1990-02-10"}),
    );
    let clea = person(engine, "Cléa", "Zyx", &json!({"profession": "« Chef » 🚗"}));
    let car = add(
        engine,
        "vehicle",
        json!({"customer_id": ana, "make": "Renault", "model": "Clio", "energy": "Diesel", "plate": "XA-123-BC", "mileage": 120_000}),
    );
    add(
        engine,
        "vehicle",
        json!({"customer_id": bob, "make": "Renault", "model": "Zoé", "energy": "Électrique", "mileage": 20_000}),
    );
    for (day, kind, gross) in [
        ("2026-05-10", "service", 30_000),
        ("2026-11-10", "service", 45_050),
        ("2024-01-10", "new_vehicle", 2_000_000),
    ] {
        add(
            engine,
            "invoice",
            json!({"customer_id": ana, "vehicle_id": car, "kind": kind, "issued_on": day, "gross_amount": gross, "net_amount": gross, "vat_amount": 0}),
        );
    }
    add(
        engine,
        "invoice",
        json!({"customer_id": bob, "kind": "used_vehicle", "issued_on": "2025-03-01", "gross_amount": 900_000, "net_amount": 900_000, "vat_amount": 0}),
    );
    [ana, bob, clea]
}

#[test]
fn conditions_on_the_record_are_normalised_by_the_kind_of_the_field() {
    let mut engine = sandbox();
    people(&mut engine);
    for (text, expected) in [
        ("Ville : saint malo", vec!["Ana"]),
        ("Ville : ≠ Rennes", vec!["Ana", "Cléa"]),
        ("Ville : exactement saint malo", vec![]),
        ("Ville : vide", vec!["Cléa"]),
        ("Ville : RENNES ou Saint-Malo", vec!["Ana", "Bob"]),
        ("Ville : commence par saint", vec!["Ana"]),
        ("Ville : finit par MALO", vec!["Ana"]),
        ("Portable : +33 6 39 98 11 22", vec!["Ana"]),
        ("Portable : contient 98 11", vec!["Ana"]),
        ("Code postal : commence par 35", vec!["Ana", "Bob"]),
        ("Mail : finit par @EXEMPLE.example", vec!["Ana"]),
        ("Prénom : clea", vec!["Cléa"]),
        ("Profession : contient « 🚗 »", vec!["Cléa"]),
        ("Profession : \"« Chef » 🚗\"", vec!["Cléa"]),
        ("Date de naissance : anniversaire cette semaine", vec!["Ana"]),
        ("Date de naissance : < 1985", vec!["Ana"]),
        ("Date de naissance : entre 02/1990 et 1991", vec!["Bob"]),
        ("Âge : > 40", vec!["Ana"]),
        ("Statut (calculé) : Client", vec!["Ana", "Bob"]),
        ("non Statut : Client", vec!["Cléa"]),
        ("Chiffre d'affaires TTC : ≥ 20 750,50 €", vec!["Ana"]),
        ("Statut : commence par cli", vec!["Ana", "Bob"]),
        ("Prénom : au plus 3 caractères", vec!["Ana", "Bob"]),
    ] {
        assert_eq!(kept(&mut engine, text), expected, "{text}");
    }
}

#[test]
fn related_records_are_numbered_measured_and_may_be_the_same_one_or_any() {
    let mut engine = sandbox();
    people(&mut engine);
    for (text, expected) in [
        ("Véhicules.Énergie : Diesel", vec!["Ana"]),
        ("avec Véhicules", vec!["Ana", "Bob"]),
        ("sans Véhicules", vec!["Cléa"]),
        ("tous Véhicules (Kilométrage : < 50000)", vec!["Bob"]),
        ("Factures (Type : APV ; Date : depuis 12 mois)", vec!["Ana"]),
        ("sans Factures (Type : APV)", vec!["Bob", "Cléa"]),
        ("au moins 2 Factures (Type : APV)", vec!["Ana"]),
        ("au plus 1 Factures", vec!["Bob", "Cléa"]),
        ("exactement 1 Factures", vec!["Bob"]),
        // The same invoice, then any.
        ("Factures (Type : Achat VN ; Date : depuis 12 mois)", vec![]),
        (
            "Factures.Type : Achat VN ; Factures.Date : depuis 12 mois",
            vec!["Ana"],
        ),
        ("Véhicules.Factures.Type : APV", vec!["Ana"]),
        (
            "Véhicules (Énergie : Diesel ; Factures (Type : APV))",
            vec!["Ana"],
        ),
        ("Véhicules.Client.Prénom : Bob", vec!["Bob"]),
        ("nombre(Factures) : 0", vec!["Cléa"]),
        ("nombre(Factures ; Type : APV) : entre 1 et 2", vec!["Ana"]),
        ("somme(Factures.Montant TTC ; Type : APV) : 750,50", vec!["Ana"]),
        (
            "somme(Factures.Montant TTC ; Type : APV) : < 1",
            vec!["Bob", "Cléa"],
        ),
        ("moyenne(Factures.Montant TTC ; Type : APV) : 375,25", vec!["Ana"]),
        ("dernier(Factures.Date) : il y a plus de 18 mois", vec!["Bob"]),
        ("dernier(Factures.Date ; Type : APV) : vide", vec!["Bob", "Cléa"]),
        ("premier(Factures.Date) : 01/2024", vec!["Ana"]),
        ("écart moyen(Factures.Date ; Type : APV) : 184", vec!["Ana"]),
        ("étendue(Factures.Date ; Type : APV) : 184", vec!["Ana"]),
        ("distincts(Factures.Type) : 2", vec!["Ana"]),
        ("non (avec Véhicules ou avec Factures)", vec!["Cléa"]),
    ] {
        assert_eq!(kept(&mut engine, text), expected, "{text}");
    }
}

#[test]
fn any_entity_may_be_the_subject() {
    let mut engine = sandbox();
    people(&mut engine);
    let mut count = |text: &str| {
        let parsed = done(&mut engine, "targeting.parse", &json!({"text": text}));
        assert_eq!(parsed["problems"], json!([]), "{text}");
        done(
            &mut engine,
            "targeting.count",
            &json!({"target": parsed["target"]}),
        )["count"]
            .clone()
    };
    assert_eq!(count("dans Véhicules ; Client.Nom : Zyx"), 2);
    assert_eq!(count("dans Véhicules ; Client.Nom : Zyx ; sans Factures"), 1);
    assert_eq!(
        count("dans Factures ; Réf. client : rempli ; Client (Nom : Zyx ; Ville : Rennes)"),
        1
    );
    assert_eq!(count("dans Particuliers ; Nom : Zyx"), 3);
    assert_eq!(count("dans Sociétés ; Raison sociale : Zyx"), 0);
}

#[test]
fn each_condition_is_tried_on_one_customer_with_what_was_found() {
    let mut engine = sandbox();
    let [ana, _, clea] = people(&mut engine);
    let text = "Ville : Saint-Malo ; (Âge : < 20 ou avec Véhicules) ; nombre(Factures ; Type : APV) : 2 ; non Mail : vide";
    let target = done(&mut engine, "targeting.parse", &json!({"text": text}))["target"].clone();
    let mut tried = |reference: &str| {
        done(
            &mut engine,
            "targeting.test",
            &json!({"target": target, "ref": reference}),
        )
    };
    let of_ana = tried(&ana);
    assert_eq!(of_ana["holds"], true);
    let children = of_ana["of"].as_array().unwrap();
    let told: Vec<(&Json, &Json)> = children
        .iter()
        .map(|one| (&one["holds"], &one["found"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!(true), &json!("Saint-Malo")),
            (&json!(true), &Json::Null),
            (&json!(true), &json!(2)),
            (&json!(true), &Json::Null),
        ]
    );
    assert_eq!(
        (&children[1]["of"][0]["holds"], &children[1]["of"][1]["found"]),
        (&json!(false), &json!(1))
    );
    let of_clea = tried(&clea);
    assert_eq!(
        (&of_clea["holds"], &of_clea["of"][2]["found"]),
        (&json!(false), &json!(0))
    );
    let missing = call(
        &mut engine,
        "targeting.test",
        &json!({"target": target, "ref": "V00001"}),
    );
    assert!(matches!(missing, Err(ApiError::NotFound { .. })));
}

#[test]
fn what_cannot_be_applied_is_refused_with_its_place() {
    let mut engine = sandbox();
    let mut codes = |root: Json| match call(
        &mut engine,
        "targeting.count",
        &json!({"target": {"entity": "customer", "root": root}}),
    ) {
        Err(ApiError::BadTarget { problems }) => problems
            .into_iter()
            .map(|problem| (problem.code, problem.path))
            .collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let field = |key: &str, is: Json| json!({"type": "field", "field": key, "is": is});
    let equals = |value: Json| json!({"how": "equals", "to": {"type": "value", "value": value}});
    let all = |of: Vec<Json>| json!({"type": "all", "of": of});
    let root = all(vec![
        field("town", equals(json!("Rennes"))),
        field("shoe_size", equals(json!(42))),
        field("age", json!({"how": "contains", "text": "4"})),
        field("birth_date", equals(json!("2026-02-30"))),
        field("kind", equals(json!("robot"))),
        json!({"type": "related", "relation": "boat.customer_id", "quantity": {"type": "none"}, "node": all(vec![])}),
    ]);
    assert_eq!(
        codes(root),
        [
            (Code::UnknownField, vec![1]),
            (Code::WrongMatcher, vec![2]),
            (Code::BadDate, vec![3]),
            (Code::UnknownChoice, vec![4]),
            (Code::UnknownRelation, vec![5]),
        ]
    );
    let nest = |times: usize| {
        (0..times).fold(
            field("town", equals(json!("Rennes"))),
            |node, _| json!({"type": "not", "node": node}),
        )
    };
    let mut deep = nest(41);
    assert_eq!(codes(deep.take())[0].0, Code::TooDeep);
    let target = json!({"entity": "customer", "root": nest(30)});
    done(&mut engine, "targeting.count", &json!({"target": target}));
    let newer = json!({"entity": "customer", "root": all(vec![]), "format": 2});
    let refused = call(&mut engine, "targeting.count", &json!({"target": newer}));
    assert!(
        matches!(refused, Err(ApiError::BadTarget { problems }) if problems[0].code == Code::NewerFormat)
    );
}

#[test]
fn what_asks_nothing_or_what_nothing_fulfils_is_said() {
    let mut engine = sandbox();
    let mut warned = |text: &str| {
        let target = done(&mut engine, "targeting.parse", &json!({"text": text}))["target"].clone();
        let counted = done(&mut engine, "targeting.count", &json!({"target": target}));
        let warnings = counted["warnings"].as_array().unwrap().clone();
        let codes: Vec<String> = warnings
            .iter()
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect();
        (codes.join(" "), counted["count"].as_i64().unwrap())
    };
    assert_eq!(
        warned("Ville : Rennes ; Ville : Brest"),
        ("contradiction".to_owned(), 0)
    );
    assert_eq!(warned("Âge : > 60 ; Âge : < 50"), ("contradiction".to_owned(), 0));
    assert_eq!(warned("Âge : entre 60 et 50"), ("reversed_bounds".to_owned(), 0));
    assert_eq!(
        warned("Mail : vide ; Mail : rempli"),
        ("contradiction".to_owned(), 0)
    );
    assert_eq!(
        warned("Véhicules.Énergie : Disel"),
        ("unusual_value".to_owned(), 0)
    );
    let (codes, count) = warned("");
    assert_eq!((codes.as_str(), count), ("empty_group", 60));
    assert_eq!(warned("Âge : > 30 ; Âge : < 50").0, "");
}

#[test]
fn a_text_at_fault_says_where_and_names_the_nearest_word() {
    let mut engine = sandbox();
    let mut first = |text: &str| {
        let parsed = done(&mut engine, "targeting.parse", &json!({"text": text}));
        assert_eq!(parsed["target"], Json::Null, "{text}");
        let problem = &parsed["problems"][0];
        let of = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        (of("code"), of("word"), of("nearest"), problem["span"].clone())
    };
    let told = |code: &str, word: &str, nearest: &str, span: [u32; 2]| {
        (code.to_owned(), word.to_owned(), nearest.to_owned(), json!(span))
    };
    assert_eq!(
        first("Factures (Famile : APV)"),
        told("unknown_field", "Famile", "", [10, 16])
    );
    assert_eq!(
        first("Vile : Rennes"),
        told("unknown_field", "Vile", "Ville", [0, 4])
    );
    assert_eq!(
        first("Vehicule.Energi : Diesel"),
        told("unknown_field", "Energi", "Énergie", [0, 15])
    );
    assert_eq!(
        first("Statut : cliant"),
        told("unknown_choice", "cliant", "Client", [9, 15])
    );
    assert_eq!(
        first("Date de naissance : bientot"),
        told("bad_date", "bientot", "", [20, 27])
    );
    assert_eq!(first("Ville : Rennes ; (Âge : > 4").0, "unclosed");
    assert_eq!(first("Ville : « Rennes").0, "unclosed");
    assert_eq!(first("Ville").0, "unexpected_end");
    assert_eq!(first("format 7 ; Ville : Rennes").0, "newer_format");
    assert_eq!(first("Âge : contient 4").0, "wrong_matcher");
    assert_eq!(first("sans Bateaux").0, "unknown_relation");
}
