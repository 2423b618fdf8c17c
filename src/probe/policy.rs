//! How a mail domain wants its mail protected: MTA-STS (RFC 8461 section 3) and TLSRPT (RFC 8460 section 3).

use futures_util::future::join;

use super::Visit;
use super::document::{self, Missed};
use crate::facts::{HostFacts, Lookup, MailPolicy, PolicyAnswer, Reading, RecordData, RecordKind};
use crate::failure::ResolveTrouble;
use crate::mta_sts::{MAX_POLICY, record};
use crate::net::dns::Question;
use crate::net::https::Fetched;
use crate::target::{Host, Target};

/// Characters of a record and records of a name that are kept: a policy's record has some forty.
const RECORD_MAX: usize = 1024;
const RECORDS_MAX: usize = 16;

/// Asks for the records of a mail domain. `None` for other targets, and where nobody takes the domain's mail.
pub(super) async fn records(
    visit: &Visit<'_>,
    target: &Target,
    reading: Reading,
    hosts: &[HostFacts],
) -> Option<MailPolicy> {
    let domain = domain(target).filter(|_| reading == Reading::Domain && !hosts.is_empty())?;
    // Hosts have none, and it takes room.
    Some(Box::pin(records_of(visit, domain)).await)
}

async fn records_of(visit: &Visit<'_>, domain: &str) -> MailPolicy {
    let own = format!("_mta-sts.{domain}");
    let reports = format!("_smtp._tls.{domain}");
    let (record, reports) = join(texts(visit, &own), texts(visit, &reports)).await;
    let misplaced = if is_none(&record) {
        let elsewhere = texts(visit, &format!("_mta_sts.{domain}")).await;
        elsewhere.found().cloned().unwrap_or_default()
    } else {
        Vec::new()
    };
    MailPolicy {
        record,
        misplaced,
        answer: None,
        reports,
    }
}

/// Asks for the policy itself, where a record says that there is one. Without a record senders do not ask for it; here it
/// is asked for where its host exists, to say that it is never read.
///
/// It is waited for as long as for any server, for senders wait a minute (RFC 8461 section 3.3) and web servers of this
/// kind sleep until somebody comes.
pub(super) async fn with_document(
    visit: &Visit<'_>,
    target: &Target,
    said: Option<MailPolicy>,
) -> Option<MailPolicy> {
    let said = said?;
    let domain = domain(target)?;
    let wanted = match &said.record {
        Lookup::Found(records) => match record::read(records) {
            record::Read::Nothing => true,
            read @ (record::Read::Id(_) | record::Read::Bad { .. }) => read.id().is_some(),
        },
        Lookup::Failed(trouble) => is_absence(trouble),
    };
    let answer = if wanted {
        let host = format!("mta-sts.{domain}");
        let path = "/.well-known/mta-sts.txt";
        // One byte more, so that what is too large is seen to be.
        let fetched = document::fetch_in_turn(visit, &host, path, MAX_POLICY + 1);
        // Few targets have one, and it takes room.
        Some(answer(Box::pin(fetched).await))
    } else {
        None
    };
    Some(MailPolicy { answer, ..said })
}

fn domain(target: &Target) -> Option<&str> {
    match &target.host {
        Host::Name(name) => Some(&name.ascii),
        Host::Address(_) => None,
    }
}

/// Whether no record there is about MTA-STS.
fn is_none(record: &Lookup<Vec<String>>) -> bool {
    match record {
        Lookup::Found(records) => record::read(records) == record::Read::Nothing,
        Lookup::Failed(trouble) => is_absence(trouble),
    }
}

const fn is_absence(trouble: &ResolveTrouble) -> bool {
    matches!(trouble, ResolveTrouble::NotFound | ResolveTrouble::NoData)
}

async fn texts(visit: &Visit<'_>, name: &str) -> Lookup<Vec<String>> {
    let question = Question::new(name, RecordKind::Txt);
    match visit.resolver.lookup(question, visit.step()).await.records {
        Lookup::Found(records) => {
            let texts = records.iter().filter_map(text);
            Lookup::Found(texts.take(RECORDS_MAX).collect())
        }
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
    }
}

fn text(record: &RecordData) -> Option<String> {
    match record {
        RecordData::Txt(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            Some(text.chars().take(RECORD_MAX).collect())
        }
        RecordData::A(_)
        | RecordData::Aaaa(_)
        | RecordData::Cname(_)
        | RecordData::Mx(_)
        | RecordData::Tlsa(..)
        | RecordData::Srv(_)
        | RecordData::Ptr(_)
        | RecordData::Other(_) => None,
    }
}

/// What came of a fetch. Nothing counts that came under a wrong certificate, not even that it is not there.
fn answer(fetched: Result<Fetched, Missed>) -> PolicyAnswer {
    let fetched = match fetched {
        Ok(fetched) => fetched,
        Err(Missed::NoHost) => return PolicyAnswer::NoHost,
        Err(Missed::Unresolved(trouble)) => return PolicyAnswer::Unresolved(trouble),
        Err(Missed::Failed(stage, trouble)) => return PolicyAnswer::Failed { stage, trouble },
        Err(Missed::NotHttp) => return PolicyAnswer::NotHttp,
    };
    if !fetched.problems.is_empty() {
        return PolicyAnswer::Untrusted(fetched.problems);
    }
    match fetched.status {
        200 => PolicyAnswer::Document {
            media_type: fetched.media_type,
            body: fetched.body,
        },
        300..=399 => PolicyAnswer::Redirect(fetched.location.unwrap_or_default()),
        status => PolicyAnswer::Status(status),
    }
}

#[cfg(test)]
mod tests;
