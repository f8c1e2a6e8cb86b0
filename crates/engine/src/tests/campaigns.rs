//! Campaigns: the gate, what a launch leaves, a campaign for a date.

use super::{call, derived_twice, done, dump, person, same, sandbox};
use crate::{ApiError, Engine};
use serde_json::{Value as Json, json};

/// Everybody whose name is one of a test's.
fn audience(last_name: &str) -> Json {
    let filters = json!([{"field": "last_name", "values": [last_name]}]);
    json!({"chosen": {"entity": "customer", "quick": "", "filters": filters, "sorts": [{"field": "first_name", "descending": false}], "all": true, "refs": []}})
}

fn plan(channel: &str, last_name: &str) -> Json {
    json!({
        "name": "Essai de campagne", "channel": channel, "offer": "service", "audience": audience(last_name),
        "targeting": null, "text": {"subject": "Bonjour {Prénom}", "body": "Une révision, {Prénom} ? STOP au 36000, désinscription"},
        "other": null, "at": null, "follow_up_on": "2026-12-07"
    })
}

fn agreed(engine: &mut Engine, first: &str, more: &Json) -> String {
    let whom = person(engine, first, "Delacampagne", more);
    for channel in ["mail", "sms"] {
        done(
            engine,
            "consent.set",
            &json!({"ref": whom, "channel": channel, "state": "granted", "origin": "Bon de commande"}),
        );
    }
    whom
}

/// Six people, one for each fate.
fn six(engine: &mut Engine) -> [String; 6] {
    let one = agreed(engine, "Anne", &json!({"mail": "anne@exemple.example"}));
    let none = person(
        engine,
        "Bruno",
        "Delacampagne",
        &json!({"mail": "bruno@exemple.example"}),
    );
    let no_address = agreed(engine, "Chloé", &json!({}));
    let twice = agreed(engine, "Denis", &json!({"mail": "ANNE@exemple.example"}));
    let withdrawn = agreed(engine, "Élise", &json!({"mail": "elise@exemple.example"}));
    done(
        engine,
        "consent.set",
        &json!({"ref": withdrawn, "channel": "mail", "state": "withdrawn"}),
    );
    let archived = agreed(
        engine,
        "Farid",
        &json!({"mail": "farid@exemple.example", "record_state": "archived"}),
    );
    [one, none, no_address, twice, withdrawn, archived]
}

fn reasons(gate: &Json) -> Vec<(String, i64)> {
    let counts = gate["excluded"].as_array().unwrap().iter();
    counts
        .map(|one| {
            (
                one["reason"].as_str().unwrap().to_owned(),
                one["count"].as_i64().unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_gate_counts_who_is_left_out_by_reason_and_names_them() {
    let mut engine = sandbox();
    let [_, none, ..] = six(&mut engine);
    let plan = plan("mail", "Delacampagne");
    let gate = done(&mut engine, "campaign.gate", &plan);
    assert_eq!((&gate["total"], &gate["kept"]), (&json!(6), &json!(1)));
    let expected =
        ["no_consent", "withdrawn", "no_address", "twice", "archived"].map(|reason| (reason.to_owned(), 1));
    assert_eq!(reasons(&gate), expected);
    let who = done(
        &mut engine,
        "campaign.excluded",
        &json!({"plan": plan, "reason": "no_consent"}),
    );
    assert_eq!(
        (&who["total"], &who["people"][0]["ref"]),
        (&json!(1), &json!(none))
    );
}

#[test]
fn a_launch_writes_history_follow_up_and_log_and_one_undo_takes_all_back() {
    let mut engine = sandbox();
    let [one, none, ..] = six(&mut engine);
    let before = dump(&engine);
    let launched = done(&mut engine, "campaign.launch", &plan("mail", "Delacampagne"));
    assert_eq!(
        (&launched["sent"], &launched["excluded"], &launched["scheduled"]),
        (&json!(1), &json!(5), &json!(false))
    );
    let file = done(&mut engine, "customer.open", &json!({"ref": one}));
    let kept = &file["activities"][0]["values"];
    assert_eq!(
        (&kept["kind"], &kept["subject"], &kept["campaign_id"]),
        (&json!("campaign"), &json!("Bonjour Anne"), &launched["ref"])
    );
    assert_eq!(file["customer"]["values"]["next_follow_up_on"], "2026-12-07");
    let opened = done(&mut engine, "campaign.open", &json!({"ref": launched["ref"]}));
    assert_eq!(
        (
            &opened["results"]["targeted"],
            &opened["results"]["excluded"],
            &opened["results"]["sent"]
        ),
        (&json!(6), &json!(5), &json!(1))
    );
    // The state of recipients is one of the words of the language of targetings.
    let text = format!(
        "Destinataires (Campagne : {} ; État : Exclu ; Motif d’exclusion : contient consentement pour)",
        launched["ref"].as_str().unwrap()
    );
    let target = done(&mut engine, "targeting.parse", &json!({"text": text}))["target"].clone();
    let page = done(
        &mut engine,
        "list.page",
        &json!({"entity": "customer", "columns": ["name"], "sorts": [], "quick": "", "filters": [], "target": target, "offset": 0, "limit": 10}),
    );
    assert_eq!(
        (&page["total"], &page["rows"][0]["ref"]),
        (&json!(1), &json!(none))
    );
    let (kept, anew) = derived_twice(&engine);
    same(&kept, &anew);
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
}

#[test]
fn who_was_written_to_lately_is_left_out_and_forcing_is_kept_as_a_fault() {
    let mut engine = sandbox();
    six(&mut engine);
    done(&mut engine, "campaign.launch", &plan("mail", "Delacampagne"));
    let again = plan("mail", "Delacampagne");
    assert_eq!(
        call(&mut engine, "campaign.launch", &again),
        Err(ApiError::NobodyToReach)
    );
    let mut forced = again;
    forced["forced"] = json!(["too_lately", "withdrawn"]);
    let launched = done(&mut engine, "campaign.launch", &forced);
    // Anne (written to lately) and Élise (withdrawn): an address that another one has stays out.
    assert_eq!(launched["sent"], 2);
    let opened = done(&mut engine, "campaign.open", &json!({"ref": launched["ref"]}));
    assert_eq!(
        (&opened["campaign"]["values"]["forced"], &opened["overruled"]),
        (&json!("too_lately,withdrawn"), &json!(2))
    );
}

#[test]
fn an_sms_waits_for_its_hours_and_says_how_to_stop_it() {
    let mut engine = sandbox();
    let mobile = json!({"mobile": "0639980012"});
    agreed(&mut engine, "Anne", &mobile);
    let mut plan = plan("sms", "Delacampagne");
    assert_eq!(done(&mut engine, "campaign.gate", &plan)["kept"], 1);
    // Sunday, then at night.
    for at in ["2026-11-29T10:00", "2026-11-30T21:00"] {
        plan["at"] = json!(at);
        let gate = done(&mut engine, "campaign.gate", &plan);
        assert_eq!(
            (reasons(&gate), &gate["kept"]),
            (vec![("quiet_hours".to_owned(), 1)], &json!(0))
        );
    }
    plan["at"] = Json::Null;
    plan["text"] = json!({"subject": "", "body": "Une révision, {Prénom} ?"});
    assert_eq!(
        done(&mut engine, "campaign.gate", &plan)["lacks"],
        json!(["no_stop"])
    );
    assert_eq!(
        call(&mut engine, "campaign.launch", &plan),
        Err(ApiError::MentionMissing)
    );
}

#[test]
fn two_wordings_are_shared_out_and_told_apart() {
    let mut engine = sandbox();
    for (first, mail) in [
        ("Anne", "a"),
        ("Bruno", "b"),
        ("Chloé", "c"),
        ("Denis", "d"),
        ("Élise", "e"),
    ] {
        agreed(
            &mut engine,
            first,
            &json!({"mail": format!("{mail}@exemple.example")}),
        );
    }
    let mut plan = plan("mail", "Delacampagne");
    plan["other"] =
        json!({"subject": "Prenez soin de votre voiture", "body": "{Prénom}, une visite ? désinscription"});
    let launched = done(&mut engine, "campaign.launch", &plan);
    let opened = done(&mut engine, "campaign.open", &json!({"ref": launched["ref"]}));
    let sent = |place: usize| opened["variants"][place]["results"]["sent"].as_i64().unwrap();
    assert_eq!((sent(0), sent(1)), (3, 2));
}

#[test]
fn a_car_that_a_targeting_is_about_is_the_one_spoken_of() {
    let mut engine = sandbox();
    let anne = agreed(&mut engine, "Anne", &json!({"mail": "a@exemple.example"}));
    for (model, energy, on) in [
        ("Clio", "Diesel", "2018-02-01"),
        ("Mégane", "Électrique", "2024-02-01"),
    ] {
        let values = json!({"customer_id": anne, "make": "Renault", "model": model, "energy": energy, "first_registered_on": on});
        done(
            &mut engine,
            "record.create",
            &json!({"entity": "vehicle", "values": values}),
        );
    }
    let target = done(
        &mut engine,
        "targeting.parse",
        &json!({"text": "Nom : Delacampagne ; Véhicules.Énergie : Diesel"}),
    )["target"]
        .clone();
    let audience = json!({"chosen": {"entity": "customer", "quick": "", "filters": [], "sorts": [], "target": target, "all": true, "refs": []}});
    let text = json!({"subject": "Votre voiture", "body": "{Véhicules.Modèle}"});
    let seen = done(
        &mut engine,
        "message.preview",
        &json!({"channel": "mail", "text": text, "audience": audience, "place": 0}),
    );
    assert_eq!(
        (&seen["total"], &seen["shown"]["body"]),
        (&json!(1), &json!("Clio"))
    );
    let cars = done(
        &mut engine,
        "targeting.parse",
        &json!({"text": "dans Véhicules ; Client.Nom : Delacampagne"}),
    )["target"]
        .clone();
    let audience = json!({"chosen": {"entity": "vehicle", "quick": "", "filters": [], "sorts": [], "target": cars, "all": true, "refs": []}});
    let mut plan = plan("mail", "");
    plan["audience"] = audience;
    let gate = done(&mut engine, "campaign.gate", &plan);
    assert_eq!(
        (&gate["total"], &gate["kept"], reasons(&gate)),
        (&json!(2), &json!(1), vec![("twice".to_owned(), 1)])
    );
}

/// The same world some days later.
fn later(engine: &mut Engine, days: i64) {
    done(engine, "time.advance", &json!({"days": days}));
}

#[test]
fn a_campaign_for_a_date_counts_its_audience_again_on_the_day() {
    let mut engine = sandbox();
    let [one, none, ..] = six(&mut engine);
    let mut plan = plan("mail", "Delacampagne");
    plan["at"] = json!("2026-11-24T10:00");
    let before = dump(&engine);
    let launched = done(&mut engine, "campaign.launch", &plan);
    assert_eq!(
        (&launched["scheduled"], &launched["sent"]),
        (&json!(true), &json!(1))
    );
    let state = |engine: &mut Engine| {
        let opened = done(engine, "campaign.open", &json!({"ref": launched["ref"]}));
        (
            opened["campaign"]["values"]["state"].clone(),
            opened["results"]["sent"].clone(),
        )
    };
    assert_eq!(state(&mut engine), (json!("scheduled"), json!(0)));
    // Bruno agrees in the meantime.
    done(
        &mut engine,
        "consent.set",
        &json!({"ref": none, "channel": "mail", "state": "granted", "origin": "Bon de commande"}),
    );
    later(&mut engine, 2);
    assert_eq!(state(&mut engine), (json!("sent"), json!(2)));
    let file = done(&mut engine, "customer.open", &json!({"ref": one}));
    let sent = file["activities"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["values"]["kind"] == "campaign")
        .unwrap();
    assert_eq!(sent["values"]["happened_at"], "2026-11-24T10:00");
    let (kept, anew) = derived_twice(&engine);
    same(&kept, &anew);
    for _ in 0..3 {
        done(&mut engine, "change.undo", &json!({}));
    }
    same(&before, &dump(&engine));
}

#[test]
fn an_audience_that_empties_before_the_date_is_said_on_the_campaign() {
    let mut engine = sandbox();
    let [one, _, _, twice, ..] = six(&mut engine);
    let mut plan = plan("mail", "Delacampagne");
    plan["at"] = json!("2026-11-24T10:00");
    let launched = done(&mut engine, "campaign.launch", &plan);
    done(&mut engine, "record.delete", &json!({"ref": one}));
    done(&mut engine, "record.delete", &json!({"ref": twice}));
    later(&mut engine, 1);
    let opened = done(&mut engine, "campaign.open", &json!({"ref": launched["ref"]}));
    assert_eq!(
        (
            &opened["campaign"]["values"]["state"],
            &opened["results"]["targeted"]
        ),
        (&json!("empty"), &json!(0))
    );
}

#[test]
fn a_campaign_that_was_cancelled_does_not_leave() {
    let mut engine = sandbox();
    six(&mut engine);
    let mut plan = plan("mail", "Delacampagne");
    plan["at"] = json!("2026-11-24T10:00");
    let launched = done(&mut engine, "campaign.launch", &plan);
    done(&mut engine, "campaign.cancel", &json!({"ref": launched["ref"]}));
    assert!(call(&mut engine, "campaign.cancel", &json!({"ref": launched["ref"]})).is_err());
    later(&mut engine, 3);
    let opened = done(&mut engine, "campaign.open", &json!({"ref": launched["ref"]}));
    assert_eq!(
        (&opened["campaign"]["values"]["state"], &opened["results"]["sent"]),
        (&json!("cancelled"), &json!(0))
    );
}

#[test]
fn recipients_merged_or_deleted_between_launch_and_replies_leave_all_coherent() {
    let mut engine = sandbox();
    let mut people = Vec::new();
    for place in 0..30 {
        let mail = format!("p{place}@exemple.example");
        people.push(agreed(
            &mut engine,
            &format!("Prénom{place}"),
            &json!({"mail": mail}),
        ));
    }
    let launched = done(&mut engine, "campaign.launch", &plan("mail", "Delacampagne"));
    assert_eq!(launched["sent"], 30);
    done(&mut engine, "record.delete", &json!({"ref": people[0]}));
    done(
        &mut engine,
        "merge.do",
        &json!({"customers": [people[1], people[2]], "kept": people[1], "values": {}}),
    );
    later(&mut engine, 6);
    let opened = done(&mut engine, "campaign.open", &json!({"ref": launched["ref"]}));
    let results = &opened["results"];
    let of = |key: &str| results[key].as_i64().unwrap();
    assert!(
        of("delivered") > 20
            && of("opened") <= of("delivered")
            && of("delivered") + of("bounced") <= of("sent")
    );
    assert!((28..=29).contains(&of("sent")), "{results}");
    let (kept, anew) = derived_twice(&engine);
    same(&kept, &anew);
}
