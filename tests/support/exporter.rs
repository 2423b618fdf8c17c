//! `mailcheck serve`, started by a test, and a client as plain as it can be.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStderr, Stdio};
use std::time::{Duration, Instant};

use super::run::mailcheck;

/// The server, until it is dropped.
pub struct Exporter {
    child: Child,
    log: BufReader<ChildStderr>,
    /// Where it listens on 127.0.0.1.
    pub port: u16,
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status; 0 where there was none.
    pub status: u16,
    /// The lines of the header.
    pub head: String,
    /// What follows.
    pub body: String,
}

impl Exporter {
    /// Starts it at a free port of loopback.
    pub fn start(more: &[&str]) -> Self {
        Self::at("127.0.0.1:0", more)
    }

    /// Starts it elsewhere.
    pub fn at(listen: &str, more: &[&str]) -> Self {
        let mut command = mailcheck();
        command.args(["serve", "--lang", "en", "--listen", listen]);
        let child = command.args(more).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("it starts");
        let mut log = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut line = String::new();
        log.read_line(&mut line).expect("it says where it listens");
        let port = line.trim_end().trim_end_matches('/').rsplit(':').next();
        let port = port.and_then(|port| port.parse().ok());
        let port = port.unwrap_or_else(|| panic!("{line}"));
        Self { child, log, port }
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The next line of what it logs.
    pub fn logged(&mut self) -> String {
        let mut line = String::new();
        self.log.read_line(&mut line).expect("it logs");
        line.trim_end().to_owned()
    }

    /// Sends it a signal by name.
    pub fn signal(&self, name: &str) {
        let id = self.id().to_string();
        let status = std::process::Command::new("kill")
            .args(["-s", name, &id])
            .status();
        assert!(status.expect("kill runs").success());
    }

    /// Waits for its end, and gives its exit code.
    pub fn ended(&mut self) -> Option<i32> {
        let end = Instant::now() + Duration::from_secs(30);
        loop {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status.code();
            }
            assert!(Instant::now() < end, "it does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A client of the test's own.
    pub fn guest(&self) -> TcpStream {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("it listens");
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).expect("a socket");
        stream
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// Asks with more header lines.
    pub fn ask(&self, method: &str, path: &str, more: &[&str]) -> Answer {
        let has_host = more
            .iter()
            .any(|line| line.to_lowercase().starts_with("host:"));
        let own = if has_host { "" } else { "Host: localhost\r\n" };
        let more = more.iter().flat_map(|line| [*line, "\r\n"]);
        let more: String = more.collect();
        self.raw(
            format!("{method} {path} HTTP/1.1\r\n{own}Connection: close\r\n{more}\r\n").as_bytes(),
        )
    }

    /// Says something and reads what comes, to its end.
    pub fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.guest();
        // Whoever is thrown out while it speaks reads what was said before that.
        let _ = stream.write_all(bytes);
        answer(&mut stream)
    }

    /// The value of a metric about itself; 0 where it has none.
    pub fn metric(&self, series: &str) -> u64 {
        let text = self.get("/metrics").body;
        let value = text
            .lines()
            .find_map(|line| line.strip_prefix(series)?.strip_prefix(' ')?.parse().ok());
        value.unwrap_or_default()
    }
}

impl Drop for Exporter {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads an answer to the end of the connection.
pub fn answer(stream: &mut impl Read) -> Answer {
    let mut bytes = Vec::new();
    // A reset ends it too.
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    Answer {
        status: status.unwrap_or_default(),
        head: head.to_owned(),
        body: body.to_owned(),
    }
}
