//! A month of two thousand events, forty of them series.

use super::measure::{NOW, call, measure};
use engine::{Engine, Settings};
use serde_json::json;

/// Measures the month, the week and the check of a form.
pub(crate) fn agenda() {
    let mut engine = Engine::open_memory(Settings::default(), &NOW).unwrap();
    let staff = ["Léa Martin", "Karim Ziani", "Sofia Haddad", "Thomas Berger"];
    for number in 0..1_000 {
        let (day, hour) = (1 + number % 28, 8 + number % 11);
        let values = json!({"title": format!("Rendez-vous {number}"), "kind": "Essai",
            "starts_at": format!("2026-12-{day:02}T{hour:02}:00"), "ends_at": format!("2026-12-{day:02}T{hour:02}:45"),
            "owner": staff[number % 4], "customer_id": format!("C{:05}", 1 + number % 400)});
        call(
            &mut engine,
            "agenda.create",
            &json!({"values": values, "rule": null}),
        );
    }
    let daily = json!({"repeat": {"freq": "daily", "interval": 1, "days": [], "monthDays": [], "months": [],
        "positions": [], "until": null, "count": null}, "skip": ["2026-12-25"]});
    for number in 0..25 {
        let hour = 8 + number % 11;
        let values = json!({"title": format!("Point {number}"), "starts_at": format!("2025-12-01T{hour:02}:00"),
            "ends_at": format!("2025-12-01T{hour:02}:30"), "owner": staff[number % 4]});
        call(
            &mut engine,
            "agenda.create",
            &json!({"values": values, "rule": daily}),
        );
    }
    let month = json!({"from": "2026-11-30", "to": "2027-01-11", "owner": null, "site": null});
    let shown = call(&mut engine, "agenda.window", &month)["slots"]
        .as_array()
        .unwrap()
        .len();
    println!("-- a month of {shown} events: bar 20 ms (wasm: 100 ms)");
    measure("agenda.window, a month", 50, 20, || {
        drop(call(&mut engine, "agenda.window", &month))
    });
    let week = json!({"from": "2026-12-07", "to": "2026-12-14", "owner": "Léa Martin", "site": null});
    measure("agenda.window, a week of one", 100, 10, || {
        drop(call(&mut engine, "agenda.window", &week))
    });
    let values = json!({"title": "Point", "starts_at": "2026-12-07T09:00", "ends_at": "2026-12-07T10:00", "owner": "Léa Martin"});
    let draft = json!({"ref": null, "values": values, "rule": daily, "zones": ["B"]});
    measure("agenda.check, a daily series", 50, 30, || {
        drop(call(&mut engine, "agenda.check", &draft))
    });
}
