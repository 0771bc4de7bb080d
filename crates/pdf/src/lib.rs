//! A PDF file as its revisions: read lazily through a source, append, compare.
