//! The hosts behind the server's cable: their names, their addresses and what runs there.

use crate::certificates::Variant;

/// The zone that every host is in, unless it says otherwise.
pub(crate) const ZONE: &str = "example.test";

/// What runs at the addresses of a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Runs {
    /// Postfix on 25, 587 and 465, Dovecot on 110, 995, 143 and 993, with this certificate.
    Both(Variant),
    /// Postfix on port 25 alone, with these options of `smtpd`.
    Smtpd(&'static str),
    /// Postfix on the three ports of SMTP, with these options of `smtpd`.
    Submission(&'static str),
    /// Postfix's postscreen on port 25, which says half a greeting and waits.
    Postscreen,
    /// Exim on the three ports of SMTP.
    Exim,
    /// GNU Mailutils on 143, 993, 110 and 995.
    Mailutils,
    /// Nothing listens.
    Nothing,
}

/// One host.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Host {
    /// The first label; the rest is [`ZONE`].
    pub(crate) label: &'static str,
    /// The last part of its IPv4 and of its IPv6 address.
    pub(crate) number: u8,
    /// What is there.
    pub(crate) runs: Runs,
}

const fn host(label: &'static str, number: u8, runs: Runs) -> Host {
    Host {
        label,
        number,
        runs,
    }
}

/// Every host.
pub(crate) const HOSTS: &[Host] = &[
    host("mail", 25, Runs::Both(Variant::Good)),
    host("second", 26, Runs::Both(Variant::Good)),
    host("third", 27, Runs::Both(Variant::Good)),
    host("expired", 31, Runs::Both(Variant::Expired)),
    host("misnamed", 32, Runs::Both(Variant::Misnamed)),
    host("self-signed", 33, Runs::Both(Variant::SelfSigned)),
    host("incomplete", 34, Runs::Both(Variant::Incomplete)),
    host("private", 35, Runs::Both(Variant::UnknownIssuer)),
    host("future", 36, Runs::Both(Variant::NotYetValid)),
    host("expiring", 37, Runs::Both(Variant::Expiring)),
    host("client-only", 38, Runs::Both(Variant::WrongPurpose)),
    host("weak", 39, Runs::Both(Variant::Weak)),
    host("many", 40, Runs::Both(Variant::ManyNames)),
    host("shielded", 41, Runs::Both(Variant::Shield)),
    host("old-issuer", 42, Runs::Both(Variant::ExpiredIntermediate)),
    host("twice-wrong", 43, Runs::Both(Variant::ExpiredAndMisnamed)),
    host("postscreen", 50, Runs::Postscreen),
    // The restriction is asked at once, before the greeting, when rejections are not put off.
    host(
        "slow",
        51,
        Runs::Smtpd("-o smtpd_delay_reject=no -o { smtpd_client_restrictions = sleep 7 }"),
    ),
    host(
        "old-tls",
        52,
        Runs::Submission(
            "-o smtpd_tls_protocols=>=TLSv1,<=TLSv1.1 -o smtpd_tls_mandatory_protocols=>=TLSv1,<=TLSv1.1",
        ),
    ),
    // A cipher of that kind goes with an RSA key alone.
    host(
        "old-cipher",
        53,
        Runs::Submission(
            "-o smtpd_tls_protocols=<=TLSv1.2 -o smtpd_tls_mandatory_protocols=<=TLSv1.2 -o tls_medium_cipherlist=CAMELLIA128-SHA:@SECLEVEL=0 -o smtpd_tls_chain_files=$rsa_chain",
        ),
    ),
    host(
        "client-certificate",
        54,
        Runs::Submission(
            "-o smtpd_tls_security_level=encrypt -o smtpd_tls_req_ccert=yes -o smtpd_tls_protocols=<=TLSv1.2 -o smtpd_tls_mandatory_protocols=<=TLSv1.2",
        ),
    ),
    host(
        "no-tls",
        55,
        Runs::Submission("-o smtpd_tls_security_level=none"),
    ),
    host(
        "no-pipelining",
        56,
        Runs::Submission("-o smtpd_discard_ehlo_keywords=pipelining,chunking,dsn,etrn"),
    ),
    host(
        "rejecting",
        57,
        Runs::Smtpd("-o smtpd_delay_reject=no -o smtpd_client_restrictions=reject"),
    ),
    host(
        "wants-tls",
        58,
        Runs::Submission("-o smtpd_tls_security_level=encrypt"),
    ),
    host("exim", 70, Runs::Exim),
    host("mailutils", 72, Runs::Mailutils),
    // Its transcripts come with the scenario.
    host("scripted", 80, Runs::Nothing),
    host("nothing", 90, Runs::Nothing),
];

/// A number that no host has: the last router asks for it in vain.
pub(crate) const ABSENT: u8 = 99;

impl Host {
    /// The full name.
    pub(crate) fn name(&self) -> String {
        format!("{}.{ZONE}", self.label)
    }

    /// The IPv4 address.
    pub(crate) fn ipv4(&self) -> String {
        format!("203.0.113.{}", self.number)
    }

    /// The IPv6 address.
    pub(crate) fn ipv6(&self) -> String {
        format!("2001:db8:113::{}", self.number)
    }
}

/// The numbers of all hosts.
pub(crate) fn numbers() -> impl Iterator<Item = u8> {
    HOSTS.iter().map(|host| host.number)
}
