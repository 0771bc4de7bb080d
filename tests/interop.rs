//! Our files before other people's tools.
