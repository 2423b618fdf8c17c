//! A mail host that people log in to: it greets, says what it offers, and answers logins as its test wants. It counts
//! attempts, and keeps every line that it heard.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use data_encoding::BASE64;
use ring::{digest, hmac, pbkdf2};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// The user that the host knows.
pub const USER: &str = "someone@mail.test";

/// What the user types: letters that base64, quoting and URLs change.
pub const PASSWORD: &str = "tr0ub4dor & \"3\" \\ köln%/+";

/// How a host answers a login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It lets the user in who knows the password.
    Fair,
    /// It says this to everybody.
    Says(&'static str),
    /// It quotes what it was told, as servers do with lines that they do not understand.
    Quotes,
    /// Its proof of knowing the password is wrong.
    Cheats,
    /// It lets everybody in without a proof.
    ProvesNothing,
    /// It ends the connection.
    HangsUp,
    /// It asks for something that is no base64.
    Babbles,
    /// It asks for a thousand million rounds of hashing.
    WantsRounds,
    /// It complains of a token in JSON, and refuses when that is received.
    ComplainsOfTheToken,
}

/// What a host speaks, and how.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    pub scheme: &'static str,
    /// Mechanisms, separated by blanks.
    pub offer: &'static str,
    pub mood: Mood,
    /// What answers the first command behind an IMAP or POP3 login; empty for a healthy mailbox.
    pub mailbox: &'static str,
}

impl Role {
    pub const fn new(scheme: &'static str, offer: &'static str, mood: Mood) -> Self {
        Self {
            scheme,
            offer,
            mood,
            mailbox: "",
        }
    }
}

/// The host. It ends with the value.
pub struct MailHost {
    port: u16,
    role: Role,
    heard: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
    acceptor: Option<JoinHandle<()>>,
}

impl MailHost {
    /// Begins on a free port of 127.0.0.1.
    pub fn begin(role: Role, tls: &Arc<ServerConfig>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        listener.set_nonblocking(true).expect("non-blocking");
        let port = listener.local_addr().expect("an address").port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let stop = Arc::new(AtomicBool::new(false));
        let acceptor = {
            let (heard, stop, tls) = (Arc::clone(&heard), Arc::clone(&stop), Arc::clone(tls));
            thread::spawn(move || {
                while !stop.load(Ordering::SeqCst) {
                    match listener.accept() {
                        Ok((stream, _)) => guest(stream, role, &tls, &heard),
                        Err(_) => thread::sleep(Duration::from_millis(2)),
                    }
                }
            })
        };
        Self {
            port,
            role,
            heard,
            stop,
            acceptor: Some(acceptor),
        }
    }

    pub fn url(&self) -> String {
        format!("{}://127.0.0.1:{}", self.role.scheme, self.port)
    }

    /// Every line that was heard.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no panic while locked").clone()
    }

    /// How often somebody began to log in.
    pub fn attempts(&self) -> usize {
        let words = ["AUTH ", "AUTHENTICATE ", "LOGIN ", "PASS ", "APOP "];
        let heard = self.heard();
        let begins = |line: &&String| {
            let command = match self.role.scheme {
                "imaps" => line.split_once(' ').map_or("", |(_, rest)| rest),
                _ => line.as_str(),
            };
            words.iter().any(|word| command.starts_with(word))
        };
        heard.iter().filter(begins).count()
    }
}

impl Drop for MailHost {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
    }
}

type Stream = StreamOwned<ServerConnection, TcpStream>;

fn guest(stream: TcpStream, role: Role, tls: &Arc<ServerConfig>, heard: &Mutex<Vec<String>>) {
    stream.set_nonblocking(false).expect("blocking");
    let limit = Some(Duration::from_secs(30));
    stream.set_read_timeout(limit).expect("a timeout");
    let connection = ServerConnection::new(Arc::clone(tls)).expect("a connection");
    let stream = StreamOwned::new(connection, stream);
    let mut talk = Talk {
        stream: BufReader::new(stream),
        role,
        heard,
        tag: String::new(),
        logged_in: false,
    };
    // A guest who goes early is the test's affair.
    let _ = talk.serve();
    talk.stream.get_mut().conn.send_close_notify();
    let _ = talk.stream.get_mut().flush();
}

struct Talk<'a> {
    stream: BufReader<Stream>,
    role: Role,
    heard: &'a Mutex<Vec<String>>,
    tag: String,
    logged_in: bool,
}

/// The guest has gone.
struct Gone;

impl Talk<'_> {
    fn serve(&mut self) -> Result<(), Gone> {
        self.say(match self.role.scheme {
            "submissions" => "220 mail.test ESMTP",
            "pop3s" => "+OK ready <1896.697170952@mail.test>",
            _ => "* OK ready",
        })?;
        loop {
            let line = self.hear()?;
            let command = self.command(&line);
            let word = command.split(' ').next().unwrap_or_default().to_owned();
            match word.as_str() {
                "EHLO" => self.offer_smtp()?,
                "CAPA" => self.offer_pop3()?,
                "CAPABILITY" => {
                    let words = self.role.offer.split(' ').filter(|word| !word.is_empty());
                    let words: String = words.map(imap_word).collect();
                    self.say(&format!("* CAPABILITY IMAP4rev1{words}"))?;
                    self.yes("done")?;
                }
                "QUIT" => return self.yes("bye"),
                "LOGOUT" => {
                    self.say("* BYE")?;
                    return self.yes("bye");
                }
                "AUTH" | "AUTHENTICATE" => self.mechanism(&command)?,
                "LOGIN" => {
                    let quoted = PASSWORD.replace('\\', "\\\\").replace('"', "\\\"");
                    let literal = command.ends_with('}');
                    let good = if literal {
                        self.say("+ go on")?;
                        self.hear()? == PASSWORD
                    } else {
                        command.ends_with(&format!("\"{quoted}\""))
                    };
                    self.decide(good, &command)?;
                }
                "USER" => self.yes("and the password")?,
                "PASS" => self.decide(command == format!("PASS {PASSWORD}"), &command)?,
                "APOP" => self.decide(command.starts_with(&format!("APOP {USER} ")), &command)?,
                "STAT" | "LIST" | "EXAMINE" | "ID" if self.logged_in => self.mailbox(&word)?,
                "MAIL" | "RCPT" | "RSET" => self.say("250 2.0.0 fine")?,
                "DATA" => {
                    self.say("354 go on")?;
                    while self.hear()? != "." {}
                    self.say("250 2.0.0 queued as 4bTEST")?;
                }
                _ => self.no("what?")?,
            }
        }
    }

    fn offer_smtp(&mut self) -> Result<(), Gone> {
        self.say("250-mail.test")?;
        match self.role.offer {
            "" => self.say("250 SIZE 1000000"),
            offer => self.say(&format!("250 AUTH {offer}")),
        }
    }

    fn offer_pop3(&mut self) -> Result<(), Gone> {
        self.say("+OK")?;
        match self.role.offer {
            "" => {}
            "USER" => self.say("USER")?,
            offer => self.say(&format!("SASL {offer}"))?,
        }
        self.say(".")
    }

    fn mailbox(&mut self, word: &str) -> Result<(), Gone> {
        if !self.role.mailbox.is_empty() {
            let line = self.role.mailbox.to_owned();
            return if self.role.scheme == "imaps" {
                self.say(&format!("{} {line}", self.tag))
            } else {
                self.say(&line)
            };
        }
        match word {
            "STAT" => return self.say("+OK 3 1024"),
            "LIST" => {
                self.say("* LIST (\\HasNoChildren) \"/\" \"private matters\"")?;
                self.say("* LIST (\\HasNoChildren) \"/\" INBOX")?;
            }
            "EXAMINE" => self.say("* 23 EXISTS")?,
            _ => {}
        }
        self.yes("done")
    }

    /// A mechanism of SASL.
    fn mechanism(&mut self, command: &str) -> Result<(), Gone> {
        let mut words = command.split(' ').skip(1);
        let name = words.next().unwrap_or_default().to_owned();
        let first = words.next().map(str::to_owned);
        if let Some(command) = self.mood_before(command)? {
            return Ok(command);
        }
        match name.as_str() {
            "PLAIN" => {
                let message = self.first(first, "")?;
                let wanted = format!("\0{USER}\0{PASSWORD}");
                self.decide(message == wanted.as_bytes(), &text(&message))
            }
            "LOGIN" => {
                let user = self.ask("Username:")?;
                let password = self.ask("Password:")?;
                let good = user == USER.as_bytes() && password == PASSWORD.as_bytes();
                self.decide(good, &text(&password))
            }
            "CRAM-MD5" => {
                let answer = self.ask("<1896.697170952@mail.test>")?;
                self.decide(answer.starts_with(USER.as_bytes()), &text(&answer))
            }
            "XOAUTH2" | "OAUTHBEARER" => {
                let message = self.first(first, "")?;
                if self.role.mood == Mood::ComplainsOfTheToken {
                    let complaint =
                        r#"{"status":"400","schemes":"Bearer","scope":"https://mail.test/"}"#;
                    let receipt = self.ask(complaint)?;
                    assert!(receipt.is_empty() || receipt == b"\x01", "{receipt:?}");
                    return self.refuse("invalid credentials");
                }
                let wanted = format!("auth=Bearer {PASSWORD}");
                self.decide(text(&message).contains(&wanted), &text(&message))
            }
            "SCRAM-SHA-256" | "SCRAM-SHA-256-PLUS" => {
                let message = self.first(first, "")?;
                self.scram(&text(&message))
            }
            _ => self.no("no such mechanism"),
        }
    }

    /// Moods that need not know which mechanism it is.
    fn mood_before(&mut self, command: &str) -> Result<Option<()>, Gone> {
        match self.role.mood {
            Mood::HangsUp => Err(Gone),
            Mood::Babbles => {
                self.challenge_raw("%%%")?;
                let given_up = self.hear()?;
                assert_eq!(given_up, "*", "after {command}");
                self.no("given up").map(Some)
            }
            _ => Ok(None),
        }
    }

    fn first(&mut self, first: Option<String>, challenge: &str) -> Result<Vec<u8>, Gone> {
        match first {
            Some(first) => Ok(BASE64.decode(first.as_bytes()).expect("base64")),
            None => self.ask(challenge),
        }
    }

    /// RFC 5802, from the side of the server.
    fn scram(&mut self, first: &str) -> Result<(), Gone> {
        let bare = &first[first.find("n=").expect("a user")..];
        let nonce = bare.split(",r=").nth(1).expect("a nonce");
        let (salt, rounds) = (*b"pepper and salt!", 4096);
        let asked = match self.role.mood {
            Mood::WantsRounds => 1_000_000_000,
            _ => rounds,
        };
        let server_first = format!("r={nonce}ours,s={},i={asked}", BASE64.encode(&salt));
        let last = match self.ask_or_star(&server_first)? {
            Some(last) => text(&last),
            None => return self.no("given up"),
        };
        let without_proof = last.split(",p=").next().expect("a proof");
        let message = format!("{bare},{server_first},{without_proof}");
        let rounds = std::num::NonZeroU32::new(rounds).expect("not nought");
        let mut salted = [0; 32];
        let sha256 = pbkdf2::PBKDF2_HMAC_SHA256;
        pbkdf2::derive(sha256, rounds, &salt, PASSWORD.as_bytes(), &mut salted);
        let sign = |key: &[u8], bytes: &[u8]| {
            let key = hmac::Key::new(hmac::HMAC_SHA256, key);
            hmac::sign(&key, bytes).as_ref().to_vec()
        };
        let client_key = sign(&salted, b"Client Key");
        let stored = digest::digest(&digest::SHA256, &client_key);
        let signature = sign(stored.as_ref(), message.as_bytes());
        let proof: Vec<u8> = client_key
            .iter()
            .zip(&signature)
            .map(|(a, b)| a ^ b)
            .collect();
        let good = last.ends_with(&format!(",p={}", BASE64.encode(&proof)));
        match self.role.mood {
            Mood::ProvesNothing => return self.accept(),
            Mood::Says(_) | Mood::Quotes => return self.decide(good, &last),
            _ if !good => return self.refuse("wrong"),
            _ => {}
        }
        let mut server = sign(&sign(&salted, b"Server Key"), message.as_bytes());
        if self.role.mood == Mood::Cheats {
            server[0] ^= 1;
        }
        match self.ask_or_star(&format!("v={}", BASE64.encode(&server)))? {
            Some(nothing) => {
                assert!(nothing.is_empty(), "{nothing:?}");
                self.accept()
            }
            None => self.no("given up"),
        }
    }

    fn decide(&mut self, good: bool, told: &str) -> Result<(), Gone> {
        match self.role.mood {
            Mood::HangsUp => Err(Gone),
            Mood::Says(line) => self.refuse_with(line),
            Mood::Quotes => {
                let encoded = BASE64.encode(told.as_bytes());
                self.refuse(&format!("what is {told}? or {encoded}? or {PASSWORD}?"))
            }
            _ if good => self.accept(),
            _ => self.refuse("wrong password"),
        }
    }

    fn accept(&mut self) -> Result<(), Gone> {
        self.logged_in = true;
        match self.role.scheme {
            "submissions" => self.say("235 2.7.0 welcome"),
            _ => self.yes("welcome"),
        }
    }

    fn refuse(&mut self, why: &str) -> Result<(), Gone> {
        match self.role.scheme {
            "submissions" => self.say(&format!("535 5.7.8 {why}")),
            "pop3s" => self.say(&format!("-ERR [AUTH] {why}")),
            _ => self.say(&format!("{} NO [AUTHENTICATIONFAILED] {why}", self.tag)),
        }
    }

    /// `line` as it stands; of IMAP behind the tag.
    fn refuse_with(&mut self, line: &str) -> Result<(), Gone> {
        match self.role.scheme {
            "imaps" => self.say(&format!("{} {line}", self.tag)),
            _ => self.say(line),
        }
    }

    fn yes(&mut self, what: &str) -> Result<(), Gone> {
        match self.role.scheme {
            "submissions" => self.say(&format!("221 2.0.0 {what}")),
            "pop3s" => self.say(&format!("+OK {what}")),
            _ => self.say(&format!("{} OK {what}", self.tag)),
        }
    }

    fn no(&mut self, what: &str) -> Result<(), Gone> {
        match self.role.scheme {
            "submissions" => self.say(&format!("501 5.5.2 {what}")),
            "pop3s" => self.say(&format!("-ERR {what}")),
            _ => self.say(&format!("{} BAD {what}", self.tag)),
        }
    }

    fn ask(&mut self, challenge: &str) -> Result<Vec<u8>, Gone> {
        self.ask_or_star(challenge)?.ok_or(Gone)
    }

    fn ask_or_star(&mut self, challenge: &str) -> Result<Option<Vec<u8>>, Gone> {
        self.challenge_raw(&BASE64.encode(challenge.as_bytes()))?;
        let answer = self.hear()?;
        Ok((answer != "*").then(|| BASE64.decode(answer.as_bytes()).expect("base64")))
    }

    fn challenge_raw(&mut self, challenge: &str) -> Result<(), Gone> {
        let sign = match self.role.scheme {
            "submissions" => "334",
            _ => "+",
        };
        self.say(&format!("{sign} {challenge}"))
    }

    /// The command without its tag, which is kept.
    fn command(&mut self, line: &str) -> String {
        match (self.role.scheme, line.split_once(' ')) {
            ("imaps", Some((tag, command))) => {
                tag.clone_into(&mut self.tag);
                command.to_owned()
            }
            _ => line.to_owned(),
        }
    }

    fn say(&mut self, line: &str) -> Result<(), Gone> {
        let stream = self.stream.get_mut();
        let written = stream.write_all(format!("{line}\r\n").as_bytes());
        written.and_then(|()| stream.flush()).map_err(|_| Gone)
    }

    fn hear(&mut self) -> Result<String, Gone> {
        let mut line = String::new();
        let mut bounded = self.stream.by_ref().take(65_536);
        match bounded.read_line(&mut line) {
            Ok(0) | Err(_) => Err(Gone),
            Ok(_) => {
                let line = line.trim_end_matches(['\r', '\n']).to_owned();
                let mut heard = self.heard.lock().expect("no panic while locked");
                heard.push(line.clone());
                Ok(line)
            }
        }
    }
}

/// Words that are no mechanism stand as they are.
fn imap_word(word: &str) -> String {
    match word {
        "LOGINDISABLED" | "SASL-IR" | "ID" => format!(" {word}"),
        mechanism => format!(" AUTH={mechanism}"),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
