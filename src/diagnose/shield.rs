//! Certificates that somebody on the way made up: mail shields of virus scanners, gateways of companies.

use std::net::IpAddr;

use crate::args;
use crate::facts::{Certificate, Through, Tls};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::sentence;
use super::evidence;
use super::proxy;
use super::read::shown;

/// Issuers of certificates that programs on the own machine make up.
const SHIELDS: &[&str] = &[
    "web/mail shield",
    "kaspersky anti-virus",
    "kaspersky endpoint",
    "kaspersky web anti-virus",
    "kaspersky lab",
    "eset ssl filter",
    "bitdefender personal ca",
    "adguard personal",
    "spider gate",
    "dr.web",
    "g data",
    "bullguard",
    "qustodio",
    "net nanny",
    "covenant eyes",
    // Programs of developers, which open what a machine says to look at it.
    "do_not_trust_fiddlerroot",
    "charles proxy",
    "portswigger ca",
    "proxyman ca",
];

/// The same for gateways of companies and of schools.
const GATEWAYS: &[&str] = &[
    "zscaler",
    "fortinet",
    "fortigate",
    "netskope",
    "goskope",
    "forward trust",
    "decryption trust",
    "palo alto",
    "sophos",
    "sonicwall",
    "dpi-ssl",
    "fireware https proxy",
    "watchguard",
    "cisco umbrella",
    "cisco secure",
    "cato networks",
    "mcafee web gateway",
    "skyhigh",
    "blue coat",
    "bluecoat",
    "proxysg",
    "forcepoint",
    "websense",
    "barracuda",
    "check point",
    "checkpoint",
    "untangle",
    "arista edge threat",
    "iboss",
    "smoothwall",
    "lightspeed",
    "contentkeeper",
    "securly",
    "menlo security",
    "mitmproxy",
    "squid proxy",
    "opnsense proxy",
    "gateway ca - cloudflare",
    "cloudflare for teams",
    "cyberoam",
    "sangfor",
    "stormshield",
    "blocksi",
    "linewize",
    "goguardian",
];

/// Avast's shields mark what they found behind them.
const FOUND_SELF_SIGNED: &str = "self-signed root";
const FOUND_UNTRUSTED: &str = "untrusted root";

/// Who made a certificate up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shield {
    owner: Owner,
    issuer: String,
    /// What it says of the server's own chain.
    found: Option<&'static str>,
}

/// The shield or gateway that made the chain, where its issuer is known for that.
///
/// A maker's name alone says nothing: an appliance that is the mail server shows a certificate of its maker too. Whoever
/// re-signs does it with an authority of his own, so subject and issuer differ; and a gateway copies the name that was
/// asked for, which an appliance's certificate of the factory does not have.
pub(super) fn of(tls: &Tls) -> Option<Shield> {
    let own = tls.certificates.first()?;
    if own.subject == own.issuer {
        return None;
    }
    let known = |certificate: &Certificate| {
        let lower = certificate.issuer.to_lowercase();
        let has = |fragments: &[&str]| fragments.iter().any(|fragment| lower.contains(fragment));
        let owner = if has(SHIELDS) {
            Owner::ThisMachine
        } else if has(GATEWAYS) && names_it(own, &tls.server_name) {
            Owner::Network
        } else {
            return None;
        };
        let found = [
            (FOUND_SELF_SIGNED, "self-signed"),
            (FOUND_UNTRUSTED, "untrusted"),
        ];
        let found = found.into_iter().find(|(words, _)| lower.contains(words));
        Some(Shield {
            owner,
            issuer: shown(&certificate.issuer),
            found: found.map(|(_, variant)| variant),
        })
    };
    tls.certificates.iter().find_map(known)
}

/// Whether a certificate is for the name that was asked for.
fn names_it(own: &Certificate, expected: &str) -> bool {
    let fits = |name: &String| {
        let one_label = |parent: &str| {
            let rest = expected.split_once('.').map(|(_, rest)| rest);
            rest.is_some_and(|rest| rest.eq_ignore_ascii_case(parent))
        };
        name.eq_ignore_ascii_case(expected) || name.strip_prefix("*.").is_some_and(one_label)
    };
    // Whoever is addressed by a number sends no name that could be copied.
    own.names.iter().any(fits) || expected.parse::<IpAddr>().is_ok()
}

/// The answer did not come from the mail server: a program here or a gateway opened the encryption.
pub(super) fn intercepted(
    case: &Case<'_>,
    shield: &Shield,
    checks: &[usize],
    severity: Severity,
) -> Finding {
    let here = shield.owner == Owner::ThisMachine;
    let variant = match (shield.found, here) {
        (Some(found), _) => found,
        (None, true) => "here",
        (None, false) => "gateway",
    };
    let seen = checks.iter().map(|&id| {
        let issuer = args! { "issuer" => shield.issuer.as_str() };
        (&case.facts.checks[id], sentence("evidence-issuer", issuer))
    });
    let evidence = evidence::by_place(case.facts, seen);
    if proxy::is_between(case.facts) && !here {
        let url = case.facts.through.as_ref().map(Through::url);
        return Finding::about(case, FindingId::ProxyInterceptsTls, Owner::Network, checks)
            .severity(severity)
            .arg("proxy", url.unwrap_or_default())
            .arg("issuer", shield.issuer.as_str())
            .evidence(evidence)
            .step("step-do-not-log-in")
            .step("step-ask-proxy-inspection")
            .step("step-without-proxy");
    }
    Finding::about(case, FindingId::TlsIntercepted, shield.owner, checks)
        .severity(severity)
        .arg("issuer", shield.issuer.as_str())
        .variant(variant)
        .evidence(evidence)
        .step(if here {
            "step-switch-off-shield"
        } else {
            "step-ask-network-inspection"
        })
        .step("step-run-again")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Extensions;

    fn shown_by(
        subject: &str,
        issuer: &str,
        names: &[&str],
    ) -> Option<(Owner, Option<&'static str>)> {
        let tls = Tls {
            server_name: "mail.example.test".to_owned(),
            version: None,
            cipher_suite: None,
            key_exchange: None,
            certificates: vec![Certificate {
                subject: subject.to_owned(),
                issuer: issuer.to_owned(),
                names: names.iter().map(|&name| name.to_owned()).collect(),
                not_before: 0,
                not_after: 0,
                serial: String::new(),
                sha256: String::new(),
                key: String::new(),
                signature: String::new(),
                extensions: Extensions::default(),
                der: Vec::new(),
            }],
            problems: Vec::new(),
            path: None,
            agreed: None,
            client_certificate_requested: false,
        };
        of(&tls).map(|shield| (shield.owner, shield.found))
    }

    #[test]
    fn an_appliance_that_is_the_server_intercepts_nothing() {
        let asked = &["mail.example.test"][..];
        let rows = [
            ("CN=FortiMail,O=Fortinet", "CN=FortiMail,O=Fortinet", asked),
            (
                "CN=Kaspersky Secure Mail Gateway",
                "CN=Kaspersky Secure Mail Gateway",
                asked,
            ),
            // The certificate of the factory.
            (
                "CN=FWF60D,O=Fortinet",
                "CN=support,O=Fortinet",
                &["fortinet.example"],
            ),
            ("CN=barracuda", "CN=Barracuda Networks CA", &[]),
            (
                "CN=mail.example.test",
                "CN=Contoso Issuing CA 01,O=Contoso",
                asked,
            ),
            // mailcow/mailcow-dockerized#3447: trusted by Cloudflare alone, and the server's own all the same.
            (
                "CN=CloudFlare Origin Certificate",
                "O=CloudFlare\\, Inc.,OU=CloudFlare Origin SSL Certificate Authority",
                asked,
            ),
        ];
        for (subject, issuer, names) in rows {
            assert_eq!(shown_by(subject, issuer, names), None, "{issuer}");
        }
    }

    #[test]
    fn those_who_sign_anew_are_known() {
        for issuer in [
            "CN=ca.acme.goskope.com,O=ACME",
            "CN=PA-3220 Forward Trust Intermediate",
            "CN=Decryption Trust",
            "CN=Sophos SSL CA_C01001ABC,O=Sophos",
            "CN=SonicWALL Firewall DPI-SSL",
            "CN=Fireware HTTPS Proxy: Unrecognized Certificate",
            "CN=Cisco Umbrella Secondary SubCA",
            "CN=Cato Networks Root CA",
            "CN=McAfee Web Gateway",
            "CN=Zscaler Intermediate Root CA",
            // As these products name their authorities; no report was looked up.
            "CN=Gateway CA - Cloudflare Managed G1 1a2b3c,O=Cloudflare\\, Inc.",
            "CN=FG100FTK20000000,O=Fortinet,OU=Certificate Authority",
            "CN=Cyberoam SSL CA_C1234567890,O=Elitecore",
            "CN=Stormshield SSL proxy default authority",
        ] {
            let found = shown_by("CN=mail.example.test", issuer, &["*.example.test"]);
            assert_eq!(found, Some((Owner::Network, None)), "{issuer}");
        }
        for (issuer, found) in [
            ("CN=Avast Web/Mail Shield Root,O=Avast", None),
            (
                "CN=Avast Web/Mail Shield Self-signed Root",
                Some("self-signed"),
            ),
            ("CN=Avast Web/Mail Shield Untrusted Root", Some("untrusted")),
            ("CN=Dr.Web SpIDer Gate Trusted Root", None),
            ("CN=G DATA Mail Security", None),
            ("CN=BullGuard SSL Proxy CA", None),
            ("CN=AVG Web/Mail Shield Root,O=AVG Technologies cz", None),
            ("CN=Norton Web/Mail Shield Root,O=Norton", None),
            ("CN=DO_NOT_TRUST_FiddlerRoot,O=DO_NOT_TRUST", None),
            ("CN=Charles Proxy CA (26 Nov 2026\\, laptop)", None),
            ("CN=PortSwigger CA,O=PortSwigger", None),
        ] {
            // What it made of the name does not matter.
            let shown = shown_by("CN=other", issuer, &["other.example"]);
            assert_eq!(shown, Some((Owner::ThisMachine, found)), "{issuer}");
        }
    }
}
