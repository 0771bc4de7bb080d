//! AdES signatures: prepare, finish, augment, read.
