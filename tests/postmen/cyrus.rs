//! Logins at a Postfix that asks Cyrus SASL: with users of its own database, and without one, where it can check nothing.

use std::process::Command;

use crate::asking::Asking;
use crate::house::House;
use crate::netns::run;
use crate::postfix::{self, Port, WRAPPED, asked};

const USER: &str = "me@mail.test";
const PASSWORD: &str = "a password of Cyrus";
const PORT: u16 = 2465;

fn start(house: &House) -> crate::house::Daemon {
    let ports = [Port {
        number: PORT,
        options: &["smtpd_sasl_auth_enable=yes", WRAPPED],
    }];
    let more = "smtpd_sasl_type = cyrus\nsmtpd_sasl_local_domain = mail.test\n";
    postfix::start(house, &ports, more)
}

/// Gives Cyrus SASL its user. It reads `/etc/sasldb2`, and the house has an `/etc` of its own for that.
fn enrol(house: &House) {
    let script = format!(
        "cp -a /etc/. {etc} && mount --bind {etc} /etc
         printf %s '{PASSWORD}' | saslpasswd2 -p -c -u mail.test me
         chgrp postfix /etc/sasldb2 && chmod 0640 /etc/sasldb2",
        etc = house.directory("etc", "root", 0o755).display()
    );
    run(Command::new("sh").args(["-euc", &script]));
}

#[test]
#[ignore = "needs root, Postfix and Cyrus SASL: tests/run real"]
fn cyrus_lets_in_who_knows_the_password() {
    let test = "cyrus::cyrus_lets_in_who_knows_the_password";
    let Some(house) = House::enter(test, &[]) else {
        return;
    };
    enrol(&house);
    let _postfix = start(&house);
    let right = Asking::of(&house, "submissions", PORT).login(USER, PASSWORD);
    let told = asked(&house, &right, 1);
    assert_eq!(told.outcome(), "accepted", "{told}");
    assert!(told.method().starts_with("SCRAM-"), "{told}");
    let wrong = Asking::of(&house, "submissions", PORT).login(USER, "another one");
    let told = asked(&house, &wrong, 1);
    assert_eq!(told.outcome(), "refused", "{told}");
    assert!(told.refusal().starts_with("535 5.7.8"), "{told}");
    assert_eq!(told.owned(), ["login-refused account"], "{told}");
}

#[test]
#[ignore = "needs root, Postfix and Cyrus SASL: tests/run real"]
fn cyrus_without_its_users_is_at_fault() {
    let test = "cyrus::cyrus_without_its_users_is_at_fault";
    let Some(house) = House::enter(test, &[]) else {
        return;
    };
    let _postfix = start(&house);
    let asking = Asking::of(&house, "submissions", PORT).login(USER, PASSWORD);
    let told = asked(&house, &asking, 1);
    let generic = "454 4.7.0 Temporary authentication failure: generic failure";
    assert_eq!(told.refusal(), generic, "{told}");
    assert_eq!(told.owned(), ["login-server-failure server"], "{told}");
    asking.show("no users");
}
