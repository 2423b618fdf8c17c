//! What was found out about a mail address: whose it is, and what each source says of its servers.

use crate::discovery::{BadDocument, Document, Named, Source};
use crate::failure::{CertificateProblem, ResolveTrouble, Trouble};
use crate::providers::Provider;
use crate::service::{Endpoint, Service};
use crate::target::Host;

/// What was found out about a mail address. The address itself is in the target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Whose it is, and by what that is known: the domain, or its mail exchangers.
    pub provider: Option<(&'static Provider, Source)>,
    /// What the sources said, in the order in which they are trusted.
    pub answers: Vec<SourceAnswer>,
    /// What they make together: every server that one of them names, once.
    pub servers: Vec<AccountServer>,
}

/// What came of asking one source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceAnswer {
    /// Which.
    pub source: Source,
    /// What was asked: a URL, or the names of records.
    pub asked: String,
    /// What it said.
    pub said: Said,
}

/// What a source said.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Servers.
    Servers(Document),
    /// SRV records: servers, and the services that the domain says it does not offer.
    Records {
        /// What is offered.
        servers: Vec<Named>,
        /// What is not (RFC 6186 section 3.4).
        refused: Vec<Service>,
    },
    /// There is nothing: no such name, no such record, no such document.
    Nothing,
    /// A document that says nothing.
    Bad(BadDocument),
    /// Another HTTP status than 200.
    Status(u16),
    /// It would have sent us elsewhere, which settings may not do.
    Redirect(String),
    /// The certificate of the server is not for it: anybody may have written this.
    Untrusted(Vec<CertificateProblem>),
    /// Its name could not be looked up.
    Unresolved(ResolveTrouble),
    /// The connection or the handshake came to nothing.
    Failed(Trouble),
    /// What came was no HTTP.
    NotHttp,
}

/// A server for an account, and who names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountServer {
    /// Which service, at which port.
    pub endpoint: Endpoint,
    /// Its name, or its address where the provider runs a program on the user's own machine.
    pub host: Host,
    /// Whether a source wants no encryption there.
    pub plain: bool,
    /// Who names it, the most trusted first.
    pub sources: Vec<Source>,
}

impl Account {
    /// Puts together what the sources say: the most trusted first, each server once.
    pub fn gathered(
        provider: Option<(&'static Provider, Source)>,
        mut answers: Vec<SourceAnswer>,
    ) -> Self {
        answers.sort_by_key(|answer| answer.source);
        let mut account = Self {
            provider,
            answers: Vec::new(),
            servers: Vec::new(),
        };
        let by_provider = provider.into_iter().flat_map(|(provider, source)| {
            let servers = provider.servers.iter();
            servers.map(move |server| (source, server.endpoint, server.host, false))
        });
        let mut all: Vec<_> = by_provider.collect();
        all.extend(answers.iter().flat_map(|answer| {
            let servers = answer.said.servers().iter();
            servers.map(|one| (answer.source, one.endpoint, one.host.as_str(), one.plain))
        }));
        all.sort_by_key(|(source, ..)| *source);
        for (source, endpoint, host, plain) in all {
            account.add(source, endpoint, host, plain);
        }
        account.answers = answers;
        account
    }

    fn add(&mut self, source: Source, endpoint: Endpoint, host: &str, plain: bool) {
        // Every source was held to names where it was read.
        let Some(host) = host_of(host) else {
            return;
        };
        let known =
            |server: &&mut AccountServer| server.endpoint == endpoint && server.host == host;
        match self.servers.iter_mut().find(known) {
            Some(server) => {
                server.plain |= plain;
                if !server.sources.contains(&source) {
                    server.sources.push(source);
                }
            }
            None => self.servers.push(AccountServer {
                endpoint,
                host,
                plain,
                sources: vec![source],
            }),
        }
    }

    /// The services that the domain says it does not offer.
    pub fn refused(&self) -> Vec<Service> {
        let refused = self.answers.iter().flat_map(|answer| match &answer.said {
            Said::Records { refused, .. } => refused.as_slice(),
            _ => &[],
        });
        refused.copied().collect()
    }
}

fn host_of(text: &str) -> Option<Host> {
    let address = text.parse().ok().map(Host::Address);
    address.or_else(|| text.parse().ok().map(Host::Name))
}

impl Said {
    /// The servers that it names.
    pub fn servers(&self) -> &[Named] {
        match self {
            Self::Servers(document) => &document.servers,
            Self::Records { servers, .. } => servers,
            Self::Nothing
            | Self::Bad(_)
            | Self::Status(_)
            | Self::Redirect(_)
            | Self::Untrusted(_)
            | Self::Unresolved(_)
            | Self::Failed(_)
            | Self::NotHttp => &[],
        }
    }

    /// The name in the JSON output, and the tail of the id of the sentence that says it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Servers(_) | Self::Records { .. } => "servers",
            Self::Nothing => "nothing",
            Self::Bad(_) => "bad-document",
            Self::Status(_) => "http-status",
            Self::Redirect(_) => "redirect",
            Self::Untrusted(_) => "untrusted",
            Self::Unresolved(_) => "unresolved",
            Self::Failed(_) => "failed",
            Self::NotHttp => "not-http",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(service: Service, host: &str) -> Named {
        Named {
            endpoint: Endpoint::usual(service),
            host: host.to_owned(),
            plain: false,
            user_name: None,
            authentication: Vec::new(),
        }
    }

    fn answer(source: Source, servers: Vec<Named>) -> SourceAnswer {
        SourceAnswer {
            source,
            asked: String::new(),
            said: Said::Records {
                servers,
                refused: vec![Service::Pop3],
            },
        }
    }

    #[test]
    fn a_server_that_several_sources_name_is_one() {
        let provider = Provider::of_domain("qq.com").map(|one| (one, Source::Table));
        let account = Account::gathered(
            provider,
            vec![
                answer(Source::Guess, vec![named(Service::Imaps, "imap.qq.com")]),
                answer(
                    Source::Srv,
                    vec![
                        named(Service::Imaps, "imap.qq.com"),
                        named(Service::Imaps, "other.qq.com"),
                    ],
                ),
            ],
        );
        let imaps = account
            .servers
            .iter()
            .filter(|one| one.endpoint.service == Service::Imaps);
        let imaps: Vec<(String, &[Source])> = imaps
            .map(|one| (one.host.to_string(), one.sources.as_slice()))
            .collect();
        assert_eq!(
            imaps,
            [
                (
                    "imap.qq.com".to_owned(),
                    &[Source::Table, Source::Srv, Source::Guess][..]
                ),
                ("other.qq.com".to_owned(), &[Source::Srv][..]),
            ]
        );
        assert_eq!(account.refused(), [Service::Pop3, Service::Pop3]);
    }
}
