//! What is put together, and what is left alone.

use super::*;

fn says(text: &str, refused: bool) -> Option<Says> {
    super::says(text, refused, &Grams::of(text))
}

#[test]
fn whom_a_refusal_speaks_of_and_what_it_says_are_put_together() {
    for (text, wanted) in [
        (
            "550 that maildrop is not registered",
            Some(Says::MailboxUnknown),
        ),
        ("550 <bob> is now disabled", Some(Says::AccountDisabled)),
        ("552 bob's inbox: limit exceeded", Some(Says::MailboxFull)),
        (
            "550 no such domain name",
            Some(Says::RecipientDomainUnknown),
        ),
        (
            "550 sender domain does not exist",
            Some(Says::SenderDomainUnknown),
        ),
        (
            "550 sender <a@example.com> is not welcome",
            Some(Says::SenderRefused),
        ),
        ("550 your network is restricted", Some(Says::ClientRefused)),
        ("550 您的 ip 地址被拒绝", Some(Says::ClientRefused)),
        ("550 收件人的账号已停用", Some(Says::AccountDisabled)),
        (
            "450 der empfänger ist unbekannt",
            Some(Says::MailboxUnknown),
        ),
        ("552 la casella è piena", Some(Says::MailboxFull)),
        ("552 anexo muito grande", Some(Says::MessageTooLarge)),
        (
            "550 the attached file is prohibited",
            Some(Says::ContentRefused),
        ),
        // What is denied, and what has no subject.
        ("550 the mailbox is not full", None),
        ("550 rejected", None),
        ("550 recipient rejected", None),
        ("550 message refused", None),
        // Of a login.
        ("535 user unknown", None),
        ("550 unknown user or wrong password", None),
    ] {
        assert_eq!(says(text, true), wanted, "{text}");
    }
}

#[test]
fn what_is_only_supposed_comes_after_what_is_said() {
    let text = "550 the sender may not exist; mailbox is closed";
    assert_eq!(says(text, true), Some(Says::AccountDisabled));
    let text = "550 the mailbox may not exist";
    assert_eq!(says(text, true), Some(Says::MailboxUnknown));
}

#[test]
fn a_text_without_a_code_has_to_speak_of_mail() {
    for (text, wanted) in [
        ("mailbox for bob not found here", Some(Says::MailboxUnknown)),
        ("user not found", None),
        ("the account is disabled", None),
        ("user b@example.org not found", None),
        (
            "delivery to b@example.org: user not found",
            Some(Says::MailboxUnknown),
        ),
        ("invalid email address", None),
        ("make sure that the mailbox exists and is not full", None),
    ] {
        assert_eq!(says(text, false), wanted, "{text}");
    }
    let long = format!("mailbox not found {}", "and so on ".repeat(100));
    assert_eq!(says(&long, false), None);
}

/// A word that no text can hold is a mistake in the tables.
#[test]
fn the_words_are_written_as_texts_are_read() {
    let subjects = SUBJECTS.iter().flat_map(|(_, words)| words.iter());
    let predicates = PREDICATES.iter().flat_map(|(_, _, words)| words.iter());
    for word in subjects.chain(predicates) {
        assert_eq!(word.to_lowercase(), *word);
        assert!(!word.contains("  ") && !word.starts_with(' '), "{word}");
        assert!(
            !word.contains("mail-box") && !word.contains("mail box"),
            "{word}"
        );
    }
}
