//! What a request says, read without a socket.

use std::fmt::Write as _;
use std::net::IpAddr;
use std::time::Duration;

use hyper::http::uri::Authority;
use hyper::{HeaderMap, Uri};

use crate::args;
use crate::words::Sentence;

/// Bytes of a path with what it asks.
const MAX_URI: usize = 4096;
/// What `/probe` may be asked.
const PARAMETERS: [&str; 5] = ["target", "service", "module", "format", "lang"];
/// How long Prometheus waits.
const TIMEOUT: &str = "x-prometheus-scrape-timeout-seconds";
/// The shortest time that is given to a check.
const LEAST: Duration = Duration::from_millis(200);

/// What `/probe` is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// `target=`, which has to be there.
    pub(super) target: String,
    /// `service=`.
    pub(super) service: Option<String>,
    /// `module=`.
    pub(super) module: Option<String>,
    /// `format=`.
    pub(super) format: Option<String>,
    /// `lang=`.
    pub(super) lang: Option<String>,
}

/// Whether a path with what it asks is longer than anybody needs.
pub(super) fn is_too_long(uri: &Uri) -> bool {
    uri.path().len() + uri.query().map_or(0, str::len) > MAX_URI
}

impl Query {
    /// Reads what stands behind the question mark.
    pub(super) fn of(uri: &Uri) -> Result<Self, Sentence> {
        let mut query = Self::default();
        let mut seen = Vec::new();
        for pair in uri.query().unwrap_or_default().split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if name.is_empty() && value.is_empty() {
                continue;
            }
            let (name, value) = (decoded(name)?, decoded(value)?);
            if seen.contains(&name) {
                return Err(about("serve-parameter-twice", &name));
            }
            let value = value.trim().to_owned();
            let given = (!value.is_empty()).then_some(value);
            match name.as_str() {
                "target" => query.target = given.unwrap_or_default(),
                "service" => query.service = given,
                "module" => query.module = given,
                "format" => query.format = given,
                "lang" => query.lang = given,
                _ => return Err(about("serve-parameter", &name)),
            }
            seen.push(name);
        }
        if query.target.is_empty() {
            return Err(about("serve-no-target", ""));
        }
        Ok(query)
    }
}

fn about(id: &'static str, name: &str) -> Sentence {
    let known = PARAMETERS.map(str::to_owned).to_vec();
    Sentence {
        id,
        args: args! { "name" => name, "known" => known },
    }
}

/// Text as forms send it.
fn decoded(text: &str) -> Result<String, Sentence> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                let (high, low) = (digit(), digit());
                let (Some(high), Some(low)) = (high, low) else {
                    return Err(about("serve-encoding", text));
                };
                u8::try_from(high * 16 + low).unwrap_or_default()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| about("serve-encoding", text))
}

/// The same text as part of a URL.
pub(super) fn encoded(text: &str) -> String {
    let mut url = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            let _ = write!(url, "%{byte:02X}");
        }
    }
    url
}

/// How long an answer may take for Prometheus to get it, which gives up `offset` later. `None` where it does not ask.
pub(super) fn budget(headers: &HeaderMap, offset: Duration) -> Option<Duration> {
    let value = headers.get(TIMEOUT)?.to_str().ok()?;
    let seconds: f64 = value.trim().parse().ok()?;
    let range = 0.001..=86_400.0;
    let timeout = range
        .contains(&seconds)
        .then(|| Duration::from_secs_f64(seconds))?;
    Some(timeout.saturating_sub(offset).max(LEAST))
}

/// The host that the request names, without a port.
pub(super) fn host<'r>(uri: &'r Uri, headers: &'r HeaderMap) -> Option<&'r str> {
    if let Some(host) = uri.host() {
        return Some(host);
    }
    let mut all = headers.get_all("host").iter();
    let only = all.next()?.to_str().ok()?;
    if all.next().is_some() {
        return None;
    }
    host_of(only)
}

fn host_of(authority: &str) -> Option<&str> {
    if let Some(rest) = authority.strip_prefix('[') {
        let (host, port) = rest.split_once(']')?;
        let is_port = port.is_empty() || port.strip_prefix(':').is_some_and(is_number);
        return is_port.then_some(host);
    }
    match authority.split_once(':') {
        Some((host, port)) => is_number(port).then_some(host),
        None => Some(authority),
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `host` is a name of this server that nobody else can have: a page of somebody else, whose name is made to lead
/// here, brings its own (DNS rebinding).
pub(super) fn is_ours(host: &str, names: &[String]) -> bool {
    let host = host.trim_matches(['[', ']']);
    let host = host.strip_suffix('.').unwrap_or(host);
    let is_own = |name: &String| {
        let name = name.strip_suffix('.').unwrap_or(name);
        name.eq_ignore_ascii_case(host)
    };
    host.parse::<IpAddr>().is_ok()
        || host.eq_ignore_ascii_case("localhost")
        || names.iter().any(is_own)
}

/// Where a request comes from, as browsers tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// No page of somebody else.
    Ours,
    /// A link on a page of somebody else, which was followed.
    Link,
    /// A page of somebody else, which nobody followed anywhere.
    Foreign,
}

impl Origin {
    /// What the browser says of the page that asks (Fetch Metadata; `Origin` and `Referer` of older ones). Programs that
    /// are no browsers say nothing.
    pub(super) fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        let header = |name: &str| {
            let value = headers.get(name)?;
            Some(value.to_str().unwrap_or("?"))
        };
        let own = || {
            let uri = uri.authority().map(Authority::as_str);
            uri.or_else(|| header("host"))
        };
        let is_own = |page: &str| {
            let authority = page.split_once("://").map(|(_, rest)| rest);
            let authority = authority.and_then(|rest| rest.split('/').next());
            authority.is_some_and(|authority| Some(authority) == own())
        };
        let is_foreign = match header("sec-fetch-site") {
            Some(site) => !matches!(site, "same-origin" | "none"),
            None => [header("origin"), header("referer")]
                .into_iter()
                .flatten()
                .any(|page| !is_own(page)),
        };
        let is_link = header("sec-fetch-mode") == Some("navigate")
            && header("sec-fetch-dest") == Some("document");
        match (is_foreign, is_link) {
            (false, _) => Self::Ours,
            (true, true) => Self::Link,
            (true, false) => Self::Foreign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Result<Query, String> {
        let uri: Uri = text.parse().expect(text);
        Query::of(&uri).map_err(|said| said.to_string())
    }

    fn headers(rows: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in rows {
            headers.append(*name, value.parse().expect("a value"));
        }
        headers
    }

    #[test]
    fn what_is_asked_is_read_as_forms_write_it() {
        let read = query("/probe?target=mail.example.com%3A587&service=&module=a+b&&lang=zh-CN");
        let read = read.expect("a query");
        assert_eq!(read.target, "mail.example.com:587");
        assert_eq!((read.service, read.module.as_deref()), (None, Some("a b")));
        let chinese = query("/probe?target=%E4%BE%8B%E5%AD%90.%E6%B5%8B%E8%AF%95");
        assert_eq!(chinese.expect("a query").target, "例子.测试");
        let wrong = [
            ("/probe", "target="),
            ("/probe?target=", "target="),
            ("/probe?target=%20", "target="),
            ("/probe?target=a&target=b", "target"),
            ("/probe?target=a&sevice=smtp", "sevice"),
            ("/probe?target=%4", "%4"),
            ("/probe?target=%zz", "%zz"),
            ("/probe?target=%ff", "%ff"),
        ];
        for (text, says) in wrong {
            let error = query(text).expect_err(text);
            assert!(error.contains(says), "{text}: {error}");
        }
        for text in ["a b&c=d#e%", "例子.测试", "[2001:db8::1]:25"] {
            let back = query(&format!("/probe?target={}", encoded(text)));
            assert_eq!(back.expect("a query").target, text);
        }
    }

    #[test]
    fn prometheus_gets_its_answer_before_it_gives_up() {
        let of = |value: &str| {
            let headers = headers(&[(TIMEOUT, value)]);
            budget(&headers, Duration::from_millis(500))
        };
        assert_eq!(of("10"), Some(Duration::from_millis(9500)));
        assert_eq!(of("9.5"), Some(Duration::from_secs(9)));
        assert_eq!(of("0.1"), Some(LEAST));
        for nonsense in ["", "soon", "-1", "NaN", "inf", "1e30", "0"] {
            assert_eq!(of(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_name_of_somebody_else_is_none_of_ours() {
        let names = ["Mailcheck.example.com".to_owned()];
        let rows = [
            ("127.0.0.1:9825", true),
            ("[::1]:9825", true),
            ("[::1]", true),
            ("localhost:9825", true),
            ("LOCALHOST", true),
            ("mailcheck.example.com:9825", true),
            ("mailcheck.example.com.", true),
            ("evil.example", false),
            ("127.0.0.1.evil.example:9825", false),
            ("localhost.evil.example", false),
            ("localhost:9825@evil.example", false),
            ("[::1]evil.example", false),
            ("", false),
        ];
        for (value, ours) in rows {
            let headers = headers(&[("host", value)]);
            let uri = Uri::from_static("/probe");
            let host = host(&uri, &headers);
            let found = host.is_some_and(|host| is_ours(host, &names));
            assert_eq!(found, ours, "{value}");
        }
        let two = headers(&[("host", "localhost"), ("host", "localhost")]);
        assert_eq!(host(&Uri::from_static("/"), &two), None);
    }

    #[test]
    fn browsers_tell_whose_page_asks() {
        use Origin::{Foreign, Link, Ours};
        type Row<'a> = (&'a [(&'static str, &'a str)], Origin);
        let rows: [Row<'_>; 9] = [
            (&[], Ours),
            (&[("sec-fetch-site", "same-origin")], Ours),
            (&[("sec-fetch-site", "none")], Ours),
            (&[("sec-fetch-site", "cross-site")], Foreign),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("sec-fetch-mode", "navigate"),
                    ("sec-fetch-dest", "document"),
                ],
                Link,
            ),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("sec-fetch-mode", "navigate"),
                    ("sec-fetch-dest", "iframe"),
                ],
                Foreign,
            ),
            (&[("origin", "http://evil.example")], Foreign),
            (&[("origin", "http://localhost:9825")], Ours),
            (
                &[("referer", "http://localhost:9825.evil.example/")],
                Foreign,
            ),
        ];
        for (more, expected) in rows {
            let rows = [&[("host", "localhost:9825")], more].concat();
            let uri = Uri::from_static("/probe");
            assert_eq!(Origin::of(&uri, &headers(&rows)), expected, "{more:?}");
        }
        let sandboxed = headers(&[("host", "localhost"), ("origin", "null")]);
        assert_eq!(Origin::of(&Uri::from_static("/"), &sandboxed), Foreign);
    }
}
