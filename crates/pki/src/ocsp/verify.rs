use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::response::{Response, Single};
use crate::certificate::Certificate;
use crate::error::Error;
use crate::oids;
use crate::revocation::{Reason, Status};
use crate::time::Time;

/// What a verified response says about one certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Good, revoked or unknown.
    pub status: Status,
    /// When this was known to be true.
    pub this_update: Time,
    /// When newer information will be there, if stated.
    pub next_update: Option<Time>,
    /// When the responder signed.
    pub produced_at: Time,
    /// archiveCutOff, if stated.
    pub archive_cutoff: Option<Time>,
    /// Who signed: the issuer itself, or a responder it appointed.
    pub responder: Certificate,
}

/// Responder certificates with the right name that are tried; RFC 6960 means there to be one, and a responder that is renewed
/// each month for years has as many.
const CANDIDATES: usize = 64;

/// What there is too much of ([`Error::TooLarge`]) where more certificates have the responder's name than are tried.
pub const POSSIBLE_RESPONDERS: &str = "the number of possible responders";

impl Response {
    /// Verifies what this response says about `certificate`, RFC 6960 §3.2.
    ///
    /// Checked: the CertID, computed again in its own hash; the signature; that the signer is `issuer` itself or was
    /// appointed by it (extended key usage OCSPSigning, issued directly with the same key) and valid when it signed; unknown
    /// critical extensions; that `nonce`, if given, is echoed; that the answer was made while the certificate was valid, or
    /// reaches back to then. The responder's certificate is looked for in the response
    /// and in `candidates`.
    ///
    /// Not checked: that `issuer` issued `certificate` (the path says so), and whether the answer is fresh enough. The
    /// status may be any of the three; `Ok` only means that it was truly said.
    pub fn verify_for(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        nonce: Option<&[u8]>,
        candidates: &[Certificate],
    ) -> Result<Verified, Error> {
        self.verify_trusting(certificate, issuer, nonce, candidates, &[])
    }

    /// The same, where `trusted` responders may answer too, whoever issued them (RFC 6960 §4.2.2.2, local configuration):
    /// which they are for this issuer is the caller's to know.
    pub fn verify_trusting(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        nonce: Option<&[u8]>,
        candidates: &[Certificate],
        trusted: &[Certificate],
    ) -> Result<Verified, Error> {
        if nonce.is_some_and(|sent| self.nonce.as_deref() != Some(sent)) {
            return Err(Error::NonceMismatch);
        }
        let single = self.about(certificate, issuer).ok_or(Error::NotCovered)?;
        let mut unknown = self.unknown_critical_extensions.iter().chain(&single.unknown_critical_extensions);
        if let Some(oid) = unknown.next() {
            return Err(Error::UnknownCriticalExtension { oid: *oid });
        }
        self.produced_in_time(single, certificate)?;
        let responder = self.signed_by(issuer, &[trusted, candidates].concat(), |responder| {
            if responder == certificate && responder != issuer {
                return Err(Error::SignerUnauthorised { what: "the certificate vouches for itself" });
            }
            match trusted.contains(responder) {
                true => Ok(()),
                false => self.appointed(responder, issuer),
            }
        })?;
        Ok(Verified {
            status: single.status,
            this_update: single.this_update,
            next_update: single.next_update,
            produced_at: self.produced_at,
            archive_cutoff: single.archive_cutoff,
            responder,
        })
    }

    /// Whether this is an answer of `issuer`, or of a responder that it appointed, about whatever certificate of its own:
    /// signature, signer and critical extensions as for [`Response::verify_for`].
    pub fn is_answer_of(&self, issuer: &Certificate, candidates: &[Certificate]) -> Result<(), Error> {
        let is_its = |single: &&Single| single.cert_id.names(issuer);
        let single = self.responses.iter().find(is_its).ok_or(Error::NotCovered)?;
        let mut unknown = self.unknown_critical_extensions.iter().chain(&single.unknown_critical_extensions);
        if let Some(oid) = unknown.next() {
            return Err(Error::UnknownCriticalExtension { oid: *oid });
        }
        self.signed_by(issuer, candidates, |responder| self.appointed(responder, issuer)).map(drop)
    }

    /// Whether it says anything about `certificate`, issued by `issuer`, be it true or not.
    pub fn mentions(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        self.about(certificate, issuer).is_some()
    }

    fn produced_in_time(&self, single: &Single, certificate: &Certificate) -> Result<(), Error> {
        let (at, not_before, not_after) =
            (self.produced_at, certificate.not_before(), certificate.not_after());
        let kept = single.archive_cutoff.is_some_and(|cutoff| cutoff <= not_after);
        let too_late = at > not_after && single.status == Status::Good && !kept;
        match at < not_before || too_late {
            true => Err(Error::ProducedOutsideValidity { at, not_before, not_after }),
            false => Ok(()),
        }
    }

    /// The answer about this certificate; the strictest when there are several.
    fn about(&self, certificate: &Certificate, issuer: &Certificate) -> Option<&Single> {
        let about = self.responses.iter().filter(|single| single.is_about(certificate, issuer));
        // The earlier it was revoked, the worse; on hold it may be good again.
        about.max_by_key(|single| match single.status {
            Status::Revoked { at, reason } => (2, reason != Some(Reason::CertificateHold), Some(Reverse(at))),
            Status::Unknown => (1, false, None),
            Status::Good => (0, false, None),
        })
    }

    /// Who signed, of those whom the responder identifier means: whose key verifies the signature, and who may answer. Of one key
    /// there are several certificates, and anybody makes one that looks like the responder's.
    fn signed_by(
        &self,
        issuer: &Certificate,
        candidates: &[Certificate],
        may_answer: impl Fn(&Certificate) -> Result<(), Error>,
    ) -> Result<Certificate, Error> {
        let algorithm = self.signature_algorithm.clone()?;
        let named = std::iter::once(issuer).chain(&self.certificates).chain(candidates);
        let mut tried: Vec<&Certificate> = Vec::new();
        // Those that signed it and may not answer say more than those that did not sign it.
        let (mut unsigned, mut unauthorised) = (Error::SignerUnknown, None);
        for candidate in named.filter(|candidate| self.responder.matches(candidate)) {
            if tried.contains(&candidate) {
                continue;
            }
            if tried.len() == CANDIDATES {
                return Err(Error::TooLarge { what: POSSIBLE_RESPONDERS, limit: CANDIDATES });
            }
            tried.push(candidate);
            match candidate.verify_hashed(&algorithm, (&self.tbs, &self.tbs_digest), &self.signature) {
                Ok(()) => match may_answer(candidate) {
                    Ok(()) => return Ok(candidate.clone()),
                    Err(error) => unauthorised = unauthorised.or(Some(error)),
                },
                Err(error) => unsigned = error,
            }
        }
        Err(unauthorised.unwrap_or(unsigned))
    }

    /// RFC 6960 §4.2.2.2: the issuer itself, or whom it appointed.
    fn appointed(&self, responder: &Certificate, issuer: &Certificate) -> Result<(), Error> {
        let unauthorised = |what| Err(Error::SignerUnauthorised { what });
        // The issuer, under whichever certificate: same name, same key (a cross or renewed one).
        if responder.spki_der() == issuer.spki_der() && responder.subject_der() == issuer.subject_der() {
            return Ok(());
        }
        if !responder.extended_key_usages().contains(&oids::KP_OCSP_SIGNING) {
            return unauthorised("id-kp-OCSPSigning");
        }
        if responder.is_issued_by(issuer).is_err() {
            return unauthorised("not issued by the issuer of the certificate");
        }
        if !responder.signs_data() {
            return unauthorised("digitalSignature or nonRepudiation");
        }
        if let Some(oid) = responder.unknown_critical_extensions().first() {
            return Err(Error::UnknownCriticalExtension { oid: *oid });
        }
        if !responder.is_valid_at(self.produced_at) {
            let (not_before, not_after) = (responder.not_before(), responder.not_after());
            return Err(Error::OutsideValidity { at: self.produced_at, not_before, not_after });
        }
        Ok(())
    }
}
