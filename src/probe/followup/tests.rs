use std::net::Ipv4Addr;

use super::*;
use crate::codes::Os;
use crate::facts::{AddressSource, Because, HostFacts, Lookup, Reading, Step, TcpState, Tls};
use crate::failure::{Icmp, OsError};
use crate::service::{Endpoint, Service};
use crate::target::{Host, HostBecause, MxQuestion, Target};

/// An address of a server somewhere else.
pub(super) const AWAY: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 25));

pub(super) fn facts(checks: Vec<Check>) -> Facts {
    let name = "mail.example.com";
    Facts {
        target: Target {
            typed: name.to_owned(),
            host: Host::Name(name.parse().unwrap()),
            endpoints: checks.iter().map(|check| check.endpoint).collect(),
            named: true,
            mx: MxQuestion::Never(HostBecause::Asked),
            mailbox: None,
            line: None,
        },
        reading: Reading::Host,
        because: Because::HostAsked,
        interrupted: false,
        vantage: Vantage {
            os: Os::Linux,
            resolvers: Vec::new(),
            ipv4: true,
            ipv6: true,
            system_proxy: None,
            proxies: Vec::new(),
            own_addresses: Vec::new(),
            gateways: Vec::new(),
            routes: Vec::new(),
            default_ttl: None,
            container: false,
        },
        started_at: 0,
        built_at: None,
        soon_days: 14,
        dns: Vec::new(),
        crowd: None,
        rest: None,
        mx: None,
        account: None,
        policy: None,
        hosts: vec![HostFacts {
            name: name.to_owned(),
            display: name.to_owned(),
            preference: None,
            endpoints: Vec::new(),
            source: AddressSource::Dns,
            aliases: Vec::new(),
            tlsa: None,
            ipv4: Some(Lookup::Found(vec![Ipv4Addr::new(203, 0, 113, 25)])),
            ipv6: None,
            suggestion: None,
            searched: None,
            lookup_time: Duration::ZERO,
            in_dns: None,
        }],
        checks,
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

/// A check that went well.
pub(super) fn fine(service: Service) -> Check {
    let mut check = Check::new(0, Endpoint::usual(service), Some(AWAY));
    check.steps.push(step(Stage::Connect, true));
    check
}

/// A check that failed at `stage`.
pub(super) fn failed(service: Service, stage: Stage, trouble: Trouble) -> Check {
    let mut check = Check::new(0, Endpoint::usual(service), Some(AWAY));
    if stage > Stage::Connect {
        check.steps.push(step(Stage::Connect, true));
    }
    check.steps.push(step(stage, false));
    check.failure = Some(Failure::new(stage, trouble, Duration::ZERO));
    check
}

fn step(stage: Stage, ok: bool) -> Step {
    Step {
        stage,
        at: Duration::ZERO,
        elapsed: Duration::ZERO,
        ok,
    }
}

pub(super) fn timed_out() -> Trouble {
    Trouble::Clock {
        limit: Duration::from_secs(10),
        received: Text::default(),
    }
}

pub(super) fn os(code: i32) -> Trouble {
    Trouble::Os(OsError {
        os: Os::Linux,
        code: Some(code),
        text: String::new(),
        icmp: None,
    })
}

/// Administratively prohibited, says `from`.
pub(super) fn rejected_by(from: IpAddr) -> Trouble {
    Trouble::Os(OsError {
        os: Os::Linux,
        code: Some(113),
        text: String::new(),
        icmp: Some(Icmp {
            kind: 3,
            code: 13,
            from: Some(from),
            v6: false,
        }),
    })
}

fn closed(received: &[u8]) -> Trouble {
    Trouble::Closed {
        received: Text(received.to_vec()),
    }
}

fn malformed(speaks: Speaks) -> Trouble {
    Trouble::Malformed {
        received: Text::default(),
        speaks: Some(speaks),
    }
}

#[test]
fn every_failure_calls_for_its_own_questions() {
    use Question::{HelloSweep, OtherMode, OtherName, SmallSegments, TlsOffers};
    use Service::{Imaps, Submission};
    let dripping = Trouble::Clock {
        limit: Duration::from_secs(1),
        received: Text(b"220-".to_vec()),
    };
    let alert = |description| Trouble::Tls(TlsTrouble::Alert { description });
    let hello = Speaks::TlsAlert {
        level: 2,
        description: 10,
    };
    let plain = || {
        Trouble::Tls(TlsTrouble::NotTls {
            received: Text(b"220 mx".to_vec()),
            speaks: None,
        })
    };
    let received = Text::default();
    let (greeting, tls) = (Stage::Greeting, Stage::Tls);
    let rows: [(Service, Stage, Trouble, &[Question]); 22] = [
        (Submission, greeting, timed_out(), &[OtherMode]),
        (Submission, greeting, closed(b""), &[OtherMode]),
        (Submission, greeting, malformed(hello), &[OtherMode]),
        (Submission, greeting, malformed(Speaks::Http), &[]),
        (Submission, greeting, closed(b"220-"), &[]),
        (Submission, greeting, dripping, &[]),
        (Submission, greeting, os(104), &[]),
        (Imaps, greeting, timed_out(), &[]),
        (Imaps, tls, timed_out(), &[SmallSegments, OtherMode]),
        (Submission, tls, timed_out(), &[SmallSegments]),
        (Imaps, tls, plain(), &[OtherMode]),
        (Submission, tls, plain(), &[]),
        (Imaps, tls, os(104), &[HelloSweep, OtherName, TlsOffers]),
        (Imaps, tls, closed(b""), &[OtherName, TlsOffers]),
        (Imaps, tls, alert(40), &[OtherName, TlsOffers]),
        (Submission, tls, alert(70), &[TlsOffers]),
        (Imaps, tls, alert(112), &[OtherName]),
        (
            Imaps,
            tls,
            Trouble::Tls(TlsTrouble::Incompatible(String::new())),
            &[TlsOffers],
        ),
        (Imaps, tls, Trouble::Deadline { received }, &[]),
        (Imaps, Stage::Connect, timed_out(), &[]),
        (Submission, Stage::Starttls, Trouble::NotOffered, &[]),
        (
            Imaps,
            Stage::Certificate,
            Trouble::Certificate(Vec::new()),
            &[OtherName],
        ),
    ];
    for (service, stage, trouble, expected) in rows {
        let what = format!("{service} {stage} {trouble:?}");
        let mut check = failed(service, stage, trouble);
        let asked = questions(&check, true, true);
        assert_eq!(asked, expected, "{what}");
        assert!(asked.len() <= 3);
        let without: Vec<_> = expected
            .iter()
            .filter(|q| **q != HelloSweep)
            .copied()
            .collect();
        assert_eq!(questions(&check, false, true), without, "{what}");
        check.context = true;
        assert_eq!(questions(&check, true, true), [], "context is no check");
    }
    assert_eq!(questions(&fine(Imaps), true, true), []);
}

#[test]
fn a_hello_that_nobody_acknowledged_is_looked_for_on_the_path() {
    let mut check = failed(Service::Imaps, Stage::Tls, timed_out());
    check.tcp = Some(TcpState {
        unacknowledged: 1,
        ..TcpState::default()
    });
    assert_eq!(questions(&check, true, true), [Question::HelloSweep]);
    check.tcp = Some(TcpState::default());
    assert!(!questions(&check, true, true).contains(&Question::HelloSweep));
}

#[test]
fn a_server_that_wants_a_certificate_is_not_asked_what_it_speaks() {
    let mut check = failed(Service::Imaps, Stage::Tls, closed(b""));
    check.tls = Some(Tls {
        server_name: String::new(),
        version: None,
        cipher_suite: None,
        key_exchange: None,
        certificates: Vec::new(),
        problems: Vec::new(),
        path: None,
        agreed: None,
        private_root: None,
        client_certificate_requested: true,
        status: None,
    });
    assert_eq!(questions(&check, true, true), []);
}

#[tokio::test(start_paused = true)]
async fn shares_of_the_time_add_up_to_it() {
    let far = Instant::now() + Duration::from_secs(60);
    let step = |limit| Wait {
        limit,
        deadline: far,
    };
    let budget = Budget::new(step(Duration::from_secs(10)));
    let end = Instant::now() + ALL;
    for left in (1..=3).rev() {
        let share = budget.share(left).wait();
        tokio::time::sleep(share.limit).await;
    }
    assert!(Instant::now() <= end + Duration::from_millis(10));
    assert!(budget.wait().limit <= Duration::from_millis(10));
    let short = Budget::new(step(Duration::from_millis(300)));
    assert_eq!(short.wait().limit, Duration::from_millis(300));
}

#[cfg(target_os = "linux")]
mod on_the_path {
    use std::net::TcpListener;

    use clap::Parser;

    use crate::cli::{Cli, meaning};
    use crate::facts::{Facts, HopAnswer};
    use crate::net::dns::Resolver;
    use crate::net::{Machine, namespaces};
    use crate::probe::Visit;
    use crate::progress::Progress;

    #[test]
    fn what_acts_on_the_way_is_found() {
        let name = "probe::followup::tests::on_the_path::inside";
        namespaces::run_inside("path.sh", name);
    }

    /// The second router drops what goes to port 27, and cuts off what looks like TLS on port 32.
    #[tokio::test]
    #[ignore = "runs only inside the namespaces of tests/fixtures/path.sh"]
    async fn inside() {
        // The test that makes the namespaces starts this one by its exact name.
        if !std::env::args().any(|word| word == "--exact") {
            return;
        }
        let server = "203.0.113.25";
        let listeners = [587, 32].map(|port: u16| {
            namespaces::on("SERVER", || TcpListener::bind((server, port)).unwrap())
        });
        let facts = facts(&["-t", "1", "smtp://203.0.113.25:27"]).await;
        let context: Vec<_> = facts.checks.iter().map(|check| check.context).collect();
        assert_eq!(context, [false, true, true, true]);
        let found: Vec<(u16, HopAnswer)> = facts
            .sweeps
            .iter()
            .map(|sweep| (sweep.destination.port(), sweep.hops[3].answer))
            .collect();
        // 587 is the best comparison, for it is open.
        assert_eq!(found, [(27, HopAnswer::Silent), (587, HopAnswer::Open)]);

        let facts_of_tls = self::facts(&["-t", "1", "imaps://203.0.113.25:32"]).await;
        let follow_ups = &facts_of_tls.checks[0].follow_ups;
        let hops = follow_ups.hello_sweep.as_deref().unwrap();
        let first = hops
            .iter()
            .find(|hop| hop.answer == HopAnswer::Refused)
            .unwrap();
        let last = hops
            .iter()
            .rfind(|hop| hop.answer == HopAnswer::TimeExceeded)
            .unwrap();
        assert_eq!((last.ttl, first.ttl), (2, 3), "{hops:?}");
        // Whoever cuts the connection off is not the server, and is not asked what it speaks.
        assert_eq!(follow_ups.tls_offers, None);
        let tls = &listeners[1];
        tls.set_nonblocking(true).unwrap();
        let connections = std::iter::from_fn(|| tls.accept().ok()).count();
        assert!((2..=5).contains(&connections), "{connections}");

        let untraced = self::facts(&["-t", "1", "--no-trace", "smtp://203.0.113.25:27"]).await;
        assert_eq!(untraced.sweeps, []);
        let untraced = self::facts(&["-t", "1", "--no-trace", "imaps://203.0.113.25:32"]).await;
        assert_eq!(untraced.checks[0].follow_ups.hello_sweep, None);
    }

    async fn facts(options: &[&str]) -> Facts {
        let words = ["mailcheck"].iter().chain(options);
        let args = Cli::try_parse_from(words).unwrap().check;
        let plan = meaning::plan(&args).unwrap();
        let targets = meaning::targets(&args, &plan).unwrap();
        let machine = Machine::open(&plan).unwrap();
        let (resolver, progress) = (Resolver::of(&machine), Progress::default());
        let visit = Visit::begin(&plan, &machine, &resolver, &progress);
        Box::pin(crate::probe::gather(&visit, &targets[0])).await
    }
}
