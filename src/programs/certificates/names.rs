//! Whether a name of a certificate is the one wanted, as far as programs differ about it.

use std::net::IpAddr;

use super::super::profile::ChainRules;
use super::super::{Cause, Reason, surely};
use super::answered;
use crate::facts::{Certificate, Tls};

/// No name of the certificate fits, as most programs read names. Some read them otherwise.
pub(super) fn of_name(
    expected: &str,
    names: &[String],
    own: Option<&Certificate>,
    rules: &ChainRules,
) -> Option<Reason> {
    let any = |fits: fn(&str, &str) -> bool| names.iter().any(|name| fits(name, expected));
    if any(partial_star_fits) {
        return answered(rules.partial_star, Cause::PartialStar);
    }
    if any(stars_anywhere_fit) {
        return answered(rules.stars_anywhere, Cause::PartialStar);
    }
    if any(top_star_fits) {
        return answered(rules.top_star, Cause::TopStar);
    }
    if any(final_dot_fits) {
        return answered(rules.final_dot, Cause::FinalDot);
    }
    let common_name = own.and_then(|own| own.extensions.common_name.as_deref());
    let has_name = names.iter().any(|name| name.parse::<IpAddr>().is_err());
    if has_name || !common_name.is_some_and(|name| subject_fits(name, expected)) {
        return Some(surely(Cause::Certificate));
    }
    let url = own.is_some_and(|own| own.extensions.has_url);
    let takes = match (names.is_empty(), url) {
        (true, false) => rules.common_name,
        (true, true) => rules.common_name_beside_url,
        (false, _) => rules.common_name_beside_address,
    };
    answered(takes, Cause::CommonNameOnly)
}

/// Whether a common name is the one wanted, or a star for its first label.
fn subject_fits(name: &str, wanted: &str) -> bool {
    let below = |parent: &str| {
        let parts = wanted.split_once('.');
        parts.is_some_and(|(_, rest)| rest.contains('.') && rest.eq_ignore_ascii_case(parent))
    };
    name.eq_ignore_ascii_case(wanted) || name.strip_prefix("*.").is_some_and(below)
}

/// Whether a name is the one wanted, but for a dot at its end.
fn final_dot_fits(name: &str, wanted: &str) -> bool {
    name.strip_suffix('.')
        .is_some_and(|name| name.eq_ignore_ascii_case(wanted))
}

/// Whether a name of a certificate is meant for this one by a star for a part of its first label, as in `m*.example.com`.
fn partial_star_fits(name: &str, wanted: &str) -> bool {
    let fits = || {
        let ((pattern, domain), (label, rest)) = (name.split_once('.')?, wanted.split_once('.')?);
        let (before, after) = pattern.split_once('*')?;
        let middle = label
            .get(..before.len())
            .filter(|start| start.eq_ignore_ascii_case(before))
            .and_then(|_| label.get(before.len()..))?;
        let end = middle.get(middle.len().checked_sub(after.len())?..)?;
        let whole = before.is_empty() && after.is_empty() || after.contains('*');
        Some(!whole && end.eq_ignore_ascii_case(after) && domain.eq_ignore_ascii_case(rest))
    };
    fits().unwrap_or(false)
}

/// Whether a name of a certificate is meant for this one by whole stars of which not only the first label is one, as in
/// `mail.*.com` and `*.*.com`.
fn stars_anywhere_fit(name: &str, wanted: &str) -> bool {
    let beyond = name
        .split_once('.')
        .is_some_and(|(_, rest)| rest.contains('*'));
    let (labels, other) = (name.split('.'), wanted.split('.'));
    let fits = |(label, other): (&str, &str)| label == "*" || label.eq_ignore_ascii_case(other);
    beyond && labels.clone().count() == other.clone().count() && labels.zip(other).all(fits)
}

/// Whether a name of a certificate is a star below a top-level domain, and this one is meant: `*.example` for `mail.example`.
pub(crate) fn top_star_fits(name: &str, wanted: &str) -> bool {
    let top = name.strip_prefix("*.");
    let parts = wanted.split_once('.');
    top.zip(parts).is_some_and(|(top, (label, rest))| {
        !label.is_empty() && !top.contains('.') && top.eq_ignore_ascii_case(rest)
    })
}

/// A host name with an underscore is none by RFC 1123, and programs differ about it.
pub(super) fn of_underscore(tls: &Tls, own: &Certificate, rules: &ChainRules) -> Option<Reason> {
    let wanted = &tls.server_name;
    if !wanted.contains('_') {
        return None;
    }
    let exact = own
        .names
        .iter()
        .any(|name| name.eq_ignore_ascii_case(wanted));
    let takes = if exact {
        rules.underscore
    } else {
        rules.underscore_by_star
    };
    answered(takes, Cause::Underscore)
}
