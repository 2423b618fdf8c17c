//! `mailcheck serve`: an exporter that is asked. Prometheus names a target with each scrape, a person names it in a form.
//!
//! ```text
//! door      clients come in: so many at once, none for ever
//! request   what a request says, and whose page asks
//! answer    what is answered
//! allow     which targets may be asked about
//! probes    the checks, as many at once as may be, one for all who ask the same
//! settings  what the files say: modules, web_config
//! ```
//!
//! Everything here runs in one thread. Nobody is logged in: a module has no option for it.

mod allow;
mod answer;
mod auth;
mod door;
mod front_page;
mod metrics;
mod modules;
mod probes;
mod request;
mod settings;
mod web_config;
mod wrong;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::{join, select_all};
use tokio::sync::watch;
use tokio::time::sleep;

use self::allow::Allow;
use self::answer::Speech;
use self::auth::Keeper;
use self::door::Clients;
use self::front_page::Recent;
use self::metrics::Metrics;
use self::probes::Probes;
use self::settings::Settings;
use crate::args;
use crate::cli::ServeArgs;
use crate::net::interrupt::Signals;
use crate::net::listen::Listener;
use crate::net::tls::serving::Serving;
use crate::words::{self, Lang, Said, Sentence};

/// How long those who wait for an answer may still wait when the program is asked to end.
const GRACE: Duration = Duration::from_secs(10);
/// Targets on the page.
const RECENT: usize = 50;
/// Seats that clients have at the most; a seat is good for two of them.
const SEATS: usize = 128;

/// What is wrong with the options of `serve`.
#[derive(Debug)]
pub struct ServeError(Sentence);

impl Said for ServeError {
    fn said(&self) -> Sentence {
        self.0.clone()
    }
}

/// Answers whoever asks, until the program is asked to end. `log` is told what happens.
pub async fn run(
    args: &ServeArgs,
    lang: Lang,
    log: impl Fn(&Sentence) + 'static,
) -> Result<(), ServeError> {
    run_until(args, lang, Box::new(log))
        .await
        .map_err(ServeError)
}

async fn run_until(
    args: &ServeArgs,
    lang: Lang,
    log: Box<dyn Fn(&Sentence)>,
) -> Result<(), Sentence> {
    let options = Options::read(args)?;
    let settings = Settings::load(args, 0, None)?;
    let listeners = args.listen.iter().map(|typed| listener(typed));
    let listeners: Vec<Listener> = listeners.collect::<Result<_, _>>()?;
    let is_open = listeners.iter().any(|one| !one.address.ip().is_loopback());
    let allow = allow::read(&args.allow, is_open)?;
    let mut signals = Signals::listen();
    let server = Rc::new(Server::new(args, lang, options, settings, allow, log));
    server.begin(&listeners);
    // The clients' descriptors are not there for checks.
    let seats = server.seats();
    let room = seats.take(SEATS.min(seats.number() / 3).max(1)).await;
    let clients = Rc::new(Clients::new(2 * SEATS.min(seats.number() / 3).max(4)));
    let (end, ending) = watch::channel(false);
    let doors = listeners
        .iter()
        .map(|listener| Box::pin(door::keep(listener, &clients, &server, &ending)));
    tokio::select! {
        _ = select_all(doors) => {}
        () = clients.watch(&server) => {}
        () = server.reload_on_signal() => {}
        () = asked_to_end(signals.as_mut()) => {}
    }
    drop(listeners);
    server.end();
    // Nobody is left to hear of it where no client is there.
    let _ = end.send(true);
    let done = join(clients.all_gone(), server.probes.all_landed());
    tokio::select! {
        _ = done => {}
        () = sleep(GRACE) => {}
        () = asked_to_end(signals.as_mut()) => {}
    }
    drop(room);
    server.tell("serve-ended");
    Ok(())
}

/// Waits for the signal; for ever where this system does not let us, and the signal ends the program as it always did.
async fn asked_to_end(signals: Option<&mut Signals>) {
    match signals {
        Some(signals) => {
            if signals.next().await.is_none() {
                future::pending::<()>().await;
            }
        }
        None => future::pending().await,
    }
}

/// What the numbers among the options mean.
struct Options {
    jobs: usize,
    keep: Duration,
    offset: Duration,
    names: Vec<String>,
}

impl Options {
    fn read(args: &ServeArgs) -> Result<Self, Sentence> {
        let jobs = args.jobs.trim().parse().ok();
        let jobs = jobs.filter(|jobs| (1..=1000).contains(jobs));
        let own = crate::net::own_name();
        let short = own.as_deref().and_then(|own| own.split('.').next());
        let names = args.name.iter().map(|name| name.trim().to_owned());
        Ok(Self {
            jobs: jobs.ok_or_else(|| about("serve-jobs", &args.jobs))?,
            keep: seconds(&args.keep).ok_or_else(|| about("serve-keep", &args.keep))?,
            offset: seconds(&args.timeout_offset)
                .ok_or_else(|| about("serve-offset", &args.timeout_offset))?,
            names: names
                .chain(own.clone())
                .chain(short.map(str::to_owned))
                .collect(),
        })
    }
}

fn about(id: &'static str, value: &str) -> Sentence {
    Sentence {
        id,
        args: args! { "value" => value },
    }
}

/// A number of seconds from none to an hour.
fn seconds(value: &str) -> Option<Duration> {
    // A comma is the decimal point of half the world.
    let value = value
        .trim()
        .trim_end_matches(['s', 'S'])
        .replacen(',', ".", 1);
    let seconds: f64 = value.parse().ok()?;
    let range = 0.0..=3600.0;
    range
        .contains(&seconds)
        .then(|| Duration::from_secs_f64(seconds))
}

/// Listens where `typed` says: `127.0.0.1:9825`, `[::1]:9825`, `localhost:9825`, or `:9825` for every address.
fn listener(typed: &str) -> Result<Listener, Sentence> {
    let text = typed.trim();
    let wrong = || about("serve-listen", typed);
    let opened = if let Some(port) = text.strip_prefix(':') {
        Listener::everywhere(port.parse().map_err(|_| wrong())?)
    } else {
        let text = match text.strip_prefix("localhost:") {
            Some(port) => format!("127.0.0.1:{port}"),
            None => text.to_owned(),
        };
        let address: SocketAddr = text.parse().map_err(|_| wrong())?;
        Listener::at(address)
    };
    opened.map_err(|error| Sentence {
        id: "serve-cannot-listen",
        args: args! { "address" => text, "why" => words::of_file(&error) },
    })
}

/// The server, which all connections share.
struct Server {
    args: ServeArgs,
    lang: Lang,
    log: Box<dyn Fn(&Sentence)>,
    speech: Speech,
    /// `None` where every target may be asked about.
    allow: Option<Allow>,
    names: Vec<String>,
    offset: Duration,
    settings: RefCell<Rc<Settings>>,
    keeper: Keeper,
    metrics: Rc<Metrics>,
    probes: Rc<Probes>,
    recent: RefCell<VecDeque<Recent>>,
    ending: Cell<bool>,
}

impl Server {
    fn new(
        args: &ServeArgs,
        lang: Lang,
        options: Options,
        settings: Settings,
        allow: Option<Allow>,
        log: Box<dyn Fn(&Sentence)>,
    ) -> Self {
        let metrics = Rc::new(Metrics::default());
        let probes = Probes::new(options.jobs, options.keep, Rc::clone(&metrics));
        Self {
            args: args.clone(),
            lang,
            log,
            speech: Speech::default(),
            allow,
            names: options.names,
            offset: options.offset,
            settings: RefCell::new(Rc::new(settings)),
            keeper: Keeper::default(),
            metrics,
            probes: Rc::new(probes),
            recent: RefCell::default(),
            ending: Cell::default(),
        }
    }

    /// Says that it begins, and where.
    fn begin(&self, listeners: &[Listener]) {
        let now = crate::net::unix_time();
        self.metrics.started.set(now);
        self.metrics.configuration.set((true, now));
        let scheme = if self.tls().is_some() {
            "https"
        } else {
            "http"
        };
        for listener in listeners {
            let url = format!("{scheme}://{}/", listener.address);
            (self.log)(&Sentence {
                id: "serve-listens",
                args: args! { "url" => url },
            });
        }
        if self.allow.as_ref().is_some_and(Allow::is_empty) {
            self.tell("serve-nothing-allowed");
        }
    }

    fn settings(&self) -> Rc<Settings> {
        Rc::clone(&self.settings.borrow())
    }

    fn tls(&self) -> Option<Serving> {
        self.settings.borrow().tls.clone()
    }

    fn seats(&self) -> crate::net::seats::Seats {
        let settings = self.settings.borrow();
        let mut modules = settings.modules.values();
        // There is always one, and all share them.
        modules.next().map_or_else(
            || crate::net::seats::Seats::new(1),
            |ready| ready.machine.seats.clone(),
        )
    }

    fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    fn sweep(&self) {
        self.probes.sweep();
    }

    fn end(&self) {
        self.ending.set(true);
        self.tell("serve-ends");
    }

    fn is_ending(&self) -> bool {
        self.ending.get()
    }

    fn tell(&self, id: &'static str) {
        (self.log)(&words::plain_sentence(id));
    }

    /// Reads the files again. Where one makes no sense, what was read before stays.
    fn reload(&self) -> Result<(), Sentence> {
        let before = self.settings();
        let machine = before.modules.values().next();
        let machine = machine.map(|ready| &*ready.machine);
        let read = Settings::load(&self.args, before.generation + 1, machine);
        let (_, when) = self.metrics.configuration.get();
        match read {
            Ok(settings) => {
                *self.settings.borrow_mut() = Rc::new(settings);
                let now = crate::net::unix_time();
                self.metrics.configuration.set((true, now));
                self.tell("serve-reloaded");
                Ok(())
            }
            Err(why) => {
                self.metrics.configuration.set((false, when));
                let said = Sentence {
                    id: "serve-not-reloaded",
                    args: args! { "why" => why },
                };
                (self.log)(&said);
                Err(said)
            }
        }
    }

    /// Reads the files again with each SIGHUP, where there is such a thing.
    async fn reload_on_signal(&self) {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            if let Ok(mut hang_up) = signal(SignalKind::hangup()) {
                while hang_up.recv().await.is_some() {
                    // What is wrong has been told.
                    let _ = self.reload();
                }
            }
        }
        future::pending::<()>().await;
    }

    fn remember(&self, asked: Recent) {
        let mut recent = self.recent.borrow_mut();
        let is_same = |other: &Recent| {
            let (one, other) = (&other.query, &asked.query);
            (&one.target, &one.module, &one.service)
                == (&other.target, &other.module, &other.service)
        };
        recent.retain(|other| !is_same(other));
        recent.push_front(asked);
        recent.truncate(RECENT);
    }

    fn recent(&self) -> Vec<Recent> {
        self.recent.borrow().iter().cloned().collect()
    }
}
