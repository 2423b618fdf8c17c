//! Untrusted text, made safe for a terminal, for Markdown and for XML.
