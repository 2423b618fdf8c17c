//! Providers of Europe. A row without a word on its source stands in the ISPDB.

use super::{USUAL, imap, imaps, pop3, pop3s, submission, submissions};
use crate::providers::{Password, Provider, UserName};

/// The largest first.
pub(super) const ROWS: &[Provider] = &[
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
];
