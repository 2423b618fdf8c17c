//! Whether the port works in the other TLS mode: then a setting is wrong, and nothing else.

use super::{Subject, talk};
use crate::facts::OtherMode;
use crate::failure::Trouble;
use crate::service::Security;
use crate::wire::Text;

pub(super) async fn ask(subject: Subject<'_>) -> Option<OtherMode> {
    let security = match subject.check.endpoint.service.security() {
        Security::Starttls => Security::Tls,
        Security::Tls => Security::Starttls,
    };
    Some(OtherMode {
        security,
        outcome: outcome(subject, security).await,
    })
}

async fn outcome(subject: Subject<'_>, security: Security) -> Result<Vec<Text>, Trouble> {
    let asking = subject.asking;
    let line = talk::connect(asking, subject.address).await?;
    let protocol = subject.check.endpoint.service.protocol();
    talk::first_words(asking, line.stream, protocol, security, subject.server_name).await
}
