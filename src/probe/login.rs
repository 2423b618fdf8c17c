//! Logging in, where the user wants that: once for each protocol, over a connection of its own, when every check is done.
//!
//! Nothing secret is said before TLS stands, its certificate is trusted, and the server has offered a way. There is no
//! second attempt: accounts are locked for less.

mod ask;
mod exchange;
mod opened;
mod way;

use std::time::Duration;

use tokio::time::Instant;

use super::session::{Closed, Confided, Encrypted, Opened, Opening, Session, Why};
use super::{Visit, transaction};
use crate::facts::{
    Check, Facts, Login, LoginOutcome, Method, NotTried, Tls, Transaction, TransactionOutcome,
};
use crate::failure::{CertificateProblem, Failure, Stage, Trouble};
use crate::net::Wait;
use crate::plan;
use crate::providers::{Provider, UserName};
use crate::sasl::Credentials;
use crate::service::{Protocol, Security};

/// In this order, so that one run is like another.
const PROTOCOLS: [Protocol; 3] = [Protocol::Smtp, Protocol::Imap, Protocol::Pop3];

/// Logs in wherever the checks found a server, and hands over mail where that is wanted as well.
pub(super) async fn run(
    visit: &Visit<'_>,
    facts: &Facts,
    login: &plan::Login,
) -> (Vec<Login>, Option<Transaction>) {
    let mut logins = Vec::new();
    let mut transaction = None;
    for protocol in PROTOCOLS {
        if let Some(place) = chosen(&facts.checks, protocol) {
            let attempt = Attempt::new(visit, facts, login, place);
            let (login, handed_over) = Box::pin(attempt.run()).await;
            logins.push(login);
            transaction = transaction.or(handed_over);
        }
    }
    (logins, transaction)
}

/// The check whose server is asked for a protocol: one that a mail program could go on from, rather by implicit TLS
/// (RFC 8314 section 3); else one that at least got as far as TLS, so that it is said why nothing was tried there.
fn chosen(checks: &[Check], protocol: Protocol) -> Option<usize> {
    let of_protocol = |check: &Check| {
        let service = check.endpoint.service;
        service.protocol() == protocol && !check.context && !check.skipped
    };
    let places = (0..checks.len()).filter(|place| of_protocol(&checks[*place]));
    places.min_by_key(|place| {
        let check = &checks[*place];
        let service = check.endpoint.service;
        let starttls = service.security() == Security::Starttls;
        let without_tls = check.tls.is_none();
        // Equal ones stay in the order of the output.
        let for_servers = !service.is_for_users();
        (!check.usable(), without_tls, for_servers, starttls)
    })
}

/// Why a certificate is not good enough to say a secret to its owner. The one that is pinned always is.
pub(super) fn untrusted(tls: &Tls, pinned: Option<[u8; 32]>) -> Option<Vec<CertificateProblem>> {
    let shown = tls.certificates.first().map(|one| one.sha256.as_str());
    let pinned = pinned.map(|pin| data_encoding::HEXLOWER.encode(&pin));
    let is_pinned = pinned.is_some() && pinned.as_deref() == shown;
    // Of a certificate that nobody has looked at nothing is known.
    let is_good = tls.problems.is_empty() && shown.is_some();
    (!is_good && !is_pinned).then(|| tls.problems.clone())
}

/// One attempt, and what it needs.
struct Attempt<'a> {
    opening: Opening<'a>,
    login: &'a plan::Login,
    place: usize,
    credentials: Credentials,
    began: Instant,
}

impl<'a> Attempt<'a> {
    fn new(visit: &'a Visit<'a>, facts: &'a Facts, login: &'a plan::Login, place: usize) -> Self {
        let check = &facts.checks[place];
        let host = &facts.hosts[check.host];
        let user = user_name(facts, login, check.endpoint.service.protocol());
        let opening = Opening {
            visit,
            check,
            goal: visit.goal(&host.name, check),
            server_name: visit.server_name(&host.name),
            secret: Some(Confided {
                secret: &login.secret,
                anyway: login.anyway,
            }),
        };
        Self {
            opening,
            login,
            place,
            credentials: Credentials::new(user, login.secret.clone()),
            began: Instant::now(),
        }
    }

    async fn run(self) -> (Login, Option<Transaction>) {
        let mut told = Login {
            check: self.place,
            user: self.credentials.user().to_owned(),
            method: None,
            by_token: self.login.with == plan::LoginWith::Token,
            offered: self.opening.check.auth_mechanisms.clone(),
            dialogue: Vec::new(),
            outcome: LoginOutcome::NotTried(NotTried::NoWorkingService),
            elapsed: Duration::ZERO,
        };
        let mut handed_over = None;
        told.outcome = match self.obstacle() {
            Some(why) => LoginOutcome::NotTried(why),
            None => self.connect(&mut told, &mut handed_over).await,
        };
        told.elapsed = self.began.elapsed();
        (told, handed_over.or_else(|| self.not_handed_over()))
    }

    /// What the check has shown already that forbids an attempt.
    fn obstacle(&self) -> Option<NotTried> {
        let check = self.opening.check;
        let Some(tls) = &check.tls else {
            return Some(if check.usable() {
                NotTried::Unencrypted
            } else {
                NotTried::NoWorkingService
            });
        };
        if check.came_logged_in() {
            return Some(NotTried::Preauthenticated);
        }
        if let Some(problems) = untrusted(tls, self.login.anyway) {
            return Some(NotTried::Untrusted(problems));
        }
        let untold = check.capabilities.is_none();
        untold.then_some(NotTried::NoWorkingService)
    }

    async fn connect(
        &self,
        told: &mut Login,
        handed_over: &mut Option<Transaction>,
    ) -> LoginOutcome {
        let Opening { visit, check, .. } = self.opening;
        if !check.is_placed() {
            return LoginOutcome::NotTried(NotTried::NoWorkingService);
        }
        let goal = self.opening.goal;
        let line = visit.progress.line(|| self.opening.server_name.to_owned());
        line.stage(Stage::Login);
        let Some(_turn) = visit.turn(goal).await else {
            return LoginOutcome::NotTried(NotTried::NoWorkingService);
        };
        let room = visit.seats(1).await;
        let _sitting = room.sit(1).await;
        match self.opening.open(&room).await {
            Ok(Opened::Encrypted(session)) => self.talk(*session, told, handed_over).await,
            Ok(Opened::Clear(_)) => LoginOutcome::NotTried(NotTried::Unencrypted),
            Err(Closed { why, dialogue }) => {
                told.dialogue = dialogue;
                match why {
                    Why::Obstacle(why) => LoginOutcome::NotTried(why),
                    Why::Trouble(stage, trouble) => self.failed(stage, trouble),
                }
            }
        }
    }

    async fn talk(
        &self,
        mut session: Session<Encrypted>,
        told: &mut Login,
        handed_over: &mut Option<Transaction>,
    ) -> LoginOutcome {
        told.offered.clone_from(&session.offer.mechanisms);
        let outcome = match way::choose(self.login.with, self.protocol(), &session) {
            Err(why) => LoginOutcome::NotTried(why),
            Ok(method) => {
                told.method = Some(method);
                self.log_in(&mut session, method).await
            }
        };
        let is_in = matches!(outcome, LoginOutcome::Accepted(_));
        if let Some(wanted) = self.transaction().filter(|_| is_in) {
            let talk = transaction::Talk {
                opening: &self.opening,
                wanted,
                place: self.place,
                logged_in: true,
            };
            *handed_over = Some(talk.hand_over(&mut session).await);
        }
        self.opening.leave(&mut session.talk).await;
        told.dialogue = session.talk.into_parts().1.lines();
        outcome
    }

    /// What was to be handed over, where it did not come to that.
    fn not_handed_over(&self) -> Option<Transaction> {
        let wanted = self.transaction()?;
        let outcome = TransactionOutcome::NotTried(NotTried::NotLoggedIn);
        Some(Transaction::begun(self.place, wanted, false, outcome))
    }

    fn transaction(&self) -> Option<&plan::Transaction> {
        let wanted = self.opening.visit.plan.transaction.as_ref();
        wanted.filter(|_| self.protocol() == Protocol::Smtp)
    }

    async fn log_in(&self, session: &mut Session<Encrypted>, method: Method) -> LoginOutcome {
        match ask::ask(self, session, method).await {
            Ok(ask::Answer::Accepted) => LoginOutcome::Accepted(opened::open(self, session).await),
            Ok(ask::Answer::Refused(refused)) => LoginOutcome::Refused(refused),
            Ok(ask::Answer::Broken(broken)) => LoginOutcome::Broken(broken),
            Err(trouble) => self.failed(Stage::Login, trouble),
        }
    }

    fn failed(&self, stage: Stage, trouble: Trouble) -> LoginOutcome {
        LoginOutcome::Failed(Failure::new(stage, trouble, self.began.elapsed()))
    }

    const fn protocol(&self) -> Protocol {
        self.opening.protocol()
    }

    /// A refusal may be held back on purpose, as a greeting is.
    fn patience(&self) -> Wait {
        let visit = self.opening.visit;
        visit.wait(visit.plan.limits.greeting)
    }
}

/// What stands in the field for the user name: what was typed, else the mail address as its provider has it.
fn user_name(facts: &Facts, login: &plan::Login, protocol: Protocol) -> String {
    if let Some(user) = &login.user {
        return user.clone();
    }
    let Some(mailbox) = &facts.target.mailbox else {
        return String::new();
    };
    let provider = facts.account.as_ref().and_then(|one| one.provider);
    let local = match provider.map(|(provider, _): (&Provider, _)| provider.user_name) {
        Some(UserName::LocalPart) => true,
        Some(UserName::LocalPartForReading) => protocol != Protocol::Smtp,
        Some(UserName::Address | UserName::Shown) | None => false,
    };
    if local {
        mailbox.local().to_owned()
    } else {
        mailbox.address()
    }
}
