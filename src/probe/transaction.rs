//! The commands that hand over mail (RFC 5321 section 3.3), where the user wants that: one sender, one recipient, once. The
//! transaction is given up behind the recipient, unless a message is to be sent.

use std::fmt::Write as _;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::Instant;

use super::session::{Closed, Opened, Opening, Session, Why};
use super::{Visit, smtp};
use crate::facts::{
    Check, Exchange, Facts, MailCommand, NotTried, Refused, Transaction, TransactionOutcome,
};
use crate::failure::{Failure, Stage, Trouble};
use crate::net::{self, Wait};
use crate::plan;
use crate::service::Protocol;
use crate::wire;

/// Asks the server that a mail without a login would go to.
pub(super) async fn run(
    visit: &Visit<'_>,
    facts: &Facts,
    wanted: &plan::Transaction,
) -> Option<Transaction> {
    let place = chosen(&facts.checks)?;
    let check = &facts.checks[place];
    let began = Instant::now();
    let opening = Opening {
        visit,
        check,
        goal: visit.goal(&facts.hosts[check.host].name, check),
        server_name: visit.server_name(&facts.hosts[check.host].name),
        secret: None,
    };
    let not_tried = TransactionOutcome::NotTried(NotTried::NoWorkingService);
    let nothing = Transaction::begun(place, wanted, false, not_tried);
    if check.greeting.is_none() {
        return Some(nothing);
    }
    let goal = opening.goal;
    let line = visit.progress.line(|| opening.server_name.to_owned());
    line.stage(Stage::Transaction);
    let Some(_turn) = visit.turn(goal).await else {
        return Some(nothing);
    };
    let room = visit.seats(1).await;
    let _sitting = room.sit(1).await;
    let opened = opening.open(&room).await;
    let talk = Talk {
        opening: &opening,
        wanted,
        place,
        logged_in: false,
    };
    Some(match opened {
        Ok(Opened::Encrypted(session)) => talk.alone(*session).await,
        Ok(Opened::Clear(session)) => talk.alone(*session).await,
        Err(Closed { why, dialogue }) => {
            let outcome = match why {
                Why::Obstacle(why) => TransactionOutcome::NotTried(why),
                Why::Trouble(stage, trouble) => {
                    TransactionOutcome::Failed(Failure::new(stage, trouble, began.elapsed()))
                }
            };
            Transaction {
                dialogue,
                outcome,
                ..nothing
            }
        }
    })
}

/// The first SMTP server that works, port 25 first: whoever has no login is a server, or is known by the address.
fn chosen(checks: &[Check]) -> Option<usize> {
    let wanted = |check: &Check| {
        check.endpoint.service.protocol() == Protocol::Smtp && !check.context && !check.skipped
    };
    let places = (0..checks.len()).filter(|place| wanted(&checks[*place]));
    places.min_by_key(|place| {
        let check = &checks[*place];
        let for_users = check.endpoint.service.is_for_users();
        (!check.usable(), check.greeting.is_none(), for_users)
    })
}

/// A transaction, and what it needs.
pub(super) struct Talk<'a> {
    pub(super) opening: &'a Opening<'a>,
    pub(super) wanted: &'a plan::Transaction,
    /// The place of the check.
    pub(super) place: usize,
    pub(super) logged_in: bool,
}

impl Talk<'_> {
    /// Hands over in a session that is for nothing else.
    async fn alone<S>(&self, mut session: Session<S>) -> Transaction
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let mut told = self.hand_over(&mut session).await;
        self.opening.leave(&mut session.talk).await;
        told.dialogue = session.talk.into_parts().1.lines();
        told
    }

    /// Hands over, in a session that goes on afterwards.
    pub(super) async fn hand_over<S>(&self, session: &mut Session<S>) -> Transaction
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let accepted = TransactionOutcome::Accepted;
        let mut told = Transaction::begun(self.place, self.wanted, self.logged_in, accepted);
        told.outcome = match self.parameters(session) {
            None => TransactionOutcome::NotTried(NotTried::AddressNotAscii),
            Some(parameters) => {
                let began = Instant::now();
                let done = self
                    .commands(session, &parameters, &mut told.exchanges)
                    .await;
                done.unwrap_or_else(|trouble| {
                    let failure = Failure::new(Stage::Transaction, trouble, began.elapsed());
                    TransactionOutcome::Failed(failure)
                })
            }
        };
        told
    }

    async fn commands<S>(
        &self,
        session: &mut Session<S>,
        parameters: &str,
        exchanges: &mut Vec<Exchange>,
    ) -> Result<TransactionOutcome, Trouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let plan::Transaction { from, to, send } = self.wanted;
        let mut commands = vec![
            (MailCommand::Mail, format!("MAIL FROM:<{from}>{parameters}")),
            (MailCommand::Rcpt, format!("RCPT TO:<{to}>")),
        ];
        if *send {
            commands.push((MailCommand::Data, "DATA".to_owned()));
            let message = format!("{}\r\n.", self.message());
            commands.push((MailCommand::Message, message));
        }
        for (command, line) in commands {
            let wait = self.patience();
            let answer = match command {
                MailCommand::Message => smtp::message(&mut session.talk, &line, wait).await?,
                MailCommand::Mail | MailCommand::Rcpt | MailCommand::Data => {
                    smtp::mail_command(&mut session.talk, &line, wait).await?
                }
            };
            let reply = match &answer {
                Ok(reply) => reply.clone(),
                Err(refusal) => refusal.reply.clone(),
            };
            exchanges.push(Exchange { command, reply });
            if let Err(refusal) = answer {
                if command > MailCommand::Mail {
                    self.give_up(session).await;
                }
                let refused = Refused {
                    reply: refusal.reply,
                    permanence: refusal.permanence,
                    token: None,
                };
                return Ok(TransactionOutcome::Refused(command, refused));
            }
        }
        if *send {
            return Ok(TransactionOutcome::Sent);
        }
        self.give_up(session).await;
        Ok(TransactionOutcome::Accepted)
    }

    /// RSET; whatever the server says to that changes nothing.
    async fn give_up<S>(&self, session: &mut Session<S>)
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let wait = self.opening.visit.step();
        let _ = smtp::mail_command(&mut session.talk, "RSET", wait).await;
    }

    /// What MAIL FROM carries beside the sender. `None` where the addresses cannot be said to this server.
    fn parameters<S>(&self, session: &Session<S>) -> Option<String> {
        let offers = |word| wire::keyword(&session.offer.words, word).is_some();
        let mut parameters = String::new();
        let plan::Transaction { from, to, send } = self.wanted;
        if *send && offers("SIZE") {
            // RFC 1870 section 5: an estimate will do.
            let _ = write!(parameters, " SIZE={}", self.message().len());
        }
        if !from.is_ascii() || !to.is_ascii() {
            if !offers("SMTPUTF8") {
                return None;
            }
            parameters.push_str(" SMTPUTF8");
        }
        Some(parameters)
    }

    /// A message that says what it is. RFC 3834 section 5: nothing that answers by itself shall answer it.
    fn message(&self) -> String {
        let plan::Transaction { from, to, .. } = self.wanted;
        let author = if from.is_empty() { to } else { from };
        let domain = author.rsplit('@').next().unwrap_or_default();
        let version = env!("CARGO_PKG_VERSION");
        let started_at = self.opening.visit.machine.started_at;
        let at = OffsetDateTime::from_unix_timestamp(started_at).ok();
        let date = at
            .and_then(|at| at.format(&Rfc2822).ok())
            .unwrap_or_default();
        let host = self.opening.server_name;
        // Without random numbers the second will do: one message is sent.
        let unique = net::unique().unwrap_or_else(|| started_at.to_string());
        [
            format!("Date: {date}"),
            format!("From: <{author}>"),
            format!("To: <{to}>"),
            "Subject: Test message of mailcheck".to_owned(),
            format!("Message-ID: <{unique}@{domain}>"),
            "Auto-Submitted: auto-generated".to_owned(),
            format!("User-Agent: mailcheck/{version}"),
            "MIME-Version: 1.0".to_owned(),
            "Content-Type: text/plain; charset=us-ascii".to_owned(),
            String::new(),
            format!("mailcheck {version} sent this message to see whether {host} takes mail."),
            "Somebody who runs mailcheck asked for that. Nothing has to be done about it, and it"
                .to_owned(),
            "can be deleted.".to_owned(),
        ]
        .join("\r\n")
    }

    /// Servers look at a message before they take it, and at a recipient too.
    fn patience(&self) -> Wait {
        let visit = self.opening.visit;
        visit.wait(visit.plan.limits.greeting)
    }
}
