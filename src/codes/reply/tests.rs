mod servers;

use super::*;

#[test]
fn every_pattern_can_match_and_is_written_as_the_text_is_read() {
    let rows: Vec<_> = patterns().collect();
    let mut hidden = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let text = row.fragments.join(" ");
        assert_eq!(
            flat(&text),
            text,
            "fragments are lower case with single spaces"
        );
        assert!(!row.fragments.is_empty());
        let first = rows
            .iter()
            .position(|other| other.fragments.iter().all(|part| holds(&text, part)));
        if first != Some(index) {
            hidden.push(format!("{row:?} by {:?}", first.map(|at| rows[at])));
        }
    }
    assert!(hidden.is_empty(), "hidden:\n{}", hidden.join("\n"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of replies")]
fn well_known_replies_are_read_by_their_text() {
    use ReplyText as R;
    for (text, says) in [
        (
            "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://x",
            R::BlockList,
        ),
        (
            "554 5.7.1 blocked using zen.spamhaus.org; Error: open resolver; https://x",
            R::BlockListQueryRefused,
        ),
        (
            "450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]",
            R::ReverseDnsMissing,
        ),
        (
            "504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname",
            R::EhloNameRefused,
        ),
        (
            "530 5.7.0 Must issue a STARTTLS command first",
            R::StartTlsRequired,
        ),
        (
            "454 4.7.0 TLS not available due to local problem",
            R::TlsUnavailable,
        ),
        (
            "534-5.7.9 Application-specific password required. 534 5.7.9  InvalidSecondFactor",
            R::AppPasswordNeeded,
        ),
        (
            "535-5.7.8 Username and Password not accepted. BadCredentials",
            R::CredentialsRefused,
        ),
        (
            "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
            R::BasicAuthDisabled,
        ),
        (
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
            R::SmtpLoginDisabled,
        ),
        (
            "550 5.7.30 Basic authentication is not supported for Client Submission",
            R::BasicAuthDisabled,
        ),
        (
            "535 Login Fail. Please enter your authorization code to login.",
            R::AuthorisationCodeNeeded,
        ),
        (
            "454 4.7.1 <a@example.org>: Relay access denied",
            R::RelayDenied,
        ),
        (
            "553 5.7.1 <a@example.org>: Sender address rejected: not owned by user b",
            R::SenderNotOwned,
        ),
        (
            "553 5.7.1 <a@example.org>: Sender address rejected: not logged in",
            R::AuthenticationRequired,
        ),
        (
            "450 4.1.8 <a@example.org>: Sender address rejected: Domain not found",
            R::SenderDomainUnknown,
        ),
        (
            "450 4.2.0 <a@example.org>: Recipient address rejected: Greylisted",
            R::Greylisted,
        ),
        (
            "550 5.1.1 <a@example.org>: Recipient address rejected: User unknown in local recipient table",
            R::MailboxUnknown,
        ),
        (
            "421 4.7.0 Error: too many connections from 192.0.2.1",
            R::TooManyConnections,
        ),
        (
            "-ERR [IN-USE] Mailbox is locked by another POP3 session",
            R::MailboxLocked,
        ),
        (
            "NO [ALERT] Application-specific password required: https://x (Failure)",
            R::AppPasswordNeeded,
        ),
        (
            "NO SELECT Unsafe Login. Please contact kefu@188.com for help",
            R::UnsafeLogin,
        ),
        (
            "a1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)",
            R::CredentialsRefused,
        ),
        (
            "-ERR [SYS/PERM] Your account is not enabled for POP access",
            R::ServiceSwitchedOff,
        ),
        (
            "550 5.7.26 Unauthenticated email is not accepted due to domain's DMARC policy",
            R::DmarcFailed,
        ),
        (
            "421 4.4.2 mx.example.org Error: timeout exceeded",
            R::IdleTimeout,
        ),
    ] {
        assert_eq!(reply_text(text), Some(says), "{text}");
    }
    assert_eq!(reply_text("250 OK"), None);
    assert_eq!(reply_text(""), None);
}

#[test]
fn a_short_fragment_is_a_word_of_its_own() {
    assert_eq!(
        reply_text("550 spf.example.org says no"),
        Some(ReplyText::SpfFailed)
    );
    assert_eq!(reply_text("550 mxspf2 says no"), None);
    assert_eq!(reply_text("550 antispam01 says no"), None);
}

#[test]
fn a_meaning_tells_whose_matter_it_is() {
    let about = |text| meaning(text).map(|meaning| meaning.about);
    for (text, whose) in [
        // PHPMailer#2189: a temporary code, and what the text says is the name.
        (
            "421-4.7.0 Try again later, closing connection. (EHLO) id - gsmtp",
            About::ClientName,
        ),
        (
            "421 EHLO MXIN201 Your HELO/EHLO host.example.org is not matching your DNS configuration",
            About::ClientName,
        ),
        (
            "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.9]",
            About::ClientAddress,
        ),
        ("554 mx.example.org poor reputation", About::ClientAddress),
        (
            "550-5.7.1 [192.0.2.9] The IP you're using to send mail is not authorized to\r\n\
             550-5.7.1 send email directly to our servers.",
            About::ClientAddress,
        ),
        // MailKit#320, hMailServer: too many of what?
        (
            "421 Too many failed logins. Try again later.",
            About::Attempts,
        ),
        (
            "550 5.7.1 Your IP 192.0.2.9 is temporarily blocked due to too many authentication failures",
            About::Attempts,
        ),
        (
            "421 4.3.2 The maximum number of concurrent connections has exceeded a limit",
            About::Load,
        ),
        ("421 Server is busy, try again later.", About::Server),
        ("421 4.3.2 Service not available", About::Server),
        (
            "500 5.5.1 Command unrecognized: \"XXXX [127.0.0.1]\"",
            About::Path,
        ),
        ("421 id You talk too soon", About::Dialogue),
    ] {
        assert_eq!(about(text), Some(whose), "{text}");
    }
    assert_eq!(about("220 mx.example.org ESMTP Postfix"), None);
}

/// What single providers say of an address is nowhere in a table; that an address is blocked is in the words.
#[test]
fn an_address_that_is_blocked_is_blocked() {
    for text in [
        "550 IP 192.0.2.9 is blocked by EarthLink. Go to earthlink.net/block for details.",
        "554 mx.example.net charter.net 192.0.2.9 blocked. Error Code: AUP#In-1310.",
        "550 [2001:db8::9] has been banned",
        "554 5.7.1 Blocked - see https://example.net/why?ip=192.0.2.9",
    ] {
        assert_eq!(reply_text(text), Some(ReplyText::BlockList), "{text}");
    }
    for text in [
        "550 5.7.1 192.0.2.9 said: message content blocked",
        "421 4.7.1 192.0.2.9 temporarily blocked",
        "550 mail for 192.0.2.9 not accepted",
    ] {
        assert_ne!(reply_text(text), Some(ReplyText::BlockList), "{text}");
    }
}

#[test]
fn a_reply_broken_over_lines_is_still_read() {
    assert_eq!(
        reply_text("554 5.7.1 blocked\r\n using x"),
        Some(ReplyText::BlockList)
    );
}
