//! Being let in by a remote signing service: by tokens from before, by the person's browser, or as the program itself.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use remote::csc::{self, Client, Endpoints, Entrance, Info, Page, Proof, Scope, Token};
use report::words::{Language, Words};

use crate::browser::{Led, NoReturn, Visit};
use crate::drive::drive;
use crate::error::Error;
use crate::host::{Host, Response};
use crate::keychain::Place;
use crate::phone::clocks;
use crate::profile::{Csc, Login, Profile};

/// How long a person has for a page: to find a password, a phone, a code.
const VISIT: Duration = Duration::from_secs(600);
/// A token from before has to live for so long yet: as long as a person may take over what comes after it.
const LIFE: Duration = Duration::from_secs(300);

/// Where one is let in, for one profile.
pub(crate) struct Gate<'a, H> {
    host: &'a H,
    service: &'a Csc,
    place: Place<'a>,
    /// With its secret, where it has one.
    pub client: Client,
    /// What the service says of itself.
    pub info: Info,
    endpoints: Endpoints,
    language: Language,
}

/// Where a token is from. Each is tried before the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The keychain.
    Kept,
    /// A refresh token in the keychain.
    Refreshed,
    /// Somebody was let in just now.
    New,
}

impl<'a, H: Host> Gate<'a, H> {
    /// Asks the service what it is, and whether and where it lets anybody in as the profile says.
    pub async fn of(host: &'a H, profile: &'a Profile, language: Language) -> Result<Self, Error> {
        let service = profile.clouds()?;
        let place = Place::of(profile, service);
        let mut client = place.client(host).await?;
        let look = |response: &Response| clocks(host, response);
        let info = drive(host, csc::info(&client, language.tag()), look).await?;
        info.speaks()?;
        info.lets_in(match service.login {
            Login::Browser => Entrance::Person,
            Login::Client => Entrance::Program,
        })?;
        client.methods.clone_from(&info.methods);
        let server = info.oauth.as_ref();
        let server = server.ok_or(remote::Error::Malformed { what: "oauth2 is missing".to_owned() })?;
        // Pins that say nothing of where secrets and tokens go would be none.
        let stays = !service.pins.is_empty() && service.oauth_pins.is_empty();
        let base = client.base_url.as_str();
        if stays {
            server.is_at(base)?;
        }
        let endpoints = drive(host, csc::endpoints(&client, server), |_| Ok(())).await?;
        if stays {
            endpoints.are_at(base)?;
        }
        Ok(Self { host, service, place, client, info, endpoints, language })
    }

    /// A token that may well be taken.
    pub async fn token(&self) -> Result<(Token, Origin), Error> {
        match self.place.tokens(self.host).await {
            Some(token) if self.outlives_a_person(&token) => Ok((token, Origin::Kept)),
            Some(token) => self.refreshed(token).await,
            None => self.anew().await,
        }
    }

    /// Whether a token lives for as long as somebody may take over what comes after it.
    pub fn outlives_a_person(&self, token: &Token) -> bool {
        token.expires_at.since(self.host.now()) > LIFE
    }

    /// Another one, where the service does not take this one from before.
    pub async fn another(&self, token: Token, origin: Origin) -> Result<(Token, Origin), Error> {
        match origin {
            Origin::Kept => self.refreshed(token).await,
            Origin::Refreshed | Origin::New => self.anew().await,
        }
    }

    async fn refreshed(&self, token: Token) -> Result<(Token, Origin), Error> {
        let Some(refresh) = token.refresh else { return self.anew().await };
        let call = csc::refreshed_token(&self.client, &self.endpoints, &refresh);
        match drive(self.host, call, |_| Ok(())).await {
            Ok(token) => {
                self.place.keep(self.host, &token).await;
                Ok((token, Origin::Refreshed))
            }
            // Whatever else it says of the refresh token, it would say the next time too.
            Err(error) if concerns_everybody(&error) => Err(error),
            Err(_) => self.anew().await,
        }
    }

    async fn anew(&self) -> Result<(Token, Origin), Error> {
        self.forget().await;
        let token = match self.service.login {
            Login::Client => {
                let call = csc::client_token(&self.client, &self.endpoints);
                drive(self.host, call, |_| Ok(())).await?
            }
            Login::Browser => self.visit(&Scope::Service).await?,
        };
        self.place.keep(self.host, &token).await;
        Ok((token, Origin::New))
    }

    /// Forgets the tokens from before: the service does not take them, or they are for somebody else.
    pub async fn forget(&self) {
        self.place.forget_tokens(self.host).await;
    }

    /// Leads the browser to the page of the service, and changes what it brings for a token.
    pub async fn visit(&self, scope: &Scope<'_>) -> Result<Token, Error> {
        let (mut bytes, mut path) = ([0; 48], [0; 16]);
        self.host.random(&mut bytes);
        self.host.random(&mut path);
        let proof = Proof::from_random(&bytes);
        let client = &self.client;
        let refused = Mutex::new(None);
        let (proof, refused) = (&proof, &refused);
        let page = |redirect: String| -> Led<'_> {
            Box::pin(async move {
                let led = self.led(&redirect, scope, proof).await;
                led.map_err(|error| *refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(error))
                    .ok()
            })
        };
        let visit = Visit {
            path: hex::encode(path),
            page: &page,
            farewell: Words::new(self.language).text("browser-farewell", &[]),
            until: self.host.now().plus(VISIT),
        };
        let returned = self.host.browse(visit).await.map_err(|error| match error {
            NoReturn::TimedOut => remote::Error::CscTimedOut.into(),
            NoReturn::NoPage => {
                let refused = refused.lock().unwrap_or_else(PoisonError::into_inner).take();
                refused.unwrap_or(remote::Error::CscNotOffered.into())
            }
            NoReturn::NotListening { detail } => Error::NoReturn { detail },
        })?;
        let code = csc::returned(returned.query.reveal(), proof)?;
        let page = self.page(&returned.redirect);
        drive(self.host, csc::token(client, &page, &code, proof), |_| Ok(())).await
    }

    /// The address of the page, which the service is told beforehand where it has that.
    async fn led(&self, redirect: &str, scope: &Scope<'_>, proof: &Proof) -> Result<String, Error> {
        let page = self.page(redirect);
        match self.pushes() {
            true => drive(self.host, csc::pushed_page(&self.client, &page, scope, proof), |_| Ok(())).await,
            false => Ok(csc::authorization_page(&self.client, &page, scope, proof)),
        }
    }

    /// Whether what the person shall allow is told beforehand.
    pub fn pushes(&self) -> bool {
        self.endpoints.pushes(&self.info)
    }

    fn page<'p>(&'p self, redirect: &'p str) -> Page<'p> {
        Page { endpoints: &self.endpoints, redirect, language: self.language.tag() }
    }

    /// Tells the service that tokens are not to be taken any more: with the refresh token, those that came from it are not
    /// either; an access token is told by itself too, since it need not be so (§8.4.5).
    pub async fn revoke(&self, tokens: &Token) -> Result<(), Error> {
        let refresh = tokens.refresh.as_ref().map(|refresh| (refresh, "refresh_token"));
        let lives = tokens.expires_at > self.host.now();
        let access = lives.then_some((&tokens.access, "access_token"));
        for (token, kind) in refresh.into_iter().chain(access) {
            let call = csc::revoke(&self.client, &self.endpoints, token, kind);
            drive(self.host, call, |_| Ok(())).await?;
        }
        Ok(())
    }
}

/// Whether a service does not take a token any more, so that somebody has to be let in anew.
pub(crate) fn is_over(error: &Error) -> bool {
    use remote::Error::{CscGrant, CscScope, CscSessionOver, CscTokenInvalid};
    matches!(error, Error::Remote(CscGrant | CscScope | CscSessionOver | CscTokenInvalid))
}

/// Whether nobody would fare better now, however they want to be let in.
fn concerns_everybody(error: &Error) -> bool {
    use remote::Error::{CscClientNotAllowed, CscClientRefused, CscFault, TooManyRequests, Unavailable};
    let remote = matches!(
        error,
        Error::Remote(
            CscClientNotAllowed | CscClientRefused | CscFault | TooManyRequests | Unavailable { .. }
        )
    );
    remote || matches!(error, Error::Unreachable(_))
}

/// Whether somebody else may have been let in the last time than who wants to sign now.
pub(crate) fn is_for_another(error: &Error) -> bool {
    use remote::Error::{CscCredentialUnknown, CscNoCredential};
    matches!(error, Error::Remote(CscCredentialUnknown | CscNoCredential))
}
