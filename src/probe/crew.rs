//! Whoever makes the visits of a run: the thread that tells of them as long as they are few, and threads beside it, one for
//! each core, where they are many.
//!
//! Each thread has a runtime of its own, and what belongs to a runtime stays on it: the sockets, the clocks of the waits, the
//! goodbyes. What the visits of a run mind together (turns, seats, answers, who rests) they mind on whichever thread they are.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;
use std::vec;

use futures_util::future::{FutureExt as _, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::{Manners, Visit, visited};
use crate::facts::Facts;
use crate::net::Machine;
use crate::net::dns::Resolver;
use crate::net::partings::PATIENCE;
use crate::plan::{Pace, Plan};
use crate::progress::Progress;
use crate::target::Target;

/// Targets of a run before threads are worth what it costs to begin one.
const FEW: usize = 16;
/// Visits that are told together, where they are over together. To wake whoever tells of them costs as much as a part of one.
const TOGETHER: usize = 16;
/// How often a thread may have told what nobody has heard yet. Then it waits, so that nothing piles up where nobody reads.
const UNTOLD: usize = 4;
/// Bytes of a thread's stack: as many as the first thread of a program has.
const STACK: usize = 8 << 20;

/// What came of a visit.
pub(super) struct Came<R> {
    /// The place of the target among the others.
    pub(super) number: usize,
    /// What is thought of it; or until when somebody rests whom it would take, and the target.
    pub(super) outcome: Result<R, (Instant, Target)>,
}

/// What the visits of a run are made with. `think` is what is made of the facts of each where they were found; `thinking`
/// makes one for another thread, for what is thought with stays where it is.
pub(super) struct Errand<'a, M, J> {
    pub(super) plan: &'a Plan,
    pub(super) machine: &'a Machine,
    pub(super) progress: &'a Progress,
    pub(super) manners: Option<&'a Arc<Manners>>,
    pub(super) thinking: M,
    pub(super) think: J,
}

impl<M, J> Errand<'_, M, J> {
    async fn visit<R>(&self, number: usize, target: Target) -> Came<R>
    where
        J: Fn(Facts) -> R,
    {
        let resolver = Resolver::of_target(self.machine, &target.host);
        let visit = Visit::begin(self.plan, self.machine, &resolver, self.progress);
        let visit = visit.minding(self.manners.map(Arc::as_ref));
        let outcome = match visited(&visit, &target).await {
            Ok(facts) => Ok((self.think)(facts)),
            Err(until) => Err((until, target)),
        };
        Came { number, outcome }
    }
}

/// How many threads the visits of a long list have at the most; one is that of the run itself.
pub fn threads(pace: Pace, machine: &Machine) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    cores.min(pace.jobs).min(machine.threads()).max(1)
}

/// Whoever makes the visits of a run.
pub(super) struct Crew<'a, M, J, R> {
    errand: &'a Errand<'a, M, J>,
    /// The visits on this thread.
    here: FuturesUnordered<LocalBoxFuture<'a, Came<R>>>,
    /// How many have begun, here or elsewhere.
    begun: usize,
    pace: Pace,
    /// The other threads, once there are so many targets.
    others: Option<Others<R>>,
}

impl<'a, M, J, R> Crew<'a, M, J, R>
where
    M: Fn() -> J + Clone + Send + 'static,
    J: Fn(Facts) -> R,
    R: Send + 'static,
{
    /// Nobody is visited yet, and there is no thread but this.
    pub(super) fn new(errand: &'a Errand<'a, M, J>, pace: Pace) -> Self {
        Self {
            errand,
            here: FuturesUnordered::new(),
            begun: 0,
            pace,
            others: None,
        }
    }

    /// How many visits are under way.
    pub(super) fn under_way(&self) -> usize {
        self.here.len() + self.others.as_ref().map_or(0, Others::under_way)
    }

    /// How long each of the threads has been at work so far, on the average.
    pub(super) fn worked(&self) -> Duration {
        let here = Handle::current().metrics().worker_total_busy_duration(0);
        let others = self.others.as_ref();
        let others = others.map_or(&[][..], |others| &others.threads);
        let away = others.iter().map(Thread::worked).sum::<Duration>();
        let many = u32::try_from(others.len()).unwrap_or(u32::MAX).max(1);
        (here + away) / many
    }

    /// Begins a visit, on the thread that has the fewest.
    pub(super) fn begin(&mut self, number: usize, target: Target) {
        self.begun += 1;
        // Where there is a line for every check, they are written from here.
        if self.begun > FEW && self.others.is_none() && !self.errand.progress.has_lines() {
            let most = threads(self.pace, self.errand.machine);
            self.others = Some(Others::none_of(most));
        }
        let errand = self.errand;
        let thread = match &mut self.others {
            Some(others) => others.who_is_next(errand),
            None => None,
        };
        match thread {
            Some(thread) => thread.begin(number, target),
            None => self.here.push(Box::pin(errand.visit(number, target))),
        }
    }

    /// Waits for the next visit that is over; `None` where none is under way.
    pub(super) async fn next(&mut self) -> Option<Came<R>> {
        let away = self.others.as_mut();
        let away = away.filter(|others| others.under_way() > 0);
        let told = async {
            match away {
                Some(others) => others.next().await,
                None => None,
            }
        };
        tokio::select! {
            biased;
            Some(came) = self.here.next() => Some(came),
            Some(came) = told => Some(came),
            else => None,
        }
    }
}

/// The threads beside the one that tells.
struct Others<R> {
    threads: Vec<Thread>,
    /// How many there are to be.
    most: usize,
    tell: mpsc::Sender<(usize, Told<R>)>,
    told: mpsc::Receiver<(usize, Told<R>)>,
    /// What has been heard last and is not passed on yet, and from whom.
    heard: (usize, vec::IntoIter<Came<R>>),
}

/// What a thread has to tell.
enum Told<R> {
    /// What came of some of its visits.
    Came(Vec<Came<R>>),
    /// It panicked.
    Fell(Box<dyn Any + Send>),
}

impl<R: Send + 'static> Others<R> {
    fn none_of(most: usize) -> Self {
        let (tell, told) = mpsc::channel(UNTOLD * most);
        Self {
            threads: Vec::new(),
            // One more beside the only core would cost and bring nothing.
            most: if most > 1 { most } else { 0 },
            tell,
            told,
            heard: (0, Vec::new().into_iter()),
        }
    }

    fn under_way(&self) -> usize {
        self.threads.iter().map(|thread| thread.visits).sum()
    }

    /// Who has the fewest visits, a new thread while all have some. `None` where there is no thread to be had.
    fn who_is_next<M, J>(&mut self, errand: &Errand<'_, M, J>) -> Option<&mut Thread>
    where
        M: Fn() -> J + Clone + Send + 'static,
        J: Fn(Facts) -> R,
    {
        let all_have_some = self.threads.iter().all(|thread| thread.visits > 0);
        if all_have_some && self.threads.len() < self.most {
            let tell = self.tell.clone();
            match Thread::begin_for(self.threads.len(), errand, tell) {
                Some(thread) => self.threads.push(thread),
                None => self.most = self.threads.len(),
            }
        }
        self.threads.iter_mut().min_by_key(|thread| thread.visits)
    }

    /// Waits for what one of them tells. Whoever panicked does so here.
    async fn next(&mut self) -> Option<Came<R>> {
        loop {
            let (which, heard) = &mut self.heard;
            if let Some(came) = heard.next() {
                self.threads[*which].visits -= 1;
                return Some(came);
            }
            match self.told.recv().await? {
                (which, Told::Came(all)) => self.heard = (which, all.into_iter()),
                (_, Told::Fell(why)) => resume_unwind(why),
            }
        }
    }
}

impl<R> Drop for Others<R> {
    /// Ends the threads, with whatever is still under way on them.
    fn drop(&mut self) {
        self.told.close();
        // No more targets can come to any of them before one is waited for.
        let threads = self.threads.drain(..).map(|thread| thread.handle);
        let ending: Vec<JoinHandle<()>> = threads.collect();
        for handle in ending {
            // What made it panic has been told, or nobody wants to know any more.
            let _ = handle.join();
        }
    }
}

/// A thread that makes visits.
struct Thread {
    targets: mpsc::UnboundedSender<(usize, Target)>,
    handle: JoinHandle<()>,
    /// Its runtime knows how long it has been at work.
    runtime: Handle,
    /// How many it has.
    visits: usize,
}

impl Thread {
    /// `None` where the system has no thread to give, or nothing for it to wait with.
    fn begin_for<M, J, R>(
        which: usize,
        errand: &Errand<'_, M, J>,
        tell: mpsc::Sender<(usize, Told<R>)>,
    ) -> Option<Self>
    where
        M: Fn() -> J + Clone + Send + 'static,
        J: Fn(Facts) -> R,
        R: Send + 'static,
    {
        let runtime = Builder::new_current_thread().enable_all().build().ok()?;
        let (targets, taken) = mpsc::unbounded_channel();
        let at_work = runtime.handle().clone();
        let (plan, machine) = (errand.plan.clone(), errand.machine.for_another_thread());
        let (manners, thinking) = (errand.manners.cloned(), errand.thinking.clone());
        let work = move || {
            let errand = Errand {
                plan: &plan,
                machine: &machine,
                // What many come to is told elsewhere.
                progress: &Progress::default(),
                manners: manners.as_ref(),
                think: thinking(),
                thinking,
            };
            stand_by(which, &runtime, &errand, taken, &tell);
        };
        let thread = thread::Builder::new().name(format!("visits-{which}"));
        let handle = thread.stack_size(STACK).spawn(work).ok()?;
        Some(Self {
            targets,
            handle,
            runtime: at_work,
            visits: 0,
        })
    }

    fn worked(&self) -> Duration {
        self.runtime.metrics().worker_total_busy_duration(0)
    }

    /// There are never more targets before a thread than are visited at once, so none has to wait to be handed over.
    fn begin(&mut self, number: usize, target: Target) {
        self.visits += 1;
        // A thread that is gone has told why.
        let _ = self.targets.send((number, target));
    }
}

/// Works until no more targets can come, and tells where that goes wrong.
fn stand_by<M, J, R>(
    which: usize,
    runtime: &Runtime,
    errand: &Errand<'_, M, J>,
    targets: mpsc::UnboundedReceiver<(usize, Target)>,
    tell: &mpsc::Sender<(usize, Told<R>)>,
) where
    J: Fn(Facts) -> R,
{
    let work = async {
        work(which, errand, targets, tell).await;
        errand.machine.partings.end(PATIENCE).await;
    };
    if let Err(why) = catch_unwind(AssertUnwindSafe(|| runtime.block_on(work))) {
        // Where nobody listens, the run is over.
        let _ = tell.blocking_send((which, Told::Fell(why)));
    }
}

/// Makes visits as they are asked for. When no more can come, the run is over or nobody wants to know its end: what is still
/// under way then is left.
async fn work<M, J, R>(
    which: usize,
    errand: &Errand<'_, M, J>,
    mut targets: mpsc::UnboundedReceiver<(usize, Target)>,
    tell: &mpsc::Sender<(usize, Told<R>)>,
) where
    J: Fn(Facts) -> R,
{
    let mut visits = FuturesUnordered::new();
    loop {
        tokio::select! {
            biased;
            Some(came) = visits.next() => {
                let mut all = vec![came];
                while all.len() < TOGETHER && let Some(Some(came)) = visits.next().now_or_never() {
                    all.push(came);
                }
                if tell.send((which, Told::Came(all))).await.is_err() {
                    return;
                }
            }
            next = targets.recv() => {
                let Some((number, target)) = next else {
                    return;
                };
                visits.push(Box::pin(errand.visit(number, target)));
            }
        }
    }
}

#[cfg(test)]
mod tests;
