//! `mailcheck explain`: says what a code, a pasted text or a finding means; asks no network.

use std::io::{self, IsTerminal};

use super::write_out;
use crate::cli::{ExplainArgs, LangArg};
use crate::complaint::UsageProblem;
use crate::exit::{FAILED, WORKS};
use crate::words::Words;
use crate::{escape, explain, terminal, words};

/// Explains codes and findings.
pub(crate) fn explain(args: &ExplainArgs) -> anyhow::Result<u8> {
    let asked = args.lang.map(LangArg::lang);
    let words = Words::new(asked.unwrap_or_else(terminal::lang));
    let answers: Vec<_> = queries(&args.queries)?
        .iter()
        .map(|query| explain::explain(query, &words))
        .collect();
    let (unicode, width) = (terminal::is_unicode(asked), terminal::width());
    write_out(|out| {
        for (number, answer) in answers.iter().enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            let page = escape::as_shown(answer.render(&words, width), unicode);
            write!(out, "{page}")?;
        }
        Ok(())
    })?;
    Ok(if answers.iter().all(explain::Answer::is_known) {
        WORKS
    } else {
        FAILED
    })
}

/// What is to be explained: the arguments, or what standard input brings where `-` or nothing is given.
fn queries(arguments: &[String]) -> anyhow::Result<Vec<String>> {
    let piped = matches!(arguments, [only] if only.trim() == "-");
    if !piped && !arguments.is_empty() {
        return Ok(explain::joined(arguments));
    }
    let mut input = io::stdin().lock();
    if !piped && input.is_terminal() {
        return Err(UsageProblem(words::plain_sentence("usage-nothing-to-explain")).into());
    }
    let read = explain::read_input(&mut input)?;
    if read.trim().is_empty() {
        return Err(UsageProblem(words::plain_sentence("usage-nothing-to-explain")).into());
    }
    Ok(vec![read])
}
