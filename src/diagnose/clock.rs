//! Whether this machine's clock is behind.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

use crate::facts::{Check, Facts};
use crate::failure::CertificateProblem;

const DAY: i64 = 86_400;

/// Whether something that does not hang on this machine's clock says that it is behind: the program was built later, a
/// greeting carries a later date (RFC 5321 section 4.3.1 lets it), or a server's certificate and that of its authority
/// begin in the future alike, of which an authority would have had to make the second with the first unusable.
pub(super) fn is_behind(facts: &Facts, checks: &[usize]) -> bool {
    let now = facts.started_at;
    let built_later = facts.built_at.is_some_and(|built| built > now + DAY);
    let checks = || checks.iter().map(|&id| &facts.checks[id]);
    let later = |check: &Check| greeted_at(check).is_some_and(|said| said > now + DAY);
    built_later || checks().any(later) || checks().any(|check| authority_begins_later(check, now))
}

/// The date in a server's greeting, after a semicolon as sendmail puts it.
fn greeted_at(check: &Check) -> Option<i64> {
    let line = check.greeting.as_ref()?.lines.first()?.to_lossy();
    let (_, date) = line.rsplit_once(';')?;
    // The name of the zone stands behind its offset: "+0100 (CET)".
    let date = date.split('(').next().unwrap_or(date).trim();
    let said = OffsetDateTime::parse(date, &Rfc2822).ok()?;
    Some(said.unix_timestamp())
}

fn authority_begins_later(check: &Check, now: i64) -> bool {
    let Some(tls) = &check.tls else {
        return false;
    };
    let early = |wanted: bool| {
        tls.problems.iter().any(|problem| {
            matches!(problem, CertificateProblem::NotYetValid { index, not_before }
                if (*index > 0) == wanted && *not_before > now)
        })
    };
    early(false) && early(true)
}
