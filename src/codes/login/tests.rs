mod kinds;
mod page;
mod programs;
mod providers;
mod servers;

use super::*;

/// What an answer means: of the provider's server where one is named, with a password.
fn read(text: &str, provider: &str) -> Option<Cause> {
    answer(text, provider).cause()
}

/// The same with a token.
fn read_token(text: &str, provider: &str) -> Option<Cause> {
    let by_token = true;
    let answer = answer(text, provider);
    Answer { by_token, ..answer }.cause()
}

fn answer<'a>(text: &'a str, provider: &str) -> Answer<'a> {
    Answer {
        protocol: protocol(text),
        server_of: (!provider.is_empty()).then(|| named(provider)),
        account_of: None,
        by_token: false,
        text,
    }
}

/// The protocol whose form an answer has.
fn protocol(text: &str) -> Protocol {
    if text.starts_with("-ERR") {
        Protocol::Pop3
    } else if text.starts_with(|first: char| first.is_ascii_digit()) {
        Protocol::Smtp
    } else {
        Protocol::Imap
    }
}

fn named(name: &str) -> &'static Provider {
    let mut all = crate::providers::providers();
    all.find(|provider| provider.name == name)
        .unwrap_or_else(|| panic!("no provider {name}"))
}

/// Shows every row that is read wrongly, not the first alone.
fn hold(rows: &[(&str, &str, Option<Cause>)], read: impl Fn(&str, &str) -> Option<Cause>) {
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|(text, provider, cause)| {
            let read = read(text, provider);
            (read != *cause).then(|| format!("{provider}: {text}\n  {read:?}, not {cause:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_of_a_login_is_reached_by_a_cause() {
    let mut findings: Vec<_> = Cause::ALL.iter().map(|cause| cause.finding()).collect();
    findings.sort_unstable();
    findings.dedup();
    let all = [
        "account-locked",
        "app-password-required",
        "login-blocked-by-policy",
        "login-rate-limited",
        "login-refused",
        "login-server-failure",
        "mailbox-full",
        "mechanism-not-offered",
        "password-login-disabled",
        "protocol-disabled",
        "sender-not-allowed",
        "source-not-registered",
        "token-refused",
        "web-login-required",
        "wrong-server-for-account",
    ];
    assert_eq!(findings, all);
}

#[test]
fn an_account_of_another_house_is_told_from_a_wrong_password() {
    let text = "NO LOGIN Login error or password error";
    let tried = |text, server: &str, account: &str| {
        let account_of = Some(named(account));
        let answer = answer(text, server);
        Answer {
            account_of,
            ..answer
        }
        .cause()
    };
    assert_eq!(
        tried(text, "NetEase 163", "QQ Mail"),
        Some(Cause::WrongServer)
    );
    let listed = "535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.";
    assert_eq!(
        tried(listed, "QQ Mail", "NetEase 163"),
        Some(Cause::WrongServer)
    );
    assert_eq!(tried(listed, "QQ Mail", "QQ Mail"), Some(Cause::Listed));
    // What names its cause is no matter of whose account it is.
    let full = "NO [LIMIT] LOGIN Rate limit hit.";
    assert_eq!(tried(full, "Yahoo", "QQ Mail"), Some(Cause::RateLimited));
    // One server under two names.
    let failed = "a1 NO LOGIN failed.";
    let microsoft = tried(failed, "Outlook.com", "Microsoft 365");
    assert_eq!(microsoft, Some(Cause::PasswordLogin));
    assert_eq!(
        tried(failed, "Outlook.com", "Gmail"),
        Some(Cause::WrongServer)
    );
}

#[test]
fn codes_speak_where_the_text_does_not() {
    use Cause as C;
    let rows = [
        ("535 5.7.8 nein", "", Some(C::Credentials)),
        (
            "535 5.7.8 nein",
            "iCloud",
            Some(C::CredentialsOrAppPassword),
        ),
        ("535 nein", "GMX", Some(C::CredentialsOrService)),
        ("535-nein\n535 5.7.8 nein", "", Some(C::Credentials)),
        ("432 4.7.12 nein", "", Some(C::Mechanism)),
        ("454 4.7.0 nein", "", Some(C::Server)),
        ("435 nein", "", Some(C::Server)),
        ("421 nein", "", Some(C::Server)),
        ("500 5.5.6 nein", "", Some(C::Mechanism)),
        ("500 5.5.1 nein", "", Some(C::Mechanism)),
        ("502 nein", "", Some(C::Mechanism)),
        ("503 5.5.1 nein", "", Some(C::Mechanism)),
        ("504 5.5.4 nein", "", Some(C::Mechanism)),
        ("504 5.7.4 nein", "", Some(C::Mechanism)),
        ("534 5.7.9 nein", "", Some(C::Mechanism)),
        ("538 5.7.11 nein", "", Some(C::Encryption)),
        ("523 5.7.10 nein", "", Some(C::Encryption)),
        ("525 5.7.13 nein", "", Some(C::AccountLocked)),
        (
            "526 nein[0]",
            "Alibaba Mail (enterprise)",
            Some(C::CredentialsOrAppPassword),
        ),
        ("530 5.7.0 nein", "", None),
        ("550 5.1.1 nein", "", None),
        (
            "a1 NO [AUTHENTICATIONFAILED] nein",
            "",
            Some(C::Credentials),
        ),
        ("a1 NO [ALERT] [UNAVAILABLE] nein", "", Some(C::Server)),
        ("a1 NO [EXPIRED] nein", "", Some(C::AccountLocked)),
        ("a1 NO [PRIVACYREQUIRED] nein", "", Some(C::Encryption)),
        ("a1 NO [CONTACTADMIN] nein", "", Some(C::Policy)),
        ("a1 NO [AUTHORIZATIONFAILED] nein", "", Some(C::Policy)),
        ("a1 NO [LIMIT] nein", "", Some(C::RateLimited)),
        ("a1 NO [INUSE] nein", "", Some(C::Held)),
        ("a1 NO [SERVERBUG] nein", "", Some(C::Server)),
        ("a1 NO [OVERQUOTA] nein", "", Some(C::Full)),
        ("a1 NO [NOPERM] nein", "", Some(C::NotConnected)),
        ("a1 NO [mx.example.org] nein", "", None),
        ("a1 NO nein", "", None),
        (
            "-ERR [AUTH] nein",
            "Gmail",
            Some(C::CredentialsOrAppPassword),
        ),
        ("-ERR [SYS/TEMP] nein", "", Some(C::Server)),
        ("-ERR [SYS/PERM] nein", "", Some(C::Server)),
        ("-ERR [IN-USE] nein", "", Some(C::Held)),
        ("-ERR [LOGIN-DELAY] nein", "", Some(C::RateLimited)),
        ("-ERR nein", "", None),
        ("", "", None),
    ];
    hold(&rows, read);
    let rows = [
        ("535 5.7.8 nein", "", Some(C::Token)),
        (
            "535 5.7.3 Authentication unsuccessful",
            "Microsoft 365",
            Some(C::Token),
        ),
        ("500 5.5.6 nein", "", Some(C::Token)),
        ("a1 NO [EXPIRED] nein", "", Some(C::Token)),
        ("a1 NO [AUTHENTICATIONFAILED] nein", "Gmail", Some(C::Token)),
        ("a1 NO [UNAVAILABLE] nein", "", Some(C::Server)),
        ("-ERR [AUTH] nein", "", Some(C::Token)),
    ];
    hold(&rows, read_token);
}
