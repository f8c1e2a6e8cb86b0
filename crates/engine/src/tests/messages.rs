//! Messages: what a text says of real records, what is wrong with one, what is sent to one customer.

use super::{call, done, person, sandbox};
use crate::ApiError;
use crate::content::messages::templates;
use serde_json::{Value as Json, json};

fn text(subject: &str, body: &str) -> Json {
    json!({"subject": subject, "body": body})
}

fn shown(engine: &mut crate::Engine, customer: &str, body: &str) -> Json {
    let input = json!({"channel": "mail", "text": text("Objet", body), "customer": customer, "place": 0});
    done(engine, "message.preview", &input)["shown"].clone()
}

fn car(engine: &mut crate::Engine, customer: &str, values: &Json) -> String {
    let mut all = json!({"customer_id": customer});
    for (key, value) in values.as_object().unwrap() {
        all[key] = value.clone();
    }
    let made = done(
        engine,
        "record.create",
        &json!({"entity": "vehicle", "values": all}),
    );
    made["ref"].as_str().unwrap().to_owned()
}

#[test]
fn a_message_says_the_fields_of_the_person_and_of_their_car() {
    let mut engine = sandbox();
    let marie = person(
        &mut engine,
        "Marie",
        "Lefèvre",
        &json!({"civility": "mrs", "mail": "marie@exemple.example"}),
    );
    let said = shown(
        &mut engine,
        &marie,
        "{Formule d’appel}, votre {Véhicules.Modèle|véhicule} {Véhicules.Énergie|} ? {si avec Véhicules}Oui{sinon}Non{fin}",
    );
    assert_eq!(said["body"], "Madame Lefèvre, votre véhicule ? Non");
    car(
        &mut engine,
        &marie,
        &json!({"make": "Peugeot", "model": "208", "energy": "Essence", "sold_on": "2026-01-10", "first_registered_on": "2015-01-10"}),
    );
    car(
        &mut engine,
        &marie,
        &json!({"make": "Renault", "model": "Zoé", "energy": "Électrique", "first_registered_on": "2022-03-01"}),
    );
    let said = shown(
        &mut engine,
        &marie,
        "{véhicule.modele} du {Véhicules.Date de mise en circulation} : {si Véhicules.Énergie : Électrique}à brancher{sinon}au plein{fin}",
    );
    assert_eq!(said["body"], "Zoé du 1er mars 2022 : à brancher");
    // The condition is asked of the car that the message speaks of, not of any of theirs.
    let said = shown(
        &mut engine,
        &marie,
        "{si Véhicules.Énergie : Essence}au plein{sinon}autre{fin}",
    );
    assert_eq!(said["body"], "autre");
}

#[test]
fn what_is_not_known_is_listed_with_its_record_and_field() {
    let mut engine = sandbox();
    let marie = person(&mut engine, "Marie", "Lefèvre", &json!({}));
    let zoe = car(&mut engine, &marie, &json!({"make": "Renault", "model": "Zoé"}));
    let said = shown(&mut engine, &marie, "{Ville} {Véhicules.Immatriculation}");
    assert_eq!(
        said["missing"],
        json!([{"ref": marie, "field": "town", "label": "Ville"}, {"ref": zoe, "field": "plate", "label": "Immatriculation"}])
    );
    assert_eq!(said["reason"], "no_address");
}

#[test]
fn what_is_wrong_with_a_text_is_told_with_its_place() {
    let mut engine = sandbox();
    let check = |engine: &mut crate::Engine, body: &str| {
        let input = json!({"channel": "mail", "text": text("Objet", body)});
        done(engine, "message.check", &input)["problems"].clone()
    };
    let found = check(&mut engine, "Bonjour {Prenon}");
    assert_eq!(
        (&found[0]["code"], &found[0]["nearest"], &found[0]["span"]),
        (&json!("unknown_field"), &json!("Prénom"), &json!([8, 16]))
    );
    let found = check(&mut engine, "Cher {si Vile : Rennes}voisin{fin}");
    assert_eq!(
        (&found[0]["code"], &found[0]["span"]),
        (&json!("bad_condition"), &json!([9, 13]))
    );
    assert_eq!(found[0]["condition"]["nearest"], "Ville");
    assert_eq!(
        check(&mut engine, "{si Ville : Rennes}voisin")[0]["code"],
        "unclosed_condition"
    );
    assert_eq!(
        check(&mut engine, "{si dans Véhicules ; Énergie : Diesel}x{fin}")[0]["code"],
        "other_entity"
    );
    assert_eq!(check(&mut engine, " ")[0]["code"], "empty");
}

#[test]
fn every_template_of_the_trade_can_be_sent_to_anybody() {
    let mut engine = sandbox();
    for template in templates() {
        let text = text(&template.subject, &template.body);
        let checked = done(
            &mut engine,
            "message.check",
            &json!({"channel": template.channel, "text": text}),
        );
        assert_eq!(checked["problems"], json!([]), "{}", template.key);
        if template.group != "Individuel" {
            assert_eq!(checked["lacks"], json!([]), "{}", template.key);
        }
        if template.channel == "sms" {
            let of_text = &checked["sms"];
            assert_eq!(
                of_text["alphabet"], "gsm",
                "{} {}",
                template.key, of_text["forcedBy"]
            );
        }
        let audience = json!({"chosen": {"entity": "customer", "quick": "", "filters": [], "sorts": [], "all": true, "refs": []}});
        let lacking = done(
            &mut engine,
            "message.missing",
            &json!({"text": text, "audience": audience}),
        );
        assert!(
            lacking["total"].as_i64().unwrap() <= 3,
            "{}: {lacking}",
            template.key
        );
    }
}

#[test]
fn one_message_leaves_an_activity_and_one_undo_takes_it_back() {
    let mut engine = sandbox();
    let marie = person(
        &mut engine,
        "Marie",
        "Lefèvre",
        &json!({"mail": "marie@exemple.example"}),
    );
    let before = super::dump(&engine);
    let input = json!({"customer": marie, "channel": "mail", "text": text("Bonjour {Prénom}", "À demain, {Prénom}."), "service": true, "next_follow_up_on": "2026-11-30"});
    let sent = done(&mut engine, "message.send", &input);
    let file = done(&mut engine, "customer.open", &json!({"ref": marie}));
    let kept = &file["activities"][0];
    assert_eq!(kept["ref"], sent["ref"]);
    assert_eq!(
        (
            &kept["values"]["subject"],
            &kept["values"]["content"],
            &kept["values"]["kind"]
        ),
        (
            &json!("Bonjour Marie"),
            &json!("À demain, Marie."),
            &json!("mail")
        )
    );
    assert_eq!(file["customer"]["values"]["next_follow_up_on"], "2026-11-30");
    done(&mut engine, "change.undo", &json!({}));
    super::same(&before, &super::dump(&engine));
}

#[test]
fn one_message_meets_the_same_gate() {
    let mut engine = sandbox();
    let marie = person(
        &mut engine,
        "Marie",
        "Lefèvre",
        &json!({"mail": "marie@exemple.example"}),
    );
    let send = |engine: &mut crate::Engine, more: &Json| {
        let mut input = json!({"customer": marie, "channel": "mail", "text": text("Offre", "Une offre"), "service": false});
        for (key, value) in more.as_object().unwrap() {
            input[key] = value.clone();
        }
        call(engine, "message.send", &input)
    };
    let refused = send(&mut engine, &json!({})).unwrap_err();
    assert_eq!(
        refused,
        ApiError::GateClosed {
            reason: crate::GateReason::NoConsent
        }
    );
    assert!(
        send(&mut engine, &json!({"channel": "sms"})).is_err(),
        "no number"
    );
    assert!(send(&mut engine, &json!({"forced": ["no_consent"]})).is_ok());
    done(
        &mut engine,
        "consent.set",
        &json!({"ref": marie, "channel": "mail", "state": "granted", "origin": "Bon de commande"}),
    );
    assert!(send(&mut engine, &json!({})).is_ok());
}

#[test]
fn a_template_of_ones_own_is_kept_edited_and_deleted() {
    let mut engine = sandbox();
    let save = |name: &str, body: &str, reference: Json| json!({"ref": reference, "name": name, "channel": "mail", "offer": "service", "text": text("Objet", body)});
    let made = done(
        &mut engine,
        "message.save",
        &save("Le mien", "Bonjour {Prénom|}", Json::Null),
    );
    assert!(matches!(
        call(&mut engine, "message.save", &save("Faux", "{Prenon}", Json::Null)),
        Err(ApiError::BadMessage { .. })
    ));
    done(
        &mut engine,
        "message.save",
        &save("Le mien", "Bonsoir {Prénom|}", made["ref"].clone()),
    );
    let own = done(&mut engine, "message.templates", &json!({}))["own"].clone();
    assert_eq!(own[0]["values"]["body"], "Bonsoir {Prénom|}");
    done(&mut engine, "record.delete", &json!({"ref": made["ref"]}));
    assert_eq!(
        done(&mut engine, "message.templates", &json!({}))["own"],
        json!([])
    );
}

#[test]
fn every_example_of_the_page_is_understood() {
    let page = include_str!("../../../../docs/MESSAGES.md");
    let mut engine = sandbox();
    let mut examples = 0;
    for block in page.split("```message\n").skip(1) {
        for line in block.split("```").next().unwrap().lines() {
            let checked = done(
                &mut engine,
                "message.check",
                &json!({"channel": "mail", "text": text("Objet", line)}),
            );
            assert_eq!(checked["problems"], json!([]), "{line}");
            examples += 1;
        }
    }
    assert!(examples >= 7);
}
