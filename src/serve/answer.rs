//! What is answered to each request.

use std::rc::Rc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue,
    LOCATION, REFERRER_POLICY, RETRY_AFTER, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{HeaderMap, Method, Request, Response, StatusCode, Uri};

use super::allow::Permission;
use super::auth::Admitted;
use super::front_page::{self, Recent};
use super::metrics::Refusal;
use super::modules;
use super::probes::{Checked, Outcome, Wanted};
use super::request::{self, Origin, Query};
use super::{Server, Settings};
use crate::args;
use crate::cli::LangArg;
use crate::report::nagios::Days;
use crate::report::{Detail, Format, Manner, Style, Summary};
use crate::words::{self, Lang, Sentence, Words};
use clap::ValueEnum;

type Answer = Response<Full<Bytes>>;

/// Nothing from elsewhere, no script, nothing around it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";
/// Metrics, as Prometheus reads them.
const METRICS: &str = "text/plain; version=0.0.4; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";

impl Server {
    /// The answer to a request.
    pub(super) async fn answer(self: &Rc<Self>, request: Request<Incoming>) -> Answer {
        let (head, _body) = request.into_parts();
        let handler = handler(head.uri.path());
        let answer = self
            .answer_from(&head.method, &head.uri, &head.headers)
            .await;
        self.metrics.answered(handler, answer.status().as_u16());
        answer
    }

    async fn answer_from(
        self: &Rc<Self>,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Answer {
        let settings = self.settings();
        if request::is_too_long(uri) {
            return self.refuse(StatusCode::URI_TOO_LONG, "serve-too-long");
        }
        if settings.users.is_empty() {
            let host = request::host(uri, headers);
            // Whoever asks without a host is no browser (HTTP/1.0).
            let is_ours = host.is_some_and(|host| request::is_ours(host, &self.names));
            if !(is_ours || headers.get("host").is_none() && uri.host().is_none()) {
                let said = Sentence {
                    id: "serve-host",
                    args: args! { "host" => host.unwrap_or_default() },
                };
                return self.say(StatusCode::MISDIRECTED_REQUEST, &said);
            }
        } else {
            let sent = headers.get(AUTHORIZATION).map(HeaderValue::as_bytes);
            match self.keeper.admits(&settings.users, sent).await {
                Admitted::Yes => {}
                Admitted::No => return self.unauthorized(),
                Admitted::Busy => return self.busy(),
            }
        }
        match (uri.path(), method) {
            ("/-/reload", &Method::POST | &Method::PUT) => self.reloaded(uri, headers),
            ("/-/reload", _) => self.wrong_method("POST"),
            (_, &Method::GET | &Method::HEAD) => self.get(&settings, uri, headers).await,
            _ => self.wrong_method("GET, HEAD"),
        }
    }

    async fn get(
        self: &Rc<Self>,
        settings: &Rc<Settings>,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Answer {
        match uri.path() {
            "/probe" => self.probe(settings, uri, headers).await,
            "/metrics" => answer(StatusCode::OK, METRICS, self.metrics.render()),
            "/-/ready" if self.is_ending() => {
                self.refuse(StatusCode::SERVICE_UNAVAILABLE, "serve-ending")
            }
            "/-/healthy" | "/-/ready" => answer(StatusCode::OK, TEXT, "OK\n".to_owned()),
            "/" => {
                // Whatever makes no sense leaves the form empty.
                let prefilled = Query::of(uri).unwrap_or_default();
                let words = self.words(prefilled.lang.as_deref());
                let names: Vec<&str> = settings.modules.keys().map(String::as_str).collect();
                let recent = self.recent();
                let page = front_page::render(words, &names, &recent, &prefilled);
                answer(StatusCode::OK, HTML, page)
            }
            _ => self.refuse(StatusCode::NOT_FOUND, "serve-not-found"),
        }
    }

    async fn probe(
        self: &Rc<Self>,
        settings: &Rc<Settings>,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Answer {
        let query = match Query::of(uri) {
            Ok(query) => query,
            Err(said) => return self.wrong(&said),
        };
        match Origin::of(uri, headers) {
            Origin::Ours => {}
            Origin::Link => {
                let format = query.format.as_deref().unwrap_or("html");
                return asked_again(&query, format);
            }
            Origin::Foreign => {
                self.metrics.refused(Refusal::Foreign);
                return self.refuse(StatusCode::FORBIDDEN, "serve-foreign");
            }
        }
        let format = match format(query.format.as_deref()) {
            Ok(format) => format,
            Err(said) => return self.wrong(&said),
        };
        let wanted = match self.wanted(settings, &query, headers) {
            Ok(wanted) => wanted,
            Err(said) => return self.wrong(&said),
        };
        if matches!(wanted.permission, Permission::Denied) {
            self.metrics.refused(Refusal::NotAllowed);
            let said = Sentence {
                id: "serve-not-allowed",
                args: args! { "target" => query.target.as_str() },
            };
            return self.say(StatusCode::FORBIDDEN, &said);
        }
        match self.probes.ask(wanted).await {
            Outcome::Checked(checked) => {
                self.remember(Recent {
                    verdict: checked.report.verdict,
                    at: checked.run.started_at,
                    query: query.clone(),
                });
                self.report(&checked, format, query.lang.as_deref())
            }
            Outcome::LeadsElsewhere(address) => {
                self.metrics.refused(Refusal::LeadsElsewhere);
                let target = query.target.as_str();
                let said = Sentence {
                    id: "serve-leads-elsewhere",
                    args: args! { "target" => target, "address" => address.to_string() },
                };
                self.say(StatusCode::FORBIDDEN, &said)
            }
            Outcome::Busy => {
                self.metrics.refused(Refusal::Busy);
                self.busy()
            }
        }
    }

    fn wanted(
        &self,
        settings: &Settings,
        query: &Query,
        headers: &HeaderMap,
    ) -> Result<Wanted, Sentence> {
        let name = query.module.as_deref().unwrap_or(modules::DEFAULT);
        let ready = settings.modules.get(name).ok_or_else(|| {
            let known: Vec<String> = settings.modules.keys().cloned().collect();
            Sentence {
                id: "serve-no-module",
                args: args! { "module" => name, "known" => known },
            }
        })?;
        let target = ready
            .module
            .target(&query.target, query.service.as_deref())?;
        let permission = match &self.allow {
            None => Permission::Anywhere,
            Some(allow) => allow.permits(&target.host),
        };
        Ok(Wanted {
            module: Rc::clone(&ready.module),
            machine: Rc::clone(&ready.machine),
            target,
            permission,
            budget: request::budget(headers, self.offset),
            generation: settings.generation,
        })
    }

    fn report(&self, checked: &Checked, format: Format, lang: Option<&str>) -> Answer {
        let manner = Manner {
            run: &checked.run,
            style: Style {
                colour: false,
                unicode: true,
                width: 80,
                detail: Detail::Normal,
                redact: false,
            },
            words: self.words(lang),
            days: Days::default(),
        };
        let mut summary = Summary::default();
        summary.add(checked.report.verdict);
        summary.elapsed = checked.report.elapsed;
        let mut body = Vec::new();
        let mut face = format.begin(manner);
        // Memory takes all.
        let _ = face.target(0, &checked.report, &mut body);
        let _ = face.end(&summary, &mut body);
        drop(face);
        answer(StatusCode::OK, media_type(format), body)
    }

    fn reloaded(&self, uri: &Uri, headers: &HeaderMap) -> Answer {
        if Origin::of(uri, headers) != Origin::Ours {
            return self.refuse(StatusCode::FORBIDDEN, "serve-foreign");
        }
        match self.reload() {
            Ok(()) => answer(StatusCode::OK, TEXT, "OK\n".to_owned()),
            Err(said) => self.say(StatusCode::INTERNAL_SERVER_ERROR, &said),
        }
    }

    fn words(&self, lang: Option<&str>) -> &Words {
        let wanted = lang.and_then(|lang| LangArg::from_str(lang, true).ok());
        self.speech.of(wanted.map_or(self.lang, LangArg::lang))
    }

    /// A request that makes no sense.
    fn wrong(&self, said: &Sentence) -> Answer {
        self.metrics.refused(Refusal::Usage);
        self.say(StatusCode::BAD_REQUEST, said)
    }

    fn refuse(&self, status: StatusCode, id: &'static str) -> Answer {
        self.say(status, &words::plain_sentence(id))
    }

    fn say(&self, status: StatusCode, said: &Sentence) -> Answer {
        let said = said.told(self.words(None));
        answer(status, TEXT, format!("{}\n", crate::escape::terminal(said)))
    }

    fn busy(&self) -> Answer {
        let answer = self.refuse(StatusCode::SERVICE_UNAVAILABLE, "serve-busy");
        with(answer, RETRY_AFTER, "5")
    }

    fn unauthorized(&self) -> Answer {
        let answer = self.refuse(StatusCode::UNAUTHORIZED, "serve-unauthorized");
        with(answer, WWW_AUTHENTICATE, "Basic realm=\"mailcheck\"")
    }

    fn wrong_method(&self, allowed: &'static str) -> Answer {
        let answer = self.refuse(StatusCode::METHOD_NOT_ALLOWED, "serve-method");
        with(answer, ALLOW, allowed)
    }
}

/// The sentences of each language, opened when they are first wanted.
#[derive(Default)]
pub(super) struct Speech {
    en: std::cell::OnceCell<Words>,
    zh_cn: std::cell::OnceCell<Words>,
}

impl Speech {
    fn of(&self, lang: Lang) -> &Words {
        let cell = match lang {
            Lang::En => &self.en,
            Lang::ZhCn => &self.zh_cn,
        };
        cell.get_or_init(|| Words::new(lang))
    }
}

/// A page of somebody else leads here: the form is filled in, and a person presses the button.
fn asked_again(query: &Query, format: &str) -> Answer {
    let answer = answer(StatusCode::SEE_OTHER, TEXT, String::new());
    let place = format!("/?{}", front_page::parameters(query, format));
    match HeaderValue::from_str(&place) {
        Ok(place) => with_value(answer, LOCATION, place),
        // It is percent-encoded.
        Err(_) => answer,
    }
}

fn format(wanted: Option<&str>) -> Result<Format, Sentence> {
    let wanted = wanted.unwrap_or("prometheus");
    Format::from_str(wanted, true).map_err(|_| Sentence {
        id: "serve-no-format",
        args: args! {
            "format" => wanted,
            "known" => Format::all().map(|format| format.name().to_owned()).collect::<Vec<_>>(),
        },
    })
}

const fn media_type(format: Format) -> &'static str {
    match format {
        Format::Prometheus => METRICS,
        Format::Text | Format::Nagios | Format::Letter => TEXT,
        Format::Json => "application/json",
        Format::Ndjson => "application/x-ndjson",
        Format::Markdown => "text/markdown; charset=utf-8",
        Format::Html => HTML,
        Format::Junit => "application/xml",
    }
}

/// The path in a metric, which nobody from outside makes longer.
fn handler(path: &str) -> &'static str {
    const PATHS: [(&str, &str); 6] = [
        ("/probe", "probe"),
        ("/metrics", "metrics"),
        ("/", "page"),
        ("/-/healthy", "healthy"),
        ("/-/ready", "ready"),
        ("/-/reload", "reload"),
    ];
    let known = PATHS.iter().find(|(known, _)| *known == path);
    known.map_or("other", |(_, name)| name)
}

fn answer(status: StatusCode, media_type: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, media_type),
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn with(answer: Answer, name: hyper::header::HeaderName, value: &'static str) -> Answer {
    with_value(answer, name, HeaderValue::from_static(value))
}

fn with_value(mut answer: Answer, name: hyper::header::HeaderName, value: HeaderValue) -> Answer {
    answer.headers_mut().insert(name, value);
    answer
}
