//! Providers whose users are everywhere. A row without a word on its source stands in the ISPDB.

use super::{USUAL, at, imap, imaps, pop3, pop3s, submission, submissions};
use crate::providers::{Password, Provider, UserName};
use crate::service::Service;

/// The largest first.
pub(super) const ROWS: &[Provider] = &[
    Provider {
        name: "Gmail",
        domains: &["gmail.com", "googlemail.com"],
        exchangers: &["google.com", "googlemail.com"],
        servers: &[
            imaps("imap.gmail.com"),
            pop3s("pop.gmail.com"),
            submissions("smtp.gmail.com"),
            submission("smtp.gmail.com"),
        ],
        password: Password::AppPassword,
        page: Some("https://support.google.com/accounts/answer/185833"),
        ..USUAL
    },
    Provider {
        name: "Outlook.com",
        domains: &[
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "hotmail.co.uk",
            "hotmail.fr",
            "hotmail.de",
            "hotmail.it",
            "hotmail.es",
            "live.co.uk",
            "live.fr",
            "live.de",
            "live.it",
            "live.nl",
            "live.cn",
            "outlook.de",
            "outlook.fr",
            "outlook.it",
            "outlook.es",
            "outlook.jp",
            "outlook.co.th",
            "passport.com",
        ],
        exchangers: &["olc.protection.outlook.com"],
        servers: &[
            imaps("outlook.office365.com"),
            pop3s("outlook.office365.com"),
            submission("smtp-mail.outlook.com"),
        ],
        password: Password::OAuthOnly,
        page: Some("https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040"),
        ..USUAL
    },
    Provider {
        name: "Microsoft 365",
        domains: &["onmicrosoft.com"],
        exchangers: &["mail.protection.outlook.com", "mx.microsoft"],
        servers: &[
            imaps("outlook.office365.com"),
            pop3s("outlook.office365.com"),
            submission("smtp.office365.com"),
        ],
        password: Password::OAuthOnly,
        page: Some("https://aka.ms/smtp_auth_disabled"),
        ..USUAL
    },
    Provider {
        name: "Yahoo",
        domains: &[
            "yahoo.com",
            "ymail.com",
            "rocketmail.com",
            "yahoo.co.uk",
            "yahoo.fr",
            "yahoo.de",
            "yahoo.it",
            "yahoo.es",
            "yahoo.ca",
            "yahoo.com.br",
            "yahoo.co.in",
            "yahoo.in",
            "yahoo.com.tw",
            "yahoo.com.hk",
            "yahoo.com.sg",
            "yahoo.com.au",
            "myyahoo.com",
        ],
        exchangers: &["yahoodns.net"],
        servers: &[
            imaps("imap.mail.yahoo.com"),
            pop3s("pop.mail.yahoo.com"),
            submissions("smtp.mail.yahoo.com"),
        ],
        password: Password::AppPassword,
        page: Some("https://help.yahoo.com/kb/SLN15241.html"),
        ..USUAL
    },
    Provider {
        name: "AOL",
        domains: &[
            "aol.com",
            "aim.com",
            "aol.co.uk",
            "aol.de",
            "aol.fr",
            "love.com",
            "games.com",
            "wow.com",
            "verizon.net",
        ],
        servers: &[
            imaps("imap.aol.com"),
            pop3s("pop.aol.com"),
            submissions("smtp.aol.com"),
        ],
        password: Password::AppPassword,
        page: Some("https://help.aol.com/articles/Create-and-manage-app-password"),
        ..USUAL
    },
    Provider {
        name: "iCloud",
        domains: &["icloud.com", "me.com", "mac.com"],
        exchangers: &["mail.icloud.com"],
        servers: &[imaps("imap.mail.me.com"), submission("smtp.mail.me.com")],
        user_name: UserName::LocalPartForReading,
        password: Password::AppPassword,
        page: Some("https://support.apple.com/102654"),
        ..USUAL
    },
    Provider {
        name: "Fastmail",
        domains: &["fastmail.com", "fastmail.fm", "messagingengine.com"],
        exchangers: &["messagingengine.com"],
        servers: &[
            imaps("imap.fastmail.com"),
            pop3s("pop.fastmail.com"),
            submissions("smtp.fastmail.com"),
        ],
        password: Password::AppPassword,
        page: Some("https://www.fastmail.help/hc/en-us/articles/360058752854"),
        ..USUAL
    },
    Provider {
        name: "Proton Mail (Bridge)",
        domains: &["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
        exchangers: &["protonmail.ch"],
        servers: &[
            at(Service::Imap, "127.0.0.1", 1143),
            at(Service::Submission, "127.0.0.1", 1025),
        ],
        user_name: UserName::Shown,
        password: Password::Bridge,
        page: Some("https://proton.me/mail/bridge"),
        ..USUAL
    },
    Provider {
        name: "GMX",
        domains: &[
            "gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.li", "gmx.info", "gmx.biz", "gmx.eu",
            "gmx.org",
        ],
        exchangers: &["gmx.net"],
        servers: &[
            imaps("imap.gmx.net"),
            imap("imap.gmx.net"),
            pop3s("pop.gmx.net"),
            pop3("pop.gmx.net"),
            submissions("mail.gmx.net"),
            submission("mail.gmx.net"),
        ],
        switched_on_first: true,
        page: Some("https://hilfe.gmx.net/pop-imap/einschalten.html"),
        ..USUAL
    },
    Provider {
        name: "GMX.com",
        domains: &[
            "gmx.com",
            "gmx.us",
            "gmx.co.uk",
            "gmx.fr",
            "gmx.es",
            "gmx.it",
        ],
        servers: &[
            imaps("imap.gmx.com"),
            imap("imap.gmx.com"),
            pop3s("pop.gmx.com"),
            pop3("pop.gmx.com"),
            submissions("mail.gmx.com"),
            submission("mail.gmx.com"),
        ],
        switched_on_first: true,
        page: Some("https://support.gmx.com/pop-imap/toggle.html"),
        ..USUAL
    },
    Provider {
        name: "WEB.DE",
        domains: &["web.de", "email.de"],
        exchangers: &["web.de"],
        servers: &[
            imaps("imap.web.de"),
            imap("imap.web.de"),
            pop3s("pop3.web.de"),
            pop3("pop3.web.de"),
            submissions("smtp.web.de"),
            submission("smtp.web.de"),
        ],
        user_name: UserName::LocalPart,
        switched_on_first: true,
        page: Some("https://hilfe.web.de/pop-imap/einschalten.html"),
        ..USUAL
    },
    Provider {
        name: "mail.com",
        domains: &[
            "mail.com",
            "email.com",
            "usa.com",
            "myself.com",
            "consultant.com",
            "post.com",
            "europe.com",
            "asia.com",
            "iname.com",
            "writeme.com",
            "dr.com",
            "engineer.com",
            "cheerful.com",
        ],
        servers: &[
            imaps("imap.mail.com"),
            imap("imap.mail.com"),
            pop3s("pop.mail.com"),
            pop3("pop.mail.com"),
            submissions("smtp.mail.com"),
            submission("smtp.mail.com"),
        ],
        page: Some("https://support.mail.com/premium/imap/index.html"),
        ..USUAL
    },
    Provider {
        name: "Zoho Mail",
        domains: &["zoho.com", "zohomail.com"],
        exchangers: &["zoho.com"],
        servers: &[
            imaps("imap.zoho.com"),
            pop3s("pop.zoho.com"),
            submissions("smtp.zoho.com"),
            submission("smtp.zoho.com"),
        ],
        password: Password::AppPasswordWithTwoSteps,
        switched_on_first: true,
        page: Some("https://www.zoho.com/mail/help/imap-access.html"),
        ..USUAL
    },
    Provider {
        name: "Zoho Mail (EU)",
        domains: &["zoho.eu", "zohomail.eu"],
        exchangers: &["zoho.eu"],
        servers: &[
            imaps("imap.zoho.eu"),
            pop3s("pop.zoho.eu"),
            submissions("smtp.zoho.eu"),
            submission("smtp.zoho.eu"),
        ],
        password: Password::AppPasswordWithTwoSteps,
        switched_on_first: true,
        page: Some("https://www.zoho.com/mail/help/imap-access.html"),
        ..USUAL
    },
    Provider {
        name: "Zoho Mail (India)",
        domains: &["zoho.in", "zohomail.in"],
        exchangers: &["zoho.in"],
        servers: &[
            imaps("imap.zoho.in"),
            pop3s("pop.zoho.in"),
            submissions("smtp.zoho.in"),
            submission("smtp.zoho.in"),
        ],
        password: Password::AppPasswordWithTwoSteps,
        switched_on_first: true,
        page: Some("https://www.zoho.com/mail/help/imap-access.html"),
        ..USUAL
    },
    Provider {
        name: "Yandex",
        domains: &[
            "yandex.com",
            "yandex.ru",
            "ya.ru",
            "yandex.by",
            "yandex.kz",
            "yandex.ua",
            "narod.ru",
        ],
        exchangers: &["yandex.ru", "yandex.net"],
        servers: &[
            imaps("imap.yandex.com"),
            pop3s("pop.yandex.com"),
            submissions("smtp.yandex.com"),
        ],
        password: Password::AppPassword,
        switched_on_first: true,
        page: Some("https://yandex.com/support/mail/mail-clients/others.html"),
        ..USUAL
    },
    Provider {
        name: "Mail.ru",
        domains: &["mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru"],
        exchangers: &["mail.ru"],
        servers: &[
            imaps("imap.mail.ru"),
            imap("imap.mail.ru"),
            pop3s("pop.mail.ru"),
            pop3("pop.mail.ru"),
            submissions("smtp.mail.ru"),
            submission("smtp.mail.ru"),
        ],
        password: Password::AppPassword,
        page: Some("https://help.mail.ru/mail/security/protection/external"),
        ..USUAL
    },
    Provider {
        name: "Rambler",
        domains: &[
            "rambler.ru",
            "lenta.ru",
            "autorambler.ru",
            "myrambler.ru",
            "ro.ru",
        ],
        exchangers: &["rambler.ru"],
        servers: &[
            imaps("imap.rambler.ru"),
            pop3s("pop.rambler.ru"),
            submissions("smtp.rambler.ru"),
        ],
        page: Some("https://help.rambler.ru/mail/mail-pochtovye-klienty/1275/"),
        ..USUAL
    },
];
