//! Some seconds for a server to begin, and a look at what it waits for where it does not.

use std::time::Duration;

use tokio::time::Instant;

use super::{Run, Stop};
use crate::facts::Step;
use crate::failure::{Failure, Stage, Trouble};
use crate::net::{self, Expired, dial};
use crate::probe::followup::other_mode;
use crate::wire::Text;
use crate::wire::proxy::Goal;

/// After so much silence a port for mail programs is asked whether it waits for TLS. The usual ports are known to begin
/// in clear, and a server there may have its reasons for being late.
const SILENT: Duration = Duration::from_secs(8);
/// The same on a port whose number says nothing, where a server with TLS from the first byte is as likely as a late one.
/// A lookup of the client's name that fails takes five seconds, and who waits for it is not to be disturbed.
const SILENT_ELSEWHERE: Duration = Duration::from_secs(6);

impl Run<'_> {
    /// Gives a port for mail programs some seconds to begin. Where it does not, it may wait for TLS: that is looked at
    /// on a second connection, the first being given up, for one at a time is enough. Where TLS does not bring the
    /// greeting, a third one waits for it as long as it takes.
    ///
    /// Port 25 makes strangers wait on purpose, and nobody has TLS from the first byte there.
    pub(super) async fn listen(
        &mut self,
        mut connection: dial::Dialed,
        goal: Goal<'_>,
    ) -> Result<dial::Dialed, Stop> {
        let endpoint = self.check.endpoint;
        let limit = self.visit.plan.limits.greeting;
        let silent = if endpoint.port == endpoint.service.port() {
            SILENT
        } else {
            SILENT_ELSEWHERE
        };
        if !endpoint.service.is_for_users() || limit <= silent {
            return Ok(connection);
        }
        let at = self.visit.machine.started.elapsed();
        self.line.stage(Stage::Greeting);
        let began = Instant::now();
        let first = net::within(self.visit.wait(silent), connection.stream.readable()).await;
        self.listened = began.elapsed();
        if !matches!(first, Err(Expired::Limit(_))) {
            return Ok(connection);
        }
        drop(connection);
        self.listened = Duration::ZERO;
        let look = other_mode::look(self.visit, self.room, self.server_name, goal, endpoint);
        // It is seldom asked, and takes room.
        let other = Box::pin(look).await;
        let works = other.outcome.is_ok();
        self.check.follow_ups.other_mode = Some(other);
        let again = if works {
            None
        } else {
            let again = self.visit.door.connect(goal, self.visit.step());
            again.await.ok()
        };
        again.ok_or_else(|| {
            self.check.steps.push(Step {
                stage: Stage::Greeting,
                at,
                elapsed: silent,
                ok: false,
            });
            let silence = Trouble::Clock {
                limit: silent,
                received: Text::default(),
            };
            self.note(Failure::new(Stage::Greeting, silence, silent));
            Stop
        })
    }
}
