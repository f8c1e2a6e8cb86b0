//! Leads through the door: the board, and each act as one step that is undone.

use super::{call, done, dump, person, same, sandbox};
use crate::Engine;
use serde_json::{Value as Json, json};

/// A lead of yesterday's, with a phone and a mail that nobody else has.
pub(super) fn lead(engine: &mut Engine, more: &Json) -> String {
    let mut values = json!({
        "first_name": "Maëlle", "last_name": "Guivarch", "mail": "maelle.guivarch@courriel.example", "phone": "0639984567",
        "kind": "Demande d'essai", "channel": "Portail d'annonces", "issued_at": "2026-11-23T14:05", "state": "new",
        "vehicle_of_interest": "Renault Captur", "message": "Je souhaite essayer le Captur.", "site": "Grand-Large Lyon",
    });
    for (key, value) in more.as_object().unwrap() {
        values[key] = value.clone();
    }
    let input = json!({"entity": "lead", "values": values});
    done(engine, "record.create", &input)["ref"]
        .as_str()
        .unwrap()
        .to_owned()
}

pub(super) fn open(engine: &mut Engine, reference: &str) -> Json {
    done(engine, "lead.open", &json!({ "ref": reference }))
}

fn board(engine: &mut Engine, more: &Json) -> Json {
    let mut input = json!({"site": null, "owner": null, "kind": null, "limit": 500});
    for (key, value) in more.as_object().unwrap() {
        input[key] = value.clone();
    }
    done(engine, "leads.board", &input)
}

pub(super) fn of_activity(answers: &[(&str, &str)]) -> Json {
    let mut values = json!({"kind": "call", "result": "Joint", "subject": "Premier contact"});
    for (key, value) in answers {
        values[*key] = json!(value);
    }
    values
}

pub(super) fn rows(engine: &Engine, sql: &str) -> i64 {
    super::time::number(engine, sql)
}

#[test]
fn the_board_holds_every_lead_once_and_the_most_pressing_first() {
    let mut engine = sandbox();
    let young = lead(&mut engine, &json!({}));
    let found = board(&mut engine, &json!({}));
    let total: i64 = found["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| {
            assert_eq!(
                column["total"].as_i64().unwrap() as usize,
                column["cards"].as_array().unwrap().len()
            );
            column["total"].as_i64().unwrap()
        })
        .sum();
    assert_eq!(total, rows(&engine, "SELECT count(*) FROM lead"));
    let new = found["columns"][0]["cards"].as_array().unwrap();
    let due: Vec<&str> = new
        .iter()
        .map(|card| card["deadline"]["dueAt"].as_str().unwrap())
        .collect();
    assert!(due.is_sorted(), "{due:?}");
    // Issued at 14:05, seen at 14:30: the hour has 35 minutes left.
    let last = new.iter().find(|card| card["ref"] == young).unwrap();
    assert_eq!(
        last["deadline"],
        json!({"dueAt": "2026-11-23T15:05", "standing": "in_time", "minutes": 35, "days": 0})
    );
    assert_eq!(last["ageMinutes"], 25);
    let speed = &found["speed"];
    assert_eq!(speed["waiting"], json!(new.len()));
    assert_eq!(speed["late"], json!(new.len() - 1));
    assert!(
        speed["median"].as_i64().unwrap() > 0
            && speed["inGoal"].as_i64().unwrap() > 0
            && speed["answered"].as_i64().unwrap() > 3,
        "{speed}"
    );
    assert!(
        found["columns"][3]["cards"]
            .as_array()
            .unwrap()
            .iter()
            .all(|card| card["lostReason"].is_string())
    );
}

#[test]
fn filters_keep_what_they_say() {
    let mut engine = sandbox();
    lead(&mut engine, &json!({"owner": "Karim Ziani"}));
    lead(&mut engine, &json!({}));
    let count =
        |engine: &mut Engine, more: &Json| board(engine, more)["columns"][0]["total"].as_i64().unwrap();
    let sql = |condition: &str| format!("SELECT count(*) FROM lead WHERE state = 'new' AND {condition}");
    for (more, condition) in [
        (json!({"owner": "Karim Ziani"}), "owner = 'Karim Ziani'"),
        (json!({"owner": ""}), "owner IS NULL"),
        (
            json!({"owner": "Karim Ziani", "free": true}),
            "(owner = 'Karim Ziani' OR owner IS NULL)",
        ),
        (
            json!({"site": "Grand-Large Lyon", "kind": "Demande d'essai"}),
            "site = 'Grand-Large Lyon' AND kind = 'Demande d''essai'",
        ),
    ] {
        let found = count(&mut engine, &more);
        assert_eq!(found, rows(&engine, &sql(condition)), "{condition}");
        assert!(found > 0, "{condition}");
    }
    assert_eq!(count(&mut engine, &json!({"kind": "x' OR 1 --"})), 0);
}

#[test]
fn an_answer_is_written_down_and_takes_the_lead_in_hand() {
    let mut engine = sandbox();
    let reference = lead(&mut engine, &json!({}));
    let before = dump(&engine);
    let values = of_activity(&[("owner", "Karim Ziani"), ("next_follow_up_on", "2026-11-25")]);
    done(
        &mut engine,
        "lead.reply",
        &json!({"ref": reference, "values": values}),
    );
    let file = open(&mut engine, &reference);
    assert_eq!(file["card"]["state"], "in_progress");
    assert_eq!(file["card"]["owner"], "Karim Ziani");
    assert_eq!(file["card"]["nextOn"], "2026-11-25");
    assert_eq!(file["card"]["deadline"], Json::Null);
    assert_eq!(file["answerMinutes"], 25);
    assert_eq!(file["activities"][0]["values"]["happened_at"], "2026-11-23T14:30");

    // The next answer closes what the first one promised.
    let values = of_activity(&[("kind", "mail"), ("next_follow_up_on", "2026-11-30")]);
    done(
        &mut engine,
        "lead.reply",
        &json!({"ref": reference, "values": values}),
    );
    let file = open(&mut engine, &reference);
    assert_eq!(file["card"]["nextOn"], "2026-11-30");
    assert_eq!(file["activities"][1]["values"]["follow_up_done_on"], "2026-11-23");
    // Whose it is follows from the lead.
    assert_eq!(file["activities"][0]["values"]["owner"], "Karim Ziani");
    for _ in 0..2 {
        done(&mut engine, "change.undo", &json!({}));
    }
    same(&before, &dump(&engine));
}

#[test]
fn an_answer_before_the_lead_or_a_follow_up_in_the_past_is_refused_and_nothing_is_kept() {
    let mut engine = sandbox();
    let reference = lead(&mut engine, &json!({}));
    let before = dump(&engine);
    for (values, field) in [
        (of_activity(&[("happened_at", "2026-11-22T10:00")]), "happened_at"),
        (
            of_activity(&[("next_follow_up_on", "2026-11-22")]),
            "next_follow_up_on",
        ),
        (of_activity(&[("kind", "smoke")]), "kind"),
        (json!({}), "kind"),
    ] {
        let error = call(
            &mut engine,
            "lead.reply",
            &json!({"ref": reference, "values": values}),
        )
        .unwrap_err();
        assert!(error.to_json().contains(field), "{field}: {}", error.to_json());
    }
    let customer = person(&mut engine, "Ana", "Un", &json!({}));
    done(&mut engine, "change.undo", &json!({}));
    for (name, input) in [
        ("lead.reply", json!({"ref": customer, "values": of_activity(&[])})),
        ("lead.open", json!({"ref": "L99999"})),
        ("lead.attach", json!({"ref": reference, "customer": "C99999"})),
        ("lead.attach", json!({"ref": reference, "customer": reference})),
        ("lead.convert", json!({"ref": reference, "customer": customer})),
        (
            "lead.convert",
            json!({"ref": reference, "values": {"kind": "company"}}),
        ),
        (
            "lead.convert",
            json!({"ref": reference, "values": {"mail": "maelle@"}}),
        ),
        ("lead.lose", json!({"ref": reference, "reason": "  "})),
        ("lead.lose", json!({"ref": "A00001", "reason": "Injoignable"})),
        ("lead.move", json!({"ref": reference, "state": "converted"})),
    ] {
        let error = call(&mut engine, name, &input).unwrap_err();
        assert!(
            !error.to_json().contains("internal"),
            "{name}: {}",
            error.to_json()
        );
    }
    same(&before, &dump(&engine));
}

#[test]
fn a_lead_is_lost_with_a_reason_and_taken_up_again() {
    let mut engine = sandbox();
    let reference = lead(&mut engine, &json!({}));
    done(
        &mut engine,
        "lead.reply",
        &json!({"ref": reference, "values": of_activity(&[("next_follow_up_on", "2026-11-23")])}),
    );
    let due = |engine: &mut Engine| {
        let home = done(engine, "home.read", &json!({"owner": null, "site": null}));
        let mine = |line: &&Json| line["lead"] == json!(reference);
        home["today"].as_array().unwrap().iter().filter(mine).count()
    };
    // Promised to somebody who is nobody's customer yet, and due all the same.
    assert_eq!(due(&mut engine), 1);
    let before = dump(&engine);
    let lose = json!({"ref": reference, "reason": "A acheté ailleurs", "comment": "Chez un mandataire.", "owner": "Léa Martin"});
    done(&mut engine, "lead.lose", &lose);
    let file = open(&mut engine, &reference);
    assert_eq!(file["card"]["lostReason"], "A acheté ailleurs");
    assert_eq!(
        file["activities"][0]["values"]["subject"],
        "Lead perdu : A acheté ailleurs"
    );
    assert_eq!(file["activities"][0]["values"]["content"], "Chez un mandataire.");
    assert_eq!(due(&mut engine), 0);
    let lost = dump(&engine);
    done(
        &mut engine,
        "lead.move",
        &json!({"ref": reference, "state": "in_progress"}),
    );
    let file = open(&mut engine, &reference);
    assert_eq!(
        (&file["card"]["state"], &file["card"]["lostReason"]),
        (&json!("in_progress"), &Json::Null)
    );
    done(&mut engine, "change.undo", &json!({}));
    same(&lost, &dump(&engine));
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
}

#[test]
fn nothing_overdue_is_left_out_of_the_day() {
    let mut engine = sandbox();
    let customer = person(&mut engine, "Ana", "Un", &json!({}));
    for (result, day) in [("Satisfait", "2026-11-12"), ("Rappel demandé", "2026-11-20")] {
        let values = json!({"customer_id": customer, "kind": "call", "happened_at": "2026-11-02T10:00",
            "result": result, "next_follow_up_on": day, "owner": "Léa Martin"});
        done(
            &mut engine,
            "record.create",
            &json!({"entity": "activity", "values": values}),
        );
    }
    let home = done(&mut engine, "home.read", &json!({"owner": null, "site": null}));
    let sql = |condition: &str| {
        format!(
            "SELECT count(*) FROM activity LEFT JOIN customer ON customer.id = customer_id
             WHERE next_follow_up_on {condition} AND follow_up_done_on IS NULL AND record_state IS NOT 'archived'"
        )
    };
    assert_eq!(home["overdueTotal"], rows(&engine, &sql("< '2026-11-23'")));
    assert_eq!(home["todayTotal"], rows(&engine, &sql("= '2026-11-23'")));
    assert_eq!(home["overdueTotal"], home["overdue"].as_array().unwrap().len());
    let sum = |key: &str| -> i64 {
        let people = home["people"].as_array().unwrap();
        people.iter().map(|person| person[key].as_i64().unwrap()).sum()
    };
    for (key, total) in [
        ("overdue", "overdueTotal"),
        ("today", "todayTotal"),
        ("coming", "comingTotal"),
    ] {
        assert_eq!(home[total], sum(key), "{key}");
    }
    let first = home["people"][0]["owner"].clone();
    let theirs = done(&mut engine, "home.read", &json!({"owner": first, "site": null}));
    assert_eq!(theirs["overdueTotal"], home["people"][0]["overdue"]);
    // Those for which somebody waits come first, each kind from the oldest on.
    let order: Vec<(bool, &str)> = home["overdue"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["pressing"] != true, line["dueOn"].as_str().unwrap()))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
    assert!(order.iter().any(|(calm, _)| !calm) && order.iter().any(|(calm, _)| *calm));
    let of_leads = "SELECT count(*) FROM activity WHERE customer_id IS NULL AND lead_id IS NOT NULL AND next_follow_up_on IS NOT NULL";
    assert!(rows(&engine, of_leads) > 0);
}
