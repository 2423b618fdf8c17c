//! The user, or the system, wants the program to end: Ctrl-C, SIGTERM; on Windows Ctrl-Break and the closing of the window too.
//!
//! The first time everything that waits gives up, as at the deadline, and what is known is told. The second time the
//! program ends at once. A signal is the whole process's, and so is what is kept of it here.

use std::process;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use tokio::sync::Notify;

/// The signal that came first; 0 while none has come.
static SIGNAL: AtomicU8 = AtomicU8::new(0);
static COME: Notify = Notify::const_new();
/// Whether everything is told, so that the first signal may end the program.
static TOLD: AtomicBool = AtomicBool::new(false);
static LISTENING: Once = Once::new();
/// What has to be put right before a signal ends the program, while there is something.
static TO_RESTORE: Mutex<Option<Restore>> = Mutex::new(None);

type Restore = Box<dyn FnOnce() + Send>;

/// What a shell adds to the number of the signal that ended a program.
const ENDED_BY_SIGNAL: u8 = 128;
const SIGINT: u8 = 2;
const SIGTERM: u8 = 15;

/// Listens from now on. Where this system does not let us, the signal ends the program as it always did.
pub fn listen() {
    LISTENING.call_once(begin_to_listen);
}

fn begin_to_listen() {
    let (ready, listening_now) = sync_channel(1);
    // A thread of its own: a report may be written when the second signal comes.
    let listening = thread::Builder::new().name("signals".to_owned());
    // Where no thread can be made, signals do what they always do.
    let spawned = listening.spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build();
        if let Ok(runtime) = runtime {
            runtime.block_on(heed(ready));
        }
    });
    if spawned.is_ok() {
        // The thread lets go of its end where it cannot listen.
        let _ = listening_now.recv();
    }
}

async fn heed(ready: SyncSender<()>) {
    let Some(mut signals) = Signals::listen() else {
        return;
    };
    drop(ready);
    while let Some(signal) = signals.next().await {
        let restore = to_restore().take();
        if let Some(restore) = restore {
            restore();
            end_now(signal);
        }
        if is_interrupted() || TOLD.load(Ordering::SeqCst) {
            end_now(signal);
        }
        begin(signal);
    }
}

/// A signal ends the program at once while this is held, after `restore` was called: there is nothing to tell yet.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub fn restoring(restore: impl FnOnce() + Send + 'static) -> Restoring {
    *to_restore() = Some(Box::new(restore));
    listen();
    Restoring(())
}

/// See [`restoring`].
#[cfg(any(target_os = "linux", target_os = "macos"))]
#[derive(Debug)]
pub struct Restoring(());

#[cfg(any(target_os = "linux", target_os = "macos"))]
impl Drop for Restoring {
    fn drop(&mut self) {
        to_restore().take();
    }
}

fn to_restore() -> std::sync::MutexGuard<'static, Option<Restore>> {
    TO_RESTORE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends the program as Ctrl-C does.
pub fn end() {
    end_now(SIGINT);
}

/// From now on there is nothing that would have to be told before the end.
pub fn everything_is_told() {
    TOLD.store(true, Ordering::SeqCst);
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

/// Whether the program is made to end, and nobody is there who could be asked.
pub fn is_terminated() -> bool {
    SIGNAL.load(Ordering::SeqCst) == SIGTERM
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

/// The signals of this system that ask a program to end. It waits five seconds after the window was closed; what that handler does not return from is tokio's.
#[cfg(windows)]
pub struct Signals {
    interrupt: tokio::signal::windows::CtrlC,
    stop: tokio::signal::windows::CtrlBreak,
    close: tokio::signal::windows::CtrlClose,
}

#[cfg(windows)]
impl Signals {
    /// Listens from now on; `None` where this system does not let us.
    pub fn listen() -> Option<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close};
        Some(Self {
            interrupt: ctrl_c().ok()?,
            stop: ctrl_break().ok()?,
            close: ctrl_close().ok()?,
        })
    }

    /// Waits for the next one; its number.
    pub async fn next(&mut self) -> Option<u8> {
        tokio::select! {
            come = self.interrupt.recv() => come.map(|()| SIGINT),
            come = self.stop.recv() => come.map(|()| SIGINT),
            come = self.close.recv() => come.map(|()| SIGTERM),
        }
    }
}
