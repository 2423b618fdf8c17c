//! The report for programs: a promise, unlike the facts. Names stay; new ones may come.
//!
//! Absent means not asked; null means asked, and nothing came. The schema is made from these types and published as
//! `schema/report-1.schema.json`.

mod follow_ups;
mod from_report;
mod logins;
mod policy;
mod room;
mod sender;
mod sets;
mod through;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use unicode_width::UnicodeWidthChar as _;

pub use self::logins::{ExchangeJson, LoginJson, RefusalJson, TransactionJson};
pub use self::policy::{DeliveryJson, MailPolicyJson, PolicyJson};
pub use self::sender::{EhloJson, ListingJson, OwnAddressJson, ReverseNameJson, SenderJson};
use self::sets::{
    Certainty, CheckOutcome, Class, DnsResult, DnsTransport, FindingName, HopAnswer, Kind, Os,
    Owner, Protocol, Security, Service, Severity, Source, Speaker, Stage, StepOutcome, Timer,
    TlsAnswer, Verdict,
};
use super::face::{Face, Manner};
use super::{Summary, TargetReport};
use crate::escape::{MAX_MARKS, is_deceptive};

/// The version of the schema. It changes when a name changes its meaning or goes away, not when one is added.
pub const SCHEMA_VERSION: u8 = 1;

/// The report as one JSON object.
pub struct JsonFace<'a> {
    manner: Manner<'a>,
    /// Each target as it will stand in the list.
    targets: BTreeMap<usize, String>,
}

impl<'a> JsonFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        Self {
            manner,
            targets: BTreeMap::new(),
        }
    }
}

impl Face for JsonFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        let object = TargetJson::new(self.manner.words, target);
        let text = serde_json::to_string_pretty(&object)?;
        // As deep as the lists of the whole are.
        let text = escape_invisible(&text).replace('\n', "\n    ");
        self.targets.insert(place, text);
        Ok(())
    }

    /// The envelope says what all come to before the targets.
    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let object = ReportJson::without_targets(self.manner.run, summary.verdict, summary.elapsed);
        let text = serde_json::to_string_pretty(&object)?;
        let text = escape_invisible(&text);
        let Some(head) = text
            .strip_suffix("]\n}")
            .filter(|_| !self.targets.is_empty())
        else {
            return writeln!(out, "{text}");
        };
        out.write_all(head.as_bytes())?;
        let mut between = "\n    ";
        for target in std::mem::take(&mut self.targets).into_values() {
            write!(out, "{between}{target}")?;
            between = ",\n    ";
        }
        writeln!(out, "\n  ]\n}}")
    }
}

/// The JSON Schema (draft 2020-12) of what [`JsonFace`] writes.
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<ReportJson>()
}

/// `serde_json` escapes what JSON forbids. The other controls, and what turns the reading direction, would still reach
/// the terminal of whoever looks at the file, and hundreds of marks on one letter would paint over its lines. All text is
/// inside strings, so the escape is the same value.
pub(crate) fn escape_invisible(json: &str) -> Cow<'_, str> {
    const DELETE: u8 = 0x7f;
    // `serde_json` leaves no other control in text, and nearly all reports are ASCII.
    if json.is_ascii() && !json.as_bytes().contains(&DELETE) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len());
    let mut units = [0; 2];
    let mut marks = 0;
    let mut rest = json;
    while let Some(place) = invisible(rest, &mut marks) {
        let (clear, from) = rest.split_at(place);
        shown.push_str(clear);
        let mut letters = from.chars();
        if let Some(letter) = letters.next() {
            for unit in letter.encode_utf16(&mut units) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        }
        rest = letters.as_str();
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// Where the first letter stands that is escaped; `marks` is how many marks the letter before has. Nearly all of a report
/// is printable ASCII.
fn invisible(json: &str, marks: &mut u32) -> Option<usize> {
    let is_clear = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n');
    let clear = json.bytes().take_while(|byte| is_clear(byte)).count();
    if clear > 0 {
        *marks = 0;
    }
    let mut letters = json[clear..].char_indices();
    let found = letters.find(|(_, letter)| {
        let is_mark = letter.width() == Some(0);
        let is_escaped = *letter != '\n' && is_deceptive(*letter) || is_mark && *marks >= MAX_MARKS;
        if !is_escaped {
            *marks = if is_mark { *marks + 1 } else { 0 };
        }
        is_escaped
    });
    found.map(|(place, _)| clear + place)
}

/// What mailcheck saw of one or more targets, and what it makes of it. A name that is absent was not asked for; null means that it was asked for and nothing came.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "mailcheck report")]
pub struct ReportJson {
    /// The version of this schema. It changes only when a name changes its meaning or goes away.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: u8,
    /// The version of mailcheck that made the report.
    pub mailcheck_version: String,
    /// When the run began, by the clock of the machine, RFC 3339 in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub started_at: String,
    /// How long the run took, in milliseconds.
    pub elapsed_ms: f64,
    /// The worst verdict of all targets.
    pub verdict: Verdict,
    /// From where the network was seen.
    pub vantage: VantageJson,
    /// A fingerprint of the options that say how targets are asked; in results that --resume goes on with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub options: Option<String>,
    /// The targets, in the order in which they were given.
    pub targets: Vec<TargetJson>,
}

/// From where the network was seen.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "vantage")]
pub struct VantageJson {
    /// The operating system.
    pub os: Os,
    /// The resolvers, address and port, in the order in which they are asked.
    pub resolvers: Vec<String>,
    /// Whether this machine has a route to the IPv4 internet.
    pub ipv4: bool,
    /// Whether this machine has a route to the IPv6 internet.
    pub ipv6: bool,
    /// The proxies that the environment names, without user and password.
    pub proxies: Vec<String>,
    /// What this system's own settings say of a proxy; absent where it has none, or where they are not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "SystemProxyJson")]
    pub system_proxy: Option<SystemProxyJson>,
}

/// The settings of a system for a proxy.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "system-proxy")]
pub struct SystemProxyJson {
    /// The proxy, or one for each protocol, without user and password; null where none is set.
    pub proxy: Option<String>,
    /// What goes without it; null where nothing does.
    pub bypass: Option<String>,
    /// The address of the script that chooses a proxy, host and port alone; it is never run. Null where there is none.
    pub pac: Option<String>,
}

/// The proxy that every connection was to go through.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "through")]
pub struct ThroughJson {
    /// `socks4`, `socks4a`, `socks5`, `socks5h`, `http` or `https`.
    pub kind: String,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Its address; null where that is not known.
    pub address: Option<String>,
    /// Whether there is a login for it. Neither name nor password is ever told.
    pub login: bool,
    /// Who named it: `option`, `system`, or the variable.
    pub named_by: String,
    /// Who looks names up: `here` or `proxy`.
    pub names: String,
    /// Whether this target is among those that go without it.
    pub passed_by: bool,
    /// What was not asked because of it.
    pub left_out: Vec<String>,
}

/// What stood in the way at a proxy.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "proxy-failure")]
pub struct ProxyFailureJson {
    /// How far it came: `connect`, `tls`, `method`, `login` or `request`.
    pub step: String,
    /// What is the matter, in a word such as `auth-required` or `cannot-reach-server`.
    pub fault: String,
    /// What the proxy met beyond itself, or why it refused; absent where that is not the matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub why: Option<String>,
    /// The number of its answer: a reply of SOCKS, a status of HTTP; absent where it gave none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u16")]
    pub status: Option<u16>,
    /// Its answer in words; absent where it gave none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub answer: Option<String>,
}

/// One target: what was seen of it, and what that means.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "target")]
pub struct TargetJson {
    /// The target as it was typed.
    pub target: String,
    /// The number of its line in the list of --targets, from 1; absent for what was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub line: Option<u64>,
    /// How the target was read: a host with its services, one service of a host, or a mail domain.
    pub kind: Kind,
    /// Why it was read so: a word such as `service`, `domain-mx` or `host-no-mx`.
    pub reading: String,
    /// The name in DNS form, or the address.
    pub name: String,
    /// The name as people read it; absent where it is the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub unicode_name: Option<String>,
    /// The worst finding in one word.
    pub verdict: Verdict,
    /// The mail exchangers. Absent where they were not asked for; null where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mx: Option<Option<Vec<MxJson>>>,
    /// The hosts that were checked, with their addresses.
    pub hosts: Vec<HostJson>,
    /// Every DNS exchange, in the order in which they ended.
    pub dns: Vec<DnsJson>,
    /// The checks: each is one service at one address of a host.
    pub checks: Vec<CheckJson>,
    /// What the resolver said of names whose answers are known beforehand; absent where nothing about its answers was odd.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "DnsControlJson")]
    pub dns_control: Option<DnsControlJson>,
    /// The prefixes by which this network writes IPv4 addresses as IPv6 (NAT64), as in `2001:db8:64::/96`; absent where none was
    /// found, or none looked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nat64_prefixes: Vec<String>,
    /// What came of going through the proxy that is configured here; absent where that was not tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "ProxyJson")]
    pub proxy: Option<ProxyJson>,
    /// The proxy that every connection to this target was to go through; absent where nobody asked for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "ThroughJson")]
    pub through: Option<ThroughJson>,
    /// What came of logging in, a service each; absent where nobody wanted that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<LoginJson>")]
    pub logins: Option<Vec<LoginJson>>,
    /// What came of the commands that hand over mail; absent where nobody wanted that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "TransactionJson")]
    pub transaction: Option<TransactionJson>,
    /// What the kernel of this machine counted during the run, for all of the machine; absent where it does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "CountersJson")]
    pub counters: Option<CountersJson>,
    /// How the mail domain has its mail protected; absent for other targets.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "MailPolicyJson")]
    pub mail_policy: Option<MailPolicyJson>,
    /// Which senders deliver to each mail exchanger; absent for other targets than mail domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<DeliveryJson>")]
    pub delivery: Option<Vec<DeliveryJson>>,
    /// What other mail servers see of this machine when it sends; absent where nobody asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "SenderJson")]
    pub sender: Option<SenderJson>,
    /// What the facts mean, worst first.
    pub findings: Vec<FindingJson>,
    /// What to set in a mail program: everything that worked in this run, for each protocol the best first. Absent for a mail domain, whose exchangers are for other servers.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<SettingJson>")]
    pub settings: Option<Vec<SettingJson>>,
}

/// Settings for a mail program that worked from here.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "setting")]
pub struct SettingJson {
    /// The protocol: `smtp` is for sending, the others are for reading.
    pub protocol: Protocol,
    /// The server, in DNS form, or its address.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// How the session comes to be encrypted.
    pub security: Security,
    /// The SASL mechanisms that the server named, or the plain login of the protocol: `USER` of POP3, `LOGIN` of IMAP.
    pub mechanisms: Vec<String>,
    /// Whether it worked at every address of the server that could be tried.
    pub everywhere: bool,
}

/// What the resolver said of names whose answers are known beforehand.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "dns-control")]
pub struct DnsControlJson {
    /// The addresses of a name that cannot exist: any of them is invented. Null where there is none, as it should be.
    pub impossible: Option<Vec<String>>,
    /// The addresses of another party's name; null where none was found, or it was not asked for.
    pub unrelated: Option<Vec<String>>,
}

/// A connection through a proxy.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "proxy")]
pub struct ProxyJson {
    /// The proxy, without user and password.
    pub proxy: String,
    /// The check whose service was asked for through it, by its id.
    pub check: usize,
    /// The server's first line; null where none came.
    pub greeting: Option<String>,
    /// What stood in the way, from the same set as the class of a failure; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Class")]
    pub class: Option<Class>,
}

/// Counters of this machine's kernel, as what they rose by during the run.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "counters")]
pub struct CountersJson {
    /// Segments that this machine's own packet filter dropped on their way out.
    pub retransmissions_failed: u64,
    /// Connection requests that were sent again.
    pub syn_retransmissions: u64,
}

/// A mail exchanger.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "mx")]
pub struct MxJson {
    /// The lowest is asked first.
    pub preference: u16,
    /// The host; empty where the domain takes no mail (RFC 7505).
    pub host: String,
}

/// A host and its addresses.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "host")]
pub struct HostJson {
    /// The name in DNS form, or the address.
    pub name: String,
    /// The preference of the MX record that named it; absent where none did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u16")]
    pub preference: Option<u16>,
    /// Where the addresses come from.
    pub source: Source,
    /// The chain of aliases (CNAME) that was followed, without the first name.
    pub aliases: Vec<String>,
    /// A name that is nearly the same and exists, where this one does not; absent where none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub suggestion: Option<String>,
    /// The certificate associations of the host (TLSA). Absent where they were not asked for; null where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tlsa: Option<Option<TlsaJson>>,
    /// The IPv4 addresses. Absent where they were not asked for; null where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv4: Option<Option<Vec<String>>>,
    /// The IPv6 addresses. Absent where they were not asked for; null where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv6: Option<Option<Vec<String>>>,
}

/// The certificate associations of a host.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tlsa")]
pub struct TlsaJson {
    /// Whether the signatures were validated from the root down; without that the records count for nothing.
    pub secure: bool,
    /// Usage, selector, matching type and data, as in `3 1 1 9f86…`.
    pub records: Vec<String>,
}

/// One question to one DNS server, and what came back.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "dns")]
pub struct DnsJson {
    /// Name and type, as in `smtp.example.com A`.
    pub question: String,
    /// The server that was asked: address and port.
    pub server: String,
    /// What the question travelled on.
    pub transport: DnsTransport,
    /// How long it took, in milliseconds.
    pub elapsed_ms: f64,
    /// What came back, in one word.
    pub outcome: DnsResult,
    /// The records of the answer; an owner other than the name asked for stands in front.
    pub answers: Vec<String>,
    /// Whether the resolver says that it validated the answer (the AD bit).
    pub authenticated: bool,
    /// What else is known: extended errors, a rare response code, the system's error.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub detail: Option<String>,
}

/// One service at one address of a host.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "check")]
pub struct CheckJson {
    /// The number by which findings name this check.
    pub id: usize,
    /// The IANA name of the service.
    pub service: Service,
    /// The protocol.
    pub protocol: Protocol,
    /// How the session comes to be encrypted.
    pub security: Security,
    /// True for a sibling port that was tried only as evidence; it never touches the verdict.
    pub context: bool,
    /// It was made for another target of the list, whose name leads to the same address; the certificate is judged for
    /// this one's, and of a failure all is told that was asked about it there. Absent where it was not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub shared: bool,
    /// The host, in DNS form.
    pub host: String,
    /// The address; null where the host has none.
    pub address: Option<String>,
    /// The TCP port.
    pub port: u16,
    /// This machine's end of the connection; absent where no connection came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub local: Option<String>,
    /// What came of it.
    pub outcome: CheckOutcome,
    /// What was done, in order.
    pub steps: Vec<StepJson>,
    /// The server's first words, lines separated by line feeds. Absent where the check did not come so far; null where nothing came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greeting: Option<Option<String>>,
    /// What the server offers at last, after TLS where TLS came about. Absent where it was not asked; null where no answer came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capabilities: Option<Option<Vec<String>>>,
    /// The SASL mechanisms of the last capabilities. Absent where those were not asked for; null where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_mechanisms: Option<Option<Vec<String>>>,
    /// What the server offered before TLS; absent where the session was not upgraded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub capabilities_before_tls: Option<Vec<String>>,
    /// True where the server did not know EHLO and took HELO instead; absent otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub helo_fallback: bool,
    /// The answer to STARTTLS or STLS, lines separated by line feeds. Absent where it was not asked for; null where none came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starttls_reply: Option<Option<String>>,
    /// Bytes that came behind the answer to STARTTLS and before TLS; absent where there were none, as it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub early_bytes: Option<String>,
    /// The TLS session. Absent where none was begun; null where nothing of it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls: Option<Option<TlsJson>>,
    /// Which programs can connect. Absent where TLS was not spoken, and where all of them can or none of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programs: Vec<ProgramJson>,
    /// What ended the check early. Absent where it was not begun; null where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<Option<FailureJson>>,
    /// The path to the server, hop by hop; absent where it was not traced.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<HopJson>")]
    pub path: Option<Vec<HopJson>>,
    /// Present, and true, where this system keeps the errors of routers to itself: then a silent hop of `path` says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub path_deaf: Option<bool>,
    /// The path of an echo request (ping) to the address, which need not be that of a connection; absent where it was not
    /// asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<HopJson>")]
    pub echo_path: Option<Vec<HopJson>>,
    /// The first step of the way to the address, asked after a connect that failed; absent where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "RouteJson")]
    pub route: Option<RouteJson>,
    /// What the kernel knew of the connection at its end; absent where it does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "TcpJson")]
    pub tcp: Option<TcpJson>,
    /// What came of the questions that were asked because the check failed; absent where there were none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "FollowUpsJson")]
    pub follow_ups: Option<FollowUpsJson>,
    /// What was said, line by line.
    pub dialogue: Vec<LineJson>,
    /// How many lines of the dialogue are left out, because what servers said would make the report too long; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub dialogue_left_out: Option<usize>,
}

/// What a packet met that was allowed to pass so many routers.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "hop")]
pub struct HopJson {
    /// The routers that it may pass, plus one: the first router is 1.
    pub ttl: u8,
    /// Who answered; null where nobody did, or where the system did not say.
    pub from: Option<String>,
    /// What the answer was.
    pub answer: HopAnswer,
    /// The ICMP message; absent where the answer is not `unreachable`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "IcmpJson")]
    pub icmp: Option<IcmpJson>,
}

/// The first step of the way to an address.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "route")]
pub struct RouteJson {
    /// The router that packets go to first, or the address itself; null where this machine has no route there.
    pub next: Option<String>,
    /// Whether that neighbour answered on the own network; null where this is not known.
    pub answers: Option<bool>,
}

/// What the kernel knew of a connection.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tcp")]
pub struct TcpJson {
    /// Timeouts in a row of the segment that was waited for.
    pub timeouts: u8,
    /// Segments that were sent again.
    pub retransmissions: u32,
    /// Segments that the server had not acknowledged.
    pub unacknowledged: u32,
    /// Bytes that the server had acknowledged.
    pub acknowledged_bytes: u64,
    /// Bytes that came in, in order.
    pub received_bytes: u64,
    /// Segments with data that came in.
    pub data_segments_in: u32,
    /// Segments that came in ahead of a gap.
    pub out_of_order: u32,
    /// How long the server's kernel had been silent, in milliseconds; absent where this system does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64")]
    pub silent_ms: Option<f64>,
    /// The smoothed round-trip time, in milliseconds; null where there is no sample.
    pub rtt_ms: Option<f64>,
    /// The smallest round-trip time, in milliseconds; null where there is no sample.
    pub min_rtt_ms: Option<f64>,
}

/// What came of the questions that were asked because a check failed. What was not asked is absent.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "follow-ups")]
pub struct FollowUpsJson {
    /// The other TLS mode on the same port.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OtherModeJson")]
    pub other_mode: Option<OtherModeJson>,
    /// Whether a port that had refused took one more connection, alone, after the other checks; absent where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub again: Option<bool>,
    /// Whether the TLS handshake completes when all segments are small.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub small_segments: Option<bool>,
    /// The TLS hello sent over a standing connection, hop by hop: who acts on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<HopJson>")]
    pub hello_path: Option<Vec<HopJson>>,
    /// What a hello for each TLS version brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<TlsOfferJson>")]
    pub tls_offers: Option<Vec<TlsOfferJson>>,
    /// A second handshake with another server name in the hello (SNI).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OtherNameJson")]
    pub other_name: Option<OtherNameJson>,
}

/// What the port shows with another server name in the hello.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "other-name")]
pub struct OtherNameJson {
    /// The name that was sent; null where it was left out.
    pub sent: Option<String>,
    /// Whether the chain is trusted, and fits the name that was sent or left out; null where there was no session.
    pub trusted: Option<bool>,
    /// The subject of the server's own certificate; absent where none was shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub subject: Option<String>,
    /// The names in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// What stood in the way, from the same set as the class of a failure; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Class")]
    pub class: Option<Class>,
}

/// What the other TLS mode brought.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "other-mode")]
pub struct OtherModeJson {
    /// The mode that was tried.
    pub security: Security,
    /// The server's first words in it, lines separated by line feeds; null where none came.
    pub greeting: Option<String>,
    /// What stood in the way, from the same set as the class of a failure; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Class")]
    pub class: Option<Class>,
}

/// What a server answers to a hello for one TLS version.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tls-offer")]
pub struct TlsOfferJson {
    /// The version offered, as in `TLSv1.0`.
    pub offered: String,
    /// What came back.
    pub answer: TlsAnswer,
    /// The version chosen; absent where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub version: Option<String>,
    /// The cipher suite chosen: its number in the registry, as in `0xC02F`; absent where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub cipher_suite: Option<String>,
    /// The name of the alert, or its number where it has none; absent where none came.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub alert: Option<String>,
}

/// One stage of a check.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "step")]
pub struct StepJson {
    /// The stage.
    pub stage: Stage,
    /// When it began, in milliseconds from the start of the run.
    pub at_ms: f64,
    /// How long it took, in milliseconds.
    pub elapsed_ms: f64,
    /// Whether it came to its end.
    pub outcome: StepOutcome,
}

/// Whether a program can connect.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgramJson {
    /// As people know it.
    pub name: String,
    /// Whether it can.
    pub connects: ProgramConnects,
    /// Why it cannot, or why that is not known, in a sentence; absent where it can.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub why: Option<String>,
}

/// Whether a program can connect: true, false, or "unknown".
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ProgramConnects {
    /// It can, or it cannot.
    Known(bool),
    /// What was measured does not tell.
    Unknown(ProgramUnknown),
}

/// That it is not known.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProgramUnknown {
    /// What was measured does not tell.
    Unknown,
}

/// A TLS session.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tls")]
pub struct TlsJson {
    /// The name that was asked for (SNI) and that the certificate must have.
    pub server_name: String,
    /// The version, as in `TLSv1.3`; null where the handshake did not come so far.
    pub version: Option<String>,
    /// The IANA name of the cipher suite; null where the handshake did not come so far.
    pub cipher_suite: Option<String>,
    /// The group of the key exchange; null where the handshake did not come so far.
    pub key_exchange: Option<String>,
    /// Whether the chain leads to a trusted root and fits the name.
    pub trusted: bool,
    /// Every problem of the chain; empty where it is trusted or where none was sent.
    pub problems: Vec<ProblemJson>,
    /// The chain as the server sent it, its own certificate first.
    pub certificates: Vec<CertificateJson>,
    /// Whether the server asked for a client certificate.
    pub client_certificate_requested: bool,
}

/// A problem of a certificate chain.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "problem")]
pub struct ProblemJson {
    /// `expired`, `not-yet-valid`, `name-mismatch`, `self-signed`, `unknown-issuer`, `chain-incomplete`, `wrong-purpose`, `weak` or `malformed`.
    pub reason: String,
    /// The problem in words.
    pub message: String,
}

/// A certificate.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "certificate")]
pub struct CertificateJson {
    /// The distinguished name of the subject.
    pub subject: String,
    /// The distinguished name of the issuer.
    pub issuer: String,
    /// The subject alternative names.
    pub names: Vec<String>,
    /// The beginning of its validity, RFC 3339 in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub not_before: String,
    /// The end of its validity, RFC 3339 in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub not_after: String,
    /// The serial number, hexadecimal.
    pub serial: String,
    /// The SHA-256 fingerprint of the certificate, hexadecimal.
    pub sha256: String,
    /// The key, as in `ECDSA P-256`.
    pub key: String,
    /// The signature, as in `SHA-256 with RSA`.
    pub signature: String,
}

/// What ended a check early.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "failure")]
pub struct FailureJson {
    /// The stage that failed.
    pub stage: Stage,
    /// What happened, from a closed set.
    pub class: Class,
    /// What happened, in one sentence.
    pub message: String,
    /// Which clock ended the wait: mailcheck's own limit, the kernel's, or the deadline of the target. Absent where it was no matter of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Timer")]
    pub timer: Option<Timer>,
    /// The number that a Windows program would show; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "NumberJson")]
    pub winsock: Option<NumberJson>,
    /// The error number of the system; absent where no system reported one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "NumberJson")]
    pub os_error: Option<NumberJson>,
    /// The codes that Outlook shows, most usual first, as in `0x800CCC0E`.
    pub outlook: Vec<String>,
    /// The ICMP message behind it; absent where none is known of.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "IcmpJson")]
    pub icmp: Option<IcmpJson>,
    /// The server's reply, where that is the failure, lines separated by line feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub reply: Option<String>,
    /// What more is known than the class says: the certificate's problem, the TLS alert, the DNS answer, `temporary` or `permanent`, the protocol that speaks there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub reason: Option<String>,
    /// What stood in the way at the proxy; absent where there is none, or where it did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "ProxyFailureJson")]
    pub proxy: Option<ProxyFailureJson>,
}

/// An error number and its name.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "number")]
pub struct NumberJson {
    /// The number.
    pub code: i32,
    /// The name; empty where it has none.
    pub name: String,
}

/// An ICMP or ICMPv6 error.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "icmp")]
pub struct IcmpJson {
    /// The type.
    pub r#type: u8,
    /// The code of that type.
    pub code: u8,
    /// Whether the numbers are those of ICMPv6.
    pub v6: bool,
    /// What the numbers mean; null where they mean nothing known.
    pub name: Option<String>,
    /// Who sent it; null where the system did not say.
    pub from: Option<String>,
}

/// A line of a dialogue.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "line")]
pub struct LineJson {
    /// Who said it.
    pub from: Speaker,
    /// When, in milliseconds from the start of the check.
    pub at_ms: f64,
    /// Whether it went through TLS.
    pub under_tls: bool,
    /// The line without its end.
    pub text: String,
}

/// What the facts mean.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "finding")]
pub struct FindingJson {
    /// The stable name of the finding; `mailcheck explain` knows it.
    pub id: FindingName,
    /// How bad it is.
    pub severity: Severity,
    /// Who can fix it.
    pub owner: Owner,
    /// The finding in a few words.
    pub title: String,
    /// The finding in a few sentences.
    pub explanation: String,
    /// Why we think so.
    pub evidence: Vec<String>,
    /// What to do, first things first.
    pub next_steps: Vec<String>,
    /// The checks that it rests on, by their id.
    pub checks: Vec<usize>,
    /// Where on the path the cause sits; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "LocationJson")]
    pub location: Option<LocationJson>,
}

/// A place on the path.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "location")]
pub struct LocationJson {
    /// Counted from this machine, the first router is 1; null where it is not known.
    pub hop: Option<u8>,
    /// The router or host there; null where it is not known.
    pub address: Option<String>,
    /// How sure that is.
    pub certainty: Certainty,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_invisible_is_escaped_and_stays_the_same_value() {
        let value = serde_json::json!({ "a": "x\u{9b}\u{202e}\u{7f}\u{e0041}\u{fc}\n" });
        let plain = serde_json::to_string_pretty(&value).expect("plain data");
        let shown = escape_invisible(&plain);
        assert!(
            shown.contains("x\\u009b\\u202e\\u007f\\udb40\\udc41\u{fc}\\n"),
            "{shown}"
        );
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&shown).expect("JSON"),
            value
        );
    }

    #[test]
    fn many_marks_on_one_letter_are_escaped_and_stay_the_same_value() {
        let value = serde_json::json!({ "a": format!("a\u{301}b{}c\u{301}", "\u{489}".repeat(9)) });
        let plain = value.to_string();
        let shown = escape_invisible(&plain);
        let kept = shown.chars().filter(|letter| *letter == '\u{489}').count();
        assert_eq!((kept, shown.matches("\\u0489").count()), (4, 5), "{shown}");
        assert!(shown.ends_with("c\u{301}\"}"), "{shown}");
        let read: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(read, value);
    }
}
