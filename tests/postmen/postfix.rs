//! Postfix: one that takes logins and mail, at several ports that differ in what they ask for.

use std::fmt::Write as _;
use std::process::Command;

use crate::asking::{Asking, Told};
use crate::house::{Daemon, House, MAIL_USER};

/// A port of Postfix.
pub(crate) struct Port<'a> {
    pub(crate) number: u16,
    /// What differs here, in the words of master.cf: no blanks.
    pub(crate) options: &'a [&'a str],
}

/// Implicit TLS.
pub(crate) const WRAPPED: &str = "smtpd_tls_wrappermode=yes";

/// Starts it, and waits until all its ports answer.
pub(crate) fn start(house: &House, ports: &[Port<'_>], more: &str) -> Daemon {
    house.directory("postfix/config", "root", 0o755);
    house.directory("postfix/spool", "root", 0o755);
    house.directory("postfix/data", "postfix", 0o700);
    house.directory("mail", MAIL_USER.0, 0o755);
    house.write("postfix/config/main.cf", &(main_cf(house) + more));
    house.write("postfix/config/master.cf", &master_cf(ports));
    let config = house.path("postfix/config");
    let daemon = house.start(
        "postfix",
        Command::new("postfix")
            .arg("-c")
            .arg(config)
            .arg("start-fg"),
    );
    let numbers: Vec<u16> = ports.iter().map(|port| port.number).collect();
    house.wait_for_ports(&numbers);
    daemon
}

/// Asks, and waits until every client that came has left, so that all is counted.
pub(crate) fn asked(house: &House, asking: &Asking<'_>, expected: usize) -> Told {
    let before = attempts(house);
    let told = asking.told();
    house.wait_for("end of every session", || {
        let log = log(house);
        log.matches(": connect from ").count() == left(house)
    });
    let counted = attempts(house) - before;
    assert_eq!(counted, expected, "{told}\n{}", log(house));
    told
}

/// How many logins were begun so far, as Postfix counts them when a client leaves: "auth=1", and "auth=0/1" for a failure.
pub(crate) fn attempts(house: &House) -> usize {
    let log = log(house);
    let left = log
        .lines()
        .filter(|line| line.contains(": disconnect from "));
    left.filter_map(|line| {
        let count = line.split(" auth=").nth(1)?.split(' ').next()?;
        count.rsplit('/').next()?.parse::<usize>().ok()
    })
    .sum()
}

/// How many clients have left so far.
pub(crate) fn left(house: &House) -> usize {
    log(house).matches(": disconnect from ").count()
}

/// Everything that Postfix wrote.
pub(crate) fn log(house: &House) -> String {
    house.read("postfix.log")
}

fn main_cf(house: &House) -> String {
    let home = house.path("");
    let (_, id) = MAIL_USER;
    format!(
        "compatibility_level = 3.6\n\
         queue_directory = {home}postfix/spool\n\
         data_directory = {home}postfix/data\n\
         maillog_file = {home}postfix.log\n\
         maillog_file_prefixes = {home}\n\
         myhostname = mail.test\n\
         mydestination =\n\
         mynetworks = 192.0.2.0/24\n\
         inet_interfaces = 127.0.0.1\n\
         inet_protocols = ipv4\n\
         alias_maps =\n\
         smtpd_peername_lookup = no\n\
         smtpd_tls_security_level = may\n\
         smtpd_tls_auth_only = yes\n\
         smtpd_tls_chain_files = {home}good.key,{home}good.pem\n\
         smtpd_delay_reject = yes\n\
         virtual_mailbox_domains = mail.test\n\
         virtual_mailbox_base = {home}mail\n\
         virtual_mailbox_maps = inline:{{ you@mail.test=you/ full@mail.test=full/ }}\n\
         virtual_minimum_uid = 1\n\
         virtual_uid_maps = static:{id}\n\
         virtual_gid_maps = static:{id}\n\
         smtpd_relay_restrictions = permit_sasl_authenticated reject_unauth_destination\n",
        home = home.display()
    )
}

fn master_cf(ports: &[Port<'_>]) -> String {
    let mut text = String::from(
        "pickup unix n - n 60 1 pickup\n\
         cleanup unix n - n - 0 cleanup\n\
         qmgr unix n - n 300 1 qmgr\n\
         rewrite unix - - n - - trivial-rewrite\n\
         bounce unix - - n - 0 bounce\n\
         defer unix - - n - 0 bounce\n\
         trace unix - - n - 0 bounce\n\
         verify unix - - n - 1 verify\n\
         proxymap unix - - n - - proxymap\n\
         proxywrite unix - - n - 1 proxymap\n\
         anvil unix - - n - 1 anvil\n\
         scache unix - - n - 1 scache\n\
         smtp unix - - n - - smtp\n\
         relay unix - - n - - smtp\n\
         error unix - - n - - error\n\
         retry unix - - n - - error\n\
         virtual unix - n n - - virtual\n\
         tlsmgr unix - - n 1000? 1 tlsmgr\n\
         postlog unix-dgram n - n - 1 postlogd\n",
    );
    for port in ports {
        let _ = writeln!(text, "127.0.0.1:{} inet n - n - - smtpd", port.number);
        for option in port.options {
            let _ = writeln!(text, "  -o {option}");
        }
    }
    text
}
