//! What the lab leaves to other tests.

/// Findings that this lab does not make, each with the reason and the place where it is made.
pub(crate) const NAMES_TESTED_ELSEWHERE: &[(&str, &str)] = &[
    (
        "certificate-depends-on-sni",
        "wants a server with a certificate for each name; tests/world/f-names-in-the-hello.txt",
    ),
    (
        "proxy-unreachable",
        "the proxies of the lab are up; tests/proxies.rs",
    ),
    (
        "proxy-auth-unsupported",
        "no proxy of the lab has Kerberos or NTLM; tests/proxies.rs",
    ),
    (
        "proxy-timeout",
        "wants a proxy that hangs; tests/proxies.rs",
    ),
    (
        "proxy-intercepts-tls",
        "wants a proxy that re-signs; tests/scenarios, and one by script; tests/proxies.rs",
    ),
    (
        "proxy-certificate-untrusted",
        "wants an https proxy with a wrong certificate; tests/proxies.rs",
    ),
    (
        "proxy-auth-required",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "proxy-refused",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "proxy-cannot-reach-server",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "proxy-wrong-kind",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "checked-through-proxy",
        "in every run through a proxy; tests/proxies.rs",
    ),
    (
        "local-descriptors-exhausted",
        "wants a machine that is out of files: a low limit alone is lived with; tests/scenarios",
    ),
    (
        "nothing-checked",
        "no answer of a server leads to it; tests/scenarios",
    ),
    (
        "search-domain-answers",
        "wants a search list in resolv.conf; tests/dns.rs",
    ),
    (
        "resolver-breaks-edns",
        "wants a server that drops EDNS; tests/names.rs",
    ),
    (
        "resolver-filters",
        "wants a server that filters; tests/names.rs",
    ),
    (
        "name-not-signed-here",
        "wants a resolver that errs about signatures; tests/scenarios",
    ),
    (
        "nxdomain-for-one-family",
        "wants a server that lies about AAAA; tests/scenarios",
    ),
    (
        "nxdomain-for-mx",
        "wants a server that lies about MX; tests/scenarios, tests/world",
    ),
    (
        "island-network",
        "wants a client without a route and with a resolver; tests/scenarios",
    ),
    (
        "special-address",
        "wants records that no zone of the lab has; tests/names.rs",
    ),
    (
        "nat64-unreachable",
        "wants a network of IPv6 alone; tests/scenarios",
    ),
    (
        "dane-lookup-failed",
        "wants a server that fails at TLSA alone; tests/scenarios",
    ),
    (
        "dane-unusable",
        "wants records that no zone of the lab has; tests/scenarios",
    ),
    (
        "dane-without-starttls",
        "wants Postfix without TLS and with TLSA; tests/scenarios",
    ),
    (
        "weak-for-some-programs",
        "wants servers of one suite; tests/oracles.rs has them",
    ),
    (
        "renegotiation-unsafe",
        "wants GnuTLS without safe renegotiation; tests/scenarios",
    ),
    (
        "root-expired",
        "wants an authority of its own; tests/oracles.rs",
    ),
    (
        "certificate-key-usage",
        "wants certificates of its own; tests/oracles.rs",
    ),
    (
        "certificate-status-refused",
        "wants a server that staples what no responder of the lab says; tests/scenarios",
    ),
    (
        "certificate-must-staple",
        "wants certificates of its own; tests/oracles.rs",
    ),
    (
        "certificate-not-needed",
        "wants a chain of its own; tests/scenarios",
    ),
    (
        "certificate-private-authority",
        "wants a list of authorities of this system: tests/roots.rs",
    ),
    ("login-refused", "wants a login or a mail: tests/postmen"),
    (
        "app-password-required",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "web-login-required",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "protocol-disabled",
        "wants a login or a mail: tests/logins.rs",
    ),
    (
        "password-login-disabled",
        "wants a login or a mail: tests/logins.rs",
    ),
    (
        "login-blocked-by-policy",
        "wants a login or a mail: tests/scenarios",
    ),
    ("account-locked", "wants a login or a mail: tests/postmen"),
    (
        "login-rate-limited",
        "wants a login or a mail: tests/logins.rs",
    ),
    (
        "mechanism-not-offered",
        "wants a login or a mail: tests/postmen",
    ),
    ("token-refused", "wants a login or a mail: tests/postmen"),
    (
        "login-server-failure",
        "wants a login or a mail: tests/postmen",
    ),
    (
        "source-not-registered",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "wrong-server-for-account",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "sender-not-allowed",
        "wants a login or a mail: tests/postmen",
    ),
    ("relay-denied", "wants a login or a mail: tests/postmen"),
    (
        "recipient-unknown",
        "wants a login or a mail: tests/postmen",
    ),
    ("greylisted", "wants a login or a mail: tests/postmen"),
    ("sender-rejected", "wants a login or a mail: tests/postmen"),
    ("rate-limited", "wants a login or a mail: tests/scenarios"),
    (
        "rejected-by-reputation",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "message-refused",
        "wants a login or a mail: tests/scenarios",
    ),
    ("mailbox-full", "wants a login or a mail: tests/postmen"),
    (
        "not-asked",
        "wants a list of targets and a server that asks for peace; tests/neighbours.rs",
    ),
    (
        "resolver-overloaded",
        "wants a list that floods its resolver; tests/lists.rs",
    ),
    (
        "sender-no-reverse-name",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "sender-reverse-name-unconfirmed",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "sender-reverse-lookup-failed",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "sender-several-reverse-names",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "sender-generic-reverse-name",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "sender-listed",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "dnsbl-refused",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "dnsbl-useless",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
    (
        "dnsbl-unanswered",
        "wants a sender that the internet sees; tests/sender.rs",
    ),
];
