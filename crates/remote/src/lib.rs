//! What one says to Smart-ID, TSA, OCSP and CRL servers; opens no socket.
