//! Names and mail exchangers that fail, through the binary: class, codes, finding, owner, verdict, exit code.

mod support;

use std::time::Duration;

use serde_json::{Value, json};
use support::dns::{Behaviour, DnsServer, Tcp, Zone, closed_port};
use support::run::{findings, findings_of, run, run_json};
use support::server::{self, Server};

/// The response codes of RFC 1035 and RFC 2136.
const SERVFAIL: u8 = 2;
const REFUSED: u8 = 5;

fn ask(resolver: &str, target: &str, options: &[&str]) -> (i32, Value) {
    let fixed = [target, "--resolver", resolver];
    let (run, json) = run_json(fixed.into_iter().chain(options.iter().copied()));
    (run.code, json)
}

/// What the first check failed with: class, Winsock number, Outlook number.
fn failure(json: &Value) -> Value {
    let failure = &json["targets"][0]["checks"][0]["failure"];
    assert_eq!(failure["stage"], "resolve", "{json:#}");
    json!([
        failure["class"],
        failure["winsock"]["code"],
        failure["outlook"][0]
    ])
}

fn owner(json: &Value) -> &Value {
    &json["targets"][0]["findings"][0]["owner"]
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn names_that_give_no_address() {
    let name = "smtp.example.test";
    let zone = || Zone::new().a("other.example.test", "127.0.0.1");
    let at = |behaviour| zone().at(name, behaviour);
    let rows = [
        (
            "NXDOMAIN",
            zone(),
            "not-found",
            11001,
            "name-not-found",
            "domain",
            1,
        ),
        (
            "NODATA",
            zone().exists(name),
            "no-data",
            11004,
            "no-address",
            "domain",
            1,
        ),
        (
            "SERVFAIL",
            at(Behaviour::Rcode(SERVFAIL)),
            "dns-failure",
            11002,
            "dns-server-failure",
            "domain",
            1,
        ),
        (
            "SERVFAIL to all",
            zone().everywhere(Behaviour::Rcode(SERVFAIL)),
            "dns-failure",
            11002,
            "dns-server-failure",
            "this-machine",
            3,
        ),
        (
            "SERVFAIL to all but the root",
            zone()
                .everywhere(Behaviour::Rcode(SERVFAIL))
                .raw("", 2, vec![0])
                .at("", Behaviour::Answer),
            "dns-failure",
            11002,
            "dns-server-failure",
            "this-machine",
            3,
        ),
        (
            "silent to all",
            zone().everywhere(Behaviour::Silent),
            "timeout",
            11002,
            "dns-timeout",
            "this-machine",
            3,
        ),
        (
            "a filter",
            at(Behaviour::Extended(3, 15, "blocked by rule")),
            "not-found",
            11001,
            "resolver-filters",
            "this-machine",
            3,
        ),
        (
            "REFUSED",
            at(Behaviour::Rcode(REFUSED)),
            "dns-failure",
            11003,
            "dns-refused",
            "this-machine",
            3,
        ),
        (
            "silent",
            at(Behaviour::Silent),
            "timeout",
            11002,
            "dns-timeout",
            "domain",
            1,
        ),
        (
            "garbage",
            at(Behaviour::Garbage),
            "dns-failure",
            11003,
            "dns-malformed",
            "this-machine",
            3,
        ),
        (
            "TC, no TCP",
            at(Behaviour::Truncated(Tcp::Closed)),
            "dns-failure",
            11002,
            "dns-tcp-blocked",
            "this-machine",
            3,
        ),
        (
            "loop",
            zone().cname(name, "b.test").cname("b.test", name),
            "dns-failure",
            11003,
            "cname-loop",
            "domain",
            1,
        ),
    ];
    for (what, zone, class, winsock, finding, who, code) in rows {
        let server = DnsServer::start(zone);
        let (exit, json) = ask(&server.addr().to_string(), name, &["-t", "2"]);
        assert_eq!(
            failure(&json),
            json!([class, winsock, "0x800CCC0D"]),
            "{what}: {json:#}"
        );
        // One root cause, one finding, and not three.
        assert_eq!(findings(&json), [finding], "{what}: {json:#}");
        assert_eq!(owner(&json), who, "{what}");
        assert_eq!(exit, code, "{what}");
    }
}

#[test]
fn a_resolver_that_is_not_there() {
    let (exit, json) = ask(&closed_port().to_string(), "smtp.example.test", &[]);
    assert_eq!(
        failure(&json),
        json!(["dns-failure", 11002, "0x800CCC0D"]),
        "{json:#}"
    );
    assert_eq!(
        (findings(&json), exit),
        (vec!["resolver-down".to_owned()], 3),
        "{json:#}"
    );
    let exchange = &json["targets"][0]["dns"][0];
    assert_eq!(exchange["outcome"], "error", "{json:#}");
}

#[test]
fn a_slip_of_the_pen_is_pointed_out() {
    let server = DnsServer::start(Zone::new().a("smtp.example.test", "127.0.0.1"));
    let (exit, json) = ask(&server.addr().to_string(), "smpt.example.test", &[]);
    assert_eq!(
        (findings(&json), exit),
        (vec!["name-not-found".to_owned()], 1)
    );
    assert!(
        json["targets"][0]["findings"][0]
            .to_string()
            .contains("smtp.example.test"),
        "{json:#}"
    );
}

#[test]
fn a_truncated_answer_and_a_dead_first_resolver_are_got_over() {
    let port = server::closed_port();
    let closed = server::closed_port_finding(&[143, 993, 587]);
    let zone = Zone::new().a("h.example.test", "127.0.0.1");
    let truncating = DnsServer::start(
        zone.clone()
            .at("h.example.test", Behaviour::Truncated(Tcp::Answers)),
    );
    let url = format!("imap://h.example.test:{port}");
    let (exit, json) = ask(&truncating.addr().to_string(), &url, &["-4"]);
    assert_eq!(
        (findings(&json), exit),
        (vec![closed.to_owned()], 1),
        "{json:#}"
    );
    let transports: Vec<_> = json["targets"][0]["dns"]
        .as_array()
        .expect("exchanges")
        .iter()
        .filter(|x| x["question"] == "h.example.test A")
        .map(|x| &x["transport"])
        .collect();
    assert_eq!(transports, ["udp", "tcp"]);

    let silent = DnsServer::start(Zone::new().everywhere(Behaviour::Silent));
    let good = DnsServer::start(zone);
    let second = good.addr().to_string();
    let options = ["-4", "--resolver", second.as_str()];
    let (exit, json) = ask(&silent.addr().to_string(), &url, &options);
    let mut ids = findings(&json);
    ids.sort();
    assert_eq!(
        (ids, exit),
        (vec![closed.to_owned(), "resolver-slow".to_owned()], 1),
        "{json:#}"
    );
}

/// A zone whose mail exchangers' hosts have the address of a mail server on loopback; port 25 is not ours to bind, so
/// what is looked at is what the records say.
#[test]
fn mail_exchangers_that_are_wrong() {
    let zone = || {
        Zone::new()
            .a("mx.example.test", "127.0.0.1")
            .a("example.test", "127.0.0.1")
    };
    let rows = [
        ("null MX", zone().mx("example.test", 0, "."), "null-mx"),
        (
            "alias",
            zone()
                .mx("example.test", 10, "alias.example.test")
                .cname("alias.example.test", "mx.example.test"),
            "mx-alias",
        ),
        (
            "missing",
            zone().mx("example.test", 10, "gone.example.test"),
            "mx-target-missing",
        ),
        (
            "address",
            zone().mx("example.test", 10, "192.0.2.1"),
            "mx-not-a-name",
        ),
        ("none", zone(), "no-mx"),
    ];
    for (what, zone, finding) in rows {
        let server = DnsServer::start(zone);
        let (_, json) = ask(
            &server.addr().to_string(),
            "example.test",
            &["--mx", "-4", "-t", "2"],
        );
        assert_eq!(json["targets"][0]["kind"], "domain", "{what}");
        let all = findings_of(&json, &["error", "inconclusive", "warning", "info"]);
        assert!(
            all.contains(&finding.to_owned()),
            "{what}: {all:?} {json:#}"
        );
    }
}

#[test]
fn a_name_with_mail_exchangers_is_a_domain_and_the_output_says_so() {
    let zone = Zone::new()
        .a("example.test", "127.0.0.1")
        .mx("example.test", 10, "mx.example.test")
        .a("mx.example.test", "127.0.0.1");
    let server = DnsServer::start(zone);
    let resolver = server.addr().to_string();
    for (options, kind, ports) in [(&["-4"][..], "domain", 1), (&["-4", "--host"], "host", 7)] {
        let (_, json) = ask(&resolver, "example.test", options);
        assert_eq!(json["targets"][0]["kind"], kind);
        let checks = json["targets"][0]["checks"].as_array().expect("checks");
        // What was tried for comparison alone was not asked for.
        let asked = checks.iter().filter(|check| check["context"] == false);
        assert_eq!(asked.count(), ports, "{json:#}");
    }
}

#[test]
fn a_name_is_looked_up_and_its_own_certificate_wanted() {
    let pki = support::certificates::Pki::for_names(&["mail.example.test"]);
    let dialogue = "TLS\nS: * OK ready\nC: a1\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK\nC: a4 LOGOUT\nS: * BYE\nS: a4 OK";
    let server = Server::play_tls(dialogue, pki.server());
    let zone = Zone::new().a("mail.example.test", "127.0.0.1").at(
        "mail.example.test",
        Behaviour::Slow(Duration::from_millis(50)),
    );
    let dns = DnsServer::start(zone);
    let url = format!("imaps://mail.example.test:{}", server.port());
    let ca_file = pki.ca_file();
    let options = ["-4", "--ca-file", ca_file.to_str().expect("UTF-8")];
    let (exit, json) = ask(&dns.addr().to_string(), &url, &options);
    assert_eq!((exit, &json["verdict"]), (0, &json!("ok")), "{json:#}");
    let tls = &json["targets"][0]["checks"][0]["tls"];
    assert_eq!(tls["server_name"], "mail.example.test");
    assert_eq!(dns.queries().len(), 1, "IPv4 alone was asked for");
}

/// The typing mistakes of DNS panels, as they go over the wire. None of them may be told as well in any face.
#[test]
fn what_is_no_host_name_is_never_well() {
    let records = |labels: &[&[u8]]| {
        let mut data = 10_u16.to_be_bytes().to_vec();
        for label in labels {
            data.push(u8::try_from(label.len()).expect("a short label"));
            data.extend(*label);
        }
        data.push(0);
        Zone::new().raw("hs.test", 15, data)
    };
    let rows: [(&str, Zone); 9] = [
        ("a blank", records(&[b"mail hs", b"test"])),
        ("a URL", records(&[b"http://mail", b"hs", b"test"])),
        ("a mail address", records(&[b"postmaster@hs", b"test"])),
        ("a star", records(&[b"*", b"hs", b"test"])),
        ("a hyphen", records(&[b"-mail", b"hs", b"test"])),
        ("brackets", records(&[b"[127", b"0", b"0", b"1]"])),
        ("a dot in a label", records(&[b"mail.hs", b"test"])),
        ("control bytes", records(&[b"\x1b[31m", b"hs", b"test"])),
        ("no punycode", records(&[b"xn--\xff\xfe", b"test"])),
    ];
    for (what, zone) in rows {
        let server = DnsServer::start(zone);
        let resolver = server.addr().to_string();
        let (exit, json) = ask(&resolver, "hs.test", &[]);
        assert_eq!(findings(&json), ["mx-not-a-name"], "{what}: {json:#}");
        assert_eq!((exit, owner(&json)), (1, &json!("domain")), "{what}");
        assert_eq!(json["verdict"], "failed", "{what}");
        for (format, code, says) in [
            ("nagios", 2, "MAILCHECK CRITICAL"),
            ("junit", 1, "failures=\"1\""),
            ("prometheus", 1, "verdict=\"failed\"} 1"),
        ] {
            let told = run(["hs.test", "--resolver", &resolver, "-f", format]);
            assert_eq!(told.code, code, "{what}, {format}: {}", told.stdout);
            assert!(told.stdout.contains(says), "{what}: {}", told.stdout);
        }
    }
}

/// Sixteen wrong records of a better preference keep nobody from trying the good one.
#[test]
fn a_good_exchanger_behind_many_wrong_ones_is_tried() {
    let wrong = |zone: Zone, n: u16| zone.mx("hs.test", n, &format!("mail {n}"));
    let zone = (0..20).fold(Zone::new(), wrong);
    let zone = zone.mx("hs.test", 99, "mx.hs.test");
    let server = DnsServer::start(zone.a("mx.hs.test", "127.0.0.1"));
    let (_, json) = ask(&server.addr().to_string(), "hs.test", &["-4", "-t", "2"]);
    let checks = json["targets"][0]["checks"].as_array().expect("checks");
    assert!(
        checks.iter().any(|check| check["host"] == "mx.hs.test"),
        "{json:#}"
    );
    let all = findings_of(&json, &["warning"]);
    assert!(all.contains(&"mx-not-a-name".to_owned()), "{json:#}");
}

/// systemd/systemd#3980 and #9799: the names are found all the same, and the box that breaks EDNS is named.
#[test]
fn a_resolver_that_breaks_edns_is_named() {
    let url = format!("imap://h.example.test:{}", server::closed_port());
    let rows = [
        (Behaviour::DropsEdns, true),
        (Behaviour::EdnsRcode(SERVFAIL), true),
        (Behaviour::EdnsRcode(REFUSED), true),
        (Behaviour::EdnsRcode(4), true),
        (Behaviour::Answer, false),
        (Behaviour::Drops(1), false),
    ];
    for (behaviour, breaks) in rows {
        let zone = Zone::new().a("h.example.test", "127.0.0.1");
        let server = DnsServer::start(zone.everywhere(behaviour.clone()));
        let (_, json) = ask(&server.addr().to_string(), &url, &["-4"]);
        let warned = findings_of(&json, &["warning"]);
        let named = warned.contains(&"resolver-breaks-edns".to_owned());
        assert_eq!(named, breaks, "{behaviour:?}: {json:#}");
    }
}

/// nodemailer/nodemailer#1454, postal, basecamp/kamal#1418: what a name of somebody else's leads to may be this machine or
/// nobody. Nothing is connected there, though a mail server may well listen.
#[test]
fn nothing_is_connected_to_an_address_that_is_nobodys() {
    let greets = || Server::play("S: * OK ready\nC: a1\nS: * CAPABILITY IMAP4rev1\nS: a1 OK");
    let rows = [
        (
            "mail.example.com",
            "127.0.0.1",
            "special-address",
            "domain",
            1,
        ),
        (
            "imap.provider.org",
            "127.9.9.9",
            "special-address",
            "domain",
            1,
        ),
        (
            "mail.example.com",
            "0.0.0.0",
            "resolver-filters",
            "this-machine",
            3,
        ),
        (
            "mail.example.test",
            "0.0.0.0",
            "resolver-filters",
            "this-machine",
            3,
        ),
        (
            "mail.example.com",
            "255.255.255.255",
            "special-address",
            "domain",
            1,
        ),
        (
            "mail.example.com",
            "224.0.0.1",
            "special-address",
            "domain",
            1,
        ),
    ];
    for (name, address, finding, who, code) in rows {
        let dns = DnsServer::start(Zone::new().a(name, address));
        let server = greets();
        let url = format!("imap://{name}:{}", server.port());
        let (exit, json) = ask(&dns.addr().to_string(), &url, &["-4"]);
        assert_eq!(findings(&json), [finding], "{name} {address}: {json:#}");
        assert_eq!(
            (exit, owner(&json)),
            (code, &json!(who)),
            "{name} {address}"
        );
        assert_eq!(server.connections(), 0, "{name} {address}");
        assert_eq!(json["targets"][0]["checks"][0]["outcome"], "skipped");
    }
    let zone = Zone::new().mx("example.test", 10, "mx.example.test");
    for (address, finding) in [
        ("127.0.0.1", "special-address"),
        ("0.0.0.0", "special-address"),
    ] {
        let dns = DnsServer::start(zone.clone().a("mx.example.test", address));
        let (exit, json) = ask(&dns.addr().to_string(), "example.test", &["-4"]);
        assert_eq!(findings(&json), [finding], "{json:#}");
        assert_eq!((exit, owner(&json)), (1, &json!("domain")));
        let junit = run([
            "example.test",
            "-4",
            "--resolver",
            &dns.addr().to_string(),
            "-f",
            "junit",
        ]);
        assert!(junit.stdout.contains("failures=\"1\""), "{}", junit.stdout);
    }
}

/// What the C library makes of a name under these settings, mailcheck makes of it too: search lists, `ndots`, the root as a
/// search domain, the final dot, the hosts file, aliases, one family alone, SERVFAIL, REFUSED, and names that nobody has.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs root, or a user who may make namespaces: tests/run real"]
fn getent_agrees_about_every_name() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/getent.sh");
    let directory = tempfile::tempdir().expect("a directory");
    let run = std::process::Command::new("unshare")
        .args(["--map-root-user", "--mount", "--net", script])
        .arg(env!("CARGO_BIN_EXE_mailcheck"))
        .arg(directory.path())
        .output()
        .expect("unshare runs");
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        run.status.success(),
        "{told}{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 250, "{told}");
    assert!(
        lines.iter().all(|line| line.starts_with("same: ")),
        "{told}"
    );
    // Not for want of answers.
    assert!(
        lines
            .iter()
            .filter(|line| line.contains("192.0.2.") || line.contains("2001:db8::"))
            .count()
            >= 160,
        "{told}"
    );
}
