//! XML tree, canonical form and signature values.
