//! What the facts mean: id, severity, owner, evidence, next steps. Ids and arguments only; the words are in `locales/`.

mod evidence;
mod verdict;

use std::fmt;

pub use self::evidence::{Certainty, Evidence, Location, Sight};
pub use self::verdict::{Owner, Severity, Verdict};
use crate::words::Args;
pub use crate::words::Sentence;

/// What the facts mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which.
    pub id: FindingId,
    /// How bad.
    pub severity: Severity,
    /// Who can fix it.
    pub owner: Owner,
    /// What the title and the explanation name. `finding-ID` is the title, `finding-ID.explanation` the explanation;
    /// where `variant` is set, `finding-ID.explanation-VARIANT`.
    pub args: Args,
    /// Chooses among the explanations of a finding that has several.
    pub variant: Option<&'static str>,
    /// Why we think so.
    pub evidence: Vec<Evidence>,
    /// What to do, first things first.
    pub next_steps: Vec<Sentence>,
    /// The checks it rests on, by id.
    pub checks: Vec<usize>,
    /// Where on the path.
    pub location: Option<Location>,
}

macro_rules! finding_ids {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal,)+) => {
        /// Every finding that mailcheck can make.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FindingId {
            $($(#[$doc])+ $variant,)+
        }

        impl FindingId {
            /// Every id, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in the output, in `mailcheck explain` and in the ids of words.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

finding_ids! {
    /// Left in peace, for it asked for that.
    NotAsked = "not-asked",
    /// The name does not exist (NXDOMAIN).
    NameNotFound = "name-not-found",
    /// The name has no address.
    NoAddress = "no-address",
    /// SERVFAIL.
    DnsServerFailure = "dns-server-failure",
    /// The signatures (DNSSEC) do not fit.
    DnssecBogus = "dnssec-bogus",
    /// The resolver does not hand out a name for its signatures, and it has none.
    NameNotSignedHere = "name-not-signed-here",
    /// The name has addresses of one family, and is denied for the other.
    NxdomainForOneFamily = "nxdomain-for-one-family",
    /// The name has an address, and is denied when its mail exchangers are asked for.
    NxdomainForMx = "nxdomain-for-mx",
    /// An address that is no server of the internet.
    SpecialAddress = "special-address",
    /// The way over NAT64 leads nowhere.
    Nat64Unreachable = "nat64-unreachable",
    /// Aliases in a circle.
    CnameLoop = "cname-loop",
    /// The resolver answers REFUSED.
    DnsRefused = "dns-refused",
    /// No resolver answers.
    DnsTimeout = "dns-timeout",
    /// The resolver leaves most of what this run asks at once unanswered.
    ResolverOverloaded = "resolver-overloaded",
    /// The resolver's port is closed or cannot be reached.
    ResolverDown = "resolver-down",
    /// None is configured.
    NoResolver = "no-resolver",
    /// The first resolver is dead, another answers.
    ResolverSlow = "resolver-slow",
    /// The resolver fails at questions with EDNS.
    ResolverBreaksEdns = "resolver-breaks-edns",
    /// A search domain of this machine gave the address.
    SearchDomainAnswers = "search-domain-answers",
    /// Truncated answers, and no DNS over TCP.
    DnsTcpBlocked = "dns-tcp-blocked",
    /// What the resolver sends is no DNS answer.
    DnsMalformed = "dns-malformed",
    /// The resolver keeps the name back.
    ResolverFilters = "resolver-filters",
    /// The resolver makes answers up.
    DnsHijacked = "dns-hijacked",
    /// The domain takes no mail, by its own word (RFC 7505).
    NullMx = "null-mx",
    /// An MX record names an alias.
    MxAlias = "mx-alias",
    /// An MX record names a host that does not exist or has no address.
    MxTargetMissing = "mx-target-missing",
    /// An MX record holds an address in place of a name.
    MxNotAName = "mx-not-a-name",
    /// No MX record; the domain's own address serves.
    NoMx = "no-mx",
    /// The hosts file of this machine decides the address.
    HostsFileOverride = "hosts-file-override",
    /// IPv6 addresses exist, and this machine has no IPv6.
    Ipv6UnavailableHere = "ipv6-unavailable-here",
    /// IPv4 addresses exist, and this machine has no IPv4.
    Ipv4UnavailableHere = "ipv4-unavailable-here",
    /// This machine is on a network without a way out.
    IslandNetwork = "island-network",
    /// This machine has no way to the network.
    NoRouteHere = "no-route-here",
    /// A route of this machine rejects the address.
    LocalRouteRejects = "local-route-rejects",
    /// A packet filter of this machine stops the connection.
    LocalFirewall = "local-firewall",
    /// The first router has the server's address itself, and does not lead back in.
    NoNatLoopback = "no-nat-loopback",
    /// No local port is free.
    LocalPortsExhausted = "local-ports-exhausted",
    /// No file descriptor is free.
    LocalDescriptorsExhausted = "local-descriptors-exhausted",
    /// This machine could not open the connection for another reason.
    LocalFailure = "local-failure",
    /// The gateway does not answer on the own network.
    GatewayDown = "gateway-down",
    /// The server is on the own network and does not answer there.
    NeighbourSilent = "neighbour-silent",
    /// Port 25 alone is closed to us.
    Port25Blocked = "port-25-blocked",
    /// Only a proxy leads to the server.
    ProxyRequired = "proxy-required",
    /// No connection to the proxy.
    ProxyUnreachable = "proxy-unreachable",
    /// The proxy wants a login, or refuses the one it was told.
    ProxyAuthRequired = "proxy-auth-required",
    /// The proxy wants a login of a kind that is not spoken here.
    ProxyAuthUnsupported = "proxy-auth-unsupported",
    /// The proxy does not want to.
    ProxyRefused = "proxy-refused",
    /// The proxy could not.
    ProxyCannotReachServer = "proxy-cannot-reach-server",
    /// What answers is no proxy of this kind.
    ProxyWrongKind = "proxy-wrong-kind",
    /// The proxy does not answer in time.
    ProxyTimeout = "proxy-timeout",
    /// A gateway's certificate came through the proxy.
    ProxyInterceptsTls = "proxy-intercepts-tls",
    /// TLS with the proxy itself fails.
    ProxyCertificateUntrusted = "proxy-certificate-untrusted",
    /// Everything went through a proxy.
    CheckedThroughProxy = "checked-through-proxy",
    /// Something on the way answers in the place of the server.
    Intercepted = "intercepted",
    /// IPv6 fails where IPv4 works.
    Ipv6Broken = "ipv6-broken",
    /// IPv4 fails where IPv6 works.
    Ipv4Broken = "ipv4-broken",
    /// Dropped on the way.
    FilteredOnPath = "filtered-on-path",
    /// Silence behind the last router.
    FilteredNearServer = "filtered-near-server",
    /// Nothing answers, and the place is not known.
    NoAnswer = "no-answer",
    /// A firewall says no.
    ProhibitedByFirewall = "prohibited-by-firewall",
    /// A router knows no way.
    NoRouteOnPath = "no-route-on-path",
    /// A router cannot reach the host.
    HostUnreachable = "host-unreachable",
    /// Refused by somebody on the way.
    RefusedOnPath = "refused-on-path",
    /// TCP is not let through.
    ProtocolBlocked = "protocol-blocked",
    /// Routers send packets round in a circle.
    RoutingLoop = "routing-loop",
    /// A connection died on the way.
    ConnectionLostOnPath = "connection-lost-on-path",
    /// Large packets are lost.
    PathMtuBlackHole = "path-mtu-black-hole",
    /// The TLS hello is dropped on the way.
    TlsDroppedOnPath = "tls-dropped-on-path",
    /// The connection is reset on the way when TLS begins.
    TlsResetOnPath = "tls-reset-on-path",
    /// Packets are lost.
    PacketLoss = "packet-loss",
    /// A long way.
    SlowPath = "slow-path",
    /// A port refuses one connection and takes the next.
    RefusedNowAndThen = "refused-now-and-then",
    /// One port is closed.
    PortClosed = "port-closed",
    /// Every port is closed.
    AllPortsClosed = "all-ports-closed",
    /// One address of several fails.
    SomeAddressesFail = "some-addresses-fail",
    /// A purpose of mail is not served here.
    NotOfferedHere = "not-offered-here",
    /// Every port for a purpose of mail is closed.
    PurposeClosed = "purpose-closed",
    /// FIN before a byte.
    ClosedBeforeGreeting = "closed-before-greeting",
    /// RST before a byte.
    ResetBeforeGreeting = "reset-before-greeting",
    /// Connected, and no greeting.
    SilentService = "silent-service",
    /// A greeting after more than five seconds.
    SlowGreeting = "slow-greeting",
    /// A greeting that was still dripping at the limit.
    GreetingIncomplete = "greeting-incomplete",
    /// 5xx, -ERR or BYE in place of a greeting.
    GreetingRejected = "greeting-rejected",
    /// The refusal says that this address is on a block list.
    ClientBlocklisted = "client-blocklisted",
    /// The server says: later.
    TemporarilyRefused = "temporarily-refused",
    /// Another service answers on the port.
    WrongService = "wrong-service",
    /// A plain banner where TLS was expected.
    PlaintextOnTlsPort = "plaintext-on-tls-port",
    /// TLS where a plain greeting was expected.
    TlsOnStarttlsPort = "tls-on-starttls-port",
    /// EHLO was refused.
    EhloRejected = "ehlo-rejected",
    /// Silence after a command.
    ReplyTimeout = "reply-timeout",
    /// An answer after more than five seconds.
    SlowReply = "slow-reply",
    /// A reply that nobody asked for.
    UnaskedReply = "unasked-reply",
    /// The connection ended in the middle of the dialogue.
    ConnectionLost = "connection-lost",
    /// Not the protocol any more.
    UnexpectedReply = "unexpected-reply",
    /// STARTTLS is missing.
    StarttlsNotOffered = "starttls-not-offered",
    /// STARTTLS was overwritten on the way.
    StarttlsStripped = "starttls-stripped",
    /// STARTTLS was offered and then refused.
    StarttlsRefused = "starttls-refused",
    /// Bytes behind the answer to STARTTLS.
    StarttlsInjection = "starttls-injection",
    /// IMAP PREAUTH on a port that needs STARTTLS.
    Preauthenticated = "preauthenticated",
    /// No login, and no way to TLS.
    LoginDisabled = "login-disabled",
    /// No answer to the TLS hello.
    TlsStalled = "tls-stalled",
    /// Closed during the TLS handshake.
    TlsClosed = "tls-closed",
    /// Reset during the TLS handshake.
    TlsReset = "tls-reset",
    /// The server ended the handshake with an alert.
    TlsAlert = "tls-alert",
    /// Only withdrawn versions of TLS.
    TlsVersionUnsupported = "tls-version-unsupported",
    /// Some programs can connect, and some cannot.
    WeakForSomePrograms = "weak-for-some-programs",
    /// No secure renegotiation (RFC 5746).
    RenegotiationUnsafe = "renegotiation-unsafe",
    /// Only withdrawn cipher suites.
    TlsNoCommonCipher = "tls-no-common-cipher",
    /// Plain text in place of a TLS handshake.
    TlsAnsweredInPlaintext = "tls-answered-in-plaintext",
    /// The larger hello of newer programs is not taken.
    TlsLargeHello = "tls-large-hello",
    /// It is taken, or nothing can be said of it; where the user wanted it tried.
    TlsLargeHelloTried = "tls-large-hello-tried",
    /// The handshake failed for a reason of its own.
    TlsFailed = "tls-failed",
    /// A client certificate is required.
    ClientCertificateRequired = "client-certificate-required",
    /// Past its end.
    CertificateExpired = "certificate-expired",
    /// Before its beginning.
    CertificateNotYetValid = "certificate-not-yet-valid",
    /// Another name.
    CertificateNameMismatch = "certificate-name-mismatch",
    /// A certificate that fits is there for other names in the TLS hello, or for none.
    CertificateDependsOnSni = "certificate-depends-on-sni",
    /// Signed by itself.
    CertificateSelfSigned = "certificate-self-signed",
    /// Signed by an authority that is not known.
    CertificateUnknownIssuer = "certificate-unknown-issuer",
    /// The link to the authority is missing.
    CertificateChainIncomplete = "certificate-chain-incomplete",
    /// Too weak.
    CertificateWeak = "certificate-weak",
    /// Not for servers.
    CertificateWrongPurpose = "certificate-wrong-purpose",
    /// Against the rules.
    CertificateMalformed = "certificate-malformed",
    /// The authority's own certificate has ended.
    RootExpired = "root-expired",
    /// The key usage does not allow what the certificate is used for.
    CertificateKeyUsage = "certificate-key-usage",
    /// A stapled status is demanded and does not come (RFC 7633).
    CertificateMustStaple = "certificate-must-staple",
    /// The status that the server sends along is one that programs refuse.
    CertificateStatusRefused = "certificate-status-refused",
    /// A certificate that nobody needs has ended.
    CertificateNotNeeded = "certificate-not-needed",
    /// Trusted because of an authority that this system's own list has and Mozilla's has not.
    CertificatePrivateAuthority = "certificate-private-authority",
    /// Ends within 14 days.
    CertificateExpiring = "certificate-expiring",
    /// The issuer is a known mail shield.
    TlsIntercepted = "tls-intercepted",
    /// The TLSA records could not be looked up.
    DaneLookupFailed = "dane-lookup-failed",
    /// TLSA records that SMTP cannot use.
    DaneUnusable = "dane-unusable",
    /// TLSA records that can be used, and a server without STARTTLS.
    DaneWithoutStarttls = "dane-without-starttls",
    /// Not the certificate that the TLSA records name.
    DaneMismatch = "dane-mismatch",
    /// The target's time was up.
    DeadlineReached = "deadline-reached",
    /// There was nothing to try.
    NothingChecked = "nothing-checked",
    /// Where the settings of a mail address come from.
    SettingsFound = "settings-found",
    /// Nobody says which servers a mail address has.
    SettingsNotFound = "settings-not-found",
    /// The domain publishes a server that does not exist.
    SettingsOutdated = "settings-outdated",
    /// Two sources name different servers.
    SettingsDisagree = "settings-disagree",
    /// The domain says that it does not offer a service.
    ServiceNotOffered = "service-not-offered",
    /// Which kind of password the provider wants, and what has to be switched on first.
    WhatPassword = "what-password",
    /// User name or password were refused.
    LoginRefused = "login-refused",
    /// An app password or an authorization code is wanted.
    AppPasswordRequired = "app-password-required",
    /// The account holder has to sign in with a browser first.
    WebLoginRequired = "web-login-required",
    /// The protocol is switched off for the account.
    ProtocolDisabled = "protocol-disabled",
    /// Passwords are not taken any more.
    PasswordLoginDisabled = "password-login-disabled",
    /// A rule of the organisation forbids the login.
    LoginBlockedByPolicy = "login-blocked-by-policy",
    /// The account is locked.
    AccountLocked = "account-locked",
    /// Too many logins or sessions.
    LoginRateLimited = "login-rate-limited",
    /// No way to log in that could be used.
    MechanismNotOffered = "mechanism-not-offered",
    /// The token was refused.
    TokenRefused = "token-refused",
    /// The server could not tell whether the login is good.
    LoginServerFailure = "login-server-failure",
    /// The relay does not know the address that this machine comes from.
    SourceNotRegistered = "source-not-registered",
    /// The account belongs to another provider than the server.
    WrongServerForAccount = "wrong-server-for-account",
    /// The login may not send under this address.
    SenderNotAllowed = "sender-not-allowed",
    /// The server does not pass mail on.
    RelayDenied = "relay-denied",
    /// There is no such recipient.
    RecipientUnknown = "recipient-unknown",
    /// A first attempt has to wait.
    Greylisted = "greylisted",
    /// The sender's address was refused.
    SenderRejected = "sender-rejected",
    /// Too much mail in a short time.
    RateLimited = "rate-limited",
    /// The address that this machine comes from has a bad name.
    RejectedByReputation = "rejected-by-reputation",
    /// The mail was refused for another reason.
    MessageRefused = "message-refused",
    /// The mailbox is full.
    MailboxFull = "mailbox-full",
    /// A mail exchanger that the domain's MTA-STS policy does not name.
    MtaStsMxNotListed = "mta-sts-mx-not-listed",
    /// A mail exchanger does not show what the domain's MTA-STS policy demands.
    MtaStsCertificateMismatch = "mta-sts-certificate-mismatch",
    /// The record of MTA-STS is wrong.
    MtaStsRecordInvalid = "mta-sts-record-invalid",
    /// A policy of MTA-STS without its record.
    MtaStsWithoutRecord = "mta-sts-without-record",
    /// The policy of MTA-STS cannot be fetched.
    MtaStsPolicyUnreachable = "mta-sts-policy-unreachable",
    /// The policy of MTA-STS is wrong.
    MtaStsPolicyInvalid = "mta-sts-policy-invalid",
    /// The policy of MTA-STS is only tried out.
    MtaStsTesting = "mta-sts-testing",
    /// The domain has no MTA-STS.
    MtaStsMissing = "mta-sts-missing",
    /// The record that asks for reports of failures is wrong.
    TlsrptInvalid = "tlsrpt-invalid",
    /// The domain asks for no reports of failures.
    TlsrptMissing = "tlsrpt-missing",
    /// The public address of this machine is not known.
    SenderAddressUnknown = "sender-address-unknown",
    /// The public address of this machine has no name.
    SenderNoReverseName = "sender-no-reverse-name",
    /// The name of the public address does not lead back to it.
    SenderReverseNameUnconfirmed = "sender-reverse-name-unconfirmed",
    /// The name of the public address could not be looked up.
    SenderReverseLookupFailed = "sender-reverse-lookup-failed",
    /// The public address has several names.
    SenderSeveralReverseNames = "sender-several-reverse-names",
    /// The name of the public address looks like one of many.
    SenderGenericReverseName = "sender-generic-reverse-name",
    /// The name given with EHLO is not as mail servers want it.
    SenderEhloName = "sender-ehlo-name",
    /// A list has the public address.
    SenderListed = "sender-listed",
    /// A list does not answer whoever asks so.
    DnsblRefused = "dnsbl-refused",
    /// The answers of a list mean nothing.
    DnsblUseless = "dnsbl-useless",
    /// No answer of a list came.
    DnsblUnanswered = "dnsbl-unanswered",
}

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
