//! The user, or the system, wants the program to end: Ctrl-C, SIGTERM.
//!
//! The first time everything that waits gives up, as at the deadline, and what is known is told. The second time the
//! program ends at once. A signal is the whole process's, and so is what is kept of it here.

use std::process;
use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use tokio::sync::Notify;

/// The signal that came first; 0 while none has come.
static SIGNAL: AtomicU8 = AtomicU8::new(0);
static COME: Notify = Notify::const_new();

/// What a shell adds to the number of the signal that ended a program.
const ENDED_BY_SIGNAL: u8 = 128;
const SIGINT: u8 = 2;
#[cfg(unix)]
const SIGTERM: u8 = 15;

/// Listens from now on. Where this system does not let us, the signal ends the program as it always did.
pub fn listen() {
    // A thread of its own: a report may be written when the second signal comes.
    let listening = thread::Builder::new().name("signals".to_owned());
    // Where no thread can be made, signals do what they always do.
    let _ = listening.spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build();
        if let Ok(runtime) = runtime {
            runtime.block_on(heed());
        }
    });
}

async fn heed() {
    let Some(mut signals) = Signals::listen() else {
        return;
    };
    if let Some(first) = signals.next().await {
        begin(first);
    }
    if let Some(second) = signals.next().await {
        end_now(second);
    }
}

/// Marks the run as interrupted, and wakes everybody who waits.
fn begin(signal: u8) {
    SIGNAL.store(signal, Ordering::SeqCst);
    COME.notify_waiters();
}

#[expect(
    clippy::exit,
    reason = "whoever asks twice does not want to wait for what the first time left to do"
)]
fn end_now(signal: u8) {
    process::exit(i32::from(ENDED_BY_SIGNAL + signal));
}

/// The exit code of a program that the signal ended, where one has come.
pub fn exit_code() -> Option<u8> {
    match SIGNAL.load(Ordering::SeqCst) {
        0 => None,
        signal => Some(ENDED_BY_SIGNAL + signal),
    }
}

/// Whether a signal has come.
pub fn is_interrupted() -> bool {
    exit_code().is_some()
}

/// Waits for `future`; `None` where the run is interrupted before that.
pub async fn unless_interrupted<F: Future>(future: F) -> Option<F::Output> {
    let coming = COME.notified();
    if is_interrupted() {
        return None;
    }
    tokio::select! {
        biased;
        done = future => Some(done),
        () = coming => None,
    }
}

/// The signals of this system that ask a program to end.
#[cfg(unix)]
pub struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    /// Listens from now on; `None` where this system does not let us.
    pub fn listen() -> Option<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Some(Self {
            interrupt: signal(SignalKind::interrupt()).ok()?,
            terminate: signal(SignalKind::terminate()).ok()?,
        })
    }

    /// Waits for the next one; its number.
    pub async fn next(&mut self) -> Option<u8> {
        tokio::select! {
            come = self.interrupt.recv() => come.map(|()| SIGINT),
            come = self.terminate.recv() => come.map(|()| SIGTERM),
        }
    }
}

/// The signals of this system that ask a program to end.
#[cfg(windows)]
pub struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    /// Listens from now on; `None` where this system does not let us.
    pub fn listen() -> Option<Self> {
        tokio::signal::windows::ctrl_c().ok().map(Self)
    }

    /// Waits for the next one; its number.
    pub async fn next(&mut self) -> Option<u8> {
        self.0.recv().await.map(|()| SIGINT)
    }
}
