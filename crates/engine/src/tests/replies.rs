//! Customers answer: what is sent brings answers as time passes, the same for the same acts; undo takes them off again.

use super::{NOW, call, done, dump, person, same};
use crate::replies::{Channel, Forced, Offer, Sent, sent};
use crate::{Engine, FixedWorld, Settings};
use jiff::ToSpan;
use serde_json::{Value as Json, json};

pub(super) fn sandbox() -> Engine {
    Engine::open_memory(Settings::school(2026, 300), &NOW).unwrap()
}

pub(super) fn number(engine: &Engine, sql: &str) -> i64 {
    engine.store.conn().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// Runs a command so many minutes after noon of the first day.
pub(super) fn later(engine: &mut Engine, minutes: i64, name: &str, input: &Json) -> Json {
    let world = FixedWorld(NOW.0.checked_add(minutes.minutes()).unwrap());
    let text = engine
        .call(name, &input.to_string(), &world)
        .unwrap_or_else(|error| panic!("{name} {input}: {error}"));
    serde_json::from_str(&text).unwrap()
}

/// A campaign to everybody, as the room of campaigns sends one.
pub(super) fn campaign(engine: &mut Engine, channel: Channel, offer: Offer, personalised: u32) -> i64 {
    let name = channel.code();
    let campaign = done(
        engine,
        "record.create",
        &json!({"entity": "campaign", "values": {"name": "Essai", "channel": name, "state": "sent", "sent_at": "2026-11-23T14:30"}}),
    );
    let campaign: i64 = campaign["ref"].as_str().unwrap()[1..].parse().unwrap();
    let mut journal = Vec::new();
    let settings = Settings::school(2026, 300);
    let mut writer = crate::Writer {
        reader: engine.looking(NOW.0),
        journal: &mut journal,
        settings: &settings,
    };
    let customers: Vec<i64> = {
        let conn = writer.store.conn();
        let mut statement = conn.prepare("SELECT id FROM customer ORDER BY id").unwrap();
        let found = statement.query_map([], |row| row.get(0)).unwrap();
        found.map(Result::unwrap).collect()
    };
    let sending = |_: &crate::Writer, change: &crate::change::Change| {
        let mut messages = Vec::new();
        for customer in customers {
            change.conn().execute(
                "INSERT INTO activity (id, customer_id, kind, direction, happened_at, subject, content, owner, campaign_id)
                 VALUES ((SELECT max(id) + 1 FROM activity), ?1, ?3, 'outbound', '2026-11-23T14:30', 'Votre révision',
                 'Votre révision approche : prenez rendez-vous. Répondez STOP pour ne plus recevoir.', 'Léa Martin', ?2)",
                (customer, campaign, name),
            )?;
            let activity = change.conn().last_insert_rowid();
            change.conn().execute(
                "INSERT INTO recipient (id, campaign_id, customer_id, state) VALUES ((SELECT max(id) + 1 FROM recipient), ?1, ?2, 'sent')",
                (campaign, customer),
            )?;
            messages.push(Sent {
                activity,
                customer,
                campaign: Some(campaign),
                recipient: Some(change.conn().last_insert_rowid()),
                channel,
                at: NOW.0,
                offer,
                personalised,
                forced: Forced::NONE,
                text_hash: 1,
            });
        }
        change.conn().execute(
            "UPDATE sequence SET last = (SELECT max(id) FROM activity) WHERE entity = 'activity'",
            [],
        )?;
        sent(change, &messages)?;
        Ok(((), String::new()))
    };
    crate::change::transact(&mut writer, crate::change::ChangeName::BulkEdit, sending).unwrap();
    campaign
}

#[test]
fn a_campaign_is_answered_as_time_passes() {
    let mut engine = sandbox();
    let campaign = campaign(&mut engine, Channel::Mail, Offer::Visit, 80);
    let of = |engine: &Engine, state: &str| {
        number(
            engine,
            &format!("SELECT count(*) FROM recipient WHERE campaign_id = {campaign} AND state {state}"),
        )
    };
    assert_eq!(of(&engine, "<> 'sent'"), 0);
    later(&mut engine, 10, "time.read", &json!({}));
    assert_eq!(
        of(&engine, "= 'sent'"),
        0,
        "all have arrived or not within minutes"
    );
    let delivered = of(&engine, "= 'delivered'");
    done(&mut engine, "time.advance", &json!({"days": 7}));
    let (opened, answered) = (
        of(&engine, "IN ('opened', 'clicked')"),
        of(&engine, "= 'answered'"),
    );
    assert!(
        delivered > 200 && opened > 40 && answered > 3,
        "{delivered} {opened} {answered}"
    );
    // Those who came by answer nothing.
    let inbox = number(
        &engine,
        "SELECT count(*) FROM inbox JOIN activity ON activity.id = activity_id WHERE kind <> 'visit'",
    );
    let received = number(
        &engine,
        &format!(
            "SELECT count(*) FROM activity WHERE direction = 'inbound' AND campaign_id = {campaign} AND happened_at >= '2026-11-23T14:30'"
        ),
    );
    assert_eq!(inbox, received);
    assert_eq!(
        number(&engine, "SELECT count(*) FROM activity WHERE content LIKE '%{%'"),
        0
    );
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM pending_event WHERE kind = 'reply' AND due_at < '2026-11-30T14:30'"
        ),
        0
    );
}

#[test]
fn the_same_acts_bring_the_same_answers_and_undo_takes_them_off() {
    let (mut one, mut other) = (sandbox(), sandbox());
    for engine in [&mut one, &mut other] {
        campaign(engine, Channel::Sms, Offer::Visit, 80);
    }
    let before = dump(&one);
    done(&mut one, "time.advance", &json!({"days": 3}));
    let after = dump(&one);
    done(&mut one, "change.undo", &json!({}));
    same(&before, &dump(&one));
    done(&mut one, "change.redo", &json!({}));
    same(&after, &dump(&one));
    done(&mut other, "time.advance", &json!({"days": 3}));
    same(&after, &dump(&other));
}

#[test]
fn a_mail_written_down_by_hand_is_sent_for_good_and_its_customer_may_be_deleted() {
    let mut engine = sandbox();
    let camille = person(
        &mut engine,
        "Camille",
        "Lebreton",
        &json!({"mail": "camille@maison.example"}),
    );
    done(
        &mut engine,
        "activity.log",
        &json!({"values": {"customer_id": camille, "kind": "mail", "direction": "outbound", "happened_at": "2026-11-23T14:30",
            "subject": "Votre révision", "content": "Bonjour Camille, prenez rendez-vous."}}),
    );
    let waiting = "SELECT count(*) FROM pending_event WHERE kind = 'reply'";
    let waits = number(&engine, waiting);
    done(&mut engine, "record.delete", &json!({"ref": camille}));
    assert_eq!(number(&engine, waiting), 0);
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM event_dropped WHERE kind = 'reply' AND reason = 'customer_deleted'"
        ),
        waits
    );
    assert!(call(&mut engine, "time.advance", &json!({"days": 9})).is_ok());
}

/// The first line of the inbox that wants something.
fn first(engine: &mut Engine, intent: &str) -> Option<Json> {
    let view = done(
        engine,
        "inbox.list",
        &json!({"handled": false, "intent": intent, "limit": 50}),
    );
    view["lines"].as_array().unwrap().last().cloned()
}

#[test]
fn an_answer_is_handled_in_one_step_and_undone_in_one() {
    let mut engine = sandbox();
    campaign(&mut engine, Channel::Mail, Offer::Visit, 80);
    done(&mut engine, "time.advance", &json!({"days": 6}));
    let line = first(&mut engine, "appointment_service").expect("somebody wants an appointment");
    let item = done(&mut engine, "inbox.open", &json!({"id": line["id"]}));
    assert!(item["content"].as_str().unwrap().len() > 10);
    assert_eq!(item["message"]["values"]["subject"], "Votre révision");
    assert!(!item["why"]["reasons"].as_array().unwrap().is_empty());
    assert!(
        item["suggestions"]
            .as_array()
            .unwrap()
            .iter()
            .all(|text| !text.as_str().unwrap().contains('{'))
    );
    let before = dump(&engine);
    let starts = "2026-12-07T09:00";
    done(
        &mut engine,
        "inbox.handle",
        &json!({"id": line["id"], "answer": {"channel": "mail", "text": "C’est noté."},
            "appointment": {"title": "Atelier", "kind": "Rendez-vous atelier", "starts_at": starts, "ends_at": "2026-12-07T10:00"}}),
    );
    let view = done(&mut engine, "inbox.open", &json!({"id": line["id"]}));
    assert_eq!(view["line"]["handling"], "appointment");
    assert_eq!(
        number(
            &engine,
            "SELECT count(*) FROM agenda_entry WHERE starts_at = '2026-12-07T09:00'"
        ),
        1
    );
    let after = dump(&engine);
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
    done(&mut engine, "change.redo", &json!({}));
    same(&after, &dump(&engine));
    // The day comes: the customer was there and is billed, or was not and says so.
    let customer: i64 = line["customer"].as_str().unwrap()[1..].parse().unwrap();
    let passed = done(&mut engine, "time.advance", &json!({"days": 12}));
    let billed = number(
        &engine,
        &format!("SELECT count(*) FROM invoice WHERE customer_id = {customer} AND issued_on = '2026-12-07'"),
    );
    let absent = number(&engine, "SELECT count(*) FROM inbox WHERE intent = 'no_show'");
    assert_eq!(billed + absent, 1, "{passed}");
}

#[test]
fn who_is_written_to_again_after_asking_to_be_left_alone_complains_more() {
    let mut engine = sandbox();
    campaign(&mut engine, Channel::Sms, Offer::NewCar, 0);
    done(&mut engine, "time.advance", &json!({"days": 4}));
    let left = number(
        &engine,
        "SELECT count(*) FROM inbox WHERE intent IN ('unsubscribe', 'data_complaint')",
    );
    assert!(left > 4, "{left}");
    let line = first(&mut engine, "unsubscribe").unwrap();
    done(
        &mut engine,
        "inbox.handle",
        &json!({"id": line["id"], "withdraw": ["sms"]}),
    );
    let customer = line["customer"].as_str().unwrap();
    let consents = done(&mut engine, "consents.read", &json!({"ref": customer}));
    let sms = consents["channels"]
        .as_array()
        .unwrap()
        .iter()
        .find(|view| view["channel"] == "sms")
        .unwrap();
    assert_eq!(sms["today"]["reason"], "withdrawn");
    assert_eq!(sms["consent"]["values"]["withdrawn_on"], "2026-11-27");
}

#[test]
fn a_call_has_the_same_outcome_all_through_the_hour() {
    let mut engine = sandbox();
    let mut outcomes = std::collections::BTreeMap::new();
    for customer in 1..=120 {
        let asked = json!({"ref": format!("C{customer:05}"), "subject": "Votre révision"});
        let one = done(&mut engine, "call.outcome", &asked);
        assert_eq!(one, done(&mut engine, "call.outcome", &asked));
        assert!(!one["content"].as_str().unwrap().is_empty());
        *outcomes
            .entry(one["outcome"].as_str().unwrap().to_owned())
            .or_insert(0) += 1;
    }
    let silent = outcomes.get("no_answer").unwrap_or(&0) + outcomes.get("voicemail").unwrap_or(&0);
    assert!((50..=95).contains(&silent) && outcomes.len() >= 5, "{outcomes:?}");
}
