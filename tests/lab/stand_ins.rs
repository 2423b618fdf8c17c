//! Scripted servers in the place of Postfix and Dovecot, where this user may not be several.

use std::net::{Ipv6Addr, TcpListener};

use crate::certificates::{Certificates, Variant};
use crate::netns::Netns;
use crate::support::server::Server;

const SMTP: &str = "S: 220 mail.example.test ESMTP\nC: EHLO\nS: 250-mail.example.test\nS: 250-PIPELINING\n\
    S: 250-SIZE 10240000\n{offer}S: 250 8BITMIME\n{tls}C: QUIT\nS: 221 2.0.0 Bye";
const SMTP_STARTTLS: &str = "C: STARTTLS\nS: 220 2.0.0 Ready to start TLS\nTLS\nC: EHLO\nS: 250-mail.example.test\n\
    S: 250-PIPELINING\nS: 250-SIZE 10240000\nS: 250-AUTH PLAIN LOGIN\nS: 250 8BITMIME\n";
const POP3: &str = "S: +OK ready\nC: CAPA\nS: +OK\nS: CAPA\nS: TOP\nS: UIDL\n{offer}S: .\n{tls}C: QUIT\nS: +OK bye";
const POP3_STARTTLS: &str =
    "C: STLS\nS: +OK begin\nTLS\nC: CAPA\nS: +OK\nS: CAPA\nS: TOP\nS: UIDL\nS: SASL PLAIN\nS: .\n";

/// The dialogues of the seven ports. The tags of IMAP are those that mailcheck uses.
fn dialogue(port: u16) -> String {
    let smtp = |offer: &str, tls: &str| SMTP.replace("{offer}", offer).replace("{tls}", tls);
    let pop3 = |offer: &str, tls: &str| POP3.replace("{offer}", offer).replace("{tls}", tls);
    match port {
        25 | 587 => smtp("S: 250-STARTTLS\n", SMTP_STARTTLS),
        465 => format!("TLS\n{}", smtp("S: 250-AUTH PLAIN LOGIN\n", "")),
        110 => pop3("S: STLS\n", POP3_STARTTLS),
        995 => format!("TLS\n{}", pop3("S: SASL PLAIN\n", "")),
        143 => IMAP_STARTTLS.to_owned(),
        993 => format!("TLS\n{IMAP}"),
        _ => unreachable!("seven ports"),
    }
}

const IMAP: &str = "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\nC: a1 CAPABILITY\n\
    S: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK\nC: a4 LOGOUT\nS: * BYE\nS: a4 OK";
const IMAP_STARTTLS: &str = "S: * OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\nC: a1 CAPABILITY\n\
    S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\nS: a1 OK\nC: a2 STARTTLS\nS: a2 OK begin\nTLS\n\
    C: a3 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a3 OK\nC: a4 LOGOUT\nS: * BYE\nS: a4 OK";

/// Starts them at every address of the server; what must have nothing is shut by the rules of the network.
pub(crate) fn start(netns: &Netns, certificates: &Certificates) -> Vec<Server> {
    let tls = certificates.get(Variant::Good).server_config();
    [25, 587, 465, 110, 995, 143, 993]
        .into_iter()
        .map(|port| {
            let listener = netns
                .inside(|| TcpListener::bind((Ipv6Addr::UNSPECIFIED, port)).expect("a free port"));
            let server = Server::on(listener, &dialogue(port), Some(&tls));
            server.forgive();
            server
        })
        .collect()
}
