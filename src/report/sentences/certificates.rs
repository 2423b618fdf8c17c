//! What is wrong with a certificate chain.

use super::failures::Form;
use super::{count, date, tls_version};
use crate::args;
use crate::escape::truncate;
use crate::facts::Tls;
use crate::failure::CertificateProblem;
use crate::words::{Args, Words};

/// How many names of a certificate a sentence takes.
const NAMES_MAX: usize = 6;

/// What is wrong with a certificate chain, as half a sentence: "it expired on 2026-10-01".
pub fn problem(words: &Words, problem: &CertificateProblem) -> String {
    let id = format!("problem-{}", problem.reason());
    words.text(&id, &problem_args(words, problem))
}

pub(super) fn problems_text(words: &Words, problems: &[CertificateProblem], form: Form) -> String {
    let texts: Vec<String> = problems
        .iter()
        .map(|one| match form {
            Form::Sentence => problem(words, one),
            Form::Short | Form::Evidence => words.text(
                &format!("problem-{}.short", one.reason()),
                &problem_args(words, one),
            ),
        })
        .collect();
    texts.join(&words.plain("between-clauses"))
}

fn problem_args(words: &Words, problem: &CertificateProblem) -> Args {
    match problem {
        CertificateProblem::Expired { index, not_after } => {
            args! { "place" => place(words, *index), "date" => date(*not_after) }
        }
        CertificateProblem::NotYetValid { index, not_before } => {
            args! { "place" => place(words, *index), "date" => date(*not_before) }
        }
        CertificateProblem::NameMismatch { expected, names } => {
            args! { "expected" => expected.clone(), "names" => some_names(words, names) }
        }
        CertificateProblem::SelfSigned | CertificateProblem::WrongPurpose => Args::new(),
        CertificateProblem::UnknownIssuer { issuer }
        | CertificateProblem::ChainIncomplete { issuer } => args! { "issuer" => issuer.clone() },
        CertificateProblem::Weak { index, what }
        | CertificateProblem::Malformed { index, what } => {
            args! { "place" => place(words, *index), "what" => what.clone() }
        }
    }
}

fn place(words: &Words, index: usize) -> String {
    let number = count(index).saturating_add(1);
    words.text("certificate-place", &args! { "number" => number })
}

/// A list of names that does not fill the page.
pub fn some_names(words: &Words, names: &[String]) -> String {
    if names.is_empty() {
        return words.plain("no-names");
    }
    let shown = names.iter().take(NAMES_MAX).map(|name| truncate(name, 80));
    let mut list = words.list(shown);
    if names.len() > NAMES_MAX {
        let more = count(names.len() - NAMES_MAX);
        list.push_str(&words.text("and-more", &args! { "count" => more }));
    }
    list
}

pub(super) fn tls_short(words: &Words, tls: &Tls) -> String {
    let version = tls.version.as_deref().map(tls_version).unwrap_or_default();
    if tls.is_trusted() {
        let args =
            args! { "version" => version, "date" => tls.first_end().map(date).unwrap_or_default() };
        return words.text("what-tls-trusted", &args);
    }
    let problems = problems_text(words, &tls.problems, Form::Short);
    let args = args! { "version" => version, "problems" => problems };
    words.text("what-tls-untrusted", &args)
}
