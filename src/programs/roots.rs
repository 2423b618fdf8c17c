//! What stands in a trusted authority's own certificate.
//!
//! By the standard an authority is a name and a key (RFC 5280 section 6.1.1), and what else its certificate says may be left
//! aside (section 6.2). Programs differ about every part of it.

use super::certificates::answered;
use super::profile::RootRules;
use super::{Cause, Reason, RootRule};
use crate::facts::{Certificate, Extensions, Tls, TrustPath};

/// What of it a program does not take.
pub(super) fn reasons(
    tls: &Tls,
    used: &[&Certificate],
    path: &TrustPath,
    rules: &RootRules,
) -> Vec<Reason> {
    // A certificate that is its own authority has signed nothing but itself.
    let is_own =
        |root: &&Certificate| tls.certificates.first().map(|own| &own.sha256) != Some(&root.sha256);
    let Some(root) = path.root.as_ref().filter(is_own) else {
        return Vec::new();
    };
    let own = &root.extensions;
    let between = used
        .iter()
        .skip(1)
        .filter(|one| one.subject != one.issuer)
        .count();
    let short = own
        .path_length
        .is_some_and(|most| usize::try_from(most).is_ok_and(|most| most < between));
    // Of the first version, which has no extensions, are old ones.
    let unlike = own.version == 3 && own.authority != Some(true);
    let rows = [
        (short, rules.path_length, RootRule::PathLength),
        (
            own.for_servers == Some(false),
            rules.purpose,
            RootRule::Purpose,
        ),
        (
            !own.may(Extensions::KEY_CERT_SIGN),
            rules.signs,
            RootRule::Signs,
        ),
        (unlike, rules.authority, RootRule::Authority),
        (!path.ways.root_key, rules.key, RootRule::Key),
        (!path.ways.root_serial, rules.serial, RootRule::Serial),
    ];
    let broken = rows.into_iter().filter(|(broken, ..)| *broken);
    broken
        .filter_map(|(_, takes, rule)| answered(takes, Cause::Root(rule)))
        .collect()
}
