//! Read or not: nothing to undo, kept over a reopening and a carry, and never mistaken for another line.

use super::answers::launch;
use super::replies::{number, sandbox};
use super::{NOW, call, done, dump, same};
use crate::{Engine, Settings};
use serde_json::json;

fn lines(engine: &mut Engine) -> Vec<(i64, bool)> {
    let view = done(
        engine,
        "inbox.list",
        &json!({"handled": null, "intent": null, "owner": null, "limit": 200}),
    );
    let lines = view["lines"].as_array().unwrap().iter();
    lines
        .map(|line| (line["id"].as_i64().unwrap(), line["read"].as_bool().unwrap()))
        .collect()
}

fn unread(engine: &mut Engine) -> i64 {
    let state = done(engine, "replies.read", &json!({}));
    let view = done(engine, "inbox.list", &json!({"handled": false, "limit": 1}));
    assert_eq!(state["unread"], view["unread"]);
    state["unread"].as_i64().unwrap()
}

fn answered() -> Engine {
    let mut engine = sandbox();
    launch(&mut engine, "mail");
    done(&mut engine, "time.advance", &json!({"days": 5}));
    engine
}

fn mark(engine: &mut Engine, ids: &[i64], read: bool) {
    done(engine, "inbox.mark", &json!({"ids": ids, "read": read}));
}

#[test]
fn a_line_is_read_when_it_is_opened_and_can_be_marked_as_unread_with_nothing_to_undo() {
    let mut engine = answered();
    let all = lines(&mut engine);
    assert!(all.len() > 3 && all.iter().all(|(_, read)| !read));
    assert_eq!(unread(&mut engine), all.len() as i64);
    let before = dump(&engine);
    let undo = done(&mut engine, "session.state", &json!({}))["undo"].clone();
    mark(&mut engine, &[all[0].0, all[1].0, 99_999], true);
    assert_eq!(unread(&mut engine), all.len() as i64 - 2);
    mark(&mut engine, &[all[1].0], false);
    let read: Vec<bool> = lines(&mut engine).iter().map(|(_, read)| *read).collect();
    assert_eq!(read[..3], [true, false, false]);
    assert_eq!(done(&mut engine, "session.state", &json!({}))["undo"], undo);
    same(&before, &dump(&engine));
    // What is handled is read; put back among those that wait, it is as it was.
    done(&mut engine, "inbox.handle", &json!({"id": all[2].0}));
    assert_eq!(unread(&mut engine), all.len() as i64 - 2);
    done(&mut engine, "inbox.reopen", &json!({"id": all[2].0}));
    assert_eq!(unread(&mut engine), all.len() as i64 - 1);
}

#[test]
fn what_was_read_is_still_read_elsewhere_and_after_a_reopening() {
    let mut engine = sandbox();
    let base = engine.snapshot().unwrap();
    engine.take_journal();
    launch(&mut engine, "mail");
    done(&mut engine, "time.advance", &json!({"days": 5}));
    let all = lines(&mut engine);
    mark(&mut engine, &[all[0].0], true);
    let mut elsewhere = sandbox();
    elsewhere.carry_on(&engine.carried().unwrap().unwrap()).unwrap();
    assert_eq!(lines(&mut elsewhere), lines(&mut engine));
    // The browser plays its journal again.
    let journal = engine.take_journal();
    let mut again = Engine::restore(&base, &journal, Settings::school(2026, 300), &NOW).unwrap();
    assert_eq!(lines(&mut again), lines(&mut engine));
}

#[test]
fn a_line_that_takes_the_number_of_another_is_not_read_for_it() {
    let mut engine = answered();
    let ids: Vec<i64> = lines(&mut engine).iter().map(|(id, _)| *id).collect();
    mark(&mut engine, &ids, true);
    assert_eq!(unread(&mut engine), 0);
    // The days are taken back, and come again as they were: what was read is.
    done(&mut engine, "change.undo", &json!({}));
    assert_eq!(unread(&mut engine), 0);
    done(&mut engine, "change.redo", &json!({}));
    assert_eq!(unread(&mut engine), 0);
    // Then otherwise: other answers take the same numbers.
    done(&mut engine, "change.undo", &json!({}));
    done(&mut engine, "change.undo", &json!({}));
    launch(&mut engine, "sms");
    done(&mut engine, "time.advance", &json!({"days": 5}));
    let others = lines(&mut engine);
    assert!(others.iter().any(|(id, _)| ids.contains(id)));
    assert!(others.iter().all(|(_, read)| !read), "{others:?}");
    // Marks of what is no more, and cannot come back, go when a line is marked.
    let marks = "SELECT count(*) FROM preference WHERE key LIKE 'inbox.read.%'";
    assert_eq!(number(&engine, marks), ids.len() as i64);
    done(&mut engine, "data.reset", &json!({}));
    mark(&mut engine, &[1], true);
    assert_eq!(number(&engine, marks), 0);
    assert!(call(&mut engine, "inbox.mark", &json!({"ids": "all"})).is_err());
}
