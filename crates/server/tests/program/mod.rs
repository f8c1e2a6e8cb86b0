//! The real executable, started on a folder and spoken to over its own HTTP.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses its part of it, and stops at what it did not expect"
)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// A running executable; killed when dropped.
pub(crate) struct Program {
    pub(crate) child: Child,
    pub(crate) port: u16,
    pub(crate) token: String,
    pub(crate) cookie: String,
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// The program went away before a request could be sent, or while it had it in hand.
#[derive(Debug, PartialEq)]
pub(crate) enum Gone {
    Before,
    InHand,
}

/// An empty folder of its own for a test.
pub(crate) fn empty_folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("simulateur-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_simulateur-crm"));
    command
        .arg("--no-browser")
        .arg("--data")
        .arg(folder)
        .args(arguments)
        .stdin(Stdio::null());
    command
}

impl Program {
    pub(crate) fn start(folder: &Path) -> Program {
        Program::start_with(folder, &[])
    }

    /// Started, and let in: the token is already exchanged.
    pub(crate) fn start_with(folder: &Path, arguments: &[&str]) -> Program {
        Program::run(command(folder, arguments))
    }

    /// The same, of a program that stands anywhere.
    pub(crate) fn run(mut command: Command) -> Program {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let url = lines
            .find_map(|line| Some(line.unwrap().trim().strip_prefix("http://127.0.0.1:")?.to_owned()))
            .unwrap();
        // The rest is read so that the program never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        let (port, token) = url.split_once("/?token=").unwrap();
        let (port, token) = (port.parse().unwrap(), token.to_owned());
        let mut program = Program {
            child,
            port,
            token,
            cookie: String::new(),
        };
        let welcome = program
            .send("GET", &format!("/?token={}", program.token), &[], "")
            .unwrap();
        let line = welcome
            .head
            .lines()
            .find(|line| line.to_lowercase().starts_with("set-cookie:"))
            .unwrap();
        program.cookie = line.split([':', ';']).nth(1).unwrap().trim().to_owned();
        program
    }

    /// One request with exactly these headers and the body's length. The error: the program went away.
    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Answer, Gone> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).map_err(|_| Gone::Before)?;
        exchange(&mut stream, &self.request(method, path, headers, body)).ok_or(Gone::InHand)
    }

    fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n",
            body.len()
        );
        if !headers.iter().any(|(name, _)| *name == "Host") {
            request += &format!("Host: 127.0.0.1:{}\r\n", self.port);
        }
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        format!("{request}\r\n{body}")
    }

    /// A request as our own page sends it.
    pub(crate) fn as_page(&self, method: &str, path: &str, body: &str) -> Result<Answer, Gone> {
        let origin = format!("http://127.0.0.1:{}", self.port);
        let headers = [
            ("Origin", origin.as_str()),
            ("Cookie", &self.cookie),
            ("Content-Type", "application/json"),
        ];
        self.send(method, path, &headers, body)
    }

    /// A command that must succeed.
    pub(crate) fn call(&self, name: &str, input: &str) -> Value {
        let answer = self.as_page("POST", &format!("/api/{name}"), input).unwrap();
        assert_eq!(answer.status, 200, "{name}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    /// Where the data live, and what became of spoilt ones.
    pub(crate) fn place(&self) -> Value {
        serde_json::from_str(&self.as_page("GET", "/place", "").unwrap().body).unwrap()
    }

    /// Ctrl+C, or its like; waits for the end.
    #[cfg(unix)]
    pub(crate) fn stop_gently(mut self) -> bool {
        let asked = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .unwrap();
        asked.success() && self.child.wait().unwrap().success()
    }
}

fn exchange(stream: &mut TcpStream, request: &str) -> Option<Answer> {
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut text = Vec::new();
    stream.read_to_end(&mut text).ok()?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer {
        status,
        head: head.to_owned(),
        body: body.to_owned(),
    })
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
