//! From a mail address to its servers: every source is asked at once, and each answer is kept beside the others.
//!
//! Nobody is told more than the domain of the address; only the domain's own host may see the whole of it, and only where
//! the user wants that.

use futures_util::future::{join, join_all};

use super::document::{self, Missed};
use super::{Visit, mx};
use crate::discovery::{self, BadDocument, Document, Named, Source, autoconfig, pacc};
use crate::facts::{Account, Lookup, RecordData, RecordKind, Said, SourceAnswer, Srv};
use crate::failure::ResolveTrouble;
use crate::net::dns::Question;
use crate::net::https::Fetched;
use crate::providers::Provider;
use crate::service::{Endpoint, Service};
use crate::target::{HostName, Mailbox};

/// Labels that the services of mail programs have (RFC 6186 section 3, RFC 8314 section 5.1).
const SRV_LABELS: [(Service, &str); 6] = [
    (Service::Submissions, "_submissions"),
    (Service::Submission, "_submission"),
    (Service::Imaps, "_imaps"),
    (Service::Imap, "_imap"),
    (Service::Pop3s, "_pop3s"),
    (Service::Pop3, "_pop3"),
];

/// Usual names, and what is asked there.
const GUESSES: [(&str, &[Service]); 4] = [
    ("imap", &[Service::Imap, Service::Imaps]),
    ("pop", &[Service::Pop3, Service::Pop3s]),
    ("smtp", &[Service::Submission, Service::Submissions]),
    (
        "mail",
        &[
            Service::Submission,
            Service::Submissions,
            Service::Imap,
            Service::Imaps,
        ],
    ),
];

/// Thunderbird's database, by domain.
const ISPDB: &str = "v1.ispdb.net";

/// Asks about the servers of a mail address.
pub(super) async fn account(visit: &Visit<'_>, mailbox: &Mailbox) -> Account {
    let domain = &mailbox.domain;
    let (mut answers, by_exchanger) = join(
        join_all([
            boxed(srv(visit, domain)),
            boxed(pacc(visit, domain)),
            boxed(autoconfig(visit, mailbox, Place::Subdomain)),
            boxed(autoconfig(visit, mailbox, Place::WellKnown)),
            boxed(ispdb(visit, domain)),
        ]),
        provider_of_exchangers(visit, domain),
    )
    .await;
    let by_domain = Provider::of_domain(&domain.ascii).map(|found| (found, Source::Table));
    let provider = by_domain.or(by_exchanger);
    let known = provider.is_some() || answers.iter().flatten().any(names_servers);
    if !known {
        answers.push(Some(guesses(visit, domain).await));
    }
    Account::gathered(provider, answers.into_iter().flatten().collect())
}

type Asking<'a> = std::pin::Pin<Box<dyn Future<Output = Option<SourceAnswer>> + 'a>>;

fn boxed<'a>(asking: impl Future<Output = Option<SourceAnswer>> + 'a) -> Asking<'a> {
    Box::pin(asking)
}

fn names_servers(answer: &SourceAnswer) -> bool {
    !answer.said.servers().is_empty()
}

/// The provider that the domain's mail exchangers belong to.
async fn provider_of_exchangers(
    visit: &Visit<'_>,
    domain: &HostName,
) -> Option<(&'static Provider, Source)> {
    let Lookup::Found(exchangers) = mx::exchangers(visit, domain).await else {
        return None;
    };
    let mut providers = exchangers
        .iter()
        .map(|mx| Provider::of_exchanger(&mx.exchange));
    providers
        .find_map(|provider| provider)
        .map(|provider| (provider, Source::Exchanger))
}

/// The SRV records of the domain.
async fn srv(visit: &Visit<'_>, domain: &HostName) -> Option<SourceAnswer> {
    let asked = SRV_LABELS.map(|(service, label)| async move {
        let name = format!("{label}._tcp.{}", domain.ascii);
        let question = Question::new(&name, RecordKind::Srv);
        let answer = visit.resolver.lookup(question, visit.step()).await;
        (service, answer.records)
    });
    let (mut servers, mut refused, mut trouble) = (Vec::new(), Vec::new(), None);
    for (service, records) in join_all(asked).await {
        match records {
            Lookup::Found(records) => sort_out(service, records, &mut servers, &mut refused),
            Lookup::Failed(ResolveTrouble::NotFound | ResolveTrouble::NoData) => {}
            Lookup::Failed(why) => trouble = Some(why),
        }
    }
    let said = match trouble {
        _ if !servers.is_empty() || !refused.is_empty() => Said::Records { servers, refused },
        Some(trouble) => Said::Unresolved(trouble),
        None => Said::Nothing,
    };
    Some(SourceAnswer {
        source: Source::Srv,
        asked: format!("_imaps._tcp.{} SRV …", domain.ascii),
        said,
    })
}

fn sort_out(
    service: Service,
    records: Vec<RecordData>,
    servers: &mut Vec<Named>,
    refused: &mut Vec<Service>,
) {
    let mut found: Vec<Srv> = records.into_iter().filter_map(RecordData::srv).collect();
    found.sort_by_key(|srv| (srv.priority, std::cmp::Reverse(srv.weight)));
    for srv in found {
        if srv.target.is_empty() {
            refused.push(service);
        } else if let Ok(name) = srv.target.parse::<HostName>() {
            servers.push(Named {
                endpoint: Endpoint::at(service, srv.port),
                host: name.ascii,
                plain: false,
                user_name: None,
                authentication: Vec::new(),
            });
        }
    }
}

/// The document of draft-ietf-mailmaint-pacc, held against its digest in the DNS.
async fn pacc(visit: &Visit<'_>, domain: &HostName) -> Option<SourceAnswer> {
    let host = format!("ua-auto-config.{}", domain.ascii);
    let records = format!("_ua-auto-config.{}", domain.ascii);
    let (fetched, digests) = join(
        Box::pin(fetch(
            visit,
            &host,
            "/.well-known/user-agent-configuration.json",
        )),
        texts(visit, &records),
    )
    .await;
    let read = |body: &[u8]| pacc::parse(body, &digests);
    Some(SourceAnswer {
        source: Source::Pacc,
        asked: format!("https://{host}/.well-known/user-agent-configuration.json"),
        said: read_as(fetched, read),
    })
}

async fn texts(visit: &Visit<'_>, name: &str) -> Vec<String> {
    let question = Question::new(name, RecordKind::Txt);
    let answer = visit.resolver.lookup(question, visit.step()).await;
    let Lookup::Found(records) = answer.records else {
        return Vec::new();
    };
    let texts = records.into_iter().filter_map(|record| match record {
        RecordData::Txt(text) => String::from_utf8(text).ok(),
        _ => None,
    });
    texts.collect()
}

/// Where an autoconfig file may stand.
#[derive(Clone, Copy)]
enum Place {
    /// At a host of its own below the domain.
    Subdomain,
    /// At the domain itself (RFC 8615).
    WellKnown,
}

async fn autoconfig(visit: &Visit<'_>, mailbox: &Mailbox, place: Place) -> Option<SourceAnswer> {
    let domain = &mailbox.domain.ascii;
    let (host, path) = match place {
        Place::Subdomain => (format!("autoconfig.{domain}"), "/mail/config-v1.1.xml"),
        Place::WellKnown => (
            domain.clone(),
            "/.well-known/autoconfig/mail/config-v1.1.xml",
        ),
    };
    let query = if visit.plan.send_address {
        format!("?emailaddress={}", mailbox.in_a_query())
    } else {
        String::new()
    };
    let fetched = fetch(visit, &host, &format!("{path}{query}")).await;
    Some(SourceAnswer {
        source: Source::Autoconfig,
        asked: format!("https://{host}{path}"),
        said: read_as(fetched, |body| autoconfig::parse(body, domain)),
    })
}

/// Thunderbird's database, only where the user wants a third party to be asked.
async fn ispdb(visit: &Visit<'_>, domain: &HostName) -> Option<SourceAnswer> {
    if !visit.plan.online {
        return None;
    }
    let path = format!("/{}", domain.ascii);
    let fetched = fetch(visit, ISPDB, &path).await;
    Some(SourceAnswer {
        source: Source::Ispdb,
        asked: format!("https://{ISPDB}{path}"),
        said: read_as(fetched, |body| autoconfig::parse(body, &domain.ascii)),
    })
}

/// Usual names that exist. Nobody promised that mail programs are welcome there.
async fn guesses(visit: &Visit<'_>, domain: &HostName) -> SourceAnswer {
    let asked = GUESSES.map(|(label, services)| async move {
        let host = format!("{label}.{}", domain.ascii);
        let addresses = document::addresses(visit, &host).await;
        let exists = !addresses.unwrap_or_default().is_empty();
        let servers = services.iter().filter(|_| exists);
        let named = servers.map(|&service| Named {
            endpoint: Endpoint::usual(service),
            host: host.clone(),
            plain: false,
            user_name: None,
            authentication: Vec::new(),
        });
        named.collect::<Vec<Named>>()
    });
    let servers: Vec<Named> = join_all(asked).await.into_iter().flatten().collect();
    let labels: Vec<&str> = GUESSES.iter().map(|(label, _)| *label).collect();
    SourceAnswer {
        source: Source::Guess,
        asked: format!("{{{}}}.{}", labels.join(","), domain.ascii),
        said: if servers.is_empty() {
            Said::Nothing
        } else {
            Said::Records {
                servers,
                refused: Vec::new(),
            }
        },
    }
}

/// Fetches a document of settings.
async fn fetch(visit: &Visit<'_>, host: &str, path: &str) -> Result<Fetched, Said> {
    let fetched = document::fetch(visit, host, path, discovery::MAX_DOCUMENT).await;
    fetched.map_err(|missed| match missed {
        Missed::NoHost => Said::Nothing,
        Missed::Unresolved(trouble) => Said::Unresolved(trouble),
        Missed::Failed(_, trouble) => Said::Failed(trouble),
        Missed::NotHttp => Said::NotHttp,
    })
}

/// What a fetched document says, if it is one that may be believed.
fn read_as(
    fetched: Result<Fetched, Said>,
    parse: impl Fn(&[u8]) -> Result<Document, BadDocument>,
) -> Said {
    let fetched = match fetched {
        Ok(fetched) => fetched,
        Err(said) => return said,
    };
    if !fetched.problems.is_empty() {
        return Said::Untrusted(fetched.problems);
    }
    match fetched.status {
        200 if fetched.cut => Said::Bad(BadDocument::TooLarge),
        200 => parse(&fetched.body).map_or_else(Said::Bad, Said::Servers),
        404 | 410 => Said::Nothing,
        301 | 302 | 303 | 307 | 308 => Said::Redirect(fetched.location.unwrap_or_default()),
        status => Said::Status(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(priority: u16, weight: u16, port: u16, target: &str) -> RecordData {
        RecordData::Srv(Srv {
            priority,
            weight,
            port,
            target: target.to_owned(),
        })
    }

    #[test]
    fn records_are_taken_by_priority_then_weight() {
        let records = vec![
            record(20, 0, 993, "c.test"),
            record(10, 1, 993, "b.test"),
            record(10, 5, 10993, "a.test"),
            record(5, 0, 993, "not a name"),
        ];
        let (mut servers, mut refused) = (Vec::new(), Vec::new());
        sort_out(Service::Imaps, records, &mut servers, &mut refused);
        let named: Vec<(&str, u16)> = servers
            .iter()
            .map(|one| (one.host.as_str(), one.endpoint.port))
            .collect();
        assert_eq!(named, [("a.test", 10993), ("b.test", 993), ("c.test", 993)]);
        assert_eq!(refused, []);
    }

    #[test]
    fn a_dot_means_that_the_service_is_not_offered() {
        let (mut servers, mut refused) = (Vec::new(), Vec::new());
        sort_out(
            Service::Pop3,
            vec![record(0, 0, 0, "")],
            &mut servers,
            &mut refused,
        );
        assert_eq!((servers.len(), refused), (0, vec![Service::Pop3]));
    }

    #[test]
    fn a_document_is_believed_only_with_status_200_and_a_certificate() {
        let document = || Ok(Document::default());
        let fetched = |status| Fetched {
            status,
            ..Fetched::default()
        };
        let rows = [
            (fetched(200), "servers"),
            (fetched(404), "nothing"),
            (fetched(403), "http-status"),
            (fetched(301), "redirect"),
            (
                Fetched {
                    cut: true,
                    ..fetched(200)
                },
                "bad-document",
            ),
            (
                Fetched {
                    problems: vec![crate::failure::CertificateProblem::SelfSigned],
                    ..fetched(200)
                },
                "untrusted",
            ),
        ];
        for (fetched, said) in rows {
            assert_eq!(read_as(Ok(fetched), |_| document()).name(), said);
        }
    }
}
