//! Lists of targets: the binary against ports of loopback at which nobody listens.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "the walls are for the program")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::UdpSocket;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use support::dns::{Behaviour, DnsServer, Zone, kind as dns_kind};
use support::run::{Run, finished, mailcheck};

/// A target at which nobody listens, each at an address of its own.
fn refused(number: u16) -> String {
    let [high, low] = number.to_be_bytes();
    format!("smtp://127.68.{high}.{low}:9")
}

fn list(bytes: impl AsRef<[u8]>) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes.as_ref()).expect("it takes it");
    file
}

fn run_list(path: &Path, more: &[&str]) -> Run {
    let mut command = mailcheck();
    command.arg("--targets").arg(path).args(more);
    finished(command.output().expect("it runs"))
}

/// The targets of a text of ndjson.
fn targets(ndjson: &str) -> Vec<Value> {
    let lines = ndjson.lines();
    let reports = lines.map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    reports.map(|report| report["targets"][0].clone()).collect()
}

fn names(ndjson: &str) -> Vec<String> {
    let mut names: Vec<String> = targets(ndjson)
        .iter()
        .map(|target| target["target"].as_str().expect("a name").to_owned())
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn a_list_is_a_line_a_target_and_one_bad_line_is_one_bad_line() {
    let [one, two] = [1, 2].map(refused);
    let text = format!(
        "\u{feff}# servers\r\n{one}\r\n\r\nhttps://a.test/owa\r\n  {two} # the other\r\na.test:99999\r\n"
    );
    let list = list(text);
    let run = run_list(list.path(), &["-f", "ndjson"]);
    assert_eq!(names(&run.stdout), [one.as_str(), &two]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let path = list.path().display();
    for line in [4, 6] {
        let begins = format!("mailcheck: {path}, line {line}: ");
        let told = run.stderr.matches(&begins).count();
        assert_eq!(told, 1, "{}", run.stderr);
    }
    assert!(run.stderr.contains("2 lines of"), "{}", run.stderr);
    let strict = run_list(list.path(), &["-f", "ndjson", "--strict-input"]);
    assert_eq!(names(&strict.stdout), [one, two]);
    assert_eq!(strict.code, 2);
}

#[test]
fn what_is_typed_comes_before_the_list() {
    let [typed, listed] = [3, 4].map(refused);
    let list = list(&listed);
    let run = run_list(list.path(), &["-f", "ndjson", "--jobs", "1", &typed]);
    let order = targets(&run.stdout);
    assert_eq!(order[0]["target"], typed.as_str());
    assert_eq!(order[1]["target"], listed.as_str());
}

fn fed(more: &[&str]) -> Child {
    mailcheck()
        .args(["--targets", "-", "-f", "ndjson"])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs")
}

/// Whoever writes the list may take his time: what came is checked before more comes.
#[test]
fn standard_input_is_read_as_it_comes() {
    let mut child = fed(&[]);
    let mut input = child.stdin.take().expect("a pipe");
    let mut told = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for number in 5..8 {
        let target = refused(number);
        writeln!(input, "{target}").expect("it reads");
        let line = told.next().expect("a line").expect("text");
        assert_eq!(names(&line), [target]);
    }
    drop(input);
    assert!(told.next().is_none());
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
}

#[test]
fn an_interrupt_ends_the_wait_for_more() {
    let mut child = fed(&[]);
    let mut input = child.stdin.take().expect("a pipe");
    let mut told = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    writeln!(input, "{}", refused(8)).expect("it reads");
    assert!(told.next().is_some());
    signal(&child, "INT");
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
}

fn signal(child: &Child, name: &str) {
    let number = child.id().to_string();
    let status = std::process::Command::new("kill")
        .args(["-s", name, &number])
        .status();
    assert!(status.expect("kill").success());
}

#[test]
fn no_more_targets_begin_in_a_second_than_were_allowed() {
    let text: String = (10..15).map(|number| refused(number) + "\n").collect();
    let list = list(text);
    let begun = Instant::now();
    let run = run_list(list.path(), &["-f", "ndjson", "--rate", "5"]);
    // Four gaps of 200 ms lie between five targets.
    assert!(begun.elapsed() >= Duration::from_millis(800));
    assert_eq!(targets(&run.stdout).len(), 5);
}

#[test]
fn a_list_that_is_not_there_is_wrong_usage() {
    let run = run_list(Path::new("/nonexistent/hosts.txt"), &[]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .contains("cannot read the targets in /nonexistent/hosts.txt")
    );
    let empty = list("# nothing\n");
    let run = run_list(empty.path(), &["-f", "ndjson"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
}

fn begun(list: &Path, result: &Path) -> Child {
    mailcheck()
        .args(["--rate", "200", "-q", "--resume", "-o"])
        .arg(result)
        .arg("--targets")
        .arg(list)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs")
}

fn waits_for_results(result: &Path, count: usize) {
    let deadline = Instant::now() + Duration::from_secs(60);
    let there = || fs::read_to_string(result).map_or(0, |text| text.matches('\n').count());
    while there() < count {
        assert!(Instant::now() < deadline, "{} results", there());
        thread::sleep(Duration::from_millis(10));
    }
}

/// Twice killed without a word, once interrupted, and each target has one result.
#[test]
fn a_run_that_was_killed_goes_on_where_it_was() {
    let mut expected: Vec<String> = (1000..1300).map(refused).collect();
    // Whoever lists a target twice gets two results.
    expected.push(refused(1000));
    let file = list(expected.join("\n"));
    let directory = tempfile::tempdir().expect("a directory");
    let result = directory.path().join("result.ndjson");
    for (count, how) in [(60, "KILL"), (120, "KILL"), (180, "INT")] {
        let mut child = begun(file.path(), &result);
        waits_for_results(&result, count);
        signal(&child, how);
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), (how == "INT").then_some(130));
    }
    // What a crash leaves in the middle of a line.
    let mut torn = fs::OpenOptions::new()
        .append(true)
        .open(&result)
        .expect("it is there");
    torn.write_all(b"{\"schema_version\":1,\"mailch")
        .expect("it takes it");
    let more = ["-q", "--resume", "-o", result.to_str().expect("UTF-8")];
    let run = run_list(file.path(), &more);
    assert!(
        run.stderr.contains("targets were left out"),
        "{}",
        run.stderr
    );
    expected.sort_unstable();
    let text = fs::read_to_string(&result).expect("it is there");
    assert_eq!(names(&text), expected);
    let lines = targets(&text)
        .into_iter()
        .map(|target| target["line"].as_u64());
    let mut lines: Vec<u64> = lines.map(|line| line.expect("a line")).collect();
    lines.sort_unstable();
    // Of the target that is listed twice either line may have been visited first, and again.
    lines.retain(|line| !matches!(line, 1 | 301));
    assert_eq!(lines, (2..=300).collect::<Vec<u64>>());
    // Now there is nothing left to do.
    let again = run_list(file.path(), &more);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert_eq!(fs::read_to_string(&result).expect("it is there"), text);
    // Other options are another question.
    let other = run_list(file.path(), &[&more[..], &["--no-trace"]].concat());
    assert_eq!(other.code, 1, "{}", other.stderr);
    assert_eq!(
        names(&fs::read_to_string(&result).expect("it is there")).len(),
        602
    );
}

#[test]
fn a_long_list_is_a_line_a_target_and_a_short_one_a_report() {
    let text =
        |count: u16| -> String { (1..=count).map(|number| refused(number) + "\n").collect() };
    let short = run_list(list(text(10)).path(), &[]).stdout;
    assert!(!short.contains("Found most often"), "{short}");
    assert!(short.lines().count() > 50, "{short}");
    let long = run_list(list(text(11)).path(), &[]).stdout;
    for number in 1..=11 {
        let about = refused(number);
        let about = about.trim_start_matches("smtp://").trim_end_matches(":9");
        let lines = long.lines().filter(|line| {
            line.contains(&format!("{about} ")) || line.contains(&format!("{about}:"))
        });
        assert_eq!(lines.count(), 1, "{about}\n{long}");
    }
    assert!(long.contains("Found most often:\n     11  "), "{long}");
    assert!(long.contains("(all-ports-closed)"), "{long}");
    assert!(long.contains("11 that do not work"), "{long}");
    assert!(long.lines().count() < 20, "{long}");
}

fn dns(zone: Zone) -> (DnsServer, String) {
    let server = DnsServer::start(zone);
    let address = server.addr().to_string();
    (server, address)
}

/// Every question that a server was asked, as often as it was.
fn asked(server: &DnsServer) -> BTreeMap<(String, u16), u32> {
    let mut asked = BTreeMap::new();
    for query in server.queries() {
        *asked.entry((query.name, query.kind)).or_default() += 1;
    }
    asked
}

/// The ids of the findings of all targets.
fn ids(targets: &[Value]) -> Vec<String> {
    let findings = targets.iter().flat_map(|target| {
        let findings = target["findings"].as_array().expect("a list");
        findings.iter().filter_map(|finding| finding["id"].as_str())
    });
    findings.map(str::to_owned).collect()
}

/// Also what does not exist is asked once by those who want to know it at the same time.
#[test]
fn what_the_dns_says_to_one_target_it_has_said_to_all() {
    let zone = Zone::new()
        .a("mail.test", "127.68.9.1")
        .everywhere(Behaviour::Slow(Duration::from_millis(5)));
    let (server, resolver) = dns(zone);
    let ports = 20_000..20_030;
    let exists = ports
        .clone()
        .map(|port| format!("smtp://mail.test.:{port}\n"));
    let gone = ports.map(|port| format!("smtp://gone.test.:{port}\n"));
    let text: String = exists.chain(gone).collect();
    let file = list(text);
    let run = run_list(
        file.path(),
        &["-f", "ndjson", "--resolver", &resolver, "-4"],
    );
    let targets = targets(&run.stdout);
    assert_eq!(targets.len(), 60, "{}", run.stderr);
    let ids = ids(&targets);
    let count = |wanted: &str| ids.iter().filter(|id| *id == wanted).count();
    assert_eq!(
        (count("all-ports-closed"), count("name-not-found")),
        (30, 30),
        "{ids:?}"
    );
    for target in &targets {
        let name = target["name"].as_str().expect("a name");
        let seen = target["dns"].as_array().expect("a list").iter();
        let questions = seen.filter_map(|exchange| exchange["question"].as_str());
        let of_name = questions.filter(|question| question.starts_with(name));
        assert_eq!(of_name.count(), 1, "{target}");
    }
    let asked = asked(&server);
    let often = |name: &str| asked.get(&(name.to_owned(), dns_kind::A)).copied();
    assert_eq!(often("mail.test"), Some(1));
    // The zone lets its denials be kept for no time, but those who wait meanwhile hear of them.
    assert!(often("gone.test") < Some(30), "{asked:?}");
}

/// A resolver that has one answer after another, NXDOMAIN, each after so long.
fn one_by_one(each: Duration) -> String {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a free port");
    let address = socket.local_addr().expect("it is bound");
    thread::spawn(move || {
        let mut question = [0; 512];
        while let Ok((length, from)) = socket.recv_from(&mut question) {
            thread::sleep(each);
            // The question ends with the root, a type and a class; what stands behind it is EDNS.
            let labels = question[12..length].iter().position(|byte| *byte == 0);
            let end = 12 + labels.expect("a name ends") + 5;
            question[2..4].copy_from_slice(&[0x81, 0x83]);
            question[6..12].fill(0);
            // Who does not wait any more has closed his port.
            let _ = socket.send_to(&question[..end], from);
        }
    });
    address.to_string()
}

/// A resolver that answers some fifty questions a second has no more before it than it can answer in time.
#[test]
fn a_slow_resolver_is_not_asked_too_much_at_once() {
    let resolver = one_by_one(Duration::from_millis(20));
    let names = (0..120).map(|n| format!("smtp://n{n}.test."));
    let file = list(names.collect::<Vec<_>>().join("\n"));
    let more = ["-f", "ndjson", "--resolver", &resolver, "-t", "5", "-4"];
    let run = run_list(file.path(), &more);
    let targets = targets(&run.stdout);
    let ids = ids(&targets);
    assert_eq!(targets.len(), 120);
    assert!(ids.iter().all(|id| id == "name-not-found"), "{ids:?}");
}

/// One that leaves most of it unanswered all the same is not taken for so many dead domains.
#[test]
fn what_goes_unanswered_in_our_own_crowd_is_no_fault_of_a_domain() {
    let resolver = one_by_one(Duration::from_millis(100));
    let names = (0..60).map(|n| format!("smtp://n{n}.test."));
    let file = list(names.collect::<Vec<_>>().join("\n"));
    let more = ["-f", "ndjson", "--resolver", &resolver, "-t", "1", "-4"];
    let run = run_list(file.path(), &more);
    let targets = targets(&run.stdout);
    assert_eq!(targets.len(), 60);
    let ids = ids(&targets);
    let overloaded = ids.iter().filter(|id| *id == "resolver-overloaded").count();
    assert!(overloaded >= 20, "{ids:?}");
    for target in &targets {
        for finding in target["findings"].as_array().expect("a list") {
            let id = finding["id"].as_str().expect("an id");
            assert!(
                id != "resolver-overloaded" || finding["owner"] == "this-machine",
                "{finding}"
            );
        }
    }
}

/// Each of two runs would cut off the line that the other is about to write.
#[test]
fn a_file_of_results_belongs_to_one_run_at_a_time() {
    let directory = tempfile::tempdir().expect("a directory");
    let result = directory.path().join("result.ndjson");
    fs::write(&result, "").expect("it is written");
    let mut first = mailcheck();
    first
        .args(["--targets", "-", "-q", "--resume", "-o"])
        .arg(&result);
    let mut first = first
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = first.stdin.take().expect("a pipe");
    writeln!(input, "{}", refused(2000)).expect("it reads");
    waits_for_results(&result, 1);
    let file = list(refused(2001));
    let more = ["-q", "--resume", "-o", result.to_str().expect("UTF-8")];
    let second = run_list(file.path(), &more);
    assert_eq!(second.code, 2, "{}", second.stderr);
    assert!(second.stderr.contains("another run"), "{}", second.stderr);
    drop(input);
    first.wait().expect("it ends");
    let third = run_list(file.path(), &more);
    assert_eq!(third.code, 1, "{}", third.stderr);
    let text = fs::read_to_string(&result).expect("it is there");
    assert_eq!(names(&text), [refused(2000), refused(2001)]);
}
