//! Runs over many targets, and runs that are ended before their time: the binary against servers on loopback.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "the walls are for the program")]

mod support;

use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use socket2::{Domain, Socket, Type};
use support::run::{finished, mailcheck};
use support::server::{Server, closed_port};

/// A port at which the queue of connections is full: what asks for another one gets no answer.
struct Silent {
    address: SocketAddr,
    _sockets: Vec<Socket>,
}

impl Silent {
    fn at(last: u16) -> Self {
        let [high, low] = last.to_be_bytes();
        let any = SocketAddr::from((Ipv4Addr::new(127, 77, high, low), 0));
        let listener = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        listener.bind(&any.into()).expect("an address of loopback");
        listener.listen(0).expect("it listens");
        let address = listener.local_addr().expect("an address");
        let clients = [(); 2].map(|()| {
            let client = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
            client.set_nonblocking(true).expect("it does not block");
            // The first fills the queue; whether the second is still taken is the kernel's affair.
            let _ = client.connect(&address);
            client
        });
        Self {
            address: address.as_socket().expect("an address of the internet"),
            _sockets: clients.into_iter().chain([listener]).collect(),
        }
    }

    fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }
}

/// The binary with no more than so many descriptors.
fn limited(descriptors: u32) -> Command {
    let mut command = Command::new("/bin/sh");
    let binary = env!("CARGO_BIN_EXE_mailcheck");
    let script = format!("ulimit -n {descriptors} && exec {binary} \"$@\"");
    command.env_clear().env("LC_ALL", "C.UTF-8");
    command.args(["-c", &script, "sh"]);
    command
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

/// The findings of every target, and the class of every check that was asked for.
fn seen(reports: &[Value]) -> (Vec<&str>, Vec<&str>) {
    let targets = reports.iter().map(|report| &report["targets"][0]);
    let rows = |name: &'static str| {
        let targets = targets.clone();
        targets.flat_map(move |target| target[name].as_array().expect("a list"))
    };
    let ids = rows("findings").filter_map(|finding| finding["id"].as_str());
    let own = rows("checks").filter(|check| check["context"] == false);
    let classes = own.filter_map(|check| check["failure"]["class"].as_str());
    (ids.collect(), classes.collect())
}

#[test]
fn three_hundred_silent_targets_fit_into_256_descriptors() {
    let silent: Vec<Silent> = (1..=300).map(Silent::at).collect();
    let output = limited(256)
        .args(["-f", "ndjson", "-t", "1"])
        .args(silent.iter().map(Silent::url))
        .output()
        .expect("a shell");
    let reports = lines(&output);
    assert_eq!(
        reports.len(),
        300,
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let (findings, classes) = seen(&reports);
    assert!(
        classes.iter().all(|class| *class == "timeout"),
        "{classes:?}"
    );
    let local = findings.iter().find(|id| id.starts_with("local-"));
    assert_eq!(local, None);
    for report in &reports {
        let counters = report["targets"][0].get("counters");
        assert_eq!(counters, None, "the kernel counts for all of them together");
    }
}

/// Fewer descriptors than are kept in reserve: then one after the other has to do.
#[test]
fn with_hardly_any_descriptors_nothing_is_blamed_on_the_machine_either() {
    let silent: Vec<Silent> = (1000..1008).map(Silent::at).collect();
    let output = limited(30)
        .args(["-f", "ndjson", "-t", "0.3"])
        .args(silent.iter().map(Silent::url))
        .output()
        .expect("a shell");
    let reports = lines(&output);
    let (findings, classes) = seen(&reports);
    assert_eq!(reports.len(), 8);
    assert!(
        classes.iter().all(|class| *class == "timeout"),
        "{classes:?}"
    );
    assert!(
        findings.iter().all(|id| !id.starts_with("local-")),
        "{findings:?}"
    );
}

/// The limit is a target's: one that has to wait for its turn at an address is not cut short by those before it.
#[test]
fn the_time_of_a_target_stands_still_while_others_have_the_turn() {
    let server = Server::play(
        "WAIT 400\nS: 220 slow.test ESMTP\nC: EHLO\nS: 250 slow.test\nC: QUIT\nS: 221 bye",
    );
    let url = format!("smtp://127.0.0.1:{}", server.port());
    let output = mailcheck()
        .args(["-f", "ndjson", "--deadline", "1"])
        .args(vec![url; 5])
        .output()
        .expect("it runs");
    let reports = lines(&output);
    assert_eq!(reports.len(), 5);
    let (findings, _) = seen(&reports);
    assert!(!findings.contains(&"deadline-reached"), "{findings:?}");
}

fn begun(arguments: &[&str]) -> Child {
    mailcheck()
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs")
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("kill")
        .args(["-s", name, &child.id().to_string()])
        .status();
    assert!(status.expect("kill").success());
}

#[test]
fn who_is_interrupted_tells_what_is_known() {
    let silent = Silent::at(2000);
    let closed = format!("smtp://127.0.0.1:{}", closed_port());
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("report.json");
    let path = file.to_str().expect("UTF-8");
    let rows = [("INT", 130), ("TERM", 143)];
    for (name, code) in rows {
        let url = silent.url();
        let child = begun(&["-t", "60", "-o", path, &url]);
        thread::sleep(Duration::from_millis(700));
        let asked = Instant::now();
        signal(&child, name);
        let run = finished(child.wait_with_output().expect("it ends"));
        assert!(
            asked.elapsed() < Duration::from_secs(5),
            "{:?}",
            asked.elapsed()
        );
        assert_eq!(run.code, code, "{}", run.stdout);
        assert!(
            run.stdout.contains("The checks were interrupted"),
            "{}",
            run.stdout
        );
        let text = std::fs::read_to_string(&file).expect("the report is written");
        let report: Value = serde_json::from_str(&text).expect("JSON");
        let finding = &report["targets"][0]["findings"][0];
        assert_eq!(finding["id"], "deadline-reached");
        std::fs::remove_file(&file).expect("it is there");
    }
    // What is known to fail is known.
    let child = begun(&["-t", "60", "-f", "ndjson", &closed, &silent.url()]);
    thread::sleep(Duration::from_millis(700));
    signal(&child, "INT");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 2);
}

#[test]
fn a_monitoring_system_is_told_that_nothing_is_known() {
    let silent = Silent::at(2001);
    let child = begun(&["-t", "60", "-f", "nagios", &silent.url()]);
    thread::sleep(Duration::from_millis(700));
    signal(&child, "TERM");
    let run = finished(child.wait_with_output().expect("it ends"));
    assert_eq!(run.code, 3, "{}", run.stdout);
    assert!(run.stdout.contains("UNKNOWN"), "{}", run.stdout);
}

/// A terminal writes `^C` where the cursor is. Two widths: lines that fit, and lines that go on below.
#[test]
fn an_interrupt_leaves_no_line_of_the_display_on_the_terminal() {
    let script = r#"
import fcntl, os, pty, re, select, struct, sys, termios
columns, binary, *arguments = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.environ.update(TERM="xterm", LC_ALL="C.UTF-8")
    fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(columns), 0, 0))
    os.execv(binary, [binary, *arguments])
seen, typed = b"", False
while select.select([terminal], [], [], 20)[0]:
    try:
        seen += os.read(terminal, 4096)
    except OSError:
        break
    if not typed and b" in all" in re.sub(rb"\s+", b" ", seen):
        os.write(terminal, b"\x03")
        typed = True
os.waitpid(child, 0)
rows, row, column = {}, 0, 0
for part in re.findall(r"\x1b\[([0-9]*)([A-Za-z])|([\s\S])", seen.decode()):
    number, order, letter = part
    steps = int(number or 1)
    if order == "A": row = max(row - steps, 0)
    elif order == "B": row += steps
    elif order == "K": rows[row] = ""
    elif letter == "\r": column = 0
    elif letter == "\n": row += 1
    elif letter:
        if column == int(columns):
            row, column = row + 1, 0
        line = rows.get(row, "").ljust(column)
        rows[row] = line[:column] + letter + line[column + 1:]
        column += 1
print("\n".join(rows[row].rstrip() for row in sorted(rows)))
"#;
    let silent = Silent::at(2002);
    for columns in ["80", "50"] {
        let mut command = Command::new("python3");
        command.args(["-c", script, columns, env!("CARGO_BIN_EXE_mailcheck")]);
        command.args(["-q", "-t", "60", "--color", "never"]);
        command.args([silent.url(), silent.url()]);
        let run = finished(command.output().expect("Python is there"));
        let shown = run.stdout.trim();
        assert!(shown.starts_with("Inconclusive: "), "{columns}: {run:?}");
        assert!(!shown.contains("connecting"), "{columns}: {run:?}");
    }
}
