//! What people met in the world, rebuilt: every file of `tests/world/` holds cases of one kind, and each is played to the
//! binary on loopback. Whatever is found beside what a case names is a failure, too.
//!
//! ```text
//! == what is so (where it was reported)
//! ask submission --timeout 2          the scheme, or a whole target ({port} is the server's), and options
//! zone A mail.example.test 127.0.0.1  what the DNS holds, where the target is a name; see `held`
//! cert name other.example.test        the server's certificate: for that name, self-signed, ended, odd, by name (see `Pki`)
//! is 3 temporarily-refused inconclusive server      exit code, and the first finding with severity and owner
//! also warning certificate-expiring   another finding that is due
//! note slow-greeting                  a finding that is a note and due
//! says words                          must be in title, explanation or steps of the first finding
//! never words                         must be in no finding
//! S: 220 mx …                         the dialogue, as in `support/transcript.rs`
//! AGAIN                               what comes behind is for the second connection and all later ones
//! ```

mod support;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::{env, fs, thread};

use rustls::ServerConfig;
use serde_json::Value;
use support::certificates::{Oddity, Pki};
use support::dns::{Behaviour, DnsServer, Tcp, Zone, kind};
use support::run::run_json;
use support::server::Server;

/// So many cases at once; most of their time is waiting.
const AT_ONCE: usize = 12;

/// A case of a file.
#[derive(Clone, Debug, Default)]
struct Case {
    name: String,
    scheme: String,
    options: Vec<String>,
    code: i32,
    /// Id, severity and owner of the first finding; none where all is well.
    first: Option<[String; 3]>,
    /// Severity and id of the others.
    also: Vec<[String; 2]>,
    notes: Vec<String>,
    zone: Vec<String>,
    certificate: Vec<String>,
    says: Vec<String>,
    never: Vec<String>,
    dialogue: String,
}

#[test]
fn what_people_met_is_told_as_it_was() {
    let cases = cases();
    let (next, complaints) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let pki = Pki::new();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let wrong = play(case, &pki);
                    complaints.lock().expect("no panic").extend(wrong);
                }
            });
        }
    });
    let complaints = complaints.into_inner().expect("no panic");
    assert!(
        complaints.is_empty(),
        "{} of {}\n\n{}",
        complaints.len(),
        cases.len(),
        complaints.join("\n\n")
    );
}

/// Plays a case, and says what of it is wrong.
fn play(case: &Case, pki: &Pki) -> Option<String> {
    let dialogue = if case.dialogue.is_empty() {
        "HOLD"
    } else {
        &case.dialogue
    };
    let server = Server::play_tls(dialogue, &certificate(case, pki));
    // A second connection in the other mode says what the dialogue does not expect.
    server.forgive();
    let port = server.port().to_string();
    let url = if case.scheme.contains(['.', ':']) {
        case.scheme.replace("{port}", &port)
    } else {
        format!("{}://127.0.0.1:{port}", case.scheme)
    };
    let ca_file = pki.ca_file();
    let dns = (!case.zone.is_empty()).then(|| DnsServer::start(held(&case.zone)));
    let resolver = dns.as_ref().map(|dns| dns.addr().to_string());
    let asked = resolver
        .iter()
        .flat_map(|resolver| ["--resolver", resolver.as_str()]);
    let fixed = [&url, "--ca-file", ca_file.to_str().expect("UTF-8")];
    let patience = [["-t", "6"], ["--greeting-timeout", "6"]];
    let patience = patience
        .iter()
        .filter(|[option, _]| !case.options.iter().any(|one| one == option));
    let patience = patience.flatten().copied();
    let options = case.options.iter().map(String::as_str);
    let (run, json) = run_json(
        fixed
            .into_iter()
            .chain(patience)
            .chain(asked)
            .chain(options),
    );
    let (findings, notes) = findings(&json);
    let mut wrong = complaints(case, run.code, &findings);
    for note in &case.notes {
        if !notes.iter().any(|one| one["id"] == **note) {
            wrong.push(format!("no note {note}"));
        }
    }
    let all: String = findings.iter().chain(&notes).map(words).collect();
    for never in &case.never {
        if all.contains(never.as_str()) {
            wrong.push(format!("it says: {never}"));
        }
    }
    if env::var_os("WORLD_SHOW").is_some() {
        wrong.push("shown".to_owned());
    }
    let shown = [findings, notes].concat();
    (!wrong.is_empty()).then(|| told(case, run.code, &shown, &wrong))
}

/// The certificate that a case wants.
fn certificate(case: &Case, pki: &Pki) -> Arc<ServerConfig> {
    let words: Vec<&str> = case.certificate.iter().map(String::as_str).collect();
    match words[..] {
        [] => Arc::clone(pki.server()),
        ["name", ref names @ ..] => pki.another(names, 90),
        ["days", days, ref names @ ..] => pki.another(names, days.parse().expect("days")),
        ["self-signed", ref names @ ..] => Pki::self_signed(names),
        ["odd", what, ref names @ ..] => pki.odd(Oddity::called(what), names),
        ["by-name", usual, ref named @ ..] => by_name(pki, usual, named),
        _ => panic!("no certificate: {words:?}"),
    }
}

/// A server with a certificate for each name in the hello: "mail.test=mail.test", and one for everybody else, "-" for none.
fn by_name(pki: &Pki, usual: &str, named: &[&str]) -> Arc<ServerConfig> {
    let named: Vec<(&str, Vec<&str>)> = named
        .iter()
        .map(|one| {
            let parts = one.split_once('=');
            let (sent, certified) = parts.expect("a name and those of the certificate");
            (sent, certified.split(',').collect())
        })
        .collect();
    let named: Vec<(&str, &[&str])> = named
        .iter()
        .map(|(sent, certified)| (*sent, certified.as_slice()))
        .collect();
    let usual: Vec<&str> = usual.split(',').collect();
    pki.by_name((usual != ["-"]).then_some(usual.as_slice()), &named)
}

/// What the DNS of a case holds, line by line: a record, or how a name is treated (`*` is every other one).
fn held(lines: &[String]) -> Zone {
    lines.iter().fold(Zone::new(), |zone, line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let at = |zone: Zone, name: &str, behaviour| match name {
            "*" => zone.everywhere(behaviour),
            name => zone.at(name, behaviour),
        };
        let rcode = |code: &str| code.parse().expect("a response code");
        match words[..] {
            ["A", name, address] => zone.a(name, address),
            ["AAAA", name, address] => zone.aaaa(name, address),
            ["CNAME", name, target] => zone.cname(name, target),
            ["MX", name, preference, exchange] => {
                zone.mx(name, preference.parse().expect("a preference"), exchange)
            }
            // So many texts beside it that the answer is wide; they are in the answer to every question for the name.
            ["wide", name, count] => zone.wide(name, count.parse().expect("a number")),
            ["exists", name] => zone.exists(name),
            ["answers", name] => at(zone, name, Behaviour::Answer),
            ["rcode", name, code] => at(zone, name, Behaviour::Rcode(rcode(code))),
            ["extended", name, code, extended] => {
                let extended = extended.parse().expect("an extended error");
                at(
                    zone,
                    name,
                    Behaviour::Extended(rcode(code), extended, "told by a test"),
                )
            }
            ["of-type", kind, name, code] => {
                let kind = match kind {
                    "A" => kind::A,
                    "AAAA" => kind::AAAA,
                    "MX" => kind::MX,
                    "TLSA" => kind::TLSA,
                    _ => panic!("not a type that is asked for: {kind}"),
                };
                let behaviour = Behaviour::Rcode(rcode(code));
                match name {
                    "*" => zone.everywhere_of_type(kind, behaviour),
                    name => zone.at_type(name, kind, behaviour),
                }
            }
            ["silent", name] => at(zone, name, Behaviour::Silent),
            ["garbage", name] => at(zone, name, Behaviour::Garbage),
            ["misplaces-opt", name] => at(zone, name, Behaviour::MisplacesOpt),
            ["bad-version", name] => at(zone, name, Behaviour::BadVersion),
            ["cuts", name, size] => at(zone, name, Behaviour::Cuts(size.parse().expect("bytes"))),
            ["loses-above", name, size] => at(
                zone,
                name,
                Behaviour::LosesAbove(size.parse().expect("bytes")),
            ),
            ["from-elsewhere", name] => at(zone, name, Behaviour::FromElsewhere),
            ["shouts", name] => at(zone, name, Behaviour::Shouts),
            ["truncated", name, tcp] => {
                let tcp = match tcp {
                    "answers" => Tcp::Answers,
                    "closed" => Tcp::Closed,
                    "silent" => Tcp::Silent,
                    "hangs-up" => Tcp::HangsUp,
                    _ => panic!("nothing that TCP does: {tcp}"),
                };
                at(zone, name, Behaviour::Truncated(tcp))
            }
            ["omits-opt", name] => at(zone, name, Behaviour::OmitsOpt),
            ["stray-cookie", name] => at(zone, name, Behaviour::StrayCookie),
            ["drops-edns", name] => at(zone, name, Behaviour::DropsEdns),
            ["edns-rcode", name, code] => at(zone, name, Behaviour::EdnsRcode(rcode(code))),
            _ => panic!("not a line of a zone: {line}"),
        }
    })
}

/// The findings that are worse than a note, and the notes.
fn findings(json: &Value) -> (Vec<Value>, Vec<Value>) {
    let findings = json["targets"][0]["findings"].as_array().expect("findings");
    findings
        .iter()
        .cloned()
        .partition(|finding| finding["severity"] != "info")
}

fn complaints(case: &Case, code: i32, findings: &[Value]) -> Vec<String> {
    let mut wrong = Vec::new();
    if code != case.code {
        wrong.push(format!("exit code {code} and not {}", case.code));
    }
    let of = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let first = findings
        .first()
        .map(|one| ["id", "severity", "owner"].map(|key| of(one, key)));
    if first != case.first {
        wrong.push(format!("{first:?} and not {:?}", case.first));
    }
    let others = findings.iter().skip(1);
    let others: Vec<_> = others
        .map(|one| ["severity", "id"].map(|key| of(one, key)))
        .collect();
    if others != case.also {
        wrong.push(format!("beside it {others:?} and not {:?}", case.also));
    }
    let first_words = findings.first().map(words).unwrap_or_default();
    for says in &case.says {
        if !first_words.contains(says.as_str()) {
            wrong.push(format!("it does not say: {says}"));
        }
    }
    wrong
}

/// Everything that a finding says.
fn words(finding: &Value) -> String {
    let steps = finding["next_steps"].as_array().into_iter().flatten();
    let parts = [&finding["title"], &finding["explanation"]];
    let parts = parts.into_iter().chain(steps);
    parts
        .filter_map(Value::as_str)
        .collect::<Vec<_>>()
        .join("\n")
}

fn told(case: &Case, code: i32, findings: &[Value], wrong: &[String]) -> String {
    let mut out = format!("== {}\n  ! {}\n", case.name, wrong.join("\n  ! "));
    let _ = writeln!(out, "  exit code {code}");
    for finding in findings {
        let [id, severity, owner] = ["id", "severity", "owner"].map(|key| &finding[key]);
        let said = words(finding).replace('\n', "\n      ");
        let _ = writeln!(out, "  {id} {severity} {owner}\n      {said}");
    }
    out
}

/// Every case of every file, or of those whose name `WORLD_ONLY` holds.
fn cases() -> Vec<Case> {
    let directory = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/world");
    let only = env::var("WORLD_ONLY").unwrap_or_default();
    let entries = fs::read_dir(directory).expect("the cases are there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.to_string_lossy().contains(&only))
        .collect();
    paths.sort();
    let texts = paths
        .iter()
        .map(|path| fs::read_to_string(path).expect("text"));
    let cases: Vec<Case> = texts.flat_map(|text| read(&text)).collect();
    assert!(!cases.is_empty());
    cases
}

fn read(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix("== ") {
            let name = name.to_owned();
            cases.push(Case {
                name,
                ..Case::default()
            });
            continue;
        }
        let case = cases.last_mut().expect("a case begins with ==");
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let mut parts = rest.split_whitespace().map(str::to_owned);
        match word {
            "ask" => {
                case.scheme = parts.next().expect("a scheme");
                case.options = parts.collect();
            }
            "is" => {
                case.code = parts
                    .next()
                    .and_then(|code| code.parse().ok())
                    .expect("a code");
                let rest: Vec<String> = parts.collect();
                case.first = (!rest.is_empty()).then(|| rest.try_into().expect("three words"));
            }
            "also" => {
                let both: Vec<String> = parts.collect();
                case.also.push(both.try_into().expect("two words"));
            }
            "says" => case.says.push(rest.to_owned()),
            "never" => case.never.push(rest.to_owned()),
            "note" => case.notes.push(rest.to_owned()),
            "zone" => case.zone.push(rest.to_owned()),
            "cert" => case.certificate = parts.collect(),
            _ => case.dialogue = format!("{}{line}\n", case.dialogue),
        }
    }
    cases
}
