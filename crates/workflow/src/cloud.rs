//! A remote signing service: being let in, which key, leave to sign, signatures.

use std::sync::Arc;
use std::time::Duration;

use ades::Prepared;
use pki::{DigestAlgorithm, SignatureAlgorithm};
use remote::Secret;
use remote::csc::{
    self, Activation, Answer, AuthObject, Authorizing, Challenge, Conformance, Credential, Digests, Kind,
    Mode, Scope, Token, checked,
};
use report::words::{Language, Value, Words, plain};

use crate::browser::Question;
use crate::choice::Keys;
use crate::drive::drive;
use crate::error::Error;
use crate::event::{Event, Prompt};
use crate::host::Host;
use crate::login::{Gate, Origin, is_for_another, is_over};
use crate::order::{Level, Order};
use crate::profile::{Csc, Login, Profile, Signs};
use crate::timestamp::Inside;

/// Bytes of an address that hashes may take, where they are not told beforehand: addresses beyond 2083 bytes are not for
/// every browser (§8.4.2), and the rest of ours has less than 900.
const HASHES: usize = 1200;
/// More signatures under one authorisation nobody looks through.
const MOST: usize = 100;

/// So many signatures are asked for at once where leave can be made longer in between: what came is written down before the
/// next are asked for.
const AT_ONCE: usize = 5;
/// Leave that runs out so soon is made longer first: signing takes its time.
const MARGIN: Duration = Duration::from_secs(60);

/// Leave to sign that somebody gave.
pub(crate) struct Leave {
    /// The hashes that are not signed yet.
    left: Vec<Vec<u8>>,
    activation: Activation,
    at_once: usize,
    /// Whether something was signed under it.
    is_used: bool,
}

/// Somebody who was let in, and a key of theirs.
pub(crate) struct Cloud<'a, H> {
    host: &'a H,
    service: &'a Csc,
    language: Language,
    gate: Arc<Gate<'a, H>>,
    token: Token,
    origin: Origin,
    /// What the service makes, where it makes whole signatures.
    conformance: Conformance,
    /// The key.
    pub credential: Credential,
}

/// What a service made for one document.
pub(crate) enum Made {
    /// A signature value, as signatures carry it.
    Value(Vec<u8>),
    /// A whole signature; it is checked when it is embedded.
    Whole(Vec<u8>),
}

impl<'a, H: Host> Cloud<'a, H> {
    /// Lets the person, or the program itself, in, and asks for the key. Whoever was let in before is so again, unless the
    /// service does not want them any more. Nobody is where the service does not have what these orders take.
    pub async fn enter(
        host: &'a H,
        profile: &'a Profile,
        credential: Option<&str>,
        orders: &[&Order],
    ) -> Result<Self, Error> {
        let service = profile.clouds()?;
        let language = orders.first().map(|order| order.language).unwrap_or_default();
        let gate = Gate::of(host, profile, language).await?;
        let is_named = credential.or(service.credential.as_deref()).is_some();
        let conformance = conformance(orders);
        can(&gate, service, is_named, conformance)?;
        let (mut token, mut origin) = gate.token().await?;
        let credential = loop {
            match key(host, &gate, service, &token, credential, language).await {
                Err(error) if origin != Origin::New && (is_over(&error) || is_for_another(&error)) => {
                    (token, origin) = gate.another(token, origin).await?;
                }
                found => break found?,
            }
        };
        let gate = Arc::new(gate);
        Ok(Self { host, service, language, gate, token, origin, conformance, credential })
    }

    /// Whoever was let in.
    pub fn inside(&self) -> Inside<'a, H> {
        Inside { gate: Arc::clone(&self.gate), token: self.token.clone(), origin: self.origin }
    }

    /// How the key signs.
    pub fn algorithm(&self) -> Result<SignatureAlgorithm, Error> {
        Ok(self.credential.algorithm(self.service.digest, &self.gate.info)?)
    }

    /// How many signatures are asked for under one authorisation.
    pub fn together(&self) -> usize {
        let fit = match self.credential.mode {
            // Base64url without padding, and a comma that takes three bytes.
            Mode::Browser if self.gate.pushes() => MOST,
            Mode::Browser => HASHES / (self.service.digest.len().saturating_mul(4).div_ceil(3) + 3),
            Mode::Explicit(_) => MOST,
        };
        self.credential.multisign.min(fit).max(1)
    }

    /// Leave to sign all that was prepared, in the same order.
    pub async fn allowed(&mut self, prepared: &[(&Order, &Prepared)]) -> Result<Leave, Error> {
        let algorithm = self.algorithm()?;
        let hashes = prepared.iter().map(|(_, one)| self.hash(one, algorithm.digest()));
        let hashes = hashes.collect::<Result<Vec<_>, Error>>()?;
        let about = about(prepared.iter().map(|(order, _)| *order), self.language);
        let activation = self.activate(&hashes, algorithm.digest(), &about).await?;
        let at_once = if self.extends(&activation) { AT_ONCE } else { hashes.len() };
        Ok(Leave { left: hashes, activation, at_once, is_used: false })
    }

    /// The next of what may be signed; nothing when everything is.
    pub async fn sign(&self, leave: &mut Leave) -> Result<Vec<Made>, Error> {
        let made = self.made(leave).await;
        // Where leave is no token of its own, the one that is kept goes with it.
        if matches!(self.credential.mode, Mode::Explicit(_)) && made.as_ref().is_err_and(is_over) {
            self.gate.forget().await;
        }
        made
    }

    async fn made(&self, leave: &mut Leave) -> Result<Vec<Made>, Error> {
        let algorithm = self.algorithm()?;
        let client = &self.gate.client;
        let rest = leave.left.split_off(leave.at_once.min(leave.left.len()));
        let hashes = std::mem::replace(&mut leave.left, rest);
        if hashes.is_empty() {
            return Ok(Vec::new());
        }
        let now = self.host.now();
        let is_short = leave.activation.expires_at() <= now.plus(MARGIN);
        if leave.is_used && is_short && self.extends(&leave.activation) {
            let still = [hashes.as_slice(), &leave.left].concat();
            let call =
                csc::extend(client, &leave.activation, &self.credential, &still, algorithm.digest(), now);
            leave.activation = drive(self.host, call, |_| Ok(())).await?;
        }
        leave.is_used = true;
        let order = Digests { hashes: &hashes, algorithm, asynchronous: self.may_take_its_time() };
        let (activation, now) = (&leave.activation, self.host.now());
        match self.service.signs {
            Signs::Hashes => {
                let call = csc::sign_hashes(client, activation, &self.credential, &order, now);
                let values = drive(self.host, call, |_| Ok(())).await?;
                Ok(values.into_iter().map(Made::Value).collect())
            }
            Signs::Documents => {
                let form = self.gate.info.form(self.conformance)?;
                let call = csc::sign_documents(client, activation, &self.credential, &order, form, now);
                let whole = drive(self.host, call, |_| Ok(())).await?;
                Ok(whole.into_iter().map(Made::Whole).collect())
            }
        }
    }

    /// Whether leave is made longer before it runs out. A service that does so expects to be asked several times under it.
    fn extends(&self, activation: &Activation) -> bool {
        activation.is_extended() && self.gate.info.lists("credentials/extendTransaction")
    }

    /// What is signed of a document: by the service itself its hash, else that of the signed attributes.
    fn hash(&self, prepared: &Prepared, digest: DigestAlgorithm) -> Result<Vec<u8>, Error> {
        match self.service.signs {
            Signs::Hashes => Ok(prepared.to_be_signed().digest),
            Signs::Documents => Ok(prepared.document_digest(digest)?),
        }
    }

    /// Whether it may: a service that cannot (`asynchronousOperationMode`) answers at once.
    fn may_take_its_time(&self) -> bool {
        let info = &self.gate.info;
        self.service.asynchronous && info.asynchronous && info.lists("signatures/signPolling")
    }

    /// Leave to sign. A token that is not good for that is not used again.
    async fn activate(
        &mut self,
        hashes: &[Vec<u8>],
        algorithm: DigestAlgorithm,
        description: &str,
    ) -> Result<Activation, Error> {
        self.stay().await?;
        let given = self.asked_for(hashes, algorithm, description).await;
        if given.as_ref().is_err_and(is_over) {
            self.gate.forget().await;
        }
        given
    }

    /// A program that is let in by itself is so anew before its token runs out: many documents take several permissions, and
    /// each the time of somebody who is asked. People are led to no page for it.
    async fn stay(&mut self) -> Result<(), Error> {
        let by_token = matches!(self.credential.mode, Mode::Explicit(_));
        if self.service.login != Login::Client || !by_token || self.gate.outlives_a_person(&self.token) {
            return Ok(());
        }
        match self.gate.another(self.token.clone(), Origin::Kept).await {
            Ok((token, _)) => self.token = token,
            // It may do for this one yet.
            Err(_) if self.token.expires_at > self.host.now() => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    async fn asked_for(
        &self,
        hashes: &[Vec<u8>],
        algorithm: DigestAlgorithm,
        description: &str,
    ) -> Result<Activation, Error> {
        match &self.credential.mode {
            Mode::Browser => {
                let scope = Scope::Credential { id: &self.credential.id, hashes, algorithm, description };
                Ok(Activation::by_token(self.gate.visit(&scope).await?))
            }
            Mode::Explicit(objects) => {
                let mut answers = Vec::new();
                for object in objects {
                    answers.push(Answer { id: object.id.clone(), value: self.ask(object).await? });
                }
                let order = Authorizing { hashes, algorithm, answers: &answers, description };
                let call = csc::authorize(&self.gate.client, &self.token, &self.credential, &order);
                drive(self.host, call, |_| Ok(())).await
            }
        }
    }

    /// What the person answers; none where it is answered elsewhere.
    async fn ask(&self, object: &AuthObject) -> Result<Option<Secret>, Error> {
        let host = self.host;
        let challenge = match object.kind {
            Kind::Password | Kind::PasswordElsewhere => None,
            Kind::ChallengeResponse | Kind::ChallengeElsewhere => {
                let client = &self.gate.client;
                let call = csc::challenge(client, &self.token, &self.credential, object);
                match drive(host, call, |_| Ok(())).await? {
                    Challenge::Here(text) => Some(text),
                    Challenge::Elsewhere => None,
                }
            }
        };
        match object.kind {
            Kind::PasswordElsewhere | Kind::ChallengeElsewhere => {
                host.notify(Event::Prompt(Prompt::ConfirmElsewhere { challenge }));
                Ok(None)
            }
            Kind::Password | Kind::ChallengeResponse => {
                let label = if object.label.is_empty() { object.id.clone() } else { object.label.clone() };
                let question = Question { label, description: object.description.clone(), challenge };
                let asked = question.label.clone();
                host.ask(question).await.map(Some).ok_or(Error::NotAnswered { asked })
            }
        }
    }
}

/// Says whether the service has all that is asked of it to sign, as far as it does not depend on the key.
fn can<H: Host>(
    gate: &Gate<'_, H>,
    service: &Csc,
    is_named: bool,
    conformance: Conformance,
) -> Result<(), Error> {
    let (client, info) = (&gate.client, &gate.info);
    if !is_named {
        client.has("credentials/list")?;
    }
    client.has("credentials/info")?;
    match service.signs {
        Signs::Hashes => client.has("signatures/signHash")?,
        Signs::Documents => {
            client.has("signatures/signDoc")?;
            info.form(conformance)?;
        }
    }
    Ok(info.signs(service.digest)?)
}

/// What a service that makes whole signatures makes of them: it stamps all where one of them is to be.
fn conformance(orders: &[&Order]) -> Conformance {
    if orders.iter().any(|order| order.level >= Level::BT) { Conformance::T } else { Conformance::B }
}

/// The key: the one that was named, else the only one, else the one that is chosen.
async fn key<H: Host>(
    host: &H,
    gate: &Gate<'_, H>,
    service: &Csc,
    token: &Token,
    credential: Option<&str>,
    language: Language,
) -> Result<Credential, Error> {
    let (client, keys) = (&gate.client, Keys { host, gate, token, digest: service.digest, language });
    let user = service.user.as_deref().filter(|_| service.login == Login::Client);
    match credential.or(service.credential.as_deref()) {
        Some(id) => keys.of(id).await,
        None => {
            let ids = drive(host, csc::credentials(client, token, user), |_| Ok(())).await?;
            keys.one_of(&ids).await
        }
    }
}

/// What the service shows of what is signed: the names of the documents.
fn about<'o>(orders: impl Iterator<Item = &'o Order>, language: Language) -> String {
    let name = |order: &Order| plain(&order.document.file_name().unwrap_or_default().to_string_lossy());
    let names: Vec<_> = orders.map(name).collect();
    let document = remote::smart_id::fit(&names.join(", "), 400);
    Words::new(language).text("phone-sign-short", &[("document", Value::from(document))])
}

/// The value in the form that signatures carry, when it belongs to what was prepared.
pub(crate) fn checked_value(value: &[u8], prepared: &Prepared) -> Result<Vec<u8>, Error> {
    let digest = prepared.to_be_signed().digest;
    Ok(checked(value, prepared.signer(), prepared.algorithm(), &digest)?)
}
