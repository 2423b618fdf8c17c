//! What a run is waiting for: one live line a check, on standard error while somebody watches. Gone when it is done.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::failure::Stage;
use crate::words::Words;

/// A run that is over before this shows nothing: a flash tells nobody anything.
const QUIET_AT_FIRST: Duration = Duration::from_millis(400);

/// How often the times on the lines are renewed.
const TICK: Duration = Duration::from_millis(200);

/// What it is about, what it waits for, and for how long.
const TEMPLATE: &str = "{prefix}  {msg} {elapsed}";

/// The live display, or nothing where nobody watches.
#[derive(Default)]
pub struct Progress {
    display: Option<Display>,
}

struct Display {
    lines: MultiProgress,
    live: RefCell<Vec<ProgressBar>>,
    stages: BTreeMap<Stage, String>,
    causes: String,
    waiting: String,
}

impl Progress {
    /// A display on standard error, where that is a terminal; nothing otherwise.
    pub fn on_terminal(words: &Words) -> Self {
        if io::stderr().is_terminal() {
            Self::showing(words)
        } else {
            Self::default()
        }
    }

    /// A display that is hidden at first.
    fn showing(words: &Words) -> Self {
        let label = |stage: Stage| words.plain(&format!("progress-{}", stage.name()));
        let display = Display {
            lines: MultiProgress::with_draw_target(ProgressDrawTarget::hidden()),
            live: RefCell::default(),
            stages: Stage::ALL.map(|stage| (stage, label(stage))).into(),
            causes: words.plain("progress-causes"),
            waiting: words.plain("progress-waiting"),
        };
        Self {
            display: Some(display),
        }
    }

    /// A line for what `label` names, which waits for its turn until more is said. It goes when it is dropped.
    pub fn line(&self, label: String) -> Line<'_> {
        let live = self.display.as_ref().map(|display| {
            let bar = display.lines.add(ProgressBar::no_length());
            if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
                bar.set_style(style);
            }
            bar.set_prefix(label);
            bar.set_message(display.waiting.clone());
            display.live.borrow_mut().push(bar.clone());
            (display, bar)
        });
        Line { live }
    }

    /// Does `talk`, which may write to a terminal, with the display out of its way.
    pub fn aside<T>(&self, talk: impl FnOnce() -> T) -> T {
        match &self.display {
            Some(display) => display.lines.suspend(talk),
            None => talk(),
        }
    }

    /// Renews the times, and never ends: to be raced against the run.
    pub async fn animate(&self) -> Infallible {
        let Some(display) = &self.display else {
            return std::future::pending().await;
        };
        tokio::time::sleep(QUIET_AT_FIRST).await;
        display.lines.set_draw_target(ProgressDrawTarget::stderr());
        loop {
            for bar in display.live.borrow().iter() {
                bar.tick();
            }
            tokio::time::sleep(TICK).await;
        }
    }
}

/// One line of the display.
pub struct Line<'a> {
    live: Option<(&'a Display, ProgressBar)>,
}

impl Line<'_> {
    /// Says that `stage` is waited for, from now on.
    pub fn stage(&self, stage: Stage) {
        if let Some((display, bar)) = &self.live {
            let label = display.stages.get(&stage);
            bar.set_message(label.cloned().unwrap_or_default());
            bar.reset_elapsed();
        }
    }

    /// Says that the cause of a failure is looked for, from now on.
    pub fn causes(&self) {
        if let Some((display, bar)) = &self.live {
            bar.set_message(display.causes.clone());
            bar.reset_elapsed();
        }
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        if let Some((display, bar)) = &self.live {
            bar.finish_and_clear();
            display.lines.remove(bar);
            display.live.borrow_mut().retain(|live| !live.is_finished());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn nothing_is_shown_where_nobody_watches() {
        // The standard error of a test is no terminal, or this test says nothing.
        let progress = Progress::default();
        let line = progress.line("smtp".to_owned());
        line.stage(Stage::Connect);
        assert!(line.live.is_none());
    }

    #[test]
    fn a_line_says_what_it_waits_for_from_its_beginning() {
        let words = Words::new(Lang::En);
        let progress = Progress::showing(&words);
        let line = progress.line("smtp".to_owned());
        let said = || line.live.as_ref().map(|(_, bar)| bar.message());
        assert_eq!(said().as_deref(), Some("waiting for its turn"));
        line.stage(Stage::Connect);
        assert_eq!(said().as_deref(), Some("connecting"));
    }

    #[test]
    fn every_stage_has_its_words_and_the_template_is_one() {
        let words = Words::new(Lang::En);
        let stages = Stage::ALL.map(Stage::name);
        for name in stages.into_iter().chain(["waiting", "causes"]) {
            let id = format!("progress-{name}");
            assert!(words.find(&id, &crate::args! {}).is_some(), "{id}");
        }
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
    }
}
