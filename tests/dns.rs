//! Lookups against name servers that answer, fail and misbehave, through the public door of `net::dns`.

#[path = "support/dns.rs"]
#[expect(dead_code, reason = "other tests publish names of addresses and texts")]
mod server;

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use clap::Parser;
use mailcheck::cli::{Cli, meaning};
use mailcheck::facts::{
    AddressSource, DnsOutcome, HostFacts, Lookup, Mx, RecordData, RecordKind, Transport,
};
use mailcheck::failure::ResolveTrouble;
use mailcheck::net::dns::{Answer, Question, Resolver, Settings};
use mailcheck::net::{Machine, Wait};
use mailcheck::plan::Plan;
use mailcheck::probe::{Visit, mx, name};
use mailcheck::progress::Progress;

use server::{Behaviour, DnsServer, Tcp, Zone, closed_port, kind};

/// For lookups that end by themselves: far more than they need.
const AMPLE: Duration = Duration::from_secs(10);
/// For lookups that nobody answers.
const SHORT: Duration = Duration::from_millis(400);

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(future)
}

fn wait(limit: Duration) -> Wait {
    Wait {
        limit,
        deadline: tokio::time::Instant::now() + Duration::from_secs(60),
    }
}

fn settings(servers: &[SocketAddr]) -> Settings {
    Settings {
        servers: servers.to_vec(),
        fallback: None,
        ..Settings::default()
    }
}

fn resolver(servers: &[SocketAddr]) -> Resolver {
    Resolver::new(settings(servers), "")
}

fn ask_for(resolver: &Resolver, name: &str, kind: RecordKind, limit: Duration) -> Answer {
    run(async {
        resolver
            .lookup(Question::new(name, kind), wait(limit))
            .await
    })
}

fn ask(resolver: &Resolver, name: &str, limit: Duration) -> Answer {
    ask_for(resolver, name, RecordKind::A, limit)
}

fn a(address: &str) -> RecordData {
    RecordData::A(address.parse().expect("an address"))
}

/// An exchange in few words: transport, server by its place, outcome.
fn log(resolver: &Resolver) -> Vec<String> {
    let servers = resolver.servers().to_vec();
    let exchanges = resolver.take_log().into_iter();
    let lines = exchanges.map(|exchange| {
        let place = servers.iter().position(|server| *server == exchange.server);
        let transport = match exchange.transport {
            Transport::Udp => "udp",
            Transport::Tcp => "tcp",
        };
        let outcome = match &exchange.outcome {
            DnsOutcome::Reply(reply) if reply.truncated => "truncated".to_owned(),
            DnsOutcome::Reply(reply) => format!("rcode {}", reply.rcode),
            DnsOutcome::Timeout => "timeout".to_owned(),
            DnsOutcome::Os(error) => format!("os {:?}", error.code.map(|_| "number")),
            DnsOutcome::Malformed => "malformed".to_owned(),
        };
        let plain = if exchange.edns { "" } else { "plain " };
        format!("{} {plain}{transport} {outcome}", place.unwrap_or(9))
    });
    lines.collect()
}

#[test]
fn what_one_server_says() {
    let found = || Lookup::Found(vec![a("192.0.2.1")]);
    let failed = |trouble| Lookup::Failed(trouble);
    let rows = vec![
        (
            "an answer",
            Behaviour::Answer,
            found(),
            vec!["0 udp rcode 0"],
        ),
        (
            "SERVFAIL",
            Behaviour::Rcode(2),
            failed(ResolveTrouble::ServFail),
            vec!["0 udp rcode 2", "0 plain udp rcode 2"],
        ),
        (
            "REFUSED",
            Behaviour::Rcode(5),
            failed(ResolveTrouble::Refused),
            vec!["0 udp rcode 5", "0 plain udp rcode 5"],
        ),
        (
            "another code",
            Behaviour::Rcode(9),
            failed(ResolveTrouble::Rcode(9)),
            vec!["0 udp rcode 9"],
        ),
        (
            "a truncated answer",
            Behaviour::Truncated(Tcp::Answers),
            found(),
            vec!["0 udp truncated", "0 tcp rcode 0"],
        ),
        (
            "a truncated answer that ends in a record",
            Behaviour::Torn,
            found(),
            vec!["0 udp truncated", "0 tcp rcode 0"],
        ),
        (
            "truncated, TCP closed",
            Behaviour::Truncated(Tcp::Closed),
            failed(ResolveTrouble::TcpBlocked),
            vec!["0 udp truncated", "0 tcp os Some(\"number\")"],
        ),
        (
            "truncated, TCP hangs up",
            Behaviour::Truncated(Tcp::HangsUp),
            failed(ResolveTrouble::TcpBlocked),
            vec!["0 udp truncated", "0 tcp os None"],
        ),
        (
            "the right number and nonsense",
            Behaviour::Broken,
            failed(ResolveTrouble::Malformed),
            vec!["0 udp malformed", "0 plain udp malformed"],
        ),
        (
            "a referral",
            Behaviour::Referral,
            failed(ResolveTrouble::Malformed),
            vec!["0 udp rcode 0"],
        ),
        (
            "noise, then the answer",
            Behaviour::NoiseFirst,
            found(),
            vec!["0 udp rcode 0"],
        ),
        (
            "an answer after a while",
            Behaviour::Slow(Duration::from_millis(300)),
            found(),
            vec!["0 udp rcode 0"],
        ),
    ];
    assert_rows(rows);
}

/// RFC 6891 section 7: servers that do not know it, and those that spoil it.
#[test]
fn what_one_server_says_of_edns() {
    let found = || Lookup::Found(vec![a("192.0.2.1")]);
    assert_rows(vec![
        (
            "EDNS in the wrong place (c-ares/c-ares#968)",
            Behaviour::MisplacesOpt,
            found(),
            vec!["0 udp malformed", "0 plain udp rcode 0"],
        ),
        (
            "no version of EDNS",
            Behaviour::BadVersion,
            found(),
            vec!["0 udp rcode 16", "0 plain udp rcode 0"],
        ),
        (
            "no EDNS",
            Behaviour::NoEdns,
            found(),
            vec!["0 udp rcode 1", "0 plain udp rcode 0"],
        ),
        (
            "FORMERR, with EDNS and without",
            Behaviour::Rcode(1),
            Lookup::Failed(ResolveTrouble::Rcode(1)),
            vec!["0 udp rcode 1", "0 plain udp rcode 1"],
        ),
    ]);
}

/// What is so, what the server does, what comes of it, and what was asked for that.
type Said = (
    &'static str,
    Behaviour,
    Lookup<Vec<RecordData>>,
    Vec<&'static str>,
);

fn assert_rows(rows: Vec<Said>) {
    let name = "smtp.example.test";
    for (what, behaviour, records, exchanges) in rows {
        let server = DnsServer::start(Zone::new().a(name, "192.0.2.1").everywhere(behaviour));
        let resolver = resolver(&[server.addr()]);
        let began = Instant::now();
        let answer = ask(&resolver, name, AMPLE);
        assert_eq!(answer.records, records, "{what}");
        assert_eq!(log(&resolver), exchanges, "{what}");
        assert!(began.elapsed() < AMPLE, "{what}: nothing was waited for");
    }
}

#[test]
fn what_is_not_there() {
    let zone = Zone::new()
        .aaaa("v6.example.test", "2001:db8::1")
        .exists("empty.example.test");
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);
    let rows = [
        (
            "missing.example.test",
            ResolveTrouble::NotFound,
            "0 udp rcode 3",
        ),
        (
            "empty.example.test",
            ResolveTrouble::NoData,
            "0 udp rcode 0",
        ),
        ("v6.example.test", ResolveTrouble::NoData, "0 udp rcode 0"),
    ];
    for (name, trouble, exchange) in rows {
        let answer = ask(&resolver, name, AMPLE);
        assert_eq!(answer.records, Lookup::Failed(trouble), "{name}");
        assert_eq!(log(&resolver), [exchange], "{name}");
    }
    let long = vec!["a".repeat(63); 5].join(".");
    let answer = ask(&resolver, &long, AMPLE);
    assert_eq!(answer.records, Lookup::Failed(ResolveTrouble::NotFound));
    assert_eq!(
        log(&resolver),
        [""; 0],
        "a name that cannot be is not asked for"
    );
}

#[test]
fn silence_and_nonsense_stay_apart() {
    let rows = [
        (Behaviour::Silent, ResolveTrouble::Timeout, "timeout"),
        (Behaviour::WrongId, ResolveTrouble::Malformed, "malformed"),
        (
            Behaviour::WrongQuestion,
            ResolveTrouble::Malformed,
            "malformed",
        ),
        (Behaviour::Garbage, ResolveTrouble::Malformed, "malformed"),
    ];
    for (behaviour, trouble, outcome) in rows {
        let zone = Zone::new().a("a.test", "192.0.2.1");
        let server = DnsServer::start(zone.everywhere(behaviour.clone()));
        let resolver = resolver(&[server.addr()]);
        let answer = ask(&resolver, "a.test", SHORT);
        assert_eq!(answer.records, Lookup::Failed(trouble), "{behaviour:?}");
        let log = log(&resolver);
        assert!(log.len() > 1, "{behaviour:?} was asked once more");
        assert!(
            log.iter().all(|line| line.ends_with(outcome)),
            "{behaviour:?}: {log:?}"
        );
    }
}

#[test]
fn a_truncated_answer_and_a_silent_tcp_port_are_no_time_out() {
    let zone = Zone::new().everywhere(Behaviour::Truncated(Tcp::Silent));
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);
    let answer = ask(&resolver, "a.test", SHORT);
    assert_eq!(answer.records, Lookup::Failed(ResolveTrouble::TcpBlocked));
    let log = log(&resolver);
    assert!(log.contains(&"0 udp truncated".to_owned()), "{log:?}");
    assert!(log.contains(&"0 tcp timeout".to_owned()), "{log:?}");
}

#[test]
fn a_closed_port_is_told_at_once() {
    let resolver = resolver(&[closed_port()]);
    let began = Instant::now();
    let answer = ask(&resolver, "a.test", AMPLE);
    assert!(began.elapsed() < AMPLE / 2);
    let Lookup::Failed(ResolveTrouble::Unreachable(error)) = answer.records else {
        panic!("{answer:?}");
    };
    assert_eq!(error.code, refused().raw_os_error());
    assert_eq!(log(&resolver), ["0 udp os Some(\"number\")"]);
}

/// The system's own "connection refused".
#[expect(
    clippy::disallowed_methods,
    reason = "the test asks the system for its number"
)]
fn refused() -> std::io::Error {
    std::net::TcpStream::connect(closed_port()).expect_err("nothing listens there")
}

#[test]
fn no_way_to_the_resolver_is_the_systems_word() {
    // A broadcast address cannot be connected to without asking for it, on any route.
    let resolver = resolver(&[SocketAddr::from(([255, 255, 255, 255], 53))]);
    let answer = ask(&resolver, "a.test", AMPLE);
    assert!(
        matches!(
            answer.records,
            Lookup::Failed(ResolveTrouble::Unreachable(_))
        ),
        "{answer:?}"
    );
}

#[test]
fn no_resolver_is_its_own_trouble() {
    let none = resolver(&[]);
    let answer = ask(&none, "a.test", AMPLE);
    assert_eq!(answer.records, Lookup::Failed(ResolveTrouble::NoResolver));
    assert_eq!(log(&none), [""; 0]);

    // libc asks this machine then. Where nobody is at home, none was configured; where somebody is, all is well.
    let here = |fallback| {
        let settings = Settings {
            fallback: Some(fallback),
            ..settings(&[])
        };
        Resolver::new(settings, "")
    };
    let closed = here(closed_port());
    let answer = ask(&closed, "a.test", AMPLE);
    assert_eq!(answer.records, Lookup::Failed(ResolveTrouble::NoResolver));
    assert!(closed.servers().is_empty());
    assert_eq!(closed.exchanges().len(), 1, "it was tried");
    let server = DnsServer::start(Zone::new().a("a.test", "192.0.2.1"));
    let answer = ask(&here(server.addr()), "a.test", AMPLE);
    assert_eq!(answer.records, Lookup::Found(vec![a("192.0.2.1")]));
}

#[test]
fn a_lost_datagram_does_not_cost_the_lookup() {
    let zone = Zone::new().a("a.test", "192.0.2.1");
    let server = DnsServer::start(zone.everywhere(Behaviour::Drops(1)));
    let resolver = resolver(&[server.addr()]);
    let answer = ask(&resolver, "a.test", Duration::from_secs(4));
    assert_eq!(answer.records, Lookup::Found(vec![a("192.0.2.1")]));
    assert_eq!(log(&resolver), ["0 plain udp rcode 0", "0 udp timeout"]);
    let [first, second] = server.queries().try_into().expect("two questions");
    assert_ne!(first.port, second.port, "each attempt has its own socket");
    assert!(first.dnssec_ok && first.edns == Some(1232));
    assert_eq!(second.edns, None, "the second time as libc asks");
}

#[test]
fn the_next_server_is_asked() {
    let good = || DnsServer::start(Zone::new().a("a.test", "192.0.2.1"));
    let rows = [
        (
            Behaviour::Rcode(2),
            &["0 udp rcode 2", "0 plain udp rcode 2"][..],
        ),
        (
            Behaviour::Rcode(5),
            &["0 udp rcode 5", "0 plain udp rcode 5"],
        ),
        (
            Behaviour::Broken,
            &["0 udp malformed", "0 plain udp malformed"],
        ),
        (Behaviour::Referral, &["0 udp rcode 0"]),
    ];
    for (behaviour, exchanges) in rows {
        let first = DnsServer::start(Zone::new().everywhere(behaviour.clone()));
        let second = good();
        let resolver = resolver(&[first.addr(), second.addr()]);
        let answer = ask(&resolver, "a.test", AMPLE);
        assert_eq!(
            answer.records,
            Lookup::Found(vec![a("192.0.2.1")]),
            "{behaviour:?}"
        );
        let expected = [exchanges, &["1 udp rcode 0"]].concat();
        assert_eq!(log(&resolver), expected, "{behaviour:?}");
    }
    let second = good();
    let resolver = resolver(&[closed_port(), second.addr()]);
    let answer = ask(&resolver, "a.test", AMPLE);
    assert_eq!(answer.records, Lookup::Found(vec![a("192.0.2.1")]));
    assert_eq!(
        log(&resolver),
        ["0 udp os Some(\"number\")", "1 udp rcode 0"]
    );
}

#[test]
fn no_such_name_is_final() {
    let first = DnsServer::start(Zone::new());
    let second = DnsServer::start(Zone::new().a("a.test", "192.0.2.1"));
    let resolver = resolver(&[first.addr(), second.addr()]);
    let answer = ask(&resolver, "a.test", AMPLE);
    assert_eq!(answer.records, Lookup::Failed(ResolveTrouble::NotFound));
    assert_eq!(second.queries(), []);
}

#[test]
fn a_dead_first_resolver_costs_less_than_in_libc_and_only_once() {
    let dead = DnsServer::start(Zone::new().everywhere(Behaviour::Silent));
    let good = DnsServer::start(Zone::new().a("a.test", "192.0.2.1"));
    let resolver = resolver(&[dead.addr(), good.addr()]);
    let began = Instant::now();
    let answer = ask(&resolver, "a.test", AMPLE);
    assert_eq!(answer.records, Lookup::Found(vec![a("192.0.2.1")]));
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "libc needs as long"
    );
    assert_eq!(log(&resolver), ["1 udp rcode 0", "0 udp timeout"]);

    ask(&resolver, "a.test", AMPLE);
    assert_eq!(
        log(&resolver),
        ["1 udp rcode 0"],
        "it is asked last from now on"
    );
}

#[test]
fn a_failure_and_silence_are_a_failure() {
    let failing = DnsServer::start(Zone::new().everywhere(Behaviour::Rcode(2)));
    let silent = DnsServer::start(Zone::new().everywhere(Behaviour::Silent));
    for servers in [
        [failing.addr(), silent.addr()],
        [silent.addr(), failing.addr()],
    ] {
        let answer = ask(&resolver(&servers), "a.test", SHORT);
        assert_eq!(answer.records, Lookup::Failed(ResolveTrouble::ServFail));
    }
}

#[test]
fn the_deadline_of_the_run_is_no_fault_of_the_resolver() {
    let silent = DnsServer::start(Zone::new().everywhere(Behaviour::Silent));
    let resolver = resolver(&[silent.addr()]);
    let answer = run(async {
        let wait = Wait {
            limit: AMPLE,
            deadline: tokio::time::Instant::now() + Duration::from_millis(100),
        };
        let question = Question::new("a.test", RecordKind::A);
        resolver.lookup(question, wait).await
    });
    assert_eq!(answer.records, Lookup::Failed(ResolveTrouble::Deadline));
    assert_eq!(log(&resolver), ["0 udp timeout"]);
}

#[test]
fn nothing_goes_out_when_the_time_is_up() {
    let server = DnsServer::start(Zone::new().a("a.test", "192.0.2.1"));
    let resolver = resolver(&[server.addr()]);
    let rows = [
        (AMPLE, Duration::ZERO, ResolveTrouble::Deadline),
        (Duration::ZERO, AMPLE, ResolveTrouble::Timeout),
    ];
    for (limit, rest_of_run, trouble) in rows {
        let answer = run(async {
            let deadline = tokio::time::Instant::now() + rest_of_run;
            let question = Question::new("a.test", RecordKind::A);
            resolver.lookup(question, Wait { limit, deadline }).await
        });
        assert_eq!(answer.records, Lookup::Failed(trouble));
    }
    assert_eq!(server.queries(), []);
    assert_eq!(log(&resolver), [""; 0]);
}

#[test]
fn the_extended_error_is_kept() {
    let zone = Zone::new().everywhere(Behaviour::Extended(2, 22, "no reachable authority"));
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);
    ask(&resolver, "a.test", AMPLE);
    let log = resolver.exchanges();
    let DnsOutcome::Reply(reply) = &log[0].outcome else {
        panic!("{log:?}");
    };
    let [(code, text)] = reply.extended_errors.as_slice() else {
        panic!("{reply:?}");
    };
    assert_eq!(
        (*code, text.0.as_slice()),
        (22, &b"no reachable authority"[..])
    );
}

#[test]
fn aliases_are_followed_inside_the_answer_and_outside() {
    let zone = || {
        Zone::new()
            .cname("a.test", "B.test")
            .cname("b.test", "c.test")
            .a("c.test", "192.0.2.1")
    };
    let rows = [(Behaviour::Answer, 1), (Behaviour::OneLink, 3)];
    for (behaviour, questions) in rows {
        let server = DnsServer::start(zone().everywhere(behaviour.clone()));
        let answer = ask(&resolver(&[server.addr()]), "a.test", AMPLE);
        assert_eq!(
            answer.records,
            Lookup::Found(vec![a("192.0.2.1")]),
            "{behaviour:?}"
        );
        assert_eq!(answer.aliases, ["b.test", "c.test"], "{behaviour:?}");
        assert_eq!(server.queries().len(), questions, "{behaviour:?}");
    }
}

#[test]
fn an_alias_that_leads_nowhere_is_told_with_the_alias() {
    let rows = [
        (Zone::new(), ResolveTrouble::NotFound),
        (Zone::new().exists("gone.test"), ResolveTrouble::NoData),
    ];
    for behaviour in [Behaviour::Answer, Behaviour::OneLink] {
        for (zone, trouble) in rows.clone() {
            let zone = zone.cname("a.test", "gone.test");
            let server = DnsServer::start(zone.everywhere(behaviour.clone()));
            let answer = ask(&resolver(&[server.addr()]), "a.test", AMPLE);
            assert_eq!(answer.records, Lookup::Failed(trouble), "{behaviour:?}");
            assert_eq!(answer.aliases, ["gone.test"], "{behaviour:?}");
        }
    }
}

#[test]
fn aliases_that_come_back_or_do_not_end() {
    let long = (0..40).fold(Zone::new(), |zone, n| {
        zone.cname(&format!("a{n}.test"), &format!("a{}.test", n + 1))
    });
    let rows = [
        ("to itself", Zone::new().cname("a0.test", "a0.test")),
        (
            "in a circle",
            Zone::new()
                .cname("a0.test", "b.test")
                .cname("b.test", "a0.test"),
        ),
        (
            "into a circle",
            Zone::new()
                .cname("a0.test", "b.test")
                .cname("b.test", "c.test")
                .cname("c.test", "b.test"),
        ),
        ("without end", long),
    ];
    for (what, zone) in rows {
        for behaviour in [Behaviour::Answer, Behaviour::OneLink] {
            let server = DnsServer::start(zone.clone().everywhere(behaviour));
            let answer = ask(&resolver(&[server.addr()]), "a0.test", AMPLE);
            let trouble = Lookup::Failed(ResolveTrouble::AliasLoop);
            assert_eq!(answer.records, trouble, "{what}");
            assert!(server.queries().len() <= 17, "{what}: it ends");
        }
    }
}

#[test]
fn validation_is_reported_and_can_be_switched_off() {
    let server = DnsServer::start(Zone::new().a("a.test", "192.0.2.1").authenticated());
    let resolver = resolver(&[server.addr()]);
    assert!(ask(&resolver, "a.test", AMPLE).authenticated);
    let question = Question::new("a.test", RecordKind::A).unchecked();
    run(async { resolver.lookup(question, wait(AMPLE)).await });
    let disabled: Vec<bool> = server
        .queries()
        .iter()
        .map(|q| q.checking_disabled)
        .collect();
    assert_eq!(disabled, [false, true]);
    let logged = resolver.exchanges();
    assert_eq!(
        logged
            .iter()
            .map(|e| e.checking_disabled)
            .collect::<Vec<_>>(),
        disabled
    );

    let plain = DnsServer::start(Zone::new().a("a.test", "192.0.2.1"));
    assert!(!ask(&self::resolver(&[plain.addr()]), "a.test", AMPLE).authenticated);
}

#[test]
fn records_of_every_kind_are_read() {
    let name = "_25._tcp.mx.example.test";
    let zone = Zone::new()
        .tlsa(name, 3, 1, 1, &[7; 32])
        .raw(name, 65_280, vec![1])
        .mx("example.test", 10, "MX.Example.test")
        .aaaa("mx.example.test", "2001:db8::1");
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);
    let rows = [
        (
            name,
            RecordKind::Tlsa,
            RecordData::Tlsa(3, 1, 1, vec![7; 32]),
        ),
        (
            "example.test",
            RecordKind::Mx,
            RecordData::Mx(Mx {
                preference: 10,
                exchange: "mx.example.test".into(),
            }),
        ),
        (
            "mx.example.test",
            RecordKind::Aaaa,
            RecordData::Aaaa("2001:db8::1".parse().expect("an address")),
        ),
    ];
    for (name, kind, data) in rows {
        let answer = ask_for(&resolver, name, kind, AMPLE);
        assert_eq!(answer.records, Lookup::Found(vec![data]), "{name}");
    }
    let kinds: Vec<u16> = server.queries().iter().map(|query| query.kind).collect();
    assert_eq!(kinds, [kind::TLSA, kind::MX, kind::AAAA]);
}

#[test]
fn mail_exchangers() {
    let zone = Zone::new()
        .mx("example.test", 20, "b.example.test")
        .mx("example.test", 10, "a.example.test")
        .mx("null.test", 0, "")
        .mx("literal.test", 10, "192.0.2.1")
        .cname("alias.test", "example.test")
        .exists("none.test");
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);
    let both: &[(u16, &str)] = &[(10, "a.example.test"), (20, "b.example.test")];
    let rows = [
        ("example.test", Ok(both)),
        ("alias.test", Ok(both)),
        ("null.test", Ok(&[(0, "")])),
        ("literal.test", Ok(&[(10, "192.0.2.1")])),
        ("none.test", Err(ResolveTrouble::NoData)),
        ("missing.test", Err(ResolveTrouble::NotFound)),
    ];
    for (domain, expected) in rows {
        let name = domain.parse().expect("a host name");
        let found = visiting(&resolver, &[], async |visit| {
            mx::exchangers(visit, &name).await
        });
        let expected = match expected {
            Ok(list) => Lookup::Found(
                list.iter()
                    .map(|(preference, exchange)| Mx {
                        preference: *preference,
                        exchange: (*exchange).to_owned(),
                    })
                    .collect(),
            ),
            Err(trouble) => Lookup::Failed(trouble),
        };
        assert_eq!(found, expected, "{domain}");
    }
}

/// A zone, ndots, the name, what comes of it, and the names asked for.
type Row<'a> = (
    Zone,
    usize,
    &'a str,
    Result<&'a str, ResolveTrouble>,
    &'a [&'a str],
);

/// Which names are asked for, in which order, and what is told in the end: glibc's `res_search`.
#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn names_are_searched_as_libc_does() {
    let search = |server: &DnsServer, ndots| Settings {
        search: vec!["one.test".into(), "two.test".into()],
        ndots,
        ..settings(&[server.addr()])
    };
    let found = || Zone::new().a("mail.two.test", "192.0.2.1");
    let all: &[&str] = &["mail.one.test", "mail.two.test", "mail"];
    let rows: [Row<'_>; 12] = [
        (found(), 1, "mail", Ok("mail.two.test"), &all[..2]),
        (
            Zone::new().a("mail", "192.0.2.1"),
            1,
            "mail",
            Ok("mail"),
            all,
        ),
        (
            Zone::new().exists("mail.one.test"),
            1,
            "mail",
            Err(ResolveTrouble::NoData),
            all,
        ),
        (
            Zone::new().at("mail.one.test", Behaviour::Rcode(2)),
            1,
            "mail",
            Err(ResolveTrouble::ServFail),
            all,
        ),
        // SERVFAIL in one domain does not keep the next from being asked.
        (
            found().at("mail.one.test", Behaviour::Rcode(2)),
            1,
            "mail",
            Ok("mail.two.test"),
            &all[..2],
        ),
        // Anything else ends the list, and the name itself is still asked for.
        (
            found().at("mail.one.test", Behaviour::Rcode(5)),
            1,
            "mail",
            Err(ResolveTrouble::Refused),
            &["mail.one.test", "mail"],
        ),
        // kubernetes/kubernetes#49113: a name with dots, and fewer than ndots.
        (
            Zone::new().a("hog.mail.two.test", "192.0.2.1"),
            5,
            "hog.mail",
            Ok("hog.mail.two.test"),
            &["hog.mail.one.test", "hog.mail.two.test"],
        ),
        // rancher/rancher#16697: a wildcard in a search domain takes a full name.
        (
            Zone::new()
                .a("smtp.provider.org", "192.0.2.25")
                .a("smtp.provider.org.two.test", "192.0.2.26"),
            5,
            "smtp.provider.org",
            Ok("smtp.provider.org.two.test"),
            &["smtp.provider.org.one.test", "smtp.provider.org.two.test"],
        ),
        (
            Zone::new().a("smtp.provider.org", "192.0.2.25"),
            1,
            "smtp.provider.org",
            Ok("smtp.provider.org"),
            &["smtp.provider.org"],
        ),
        // As it is first, and then in the list: what a typing mistake becomes behind a wildcard.
        (
            Zone::new().a("smpt.provider.org.two.test", "192.0.2.26"),
            1,
            "smpt.provider.org",
            Ok("smpt.provider.org.two.test"),
            &[
                "smpt.provider.org",
                "smpt.provider.org.one.test",
                "smpt.provider.org.two.test",
            ],
        ),
        // An IPv6 address alone ends the search too: both families are looked up together.
        (
            Zone::new()
                .aaaa("mail.one.test", "2001:db8::1")
                .a("mail.two.test", "192.0.2.1"),
            1,
            "mail",
            Ok("mail.one.test"),
            &["mail.one.test"],
        ),
        (
            Zone::new().at("x.provider.org", Behaviour::Rcode(2)),
            1,
            "x.provider.org",
            Err(ResolveTrouble::ServFail),
            &[
                "x.provider.org",
                "x.provider.org.one.test",
                "x.provider.org.two.test",
            ],
        ),
    ];
    for (zone, ndots, name, expected, asked) in rows {
        let server = DnsServer::start(zone);
        let resolver = Resolver::new(search(&server, ndots), "");
        let kinds = [RecordKind::A, RecordKind::Aaaa];
        let answer = run(async { resolver.lookup_host(name, &kinds, wait(AMPLE)).await });
        let found = answer
            .answers
            .iter()
            .any(|one| one.records.found().is_some());
        let told = match answer.answers[0].records.trouble() {
            Some(trouble) if !found => Err(trouble.clone()),
            _ => Ok(answer.name.as_str()),
        };
        assert_eq!(told, expected, "{name}");
        let log = resolver.exchanges();
        let mut names: Vec<&str> = log.iter().map(|exchange| exchange.name.as_str()).collect();
        names.dedup();
        let mut once: Vec<&str> = Vec::new();
        names.retain(|name| {
            !once.contains(name) && {
                once.push(name);
                true
            }
        });
        assert_eq!(names, asked, "{name}");
    }
}

/// A search list, `ndots`, what there is; which records are asked for, the name, and where it is found in the end.
type Met<'a> = (
    &'a [&'a str],
    usize,
    Zone,
    &'a [RecordKind],
    &'a str,
    &'a str,
);

/// As people met it in containers and at home; `tests/fixtures/getent.sh` holds the same against the C library.
#[test]
fn search_lists_that_people_met_are_followed() {
    let both: &[RecordKind] = &[RecordKind::A, RecordKind::Aaaa];
    let own = || Zone::new().a("smtp.provider.org", "192.0.2.25");
    let rows: [Met<'_>; 6] = [
        // k3s-io/k3s#6132: "search ." and ndots:5.
        (
            &["."],
            5,
            own(),
            both,
            "smtp.provider.org",
            "smtp.provider.org",
        ),
        // alpinelinux/docker-alpine#14: the domain itself, which has nothing below itself of its own name.
        (
            &["provider.org"],
            5,
            own().a("provider.org", "192.0.2.26"),
            both,
            "provider.org",
            "provider.org",
        ),
        // k3s-io/k3s#2801: a wildcard of the search domain takes every name.
        (
            &["home.test"],
            5,
            own().a("smtp.provider.org.home.test", "192.0.2.27"),
            both,
            "smtp.provider.org",
            "smtp.provider.org.home.test",
        ),
        // The same with the usual ndots: the name itself comes first, and is there.
        (
            &["home.test"],
            1,
            own().a("smtp.provider.org.home.test", "192.0.2.27"),
            both,
            "smtp.provider.org",
            "smtp.provider.org",
        ),
        // OpenSMTPD/OpenSMTPD#384: the exchanger has no AAAA record, and a wildcard here has. Both families are one question.
        (
            &["home.test"],
            1,
            own().aaaa("smtp.provider.org.home.test", "2001:db8::27"),
            both,
            "smtp.provider.org",
            "smtp.provider.org",
        ),
        // Where IPv6 alone is asked for, the list goes on, as libc's does.
        (
            &["home.test"],
            1,
            own().aaaa("smtp.provider.org.home.test", "2001:db8::27"),
            &both[1..],
            "smtp.provider.org",
            "smtp.provider.org.home.test",
        ),
    ];
    for (search, ndots, zone, kinds, name, expected) in rows {
        let server = DnsServer::start(zone);
        let text = format!("search {}\noptions ndots:{ndots}\n", search.join(" "));
        let settings = Settings {
            servers: settings(&[server.addr()]).servers,
            ..Settings::from_resolv_conf(&text)
        };
        let resolver = Resolver::new(settings, "");
        let answer = run(async { resolver.lookup_host(name, kinds, wait(AMPLE)).await });
        assert_eq!(answer.name, expected, "{text}");
        assert!(answer.addresses().found().is_some(), "{text}");
    }
}

#[test]
fn a_final_dot_keeps_search_domains_away() {
    let zone = Zone::new().a("mail.lan.test", "192.0.2.1");
    let server = DnsServer::start(zone);
    let settings = Settings {
        search: vec!["lan.test".into()],
        ..settings(&[server.addr()])
    };
    let with = |typed| host(&Resolver::new(settings.clone(), ""), &[], typed);
    assert_eq!(addresses(&with("mail")), ["192.0.2.1"]);
    let rooted = with("mail.");
    assert_eq!(
        rooted.trouble(),
        Some(ResolveTrouble::NotFound),
        "{rooted:?}"
    );
}

#[test]
fn what_a_search_domain_answers_is_known_beside_what_the_dns_says() {
    let zone = Zone::new()
        .a("smtp.provider.org", "192.0.2.25")
        .a("smtp.provider.org.lan.test", "192.0.2.26")
        .a("mailhog.mail.lan.test", "192.0.2.27")
        .a("word.lan.test", "192.0.2.28");
    let server = DnsServer::start(zone);
    let settings = Settings {
        search: vec!["lan.test".into()],
        ndots: 5,
        ..settings(&[server.addr()])
    };
    let searched = |typed| {
        let host = host(&Resolver::new(settings.clone(), ""), &[], typed);
        let searched = host.searched.expect("a search domain answered");
        (searched.name, searched.itself)
    };
    let elsewhere = Lookup::Found(vec!["192.0.2.25".parse().expect("an address")]);
    assert_eq!(
        searched("smtp.provider.org"),
        ("smtp.provider.org.lan.test".to_owned(), Some(elsewhere))
    );
    let nowhere = Lookup::Failed(ResolveTrouble::NotFound);
    assert_eq!(
        searched("mailhog.mail"),
        ("mailhog.mail.lan.test".to_owned(), Some(nowhere))
    );
    assert_eq!(searched("word"), ("word.lan.test".to_owned(), None));
}

#[test]
fn ipv6_addresses_that_programs_here_do_not_get_are_not_asked_for() {
    let zone = Zone::new()
        .a("h.test", "192.0.2.1")
        .aaaa("h.test", "2001:db8::1");
    let server = DnsServer::start(zone);
    let settings = Settings {
        no_aaaa: true,
        ..settings(&[server.addr()])
    };
    let both = host(&Resolver::new(settings.clone(), ""), &[], "h.test");
    assert_eq!(
        (addresses(&both), both.ipv6),
        (vec!["192.0.2.1".to_owned()], None)
    );
    let six = host(&Resolver::new(settings, ""), &["-6"], "h.test");
    assert_eq!(addresses(&six), ["2001:db8::1"], "asked for by name");
}

/// The host of what was typed, as the plan of these options has it.
fn host(resolver: &Resolver, options: &[&str], typed: &str) -> HostFacts {
    let name = typed.parse().expect("a host name");
    visiting(resolver, options, async |visit| {
        name::host(visit, &name, None).await
    })
}

/// Asks something on a visit with these options.
fn visiting<T>(resolver: &Resolver, options: &[&str], ask: impl AsyncFnOnce(&Visit<'_>) -> T) -> T {
    let plan = plan(options);
    let (machine, progress) = (Machine::open(&plan).expect("it opens"), Progress::default());
    run(async { ask(&Visit::begin(&plan, &machine, resolver, &progress)).await })
}

#[test]
fn a_host_has_what_each_family_says() {
    let zone = Zone::new()
        .a("both.test", "192.0.2.1")
        .a("both.test", "192.0.2.2")
        .aaaa("both.test", "2001:db8::1")
        .cname("four.test", "only4.test")
        .a("only4.test", "192.0.2.3")
        .exists("empty.test");
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);

    let both = host(&resolver, &[], "both.test");
    assert_eq!(addresses(&both), ["192.0.2.1", "192.0.2.2", "2001:db8::1"]);
    assert_eq!(both.trouble(), None);
    assert_eq!(both.source, AddressSource::Dns);

    let four = host(&resolver, &[], "four.test");
    assert_eq!(addresses(&four), ["192.0.2.3"]);
    assert_eq!(four.aliases, ["only4.test"]);
    assert_eq!(four.ipv6, Some(Lookup::Failed(ResolveTrouble::NoData)));
    assert_eq!(four.trouble(), None);

    let only = host(&resolver, &["-6"], "both.test");
    assert_eq!(addresses(&only), ["2001:db8::1"]);
    assert_eq!(only.ipv4, None, "not asked");

    let empty = host(&resolver, &[], "empty.test");
    assert_eq!(empty.trouble(), Some(ResolveTrouble::NoData));
    assert_eq!(empty.suggestion, None);
}

#[test]
fn what_this_machine_knows_is_not_asked() {
    let server = DnsServer::start(Zone::new().a("mail.test", "192.0.2.9"));
    let hosts = "192.0.2.1 mail.test\n";
    let resolver = Resolver::new(settings(&[server.addr()]), hosts);

    let known = host(&resolver, &[], "mail.test");
    assert_eq!(known.source, AddressSource::HostsFile);
    assert_eq!(addresses(&known), ["192.0.2.1"]);
    assert_eq!(known.ipv6, Some(Lookup::Failed(ResolveTrouble::NoData)));

    let elsewhere = host(&resolver, &["--connect-to", "192.0.2.5"], "mail.test");
    assert_eq!(elsewhere.source, AddressSource::ConnectTo);
    assert_eq!(addresses(&elsewhere), ["192.0.2.5"]);
    assert_eq!(elsewhere.ipv6, None, "not asked");

    let literal = name::literal(&plan(&[]), IpAddr::from([192, 0, 2, 7]));
    assert_eq!(literal.source, AddressSource::Literal);
    assert_eq!(addresses(&literal), ["192.0.2.7"]);
    assert_eq!(literal.ipv6, None);

    assert_eq!(server.queries(), []);
}

#[test]
fn a_slip_of_the_finger_is_noticed() {
    let zone = Zone::new()
        .a("smtp.example.test", "192.0.2.1")
        .cname("alias.example.test", "smpt.gone.test")
        .a("smtp.gone.test", "192.0.2.2");
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);
    let rows = [
        ("smpt.example.test", Some("smtp.example.test"), 3),
        ("imao.example.test", None, 3),
        ("pop2.example.test", None, 4),
        ("vpn.example.test", None, 2),
        ("alias.example.test", None, 2),
    ];
    for (typed, suggestion, questions) in rows {
        resolver.take_log();
        let facts = host(&resolver, &[], typed);
        assert_eq!(facts.trouble(), Some(ResolveTrouble::NotFound), "{typed}");
        assert_eq!(facts.suggestion.as_deref(), suggestion, "{typed}");
        assert_eq!(resolver.take_log().len(), questions, "{typed}");
    }
}

/// The plan of these options.
fn plan(options: &[&str]) -> Plan {
    let words = ["mailcheck", "mail.test"].iter().chain(options);
    let typed = Cli::try_parse_from(words).expect("a command line");
    meaning::plan(&typed.check).expect("a plan")
}

fn addresses(host: &HostFacts) -> Vec<String> {
    let addresses = host.addresses().into_iter();
    addresses.map(|address| address.to_string()).collect()
}

#[test]
fn one_link_without_validation_takes_it_from_the_whole_chain() {
    let zone = Zone::new()
        .cname("a.test", "b.test")
        .a("b.test", "192.0.2.1")
        .at("a.test", Behaviour::OneLink)
        .unvalidated("b.test")
        .authenticated();
    let server = DnsServer::start(zone);
    let resolver = resolver(&[server.addr()]);
    let answer = ask(&resolver, "a.test", AMPLE);
    assert_eq!(answer.records, Lookup::Found(vec![a("192.0.2.1")]));
    assert!(!answer.authenticated);
    let bits: Vec<bool> = resolver
        .exchanges()
        .iter()
        .map(|exchange| match &exchange.outcome {
            DnsOutcome::Reply(reply) => reply.authenticated,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(bits, [true, false]);
}

/// systemd/systemd#3980, #9799: routers that drop questions with EDNS, or answer them with an error.
#[test]
fn a_resolver_that_breaks_edns_is_asked_without() {
    let name = "smtp.example.test";
    let rows = [
        (Behaviour::DropsEdns, "0 udp timeout"),
        (Behaviour::EdnsRcode(2), "0 udp rcode 2"),
        (Behaviour::EdnsRcode(5), "0 udp rcode 5"),
        (Behaviour::EdnsRcode(4), "0 udp rcode 4"),
        (Behaviour::EdnsRcode(1), "0 udp rcode 1"),
    ];
    for (behaviour, failure) in rows {
        let zone = Zone::new()
            .a(name, "192.0.2.1")
            .everywhere(behaviour.clone());
        let server = DnsServer::start(zone);
        let resolver = resolver(&[server.addr()]);
        for _ in 0..2 {
            let answer = ask(&resolver, name, AMPLE);
            assert_eq!(
                answer.records,
                Lookup::Found(vec![a("192.0.2.1")]),
                "{behaviour:?}"
            );
            let mut log = log(&resolver);
            log.sort();
            if log.len() == 2 {
                assert_eq!(log, ["0 plain udp rcode 0", failure], "{behaviour:?}");
            }
        }
        // From now on EDNS is left out, and no time is lost.
        let began = Instant::now();
        ask(&resolver, name, AMPLE);
        assert_eq!(log(&resolver), ["0 plain udp rcode 0"], "{behaviour:?}");
        assert!(began.elapsed() < Duration::from_secs(1), "{behaviour:?}");
    }
}

/// A resolver that is only slow has both answers by the time, and the one with signatures is taken.
#[test]
fn a_slow_resolver_is_not_taken_for_one_that_breaks_edns() {
    let zone = Zone::new().a("a.test", "192.0.2.1").authenticated();
    let slow = Behaviour::SlowOnce(Duration::from_millis(2300));
    let server = DnsServer::start(zone.everywhere(slow));
    let resolver = resolver(&[server.addr()]);
    let answer = ask(&resolver, "a.test", AMPLE);
    assert!(answer.authenticated, "{answer:?}");
    let log = log(&resolver);
    assert!(log.contains(&"0 udp rcode 0".to_owned()), "{log:?}");
}
