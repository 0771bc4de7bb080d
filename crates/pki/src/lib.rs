//! Certificates, CMS, OCSP, CRL, time-stamp tokens, paths, evidence and time.
