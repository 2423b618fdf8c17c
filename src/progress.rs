//! What a run is waiting for: one live line a check and one for all, on standard error while somebody watches. Gone when
//! it is done.

mod screen;

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{
    FormattedDuration as HumanDuration, MultiProgress, ProgressBar, ProgressDrawTarget,
    ProgressStyle,
};

use crate::args;
use crate::failure::Stage;
use crate::finding::Verdict;
use crate::plan::Limits;
use crate::terminal;
use crate::words::{Args, Lang, Words};

/// A run that is over before this shows nothing: a flash tells nobody anything.
const QUIET_AT_FIRST: Duration = Duration::from_millis(400);

/// How often the times on the lines are renewed.
const TICK: Duration = Duration::from_millis(200);

/// What it is about, what it waits for, and for how long.
const TEMPLATE: &str = "{prefix}  {msg} {elapsed}";

/// What all have come to, and how long the run has taken.
const TEMPLATE_ALL: &str = "{msg} {elapsed}";

/// The same of a list, and how far it is where that is known. What does not fit into so many columns is cut off.
fn template_list(columns: usize) -> String {
    let room = columns.saturating_sub(16);
    format!("{{bar:10}} {{msg:{room}!}}")
}

/// The live display, or nothing where nobody watches.
#[derive(Default)]
pub struct Progress {
    display: Option<Display>,
    /// The one line for a terminal that cannot take lines back.
    plain: Option<String>,
}

struct Display {
    lines: MultiProgress,
    live: RefCell<Vec<ProgressBar>>,
    words: Words,
    limits: Limits,
    /// Whether there are too many targets for a line each.
    of_list: bool,
    /// What all checks have come to so far, below them.
    all: ProgressBar,
    tally: Cell<Tally>,
    /// What the targets of a list have come to, in the order of the verdicts.
    verdicts: Cell<[u32; 4]>,
    begun: Instant,
}

/// Checks that were begun, and what came of them.
#[derive(Clone, Copy, Default)]
struct Tally {
    begun: u32,
    done: u32,
    failed: u32,
}

impl Progress {
    /// A display on standard error, where that is a terminal; nothing otherwise.
    pub fn on_terminal(lang: Lang, limits: Limits) -> Self {
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self::watched(lang, limits, io::stderr().is_terminal(), dumb)
    }

    fn watched(lang: Lang, limits: Limits, is_terminal: bool, dumb: bool) -> Self {
        match (is_terminal, dumb) {
            (false, _) => Self::default(),
            (true, true) => Self {
                display: None,
                plain: Some(Words::new(lang).text("progress-plain", &deadline(limits))),
            },
            (true, false) => Self::showing(lang, limits),
        }
    }

    /// A display that is hidden at first.
    fn showing(lang: Lang, limits: Limits) -> Self {
        let lines = MultiProgress::with_draw_target(ProgressDrawTarget::hidden());
        let all = lines.add(ProgressBar::no_length());
        all.set_style(style(TEMPLATE_ALL));
        let display = Display {
            lines,
            live: RefCell::default(),
            words: Words::new(lang),
            limits,
            of_list: false,
            all,
            tally: Cell::default(),
            verdicts: Cell::default(),
            begun: Instant::now(),
        };
        Self {
            display: Some(display),
            plain: None,
        }
    }

    /// The same for the targets of a list: one line for all of them.
    #[must_use]
    pub fn of_list(mut self, is_list: bool) -> Self {
        if let Some(display) = &mut self.display {
            display.of_list = is_list;
        }
        self
    }

    /// Whether whoever watches sees a line for every check.
    pub fn has_lines(&self) -> bool {
        let display = self.display.as_ref();
        display.is_some_and(|display| !display.of_list)
    }

    /// Says how many targets the list has. Nobody has to know.
    pub fn expect(&self, targets: impl FnOnce() -> Option<u64>) {
        if let Some(display) = self.display.as_ref().filter(|display| display.of_list) {
            if let Some(targets) = targets() {
                let style = style(&template_list(terminal::width()));
                display.all.set_style(style);
                display.all.set_length(targets);
            }
            // The first target may take its time.
            display.show();
        }
    }

    /// Says what a target of a list has come to.
    pub fn told(&self, verdict: Verdict) {
        if let Some(display) = self.display.as_ref().filter(|display| display.of_list) {
            let mut verdicts = display.verdicts.get();
            verdicts[verdict as usize] += 1;
            display.verdicts.set(verdicts);
            display.all.inc(1);
            display.show();
        }
    }

    /// A line for what `label` names, which waits for its turn until more is said. It goes when it is dropped.
    pub fn line(&self, label: impl FnOnce() -> String) -> Line<'_> {
        Line {
            live: self.display.as_ref().map(|display| display.add(label())),
            counts: false,
            ok: true,
        }
    }

    /// A line for a check, which counts.
    pub fn check(&self, label: impl FnOnce() -> String) -> Line<'_> {
        if let Some(display) = &self.display {
            display.count(|tally| tally.begun += 1);
        }
        let mut line = self.line(label);
        line.counts = true;
        line
    }

    /// Does `talk`, which may write to a terminal, with the display out of its way.
    pub fn aside<T>(&self, talk: impl FnOnce() -> T) -> T {
        match &self.display {
            Some(display) => display.lines.suspend(talk),
            None => talk(),
        }
    }

    /// Takes the display away for good, before the last words of a run: they would come to stand below it.
    pub fn end(&self) {
        if let Some(display) = &self.display {
            display.all.finish_and_clear();
        }
    }

    /// Renews the times, and never ends: to be raced against the run.
    pub async fn animate(&self) -> Infallible {
        tokio::time::sleep(QUIET_AT_FIRST).await;
        let Some(display) = &self.display else {
            if let Some(line) = &self.plain {
                // Where even that cannot be written, nobody reads it.
                let _ = writeln!(io::stderr(), "mailcheck: {line}");
            }
            return std::future::pending().await;
        };
        display.lines.set_draw_target(screen::target());
        loop {
            for bar in display.live.borrow().iter() {
                bar.tick();
            }
            display.all.tick();
            tokio::time::sleep(TICK).await;
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.all.finish_and_clear();
    }
}

impl Display {
    fn add(&self, label: String) -> (&Self, ProgressBar) {
        if self.of_list {
            return (self, ProgressBar::hidden());
        }
        let bar = self
            .lines
            .insert_before(&self.all, ProgressBar::no_length());
        bar.set_style(style(TEMPLATE));
        bar.set_prefix(label);
        bar.set_message(self.words.plain("progress-waiting"));
        self.live.borrow_mut().push(bar.clone());
        (self, bar)
    }

    /// What `stage` is called, and how long it may take.
    fn stage(&self, stage: Stage) -> String {
        let what = self.words.plain(&format!("progress-{}", stage.name()));
        let limit = match stage {
            Stage::Greeting => self.limits.greeting,
            Stage::Resolve
            | Stage::Connect
            | Stage::Capabilities
            | Stage::Starttls
            | Stage::Tls
            | Stage::Certificate
            | Stage::Login
            | Stage::Transaction
            | Stage::Quit => self.limits.step,
        };
        let args = args! { "what" => what, "seconds" => seconds(limit) };
        self.words.text("progress-limit", &args)
    }

    fn count(&self, change: impl FnOnce(&mut Tally)) {
        let mut tally = self.tally.get();
        change(&mut tally);
        self.tally.set(tally);
        if !self.of_list {
            self.show();
        }
    }

    /// Says what all have come to.
    fn show(&self) {
        if self.of_list {
            let args = self.of_targets();
            return self
                .all
                .set_message(self.words.text("progress-list", &args));
        }
        let tally = self.tally.get();
        let mut args = deadline(self.limits);
        args.insert("done", tally.done.into());
        args.insert("all", tally.begun.into());
        args.insert("failed", tally.failed.into());
        args.insert("open", tally.begun.saturating_sub(tally.done).into());
        self.all.set_message(self.words.text("progress-all", &args));
    }

    /// How many targets of a list are done, how fast that goes, how long it will take, and what they came to.
    fn of_targets(&self) -> Args {
        let [ok, warning, inconclusive, failed] = self.verdicts.get();
        let done = ok + warning + inconclusive + failed;
        let gone = self.begun.elapsed();
        let rate = f64::from(done) / gone.as_secs_f64().max(0.001);
        let left = self.all.length().map(|all| all.saturating_sub(done.into()));
        let left = left
            .filter(|_| done > 0)
            .and_then(|left| u32::try_from(left).ok());
        let left = left.map(|left| gone.mul_f64(f64::from(left) / f64::from(done.max(1))));
        args! {
            "done" => done,
            "all" => self.all.length().map_or_else(|| "no".to_owned(), |all| all.to_string()),
            "rate" => format!("{rate:.1}"),
            "left" => left.map_or_else(|| "no".to_owned(), |left| HumanDuration(left).to_string()),
            "ok" => ok,
            "warning" => warning,
            "inconclusive" => inconclusive,
            "failed" => failed,
        }
    }
}

fn deadline(limits: Limits) -> Args {
    args! { "seconds" => seconds(limits.deadline) }
}

fn seconds(limit: Duration) -> u32 {
    u32::try_from(limit.as_secs().max(1)).unwrap_or(u32::MAX)
}

/// The templates are ours, and a test reads them.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}

/// One line of the display.
pub struct Line<'a> {
    live: Option<(&'a Display, ProgressBar)>,
    counts: bool,
    ok: bool,
}

impl Line<'_> {
    /// Says that `stage` is waited for, from now on.
    pub fn stage(&self, stage: Stage) {
        if let Some((display, bar)) = &self.live {
            bar.set_message(display.stage(stage));
            bar.reset_elapsed();
        }
    }

    /// Says that the cause of a failure is looked for, from now on.
    pub fn causes(&self) {
        if let Some((display, bar)) = &self.live {
            bar.set_message(display.words.plain("progress-causes"));
            bar.reset_elapsed();
        }
    }

    /// Says what the check came to.
    pub fn came_to(&mut self, ok: bool) {
        self.ok = ok;
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        if let Some((display, bar)) = &self.live {
            bar.finish_and_clear();
            display.lines.remove(bar);
            display.live.borrow_mut().retain(|live| !live.is_finished());
            if self.counts {
                display.count(|tally| {
                    tally.done += 1;
                    tally.failed += u32::from(!self.ok);
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    fn limits() -> Limits {
        Plan::default().limits
    }

    fn said(line: &Line<'_>) -> Option<String> {
        line.live.as_ref().map(|(_, bar)| bar.message())
    }

    #[test]
    fn nothing_is_shown_where_nobody_watches() {
        let unwatched = Progress::watched(Lang::En, limits(), false, false);
        assert!(unwatched.line(|| "smtp".to_owned()).live.is_none() && unwatched.plain.is_none());
        let watched = Progress::watched(Lang::En, limits(), true, false);
        assert!(watched.line(|| "smtp".to_owned()).live.is_some() && watched.plain.is_none());
        // A terminal that cannot take a line back gets one.
        let dumb = Progress::watched(Lang::En, limits(), true, true);
        assert!(dumb.line(|| "smtp".to_owned()).live.is_none());
        assert_eq!(dumb.plain.as_deref(), Some("asking, up to 90 s"));
    }

    #[test]
    fn a_line_says_what_it_waits_for_and_how_long_at_most() {
        let progress = Progress::showing(Lang::En, limits());
        let line = progress.line(|| "smtp".to_owned());
        assert_eq!(said(&line).as_deref(), Some("waiting for its turn"));
        line.stage(Stage::Connect);
        assert_eq!(said(&line).as_deref(), Some("connecting (at most 10 s)"));
        line.stage(Stage::Greeting);
        assert_eq!(
            said(&line).as_deref(),
            Some("waiting for the greeting (at most 30 s)")
        );
    }

    #[test]
    fn a_few_targets_have_no_bar_and_nothing_stays() {
        let progress = Progress::showing(Lang::En, limits());
        progress.expect(|| unreachable!("nobody needs their number"));
        progress.end();
        let display = progress.display.as_ref().expect("somebody watches");
        assert!(display.all.is_finished() && display.all.length().is_none());
    }

    #[test]
    fn a_list_has_one_line_for_all() {
        let progress = Progress::showing(Lang::En, limits()).of_list(true);
        let display = progress.display.as_ref().expect("somebody watches");
        let mut lines: Vec<Line<'_>> = (0..3).map(|_| progress.check(String::new)).collect();
        lines[0].stage(Stage::Connect);
        assert!(display.live.borrow().is_empty());
        lines[2].came_to(false);
        lines.truncate(1);
        progress.expect(|| Some(4));
        let said = display.all.message();
        assert!(said.starts_with("0 of 4, "), "{said}");
        for verdict in [Verdict::Ok, Verdict::Failed] {
            progress.told(verdict);
        }
        let said = display.all.message();
        assert!(said.starts_with("2 of 4, "), "{said}");
        let counts = "1 failed, 0 unclear, 0 warned, 1 well";
        assert!(said.ends_with(counts), "{said}");
        assert_eq!(display.all.length(), Some(4));
    }

    #[test]
    fn what_is_done_is_counted_and_what_failed_is_told() {
        let progress = Progress::showing(Lang::En, limits());
        let all = || {
            let display = progress.display.as_ref().expect("somebody watches");
            display.all.message()
        };
        let mut lines: Vec<Line<'_>> = (0..3).map(|_| progress.check(String::new)).collect();
        // Looking a name up is no check.
        drop(progress.line(|| "mail.example.com".to_owned()));
        assert_eq!(all(), "0 of 3 done, all well so far; at most 90 s in all");
        lines.pop();
        assert_eq!(all(), "1 of 3 done, all well so far; at most 90 s in all");
        lines[0].came_to(false);
        lines.remove(0);
        assert_eq!(all(), "2 of 3 done, 1 failed so far; at most 90 s in all");
    }

    #[test]
    fn every_stage_has_its_words_and_the_templates_are_some() {
        let words = Words::new(Lang::En);
        let stages = Stage::ALL.map(Stage::name);
        for name in stages.into_iter().chain(["waiting", "causes"]) {
            let id = format!("progress-{name}");
            assert!(words.find(&id, &args! {}).is_some(), "{id}");
        }
        for template in [TEMPLATE, TEMPLATE_ALL, &template_list(80)] {
            assert!(ProgressStyle::with_template(template).is_ok());
        }
    }
}
