//! `fleet work`: an order after the other, and a result stored for each before it is acknowledged.

mod site;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::pin::Pin;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use self::site::Site;
use super::chunk::Chunk;
use super::names::{self, ChunkName, Kept, SurveyName};
use super::office::{FleetError, Office, Told, once};
use super::piece::{self, Done, GivenUp};
use super::queue::{Order, Orders, Queue, QueueError};
use super::survey::Survey;
use crate::args;
use crate::cli::fleet::WorkArgs;
use crate::cli::meaning::{self, UsageError};
use crate::exit::WORKS;
use crate::net::interrupt;
use crate::plan::Pace;
use crate::resume;
use crate::words::{Said, Sentence};

/// Chunks that a machine has at a time, so that one slow target does not leave it idle.
const SIDE_BY_SIDE: usize = 4;
/// How often a chunk is handed out before it is given up.
const MOST_DELIVERIES: u64 = 5;
/// How long to wait where there is nothing to do.
const IDLE: Duration = Duration::from_secs(1);

/// Works until nothing is left or somebody interrupts.
pub(super) async fn run(args: &WorkArgs, office: &Office<'_>) -> Result<Told, FleetError> {
    let variable = |name: &str| std::env::var_os(name);
    meaning::without_proxy("fleet work", &variable).map_err(FleetError::usage)?;
    let only = args.survey.as_deref().map(str::parse).transpose();
    let worker = Worker {
        only: only.map_err(FleetError::usage)?,
        until_done: args.until_done,
        pace: pace(args).map_err(FleetError::usage)?,
        queue: office.patiently(async || office.queue().await).await?,
        office,
        left_alone: RefCell::default(),
        chunks: Cell::new(0),
        targets: Cell::new(0),
    };
    let ended = worker.work().await;
    (office.complain)(&worker.told());
    match interrupt::exit_code() {
        Some(code) => Ok(Told::nothing(code)),
        None => ended.map(|()| Told::nothing(WORKS)).map_err(Into::into),
    }
}

/// What each of the chunks may have that are at work side by side.
fn pace(args: &WorkArgs) -> Result<Pace, UsageError> {
    let pace = meaning::pace_of(args.jobs.as_deref(), args.rate.as_deref())?;
    let jobs = pace.jobs.div_ceil(SIDE_BY_SIDE);
    let gap = pace.gap.saturating_mul(4);
    Ok(Pace { jobs, gap, ..pace })
}

/// A machine at work.
struct Worker<'a> {
    only: Option<SurveyName>,
    until_done: bool,
    pace: Pace,
    queue: Queue,
    office: &'a Office<'a>,
    /// The surveys that are not for this machine.
    left_alone: RefCell<BTreeSet<SurveyName>>,
    chunks: Cell<u32>,
    targets: Cell<u32>,
}

impl Worker<'_> {
    async fn work(&self) -> Result<(), QueueError> {
        loop {
            let names = self.names().await?;
            let mut is_idle = true;
            for name in &names {
                is_idle &= !self.survey(name).await?;
                if interrupt::is_interrupted() {
                    return Ok(());
                }
            }
            if is_idle {
                if self.until_done && self.is_all_over(&names).await? {
                    return Ok(());
                }
                let pause = tokio::time::sleep(IDLE);
                if interrupt::unless_interrupted(pause).await.is_none() {
                    return Ok(());
                }
            }
        }
    }

    /// The surveys that there are for this machine.
    async fn names(&self) -> Result<Vec<SurveyName>, QueueError> {
        let list = async || self.queue.kept(names::ALL_SURVEYS.to_owned()).await;
        let subjects = self.office.patiently(list).await?;
        let names = subjects
            .iter()
            .filter_map(|subject| names::last(subject).parse().ok());
        let is_wanted = |name: &SurveyName| {
            let is_other = self.only.as_ref().is_some_and(|only| only != name);
            !is_other && !self.left_alone.borrow().contains(name)
        };
        let mut names: Vec<SurveyName> = names.filter(is_wanted).collect();
        names.sort_unstable();
        Ok(names)
    }

    async fn is_all_over(&self, names: &[SurveyName]) -> Result<bool, QueueError> {
        for name in names {
            let seen = async || self.office.seen(&self.queue, name).await;
            if !self.office.patiently(seen).await?.tally().is_over() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Works for a survey while there is something to do. Says whether there was.
    async fn survey(&self, name: &SurveyName) -> Result<bool, QueueError> {
        let Some(survey) = self.known(name).await? else {
            return Ok(false);
        };
        let ack_wait = Duration::from_secs(survey.ack_wait);
        let make = async || self.queue.hand_out(name, ack_wait).await;
        let orders = self.office.patiently(make).await?;
        // Whoever deletes a survey takes away where its orders are handed out.
        let Ok(Some(first)) = orders.at_once().await else {
            return Ok(false);
        };
        match Site::open(&survey) {
            Ok(site) => {
                self.shift(name, &orders, &site, first).await;
                Ok(true)
            }
            Err(why) => {
                self.leave_alone(name, why);
                self.give_back(name, &first).await;
                Ok(false)
            }
        }
    }

    /// The survey of that name, where this machine can work for it.
    async fn known(&self, name: &SurveyName) -> Result<Option<Survey>, QueueError> {
        let subject = Kept::Survey.of(name);
        let bytes = self
            .office
            .patiently(async || self.queue.read(&subject).await)
            .await?;
        let Some(bytes) = bytes else {
            return Ok(None);
        };
        let survey = Survey::read(&bytes);
        match survey.and_then(|survey| survey.asking().map(|_| survey)) {
            Ok(survey) => Ok(Some(survey)),
            Err(refusal) => {
                self.leave_alone(name, refusal.said());
                Ok(None)
            }
        }
    }

    fn leave_alone(&self, name: &SurveyName, why: Sentence) {
        self.left_alone.borrow_mut().insert(name.clone());
        (self.office.complain)(&Sentence {
            id: "fleet-left-alone",
            args: args! { "survey" => name.to_string(), "why" => why },
        });
    }

    /// Takes one order after the other, as many side by side as there may be, until there is none, or what this machine knows
    /// of itself is old.
    async fn shift(&self, name: &SurveyName, orders: &Orders, site: &Site, first: Order) {
        let mut at_work = FuturesUnordered::new();
        at_work.push(self.chunk(name, site, first));
        let mut taking: Option<Taking<'_>> = None;
        let mut is_over = false;
        loop {
            let is_full = at_work.len() >= SIDE_BY_SIDE;
            if taking.is_none() && !is_over && !is_full && !site.is_old() {
                taking = Some(Box::pin(orders.next()));
            }
            if taking.is_none() && at_work.is_empty() {
                return;
            }
            // An order that is under way is waited for: one that is dropped comes back late.
            tokio::select! {
                taken = taken(&mut taking) => {
                    taking = None;
                    match taken {
                        Ok(Some(order)) => at_work.push(self.chunk(name, site, order)),
                        Ok(None) => is_over = at_work.is_empty(),
                        // The server is away, or the survey is: that is found out from the beginning.
                        Err(_) => is_over = true,
                    }
                    is_over |= interrupt::is_interrupted();
                }
                Some(()) = at_work.next(), if !at_work.is_empty() => {
                    is_over |= interrupt::is_interrupted();
                }
            }
        }
    }

    /// Does a chunk, and says meanwhile that it is at work.
    async fn chunk(&self, name: &SurveyName, site: &Site, order: Order) {
        let outcome = tokio::select! {
            outcome = self.outcome(name, site, &order) => outcome,
            never = keep(&order, site.ack_wait / 3) => match never {},
        };
        match outcome {
            // Where the server does not hear it, the order comes again, and whoever has it then finds the result.
            Ok(true) => {
                let _ = self.office.patiently(async || order.is_done().await).await;
            }
            Ok(false) => self.give_back(name, &order).await,
            Err(error) => {
                (self.office.complain)(&error.said());
                self.give_back(name, &order).await;
            }
        }
    }

    /// Whether the chunk has ended: its results are stored, by this machine or by another one, or it is given up.
    async fn outcome(
        &self,
        name: &SurveyName,
        site: &Site,
        order: &Order,
    ) -> Result<bool, QueueError> {
        if interrupt::is_interrupted() {
            return Ok(false);
        }
        let chunk = order.chunk;
        let is_done = self.read(name, chunk, Kept::Done).await?.is_some();
        let body = self.read(name, chunk, Kept::Chunk).await?;
        let Some(body) = body.and_then(|bytes| serde_json::from_slice::<Chunk>(&bytes).ok()) else {
            // The survey was deleted: nobody wants it.
            return Ok(true);
        };
        if is_done {
            // Whoever did it may have died before it went on.
            return self.go_on(name, &body).await;
        }
        if order.deliveries > MOST_DELIVERIES {
            let given_up = GivenUp {
                deliveries: order.deliveries,
            };
            let bytes = serde_json::to_vec(&given_up).unwrap_or_default();
            return self.end(name, order, &body, Kept::Failed, bytes).await;
        }
        let Some(lines) = site.ask(&body, self.pace).await else {
            return Ok(false);
        };
        if self.read(name, chunk, Kept::Chunk).await?.is_none() {
            // It was deleted meanwhile.
            return Ok(true);
        }
        let done = self.store(name, &lines).await?;
        let bytes = serde_json::to_vec(&done).unwrap_or_default();
        let ended = self.end(name, order, &body, Kept::Done, bytes).await;
        self.chunks.set(self.chunks.get() + 1);
        self.targets.set(self.targets.get() + chunk.targets);
        ended
    }

    async fn read(
        &self,
        name: &SurveyName,
        chunk: ChunkName,
        kept: Kept,
    ) -> Result<Option<Vec<u8>>, QueueError> {
        let subject = kept.of_chunk(name, chunk);
        self.office
            .patiently(async || self.queue.read(&subject).await)
            .await
    }

    /// Stores the lines of a chunk, piece by piece.
    async fn store(&self, name: &SurveyName, lines: &str) -> Result<Done, QueueError> {
        let try_id = once();
        let mut pieces = Vec::new();
        for (number, piece) in piece::pieces(lines, self.queue.room()).enumerate() {
            let id = format!("{try_id}/{number}");
            let store = async || self.queue.store(name, piece, &id).await;
            pieces.push(self.office.patiently(store).await?);
        }
        let sum = resume::fingerprint(lines);
        Ok(Done { pieces, sum })
    }

    /// Says how a chunk ended, where nobody has, and only then lets the next one begin: a group has one visitor at a time, and
    /// whoever asks how far a survey is sees one.
    async fn end(
        &self,
        name: &SurveyName,
        order: &Order,
        body: &Chunk,
        kept: Kept,
        bytes: Vec<u8>,
    ) -> Result<bool, QueueError> {
        let subject = kept.of_chunk(name, order.chunk);
        let write = async || self.queue.write_once(subject.clone(), bytes.clone()).await;
        self.office.patiently(write).await?;
        self.go_on(name, body).await
    }

    /// Orders the chunk that goes on with an ended one, where nobody has. The order for the ended one is acknowledged after
    /// that, so it is never forgotten: whoever gets that order again comes here again.
    async fn go_on(&self, name: &SurveyName, ended: &Chunk) -> Result<bool, QueueError> {
        let Some(next) = ended.next() else {
            return Ok(true);
        };
        for kept in [Kept::Done, Kept::Failed] {
            if self.read(name, next, kept).await?.is_some() {
                return Ok(true);
            }
        }
        let id = once();
        let send = async || {
            if self.queue.is_queued(name, next).await? {
                return Ok(());
            }
            self.queue.order(name, next, &id).await
        };
        self.office.patiently(send).await?;
        Ok(true)
    }

    /// Gives an order back as a new one, for how often one was handed out tells how many machines it has cost.
    async fn give_back(&self, name: &SurveyName, order: &Order) {
        let renewed = self.queue.order(name, order.chunk, &once()).await;
        let given = match renewed {
            Ok(()) => order.is_done().await,
            Err(_) => order.give_back().await,
        };
        // Where the server does not hear it, the order comes back when its time is up.
        drop(given);
    }

    fn told(&self) -> Sentence {
        Sentence {
            id: "fleet-worked",
            args: args! { "chunks" => self.chunks.get(), "targets" => self.targets.get() },
        }
    }
}

/// An order that is asked for.
type Taking<'a> = Pin<Box<dyn Future<Output = Result<Option<Order>, QueueError>> + 'a>>;

async fn taken(taking: &mut Option<Taking<'_>>) -> Result<Option<Order>, QueueError> {
    match taking {
        Some(taking) => taking.await,
        None => std::future::pending().await,
    }
}

/// Says again and again that an order is at work.
async fn keep(order: &Order, pause: Duration) -> Infallible {
    loop {
        tokio::time::sleep(pause).await;
        order.is_at_work().await;
    }
}
