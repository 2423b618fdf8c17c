//! The server: its streams, its queue, and what it says when something is wrong.
//!
//! The one file outside `net` in which a connection is opened: the client of NATS opens its own, to a server that the user
//! named, and tells no mail server anything.

use std::time::Duration;

use async_nats::jetstream::consumer::pull::{Batch, Config as ConsumerConfig};
use async_nats::jetstream::consumer::{AckPolicy, PullConsumer};
use async_nats::jetstream::context::{ContextBuilder, PublishError, PublishErrorKind};
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::stream::{
    Config, DiscardPolicy, LastRawMessageErrorKind, RetentionPolicy, StorageType, Stream,
};
use async_nats::jetstream::{AckKind, Context, Error as ServerError, ErrorCode, Message};
use async_nats::{Client, ConnectErrorKind, ConnectOptions};
use futures_util::{StreamExt, TryStreamExt};

use super::access::{Access, Creds};
use super::names::{self, ChunkName, Kept, SurveyName};
use super::piece;
use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// How long to wait for a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// How long to wait for an answer. A server that starts with many messages takes a while.
const ANSWER: Duration = Duration::from_secs(10);
/// How long the server looks for an order before it says that there is none.
const LOOK: Duration = Duration::from_secs(2);
/// How long a message with the same id is the same message.
const SAME: Duration = Duration::from_secs(120);
/// What the queue holds. Whoever submits waits where it is full.
const MAX_QUEUE: i64 = 1024 * 1024 * 1024;
/// Orders that machines may have at a time.
const MAX_TAKEN: i64 = 10_000;

/// The server, with the streams of a fleet.
pub(super) struct Queue {
    context: Context,
    client: Client,
    work: Stream,
    surveys: Stream,
    results: Stream,
}

/// What the server does not do.
#[derive(Debug)]
pub(super) enum QueueError {
    /// There is no connection.
    Unreachable { servers: String, why: String },
    /// It does not let us in.
    NotPermitted { servers: String },
    /// Its certificate, or ours.
    Tls { servers: String, why: String },
    /// JetStream is off, or is not for this user.
    NoStreams(String),
    /// It takes too little in a message.
    SmallMessages(usize),
    /// There is no room; that passes when results are collected and the survey is deleted, or the disk grows.
    Full(String),
    /// It did not answer, or not yet.
    Silent(String),
    /// More than it takes in a message.
    TooLarge,
}

said_errors!(QueueError);

impl Said for QueueError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::Unreachable { servers, why } => (
                "fleet-unreachable",
                args! { "server" => servers.as_str(), "why" => why.as_str() },
            ),
            Self::NotPermitted { servers } => (
                "fleet-not-permitted",
                args! { "server" => servers.as_str() },
            ),
            Self::Tls { servers, why } => (
                "fleet-tls",
                args! { "server" => servers.as_str(), "why" => why.as_str() },
            ),
            Self::NoStreams(why) => ("fleet-no-streams", args! { "why" => why.as_str() }),
            Self::SmallMessages(bytes) => (
                "fleet-small-messages",
                args! { "bytes" => bytes.to_string(), "least" => piece::LEAST.to_string() },
            ),
            Self::Full(why) => ("fleet-full", args! { "why" => why.as_str() }),
            Self::Silent(why) => ("fleet-silent", args! { "why" => why.as_str() }),
            Self::TooLarge => ("fleet-too-large", args! {}),
        };
        Sentence { id, args }
    }
}

impl QueueError {
    /// Whether it may be otherwise in a moment.
    pub(super) const fn passes(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Full(_) | Self::Silent(_) => true,
            Self::NotPermitted { .. }
            | Self::Tls { .. }
            | Self::NoStreams(_)
            | Self::SmallMessages(_)
            | Self::TooLarge => false,
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands on")]
    fn silent(error: impl ToString) -> Self {
        Self::Silent(error.to_string())
    }
}

impl Queue {
    /// Connects, and makes the streams where they are not there. Streams that somebody made otherwise stay as they are.
    pub(super) async fn open(access: &Access) -> Result<Self, QueueError> {
        let client = connect(access).await?;
        let most = client.max_payload();
        if most < piece::LEAST {
            return Err(QueueError::SmallMessages(most));
        }
        let context = ContextBuilder::new().timeout(ANSWER).ack_timeout(ANSWER);
        let context = context.build(client.clone());
        Ok(Self {
            work: stream(&context, work()).await?,
            surveys: stream(&context, keeping(names::SURVEYS, SUBJECTS_KEPT, 1)).await?,
            results: stream(&context, keeping(names::RESULTS, &["mc.result.*"], -1)).await?,
            context,
            client,
        })
    }

    /// What a message may have.
    pub(super) fn room(&self) -> usize {
        self.client.max_payload()
    }

    /// What is kept under `subject`.
    pub(super) async fn read(&self, subject: &str) -> Result<Option<Vec<u8>>, QueueError> {
        match self.surveys.get_last_raw_message_by_subject(subject).await {
            Ok(message) => Ok(Some(message.payload.to_vec())),
            Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => Ok(None),
            Err(error) => Err(QueueError::silent(error)),
        }
    }

    /// Keeps `bytes` under `subject`, unless something is there. Says whether nothing was.
    pub(super) async fn write_once(
        &self,
        subject: String,
        bytes: Vec<u8>,
    ) -> Result<bool, QueueError> {
        let message = PublishMessage::build()
            .payload(bytes.into())
            .expected_last_subject_sequence(0);
        match self.publish(subject, message).await {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == PublishErrorKind::WrongLastSequence => Ok(false),
            Err(error) => Err(refused(&error)),
        }
    }

    /// Forgets what is kept under `subject`, which may be a pattern.
    pub(super) async fn forget(&self, subject: String) -> Result<(), QueueError> {
        let purge = self.surveys.purge().filter(subject).await;
        purge.map(drop).map_err(QueueError::silent)
    }

    /// The subjects under which something is kept.
    pub(super) async fn kept(&self, pattern: String) -> Result<Vec<String>, QueueError> {
        subjects(&self.surveys, pattern).await
    }

    /// The orders that are in the queue, also those that are handed out.
    pub(super) async fn queued(&self, survey: &SurveyName) -> Result<Vec<String>, QueueError> {
        subjects(&self.work, names::orders(survey)).await
    }

    /// Whether an order for `chunk` is in the queue, or handed out.
    pub(super) async fn is_queued(
        &self,
        survey: &SurveyName,
        chunk: ChunkName,
    ) -> Result<bool, QueueError> {
        let there = subjects(&self.work, names::order(survey, chunk)).await?;
        Ok(!there.is_empty())
    }

    /// The orders that are handed out.
    pub(super) async fn taken(&self, survey: &SurveyName) -> Result<Vec<String>, QueueError> {
        let consumer = match self.work.consumer_info(survey.to_string()).await {
            Ok(consumer) => consumer,
            // Nobody may take one before there is a consumer.
            Err(error) if is_not_found(&error) => return Ok(Vec::new()),
            Err(error) => return Err(QueueError::silent(error)),
        };
        let last = consumer.delivered.stream_sequence;
        let (mut orders, mut from) = (Vec::new(), consumer.ack_floor.stream_sequence + 1);
        let pattern = names::orders(survey);
        while consumer.num_ack_pending > orders.len() && from <= last {
            let next = self
                .work
                .get_first_raw_message_by_subject(&pattern, from)
                .await;
            match next {
                Ok(message) if message.sequence <= last => {
                    orders.push(message.subject.to_string());
                    from = message.sequence + 1;
                }
                Ok(_) => break,
                Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => break,
                Err(error) => return Err(QueueError::silent(error)),
            }
        }
        Ok(orders)
    }

    /// Puts an order into the queue. What is sent again with the same `id` is the same order.
    pub(super) async fn order(
        &self,
        survey: &SurveyName,
        chunk: ChunkName,
        id: &str,
    ) -> Result<(), QueueError> {
        let message = PublishMessage::build()
            .payload(Vec::new().into())
            .message_id(format!("{survey}/{chunk}/{id}"));
        let sent = self.publish(names::order(survey, chunk), message).await;
        sent.map(drop).map_err(|error| refused(&error))
    }

    /// Stores a piece of results; says where.
    pub(super) async fn store(
        &self,
        survey: &SurveyName,
        bytes: &[u8],
        id: &str,
    ) -> Result<u64, QueueError> {
        let message = PublishMessage::build()
            .payload(bytes.to_vec().into())
            .message_id(id);
        let sent = self.publish(names::pieces(survey), message).await;
        sent.map_err(|error| refused(&error))
    }

    /// The piece that was stored there; `None` where it is not there any more.
    pub(super) async fn piece(&self, sequence: u64) -> Result<Option<Vec<u8>>, QueueError> {
        match self.results.get_raw_message(sequence).await {
            Ok(message) => Ok(Some(message.payload.to_vec())),
            Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => Ok(None),
            Err(error) => Err(QueueError::silent(error)),
        }
    }

    /// Makes the place where machines take the orders of `survey`, or finds it as it is.
    pub(super) async fn hand_out(
        &self,
        survey: &SurveyName,
        ack_wait: Duration,
    ) -> Result<Orders, QueueError> {
        let config = ConsumerConfig {
            durable_name: Some(survey.to_string()),
            ack_policy: AckPolicy::Explicit,
            ack_wait,
            // A chunk that nobody finishes is given up by whoever has it next, so that it is told.
            max_deliver: -1,
            max_ack_pending: MAX_TAKEN,
            filter_subject: names::orders(survey),
            ..ConsumerConfig::default()
        };
        let name = survey.to_string();
        let consumer = self.work.get_or_create_consumer(&name, config).await;
        consumer.map(Orders).map_err(QueueError::silent)
    }

    /// Deletes all that is there of a survey; the orders first, so that nobody begins anything.
    pub(super) async fn delete(&self, survey: &SurveyName) -> Result<(), QueueError> {
        let orders = self.work.purge().filter(names::orders(survey)).await;
        orders.map_err(QueueError::silent)?;
        self.dismiss(survey).await?;
        for kept in [Kept::Survey, Kept::Sealed] {
            self.forget(kept.of(survey)).await?;
        }
        for kept in [Kept::Chunk, Kept::Done, Kept::Failed] {
            self.forget(kept.of_all(survey)).await?;
        }
        let results = self.results.purge().filter(names::pieces(survey)).await;
        results.map(drop).map_err(QueueError::silent)
    }

    /// Deletes the consumer. A server can fail at the files of one that is being written (nats-server 2.9: "directory not
    /// empty"), and has forgotten it by then: the second question is answered.
    async fn dismiss(&self, survey: &SurveyName) -> Result<(), QueueError> {
        let name = survey.to_string();
        let mut result = self.work.delete_consumer(&name).await;
        if result.as_ref().is_err_and(|error| !is_not_found(error)) {
            result = self.work.delete_consumer(&name).await;
        }
        match result {
            Err(error) if !is_not_found(&error) => Err(QueueError::silent(error)),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    async fn publish(&self, subject: String, message: PublishMessage) -> Result<u64, PublishError> {
        let sent = self.context.send_publish(subject, message).await?;
        sent.await.map(|ack| ack.sequence)
    }
}

/// Where the orders of a survey are taken.
pub(super) struct Orders(PullConsumer);

impl Orders {
    /// The next order, where there is one within a moment.
    pub(super) async fn next(&self) -> Result<Option<Order>, QueueError> {
        // No heartbeats: the client stops at the first one (0.50, `Batch::poll_next`).
        let batch = self.0.batch().max_messages(1).expires(LOOK);
        Self::first(batch.messages().await.map_err(QueueError::silent)?).await
    }

    /// The next order, where there is one now.
    pub(super) async fn at_once(&self) -> Result<Option<Order>, QueueError> {
        let batch = self.0.fetch().max_messages(1).expires(LOOK);
        Self::first(batch.messages().await.map_err(QueueError::silent)?).await
    }

    async fn first(mut messages: Batch) -> Result<Option<Order>, QueueError> {
        let Some(message) = messages.next().await else {
            return Ok(None);
        };
        let message = message.map_err(QueueError::silent)?;
        let Some(chunk) = ChunkName::read(names::last(&message.subject)) else {
            // Whoever put it there, nobody can do it.
            let ended = message.ack_with(AckKind::Term).await;
            return ended.map(|()| None).map_err(QueueError::silent);
        };
        let deliveries = message.info().map_or(1, |info| info.delivered);
        Ok(Some(Order {
            chunk,
            deliveries: u64::try_from(deliveries).unwrap_or(1),
            message,
        }))
    }
}

/// An order that this machine has.
pub(super) struct Order {
    /// What is to be done.
    pub(super) chunk: ChunkName,
    /// How often it was handed out, this time too.
    pub(super) deliveries: u64,
    message: Message,
}

impl Order {
    /// Says that it is being done, so that nobody else gets it.
    pub(super) async fn is_at_work(&self) {
        // Where it does not arrive, somebody else may do the same: that costs work, and nothing else.
        let _ = self.message.ack_with(AckKind::Progress).await;
    }

    /// Says that it is done, and waits until the server knows.
    pub(super) async fn is_done(&self) -> Result<(), QueueError> {
        self.message.double_ack().await.map_err(QueueError::silent)
    }

    /// Gives it back, for somebody else to take at once.
    pub(super) async fn give_back(&self) -> Result<(), QueueError> {
        let given = self.message.double_ack_with(AckKind::Nak(None)).await;
        given.map_err(QueueError::silent)
    }
}

async fn connect(access: &Access) -> Result<Client, QueueError> {
    let mut options = ConnectOptions::new()
        .name("mailcheck")
        .connection_timeout(CONNECT)
        .require_tls(access.servers.iter().all(|url| url.starts_with("tls://")));
    options = match &access.creds {
        None => options,
        Some(Creds::User(user, password)) => {
            options.user_and_password(user.clone(), password.expose().to_owned())
        }
        Some(Creds::Token(token)) => options.token(token.expose().to_owned()),
    };
    if let Some(ca) = &access.ca {
        options = options.add_root_certificates(ca.clone());
    }
    if let Some((certificate, key)) = access.certificate.clone() {
        options = options.add_client_certificate(certificate, key);
    }
    let connected = options.connect(access.servers.clone()).await;
    connected.map_err(|error| {
        let servers = access.servers.join(", ");
        let why = cause(&error);
        match error.kind() {
            ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => {
                QueueError::NotPermitted { servers }
            }
            ConnectErrorKind::Tls => QueueError::Tls { servers, why },
            ConnectErrorKind::ServerParse
            | ConnectErrorKind::Dns
            | ConnectErrorKind::TimedOut
            | ConnectErrorKind::Io
            | ConnectErrorKind::MaxReconnects => QueueError::Unreachable { servers, why },
        }
    })
}

/// What is at the bottom of an error.
fn cause(error: &dyn std::error::Error) -> String {
    let mut error = error;
    while let Some(below) = error.source() {
        error = below;
    }
    error.to_string()
}

/// What the server says of a message that it does not take.
fn refused(error: &PublishError) -> QueueError {
    let of_server = std::error::Error::source(error);
    let of_server = of_server.and_then(|error| error.downcast_ref::<ServerError>());
    match (error.kind(), of_server) {
        (PublishErrorKind::MaxPayloadExceeded, _) => QueueError::TooLarge,
        (_, Some(why)) if why.error_code() == ErrorCode::STREAM_MESSAGE_EXCEEDS_MAXIMUM => {
            QueueError::TooLarge
        }
        (_, Some(why)) => QueueError::Full(why.to_string()),
        (_, None) => QueueError::silent(error),
    }
}

fn is_not_found(error: &dyn std::error::Error) -> bool {
    let text = error.to_string();
    text.contains("not found")
}

async fn stream(context: &Context, config: Config) -> Result<Stream, QueueError> {
    let made = context.get_or_create_stream(config).await;
    made.map_err(|error| QueueError::NoStreams(cause(&error)))
}

async fn subjects(stream: &Stream, pattern: String) -> Result<Vec<String>, QueueError> {
    let listed = stream.info_with_subjects(pattern).await;
    let listed = listed.map_err(QueueError::silent)?;
    let subjects = listed.map_ok(|(subject, _)| subject).try_collect().await;
    subjects.map_err(QueueError::silent)
}

/// What stays, by what it is.
const SUBJECTS_KEPT: &[&str] = &[
    "mc.survey.*",
    "mc.sealed.*",
    "mc.chunk.*.*",
    "mc.done.*.*",
    "mc.failed.*.*",
];

fn work() -> Config {
    Config {
        retention: RetentionPolicy::WorkQueue,
        max_bytes: MAX_QUEUE,
        ..keeping(names::WORK, &["mc.work.*.*"], -1)
    }
}

fn keeping(name: &str, subjects: &[&str], per_subject: i64) -> Config {
    Config {
        name: name.to_owned(),
        subjects: subjects
            .iter()
            .map(|subject| (*subject).to_owned())
            .collect(),
        max_messages_per_subject: per_subject,
        max_bytes: -1,
        max_messages: -1,
        // Nothing is thrown away for what is new: whoever brings it waits.
        discard: DiscardPolicy::New,
        storage: StorageType::File,
        num_replicas: 1,
        duplicate_window: SAME,
        ..Config::default()
    }
}
