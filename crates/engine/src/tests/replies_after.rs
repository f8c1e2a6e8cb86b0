//! What follows answers: sales that end in an invoice, leads that cool, survivors, sessions carried elsewhere.

use super::replies::{campaign, number, sandbox};
use super::{done, person};
use crate::Engine;
use crate::replies::{Channel, Offer};
use serde_json::json;

#[test]
fn a_sale_well_led_becomes_an_order_then_an_invoice_and_the_prospect_a_client() {
    let mut engine = sandbox();
    let mut prospects = Vec::new();
    for turn in 0..60 {
        let who = person(
            &mut engine,
            "Camille",
            &format!("Lebreton{turn}"),
            &json!({"mail": "camille@maison.example", "site": "Grand-Large Rennes"}),
        );
        for kind in ["test_drive", "offer"] {
            done(
                &mut engine,
                "activity.log",
                &json!({"values": {"customer_id": who, "kind": kind, "direction": "outbound",
                    "happened_at": "2026-11-23T14:30", "subject": "Essai"}}),
            );
        }
        prospects.push(who);
    }
    done(&mut engine, "time.advance", &json!({"days": 8}));
    let ordered = number(&engine, "SELECT count(*) FROM inbox WHERE intent = 'ordered'");
    assert!((4..45).contains(&ordered), "{ordered}");
    let passed = done(&mut engine, "time.advance", &json!({"days": 15}));
    let clients = prospects
        .iter()
        .filter(|who| {
            done(&mut engine, "customer.open", &json!({"ref": who}))["customer"]["values"]["status"]
                == "client"
        })
        .count();
    assert_eq!(i64::try_from(clients).unwrap(), ordered);
    assert!(passed["digest"]["clients"].as_i64().unwrap() > 0, "{passed}");
    // New ones registered on the day, used ones before, each at its price, its kilometres and its taxes.
    let sold = |what: &str| {
        let sql = format!(
            "SELECT count(*) FROM invoice JOIN vehicle ON vehicle.id = vehicle_id WHERE issued_on > '2026-11-25'
             AND invoice.customer_id > 300 AND net_amount > 150000 AND invoice.mileage = vehicle.mileage
             AND financed_on = issued_on AND {what}"
        );
        number(&engine, &sql)
    };
    let new = sold(
        "invoice.kind = 'new_vehicle' AND first_registered_on = issued_on AND invoice.mileage < 100 AND vat_amount > 0",
    );
    let used = sold(
        "invoice.kind = 'used_vehicle' AND first_registered_on < issued_on AND invoice.mileage > 2000
         AND (vat_amount = 0) = (SELECT label LIKE '%TVA sur la marge' FROM invoice_line WHERE invoice_id = invoice.id AND line = 1)
         AND gross_amount = net_amount + vat_amount",
    );
    assert_eq!(new + used, ordered, "{new} new, {used} used");
    assert!(new > 1 && used > 1, "{new} new, {used} used");
    // Whoever ordered a used car said so, and it is the one that they got.
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM activity AS said JOIN inbox ON inbox.activity_id = said.id JOIN invoice ON invoice.customer_id = said.customer_id
             JOIN vehicle ON vehicle.id = vehicle_id WHERE intent = 'ordered' AND invoice.kind = 'used_vehicle' AND invoice.customer_id > 300
             AND instr(said.content, vehicle.make || ' ' || vehicle.model || ' d’occasion') > 0"
        ),
        used
    );
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM activity WHERE subject LIKE 'Livraison%d’occasion' AND customer_id > 300"
        ),
        used
    );
    let exported = json!({"kind": "session", "anomalies": false});
    done(&mut engine, "workbook.export", &exported);
    let report = crate::verify_workbook(&engine.take_file().unwrap().bytes).unwrap();
    for line in &report.lines {
        if [
            "new_car_registered",
            "used_car_registered",
            "car_of_buyer",
            "purchase_financed",
            "invoice_totals",
            "line_amounts",
        ]
        .contains(&line.key.as_str())
        {
            assert!(line.passed && line.to_check == 0 && line.checked > 0, "{line:?}");
        }
    }
}

#[test]
fn a_lead_taken_and_left_alone_is_signed_elsewhere() {
    let mut engine = sandbox();
    let leads: Vec<String> = {
        let conn = engine.store.conn();
        let mut statement = conn
            .prepare("SELECT id FROM lead WHERE state = 'new' ORDER BY id LIMIT 12")
            .unwrap();
        let found = statement.query_map([], |row| row.get::<_, i64>(0)).unwrap();
        found.map(|id| format!("L{:05}", id.unwrap())).collect()
    };
    for lead in &leads {
        done(
            &mut engine,
            "lead.reply",
            &json!({"ref": lead, "values": {"kind": "call", "direction": "outbound", "subject": "Premier contact"}}),
        );
    }
    done(&mut engine, "time.advance", &json!({"days": 25}));
    let of = |state: &str| {
        let refs: Vec<String> = leads
            .iter()
            .map(|lead| lead[1..].parse::<i64>().unwrap().to_string())
            .collect();
        number(
            &engine,
            &format!(
                "SELECT count(*) FROM lead WHERE state = '{state}' AND id IN ({})",
                refs.join(",")
            ),
        )
    };
    assert!(
        of("lost") >= 4,
        "{} lost, {} in progress",
        of("lost"),
        of("in_progress")
    );
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM lead WHERE state = 'lost' AND lost_reason IS NULL"
        ),
        0
    );
}

#[test]
fn what_a_merged_customer_was_to_answer_comes_from_the_survivor() {
    let mut engine = sandbox();
    let camille = person(
        &mut engine,
        "Camille",
        "Lebreton",
        &json!({"mail": "camille@maison.example"}),
    );
    let double = person(
        &mut engine,
        "Camille",
        "Le Breton",
        &json!({"mobile": "0639980077"}),
    );
    let numbers: Vec<i64> = [&camille, &double].map(|who| who[1..].parse().unwrap()).into();
    // A message of which an answer surely comes: its address cannot be right.
    engine
        .store
        .conn()
        .execute(
            "UPDATE customer SET mail = 'camille@@maison' WHERE id = ?1",
            [numbers[1]],
        )
        .unwrap();
    done(
        &mut engine,
        "activity.log",
        &json!({"values": {"customer_id": double, "kind": "mail", "direction": "outbound", "happened_at": "2026-11-23T14:30",
            "subject": "Votre révision", "content": "Répondez STOP pour ne plus en recevoir."}}),
    );
    done(
        &mut engine,
        "merge.do",
        &json!({"customers": [camille, double], "kept": camille, "values": {}}),
    );
    done(&mut engine, "time.advance", &json!({"days": 2}));
    let view = done(
        &mut engine,
        "inbox.list",
        &json!({"handled": false, "intent": "bounce", "limit": 10}),
    );
    assert_eq!(view["total"], 1, "{view}");
    assert_eq!(view["lines"][0]["customer"], camille.as_str());
    assert_eq!(view["lines"][0]["intent"], "bounce");
    done(&mut engine, "record.delete", &json!({"ref": camille}));
    let view = done(
        &mut engine,
        "inbox.list",
        &json!({"handled": null, "intent": "bounce", "limit": 10}),
    );
    assert_eq!(view["total"], 0, "nothing of somebody who is no more");
    done(&mut engine, "change.undo", &json!({}));
    let view = done(
        &mut engine,
        "inbox.list",
        &json!({"handled": null, "intent": "bounce", "limit": 10}),
    );
    assert_eq!(view["total"], 1, "it comes back with them");
}

#[test]
fn a_session_carries_its_inbox_and_what_is_to_come_to_another_post() {
    let mut engine = sandbox();
    campaign(&mut engine, Channel::Mail, Offer::Visit, 80);
    done(&mut engine, "time.advance", &json!({"days": 2}));
    done(&mut engine, "replies.regime", &json!({"regime": "real"}));
    done(
        &mut engine,
        "workbook.export",
        &json!({"kind": "session", "anomalies": false}),
    );
    let file = engine.take_file().unwrap().bytes;
    let mut other = sandbox();
    other.give_file(file);
    done(&mut other, "workbook.import", &json!({}));
    let asked = json!({"handled": null, "limit": 100});
    let (here, there) = (
        done(&mut engine, "inbox.list", &asked),
        done(&mut other, "inbox.list", &asked),
    );
    assert!(here["total"].as_i64().unwrap() > 3);
    assert_eq!(here, there);
    assert_eq!(done(&mut other, "replies.read", &json!({}))["regime"], "real");
    let (one, two) = (
        done(&mut engine, "time.advance", &json!({"days": 5})),
        done(&mut other, "time.advance", &json!({"days": 5})),
    );
    assert_eq!(one["digest"], two["digest"]);
    assert_eq!(
        done(&mut engine, "inbox.list", &asked),
        done(&mut other, "inbox.list", &asked)
    );
}

#[test]
fn an_appointment_of_the_agenda_is_kept_or_not_when_its_day_comes() {
    let mut engine = sandbox();
    let mut made = Vec::new();
    for turn in 0..12 {
        let who = person(
            &mut engine,
            "Camille",
            &format!("Lebreton{turn}"),
            &json!({"mail": "camille@maison.example"}),
        );
        let values = json!({"title": "Essai", "kind": "Essai", "customer_id": who, "starts_at": "2026-11-26T10:00", "ends_at": "2026-11-26T11:00"});
        let entry = done(
            &mut engine,
            "agenda.create",
            &json!({"values": values, "rule": null}),
        );
        made.push(
            entry["ref"].as_str().unwrap()[1..]
                .parse::<i64>()
                .unwrap()
                .to_string(),
        );
    }
    // One is moved: nobody comes on the first day.
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": format!("R{:05}", made[0].parse::<i64>().unwrap()), "values": {"starts_at": "2026-12-03T10:00", "ends_at": "2026-12-03T11:00"}}),
    );
    done(&mut engine, "time.advance", &json!({"days": 4}));
    let count = |engine: &Engine, state: &str| {
        number(
            engine,
            &format!(
                "SELECT count(*) FROM agenda_entry WHERE state = '{state}' AND id IN ({})",
                made.join(",")
            ),
        )
    };
    let absent = number(&engine, "SELECT count(*) FROM inbox WHERE intent = 'no_show'");
    let (kept, missed) = (count(&engine, "done"), count(&engine, "cancelled"));
    assert_eq!((kept + missed, missed), (11, absent));
    assert!(kept > 5, "{kept}");
    done(&mut engine, "time.advance", &json!({"days": 7}));
    assert_eq!(count(&engine, "done") + count(&engine, "cancelled"), 12);
}
