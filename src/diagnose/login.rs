//! What came of logging in: why it was refused, and what the owner of the account can do.

use crate::args;
use crate::codes::login::{Answer, Cause};
use crate::facts::{Facts, Login, LoginOutcome, NotTried, Refused};
use crate::failure::{Class, Permanence};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::providers::{Password, Provider};
use crate::sasl::Broken;
use crate::service::Protocol;

use super::case::Case;
use super::draft::sentence;
use super::{login_causes, read};

/// Every attempt that did not come to what was wanted. Those that failed for one reason share a finding.
pub(super) fn attempts(case: &mut Case<'_>) {
    let mut told: Vec<(Why, Vec<usize>)> = Vec::new();
    for (place, login) in case.facts.logins.iter().enumerate() {
        let Some(why) = why(case.facts, login) else {
            continue;
        };
        match told.iter_mut().find(|(other, _)| *other == why) {
            Some((_, places)) => places.push(place),
            None => told.push((why, vec![place])),
        }
    }
    for (why, places) in told {
        let finding = finding(case, why, &places);
        case.add(finding);
    }
}

/// Why an attempt came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The server said so.
    Told(Cause),
    /// The server said no and not why, at last or for now.
    Untold(Permanence),
    /// The same was accepted for another service.
    OnlyHere,
    /// The login was accepted, and something of the server's own kept the mailbox shut.
    NotOpened,
    /// Nothing that is spoken here is offered.
    NoMechanism,
    /// Nothing is offered at all.
    NothingOffered,
    /// LOGINDISABLED.
    LoginDisabled,
    /// There was no TLS.
    Unencrypted,
    /// The server could not prove that it knows the password.
    Unproved,
    /// The server broke the rules of the mechanism.
    Misbehaved,
    /// The connection ended, or nothing came, in place of an answer.
    NoAnswer(Class),
}

fn why(facts: &Facts, login: &Login) -> Option<Why> {
    match &login.outcome {
        LoginOutcome::Accepted(opened) => {
            let refused = opened.refused.as_ref()?;
            // What is said of a mailbox after a login is not about the password.
            Some(match cause(facts, login, refused) {
                None => Why::Told(Cause::NotConnected),
                Some(Cause::Server) => Why::NotOpened,
                Some(cause) => Why::Told(cause),
            })
        }
        LoginOutcome::Refused(refused) => Some(match cause(facts, login, refused) {
            None => Why::Untold(refused.permanence),
            Some(cause) if is_of_credentials(cause) && is_accepted_elsewhere(facts, login) => {
                Why::OnlyHere
            }
            Some(cause) => Why::Told(cause),
        }),
        LoginOutcome::NotTried(why) => not_tried(login, why),
        LoginOutcome::Broken(Broken::Proof) => Some(Why::Unproved),
        LoginOutcome::Broken(_) => Some(Why::Misbehaved),
        LoginOutcome::Failed(failure) => Some(Why::NoAnswer(failure.class)),
    }
}

/// What stands in the way of an attempt is a finding of its own, where the checks have not told of it already.
fn not_tried(login: &Login, why: &NotTried) -> Option<Why> {
    match why {
        NotTried::NoCommonMechanism | NotTried::LoginDisabled
            if !login.by_token && only_tokens(&login.offered) =>
        {
            Some(Why::Told(Cause::PasswordLogin))
        }
        NotTried::NoCommonMechanism => Some(Why::NoMechanism),
        NotTried::NothingOffered => Some(Why::NothingOffered),
        NotTried::LoginDisabled => Some(Why::LoginDisabled),
        NotTried::Unencrypted => Some(Why::Unencrypted),
        NotTried::NoWorkingService
        | NotTried::Untrusted(_)
        | NotTried::Preauthenticated
        | NotTried::NotLoggedIn
        | NotTried::AddressNotAscii => None,
    }
}

fn only_tokens(offered: &[String]) -> bool {
    let of_tokens = ["XOAUTH2", "OAUTHBEARER"];
    let is_one = |name: &String| of_tokens.iter().any(|one| one.eq_ignore_ascii_case(name));
    !offered.is_empty() && offered.iter().all(is_one)
}

fn cause(facts: &Facts, login: &Login, refused: &Refused) -> Option<Cause> {
    let answer = Answer {
        protocol: facts.checks[login.check].endpoint.service.protocol(),
        server_of: server_of(facts, login),
        account_of: account_of(facts, login),
        by_token: login.by_token,
        text: &read::joined(&refused.reply),
    };
    answer.cause()
}

/// Whose server it is.
fn server_of(facts: &Facts, login: &Login) -> Option<&'static Provider> {
    let check = &facts.checks[login.check];
    let host = &facts.hosts[check.host].name;
    Provider::of_server(host, check.endpoint.port).or_else(|| Provider::of_exchanger(host))
}

/// Whose account it is: as was found out for the target, else by the domain in the user name.
fn account_of(facts: &Facts, login: &Login) -> Option<&'static Provider> {
    let found = facts.account.as_ref().and_then(|one| one.provider);
    let by_name = || Provider::of_domain(login.user.rsplit_once('@')?.1);
    found.map(|(provider, _)| provider).or_else(by_name)
}

const fn is_of_credentials(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::Credentials
            | Cause::CredentialsOrAppPassword
            | Cause::CredentialsOrService
            | Cause::Listed
            | Cause::Token
    )
}

fn is_accepted(login: &Login) -> bool {
    matches!(login.outcome, LoginOutcome::Accepted(_))
}

/// Whether the same was accepted for another service of the same provider, or at the same host.
fn is_accepted_elsewhere(facts: &Facts, login: &Login) -> bool {
    let same = |other: &Login| {
        let hosts = (
            facts.checks[login.check].host,
            facts.checks[other.check].host,
        );
        let owners = (server_of(facts, login), server_of(facts, other));
        hosts.0 == hosts.1 || (owners.0.is_some() && owners.0 == owners.1)
    };
    let others = facts.logins.iter().filter(|other| is_accepted(other));
    others.into_iter().any(same)
}

fn finding(case: &Case<'_>, why: Why, places: &[usize]) -> Finding {
    let facts = case.facts;
    let logins: Vec<&Login> = places.iter().map(|&place| &facts.logins[place]).collect();
    let checks: Vec<usize> = logins.iter().map(|login| login.check).collect();
    let told = login_causes::of(why);
    let severity = told.severity.min(weight(facts, &logins));
    let first = logins[0];
    let provider = server_of(facts, first).or_else(|| account_of(facts, first));
    let mut finding = Finding::about(case, told.id, told.owner, &checks)
        .severity(severity)
        .variant(variant(&told, provider))
        .arg("provider", provider.map_or("none", |one| one.name))
        .arg(
            "page",
            provider.and_then(|one| one.page).unwrap_or_default(),
        )
        .arg(
            "account",
            account_of(facts, first).map_or("none", |one| one.name),
        )
        .arg(
            "password",
            provider.map_or("mailbox", |one| one.password.name()),
        )
        .arg("unproved", if why == Why::Unproved { "yes" } else { "no" })
        .arg("protocols", super::draft::list(protocols(facts, &logins)))
        .arg("offered", super::draft::list(first.offered.iter().cloned()))
        .arg("by", if first.by_token { "token" } else { "password" })
        .arg("let-in", if is_accepted(first) { "yes" } else { "no" })
        .evidence(logins.iter().filter_map(|login| evidence(facts, login)));
    for step in told.steps {
        finding = with_step(finding, step, provider);
    }
    let has_page = provider.is_some_and(|one| one.page.is_some());
    finding.step_if(
        has_page && told.owner == Owner::Account,
        "step-provider-page",
    )
}

/// The codes of QQ, `NetEase` and others are app passwords by another name, and their users know only that.
fn variant(told: &login_causes::Row, provider: Option<&Provider>) -> Option<&'static str> {
    let code = provider.is_some_and(|one| one.password == Password::AuthorizationCode);
    match told.variant {
        None if told.id == FindingId::AppPasswordRequired && code => Some("authorization-code"),
        variant => variant,
    }
}

/// A step that needs to know whose account it is is left out where nobody knows.
fn with_step(finding: Finding, step: &'static str, provider: Option<&Provider>) -> Finding {
    // Providers that want an app password hold the usual one back in these words too, and take the other at once.
    let wants_another = |provider: &Provider| {
        matches!(
            provider.password,
            Password::AppPassword | Password::AppPasswordWithTwoSteps
        )
    };
    match (step, provider) {
        ("step-which-password", provider)
            if finding.id == FindingId::WebLoginRequired
                && !provider.is_some_and(wants_another) =>
        {
            finding
        }
        ("step-which-password", None) => finding.step("step-make-app-password"),
        ("step-which-password", Some(provider)) => finding.step_with(
            step,
            args! { "kind" => provider.password.name(), "provider" => provider.name },
        ),
        (step, _) => finding.step(step),
    }
}

/// How bad a refusal is: where mail can be read or sent all the same, it is a warning.
fn weight(facts: &Facts, logins: &[&Login]) -> Severity {
    let sends =
        |login: &Login| facts.checks[login.check].endpoint.service.protocol() == Protocol::Smtp;
    let replaced = |login: &&Login| {
        let accepted = facts.logins.iter().filter(|other| is_accepted(other));
        accepted.into_iter().any(|other| {
            other.check != login.check && sends(other) == sends(login) && opened(other)
        })
    };
    if logins.iter().all(replaced) {
        Severity::Warning
    } else {
        Severity::Error
    }
}

fn opened(login: &Login) -> bool {
    matches!(&login.outcome, LoginOutcome::Accepted(opened) if opened.refused.is_none())
}

fn protocols(facts: &Facts, logins: &[&Login]) -> Vec<String> {
    let protocol = |login: &&Login| facts.checks[login.check].endpoint.service.protocol();
    let names = logins.iter().map(protocol);
    names.map(|one| one.name().to_ascii_uppercase()).collect()
}

/// What the server said.
fn evidence(facts: &Facts, login: &Login) -> Option<Sentence> {
    let refused = refusal(login)?;
    let check = &facts.checks[login.check];
    let complaint = refused.token.as_deref().map(read::shown);
    Some(sentence(
        "evidence-login-reply",
        args! {
            "protocol" => check.endpoint.service.protocol().name().to_ascii_uppercase(),
            "port" => check.endpoint.port,
            "method" => login.method.map_or("none", crate::facts::Method::name),
            "reply" => read::quote(&refused.reply),
            "complaint" => complaint.unwrap_or_else(|| "none".to_owned()),
        },
    ))
}

fn refusal(login: &Login) -> Option<&Refused> {
    match &login.outcome {
        LoginOutcome::Refused(refused) => Some(refused),
        LoginOutcome::Accepted(opened) => opened.refused.as_ref(),
        LoginOutcome::NotTried(_) | LoginOutcome::Broken(_) | LoginOutcome::Failed(_) => None,
    }
}
