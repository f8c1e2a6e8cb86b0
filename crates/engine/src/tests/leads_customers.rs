//! Leads that lead to a customer: attached to one that exists, or made into one.

use super::import::given;
use super::leads::{lead, of_activity, open, rows};
use super::workbook::exported;
use super::{call, done, dump, person, same, sandbox};
use crate::{Engine, Settings};
use serde_json::{Value as Json, json};

#[test]
fn a_lead_attached_to_its_customer_takes_its_contacts_along() {
    let mut engine = sandbox();
    let customer = person(
        &mut engine,
        "Maelle",
        "Guivarch",
        &json!({"mobile": "06 39 98 45 67"}),
    );
    let other = person(
        &mut engine,
        "Yann",
        "Le Bihan",
        &json!({"mail": "yann@courriel.example"}),
    );
    let reference = lead(&mut engine, &json!({}));
    done(
        &mut engine,
        "lead.reply",
        &json!({"ref": reference, "values": of_activity(&[("next_follow_up_on", "2026-11-24")])}),
    );
    let file = open(&mut engine, &reference);
    let first = &file["candidates"][0];
    assert_eq!(first["ref"], customer);
    assert_eq!(first["reasons"], json!(["same_mobile", "same_name"]));
    assert!(first["score"].as_u64().unwrap() >= 80, "{first}");
    assert_eq!(
        first["missing"],
        json!({"mail": "maelle.guivarch@courriel.example"})
    );
    assert_eq!(file["card"]["known"], true);

    // To the wrong one first, then to the right one: nothing stays behind.
    done(
        &mut engine,
        "lead.attach",
        &json!({"ref": reference, "customer": other}),
    );
    assert_eq!(
        done(&mut engine, "customer.open", &json!({"ref": other}))["activities"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let taken = call(
        &mut engine,
        "lead.attach",
        &json!({"ref": reference, "customer": other, "fill": ["mail"]}),
    );
    assert!(taken.is_err(), "the mail is not missing");
    done(
        &mut engine,
        "lead.attach",
        &json!({"ref": reference, "customer": customer, "fill": ["mail"]}),
    );
    let left = done(&mut engine, "customer.open", &json!({"ref": other}));
    assert_eq!((&left["activities"], &left["leads"]), (&json!([]), &json!([])));
    let found = done(&mut engine, "customer.open", &json!({"ref": customer}));
    assert_eq!(
        found["customer"]["values"]["mail"],
        "maelle.guivarch@courriel.example"
    );
    assert_eq!(found["customer"]["values"]["next_follow_up_on"], "2026-11-24");
    let kinds: Vec<&Json> = found["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|moment| &moment["kind"])
        .collect();
    assert_eq!(kinds, ["follow_up", "contact", "lead"]);
    let file = open(&mut engine, &reference);
    assert_eq!(file["card"]["state"], "in_progress");
    assert_eq!(file["card"]["customer"], customer);
    assert_eq!(file["candidates"], json!([]));
}

#[test]
fn a_lead_becomes_a_person_with_what_it_knew() {
    let mut engine = sandbox();
    let reference = lead(&mut engine, &json!({"owner": "Karim Ziani"}));
    done(
        &mut engine,
        "lead.reply",
        &json!({"ref": reference, "values": of_activity(&[])}),
    );
    let before = dump(&engine);
    let activities = rows(&engine, "SELECT count(*) FROM activity");
    let made = done(
        &mut engine,
        "lead.convert",
        &json!({"ref": reference, "values": {"kind": "person", "town": "Lyon"}}),
    );
    let found = done(&mut engine, "customer.open", &json!({"ref": made["ref"]}));
    let values = &found["customer"]["values"];
    for (key, expected) in [
        ("first_name", "Maëlle"),
        ("last_name", "Guivarch"),
        ("mobile", "06 39 98 45 67"),
        ("mail", "maelle.guivarch@courriel.example"),
        ("source", "Portail d'annonces"),
        ("site", "Grand-Large Lyon"),
        ("owner", "Karim Ziani"),
        ("town", "Lyon"),
        ("status", "prospect"),
    ] {
        assert_eq!(values[key], expected, "{key}");
    }
    assert_eq!(found["note"]["values"]["wanted_vehicles"], "Renault Captur");
    assert_eq!(found["leads"][0]["values"]["state"], "converted");
    assert_eq!(found["activities"].as_array().unwrap().len(), 1);
    assert_eq!(rows(&engine, "SELECT count(*) FROM activity"), activities);
    let history = done(&mut engine, "change.history", &json!({"ref": made["ref"]}));
    assert!(
        history["entries"]
            .as_array()
            .unwrap()
            .iter()
            .all(|entry| entry["name"] == "lead_convert")
    );
    let invoice = json!({"values": {"customer_id": made["ref"], "kind": "used_vehicle", "issued_on": "2026-11-23", "number": "F-1"},
        "lines": [{"label": "Captur", "quantity": 100, "unit_price": 1_500_000}]});
    done(&mut engine, "invoice.create", &invoice);
    let found = done(&mut engine, "customer.open", &json!({"ref": made["ref"]}));
    assert_eq!(found["customer"]["values"]["status"], "client");
    for _ in 0..2 {
        done(&mut engine, "change.undo", &json!({}));
    }
    same(&before, &dump(&engine));
}

#[test]
fn a_lead_becomes_a_company_with_its_contact_or_joins_a_customer_at_once() {
    let mut engine = sandbox();
    let reference = lead(&mut engine, &json!({"phone": "0478000011", "kind": "Parrainage"}));
    let values = json!({"kind": "company", "legal_name": "Atelier Guivarch"});
    let made = done(
        &mut engine,
        "lead.convert",
        &json!({"ref": reference, "values": values}),
    );
    let firm = done(&mut engine, "customer.open", &json!({"ref": made["ref"]}));
    assert_eq!(firm["customer"]["values"]["phone"], "04 78 00 00 11");
    assert_eq!(firm["customer"]["values"]["source"], "Parrainage");
    assert_eq!(firm["contacts"][0]["values"]["last_name"], "Guivarch");
    assert_eq!(firm["contacts"][0]["values"]["mobile"], "04 78 00 00 11");
    done(&mut engine, "change.undo", &json!({}));

    let customer = person(&mut engine, "Maëlle", "Guivarch", &json!({}));
    let wished = json!({"entity": "note", "values": {"customer_id": customer, "wanted_vehicles": "Clio"}});
    done(&mut engine, "record.create", &wished);
    let count = rows(&engine, "SELECT count(*) FROM customer");
    let input = json!({"ref": reference, "customer": customer, "fill": ["phone"]});
    assert_eq!(done(&mut engine, "lead.convert", &input)["ref"], customer);
    assert_eq!(rows(&engine, "SELECT count(*) FROM customer"), count);
    let found = done(&mut engine, "customer.open", &json!({"ref": customer}));
    assert_eq!(found["customer"]["values"]["phone"], "04 78 00 00 11");
    assert_eq!(found["note"]["values"]["wanted_vehicles"], "Clio, Renault Captur");
    assert_eq!(found["leads"][0]["values"]["state"], "converted");
}

#[test]
fn a_session_in_which_leads_were_worked_on_stays_coherent() {
    let mut engine = Engine::open_memory(Settings::school(7, 120), &super::NOW).unwrap();
    let failed = |engine: &mut Engine| -> Vec<String> {
        let bytes = exported(engine, "session", false, &super::NOW);
        let report = crate::verify_workbook(&bytes).unwrap();
        report.failed().map(|line| line.key.clone()).collect()
    };
    let before = failed(&mut engine);
    let board = json!({"site": null, "owner": null, "kind": null, "limit": 100});
    let found = done(&mut engine, "leads.board", &board);
    let new: Vec<Json> = found["columns"][0]["cards"]
        .as_array()
        .unwrap()
        .iter()
        // An anomaly of the base that is mended would be missed by its list.
        .filter(|card| card["known"] == false)
        .map(|card| card["ref"].clone())
        .collect();
    for (lead, days) in new
        .iter()
        .zip(["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"])
    {
        done(
            &mut engine,
            "lead.reply",
            &json!({"ref": lead, "values": of_activity(&[("next_follow_up_on", days)])}),
        );
    }
    // Somebody whose numbers and mail are known: nothing is missing that the lead would bring.
    let whole = (1..=120)
        .map(|number| format!("C{number:05}"))
        .find(|customer| {
            let found = done(&mut engine, "customer.open", &json!({"ref": customer}));
            ["phone", "mobile", "mail"]
                .iter()
                .all(|key| found["customer"]["values"][key].is_string())
        })
        .unwrap();
    done(
        &mut engine,
        "lead.attach",
        &json!({"ref": new[0], "customer": whole}),
    );
    done(
        &mut engine,
        "lead.convert",
        &json!({"ref": new[1], "values": {"kind": "person"}}),
    );
    done(
        &mut engine,
        "lead.convert",
        &json!({"ref": new[2], "values": {"kind": "company", "legal_name": "Atelier du Port"}}),
    );
    done(
        &mut engine,
        "lead.lose",
        &json!({"ref": new[3], "reason": "Budget insuffisant"}),
    );
    assert_eq!(failed(&mut engine), before);
    // What is written in the workbook comes back, the reason too.
    let bytes = exported(&mut engine, "session", false, &super::NOW);
    let mut other = sandbox();
    given(&mut other, "workbook.import", &bytes).unwrap();
    assert_eq!(
        open(&mut other, new[3].as_str().unwrap())["card"]["lostReason"],
        "Budget insuffisant"
    );
}
