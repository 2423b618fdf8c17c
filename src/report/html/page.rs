//! The one way in which HTML is written: what is opened is closed, and what is text is escaped.
//!
//! A template engine would escape `<` and `&` and let the invisible through, and would need a second form of every
//! report to fill in. This is [`crate::escape::html`] and nothing else.

use crate::escape::{html, terminal};
use crate::report::redact::Scrub;
use crate::report::sentences::one_line;

/// Attributes: names are ours, values are escaped.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// A document being written. Nothing of this machine gets into its text.
#[derive(Debug)]
pub(super) struct Page<'a> {
    written: String,
    scrub: &'a Scrub,
}

impl<'a> Page<'a> {
    /// A document without anything in it.
    pub(super) fn new(scrub: &'a Scrub) -> Self {
        Self {
            written: String::new(),
            scrub,
        }
    }

    /// The document.
    pub(super) fn finish(self) -> String {
        self.written
    }

    /// How many bytes have been written.
    pub(super) fn len(&self) -> usize {
        self.written.len()
    }

    /// The document type and the root element around `fill`.
    pub(super) fn document(&mut self, lang: &str, fill: impl FnOnce(&mut Self)) {
        self.written.push_str("<!doctype html>\n");
        self.element("html", &[("lang", lang)], fill);
    }

    /// An element with `fill` inside.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: Attributes<'_>,
        fill: impl FnOnce(&mut Self),
    ) {
        self.open(tag, attributes, ">");
        // A line break where none shows keeps the file readable.
        if BLOCKS.contains(&tag) {
            self.written.push('\n');
        }
        fill(self);
        self.written.push_str("</");
        self.written.push_str(tag);
        self.written.push('>');
        if !INLINE.contains(&tag) {
            self.written.push('\n');
        }
    }

    /// An element of a class with text inside.
    pub(super) fn say(&mut self, tag: &'static str, class: &str, text: &str) {
        let class = [("class", class)];
        let attributes = if class[0].1.is_empty() {
            &[]
        } else {
            &class[..]
        };
        self.element(tag, attributes, |page| page.text(text));
    }

    /// An element that has no inside: `meta`, and the shapes of SVG.
    pub(super) fn void(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        self.open(tag, attributes, "/>");
    }

    /// A sentence in one line, whoever wrote it.
    pub(super) fn text(&mut self, text: &str) {
        self.verbatim(&terminal(one_line(text)));
    }

    /// Text as it is, with every blank of it.
    pub(super) fn verbatim(&mut self, text: &str) {
        self.written.push_str(&html(self.scrub.clean(text)));
    }

    /// The style sheet. It is a part of this program, and nothing of it is from outside.
    pub(super) fn style(&mut self, sheet: &'static str) {
        self.element("style", &[], |page| page.written.push_str(sheet));
    }

    /// What a page of this kind has written already.
    pub(super) fn written(&mut self, html: &str) {
        self.written.push_str(html);
    }

    fn open(&mut self, tag: &'static str, attributes: Attributes<'_>, end: &str) {
        self.written.push('<');
        self.written.push_str(tag);
        for (name, value) in attributes {
            self.written.push(' ');
            self.written.push_str(name);
            self.written.push_str("=\"");
            self.written.push_str(&html(value));
            self.written.push('"');
        }
        self.written.push_str(end);
    }
}

/// Elements whose text begins on a line of its own.
const BLOCKS: [&str; 14] = [
    "html", "head", "body", "header", "main", "footer", "section", "article", "div", "ol", "ul",
    "table", "details", "style",
];

/// Elements within a line, where a line break would show as a blank.
const INLINE: [&str; 7] = ["span", "b", "code", "a", "svg", "title", "time"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Os;
    use crate::facts::Vantage;
    use crate::report::Run;

    #[test]
    fn neither_text_nor_attribute_can_leave_its_place() {
        let run = Run {
            version: "0",
            started_at: 0,
            options: None,
            vantage: Vantage {
                os: Os::Linux,
                resolvers: Vec::new(),
                ipv4: true,
                ipv6: true,
                system_proxy: None,
                proxies: Vec::new(),
                own_addresses: Vec::new(),
                gateways: Vec::new(),
                routes: Vec::new(),
                default_ttl: None,
                container: false,
            },
        };
        let scrub = Scrub::new(&run, String::new(), false);
        let mut page = Page::new(&scrub);
        let evil = "\"><script>alert(1)</script>\u{202e}";
        page.element("p", &[("title", evil)], |page| page.text(evil));
        let shown = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}";
        assert_eq!(page.finish(), format!("<p title=\"{shown}\">{shown}</p>\n"));
    }
}
