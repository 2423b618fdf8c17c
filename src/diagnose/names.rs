//! Names of a certificate that look right to a person and count for nothing (RFC 9525 sections 6.3 and 6.4).

use std::net::IpAddr;

use crate::facts::Certificate;
use crate::failure::CertificateProblem;
use crate::programs::top_star_fits;
use crate::target::HostName;

use super::case::Case;

/// The name that was asked for as it was typed, and as certificates have it where that is another.
pub(super) fn as_people_read_it(case: &Case<'_>, expected: &str) -> String {
    let typed = case.facts.hosts.iter().find(|host| host.name == expected);
    match typed.map(|host| host.display.as_str()) {
        Some(display) if display != expected => format!("{display} ({expected})"),
        _ => expected.to_owned(),
    }
}

/// Whether all of these checks are of a server on this machine, as far as one can see.
pub(super) fn is_on_this_machine(case: &Case<'_>, checks: &[usize]) -> bool {
    let here = |&id: &usize| {
        let address = case.facts.checks[id].address;
        address.is_some_and(|address| address.is_loopback())
    };
    checks.iter().all(here)
}

/// What about the names misleads, where something does.
pub(super) fn variant(
    problem: &CertificateProblem,
    certificate: Option<&Certificate>,
) -> Option<&'static str> {
    let CertificateProblem::NameMismatch { expected, .. } = problem else {
        return None;
    };
    let is_address = expected.parse::<IpAddr>().is_ok();
    // Google's servers show it to clients that send no name.
    let no_name_sent =
        certificate.is_some_and(|certificate| certificate.subject.contains("No SNI provided"));
    if is_address && no_name_sent {
        return Some("no-sni");
    }
    let entry = entry(problem)?;
    Some(if is_address {
        "address-as-name"
    } else if top_star_fits(&entry, expected) {
        "star-top"
    } else if entry.contains('*') {
        "star"
    } else {
        "written-wrong"
    })
}

/// The entry that looks as if it named what was asked for.
pub(super) fn entry(problem: &CertificateProblem) -> Option<String> {
    let CertificateProblem::NameMismatch { expected, names } = problem else {
        return None;
    };
    let looks_right = |name: &&String| is_meant(name, expected);
    names.iter().find(looks_right).cloned()
}

/// Whether a mail program could be given the name: neither a pattern nor an address, nor what no program looks up.
pub(super) fn is_usable(name: &str) -> bool {
    name.parse::<IpAddr>().is_err() && name.parse::<HostName>().is_ok() && !name.ends_with('.')
}

fn is_meant(name: &str, expected: &str) -> bool {
    let expected = expected.trim_end_matches('.').to_ascii_lowercase();
    let name = written(name);
    match name.split_once('*') {
        None => name == expected,
        // A star is one whole label, the first; before another dot or below it there is none.
        Some((before, after)) => {
            let parent = after.trim_start_matches(|letter| letter != '.');
            // Nor is it the domain itself.
            let inside = expected.ends_with(parent) && expected.starts_with(before);
            let domain = after.strip_prefix('.');
            let itself = before.is_empty() && domain == Some(expected.as_str());
            parent.len() > 1 && (inside || itself)
        }
    }
}

/// The entry without what people put around a name: blanks, a final dot, the brackets of an address, a scheme.
fn written(name: &str) -> String {
    let name = name.trim().to_ascii_lowercase();
    let name = name
        .split_once("://")
        .map_or(name.as_str(), |(_, rest)| rest);
    let name = name.trim_end_matches(['/', '.']);
    let name = name.trim_start_matches('[').trim_end_matches(']');
    name.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(expected: &str, names: &[&str]) -> Option<&'static str> {
        let problem = CertificateProblem::NameMismatch {
            expected: expected.to_owned(),
            names: names.iter().map(|&name| name.to_owned()).collect(),
        };
        variant(&problem, None)
    }

    /// Written so in certificates: lnd#5450 (an address as a name), wireguard-ui#187, certbot-zimbra#143.
    #[test]
    fn an_entry_that_looks_right_is_told() {
        for (expected, names, variant) in [
            (
                "203.0.113.25",
                &["203.0.113.25"][..],
                Some("address-as-name"),
            ),
            ("2001:db8::1", &["[2001:db8::1]"], Some("address-as-name")),
            ("203.0.113.25", &["mail.example.test"], None),
            (
                "mail.example.test",
                &["mail.example.test."],
                Some("written-wrong"),
            ),
            (
                "mail.example.test",
                &[" mail.example.test"],
                Some("written-wrong"),
            ),
            (
                "mail.example.test",
                &["https://mail.example.test/"],
                Some("written-wrong"),
            ),
            ("a.b.example.test", &["*.example.test"], Some("star")),
            ("mail.example.test", &["*.*.test"], None),
            ("mail.example.test", &["m*.example.test"], Some("star")),
            ("example.test", &["*.example.test"], Some("star")),
            ("example.test", &["*.test"], Some("star-top")),
            ("example.test", &["*"], None),
            ("example.test", &["*", "*.", "", "."], None),
            ("mail.example.test", &["*.test"], Some("star")),
            ("mail.example.test", &["mail.example.org"], None),
        ] {
            assert_eq!(of(expected, names), variant, "{expected} in {names:?}");
        }
    }

    #[test]
    fn what_no_program_looks_up_is_not_advised() {
        for (name, usable) in [
            ("mail.example.test", true),
            ("mail.example.test.", false),
            ("*.example.test", false),
            ("203.0.113.25", false),
            (" mail.example.test", false),
        ] {
            assert_eq!(is_usable(name), usable, "{name}");
        }
    }
}
