//! The table. ISPDB is Thunderbird's public database of settings as of March 2026, PDB that of Delta Chat; "pages" are
//! the providers' own help pages. A row without a word on its source stands in the ISPDB.

use super::{Password, Provider, Server, UserName, server};
use crate::service::{Endpoint, Service};

const fn imaps(host: &'static str) -> Server {
    server(Service::Imaps, host)
}

const fn imap(host: &'static str) -> Server {
    server(Service::Imap, host)
}

const fn pop3s(host: &'static str) -> Server {
    server(Service::Pop3s, host)
}

const fn pop3(host: &'static str) -> Server {
    server(Service::Pop3, host)
}

const fn submissions(host: &'static str) -> Server {
    server(Service::Submissions, host)
}

const fn submission(host: &'static str) -> Server {
    server(Service::Submission, host)
}

/// A server of a program on the user's own machine, at a port of its own.
const fn at(service: Service, host: &'static str, port: u16) -> Server {
    Server {
        endpoint: Endpoint { service, port },
        host,
    }
}

/// What most rows have: the whole address and the password of the mailbox, and nothing to switch on.
const USUAL: Provider = Provider {
    name: "",
    domains: &[],
    exchangers: &[],
    servers: &[],
    user_name: UserName::Address,
    password: Password::Mailbox,
    switched_on_first: false,
    page: None,
};

/// The providers, the largest first within each part of the world.
pub const PROVIDERS: &[Provider] = &[
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
    // ISPDB, PDB and pages.
    Provider {
        name: "QQ Mail",
        domains: &["qq.com", "foxmail.com", "vip.qq.com"],
        exchangers: &["mx1.qq.com", "mx2.qq.com", "mx3.qq.com"],
        servers: &[
            imaps("imap.qq.com"),
            pop3s("pop.qq.com"),
            submissions("smtp.qq.com"),
            submission("smtp.qq.com"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        page: Some("https://help.mail.qq.com/detail/108/1023"),
        ..USUAL
    },
    // Pages and public configurations.
    Provider {
        name: "Tencent Exmail",
        domains: &["exmail.qq.com"],
        exchangers: &["mxbiz1.qq.com", "mxbiz2.qq.com"],
        servers: &[
            imaps("imap.exmail.qq.com"),
            pop3s("pop.exmail.qq.com"),
            submissions("smtp.exmail.qq.com"),
            submission("smtp.exmail.qq.com"),
        ],
        password: Password::ClientPasswordIfAsked,
        ..USUAL
    },
    // ISPDB and PDB; POP3 by pages.
    Provider {
        name: "NetEase 163",
        domains: &["163.com"],
        servers: &[
            imaps("imap.163.com"),
            pop3s("pop.163.com"),
            submissions("smtp.163.com"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        page: Some("https://help.mail.163.com/"),
        ..USUAL
    },
    // ISPDB and PDB; POP3 by pages.
    Provider {
        name: "NetEase 126",
        domains: &["126.com"],
        servers: &[
            imaps("imap.126.com"),
            pop3s("pop.126.com"),
            submissions("smtp.126.com"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        page: Some("https://help.mail.163.com/"),
        ..USUAL
    },
    // ISPDB and PDB; POP3 by pages.
    Provider {
        name: "NetEase yeah.net",
        domains: &["yeah.net"],
        servers: &[
            imaps("imap.yeah.net"),
            pop3s("pop.yeah.net"),
            submissions("smtp.yeah.net"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        page: Some("https://help.mail.163.com/"),
        ..USUAL
    },
    // Pages.
    Provider {
        name: "NetEase VIP 163",
        domains: &["vip.163.com"],
        servers: &[
            imaps("imap.vip.163.com"),
            pop3s("pop.vip.163.com"),
            submissions("smtp.vip.163.com"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        page: Some("https://help.mail.163.com/"),
        ..USUAL
    },
    // Public configurations.
    Provider {
        name: "NetEase enterprise",
        domains: &["qiye.163.com"],
        exchangers: &[
            "qiye163mx01.mxmail.netease.com",
            "qiye163mx02.mxmail.netease.com",
        ],
        servers: &[
            imaps("imap.qiye.163.com"),
            pop3s("pop.qiye.163.com"),
            submissions("smtp.qiye.163.com"),
        ],
        password: Password::ClientPasswordIfAsked,
        page: Some("https://qiye.163.com/help/"),
        ..USUAL
    },
    // Public configurations.
    Provider {
        name: "139 (China Mobile)",
        domains: &["139.com"],
        servers: &[
            imaps("imap.139.com"),
            pop3s("pop.139.com"),
            submissions("smtp.139.com"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        ..USUAL
    },
    // Public configurations.
    Provider {
        name: "189 (China Telecom)",
        domains: &["189.cn"],
        servers: &[
            imaps("imap.189.cn"),
            pop3s("pop.189.cn"),
            submissions("smtp.189.cn"),
        ],
        password: Password::ClientPasswordIfAsked,
        ..USUAL
    },
    // Public configurations.
    Provider {
        name: "263",
        domains: &["263.net"],
        exchangers: &["263.net", "263xmail.com"],
        servers: &[
            imaps("imap.263.net"),
            pop3s("pop.263.net"),
            submissions("smtp.263.net"),
        ],
        ..USUAL
    },
    // Public configurations.
    Provider {
        name: "Sina",
        domains: &["sina.com", "sina.cn"],
        exchangers: &["sina.com.cn"],
        servers: &[
            imaps("imap.sina.com"),
            pop3s("pop.sina.com"),
            submissions("smtp.sina.com"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        ..USUAL
    },
    // Pages.
    Provider {
        name: "Sina VIP",
        domains: &["vip.sina.com"],
        servers: &[
            imaps("imap.vip.sina.com"),
            pop3s("pop.vip.sina.com"),
            submissions("smtp.vip.sina.com"),
        ],
        password: Password::AuthorizationCode,
        switched_on_first: true,
        ..USUAL
    },
    // Public configurations.
    Provider {
        name: "Sohu",
        domains: &["sohu.com"],
        servers: &[
            imaps("imap.sohu.com"),
            pop3s("pop3.sohu.com"),
            submissions("smtp.sohu.com"),
        ],
        password: Password::ClientPasswordIfAsked,
        ..USUAL
    },
    // PDB; POP3 by public configurations.
    Provider {
        name: "Alibaba Mail",
        domains: &["aliyun.com"],
        exchangers: &["mx2.mail.aliyun.com"],
        servers: &[
            imaps("imap.aliyun.com"),
            pop3s("pop3.aliyun.com"),
            submissions("smtp.aliyun.com"),
        ],
        ..USUAL
    },
    // Pages.
    Provider {
        name: "Alibaba Mail (enterprise)",
        domains: &["qiye.aliyun.com"],
        exchangers: &["qiye.aliyun.com", "mxhichina.com"],
        servers: &[
            imaps("imap.qiye.aliyun.com"),
            pop3s("pop.qiye.aliyun.com"),
            submissions("smtp.qiye.aliyun.com"),
        ],
        password: Password::ClientPasswordIfAsked,
        page: Some("https://help.aliyun.com/document_detail/602363.html"),
        ..USUAL
    },
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
    Provider {
        name: "T-Online",
        domains: &["t-online.de", "magenta.de"],
        exchangers: &["t-online.de"],
        servers: &[
            imaps("secureimap.t-online.de"),
            pop3s("securepop.t-online.de"),
            submissions("securesmtp.t-online.de"),
            submission("securesmtp.t-online.de"),
        ],
        password: Password::Separate,
        ..USUAL
    },
    Provider {
        name: "freenet Mail",
        domains: &["freenet.de"],
        servers: &[
            imaps("mx.freenet.de"),
            imap("mx.freenet.de"),
            submissions("mx.freenet.de"),
            submission("mx.freenet.de"),
        ],
        switched_on_first: true,
        page: Some(
            "https://kundenservice.freenet.de/faq/e-mail-client-mail/pop3-imap-und-smtp-aktivieren/",
        ),
        ..USUAL
    },
    Provider {
        name: "Vodafone",
        domains: &["vodafonemail.de", "vodafone.de", "arcor.de", "kabelmail.de"],
        servers: &[
            imaps("imap.vodafonemail.de"),
            pop3s("pop3.vodafonemail.de"),
            submissions("smtp.vodafonemail.de"),
        ],
        ..USUAL
    },
    Provider {
        name: "1&1",
        domains: &[
            "online.de",
            "onlinehome.de",
            "sofortstart.de",
            "sofort-start.de",
            "sofortsurf.de",
            "sofort-surf.de",
            "go4more.de",
        ],
        servers: &[
            imaps("imap.1und1.de"),
            imap("imap.1und1.de"),
            pop3s("pop.1und1.de"),
            pop3("pop.1und1.de"),
            submissions("smtp.1und1.de"),
            submission("smtp.1und1.de"),
        ],
        ..USUAL
    },
    Provider {
        name: "IONOS",
        domains: &["ionos.de"],
        exchangers: &["kundenserver.de", "schlund.de", "ionos.de"],
        servers: &[
            imaps("imap.ionos.de"),
            imap("imap.ionos.de"),
            pop3s("pop.ionos.de"),
            pop3("pop.ionos.de"),
            submissions("smtp.ionos.de"),
            submission("smtp.ionos.de"),
        ],
        page: Some("https://www.ionos.de/hilfe/index.php?id=2490"),
        ..USUAL
    },
    Provider {
        name: "Strato",
        domains: &["strato.de"],
        exchangers: &["rzone.de"],
        servers: &[
            imaps("imap.strato.de"),
            pop3s("pop3.strato.de"),
            submissions("smtp.strato.de"),
            submission("smtp.strato.de"),
        ],
        page: Some(
            "https://www.strato.de/faq/mail/externes-e-mail-programm-mit-strato-e-mail-adresse-nutzen/",
        ),
        ..USUAL
    },
    Provider {
        name: "Hetzner",
        domains: &["your-server.de"],
        exchangers: &["your-server.de"],
        servers: &[
            imaps("mail.your-server.de"),
            submissions("mail.your-server.de"),
        ],
        ..USUAL
    },
    Provider {
        name: "mailbox.org",
        domains: &["mailbox.org"],
        exchangers: &["mailbox.org"],
        servers: &[
            imaps("imap.mailbox.org"),
            submissions("smtp.mailbox.org"),
            submission("smtp.mailbox.org"),
        ],
        password: Password::AppPasswordWithTwoSteps,
        page: Some("https://kb.mailbox.org/de/privat/e-mail/e-mail-konfiguration/"),
        ..USUAL
    },
    Provider {
        name: "Posteo",
        domains: &[
            "posteo.de",
            "posteo.net",
            "posteo.at",
            "posteo.ch",
            "posteo.eu",
            "posteo.org",
            "posteo.com",
            "posteo.us",
            "posteo.uk",
            "posteo.nl",
            "posteo.es",
            "posteo.it",
            "posteo.me",
            "posteo.jp",
        ],
        exchangers: &["posteo.de"],
        servers: &[
            imaps("posteo.de"),
            imap("posteo.de"),
            pop3s("posteo.de"),
            pop3("posteo.de"),
            submissions("posteo.de"),
            submission("posteo.de"),
        ],
        page: Some(
            "https://posteo.de/hilfe/wie-richte-ich-posteo-in-einem-mailprogramm-ein-pop3-imap-und-smtp",
        ),
        ..USUAL
    },
    Provider {
        name: "A1",
        domains: &["a1.net", "aon.at"],
        servers: &[imaps("securemail.a1.net"), submission("securemail.a1.net")],
        ..USUAL
    },
    // PDB (2021-10).
    Provider {
        name: "Infomaniak",
        domains: &["ik.me"],
        exchangers: &["infomaniak.ch", "infomaniak.com"],
        servers: &[
            imaps("mail.infomaniak.com"),
            submissions("mail.infomaniak.com"),
        ],
        ..USUAL
    },
    Provider {
        name: "Orange",
        domains: &["orange.fr", "wanadoo.fr"],
        servers: &[
            imaps("imap.orange.fr"),
            pop3s("pop.orange.fr"),
            submissions("smtp.orange.fr"),
        ],
        ..USUAL
    },
    Provider {
        name: "Free",
        domains: &["free.fr"],
        servers: &[
            imaps("imap.free.fr"),
            pop3s("pop.free.fr"),
            submissions("smtp.free.fr"),
        ],
        user_name: UserName::LocalPart,
        page: Some(
            "https://assistance.free.fr/articles/configurer-de-maniere-avancee-mon-logiciel-de-messagerie-609",
        ),
        ..USUAL
    },
    Provider {
        name: "OVH",
        domains: &["ovh.net"],
        exchangers: &["mail.ovh.net"],
        servers: &[
            imaps("ssl0.ovh.net"),
            pop3s("ssl0.ovh.net"),
            submissions("ssl0.ovh.net"),
        ],
        ..USUAL
    },
    Provider {
        name: "Virgilio",
        domains: &["virgilio.it"],
        servers: &[
            imaps("in.virgilio.it"),
            pop3s("in.virgilio.it"),
            submissions("out.virgilio.it"),
        ],
        page: Some(
            "https://aiuto.virgilio.it/articolo/mail/configurare-virgilio-mail-con-client-di-posta-imap-e-smtp/",
        ),
        ..USUAL
    },
    Provider {
        name: "Tiscali",
        domains: &["tiscali.it"],
        servers: &[
            imaps("imap.tiscali.it"),
            pop3s("pop.tiscali.it"),
            submissions("smtp.tiscali.it"),
        ],
        page: Some("https://assistenza.tiscali.it/servizi/guida/posta-elettronica/"),
        ..USUAL
    },
    Provider {
        name: "TIM",
        domains: &["tim.it"],
        servers: &[
            imap("imap.tim.it"),
            pop3("pop.tim.it"),
            submission("smtp.tim.it"),
        ],
        page: Some(
            "https://www.tim.it/assistenza/assistenza-tecnica/mail/configurazione/protocolli-posta",
        ),
        ..USUAL
    },
    Provider {
        name: "KPN",
        domains: &[
            "kpnmail.nl",
            "kpnplanet.nl",
            "planet.nl",
            "wxs.nl",
            "hetnet.nl",
            "xs4all.nl",
            "telfort.nl",
            "tiscali.nl",
        ],
        servers: &[
            imaps("imap.kpnmail.nl"),
            imap("imap.kpnmail.nl"),
            pop3s("pop.kpnmail.nl"),
            pop3("pop.kpnmail.nl"),
            submissions("smtp.kpnmail.nl"),
            submission("smtp.kpnmail.nl"),
        ],
        page: Some("https://www.kpn.com/service/internet/e-mail/instellen-laptop-pc.htm"),
        ..USUAL
    },
    Provider {
        name: "Ziggo",
        domains: &[
            "ziggo.nl",
            "ziggomail.com",
            "casema.nl",
            "upcmail.nl",
            "chello.nl",
            "home.nl",
            "quicknet.nl",
            "multiweb.nl",
        ],
        servers: &[
            imaps("imap.ziggo.nl"),
            pop3s("pop.ziggo.nl"),
            submission("smtp.ziggo.nl"),
        ],
        page: Some("https://www.ziggo.nl/klantenservice/e-mail/"),
        ..USUAL
    },
    Provider {
        name: "o2 (Poland)",
        domains: &["o2.pl", "go2.pl", "tlen.pl", "prokonto.pl"],
        servers: &[
            imaps("poczta.o2.pl"),
            pop3s("poczta.o2.pl"),
            submissions("poczta.o2.pl"),
            submission("poczta.o2.pl"),
        ],
        user_name: UserName::LocalPart,
        switched_on_first: true,
        page: Some("https://pomoc.o2.pl/aktywacja-dostepu-dla-programow-pocztowych"),
        ..USUAL
    },
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
        name: "Virgin Media (ntlworld)",
        domains: &["ntlworld.com"],
        servers: &[
            imaps("imap.ntlworld.com"),
            pop3s("pop3.ntlworld.com"),
            submissions("smtp.ntlworld.com"),
        ],
        ..USUAL
    },
    Provider {
        name: "one.com",
        domains: &["one.com"],
        exchangers: &["one.com"],
        servers: &[imaps("imap.one.com"), submissions("send.one.com")],
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
