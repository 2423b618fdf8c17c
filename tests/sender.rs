//! This machine as a sender of mail, through the binary: what scripted servers say of it, and what a name server of the
//! test's own is asked about it.

mod support;

use std::io::Write as _;

use serde_json::{Value, json};
use support::dns::{Behaviour, DnsServer, Zone, closed_port, kind};
use support::run::{Run, findings_of, run, run_json};
use support::server::Server;

/// A server that answers EHLO so.
fn server(answer: &str) -> Server {
    Server::play(&format!(
        "S: 220 mx.example.test ESMTP\nC: EHLO\nS: {answer}\nS: 250 SIZE 1000\nC: QUIT\nS: 221 bye"
    ))
}

fn zone() -> Zone {
    Zone::new()
        .a("mx.example.test", "127.0.0.1")
        .a("mail.example.org", "203.0.113.5")
        .ptr("5.113.0.203.in-addr.arpa", "mail.example.org")
}

fn ask(server: &Server, dns: &DnsServer, options: &[&str]) -> (Run, Value) {
    let target = format!("smtp://mx.example.test:{}", server.port());
    let resolver = dns.addr().to_string();
    let fixed = [
        &*target,
        "--resolver",
        &*resolver,
        "--ehlo",
        "mail.example.org",
    ];
    run_json(fixed.into_iter().chain(options.iter().copied()))
}

/// Findings of this machine as a sender.
fn findings(json: &Value) -> Vec<String> {
    let all = findings_of(json, &["error", "inconclusive", "warning", "info"]);
    let own = |id: &String| id.starts_with("sender-") || id.starts_with("dnsbl-");
    all.into_iter().filter(own).collect()
}

/// The names below `end` that were asked for, with their types, in their order.
fn asked(dns: &DnsServer, end: &str) -> Vec<(String, u16)> {
    let queries = dns.queries().into_iter();
    let below = queries.filter(|query| query.name.ends_with(end));
    below.map(|query| (query.name, query.kind)).collect()
}

#[test]
fn nothing_is_asked_about_this_machine_unless_somebody_wants_it() {
    let server = server("250-mx.example.test Hello mail.example.org [203.0.113.5]");
    let dns = DnsServer::start(zone());
    let (_, json) = ask(&server, &dns, &[]);
    assert!(json["targets"][0].get("sender").is_none(), "{json:#}");
    assert!(asked(&dns, "arpa").is_empty() && asked(&dns, "example.org").is_empty());
    assert!(findings(&json).is_empty());
}

#[test]
fn a_well_known_sender_has_nothing_to_hear() {
    let server = server("250-mx.example.test Hello mail.example.org [203.0.113.5]");
    let dns = DnsServer::start(zone());
    let (_, json) = ask(&server, &dns, &["--sender"]);
    let sender = &json["targets"][0]["sender"];
    assert_eq!(sender["addresses"][0]["address"], "203.0.113.5", "{json:#}");
    assert_eq!(sender["addresses"][0]["seen_by"], "server");
    assert_eq!(sender["addresses"][0]["reverse"], "confirmed");
    assert_eq!(
        sender["addresses"][0]["reverse_names"],
        json!([{ "name": "mail.example.org", "leads_back": true }])
    );
    assert_eq!(
        sender["ehlo"],
        json!([{ "name": "mail.example.org", "standing": "here" }])
    );
    assert!(findings(&json).is_empty(), "{json:#}");
    assert_eq!(
        asked(&dns, "arpa"),
        [("5.113.0.203.in-addr.arpa".to_owned(), kind::PTR)]
    );
    // What is asked about this machine is no exchange about the target.
    let of_target = json["targets"][0]["dns"].to_string();
    assert!(!of_target.contains("arpa"), "{of_target}");
    assert!(sender["dns"].to_string().contains("in-addr.arpa"));
}

#[test]
fn names_of_the_address_are_followed_back() {
    let at = "5.113.0.203.in-addr.arpa";
    let own = || {
        Zone::new()
            .a("mx.example.test", "127.0.0.1")
            .a("mail.example.org", "203.0.113.5")
    };
    let rows: [(&str, Zone, &[&str]); 9] = [
        ("no name", own(), &["sender-no-reverse-name"]),
        (
            "no PTR record",
            own().exists(at),
            &["sender-no-reverse-name"],
        ),
        (
            "a failure",
            own().at(at, Behaviour::Rcode(2)),
            &["sender-reverse-lookup-failed"],
        ),
        (
            "a name of another address",
            own()
                .ptr(at, "www.example.org")
                .a("www.example.org", "203.0.113.80"),
            &["sender-reverse-name-unconfirmed"],
        ),
        (
            "a name that does not exist",
            own().ptr(at, "gone.example.org"),
            &["sender-reverse-name-unconfirmed"],
        ),
        (
            "a name that fails",
            own()
                .ptr(at, "a.example.org")
                .at("a.example.org", Behaviour::Rcode(2)),
            &["sender-reverse-lookup-failed"],
        ),
        (
            "two names",
            own()
                .ptr(at, "gone.example.org")
                .ptr(at, "mail.example.org"),
            &["sender-several-reverse-names"],
        ),
        (
            "one of many",
            own()
                .ptr(at, "203-0-113-5.dyn.example.net")
                .a("203-0-113-5.dyn.example.net", "203.0.113.5"),
            &["sender-generic-reverse-name"],
        ),
        (
            // RFC 2317: the zone is delegated below an alias.
            "an alias",
            own()
                .cname(at, "5.0-63.113.0.203.in-addr.arpa")
                .ptr("5.0-63.113.0.203.in-addr.arpa", "mail.example.org"),
            &[],
        ),
    ];
    let server = server("250-mx.example.test Hello mail.example.org [203.0.113.5]");
    for (what, zone, expected) in rows {
        let dns = DnsServer::start(zone);
        let (_, json) = ask(&server, &dns, &["--sender"]);
        assert_eq!(findings(&json), expected, "{what}: {json:#}");
    }
}

#[test]
fn an_address_that_no_server_names_is_not_known() {
    let answers = [
        "250-mx.example.test",
        "250-mx.example.test Hello [192.168.1.20]",
        "250-mx.example.test Hello [mail.example.org]",
        "250-mx.example.test Hello [203.0.113.5] and [203.0.113.6]",
        "250-[203.0.113.5] Hello mail.example.org",
    ];
    for answer in answers {
        let server = server(answer);
        let dns = DnsServer::start(zone().a("2.0.0.127.bl.example", "127.0.0.2"));
        let (run, json) = ask(&server, &dns, &["--dnsbl", "bl.example"]);
        let addresses = &json["targets"][0]["sender"]["addresses"];
        assert_eq!(*addresses, json!([]), "{answer}: {json:#}");
        assert_eq!(
            findings(&json),
            ["sender-address-unknown"],
            "{answer}: {json:#}"
        );
        assert!(asked(&dns, "bl.example").is_empty(), "{answer}");
        let told = "not asked, for there is no address to ask about: bl.example";
        assert!(run.stdout.contains(told), "{answer}: {json:#}");
    }
}

#[test]
fn what_was_said_with_ehlo_is_looked_at() {
    let server = server("250-mx.example.test Hello there [203.0.113.5]");
    let rows = [
        ("mail.example.org", &[][..], "here"),
        ("www.example.org", &["sender-ehlo-name"], "elsewhere"),
        ("gone.example.org", &["sender-ehlo-name"], "nowhere"),
        ("localhost", &["sender-ehlo-name"], "unqualified"),
        ("[203.0.113.9]", &["sender-ehlo-name"], "address"),
        ("fails.example.org", &[], "unknown"),
    ];
    for (name, expected, standing) in rows {
        let zone = zone().a("www.example.org", "203.0.113.80");
        let dns = DnsServer::start(zone.at("fails.example.org", Behaviour::Rcode(2)));
        let (_, json) = ask_as(&server, &dns, name);
        assert_eq!(findings(&json), expected, "{name}: {json:#}");
        assert_eq!(
            json["targets"][0]["sender"]["ehlo"][0]["standing"], standing,
            "{name}"
        );
    }
}

fn ask_as(server: &Server, dns: &DnsServer, name: &str) -> (Run, Value) {
    let target = format!("smtp://mx.example.test:{}", server.port());
    let resolver = dns.addr().to_string();
    run_json([
        &*target,
        "--resolver",
        &*resolver,
        "--ehlo",
        name,
        "--sender",
    ])
}

#[test]
fn lists_say_what_they_say() {
    let rows: [(&str, Zone, &str, &[&str]); 9] = [
        (
            "clear",
            zone().a("2.0.0.127.bl.example", "127.0.0.2"),
            "clear",
            &[],
        ),
        (
            "listed",
            zone().a("5.113.0.203.bl.example", "127.0.0.4").txt(
                "5.113.0.203.bl.example",
                "Spam seen \u{1b}[31m, see https://bl.example/",
            ),
            "listed",
            &["sender-listed"],
        ),
        (
            "refused",
            zone().a("5.113.0.203.bl.example", "127.255.255.254"),
            "refused",
            &["dnsbl-refused"],
        ),
        (
            "127.0.0.1",
            zone().a("5.113.0.203.bl.example", "127.0.0.1"),
            "refused",
            &["dnsbl-refused"],
        ),
        (
            "parked",
            zone().a("5.113.0.203.bl.example", "192.0.2.80"),
            "useless",
            &["dnsbl-useless"],
        ),
        (
            "the whole world",
            zone()
                .a("5.113.0.203.bl.example", "127.0.0.2")
                .a("1.0.0.127.bl.example", "127.0.0.2"),
            "useless",
            &["dnsbl-useless"],
        ),
        ("dead", zone(), "useless", &["dnsbl-useless"]),
        (
            "broken",
            zone().at("5.113.0.203.bl.example", Behaviour::Rcode(2)),
            "unanswered",
            &["dnsbl-unanswered"],
        ),
        (
            "silent",
            zone().at("5.113.0.203.bl.example", Behaviour::Silent),
            "unanswered",
            &["dnsbl-unanswered"],
        ),
    ];
    let server = server("250-mx.example.test Hello mail.example.org [203.0.113.5]");
    for (what, zone, standing, expected) in rows {
        let dns = DnsServer::start(zone);
        let (_, json) = ask(&server, &dns, &["--dnsbl", "BL.example.", "--timeout", "2"]);
        let list = &json["targets"][0]["sender"]["addresses"][0]["lists"][0];
        assert_eq!(list["standing"], standing, "{what}: {json:#}");
        assert_eq!(findings(&json), expected, "{what}: {json:#}");
        // What a list does says nothing of the resolver or of the target.
        let all = findings_of(&json, &["error", "inconclusive", "warning"]);
        let foreign = all
            .iter()
            .filter(|id| id.starts_with("resolver") || id.contains("dns-"));
        assert_eq!(foreign.count(), 0, "{what}: {all:?}");
    }
}

#[test]
fn a_list_is_asked_no_more_than_it_takes() {
    let server = server("250-mx.example.test Hello mail.example.org [203.0.113.5]");
    let dns = DnsServer::start(
        zone()
            .a("5.113.0.203.a.example", "127.0.0.4")
            .a("2.0.0.127.b.example", "127.0.0.2")
            .a("5.113.0.203.c.example", "127.255.255.255"),
    );
    let lists = [
        "--dnsbl",
        "a.example",
        "--dnsbl",
        "b.example",
        "--dnsbl",
        "c.example",
        "--dnsbl",
        "A.example",
    ];
    let (_, json) = ask(&server, &dns, &lists);
    let of = |list: &str| {
        let mut asked = asked(&dns, list);
        asked.sort();
        asked
    };
    let name = |text: &str, kind: u16| (text.to_owned(), kind);
    assert_eq!(
        of("a.example"),
        [
            name("1.0.0.127.a.example", kind::A),
            name("5.113.0.203.a.example", kind::A),
            name("5.113.0.203.a.example", kind::TXT),
        ]
    );
    assert_eq!(
        of("b.example"),
        [
            name("2.0.0.127.b.example", kind::A),
            name("5.113.0.203.b.example", kind::A)
        ]
    );
    // The reason for a refusal stands in its text.
    assert_eq!(of("c.example").len(), 2, "{:?}", of("c.example"));
    assert_eq!(
        findings(&json),
        ["sender-listed", "dnsbl-refused"],
        "{json:#}"
    );
}

#[test]
fn an_ipv6_address_is_asked_for_by_its_nibbles() {
    let server = server("250-mx.example.test Hello mail.example.org [IPv6:2001:db8:5::9]");
    let reversed = "9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5.0.0.0.8.b.d.0.1.0.0.2";
    let dns = DnsServer::start(
        zone()
            .aaaa("mail.example.org", "2001:db8:5::9")
            .ptr(&format!("{reversed}.ip6.arpa"), "mail.example.org")
            .a(&format!("{reversed}.bl.example"), "127.0.0.3"),
    );
    let (_, json) = ask(&server, &dns, &["--dnsbl", "bl.example"]);
    let address = &json["targets"][0]["sender"]["addresses"][0];
    assert_eq!(address["address"], "2001:db8:5::9", "{json:#}");
    assert_eq!(address["reverse"], "confirmed");
    assert_eq!(address["lists"][0]["codes"], json!(["127.0.0.3"]));
    // The connection itself was made over IPv4, and of that family nothing is known.
    assert_eq!(findings(&json), ["sender-listed", "sender-address-unknown"]);
}

#[test]
fn a_refusal_names_the_client_too() {
    let server =
        Server::play("S: 554 5.7.1 Client host [203.0.113.5] blocked using bl.example\nCLOSE");
    server.forgive();
    let dns = DnsServer::start(zone());
    let (_, json) = ask(&server, &dns, &["--sender"]);
    let address = &json["targets"][0]["sender"]["addresses"][0];
    assert_eq!(address["address"], "203.0.113.5", "{json:#}");
}

#[test]
fn all_targets_of_a_list_ask_once_about_an_address() {
    let servers: Vec<Server> = (0..4)
        .map(|_| server("250-mx.example.test Hello mail.example.org [203.0.113.5]"))
        .collect();
    // Denials without a SOA record are not kept with other answers.
    let dns = DnsServer::start(zone());
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    for server in &servers {
        writeln!(file, "smtp://mx.example.test:{}", server.port()).expect("it takes it");
    }
    let path = file.path().display().to_string();
    let resolver = dns.addr().to_string();
    let run = run([
        "--targets",
        &*path,
        "--resolver",
        &*resolver,
        "--ehlo",
        "mail.example.org",
        "--dnsbl",
        "bl.example",
        "-f",
        "ndjson",
    ]);
    assert_eq!(run.stdout.lines().count(), 4, "{}", run.stderr);
    for line in run.stdout.lines() {
        let report: Value = serde_json::from_str(line).expect("JSON");
        let address = &report["targets"][0]["sender"]["addresses"][0];
        assert_eq!(address["reverse"], "confirmed", "{report:#}");
        assert_eq!(address["lists"][0]["standing"], "useless");
    }
    let of = |name: &str| asked(&dns, name).len();
    assert_eq!(of("5.113.0.203.in-addr.arpa"), 1);
    assert_eq!(of("5.113.0.203.bl.example"), 1);
    assert_eq!(of("2.0.0.127.bl.example"), 1);
}

#[test]
fn a_mail_domain_is_asked_about_too() {
    let dns = DnsServer::start(
        zone()
            .mx("example.test", 10, "nobody.example.test")
            .a("nobody.example.test", "127.77.77.77"),
    );
    let resolver = dns.addr().to_string();
    let (_, json) = run_json([
        "example.test",
        "--mx",
        "--resolver",
        &*resolver,
        "--sender",
        "--no-trace",
    ]);
    assert_eq!(
        json["targets"][0]["sender"]["addresses"],
        json!([]),
        "{json:#}"
    );
    assert_eq!(findings(&json), ["sender-address-unknown"]);
}

#[test]
fn people_read_what_was_found() {
    let server = server("250-mx.example.test Hello mail.example.org [203.0.113.5]");
    let dns = DnsServer::start(zone().a("5.113.0.203.bl.example", "127.0.0.4"));
    let target = format!("smtp://mx.example.test:{}", server.port());
    let resolver = dns.addr().to_string();
    let fixed = [
        &*target,
        "--resolver",
        &*resolver,
        "--ehlo",
        "mail.example.org",
        "--dnsbl",
        "bl.example",
    ];
    for format in ["text", "markdown", "html"] {
        let run = run(fixed.into_iter().chain(["-f", format]));
        for said in [
            "This machine as a sender",
            "mx.example.test names it",
            "leads back",
            "listed (127.0.0.4)",
        ] {
            assert!(
                run.stdout.contains(said),
                "{format}: {said}: {}",
                run.stdout
            );
        }
    }
    let verbose = run(fixed.into_iter().chain(["-v"]));
    assert!(
        verbose.stdout.contains("5.113.0.203.in-addr.arpa"),
        "{}",
        verbose.stdout
    );
}

#[test]
fn what_makes_no_sense_is_refused_in_one_sentence() {
    let proxy = format!("socks5://{}", closed_port());
    let rows: [(&[&str], &str); 4] = [
        (&["h", "--dnsbl", "zen"], "--dnsbl zen.spamhaus.org"),
        (
            &["h", "--dnsbl", "https://bl.example/"],
            "--dnsbl zen.spamhaus.org",
        ),
        (
            &["h", "--sender", "--proxy", &proxy],
            "do not go with --proxy",
        ),
        (
            &["fleet", "submit", "--survey", "s", "h", "--sender"],
            "--sender does not go with mailcheck fleet submit",
        ),
    ];
    for (line, says) in rows {
        let run = run(line.iter().copied());
        assert_eq!(run.code, 2, "{line:?}: {run:?}");
        assert!(run.stderr.contains(says), "{line:?}: {}", run.stderr);
        assert_eq!(
            run.stderr.trim_end().lines().count(),
            1,
            "{line:?}: {}",
            run.stderr
        );
    }
}
