//! The agenda as it is lived: series and their exceptions, on paper, in a calendar file, in a workbook.

use super::{NOW, call, done, dump, same};
use crate::{ApiError, Engine, Settings};
use serde_json::{Value as Json, json};

pub(super) const LEA: &str = "Léa Martin";

/// An agenda without anybody's appointments.
pub(super) fn empty() -> Engine {
    Engine::open_memory(Settings::school(7, 0), &NOW).unwrap()
}

pub(super) fn window(engine: &mut Engine, from: &str, to: &str, owner: Option<&str>) -> Json {
    done(
        engine,
        "agenda.window",
        &json!({"from": from, "to": to, "owner": owner, "site": null}),
    )
}

/// `start/title` of the events of somebody, in order.
pub(super) fn seen(engine: &mut Engine, from: &str, to: &str) -> Vec<String> {
    let view = window(engine, from, to, Some(LEA));
    let slots = view["slots"].as_array().unwrap().iter();
    slots
        .map(|slot| {
            format!(
                "{} {}",
                slot["startsAt"].as_str().unwrap(),
                slot["title"].as_str().unwrap()
            )
        })
        .collect()
}

pub(super) fn event(title: &str, starts: &str, ends: &str) -> Json {
    json!({"title": title, "starts_at": starts, "ends_at": ends, "owner": LEA, "kind": "Réunion"})
}

pub(super) fn repeat(rule: &Json, skip: &Json) -> Json {
    let mut whole = json!({"freq": "weekly", "interval": 1, "days": [], "monthDays": [], "months": [], "positions": [], "until": null, "count": null});
    for (key, value) in rule.as_object().unwrap() {
        whole[key] = value.clone();
    }
    json!({"repeat": whole, "skip": skip})
}

/// Every Saturday from 9 to 10 until the end of January, but 2 January.
fn saturdays(engine: &mut Engine) -> String {
    let rule = repeat(
        &json!({"days": [{"weekday": 6, "nth": null}], "until": "2027-01-31"}),
        &json!(["2027-01-02"]),
    );
    let values = event("Réunion", "2026-12-14T09:00", "2026-12-14T10:00");
    let made = done(engine, "agenda.create", &json!({"values": values, "rule": rule}));
    made["ref"].as_str().unwrap().to_owned()
}

pub(super) fn problem(error: ApiError) -> (String, String) {
    let ApiError::Invalid { problems } = error else {
        panic!("{error}")
    };
    let code = serde_json::to_value(problems[0].code).unwrap();
    (problems[0].field.clone(), code.as_str().unwrap().to_owned())
}

#[test]
fn a_saturday_meeting_goes_on_around_its_exceptions() {
    let mut engine = empty();
    let meeting = saturdays(&mut engine);
    let whole = |engine: &mut Engine| seen(engine, "2026-12-01", "2027-03-01");
    // It was written on a Monday: it begins on the first Saturday.
    let all = [
        "2026-12-19T09:00 Réunion",
        "2026-12-26T09:00 Réunion",
        "2027-01-09T09:00 Réunion",
        "2027-01-16T09:00 Réunion",
        "2027-01-23T09:00 Réunion",
        "2027-01-30T09:00 Réunion",
    ];
    assert_eq!(whole(&mut engine), all);
    let before = dump(&engine);

    // The one after Christmas is moved to the Monday, and later in the day.
    done(
        &mut engine,
        "agenda.move",
        &json!({"ref": meeting, "day": "2026-12-26", "scope": "this", "startsAt": "2026-12-28T17:30"}),
    );
    let moved = whole(&mut engine);
    assert_eq!(moved[1], "2026-12-28T17:30 Réunion");
    assert_eq!(moved.len(), all.len());
    let view = window(&mut engine, "2026-12-28", "2026-12-29", Some(LEA));
    let slot = &view["slots"][0];
    assert_eq!(
        (slot["movedFrom"].as_str(), slot["endsAt"].as_str()),
        (Some("2026-12-26"), Some("2026-12-28T18:30"))
    );
    let opened = done(
        &mut engine,
        "agenda.open",
        &json!({"ref": meeting, "day": "2027-01-16"}),
    );
    assert_eq!(opened["rule"]["skip"], json!(["2027-01-02"]));
    assert_eq!(opened["record"]["values"]["starts_at"], "2027-01-16T09:00");
    assert!(
        call(
            &mut engine,
            "agenda.open",
            &json!({"ref": meeting, "day": "2026-12-26"})
        )
        .is_err()
    );

    // From the 16th on it is at eleven, under another name.
    done(
        &mut engine,
        "agenda.edit",
        &json!({"ref": meeting, "day": "2027-01-16", "scope": "following", "rule": null,
            "values": {"title": "Point", "starts_at": "2027-01-16T11:00", "ends_at": "2027-01-16T12:00"}}),
    );
    assert_eq!(
        whole(&mut engine)[2..],
        [
            "2027-01-09T09:00 Réunion",
            "2027-01-16T11:00 Point",
            "2027-01-23T11:00 Point",
            "2027-01-30T11:00 Point"
        ]
    );
    // The first series a day earlier: what was moved by hand stays where it was put.
    done(
        &mut engine,
        "agenda.move",
        &json!({"ref": meeting, "day": "2027-01-09", "scope": "all", "startsAt": "2027-01-08T09:15"}),
    );
    assert_eq!(
        whole(&mut engine)[..3],
        [
            "2026-12-18T09:15 Réunion",
            "2026-12-28T17:30 Réunion",
            "2027-01-08T09:15 Réunion"
        ]
    );
    // One is taken away, then the series with what stood for its days.
    done(
        &mut engine,
        "agenda.delete",
        &json!({"ref": meeting, "day": "2027-01-08", "scope": "this"}),
    );
    assert_eq!(whole(&mut engine).len(), 5);
    done(
        &mut engine,
        "agenda.delete",
        &json!({"ref": meeting, "scope": "all"}),
    );
    assert_eq!(whole(&mut engine).len(), 3);
    for _ in 0..5 {
        done(&mut engine, "change.undo", &json!({}));
    }
    same(&dump(&engine), &before);
    done(
        &mut engine,
        "agenda.delete",
        &json!({"ref": meeting, "day": "2027-01-16", "scope": "following"}),
    );
    assert_eq!(whole(&mut engine), all[..3]);
}

#[test]
fn a_form_that_says_the_rule_again_changes_nothing_and_another_rule_takes_its_place() {
    let mut engine = empty();
    let meeting = saturdays(&mut engine);
    let before = dump(&engine);
    let opened = done(
        &mut engine,
        "agenda.open",
        &json!({"ref": meeting, "day": "2027-01-16"}),
    );
    let same_again = json!({"ref": meeting, "day": "2027-01-16", "scope": "all", "rule": opened["rule"],
        "values": {"title": "Réunion", "starts_at": "2027-01-16T09:00", "ends_at": "2027-01-16T10:00"}});
    assert_eq!(
        done(&mut engine, "agenda.edit", &same_again)["change"],
        Json::Null
    );
    same(&dump(&engine), &before);
    let once = json!({"ref": meeting, "scope": "all", "values": {}, "rule": {"repeat": null, "skip": []}});
    done(&mut engine, "agenda.edit", &once);
    assert_eq!(
        seen(&mut engine, "2026-12-01", "2027-03-01"),
        ["2026-12-19T09:00 Réunion"]
    );
    let monthly = repeat(
        &json!({"freq": "monthly", "days": [{"weekday": 6, "nth": -1}], "count": 2}),
        &json!([]),
    );
    done(
        &mut engine,
        "agenda.edit",
        &json!({"ref": meeting, "scope": "all", "values": {}, "rule": monthly}),
    );
    assert_eq!(
        seen(&mut engine, "2026-12-01", "2027-03-01"),
        ["2026-12-26T09:00 Réunion", "2027-01-30T09:00 Réunion"]
    );
}

#[test]
fn nine_o_clock_stays_nine_o_clock_across_a_change_of_hour() {
    let mut engine = empty();
    let daily = repeat(&json!({"freq": "daily", "until": "2027-10-31"}), &json!([]));
    let values = event("Ouverture", "2027-03-27T09:00", "2027-03-27T09:30");
    done(
        &mut engine,
        "agenda.create",
        &json!({"values": values, "rule": daily}),
    );
    for (from, to) in [("2027-03-27", "2027-03-30"), ("2027-10-30", "2027-11-01")] {
        let found = seen(&mut engine, from, to);
        assert!(
            found.iter().all(|line| line.ends_with("T09:00 Ouverture")) && found.len() > 1,
            "{found:?}"
        );
    }
    let file = done(
        &mut engine,
        "agenda.ics",
        &json!({"from": "2027-03-01", "to": "2027-04-01", "owner": LEA, "site": null}),
    );
    let text = file["text"].as_str().unwrap();
    // The last one is at eight of universal time: winter has come back that morning.
    for line in [
        "DTSTART;TZID=Europe/Paris:20270327T090000\r\n",
        "RRULE:FREQ=DAILY;UNTIL=20271031T080000Z\r\n",
        "TZID:Europe/Paris\r\n",
    ] {
        assert!(text.contains(line), "{line} {text}");
    }
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn a_calendar_file_tells_what_was_left_out_and_what_was_moved() {
    let mut engine = empty();
    let meeting = saturdays(&mut engine);
    done(
        &mut engine,
        "agenda.move",
        &json!({"ref": meeting, "day": "2026-12-26", "scope": "this", "startsAt": "2026-12-28T17:30"}),
    );
    let input = json!({"from": "2026-12-01", "to": "2026-12-27", "owner": null, "site": null});
    let file = done(&mut engine, "agenda.ics", &input);
    let text = file["text"].as_str().unwrap();
    for line in [
        "EXDATE;TZID=Europe/Paris:20270102T090000",
        "RECURRENCE-ID;TZID=Europe/Paris:20261226T090000",
        "DTSTART;TZID=Europe/Paris:20261228T173000",
        "RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20270131T080000Z",
    ] {
        assert!(text.contains(line), "{line} {text}");
    }
    assert!(
        !text.contains("20261226T090000\r\nEXDATE") && !text.contains("EXDATE;TZID=Europe/Paris:20261226")
    );
    assert_eq!(text.matches(&format!("UID:{meeting}@")).count(), 2);
}

#[test]
fn series_come_back_from_a_workbook_as_they_were() {
    let mut engine = empty();
    let meeting = saturdays(&mut engine);
    done(
        &mut engine,
        "agenda.move",
        &json!({"ref": meeting, "day": "2026-12-26", "scope": "this", "startsAt": "2026-12-28T17:30"}),
    );
    let before = seen(&mut engine, "2026-12-01", "2027-03-01");
    let bytes = super::workbook::exported(&mut engine, "session", false, &NOW);
    done(
        &mut engine,
        "agenda.delete",
        &json!({"ref": meeting, "scope": "all"}),
    );
    assert!(seen(&mut engine, "2026-12-01", "2027-03-01").is_empty());
    engine.give_file(bytes);
    done(&mut engine, "workbook.import", &json!({}));
    assert_eq!(seen(&mut engine, "2026-12-01", "2027-03-01"), before);
    let opened = done(
        &mut engine,
        "agenda.open",
        &json!({"ref": meeting, "day": "2027-01-16"}),
    );
    assert_eq!(opened["rule"]["skip"], json!(["2027-01-02"]));
}

#[test]
fn a_rule_that_nobody_can_read_is_told_by_its_cell() {
    use calamine::{Reader as _, Xlsx};
    let mut engine = empty();
    saturdays(&mut engine);
    let bytes = super::workbook::exported(&mut engine, "session", false, &NOW);
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(&bytes)).unwrap();
    let sheet = 1 + book
        .sheet_names()
        .iter()
        .position(|name| name == "Agenda")
        .unwrap();
    let range = book.worksheet_range("Agenda").unwrap();
    let (row, column, _) = range
        .used_cells()
        .find(|(_, _, cell)| cell.to_string().starts_with("FREQ="))
        .unwrap();
    let cell = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1);
    let edited = super::edited::Opened::new(&bytes)
        .text(sheet, &cell, "tous les lundis")
        .done();
    engine.give_file(edited);
    let told = done(&mut engine, "workbook.preview", &json!({}));
    let problem = &told["problems"][0];
    assert_eq!(
        (problem["code"].as_str(), problem["cell"].as_str()),
        (Some("unknown_choice"), Some(cell.as_str()))
    );
    assert_eq!(problem["expected"][1], "FREQ=WEEKLY;BYDAY=SA");
}
