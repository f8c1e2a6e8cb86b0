//! Places that make keeping hard: a full disk, a stick that cannot be written, a slow disk. Nothing is acknowledged that is
//! not kept, and what was acknowledged is found again.
#![cfg(target_os = "linux")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use program::{Program, command, empty_folder};
use serde_json::{Value, json};

fn create(name: &str) -> String {
    let values = json!({"kind": "company", "legal_name": name, "trade_name": "x".repeat(100)});
    json!({"entity": "customer", "values": values}).to_string()
}

/// A file system of its own for as long as it is held.
struct Mounted(PathBuf);

impl Mounted {
    /// None where this process may not mount anything.
    fn new(folder: &Path, arguments: &[&str]) -> Option<Self> {
        let done = Command::new("mount")
            .args(arguments)
            .arg(folder)
            .output()
            .unwrap();
        if !done.status.success() {
            eprintln!(
                "not told here, mounting is refused: {}",
                String::from_utf8_lossy(&done.stderr)
            );
            return None;
        }
        Some(Self(folder.to_owned()))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_refuses_in_words_and_keeps_all_it_acknowledged() {
    let folder = empty_folder("full");
    let Some(_disk) = Mounted::new(&folder, &["-t", "tmpfs", "-o", "size=14m", "tmpfs"]) else {
        return;
    };
    let program = Program::start(&folder);
    let ballast = folder.join("ballast");
    let mut taken = Vec::new();
    // As somebody's photographs would: all that is left but a little.
    while fs::write(&ballast, &taken).is_ok() {
        taken.resize(taken.len() + 128 * 1024, 0xA5);
    }
    taken.truncate(taken.len() - 1024 * 1024);
    fs::write(&ballast, &taken).unwrap();

    let mut acknowledged = Vec::new();
    let refused = (0..2000).find_map(|turn| {
        let answer = program
            .as_page("POST", "/api/record.create", &create(&format!("Garage {turn}")))
            .unwrap();
        if answer.status != 200 {
            return Some(answer.body);
        }
        let output: Value = serde_json::from_str(&answer.body).unwrap();
        acknowledged.push(output["ref"].as_str().unwrap().to_owned());
        None
    });
    assert_eq!(refused.unwrap(), r#"{"code":"storage_full"}"#);
    let open = |program: &Program, reference: &String| {
        program.call("customer.open", &json!({"ref": reference}).to_string())
    };
    let last = acknowledged.last().unwrap().clone();
    open(&program, &last);

    // Room is made: it goes on, without being started again.
    fs::remove_file(&ballast).unwrap();
    let made = program.call("record.create", &create("Garage de la place"));
    acknowledged.push(made["ref"].as_str().unwrap().to_owned());
    drop(program);
    let again = Program::start(&folder);
    for reference in &acknowledged {
        open(&again, reference);
    }
    assert_eq!(again.place()["rescued"], Value::Null);
}

#[test]
fn a_disk_that_is_full_at_the_start_is_said_on_the_page_and_left_as_it_is() {
    let folder = empty_folder("full-at-start");
    let Some(_disk) = Mounted::new(&folder, &["-t", "tmpfs", "-o", "size=64k", "tmpfs"]) else {
        return;
    };
    let ballast = folder.join("ballast");
    let mut taken = Vec::new();
    while fs::write(&ballast, &taken).is_ok() {
        taken.resize(taken.len() + 4096, 0xA5);
    }
    let program = Program::start(&folder);
    let page = program.as_page("GET", "/", "").unwrap();
    assert_eq!(page.status, 503);
    assert!(page.body.contains("plus de place"), "{}", page.body);
}

#[test]
fn from_a_stick_that_cannot_be_written_the_work_stays_on_the_pc_and_it_is_said() {
    let stick = empty_folder("read-only");
    let exe = stick.join("simulateur-crm");
    fs::copy(env!("CARGO_BIN_EXE_simulateur-crm"), &exe).unwrap();
    let start = |home: &Path| {
        let mut command = Command::new(&exe);
        command.arg("--no-browser").env("XDG_DATA_HOME", home);
        Program::run(command)
    };
    let home = empty_folder("read-only-home");
    let writable = start(&home);
    assert_eq!(writable.place()["whereabouts"], "beside");
    let before = writable.call("record.create", &create("Garage du port"));
    drop(writable);
    let Some(_bound) = Mounted::new(&stick, &["--bind", "-o", "ro", stick.to_str().unwrap()]) else {
        return;
    };
    assert!(
        fs::write(stick.join("essai"), "").is_err(),
        "the stick can be written"
    );
    let first = start(&home);
    let told = first.place();
    assert_eq!(told["whereabouts"], "personal", "{told}");
    // What the stick already held is there, and goes on.
    first.call("customer.open", &json!({"ref": before["ref"]}).to_string());
    let kept = first.call("record.create", &create("Garage de la gare"));
    drop(first);
    let second = start(&home);
    second.call("customer.open", &json!({"ref": kept["ref"]}).to_string());
}

/// Every flush to the disk takes this long: a stick, or an antivirus that looks at each write.
const SLOWNESS: Duration = Duration::from_millis(120);

/// A library that is loaded before the system's own and makes flushes slow.
fn slow_disk(folder: &Path) -> PathBuf {
    let source = folder.join("slow.c");
    let code = format!(
        "#define _GNU_SOURCE\n#include <dlfcn.h>\n#include <unistd.h>\n\
         int fsync(int fd) {{ usleep({0}); return ((int (*)(int))dlsym(RTLD_NEXT, \"fsync\"))(fd); }}\n\
         int fdatasync(int fd) {{ usleep({0}); return ((int (*)(int))dlsym(RTLD_NEXT, \"fdatasync\"))(fd); }}\n",
        SLOWNESS.as_micros()
    );
    fs::write(&source, code).unwrap();
    let library = folder.join("slow.so");
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &source])
        .arg("-ldl")
        .status()
        .unwrap();
    assert!(built.success());
    library
}

#[test]
fn a_slow_disk_is_waited_for_and_a_death_meanwhile_costs_nothing_acknowledged() {
    let library = slow_disk(&empty_folder("slow-library"));
    let folder = empty_folder("slow");
    let start = || {
        let mut command = command(&folder, &[]);
        command.env("LD_PRELOAD", &library);
        Program::run(command)
    };
    let mut acknowledged: Vec<String> = Vec::new();
    for life in 0..3 {
        let program = start();
        let id = program.child.id().to_string();
        let killer = std::thread::spawn(move || {
            std::thread::sleep(SLOWNESS * 7 + Duration::from_millis(37 * life));
            Command::new("kill").args(["-KILL", &id]).status()
        });
        loop {
            let begun = Instant::now();
            let name = format!("Garage {}", acknowledged.len());
            let Ok(answer) = program.as_page("POST", "/api/record.create", &create(&name)) else {
                break;
            };
            assert_eq!(answer.status, 200, "{}", answer.body);
            assert!(begun.elapsed() >= SLOWNESS, "answered before it was on the disk");
            let output: Value = serde_json::from_str(&answer.body).unwrap();
            acknowledged.push(output["ref"].as_str().unwrap().to_owned());
        }
        assert!(killer.join().unwrap().unwrap().success());
    }
    assert!(acknowledged.len() >= 3, "{acknowledged:?}");
    let last = Program::start(&folder);
    for reference in acknowledged {
        last.call("customer.open", &json!({"ref": reference}).to_string());
    }
}
