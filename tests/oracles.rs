//! The programs that people use, as oracles: they and the judge of `mailcheck::programs` meet the same servers.
//!
//! `tests/oracles/oracles.py` makes certificates, serves each with openssl and runs OpenSSL, curl, Python, `GnuTLS`, Go,
//! Java, NSS' tstclnt and Postfix' posttls-finger against every server and name. What each answers is held against its
//! profile; a disagreement is a failed test.

#![cfg(unix)]
#![expect(
    clippy::print_stdout,
    reason = "the matrix is for whoever runs the test"
)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

use clap::Parser;
use mailcheck::cli::{Cli, meaning};
use mailcheck::facts::{Certificate, Check, ProfileId};
use mailcheck::net::Machine;
use mailcheck::net::dns::Resolver;
use mailcheck::probe::{self, Visit};
use mailcheck::programs::{Cause, Connects, Judgement, Measured, judge_all};
use mailcheck::progress::Progress;

/// The program, and the profile that it stands for.
const PROGRAMS: [(&str, ProfileId); 9] = [
    ("openssl", ProfileId::OpenSsl),
    ("curl", ProfileId::OpenSsl),
    ("python", ProfileId::Python),
    ("gnutls", ProfileId::GnuTls),
    ("go", ProfileId::Go),
    ("java", ProfileId::Java),
    ("nss", ProfileId::Nss),
    ("postfix-may", ProfileId::Postfix),
    ("postfix-secure", ProfileId::PostfixVerifying),
];

/// Where a program cannot speak for its profile: Thunderbird holds certificates to `mozilla::pkix` (lib/mozpkix/lib), which
/// Debian has in no tool. tstclnt has the older rules of lib/certdb, which take a key usage that does not fit the key
/// exchange, the common name, a star within a label, authorities for other ends, purposes of the nineties, authorities that are servers
/// and trusted as such, SHA-1, DSA and RSASSA-PSS, more critical extensions and more authorities in between, and ask for no staple.
fn cannot_speak(program: &str, judgement: &Judgement) -> bool {
    let first = judgement.reasons.first();
    let of_mozpkix = first.is_some_and(|reason| {
        matches!(
            reason.cause,
            Cause::KeyUsage
                | Cause::CommonNameOnly
                | Cause::PartialStar
                | Cause::IssuerPurpose
                | Cause::GatedPurpose
                | Cause::AuthorityAsServer
                | Cause::Signature(_)
                | Cause::MustStaple
                | Cause::CriticalExtension(_)
                | Cause::TooManyBetween
        ) || matches!(&reason.cause, Cause::Key(key) if key.starts_with("DSA") || key.starts_with("RSA-PSS"))
    });
    program == "nss" && of_mozpkix
}

/// Whether there is a critical extension of which libraries differ: `mozilla::pkix` knows others than lib/certdb.
fn has_critical(check: &Check) -> bool {
    let mut certificates = check.tls.iter().flat_map(|tls| &tls.certificates);
    certificates.any(|one| !one.extensions.critical.is_empty())
}

/// Whether two certificates of one authority were sent: lib/certdb follows one of them, `mozilla::pkix` tries all.
fn has_namesakes(check: &Check) -> bool {
    let sent = check.tls.iter().flat_map(|tls| &tls.certificates);
    let sent: Vec<_> = sent.collect();
    sent.iter().any(|one| {
        let twin =
            |other: &&&Certificate| other.subject == one.subject && other.sha256 != one.sha256;
        sent.iter().any(|other| twin(&other))
    })
}

/// Whether a certificate names another key of its issuer than that has, which only lib/certdb looks at.
fn has_strange_key(check: &Check) -> bool {
    let sent: Vec<_> = check.tls.iter().flat_map(|tls| &tls.certificates).collect();
    sent.iter().any(|one| {
        let named = one.extensions.issuer_key.as_ref();
        let mut issuers = sent.iter().filter(|other| other.subject == one.issuer);
        issuers.any(|other| {
            let own = other.extensions.own_key.as_ref();
            named.is_some() && own.is_some() && own != named
        })
    })
}

/// A server and a name.
#[derive(Debug, Default)]
struct Case {
    server: String,
    port: u16,
    name: String,
    /// By program: whether it connects, and its words.
    saw: BTreeMap<String, (bool, String)>,
}

#[test]
#[ignore = "runs openssl, curl, Python, GnuTLS, Go, Java, tstclnt and posttls-finger against some hundred servers"]
fn programs_connect_where_their_profiles_say_so() {
    let directory = tempfile::tempdir().unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/oracles.py");
    let mut oracles = Command::new("/usr/bin/python3")
        .args([script.as_ref(), directory.path().as_os_str()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python is there");
    let cases = read(&mut BufReader::new(oracles.stdout.take().unwrap()));
    assert!(cases.len() >= 150, "{} cases", cases.len());
    let roots = directory.path().join("roots.pem");
    let mut disagreements = Vec::new();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    println!(
        "{:<32} {:<20} {}",
        "server",
        "name",
        PROGRAMS.map(|(name, _)| name).join(" ")
    );
    let checks = measured_all(&cases, roots.to_str().unwrap());
    for (case, check) in cases.iter().zip(&checks) {
        let mut row = Vec::new();
        let verdicts = Measured::of_check(check, now()).map(|measured| judge_all(&measured));
        for (program, profile) in PROGRAMS {
            let (connects, words) = &case.saw[program];
            let verdict = verdicts.iter().flatten();
            let verdict = verdict.clone().find(|one| one.profile.id == profile);
            let said = verdict.map_or(Connects::Unknown, |one| one.connects);
            let silent = verdict.is_some_and(|one| cannot_speak(program, one))
                || program == "nss"
                    && (has_critical(check) || has_namesakes(check) || has_strange_key(check));
            row.push(match (connects, said) {
                _ if silent => "-",
                (true, Connects::Yes) => "yes",
                (false, Connects::No) => "no",
                (true, Connects::Unknown) => "(yes)",
                (false, Connects::Unknown) => "(no)",
                (true, Connects::No) | (false, Connects::Yes) => "WRONG",
            });
            *counts.entry((program, *row.last().unwrap())).or_default() += 1;
            if row.last() == Some(&"WRONG") {
                let why = verdict.map(|one| one.reasons.clone());
                disagreements.push(format!(
                    "{} for {}: {program} connects: {connects} ({words}), and we say {said:?}: {why:?}",
                    case.server, case.name
                ));
            }
        }
        println!("{:<32} {:<20} {}", case.server, case.name, row.join(" "));
    }
    drop(oracles.stdin.take());
    oracles.wait().unwrap();
    for (program, _) in PROGRAMS {
        let of = |answer| counts.get(&(program, answer)).copied().unwrap_or_default();
        println!(
            "{program}: {} yes, {} no, {} not known, {} not asked for, {} wrong",
            of("yes"),
            of("no"),
            of("(yes)") + of("(no)"),
            of("-"),
            of("WRONG")
        );
        assert!(
            of("yes") >= 20 && of("no") >= 20 || program == "postfix-may",
            "{program} says little"
        );
    }
    println!(
        "{} cases by {} programs, {} disagreements",
        cases.len(),
        PROGRAMS.len(),
        disagreements.len()
    );
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

/// What the script prints, to its "done".
fn read(lines: &mut impl BufRead) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in lines.lines() {
        let line = line.expect("text");
        let parts: Vec<&str> = line.splitn(6, ' ').collect();
        match parts[..] {
            ["case", server, port, name] => cases.push(Case {
                server: server.to_owned(),
                port: port.parse().unwrap(),
                name: name.to_owned(),
                saw: BTreeMap::new(),
            }),
            ["saw", program, port, name, answer, ..] => {
                let port: u16 = port.parse().unwrap();
                let mut all = cases.iter_mut();
                let case = all.find(|case| case.port == port && case.name == name);
                let words = parts.get(5).copied().unwrap_or_default().to_owned();
                let saw = &mut case.expect("a case").saw;
                saw.insert(program.to_owned(), (answer == "yes", words));
            }
            ["done"] => return cases,
            _ => panic!("the script says {line}"),
        }
    }
    panic!("the script ended early")
}

/// Several at once: each waits a second for a greeting that does not come.
fn measured_all(cases: &[Case], roots: &str) -> Vec<Check> {
    let parts = cases.chunks(cases.len().div_ceil(16));
    thread::scope(|scope| {
        let threads: Vec<_> = parts
            .map(|part| {
                scope.spawn(|| -> Vec<Check> {
                    part.iter().map(|case| measured(case, roots)).collect()
                })
            })
            .collect();
        let done = threads.into_iter();
        done.flat_map(|thread| thread.join().expect("it measures"))
            .collect()
    })
}

/// What mailcheck measures of the server, as a port of implicit TLS.
fn measured(case: &Case, roots: &str) -> Check {
    let target = format!("imaps://127.0.0.1:{}", case.port);
    let words = [
        "mailcheck",
        "--ca-file",
        roots,
        "--tls-name",
        &case.name,
        "--greeting-timeout",
        "1",
        "--no-trace",
        &target,
    ];
    let args = Cli::try_parse_from(words).expect("a command line").check;
    let plan = meaning::plan(&args).expect("a plan");
    let targets = meaning::targets(&args, &plan).expect("targets");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let machine = Machine::open(&plan).expect("it opens");
        let (resolver, progress) = (Resolver::of(&machine), Progress::default());
        let visit = Visit::begin(&plan, &machine, &resolver, &progress);
        let mut facts = probe::gather(&visit, &targets[0]).await;
        facts.checks.remove(0)
    })
}

fn now() -> i64 {
    time::OffsetDateTime::now_utc().unix_timestamp()
}

/// The lines that a script prints about mailcheck and others. `wrapped` is what it runs in.
fn told(script: &str, wrapped: &[&str]) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let script = format!("{}/tests/oracles/{script}", env!("CARGO_MANIFEST_DIR"));
    let words = [wrapped, &["/usr/bin/python3", &script]].concat();
    let run = Command::new(words[0])
        .args(&words[1..])
        .args([env!("CARGO_BIN_EXE_mailcheck").as_ref(), directory.path()])
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{told}{errors}");
    told.lines().map(str::to_owned).collect()
}

/// What a line says behind a word: "postfix=yes".
fn said<'a>(line: &'a str, word: &str) -> &'a str {
    let found = line
        .split(' ')
        .find_map(|one| one.strip_prefix(word)?.strip_prefix('='));
    found.unwrap_or_else(|| panic!("{word}: {line}"))
}

/// A mail server that looks at DANE, and what it meets: Postfix gets a mail for each domain of a signed zone, and delivers
/// it where we say that such a sender does.
#[test]
#[ignore = "needs root, Postfix, nsd and unbound: tests/run real"]
fn postfix_delivers_by_dane_where_we_say_so() {
    let lines = told("dane.py", &["unshare", "--mount", "--net"]);
    let mut wrong = Vec::new();
    for line in &lines {
        let domain = line.split(' ').next().unwrap_or_default();
        let [postfix, finger, ours] = ["postfix", "finger", "mailcheck"].map(|who| said(line, who));
        println!("{domain:<42} Postfix {postfix:<4} posttls-finger {finger:<4} mailcheck {ours}");
        // What posttls-finger matches is delivered, whatever else is wrong; and what is not delivered is a failure.
        let matched = finger == "yes" && ours != "yes";
        let quiet = postfix == "no" && said(line, "verdict") != "failed";
        // Signatures of this kind are checked by the resolver alone, and are not taken from it.
        let unable = domain == "at-ed448.dane.test" && ours == "unknown";
        if !unable && (postfix != ours || matched) || quiet {
            wrong.push(line.as_str());
        }
    }
    let delivered = lines.iter().filter(|line| said(line, "postfix") == "yes");
    let delivered = delivered.count();
    println!(
        "{} domains, {delivered} get their mail, {} disagreements",
        lines.len(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Not for want of mail, and not for want of refusals.
    assert!(lines.len() >= 75 && (30..=lines.len() - 25).contains(&delivered));
}

/// A server that chooses its certificate by the name: what openssl gets with the name and without it says whether that is
/// to be told.
#[test]
#[ignore = "needs openssl: tests/run real"]
fn openssl_sees_which_certificates_depend_on_the_name() {
    let lines = told("sni.py", &["env"]);
    let mut wrong = Vec::new();
    for line in &lines {
        let name = line.split(' ').next().unwrap_or_default();
        let [named, unnamed, ours] = ["named", "unnamed", "mailcheck"].map(|who| said(line, who));
        println!("{name:<24} with a name {named:<4} without {unnamed:<4} mailcheck {ours}");
        let depends = named == "no" && unnamed == "yes";
        if depends != (ours == "yes") {
            wrong.push(line.as_str());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let told = lines.iter().filter(|line| said(line, "mailcheck") == "yes");
    assert!(lines.len() >= 30 && told.count() >= 5);
}

/// Servers as people reported them: each is told as it was, and openssl's answer is what it was there.
#[test]
#[ignore = "needs openssl: tests/run real"]
fn what_people_reported_of_tls_is_told_as_it_was() {
    let lines = told("reported.py", &["env"]);
    let wrong: Vec<_> = lines
        .iter()
        .filter(|line| !line.ends_with(" right"))
        .collect();
    println!("{} reports, {} wrong", lines.len(), wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(lines.len() >= 20);
}

/// Where swaks gets in, so do we.
#[test]
#[ignore = "needs swaks: tests/run real"]
fn swaks_gets_in_where_we_do() {
    let lines = told("swaks.py", &["env"]);
    let mut wrong = Vec::new();
    for line in &lines {
        let name = line.split(' ').next().unwrap_or_default();
        let (swaks, ours) = (said(line, "swaks"), said(line, "mailcheck"));
        println!("{name:<34} swaks {swaks:<4} mailcheck {ours}");
        if swaks != ours {
            wrong.push(line.as_str());
        }
    }
    let inside = lines.iter().filter(|line| said(line, "swaks") == "yes");
    let inside = inside.count();
    println!(
        "{} cases, swaks gets in at {inside}, {} disagreements",
        lines.len(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(lines.len() >= 40 && inside >= 18 && inside <= lines.len() - 15);
}
