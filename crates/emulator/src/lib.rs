//! The world outside: the phone, the Smart-ID RP API, the CA, OCSP, CRL and TSA.
