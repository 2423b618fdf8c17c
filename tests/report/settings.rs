//! Only what was seen to work, the safest first.

use mailcheck::facts::{AddressSource, Facts};
use mailcheck::failure::CertificateProblem;
use mailcheck::finding::FindingId;
use mailcheck::report::Report;
use mailcheck::report::settings::changes::changes;
use mailcheck::report::settings::programs::programs;
use mailcheck::report::settings::{Setting, settings, working};
use mailcheck::service::{Security, Service};

use super::{Detail, Format, SCREEN, Style, fixtures, shown, words};

/// Ports of the settings for a healthy host to which `spoil` was done.
fn ports(spoil: impl Fn(&mut Facts)) -> Vec<u16> {
    let mut target = fixtures::healthy().targets.remove(0);
    spoil(&mut target.facts);
    settings(&target)
        .iter()
        .map(|setting| setting.port)
        .collect()
}

fn untrusted(facts: &mut Facts, services: &[Service], addresses: usize) {
    for service in services {
        let checks = facts.checks.iter_mut();
        let checks = checks.filter(|check| check.endpoint.service == *service);
        for tls in checks
            .take(addresses)
            .filter_map(|check| check.tls.as_mut())
        {
            tls.problems = vec![CertificateProblem::SelfSigned];
        }
    }
}

#[test]
fn the_safest_that_works_is_named() {
    use Service::{Imap, Imaps, Pop3, Pop3s, Submission, Submissions};
    assert_eq!(ports(|_| {}), [465, 993, 995]);
    assert_eq!(
        ports(|facts| untrusted(facts, &[Submissions], 2)),
        [587, 993, 995]
    );
    assert_eq!(
        ports(|facts| untrusted(facts, &[Pop3, Pop3s], 2)),
        [465, 993]
    );
    // What works at one address of two yields to what works at both.
    assert_eq!(
        ports(|facts| untrusted(facts, &[Submissions, Imaps], 1)),
        [587, 143, 995]
    );
    assert_eq!(
        ports(|facts| untrusted(facts, &[Submission, Submissions, Imap], 1)),
        [465, 993, 995]
    );
}

#[test]
fn what_users_do_not_meet_is_not_named() {
    // Port 25 is left, and is for servers.
    let sending = [Service::Submission, Service::Submissions];
    assert_eq!(ports(|facts| untrusted(facts, &sending, 2)), [993, 995]);
    let elsewhere = ports(|facts| facts.hosts[0].source = AddressSource::ConnectTo);
    assert_eq!(elsewhere, Vec::<u16>::new());
    assert_eq!(settings(&fixtures::domain().targets[0]), []);
}

#[test]
fn everything_that_works_is_known_and_the_safest_comes_first() {
    let target = fixtures::healthy().targets.remove(0);
    let ports =
        |settings: &[Setting]| -> Vec<u16> { settings.iter().map(|one| one.port).collect() };
    assert_eq!(ports(&working(&target)), [465, 587, 993, 143, 995, 110]);
    let mut target = target;
    untrusted(&mut target.facts, &[Service::Imaps], 1);
    assert_eq!(ports(&working(&target)), [465, 587, 143, 993, 995, 110]);
    assert!(
        working(&target)
            .iter()
            .all(|one| one.everywhere == (one.port != 993))
    );
}

#[test]
fn mechanisms_are_named_as_mail_programs_name_them() {
    let setting = settings(&fixtures::healthy().targets[0]).remove(0);
    let rows: [(&[&str], &str, &str, &str); 7] = [
        (
            &["PLAIN", "LOGIN"],
            "password (PLAIN, LOGIN)",
            "Normal password",
            "auth on",
        ),
        (
            &["xoauth2", "plain"],
            "password or OAuth2 (xoauth2, plain)",
            "Normal password or OAuth2",
            "auth on",
        ),
        (&["XOAUTH2"], "OAuth2 (XOAUTH2)", "OAuth2", "auth xoauth2"),
        (
            &["OAUTHBEARER", "XOAUTH2"],
            "OAuth2 (OAUTHBEARER, XOAUTH2)",
            "OAuth2",
            "auth oauthbearer",
        ),
        (
            &["CRAM-MD5"],
            "encrypted password (CRAM-MD5)",
            "Encrypted password",
            "auth on",
        ),
        (&["GSSAPI"], "GSSAPI", "Autodetect", "auth on"),
        (&[], "none named by the server", "Autodetect", "auth off"),
    ];
    for (mechanisms, table, thunderbird, msmtp) in rows {
        let setting = Setting {
            mechanisms: mechanisms.iter().map(|&one| one.to_owned()).collect(),
            ..setting.clone()
        };
        assert_eq!(setting.authentication(&words()), table);
        let programs = programs(&words(), &[setting]);
        let line = &programs[1].lines[0];
        assert!(
            line.ends_with(&format!("authentication method {thunderbird}")),
            "{line}"
        );
        assert!(
            programs[3].file.contains(&msmtp.to_owned()),
            "{:?}",
            programs[3].file
        );
    }
}

#[test]
fn msmtp_is_told_how_tls_begins() {
    let setting = settings(&fixtures::healthy().targets[0]).remove(0);
    for (security, port, line) in [
        (Security::Tls, 465, "tls_starttls off"),
        (Security::Starttls, 587, "tls_starttls on"),
    ] {
        let setting = Setting {
            security,
            port,
            ascii_host: "xn--bcher-kva.example".to_owned(),
            ..setting.clone()
        };
        let file = programs(&words(), &[setting]).remove(3).file;
        let port = format!("port {port}");
        assert_eq!(
            file[1..5],
            ["host xn--bcher-kva.example", &port, "tls on", line]
        );
    }
    // Who only reads mail there has nothing to send it with.
    let reading = settings(&fixtures::healthy().targets[0]).split_off(1);
    let names: Vec<String> = programs(&words(), &reading)
        .into_iter()
        .map(|one| one.name)
        .collect();
    assert_eq!(names, ["Outlook", "Thunderbird", "Apple Mail"]);
    assert_eq!(programs(&words(), &[]), []);
}

#[test]
fn a_wrong_mode_is_put_right() {
    let change = |report: &Report| {
        let changes = changes(&report.targets[0]);
        changes
            .iter()
            .map(|one| one.sentence(&words()))
            .collect::<Vec<_>>()
    };
    let says = |right: &str, url: &str| {
        vec![format!(
            "{right} To see whether all of it works so: mailcheck {url}"
        )]
    };
    let mut report = fixtures::wrong_mode();
    let right = "Port 587 of mail.example.com: STARTTLS, not SSL/TLS.";
    assert_eq!(
        change(&report),
        says(right, "submission://mail.example.com:587")
    );

    let endpoint = &mut report.targets[0].facts.checks[0].endpoint;
    (endpoint.service, endpoint.port) = (Service::Imap, 993);
    report.targets[0].findings[0].id = FindingId::TlsOnStarttlsPort;
    report.targets[0].findings[0].checks = vec![0, 0];
    "2001:db8::10".clone_into(&mut report.targets[0].facts.hosts[0].name);
    let right = "Port 993 of mail.example.com: SSL/TLS, not STARTTLS.";
    assert_eq!(change(&report), says(right, "imaps://[2001:db8::10]:993"));

    assert_eq!(change(&fixtures::one_fault()), Vec::<String>::new());
}

#[test]
fn each_program_has_its_lines_where_there_is_room() {
    let style = Style {
        detail: Detail::Everything,
        ..SCREEN
    };
    let text = shown(&fixtures::healthy(), Format::Text, style);
    let (_, settings) = text.split_once("\nSettings that work").expect("settings");
    let (settings, _) = settings.split_once("\nsmtp, port 25").expect("the record");
    insta::assert_snapshot!("settings-verbose", settings);
    let short = shown(&fixtures::healthy(), Format::Text, SCREEN);
    assert!(!short.contains("msmtprc"), "{short}");
    // A line that was broken could not be copied.
    let narrow = Style { width: 40, ..style };
    let text = shown(&fixtures::healthy(), Format::Text, narrow);
    assert!(
        text.contains("\n      account mail.example.com\n      host mail.example.com\n"),
        "{text}"
    );
}
