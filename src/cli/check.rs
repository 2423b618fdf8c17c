//! What may be typed about a check.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueHint};

use super::account::AccountArgs;
use super::environment::{Given, Variable};
use super::proxy::ProxyArgs;
use super::sender::SenderArgs;
use super::{ColorArg, LangArg, RootsArg};
use crate::report::{Format, format};

/// `mailcheck TARGET...`.
#[derive(Clone, Debug, ClapArgs)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option that is given or not"
)]
pub struct CheckArgs {
    /// A host, host:port, an IP address, a URL such as imaps://host, a mail address, or a mail domain
    #[arg(value_name = "TARGET", required_unless_present = "list", value_hint = ValueHint::Hostname)]
    pub targets: Vec<String>,

    /// Services by name or port, as in smtp,587,imaps, or all [default: what the host's name promises]
    #[arg(
        short,
        long,
        value_name = "LIST",
        value_delimiter = ',',
        help_heading = "What to check",
        value_hint = ValueHint::Other
    )]
    pub service: Vec<String>,
    /// Read a name as a host, also where it has MX records
    #[arg(long, conflicts_with = "mx", help_heading = "What to check")]
    pub host: bool,
    /// Read a name as a mail domain: every MX host, on port 25
    #[arg(long, conflicts_with = "service", help_heading = "What to check")]
    pub mx: bool,
    /// IPv4 only
    #[arg(
        short = '4',
        long = "ipv4",
        conflicts_with = "ipv6",
        help_heading = "What to check"
    )]
    pub ipv4: bool,
    /// IPv6 only
    #[arg(short = '6', long = "ipv6", help_heading = "What to check")]
    pub ipv6: bool,

    /// Read targets from this file too, a line each; - is standard input. # begins a comment. A line that is no target is
    /// reported on standard error, and the others are checked
    #[arg(
        long = "targets",
        value_name = "FILE",
        help_heading = "Lists of targets",
        value_hint = ValueHint::FilePath
    )]
    pub list: Option<PathBuf>,
    /// Check one part of the list alone, as in 2/8, for one of several machines. The hosts of a domain and the addresses of a
    /// network are in the same part. env/8 has the number of Kubernetes (JOB_COMPLETION_INDEX) or Slurm
    /// (SLURM_ARRAY_TASK_ID), and env with Slurm also how many there are
    #[arg(
        long,
        value_name = "I/N",
        requires = "list",
        help_heading = "Lists of targets",
        value_hint = ValueHint::Other
    )]
    pub shard: Option<String>,
    /// Where a line of --targets is no target, exit with 2 when all the others have been checked
    #[arg(long, requires = "list", help_heading = "Lists of targets")]
    pub strict_input: bool,
    /// Targets that are checked at once, 1 to 10000 [default: as many as keep this machine at work, up to 256]
    #[arg(long, value_name = "N", help_heading = "Lists of targets", value_hint = ValueHint::Other)]
    pub jobs: Option<String>,
    /// New targets a second at the most, as in 20 or 0.5
    #[arg(
        long,
        value_name = "N",
        allow_negative_numbers = true,
        help_heading = "Lists of targets",
        value_hint = ValueHint::Other
    )]
    pub rate: Option<String>,

    /// Go on with the .ndjson file of --output: leave out the targets that it has, asked with the same options, and add
    /// the others. Given from the first run on, also a run that was killed can be gone on with
    #[arg(long, help_heading = "Lists of targets")]
    pub resume: bool,

    /// Longest wait for a connect, a DNS answer, a reply or TLS
    #[arg(
        short,
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "10",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub timeout: String,
    /// Longest wait for the greeting; servers may take their time
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "30",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub greeting_timeout: String,
    /// Longest time for each target, finished or not
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "90",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub deadline: String,
    /// Ask this DNS resolver, not the system's; may be repeated
    #[arg(
        long,
        value_name = "ADDR[:PORT]",
        help_heading = "How to check",
        value_hint = ValueHint::Other
    )]
    pub resolver: Vec<String>,
    /// Validate DNSSEC from the DNSKEY records in this file, for a private root
    #[arg(
        long,
        value_name = "FILE",
        help_heading = "How to check",
        value_hint = ValueHint::FilePath
    )]
    pub trust_anchor: Option<PathBuf>,
    /// Connect to this address; the name is still used for TLS
    #[arg(long, value_name = "ADDR", help_heading = "How to check", value_hint = ValueHint::Other)]
    pub connect_to: Option<String>,
    /// Expect this name in the certificate, not the host's
    #[arg(
        long,
        value_name = "NAME",
        help_heading = "How to check",
        value_hint = ValueHint::Hostname
    )]
    pub tls_name: Option<String>,
    /// Trust the authorities in this PEM file and no others
    #[arg(
        long,
        value_name = "PEM",
        conflicts_with = "roots",
        help_heading = "How to check",
        value_hint = ValueHint::FilePath
    )]
    pub ca_file: Option<PathBuf>,
    /// Authorities to trust: mozilla (built in) or system
    #[arg(
        long,
        value_name = "WHOSE",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "mozilla",
        help_heading = "How to check"
    )]
    pub roots: RootsArg,
    /// Name for EHLO [default: this host's full name, else its address]
    #[arg(
        long,
        value_name = "NAME",
        help_heading = "How to check",
        value_hint = ValueHint::Hostname
    )]
    pub ehlo: Option<String>,
    /// Do not trace the path of connections that fail
    #[arg(long, help_heading = "How to check")]
    pub no_trace: bool,
    /// For a mail address: ask Thunderbird's database too, which then learns the domain
    #[arg(long, help_heading = "How to check")]
    pub online: bool,
    /// For a mail address: tell the whole address to the domain's own web server, as some want it
    #[arg(long, help_heading = "How to check")]
    pub send_address: bool,
    /// Where TLS works: try the larger TLS hello of newer programs too (X25519MLKEM768), on a connection of its own
    #[arg(long, help_heading = "How to check")]
    pub large_hello: bool,

    /// `--format`; the table of formats tells what it is for.
    #[arg(
        short,
        long,
        help = format::names_for_help(),
        value_name = "FORMAT",
        ignore_case = true,
        hide_possible_values = true,
        ignore_case = true,
        default_value = "text",
        help_heading = "What to show"
    )]
    pub format: Format,
    /// Print a letter in place of the report: a request to whoever can fix the first fault, with the evidence, ready to
    /// send. Files of --output hold the report all the same
    #[arg(long, conflicts_with = "format", help_heading = "What to show")]
    pub letter: bool,
    /// `--output`; the table of formats has the endings.
    #[arg(
        short,
        long,
        help = format!(
            "Write the report to this file too, in the format of its ending: {}; may be repeated",
            format::endings_for_help()
        ),
        value_name = "FILE",
        help_heading = "What to show",
        value_hint = ValueHint::FilePath
    )]
    pub output: Vec<PathBuf>,
    /// Show every dialogue and every DNS exchange, and the settings for each mail program
    #[arg(short, long, conflicts_with = "quiet", help_heading = "What to show")]
    pub verbose: bool,
    /// Show the verdict alone, one line a target
    #[arg(short, long, help_heading = "What to show")]
    pub quiet: bool,
    /// Colour: auto, always or never; auto means on a terminal, unless NO_COLOR is set
    #[arg(
        long,
        value_name = "WHEN",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "auto",
        help_heading = "What to show"
    )]
    pub color: ColorArg,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true,
        help_heading = "What to show"
    )]
    pub lang: Option<LangArg>,
    /// Hide public addresses too (in Markdown and HTML); in a letter, hide this machine, of which it tells otherwise
    #[arg(long, help_heading = "What to show")]
    pub redact: bool,
    /// A certificate that ends in fewer days is a warning [default: 14]
    #[arg(long, value_name = "DAYS", help_heading = "What to show", value_hint = ValueHint::Other)]
    pub warning_days: Option<u16>,
    /// A certificate that ends in fewer days is critical [default: 3] (with -f nagios)
    #[arg(long, value_name = "DAYS", help_heading = "What to show", value_hint = ValueHint::Other)]
    pub critical_days: Option<u16>,
    /// Exit with 1 for warnings too
    #[arg(long, help_heading = "What to show")]
    pub strict: bool,

    /// Logins and the handing over of mail.
    #[command(flatten)]
    pub account: AccountArgs,

    /// The proxy to go through.
    #[command(flatten)]
    pub proxy: ProxyArgs,

    /// This machine as a sender.
    #[command(flatten)]
    pub sender: SenderArgs,

    /// Those that stand in for an option.
    #[arg(skip)]
    pub variables: Vec<Variable>,
}

impl CheckArgs {
    /// How the value of `option` was given.
    pub fn given(&self, option: &'static str) -> Given {
        let stands_in = self.variables.iter().find(|one| one.option == option);
        stands_in.map_or(Given::Option(option), |one| Given::Variable(one.name))
    }
}
