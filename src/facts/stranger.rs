//! Whether somebody on the way may have answered in a server's place: what in the dialogue makes one wonder.
//!
//! None of it proves anything; the path to the port does. Where nothing is odd, no path is worth the connections.

use super::{Check, Facts, HostFacts};
use crate::failure::{CertificateProblem, Failure, Permanence, Stage, Trouble};
use crate::service::{Protocol, Security};
use crate::wire::Text;

/// Whether there is reason to ask how far away the one is who answered: those who take mail connections for themselves
/// refuse for good, have no STARTTLS, greet by their own name or show their own certificate, and do so on one port. A
/// server that is busy is not asked more.
pub(crate) fn is_suspected(facts: &Facts, check: &Check) -> bool {
    if check.context || !check.connected() {
        return false;
    }
    let by_failure = check.failure.as_ref().is_some_and(|failure| {
        let alone = || siblings(facts, check).any(is_trusted);
        match &failure.trouble {
            // Who refuses has answered, and is not asked more; unless it does so in the name of somebody else.
            Trouble::Rejected(rejection) => {
                failure.stage == Stage::Greeting
                    && rejection.permanence == Permanence::Permanent
                    && greets_as_another(facts, check)
            }
            Trouble::NotOffered => true,
            Trouble::Certificate(problems) => {
                let another = problems.iter().any(is_of_another);
                let unknown = problems.iter().any(is_of_unknown);
                another && alone() || unknown && is_only_one(facts, check)
            }
            // A box that takes the connection and says nothing, or shows a web page, may stand before a server that is well.
            Trouble::Clock { received, .. } => {
                failure.stage == Stage::Greeting
                    && received.0.is_empty()
                    && works_beside(facts, check)
            }
            Trouble::Malformed { speaks, .. } => {
                failure.stage == Stage::Greeting && speaks.is_some() && works_beside(facts, check)
            }

            Trouble::Deadline { .. }
            | Trouble::Os(_)
            | Trouble::Closed { .. }
            | Trouble::Tls(_)
            | Trouble::Resolve(_)
            | Trouble::Proxy(_) => false,
        }
    });
    by_failure || lacks_starttls_alone(facts, check) || another_party(facts, check).is_some()
}

/// Whether what came of a check may be another's doing, where it is known how far away whoever answered is: a refusal for
/// good too, which is not worth a question of its own.
pub(crate) fn is_odd(facts: &Facts, check: &Check) -> bool {
    let refused = check.failure.as_ref().is_some_and(|failure| {
        failure.stage == Stage::Greeting
            && matches!(&failure.trouble, Trouble::Rejected(rejection)
                if rejection.permanence == Permanence::Permanent)
    });
    refused && !check.context || is_suspected(facts, check)
}

/// Whether a certificate is shown that nobody known has signed, as those are that are made up on the way. Of itself that is
/// any server with a certificate of its own.
pub(crate) fn shows_a_certificate_of_its_own(check: &Check) -> bool {
    let failure = check.failure.as_ref();
    failure.is_some_and(|failure| match &failure.trouble {
        Trouble::Certificate(problems) => problems.iter().any(|problem| {
            matches!(problem, CertificateProblem::SelfSigned) || is_of_unknown(problem)
        }),
        _ => false,
    })
}

/// The name with which another party greets on this port alone, and the name of the others. The other ports of the
/// address all greet with the party whose name was asked for.
pub(crate) fn another_party(facts: &Facts, check: &Check) -> Option<(String, String)> {
    let host: &HostFacts = facts.hosts.get(check.host)?;
    let own = greeting_name(check)?;
    let names: Vec<String> = siblings(facts, check).filter_map(greeting_name).collect();
    let expected = party(&host.name)?;
    let agree = names.iter().all(|name| party(name) == Some(expected));
    let differs = party(&own).is_some_and(|party| party != expected);
    (agree && differs).then_some((own, names.first()?.clone()))
}

/// Whether the name in the first line is not of the party whose host was asked for.
fn greets_as_another(facts: &Facts, check: &Check) -> bool {
    let host = facts.hosts.get(check.host);
    let expected = host.and_then(|host| party(&host.name));
    let own = greeting_name(check);
    let own = own.as_deref().and_then(party);
    own.is_some() && expected.is_some() && own != expected
}

/// The other checks of the address, at other ports.
fn siblings<'a>(facts: &'a Facts, check: &Check) -> impl Iterator<Item = &'a Check> + use<'a> {
    let (address, port) = (check.address, check.endpoint.port);
    facts.checks.iter().filter(move |other| {
        !other.context && other.address == address && other.endpoint.port != port
    })
}

/// Whether the server works without STARTTLS here, while another port of the address leads to TLS.
fn lacks_starttls_alone(facts: &Facts, check: &Check) -> bool {
    let without = check.is_ok() && check.capabilities.is_some() && check.tls.is_none();
    check.endpoint.service.security() == Security::Starttls
        && without
        && (siblings(facts, check).any(is_trusted)
            || siblings(facts, check).all(|other| !other.connected()))
}

/// Whether no other port of the address takes a connection, where any was asked: the server itself may be away.
fn is_only_one(facts: &Facts, check: &Check) -> bool {
    let mut others = siblings(facts, check).peekable();
    others.peek().is_some() && others.all(|other| !other.connected())
}

/// Whether another port of the address is as it should be.
fn works_beside(facts: &Facts, check: &Check) -> bool {
    siblings(facts, check).any(Check::usable)
}

fn is_of_unknown(problem: &CertificateProblem) -> bool {
    matches!(problem, CertificateProblem::UnknownIssuer { .. })
}

fn is_trusted(check: &Check) -> bool {
    check.tls.as_ref().is_some_and(super::Tls::is_trusted)
}

/// Whether a certificate with this problem may be that of another party. One that is merely out of date is the server's.
fn is_of_another(problem: &CertificateProblem) -> bool {
    match problem {
        CertificateProblem::NameMismatch { .. }
        | CertificateProblem::SelfSigned
        | CertificateProblem::UnknownIssuer { .. } => true,
        CertificateProblem::Expired { .. }
        | CertificateProblem::NotYetValid { .. }
        | CertificateProblem::ChainIncomplete { .. }
        | CertificateProblem::WrongPurpose
        | CertificateProblem::Weak { .. }
        | CertificateProblem::Malformed { .. } => false,
    }
}

/// The name that an SMTP server gives itself in its first line, also where that is a refusal (RFC 5321 section 4.2).
pub(crate) fn greeting_name(check: &Check) -> Option<String> {
    if check.endpoint.service.protocol() != Protocol::Smtp {
        return None;
    }
    let at_greeting = |failure: &&Failure| failure.stage == Stage::Greeting;
    let refused = check.failure.as_ref().filter(at_greeting);
    let refused = refused.and_then(|failure| match &failure.trouble {
        Trouble::Rejected(rejection) => rejection.reply.first(),
        _ => None,
    });
    let greeted = check
        .greeting
        .as_ref()
        .and_then(|greeting| greeting.lines.first());
    let line = greeted.or(refused).map(Text::to_lossy)?;
    let name = line.get(4..)?.split_whitespace().next()?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
    // What follows the code may also be an enhanced status code, which has dots as well (RFC 3463).
    let (_, top) = name.rsplit_once('.')?;
    let plain = top.len() > 1 && top.chars().all(|letter| letter.is_ascii_alphabetic());
    (plain && name.chars().all(is_name)).then(|| name.to_ascii_lowercase())
}

/// The part of a name that one party holds, roughly: the last two labels, or three below a short second one (`co.uk`).
fn party(name: &str) -> Option<&str> {
    let name = name.trim_end_matches('.');
    let mut starts = name.rmatch_indices('.').map(|(at, _)| at + 1);
    let last = starts.next()?;
    let Some(second) = starts.next() else {
        // Two labels are the whole; one is no name of a party.
        return Some(name);
    };
    let top = &name[last..];
    let label = &name[second..last - 1];
    if top.len() == 2 && label.len() <= 3 {
        let third = starts.next().unwrap_or_default();
        return Some(&name[third..]);
    }
    Some(&name[second..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_party_end_alike() {
        let rows = [
            ("mx.example.com", Some("example.com")),
            ("a.b.example.com", Some("example.com")),
            ("example.com", Some("example.com")),
            ("mail.example.co.uk", Some("example.co.uk")),
            ("a.mail.example.co.uk", Some("example.co.uk")),
            ("example.co.uk", Some("example.co.uk")),
            ("localhost", None),
        ];
        for (name, expected) in rows {
            assert_eq!(party(name), expected, "{name}");
        }
    }
}
