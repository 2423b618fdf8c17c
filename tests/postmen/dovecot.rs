//! Dovecot: IMAP, POP3, and the logins of Postfix.

use std::process::Command;

use crate::house::{Daemon, House, MAIL_USER};

/// The password of everybody whom Dovecot knows.
pub(crate) const PASSWORD: &str = "correct horse, batterie \"ö\"";

/// Who logs in, gets in, and has a mailbox with nothing in it.
pub(crate) const RIGHT: &str = "right@mail.test";

/// Whose mailbox belongs to root.
pub(crate) const SHUT_OUT: &str = "shut-out@mail.test";

/// Who is known, and may not log in.
pub(crate) const NO_LOGIN: &str = "no-login@mail.test";

/// Who is known, may not log in, and is told why.
pub(crate) const TOLD_WHY: &str = "told-why@mail.test";

/// What that one is told. A file of users has no blanks in its fields, so that it comes from the environment.
const REASON: &str = "Your account has been suspended, please call us.";

/// Who stands in the list of those to be denied.
pub(crate) const DENIED: &str = "denied@mail.test";

/// Who comes from a network that is not allowed.
pub(crate) const FROM_ELSEWHERE: &str = "from-elsewhere@mail.test";

/// What one Dovecot is like. Ports follow from its number.
pub(crate) struct Dovecot<'a> {
    /// No two have the same.
    pub(crate) number: u16,
    /// The mechanisms of SASL.
    pub(crate) mechanisms: &'a str,
    /// Which certificate it shows; none is a server without TLS.
    pub(crate) certificate: Option<&'a str>,
    /// More of its configuration.
    pub(crate) more: &'a str,
}

impl Dovecot<'_> {
    pub(crate) const fn port(&self, usual: u16) -> u16 {
        10_000 + 1000 * self.number + usual
    }

    /// Starts it, and waits until it answers.
    pub(crate) fn start(&self, house: &House) -> Daemon {
        let config = house.write(&self.file("dovecot.conf"), &self.config(house));
        house.write(&self.file("users"), &users());
        house.write(&self.file("denied"), &format!("{DENIED}:\n"));
        let (owner, _) = MAIL_USER;
        for user in [RIGHT, FROM_ELSEWHERE] {
            house.directory(&format!("mail/{user}"), owner, 0o700);
        }
        house.directory(&format!("mail/{SHUT_OUT}"), "root", 0o700);
        run_dovecot(house, &self.file("daemon"), &config, self)
    }

    /// How many attempts it counted so far.
    pub(crate) fn attempts(&self, house: &House) -> usize {
        let log = house.read(&self.file("dovecot.log"));
        log.lines()
            .filter(|line| line.contains("client in: AUTH"))
            .count()
    }

    /// What the log says, for whoever has to see why a test failed.
    pub(crate) fn log(&self, house: &House) -> String {
        house.read(&self.file("dovecot.log"))
    }

    /// A file of this one.
    pub(crate) fn file(&self, name: &str) -> String {
        format!("dovecot-{}/{name}", self.number)
    }

    fn config(&self, house: &House) -> String {
        let home = house.path(&format!("dovecot-{}", self.number));
        let ssl = match self.certificate {
            None => "ssl = no\n".to_owned(),
            Some(name) => format!(
                "ssl = yes\nssl_cert = <{0}\nssl_key = <{1}\n",
                house.path(&format!("{name}.pem")).display(),
                house.path(&format!("{name}.key")).display()
            ),
        };
        let (_, id) = MAIL_USER;
        format!(
            "base_dir = {home}/run\nstate_dir = {home}/state\ninstance_name = postmen-{number}\n\
             log_path = {home}/dovecot.log\nauth_verbose = yes\nauth_debug = yes\n\
             auth_failure_delay = 0\nimport_environment = $import_environment POSTMEN_REASON\nprotocols = imap pop3\nlisten = 127.0.0.1\n{ssl}\
             auth_mechanisms = {mechanisms}\nfirst_valid_uid = 1\nfirst_valid_gid = 1\n\
             mail_location = maildir:{mail}/%u\n\
             passdb {{\n  driver = passwd-file\n  deny = yes\n  args = {home}/denied\n}}\n\
             {more}\n\
             passdb {{\n  driver = passwd-file\n  args = scheme=PLAIN {home}/users\n}}\n\
             userdb {{\n  driver = static\n  args = uid={id} gid={id} home={mail}/%u\n}}\n\
             service imap-login {{\n  inet_listener imap {{\n    port = {imap}\n  }}\n\
             \x20 inet_listener imaps {{\n    port = {imaps}\n  }}\n}}\n\
             service pop3-login {{\n  inet_listener pop3 {{\n    port = {pop3}\n  }}\n\
             \x20 inet_listener pop3s {{\n    port = {pop3s}\n  }}\n}}\n\
             service auth {{\n  unix_listener {home}/sasl {{\n    mode = 0666\n  }}\n}}\n\
             service anvil {{\n  unix_listener anvil-auth-penalty {{\n    mode = 0\n  }}\n}}\n\
             service stats {{\n  unix_listener stats-writer {{\n    mode = 0666\n  }}\n}}\n",
            home = home.display(),
            mail = house.path("mail").display(),
            number = self.number,
            mechanisms = self.mechanisms,
            more = self.more,
            imap = self.port(143),
            imaps = if self.certificate.is_some() {
                self.port(993)
            } else {
                0
            },
            pop3 = self.port(110),
            pop3s = if self.certificate.is_some() {
                self.port(995)
            } else {
                0
            },
        )
    }
}

fn run_dovecot(house: &House, name: &str, config: &std::path::Path, of: &Dovecot<'_>) -> Daemon {
    let reason = format!("POSTMEN_REASON={REASON}");
    let mut command = Command::new("env");
    command.args([&reason, "dovecot", "-F", "-c"]).arg(config);
    let daemon = house.start(name, &mut command);
    let mut ports = vec![of.port(143), of.port(110)];
    if of.certificate.is_some() {
        ports.extend([of.port(993), of.port(995)]);
    }
    house.wait_for_ports(&ports);
    daemon
}

fn users() -> String {
    let user = |name: &str, fields: &str| format!("{name}:{{PLAIN}}{PASSWORD}::::::{fields}\n");
    [
        user(RIGHT, ""),
        user(SHUT_OUT, ""),
        user(DENIED, ""),
        user(NO_LOGIN, "nologin=y"),
        user(TOLD_WHY, "nologin=y reason=%{env:POSTMEN_REASON}"),
        user(FROM_ELSEWHERE, "allow_nets=192.0.2.0/24"),
    ]
    .concat()
}
