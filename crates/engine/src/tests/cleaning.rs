//! Cleaning: what is wrong is found and told with its field, what is right is left, corrections are exact and one step.

use super::{NOW, done, dump};
use crate::{Engine, Settings};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// Each kind of planted anomaly, and the check that tells it. Doubles and traps have a screen of their own.
const TOLD_BY: [(&str, &[&str]); 25] = [
    ("lead_of_customer", &["lead_of_customer"]),
    ("missing_mail", &["mail_missing"]),
    ("bad_mail", &["mail_writing"]),
    ("bad_phone", &["phone_writing"]),
    ("landline_in_mobile", &["phone_place"]),
    ("postcode_town", &["postcode_town", "postcode_writing"]),
    ("long_address", &["address_long"]),
    ("bad_plate", &["plate_writing"]),
    ("bad_vin", &["vin_writing"]),
    ("sold_vehicle_attached", &["vehicle_sold"]),
    ("mileage_falls", &["mileage_falls"]),
    ("invoice_before_registration", &["invoice_too_early"]),
    ("future_invoice", &["date_ahead"]),
    ("bad_siret", &["firm_number"]),
    ("obsolete_naf", &["firm_activity"]),
    ("consent_contradictory", &["consent_contradictory"]),
    ("consent_expired", &["consent_expired"]),
    ("consent_undated", &["consent_undated"]),
    ("no_follow_up", &["follow_up_missing"]),
    ("deceased", &["news_unread"]),
    ("returned_mail", &["news_unread"]),
    ("struck_off", &["news_unread"]),
    ("civility_mismatch", &["civility_first_name"]),
    ("birth_1900", &["birth_doubtful"]),
    ("minor", &["birth_doubtful"]),
];

pub(super) fn read(engine: &mut Engine) -> Json {
    done(engine, "cleaning.read", &json!({}))
}

pub(super) fn checks(engine: &mut Engine) -> Vec<String> {
    let view = read(engine);
    let checks = view["checks"].as_array().unwrap().iter();
    checks
        .map(|check| check["check"].as_str().unwrap().to_owned())
        .collect()
}

pub(super) fn list(engine: &mut Engine, check: &str, ignored: bool) -> Vec<Json> {
    let asked = json!({"check": check, "ignored": ignored, "offset": 0, "limit": 500});
    done(engine, "cleaning.list", &asked)["findings"]
        .as_array()
        .unwrap()
        .clone()
}

/// The references that a finding names: the record, whose it is, what shows it.
fn named(finding: &Json) -> BTreeSet<String> {
    let parts = ["record", "customer", "other"];
    let refs = parts.iter().filter_map(|part| finding[part]["ref"].as_str());
    refs.map(str::to_owned).collect()
}

fn planted(engine: &Engine) -> Vec<(String, BTreeSet<String>)> {
    let mut statement = engine
        .store
        .conn()
        .prepare("SELECT kind, records FROM anomaly")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))
        .unwrap();
    rows.map(Result::unwrap)
        .map(|(kind, records)| (kind, records.split(' ').map(str::to_owned).collect()))
        .collect()
}

#[test]
fn what_is_planted_is_found_and_little_else() {
    let (mut expected, mut extra) = (0, Vec::new());
    for seed in [2026, 1, 7, 42] {
        let mut engine = Engine::open_memory(Settings::school(seed, 520), &NOW).unwrap();
        let planted = planted(&engine);
        let doubles: BTreeSet<&str> = planted
            .iter()
            .filter(|(kind, _)| kind == "swapped")
            .flat_map(|(_, records)| records.iter().map(String::as_str))
            .collect();
        let of_kind = |check: &str| {
            let kinds: Vec<&str> = TOLD_BY
                .iter()
                .filter(|told| told.1.contains(&check))
                .map(|told| told.0)
                .collect();
            let records = planted.iter().filter(|(kind, _)| kinds.contains(&kind.as_str()));
            records.map(|(_, records)| records.clone()).collect::<Vec<_>>()
        };
        let mut seen = BTreeSet::new();
        for check in checks(&mut engine) {
            let of_check = of_kind(&check);
            for finding in list(&mut engine, &check, false) {
                let named = named(&finding);
                let told = of_check.iter().filter(|records| records.is_subset(&named));
                let known: Vec<_> = told.cloned().collect();
                let is_double =
                    check == "names_swapped" && named.iter().all(|name| doubles.contains(name.as_str()));
                if known.is_empty() && !is_double {
                    extra.push((seed, check.clone(), named));
                }
                seen.extend(known);
            }
        }
        let all: BTreeSet<_> = planted
            .iter()
            .filter(|(kind, _)| TOLD_BY.iter().any(|told| told.0 == kind))
            .map(|(_, records)| records.clone())
            .collect();
        assert!(all.len() > 90, "seed {seed}: {} planted", all.len());
        let missed: Vec<_> = all.difference(&seen).collect();
        assert!(missed.is_empty(), "seed {seed}: {missed:#?}");
        expected += all.len();
    }
    assert!(
        extra.is_empty(),
        "{expected} planted and found; found beside them: {extra:#?}"
    );
}

pub(super) fn totals(engine: &mut Engine) -> (i64, i64) {
    let view = read(engine);
    (view["total"].as_i64().unwrap(), view["certain"].as_i64().unwrap())
}

#[test]
fn what_is_seen_beforehand_is_what_is_done_and_one_undo_brings_it_back() {
    let mut engine = Engine::open_memory(Settings::school(7, 520), &NOW).unwrap();
    let before = dump(&engine);
    let (total, certain) = totals(&mut engine);
    let all = json!({"check": null, "refs": null, "except": []});
    let seen = done(&mut engine, "cleaning.preview", &all);
    assert_eq!(seen["corrected"], certain, "{}", seen["refused"]);
    assert_eq!(before, dump(&engine), "seeing changes nothing");
    let spared = seen["first"][0]["ref"].as_str().unwrap().to_owned();
    let but_one = json!({"check": null, "refs": null, "except": [spared]});
    let made = done(&mut engine, "cleaning.accept", &but_one);
    assert_eq!(
        (made["corrected"].as_i64(), made["refused"].as_i64()),
        (Some(certain - 1), Some(0))
    );
    let after = totals(&mut engine);
    assert_eq!(after.1, 1, "the one spared is still to do");
    assert!(after.0 <= total - (certain - 1), "{after:?} {total} {certain}");
    for line in seen["first"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["ref"] != *spared)
    {
        let (entity, id) = crate::fields::parse_any_reference(line["ref"].as_str().unwrap()).unwrap();
        for (key, value) in line["after"].as_object().unwrap() {
            let sql = format!("SELECT {key} FROM {} WHERE id = ?1", entity.table());
            let kept: crate::values::Value = engine
                .store
                .conn()
                .query_row(&sql, [id], |row| row.get(0))
                .unwrap();
            let field = entity.fields().field(key).unwrap();
            assert_eq!(
                serde_json::to_value(crate::records::to_wire(field, kept)).unwrap(),
                *value,
                "{line}"
            );
        }
    }
    done(&mut engine, "change.undo", &json!({}));
    super::same(&before, &dump(&engine));
    assert_eq!(totals(&mut engine), (total, certain));

    let one = list(&mut engine, "phone_writing", false).remove(0);
    let made = done(
        &mut engine,
        "cleaning.accept",
        &json!({"check": "phone_writing", "refs": [one["record"]["ref"]], "except": []}),
    );
    assert_eq!(
        (made["corrected"].as_i64(), &made["change"]["subject"]),
        (Some(1), &one["record"]["label"])
    );
    let nothing = json!({"check": "phone_writing", "refs": [one["record"]["ref"]], "except": []});
    assert!(
        super::call(&mut engine, "cleaning.accept", &nothing).is_err(),
        "it is right now"
    );
}

#[test]
fn what_is_meant_so_is_left_alone_until_its_value_changes() {
    let mut engine = Engine::open_memory(Settings::school(7, 520), &NOW).unwrap();
    let (total, certain) = totals(&mut engine);
    let finding = list(&mut engine, "phone_writing", false).remove(0);
    let about = finding["record"]["ref"].clone();
    let ask = |ignored: bool| json!({"check": "phone_writing", "ref": about, "ignored": ignored});
    done(&mut engine, "cleaning.ignore", &ask(true));
    assert_eq!(totals(&mut engine), (total - 1, certain - 1));
    assert_eq!(
        list(&mut engine, "phone_writing", true)[0]["record"]["ref"],
        about
    );
    assert!(
        list(&mut engine, "phone_writing", false)
            .iter()
            .all(|other| other["record"]["ref"] != about)
    );
    done(
        &mut engine,
        "cleaning.accept",
        &json!({"check": null, "refs": null, "except": []}),
    );
    assert_eq!(
        list(&mut engine, "phone_writing", true)[0]["values"],
        finding["values"],
        "no correction in number touches it"
    );
    done(&mut engine, "change.undo", &json!({}));
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(totals(&mut engine), (total, certain));
    done(&mut engine, "change.redo", &json!({}));
    assert_eq!(totals(&mut engine), (total - 1, certain - 1));
    done(&mut engine, "cleaning.ignore", &ask(false));
    assert_eq!(totals(&mut engine), (total, certain));
    done(&mut engine, "change.undo", &json!({}));
    let (_, id) = crate::fields::parse_any_reference(about.as_str().unwrap()).unwrap();
    engine
        .store
        .conn()
        .execute("UPDATE customer SET mobile = '06-39' WHERE id = ?1", [id])
        .unwrap();
    assert_eq!(
        totals(&mut engine).0,
        total,
        "another wrong value is another finding"
    );
    assert!(
        super::call(
            &mut engine,
            "cleaning.ignore",
            &json!({"check": "vin_writing", "ref": about, "ignored": true})
        )
        .is_err()
    );
}

#[test]
fn an_empty_base_and_one_put_right_have_nothing_to_tell() {
    let mut engine = Engine::open_memory(Settings::school(7, 0), &NOW).unwrap();
    assert_eq!(totals(&mut engine), (0, 0));
    let seen = done(
        &mut engine,
        "cleaning.preview",
        &json!({"check": null, "refs": null, "except": []}),
    );
    assert_eq!(seen["corrected"], 0);
    let made = done(
        &mut engine,
        "cleaning.accept",
        &json!({"check": null, "refs": null, "except": []}),
    );
    assert!(made["change"].is_null(), "nothing done is no step");
}
