//! A network and a view of the files of a test's own, in which programs that watch find mail servers on loopback.

use std::fs;
use std::io::{Read, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::certificates::Pki;
use super::server::Server;

pub const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples");
/// How long a program that watches may take to see something; Icinga spreads its first checks over a minute.
const PATIENCE: Duration = Duration::from_secs(600);
/// Set in the process that is in the namespaces.
const INSIDE: &str = "MAILCHECK_TEST_IS_INSIDE";

const STARTTLS: &str = "S: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\n\
    TLS\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";
const SUBMISSIONS: &str = "TLS\nS: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";
const IMAPS: &str = "TLS\nS: * OK ready\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK done\n\
    C: a4 LOGOUT\nS: * BYE bye\nS: a4 OK bye";
const BUSY: &str = "S: 421 4.3.2 too many connections\nCLOSE";

/// Four servers: one that works, one whose certificate ends, one that is down, one that is busy.
pub struct World {
    /// What is gone with the world.
    pub directory: TempDir,
    /// Its authority.
    pub pki: Pki,
    _servers: Vec<Server>,
}

impl World {
    /// A file of the world.
    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// The same with a text in it.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).expect("it can be written");
        path
    }

    /// A program that may read what a user of the example has set.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("MAILCHECK_CA_FILE", self.pki.ca_file())
            .env("LC_ALL", "C.UTF-8")
            .env("HOME", self.directory.path());
        command
    }
}

/// The world, where the test is in it already. Otherwise runs `test` again inside, and gives nothing.
pub fn world(test: &str) -> Option<World> {
    if std::env::var_os(INSIDE).is_none() {
        let again = Command::new("unshare")
            .args(["--net", "--mount", "--"])
            .arg(std::env::current_exe().expect("this program"))
            .args(["--exact", test, "--ignored", "--nocapture"])
            .env(INSIDE, "1")
            .output();
        let said = shown(&again.expect("unshare runs"));
        assert!(said.contains("test result: ok. 1 passed"), "{said}");
        return None;
    }
    succeed(Command::new("ip").args(["link", "set", "lo", "up"]));
    let directory = tempfile::tempdir().expect("a directory");
    for place in ["/usr/local/bin", "/var/lib/prometheus/node-exporter"] {
        fs::create_dir_all(place).expect("a directory");
        succeed(Command::new("mount").args(["-t", "tmpfs", "tmpfs", place]));
    }
    fs::copy(env!("CARGO_BIN_EXE_mailcheck"), "/usr/local/bin/mailcheck").expect("a copy");
    let hosts = "127.0.0.1 localhost\n127.0.0.2 mail.example.com\n127.0.0.3 ends.example.com\n\
        127.0.0.4 down.example.com\n127.0.0.5 busy.example.com\n";
    for (file, text) in [("hosts", hosts), ("resolv.conf", "nameserver 127.0.0.1\n")] {
        let path = directory.path().join(file);
        fs::write(&path, text).expect("it can be written");
        let target = format!("/etc/{file}");
        succeed(Command::new("mount").arg("--bind").arg(path).arg(target));
    }
    let names = ["mail.example.com", "ends.example.com"];
    let pki = Pki::for_days(&names, 200);
    let ends = Pki::for_days(&names, 7);
    // Both authorities are trusted.
    let roots = [&pki, &ends].map(|pki| fs::read_to_string(pki.ca_file()).expect("PEM"));
    fs::write(pki.ca_file(), roots.concat()).expect("it can be written");
    let play = |last: u8, port: u16, dialogue: &str, pki: &Pki| {
        let listener = TcpListener::bind((Ipv4Addr::new(127, 0, 0, last), port)).expect("a port");
        Server::on(listener, dialogue, Some(pki.server()))
    };
    let busy = play(5, 465, &format!("TLS\n{BUSY}"), &pki);
    busy.forgive();
    let servers = vec![
        play(2, 587, STARTTLS, &pki),
        play(2, 465, SUBMISSIONS, &pki),
        play(2, 993, IMAPS, &pki),
        play(3, 993, IMAPS, &ends),
        play(5, 587, BUSY, &pki),
        busy,
    ];
    Some(World {
        directory,
        pki,
        _servers: servers,
    })
}

/// A program that runs until it is dropped.
pub struct Running(Child);

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null());
        Self(quiet.stderr(Stdio::null()).spawn().expect("it starts"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let id = self.0.id().to_string();
        // Nagios ends its workers when it is asked to end.
        let _ = Command::new("kill").arg(&id).status();
        let end = Instant::now() + Duration::from_secs(10);
        while Instant::now() < end && matches!(self.0.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Asks again and again until there is an answer.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < end, "in vain: {what}");
        thread::sleep(Duration::from_millis(200));
    }
}

/// The body of a page on this machine; `None` where nobody answers yet.
pub fn get(port: u16, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n").ok()?;
    let mut page = String::new();
    stream.read_to_string(&mut page).ok()?;
    let (head, body) = page.split_once("\r\n\r\n")?;
    head.contains(" 200 ").then(|| body.to_owned())
}

/// What a program says that succeeds.
pub fn succeed(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", shown(&output));
    shown(&output)
}

pub fn shown(output: &Output) -> String {
    let both = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8_lossy(&both).into_owned()
}
