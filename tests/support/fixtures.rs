//! Reports for the tests of the renderers: facts made by hand, judged as the program does, the same for every
//! format.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use mailcheck::codes::Os;
use mailcheck::diagnose::diagnose;
use mailcheck::facts::{
    AddressSource, Because, Certificate, Check, Counters, Direction, DnsExchange, DnsOutcome,
    DnsRecord, DnsReply, Extensions, Facts, FollowUps, Greeting, Hop, HopAnswer, HostFacts, Line,
    Lookup, MailPolicy, Mx, OtherMode, OtherName, PolicyAnswer, ProxyAttempt, RecordData,
    RecordKind, Step, Sweep, TcpState, Tls, TlsAnswer, TlsOffer, Transport, Vantage,
};
use mailcheck::failure::{
    CertificateProblem, Failure, Icmp, OsError, Permanence, Rejection, ResolveTrouble, Stage,
    TlsTrouble, Trouble,
};
use mailcheck::finding::Verdict;
use mailcheck::report::{Report, Run, TargetReport};
use mailcheck::service::{Endpoint, Protocol, Security, Service};
use mailcheck::target::{Host, HostBecause, HostName, MxQuestion, Target};
use mailcheck::wire::{self, Text};

/// 2026-11-21 20:51:07 UTC.
pub(crate) const STARTED: i64 = 1_795_294_267;

/// How long the run took.
const ELAPSED: Duration = Duration::from_micros(10_034_567);

const DAY: i64 = 86_400;
const MS: Duration = Duration::from_millis(1);
const V4: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 10));
const V6: IpAddr = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x10));
const RESOLVER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 1, 1));
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 1, 7));
const HERE_V6: IpAddr = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 7, 0, 0, 0, 0, 7));
const BLOCKED: &str =
    "554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using bl.example.org";

/// Every fixture by its name.
pub(crate) fn all() -> Vec<(&'static str, Report)> {
    vec![
        ("healthy", healthy()),
        ("one-fault", one_fault()),
        ("many-faults", many_faults()),
        ("no-such-name", no_such_name()),
        ("domain", domain()),
        ("firewall", firewall()),
        ("hostile", hostile()),
        ("flood", flood()),
        ("two-targets", two_targets()),
        ("wrong-mode", wrong_mode()),
    ]
}

/// Seven services on two addresses, and everything works.
pub(crate) fn healthy() -> Report {
    let facts = mail_host("mail.example.com", Because::NoMx);
    report(vec![judged(facts)])
}

/// All well, but the certificate ends within ten days.
pub(crate) fn expiring() -> Report {
    let mut facts = mail_host("mail.example.com", Because::NoMx);
    for tls in facts
        .checks
        .iter_mut()
        .filter_map(|check| check.tls.as_mut())
    {
        tls.certificates[0].not_after = STARTED + 10 * DAY - 1;
    }
    report(vec![judged(facts)])
}

/// One service asked for by URL: nobody answers on its port, and the sibling port works.
pub(crate) fn one_fault() -> Report {
    let mut facts = mail_host("smtp.example.com", Because::OneService);
    "submission://smtp.example.com".clone_into(&mut facts.target.typed);
    facts.target.endpoints = vec![Endpoint::usual(Service::Submission)];
    facts.target.named = true;
    facts.target.mx = MxQuestion::Never(HostBecause::Named);
    facts.mx = None;
    facts.dns.truncate(2);
    has_no_ipv6(&mut facts);
    let mut silent = Check::new(0, Endpoint::usual(Service::Submission), Some(V4));
    let limit = Duration::from_secs(10);
    let received = text("");
    fail(
        &mut silent,
        Stage::Connect,
        Trouble::Clock { limit, received },
        limit,
    );
    silent.tcp = Some(TcpState {
        timeouts: 3,
        retransmissions: 3,
        silent_for: Some(Duration::ZERO),
        ..TcpState::default()
    });
    facts.checks = vec![
        silent,
        sibling(Service::Submissions),
        sibling(Service::Smtp),
        sibling(Service::Imaps),
    ];
    facts.counters = Some(Counters {
        retransmissions_failed: 0,
        syn_retransmissions: 3,
    });
    let near = [router("192.168.1.1"), router("203.0.113.1")];
    let nothing = (None, HopAnswer::Silent);
    let far = [router("198.51.100.1"), nothing, (Some(V4), HopAnswer::Open)];
    facts.sweeps = vec![
        sweep(587, near.into_iter().chain([nothing; 5])),
        sweep(465, near.into_iter().chain(far)),
    ];
    report(vec![judged(facts)])
}

/// A port that is tried because another one failed: it is connected to, and nothing is said.
fn sibling(service: Service) -> Check {
    let mut sibling = Check {
        context: true,
        ..Check::new(0, Endpoint::usual(service), Some(V4))
    };
    sibling.local = Some((HERE, 50_124).into());
    sibling.steps.push(Step {
        stage: Stage::Connect,
        at: Duration::from_millis(10_021),
        elapsed: MS * 12,
        ok: true,
    });
    sibling
}

/// A rejected greeting, a refusal, an expired certificate, a missing STARTTLS, and a family without a way to it.
pub(crate) fn many_faults() -> Report {
    let host = "mail.example.com";
    let mut facts = mail_host(host, Because::NoMx);
    facts.vantage.ipv6 = false;
    facts.checks.clear();
    for service in Service::ALL {
        facts.checks.push(faulty(service, host));
        let mut skipped = Check::new(0, Endpoint::usual(service), Some(V6));
        skipped.skipped = true;
        facts.checks.push(skipped);
    }
    report(vec![judged(facts)])
}

fn faulty(service: Service, host: &str) -> Check {
    let mut check = working(service, V4, host);
    match service {
        Service::Smtp => {
            cut(&mut check, Stage::Greeting);
            check.dialogue = vec![line(31, Direction::Received, false, BLOCKED)];
            let rejection = Rejection {
                reply: vec![text(BLOCKED)],
                permanence: Permanence::Permanent,
            };
            fail(
                &mut check,
                Stage::Greeting,
                Trouble::Rejected(rejection),
                MS * 19,
            );
        }
        Service::Submission => {
            cut(&mut check, Stage::Connect);
            fail(&mut check, Stage::Connect, refused(), MS * 12);
        }
        Service::Submissions | Service::Imap => {
            let not_after = STARTED - 51 * DAY;
            let problems = vec![CertificateProblem::Expired {
                index: 0,
                not_after,
            }];
            cut(&mut check, Stage::Certificate);
            if let Some(tls) = &mut check.tls {
                tls.problems.clone_from(&problems);
                tls.certificates[0].not_before = not_after - 90 * DAY;
                tls.certificates[0].not_after = not_after;
            }
            fail(
                &mut check,
                Stage::Certificate,
                Trouble::Certificate(problems),
                MS,
            );
        }
        Service::Pop3 => {
            cut(&mut check, Stage::Starttls);
            for line in &mut check.dialogue {
                if line.text == text("STLS") {
                    line.text = text("USER");
                }
            }
            fail(
                &mut check,
                Stage::Starttls,
                Trouble::NotOffered,
                Duration::ZERO,
            );
        }
        Service::Pop3s | Service::Imaps => {}
    }
    check
}

/// A name that the DNS does not know.
pub(crate) fn no_such_name() -> Report {
    let name = "smpt.example.com";
    let mut facts = mail_host(name, Because::NoMx);
    facts.mx = Some(Lookup::Failed(ResolveTrouble::NotFound));
    facts.hosts[0].ipv4 = Some(Lookup::Failed(ResolveTrouble::NotFound));
    facts.hosts[0].ipv6 = Some(Lookup::Failed(ResolveTrouble::NotFound));
    facts.hosts[0].suggestion = Some("smtp.example.com".to_owned());
    facts.dns = [RecordKind::A, RecordKind::Aaaa]
        .map(|kind| exchange(name, kind, 3, Vec::new()))
        .to_vec();
    facts.checks = Service::ALL
        .map(|service| {
            let trouble = Trouble::Resolve(ResolveTrouble::NotFound);
            Check {
                failure: Some(Failure::new(Stage::Resolve, trouble, MS * 34)),
                ..Check::new(0, Endpoint::usual(service), None)
            }
        })
        .to_vec();
    report(vec![judged(facts)])
}

/// A mail domain with two exchangers; one address of the second is silent.
pub(crate) fn domain() -> Report {
    let mut facts = mail_host("bücher.example", Because::HasMx);
    facts.target.endpoints = vec![Endpoint::usual(Service::Smtp)];
    let names = ["mx1.example.net", "mx2.example.net"];
    let far = Ipv4Addr::new(198, 51, 100, 25);
    facts.mx = Some(Lookup::Found(vec![mx(10, names[0]), mx(20, names[1])]));
    facts.hosts = vec![host(names[0]), host(names[1])];
    facts.hosts[0].preference = Some(10);
    facts.hosts[1].preference = Some(20);
    facts.hosts[1].ipv4 = Some(Lookup::Found(vec![far]));
    let mut silent = Check::new(1, Endpoint::usual(Service::Smtp), Some(V6));
    let error = os_error(110, "Connection timed out (os error 110)");
    fail(&mut silent, Stage::Connect, error, Duration::from_secs(134));
    facts.checks = vec![
        working(Service::Smtp, V4, names[0]),
        working(Service::Smtp, V6, names[0]),
        Check {
            host: 1,
            ..working(Service::Smtp, far.into(), names[1])
        },
        silent,
    ];
    facts.policy = Some(policy());
    report(vec![judged(facts)])
}

/// A policy in force that names every exchanger.
fn policy() -> MailPolicy {
    let document = "version: STSv1\nmode: enforce\nmx: *.example.net\nmax_age: 604800\n";
    let reports = "v=TLSRPTv1; rua=mailto:reports@example.net";
    MailPolicy {
        record: Lookup::Found(vec!["v=STSv1; id=20260101T000000;".to_owned()]),
        misplaced: Vec::new(),
        answer: Some(PolicyAnswer::Document {
            media_type: Some("text/plain".to_owned()),
            body: document.as_bytes().to_vec(),
        }),
        reports: Lookup::Found(vec![reports.to_owned()]),
    }
}

/// Asked by URL for SSL/TLS on the port of STARTTLS, beside an IMAP service that works in both ways.
pub(crate) fn wrong_mode() -> Report {
    let name = "mail.example.com";
    let mut facts = mail_host(name, Because::NoMx);
    facts.target.named = true;
    facts.target.mx = MxQuestion::Never(HostBecause::Named);
    facts.because = Because::ServicesNamed;
    facts.mx = None;
    facts.dns.truncate(2);
    facts.hosts[0].ipv6 = Some(Lookup::Failed(ResolveTrouble::NoData));
    let mut wrong = working(Service::Submissions, V4, name);
    wrong.endpoint = Endpoint::at(Service::Submissions, 587);
    cut(&mut wrong, Stage::Tls);
    let trouble = Trouble::Tls(TlsTrouble::NotTls {
        received: text("220 mail.example.com ESMTP"),
        speaks: None,
    });
    fail(&mut wrong, Stage::Tls, trouble, MS * 9);
    wrong.dialogue.clear();
    wrong.follow_ups.other_mode = Some(OtherMode {
        security: Security::Starttls,
        outcome: Ok(vec![text("220 mail.example.com ESMTP")]),
        starttls: Some(true),
    });
    let mut imaps = working(Service::Imaps, V4, name);
    imaps.auth_mechanisms = vec!["PLAIN".to_owned(), "XOAUTH2".to_owned()];
    facts.checks = vec![wrong, imaps, working(Service::Imap, V4, name)];
    facts.target.endpoints = facts.checks.iter().map(|check| check.endpoint).collect();
    report(vec![judged(facts)])
}

/// A router on the way says that its owner forbids it.
pub(crate) fn firewall() -> Report {
    let mut facts = mail_host("smtp.example.com", Because::NoMx);
    facts.target.mx = MxQuestion::Never(HostBecause::Label);
    facts.because = Because::Label;
    facts.mx = None;
    facts.dns.truncate(2);
    has_no_ipv6(&mut facts);
    let filter = router("203.0.113.1").0;
    let icmp = Icmp {
        kind: 3,
        code: 13,
        from: filter,
        v6: false,
    };
    let mut forbidden = Check::new(0, Endpoint::usual(Service::Smtp), Some(V4));
    let error = Trouble::Os(OsError {
        os: Os::Linux,
        code: Some(113),
        text: "No route to host (os error 113)".to_owned(),
        icmp: Some(icmp),
    });
    fail(&mut forbidden, Stage::Connect, error, MS * 7);
    facts.checks = vec![
        forbidden,
        working(Service::Submission, V4, "smtp.example.com"),
        working(Service::Submissions, V4, "smtp.example.com"),
    ];
    let hops = [
        router("192.168.1.1"),
        (filter, HopAnswer::Unreachable(icmp)),
    ];
    facts.sweeps = vec![sweep(25, hops)];
    report(vec![judged(facts)])
}

/// What a server can send to do harm: terminal escapes, text that runs backwards, forged lines, markup of every kind.
pub(crate) const HOSTILE: &str = "220 \u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\u{202e}evil\u{2066}\r\nverdict: ok | a || b ]]> \
    </td><script>alert(1)</script> `code` ```` @everyone #12 [x](http://evil.example) \u{0}\u{fffe}";

/// A server that says such things wherever it may speak.
pub(crate) fn hostile() -> Report {
    let name = "mail.example.com";
    let mut facts = mail_host(name, Because::OneService);
    "mail.example.com:25".clone_into(&mut facts.target.typed);
    facts.target.endpoints = vec![Endpoint::usual(Service::Smtp)];
    facts.target.named = true;
    facts.target.mx = MxQuestion::Never(HostBecause::Named);
    facts.mx = None;
    facts.dns.truncate(2);
    let mut bytes = HOSTILE.as_bytes().to_vec();
    bytes.extend_from_slice(b"\xff\xfe");
    facts.checks = vec![says_everywhere(name, &Text(bytes), HOSTILE)];
    facts.proxy = Some(ProxyAttempt {
        proxy: "http://proxy.example.com:3128".to_owned(),
        check: 0,
        outcome: Ok(Text(HOSTILE.into())),
    });
    report(vec![judged(facts)])
}

/// A domain whose DNS says such things, and a mail server that never stops: as much as is read, wherever it may speak.
pub(crate) fn flood() -> Report {
    let mut facts = mail_host("example.com", Because::HasMx);
    facts.target.endpoints = vec![Endpoint::usual(Service::Smtp)];
    facts.mx = Some(Lookup::Found(vec![
        mx(10, "mx.example.net"),
        mx(20, HOSTILE),
    ]));
    facts.hosts = vec![host("mx.example.net")];
    facts.hosts[0].preference = Some(10);
    facts.hosts[0].aliases = vec![HOSTILE.to_owned(), long(250)];
    has_no_ipv6(&mut facts);
    let said = [
        RecordData::Cname(HOSTILE.to_owned()),
        RecordData::Mx(mx(20, HOSTILE)),
        RecordData::Other(HOSTILE.to_owned()),
    ];
    let mut told = exchange("mx.example.net", RecordKind::A, 2, said.to_vec());
    if let DnsOutcome::Reply(reply) = &mut told.outcome {
        HOSTILE.clone_into(&mut reply.answers[2].name);
        reply.extended_errors = vec![(22, text(HOSTILE)), (0, text(&long(wire::MAX_LINE)))];
    }
    facts.dns.push(told);
    let line = long(wire::MAX_LINE);
    facts.checks = vec![says_everywhere("mx.example.net", &text(&line), &line)];
    report(vec![judged(facts)])
}

/// So many bytes without a blank.
fn long(bytes: usize) -> String {
    "x".repeat(bytes)
}

/// A check of which every text from outside is `said`, and every name of the certificate `named`.
fn says_everywhere(host: &str, said: &Text, named: &str) -> Check {
    let mut check = working(Service::Smtp, V4, host);
    cut(&mut check, Stage::Quit);
    // The last question brings it down.
    check.steps.pop();
    check.greeting = Some(Greeting {
        lines: vec![said.clone()],
        dripped: false,
        preauthenticated: false,
    });
    check.capabilities = Some(vec![said.clone(), said.clone()]);
    check.capabilities_before_tls = Some(vec![said.clone()]);
    check.auth_mechanisms = vec![named.to_owned()];
    check.early_bytes = Some(said.clone());
    for line in &mut check.dialogue {
        if line.direction == Direction::Received {
            line.text = said.clone();
        }
    }
    if let Some(tls) = &mut check.tls {
        tls.problems = vec![
            CertificateProblem::NameMismatch {
                expected: host.to_owned(),
                names: vec![named.to_owned(); 9],
            },
            CertificateProblem::UnknownIssuer {
                issuer: named.to_owned(),
            },
        ];
        tls.certificates[0].subject = format!("CN={named}");
        named.clone_into(&mut tls.certificates[0].issuer);
        tls.certificates[0].names = vec![named.to_owned(); 9];
    }
    let rejection = Rejection {
        reply: vec![said.clone(), said.clone()],
        permanence: Permanence::Temporary,
    };
    fail(
        &mut check,
        Stage::Capabilities,
        Trouble::Rejected(rejection),
        MS * 4,
    );
    check.follow_ups = FollowUps {
        again: None,
        at_first_router: None,
        other_mode: Some(OtherMode {
            security: Security::Tls,
            outcome: Ok(vec![said.clone(), said.clone()]),
            starttls: None,
        }),
        small_segments: Some(false),
        shown: None,
        large_hello: None,
        other_name: Some(OtherName {
            sent: Some(HOSTILE.to_owned()),
            outcome: Err(Trouble::Tls(TlsTrouble::Alert { description: 112 })),
        }),
        hello_sweep: Some(Vec::new()),
        tls_offers: Some(vec![
            TlsOffer {
                version: 0x0301,
                profile: None,
                answer: TlsAnswer::Alert(70),
                agreed: None,
            },
            TlsOffer {
                version: 0x0303,
                answer: TlsAnswer::Chosen {
                    version: 0x0303,
                    suite: 0xc02f,
                },
                profile: None,
                agreed: None,
            },
        ]),
    };
    check
}

/// Two targets on one command line, one good and one bad.
pub(crate) fn two_targets() -> Report {
    let mut targets = healthy().targets;
    targets.extend(no_such_name().targets);
    report(targets)
}

/// A report of targets.
pub(crate) fn report(targets: Vec<TargetReport>) -> Report {
    let vantage = targets
        .first()
        .map_or_else(vantage, |target| target.facts.vantage.clone());
    Report {
        run: Run {
            version: "0.1.0",
            started_at: STARTED,
            vantage,
            options: None,
        },
        elapsed: ELAPSED,
        targets,
    }
}

/// What the program makes of facts.
fn judged(facts: Facts) -> TargetReport {
    let findings = diagnose(&facts);
    let verdict = Verdict::of(&findings);
    TargetReport {
        facts,
        findings,
        verdict,
        elapsed: ELAPSED,
    }
}

fn vantage() -> Vantage {
    Vantage {
        os: Os::Linux,
        resolvers: vec![(RESOLVER, 53).into()],
        ipv4: true,
        ipv6: true,
        system_proxy: None,
        proxies: Vec::new(),
        own_addresses: vec![(HERE, 24), (HERE_V6, 64)],
        gateways: vec![RESOLVER],
        routes: Vec::new(),
        default_ttl: None,
        container: false,
    }
}

/// A host with every service at two addresses, all well.
fn mail_host(name: &str, because: Because) -> Facts {
    let parsed: HostName = name.parse().expect("a name");
    let ascii = parsed.ascii.clone();
    let checks = Service::ALL
        .iter()
        .flat_map(|service| [V4, V6].map(|address| working(*service, address, name)));
    let v6 = "2001:db8::10".parse().expect("an address");
    Facts {
        target: Target {
            typed: name.to_owned(),
            host: Host::Name(parsed),
            endpoints: Service::ALL.map(Endpoint::usual).to_vec(),
            named: false,
            mx: MxQuestion::Ask,
            mailbox: None,
            line: None,
        },
        reading: because.reading(),
        because,
        interrupted: false,
        vantage: vantage(),
        started_at: STARTED,
        built_at: None,
        soon_days: 14,
        dns: vec![
            exchange(
                &ascii,
                RecordKind::A,
                0,
                vec![RecordData::A(Ipv4Addr::new(192, 0, 2, 10))],
            ),
            exchange(&ascii, RecordKind::Aaaa, 0, vec![RecordData::Aaaa(v6)]),
            exchange(&ascii, RecordKind::Mx, 0, Vec::new()),
        ],
        crowd: None,
        rest: None,
        mx: Some(Lookup::Failed(ResolveTrouble::NoData)),
        account: None,
        policy: None,
        hosts: vec![host(&ascii)],
        checks: checks.collect(),
        sweeps: Vec::new(),
        echoes: Vec::new(),
        dns_control: None,
        witness: None,
        renowned: None,
        nat64: Vec::new(),
        proxy: None,
        logins: Vec::new(),
        transaction: None,
        counters: None,
        through: None,
        sender: None,
        private_authorities: Vec::new(),
    }
}

fn has_no_ipv6(facts: &mut Facts) {
    facts.hosts[0].ipv6 = Some(Lookup::Failed(ResolveTrouble::NoData));
    for asked in facts
        .dns
        .iter_mut()
        .filter(|one| one.kind == RecordKind::Aaaa)
    {
        if let DnsOutcome::Reply(reply) = &mut asked.outcome {
            reply.answers.clear();
        }
    }
}

fn mx(preference: u16, exchange: &str) -> Mx {
    Mx {
        preference,
        exchange: exchange.to_owned(),
    }
}

fn host(name: &str) -> HostFacts {
    HostFacts {
        name: name.to_owned(),
        display: name.to_owned(),
        preference: None,
        endpoints: Service::ALL.map(Endpoint::usual).to_vec(),
        source: AddressSource::Dns,
        aliases: Vec::new(),
        suggestion: None,
        searched: None,
        lookup_time: Duration::ZERO,
        in_dns: None,
        tlsa: None,
        ipv4: Some(Lookup::Found(vec![Ipv4Addr::new(192, 0, 2, 10)])),
        ipv6: Some(Lookup::Found(vec![
            "2001:db8::10".parse().expect("an address"),
        ])),
    }
}

fn exchange(name: &str, kind: RecordKind, rcode: u16, data: Vec<RecordData>) -> DnsExchange {
    let record = |data| DnsRecord {
        name: name.to_owned(),
        ttl: 300,
        data,
    };
    DnsExchange {
        name: name.to_owned(),
        kind,
        checking_disabled: false,
        edns: true,
        server: (RESOLVER, 53).into(),
        transport: Transport::Udp,
        elapsed: Duration::from_micros(11_834),
        outcome: DnsOutcome::Reply(DnsReply {
            rcode,
            authoritative: false,
            authenticated: false,
            truncated: false,
            signed: false,
            answers: data.into_iter().map(record).collect(),
            denied_by: None,
            extended_errors: Vec::new(),
            links: Vec::new(),
        }),
    }
}

/// A check in which everything went well.
fn working(service: Service, address: IpAddr, name: &str) -> Check {
    let upgrade = service.security() == Security::Starttls;
    let mut check = Check::new(0, Endpoint::usual(service), Some(address));
    let mut at = MS * 20;
    for stage in stages(upgrade) {
        let elapsed = if stage == Stage::Tls {
            MS * 41
        } else {
            MS * 12
        };
        check.steps.push(Step {
            stage,
            at,
            elapsed,
            ok: true,
        });
        at += elapsed;
    }
    let local = if address.is_ipv4() { HERE } else { HERE_V6 };
    check.local = Some((local, 50_123).into());
    let (greeting, capabilities, mechanisms): (&str, &[&str], &[&str]) = match service.protocol() {
        Protocol::Smtp => (
            "220 mail.example.com ESMTP",
            &["PIPELINING", "SIZE 52428800", "AUTH PLAIN LOGIN"],
            &["PLAIN", "LOGIN"],
        ),
        Protocol::Pop3 => ("+OK ready", &["USER", "UIDL"], &[]),
        Protocol::Imap => (
            "* OK ready",
            &["IMAP4rev1", "AUTH=PLAIN", "IDLE"],
            &["PLAIN"],
        ),
    };
    check.greeting = Some(Greeting {
        lines: vec![text(greeting)],
        dripped: false,
        preauthenticated: false,
    });
    check.capabilities = Some(capabilities.iter().map(|one| text(one)).collect());
    // Port 25 is for servers, and has no AUTH.
    if service.is_for_users() {
        check.auth_mechanisms = mechanisms.iter().map(|&one| one.to_owned()).collect();
    }
    if upgrade {
        check.capabilities_before_tls = Some(vec![text("STARTTLS")]);
        check.starttls_reply = Some(vec![text("220 2.0.0 Ready to start TLS")]);
    }
    check.tls = Some(session(name));
    check.dialogue = dialogue(&check);
    check
}

fn stages(upgrade: bool) -> Vec<Stage> {
    use Stage::{Capabilities, Certificate, Connect, Greeting, Quit, Starttls, Tls};
    if upgrade {
        vec![
            Connect,
            Greeting,
            Capabilities,
            Starttls,
            Tls,
            Certificate,
            Capabilities,
            Quit,
        ]
    } else {
        vec![Connect, Tls, Certificate, Greeting, Capabilities, Quit]
    }
}

/// What is said in the steps of a check, as far as they went.
fn dialogue(check: &Check) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut tls = false;
    let mut tag = 0;
    let started = check.steps.first().map_or(Duration::ZERO, |step| step.at);
    for step in check.steps.iter().filter(|step| step.ok) {
        let (sent, received) = exchange_of(check.endpoint.service, step.stage, tls);
        let at = step.at.saturating_sub(started);
        tag += u8::from(sent.is_some());
        let mut say = |at, direction, said: &str| {
            lines.push(Line {
                direction,
                at,
                under_tls: tls,
                text: text(&said.replace("TAG", &format!("A{tag}"))),
            });
        };
        if let Some(sent) = sent {
            say(at, Direction::Sent, sent);
        }
        for said in received {
            say(at + step.elapsed, Direction::Received, said);
        }
        tls |= step.stage == Stage::Tls;
    }
    lines
}

/// What mailcheck says at a stage, and what the server answers.
fn exchange_of(
    service: Service,
    stage: Stage,
    tls: bool,
) -> (Option<&'static str>, &'static [&'static str]) {
    use Protocol::{Imap, Pop3, Smtp};
    // What a server offers in clear is the upgrade; the rest comes under TLS.
    match (service.protocol(), stage) {
        (Smtp, Stage::Greeting) => (None, &["220 mail.example.com ESMTP"]),
        (Smtp, Stage::Capabilities) if tls => (
            Some("EHLO pc7.corp.example"),
            &[
                "250-mail.example.com Hello pc7.corp.example [192.168.1.7]",
                "250-PIPELINING",
                "250-SIZE 52428800",
                "250 AUTH PLAIN LOGIN",
            ],
        ),
        (Smtp, Stage::Capabilities) => (
            Some("EHLO pc7.corp.example"),
            &[
                "250-mail.example.com Hello pc7.corp.example [192.168.1.7]",
                "250 STARTTLS",
            ],
        ),
        (Smtp, Stage::Starttls) => (Some("STARTTLS"), &["220 2.0.0 Ready to start TLS"]),
        (Smtp, Stage::Quit) => (Some("QUIT"), &["221 2.0.0 Bye"]),
        (Pop3, Stage::Greeting) => (None, &["+OK ready"]),
        (Pop3, Stage::Capabilities) if tls => (Some("CAPA"), &["+OK", "USER", "UIDL", "."]),
        (Pop3, Stage::Capabilities) => (Some("CAPA"), &["+OK", "UIDL", "STLS", "."]),
        (Pop3, Stage::Starttls) => (Some("STLS"), &["+OK Begin TLS"]),
        (Pop3, Stage::Quit) => (Some("QUIT"), &["+OK Bye"]),
        (Imap, Stage::Greeting) => (None, &["* OK ready"]),
        (Imap, Stage::Capabilities) if tls => (
            Some("TAG CAPABILITY"),
            &["* CAPABILITY IMAP4rev1 AUTH=PLAIN IDLE", "TAG OK done"],
        ),
        (Imap, Stage::Capabilities) => (
            Some("TAG CAPABILITY"),
            &[
                "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED",
                "TAG OK done",
            ],
        ),
        (Imap, Stage::Starttls) => (Some("TAG STARTTLS"), &["TAG OK begin TLS"]),
        (Imap, Stage::Quit) => (Some("TAG LOGOUT"), &["* BYE", "TAG OK done"]),
        (
            Smtp | Pop3 | Imap,
            Stage::Resolve
            | Stage::Connect
            | Stage::Tls
            | Stage::Certificate
            | Stage::Login
            | Stage::Transaction,
        ) => (None, &[]),
    }
}

fn session(name: &str) -> Tls {
    let leaf = Certificate {
        subject: format!("CN={name}"),
        issuer: "C=US, O=Example Trust, CN=Example CA R3".to_owned(),
        names: vec![name.to_owned(), "imap.example.com".to_owned()],
        not_before: STARTED - 30 * DAY,
        not_after: STARTED + 60 * DAY,
        serial: "03:a1:b2".to_owned(),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        key: "ECDSA P-256".to_owned(),
        signature: "SHA-256 with RSA".to_owned(),
        extensions: Extensions::default(),
        der: vec![0x30, 0x00],
    };
    let authority = Certificate {
        subject: leaf.issuer.clone(),
        issuer: "C=US, O=Example Trust, CN=Example Root X1".to_owned(),
        names: Vec::new(),
        not_after: STARTED + 900 * DAY,
        key: "RSA 2048".to_owned(),
        ..leaf.clone()
    };
    Tls {
        server_name: name.to_owned(),
        version: Some("TLSv1.3".to_owned()),
        cipher_suite: Some("TLS_AES_256_GCM_SHA384".to_owned()),
        key_exchange: Some("X25519".to_owned()),
        certificates: vec![leaf, authority],
        problems: Vec::new(),
        path: None,
        agreed: None,
        private_root: None,
        client_certificate_requested: false,
        status: None,
    }
}

/// Takes a check back to the beginning of `stage`.
fn cut(check: &mut Check, stage: Stage) {
    let place = check.steps.iter().position(|step| step.stage == stage);
    check.steps.truncate(place.unwrap_or(check.steps.len()));
    let steps = check.steps.clone();
    let reached = |stage| steps.iter().any(|step| step.stage == stage);
    check.dialogue = dialogue(check);
    if !reached(Stage::Greeting) {
        check.greeting = None;
    }
    if !reached(Stage::Capabilities) {
        check.capabilities = None;
        check.auth_mechanisms.clear();
    }
    if !reached(Stage::Tls) {
        check.tls = None;
        check.capabilities_before_tls = None;
        check.starttls_reply = None;
    }
    if steps.is_empty() {
        check.local = None;
    }
}

fn fail(check: &mut Check, stage: Stage, trouble: Trouble, elapsed: Duration) {
    let at = check
        .steps
        .last()
        .map_or(MS * 20, |step| step.at + step.elapsed);
    check.steps.push(Step {
        stage,
        at,
        elapsed,
        ok: false,
    });
    check.failure = Some(Failure::new(stage, trouble, elapsed));
}

/// A hop that lets packets as far as itself.
fn router(address: &str) -> (Option<IpAddr>, HopAnswer) {
    (address.parse().ok(), HopAnswer::TimeExceeded)
}

fn sweep(port: u16, hops: impl IntoIterator<Item = (Option<IpAddr>, HopAnswer)>) -> Sweep {
    let hops = (1..)
        .zip(hops)
        .map(|(ttl, (from, answer))| Hop { ttl, from, answer });
    Sweep {
        deaf: false,
        destination: (V4, port).into(),
        hops: hops.collect(),
    }
}

fn refused() -> Trouble {
    os_error(111, "Connection refused (os error 111)")
}

fn os_error(code: i32, text: &str) -> Trouble {
    Trouble::Os(OsError {
        os: Os::Linux,
        code: Some(code),
        text: text.to_owned(),
        icmp: None,
    })
}

fn line(at: u32, direction: Direction, under_tls: bool, said: &str) -> Line {
    Line {
        direction,
        at: MS * at,
        under_tls,
        text: text(said),
    }
}

fn text(said: &str) -> Text {
    Text(said.as_bytes().to_vec())
}
