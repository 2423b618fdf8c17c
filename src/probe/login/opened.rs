//! What stands behind a login: that the server lets one in does not say that there is a mailbox.

use super::Attempt;
use crate::facts::{Opened, Refused};
use crate::failure::Rejection;
use crate::probe::session::{Encrypted, Session};
use crate::probe::{imap, pop3};
use crate::service::Protocol;
use crate::wire::{self, Text};

/// Looks, and changes nothing. A connection that fails on the way takes nothing back of the login.
pub(super) async fn open(attempt: &Attempt<'_>, session: &mut Session<Encrypted>) -> Opened {
    match attempt.protocol() {
        Protocol::Smtp => Opened::default(),
        Protocol::Pop3 => pop3(attempt, session).await,
        Protocol::Imap => imap(attempt, session).await,
    }
}

async fn pop3(attempt: &Attempt<'_>, session: &mut Session<Encrypted>) -> Opened {
    let counted = pop3::count(&mut session.talk, attempt.patience()).await;
    let (messages, refused) = told(counted.ok());
    Opened {
        messages,
        mailboxes: None,
        refused,
    }
}

async fn imap(attempt: &Attempt<'_>, session: &mut Session<Encrypted>) -> Opened {
    let wait = attempt.patience();
    if wants_to_know(session) {
        // A server that does not like the introduction says so when the mailbox is to be opened.
        let _ = imap::identify(&mut session.talk, wait).await;
    }
    let listed = imap::mailboxes(&mut session.talk, wait).await;
    let Ok(listed) = listed else {
        return Opened::default();
    };
    let (mailboxes, not_listed) = told(Some(listed));
    let examined = imap::examine(&mut session.talk, wait).await;
    let (messages, refused) = told(examined.ok());
    Opened {
        messages: messages.flatten(),
        mailboxes,
        refused: refused.or(not_listed),
    }
}

/// Coremail, which `NetEase` and others run, opens no mailbox to a program that has not said what it is.
fn wants_to_know(session: &Session<Encrypted>) -> bool {
    let takes_it = wire::keyword(&session.offer.words, "ID").is_some();
    let speaks = |line: &Text| line.to_lossy().to_ascii_lowercase().contains("coremail");
    takes_it && session.greeting.iter().any(speaks)
}

fn told<T>(answer: Option<Result<T, Rejection>>) -> (Option<T>, Option<Refused>) {
    match answer {
        None => (None, None),
        Some(Ok(value)) => (Some(value), None),
        Some(Err(refusal)) => (
            None,
            Some(Refused {
                reply: refusal.reply,
                permanence: refusal.permanence,
                token: None,
            }),
        ),
    }
}
