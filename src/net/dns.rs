//! DNS: our own small transport, so that every question, server and attempt is known.
