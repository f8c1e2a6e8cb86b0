//! Who may speak to the executable, and what it says when it cannot work.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod program;

use std::fs;
use std::path::Path;

use program::{Program, command, empty_folder};

const CREATE: &str =
    r#"{"entity":"customer","values":{"kind":"person","first_name":"Marie","last_name":"Lefèvre"}}"#;

fn customers(program: &Program) -> u64 {
    program.call("session.state", "{}")["counts"]["customer"]
        .as_u64()
        .unwrap()
}

#[test]
fn only_our_own_page_is_answered() {
    let program = Program::start(&empty_folder("refusals"));
    let own = format!("http://127.0.0.1:{}", program.port);
    let cookie = ("Cookie", program.cookie.as_str());
    let origin = ("Origin", own.as_str());
    let json = ("Content-Type", "application/json");
    let other_origin = ("Origin", "http://evil.test");
    let other_host = ("Host", "crm.evil.test");
    let other_cookie = ("Cookie", "simulateur=1");
    for (case, headers, status) in [
        ("ours", vec![cookie, origin, json], 200),
        ("no cookie", vec![origin, json], 403),
        ("another's cookie", vec![other_cookie, origin, json], 403),
        ("no origin", vec![cookie, json], 403),
        ("another site's page", vec![cookie, other_origin, json], 403),
        (
            "a name that points here",
            vec![other_host, cookie, ("Origin", "http://crm.evil.test"), json],
            403,
        ),
        (
            "another site's frame",
            vec![cookie, origin, json, ("Sec-Fetch-Site", "cross-site")],
            403,
        ),
        (
            "a form",
            vec![cookie, origin, ("Content-Type", "text/plain")],
            400,
        ),
    ] {
        let answer = program
            .send("POST", "/api/session.state", &headers, "{}")
            .unwrap();
        assert_eq!(answer.status, status, "{case}: {}", answer.body);
        assert!(answer.head.to_lowercase().contains("application/json"), "{case}");
    }
    for (case, path, headers, status) in [
        ("page", "/", vec![cookie], 200),
        ("page without cookie", "/", vec![], 403),
        ("page of another host", "/", vec![other_host, cookie], 403),
        ("wrong token", "/?token=0000", vec![], 403),
        ("nothing there", "/nothing", vec![cookie], 404),
        ("above", "/../Cargo.toml", vec![cookie], 404),
        ("command by GET", "/api/session.state", vec![cookie], 404),
        ("where the data are", "/place", vec![cookie], 200),
        ("where the data are, without cookie", "/place", vec![], 403),
    ] {
        let answer = program.send("GET", path, &headers, "").unwrap();
        assert_eq!(answer.status, status, "{case}: {}", answer.body);
    }
}

#[test]
fn files_have_the_same_locks_as_commands() {
    let program = Program::start(&empty_folder("files"));
    let own = format!("http://127.0.0.1:{}", program.port);
    let cookie = ("Cookie", program.cookie.as_str());
    let origin = ("Origin", own.as_str());
    let bytes = ("Content-Type", "application/octet-stream");
    for (case, method, path, headers, status) in [
        ("ours", "POST", "/file", vec![cookie, origin, bytes], 200),
        ("no cookie", "POST", "/file", vec![origin, bytes], 403),
        ("no origin", "POST", "/file", vec![cookie, bytes], 403),
        (
            "a form",
            "POST",
            "/file",
            vec![cookie, origin, ("Content-Type", "text/plain")],
            400,
        ),
        ("progress", "GET", "/progress", vec![cookie], 200),
        ("progress without cookie", "GET", "/progress", vec![], 403),
        ("nothing was made", "GET", "/file/1", vec![cookie], 404),
        ("nothing without cookie", "GET", "/file/1", vec![], 403),
    ] {
        let answer = program.send(method, path, &headers, "no workbook").unwrap();
        assert_eq!(answer.status, status, "{case}: {}", answer.body);
    }
    // The connection may be closed before all of it is sent: no answer is a refusal too.
    let huge = ("Content-Length", "268435457");
    let refused = program
        .send("POST", "/file", &[cookie, origin, bytes, huge], "")
        .map_or(true, |answer| answer.status != 200);
    assert!(refused, "a file without end");
}

#[test]
fn the_token_is_exchanged_for_a_cookie_that_scripts_cannot_read() {
    let program = Program::start(&empty_folder("token"));
    let answer = program
        .send("GET", &format!("/?token={}", program.token), &[], "")
        .unwrap();
    let head = answer.head.to_lowercase();
    assert_eq!(answer.status, 303);
    assert!(head.contains("location: /\r\n"), "the address is cleaned: {head}");
    assert!(
        head.contains("httponly") && head.contains("samesite=strict"),
        "{head}"
    );
    assert!(
        head.contains("content-security-policy: default-src 'none'; script-src 'self';"),
        "{head}"
    );
    assert!(
        !answer.head.contains(&program.token),
        "the cookie is another secret"
    );
}

#[test]
fn the_engine_answers_as_the_contract_says() {
    let program = Program::start(&empty_folder("wire"));
    for (name, body, status, code) in [
        ("no.such", "{}", 404, "unknown_command"),
        ("session.state", "{", 400, "bad_request"),
        ("customer.open", r#"{"ref":"C99999"}"#, 422, "not_found"),
        ("change.undo", "{}", 422, "nothing_to_undo"),
    ] {
        let answer = program.as_page("POST", &format!("/api/{name}"), body).unwrap();
        assert_eq!(answer.status, status, "{name}: {}", answer.body);
        assert!(
            answer.body.contains(&format!(r#""code":"{code}""#)),
            "{name}: {}",
            answer.body
        );
    }
    let huge = "x".repeat(17 * 1024 * 1024);
    // The connection may be closed before all of it is sent: no answer is a refusal too.
    let refused = program
        .as_page("POST", "/api/session.state", &huge)
        .map_or(true, |answer| answer.status == 413);
    assert!(refused, "an input without end");
    assert!(customers(&program) > 0, "it still answers");
}

#[test]
fn nothing_is_lost_between_two_openings_and_a_second_start_finds_the_first() {
    let folder = empty_folder("reopen");
    let first = Program::start_with(&folder, &["--date", "2026-03-01"]);
    assert_eq!(first.call("session.state", "{}")["today"], "2026-03-01");
    let before = customers(&first);
    first.call("record.create", CREATE);

    let second = command(&folder, &[]).output().unwrap();
    let said = String::from_utf8(second.stdout).unwrap();
    assert!(second.status.success() && said.contains("déjà ouvert"), "{said}");
    assert!(
        said.contains(&format!("127.0.0.1:{}/?token={}", first.port, first.token)),
        "{said}"
    );

    #[cfg(unix)]
    assert!(first.stop_gently(), "a gentle stop succeeds");
    #[cfg(not(unix))]
    drop(first);
    assert_eq!(customers(&Program::start(&folder)), before + 1);
}

/// The page, the API and the terminal say it; the program stays to say it.
fn check_refusal(folder: &Path, code: &str, sentence: &str) {
    let program = Program::start(folder);
    let page = program.as_page("GET", "/", "").unwrap();
    assert_eq!(page.status, 503);
    assert!(
        page.body.contains(sentence) && page.body.contains("Rien n’a été modifié"),
        "{}",
        page.body
    );
    let answer = program.as_page("POST", "/api/session.state", "{}").unwrap();
    assert_eq!(answer.status, 422);
    assert!(
        answer.body.contains(&format!(r#""code":"{code}""#)),
        "{}",
        answer.body
    );
}

#[test]
fn a_newer_base_is_not_touched() {
    let folder = empty_folder("newer");
    drop(Program::start(&folder));
    let file = folder.join("simulateur.db");
    fold_into_one_file(&folder);
    let mut bytes = fs::read(&file).unwrap();
    // The format is SQLite's user_version: bytes 60 to 63 of the file.
    bytes[60..64].copy_from_slice(&9_999u32.to_be_bytes());
    fs::write(&file, &bytes).unwrap();
    check_refusal(&folder, "newer_data", "version plus récente");
    assert_eq!(fs::read(&file).unwrap(), bytes, "to the byte");
}

/// A gentle stop folds SQLite's log into its file.
fn fold_into_one_file(folder: &Path) {
    #[cfg(unix)]
    assert!(Program::start(folder).stop_gently());
    assert!(!folder.join("simulateur.db-wal").exists());
}

#[test]
fn a_folder_that_cannot_be_written_is_said_so() {
    let file = empty_folder("unwritable").join("a-file");
    fs::write(&file, "kept").unwrap();
    check_refusal(&file.join("donnees"), "storage_unwritable", "ne peut pas écrire");
    assert_eq!(fs::read(&file).unwrap(), b"kept");
}

#[test]
fn a_port_that_is_taken_is_left_for_the_next_one() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let program = Program::start_with(&empty_folder("port"), &["--port", &port.to_string()]);
    assert_ne!(program.port, port);
    assert!(customers(&program) > 0, "it answers there");
}

#[test]
fn a_bad_option_is_said_in_french() {
    let refused = command(&empty_folder("options"), &["--date", "hier"])
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("AAAA-MM-JJ"));
}

#[test]
fn the_page_ends_the_program_and_nobody_else_does() {
    let folder = empty_folder("quit");
    let mut program = Program::start(&folder);
    let own = format!("http://127.0.0.1:{}", program.port);
    let refused = program.send("POST", "/quit", &[("Origin", &own)], "").unwrap();
    assert_eq!(refused.status, 403, "without the cookie");
    let before = customers(&program);
    let answer = program.as_page("POST", "/quit", "").unwrap();
    assert_eq!(answer.status, 204, "{}", answer.body);
    assert!(program.child.wait().unwrap().success());
    assert_eq!(customers(&Program::start(&folder)), before);
}

/// A stick with its program and its data, on a path as people make them, carried from one PC to another.
#[test]
fn a_stick_carries_the_program_and_its_data_wherever_it_is_put() {
    let stick = empty_folder("stick").join("Clé USB n° 2 d'Éloïse");
    std::fs::create_dir_all(&stick).unwrap();
    let program = stick.join("Simulateur CRM");
    std::fs::copy(env!("CARGO_BIN_EXE_simulateur-crm"), &program).unwrap();
    let start = |program: &Path| {
        let mut command = std::process::Command::new(program);
        command.arg("--no-browser");
        Program::run(command)
    };

    let mut first = start(&program);
    let place = first.as_page("GET", "/place", "").unwrap();
    assert!(place.body.contains(r#""whereabouts":"beside""#), "{}", place.body);
    assert!(place.body.contains("n° 2 d'Éloïse"), "{}", place.body);
    let before = customers(&first);
    first.call(
        "record.create",
        r#"{"entity":"customer","values":{"kind":"person","last_name":"Quillivéré"}}"#,
    );
    first.as_page("POST", "/quit", "").unwrap();
    assert!(first.child.wait().unwrap().success());

    let elsewhere = empty_folder("stick-elsewhere").join("E");
    std::fs::rename(&stick, &elsewhere).unwrap();
    let second = start(&elsewhere.join("Simulateur CRM"));
    assert_eq!(customers(&second), before + 1);
    let place = second.as_page("GET", "/place", "").unwrap();
    assert!(place.body.contains("stick-elsewhere"), "{}", place.body);
}
