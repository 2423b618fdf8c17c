//! Providers of China. A row without a word on its source stands in the ISPDB.

use super::{USUAL, imaps, pop3s, submission, submissions};
use crate::providers::{Password, Provider};

/// The largest first.
pub(super) const ROWS: &[Provider] = &[
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
];
