//! What the sources say of a mail address's servers, and what its owner has to know.

use std::collections::BTreeSet;

use crate::args;
use crate::discovery::Source;
use crate::facts::{Account, AccountServer, HostFacts, Said, SourceAnswer};
use crate::failure::ResolveTrouble;
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::providers::{Password, Provider, UserName};
use crate::service::{Purpose, Security};

use super::case::Case;
use super::draft::{list, sentence};
use super::{name, read};

/// Nobody says which servers the address has.
pub(super) fn settings_not_found(case: &mut Case<'_>) {
    let Some(account) = &case.facts.account else {
        return;
    };
    if !account.servers.is_empty() {
        return;
    }
    let meant = near(case);
    let finding = about(case, FindingId::SettingsNotFound, Owner::Account)
        .severity(Severity::Inconclusive)
        .arg("meant", meant.unwrap_or_default())
        .variant(meant.map(|_| "meant"))
        .step_if(meant.is_none(), "step-ask-provider-for-settings")
        .step_if(meant.is_none(), "step-type-server-name")
        .step_if(meant.is_some(), "step-spell-address");
    case.add(finding);
}

/// A well-known domain that looks much like the one of the address.
fn near(case: &Case<'_>) -> Option<&'static str> {
    let mailbox = case.facts.target.mailbox.as_ref()?;
    Provider::nearest_domain(&mailbox.domain.ascii)
}

/// What the domain publishes names a server that does not exist.
pub(super) fn settings_outdated(case: &mut Case<'_>) {
    let Some(account) = &case.facts.account else {
        return;
    };
    let gone = |host: &HostFacts| {
        let missing = matches!(
            host.trouble(),
            Some(ResolveTrouble::NotFound | ResolveTrouble::NoData)
        );
        missing && publishes(account, &host.name).is_some()
    };
    let names = name::names(case, |name| {
        let host = name.host.and_then(|host| case.facts.hosts.get(host));
        host.is_some_and(gone)
    });
    if names.is_empty() {
        return;
    }
    let sources = names
        .iter()
        .filter_map(|name| publishes(account, &case.facts.hosts.get(name.host?)?.name));
    let sources: BTreeSet<Source> = sources.collect();
    let finding = name::about(case, FindingId::SettingsOutdated, Owner::Domain, &names)
        .arg(
            "sources",
            list(sources.iter().map(|source| source.name().to_owned())),
        )
        .arg("domain", domain(case))
        .step("step-mend-published-settings");
    name::claim(case, &names, finding);
}

/// The source by which the domain itself names a host.
fn publishes(account: &Account, host: &str) -> Option<Source> {
    let own = |source: &&Source| matches!(source, Source::Srv | Source::Pacc | Source::Autoconfig);
    let named = |server: &&AccountServer| server.host.to_string() == host;
    let servers = account.servers.iter().filter(named);
    servers
        .flat_map(|server| &server.sources)
        .find(own)
        .copied()
}

/// Two sources name different servers for the same purpose.
pub(super) fn settings_disagree(case: &mut Case<'_>) {
    let Some(account) = &case.facts.account else {
        return;
    };
    let purposes = [Purpose::Submitting, Purpose::Imap, Purpose::Pop3];
    let Some((one, other)) = purposes
        .into_iter()
        .find_map(|purpose| disagreement(account, purpose))
    else {
        return;
    };
    let finding = about(case, FindingId::SettingsDisagree, Owner::Domain)
        .severity(Severity::Warning)
        .arg("one", one.0.name())
        .arg("one-hosts", list(one.1))
        .arg("other", other.0.name())
        .arg("other-hosts", list(other.1))
        .step("step-mend-published-settings");
    case.add(finding);
}

/// A source, and the hosts that it names.
type Opinion = (Source, Vec<String>);

/// The first two sources that have no server in common. What nobody promised cannot disagree.
fn disagreement(account: &Account, purpose: Purpose) -> Option<(Opinion, Opinion)> {
    let hosts = |source: Source| -> Vec<String> {
        let servers = account.servers.iter().filter(|server| {
            server.endpoint.service.purpose() == purpose && server.sources.contains(&source)
        });
        let hosts: BTreeSet<String> = servers.map(|server| server.host.to_string()).collect();
        hosts.into_iter().collect()
    };
    let opinions = [
        Source::Table,
        Source::Srv,
        Source::Pacc,
        Source::Autoconfig,
        Source::Ispdb,
    ];
    let opinions: Vec<Opinion> = opinions
        .into_iter()
        .map(|source| (source, hosts(source)))
        .filter(|(_, hosts)| !hosts.is_empty())
        .collect();
    opinions.iter().enumerate().find_map(|(index, one)| {
        let strangers = |other: &&Opinion| one.1.iter().all(|host| !other.1.contains(host));
        let other = opinions[index + 1..].iter().find(strangers)?;
        Some((one.clone(), other.clone()))
    })
}

/// The domain says that it does not offer a service (RFC 6186 section 3.4).
pub(super) fn service_not_offered(case: &mut Case<'_>) {
    let Some(account) = &case.facts.account else {
        return;
    };
    let refused = account.refused();
    if refused.is_empty() {
        return;
    }
    let finding = about(case, FindingId::ServiceNotOffered, Owner::Domain)
        .severity(Severity::Info)
        .arg(
            "services",
            list(refused.iter().map(|one| one.name().to_owned())),
        );
    case.add(finding);
}

/// Which servers there are, and who says so.
pub(super) fn settings_found(case: &mut Case<'_>) {
    let Some(account) = &case.facts.account else {
        return;
    };
    if account.servers.is_empty() {
        return;
    }
    let provider = account.provider.map(|(provider, _)| provider);
    let finding = about(case, FindingId::SettingsFound, Owner::Account)
        .severity(Severity::Info)
        .arg("provider", provider.map_or("none", |one| one.name))
        .arg("by", variant(account).unwrap_or("provider"))
        .arg("user-name", user_name(account))
        .variant(variant(account))
        .evidence(
            account
                .servers
                .iter()
                .map(|server| of_server(account, server)),
        )
        .evidence(account.answers.iter().filter_map(of_answer));
    case.add(finding);
}

/// Where the settings come from decides how far they can be relied on.
fn variant(account: &Account) -> Option<&'static str> {
    let guessed = |server: &AccountServer| server.sources == [Source::Guess];
    match account.provider {
        Some((_, Source::Exchanger)) => Some("exchanger"),
        Some(_) => None,
        None if account.servers.iter().all(guessed) => Some("guessed"),
        None => Some("published"),
    }
}

/// What to type as the user name, as far as the provider says so.
fn user_name(account: &Account) -> &'static str {
    match account.provider.map(|(provider, _)| provider.user_name) {
        Some(UserName::Address) => "address",
        Some(UserName::LocalPart) => "local-part",
        Some(UserName::LocalPartForReading) => "local-part-for-reading",
        Some(UserName::Shown) => "shown",
        None => "unknown",
    }
}

/// Where all of them are guessed the title says so, and the lines need not.
fn of_server(account: &Account, server: &AccountServer) -> Sentence {
    let source = match variant(account) {
        Some("guessed") => "told",
        _ => server.sources[0].name(),
    };
    let service = server.endpoint.service;
    let security = match service.security() {
        _ if server.plain => "plain",
        Security::Tls => "tls",
        Security::Starttls => "starttls",
    };
    let more = u32::try_from(server.sources.len()).unwrap_or(u32::MAX) - 1;
    sentence(
        "evidence-account-server",
        args! {
            "server" => server.host.to_string(),
            "protocol" => service.protocol().name().to_ascii_uppercase(),
            "port" => server.endpoint.port,
            "security" => security,
            "source" => source,
            "more" => more,
        },
    )
}

/// What a source said in place of servers, where that is worth a word.
fn of_answer(answer: &SourceAnswer) -> Option<Sentence> {
    let (what, detail) = match &answer.said {
        Said::Servers(_) | Said::Records { .. } | Said::Nothing => return None,
        Said::Bad(why) => ("bad-document", why.to_string()),
        Said::Status(status) => ("http-status", status.to_string()),
        Said::Redirect(location) => ("redirect", read::shown(location)),
        Said::Untrusted(_) => ("untrusted", String::new()),
        // A host that nobody made has no document, which is the usual case.
        Said::Unresolved(_) => ("unresolved", String::new()),
        Said::Failed(_) => ("failed", String::new()),
        Said::NotHttp => ("not-http", String::new()),
    };
    Some(sentence(
        "evidence-account-source",
        args! { "asked" => answer.asked.clone(), "what" => what, "detail" => detail },
    ))
}

/// What the provider wants in the field for the password, and what has to be switched on before.
pub(super) fn what_password(case: &mut Case<'_>) {
    let Some((provider, _)) = case.facts.account.as_ref().and_then(|one| one.provider) else {
        return;
    };
    if provider.password == Password::Mailbox && !provider.switched_on_first {
        return;
    }
    let page = provider.page.unwrap_or_default();
    let finding = about(case, FindingId::WhatPassword, Owner::Account)
        .severity(Severity::Info)
        .arg("provider", provider.name)
        .arg("page", page)
        .variant(Some(provider.password.name()))
        .step_if(provider.switched_on_first, "step-switch-service-on")
        .step_with(
            "step-which-password",
            args! { "kind" => provider.password.name(), "provider" => provider.name },
        )
        .step_if(provider.page.is_some(), "step-provider-page");
    case.add(finding);
}

/// A finding about the address as a whole. Every sentence about it may name `domain`.
fn about(case: &Case<'_>, id: FindingId, owner: Owner) -> Finding {
    Finding::about(case, id, owner, &[]).arg("domain", domain(case))
}

fn domain(case: &Case<'_>) -> String {
    let mailbox = case.facts.target.mailbox.as_ref();
    mailbox.map_or_else(String::new, |one| one.domain.unicode.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::{Endpoint, Service};
    use crate::target::Host;

    #[test]
    fn where_all_servers_are_guessed_the_lines_do_not_repeat_it() {
        let server = |sources: &[Source]| AccountServer {
            endpoint: Endpoint::usual(Service::Imaps),
            host: Host::Name("imap.example.com".parse().expect("a name")),
            plain: false,
            sources: sources.to_vec(),
        };
        let source = |account: &Account, place: usize| {
            let said = of_server(account, &account.servers[place]);
            said.args["source"].clone()
        };
        let guessed = Account {
            servers: vec![server(&[Source::Guess]), server(&[Source::Guess])],
            ..Account::default()
        };
        assert_eq!(source(&guessed, 1), "told".into());
        let mixed = Account {
            servers: vec![server(&[Source::Srv]), server(&[Source::Guess])],
            ..Account::default()
        };
        assert_eq!(source(&mixed, 0), "srv".into());
        assert_eq!(source(&mixed, 1), "guess".into());
    }
}
