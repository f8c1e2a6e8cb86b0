//! Dashboards: what the product knows how to make, the list behind every figure, what is done to boards and tiles.

use super::workbook::exported;
use super::{NOW, call, done, dump, same, sandbox};
use crate::{ApiError, Engine};
use serde_json::{Value as Json, json};

fn scope(period: &str) -> Json {
    json!({"period": period, "site": null})
}

fn ask(engine: &mut Engine, question: &Json, scope: &Json) -> Json {
    done(
        engine,
        "dashboard.answer",
        &json!({"question": question, "scope": scope}),
    )
}

fn in_list(engine: &mut Engine, entity: &Json, filters: &Json) -> i64 {
    let input = json!({"entity": entity, "columns": [], "sorts": [], "quick": "", "filters": filters, "offset": 0, "limit": 1});
    done(engine, "list.page", &input)["total"].as_i64().unwrap()
}

fn figures(answer: &Json) -> Vec<Json> {
    let of = |list: &Json| list.as_array().unwrap().clone();
    let labels = of(&answer["axes"])
        .into_iter()
        .flat_map(|axis| of(&axis["labels"]));
    let mut all: Vec<Json> = labels.map(|label| label["figure"].clone()).collect();
    all.extend(of(&answer["points"]));
    all.push(answer["total"].clone());
    all
}

fn board(engine: &mut Engine, name: &str) -> Json {
    done(engine, "dashboard.read", &json!({"name": name}))
}

fn bars(field: &str) -> Json {
    json!({"version": 1, "question": {"entity": "invoice", "measure": {"sum": field}, "by": [{"field": "kind"}]}})
}

fn tile(engine: &mut Engine, name: &str, title: &str) -> String {
    let input =
        json!({"dashboard": name, "title": title, "chart": "bars", "definition": bars("gross_amount")});
    done(engine, "tile.add", &input)["ref"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// The list behind a figure, of every tile and every label: it holds the rows that were counted, no more, no less.
#[test]
fn the_list_behind_every_figure_of_every_ready_tile_holds_its_rows() {
    let mut engine = sandbox();
    let ready = done(&mut engine, "dashboard.list", &json!({}))["ready"].clone();
    let mut looked_at = 0;
    for tile in ready.as_array().unwrap() {
        let question = &tile["definition"]["question"];
        for scope in [
            scope("twelve_months"),
            json!({"period": "all", "site": "Rennes"}),
            scope("this_month"),
        ] {
            let answer = ask(&mut engine, question, &scope);
            for figure in figures(&answer) {
                let rows = in_list(&mut engine, &question["entity"], &figure["filters"]);
                assert_eq!(rows, figure["rows"], "{} {figure}", tile["key"]);
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 1_500, "{looked_at} figures");
}

#[test]
fn every_ready_tile_says_something_of_the_school_base() {
    let mut engine = sandbox();
    let list = done(&mut engine, "dashboard.list", &json!({}));
    assert!(list["ready"].as_array().unwrap().len() >= 45);
    let mut empty = Vec::new();
    for tile in list["ready"].as_array().unwrap() {
        let answer = ask(&mut engine, &tile["definition"]["question"], &scope("all"));
        if answer["total"]["of"] == 0 {
            empty.push(tile["key"].clone());
        }
    }
    assert!(empty.len() <= 2, "{empty:?}");
    let boards: Vec<&Json> = list["boards"].as_array().unwrap().iter().collect();
    assert_eq!(boards.len(), list["templates"].as_array().unwrap().len());
    for line in boards {
        let board = board(&mut engine, line["name"].as_str().unwrap());
        assert!(board["template"].is_string());
        for tile in board["tiles"].as_array().unwrap() {
            assert_eq!(tile["problem"], Json::Null, "{tile}");
        }
    }
}

#[test]
fn months_without_an_invoice_are_shown_and_the_first_clients_leave_the_others_together() {
    let mut engine = sandbox();
    let by_month = json!({"entity": "invoice", "measure": "count", "day": "issued_on",
        "by": [{"field": "issued_on", "step": "month"}], "filters": [{"field": "kind", "values": ["new_vehicle"]}]});
    let answer = ask(&mut engine, &by_month, &scope("twelve_months"));
    let labels = answer["axes"][0]["labels"].as_array().unwrap();
    assert_eq!(labels.len(), 12);
    assert_eq!(labels[0]["value"], "2025-12-01");
    assert_eq!(labels[11]["to"], "2026-11-30");

    let by_client = json!({"entity": "invoice", "measure": {"sum": "gross_amount"}, "by": [{"field": "customer_id"}], "top": 5});
    let answer = ask(&mut engine, &by_client, &scope("all"));
    let labels = answer["axes"][0]["labels"].as_array().unwrap();
    assert_eq!((labels.len(), &labels[5]["kind"]), (6, &json!("others")));
    let value = |at: usize| labels[at]["figure"]["value"].as_f64().unwrap();
    assert!((0..4).all(|at| value(at) >= value(at + 1)));
    assert!(labels[0]["name"].as_str().unwrap().len() > 3);
    let sum: f64 = (0..6).map(value).sum();
    assert_eq!(Some(sum), answer["total"]["value"].as_f64());
}

#[test]
fn a_period_is_compared_with_the_one_before() {
    let mut engine = sandbox();
    let question = json!({"entity": "invoice", "measure": "count", "day": "issued_on", "compare": true});
    let now = ask(&mut engine, &question, &scope("this_year"));
    let then = json!({"period": "custom", "from": now["before"][0], "to": now["before"][1]});
    assert_eq!(now["before"], json!(["2025-01-01", "2025-11-23"]));
    let then = ask(&mut engine, &question, &then);
    assert_eq!(now["total"]["before"], then["total"]["value"]);
    assert!(then["total"]["rows"].as_i64().unwrap() > 0);
}

#[test]
fn boards_are_made_renamed_copied_deleted_and_all_of_it_is_undone() {
    let mut engine = sandbox();
    let before = dump(&engine);
    done(&mut engine, "dashboard.create", &json!({"name": " Mon tableau "}));
    let first = tile(&mut engine, "Mon tableau", "CA « par » type 🚗");
    let second = tile(&mut engine, "Mon tableau", "Encore");
    assert_eq!(
        board(&mut engine, "Mon tableau")["tiles"][1]["place"],
        json!([6, 0, 6, 4])
    );
    let places = json!([{"ref": first, "place": [0, 4, 12, 5]}, {"ref": second, "place": [0, 0, 6, 4]}]);
    let input = json!({"dashboard": "Mon tableau", "places": places});
    let moved = done(&mut engine, "tile.place", &input);
    assert_eq!(moved["change"]["name"], "tile_move");
    assert_eq!(done(&mut engine, "tile.place", &input)["change"], Json::Null);
    done(&mut engine, "tile.copy", &json!({"ref": second}));
    done(
        &mut engine,
        "tile.rename",
        &json!({"ref": second, "title": "Autre"}),
    );
    done(&mut engine, "tile.remove", &json!({"ref": first}));
    done(
        &mut engine,
        "dashboard.create",
        &json!({"name": "Copie", "like": "Mon tableau"}),
    );
    done(
        &mut engine,
        "dashboard.rename",
        &json!({"name": "Mon tableau", "to": "Le mien"}),
    );
    let titles = |board: &Json| -> Vec<Json> {
        let tiles = board["tiles"].as_array().unwrap();
        tiles.iter().map(|tile| tile["title"].clone()).collect()
    };
    assert_eq!(titles(&board(&mut engine, "Le mien")), ["Autre", "Encore"]);
    assert_eq!(titles(&board(&mut engine, "Copie")), ["Autre", "Encore"]);
    done(&mut engine, "dashboard.delete", &json!({"name": "Copie"}));
    assert_eq!(
        call(&mut engine, "dashboard.read", &json!({"name": "Copie"})),
        Err(ApiError::not_found("Copie"))
    );
    for _ in 0..10 {
        done(&mut engine, "change.undo", &json!({}));
    }
    same(&dump(&engine), &before);
}

#[test]
fn a_board_goes_back_to_its_template() {
    let mut engine = sandbox();
    let before = board(&mut engine, "APV");
    let some = before["tiles"][3]["ref"].clone();
    done(&mut engine, "tile.remove", &json!({"ref": some}));
    tile(&mut engine, "APV", "De trop");
    done(&mut engine, "dashboard.reset", &json!({"name": "APV"}));
    let after = board(&mut engine, "APV");
    let shape = |board: &Json| -> Vec<[Json; 3]> {
        let tiles = board["tiles"].as_array().unwrap();
        tiles
            .iter()
            .map(|tile| {
                [
                    tile["title"].clone(),
                    tile["place"].clone(),
                    tile["definition"].clone(),
                ]
            })
            .collect()
    };
    assert_eq!(shape(&after), shape(&before));
    done(&mut engine, "dashboard.create", &json!({"name": "Vide"}));
    assert!(call(&mut engine, "dashboard.reset", &json!({"name": "Vide"})).is_err());
}

#[test]
fn a_locked_board_keeps_its_tiles_and_what_it_looks_at() {
    let mut engine = sandbox();
    let scope = json!({"period": "this_quarter", "from": null, "to": null, "site": "Rennes"});
    let lock = |locked: bool| json!({"name": "Direction", "locked": locked, "scope": scope});
    done(&mut engine, "dashboard.lock", &lock(true));
    let locked = board(&mut engine, "Direction");
    assert_eq!((&locked["locked"], &locked["scope"]), (&json!(true), &scope));
    let some = locked["tiles"][0]["ref"].clone();
    let input =
        json!({"dashboard": "Direction", "title": "x", "chart": "bars", "definition": bars("gross_amount")});
    for (name, input) in [
        ("tile.remove", json!({"ref": some})),
        ("tile.add", input),
        ("dashboard.delete", json!({"name": "Direction"})),
        ("dashboard.reset", json!({"name": "Direction"})),
    ] {
        assert_eq!(
            call(&mut engine, name, &input),
            Err(ApiError::DashboardLocked),
            "{name}"
        );
    }
    done(&mut engine, "dashboard.lock", &lock(false));
    done(&mut engine, "tile.remove", &json!({"ref": some}));
}

#[test]
fn names_are_one_each_and_a_question_that_cannot_be_answered_is_refused() {
    let mut engine = sandbox();
    for name in ["", "  ", "direction", "DIRECTION"] {
        assert!(
            call(&mut engine, "dashboard.create", &json!({"name": name})).is_err(),
            "{name}"
        );
    }
    let long = "é".repeat(121);
    assert!(call(&mut engine, "dashboard.create", &json!({"name": long})).is_err());
    for field in ["kind", "nothing", "customer_id.turnover"] {
        let input =
            json!({"dashboard": "Direction", "title": "x", "chart": "bars", "definition": bars(field)});
        assert!(call(&mut engine, "tile.add", &input).is_err(), "{field}");
    }
    let hidden = json!({"entity": "anomaly", "measure": "count"});
    let input = json!({"question": hidden, "scope": scope("all")});
    assert!(call(&mut engine, "dashboard.answer", &input).is_err());
}

/// What a newer version wrote, what names a field that is gone and what is no definition stay, and say why.
#[test]
fn a_tile_that_shows_nothing_stays_and_can_be_moved_and_taken_away() {
    let mut engine = sandbox();
    let gone = json!({"version": 1, "question": {"entity": "vehicle", "measure": "count", "by": [{"field": "colour"}]}});
    let newer = json!({"version": 3, "question": "?"});
    let cases = [
        (newer.to_string(), json!({"code": "newer"})),
        (gone.to_string(), json!({"code": "field", "field": "colour"})),
        ("CA par mois".to_owned(), json!({"code": "unreadable"})),
    ];
    done(&mut engine, "dashboard.create", &json!({"name": "Reçu"}));
    for (definition, _) in &cases {
        let values = json!({"dashboard": "Reçu", "tile": "x", "kind": "bars", "definition": definition, "col": 0, "row": 0, "width": 4, "height": 3});
        done(
            &mut engine,
            "record.create",
            &json!({"entity": "dashboard_tile", "values": values}),
        );
    }
    let tiles = board(&mut engine, "Reçu")["tiles"].clone();
    for (tile, (definition, problem)) in tiles.as_array().unwrap().iter().zip(&cases) {
        assert_eq!(tile["problem"], *problem, "{definition}");
        // What can be read is told, so that it can be mended.
        assert_eq!(tile["definition"].is_object(), problem["code"] == "field");
        let places = json!([{"ref": tile["ref"], "place": [4, 9, 4, 3]}]);
        done(
            &mut engine,
            "tile.place",
            &json!({"dashboard": "Reçu", "places": places}),
        );
        done(&mut engine, "tile.remove", &json!({"ref": tile["ref"]}));
    }
}

#[test]
fn boards_go_on_through_a_workbook() {
    let mut engine = sandbox();
    done(&mut engine, "dashboard.create", &json!({"name": "À moi « 2 »"}));
    tile(&mut engine, "À moi « 2 »", "=CA + 1");
    let scope = json!({"period": "custom", "from": "2026-01-01", "to": "2026-06-30", "site": "Rennes"});
    let lock = json!({"name": "À moi « 2 »", "locked": true, "scope": scope});
    done(&mut engine, "dashboard.lock", &lock);
    let bytes = exported(&mut engine, "session", false, &NOW);
    let mut other = Engine::open_memory(crate::Settings::school(8, 30), &NOW).unwrap();
    other.give_file(bytes);
    done(&mut other, "workbook.import", &json!({}));
    for name in ["À moi « 2 »", "Direction", "Relances"] {
        let strip = |mut board: Json| {
            for tile in board["tiles"].as_array_mut().unwrap() {
                tile["ref"] = Json::Null;
            }
            board
        };
        assert_eq!(strip(board(&mut other, name)), strip(board(&mut engine, name)));
    }
}
