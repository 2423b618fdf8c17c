//! SMTP reply codes and enhanced status codes.
//!
//! Sources: RFC 5321 section 4.2.3, RFC 3207, RFC 4954, RFC 7504, RFC 7505; RFC 3463 and the IANA registry "SMTP Enhanced
//! Status Codes"; for the numbers of Exchange, Microsoft's list of non-delivery reports.

/// An enhanced status code: class, subject, detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Status {
    /// 2 success, 4 temporary, 5 permanent.
    pub class: u8,
    /// What it is about: 1 address, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content, 7 security or policy.
    pub subject: u16,
    /// The detail within the subject.
    pub detail: u16,
}

/// A row of the table of enhanced codes.
#[derive(Clone, Copy, Debug)]
pub struct StatusRow {
    /// The class, where the row stands for one class alone.
    pub class: Option<u8>,
    /// The subject.
    pub subject: u16,
    /// The first and the last detail that the row stands for.
    pub details: (u16, u16),
    /// The id of the words.
    pub words: &'static str,
}

/// The words of a reply code that has words of its own.
pub fn reply(code: u16) -> Option<&'static str> {
    super::find(REPLIES, |row| row.0 == code).map(|row| row.1)
}

/// The words of any reply code: its own, or those of its first digit, as RFC 5321 section 4.3.2 wants it read.
pub fn reply_or_class(code: u16) -> Option<&'static str> {
    reply(code).or(match code {
        200..300 => Some("code-smtp-2xx"),
        300..400 => Some("code-smtp-3xx"),
        400..500 => Some("code-smtp-4xx"),
        500..600 => Some("code-smtp-5xx"),
        _ => None,
    })
}

/// Reads `5.7.1`; nothing else may stand around it.
pub fn status(text: &str) -> Option<Status> {
    let mut parts = text.split('.');
    let mut next = |limit: usize| {
        let part = parts.next()?;
        let digits = !part.is_empty()
            && part.len() <= limit
            && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| digits)
    };
    let (class, subject, detail): (u16, u16, u16) = (next(1)?, next(3)?, next(3)?);
    let class = u8::try_from(class)
        .ok()
        .filter(|class| matches!(class, 2 | 4 | 5))?;
    parts.next().is_none().then_some(Status {
        class,
        subject,
        detail,
    })
}

impl Status {
    /// The words of this code: its own, or those of its subject.
    pub fn words(self) -> Option<&'static str> {
        let row = super::find(STATUSES, |row| {
            row.class.is_none_or(|class| class == self.class)
                && row.subject == self.subject
                && (row.details.0..=row.details.1).contains(&self.detail)
        });
        row.map(|row| row.words)
            .or_else(|| super::find(SUBJECTS, |row| row.0 == self.subject).map(|row| row.1))
    }
}

/// Reply codes and the ids of their words.
#[rustfmt::skip] // a table is read by its columns
pub const REPLIES: &[(u16, &str)] = &[
    (211, "code-smtp-211"), (214, "code-smtp-214"), (220, "code-smtp-220"), (221, "code-smtp-221"),
    (235, "code-smtp-235"), (250, "code-smtp-250"), (251, "code-smtp-251"), (252, "code-smtp-252"),
    (334, "code-smtp-334"), (354, "code-smtp-354"),
    (421, "code-smtp-421"), (432, "code-smtp-432"), (450, "code-smtp-450"), (451, "code-smtp-451"),
    (452, "code-smtp-452"), (454, "code-smtp-454"), (455, "code-smtp-455"),
    (500, "code-smtp-500"), (501, "code-smtp-501"), (502, "code-smtp-502"), (503, "code-smtp-503"),
    (504, "code-smtp-504"), (521, "code-smtp-521"), (523, "code-smtp-523"), (525, "code-smtp-525"),
    (526, "code-smtp-526"), (530, "code-smtp-530"), (534, "code-smtp-534"), (535, "code-smtp-535"),
    (538, "code-smtp-538"), (550, "code-smtp-550"), (551, "code-smtp-551"), (552, "code-smtp-552"),
    (553, "code-smtp-553"), (554, "code-smtp-554"), (555, "code-smtp-555"), (556, "code-smtp-556"),
];

/// The words of a reply code by its first digit alone.
pub const REPLY_CLASSES: &[&str] = &[
    "code-smtp-2xx",
    "code-smtp-3xx",
    "code-smtp-4xx",
    "code-smtp-5xx",
];

/// The words of a subject, for details that no table has.
pub const SUBJECTS: &[(u16, &str)] = &[
    (0, "code-enhanced-subject-0"),
    (1, "code-enhanced-subject-1"),
    (2, "code-enhanced-subject-2"),
    (3, "code-enhanced-subject-3"),
    (4, "code-enhanced-subject-4"),
    (5, "code-enhanced-subject-5"),
    (6, "code-enhanced-subject-6"),
    (7, "code-enhanced-subject-7"),
];

const fn iana(subject: u16, detail: u16, words: &'static str) -> StatusRow {
    iana_range(subject, detail, detail, words)
}

const fn iana_range(subject: u16, first: u16, last: u16, words: &'static str) -> StatusRow {
    StatusRow {
        class: None,
        subject,
        details: (first, last),
        words,
    }
}

const fn exchange(
    class: u8,
    subject: u16,
    first: u16,
    last: u16,
    words: &'static str,
) -> StatusRow {
    StatusRow {
        class: Some(class),
        subject,
        details: (first, last),
        words,
    }
}

/// Enhanced codes. Every detail stands in at most one row for each class.
#[rustfmt::skip] // a table is read by its columns
pub const STATUSES: &[StatusRow] = &[
    iana(0, 0, "code-enhanced-0-0"),
    iana(1, 0, "code-enhanced-1-0"), iana(1, 1, "code-enhanced-1-1"), iana(1, 2, "code-enhanced-1-2"),
    iana(1, 3, "code-enhanced-1-3"), iana(1, 4, "code-enhanced-1-4"), iana(1, 5, "code-enhanced-1-5"),
    iana(1, 6, "code-enhanced-1-6"), iana(1, 7, "code-enhanced-1-7"), iana(1, 8, "code-enhanced-1-8"),
    iana(1, 9, "code-enhanced-1-9"), iana(1, 10, "code-enhanced-1-10"),
    iana(2, 0, "code-enhanced-2-0"), iana(2, 1, "code-enhanced-2-1"), iana(2, 2, "code-enhanced-2-2"),
    iana(2, 3, "code-enhanced-2-3"), iana(2, 4, "code-enhanced-2-4"),
    iana(3, 0, "code-enhanced-3-0"), iana(3, 1, "code-enhanced-3-1"), iana(3, 2, "code-enhanced-3-2"),
    iana(3, 3, "code-enhanced-3-3"), iana(3, 4, "code-enhanced-3-4"), iana(3, 5, "code-enhanced-3-5"),
    iana(3, 6, "code-enhanced-3-6"),
    iana(4, 0, "code-enhanced-4-0"), iana(4, 1, "code-enhanced-4-1"), iana(4, 2, "code-enhanced-4-2"),
    iana(4, 3, "code-enhanced-4-3"), iana(4, 4, "code-enhanced-4-4"), iana(4, 5, "code-enhanced-4-5"),
    iana(4, 6, "code-enhanced-4-6"), iana(4, 7, "code-enhanced-4-7"),
    iana(4, 300, "code-enhanced-exchange-expired"), iana_range(4, 301, 309, "code-enhanced-exchange-next-host"),
    iana(4, 310, "code-enhanced-exchange-no-domain"), iana(4, 311, "code-enhanced-exchange-next-host"),
    iana(4, 312, "code-enhanced-exchange-dns"), iana_range(4, 313, 315, "code-enhanced-exchange-next-host"),
    iana(4, 316, "code-enhanced-exchange-refused"), iana(4, 317, "code-enhanced-exchange-next-host"),
    iana(5, 0, "code-enhanced-5-0"), iana(5, 1, "code-enhanced-5-1"), iana(5, 2, "code-enhanced-5-2"),
    iana(5, 3, "code-enhanced-5-3"), iana(5, 4, "code-enhanced-5-4"), iana(5, 5, "code-enhanced-5-5"),
    iana(5, 6, "code-enhanced-5-6"),
    iana_range(6, 0, 10, "code-enhanced-subject-6"),
    iana(7, 0, "code-enhanced-7-0"), iana(7, 1, "code-enhanced-7-1"), iana(7, 2, "code-enhanced-7-2"),
    iana(7, 3, "code-enhanced-7-3"), iana(7, 4, "code-enhanced-7-4"), iana(7, 5, "code-enhanced-7-5"),
    iana(7, 6, "code-enhanced-7-6"), iana(7, 7, "code-enhanced-7-7"), iana(7, 8, "code-enhanced-7-8"),
    iana(7, 9, "code-enhanced-7-9"), iana(7, 10, "code-enhanced-7-10"), iana(7, 11, "code-enhanced-7-11"),
    iana(7, 12, "code-enhanced-7-12"), iana(7, 13, "code-enhanced-7-13"), iana(7, 14, "code-enhanced-7-14"),
    iana(7, 15, "code-enhanced-7-15"), iana(7, 16, "code-enhanced-7-16"),
    iana_range(7, 17, 19, "code-enhanced-7-17"), iana_range(7, 20, 22, "code-enhanced-7-20"),
    iana(7, 23, "code-enhanced-7-23"), iana(7, 24, "code-enhanced-7-24"), iana(7, 25, "code-enhanced-7-25"),
    iana(7, 26, "code-enhanced-7-26"), iana(7, 27, "code-enhanced-7-27"), iana(7, 28, "code-enhanced-7-28"),
    iana(7, 29, "code-enhanced-7-29"), iana(7, 30, "code-enhanced-7-30"),
    exchange(5, 7, 54, 54, "code-enhanced-exchange-relay"),
    exchange(5, 7, 57, 57, "code-enhanced-exchange-not-authenticated"),
    exchange(5, 7, 60, 60, "code-enhanced-exchange-send-as"),
    exchange(5, 7, 64, 64, "code-enhanced-exchange-relay"),
    exchange(5, 7, 139, 139, "code-enhanced-exchange-password-login"),
    exchange(5, 7, 501, 503, "code-enhanced-exchange-sender-blocked"),
    exchange(5, 7, 504, 504, "code-enhanced-exchange-recipient"),
    exchange(5, 7, 505, 505, "code-enhanced-exchange-recipient"),
    exchange(5, 7, 507, 508, "code-enhanced-exchange-banned"),
    exchange(5, 7, 509, 509, "code-enhanced-exchange-dmarc"),
    exchange(5, 7, 511, 511, "code-enhanced-exchange-sender-blocked"),
    exchange(5, 7, 520, 520, "code-enhanced-exchange-forwarding"),
    exchange(5, 7, 700, 707, "code-enhanced-exchange-sender-blocked"),
    exchange(5, 7, 709, 750, "code-enhanced-exchange-sender-blocked"),
    exchange(5, 1, 90, 90, "code-enhanced-exchange-daily-limit"),
    exchange(5, 7, 506, 506, "code-enhanced-exchange-bad-helo"),
    exchange(5, 7, 606, 649, "code-enhanced-exchange-banned"),
    exchange(5, 7, 708, 708, "code-enhanced-exchange-banned"),
    exchange(4, 7, 500, 699, "code-enhanced-exchange-throttled"),
    exchange(4, 7, 850, 899, "code-enhanced-exchange-throttled"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reply_codes_are_in_order_and_carry_their_own_number() {
        assert!(REPLIES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (code, words) in REPLIES {
            assert_eq!(*words, format!("code-smtp-{code}"));
        }
    }

    #[test]
    fn no_enhanced_code_appears_twice() {
        for class in [2, 4, 5] {
            for subject in 0..8 {
                for detail in 0..1000 {
                    let rows = STATUSES.iter().filter(|row| {
                        row.class.is_none_or(|own| own == class)
                            && row.subject == subject
                            && (row.details.0..=row.details.1).contains(&detail)
                    });
                    assert!(rows.count() <= 1, "{class}.{subject}.{detail}");
                }
            }
        }
    }

    #[test]
    fn an_unknown_detail_is_read_by_its_subject() {
        let words = |text| status(text).and_then(Status::words);
        assert_eq!(words("5.7.1"), Some("code-enhanced-7-1"));
        assert_eq!(words("5.7.999"), Some("code-enhanced-subject-7"));
        assert_eq!(words("5.7.610"), Some("code-enhanced-exchange-banned"));
        assert_eq!(words("4.7.610"), Some("code-enhanced-exchange-throttled"));
        assert_eq!(words("5.9.1"), None);
        assert_eq!(reply_or_class(499), Some("code-smtp-4xx"));
        assert_eq!(reply_or_class(600), None);
    }

    #[test]
    fn only_three_plain_numbers_are_a_status() {
        for text in [
            "5.7", "5.7.1.2", "3.7.1", "1.2.3", "5..1", "+5.7.1", "5.7.", "192.0.2", "5.7.1000", "",
        ] {
            assert_eq!(status(text), None, "{text}");
        }
    }
}
