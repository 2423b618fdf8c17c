//! Certificates that somebody on the way made up: mail shields of virus scanners, gateways of companies.

use std::net::IpAddr;

use crate::args;
use crate::facts::{Certificate, Through, Tls};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};

use super::case::Case;
use super::draft::{list, sentence};
use super::evidence;
use super::makers::{self, Maker};
use super::proxy;
use super::read::shown;

/// Avast's shields mark what they found behind them.
const FOUND_SELF_SIGNED: &str = "self-signed root";
const FOUND_UNTRUSTED: &str = "untrusted root";

/// Who made a certificate up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shield {
    maker: Maker,
    issuer: String,
    /// The authority in this system's own list that vouches for it.
    root: Option<String>,
    /// What it says of the server's own chain.
    found: Option<&'static str>,
}

/// The shield or gateway that made the chain, where its issuer is known for that, or the authority that this machine was
/// given for it.
///
/// A maker's name alone says nothing: an appliance that is the mail server shows a certificate of its maker too. Whoever
/// re-signs does it with an authority of his own, so subject and issuer differ; and a gateway copies the name that was
/// asked for, which an appliance's certificate of the factory does not have.
pub(super) fn of(tls: &Tls) -> Option<Shield> {
    let own = tls.certificates.first()?;
    if own.subject == own.issuer {
        return None;
    }
    let issuers = tls.certificates.iter().map(|one| &one.issuer);
    issuers.chain(&tls.private_root).find_map(|issuer| {
        let here = |maker: &Maker| maker.owner == Owner::ThisMachine;
        let maker =
            makers::of(issuer).filter(|maker| here(maker) || names_it(own, &tls.server_name))?;
        let lower = issuer.to_lowercase();
        let found = [
            (FOUND_SELF_SIGNED, "self-signed"),
            (FOUND_UNTRUSTED, "untrusted"),
        ];
        let found = found.into_iter().find(|(words, _)| lower.contains(words));
        Some(Shield {
            maker,
            issuer: shown(issuer),
            root: tls.private_root.as_deref().map(shown),
            found: found.map(|(_, variant)| variant),
        })
    })
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
    let here = shield.maker.owner == Owner::ThisMachine;
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
    let root = shield.root.iter().map(|root| root_here(root));
    if proxy::is_between(case.facts) && !here {
        let url = case.facts.through.as_ref().map(Through::url);
        let is_trusted = |&id: &usize| {
            let tls = case.facts.checks[id].tls.as_ref();
            tls.is_some_and(|tls| tls.problems.is_empty())
        };
        return Finding::about(case, FindingId::ProxyInterceptsTls, Owner::Network, checks)
            .severity(severity)
            .variant(checks.iter().all(is_trusted).then_some("trusted"))
            .arg("proxy", url.unwrap_or_default())
            .arg("issuer", shield.issuer.as_str())
            .evidence(evidence)
            .step("step-do-not-log-in")
            .step("step-ask-proxy-inspection")
            .step("step-without-proxy");
    }
    Finding::about(case, FindingId::TlsIntercepted, shield.maker.owner, checks)
        .severity(severity)
        .arg("issuer", shield.issuer.as_str())
        .arg("product", shield.maker.product.unwrap_or("none"))
        .variant(variant)
        .evidence(evidence)
        .evidence(root)
        .step(if here {
            "step-switch-off-shield"
        } else {
            "step-ask-network-inspection"
        })
        .step("step-run-again")
}

/// A chain that is trusted because of an authority that this system's own list has and Mozilla's has not: the company's
/// own, or that of whoever opens the connection. The names do not tell.
pub(super) fn private_authority(case: &mut Case<'_>) {
    let mut found: Vec<(&str, Vec<usize>)> = Vec::new();
    for (id, check) in case.own().filter(|(id, _)| !case.is_taken(*id)) {
        let tls = check.tls.as_ref().filter(|tls| tls.is_trusted());
        let Some(root) = tls.and_then(|tls| tls.private_root.as_deref()) else {
            continue;
        };
        if tls.and_then(of).is_some() {
            continue;
        }
        match found.iter_mut().find(|(other, _)| *other == root) {
            Some((_, checks)) => checks.push(id),
            None => found.push((root, vec![id])),
        }
    }
    for (root, checks) in found {
        let id = FindingId::CertificatePrivateAuthority;
        let finding = Finding::about(case, id, Owner::Unknown, &checks)
            .severity(Severity::Info)
            .arg("root", shown(root))
            .step("step-know-authority");
        case.add(finding);
    }
}

/// The authority in this system's own list that vouches for the chains of these checks, by its name.
pub(super) fn private_root(case: &Case<'_>, checks: &[usize]) -> Option<String> {
    let sessions = checks
        .iter()
        .filter_map(|&id| case.facts.checks[id].tls.as_ref());
    let mut roots = sessions.filter_map(|tls| tls.private_root.as_deref());
    roots.next().map(shown)
}

/// An authority stands in this machine's own list, and not in Mozilla's.
pub(super) fn root_here(root: &str) -> Sentence {
    sentence("evidence-root-here", args! { "root" => root })
}

/// What a mail shield does to a connection looks like the server's doing: it takes every connection, and ends it where it
/// cannot make one of its own. Where the authority of one is in this machine's list, and no chain came through that is
/// not its own, that is said, and nobody is blamed.
pub(super) fn may_have_ended_it(case: &mut Case<'_>) {
    let own = |tls: &Tls| tls.is_trusted() && tls.private_root.is_none();
    let mut sessions = case
        .facts
        .checks
        .iter()
        .filter_map(|check| check.tls.as_ref());
    if sessions.any(own) || case.has(FindingId::TlsIntercepted) {
        return;
    }
    let authorities = case.facts.private_authorities.iter();
    let known = authorities.filter_map(|name| Some((name, makers::of(name)?.product?)));
    let (roots, products): (Vec<_>, Vec<_>) = known
        .map(|(name, product)| (shown(name), product.to_owned()))
        .unzip();
    if roots.is_empty() {
        return;
    }
    let products = list(products);
    case.amend(is_like_a_shield_s, |finding| {
        finding.owner = Owner::Unknown;
        let values = args! { "root" => list(roots.clone()), "product" => products.clone() };
        finding
            .evidence
            .push(sentence("evidence-shield-installed", values.clone()).into());
        finding.step_first(sentence("step-without-shield", values));
    });
}

/// Connections that were taken and came to nothing, of which the server is thought to be the cause.
fn is_like_a_shield_s(finding: &Finding) -> bool {
    let like = [
        FindingId::ClosedBeforeGreeting,
        FindingId::ResetBeforeGreeting,
        FindingId::SilentService,
        FindingId::TlsClosed,
        FindingId::TlsReset,
        FindingId::TlsStalled,
    ];
    let blamed = matches!(finding.owner, Owner::Server | Owner::Unknown);
    like.contains(&finding.id) && blamed && finding.location.is_none()
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
            private_root: None,
            client_certificate_requested: false,
            status: None,
        };
        of(&tls).map(|shield| (shield.maker.owner, shield.found))
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
