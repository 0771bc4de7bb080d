//! The methods of the API, §11.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::{Method, Request};
use serde_json::{Value, json};

use super::cades::{self, Form};
use super::grants::{Job, LEAVE_MS, Leave, Sad, Scope, Underway};
use super::refusal::Refusal;
use super::request::{Parameters, bearer};
use super::signing::{self, How};
use super::variation::{merge, satisfied};
use super::vault::{Consent, Credential, KeyKind, USERS};
use super::{CSC_OTP, CSC_PIN};
use crate::asn1::{integer, octets, sequence, truth};
use crate::faults::{AnswerFault, CscFault};
use crate::realm::Realm;
use crate::reply::{self, Answer};
use crate::state::State;
use crate::support;

/// Wrong PINs or one-time passwords in a row after which a key is locked.
const ATTEMPTS: u8 = 3;

/// The API at one moment.
pub struct CscApi<'a> {
    pub realm: &'a Realm,
    pub state: &'a mut State,
    pub now: i64,
}

/// A status and its body; none: an empty one.
type Told = Result<(u16, Value), Refusal>;

impl CscApi<'_> {
    /// Answers a request for `path`, the part after `/csc/`.
    pub fn handle(&mut self, path: &str, request: &Request<Vec<u8>>) -> Answer {
        if let Some(status) = self.state.faults.next_status.take() {
            return reply::empty(status);
        }
        let Some(method) = path.strip_prefix("v2/") else { return reply::empty(404) };
        if request.method() != Method::POST {
            return reply::empty(405);
        }
        match self.told(method, request) {
            Ok((status, Value::Null)) => reply::empty(status),
            Ok((status, mut body)) => {
                self.state.answer_count += 1;
                if self.state.answer_count.is_multiple_of(3) {
                    body["xEmulator"] = json!({"answer": self.state.answer_count});
                }
                reply::json(status, &body)
            }
            Err(refusal) => refusal.answer(),
        }
    }

    fn told(&mut self, method: &str, request: &Request<Vec<u8>>) -> Told {
        if method != "info"
            && let Some(refusal) = self.state.faults.next_csc.take_if(|one| one.status != 302)
        {
            return Err(refusal);
        }
        let parameters = Parameters::of(request)?;
        if method == "info" {
            return Ok((200, self.info(request)));
        }
        let has = |methods: &Value| methods.as_array().is_none_or(|all| all.iter().any(|one| one == method));
        if !has(&self.info(request)["methods"]) {
            return Err(Refusal::new(501, "", ""));
        }
        let token = bearer(request)?;
        let scope = self.state.csc.scope(token, self.now)?.clone();
        match method {
            "credentials/list" => self.list(&parameters, &scope),
            "credentials/info" => self.credential_info(&parameters, &scope),
            "credentials/authorize" => self.authorize(&parameters, &scope),
            "credentials/authorizeCheck" => self.authorize_check(&parameters),
            "credentials/extendTransaction" => self.extend(&parameters, &scope),
            "credentials/getChallenge" => self.challenge(&parameters, &scope),
            "signatures/signHash" => self.sign_hash(&parameters, token),
            "signatures/signDoc" => self.sign_doc(&parameters, token),
            "signatures/signPolling" => self.poll(&parameters),
            "signatures/timestamp" => self.timestamp(&parameters),
            _ => Err(Refusal::new(501, "", "")),
        }
    }

    fn info(&self, request: &Request<Vec<u8>>) -> Value {
        let mut info = json!({
            "specs": "2.0.0.0",
            "name": "Signing service of the demo",
            "logo": "",
            "region": "EE",
            "lang": "en",
            "description": "Keys of people who do not exist",
            "authType": ["oauth2code", "oauth2client"],
            "oauth2": self.realm.urls.csc_login_at(reply::authority(request)),
            "asynchronousOperationMode": true,
            "methods": ["oauth2/pushed_authorize", "credentials/list", "credentials/info", "credentials/authorize",
                "credentials/authorizeCheck", "credentials/extendTransaction", "credentials/getChallenge",
                "signatures/signHash",
                "signatures/signDoc", "signatures/signPolling", "signatures/timestamp"],
            "validationInfo": false,
            "signAlgorithms": {"algos": signing::names(KeyKind::P256).into_iter()
                .chain(signing::names(KeyKind::Rsa(0))).collect::<Vec<_>>()},
            "signature_formats": {"formats": ["C", "P"], "envelope_properties": [["Detached"], ["Revision"]]},
            "conformance_levels": ["Ades-B-B", "Ades-B-T"],
        });
        merge(&mut info, &self.state.faults.csc_info);
        info
    }

    fn list(&self, parameters: &Parameters, scope: &Scope) -> Told {
        let given = parameters.optional("userID")?;
        let user = match (scope, given) {
            (Scope::Service(Some(_)), Some(_)) => {
                return Err(Refusal::invalid("userID parameter MUST be null"));
            }
            (Scope::Service(Some(user)), None) => *user,
            (Scope::Service(None), Some(given)) => {
                let known = USERS.into_iter().find(|user| *user == given);
                known.ok_or_else(|| Refusal::parameter("userID"))?
            }
            (Scope::Service(None), None) => return Err(Refusal::missing("string", "userID")),
            (Scope::Credential(_), _) => return Err(forbidden()),
        };
        let theirs = self.realm.vault.credentials.iter().filter(|one| one.user == user);
        let ids: Vec<_> = theirs.map(|one| one.id).collect();
        Ok((200, json!({"credentialIDs": ids, "onlyValid": true})))
    }

    fn credential_info(&self, parameters: &Parameters, scope: &Scope) -> Told {
        let index = self.meant(parameters, scope)?;
        let own = &self.realm.vault.credentials[index];
        let shown = match self.state.faults.answer {
            AnswerFault::OtherAccount | AnswerFault::OtherCertificate => {
                self.realm.vault.somebody_else(index)
            }
            _ => index,
        };
        let certificates = match parameters.optional("certificates")? {
            Some("none") => Vec::new(),
            None | Some("single") => vec![self.realm.cloud_certificate(shown)],
            Some("chain") => vec![
                self.realm.cloud_certificate(shown),
                self.realm.hierarchy.issuing.certificate.as_slice(),
                self.realm.hierarchy.root.certificate.as_slice(),
            ],
            Some(_) => return Err(Refusal::parameter("certificates")),
        };
        let encoded: Vec<_> = certificates.into_iter().map(|der| STANDARD.encode(der)).collect();
        let key = match own.kind {
            KeyKind::P256 => json!({"len": 256, "curve": "1.2.840.10045.3.1.7"}),
            KeyKind::Rsa(number) => json!({"len": crate::keys::ACCOUNT_KEY_BITS[number]}),
        };
        let mut body = json!({
            "description": "A key of the demo",
            "signatureQualifier": "eu_eidas_qes",
            "key": {"status": if own.enabled { "enabled" } else { "disabled" }, "algo": signing::names(own.kind)},
            "cert": {"status": "valid", "certificates": encoded},
            "auth": auth(own.consent),
            "SCAL": if own.bound { "2" } else { "1" },
            "multisign": own.multisign,
            "lang": "en",
        });
        for (name, value) in key.as_object().into_iter().flatten() {
            body["key"][name] = value.clone();
        }
        merge(&mut body, &self.state.faults.csc_credential);
        Ok((200, body))
    }

    fn authorize(&mut self, parameters: &Parameters, scope: &Scope) -> Told {
        let index = self.meant(parameters, scope)?;
        let own = self.realm.vault.credentials[index].clone();
        if !own.enabled {
            return Err(Refusal::invalid("The credential identified by credentialID is disabled"));
        }
        let count = parameters.number("numSignatures")?;
        if count < 1 {
            return Err(Refusal::invalid("Invalid value for parameter numSignatures"));
        }
        if count > own.multisign {
            return Err(Refusal::invalid("Numbers of signatures is too high"));
        }
        let hashes = self.authorised_hashes(parameters, &own)?;
        if self.state.csc.wrong.get(&index).is_some_and(|wrong| *wrong >= ATTEMPTS) {
            return Err(Refusal::invalid("Credential locked"));
        }
        let leave = Leave { credential: index, left: count, hashes, until: self.now + self.leave_ms() };
        match own.consent {
            Consent::Page => Err(Refusal::invalid("The credential is authorized by OAuth 2.0")),
            Consent::Elsewhere => {
                let (handle, at) = (self.secret(), self.now + i64::from(self.state.pace.answer_ms));
                self.state.csc.underway.push(Underway { handle: handle.clone(), at, leave });
                Ok((202, json!({"handle": handle})))
            }
            Consent::PinAndOtp => {
                self.typed(parameters, index)?;
                self.give(leave)
            }
        }
    }

    fn authorised_hashes(
        &self,
        parameters: &Parameters,
        own: &Credential,
    ) -> Result<Option<Vec<Vec<u8>>>, Refusal> {
        if !parameters.has("hashes") {
            return if own.bound { Err(Refusal::missing("array", "hash")) } else { Ok(None) };
        }
        let hash = signing::hash(parameters.string("hashAlgorithmOID")?);
        let hash = hash.ok_or_else(|| Refusal::parameter("hashAlgorithmOID"))?;
        parameters.hashes(hash.length()).map(Some)
    }

    /// Whether what was given is right, and enough; three times wrong locks the key.
    fn typed(&mut self, parameters: &Parameters, index: usize) -> Result<(), Refusal> {
        let given = parameters.list("authData");
        let is_right = |one: &Value, id: &str| match id {
            "PIN" => one["value"] == CSC_PIN,
            "OTP" => one["value"] == CSC_OTP,
            // Given elsewhere, or of a kind that only a variation knows.
            _ => true,
        };
        let right = |id: &str| given.iter().any(|one| one["id"] == id && is_right(one, id));
        let wrong = |id: &str| given.iter().any(|one| one["id"] == id) && !right(id);
        let mut said = json!({"auth": auth(self.realm.vault.credentials[index].consent)});
        merge(&mut said, &self.state.faults.csc_credential);
        let expression = said["auth"]["expression"].as_str().unwrap_or_default();
        let refusal = if satisfied(expression, &right) && !wrong("PIN") && !wrong("OTP") {
            self.state.csc.wrong.remove(&index);
            return Ok(());
        } else if wrong("OTP") && !wrong("PIN") {
            Refusal::new(400, "invalid_otp", "The OTP is invalid")
        } else {
            Refusal::new(400, "invalid_authentication_data", "The authentication data is invalid")
        };
        *self.state.csc.wrong.entry(index).or_default() += 1;
        Err(refusal)
    }

    fn authorize_check(&mut self, parameters: &Parameters) -> Told {
        let handle = parameters.string("handle")?;
        let found = self.state.csc.underway.iter().position(|one| one.handle == handle);
        let found = found.ok_or_else(|| Refusal::parameter("handle"))?;
        if self.state.csc.underway[found].at > self.now {
            return Ok((202, json!({"handle": handle})));
        }
        let leave = self.state.csc.underway.remove(found).leave;
        self.give(Leave { until: self.now + self.leave_ms(), ..leave })
    }

    fn give(&mut self, leave: Leave) -> Told {
        self.state.tally.permitted += 1;
        self.hand_out(leave)
    }

    fn hand_out(&mut self, leave: Leave) -> Told {
        let (sad, seconds) = (self.secret(), (leave.until - self.now) / 1000);
        self.state.csc.sads.push(Sad { text: sad.clone(), leave });
        Ok((200, json!({"SAD": sad, "expiresIn": seconds})))
    }

    /// Other leave for what is left of some, §11.9: for these hashes, as many as are left at most.
    fn extend(&mut self, parameters: &Parameters, scope: &Scope) -> Told {
        let index = self.meant(parameters, scope)?;
        let own = self.realm.vault.credentials[index].clone();
        let hashes = self.authorised_hashes(parameters, &own)?;
        let text = parameters.string("SAD")?;
        let found = self.state.csc.sads.iter().position(|one| one.text == text);
        let found = found.filter(|at| self.state.csc.sads[*at].leave.credential == index);
        let found = found.ok_or_else(|| Refusal::parameter("SAD"))?;
        let old = &self.state.csc.sads[found].leave;
        if old.until <= self.now {
            return Err(Refusal::invalid("SAD expired"));
        }
        let count = hashes.as_ref().map_or(0, Vec::len);
        if u64::try_from(count).unwrap_or(u64::MAX) > old.left {
            return Err(Refusal::invalid("Numbers of signatures is too high"));
        }
        let old = self.state.csc.sads.swap_remove(found).leave;
        self.hand_out(Leave { hashes, until: self.now + self.leave_ms(), ..old })
    }

    fn challenge(&self, parameters: &Parameters, scope: &Scope) -> Told {
        let index = self.meant(parameters, scope)?;
        let known = self.realm.vault.credentials[index].consent == Consent::PinAndOtp;
        match parameters.string("authObjectID")? {
            "OTP" if known => Ok((204, Value::Null)),
            _ => Err(Refusal::parameter("authObjectID")),
        }
    }

    fn sign_hash(&mut self, parameters: &Parameters, token: &str) -> Told {
        let index = self.key(parameters)?;
        let how = How::read(parameters, self.realm.vault.credentials[index].kind)?;
        let how = how.under(self.state.faults.answer);
        let hashes = parameters.hashes(how.hash().length())?;
        self.use_up(parameters, token, index, &hashes)?;
        let signer = self.signer(index);
        let mut values = Vec::new();
        for hash in &hashes {
            let mut random = self.random();
            let value = how.sign(self.realm, signer, hash, &mut random);
            values.push(self.marred(value));
        }
        self.disturb(&mut values, how);
        self.done(parameters, "signatures", &values)
    }

    fn sign_doc(&mut self, parameters: &Parameters, token: &str) -> Told {
        let index = self.key(parameters)?;
        let digests = parameters.only_of("documentDigests")?;
        let form = match digests.string("signature_format")? {
            "C" => Form::Cades,
            "P" => Form::Pades,
            _ => return Err(Refusal::parameter("signature_format")),
        };
        let stamped = match digests.optional("conformance_level")? {
            None | Some("Ades-B-B") => false,
            Some("Ades-B-T") => true,
            Some(_) => return Err(Refusal::parameter("conformance_level")),
        };
        let how = How::read(&digests, self.realm.vault.credentials[index].kind)?;
        let how = how.under(self.state.faults.answer);
        let hashes = digests.hashes(how.hash().length())?;
        self.use_up(parameters, token, index, &hashes)?;
        let signer = self.signer(index);
        let mut objects = Vec::new();
        for hash in &hashes {
            let mut random = self.random();
            let (realm, now) = (self.realm, self.now);
            let stamp = |value: &[u8]| {
                let imprint = cades::digest_of(crate::smart_id::signing::Hash::Sha256, value);
                stamped.then(|| self.stamp(&sequence(&[oid_of_sha256()]), &imprint, None)).flatten()
            };
            let object = cades::signature(realm, signer, how, (hash, form, now), &mut random, stamp);
            objects.push(self.marred(object));
        }
        self.disturb(&mut objects, how);
        self.done(parameters, "SignatureObject", &objects)
    }

    /// At once, or asked for later.
    fn done(&mut self, parameters: &Parameters, name: &str, values: &[Vec<u8>]) -> Told {
        let encoded: Vec<_> = values.iter().map(|value| STANDARD.encode(value)).collect();
        let answer = json!({name: encoded});
        match parameters.optional("operationMode")? {
            None | Some("S") => Ok((200, answer)),
            Some("A") => {
                let (id, at) = (self.secret(), self.now + i64::from(self.state.pace.answer_ms));
                self.state.csc.jobs.push(Job { id: id.clone(), at, answer });
                Ok((200, json!({"responseID": id})))
            }
            Some(_) => Err(Refusal::parameter("operationMode")),
        }
    }

    fn poll(&mut self, parameters: &Parameters) -> Told {
        let id = parameters.string("requestID")?;
        let job = self.state.csc.jobs.iter().find(|job| job.id == id);
        let job = job.ok_or_else(|| Refusal::parameter("requestID"))?;
        if job.at > self.now {
            let description = "The processing has not yet been completed.";
            return Err(Refusal::new(202, "accepted_request", description));
        }
        Ok((200, job.answer.clone()))
    }

    fn timestamp(&mut self, parameters: &Parameters) -> Told {
        let hash = signing::hash(parameters.string("hashAlgo")?);
        let hash = hash.ok_or_else(|| Refusal::parameter("hashAlgo"))?;
        let digest = STANDARD.decode(parameters.string("hash")?);
        let digest = digest.map_err(|_| Refusal::invalid("Invalid Base64 hash string parameter"))?;
        if digest.len() != hash.length() {
            return Err(Refusal::invalid("Invalid digest value length"));
        }
        let nonce = parameters.optional("nonce")?.map(hex::decode).transpose();
        let nonce = nonce.map_err(|_| Refusal::parameter("nonce"))?;
        let token = self.stamp(&sequence(&[signing::hash_oid(hash)]), &digest, nonce.as_deref());
        let token = token.ok_or_else(|| Refusal::new(503, "temporarily_unavailable", ""))?;
        Ok((200, json!({"timestamp": STANDARD.encode(token)})))
    }

    /// A token of the time-stamping unit, asked as anybody asks it.
    fn stamp(&mut self, algorithm: &[u8], digest: &[u8], nonce: Option<&[u8]>) -> Option<Vec<u8>> {
        let imprint = sequence(&[algorithm.to_vec(), octets(digest)]);
        let mut query = vec![integer(&[1]), imprint];
        query.extend(nonce.map(integer));
        // Whoever judges the token needs the certificate in it
        query.push(truth());
        support::stamp(self.realm, self.state, self.now, &sequence(&query))
    }

    /// The key of the request, whatever may be done with it.
    fn key(&self, parameters: &Parameters) -> Result<usize, Refusal> {
        let id = parameters.string("credentialID")?;
        self.realm.vault.find(id).ok_or_else(|| Refusal::parameter("credentialID"))
    }

    /// The key of the request, if it is one that may be seen.
    fn meant(&self, parameters: &Parameters, scope: &Scope) -> Result<usize, Refusal> {
        let index = self.key(parameters)?;
        let theirs = match scope {
            Scope::Service(user) => user.is_none_or(|user| self.realm.vault.credentials[index].user == user),
            Scope::Credential(leave) => leave.credential == index,
        };
        if theirs { Ok(index) } else { Err(Refusal::parameter("credentialID")) }
    }

    fn use_up(
        &mut self,
        parameters: &Parameters,
        token: &str,
        index: usize,
        hashes: &[Vec<u8>],
    ) -> Result<(), Refusal> {
        let sad = match parameters.optional("SAD")? {
            Some(sad) => sad.to_owned(),
            None => token.to_owned(),
        };
        let now = self.now;
        let given = parameters.has("SAD");
        let leave = self.state.csc.leave(&sad).ok_or_else(|| match given {
            true => Refusal::parameter("SAD"),
            false => Refusal::missing("string", "SAD"),
        })?;
        leave.take(index, hashes, now)
    }

    fn signer(&self, index: usize) -> usize {
        match self.state.faults.answer {
            AnswerFault::OtherKey | AnswerFault::OtherAccount => self.realm.vault.somebody_else(index),
            _ => index,
        }
    }

    fn marred(&self, mut value: Vec<u8>) -> Vec<u8> {
        if self.state.faults.answer == AnswerFault::CorruptedSignature
            && let Some(last) = value.last_mut()
        {
            *last ^= 1;
        }
        value
    }

    fn disturb(&self, values: &mut Vec<Vec<u8>>, how: How) {
        match self.state.faults.csc {
            CscFault::FewerSignatures => drop(values.pop()),
            CscFault::SwappedSignatures => values.reverse(),
            CscFault::OneWrongSignature => {
                if let Some(last) = values.get_mut(1).and_then(|value| value.last_mut()) {
                    *last ^= 1;
                }
            }
            CscFault::PlainSignatures if matches!(how, How::Ecdsa(_)) => {
                for value in values {
                    let read = p256::ecdsa::Signature::from_der(value);
                    *value = read.map(|read| read.to_bytes().to_vec()).unwrap_or_default();
                }
            }
            _ => {}
        }
    }

    fn leave_ms(&self) -> i64 {
        self.state.faults.csc.leave_ms().unwrap_or(LEAVE_MS)
    }

    fn random(&mut self) -> crate::random::Random {
        self.state.csc.count += 1;
        self.realm.random(&format!("csc {}", self.state.csc.count))
    }

    fn secret(&mut self) -> String {
        URL_SAFE_NO_PAD.encode(self.random().bytes::<24>())
    }
}

fn auth(consent: Consent) -> Value {
    match consent {
        Consent::Page => json!({"mode": "oauth2code"}),
        Consent::PinAndOtp => json!({
            "mode": "explicit",
            "expression": "PIN AND OTP",
            "objects": [
                {"type": "Password", "id": "PIN", "format": "N", "label": "PIN",
                    "description": "Please enter the signature PIN"},
                {"type": "ChallengeResponse", "id": "OTP", "format": "N", "generator": "sms", "label": "SMS code",
                    "description": "Please enter the 6 digit code you received by SMS"},
            ],
        }),
        Consent::Elsewhere => json!({
            "mode": "explicit",
            "objects": [{"type": "PasswordOOB", "id": "APP", "label": "App"}],
        }),
    }
}

fn forbidden() -> Refusal {
    Refusal::new(400, "access_denied", "The token is for signing alone")
}

fn oid_of_sha256() -> Vec<u8> {
    signing::hash_oid(crate::smart_id::signing::Hash::Sha256)
}
