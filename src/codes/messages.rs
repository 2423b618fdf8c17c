//! The sentences in which systems report an error, so that a pasted message without a number is understood too.
//!
//! Fragments only: what the English and the Chinese Windows say, and what C libraries say (`strerror`).

use super::resolver::Failure;
use super::socket::Condition;

/// What a system message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// An error of a socket.
    Socket(Condition),
    /// A failure of name resolution.
    Resolver(Failure),
}

/// What the first known system message in the text is about.
pub fn message(text: &str) -> Option<Message> {
    let text = text.to_lowercase();
    super::find(TABLE, |(fragment, _)| text.contains(fragment)).map(|(_, message)| *message)
}

/// Fragments in lower case and what they stand for, the longer before the shorter.
#[rustfmt::skip] // a table is read by its columns
pub const TABLE: &[(&str, Message)] = &[
    // Windows, English.
    ("did not properly respond", Message::Socket(Condition::TimedOut)),
    ("actively refused", Message::Socket(Condition::ConnectionRefused)),
    ("forcibly closed", Message::Socket(Condition::ConnectionReset)),
    ("aborted by the software in your host", Message::Socket(Condition::ConnectionAborted)),
    ("unreachable network", Message::Socket(Condition::NetworkUnreachable)),
    ("unreachable host", Message::Socket(Condition::HostUnreachable)),
    ("forbidden by its access permissions", Message::Socket(Condition::AccessDenied)),
    ("requested address is not valid in its context", Message::Socket(Condition::AddressNotAvailable)),
    ("lacked sufficient buffer space", Message::Socket(Condition::NoBuffers)),
    ("only one usage of each socket address", Message::Socket(Condition::AddressInUse)),
    ("no such host is known", Message::Resolver(Failure::NotFound)),
    // Windows, Chinese.
    ("没有正确答复", Message::Socket(Condition::TimedOut)),
    ("没有反应", Message::Socket(Condition::TimedOut)),
    ("积极拒绝", Message::Socket(Condition::ConnectionRefused)),
    ("强迫关闭", Message::Socket(Condition::ConnectionReset)),
    ("中止了一个已建立的连接", Message::Socket(Condition::ConnectionAborted)),
    ("放弃了一个已建立的连接", Message::Socket(Condition::ConnectionAborted)),
    ("无法连接的网络", Message::Socket(Condition::NetworkUnreachable)),
    ("无法连接的主机", Message::Socket(Condition::HostUnreachable)),
    ("目标主机坏了", Message::Socket(Condition::HostDown)),
    ("已死的网络", Message::Socket(Condition::NetworkDown)),
    ("缓冲区空间不足或队列已满", Message::Socket(Condition::NoBuffers)),
    ("套接字没有连接", Message::Socket(Condition::NotConnected)),
    ("套接字在那个方向已经关闭", Message::Socket(Condition::Shutdown)),
    ("访问权限不允许的方式", Message::Socket(Condition::AccessDenied)),
    ("请求的地址无效", Message::Socket(Condition::AddressNotAvailable)),
    ("只允许使用一次", Message::Socket(Condition::AddressInUse)),
    ("不知道这样的主机", Message::Resolver(Failure::NotFound)),
    ("不可恢复的错误", Message::Resolver(Failure::Permanent)),
    ("找不到请求的类型的数据", Message::Resolver(Failure::NoData)),
    // C libraries.
    ("connection timed out", Message::Socket(Condition::TimedOut)),
    ("operation timed out", Message::Socket(Condition::TimedOut)),
    ("connection refused", Message::Socket(Condition::ConnectionRefused)),
    ("connection reset by peer", Message::Socket(Condition::ConnectionReset)),
    ("software caused connection abort", Message::Socket(Condition::ConnectionAborted)),
    ("no route to host", Message::Socket(Condition::HostUnreachable)),
    ("network is unreachable", Message::Socket(Condition::NetworkUnreachable)),
    ("network is down", Message::Socket(Condition::NetworkDown)),
    ("host is down", Message::Socket(Condition::HostDown)),
    ("cannot assign requested address", Message::Socket(Condition::AddressNotAvailable)),
    ("can't assign requested address", Message::Socket(Condition::AddressNotAvailable)),
    ("address already in use", Message::Socket(Condition::AddressInUse)),
    ("too many open files in system", Message::Socket(Condition::TooManyFilesSystem)),
    ("too many open files", Message::Socket(Condition::TooManyFiles)),
    ("broken pipe", Message::Socket(Condition::BrokenPipe)),
    ("no buffer space available", Message::Socket(Condition::NoBuffers)),
    ("operation not permitted", Message::Socket(Condition::NotPermitted)),
    ("permission denied", Message::Socket(Condition::AccessDenied)),
    ("name or service not known", Message::Resolver(Failure::NotFound)),
    ("nodename nor servname provided", Message::Resolver(Failure::NotFound)),
    ("temporary failure in name resolution", Message::Resolver(Failure::TryAgain)),
    ("non-recoverable failure in name resolution", Message::Resolver(Failure::Permanent)),
    ("no address associated with hostname", Message::Resolver(Failure::NoData)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_is_found_and_none_hides_another() {
        for (fragment, expected) in TABLE {
            assert_eq!(
                message(&format!("x: {fragment}.")),
                Some(*expected),
                "{fragment}"
            );
            assert_eq!(fragment.to_lowercase(), *fragment);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_this_system_says_is_understood() {
        use crate::codes::Os;
        for condition in [
            Condition::TimedOut,
            Condition::ConnectionRefused,
            Condition::HostUnreachable,
            Condition::NetworkUnreachable,
            Condition::ConnectionReset,
            Condition::AddressNotAvailable,
            Condition::TooManyFiles,
        ] {
            let (code, name) = condition.errno(Os::Linux).unwrap();
            let text = std::io::Error::from_raw_os_error(code).to_string();
            assert_eq!(
                message(&text),
                Some(Message::Socket(condition)),
                "{name}: {text}"
            );
        }
    }
}
