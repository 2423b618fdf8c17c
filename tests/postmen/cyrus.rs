//! Logins at a Postfix that asks Cyrus SASL, which has no users here: it offers what it knows, and can check nothing.

use crate::asking::Asking;
use crate::house::House;
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
