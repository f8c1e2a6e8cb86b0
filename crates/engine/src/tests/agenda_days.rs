//! The days of the agenda: follow-ups seen twice, holidays, double bookings, what is to be placed, bad input.

use super::agenda::{LEA, empty, event, problem, repeat, seen, window};
use super::{call, done, dump, person, same, sandbox};
use crate::{Engine, FixedWorld, Settings};
use jiff::civil::date;
use serde_json::{Value as Json, json};

#[test]
fn a_follow_up_and_the_agenda_are_one_fact() {
    let mut engine = sandbox();
    let ana = person(&mut engine, "Ana", "Kerjean", &json!({}));
    let logged = done(
        &mut engine,
        "activity.log",
        &json!({"values": {"customer_id": ana, "kind": "call", "happened_at": "2026-11-23T10:00", "owner": LEA,
            "subject": "Offre à relancer", "next_follow_up_on": "2026-11-25"}}),
    );
    let activity = logged["ref"].as_str().unwrap();
    let on = |engine: &mut Engine, day: &str, next: &str| {
        let view = window(engine, day, next, Some(LEA));
        let slots = view["slots"].as_array().unwrap();
        slots.iter().any(|slot| {
            slot["ref"] == activity && slot["what"] == "follow_up" && slot["customer"]["ref"] == ana.as_str()
        })
    };
    assert!(on(&mut engine, "2026-11-25", "2026-11-26"));
    let to = |day: &str| json!({"ref": activity, "startsAt": format!("{day}T00:00")});
    done(&mut engine, "agenda.move", &to("2026-11-27"));
    assert!(!on(&mut engine, "2026-11-25", "2026-11-26") && on(&mut engine, "2026-11-27", "2026-11-28"));
    let file = done(&mut engine, "customer.open", &json!({"ref": ana}));
    assert_eq!(file["customer"]["values"]["next_follow_up_on"], "2026-11-27");
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": activity, "values": {"next_follow_up_on": "2026-11-26"}}),
    );
    assert!(on(&mut engine, "2026-11-26", "2026-11-27"));
    // An appointment made of it takes it along.
    let made = json!({"values": event("Rappel", "2026-11-30T10:00", "2026-11-30T10:15"), "rule": null, "followUp": activity});
    done(&mut engine, "agenda.create", &made);
    assert!(on(&mut engine, "2026-11-30", "2026-12-01"));
    done(&mut engine, "change.undo", &json!({}));
    let refused = call(&mut engine, "agenda.move", &to("2026-11-20")).unwrap_err();
    assert_eq!(problem(refused), ("next_follow_up_on".into(), "too_early".into()));
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": activity, "values": {"follow_up_done_on": "2026-11-23"}}),
    );
    assert!(!on(&mut engine, "2026-11-26", "2026-11-27"));
}

#[test]
fn what_would_be_wrong_is_said_before_it_is_kept() {
    let mut engine = empty();
    let taken = event("Essai", "2026-12-26T09:30", "2026-12-26T10:30");
    done(
        &mut engine,
        "agenda.create",
        &json!({"values": taken, "rule": null}),
    );
    let rule = repeat(
        &json!({"days": [{"weekday": 6, "nth": null}], "until": "2027-06-30"}),
        &json!(["2027-05-08"]),
    );
    let values = event("Réunion", "2026-12-19T08:30", "2026-12-19T10:00");
    let draft = json!({"ref": null, "values": values, "rule": rule, "zones": ["B"]});
    let checked = done(&mut engine, "agenda.check", &draft);
    let said = |code: &str| -> Vec<String> {
        let all = checked["warnings"].as_array().unwrap().iter();
        all.filter(|warning| warning["code"] == code)
            .map(|warning| warning["day"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(checked["problems"], json!([]));
    // The Victory of 8 May is left out already; Labour Day is not.
    assert_eq!(said("public_holiday"), ["2027-05-01"]);
    assert_eq!(said("taken"), ["2026-12-26"]);
    assert_eq!(said("outside_hours").len(), 26);
    assert!(said("school_holiday").contains(&"2026-12-26".to_owned()));
    assert_eq!(checked["times"], 27);
    assert_eq!(checked["days"][0], "2026-12-19");

    for (values, rule, wanted) in [
        (
            event("À l'envers", "2026-12-01T10:00", "2026-12-01T09:00"),
            Json::Null,
            ("ends_at", "before_other"),
        ),
        (
            event("Vide", "2026-12-01T10:00", "2026-12-01T10:00"),
            Json::Null,
            ("ends_at", "before_other"),
        ),
        (
            event("Sans jour", "2026-02-30T10:00", "2026-12-01T10:00"),
            Json::Null,
            ("starts_at", "bad_date"),
        ),
        (
            event("Jamais", "2026-12-01T10:00", "2026-12-01T11:00"),
            repeat(
                &json!({"freq": "yearly", "months": [2], "monthDays": [30]}),
                &json!([]),
            ),
            ("recurrence", "never_falls"),
        ),
        (
            event("Sans fin", "2026-12-01T10:00", "2026-12-01T11:00"),
            repeat(&json!({"count": 100_000}), &json!([])),
            ("recurrence", "bad_recurrence"),
        ),
        (
            event("", "2026-12-01T10:00", "2026-12-01T11:00"),
            Json::Null,
            ("title", "required"),
        ),
    ] {
        let before = dump(&engine);
        let error = call(
            &mut engine,
            "agenda.create",
            &json!({"values": values, "rule": rule}),
        )
        .unwrap_err();
        assert_eq!(
            problem(error),
            (wanted.0.to_owned(), wanted.1.to_owned()),
            "{values}"
        );
        same(&dump(&engine), &before);
    }
    let by_hand = json!({"entity": "agenda_entry", "values": {"title": "X", "starts_at": "2026-12-01T10:00", "recurrence": "tous les lundis"}});
    let error = call(&mut engine, "record.create", &by_hand).unwrap_err();
    assert_eq!(problem(error), ("recurrence".into(), "bad_recurrence".into()));
    let endless = json!({"from": "2026-01-01", "to": "2036-01-01", "owner": null, "site": null});
    assert!(call(&mut engine, "agenda.window", &endless).is_err());
}

#[test]
fn events_at_the_same_time_stand_side_by_side_and_a_double_booking_is_marked() {
    let mut engine = empty();
    for (title, starts, ends, owner) in [
        ("A", "09:00", "10:30", LEA),
        ("B", "10:00", "11:00", LEA),
        ("C", "10:15", "10:45", "Karim Ziani"),
        ("D", "11:00", "12:00", LEA),
    ] {
        let mut values = event(
            title,
            &format!("2026-11-24T{starts}"),
            &format!("2026-11-24T{ends}"),
        );
        values["owner"] = owner.into();
        done(
            &mut engine,
            "agenda.create",
            &json!({"values": values, "rule": null}),
        );
    }
    let view = window(&mut engine, "2026-11-24", "2026-11-25", None);
    let places: Vec<String> = view["slots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slot| {
            format!(
                "{}{}/{} {}",
                slot["title"].as_str().unwrap(),
                slot["lane"],
                slot["lanes"],
                slot["clash"]
            )
        })
        .collect();
    assert_eq!(places, ["A0/3 \"B\"", "B1/3 \"A\"", "C2/3 null", "D0/1 null"]);
    assert_eq!(view["days"][0]["open"], json!([["09:00", "19:00"]]));
}

#[test]
fn a_selection_is_placed_in_opening_hours_around_what_is_there() {
    let mut engine = empty();
    let busy = event("Réunion", "2026-11-28T17:20", "2026-11-28T17:40");
    done(
        &mut engine,
        "agenda.create",
        &json!({"values": busy, "rule": null}),
    );
    let whom: Vec<String> = ["Ana", "Bleuenn", "Cyr", "Dora"]
        .into_iter()
        .map(|name| person(&mut engine, name, "Kerjean", &json!({})))
        .collect();
    let values = event("Appel", "2026-11-28T17:00", "2026-11-28T17:20");
    let planned = done(
        &mut engine,
        "agenda.plan",
        &json!({"values": values, "records": whom}),
    );
    assert_eq!(planned["until"], "2026-11-30T09:40");
    assert_eq!(
        seen(&mut engine, "2026-11-28", "2026-12-01"),
        [
            "2026-11-28T17:00 Appel, Ana Kerjean",
            "2026-11-28T17:20 Réunion",
            "2026-11-28T17:40 Appel, Bleuenn Kerjean",
            // Saturday ends at six, nobody works on Sunday.
            "2026-11-30T09:00 Appel, Cyr Kerjean",
            "2026-11-30T09:20 Appel, Dora Kerjean",
        ]
    );
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(seen(&mut engine, "2026-11-28", "2026-12-01").len(), 1);
}

#[test]
fn a_trainer_writes_a_school_year_and_a_reset_leaves_it() {
    let mut engine = sandbox();
    let read = |engine: &mut Engine| done(engine, "calendar.read", &json!({}));
    let before = read(&mut engine);
    assert_eq!(
        (before["officialUntil"].as_str(), before["knownUntil"].as_str()),
        (Some("2027-08-31"), Some("2028-08-31"))
    );
    assert_eq!(before["sites"][0]["zone"], "B");
    let periods =
        json!([{"zone": "B", "name": "Vacances de Noël", "from": "2028-12-23", "to": "2029-01-07"}]);
    let year = json!({"alsaceMoselle": null, "year": 2028, "periods": periods});
    done(&mut engine, "calendar.edit", &year);
    done(
        &mut engine,
        "calendar.edit",
        &json!({"alsaceMoselle": true, "year": null, "periods": null}),
    );
    done(&mut engine, "data.reset", &json!({}));
    let view = window(&mut engine, "2028-12-25", "2028-12-27", None);
    assert_eq!(view["school"], periods);
    assert_eq!(view["days"][1]["holiday"], "saint_stephen");
    assert_eq!(read(&mut engine)["knownUntil"], "2029-01-07");
    for (from, to, wanted) in [
        ("2028-12-23", "2028-12-20", ("0.to", "before_other")),
        ("2027-12-23", "2027-12-30", ("0.from", "out_of_range")),
        ("2028-12-33", "2028-12-34", ("0.from", "bad_date")),
    ] {
        let wrong = json!({"alsaceMoselle": null, "year": 2028, "periods": [{"zone": "B", "name": "X", "from": from, "to": to}]});
        let error = call(&mut engine, "calendar.edit", &wrong).unwrap_err();
        assert_eq!(problem(error), (wanted.0.to_owned(), wanted.1.to_owned()));
    }
    done(
        &mut engine,
        "calendar.edit",
        &json!({"alsaceMoselle": false, "year": 2028, "periods": null}),
    );
    assert_eq!(read(&mut engine), before);
}

#[test]
fn late_follow_ups_and_leads_without_appointment_wait_to_be_placed() {
    let mut engine = sandbox();
    let read = |engine: &mut Engine| done(engine, "agenda.waiting", &json!({"owner": null, "site": null}));
    let before = read(&mut engine);
    let lead = before["leads"][0]["of"]["ref"].as_str().unwrap().to_owned();
    assert!(
        before["followUps"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["on"].as_str().unwrap() < "2026-11-23")
    );
    let mut values = event("Essai", "2026-11-24T10:00", "2026-11-24T11:00");
    values["lead_id"] = lead.as_str().into();
    done(
        &mut engine,
        "agenda.create",
        &json!({"values": values, "rule": null}),
    );
    let after = read(&mut engine);
    assert!(
        after["leads"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["of"]["ref"] != lead.as_str())
    );
}

#[test]
fn somebody_s_day_is_the_same_on_any_day_of_use() {
    // A base of another day: meetings come back every week, absences stand where they are.
    let world = FixedWorld(date(2027, 3, 5).at(9, 0, 0, 0));
    let mut engine = Engine::open_memory(Settings::school(7, 60), &world).unwrap();
    let input =
        json!({"from": "2027-03-01", "to": "2027-03-29", "owner": null, "site": "Grand-Large Rennes"});
    let view: Json =
        serde_json::from_str(&engine.call("agenda.window", &input.to_string(), &world).unwrap()).unwrap();
    let meetings = view["slots"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|slot| slot["series"] == true);
    let mondays = meetings
        .filter(|slot| slot["title"] == "Réunion commerciale du lundi")
        .count();
    assert_eq!(mondays, 4);
    assert_eq!(view["days"].as_array().unwrap().len(), 28);
}
