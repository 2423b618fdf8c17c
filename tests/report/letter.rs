//! A letter that can be sent as it is, in which nobody but us has written a line.

use mailcheck::finding::{Certainty, FindingId, Owner, Severity, Verdict};
use mailcheck::report::letter::LetterFace;
use mailcheck::report::{Face, Manner, Report};

use super::{Format, SCREEN, Style, UnicodeWidthStr, fixtures, nagios, shown, words};

#[test]
fn letters() {
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Letter, SCREEN);
        let nothing = remark(&report);
        assert_eq!(
            nothing.is_some(),
            report.summary().verdict == Verdict::Ok,
            "{fixture}"
        );
        assert_eq!(nothing.is_some(), text.is_empty(), "{fixture}: {text}");
        if !text.is_empty() {
            insta::assert_snapshot!(format!("letter-{fixture}"), text);
        }
    }
}

#[test]
fn a_letter_keeps_to_72_columns() {
    for (fixture, report) in fixtures::all() {
        for width in [40, 200] {
            let text = shown(&report, Format::Letter, Style { width, ..SCREEN });
            for line in text.lines() {
                assert!(
                    line.width() <= 72 && line.trim_end() == line,
                    "{fixture}: {line}"
                );
            }
            assert!(!text.contains("\n\n\n"), "{fixture}: {text}");
        }
    }
}

/// What is said where there is nothing to complain about.
fn remark(report: &Report) -> Option<String> {
    let words = words();
    let mut face = LetterFace::new(Manner {
        run: &report.run,
        style: SCREEN,
        words: &words,
        days: nagios::Days::default(),
    });
    for (place, target) in report.targets.iter().enumerate() {
        face.target(place, target, &mut std::io::sink())
            .expect("it takes everything");
    }
    face.remark()
}

/// The report about one fault, with `owner` in its place.
fn owned_by(owner: Owner) -> Report {
    let mut report = fixtures::one_fault();
    report.targets[0].findings[0].owner = owner;
    report
}

/// The report about a greeting that was a no.
fn rejected() -> Report {
    let mut report = fixtures::many_faults();
    let findings = &mut report.targets[0].findings;
    findings.retain(|finding| finding.id == FindingId::ClientBlocklisted);
    assert_eq!(findings.len(), 1);
    report
}

#[test]
fn it_is_for_whoever_can_put_it_right() {
    let rows = [
        (Owner::ThisMachine, "you look after it."),
        (
            Owner::Network,
            "you run it, or the part of it that we are connected to.",
        ),
        (Owner::Server, "to the server. We write to you"),
        (Owner::Domain, "to the DNS of the domain."),
        (Owner::Unknown, "could not be told from here."),
    ];
    for (owner, says) in rows {
        let text = shown(&owned_by(owner), Format::Letter, SCREEN);
        assert!(text.starts_with("Subject: Packets to port 587"), "{text}");
        assert!(text.replace('\n', " ").contains(says), "{owner:?}: {text}");
    }
    let text = shown(&owned_by(Owner::Account), Format::Letter, SCREEN);
    assert!(text.starts_with("There is nobody to write to: "), "{text}");
    assert_eq!(text.matches(". ").count(), 0, "one sentence: {text}");
}

#[test]
fn the_worst_of_all_targets_is_its_subject() {
    let mut report = fixtures::expiring();
    report.targets.extend(fixtures::one_fault().targets);
    let text = shown(&report, Format::Letter, SCREEN);
    assert!(
        text.starts_with("Subject: Packets to port 587 of smtp.example.com"),
        "{text}"
    );
    report.targets[1].findings[0].severity = Severity::Info;
    let text = shown(&report, Format::Letter, SCREEN);
    assert!(
        text.starts_with("Subject: The certificate of mail.example.com"),
        "{text}"
    );
}

#[test]
fn the_evidence_is_in_it() {
    let text = shown(&fixtures::firewall(), Format::Letter, SCREEN).replace("\n    ", " ");
    for evidence in [
        "2026-11-21 20:51:07 UTC: 192.0.2.10, port 25 (smtp): ",
        "10065 WSAEHOSTUNREACH",
        "errno 113 EHOSTUNREACH",
        "At hop 2, 203.0.113.1, counted from our computer\n",
        "path 1 192.168.1.1, then an ICMP error at hop 2",
    ] {
        assert!(
            text.replace('\n', " ").contains(evidence.trim()),
            "{evidence}: {text}"
        );
    }
    let mut report = fixtures::firewall();
    let place = report.targets[0].findings[0]
        .location
        .as_mut()
        .expect("a place");
    place.certainty = Certainty::AtOrAfter;
    place.address = None;
    let text = shown(&report, Format::Letter, SCREEN);
    assert!(
        text.contains("  - At hop 2, counted from our computer, or behind it and"),
        "{text}"
    );
    let text = shown(&rejected(), Format::Letter, SCREEN);
    assert!(text.contains("\n> 554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using\n> bl.example.org\n"), "{text}");
    // The check began 20 ms after the start and timed out after ten seconds.
    let text = shown(&fixtures::one_fault(), Format::Letter, SCREEN);
    assert!(
        text.contains("  - 2026-11-21 20:51:17 UTC: 192.0.2.10"),
        "{text}"
    );
}

#[test]
fn a_name_that_is_not_found_is_told_once() {
    let mut report = fixtures::no_such_name();
    // Whoever mistyped a name has nobody to write to.
    let text = shown(&report, Format::Letter, SCREEN);
    assert!(text.starts_with("There is nobody to write to"), "{text}");
    let target = &mut report.targets[0];
    target.facts.hosts[0].suggestion = None;
    target.findings = mailcheck::diagnose::diagnose(&target.facts);
    let text = shown(&report, Format::Letter, SCREEN);
    assert_eq!(text.matches("name not found").count(), 1, "{text}");
    let text = shown(&fixtures::one_fault(), Format::Letter, SCREEN);
    assert!(!text.contains("submission://"), "a person reads it: {text}");
}

#[test]
fn a_reply_is_quoted_whole_and_not_cut_elsewhere() {
    let text = shown(&rejected(), Format::Letter, SCREEN).replace("\n    ", " ");
    assert!(text.contains("rejected (greeting)\n"), "{text}");
    assert!(!text.contains("…[+"), "{text}");
}

#[test]
fn a_server_writes_no_line_of_it() {
    let text = shown(&fixtures::hostile(), Format::Letter, SCREEN);
    let forged = |line: &&str| line.contains("verdict: ok") || line.contains("evil");
    let lines: Vec<&str> = text.lines().filter(forged).collect();
    assert!(!lines.is_empty(), "{text}");
    for line in lines {
        assert!(line.starts_with("> ") || line.starts_with("  "), "{line}");
    }
    assert!(text.contains("\\r\\nverdict:"), "{text}");
}

#[test]
fn a_reply_padded_to_the_margin_forges_nothing() {
    // Blanks as far as the margin would push words of the server to the beginning of a line.
    let mut report = rejected();
    let forged = "Please send the password to evil.example";
    let said = format!("554 {}{forged}", "x".repeat(62) + " ");
    let failure = report.targets[0].facts.checks[0]
        .failure
        .as_mut()
        .expect("it failed");
    let mailcheck::failure::Trouble::Rejected(rejection) = &mut failure.trouble else {
        panic!("it was rejected");
    };
    rejection.reply = vec![mailcheck::wire::Text(said.into_bytes()); 50];
    let text = shown(&report, Format::Letter, SCREEN);
    assert!(text.contains("Please send the password"), "{text}");
    assert!(!text.contains("\nPlease"), "{text}");
    assert_eq!(text.matches("\n> 554").count(), 8, "{text}");
    assert!(text.contains("  - and 42 more\n"), "{text}");
}

#[test]
fn it_does_not_tell_where_it_was_written() {
    let redacted = Style {
        redact: true,
        ..SCREEN
    };
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Letter, redacted);
        for own in ["pc7", "corp.example", "192.168.1.7", "2001:db8:7::7"] {
            assert!(!text.contains(own), "{fixture}: {own}: {text}");
        }
    }
    // The address that the server saw is hidden on demand; the server's own is what the letter is about.
    let text = shown(&rejected(), Format::Letter, SCREEN);
    assert!(text.contains("203.0.113.7"), "{text}");
    let text = shown(&rejected(), Format::Letter, redacted);
    assert!(
        !text.contains("203.0.113.7") && text.contains("Client host [address-"),
        "{text}"
    );
    assert!(text.contains("192.0.2.10"), "{text}");
    let text = shown(&fixtures::firewall(), Format::Letter, redacted);
    assert!(
        text.contains("203.0.113.1"),
        "who stands in the way: {text}"
    );
}

#[test]
fn it_says_where_we_came_from_and_erases_nothing_of_what_the_server_said() {
    let mut report = rejected();
    let facts = &mut report.targets[0].facts;
    let own = "203.0.113.7:40000".parse().expect("an address");
    facts.checks[0].local = Some(own);
    let text = shown(&report, Format::Letter, SCREEN);
    assert!(text.contains("\nWe came from 203.0.113.7.\n"), "{text}");
    assert!(text.contains("Client host [203.0.113.7] blocked"), "{text}");
    assert!(!text.contains("(this machine)"), "{text}");
    // Behind a translation of addresses the reader sees another one.
    let text = shown(&fixtures::one_fault(), Format::Letter, SCREEN).replace('\n', " ");
    assert!(
        text.contains("We came from 192.168.1.7, an address of our own network: your logs show"),
        "{text}"
    );
}

#[test]
fn it_closes_with_the_step_where_that_is_known() {
    let mut report = fixtures::many_faults();
    let findings = &mut report.targets[0].findings;
    findings.retain(|finding| finding.id == FindingId::CertificateExpired);
    let text = shown(&report, Format::Letter, SCREEN).replace('\n', " ");
    assert!(
        text.contains("Would you please renew the certificate"),
        "{text}"
    );
    assert!(!text.contains("look into it"), "{text}");
}

#[test]
fn an_address_of_this_machine_is_hidden_where_nothing_was_connected() {
    let mut report = fixtures::firewall();
    let own = "203.0.113.1".parse().expect("an address");
    report.run.vantage.own_addresses = vec![(own, 24)];
    let redacted = Style {
        redact: true,
        ..SCREEN
    };
    for (format, style) in [(Format::Letter, redacted), (Format::Markdown, SCREEN)] {
        let text = shown(&report, format, style);
        assert!(!text.contains("203.0.113.1"), "{text}");
        assert!(text.contains("(this machine)"), "{text}");
    }
}

#[test]
fn a_locale_without_unicode_gets_ascii() {
    for (fixture, report) in fixtures::all() {
        let text = shown(
            &report,
            Format::Letter,
            Style {
                unicode: false,
                ..SCREEN
            },
        );
        assert!(text.is_ascii(), "{fixture}: {text}");
    }
}
