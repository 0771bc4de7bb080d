//! A remote signing service: being let in, which key, leave to sign, signatures.

use std::time::Duration;

use ades::Prepared;
use pki::{DigestAlgorithm, SignatureAlgorithm};
use remote::Secret;
use remote::csc::{
    self, Activation, Answer, AuthObject, Authorizing, Challenge, Conformance, Credential, Digests,
    Endpoints, Format, Kind, Mode, Page, Proof, Scope, Token, checked,
};
use report::words::{Language, Value, Words, plain};

use crate::browser::{NoReturn, Question, Visit};
use crate::drive::drive;
use crate::error::Error;
use crate::event::{Event, Prompt};
use crate::host::{Host, Response};
use crate::order::{Level, Order};
use crate::phone::clocks;
use crate::profile::{Csc, Login, Profile, Signs};

/// How long a person has for a page: to find a password, a phone, a code.
const VISIT: Duration = Duration::from_secs(600);
/// Bytes of an address that hashes may take: addresses beyond 2083 bytes are not for every browser (§8.4.2), and the rest of
/// ours has less than 900.
const HASHES: usize = 1200;
/// More signatures under one authorisation nobody looks through.
const MOST: usize = 100;

/// Somebody who was let in, and a key of theirs.
pub(crate) struct Cloud<'a> {
    service: &'a Csc,
    language: Language,
    endpoints: Endpoints,
    token: Token,
    formats: Vec<String>,
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

impl<'a> Cloud<'a> {
    /// Lets the person, or the program itself, in, and asks for the key.
    pub async fn enter(
        host: &impl Host,
        profile: &'a Profile,
        credential: Option<&str>,
        language: Language,
    ) -> Result<Self, Error> {
        let service = profile.clouds()?;
        let look = |response: &Response| clocks(host, response);
        let (client, tag) = (&service.client, language.tag());
        let info = drive(host, csc::info(client, tag), look).await?;
        let server = info.oauth.as_ref();
        let server = server.ok_or(remote::Error::Malformed { what: "oauth2 is missing".to_owned() })?;
        let endpoints = drive(host, csc::endpoints(server), |_| Ok(())).await?;
        let token = match service.login {
            Login::Browser => visit(host, service, &endpoints, language, &Scope::Service).await?,
            Login::Client => drive(host, csc::client_token(client, &endpoints), |_| Ok(())).await?,
        };
        let user = service.user.as_deref().filter(|_| service.login == Login::Client);
        let named = credential.or(service.credential.as_deref()).map(str::to_owned);
        let id = match named {
            Some(id) => id,
            None => only(drive(host, csc::credentials(client, &token, user), |_| Ok(())).await?)?,
        };
        let asking = csc::credential(client, &token, &id, tag);
        let credential = drive(host, asking, |_| Ok(())).await?;
        qualified(&credential)?;
        Ok(Self { service, language, endpoints, token, formats: info.formats, credential })
    }

    /// How the key signs.
    pub fn algorithm(&self) -> Result<SignatureAlgorithm, Error> {
        Ok(self.credential.algorithm(self.service.digest)?)
    }

    /// How many signatures are asked for under one authorisation.
    pub fn together(&self) -> usize {
        let fit = match self.credential.mode {
            // Base64url without padding, and a comma that takes three bytes.
            Mode::Browser => HASHES / (self.service.digest.len().saturating_mul(4).div_ceil(3) + 3),
            Mode::Explicit(_) => MOST,
        };
        self.credential.multisign.min(fit).max(1)
    }

    /// Signs what was prepared, all under one authorisation, in the same order.
    pub async fn sign(&self, host: &impl Host, prepared: &[(&Order, &Prepared)]) -> Result<Vec<Made>, Error> {
        let algorithm = self.algorithm()?;
        let hashes = prepared.iter().map(|(_, one)| self.hash(one, algorithm.digest()));
        let hashes = hashes.collect::<Result<Vec<_>, Error>>()?;
        let about = about(prepared.iter().map(|(order, _)| *order), self.language);
        let activation = self.activate(host, &hashes, algorithm.digest(), &about).await?;
        let order = Digests { hashes: &hashes, algorithm, asynchronous: self.service.asynchronous };
        let client = &self.service.client;
        match self.service.signs {
            Signs::Hashes => {
                let call = csc::sign_hashes(client, &activation, &self.credential, &order, host.now());
                let values = drive(host, call, |_| Ok(())).await?;
                Ok(values.into_iter().map(Made::Value).collect())
            }
            Signs::Documents => {
                let stamped = prepared.iter().any(|(order, _)| order.level >= Level::BT);
                let form = (self.format(), if stamped { Conformance::T } else { Conformance::B });
                let call =
                    csc::sign_documents(client, &activation, &self.credential, &order, form, host.now());
                let whole = drive(host, call, |_| Ok(())).await?;
                Ok(whole.into_iter().map(Made::Whole).collect())
            }
        }
    }

    /// What is signed of a document: by the service itself its hash, else that of the signed attributes.
    fn hash(&self, prepared: &Prepared, digest: DigestAlgorithm) -> Result<Vec<u8>, Error> {
        match self.service.signs {
            Signs::Hashes => Ok(prepared.to_be_signed().digest),
            Signs::Documents => Ok(prepared.document_digest(digest)?),
        }
    }

    /// Signatures for PDFs where the service makes them: CAdES has the time among its attributes, which a PDF may not.
    fn format(&self) -> Format {
        if self.formats.iter().any(|format| format == "P") { Format::Pades } else { Format::Cades }
    }

    async fn activate(
        &self,
        host: &impl Host,
        hashes: &[Vec<u8>],
        algorithm: DigestAlgorithm,
        description: &str,
    ) -> Result<Activation, Error> {
        match &self.credential.mode {
            Mode::Browser => {
                let scope = Scope::Credential { id: &self.credential.id, hashes, algorithm, description };
                let token = visit(host, self.service, &self.endpoints, self.language, &scope).await?;
                Ok(Activation::by_token(token))
            }
            Mode::Explicit(objects) => {
                let mut answers = Vec::new();
                for object in objects {
                    answers.push(Answer { id: object.id.clone(), value: self.ask(host, object).await? });
                }
                let order = Authorizing { hashes, algorithm, answers: &answers, description };
                let call = csc::authorize(&self.service.client, &self.token, &self.credential, &order);
                drive(host, call, |_| Ok(())).await
            }
        }
    }

    /// What the person answers; none where it is answered elsewhere.
    async fn ask(&self, host: &impl Host, object: &AuthObject) -> Result<Option<Secret>, Error> {
        let challenge = match object.kind {
            Kind::Password | Kind::PasswordElsewhere => None,
            Kind::ChallengeResponse | Kind::ChallengeElsewhere => {
                let client = &self.service.client;
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

/// Leads the browser to the page of the service, and changes what it brings for a token.
async fn visit(
    host: &impl Host,
    service: &Csc,
    endpoints: &Endpoints,
    language: Language,
    scope: &Scope<'_>,
) -> Result<Token, Error> {
    let (mut bytes, mut path) = ([0; 48], [0; 16]);
    host.random(&mut bytes);
    host.random(&mut path);
    let proof = Proof::from_random(&bytes);
    let client = &service.client;
    let page = |redirect: &str| {
        let page = Page { endpoints, redirect, language: language.tag() };
        csc::authorization_page(client, &page, scope, &proof)
    };
    let visit = Visit {
        path: hex::encode(path),
        page: &page,
        farewell: Words::new(language).text("browser-farewell", &[]),
        until: host.now().plus(VISIT),
    };
    let returned = host.browse(visit).await.map_err(|error| match error {
        NoReturn::TimedOut => remote::Error::CscTimedOut.into(),
        NoReturn::NotListening { detail } => Error::NoReturn { detail },
    })?;
    let code = csc::returned(returned.query.reveal(), &proof)?;
    let page = Page { endpoints, redirect: &returned.redirect, language: language.tag() };
    drive(host, csc::token(client, &page, &code, &proof), |_| Ok(())).await
}

/// The one credential that there is.
fn only(ids: Vec<String>) -> Result<String, Error> {
    match <[String; 1]>::try_from(ids) {
        Ok([id]) => Ok(id),
        Err(several) => {
            let shown: Vec<_> = several.iter().map(|id| plain(id)).collect();
            Err(Error::SeveralCredentials { ids: shown.join(", ") })
        }
    }
}

/// Contracts are signed with certificates for signing.
fn qualified(credential: &Credential) -> Result<(), Error> {
    let signs = credential.certificate.key_usage().is_some_and(|usage| usage.non_repudiation);
    match signs {
        true => Ok(()),
        false => Err(remote::Error::ProfileMismatch { missing: "keyUsage nonRepudiation" }.into()),
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
