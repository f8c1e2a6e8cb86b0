//! Customers come by: at rates that hold on the school base, in opening hours, told in the digest and the inbox, undone with the
//! days; a visit that is logged tells what was said.

use super::replies::{number, sandbox};
use super::{NOW, call, done, dump, same};
use crate::{Engine, Settings};
use serde_json::json;

const VISITS: &str =
    "SELECT count(*) FROM inbox JOIN activity ON activity.id = activity_id WHERE kind = 'visit'";

#[test]
fn visits_come_with_the_days_at_the_rate_of_the_regime() {
    let mut months = Vec::new();
    for regime in ["real", "magnified"] {
        let mut engine = Engine::open_memory(Settings::school(2026, 520), &NOW).unwrap();
        done(&mut engine, "replies.regime", &json!({"regime": regime}));
        let told = done(&mut engine, "time.advance", &json!({"days": 91}));
        let visits = number(&engine, VISITS);
        assert_eq!(told["digest"]["visits"].as_i64().unwrap(), visits);
        months.push(visits);
        // In the opening hours of an open day, once in a while each, and nobody who was deleted, archived or on the way to us.
        let odd = "SELECT count(*) FROM inbox JOIN activity ON activity.id = activity_id WHERE kind = 'visit'
            AND (substr(happened_at, 12, 5) < '09:30' OR substr(happened_at, 12, 5) > '17:30' OR strftime('%w', happened_at) = '0'
                OR activity.customer_id IN (SELECT id FROM customer WHERE record_state = 'archived'))";
        assert_eq!(number(&engine, odd), 0);
        let twice = "SELECT count(*) FROM (SELECT one.id FROM activity AS one JOIN inbox ON inbox.activity_id = one.id
            JOIN activity AS other ON other.customer_id = one.customer_id AND other.kind = 'visit' AND other.id <> one.id
            WHERE one.kind = 'visit' AND other.happened_at < one.happened_at
            AND julianday(one.happened_at) - julianday(other.happened_at) < 9)";
        assert_eq!(number(&engine, twice), 0);
    }
    // Some seven a month in life, five a week under the magnifying glass.
    assert!((13..=31).contains(&months[0]), "{months:?}");
    assert!((45..=85).contains(&months[1]), "{months:?}");
}

#[test]
fn a_visit_waits_in_the_inbox_is_explained_and_is_undone_with_its_day() {
    let mut engine = sandbox();
    let before = dump(&engine);
    let told = done(&mut engine, "time.advance", &json!({"days": 40}));
    assert!(told["digest"]["visits"].as_i64().unwrap() > 2, "{told}");
    let view = done(
        &mut engine,
        "inbox.list",
        &json!({"handled": false, "limit": 100}),
    );
    let visit = view["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["kind"] == "visit");
    let id = visit.unwrap()["id"].clone();
    let item = done(&mut engine, "inbox.open", &json!({"id": id}));
    assert!(item["content"].as_str().unwrap().len() > 20 && !item["content"].as_str().unwrap().contains('{'));
    assert!(!item["expects"].as_str().unwrap().is_empty());
    assert_eq!(item["why"]["chances"][0]["of"], "come");
    assert!(item["why"]["chances"][0]["chance"].as_i64().unwrap() > 0);
    let customer = item["line"]["customer"].clone();
    let file = done(&mut engine, "customer.open", &json!({"ref": customer}));
    let found = file["activities"].as_array().unwrap().iter().any(|activity| {
        activity["values"]["kind"] == "visit" && activity["values"]["content"] == item["content"]
    });
    assert!(found);
    done(
        &mut engine,
        "inbox.handle",
        &json!({"id": id, "followUpOn": "2027-01-08"}),
    );
    let after = dump(&engine);
    done(&mut engine, "change.undo", &json!({}));
    done(&mut engine, "change.undo", &json!({}));
    same(&before, &dump(&engine));
    done(&mut engine, "change.redo", &json!({}));
    done(&mut engine, "change.redo", &json!({}));
    same(&after, &dump(&engine));
}

#[test]
fn the_days_bring_the_same_visits_whether_they_pass_at_once_or_one_by_one() {
    let (mut one, mut other) = (sandbox(), sandbox());
    done(&mut one, "time.advance", &json!({"days": 12}));
    for _ in 0..12 {
        done(&mut other, "time.advance", &json!({"days": 1}));
    }
    assert!(number(&one, VISITS) > 0);
    let list = |engine: &Engine| -> String {
        let sql = "SELECT group_concat(happened_at || ' ' || activity.customer_id || ' ' || content, '; ') FROM inbox
            JOIN activity ON activity.id = activity_id WHERE kind = 'visit' ORDER BY happened_at";
        engine.store.conn().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(list(&one), list(&other));
}

#[test]
fn a_visit_about_to_be_logged_tells_what_was_said_all_through_the_hour() {
    let mut engine = sandbox();
    let mut outcomes = std::collections::BTreeSet::new();
    for customer in 1..=80 {
        let asked = json!({"ref": format!("C{customer:05}"), "subject": null});
        let one = done(&mut engine, "visit.outcome", &asked);
        assert_eq!(one, done(&mut engine, "visit.outcome", &asked));
        assert!(one["content"].as_str().unwrap().len() > 20 && !one["result"].as_str().unwrap().is_empty());
        outcomes.insert(one["outcome"].as_str().unwrap().to_owned());
        let service = done(
            &mut engine,
            "visit.outcome",
            &json!({"ref": asked["ref"], "subject": "Votre révision"}),
        );
        assert!(
            service["outcome"] != "appointment_sales" && service["outcome"] != "trade_in",
            "{service}"
        );
    }
    assert!(outcomes.len() >= 5, "{outcomes:?}");
    assert!(
        call(
            &mut engine,
            "visit.outcome",
            &json!({"ref": "V00001", "subject": null})
        )
        .is_err()
    );
}
