//! Logins by a token, at a Dovecot that asks an authorization server whether the token is good (RFC 7662).

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

use crate::asking::{Asking, Wrong};
use crate::dovecot::{Dovecot, RIGHT};
use crate::house::House;

/// Where the authorization server answers.
const PORT: u16 = 8025;

/// The only token that it calls active.
const TOKEN: &str = "ya29.a-token-that-is-good";

#[test]
#[ignore = "needs root and Dovecot: tests/run real"]
fn a_token_is_given_once_and_judged_by_its_issuer() {
    let test = "tokens::a_token_is_given_once_and_judged_by_its_issuer";
    let Some(house) = House::enter(test, &[]) else {
        return;
    };
    serve();
    let settings = house.write(
        "oauth2.conf",
        &format!(
            "introspection_url = http://127.0.0.1:{PORT}/introspect\nintrospection_mode = post\n\
             username_attribute = username\nactive_attribute = active\nactive_value = true\n"
        ),
    );
    let more = format!(
        "passdb {{\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = {}\n}}\n",
        settings.display()
    );
    let mut wrong = Wrong::default();
    for (number, mechanisms, method) in [
        (1, "xoauth2 plain", "XOAUTH2"),
        (2, "oauthbearer plain", "OAUTHBEARER"),
    ] {
        let dovecot = Dovecot {
            number,
            mechanisms,
            certificate: Some("good"),
            more: &more,
        };
        let _daemon = dovecot.start(&house);
        for (scheme, usual) in [("imaps", 993), ("pop3s", 995)] {
            let port = dovecot.port(usual);
            let case = format!("{scheme} {mechanisms}");
            let before = dovecot.attempts(&house);
            let right = Asking::of(&house, scheme, port).token(RIGHT, TOKEN);
            let told = right.told();
            wrong.hold(&case, told.outcome(), "accepted", &told);
            wrong.hold(&case, told.method(), method, &told);
            let other = Asking::of(&house, scheme, port).token(RIGHT, "expired");
            let told = other.told();
            wrong.hold(&case, told.owned(), ["token-refused account"], &told);
            house.wait_for("attempts in the log", || {
                dovecot.attempts(&house) >= before + 2
            });
            wrong.hold(&case, dovecot.attempts(&house), before + 2, &told);
            other.show(mechanisms);
        }
    }
}

/// An authorization server that ends with the test.
fn serve() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, PORT)).expect("a free port");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
}

/// Answers requests until the client has no more.
fn answer(mut stream: TcpStream) {
    let mut reader = BufReader::new(stream.try_clone().expect("a descriptor"));
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or_default() == 0 {
                return;
            }
            let line = line.to_ascii_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).expect("the body");
        let good = String::from_utf8_lossy(&body).contains(TOKEN);
        let json = if good {
            format!("{{\"active\":true,\"username\":\"{RIGHT}\"}}")
        } else {
            "{\"active\":false}".to_owned()
        };
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length:";
        let _ = write!(stream, "{head} {}\r\n\r\n{json}", json.len());
    }
}
