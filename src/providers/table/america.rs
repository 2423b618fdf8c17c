//! Providers of America. A row without a word on its source stands in the ISPDB.

use super::{USUAL, imap, imaps, pop3, pop3s, submission, submissions};
use crate::providers::{Password, Provider, UserName};

/// The largest first.
pub(super) const ROWS: &[Provider] = &[
    Provider {
        name: "UOL",
        domains: &["uol.com.br"],
        servers: &[
            imaps("imap.uol.com.br"),
            pop3s("pop3.uol.com.br"),
            submission("smtps.uol.com.br"),
        ],
        user_name: UserName::LocalPart,
        switched_on_first: true,
        ..USUAL
    },
    Provider {
        name: "Comcast",
        domains: &["comcast.net"],
        servers: &[
            imaps("imap.comcast.net"),
            imap("imap.comcast.net"),
            pop3s("mail.comcast.net"),
            pop3("mail.comcast.net"),
            submissions("smtp.comcast.net"),
            submission("smtp.comcast.net"),
        ],
        switched_on_first: true,
        ..USUAL
    },
    Provider {
        name: "AT&T",
        domains: &[
            "att.net",
            "sbcglobal.net",
            "bellsouth.net",
            "pacbell.net",
            "ameritech.net",
            "swbell.net",
        ],
        servers: &[
            imaps("imap.mail.att.net"),
            pop3s("inbound.att.net"),
            submissions("outbound.att.net"),
        ],
        password: Password::AppPassword,
        page: Some("https://www.att.com/support/article/email-support/KM1240308/"),
        ..USUAL
    },
    Provider {
        name: "Cox",
        domains: &["cox.net"],
        servers: &[
            imaps("imap.cox.net"),
            pop3s("pop.cox.net"),
            submissions("smtp.cox.net"),
            submission("smtp.cox.net"),
        ],
        user_name: UserName::LocalPart,
        ..USUAL
    },
    Provider {
        name: "Spectrum (Road Runner)",
        domains: &["rr.com"],
        servers: &[
            imaps("mail.twc.com"),
            pop3s("mail.twc.com"),
            submission("mail.twc.com"),
        ],
        ..USUAL
    },
    Provider {
        name: "EarthLink",
        domains: &[
            "earthlink.net",
            "mindspring.com",
            "ix.netcom.com",
            "peoplepc.com",
        ],
        exchangers: &["earthlink.net"],
        servers: &[
            imaps("imap.earthlink.net"),
            pop3s("pop.earthlink.net"),
            submission("smtpauth.earthlink.net"),
        ],
        page: Some("https://help.earthlink.net/portal/en/kb/articles/email-server-settings"),
        ..USUAL
    },
    Provider {
        name: "Bell",
        domains: &["bell.net", "sympatico.ca"],
        servers: &[
            imaps("imap.bell.net"),
            pop3s("pophm.sympatico.ca"),
            submission("smtphm.sympatico.ca"),
        ],
        ..USUAL
    },
    Provider {
        name: "GoDaddy",
        domains: &["secureserver.net"],
        exchangers: &["secureserver.net"],
        servers: &[
            imaps("imap.secureserver.net"),
            pop3s("pop.secureserver.net"),
            submissions("smtpout.secureserver.net"),
        ],
        ..USUAL
    },
    Provider {
        name: "Rackspace",
        domains: &["emailsrvr.com"],
        exchangers: &["emailsrvr.com"],
        servers: &[
            imaps("secure.emailsrvr.com"),
            submissions("secure.emailsrvr.com"),
        ],
        ..USUAL
    },
    Provider {
        name: "Migadu",
        domains: &["migadu.com"],
        exchangers: &["migadu.com"],
        servers: &[imaps("imap.migadu.com"), submissions("smtp.migadu.com")],
        page: Some("https://www.migadu.com/guides/imap/"),
        ..USUAL
    },
    Provider {
        name: "Purelymail",
        domains: &["purelymail.com"],
        exchangers: &["purelymail.com"],
        servers: &[
            imaps("mailserver.purelymail.com"),
            pop3s("mailserver.purelymail.com"),
            submissions("mailserver.purelymail.com"),
        ],
        ..USUAL
    },
];
