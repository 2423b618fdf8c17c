//! The end of a check: a goodbye to whoever is still listening, and a last word to whoever never spoke.

use std::time::Duration;

use tokio::time::Instant;

use super::Run;
use crate::facts::Step;
use crate::failure::{Class, Stage, Trouble};
use crate::probe::conversation::Conversation;
use crate::probe::dialogue::{self, GOODBYE};
use crate::probe::farewell::{Duplex, see_off};

/// How long the answer to one command is waited for, said when the greeting had not come.
const LAST_WORD: Duration = Duration::from_secs(1);

impl Run<'_> {
    /// Says goodbye where the server is still listening, and keeps what was said. Nothing is said to a server that has
    /// not finished its greeting: that is what spammers do.
    pub(super) async fn leave<S: Duplex>(&mut self, mut talk: Conversation<S>) {
        if self.check.failure.is_none() {
            self.look();
        }
        if self.is_listened_to() {
            return self.say_goodbye(talk).await;
        }
        if self.heard_nothing() {
            // The connection is given up anyway. Whoever waits for the client to begin answers now.
            let name = self.visit.ehlo_name(self.server_name, self.check.local);
            let wait = self.visit.wait(LAST_WORD);
            self.check.after_silence = dialogue::begin(self.protocol, &mut talk, &name, wait).await;
        }
        self.keep(talk.take_record());
    }

    /// Whether the server has spoken, and is still there.
    fn is_listened_to(&self) -> bool {
        let failure = self.check.failure.as_ref();
        let gone = failure.is_some_and(|f| matches!(f.class, Class::Closed | Class::Reset));
        let rejected = failure.is_some_and(|f| f.class == Class::Rejected);
        (self.check.greeting.is_some() || rejected) && !gone
    }

    /// Says goodbye. The answer is waited for beside everything else, as far as there is a seat for that: nothing in the
    /// report depends on it, and the next connection to this place comes after it.
    async fn say_goodbye<S: Duplex>(&mut self, mut talk: Conversation<S>) {
        self.line.stage(Stage::Quit);
        let wait = self.visit.wait(GOODBYE);
        let at = self.visit.machine.started.elapsed();
        let start = Instant::now();
        let said = dialogue::say_goodbye(self.protocol, &mut talk, wait).await;
        self.check.steps.push(Step {
            stage: Stage::Quit,
            at,
            elapsed: start.elapsed(),
            ok: said.is_ok(),
        });
        self.keep(talk.take_record());
        // Who has let one command wait for too long is told, and not waited for again.
        let silent = self
            .check
            .failure
            .as_ref()
            .is_some_and(|f| matches!(f.class, Class::Timeout | Class::Deadline));
        if silent || said.is_err() {
            return;
        }
        let machine = self.visit.machine;
        // Where another connection follows, the place is not given away.
        let is_done = !self.visit.plan.large_hello;
        if let Some(seat) = is_done.then(|| machine.seats.spare(1)).flatten() {
            let place = (self.turn.take(), seat);
            let protocol = self.protocol;
            let see_off = |everything| see_off(everything, place, protocol, talk, wait);
            machine.partings.see_off(see_off);
        } else {
            let _ = dialogue::goodbye_answered(self.protocol, &mut talk, wait).await;
            talk.hang_up(wait).await;
        }
    }

    /// Whether the time for the greeting went by without a byte, on a connection that still stands.
    fn heard_nothing(&self) -> bool {
        self.check.failure.as_ref().is_some_and(|failure| {
            let silence = matches!(&failure.trouble, Trouble::Clock { received, .. } if received.0.is_empty());
            failure.stage == Stage::Greeting && silence && self.check.tls.is_none()
        })
    }
}
