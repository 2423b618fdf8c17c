//! One document over HTTPS, as the policies of mail domains and the settings of mail accounts are published: one request,
//! no redirect followed, nothing sent but the name of the host and the path.

use http_body_util::{BodyExt, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HOST, LOCATION, USER_AGENT};
use hyper::{Request, Response, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};

use super::tls::{self, Trust};
use super::{Door, Expired, Wait, within};
use crate::failure::{CertificateProblem, Stage, Trouble};
use crate::wire::Text;
use crate::wire::proxy::Goal;

/// What we call ourselves.
const AGENT: &str = concat!("mailcheck/", env!("CARGO_PKG_VERSION"));

/// What a server answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetched {
    /// The HTTP status.
    pub status: u16,
    /// The media type, as it stands in the header.
    pub media_type: Option<String>,
    /// Where it would have sent us.
    pub location: Option<String>,
    /// The document, as far as the limit.
    pub body: Vec<u8>,
    /// Whether there was more than the limit.
    pub cut: bool,
    /// What is wrong with the certificate. The document is of no worth then, and says all the same what is there.
    pub problems: Vec<CertificateProblem>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum FetchTrouble {
    /// The connection ([`Stage::Connect`]), the handshake ([`Stage::Tls`]), or the time for the document, at any other
    /// stage.
    Net(Stage, Trouble),
    /// The answer is not HTTP, or breaks off: in the words of the library, for the record alone.
    Http(String),
}

impl From<Expired> for FetchTrouble {
    fn from(expired: Expired) -> Self {
        // The first words of a server that has been asked are its answer.
        Self::Net(Stage::Greeting, expired.trouble(Text::default()))
    }
}

/// Asks the server at `goal` for `path` of `host`, and keeps at most `limit` bytes of the document. Each step may take
/// as long as `wait` allows.
pub async fn get(
    door: Door<'_>,
    goal: Goal<'_>,
    host: &str,
    path: &str,
    trust: &Trust,
    limit: usize,
    wait: Wait,
) -> Result<Fetched, FetchTrouble> {
    let connection = door
        .connect(goal, wait)
        .await
        .map_err(|trouble| FetchTrouble::Net(Stage::Connect, trouble))?;
    let handshake = tls::handshake(connection.stream, host, trust, wait).await;
    let stream = handshake
        .stream
        .map_err(|trouble| FetchTrouble::Net(Stage::Tls, trouble))?;
    let asked = within(wait, ask(stream, host, path, limit)).await?;
    Ok(Fetched {
        problems: handshake.tls.problems,
        ..asked?
    })
}

async fn ask<S>(stream: S, host: &str, path: &str, limit: usize) -> Result<Fetched, FetchTrouble>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::Builder::new()
        .max_headers(64)
        .max_buf_size(32 * 1024)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(in_its_words)?;
    let request = Request::get(path)
        .header(HOST, host)
        .header(USER_AGENT, AGENT)
        .body(Empty::<Bytes>::new())
        .map_err(|error| FetchTrouble::Http(error.to_string()))?;
    let answer = async {
        let response = sender.send_request(request).await.map_err(in_its_words)?;
        read(response, limit).await
    };
    let mut answer = std::pin::pin!(answer);
    let mut connection = std::pin::pin!(connection);
    // The connection has to be driven while the answer is waited for; where it ends first, the answer knows.
    tokio::select! {
        biased;
        answer = &mut answer => answer,
        _ = &mut connection => answer.await,
    }
}

async fn read(response: Response<Incoming>, limit: usize) -> Result<Fetched, FetchTrouble> {
    let header = |name| {
        let value = response.headers().get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let mut fetched = Fetched {
        status: response.status().as_u16(),
        media_type: header(CONTENT_TYPE),
        location: header(LOCATION),
        ..Fetched::default()
    };
    let mut body = response.into_body();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(in_its_words)?.into_data() else {
            continue;
        };
        let room = limit - fetched.body.len();
        fetched
            .body
            .extend_from_slice(&data[..data.len().min(room)]);
        if data.len() > room {
            fetched.cut = true;
            break;
        }
    }
    Ok(fetched)
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map_err")]
fn in_its_words(error: hyper::Error) -> FetchTrouble {
    FetchTrouble::Http(error.to_string())
}

#[cfg(test)]
mod tests;
