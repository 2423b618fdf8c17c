//! A scenario: facts in a few lines of TOML, and the findings that must come of them.
//!
//! Everything that a file does not say is healthy. The target is read as the command line would read it; every service
//! at every address of every host works; a `[[check]]` says which of them are otherwise, and how.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use mailcheck::codes::Os;
use mailcheck::discovery::{BadDocument, Named, Source};
use mailcheck::facts::nat64::prefixes;
use mailcheck::facts::{
    Account, AddressSource, Agreed, Because, Certificate, Check, Counters, CriticalExtension,
    Crowd, DnsControl, DnsExchange, DnsOutcome, DnsRecord, DnsReply, Extensions, Facts, Greeting,
    HostFacts, Link, Lookup, MailPolicy, Mx, OtherMode, OtherName, PolicyAnswer, ProxyAttempt,
    RecordData, RecordKind, Renowned, Rest, Route, Said, Searched, SourceAnswer, Step, TableRoute,
    TcpState, Tls, Tlsa, Transport, TrustPath, Unasked, UnaskedKind, Vantage, Ways, Witness,
};
use mailcheck::failure::{
    CertificateProblem, Failure, OsError, Permanence, Rejection, ResolveTrouble, Stage, TlsTrouble,
    Trouble,
};
use mailcheck::providers::Provider;
use mailcheck::service::{Endpoint, Protocol, Security, Service};
use mailcheck::target::{Host, HostBecause, MxQuestion, Target, Typed};
use mailcheck::wire::ocsp::{Response, Says, Status};
use mailcheck::wire::{Text, foreign, imap, pop3, smtp};
use serde::Deserialize;

#[path = "logins.rs"]
mod logins;
#[path = "paths.rs"]
mod paths;
#[path = "proxies.rs"]
mod proxies;
#[path = "senders.rs"]
mod senders;

use logins::{LoginSpec, TransactionSpec};
use senders::SenderSpec;

/// 2026-06-01 00:00:00 UTC: when every scenario plays.
const NOW: i64 = 1_780_272_000;

const DAY: i64 = 86_400;

/// A scenario file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a file does not say is so or not"
)]
pub(crate) struct Scenario {
    /// What this is about, in a sentence.
    pub(crate) about: String,
    /// As typed.
    target: String,
    /// The services that were named with `--service`; none = taken by default.
    #[serde(default)]
    services: Vec<String>,
    /// Whether it is a mail domain.
    #[serde(default)]
    domain: bool,
    /// Whether the run was ended by Ctrl-C or SIGTERM.
    #[serde(default)]
    interrupted: bool,
    /// What this machine has; both by default.
    #[serde(default)]
    no_ipv4: bool,
    #[serde(default)]
    no_ipv6: bool,
    /// The resolvers of this machine; one by default.
    resolvers: Option<Vec<SocketAddr>>,
    /// "10 mx.example.com" each; "10 ." is the null MX. Or what went wrong: "nodata".
    mx: Option<OneOrMany>,
    /// What was found out about a mail address.
    account: Option<AccountSpec>,
    /// What a mail domain says of the protection of its mail; absent = not asked.
    policy: Option<PolicySpec>,
    #[serde(default)]
    host: Vec<HostSpec>,
    #[serde(default)]
    dns: Vec<DnsSpec>,
    /// Lookups of the run that the first resolver answered and left unanswered while one of this target's went unanswered.
    crowd: Option<(u32, u32)>,
    /// What 192.0.2.10 said, which is left in peace: the first check.
    rest: Option<String>,
    #[serde(default)]
    check: Vec<CheckSpec>,
    /// "10.1.0.2/24" each; none by default, which means that they are not known.
    #[serde(default)]
    own_addresses: Vec<String>,
    #[serde(default)]
    gateways: Vec<IpAddr>,
    /// "203.0.113.0/24" each, without a router.
    #[serde(default)]
    direct_routes: Vec<String>,
    /// The TTL of what this machine sends.
    default_ttl: Option<u8>,
    #[serde(default)]
    container: bool,
    /// Paths that were followed: see [`mod@paths`].
    #[serde(default)]
    sweep: Vec<SweepSpec>,
    #[serde(default)]
    echo: Vec<EchoSpec>,
    /// The system on which this is seen: "windows", "macos"; Linux by default.
    os: Option<String>,
    dns_control: Option<DnsControlSpec>,
    /// Whether the resolver answers for the root, and for a name elsewhere.
    witness: Option<(bool, bool)>,
    /// What the resolver has for a name that exists for certain, and, where it was asked, for its mail exchangers.
    renowned: Option<OneOrMany>,
    renowned_mx: Option<String>,
    /// What the resolver has for `ipv4only.arpa`.
    #[serde(default)]
    ipv4only: Vec<std::net::Ipv6Addr>,
    proxy: Option<ProxySpec>,
    /// The proxy that everything goes through, as a URL; "passed-by" behind it where this target goes without.
    through: Option<String>,
    /// What is known of this machine as a sender of mail.
    sender: Option<SenderSpec>,
    /// Authorities in the list of this system that Mozilla's has not.
    #[serde(default)]
    private_authorities: Vec<String>,
    /// Logins that were tried.
    #[serde(default)]
    login: Vec<LoginSpec>,
    /// A mail that was handed over, or asked about.
    transaction: Option<TransactionSpec>,
    /// Packets that this machine's own filter dropped.
    own_drops: Option<u64>,
    /// Connection requests that this machine repeated, dropped or not; by default those that were dropped.
    own_repeats: Option<u64>,
    /// The verdict that must come out.
    pub(crate) verdict: String,
    /// The finding that must stand first.
    pub(crate) first: Option<String>,
    /// The findings that must come out, in any order, and no others.
    #[serde(default)]
    pub(crate) finding: Vec<Expected>,
}

/// A finding that must come out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Expected {
    /// "port-25-blocked".
    pub(crate) id: String,
    /// "error".
    pub(crate) severity: String,
    /// "network".
    pub(crate) owner: String,
    /// Which explanation; none where it has but one, or the usual one is meant.
    pub(crate) variant: Option<String>,
    /// The ports of its checks, each once.
    pub(crate) ports: Option<Vec<u16>>,
    /// How many checks it rests on.
    pub(crate) checks: Option<usize>,
    /// The address of its location.
    pub(crate) location: Option<IpAddr>,
    /// The hop of its location.
    pub(crate) hop: Option<u8>,
    /// "at", "at-or-after", or "nowhere" where no place may be named.
    pub(crate) certainty: Option<String>,
    /// Ids of next steps that it must give.
    #[serde(default)]
    pub(crate) steps: Vec<String>,
    /// Ids of sentences that its evidence must have.
    #[serde(default)]
    pub(crate) evidence: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct HostSpec {
    name: String,
    /// Addresses, or what went wrong: "nxdomain", "nodata", "servfail" … Absent = not asked.
    ipv4: Option<OneOrMany>,
    ipv6: Option<OneOrMany>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    hosts_file: bool,
    suggestion: Option<String>,
    /// The full name that a search domain made of it, and what the DNS says of the name itself.
    searched: Option<String>,
    itself: Option<OneOrMany>,
    /// What the DNS says beside the hosts file.
    in_dns: Option<OneOrMany>,
    /// The TLSA records: "3 0 0 own" each, with the bytes of the certificate as plain text. Or what went wrong.
    tlsa: Option<OneOrMany>,
    /// Whether their signatures hold.
    #[serde(default = "yes")]
    tlsa_signed: bool,
    /// Whether the resolver says that they do, and nobody here could see that.
    #[serde(default)]
    tlsa_unvalidated: bool,
}

fn yes() -> bool {
    true
}

/// What was found out about a mail address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountSpec {
    /// The mail exchanger by which the provider is known; the table is asked for the domain otherwise.
    exchanger: Option<String>,
    #[serde(default)]
    answer: Vec<AnswerSpec>,
}

/// What a mail domain says of the protection of its mail.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PolicySpec {
    /// The TXT records of `_mta-sts`, or what went wrong; "nodata" by default.
    record: Option<OneOrMany>,
    /// Those of `_mta_sts`.
    #[serde(default)]
    misplaced: Vec<String>,
    /// The policy, which came as it has to.
    document: Option<String>,
    /// Its media type; none where it is empty.
    media_type: Option<String>,
    /// What came in its place: "status 404", "redirect https://…", "untrusted self-signed", "no-host", "not-http",
    /// "unresolved servfail", "connect 111", "connect silent", "tls alert 40", "slow", "deadline".
    answer: Option<String>,
    /// The TXT records of `_smtp._tls`; one that is right by default.
    reports: Option<OneOrMany>,
}

impl PolicySpec {
    fn policy(&self) -> MailPolicy {
        let texts = |spec: &Option<OneOrMany>| match spec {
            None => None,
            Some(OneOrMany::One(trouble)) => Some(Lookup::Failed(resolve_trouble(trouble))),
            Some(OneOrMany::Many(texts)) => Some(Lookup::Found(texts.clone())),
        };
        let reports = "v=TLSRPTv1; rua=mailto:reports@example.com".to_owned();
        MailPolicy {
            record: texts(&self.record).unwrap_or(Lookup::Failed(ResolveTrouble::NoData)),
            misplaced: self.misplaced.clone(),
            answer: self.answer(),
            reports: texts(&self.reports).unwrap_or_else(|| Lookup::Found(vec![reports])),
        }
    }

    fn answer(&self) -> Option<PolicyAnswer> {
        if let Some(text) = &self.document {
            let media_type = self.media_type.as_deref().unwrap_or("text/plain");
            return Some(PolicyAnswer::Document {
                media_type: Some(media_type.to_owned()).filter(|text| !text.is_empty()),
                body: text.clone().into_bytes(),
            });
        }
        let answer = self.answer.as_deref()?;
        let (what, rest) = answer.split_once(' ').unwrap_or((answer, ""));
        let failed = |stage, trouble| PolicyAnswer::Failed { stage, trouble };
        let late = || Trouble::Clock {
            limit: Duration::from_secs(10),
            received: Text::default(),
        };
        Some(match what {
            "status" => PolicyAnswer::Status(rest.parse().expect("a status")),
            "redirect" => PolicyAnswer::Redirect(rest.to_owned()),
            "untrusted" => {
                PolicyAnswer::Untrusted(vec![problem(rest, "mta-sts.example.com", "CN=Nobody", -9)])
            }
            "no-host" => PolicyAnswer::NoHost,
            "not-http" => PolicyAnswer::NotHttp,
            "unresolved" => PolicyAnswer::Unresolved(resolve_trouble(rest)),
            "connect" if rest == "silent" => failed(Stage::Connect, late()),
            "connect" => {
                let errno = rest.parse().expect("an errno");
                failed(Stage::Connect, Trouble::Os(os_error(errno, None)))
            }
            "tls" => {
                let description = rest.trim_start_matches("alert ").parse().expect("a number");
                failed(Stage::Tls, Trouble::Tls(TlsTrouble::Alert { description }))
            }
            "slow" => failed(Stage::Greeting, late()),
            "deadline" => failed(
                Stage::Connect,
                Trouble::Deadline {
                    received: Text::default(),
                },
            ),
            other => panic!("no policy answers {other}"),
        })
    }
}

/// What a source said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerSpec {
    /// "srv", "autoconfig", "pacc", "guess".
    source: String,
    /// "imaps imap.example.com" each.
    #[serde(default)]
    servers: Vec<String>,
    /// Services that the domain says it does not offer.
    #[serde(default)]
    refused: Vec<String>,
    /// The document was malformed.
    #[serde(default)]
    malformed: bool,
}

/// The path to some ports of an address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SweepSpec {
    to: IpAddr,
    ports: Vec<u16>,
    path: String,
    /// Whether this system keeps the errors of routers to itself.
    #[serde(default)]
    deaf: bool,
}

/// How far an echo request came: "replied" where it was answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EchoSpec {
    to: IpAddr,
    path: String,
}

/// What the resolver says of names whose answers are known beforehand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DnsControlSpec {
    impossible: OneOrMany,
    unrelated: Option<OneOrMany>,
}

/// A connection through a proxy, to the first check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProxySpec {
    name: String,
    /// The server's first line; absent where nothing came.
    greeting: Option<String>,
}

/// What the kernel knows of a connection.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct TcpSpec {
    timeouts: u8,
    retransmissions: u32,
    unacknowledged: u32,
    acknowledged: u64,
    out_of_order: u32,
    duplicates: u32,
    reordered: u32,
    silent_seconds: f64,
    /// When the other side was heard last is not told (Windows).
    unheard: bool,
    min_rtt_ms: Option<u64>,
}

/// What came of the questions that follow a failure.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct FollowUpSpec {
    /// Whether a port that refused took one more connection.
    again: Option<bool>,
    /// Hops as in the paths of sweeps: what the datagram met.
    at_first_router: Option<String>,
    /// What the server says first in the other TLS mode; empty where that failed as well.
    other_mode: Option<String>,
    /// Whether it offers STARTTLS there.
    other_mode_offers_starttls: Option<bool>,
    small_segments: Option<bool>,
    /// A path, as in a sweep.
    hello_sweep: Option<String>,
    /// "0x0303 alert 70", "0x0302 chosen 0x0301 0x002f", "0x0303 nothing".
    tls_offers: Option<Vec<String>>,
    /// The session with another name in the hello.
    other_name: Option<TlsSpec>,
    /// That name; none where it was left out.
    other_name_sent: Option<String>,
    /// "agreed", "taken", "alert 50", "closed", "reset", "silence", "not-tls" or "nothing" (not asked); behind that in any order "lost" or
    /// "arrived", and "smaller", "without-group" or "small-segments" with "+" or "-".
    large_hello: Option<String>,
}

/// A question to a resolver, and what came of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct DnsSpec {
    name: String,
    server: SocketAddr,
    /// "A" by default.
    kind: Option<String>,
    /// A response code, "timeout" or "malformed"; "noerror" alone is an answer without records, for all but "found".
    outcome: String,
    /// Whether a signature came with it.
    #[serde(default)]
    signed: bool,
    /// Whether the resolver was asked not to check signatures.
    #[serde(default)]
    unchecked: bool,
    /// The zone that denies it, "" for the root.
    denied_by: Option<String>,
    /// Whether the question went without EDNS.
    #[serde(default)]
    plain: bool,
    #[serde(default)]
    extended: Vec<(u16, String)>,
    /// "signature OWNER TYPE TAG ZONE FROM UNTIL" in days from now, "key ZONE TAG", "digest ZONE TAG BYTE", "denial OWNER".
    #[serde(default)]
    links: Vec<String>,
    #[serde(default)]
    seconds: f64,
}

/// A part of a chain of signatures.
fn link(text: &str) -> Link {
    let words: Vec<&str> = text.split(' ').collect();
    let tag = |tag: &str| tag.parse::<u16>().expect("a tag");
    let day = |days: &str| NOW + days.parse::<i64>().expect("days") * DAY;
    match words[..] {
        ["signature", owner, covers, key, signer, from, until] => Link::Signature {
            owner: owner.to_owned(),
            covers: covers.to_owned(),
            algorithm: 13,
            key_tag: tag(key),
            signer: signer.to_owned(),
            from: day(from),
            until: day(until),
        },
        ["key", owner, key] => Link::Key {
            owner: owner.to_owned(),
            algorithm: 13,
            key_tag: tag(key),
            digests: vec![(2, vec![1])],
        },
        ["digest", owner, key, byte] => Link::Digest {
            owner: owner.to_owned(),
            algorithm: 13,
            key_tag: tag(key),
            kind: 2,
            digest: vec![byte.parse().expect("a byte")],
        },
        ["denial", owner] => Link::Denial {
            owner: owner.to_owned(),
        },
        _ => panic!("no link: {text}"),
    }
}

/// What is not healthy, and at which checks.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a file does not say is so or not"
)]
struct CheckSpec {
    /// The name of the host; every host when absent.
    host: Option<String>,
    /// Every address when empty.
    addresses: Vec<IpAddr>,
    /// Every port when empty.
    ports: Vec<u16>,
    /// Adds these checks as evidence in place of changing those that are there.
    context: bool,
    /// Nothing was tried.
    skipped: bool,
    fails: Option<Fails>,
    /// The first step of the way: "none", "10.1.0.1", "10.1.0.1 answers", "10.1.0.1 silent".
    route: Option<String>,
    greeting: Option<String>,
    greeting_seconds: Option<f64>,
    /// The greeting came in many small pieces.
    dripped: bool,
    preauthenticated: bool,
    capabilities: Option<Vec<String>>,
    early_bytes: Option<String>,
    /// "reply: 500 what", "empty-line: ", "mailbox-data: * 3 EXISTS".
    unasked: Vec<String>,
    /// The answer to EHLO, where HELO was taken.
    ehlo_refusal: Option<String>,
    /// What came to a command after the time for the greeting.
    after_silence: Option<String>,
    /// How long the last question for capabilities took.
    capabilities_seconds: Option<f64>,
    /// STARTTLS came about, whatever is offered or fails behind it.
    behind_tls: bool,
    tls: Option<TlsSpec>,
    tcp: Option<TcpSpec>,
    /// The other end of the connection is on this machine.
    ends_here: bool,
    follow_ups: Option<FollowUpSpec>,
}

/// Where a check failed, with what class, and one trouble.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Fails {
    /// "connect".
    at: String,
    /// What the classifier must make of it.
    class: String,
    /// Our own clock ran out after so many seconds.
    after: Option<f64>,
    /// An errno of Linux, or a number of Winsock.
    errno: Option<i32>,
    /// An errno of macOS.
    mac_errno: Option<i32>,
    /// How long the system took for it.
    #[serde(default)]
    seconds: f64,
    /// "3/13 from 198.51.100.2": type, code and sender of the ICMP message behind the errno.
    icmp: Option<String>,
    /// "closed": the other side ended the connection. "not-offered": STARTTLS is missing. "certificate": the problems of
    /// the chain. "deadline": the time for the target was up.
    by: Option<String>,
    /// What was met at the proxy: "socks5 5", "method 255", "http 407 ntlm", "closed request" …
    proxy: Option<String>,
    /// The server's no, a line each.
    rejected: Option<String>,
    /// Whether the no is for now.
    #[serde(default)]
    later: bool,
    /// What is not the protocol; at stage "tls", what is not TLS.
    received_instead: Option<String>,
    /// What had come in when the clock ran out or the connection ended.
    #[serde(default)]
    received: String,
    alert: Option<u8>,
    /// Any other trouble of TLS: "misbehaved: …", "incompatible: …", "certificate: …".
    tls: Option<String>,
}

/// A TLS session and its chain.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct TlsSpec {
    /// Days until the server's own certificate ends; 60 by default.
    days_left: Option<i64>,
    /// For how many days it is valid in all; 30 have passed where this is not said.
    life: Option<i64>,
    issuer: Option<String>,
    /// "expired", "name-mismatch: a.example.com b.example.com", "weak: RSA 1024" …
    problems: Vec<String>,
    wants_client_certificate: bool,
    /// The authority in the list of this system that vouches for the chain.
    private_root: Option<String>,
    /// Tells one chain from another.
    fingerprint: Option<String>,
    /// The bytes of the server's own certificate, as plain text.
    der: Option<String>,
    /// Besides: "must-staple", "authority", "key-usage 4", "root-ended", "no-safe-renegotiation", "names a b",
    /// "self-signed", "spare-ended", "authority-as-issuer".
    shows: Vec<String>,
}

impl Scenario {
    /// Reads a file.
    pub(crate) fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Builds the facts.
    pub(crate) fn facts(&self) -> Facts {
        let target = self.target();
        let hosts: Vec<HostFacts> = match self.host.as_slice() {
            // MX records may name no host at all.
            [] if self.domain || target.mailbox.is_some() => Vec::new(),
            [] => vec![literal(&target)],
            specs => specs.iter().map(|spec| self.host_facts(spec)).collect(),
        };
        let account = self.account();
        let because = match (self.domain, target.named && target.endpoints.len() == 1) {
            _ if target.mailbox.is_some() => Because::MailAddress,
            (true, _) => Because::HasMx,
            (false, true) => Because::OneService,
            (false, false) => Because::HostAsked,
        };
        let mut facts = Facts {
            logins: Vec::new(),
            transaction: None,
            vantage: self.vantage(),
            started_at: NOW,
            built_at: None,
            soon_days: 14,
            dns: self.dns.iter().map(DnsSpec::exchange).collect(),
            rest: self.rest.as_ref().map(|said| Rest {
                who: "192.0.2.10".into(),
                said: said.clone(),
                checks: vec![0],
            }),
            crowd: self.crowd.map(|(answered, unanswered)| Crowd {
                server: self.vantage().resolvers[0],
                open: 50,
                answered,
                unanswered,
            }),
            mx: self.mx.as_ref().map(mx),
            account,
            policy: self.policy.as_ref().map(PolicySpec::policy),
            checks: healthy_checks(&hosts, &target.endpoints),
            target,
            reading: because.reading(),
            because,
            interrupted: self.interrupted,
            hosts,
            sweeps: self.sweep.iter().flat_map(SweepSpec::sweeps).collect(),
            echoes: self.echo.iter().map(EchoSpec::echo).collect(),
            dns_control: self.dns_control.as_ref().map(|spec| DnsControl {
                impossible: lookup(&spec.impossible),
                unrelated: spec.unrelated.as_ref().map(lookup),
            }),
            witness: self
                .witness
                .map(|(root, outside)| Witness { root, outside }),
            renowned: self.renowned.as_ref().map(|spec| Renowned {
                name: "a.root-servers.net",
                addresses: lookup(spec),
                exchangers: self.renowned_mx.as_deref().map(resolve_trouble),
            }),
            nat64: prefixes(self.ipv4only.iter().copied()),
            proxy: self.proxy.as_ref().map(ProxySpec::attempt),
            through: self.through.as_deref().map(proxies::through),
            sender: None,
            private_authorities: self.private_authorities.clone(),
            counters: self.own_drops.map(|dropped| Counters {
                retransmissions_failed: dropped,
                syn_retransmissions: self.own_repeats.unwrap_or(dropped),
            }),
        };
        for spec in &self.check {
            spec.apply(&mut facts);
        }
        if let Some(spec) = &self.sender {
            spec.apply(&mut facts);
        }
        let logins = self.login.iter().map(|spec| spec.login(&facts));
        facts.logins = logins.collect();
        let transaction = self.transaction.as_ref();
        facts.transaction = transaction.map(|spec| spec.transaction(&facts));
        facts
    }

    /// What is checked at a host of a mail address.
    fn endpoints_of(&self, host: &str) -> Vec<Endpoint> {
        let servers = self.account().map(|account| account.servers);
        let of_host = servers
            .into_iter()
            .flatten()
            .filter(|server| server.host.to_string() == host);
        of_host.map(|server| server.endpoint).collect()
    }

    fn account(&self) -> Option<Account> {
        let mailbox = self.target().mailbox?;
        let spec = self.account.as_ref();
        let by_exchanger = || {
            let exchanger = spec?.exchanger.as_deref()?;
            Some((Provider::of_exchanger(exchanger)?, Source::Exchanger))
        };
        let by_domain = Provider::of_domain(&mailbox.domain.ascii);
        let provider = by_domain
            .map(|one| (one, Source::Table))
            .or_else(by_exchanger);
        let answers = spec.map_or(&[][..], |spec| spec.answer.as_slice());
        let answers = answers.iter().map(AnswerSpec::answer).collect();
        Some(Account::gathered(provider, answers))
    }

    fn target(&self) -> Target {
        let typed: Typed = self.target.parse().expect("a target");
        let named: Vec<Endpoint> = self
            .services
            .iter()
            .map(|name| Endpoint::usual(Service::from_name(name).expect("a service")))
            .chain(typed.endpoint)
            .collect();
        let promised = || match &typed.host {
            _ if self.domain => vec![Service::Smtp],
            Host::Name(name) => name.promised_services(),
            Host::Address(_) => Service::ALL.to_vec(),
        };
        Target {
            named: !named.is_empty(),
            endpoints: if named.is_empty() {
                promised().into_iter().map(Endpoint::usual).collect()
            } else {
                named
            },
            typed: typed.typed,
            host: typed.host,
            mx: if self.domain {
                MxQuestion::Ask
            } else {
                MxQuestion::Never(HostBecause::Asked)
            },
            mailbox: typed.mailbox,
            line: None,
        }
    }

    fn os(&self) -> Os {
        match self.os.as_deref() {
            None => Os::Linux,
            Some("windows") => Os::Windows,
            Some("macos") => Os::MacOs,
            Some(other) => panic!("no such system: {other}"),
        }
    }

    fn vantage(&self) -> Vantage {
        let usual = || vec!["192.0.2.53:53".parse().expect("an address")];
        Vantage {
            os: self.os(),
            resolvers: self.resolvers.clone().unwrap_or_else(usual),
            ipv4: !self.no_ipv4,
            ipv6: !self.no_ipv6,
            proxies: Vec::new(),
            system_proxy: None,
            own_addresses: self
                .own_addresses
                .iter()
                .map(|own| own_address(own))
                .collect(),
            gateways: self.gateways.clone(),
            routes: self.direct_routes.iter().map(|row| direct(row)).collect(),
            default_ttl: self.default_ttl,
            container: self.container,
        }
    }

    fn host_facts(&self, spec: &HostSpec) -> HostFacts {
        let preferences = match &self.mx {
            Some(OneOrMany::Many(records)) => {
                records.iter().map(|record| record_of(record)).collect()
            }
            Some(OneOrMany::One(_)) | None => Vec::new(),
        };
        let own = preferences.iter().find(|mx: &&Mx| mx.exchange == spec.name);
        HostFacts {
            name: spec.name.clone(),
            display: spec.name.clone(),
            preference: own.map(|mx| mx.preference),
            endpoints: self.endpoints_of(&spec.name),
            source: if spec.hosts_file {
                AddressSource::HostsFile
            } else {
                AddressSource::Dns
            },
            aliases: spec.aliases.clone(),
            ipv4: spec.ipv4.as_ref().map(lookup),
            ipv6: spec.ipv6.as_ref().map(lookup),
            suggestion: spec.suggestion.clone(),
            searched: spec.searched.clone().map(|name| Searched {
                name,
                itself: spec.itself.as_ref().map(lookup),
            }),
            lookup_time: Duration::from_millis(10),
            in_dns: spec.in_dns.as_ref().map(lookup),
            tlsa: spec.tlsa.as_ref().map(|tlsa| match tlsa {
                OneOrMany::One(trouble) => Lookup::Failed(resolve_trouble(trouble)),
                OneOrMany::Many(records) => Lookup::Found(Tlsa {
                    secure: spec.tlsa_signed,
                    unvalidated: spec.tlsa_unvalidated,
                    base: spec.name.clone(),
                    records: records.iter().map(|record| tlsa_of(record)).collect(),
                }),
            }),
        }
    }
}

fn own_address(text: &str) -> (IpAddr, u8) {
    let (address, length) = text.split_once('/').expect("address and length");
    let address = address.parse().expect("an address");
    (address, length.parse().expect("a length"))
}

fn direct(text: &str) -> TableRoute {
    let (network, length) = own_address(text);
    TableRoute {
        network,
        length,
        gateway: None,
    }
}

fn tlsa_of(record: &str) -> (u8, u8, u8, Vec<u8>) {
    let parts: Vec<&str> = record.split(' ').collect();
    let [usage, selector, matching, data] = parts[..] else {
        panic!("no such record: {record}")
    };
    let number = |text: &str| text.parse().expect("a number");
    let data = data.as_bytes().to_vec();
    (number(usage), number(selector), number(matching), data)
}

impl AnswerSpec {
    fn answer(&self) -> SourceAnswer {
        let source = match self.source.as_str() {
            "srv" => Source::Srv,
            "pacc" => Source::Pacc,
            "autoconfig" => Source::Autoconfig,
            "guess" => Source::Guess,
            other => panic!("no such source: {other}"),
        };
        let service = |name: &str| Service::from_name(name).expect("a service");
        let named = |text: &String| {
            let (name, host) = text.split_once(' ').expect("service and host");
            Named {
                endpoint: Endpoint::usual(service(name)),
                host: host.to_owned(),
                plain: false,
                user_name: None,
                authentication: Vec::new(),
            }
        };
        SourceAnswer {
            source,
            asked: format!("https://{}.example.test/", self.source),
            said: if self.malformed {
                Said::Bad(BadDocument::Malformed)
            } else {
                Said::Records {
                    servers: self.servers.iter().map(named).collect(),
                    refused: self.refused.iter().map(|name| service(name)).collect(),
                }
            },
        }
    }
}

impl SweepSpec {
    fn sweeps(&self) -> Vec<mailcheck::facts::Sweep> {
        let to = |port: &u16| mailcheck::facts::Sweep {
            destination: SocketAddr::new(self.to, *port),
            hops: paths::hops(&self.path),
            deaf: self.deaf,
        };
        self.ports.iter().map(to).collect()
    }
}

impl EchoSpec {
    fn echo(&self) -> mailcheck::facts::EchoPath {
        mailcheck::facts::EchoPath {
            destination: self.to,
            hops: paths::hops(&self.path),
        }
    }
}

impl ProxySpec {
    fn attempt(&self) -> ProxyAttempt {
        let refused = || Trouble::Os(os_error(111, None));
        let greeting = self.greeting.as_deref().map(Text::from);
        ProxyAttempt {
            proxy: self.name.clone(),
            check: 0,
            outcome: greeting.ok_or_else(refused),
        }
    }
}

fn unasked(text: &str) -> Unasked {
    let (kind, text) = text.split_once(": ").expect("kind and text");
    Unasked {
        kind: match kind {
            "reply" => UnaskedKind::Reply,
            "empty-line" => UnaskedKind::EmptyLine,
            "mailbox-data" => UnaskedKind::MailboxData,
            other => panic!("no such kind: {other}"),
        },
        text: Text::from(text),
    }
}

fn literal(target: &Target) -> HostFacts {
    let Host::Address(address) = target.host else {
        panic!("a target that is a name needs a [[host]]")
    };
    let name = address.to_string();
    let (ipv4, ipv6) = match address {
        IpAddr::V4(v4) => (Some(Lookup::Found(vec![v4])), None),
        IpAddr::V6(v6) => (None, Some(Lookup::Found(vec![v6]))),
    };
    HostFacts {
        display: name.clone(),
        name,
        preference: None,
        endpoints: Vec::new(),
        source: AddressSource::Literal,
        aliases: Vec::new(),
        ipv4,
        ipv6,
        suggestion: None,
        searched: None,
        lookup_time: Duration::ZERO,
        in_dns: None,
        tlsa: None,
    }
}

fn lookup<A: std::str::FromStr>(spec: &OneOrMany) -> Lookup<Vec<A>>
where
    A::Err: std::fmt::Debug,
{
    match spec {
        OneOrMany::One(trouble) => Lookup::Failed(resolve_trouble(trouble)),
        OneOrMany::Many(addresses) => Lookup::Found(
            addresses
                .iter()
                .map(|address| address.parse().expect("an address"))
                .collect(),
        ),
    }
}

fn mx(spec: &OneOrMany) -> Lookup<Vec<Mx>> {
    match spec {
        OneOrMany::One(trouble) => Lookup::Failed(resolve_trouble(trouble)),
        OneOrMany::Many(records) => {
            Lookup::Found(records.iter().map(|record| record_of(record)).collect())
        }
    }
}

fn record_of(record: &str) -> Mx {
    let (preference, exchange) = record.split_once(' ').expect("preference and exchange");
    Mx {
        preference: preference.parse().expect("a preference"),
        exchange: exchange.trim_end_matches('.').to_owned(),
    }
}

fn resolve_trouble(name: &str) -> ResolveTrouble {
    match name {
        "nxdomain" => ResolveTrouble::NotFound,
        "nodata" => ResolveTrouble::NoData,
        "servfail" => ResolveTrouble::ServFail,
        "refused" => ResolveTrouble::Refused,
        "notimp" => ResolveTrouble::Rcode(4),
        "timeout" => ResolveTrouble::Timeout,
        "port-closed" => ResolveTrouble::Unreachable(os_error(111, None)),
        "not-permitted" => ResolveTrouble::Unreachable(os_error(1, None)),
        "no-route" => ResolveTrouble::Unreachable(os_error(101, None)),
        "no-descriptor" => ResolveTrouble::Unreachable(os_error(24, None)),
        "tcp-blocked" => ResolveTrouble::TcpBlocked,
        "alias-loop" => ResolveTrouble::AliasLoop,
        "malformed" => ResolveTrouble::Malformed,
        "no-resolver" => ResolveTrouble::NoResolver,
        "deadline" => ResolveTrouble::Deadline,
        other => panic!("no such trouble: {other}"),
    }
}

impl DnsSpec {
    fn kind(&self) -> RecordKind {
        match self.kind.as_deref() {
            None | Some("A") => RecordKind::A,
            Some("AAAA") => RecordKind::Aaaa,
            Some("MX") => RecordKind::Mx,
            Some("DS") => RecordKind::Ds,
            Some("NS") => RecordKind::Ns,
            Some("DNSKEY") => RecordKind::Dnskey,
            Some("TLSA") => RecordKind::Tlsa,
            Some(other) => panic!("no such type: {other}"),
        }
    }

    /// The record that an answer with something in it has.
    fn record(&self) -> DnsRecord {
        let data = match self.kind() {
            RecordKind::A => RecordData::A([192, 0, 2, 1].into()),
            other => RecordData::Other(other.name().to_owned()),
        };
        DnsRecord {
            name: self.name.clone(),
            ttl: 300,
            data,
        }
    }

    fn exchange(&self) -> DnsExchange {
        let found = self.outcome == "found";
        let reply = |rcode| {
            let extended = self
                .extended
                .iter()
                .map(|(code, text)| (*code, Text::from(text.as_str())));
            DnsOutcome::Reply(DnsReply {
                rcode,
                authoritative: false,
                authenticated: false,
                truncated: self.outcome == "truncated",
                signed: self.signed,
                answers: found.then(|| self.record()).into_iter().collect(),
                denied_by: self.denied_by.clone(),
                extended_errors: extended.collect(),
                links: self.links.iter().map(|text| link(text)).collect(),
            })
        };
        DnsExchange {
            name: self.name.clone(),
            kind: self.kind(),
            checking_disabled: self.unchecked,
            edns: !self.plain,
            server: self.server,
            transport: Transport::Udp,
            elapsed: Duration::from_secs_f64(self.seconds),
            outcome: match self.outcome.as_str() {
                "noerror" | "found" | "truncated" => reply(0),
                "formerr" => reply(1),
                "servfail" => reply(2),
                "nxdomain" => reply(3),
                "refused" => reply(5),
                "timeout" => DnsOutcome::Timeout,
                "malformed" => DnsOutcome::Malformed,
                "port-closed" => DnsOutcome::Os(os_error(111, None)),
                other => panic!("no such outcome: {other}"),
            },
        }
    }
}

/// One check for each service at each address; one for each service of a host that has none.
fn healthy_checks(hosts: &[HostFacts], endpoints: &[Endpoint]) -> Vec<Check> {
    let mut checks = Vec::new();
    for (index, host) in hosts.iter().enumerate() {
        // The hosts of a mail address each have their own.
        let own = if host.endpoints.is_empty() {
            endpoints
        } else {
            &host.endpoints
        };
        for &endpoint in own {
            let addresses = host.addresses();
            if addresses.is_empty() {
                checks.push(unresolved(index, host, endpoint));
            }
            checks.extend(
                addresses
                    .into_iter()
                    .map(|address| healthy(index, host, endpoint, address)),
            );
        }
    }
    checks
}

fn unresolved(index: usize, host: &HostFacts, endpoint: Endpoint) -> Check {
    let v4 = host.ipv4.as_ref().and_then(Lookup::trouble);
    let v6 = host.ipv6.as_ref().and_then(Lookup::trouble);
    let trouble = v4
        .or(v6)
        .cloned()
        .expect("a host without addresses says why");
    let mut check = Check::new(index, endpoint, None);
    check.failure = Some(Failure::new(
        Stage::Resolve,
        Trouble::Resolve(trouble),
        Duration::ZERO,
    ));
    check
}

fn healthy(index: usize, host: &HostFacts, endpoint: Endpoint, address: IpAddr) -> Check {
    let mut check = Check::new(index, endpoint, Some(address));
    let starttls = endpoint.service.security() == Security::Starttls;
    let protocol = endpoint.service.protocol();
    let (greeting, in_clear, in_tls) = match protocol {
        // Mail exchangers take no logins.
        Protocol::Smtp if endpoint.service == Service::Smtp => (
            "220 mail.example.com ESMTP ready",
            ["STARTTLS", "SIZE 52428800"],
            ["8BITMIME", "SIZE 52428800"],
        ),
        Protocol::Smtp => (
            "220 mail.example.com ESMTP ready",
            ["STARTTLS", "SIZE 52428800"],
            ["AUTH PLAIN LOGIN", "SIZE 52428800"],
        ),
        Protocol::Pop3 => ("+OK ready", ["STLS", "UIDL"], ["USER", "UIDL"]),
        Protocol::Imap => (
            "* OK ready",
            ["STARTTLS", "IMAP4rev1"],
            ["AUTH=PLAIN", "IMAP4rev1"],
        ),
    };
    let texts = |words: [&str; 2]| words.into_iter().map(Text::from).collect::<Vec<_>>();
    check.steps = walk(endpoint, None);
    check.greeting = Some(Greeting {
        lines: vec![Text::from(greeting)],
        dripped: false,
        preauthenticated: false,
    });
    check.capabilities_before_tls = starttls.then(|| texts(in_clear));
    check.auth_mechanisms = mechanisms(protocol, &texts(in_tls));
    check.capabilities = Some(texts(in_tls));
    check.tls = Some(TlsSpec::default().tls(&host.name));
    check
}

fn mechanisms(protocol: Protocol, words: &[Text]) -> Vec<String> {
    match protocol {
        Protocol::Smtp => smtp::auth_mechanisms(words),
        Protocol::Pop3 => pop3::sasl_mechanisms(words),
        Protocol::Imap => imap::auth_mechanisms(words),
    }
}

/// The stages of a check, up to the one that fails.
fn walk(endpoint: Endpoint, failed: Option<Stage>) -> Vec<Step> {
    let stages = match endpoint.service.security() {
        Security::Tls => {
            vec![
                Stage::Connect,
                Stage::Tls,
                Stage::Certificate,
                Stage::Greeting,
                Stage::Capabilities,
                Stage::Quit,
            ]
        }
        Security::Starttls => vec![
            Stage::Connect,
            Stage::Greeting,
            Stage::Capabilities,
            Stage::Starttls,
            Stage::Tls,
            Stage::Certificate,
            Stage::Capabilities,
            Stage::Quit,
        ],
    };
    // An untrusted certificate does not end the dialogue.
    let ends = failed.filter(|stage| *stage != Stage::Certificate);
    let last = ends.and_then(|end| stages.iter().position(|stage| *stage == end));
    let kept = last.map_or(stages.len(), |last| last + 1);
    let step = |stage| Step {
        stage,
        at: Duration::ZERO,
        elapsed: Duration::from_millis(20),
        ok: Some(stage) != failed,
    };
    stages.into_iter().take(kept).map(step).collect()
}

impl CheckSpec {
    fn apply(&self, facts: &mut Facts) {
        if self.context {
            self.add_context(facts);
            return;
        }
        let mut touched = false;
        for index in 0..facts.checks.len() {
            let check = &facts.checks[index];
            let host = facts.hosts[check.host].name.clone();
            let wanted = self.host.as_ref().is_none_or(|name| *name == host)
                && (self.addresses.is_empty()
                    || check.address.is_some_and(|a| self.addresses.contains(&a)))
                && (self.ports.is_empty() || self.ports.contains(&check.endpoint.port));
            if wanted {
                self.change(&mut facts.checks[index], &host);
                touched = true;
            }
        }
        assert!(touched, "no check is meant by {self:?}");
    }

    fn add_context(&self, facts: &mut Facts) {
        for address in &self.addresses {
            for port in &self.ports {
                let owns = |host: &HostFacts| host.addresses().contains(address);
                let host = facts
                    .hosts
                    .iter()
                    .position(owns)
                    .expect("an address of a host");
                let endpoint = Endpoint::from_port(*port).expect("a mail port");
                let mut check = healthy(host, &facts.hosts[host], endpoint, *address);
                check.context = true;
                // Nothing is said to a sibling.
                check.steps.truncate(1);
                check.greeting = None;
                check.capabilities = None;
                check.capabilities_before_tls = None;
                check.tls = None;
                let name = facts.hosts[host].name.clone();
                self.change(&mut check, &name);
                facts.checks.push(check);
            }
        }
    }

    fn change(&self, check: &mut Check, host: &str) {
        if self.skipped {
            *check = Check {
                skipped: true,
                ..Check::new(check.host, check.endpoint, check.address)
            };
            return;
        }
        if let Some(greeting) = &self.greeting {
            let lines = greeting.lines().map(Text::from).collect();
            check.greeting = Some(Greeting {
                lines,
                dripped: self.dripped,
                preauthenticated: false,
            });
        }
        if let Some(greeting) = &mut check.greeting {
            greeting.preauthenticated = self.preauthenticated;
        }
        if let Some(seconds) = self.greeting_seconds {
            let step = check
                .steps
                .iter_mut()
                .find(|step| step.stage == Stage::Greeting);
            step.expect("a greeting").elapsed = Duration::from_secs_f64(seconds);
        }
        if let Some(spec) = &self.tls {
            check.tls = Some(spec.tls(host));
        }
        if let Some(words) = &self.capabilities {
            let words: Vec<Text> = words.iter().map(|word| Text::from(word.as_str())).collect();
            let upgrade = words.iter().any(|word| word.0.starts_with(b"ST"));
            if !upgrade && check.endpoint.service.security() == Security::Starttls {
                check.tls = None;
                check.capabilities_before_tls = None;
            }
            check.auth_mechanisms = mechanisms(check.endpoint.service.protocol(), &words);
            check.capabilities = Some(words);
        }
        if let Some(seconds) = self.capabilities_seconds {
            let mut steps = check.steps.iter_mut().rev();
            let step = steps.find(|step| step.stage == Stage::Capabilities);
            step.expect("capabilities").elapsed = Duration::from_secs_f64(seconds);
        }
        check.early_bytes = self.early_bytes.as_deref().map(Text::from);
        check.after_silence = self.after_silence.as_deref().map(Text::from);
        check.ehlo_refusal = self
            .ehlo_refusal
            .as_ref()
            .map(|reply| vec![Text::from(reply.as_str())]);
        check.helo_fallback = check.ehlo_refusal.is_some();
        check.unasked = self.unasked.iter().map(|one| unasked(one)).collect();
        if let Some(fails) = &self.fails {
            fails.fail(check);
            // The server signs behind its certificates, so those were seen.
            let signed = check
                .failure
                .as_ref()
                .is_some_and(|one| matches!(one.trouble, Trouble::Tls(TlsTrouble::Signature)));
            if let Some(spec) = self.tls.as_ref().filter(|_| signed) {
                check.tls = Some(spec.tls(host));
            }
        }
        if let Some(tcp) = self.tcp {
            check.tcp = Some(tcp.state());
        }
        check.route = self.route.as_deref().map(route);
        check.ends_here = self.ends_here;
        if let Some(spec) = &self.follow_ups {
            spec.apply(check, host);
        }
        if self.behind_tls {
            check.starttls_reply = Some(vec![Text::from("220 go")]);
            check.capabilities_before_tls = Some(vec![Text::from("STARTTLS")]);
            check.tls = Some(TlsSpec::default().tls(host));
        }
    }
}

impl TcpSpec {
    fn state(self) -> TcpState {
        let min_rtt = self.min_rtt_ms.map(Duration::from_millis);
        TcpState {
            timeouts: self.timeouts,
            retransmissions: self.retransmissions,
            unacknowledged: self.unacknowledged,
            acknowledged: self.acknowledged,
            out_of_order: self.out_of_order,
            duplicates: self.duplicates,
            reordered: self.reordered,
            silent_for: (!self.unheard).then(|| Duration::from_secs_f64(self.silent_seconds)),
            rtt: min_rtt,
            min_rtt,
            ..TcpState::default()
        }
    }
}

impl FollowUpSpec {
    fn apply(&self, check: &mut Check, host: &str) {
        let answers = &mut check.follow_ups;
        let sent = self.other_name_sent.as_deref();
        answers.other_name = self.other_name.as_ref().map(|session| OtherName {
            sent: sent.map(str::to_owned),
            outcome: Ok(session.tls(sent.unwrap_or(host))),
        });
        answers.other_mode = self.other_mode.as_ref().map(|greeting| OtherMode {
            security: match check.endpoint.service.security() {
                Security::Tls => Security::Starttls,
                Security::Starttls => Security::Tls,
            },
            outcome: match greeting.as_str() {
                "" => Err(Trouble::Closed {
                    received: Text::default(),
                }),
                // What came in clear where TLS was tried.
                greeting if greeting.starts_with("in clear: ") => {
                    let received = Text::from(&greeting["in clear: ".len()..]);
                    let speaks = foreign::identify(&received.0);
                    Err(Trouble::Tls(TlsTrouble::NotTls { received, speaks }))
                }
                greeting => Ok(vec![Text::from(greeting)]),
            },
            starttls: self.other_mode_offers_starttls,
        });
        answers.again = self.again;
        let met = self.at_first_router.as_deref().map(paths::hops);
        answers.at_first_router = met.and_then(|hops| Some(hops.first()?.answer));
        answers.small_segments = self.small_segments;
        answers.large_hello = self.large_hello.as_deref().map(paths::large_hello);
        answers.hello_sweep = self.hello_sweep.as_deref().map(paths::hops);
        let offers = self.tls_offers.as_ref();
        answers.tls_offers = offers.map(|all| all.iter().map(|one| paths::offer(one)).collect());
    }
}

impl Fails {
    /// Ends the check at the stage: what comes later has not been seen.
    fn fail(&self, check: &mut Check) {
        let stage = Stage::ALL
            .into_iter()
            .find(|stage| stage.name() == self.at)
            .expect("a stage");
        let trouble = self.trouble(check, stage);
        let elapsed = Duration::from_secs_f64(self.after.unwrap_or(self.seconds));
        let failure = Failure::new(stage, trouble, elapsed);
        assert_eq!(failure.class.name(), self.class, "the class of {self:?}");
        let under_tls = check.endpoint.service.security() == Security::Tls;
        let before_tls = if under_tls {
            stage < Stage::Tls && stage == Stage::Connect
        } else {
            stage < Stage::Tls
        };
        if before_tls
            || stage == Stage::Tls
                && !check
                    .tls
                    .as_ref()
                    .is_some_and(|tls| tls.client_certificate_requested)
        {
            check.tls = None;
        }
        let before_greeting = stage <= Stage::Greeting || (under_tls && stage == Stage::Tls);
        if before_greeting {
            check.greeting = None;
        }
        if (before_greeting || stage == Stage::Capabilities) && stage != Stage::Certificate {
            check.capabilities = None;
            check.capabilities_before_tls = None;
        }
        check.steps = walk(check.endpoint, Some(stage));
        check.failure = Some(failure);
    }

    fn trouble(&self, check: &Check, stage: Stage) -> Trouble {
        let received = Text::from(self.received.as_str());
        if let Some(met) = &self.proxy {
            return proxies::trouble(met);
        }
        if let Some(limit) = self.after {
            return Trouble::Clock {
                limit: Duration::from_secs_f64(limit),
                received,
            };
        }
        if let Some(errno) = self.errno {
            return Trouble::Os(os_error(errno, self.icmp.as_deref()));
        }
        if let Some(errno) = self.mac_errno {
            return Trouble::Os(OsError {
                os: Os::MacOs,
                ..os_error(errno, None)
            });
        }
        if let Some(reply) = &self.rejected {
            let permanence = if self.later {
                Permanence::Temporary
            } else {
                Permanence::Permanent
            };
            return Trouble::Rejected(Rejection {
                reply: reply.lines().map(Text::from).collect(),
                permanence,
            });
        }
        if let Some(text) = &self.received_instead {
            let speaks = foreign::identify(text.as_bytes());
            let received = Text::from(text.as_str());
            return match stage {
                Stage::Tls => Trouble::Tls(TlsTrouble::NotTls { received, speaks }),
                _ => Trouble::Malformed { received, speaks },
            };
        }
        if let Some(description) = self.alert {
            return Trouble::Tls(TlsTrouble::Alert { description });
        }
        if let Some(other) = &self.tls {
            let (kind, text) = other.split_once(": ").expect("kind and text");
            return Trouble::Tls(match kind {
                "misbehaved" => TlsTrouble::Misbehaved(text.to_owned()),
                "signature" => TlsTrouble::Signature,
                "oversized" => TlsTrouble::Oversized,
                "incompatible" => TlsTrouble::Incompatible(text.to_owned()),
                "certificate" => TlsTrouble::Certificate(text.to_owned()),
                _ => TlsTrouble::Other(text.to_owned()),
            });
        }
        match self.by.as_deref() {
            Some("closed") => Trouble::Closed { received },
            Some("not-offered") => Trouble::NotOffered,
            Some("deadline") => Trouble::Deadline { received },
            Some("certificate") => {
                Trouble::Certificate(check.tls.as_ref().expect("tls").problems.clone())
            }
            _ => panic!("no trouble in {self:?}"),
        }
    }
}

fn route(text: &str) -> Route {
    if text == "none" {
        return Route::None;
    }
    let (next, answers) = match text.split_once(' ') {
        Some((next, "answers")) => (next, Some(true)),
        Some((next, "silent")) => (next, Some(false)),
        Some(_) => panic!("no such route: {text}"),
        None => (text, None),
    };
    let next = next.parse().expect("an address");
    Route::Via { next, answers }
}

/// Numbers from 10000 on are those of Winsock, and nobody else's.
fn os_error(errno: i32, icmp: Option<&str>) -> OsError {
    OsError {
        os: if errno >= 10_000 {
            Os::Windows
        } else {
            Os::Linux
        },
        code: Some(errno),
        text: format!("system error {errno}"),
        icmp: icmp.map(paths::icmp),
    }
}

impl TlsSpec {
    fn tls(&self, name: &str) -> Tls {
        let issuer = self
            .issuer
            .as_deref()
            .unwrap_or("CN=Example Authority R1,O=Example Authority");
        let left = self.days_left.unwrap_or(60);
        let mut own = certificate(&format!("CN={name}"), issuer, name, NOW + left * DAY);
        if let Some(life) = self.life {
            own.not_before = own.not_after - life * DAY;
        }
        let fingerprint = self
            .fingerprint
            .clone()
            .unwrap_or_else(|| format!("{name}/{issuer}/{left}"));
        let intermediate = certificate(issuer, "CN=Example Root", "", NOW + 900 * DAY);
        let mut tls = Tls {
            server_name: name.to_owned(),
            version: Some("TLSv1.3".to_owned()),
            cipher_suite: Some("TLS_AES_128_GCM_SHA256".to_owned()),
            key_exchange: Some("X25519".to_owned()),
            certificates: vec![
                Certificate {
                    sha256: fingerprint,
                    der: self.der.clone().unwrap_or_default().into_bytes(),
                    ..own
                },
                intermediate,
            ],
            problems: self
                .problems
                .iter()
                .map(|text| problem(text, name, issuer, left))
                .collect(),
            path: None,
            agreed: None,
            private_root: self.private_root.clone(),
            client_certificate_requested: self.wants_client_certificate,
            status: None,
        };
        for what in &self.shows {
            show(&mut tls, what);
        }
        tls
    }
}

/// A status that may be used for so many days more.
fn status(serial: &str, says: Says, days: i64) -> Response {
    Response::Answered(vec![Status {
        serial: serial.to_owned(),
        says,
        from: NOW - 4 * DAY,
        until: Some(NOW + days * DAY),
    }])
}

/// Changes what a session shows.
fn show(tls: &mut Tls, what: &str) {
    let (what, value) = what.split_once(' ').unwrap_or((what, ""));
    let path = tls.path.get_or_insert_with(|| TrustPath {
        steps: vec![0, 1],
        root: None,
        public: true,
        ways: Ways::default(),
        spelled_otherwise: false,
    });
    let own = &mut tls.certificates[0];
    match what {
        "must-staple" => own.extensions.must_staple = true,
        "status-revoked" => tls.status = Some(status(&own.serial, Says::Revoked(NOW - DAY), 3)),
        "status-ended" => tls.status = Some(status(&own.serial, Says::Good, -1)),
        "status-of-another" => tls.status = Some(status("4711", Says::Good, 3)),
        "status-unknown" => tls.status = Some(status(&own.serial, Says::Unknown, 3)),
        "status-good" => tls.status = Some(status(&own.serial, Says::Good, 3)),
        "authority" => own.extensions.authority = Some(true),
        "one-way" => path.ways.first_valid = false,
        "spelled-otherwise" => path.spelled_otherwise = true,
        "critical-policies" => own.extensions.critical = vec![CriticalExtension::Policies],
        "key-usage" => own.extensions.key_usage = Some(value.parse().expect("bits")),
        "names" => own.names = value.split(' ').map(str::to_owned).collect(),
        "self-signed" => own.subject.clone_from(&own.issuer),
        "subject" => value.clone_into(&mut own.subject),
        "root-ended" => {
            path.root = Some(certificate("CN=Root", "CN=Root", "", NOW - DAY));
        }
        "spare-ended" => {
            let spare = certificate("CN=Cross", "CN=Old Root", "", NOW - DAY);
            tls.certificates.push(spare);
        }
        "sends" => {
            own.extensions.issuer_key = Some(vec![1]);
            let mut other = certificate(value, "CN=Nobody", "", NOW + 900 * DAY);
            other.extensions.own_key = Some(vec![2]);
            tls.certificates.push(other);
        }
        "agreed" | "no-safe-renegotiation" => {}
        other => panic!("nothing is shown as {other}"),
    }
    tls.agreed = Some(Agreed {
        version: 0x0303,
        suite: 0xc02f,
        group: Some(29),
        renegotiation_info: Some(what != "no-safe-renegotiation"),
        stapled: Some(false),
        ..Agreed::default()
    });
}

fn certificate(subject: &str, issuer: &str, name: &str, not_after: i64) -> Certificate {
    Certificate {
        subject: subject.to_owned(),
        issuer: issuer.to_owned(),
        names: vec![name.to_owned()],
        not_before: NOW - 30 * DAY,
        not_after,
        serial: "01".to_owned(),
        sha256: format!("{subject}/{not_after}"),
        key: "ECDSA P-256".to_owned(),
        signature: "ECDSA with SHA-256".to_owned(),
        extensions: Extensions::default(),
        der: Vec::new(),
    }
}

fn problem(text: &str, expected: &str, issuer: &str, days_left: i64) -> CertificateProblem {
    let (kind, rest) = text.split_once(": ").unwrap_or((text, ""));
    let (rest, index) = match rest.strip_prefix("intermediate") {
        Some(rest) => (rest.trim(), 1),
        None => (rest, 0),
    };
    match kind {
        "expired" => CertificateProblem::Expired {
            index,
            not_after: NOW + days_left * DAY,
        },
        "not-yet-valid" => CertificateProblem::NotYetValid {
            index,
            not_before: NOW + 3 * DAY,
        },
        "name-mismatch" => CertificateProblem::NameMismatch {
            expected: expected.to_owned(),
            names: rest.split_whitespace().map(str::to_owned).collect(),
        },
        "self-signed" => CertificateProblem::SelfSigned,
        "unknown-issuer" => CertificateProblem::UnknownIssuer {
            issuer: issuer.to_owned(),
        },
        "chain-incomplete" => CertificateProblem::ChainIncomplete {
            issuer: issuer.to_owned(),
        },
        "wrong-purpose" => CertificateProblem::WrongPurpose,
        "weak" => CertificateProblem::Weak {
            index,
            what: rest.to_owned(),
        },
        "malformed" => CertificateProblem::Malformed {
            index,
            what: rest.to_owned(),
        },
        other => panic!("no such problem: {other}"),
    }
}
