//! The report for programs: a promise, unlike the facts. Names stay; new ones may come.
//!
//! Absent means not asked; null means asked, and nothing came. The schema is made from these types and published as
//! `schema/report-1.schema.json`.

mod check;
mod failure;
mod finding;
mod follow_ups;
mod from_report;
mod invisible;
mod logins;
mod names;
mod path;
mod policy;
mod room;
mod sender;
mod sets;
mod through;
mod tls;

use std::collections::BTreeMap;
use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

pub use self::check::{
    CheckJson, LineJson, ProgramConnects, ProgramJson, ProgramUnknown, StepJson,
};
pub use self::failure::{FailureJson, NumberJson};
pub use self::finding::{FindingJson, LocationJson};
pub use self::follow_ups::{
    FollowUpsJson, LargeHelloJson, OtherModeJson, OtherNameJson, ProxyJson, TlsOfferJson,
};
pub(crate) use self::invisible::escape_invisible;
pub use self::logins::{ExchangeJson, LoginJson, RefusalJson, TransactionJson};
pub use self::names::{DnsControlJson, DnsJson, HostJson, MxJson, TlsaJson};
pub use self::path::{CountersJson, HopJson, IcmpJson, RouteJson, TcpJson};
pub use self::policy::{DeliveryJson, MailPolicyJson, PolicyJson};
pub use self::sender::{EhloJson, ListingJson, OwnAddressJson, ReverseNameJson, SenderJson};
use self::sets::{Kind, Os, Protocol, Security, Verdict};
pub use self::through::{ProxyFailureJson, SystemProxyJson, ThroughJson};
pub use self::tls::{CertificateJson, ProblemJson, TlsJson};
use super::face::{Face, Manner};
use super::{Summary, TargetReport};

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
