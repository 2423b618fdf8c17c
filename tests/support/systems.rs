//! Words of next steps that are of use on one system alone: commands, and places in settings dialogues.

use mailcheck::codes::Os;
use mailcheck::words::Lang;

const LINUX: [&str; 14] = [
    "nft ",
    "iptables",
    "ip route",
    "ip link",
    "ip addr",
    "ss -",
    "systemctl",
    "journalctl",
    "resolvectl",
    "timedatectl",
    "sysctl",
    "update-ca-certificates",
    "NetworkManager",
    "Evolution",
];
const MACOS: [&str; 11] = [
    "networksetup",
    "Keychain",
    "Little Snitch",
    "LuLu",
    "route -n get",
    "System Settings",
    "系统设置",
    "Apple Mail: ",
    "Apple Mail：",
    "scutil",
    "netstat -an -p",
];
const WINDOWS: [&str; 18] = [
    "netsh",
    "ipconfig",
    ".msc",
    ".cpl",
    "route print",
    "netstat -ano",
    "PowerShell",
    "Test-NetConnection",
    "Find-NetRoute",
    "Get-NetUDPEndpoint",
    "Get-DnsClient",
    "Windows Security",
    "Windows 安全中心",
    "Control Panel",
    "控制面板",
    "Network & internet",
    "Outlook: File",
    "C:\\",
];
/// What Linux and macOS share.
const UNIX: [&str; 4] = ["sudo", "/etc/", "lsof", "ulimit"];

pub(crate) const SYSTEMS: [(Os, &str); 3] = [
    (Os::Linux, "linux"),
    (Os::MacOs, "macos"),
    (Os::Windows, "windows"),
];

/// The first word in `text` that nobody on this system can use.
pub(crate) fn foreign(os: Os, text: &str) -> Option<&'static str> {
    let groups: [&[&str]; 3] = match os {
        Os::Linux => [&MACOS, &WINDOWS, &[]],
        Os::MacOs => [&LINUX, &WINDOWS, &[]],
        Os::Windows => [&LINUX, &MACOS, &UNIX],
    };
    groups.concat().into_iter().find(|word| text.contains(word))
}

/// The next steps of a language, as they are written.
pub(crate) fn steps(lang: Lang) -> impl Iterator<Item = String> {
    let mut steps: Vec<String> = Vec::new();
    let mut inside = false;
    for line in lang.source().lines() {
        if !line.starts_with(' ') {
            inside = line.starts_with("step-");
            steps.extend(inside.then(String::new));
        }
        if let Some(step) = steps.last_mut().filter(|_| inside) {
            step.push_str(line);
            step.push('\n');
        }
    }
    steps.into_iter()
}

/// What a step says on `system`: its choice among systems is made, all others are left as they are.
pub(crate) fn on_system(step: &str, system: &str) -> String {
    let mut said = String::new();
    let mut of_others = false;
    let mut choosing = false;
    for line in step.lines() {
        let start = line.trim_start();
        if choosing && start.starts_with('}') {
            (choosing, of_others) = (false, false);
        }
        if let Some((name, _)) = start
            .trim_start_matches('*')
            .strip_prefix('[')
            .filter(|_| choosing)
            .and_then(|rest| rest.split_once(']'))
        {
            let is_default = start.starts_with('*');
            let has_own = step.contains(&format!("[{system}]"));
            of_others = name != system && (has_own || !is_default);
        }
        if !of_others {
            said.push_str(line);
            said.push('\n');
        }
        choosing |= line.ends_with("{ $os ->");
    }
    said
}
