//! A client's life from end to end, as the screens live it.

use super::{NOW, call, done, dump, person, same, sandbox};
use crate::{ApiError, Engine, FixedWorld, Problem, ProblemCode, Settings};
use jiff::civil::date;
use serde_json::{Value as Json, json};

fn problems(error: ApiError) -> Vec<(String, ProblemCode)> {
    match error {
        ApiError::Invalid { problems } => problems
            .into_iter()
            .map(|Problem { field, code, .. }| (field, code))
            .collect(),
        other => panic!("{other}"),
    }
}

#[test]
fn a_prospect_becomes_a_client_with_the_first_invoice_and_a_prospect_again_without() {
    let mut engine = sandbox();
    let ana = person(
        &mut engine,
        "Ana",
        "Le Goff",
        &json!({"postcode": "35000", "town": "Rennes"}),
    );
    let status = |engine: &mut Engine| {
        done(engine, "customer.open", &json!({"ref": ana}))["customer"]["values"]["status"].clone()
    };
    assert_eq!(status(&mut engine), "prospect");
    let lines = json!([{"label": "Révision", "quantity": 100, "unit_price": 15_000}, {"label": "Huile", "quantity": 450, "unit_price": 1_250}]);
    let invoice = done(
        &mut engine,
        "invoice.create",
        &json!({"values": {"customer_id": ana, "kind": "service", "issued_on": "2026-11-20"}, "lines": lines}),
    );
    assert_eq!(invoice["becameClient"], true);
    assert_eq!(status(&mut engine), "client");
    let file = done(&mut engine, "customer.open", &json!({"ref": ana}));
    let amounts = &file["invoices"][0]["values"];
    assert_eq!(
        (
            &amounts["net_amount"],
            &amounts["vat_amount"],
            &amounts["gross_amount"]
        ),
        (&json!(20_625), &json!(4_125), &json!(24_750))
    );
    assert_eq!(file["customer"]["values"]["turnover"], 24_750);
    assert!(!amounts["number"].as_str().unwrap().is_empty());
    done(&mut engine, "record.delete", &json!({"ref": invoice["ref"]}));
    assert_eq!(status(&mut engine), "prospect");
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(status(&mut engine), "client");
}

#[test]
fn editing_a_line_settles_the_invoice() {
    let mut engine = sandbox();
    let ana = person(&mut engine, "Ana", "Un", &json!({}));
    let lines = json!([{"label": "Révision", "quantity": 100, "unit_price": 10_000}]);
    done(
        &mut engine,
        "invoice.create",
        &json!({"values": {"customer_id": ana, "kind": "service", "issued_on": "2026-11-20"}, "lines": lines}),
    );
    let file = done(&mut engine, "customer.open", &json!({"ref": ana}));
    let line = file["invoices"][0]["lines"][0]["ref"].as_str().unwrap();
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": line, "values": {"quantity": 200}}),
    );
    let file = done(&mut engine, "customer.open", &json!({"ref": ana}));
    assert_eq!(file["invoices"][0]["values"]["gross_amount"], 24_000);
}

#[test]
fn vat_on_the_margin_is_not_brought_back_by_an_edit() {
    let mut engine = sandbox();
    let ana = person(&mut engine, "Ana", "Un", &json!({}));
    let values = json!({
        "customer_id": ana, "kind": "used_vehicle", "issued_on": "2026-11-20",
        "net_amount": 1_200_000, "vat_amount": 0,
    });
    let lines = json!([{"label": "Clio, TVA sur la marge", "quantity": 100, "unit_price": 1_200_000}]);
    let invoice = done(
        &mut engine,
        "invoice.create",
        &json!({"values": values, "lines": lines}),
    );
    let amounts = |engine: &mut Engine| {
        let file = done(engine, "customer.open", &json!({"ref": ana}));
        ["net_amount", "vat_amount", "gross_amount"]
            .map(|key| file["invoices"][0]["values"][key].as_i64().unwrap())
    };
    assert_eq!(amounts(&mut engine), [1_200_000, 0, 1_200_000]);
    let file = done(&mut engine, "customer.open", &json!({"ref": ana}));
    let line = file["invoices"][0]["lines"][0]["ref"].clone();
    done(
        &mut engine,
        "record.edit",
        &json!({"ref": line, "values": {"unit_price": 1_100_000}}),
    );
    assert_eq!(amounts(&mut engine), [1_100_000, 0, 1_100_000]);
    let edit = |key: &str, amount: i64| json!({"ref": invoice["ref"], "values": {key: amount}});
    done(&mut engine, "record.edit", &edit("gross_amount", 1_050_000));
    assert_eq!(amounts(&mut engine), [1_050_000, 0, 1_050_000]);
    done(&mut engine, "record.edit", &edit("vat_amount", 210_000));
    assert_eq!(amounts(&mut engine), [1_050_000, 210_000, 1_260_000]);
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_is_kept() {
    let mut engine = sandbox();
    let before = dump(&engine);
    let wrong = json!({"entity": "customer", "values": {
        "kind": "company", "legal_name": "", "siret": "00015614100013", "postcode": "3500", "phone": "06 39", "mail": "a@b", "first_name": "Ana"}});
    let mut found = problems(call(&mut engine, "record.create", &wrong).unwrap_err());
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(
        found,
        [
            ("first_name".to_owned(), ProblemCode::NotEditable),
            ("legal_name".to_owned(), ProblemCode::Required),
            ("mail".to_owned(), ProblemCode::BadMail),
            ("phone".to_owned(), ProblemCode::BadPhone),
            ("postcode".to_owned(), ProblemCode::BadPostcode),
            ("siret".to_owned(), ProblemCode::BadSiret),
        ]
    );
    same(&before, &dump(&engine));
    let mismatch = json!({"entity": "customer", "values": {"kind": "company", "legal_name": "X", "siren": "732829320", "siret": "00015614100012"}});
    assert_eq!(
        problems(call(&mut engine, "record.create", &mismatch).unwrap_err()),
        [("siret".to_owned(), ProblemCode::SiretNotSiren)]
    );
    let lines = json!({"values": {"customer_id": "C00001", "kind": "service", "issued_on": "2026-11-24"}, "lines": []});
    assert_eq!(
        problems(call(&mut engine, "invoice.create", &lines).unwrap_err()),
        [("issued_on".to_owned(), ProblemCode::FutureDate)]
    );
    let lines = json!({"values": {"customer_id": "C00001", "kind": "service", "issued_on": "2026-11-23"}, "lines": [{"label": " ", "quantity": 100, "unit_price": 1}]});
    assert_eq!(
        problems(call(&mut engine, "invoice.create", &lines).unwrap_err()),
        [("lines.1.label".to_owned(), ProblemCode::Required)]
    );
    same(&before, &dump(&engine));
}

#[test]
fn what_does_not_exist_is_said_so() {
    let mut engine = sandbox();
    let check =
        |engine: &mut Engine, name: &str, input: Json| call(engine, name, &input).unwrap_err().to_json();
    assert!(check(&mut engine, "nothing.here", json!({})).contains("unknown_command"));
    assert!(check(&mut engine, "customer.open", json!({"ref": "C99999"})).contains("not_found"));
    assert!(check(&mut engine, "customer.open", json!({"ref": "F00001"})).contains("not_found"));
    assert!(
        check(
            &mut engine,
            "record.edit",
            json!({"ref": "'; DROP TABLE customer", "values": {}})
        )
        .contains("not_found")
    );
    assert!(check(&mut engine, "list.page", json!({"entity": "customer"})).contains("bad_request"));
    assert!(check(&mut engine, "change.undo", json!({})).contains("nothing_to_undo"));
    assert!(check(&mut engine, "change.redo", json!({})).contains("nothing_to_redo"));
}

#[test]
fn a_follow_up_done_leaves_the_board_and_sets_the_next() {
    let mut engine = sandbox();
    let ana = person(&mut engine, "Ana", "Un", &json!({}));
    let values = json!({"customer_id": ana, "kind": "call", "happened_at": "2026-11-02T10:00", "subject": "Devis", "next_follow_up_on": "2026-11-05"});
    let asked = done(
        &mut engine,
        "record.create",
        &json!({"entity": "activity", "values": values}),
    )["ref"]
        .clone();
    let board = |engine: &mut Engine| {
        let home = done(engine, "home.read", &json!({"owner": null, "site": null}));
        let has = |part: &str| {
            home[part]
                .as_array()
                .unwrap()
                .iter()
                .any(|line| line["customer"] == json!(ana))
        };
        (has("overdue"), has("today"), has("coming"))
    };
    assert_eq!(board(&mut engine), (true, false, false));
    done(
        &mut engine,
        "follow_up.done",
        &json!({"activity": asked, "kind": "call", "result": null, "content": "Rappelle demain", "nextOn": "2026-11-24", "owner": null}),
    );
    assert_eq!(board(&mut engine), (false, false, true));
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(board(&mut engine), (true, false, false));
}

#[test]
fn preferences_are_neither_undone_nor_reset() {
    let mut engine = sandbox();
    done(
        &mut engine,
        "preference.write",
        &json!({"key": "columns", "value": "name,town"}),
    );
    done(&mut engine, "session.identify", &json!({"name": "Camille Roy"}));
    done(&mut engine, "data.reset", &json!({}));
    assert_eq!(
        done(&mut engine, "preference.read", &json!({"key": "columns"}))["value"],
        "name,town"
    );
    assert_eq!(
        done(&mut engine, "session.state", &json!({}))["user"],
        "Camille Roy"
    );
    done(
        &mut engine,
        "preference.write",
        &json!({"key": "columns", "value": null}),
    );
    assert_eq!(
        done(&mut engine, "preference.read", &json!({"key": "columns"}))["value"],
        Json::Null
    );
}

#[test]
fn an_untouched_sandbox_takes_the_base_of_the_day_and_a_touched_one_stays() {
    let settings = Settings::school(7, 60);
    let tomorrow = FixedWorld(date(2026, 11, 24).at(9, 0, 0, 0));
    let mut engine = sandbox();
    let untouched = engine.snapshot().unwrap();
    let mut renewed = Engine::restore(&untouched, &[], settings.clone(), &tomorrow).unwrap();
    assert_eq!(
        done(&mut renewed, "session.state", &json!({}))["base"]["date"],
        "2026-11-24"
    );
    let ana = person(&mut engine, "Ana", "Un", &json!({}));
    let touched = engine.snapshot().unwrap();
    let mut kept = Engine::restore(&touched, &[], settings.clone(), &tomorrow).unwrap();
    assert_eq!(
        done(&mut kept, "session.state", &json!({}))["base"]["date"],
        "2026-11-23"
    );
    done(&mut kept, "customer.open", &json!({"ref": ana}));
}

#[test]
fn newer_or_damaged_data_is_refused() {
    let settings = Settings::school(7, 60);
    let mut engine = sandbox();
    engine
        .store
        .conn()
        .pragma_update(None, "user_version", 999)
        .unwrap();
    let newer = engine.snapshot().unwrap();
    let refused = Engine::restore(&newer, &[], settings.clone(), &NOW).err();
    assert_eq!(
        refused,
        Some(ApiError::NewerData {
            found: 999,
            known: crate::DATA_FORMAT
        })
    );
    assert_eq!(
        Engine::restore(b"not a database at all", &[], settings.clone(), &NOW).err(),
        Some(ApiError::DataDamaged)
    );
    let base = sandbox().snapshot().unwrap();
    assert_eq!(
        Engine::restore(&base, &[b"nonsense".to_vec()], settings, &NOW).err(),
        Some(ApiError::DataDamaged)
    );
}

#[test]
fn a_change_is_named_after_the_record_and_whose_it_is() {
    let mut engine = sandbox();
    let ana = person(&mut engine, "Ana", "Le Goff", &json!({}));
    let values = json!({"customer_id": ana, "make": "Dacia", "model": "Spring"});
    let made = done(
        &mut engine,
        "record.create",
        &json!({"entity": "vehicle", "values": values}),
    );
    assert_eq!(made["change"]["subject"], "Dacia Spring · Ana Le Goff");
    let gone = done(&mut engine, "record.delete", &json!({"ref": made["ref"]}));
    assert_eq!(gone["change"]["subject"], "Dacia Spring · Ana Le Goff");
    let edited = done(
        &mut engine,
        "record.edit",
        &json!({"ref": ana, "values": {"town": "Brest"}}),
    );
    assert_eq!(edited["change"]["subject"], "Ana Le Goff");
}

#[test]
fn a_company_has_no_field_of_a_person() {
    let mut engine = sandbox();
    let values = json!({"kind": "company", "legal_name": "Menuiserie Le Goff", "birth_date": null});
    let firm = done(
        &mut engine,
        "record.create",
        &json!({"entity": "customer", "values": values}),
    )["ref"]
        .clone();
    let refused = call(
        &mut engine,
        "record.edit",
        &json!({"ref": firm, "values": {"mobile": "06 39 98 00 01"}}),
    );
    assert_eq!(
        problems(refused.unwrap_err()),
        [("mobile".to_owned(), ProblemCode::NotEditable)]
    );
}
