//! Name constraints (RFC 5280 section 4.2.1.10): which names an authority may sign for.
//!
//! The library refuses constraints of directory names and of URLs, whatever they say; other programs hold names to them.

use std::net::IpAddr;

use x509_parser::extensions::{GeneralName, GeneralSubtree};
use x509_parser::prelude::X509Certificate;

use super::super::certificate::address;
use super::spelling;

/// What an authority's constraints say of the certificates below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Constrained {
    /// Every name is one that it may sign for.
    Within,
    /// There is a kind of name that is not compared here.
    CannotSay,
    /// A directory name is none, which not all programs look at.
    OutsideDirectory,
    /// Another name is none.
    Outside,
}

/// What the constraints of `authority` say of the names of `below`.
pub(super) fn of(authority: &X509Certificate<'_>, below: &X509Certificate<'_>) -> Constrained {
    let constraints = match authority.name_constraints() {
        Ok(None) => return Constrained::Within,
        Ok(Some(constraints)) => constraints.value,
        Err(_) => return Constrained::CannotSay,
    };
    let permitted = constraints.permitted_subtrees.as_deref();
    let excluded = constraints.excluded_subtrees.as_deref();
    let (permitted, excluded) = (permitted.unwrap_or_default(), excluded.unwrap_or_default());
    let alternative = below.subject_alternative_name().ok().flatten();
    let alternative = alternative
        .iter()
        .flat_map(|names| &names.value.general_names);
    let subject = GeneralName::DirectoryName(below.subject().clone());
    let has_subject = below.subject().iter_rdn().next().is_some();
    let all = alternative.chain(has_subject.then_some(&subject));
    let said = all.map(|name| of_name(name, permitted, excluded));
    said.max().unwrap_or(Constrained::Within)
}

/// Excluded by one is excluded; of those that are permitted one of its kind has to have it.
fn of_name(
    name: &GeneralName<'_>,
    permitted: &[GeneralSubtree<'_>],
    excluded: &[GeneralSubtree<'_>],
) -> Constrained {
    let answers = |subtrees: &[GeneralSubtree<'_>]| -> Vec<Option<bool>> {
        let own = subtrees.iter().map(|subtree| &subtree.base);
        let own = own.filter(|base| std::mem::discriminant(*base) == std::mem::discriminant(name));
        own.map(|base| is_within(name, base)).collect()
    };
    let (permitted, excluded) = (answers(permitted), answers(excluded));
    let outside = match name {
        GeneralName::DirectoryName(_) => Constrained::OutsideDirectory,
        _ => Constrained::Outside,
    };
    if excluded.contains(&Some(true)) {
        return outside;
    }
    let fits = permitted.is_empty() || permitted.contains(&Some(true));
    if excluded.contains(&None) || !fits && permitted.contains(&None) {
        Constrained::CannotSay
    } else if fits {
        Constrained::Within
    } else {
        outside
    }
}

/// Whether a name lies within a subtree of its kind. `None` for kinds that are not compared here.
fn is_within(name: &GeneralName<'_>, base: &GeneralName<'_>) -> Option<bool> {
    match (name, base) {
        (GeneralName::DNSName(name), GeneralName::DNSName(base)) => Some(is_below(name, base)),
        (GeneralName::IPAddress(octets), GeneralName::IPAddress(base)) => in_network(octets, base),
        (GeneralName::DirectoryName(name), GeneralName::DirectoryName(base)) => {
            Some(spelling::begins_with(name, base))
        }
        _ => None,
    }
}

/// The domain itself and all below; with a dot in front only what is below, as programs read what the standard leaves out.
fn is_below(name: &str, base: &str) -> bool {
    let ends_with = |end: &str| {
        let start = name.len().checked_sub(end.len());
        start
            .and_then(|start| name.get(start..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    let parent = base.strip_prefix('.').unwrap_or(base);
    let below = || name.len() > parent.len() && ends_with(&format!(".{parent}"));
    base.is_empty() || !base.starts_with('.') && name.eq_ignore_ascii_case(base) || below()
}

/// An address, and a network: an address and a mask of the same family.
fn in_network(octets: &[u8], network: &[u8]) -> Option<bool> {
    let family = |octets: &[u8]| address(octets).map(|address: IpAddr| address.is_ipv4());
    let (base, mask) = network.split_at_checked(network.len() / 2)?;
    if family(octets)? != family(base)? || base.len() != mask.len() {
        return Some(false);
    }
    let mut bytes = octets.iter().zip(base).zip(mask);
    Some(bytes.all(|((own, base), mask)| own & mask == base & mask))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_and_what_is_below_it() {
        let rows = [
            ("mail.example.test", "example.test", true),
            ("example.test", "Example.TEST", true),
            ("example.test", ".example.test", false),
            ("mail.example.test", ".example.test", true),
            ("notexample.test", "example.test", false),
            ("notexample.test", ".example.test", false),
            ("*.example.test", "example.test", true),
            ("mail.example.test", "", true),
            ("test", "example.test", false),
            ("", "example.test", false),
        ];
        for (name, base, within) in rows {
            assert_eq!(is_below(name, base), within, "{name} in {base}");
        }
    }

    #[test]
    fn an_address_and_a_network() {
        let rows: [(&[u8], &[u8], Option<bool>); 6] = [
            (
                &[192, 0, 2, 7],
                &[192, 0, 2, 0, 255, 255, 255, 0],
                Some(true),
            ),
            (
                &[192, 0, 3, 7],
                &[192, 0, 2, 0, 255, 255, 255, 0],
                Some(false),
            ),
            (&[192, 0, 3, 7], &[0; 8], Some(true)),
            (&[192, 0, 3, 7], &[0; 32], Some(false)),
            (&[0; 16], &[0; 32], Some(true)),
            (&[192, 0, 3], &[0; 8], None),
        ];
        for (octets, network, within) in rows {
            assert_eq!(
                in_network(octets, network),
                within,
                "{octets:?} in {network:?}"
            );
        }
    }
}
