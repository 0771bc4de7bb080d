//! A page as pixels and as text with its places.
