//! Tests over all rules: nothing fails unexplained, and everything that is found can be said.

use std::collections::BTreeSet;
use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::diagnose;
use crate::codes::Os;
use crate::facts::{AddressSource, Because, Check, Facts, HostFacts, Lookup, Reading, Vantage};
use crate::failure::{
    CertificateProblem, Failure, Icmp, OsError, Permanence, Rejection, ResolveTrouble, Stage,
    TlsTrouble, Trouble,
};
use crate::finding::{FindingId, Severity, Verdict};
use crate::service::{Endpoint, Service};
use crate::target::{HostBecause, MxQuestion, Target, Typed};
use crate::wire::Text;
use crate::wire::foreign::Speaks;
use crate::words::{Lang, Words};

/// Whatever went wrong at whatever stage: exactly one finding accounts for it, and the verdict says so.
#[test]
fn no_failure_goes_unexplained() {
    for service in Service::ALL {
        for stage in Stage::ALL {
            for trouble in troubles() {
                // A name is looked up at one stage only, and the type of the trouble says so.
                if matches!(trouble, Trouble::Resolve(_)) && stage != Stage::Resolve {
                    continue;
                }
                let facts = facts(
                    service,
                    Failure::new(stage, trouble, Duration::from_secs(1)),
                );
                let failure = facts.checks[0].failure.as_ref();
                let findings = diagnose(&facts);
                let ids: Vec<FindingId> = findings.iter().map(|finding| finding.id).collect();
                assert_eq!(ids.len(), 1, "{service} {failure:?}: {ids:?}");
                assert_eq!(findings[0].checks, [0], "{service} {failure:?}: {ids:?}");
                let quit = stage == Stage::Quit && findings[0].severity <= Severity::Warning;
                let told = matches!(
                    Verdict::of(&findings),
                    Verdict::Failed | Verdict::Inconclusive
                );
                // Programs of people go on there.
                let for_some = findings[0].variant == Some("oversized")
                    && findings[0].severity == Severity::Warning;
                assert!(
                    told || quit || for_some,
                    "{service} {failure:?}: {findings:?}"
                );
                // The evidence of a lookup is what the resolvers said, and here none was asked.
                let seen = stage == Stage::Resolve || !findings[0].evidence.is_empty();
                assert!(seen, "{service} {failure:?}: {ids:?}");
            }
        }
    }
}

#[test]
fn every_finding_has_its_words() {
    let ids: BTreeSet<String> = words().ids().into_iter().collect();
    for id in FindingId::ALL {
        for part in ["", ".explanation", ".about", ".steps"] {
            let wanted = format!("finding-{id}{part}");
            assert!(ids.contains(&wanted), "{wanted} is missing");
        }
        for part in ["about", "steps"] {
            let text = words().plain(&format!("finding-{id}.{part}"));
            assert!(
                !text.contains('{'),
                "finding-{id}.{part} names a value: {text}"
            );
        }
    }
    let named = |id: &&String| id.starts_with("finding-") && !id.contains('.');
    assert_eq!(
        ids.iter().filter(named).count(),
        FindingId::ALL.len(),
        "words of findings that are gone"
    );
}

#[test]
fn ids_are_unique_and_in_kebab_case() {
    let names: BTreeSet<&str> = FindingId::ALL.iter().map(|id| id.name()).collect();
    assert_eq!(names.len(), FindingId::ALL.len());
    for name in names {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        assert!(
            name.bytes().all(plain) && !name.starts_with('-') && !name.ends_with('-'),
            "{name}"
        );
        assert!(!name.contains("--"), "{name}");
    }
}

/// The ids of sentences are literals in the rules: every one has words, and every sentence is used.
#[test]
fn sentences_and_rules_fit_together() {
    let used = sentences_in_rules();
    let known: BTreeSet<String> = words().ids().into_iter().collect();
    for id in &used {
        assert!(known.contains(id), "{id} has no words");
    }
    let told = |id: &&String| id.starts_with("evidence-") || id.starts_with("step-");
    for id in known.iter().filter(told) {
        assert!(used.contains(id), "{id} is used by no rule");
    }
}

/// Every entry parses: the part of the file that belongs to it is whole.
#[test]
fn every_sentence_can_be_formatted() {
    let words = words();
    for id in words.ids() {
        assert!(
            words.find(&id, &crate::words::Args::new()).is_some(),
            "{id}"
        );
    }
}

fn words() -> Words {
    Words::new(Lang::En)
}

fn files_below(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_below(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn sentences_in_rules() -> BTreeSet<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut ids = BTreeSet::new();
    // What refers to facts is worded by the report.
    let mut rules = vec![source.join("report/sentences/evidence.rs")];
    files_below(&source.join("diagnose"), &mut rules);
    for path in rules {
        if path.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(path).expect("a readable file");
        let literals = text.split('"').skip(1).step_by(2);
        ids.extend(literals.filter(|id| is_sentence(id)).map(str::to_owned));
    }
    ids
}

fn is_sentence(literal: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let begins = literal.starts_with("evidence-") || literal.starts_with("step-");
    begins && literal.bytes().all(plain)
}

fn facts(service: Service, failure: Failure) -> Facts {
    let Typed { typed, host, .. } = "mail.example.com".parse().expect("a target");
    let endpoint = Endpoint::usual(service);
    let address: IpAddr = "192.0.2.1".parse().expect("an address");
    let trouble = match &failure.trouble {
        Trouble::Resolve(trouble) => Some(trouble.clone()),
        _ => None,
    };
    let mut check = Check::new(0, endpoint, trouble.is_none().then_some(address));
    check.failure = Some(failure);
    Facts {
        target: Target {
            typed,
            host,
            endpoints: vec![endpoint],
            named: true,
            mx: MxQuestion::Never(HostBecause::Named),
            mailbox: None,
            line: None,
        },
        reading: Reading::Service,
        because: Because::OneService,
        interrupted: false,
        vantage: Vantage {
            os: Os::Linux,
            resolvers: vec!["192.0.2.53:53".parse().expect("an address")],
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
        started_at: 1_780_272_000,
        built_at: None,
        soon_days: 14,
        dns: Vec::new(),
        crowd: None,
        rest: None,
        mx: None,
        account: None,
        policy: None,
        hosts: vec![HostFacts {
            name: "mail.example.com".to_owned(),
            display: "mail.example.com".to_owned(),
            preference: None,
            endpoints: Vec::new(),
            source: AddressSource::Dns,
            aliases: Vec::new(),
            ipv4: Some(trouble.map_or_else(
                || Lookup::Found(vec!["192.0.2.1".parse().expect("an address")]),
                Lookup::Failed,
            )),
            ipv6: Some(Lookup::Failed(ResolveTrouble::NoData)),
            suggestion: None,
            searched: None,
            lookup_time: Duration::ZERO,
            in_dns: None,
            tlsa: None,
        }],
        checks: vec![check],
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

fn troubles() -> Vec<Trouble> {
    let text = |text: &str| Text::from(text);
    let limit = Duration::from_secs(10);
    let os = |code, icmp| {
        Trouble::Os(OsError {
            os: Os::Linux,
            code,
            text: "error".to_owned(),
            icmp,
        })
    };
    let icmp = |kind, code, from: &str| Icmp {
        kind,
        code,
        from: from.parse().ok(),
        v6: false,
    };
    let rejected = |reply, permanence| {
        Trouble::Rejected(Rejection {
            reply: vec![text(reply)],
            permanence,
        })
    };
    let mut troubles = vec![
        Trouble::Clock {
            limit,
            received: Text::default(),
        },
        Trouble::Clock {
            limit,
            received: text("220-"),
        },
        Trouble::Deadline {
            received: Text::default(),
        },
        Trouble::Closed {
            received: Text::default(),
        },
        Trouble::Closed {
            received: text("220-"),
        },
        Trouble::Malformed {
            received: text("hello"),
            speaks: None,
        },
        Trouble::Malformed {
            received: text("HTTP/1.1 400\r\n"),
            speaks: Some(Speaks::Http),
        },
        Trouble::Malformed {
            received: text("\x15\x03\x01\0\x02\x02\x28"),
            speaks: Some(Speaks::TlsHandshake),
        },
        rejected("554 no", Permanence::Permanent),
        rejected("421 later", Permanence::Temporary),
        rejected("454 TLS not available", Permanence::Temporary),
        rejected("554 blocked using zen.spamhaus.org", Permanence::Permanent),
        Trouble::NotOffered,
        Trouble::Tls(TlsTrouble::Alert { description: 40 }),
        Trouble::Tls(TlsTrouble::Alert { description: 116 }),
        Trouble::Tls(TlsTrouble::NotTls {
            received: text("220 x\r\n"),
            speaks: Some(Speaks::Smtp),
        }),
        Trouble::Tls(TlsTrouble::NotTls {
            received: text("hello"),
            speaks: None,
        }),
        Trouble::Tls(TlsTrouble::Incompatible("x".to_owned())),
        Trouble::Tls(TlsTrouble::Misbehaved("x".to_owned())),
        Trouble::Tls(TlsTrouble::Oversized),
        Trouble::Tls(TlsTrouble::Certificate("x".to_owned())),
        Trouble::Tls(TlsTrouble::Other("x".to_owned())),
        Trouble::Certificate(vec![CertificateProblem::SelfSigned]),
        os(None, None),
        os(Some(113), Some(icmp(3, 13, "198.51.100.2"))),
        os(Some(111), Some(icmp(3, 3, "192.0.2.1"))),
        os(Some(113), Some(icmp(11, 0, ""))),
    ];
    // EPERM, EACCES, EMFILE, EADDRNOTAVAIL, ENETUNREACH, ECONNRESET, ETIMEDOUT, ECONNREFUSED, EHOSTUNREACH.
    troubles.extend([1, 13, 24, 99, 101, 104, 110, 111, 113].map(|code| os(Some(code), None)));
    troubles.extend(resolve_troubles().into_iter().map(Trouble::Resolve));
    troubles
}

fn resolve_troubles() -> Vec<ResolveTrouble> {
    vec![
        ResolveTrouble::NotFound,
        ResolveTrouble::NoData,
        ResolveTrouble::ServFail,
        ResolveTrouble::Refused,
        ResolveTrouble::Rcode(4),
        ResolveTrouble::Timeout,
        ResolveTrouble::Unreachable(OsError {
            os: Os::Linux,
            code: Some(111),
            text: "error".to_owned(),
            icmp: None,
        }),
        ResolveTrouble::TcpBlocked,
        ResolveTrouble::AliasLoop,
        ResolveTrouble::Malformed,
        ResolveTrouble::NoResolver,
        ResolveTrouble::Deadline,
    ]
}
