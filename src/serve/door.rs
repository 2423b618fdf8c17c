//! Clients come in: so many at once and no more, and nobody stays who has nothing to say.

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::rc::{Rc, Weak};
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::{Notify, watch};
use tokio::task::spawn_local;
use tokio::time::{Instant, sleep};

use super::Server;
use crate::net::listen::Listener;

/// How long a client may take to ask, to read what it is told, and to think of another question.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes of what a client says at once; more are refused with 431.
const HEAD: usize = 16 * 1024;
/// Header fields of a request.
const FIELDS: usize = 64;

/// Who is in.
pub(super) struct Clients {
    most: usize,
    inside: RefCell<Vec<Weak<Client>>>,
    left: Notify,
}

/// A client that is in.
struct Client {
    /// Since when nothing is done for it; `None` while its answer is made.
    idle: Cell<Option<Instant>>,
    out: Notify,
}

impl Clients {
    /// A house for `most` clients.
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            inside: RefCell::default(),
            left: Notify::new(),
        }
    }

    /// Lets somebody in. Where the house is full, whoever has been idle longest leaves; where all are busy, one of them has
    /// to be done first.
    async fn enter(&self) -> Rc<Client> {
        loop {
            let left = self.left.notified();
            let inside = self.inside();
            if inside.len() < self.most {
                let client = Rc::new(Client {
                    idle: Cell::new(Some(Instant::now())),
                    out: Notify::new(),
                });
                self.inside.borrow_mut().push(Rc::downgrade(&client));
                return client;
            }
            let idle = inside.iter().filter(|client| client.idle.get().is_some());
            if let Some(longest) = idle.min_by_key(|client| client.idle.get()) {
                longest.out.notify_one();
            }
            drop(inside);
            left.await;
        }
    }

    fn inside(&self) -> Vec<Rc<Client>> {
        let mut inside = self.inside.borrow_mut();
        inside.retain(|client| client.strong_count() > 0);
        inside.iter().filter_map(Weak::upgrade).collect()
    }

    /// Shows everybody out who has been idle for too long, again and again.
    pub(super) async fn watch(&self, server: &Server) {
        loop {
            sleep(Duration::from_secs(1)).await;
            let inside = self.inside();
            let count = u64::try_from(inside.len()).unwrap_or(u64::MAX);
            server.metrics().clients.set(count);
            for client in &inside {
                if client
                    .idle
                    .get()
                    .is_some_and(|since| since.elapsed() > PATIENCE)
                {
                    client.out.notify_one();
                }
            }
            server.sweep();
        }
    }

    /// Waits until everybody is gone.
    pub(super) async fn all_gone(&self) {
        loop {
            let left = self.left.notified();
            if self.inside().is_empty() {
                return;
            }
            left.await;
        }
    }
}

/// Lets clients in, until this is dropped. `ending` tells those inside to come to an end.
pub(super) async fn keep(
    listener: &Listener,
    clients: &Rc<Clients>,
    server: &Rc<Server>,
    ending: &watch::Receiver<bool>,
) {
    loop {
        match listener.accept().await {
            Ok(stream) => {
                let client = clients.enter().await;
                let (clients, server) = (Rc::clone(clients), Rc::clone(server));
                let ending = ending.clone();
                spawn_local(async move {
                    // A client that does not keep to the protocol is its own affair.
                    let _ = talk(stream, &client, &server, ending).await;
                    drop(client);
                    clients.left.notify_waiters();
                });
            }
            // A client that was gone before it came in, or no descriptor for it: later there may be one.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn talk(
    stream: TcpStream,
    client: &Rc<Client>,
    server: &Rc<Server>,
    ending: watch::Receiver<bool>,
) -> io::Result<()> {
    match server.tls() {
        None => answer(stream, client, server, ending).await,
        Some(tls) => {
            let stream = tokio::select! {
                stream = tls.accept(stream) => stream?,
                () = client.out.notified() => return Ok(()),
            };
            answer(stream, client, server, ending).await
        }
    }
}

async fn answer<S>(
    stream: S,
    client: &Rc<Client>,
    server: &Rc<Server>,
    mut ending: watch::Receiver<bool>,
) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + 'static,
{
    let service = service_fn(|request: Request<Incoming>| async move {
        client.idle.set(None);
        let answer = server.answer(request).await;
        client.idle.set(Some(Instant::now()));
        Ok::<Response<Full<Bytes>>, Infallible>(answer)
    });
    let connection = http1::Builder::new()
        .max_buf_size(HEAD)
        .max_headers(FIELDS)
        .half_close(false)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    loop {
        tokio::select! {
            done = &mut connection => return done.map_err(io::Error::other),
            () = client.out.notified() => return Ok(()),
            _ = ending.wait_for(|ends| *ends), if !*ending.borrow() => {
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn whoever_has_been_idle_longest_makes_room() {
        let clients = Clients::new(2);
        let first = clients.enter().await;
        sleep(Duration::from_secs(1)).await;
        let second = clients.enter().await;
        let (third, ()) = tokio::join!(clients.enter(), async {
            first.out.notified().await;
            assert!(second.idle.get().is_some());
            drop(first);
            clients.left.notify_waiters();
        });
        // Who is being answered stays.
        second.idle.set(None);
        third.idle.set(None);
        let (fourth, ()) = tokio::join!(clients.enter(), async {
            sleep(Duration::from_secs(60)).await;
            drop(third);
            clients.left.notify_waiters();
        });
        drop((second, fourth));
        clients.all_gone().await;
    }
}
