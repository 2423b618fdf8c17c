//! Exim, which is unpacked and not installed.

use std::fs;
use std::process::Command;

use crate::asking::{Asking, Wrong, swaks};
use crate::house::{Daemon, House, unpacked};
use crate::netns::run;

const PORT: u16 = 3025;

/// Relays for nobody, verifies the sender, and delivers to one person.
fn start(house: &House) -> Daemon {
    house.directory("exim", "Debian-exim", 0o755);
    house.directory("exim/mail", "Debian-exim", 0o755);
    let home = house.path("");
    // Where its user may start it anew, with the rights that an installation gives it.
    let program = house.path("exim4");
    run(Command::new("install")
        .args(["-m", "4755"])
        .arg(unpacked().join("usr/sbin/exim4"))
        .arg(&program));
    let text = format!(
        "primary_hostname = mail.test\n\
         exim_path = {program}\n\
         spool_directory = {home}exim/spool\n\
         log_file_path = {home}exim/%slog\n\
         pid_file_path = {home}exim/exim.pid\n\
         local_interfaces = 127.0.0.1\n\
         daemon_smtp_ports = {PORT}\n\
         tls_advertise_hosts = *\n\
         tls_certificate = {home}good.pem\n\
         tls_privatekey = {home}good.key\n\
         host_lookup =\n\
         rfc1413_query_timeout = 0s\n\
         keep_environment =\n\
         never_users =\n\
         trusted_users = Debian-exim\n\
         auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}\n\
         acl_smtp_rcpt = recipient\n\
         acl_smtp_data = content\n\
         begin acl\n\
         recipient:\n\
         \x20 deny message = relay not permitted\n\
         \x20      !domains = mail.test\n\
         \x20      !authenticated = *\n\
         \x20 require verify = sender\n\
         \x20 accept authenticated = *\n\
         \x20 require verify = recipient\n\
         \x20 accept\n\
         content:\n\
         \x20 accept\n\
         begin routers\n\
         people:\n\
         \x20 driver = accept\n\
         \x20 domains = mail.test\n\
         \x20 local_parts = you : me\n\
         \x20 transport = maildir\n\
         begin transports\n\
         maildir:\n\
         \x20 driver = appendfile\n\
         \x20 directory = {home}exim/mail/$local_part_data\n\
         \x20 maildir_format\n\
         \x20 user = Debian-exim\n\
         begin retry\n\
         begin rewrite\n\
         begin authenticators\n\
         plain:\n\
         \x20 driver = plaintext\n\
         \x20 public_name = PLAIN\n\
         \x20 server_prompts = :\n\
         \x20 server_condition = ${{if and{{{{eq{{$auth2}}{{me}}}}{{eq{{$auth3}}{{secret}}}}}}}}\n\
         \x20 server_set_id = $auth2\n\
         login:\n\
         \x20 driver = plaintext\n\
         \x20 public_name = LOGIN\n\
         \x20 server_prompts = <| Username: | Password:\n\
         \x20 server_condition = ${{if and{{{{eq{{$auth1}}{{me}}}}{{eq{{$auth2}}{{secret}}}}}}}}\n\
         \x20 server_set_id = $auth1\n",
        home = home.display(),
        program = program.display(),
    );
    let config = house.write("exim.conf", &text);
    let daemon = house.start(
        "exim-daemon",
        Command::new(program).arg("-C").arg(config).arg("-bdf"),
    );
    house.wait_for_ports(&[PORT]);
    daemon
}

#[test]
#[ignore = "needs root and the package of Exim: tests/run real"]
fn exim_takes_mail_or_says_why_not() {
    let test = "exim::exim_takes_mail_or_says_why_not";
    let Some(house) = House::enter(test, &["exim4-daemon-light"]) else {
        return;
    };
    let _exim = start(&house);
    let mut wrong = Wrong::default();
    for (from, to, outcome, reply, owned) in [
        (
            "me@mail.test",
            "you@example.net",
            "refused",
            "550 relay not permitted",
            &["relay-denied account"][..],
        ),
        (
            "me@mail.test",
            "nobody@mail.test",
            "refused",
            "550 Unrouteable address",
            &["recipient-unknown account"],
        ),
        (
            "nobody@mail.test",
            "you@mail.test",
            "refused",
            "550 Sender verify failed",
            &["sender-rejected account"],
        ),
        (
            "me@mail.test",
            "you@mail.test",
            "accepted",
            "250 Accepted",
            &[],
        ),
        ("<>", "you@mail.test", "accepted", "250 Accepted", &[]),
    ] {
        let asking = Asking::of(&house, "smtp", PORT).mail(from, to);
        let told = asking.told();
        let case = format!("{from} {to}");
        wrong.hold(&case, told.mail_outcome(), outcome, &told);
        wrong.hold(&case, told.last_reply().contains(reply), true, &told);
        wrong.hold(&case, told.owned(), owned, &told);
        // Another program is told the same.
        let said = swaks(PORT, &["--from", from, "--to", to, "--quit-after", "RCPT"]);
        let last = told.last_reply().lines().last().unwrap_or_default();
        assert!(said.contains(last), "{last}\n{said}");
        asking.show(reply);
    }
}

#[test]
#[ignore = "needs root and the package of Exim: tests/run real"]
fn exim_lets_its_user_in_and_delivers() {
    let test = "exim::exim_lets_its_user_in_and_delivers";
    let Some(house) = House::enter(test, &["exim4-daemon-light"]) else {
        return;
    };
    let _exim = start(&house);
    let wrong = Asking::of(&house, "smtp", PORT).login("me", "wrong");
    let told = wrong.told();
    assert_eq!(told.owned(), ["login-refused account"], "{told}");
    let failures = house.read("exim/mainlog");
    assert_eq!(
        failures
            .matches("535 Incorrect authentication data")
            .count(),
        1,
        "{failures}"
    );
    wrong.show("wrong");
    let right = Asking::of(&house, "smtp", PORT).login("me", "secret");
    let sent = right
        .mail("me@mail.test", "you@mail.test")
        .with(&["--send"]);
    let told = sent.told();
    assert_eq!(
        (told.outcome().as_str(), told.mail_outcome()),
        ("accepted", "sent"),
        "{told}"
    );
    let (_, id) = told.last_reply().split_once("id=").expect("an id");
    house.wait_for("delivery", || {
        let log = house.read("exim/mainlog");
        log.lines()
            .any(|line| line.contains(id) && line.contains("=> you"))
    });
    let mails = fs::read_dir(house.path("exim/mail/you/new")).expect("a maildir");
    assert_eq!(mails.count(), 1);
    sent.show("sent");
}
