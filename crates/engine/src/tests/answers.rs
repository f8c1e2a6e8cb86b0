//! What stands behind the answers: what a campaign would give in life, kept as it was; why each recipient kept silent.

use super::replies::{later, sandbox};
use super::{call, done, dump, same};
use crate::Engine;
use serde_json::{Value as Json, json};

/// A campaign to the clients of the base who may be written to.
pub(super) fn launch(engine: &mut Engine, channel: &str) -> String {
    let everybody = json!({"chosen": {"entity": "customer", "quick": "", "filters": [{"field": "status", "values": ["client"]}],
        "sorts": [], "all": true, "refs": []}});
    let body = "Bonjour {Prénom|Madame, Monsieur}, votre révision approche : prenez rendez-vous. STOP au 36000, désinscription";
    let launched = done(
        engine,
        "campaign.launch",
        &json!({"name": "Révision", "channel": channel, "offer": "service", "audience": everybody, "targeting": null,
            "text": {"subject": "Votre révision", "body": body}, "other": null, "at": null, "follow_up_on": null}),
    );
    assert!(launched["sent"].as_i64().unwrap() > 40, "{launched}");
    launched["ref"].as_str().unwrap().to_owned()
}

fn expected(engine: &mut Engine, campaign: &str) -> Json {
    done(engine, "campaign.open", &json!({"ref": campaign}))["expected"].clone()
}

/// The recipients of a campaign in one of these states.
fn recipients(engine: &mut Engine, campaign: &str, states: &[&str]) -> Vec<String> {
    let page = done(
        engine,
        "list.page",
        &json!({"entity": "recipient", "columns": ["state"], "sorts": [], "quick": "", "offset": 0, "limit": 500,
            "filters": [{"field": "campaign_id", "values": [campaign]}, {"field": "state", "values": states}]}),
    );
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["ref"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_a_campaign_would_give_in_life_is_kept_when_it_leaves() {
    let (mut engine, mut real) = (sandbox(), sandbox());
    let before = dump(&engine);
    let campaign = launch(&mut engine, "mail");
    let life = expected(&mut engine, &campaign);
    assert_eq!(life["regime"], "magnified");
    let sent = done(&mut engine, "campaign.open", &json!({"ref": campaign}))["results"]["sent"]
        .as_i64()
        .unwrap();
    let of = |what: &str| life[what].as_i64().unwrap();
    assert_eq!(of("delivered") + of("bounced"), sent * 1_000);
    assert!(of("opened") > sent * 150 && of("opened") < sent * 700, "{life}");
    assert!(of("answered") > 0 && of("answered") < sent * 20, "{life}");
    assert!(of("appointments") < of("answered"));

    // Under the rates of life it is the same: only what the class gets differs.
    done(&mut real, "replies.regime", &json!({"regime": "real"}));
    let twin = launch(&mut real, "mail");
    let told = expected(&mut real, &twin);
    assert_eq!(told["regime"], "real");
    for what in [
        "delivered",
        "opened",
        "clicked",
        "answered",
        "appointments",
        "unsubscribed",
        "complained",
    ] {
        assert_eq!(told[what], life[what], "{what}");
    }

    // Neither time, nor another regime, nor what becomes of the records changes it.
    done(&mut engine, "time.advance", &json!({"days": 9}));
    done(&mut engine, "replies.regime", &json!({"regime": "real"}));
    let customers = super::replies::number(
        &engine,
        "SELECT min(customer_id) FROM recipient WHERE state = 'opened'",
    );
    done(
        &mut engine,
        "record.delete",
        &json!({"ref": format!("C{customers:05}")}),
    );
    assert_eq!(expected(&mut engine, &campaign), life);
    for _ in 0..4 {
        done(&mut engine, "change.undo", &json!({}));
    }
    same(&before, &dump(&engine));
}

#[test]
fn a_campaign_that_came_with_the_base_says_that_nothing_was_reckoned() {
    let mut engine = sandbox();
    let old = super::replies::number(
        &engine,
        "SELECT min(campaign_id) FROM recipient WHERE state = 'delivered'",
    );
    let old = format!("P{old:05}");
    assert!(expected(&mut engine, &old).is_null());
    let whom = recipients(&mut engine, &old, &["delivered"]);
    let told = done(&mut engine, "recipient.why", &json!({"ref": whom[0]}));
    assert!(told["why"].is_null() && told["state"] == "delivered");
    assert!(call(&mut engine, "recipient.why", &json!({"ref": "D99999"})).is_err());
    assert!(call(&mut engine, "recipient.why", &json!({"ref": "C00001"})).is_err());
}

#[test]
fn whoever_kept_silent_is_explained_by_what_was_drawn() {
    let mut engine = sandbox();
    let campaign = launch(&mut engine, "mail");
    done(&mut engine, "time.advance", &json!({"days": 9}));
    let chance = |why: &Json, of: &str| {
        let mut chances = why["why"]["chances"].as_array().unwrap().iter();
        let found = chances.rfind(|known| known["of"] == of).unwrap();
        (found["chance"].as_i64().unwrap(), found["drawn"].as_i64())
    };
    for reference in recipients(&mut engine, &campaign, &["delivered"]) {
        let why = done(&mut engine, "recipient.why", &json!({"ref": reference}));
        assert_eq!(why["toCome"], false);
        if why["way"] == "away" {
            continue;
        }
        let (read, drawn) = chance(&why, "read");
        assert!(drawn.unwrap() >= read, "it was not read: {why}");
        assert_eq!(chance(&why, "answer").1, None, "nothing was drawn after it");
    }
    let silent = recipients(&mut engine, &campaign, &["opened"]);
    assert!(silent.len() > 10);
    for reference in &silent {
        let why = done(&mut engine, "recipient.why", &json!({"ref": reference}));
        let ((read, drawn), (answer, ticket)) = (chance(&why, "read"), chance(&why, "answer"));
        assert!(drawn.unwrap() < read && ticket.unwrap() >= answer, "{why}");
        assert!(!why["why"]["reasons"].as_array().unwrap().is_empty());
    }
    // Once more after the customer was merged or changed: it is what was weighed then.
    let why = done(&mut engine, "recipient.why", &json!({"ref": silent[0]}));
    done(&mut engine, "time.advance", &json!({"days": 60}));
    assert_eq!(
        why,
        done(&mut engine, "recipient.why", &json!({"ref": silent[0]}))
    );
}

#[test]
fn before_time_has_passed_a_reaction_is_said_to_come() {
    let mut engine = sandbox();
    let campaign = launch(&mut engine, "mail");
    let waiting = |engine: &mut Engine| {
        let all = recipients(engine, &campaign, &["sent", "delivered", "opened", "clicked"]);
        all.iter()
            .filter(|reference| done(engine, "recipient.why", &json!({"ref": reference}))["toCome"] == true)
            .count()
    };
    let at_first = waiting(&mut engine);
    assert!(at_first > 40, "{at_first}");
    later(&mut engine, 60 * 24 * 12, "time.read", &json!({}));
    assert_eq!(waiting(&mut engine), 0);
}

#[test]
fn a_machine_that_answers_has_read_nothing() {
    let mut engine = sandbox();
    let campaign = launch(&mut engine, "mail");
    done(&mut engine, "time.advance", &json!({"days": 1}));
    let away = super::replies::number(&engine, "SELECT count(*) FROM inbox WHERE intent = 'away'");
    assert!(away > 0);
    let id: i64 = campaign[1..].parse().unwrap();
    assert_eq!(
        super::replies::number(
            &engine,
            &format!(
                "SELECT count(*) FROM recipient WHERE campaign_id = {id} AND state = 'delivered' AND reaction = 'Absence'"
            )
        ),
        away
    );
}
