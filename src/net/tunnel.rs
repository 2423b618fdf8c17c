//! A connection to a server through a proxy: after the tunnel is open, what comes over the stream comes from there.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

use super::dial::{self, Dialed};
use super::tls::{self, Trust};
use super::{Stream, Wait, trouble, within};
use crate::failure::{ProxyMet, ProxyStep, ProxyTrouble, Trouble};
use crate::secret::{Echoes, Secret};
use crate::wire::proxy::{Goal, Kind, No, Proxy, http, socks};
use crate::wire::{Malformed, Text, foreign};

/// Connects to the proxy at the first of `addresses` that takes the connection, and has it connect to `goal`. Each step may
/// take as long as `wait` allows.
pub(super) async fn connect(
    addresses: &[SocketAddr],
    proxy: &Proxy,
    password: Option<&Secret>,
    goal: Goal<'_>,
    trust: &Trust,
    wait: Wait,
) -> Result<Dialed, ProxyTrouble> {
    let talk = Talk {
        proxy,
        password: password.map_or("", Secret::expose),
        wait,
    };
    let dialed = talk.reach(addresses).await?;
    let local = dialed.local;
    let unproxied = || talk.met(ProxyStep::Connect, Trouble::NotOffered);
    let tcp = dialed.stream.into_tcp().ok_or_else(unproxied)?;
    let mut stream = if proxy.kind == Kind::Https {
        Stream::to_proxy_in_tls(talk.encrypt(tcp, trust).await?)
    } else {
        Stream::to_proxy(tcp)
    };
    talk.open(&mut stream, goal).await?;
    Ok(Dialed {
        stream,
        local,
        rtt: None,
        min_rtt: None,
    })
}

/// What is said to a proxy, and what is told of it.
struct Talk<'a> {
    proxy: &'a Proxy,
    password: &'a str,
    wait: Wait,
}

impl Talk<'_> {
    async fn reach(&self, addresses: &[SocketAddr]) -> Result<Dialed, ProxyTrouble> {
        let mut first = None;
        for &address in addresses {
            match dial::connect(address, self.wait).await {
                Ok(dialed) => return Ok(dialed),
                Err(trouble) => drop(first.get_or_insert(trouble)),
            }
        }
        let nowhere = Trouble::Resolve(crate::failure::ResolveTrouble::NoData);
        Err(self.met(ProxyStep::Connect, first.unwrap_or(nowhere)))
    }

    /// Speaks TLS to the proxy. Nothing is said to one whose certificate is wrong: there may be a password in it.
    async fn encrypt(
        &self,
        stream: TcpStream,
        trust: &Trust,
    ) -> Result<tls::Encrypted<TcpStream>, ProxyTrouble> {
        let handshake = tls::handshake(stream, &self.proxy.host, trust, self.wait).await;
        let stream = handshake
            .stream
            .map_err(|trouble| self.met(ProxyStep::Tls, trouble))?;
        if handshake.tls.problems.is_empty() {
            Ok(stream)
        } else {
            let wrong = Trouble::Certificate(handshake.tls.problems);
            Err(self.met(ProxyStep::Tls, wrong))
        }
    }

    /// Has the proxy at the other end of `stream` connect to `goal`.
    async fn open<S>(&self, stream: &mut S, goal: Goal<'_>) -> Result<(), ProxyTrouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        match self.proxy.kind {
            Kind::Socks4 | Kind::Socks4a => self.by_socks_4(stream, goal).await,
            Kind::Socks5 | Kind::Socks5h => self.by_socks_5(stream, goal).await,
            Kind::Http | Kind::Https => self.by_http(stream, goal).await,
        }
    }

    async fn by_socks_4<S>(&self, stream: &mut S, goal: Goal<'_>) -> Result<(), ProxyTrouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let step = ProxyStep::Request;
        let user = self.proxy.user.as_deref().unwrap_or_default();
        let Some(request) = socks::request_4(goal, user) else {
            return Err(self.no(step, No::Ipv6));
        };
        match self.ask(step, stream, &request, socks::answer_4).await? {
            socks::GRANTED_4 => Ok(()),
            code => Err(self.no(step, No::Socks4(code))),
        }
    }

    async fn by_socks_5<S>(&self, stream: &mut S, goal: Goal<'_>) -> Result<(), ProxyTrouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let hello = socks::hello(self.proxy.user.is_some());
        let method = self
            .ask(ProxyStep::Method, stream, hello, socks::method)
            .await?;
        match (method, &self.proxy.user) {
            (socks::NO_LOGIN, _) => {}
            (socks::BY_PASSWORD, Some(user)) => self.log_in(stream, user).await?,
            (other, _) => return Err(self.no(ProxyStep::Method, No::Method(other))),
        }
        let request = socks::request(goal);
        let step = ProxyStep::Request;
        match self.ask(step, stream, &request, socks::answer).await? {
            0 => Ok(()),
            code => Err(self.no(step, No::Socks5(code))),
        }
    }

    async fn log_in<S>(&self, stream: &mut S, user: &str) -> Result<(), ProxyTrouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let login = zeroize::Zeroizing::new(socks::login(user, self.password));
        let step = ProxyStep::Login;
        match self.ask(step, stream, &login, socks::logged_in).await? {
            0 => Ok(()),
            status => Err(self.no(step, No::Login(status))),
        }
    }

    async fn by_http<S>(&self, stream: &mut S, goal: Goal<'_>) -> Result<(), ProxyTrouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        /// More answers that are none yet than anybody sends.
        const MAX_INTERIM: usize = 8;
        let step = ProxyStep::Request;
        let login = self.proxy.user.as_deref().map(|user| (user, self.password));
        let request = http::connect(goal, login);
        let mut head = self
            .ask(step, stream, request.as_bytes(), http::head)
            .await?;
        for _ in 0..MAX_INTERIM {
            if !head.is_interim() {
                break;
            }
            head = self.ask(step, stream, &[], http::head).await?;
        }
        if head.opens() {
            Ok(())
        } else {
            Err(self.no(step, No::Http(head)))
        }
    }

    /// Says something and hears the answer, in no more time than a step has.
    async fn ask<S, T>(
        &self,
        step: ProxyStep,
        stream: &mut S,
        words: &[u8],
        parse: impl Fn(&[u8]) -> Result<Option<(T, usize)>, Malformed>,
    ) -> Result<T, ProxyTrouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let mut received = Vec::new();
        let asked = within(self.wait, async {
            // A proxy that has hung up may have said why before.
            let said = say(stream, words).await;
            let heard = hear(stream, parse, &mut received, self.wait).await;
            match (said, heard) {
                (Err(trouble), Err(Trouble::Closed { received })) if received.0.is_empty() => {
                    Err(trouble)
                }
                (_, heard) => heard,
            }
        });
        let asked = asked.await;
        let received = Text(received);
        let answer = asked.unwrap_or_else(|expired| Err(expired.trouble(received)));
        answer.map_err(|trouble| self.met(step, trouble))
    }

    fn no(&self, step: ProxyStep, no: No) -> ProxyTrouble {
        self.told(step, ProxyMet::No(no))
    }

    fn met(&self, step: ProxyStep, trouble: Trouble) -> ProxyTrouble {
        self.told(step, ProxyMet::Trouble(Box::new(trouble)))
    }

    fn told(&self, step: ProxyStep, mut met: ProxyMet) -> ProxyTrouble {
        self.hide_password(&mut met);
        ProxyTrouble {
            kind: self.proxy.kind,
            step,
            login: self.proxy.user.is_some(),
            met,
        }
    }
}

impl Talk<'_> {
    /// Takes the password out of what a proxy sent back, in the forms in which it was told.
    fn hide_password(&self, met: &mut ProxyMet) {
        let Some(user) = self
            .proxy
            .user
            .as_deref()
            .filter(|_| !self.password.is_empty())
        else {
            return;
        };
        let password = Secret::new(self.password);
        let both = Secret::new(format!("{user}:{}", self.password));
        let (password, both) = (Echoes::of(&password), Echoes::of(&both));
        let hide = |bytes: &mut Vec<u8>| {
            both.hide(bytes);
            password.hide(bytes);
        };
        match met {
            ProxyMet::No(No::Http(head)) => {
                hide(&mut head.status.0);
                // A word that has it is no word of anybody's. Schemes are kept in small letters, as base64 is not.
                let known = ["basic", "digest", "ntlm", "negotiate", "kerberos", "bearer"];
                head.schemes
                    .retain(|scheme| known.contains(&scheme.as_str()));
                let reason = head.reason.take().map(String::into_bytes);
                let untouched = reason.filter(|reason| {
                    let mut copy = reason.clone();
                    hide(&mut copy);
                    copy == *reason
                });
                head.reason = untouched.and_then(|reason| String::from_utf8(reason).ok());
            }
            ProxyMet::Trouble(trouble) => {
                if let Trouble::Malformed { received, .. }
                | Trouble::Closed { received }
                | Trouble::Clock { received, .. } = &mut **trouble
                {
                    hide(&mut received.0);
                }
            }
            ProxyMet::No(_) => {}
        }
    }
}

async fn say<S>(stream: &mut S, bytes: &[u8]) -> Result<(), Trouble>
where
    S: AsyncWrite + Unpin,
{
    let said = async {
        stream.write_all(bytes).await?;
        stream.flush().await
    };
    said.await.map_err(|error| trouble(&error, Text::default()))
}

/// Reads until `parse` has a value, byte by byte: what follows it is the server's.
async fn hear<S, T>(
    stream: &mut S,
    parse: impl Fn(&[u8]) -> Result<Option<(T, usize)>, Malformed>,
    received: &mut Vec<u8>,
    wait: Wait,
) -> Result<T, Trouble>
where
    S: AsyncRead + Unpin,
{
    /// Bytes that are waited for to tell what speaks in place of a proxy.
    const FOREIGN: usize = 64;
    /// How long for.
    const MOMENT: Duration = Duration::from_millis(300);
    loop {
        match parse(received) {
            Ok(Some((value, _))) => return Ok(value),
            Ok(None) => {}
            Err(_) => {
                let moment = Wait {
                    limit: MOMENT,
                    ..wait
                };
                // What it is need not be known for certain.
                let _ = within(moment, read_on(stream, received, FOREIGN)).await;
                let received = received[..received.len().min(FOREIGN * 4)].to_vec();
                return Err(Trouble::Malformed {
                    speaks: foreign::identify(&received),
                    received: Text(received),
                });
            }
        }
        match stream.read_u8().await {
            Ok(byte) => received.push(byte),
            Err(error) => return Err(trouble(&error, Text(received.clone()))),
        }
    }
}

async fn read_on<S: AsyncRead + Unpin>(stream: &mut S, received: &mut Vec<u8>, limit: usize) {
    while received.len() < limit && !received.ends_with(b"\n") {
        match stream.read_u8().await {
            Ok(byte) => received.push(byte),
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests;
