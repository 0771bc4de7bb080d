//! Time-stamp tokens, from their bytes to facts, and from what was decided about them to a report.

use pki::tsp::Token;
use pki::{Certificate, DigestAlgorithm, Time};

use crate::assessment::Assessment;
use crate::case::Builder;
use crate::cause::Cause;
use crate::report::{Conclusion, Indication, SubIndication, TimestampReport};
use crate::standard::{
    Algorithm, Finding, Named, Reference, Signing, Slid, Stamp, StampJudgement, StampKind,
};

/// A token that was read: its place in the case, and what a report says of it.
pub(crate) struct Read {
    pub stamp: usize,
    pub time: Time,
    authority: Option<String>,
    /// The certificate of the unit that made it, where that is known.
    pub unit: Option<Certificate>,
    /// The certificates that it carries.
    pub certificates: Vec<Certificate>,
    /// What is wrong with the token itself, in words for technicians.
    cause: Option<Cause>,
}

/// A time-stamp that was judged.
pub(crate) struct Judged {
    pub report: TimestampReport,
    /// Its place in the case.
    pub stamp: usize,
    /// The conclusion, with what it rests on.
    pub found: Finding,
    /// Past certificate validation, where it was asked.
    pub slid: Option<Slid>,
    /// What kept it from passing, in words for technicians.
    pub cause: Option<Cause>,
    /// The token itself is sound: it belongs to what it stamps, and its signature verifies.
    pub sound: bool,
}

impl Judged {
    pub fn passed(&self) -> bool {
        self.report.conclusion == Conclusion::PASSED
    }

    /// What the certificates behind it come to for the signature that it stamps: what is wrong there makes nothing else wrong.
    pub fn beside_a_signature(&self) -> Conclusion {
        match self.report.conclusion.indication {
            Indication::TotalFailed => Conclusion::indeterminate(SubIndication::SigConstraintsFailure),
            _ => self.report.conclusion,
        }
    }
}

impl Read {
    /// With what was decided about it.
    pub fn judged(&self, stamps: &[StampJudgement]) -> Option<Judged> {
        let StampJudgement { past, slid, .. } = stamps.get(self.stamp)?;
        let report = TimestampReport {
            time: self.time,
            authority: self.authority.clone(),
            conclusion: past.conclusion,
        };
        let cause = self.cause.clone().or_else(|| past.cause.clone());
        let (stamp, found, slid) = (self.stamp, past.clone(), *slid);
        Some(Judged { report, stamp, found, slid, cause, sound: self.cause.is_none() })
    }
}

/// Reads a token into the case. `digest` gives the digest of what it must stamp, under the algorithm that the token names.
pub(crate) fn read(
    assessment: &Assessment<'_>,
    builder: &mut Builder<'_, '_>,
    kind: StampKind,
    der: &[u8],
    digest: impl Fn(DigestAlgorithm) -> Option<Vec<u8>>,
) -> Result<Read, Cause> {
    let token = Token::parse(der).map_err(|error| Cause::from(&error))?;
    let algorithm = token.imprint.algorithm.clone().map_err(|error| Cause::from(&error))?;
    let over_ours = digest(algorithm).as_ref() == Some(&token.imprint.hash);
    let pool = assessment.pool(&token.certificates);
    let verified = match token.verify(&pool) {
        // What its unit's certificate may be used for, and when, is for the constraints to ask ([`crate::standard`]).
        Err(unfit @ (pki::Error::SignerUnauthorised { .. } | pki::Error::OutsideValidity { .. })) => {
            unit(&token, &pool).ok_or(unfit)
        }
        verified => verified,
    };
    let authority = verified.as_ref().ok().map(|unit| {
        let subject = unit.subject();
        subject.common_name.clone().unwrap_or_else(|| subject.to_string())
    });
    let exact = verified.as_ref().is_ok_and(|unit| token.signer_info.names_exactly(unit));
    let cause = match &verified {
        _ if !over_ours => Some(Cause::OtherImprint),
        Err(error) => Some(Cause::from(error)),
        Ok(_) if !exact => Some(Cause::OtherSigner),
        Ok(_) => None,
    };
    let signing = match &verified {
        Ok(unit) => {
            let used = token.signer_info.signature_algorithm.as_ref().ok();
            let signing = builder.signing(unit, &pool, token.gen_time, used, true);
            Signing { named: if exact { Named::Yes } else { Named::Other }, ..signing }
        }
        Err(error) => Signing {
            algorithm: None,
            intact: false,
            unverified: error.is_unsupported().then(|| Cause::from(error)),
            chain: Vec::new(),
            chain_fault: None,
            named: Named::Other,
        },
    };
    let imprint = Reference {
        digest: Algorithm::digest(algorithm).digest,
        found: true,
        intact: over_ours,
        spare: false,
        unverified: None,
    };
    let stamp = Stamp {
        kind,
        time: token.gen_time,
        accuracy: token.accuracy,
        ordering: token.ordering,
        references: vec![imprint],
        signing,
        covers: Vec::new(),
        newest: None,
    };
    let stamp = builder.stamp(stamp, &DigestAlgorithm::Sha256.digest(&token.raw));
    let (time, certificates) = (token.gen_time, token.certificates);
    Ok(Read { stamp, time, authority, unit: verified.ok(), certificates, cause })
}

/// The certificate that a token names and whose key its value is of, fit for it or not.
fn unit(token: &Token, pool: &[Certificate]) -> Option<Certificate> {
    let signer = &token.signer_info;
    let named = signer.signed_attributes.as_ref()?.signing_certificate.first()?;
    let digest = signer.digest_algorithm.as_ref().ok()?.digest(&token.tst_info);
    let mut candidates = token.certificates.iter().chain(pool);
    let unit = candidates.find(|one| signer.matches(one) && named.matches(one))?;
    signer.verify(unit, &digest).is_ok().then(|| unit.clone())
}

/// The earliest moment that sound and trusted tokens prove.
pub(crate) fn earliest<'a>(judged: impl IntoIterator<Item = &'a Judged>) -> Option<Time> {
    judged.into_iter().filter(|judged| judged.passed()).map(|judged| judged.report.time).min()
}
