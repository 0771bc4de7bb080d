//! A validation report as text and JSON, and the words.
