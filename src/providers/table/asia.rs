//! Other providers of Asia, and of Australia. A row without a word on its source stands in the ISPDB.

use super::{USUAL, imaps, pop3s, submissions};
use crate::providers::{Password, Provider, UserName};

/// The largest first.
pub(super) const ROWS: &[Provider] = &[
    Provider {
        name: "Naver",
        domains: &["naver.com"],
        exchangers: &["naver.com"],
        servers: &[
            imaps("imap.naver.com"),
            pop3s("pop.naver.com"),
            submissions("smtp.naver.com"),
        ],
        password: Password::AppPasswordWithTwoSteps,
        switched_on_first: true,
        ..USUAL
    },
    Provider {
        name: "Daum",
        domains: &["daum.net", "hanmail.net"],
        exchangers: &["hanmail.net"],
        servers: &[
            imaps("imap.daum.net"),
            pop3s("pop.daum.net"),
            submissions("smtp.daum.net"),
        ],
        password: Password::AppPasswordWithTwoSteps,
        switched_on_first: true,
        ..USUAL
    },
    Provider {
        name: "Yahoo! JAPAN",
        domains: &["yahoo.co.jp", "ymail.ne.jp"],
        exchangers: &["mail.yahoo.co.jp"],
        servers: &[
            imaps("imap.mail.yahoo.co.jp"),
            pop3s("pop.mail.yahoo.co.jp"),
            submissions("smtp.mail.yahoo.co.jp"),
        ],
        user_name: UserName::LocalPart,
        switched_on_first: true,
        ..USUAL
    },
    Provider {
        name: "OCN",
        domains: &["ocn.ne.jp"],
        servers: &[pop3s("pop.ocn.ne.jp"), submissions("smtp.ocn.ne.jp")],
        ..USUAL
    },
    Provider {
        name: "Rediffmail",
        domains: &["rediffmail.com"],
        servers: &[
            pop3s("pop.rediffmail.com"),
            submissions("smtp.rediffmail.com"),
        ],
        ..USUAL
    },
    Provider {
        name: "Telstra Mail",
        domains: &[
            "bigpond.com",
            "bigpond.net.au",
            "telstra.com",
            "bigpond.net",
        ],
        servers: &[
            imaps("imap.telstra.com"),
            pop3s("pop.telstra.com"),
            submissions("smtp.telstra.com"),
        ],
        page: Some(
            "https://www.telstra.com.au/support/category/email/telstra-mail/recommended-email-settings-for-telstra-mail",
        ),
        ..USUAL
    },
];
