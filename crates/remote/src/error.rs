//! Why a service did not give what was asked for.

/// What a service, or a person on a phone, answered instead of what was asked for; or what is wrong with the answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    // How a session may end: `endResult` of RP API v3.
    /// `USER_REFUSED`: cancelled on the phone, before any screen with the text.
    #[error("refused on the phone")]
    UserRefused,
    /// `USER_REFUSED_INTERACTION`: cancelled on the named screen.
    #[error("refused on the phone, on screen {screen}")]
    UserRefusedInteraction {
        /// `details.interaction`, as the service names it.
        screen: String,
    },
    /// `USER_REFUSED_CERT_CHOICE`: several accounts, cancelled on one of them.
    #[error("refused while choosing the account")]
    UserRefusedCertificateChoice,
    /// `TIMEOUT`, or no end within the time we give a session.
    #[error("no answer in time")]
    TimedOut,
    /// `WRONG_VC`: another code was chosen than the one shown here.
    #[error("wrong verification code chosen")]
    WrongCode,
    /// `DOCUMENT_UNUSABLE`: the account cannot be used; the app or customer support knows why.
    #[error("document unusable")]
    DocumentUnusable,
    /// `ACCOUNT_UNUSABLE`: the account is currently unusable.
    #[error("account unusable")]
    AccountUnusable,
    /// `REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP`: the app knows none of the screens asked for.
    #[error("app too old for every interaction offered")]
    AppTooOld,
    /// `PROTOCOL_FAILURE`: a logical error in the signing protocol.
    #[error("protocol failure")]
    ProtocolFailure,
    /// `EXPECTED_LINKED_SESSION`: another request came between certificate and signature.
    #[error("another request interrupted the linked session")]
    Interrupted,
    /// `SERVER_ERROR`: a technical error on the side of the service.
    #[error("technical error of the service")]
    ServerFault,
    /// An `endResult` the specification does not know.
    #[error("unknown end result {value}")]
    UnknownEndResult {
        /// As the service wrote it, at most 64 characters.
        value: String,
    },

    // How a Mobile-ID session may end: `result` of its API, 3.3.8 and 3.1.7; the last four are words of older or other
    // versions of it.
    /// `USER_CANCELLED`: cancelled on the phone.
    #[error("cancelled on the phone")]
    MobileCancelled,
    /// `TIMEOUT` (older: `EXPIRED_TRANSACTION`), or no end within the time we give a session.
    #[error("no answer from the phone in time")]
    MobileTimedOut,
    /// `NOT_MID_CLIENT`: no active certificates, and not a client of Mobile-ID.
    #[error("not a client of Mobile-ID")]
    NotMobileClient,
    /// `NOT_FOUND` when asking for the certificate: there is none for this number and code.
    #[error("no Mobile-ID certificate for these details")]
    MobileNotFound,
    /// `SIGNATURE_HASH_MISMATCH`: the SIM card is set up otherwise than the operator says.
    #[error("SIM card and service do not agree")]
    HashMismatch,
    /// `PHONE_ABSENT`: the SIM card cannot be reached.
    #[error("phone absent")]
    PhoneAbsent,
    /// `DELIVERY_ERROR`: the message could not be sent to the phone.
    #[error("message not delivered")]
    DeliveryFailed,
    /// `SIM_ERROR`: the card gave an answer that is none.
    #[error("invalid answer of the SIM card")]
    SimFault,
    /// `NOT_ACTIVE`: there are certificates, and they are not active.
    #[error("Mobile-ID certificates not active")]
    MobileNotActive,
    /// `MID_NOT_READY`: the service on this card is not ready yet.
    #[error("Mobile-ID not ready")]
    MobileNotReady,
    /// `ERROR` or `INTERNAL_ERROR`: a technical error on the side of the service.
    #[error("technical error of Mobile-ID")]
    MobileFault,

    // What a remote signing service says, CSC API v2.0 §10 and the tables of its methods, and what becomes of a visit there.
    /// `access_denied`: the person, or the service, said no.
    #[error("denied on the page of the service")]
    CscDenied,
    /// `unauthorized_client`: the client may not use this method.
    #[error("client not allowed to use this method")]
    CscClientNotAllowed,
    /// `invalid_client`, or a wrong or missing `client_id` or `client_secret`.
    #[error("client not known to the service")]
    CscClientRefused,
    /// `invalid_scope`.
    #[error("scope not known to the service")]
    CscScope,
    /// `unsupported_response_type`: no authorisation codes are given.
    #[error("no authorisation codes are given")]
    CscResponseType,
    /// `invalid_grant`: the authorisation code is wrong, used or too old.
    #[error("authorisation code not accepted")]
    CscGrant,
    /// `expired_token`, or 401: the access token has died.
    #[error("access token expired")]
    CscSessionOver,
    /// `invalid_token`: not a token of the service.
    #[error("access token not accepted")]
    CscTokenInvalid,
    /// `invalid_authentication_data`: the PIN, password or response is wrong.
    #[error("PIN or password not accepted")]
    CscWrongData,
    /// `invalid_otp`: the one-time password is wrong.
    #[error("one-time password not accepted")]
    CscWrongOtp,
    /// "Credential locked", after too many wrong answers.
    #[error("credential locked")]
    CscLocked,
    /// The credential is disabled.
    #[error("credential disabled")]
    CscDisabled,
    /// There is no such credential.
    #[error("no such credential")]
    CscCredentialUnknown,
    /// More signatures than the credential makes under one authorisation.
    #[error("too many signatures for one authorisation")]
    CscTooMany,
    /// The authorisation to sign has died before it was used.
    #[error("authorisation to sign expired")]
    CscSadExpired,
    /// The authorisation to sign is not one of the service, or used up.
    #[error("authorisation to sign not accepted")]
    CscSadInvalid,
    /// A hash is not one of those that were authorised.
    #[error("hash not authorised")]
    CscNotAuthorised,
    /// The certificate of the credential has expired.
    #[error("certificate of the credential expired")]
    CscCertificateExpired,
    /// `server_error`, or 500.
    #[error("technical error of the signing service")]
    CscFault,
    /// 501: the service does not have this method.
    #[error("method not offered by the service")]
    CscNotOffered,
    // What a service says of itself or of a key, §11.1 and §11.5, so that it need not be asked.
    /// `specs`: it speaks another version of the API.
    #[error("version {found} of the API, spoken is 2")]
    CscVersion {
        /// As the service wrote it, at most 20 characters.
        found: String,
    },
    /// `authType`: it does not let anybody in this way.
    #[error("nobody is let in by {wanted}, but by: {offered}")]
    CscEntrance {
        /// What was wanted.
        wanted: &'static str,
        /// What it lists.
        offered: String,
    },
    /// `methods`: one that is needed is not among them.
    #[error("{method} is not among the methods of the service")]
    CscMethodMissing {
        /// Which one.
        method: String,
    },
    /// `signature_formats`: it makes no whole signatures that fit into a PDF.
    #[error("signature formats of the service: {offered}")]
    CscFormat {
        /// What it lists.
        offered: String,
    },
    /// `conformance_levels`: it makes no whole signatures of this level.
    #[error("{wanted} is not among the conformance levels of the service: {offered}")]
    CscLevel {
        /// What was wanted.
        wanted: &'static str,
        /// What it lists.
        offered: String,
    },
    /// `auth.mode`: the use of the key is authorised in a way that the specification does not know.
    #[error("auth.mode is {found}")]
    CscMode {
        /// As the service wrote it, at most 64 characters.
        found: String,
    },
    /// `auth.expression`: there is no way to satisfy it without a kind of proof that this program does not know.
    #[error("unknown authentication objects: {unknown}")]
    CscFactors {
        /// Their identifiers and kinds.
        unknown: String,
    },
    /// `cert.status`: the certificate of the credential was revoked.
    #[error("certificate of the credential revoked")]
    CscCertificateRevoked,
    /// `cert.status`: the certificate of the credential is suspended.
    #[error("certificate of the credential suspended")]
    CscCertificateSuspended,
    /// An `error` the specification does not know.
    #[error("unknown error {error}")]
    CscUnknownError {
        /// As the service wrote it, at most 64 characters.
        error: String,
    },
    /// The browser came back with another `state` than it left with: somebody else sent it.
    #[error("the browser came back from elsewhere")]
    CscState,
    /// The browser did not come back, or nobody acted elsewhere, within the time we give it.
    #[error("nobody answered the signing service in time")]
    CscTimedOut,
    /// The person has no credential at the service.
    #[error("no credential")]
    CscNoCredential,
    /// The service names an address without TLS.
    #[error("an address without TLS: {url}")]
    CscInsecure {
        /// The address.
        url: String,
    },

    /// The service sends programs elsewhere to be let in, to where the keys that are pinned for it say nothing.
    #[error("let in at {url}, whose keys are not pinned")]
    CscElsewhere {
        /// The address.
        url: String,
    },

    // What the service says by HTTP status.
    /// 404 (and 471 of older services): no such person or account, or none that can sign. Not told apart on purpose.
    #[error("no such account")]
    NotFound,
    /// 404 when asking for the state of a session: it is unknown, or too long ago.
    #[error("session unknown or expired")]
    SessionLost,
    /// 401: the relying party is not let in. 403: it may not do this. Their codes differ.
    #[error("service refuses this relying party, HTTP {status}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// What the service says about it; may be empty.
        detail: String,
    },
    /// 472: the person should look into the app or the portal.
    #[error("the app has a message")]
    SeeApp,
    /// 480: this client is too old.
    #[error("client too old for the service")]
    ClientTooOld,
    /// 580: maintenance.
    #[error("service under maintenance")]
    Maintenance,
    /// 400: our request is wrong in the service's eyes.
    #[error("request not accepted: {detail}")]
    BadRequest {
        /// The service's problem details (RFC 9457), one line.
        detail: String,
    },
    /// 429: asked more often than the service lets anybody ask.
    #[error("asked too often, HTTP 429")]
    TooManyRequests,
    /// 5xx: not available just now.
    #[error("service unavailable{}", .status.map_or_else(String::new, |status| format!(", HTTP {status}")))]
    Unavailable {
        /// HTTP status; none where the browser came back with the words `temporarily_unavailable` (RFC 6749 §4.1.2.1).
        status: Option<u16>,
    },
    /// Any other status than the one due.
    #[error("unexpected HTTP status {status}")]
    UnexpectedStatus {
        /// HTTP status.
        status: u16,
    },

    // What is wrong with an answer.
    /// The answer is not what the specification says it is.
    #[error("malformed answer: {what}")]
    Malformed {
        /// The field or rule, in the specification's words.
        what: String,
    },
    /// The answer ends in the middle.
    #[error("answer cut off after {length} bytes")]
    Torn {
        /// Bytes that came.
        length: usize,
    },
    /// The answer is larger than answers of its kind may be.
    #[error("answer of {length} bytes, at most {maximum} allowed")]
    TooLarge {
        /// Bytes that came.
        length: usize,
        /// Bytes allowed.
        maximum: usize,
    },
    /// The answer is of another content type.
    #[error("content type {found}, expected {expected}")]
    ContentType {
        /// What is due.
        expected: &'static str,
        /// What came.
        found: String,
    },
    /// A time-stamp over something else than was sent.
    #[error("time-stamp over another hash")]
    ImprintMismatch,
    /// An answer to another question: its nonce is not the one that was sent.
    #[error("nonce differs")]
    NonceMismatch,
    /// The certificate in the answer is another one than the one that is signed for.
    #[error("another certificate than the one signed for")]
    CertificateMismatch,
    /// The certificate belongs to another person than the one asked for.
    #[error("certificate is of {found}, expected {expected}")]
    WrongPerson {
        /// Identifier asked for, masked.
        expected: String,
        /// `serialNumber` of the certificate's subject, masked; empty when it has none.
        found: String,
    },
    /// The answer names another document number (account) than the one asked for.
    #[error("answer for {found}, expected {expected}")]
    WrongDocument {
        /// Document number asked for, its personal code masked.
        expected: String,
        /// Document number in the answer, its personal code masked.
        found: String,
    },
    /// The account that is to sign belongs to another person than the certificate beside it.
    #[error("certificate of {certificate}, account {account}")]
    AccountMismatch {
        /// `serialNumber` of the certificate's subject, masked; empty when it has none.
        certificate: String,
        /// Document number beside it, its personal code masked.
        account: String,
    },
    /// The certificate is of a lower level than asked for.
    #[error("level {found}, asked for {requested}")]
    LevelTooLow {
        /// What was asked for.
        requested: &'static str,
        /// What came.
        found: String,
    },
    /// The signature algorithm or its parameters are not the ones asked for.
    #[error("signature parameters: {parameter} is {found}; expected {expected}")]
    WeakParameters {
        /// Which parameter.
        parameter: &'static str,
        /// What was asked for, or the specification fixes.
        expected: String,
        /// What came.
        found: String,
    },
    /// The signature value does not belong to the digest and the certificate.
    #[error("signature value does not verify")]
    SignatureInvalid,
    /// The person came by another way than the one offered.
    #[error("flow type {found} was not offered")]
    UnexpectedFlow {
        /// `flowType` of the answer.
        found: String,
    },
    /// A screen was used that was not offered.
    #[error("interaction {found} was not offered")]
    UnexpectedInteraction {
        /// `interactionTypeUsed` of the answer; empty when it is missing.
        found: String,
    },
    /// The certificate is not one for signing: its key usage has no non-repudiation.
    #[error("certificate profile: keyUsage nonRepudiation")]
    NotForSigning,
    /// The certificate is not a signing certificate of the service and the level asked for.
    #[error("certificate profile: {missing}")]
    ProfileMismatch {
        /// What is missing: an object identifier or the name of an extension value.
        missing: &'static str,
    },
    /// A certificate in an answer cannot be read.
    #[error("certificate unreadable: {detail}")]
    CertificateUnreadable {
        /// What the reader said.
        detail: String,
    },

    // What is wrong before anything is sent.
    /// The country is not two capital letters.
    #[error("not a country: {found}")]
    CountryForm {
        /// What was given.
        found: String,
    },
    /// The personal code has not the form of its country's codes.
    #[error("not a personal code of {country}")]
    CodeForm {
        /// The country.
        country: String,
    },
    /// The check digit of the personal code does not fit.
    #[error("check digit of the personal code of {country} is wrong")]
    CodeChecksum {
        /// The country.
        country: String,
    },
    /// Not a person identifier of ETSI EN 319 412-1.
    #[error("not a person identifier")]
    IdentifierForm,
    /// Not a phone number of a country that has Mobile-ID, in international form.
    #[error("not a phone number")]
    PhoneNumberForm,
    /// Not a Smart-ID document number.
    #[error("not a document number")]
    DocumentNumberForm,
    /// A text for the phone is empty or too long, or offered twice, or not allowed in this flow.
    #[error("interaction {interaction}: {fault}")]
    Interaction {
        /// Which one.
        interaction: &'static str,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// A nonce has 1 to 30 printable characters.
    #[error("not a nonce")]
    NonceForm,
    /// The service knows no such signature algorithm, or the digest has not its length.
    #[error("not an algorithm of the service: {detail}")]
    Algorithm {
        /// Which one.
        detail: String,
    },
    /// An address cannot be asked: not `http` or `https`, or not an address.
    #[error("not an address: {url}")]
    Address {
        /// The address.
        url: String,
    },
    /// A device link does not fit into a QR code.
    #[error("device link of {length} bytes does not fit into a QR code")]
    LinkTooLong {
        /// Bytes of the link.
        length: usize,
    },
}

impl Error {
    /// Whether it is how a session ended in the service's words. That it knows of no such session is none of them: so say
    /// others on the way too, of anything.
    pub(crate) fn is_end(&self) -> bool {
        matches!(
            self,
            Self::UserRefused
                | Self::UserRefusedInteraction { .. }
                | Self::UserRefusedCertificateChoice
                | Self::TimedOut
                | Self::WrongCode
                | Self::DocumentUnusable
                | Self::AccountUnusable
                | Self::AppTooOld
                | Self::ProtocolFailure
                | Self::Interrupted
                | Self::ServerFault
                | Self::UnknownEndResult { .. }
                | Self::MobileCancelled
                | Self::MobileTimedOut
                | Self::NotMobileClient
                | Self::MobileNotFound
                | Self::HashMismatch
                | Self::PhoneAbsent
                | Self::DeliveryFailed
                | Self::SimFault
                | Self::MobileNotActive
                | Self::MobileNotReady
                | Self::MobileFault
                // Of a session that a service does not have, or not any more, nobody is asked either.
                | Self::SessionLost
        )
    }

    /// A stable name of the case, the same on every wire and in every language.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UserRefused | Self::UserRefusedInteraction { .. } => "user-refused",
            Self::UserRefusedCertificateChoice => "user-refused-choice",
            Self::TimedOut => "timed-out",
            Self::WrongCode => "wrong-code",
            Self::DocumentUnusable => "document-unusable",
            Self::AccountUnusable => "account-unusable",
            Self::AppTooOld => "app-too-old",
            Self::ProtocolFailure => "protocol-failure",
            Self::Interrupted => "interrupted",
            Self::ServerFault => "server-fault",
            Self::UnknownEndResult { .. } => "unknown-end-result",
            Self::MobileCancelled => "mobile-cancelled",
            Self::MobileTimedOut => "mobile-timed-out",
            Self::NotMobileClient => "mobile-not-client",
            Self::MobileNotFound => "mobile-not-found",
            Self::HashMismatch => "mobile-hash-mismatch",
            Self::PhoneAbsent => "mobile-phone-absent",
            Self::DeliveryFailed => "mobile-delivery-failed",
            Self::SimFault => "mobile-sim-fault",
            Self::MobileNotActive => "mobile-not-active",
            Self::MobileNotReady => "mobile-not-ready",
            Self::MobileFault => "mobile-fault",
            Self::CscDenied => "csc-denied",
            Self::CscClientNotAllowed => "csc-client-not-allowed",
            Self::CscClientRefused => "csc-client-refused",
            Self::CscScope => "csc-scope",
            Self::CscResponseType => "csc-response-type",
            Self::CscGrant => "csc-grant",
            Self::CscSessionOver => "csc-session-over",
            Self::CscTokenInvalid => "csc-token-invalid",
            Self::CscWrongData => "csc-wrong-data",
            Self::CscWrongOtp => "csc-wrong-otp",
            Self::CscLocked => "csc-locked",
            Self::CscDisabled => "csc-disabled",
            Self::CscCredentialUnknown => "csc-credential-unknown",
            Self::CscTooMany => "csc-too-many",
            Self::CscSadExpired => "csc-sad-expired",
            Self::CscSadInvalid => "csc-sad-invalid",
            Self::CscNotAuthorised => "csc-not-authorised",
            Self::CscCertificateExpired => "csc-certificate-expired",
            Self::CscFault => "csc-fault",
            Self::CscNotOffered => "csc-not-offered",
            Self::CscVersion { .. } => "csc-version",
            Self::CscEntrance { .. } => "csc-entrance",
            Self::CscMethodMissing { .. } => "csc-method-missing",
            Self::CscFormat { .. } => "csc-format",
            Self::CscLevel { .. } => "csc-level",
            Self::CscMode { .. } => "csc-mode",
            Self::CscFactors { .. } => "csc-factors",
            Self::CscCertificateRevoked => "csc-certificate-revoked",
            Self::CscCertificateSuspended => "csc-certificate-suspended",
            Self::CscUnknownError { .. } => "csc-unknown-error",
            Self::CscState => "csc-state",
            Self::CscTimedOut => "csc-timed-out",
            Self::CscNoCredential => "csc-no-credential",
            Self::CscInsecure { .. } => "csc-insecure",
            Self::CscElsewhere { .. } => "csc-elsewhere",
            Self::NotFound => "not-found",
            Self::SessionLost => "session-lost",
            Self::Refused { status: 403, .. } => "service-forbids",
            Self::Refused { .. } => "service-refused",
            Self::SeeApp => "see-app",
            Self::ClientTooOld => "client-too-old",
            Self::Maintenance => "maintenance",
            Self::BadRequest { .. } => "bad-request",
            Self::TooManyRequests => "too-many-requests",
            Self::Unavailable { .. } => "unavailable",
            Self::UnexpectedStatus { .. } => "unexpected-status",
            Self::Malformed { .. } => "malformed-answer",
            Self::Torn { .. } => "answer-torn",
            Self::TooLarge { .. } => "answer-too-large",
            Self::ContentType { .. } => "content-type",
            Self::ImprintMismatch => "imprint-mismatch",
            Self::NonceMismatch => "nonce-mismatch",
            Self::CertificateMismatch => "certificate-mismatch",
            Self::WrongPerson { .. } => "wrong-person",
            Self::WrongDocument { .. } => "wrong-document",
            Self::AccountMismatch { .. } => "account-mismatch",
            Self::LevelTooLow { .. } => "level-too-low",
            Self::WeakParameters { .. } => "weak-parameters",
            Self::SignatureInvalid => "signature-invalid",
            Self::UnexpectedFlow { .. } => "unexpected-flow",
            Self::UnexpectedInteraction { .. } => "unexpected-interaction",
            Self::NotForSigning => "certificate-not-for-signing",
            Self::ProfileMismatch { .. } => "profile-mismatch",
            Self::CertificateUnreadable { .. } => "certificate-unreadable",
            Self::CountryForm { .. } => "country-form",
            Self::CodeForm { .. } => "code-form",
            Self::CodeChecksum { .. } => "code-checksum",
            Self::IdentifierForm => "identifier-form",
            Self::PhoneNumberForm => "phone-number-form",
            Self::DocumentNumberForm => "document-number-form",
            Self::Interaction { .. } => "interaction",
            Self::NonceForm => "nonce-form",
            Self::Algorithm { .. } => "algorithm",
            Self::Address { .. } => "address",
            Self::LinkTooLong { .. } => "link-too-long",
        }
    }
}
