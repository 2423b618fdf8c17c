//! The page for people: a form, and the targets that were asked about last.

use std::fmt::Write as _;

use crate::args;
use crate::escape::{html, terminal, truncate};
use crate::finding::Verdict;
use crate::report::sentences;
use crate::serve::request::{Query, encoded};
use crate::words::Words;

/// Characters of a target that are shown.
const SHOWN: usize = 120;
/// Formats that a browser shows or keeps.
const FORMATS: [&str; 6] = ["html", "text", "json", "markdown", "junit", "prometheus"];

/// A target that was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recent {
    /// What was asked.
    pub(super) query: Query,
    /// What came of it.
    pub(super) verdict: Verdict,
    /// When, in Unix time.
    pub(super) at: i64,
}

/// The page. `prefilled` is what stands in the form already.
pub(super) fn render(
    words: &Words,
    modules: &[&str],
    recent: &[Recent],
    prefilled: &Query,
) -> String {
    let say = |id: &str| html(words.plain(id));
    let title = say("serve-page-title");
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<h1>{title}</h1>\n<p>{}</p>\n",
        words.lang().tag(),
        say("serve-page-about"),
    );
    form(&mut page, words, modules, prefilled);
    let _ = writeln!(page, "<h2>{}</h2>", say("serve-page-recent"));
    if recent.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", say("serve-page-nothing"));
    } else {
        table(&mut page, words, recent);
    }
    let _ = write!(
        page,
        "<p><a href=\"/metrics\">{}</a></p>\n<p>mailcheck {}</p>\n</body>\n</html>\n",
        say("serve-page-metrics"),
        env!("CARGO_PKG_VERSION")
    );
    page
}

fn form(page: &mut String, words: &Words, modules: &[&str], prefilled: &Query) {
    let field = |name: &str, value: &str, more: &str| {
        let label = html(words.plain(&format!("serve-page-{name}")));
        format!(
            "<p><label for=\"{name}\">{label}</label> <input id=\"{name}\" name=\"{name}\" value=\"{}\"{more}></p>\n",
            html(terminal(value)),
        )
    };
    page.push_str("<form action=\"/probe\" method=\"get\">\n");
    page.push_str(&field("target", &prefilled.target, " required autofocus"));
    let service = prefilled.service.as_deref().unwrap_or_default();
    page.push_str(&field(
        "service",
        service,
        " placeholder=\"submission,imaps\"",
    ));
    let wanted = prefilled.module.as_deref().unwrap_or("default");
    page.push_str(&choice(words, "module", modules, wanted));
    let wanted = prefilled.format.as_deref().unwrap_or("html");
    page.push_str(&choice(words, "format", &FORMATS, wanted));
    let button = html(words.plain("serve-page-check"));
    let _ = write!(page, "<p><button>{button}</button></p>\n</form>\n");
}

fn choice(words: &Words, name: &str, values: &[&str], wanted: &str) -> String {
    let label = html(words.plain(&format!("serve-page-{name}")));
    let mut text =
        format!("<p><label for=\"{name}\">{label}</label> <select id=\"{name}\" name=\"{name}\">");
    for value in values {
        let selected = if *value == wanted { " selected" } else { "" };
        let _ = write!(text, "<option{selected}>{}</option>", html(terminal(value)));
    }
    text.push_str("</select></p>\n");
    text
}

fn table(page: &mut String, words: &Words, recent: &[Recent]) {
    page.push_str("<table>\n<tr>");
    for column in ["target", "module", "verdict", "time"] {
        let head = html(words.plain(&format!("serve-page-{column}")));
        let _ = write!(page, "<th>{head}</th>");
    }
    page.push_str("</tr>\n");
    for Recent { query, verdict, at } in recent {
        let name = match &query.service {
            Some(service) => format!("{} ({service})", query.target),
            None => query.target.clone(),
        };
        let verdict = words.text("serve-page-came-to", &args! { "verdict" => verdict.name() });
        let _ = writeln!(
            page,
            "<tr><td><a href=\"{}\">{}</a></td><td>{}</td><td>{}</td><td>{}</td></tr>",
            html(link(query)),
            html(truncate(&terminal(&name), SHOWN)),
            html(terminal(query.module.as_deref().unwrap_or("default"))),
            html(verdict),
            html(sentences::moment(*at)),
        );
    }
    page.push_str("</table>\n");
}

/// Where the whole report is.
pub(super) fn link(query: &Query) -> String {
    format!("/probe?{}", parameters(query, "html"))
}

/// What was asked, for another URL.
pub(super) fn parameters(query: &Query, format: &str) -> String {
    let mut text = format!("target={}", encoded(&query.target));
    for (name, value) in [("service", &query.service), ("module", &query.module)] {
        if let Some(value) = value {
            let _ = write!(text, "&{name}={}", encoded(value));
        }
    }
    let _ = write!(text, "&format={}", encoded(format));
    text
}

const STYLE: &str = "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;line-height:1.5;\
color:#1b1b1b;background:#fff}label{display:inline-block;min-width:8em}input{min-width:20em}\
table{border-collapse:collapse}td,th{text-align:left;padding:.2em 1em .2em 0;border-bottom:1px solid #ccc}\
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}a{color:#8ab4f8}}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn nothing_that_was_asked_gets_out_of_its_place() {
        let evil = "\"><script>alert(1)</script>'\u{202e}".to_owned();
        let query = Query {
            target: evil.clone(),
            service: Some(evil.clone()),
            module: Some(evil.clone()),
            ..Query::default()
        };
        let recent = Recent {
            query: query.clone(),
            verdict: Verdict::Ok,
            at: 0,
        };
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let page = render(
                &words,
                &["default", &evil],
                std::slice::from_ref(&recent),
                &query,
            );
            assert!(
                !page.contains("<script") && !page.contains('\u{202e}'),
                "{page}"
            );
            assert!(!page.contains("serve-page"), "{page}");
            assert_eq!(page.matches("<option").count(), 2 + FORMATS.len());
            assert!(
                page.contains("target=%22%3E%3Cscript%3Ealert%281%29"),
                "{page}"
            );
        }
    }
}
