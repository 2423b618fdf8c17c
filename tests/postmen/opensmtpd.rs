//! `OpenSMTPD`, which is unpacked and not installed: its directories are made in the mounts of the house.
//!
//! It takes mail in clear here. The 6.8 of Debian 12 keeps keys in a process of their own by means that OpenSSL 3 no longer
//! has, so that every handshake ends with the alert `internal_error`; without TLS there is no login to be tried.

use std::fs;
use std::process::Command;

use crate::asking::{Asking, Wrong, swaks};
use crate::house::{Daemon, House, unpacked};
use crate::netns::{self, run};

const PORT: u16 = 4025;

/// The users that it runs as, whose numbers nobody else has, and one who gets mail.
const USERS: &str = "opensmtpd:x:64002:64002::/var/lib/opensmtpd/empty:/bin/false\n\
     opensmtpq:x:64003:64003::/var/lib/opensmtpd/empty:/bin/false\n\
     you:x:64004:64004::/run/mailcheck-lab/you:/bin/sh\n";

fn start(house: &House) -> Daemon {
    netns::cover("/etc/passwd", |text| text + USERS);
    netns::cover("/etc/group", |text| {
        text + "opensmtpd:x:64002:\nopensmtpq:x:64003:\nyou:x:64004:\n"
    });
    let package = unpacked();
    run(Command::new("sh").args(["-euc", &format!(
        "for directory in /usr/libexec /var/lib /var/spool; do mount -t tmpfs -o mode=0755 postmen $directory; done
         mkdir -p /usr/libexec/opensmtpd /var/lib/opensmtpd/empty /var/spool/smtpd /run/mailcheck-lab/you
         chmod 0711 /var/spool/smtpd
         chown you: /run/mailcheck-lab/you
         cp -a {0}/usr/libexec/opensmtpd/. /usr/libexec/opensmtpd/",
        package.display()
    )]));
    let home = house.path("");
    let text = format!(
        "table users {{ you@mail.test = you }}\n\
         listen on 127.0.0.1 port {PORT} hostname mail.test\n\
         action \"mail\" maildir \"{home}you/mail\" virtual <users>\n\
         match from any for domain \"mail.test\" action \"mail\"\n",
        home = home.display(),
    );
    let config = house.write("smtpd.conf", &text);
    run(Command::new("chmod").arg("0600").arg(&config));
    let daemon = house.start(
        "smtpd-daemon",
        Command::new(package.join("usr/sbin/smtpd"))
            .args(["-d", "-v", "-f"])
            .arg(config),
    );
    house.wait_for_ports(&[PORT]);
    daemon
}

#[test]
#[ignore = "needs root and the package of OpenSMTPD: tests/run real"]
fn opensmtpd_takes_mail_or_says_why_not() {
    let test = "opensmtpd::opensmtpd_takes_mail_or_says_why_not";
    let Some(house) = House::enter(test, &["opensmtpd"]) else {
        return;
    };
    let _smtpd = start(&house);
    let mut wrong = Wrong::default();
    for (from, to, outcome, reply, owned) in [
        (
            "me@sender.test",
            "you@example.net",
            "refused",
            "550 Invalid recipient",
            &["recipient-unknown account"][..],
        ),
        (
            "me@sender.test",
            "nobody@mail.test",
            "refused",
            "524 5.2.4 Mailing list expansion problem",
            &["recipient-unknown account"],
        ),
        (
            "me@sender.test",
            "you@mail.test",
            "accepted",
            "250 2.1.5",
            &[],
        ),
    ] {
        let asking = Asking::of(&house, "smtp", PORT).mail(from, to);
        let told = asking.told();
        let case = format!("{from} {to}");
        wrong.hold(&case, told.mail_outcome(), outcome, &told);
        wrong.hold(&case, told.last_reply().contains(reply), true, &told);
        let mut all = told.owned();
        all.retain(|one| one != "starttls-not-offered server");
        wrong.hold(&case, all, owned, &told);
        let said = swaks(PORT, &["--from", from, "--to", to, "--quit-after", "RCPT"]);
        assert!(said.contains(told.last_reply()), "{said}\n{told}");
        asking.show(reply);
    }
}

#[test]
#[ignore = "needs root and the package of OpenSMTPD: tests/run real"]
fn opensmtpd_delivers_what_is_sent() {
    let test = "opensmtpd::opensmtpd_delivers_what_is_sent";
    let Some(house) = House::enter(test, &["opensmtpd"]) else {
        return;
    };
    let _smtpd = start(&house);
    let sent = Asking::of(&house, "smtp", PORT)
        .mail("me@sender.test", "you@mail.test")
        .with(&["--send"]);
    let told = sent.told();
    assert_eq!(told.mail_outcome(), "sent", "{told}");
    house.wait_for("delivery", || {
        fs::read_dir(house.path("you/mail/new")).is_ok_and(|all| all.count() == 1)
    });
    // The id that the server gave the message is the one that its log delivers.
    let id = told
        .last_reply()
        .split_whitespace()
        .nth(2)
        .expect("an id")
        .to_owned();
    let log = house.read("smtpd-daemon.out.log");
    assert!(log.contains(&id), "{id}\n{log}");
    sent.show("sent");
}
