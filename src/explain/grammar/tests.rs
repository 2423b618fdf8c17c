use super::*;

fn said(text: &str) -> String {
    let flat = text.to_lowercase();
    read(&flat, text.lines()).map_or_else(|| "unknown".to_owned(), |reading| reading.words)
}

#[test]
fn a_thing_and_an_event_mean_something_together() {
    for (text, words) in [
        ("Error Dialing smtp server: EOF", "code-phrase-hung-up"),
        (
            "IMAP Could not login as cannot login as a@b.example",
            "code-text-credentials-refused",
        ),
        (
            "smtp: Failed: Remote host not set",
            "code-phrase-settings-incomplete",
        ),
        ("IMAP error certificate", "code-phrase-server-identity"),
        ("Test email send timeout.", "code-socket-timed-out"),
        (
            "Error: SMTP password_reset server must be configured.",
            "code-phrase-settings-incomplete",
        ),
        (
            "No SMTP username provided",
            "code-phrase-settings-incomplete",
        ),
        ("邮件推送失败", "code-phrase-sending-failed"),
        ("郵件伺服器的憑證已過期", "finding-certificate-expired"),
        (
            "阿里云服务器默认是不开放 25 端口的",
            "finding-port-25-blocked",
        ),
    ] {
        assert_eq!(said(text), words, "{text}");
    }
}

#[test]
fn the_cause_counts_more_than_the_headline_and_the_last_cause_most() {
    for (text, words) in [
        (
            "Failed to send mail: dial smtp server: timeout",
            "code-socket-timed-out",
        ),
        (
            "mail not sent\nCaused by: javax.mail.FolderClosedException",
            "code-phrase-hung-up",
        ),
        (
            "smtp login failed ---> the TLS handshake with the mail server failed",
            "finding-tls-failed",
        ),
    ] {
        assert_eq!(said(text), words, "{text}");
    }
}

#[test]
fn advice_settings_names_and_other_peoples_errors_are_no_failures() {
    for text in [
        "Please check whether the SMTP password is wrong",
        "mail.smtp.timeout=5000",
        "smtp:\n  timeout: 30",
        "com.example.mail_storage_error",
        "DEBUG smtp: connection closed",
        "\tat com.sun.mail.smtp.SMTPTransport.authenticateFailed(SMTPTransport.java:482)",
        "TypeError: email send failed",
        "The mail was sent successfully, no login error",
        "the connection to the game was closed",
        "UPS delivery failed: recipient not home",
        "Could not send mail? Ask here",
        "failed to close SMTP connection",
        "Error performing SASL authentication for imap",
    ] {
        assert_eq!(said(text), "unknown", "{text}");
    }
}

#[test]
fn what_the_table_names_fits_the_way_it_is_searched() {
    let written = |word: &str| {
        assert_eq!(word, word.to_lowercase(), "{word}: lower case");
        assert_eq!(
            crate::codes::phrases::simplified(word),
            None,
            "{word}: simplified characters"
        );
    };
    let things = THINGS.iter().flat_map(|(_, words)| *words);
    let events = EVENTS.iter().flat_map(|(_, words)| *words);
    for word in things.chain(events) {
        written(word);
    }
    for (things, events, _) in RULES {
        for thing in *things {
            assert!(THINGS.iter().any(|(known, _)| known == thing), "{thing:?}");
        }
        for event in *events {
            assert!(EVENTS.iter().any(|(known, _)| known == event), "{event:?}");
        }
    }
}

#[test]
fn a_long_line_is_read_in_time() {
    let line = "smtp: mail - (not ) ".repeat(3000);
    assert_eq!(said(&line), "unknown");
}
