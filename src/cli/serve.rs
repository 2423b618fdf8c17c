//! The options of `mailcheck serve`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueHint};

use super::LangArg;

/// `mailcheck serve`.
#[derive(Clone, Debug, ClapArgs)]
pub struct ServeArgs {
    /// Listen here; :9825 is every address of this machine; may be repeated
    #[arg(
        long,
        value_name = "ADDR:PORT",
        default_value = "127.0.0.1:9825",
        value_hint = ValueHint::Other
    )]
    pub listen: Vec<String>,
    /// Check these targets and no others: a name, *.example.com, an address or a network; may be repeated. Names are
    /// listed by name and addresses by network. A name that is listed may lead to public addresses; any other has to be
    /// listed too. Without it every target is checked, and none where --listen is open to other machines
    #[arg(long, value_name = "PATTERN", value_delimiter = ',', value_hint = ValueHint::Other)]
    pub allow: Vec<String>,
    /// The modules that module= names, in a TOML file: tables such as [modules.sending] with the options of checking, as
    /// in service = "submission"
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub modules: Option<PathBuf>,
    /// TLS and passwords, in the web.yml of Prometheus' exporters
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub web_config: Option<PathBuf>,
    /// A name by which this server may be asked, beside localhost, addresses and this machine's own; may be repeated. Web
    /// pages of others cannot have a browser ask it by a name of theirs
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_hint = ValueHint::Hostname)]
    pub name: Vec<String>,
    /// Targets that are checked at once, 1 to 1000
    #[arg(long, value_name = "N", default_value = "64", value_hint = ValueHint::Other)]
    pub jobs: String,
    /// How long an answer is given again before the target is checked anew; 0 is never
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "10",
        value_hint = ValueHint::Other
    )]
    pub keep: String,
    /// How much sooner than Prometheus gives up there is an answer
    #[arg(
        long,
        value_name = "SECS",
        allow_negative_numbers = true,
        default_value = "0.5",
        value_hint = ValueHint::Other
    )]
    pub timeout_offset: String,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true
    )]
    pub lang: Option<LangArg>,
}
