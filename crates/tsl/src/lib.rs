//! Trusted lists: services through time, qualification of a certificate.
