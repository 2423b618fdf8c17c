//! What may be typed. The doc comments are the help text.

#![expect(
    clippy::doc_markdown,
    reason = "the help text is no Markdown: backticks would be shown"
)]

pub mod account;
mod asked;
mod check;
mod choices;
mod diff;
pub mod environment;
mod explain;
pub mod fleet;
mod forgiving;
pub mod generate;
mod help;
mod man;
pub mod meaning;
pub mod mistakes;
pub mod proxy;
mod reading;
pub mod sender;
pub mod serve;
pub mod version;

use clap::{ArgAction, Parser, Subcommand};

pub use asked::Asked;
pub use check::CheckArgs;
pub use choices::{ColorArg, GenerateArg, LangArg, RootsArg};
pub use diff::{DiffArgs, DiffFormatArg};
pub use explain::ExplainArgs;
use fleet::FleetArgs;
pub use reading::Mistake;
pub use serve::ServeArgs;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "mailcheck",
    version,
    long_version = version::long(),
    about = "Says why this machine cannot talk to a mail server, whose fault it is, and what to do next.",
    override_usage = "mailcheck [OPTIONS] <TARGET>...\n       mailcheck explain <CODE|FINDING>...\n       mailcheck diff <FIRST> <SECOND>\n       mailcheck fleet submit|work|collect|status|reconcile|forget [OPTIONS]\n       mailcheck serve",
    after_help = AFTER_HELP,
    max_term_width = 80,
    disable_help_flag = true,
    disable_version_flag = true,
    subcommand_negates_reqs = true,
    subcommand_precedence_over_arg = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// `mailcheck explain`, `mailcheck diff`, `mailcheck serve`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// `mailcheck TARGET`.
    #[command(flatten)]
    pub check: CheckArgs,
    /// Print this help
    #[arg(short, long, action = ArgAction::Help, global = true, help_heading = "About mailcheck")]
    pub help: Option<bool>,
    /// Print the version; --version also tells what it was built from
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "About mailcheck")]
    pub version: Option<bool>,
    /// Print the man page (man), or what makes a shell complete the command line: complete-bash, complete-zsh,
    /// complete-fish, complete-powershell
    // An option as ripgrep has it, not a word: a host may be called anything.
    #[arg(
        long,
        value_name = "WHAT",
        exclusive = true,
        hide_possible_values = true,
        help_heading = "About mailcheck"
    )]
    pub generate: Option<GenerateArg>,
}

/// What there is beside checking.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Explain an error number, a server's reply or a finding; asks no network
    #[command(
        override_usage = "mailcheck explain [OPTIONS] <CODE|FINDING>...",
        after_help = EXPLAIN_EXAMPLES
    )]
    Explain(ExplainArgs),
    /// Say what changed between two reports of -f json: yesterday and today, or two machines; asks no network
    #[command(
        override_usage = "mailcheck diff [OPTIONS] <FIRST> <SECOND>",
        after_help = DIFF_EXAMPLES
    )]
    Diff(DiffArgs),
    /// Share a list with other machines, over a NATS server with JetStream
    #[command(
        override_usage = "mailcheck fleet submit|work|collect|status|reconcile|forget [OPTIONS]",
        after_help = FLEET_EXAMPLES
    )]
    Fleet(FleetArgs),
    /// Answer Prometheus, which names a target with each scrape, and people with a browser
    #[command(override_usage = "mailcheck serve [OPTIONS]", after_help = SERVE_AFTER)]
    Serve(ServeArgs),
}

const AFTER_HELP: &str = "\
Examples:
  mailcheck smtp.example.com           the three SMTP services of a host
  mailcheck mail.example.com:587       one service
  mailcheck imaps://mail.example.com   the same, by URL
  mailcheck someone@example.com        the servers of a mail address
  mailcheck example.com                a mail domain: its MX hosts, port 25
  mailcheck -f markdown mail.example.com > ticket.md
  mailcheck --letter smtp.example.com  a request to whoever can fix it
  mailcheck -o report.html -o report.json mail.example.com
  mailcheck -f json -s submission,imaps mail.example.com
  mailcheck --login someone@example.com
  mailcheck --from me@example.com --rcpt you@example.net smtp.example.com
  mailcheck --proxy socks5h://proxy.example:1080 mail.example.com
  mailcheck --sender gmail.com         what others see of this machine
  mailcheck --targets hosts.txt        a line a target
  mailcheck explain 10060 0x800CCC0E
  mailcheck diff yesterday.json today.json
  mailcheck serve

Exit codes:
  0  works, perhaps with warnings (--strict: 1 for those)
  1  does not work
  2  wrong usage
  3  cannot be told: this machine, its network, its resolver or a limit of
     the server stood in the way
  With -f nagios: 0 OK, 1 WARNING, 2 CRITICAL (does not work), 3 UNKNOWN (cannot
  be told, or wrong usage).

Environment:
  MAILCHECK_CA_FILE, MAILCHECK_COLOR, MAILCHECK_DEADLINE, MAILCHECK_EHLO,
  MAILCHECK_FORMAT, MAILCHECK_GREETING_TIMEOUT, MAILCHECK_LANG, MAILCHECK_PROXY,
  MAILCHECK_RESOLVER, MAILCHECK_ROOTS and MAILCHECK_TIMEOUT stand in for the
  options of these names. What is typed wins; an empty one counts as not set.
  MAILCHECK_PASSWORD is the password for --login, where no option says where it
  comes from, and MAILCHECK_PROXY_PASSWORD that for the user of a proxy.
  ALL_PROXY, HTTPS_PROXY and NO_PROXY are read for --proxy env. NO_COLOR, where
  it is not empty, means no colour.

Without --login nobody is logged in, without --from and --rcpt no mail is begun,
and without --send none is sent.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  mailcheck explain 10060
  mailcheck explain 0x800CCC0E 0x8007274C
  mailcheck explain ETIMEDOUT 5.7.1 port-25-blocked
  mailcheck explain \"554 5.7.1 Service unavailable; Client host blocked\"";

const FLEET_EXAMPLES: &str = "\
Examples:
  mailcheck fleet submit --survey weekly --targets hosts.txt
  mailcheck fleet work --server tls://nats.example.com --creds nats.creds
  mailcheck fleet status --survey weekly
  mailcheck fleet collect --survey weekly -o result.ndjson

Environment:
  MAILCHECK_SERVER and MAILCHECK_CREDS stand in for --server and --creds.

Exit codes:
  0  done; of collect: every target has its result
  2  wrong usage
  3  the server stood in the way; of collect: results are missing still";

const DIFF_EXAMPLES: &str = "\
Examples:
  mailcheck diff yesterday.json today.json
  mailcheck -f json mail.example.com | mailcheck diff yesterday.json -
  mailcheck diff -f json yesterday.json today.json

Exit codes:
  0  nothing got worse
  1  something got worse: a check that worked fails, or a finding is new
  2  wrong usage, or a file that is no report";

const SERVE_AFTER: &str = "\
Examples:
  mailcheck serve
  mailcheck serve --listen :9825 --allow '*.example.com' --allow 192.0.2.0/24
  mailcheck serve --modules modules.toml --web-config web.yml

Paths:
  /probe?target=TARGET       metrics of a check; also &service=LIST,
                             &module=NAME, &format=html, text, json, ...
  /                          a page with a form
  /metrics                   about mailcheck serve itself
  /-/healthy, /-/ready       200 while it runs, while it takes requests
  /-/reload                  POST, or SIGHUP: read the files again

Nobody is logged in and no mail is begun, whoever asks.

Exit codes:
  0  it was asked to end
  2  wrong usage, a file that makes no sense, or an address that is taken";
