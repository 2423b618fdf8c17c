//! The closed sets of the JSON output, each with its list in the schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::diagnose::delivery;
use crate::mta_sts::policy;
use crate::report::sender;
use crate::{dnsbl, facts, failure, finding, service};

/// A set whose names are those of another room.
macro_rules! names {
    ($($(#[$doc:meta])+ $name:ident, $schema:literal: $type:ty, $values:expr, $named:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(transparent)]
        pub struct $name(
            /// The name.
            pub &'static str,
        );

        impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self(value.$named())
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                $schema.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let values: Vec<$type> = Vec::from($values);
                let mut names: Vec<&str> = values.into_iter().map(<$type>::$named).collect();
                // Two values may have one name here.
                names.dedup();
                json_schema!({ "type": "string", "enum": names })
            }

            fn inline_schema() -> bool {
                true
            }
        }
    )+};
}

names! {
    /// The answer in one word.
    Verdict, "verdict": finding::Verdict,
        [finding::Verdict::Ok, finding::Verdict::Warning, finding::Verdict::Failed, finding::Verdict::Inconclusive], name;
    /// How bad a finding is.
    Severity, "severity": finding::Severity,
        [finding::Severity::Error, finding::Severity::Inconclusive, finding::Severity::Warning, finding::Severity::Info], name;
    /// Who can fix it.
    Owner, "owner": finding::Owner, finding::Owner::ALL, name;
    /// The name of a finding.
    FindingName, "finding-id": finding::FindingId, finding::FindingId::ALL, name;
    /// Whether a sender delivers.
    Delivers, "delivers": delivery::Delivers, delivery::Delivers::ALL, name;
    /// How an own address is known.
    SeenBy, "seen-by": facts::Seen, [facts::Seen::ByServer(0), facts::Seen::AtHome(0)], name;
    /// What is known of the name of an address.
    ReverseStanding, "reverse-standing": sender::Reverse, sender::Reverse::ALL, name;
    /// What is known of a name given with EHLO.
    EhloStanding, "ehlo-standing": sender::Ehlo, sender::Ehlo::ALL, name;
    /// What the answer of a list means.
    ListStanding, "list-standing": dnsbl::Kind, dnsbl::Kind::ALL, name;
    /// What senders do where a server does not keep to a policy of MTA-STS.
    PolicyMode, "policy-mode": policy::Mode, policy::Mode::ALL, name;
    /// How sure a place is.
    Certainty, "certainty": finding::Certainty, [finding::Certainty::At, finding::Certainty::AtOrAfter], name;
    /// The IANA name of a service.
    Service, "service": service::Service, service::Service::ALL, name;
    /// A protocol.
    Protocol, "protocol": service::Protocol,
        [service::Protocol::Smtp, service::Protocol::Pop3, service::Protocol::Imap], name;
    /// How a session comes to be encrypted.
    Security, "security": service::Security,
        [service::Security::Starttls, service::Security::Tls], name;
    /// Where a check is.
    Stage, "stage": failure::Stage, failure::Stage::ALL, name;
    /// What happened.
    Class, "class": failure::Class, failure::Class::ALL, reported;
}

/// A set of the JSON output's own.
macro_rules! own {
    ($($(#[$doc:meta])+ $name:ident { $($(#[$variant_doc:meta])+ $variant:ident,)+ })+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        #[schemars(inline)]
        pub enum $name {
            $($(#[$variant_doc])+ $variant,)+
        }
    )+};
}

own! {
    /// An operating system.
    Os {
        /// Linux.
        Linux,
        /// macOS or a BSD.
        Macos,
        /// Windows.
        Windows,
    }
    /// How a target was read.
    Kind {
        /// A host and its services.
        Host,
        /// One service of a host.
        Service,
        /// A mail domain.
        Domain,
        /// A mail address.
        Account,
    }
    /// Where addresses come from.
    Source {
        /// The target is an address.
        Literal,
        /// The command line gave it in place of the DNS.
        ConnectTo,
        /// The hosts file of this machine.
        HostsFile,
        /// The DNS.
        Dns,
        /// The proxy looks the name up.
        Proxy,
    }
    /// What a DNS message travels on.
    DnsTransport {
        /// A datagram.
        Udp,
        /// A stream.
        Tcp,
    }
    /// What came of a DNS exchange.
    DnsResult {
        /// Records of the type asked for.
        Answer,
        /// The name does not exist.
        Nxdomain,
        /// The name exists and has no such record.
        Nodata,
        /// The resolver failed.
        Servfail,
        /// The resolver refused.
        Refused,
        /// Nothing came in time.
        Timeout,
        /// Anything else; `detail` says what.
        Error,
    }
    /// What came of a check.
    CheckOutcome {
        /// Everything that was asked worked.
        Ok,
        /// Something did not.
        Failed,
        /// It was not begun.
        Skipped,
    }
    /// What a hop answered.
    HopAnswer {
        /// A router on the way.
        TimeExceeded,
        /// An ICMP error of another kind.
        Unreachable,
        /// The connection came about.
        Open,
        /// A reset.
        Refused,
        /// The answer to an echo request.
        Replied,
        /// Nothing.
        Silent,
    }
    /// What a server answered to a TLS hello.
    TlsAnswer {
        /// It chose a version and a cipher suite.
        Chosen,
        /// It refused with an alert.
        Alert,
        /// It hung up, was silent, or said something that is not TLS.
        Nothing,
    }
    /// What came of a hello as large as newer programs send it.
    HelloAnswer {
        /// The server went on, or asked for another hello.
        Chosen,
        /// It refused with an alert.
        Alert,
        /// The connection was closed.
        Closed,
        /// The connection was cut off.
        Reset,
        /// Nothing came.
        Silence,
        /// Something came that is not TLS.
        NotTls,
    }
    /// What came of a step.
    StepOutcome {
        /// It came to its end.
        Ok,
        /// It did not.
        Failed,
    }
    /// Which clock ended a wait.
    Timer {
        /// The limit of mailcheck for this wait.
        Own,
        /// The operating system gave up.
        Kernel,
        /// The limit of the whole target.
        Deadline,
    }
    /// Who says a line.
    Speaker {
        /// mailcheck.
        Client,
        /// The server.
        Server,
    }
}
