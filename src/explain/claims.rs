//! What a program claims of a login that never took place.
//!
//! A program whose connection fails while it logs in says that the login failed, or that the password should be checked. Only
//! a server can have refused one, so such a headline gives way to the cause that stands beside it, whichever of them comes first.

use crate::codes::phrases::{Means, kerberos};
use crate::codes::reply::ReplyText;
use crate::codes::socket::Condition;

use super::weigh::is_of_tls;
use super::{Kind, Reading};

/// Whether a sentence says of a login what a program says of each that did not come about.
pub(super) fn is_claim(means: Means) -> bool {
    matches!(
        means,
        Means::Reply(ReplyText::CredentialsRefused | ReplyText::TokenRefused)
    )
}

/// Takes out what a program claims where the cause is told, and a cause where a server has the last word.
pub(super) fn settle(readings: &mut Vec<Reading>, flat: &str) {
    let refused = ReplyText::CredentialsRefused.words();
    if readings.iter().any(is_by_server) {
        // The program tried a ticket first, and was refused by the server for something else.
        if readings.iter().any(|reading| reading.words == refused) {
            readings.retain(|reading| !is_of_kerberos(reading));
        }
        return;
    }
    if is_a_login_denied(readings, flat) {
        let denied = Condition::AccessDenied.words();
        readings.retain(|reading| reading.words != denied);
    }
    if is_refused_and_over(readings, flat) {
        readings.retain(|reading| {
            reading.words != refused && (!is_end(reading) || reading.kind.is_system())
        });
        readings.insert(0, Reading::new(Kind::ReplyText, "", refused));
        return;
    }
    let cause = readings.iter().any(is_cause);
    if cause {
        readings.retain(|reading| reading.words != refused);
    }
    if cause && !says(flat, ISSUER) {
        let token = ReplyText::TokenRefused.words();
        readings.retain(|reading| reading.words != token);
    }
}

/// What those say that issue tokens, when they refuse to.
const ISSUER: &[&str] = &["aadsts", "invalid_grant", "expired or revoked"];

fn says(flat: &str, words: &[&str]) -> bool {
    words.iter().any(|word| flat.contains(word))
}

/// Words that name the refusal itself. Programs say them of a login that a server refused, and seldom of others.
const REFUSED: &[&str] = &[
    "invalid username or password",
    "invalid user name or password",
    "invalid user or password",
    "incorrect username or password",
    "incorrect user name or password",
    "wrong username or password",
    "username or password is incorrect",
    "user name or password is incorrect",
    "username and password not accepted",
    "user name or password rejected",
    "bad username or password",
    "bad username / password",
    "bad credentials",
    "invalid credentials",
    "invalid password",
    "incorrect password",
    "wrong password for",
];

/// Whether a login was refused in so many words, and all that stands beside it is that the connection ended: servers hang up
/// on whoever they refuse, so that the one is no cause of the other. Where no connection came about, none can have refused.
fn is_refused_and_over(readings: &[Reading], flat: &str) -> bool {
    let mut causes = readings.iter().filter(|reading| is_cause(reading));
    let has_ended = readings.iter().any(is_end);
    has_ended && causes.all(is_end) && says(flat, REFUSED) && !says(flat, ADVICE)
}

/// Words of somebody who only guesses.
const ADVICE: &[&str] = &[
    "possib",
    "perhaps",
    "maybe",
    "may be",
    "might",
    "make sure",
    "check ",
    "verify ",
];

/// Whether a reading says no more than that a connection which stood has ended.
fn is_end(reading: &Reading) -> bool {
    let conditions = [Condition::ConnectionReset, Condition::ConnectionAborted];
    let is_system = reading.kind.is_system()
        && conditions
            .iter()
            .any(|ended| reading.words == ended.words());
    is_system
        || matches!(
            reading.words.as_str(),
            "code-phrase-hung-up" | "finding-tls-closed"
        )
}

/// Whether a reading is what a server said, and not only what a sentence says of it.
fn is_by_server(reading: &Reading) -> bool {
    reading.kind.is_answer() && reading.kind != Kind::ReplyText
}

/// Whether a reading tells why no login took place.
fn is_cause(reading: &Reading) -> bool {
    reading.kind.is_system()
        || is_of_kerberos(reading)
        || is_of_no_session(reading)
        || (reading.kind == Kind::Finding && (is_of_tls(reading) || is_silence(reading)))
}

/// Whether a connection was not made, or ended without a word of the server.
fn is_of_no_session(reading: &Reading) -> bool {
    matches!(
        reading.words.as_str(),
        "code-phrase-connect-failed" | "code-phrase-hung-up"
    )
}

fn is_silence(reading: &Reading) -> bool {
    matches!(
        reading.words.as_str(),
        "finding-reply-timeout" | "finding-silent-service"
    )
}

fn is_of_kerberos(reading: &Reading) -> bool {
    reading.words.starts_with(kerberos::UNKNOWN)
}

/// "Login failed: Permission denied": that is said of a login, where no connection is spoken of.
fn is_a_login_denied(readings: &[Reading], flat: &str) -> bool {
    let refused = ReplyText::CredentialsRefused.words();
    let denied = |reading: &Reading| {
        reading.kind == Kind::SystemMessage && reading.words == Condition::AccessDenied.words()
    };
    let claimed = readings.iter().any(|reading| reading.words == refused);
    claimed && readings.iter().any(denied) && !says(flat, &["connect", "socket", "errno", "(13)"])
}
