//! The rules of RFC 5280 that strict programs alone hold certificates to.

use super::super::StrictRule;
use super::has_no_subject;
use crate::facts::{Certificate, Extensions, TrustPath};

/// The rules of RFC 5280 that `X509_V_FLAG_X509_STRICT` adds (`crypto/x509/x509_vfy.c`, `check_extensions`).
pub(super) fn broken_rules(
    used: &[&Certificate],
    path: &TrustPath,
) -> impl Iterator<Item = StrictRule> + use<> {
    let root = path.root.iter();
    let all: Vec<&Certificate> = used.iter().copied().chain(root).collect();
    let mut found = Vec::new();
    // A certificate that is its own whole chain is held to none of them.
    let own = used.first().map(|own| &own.sha256);
    let other = path.root.as_ref().filter(|root| Some(&root.sha256) != own);
    let issued = path.steps.len() > 1 || other.is_some() || path.public;
    if issued {
        for certificate in all.iter().filter(|one| one.extensions.version == 3) {
            found.extend(broken_rules_of(certificate));
        }
    }
    let nameless = used.first().is_some_and(|own| has_no_subject(own));
    found.extend(nameless.then_some(StrictRule::NamesNotCritical));
    // The last of the chain, the authority's own, needs no identifier of its issuer.
    let without = used
        .iter()
        .any(|one| one.extensions.version == 3 && one.extensions.issuer_key.is_none());
    found.extend((issued && without).then_some(StrictRule::NoIssuerKey));
    found.into_iter()
}

fn broken_rules_of(certificate: &Certificate) -> Vec<StrictRule> {
    let extensions = &certificate.extensions;
    let authority = extensions.authority == Some(true);
    // Without the extension everything is allowed, but for a path length, which wants it there.
    let signs = extensions
        .key_usage
        .is_none_or(|bits| bits & Extensions::KEY_CERT_SIGN != 0);
    let rules = [
        (
            authority && !extensions.constraints_critical,
            StrictRule::ConstraintsNotCritical,
        ),
        (
            authority && extensions.key_usage.is_none(),
            StrictRule::NoKeyUsage,
        ),
        (
            authority && extensions.own_key.is_none(),
            StrictRule::NoOwnKey,
        ),
        (
            !authority && extensions.key_usage.is_some() && signs,
            StrictRule::SignsWithoutAuthority,
        ),
        (
            extensions.path_length.is_some() && (!authority || !signs),
            StrictRule::PathLength,
        ),
    ];
    let broken = rules.into_iter().filter(|(broken, _)| *broken);
    broken.map(|(_, rule)| rule).collect()
}
