//! The attempt itself: the words of each protocol for one exchange.

use data_encoding::BASE64;
use zeroize::Zeroizing;

use super::exchange::Rounds;
use super::{Attempt, way};
use crate::facts::{Method, Refused};
use crate::failure::{Rejection, Trouble};
use crate::probe::conversation::Patience;
use crate::probe::dialogue::Heard;
use crate::probe::session::{Encrypted, Session};
use crate::probe::{imap, pop3, smtp};
use crate::sasl::{self, Broken};
use crate::secret::Secret;
use crate::service::Protocol;
use crate::wire;

/// More rounds no mechanism has.
const MAX_ROUNDS: usize = 8;

/// A command of SMTP with its line end (RFC 4954 section 4), and of POP3 (RFC 2449 section 4): with more in it, the first
/// message waits until it is asked for.
const LONGEST_COMMAND: usize = 255;

/// What came of it.
pub(super) enum Answer {
    /// The server let the user in.
    Accepted,
    /// It said no.
    Refused(Refused),
    /// It broke the rules of the mechanism.
    Broken(Broken),
}

/// Tries it.
pub(super) async fn ask(
    attempt: &Attempt<'_>,
    session: &mut Session<Encrypted>,
    method: Method,
) -> Result<Answer, Trouble> {
    let asking = Asking {
        attempt,
        protocol: attempt.protocol(),
        tag: match attempt.protocol() {
            Protocol::Imap => session.talk.tag("AUTHENTICATE"),
            Protocol::Smtp | Protocol::Pop3 => String::new(),
        },
    };
    let lines = match method {
        Method::ImapLogin => imap_login(&asking.tag, &attempt.credentials),
        Method::Apop => apop(session, &attempt.credentials),
        Method::UserPass => user_and_pass(&attempt.credentials),
        Method::Sasl(_) | Method::XOAuth2 | Method::OAuthBearer => {
            let offered = &session.offer.mechanisms;
            return match Rounds::begin(attempt, method, offered, &session.binding) {
                Some(rounds) => asking.exchange(session, method, rounds).await,
                None => Ok(Answer::Broken(Broken::Ended)),
            };
        }
    };
    asking.command(session, &lines).await
}

struct Asking<'a> {
    attempt: &'a Attempt<'a>,
    protocol: Protocol,
    /// Of IMAP.
    tag: String,
}

impl Asking<'_> {
    async fn exchange(
        &self,
        session: &mut Session<Encrypted>,
        method: Method,
        mut rounds: Rounds<'_>,
    ) -> Result<Answer, Trouble> {
        let mut waiting = self.begin(session, method, &rounds).await?;
        for _ in 0..MAX_ROUNDS {
            let challenge = match self.hear(session).await? {
                Heard::Challenge(challenge) => challenge,
                Heard::Accepted if rounds.is_proved() => return Ok(Answer::Accepted),
                Heard::Accepted => return Ok(Answer::Broken(Broken::Proof)),
                Heard::Refused(refusal) => {
                    return Ok(Answer::Refused(refused(refusal, rounds.complaint())));
                }
            };
            let answer = match (waiting.take(), challenge) {
                (_, None) => Err(Broken::Challenge),
                (Some(first), Some(_)) => Ok(first),
                (None, Some(challenge)) => rounds.answer(&challenge),
            };
            match answer {
                Ok(answer) => self.say(session, &encoded(&answer), Secret::SHOWN).await?,
                Err(broken) => return self.give_up(session, broken).await,
            }
        }
        self.give_up(session, Broken::Ended).await
    }

    /// `AUTH` or `AUTHENTICATE`, with the first message where it may stand there. Where it may not, it waits to be asked for.
    async fn begin(
        &self,
        session: &mut Session<Encrypted>,
        method: Method,
        rounds: &Rounds<'_>,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Trouble> {
        let name = method.name();
        let command = match self.protocol {
            Protocol::Smtp | Protocol::Pop3 => format!("AUTH {name}"),
            Protocol::Imap => format!("{} AUTHENTICATE {name}", self.tag),
        };
        let may_begin = match self.protocol {
            Protocol::Smtp | Protocol::Pop3 => true,
            // RFC 4959.
            Protocol::Imap => wire::keyword(&session.offer.words, "SASL-IR").is_some(),
        };
        let first = rounds.first();
        let shown = first.as_ref().map(|message| encoded(message));
        let fits = |text: &Zeroizing<String>| command.len() + 3 + text.len() <= LONGEST_COMMAND;
        let Some(text) = shown.filter(|text| may_begin && fits(text)) else {
            session.talk.send(&command, self.attempt.patience()).await?;
            return Ok(first);
        };
        let line = Zeroizing::new(format!("{command} {}", text.as_str()));
        let shown = format!("{command} {}", Secret::SHOWN);
        session.talk.guard_also(&text);
        self.say(session, &line, &shown).await?;
        Ok(None)
    }

    async fn say(
        &self,
        session: &mut Session<Encrypted>,
        line: &str,
        shown: &str,
    ) -> Result<(), Trouble> {
        let wait = self.attempt.patience();
        // An empty answer is no secret, and tells whoever reads along what was said.
        if line.is_empty() {
            return session.talk.send(line, wait).await;
        }
        let line = Secret::new(line);
        session.talk.send_secret(&line, shown, wait).await
    }

    async fn hear(&self, session: &mut Session<Encrypted>) -> Result<Heard, Trouble> {
        let patience = Patience::from(self.attempt.patience());
        match self.protocol {
            Protocol::Smtp => smtp::answer_to_login(&mut session.talk, patience).await,
            Protocol::Pop3 => pop3::answer_to_login(&mut session.talk, patience).await,
            Protocol::Imap => imap::answer_to_login(&mut session.talk, &self.tag, patience).await,
        }
    }

    /// Ends an exchange that makes no sense (RFC 4954 section 4, RFC 9051 section 6.2.2, RFC 5034 section 4).
    async fn give_up(
        &self,
        session: &mut Session<Encrypted>,
        broken: Broken,
    ) -> Result<Answer, Trouble> {
        session.talk.send("*", self.attempt.patience()).await?;
        // Whatever the server says to that changes nothing.
        let _ = self.hear(session).await;
        Ok(Answer::Broken(broken))
    }

    /// LOGIN, USER and PASS, APOP: a line after the other.
    async fn command(
        &self,
        session: &mut Session<Encrypted>,
        lines: &[Said],
    ) -> Result<Answer, Trouble> {
        let last = lines.len().saturating_sub(1);
        for (place, (line, shown)) in lines.iter().enumerate() {
            self.say(session, line, shown).await?;
            match self.hear(session).await? {
                Heard::Accepted if place == last => return Ok(Answer::Accepted),
                Heard::Accepted | Heard::Challenge(_) if place < last => {}
                Heard::Accepted | Heard::Challenge(_) => break,
                Heard::Refused(refusal) => return Ok(Answer::Refused(refused(refusal, None))),
            }
        }
        Ok(Answer::Broken(Broken::Challenge))
    }
}

/// A line to be said, and what is shown of it.
type Said = (Zeroizing<String>, String);

/// LOGIN with both words quoted; what cannot be quoted goes as a literal (RFC 9051 section 4.3), which has to be waited for.
fn imap_login(tag: &str, credentials: &sasl::Credentials) -> Vec<Said> {
    let mut lines = vec![(
        Zeroizing::new(format!("{tag} LOGIN")),
        format!("{tag} LOGIN"),
    )];
    for word in [credentials.user(), credentials.secret().expose()] {
        let (line, shown) = lines
            .last_mut()
            .unwrap_or_else(|| unreachable!("one is there"));
        if let Some(quoted) = quoted(word) {
            line.push(' ');
            line.push_str(&quoted);
            shown.push(' ');
            shown.push_str(Secret::SHOWN);
        } else {
            let announced = format!(" {{{}}}", word.len());
            line.push_str(&announced);
            shown.push_str(" {...}");
            lines.push((Zeroizing::new(word.to_owned()), Secret::SHOWN.to_owned()));
        }
    }
    lines
}

/// A quoted string; `None` where a word has what it cannot hold (RFC 3501 section 9: 7-bit, no control characters).
fn quoted(word: &str) -> Option<Zeroizing<String>> {
    let can = word.len() <= 128 && word.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    can.then(|| {
        let escaped = word.replace('\\', "\\\\").replace('"', "\\\"");
        Zeroizing::new(format!("\"{escaped}\""))
    })
}

fn user_and_pass(credentials: &sasl::Credentials) -> Vec<Said> {
    let user = format!("USER {}", credentials.user());
    let pass = format!("PASS {}", credentials.secret().expose());
    vec![
        (Zeroizing::new(user), format!("USER {}", Secret::SHOWN)),
        (Zeroizing::new(pass), format!("PASS {}", Secret::SHOWN)),
    ]
}

fn apop(session: &Session<Encrypted>, credentials: &sasl::Credentials) -> Vec<Said> {
    let timestamp = way::timestamp(&session.greeting).unwrap_or_default();
    let digest = sasl::apop(&timestamp, credentials);
    let line = format!("APOP {} {digest}", credentials.user());
    vec![(Zeroizing::new(line), format!("APOP {0} {0}", Secret::SHOWN))]
}

/// What is sent for a message. An initial response that is empty is `=`, which none of these mechanisms has.
fn encoded(message: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(BASE64.encode(message))
}

fn refused(refusal: Rejection, token: Option<String>) -> Refused {
    Refused {
        reply: refusal.reply,
        permanence: refusal.permanence,
        token,
    }
}
