//! Pure parsers of what comes over the wire. Three answers: done, need more, broken.
