//! Where everything is: what the answers and the certificates point to.

/// What every computer calls itself: the names under which everything is always served.
pub(crate) const OF_EVERY_COMPUTER: [&str; 2] = ["127.0.0.1", "localhost"];

/// The host of an authority, without the port (RFC 3986 §3.2).
pub(crate) fn host(authority: &str) -> &str {
    authority.rsplit_once(':').map_or(authority, |(host, _)| host)
}

/// The addresses of one running world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urls {
    /// Origin of the HTTPS side, without a slash at the end: the RP API, the mock phone, device links.
    pub api: String,
    /// Origin of the HTTP side, without a slash at the end: TSA, the phone page.
    pub support: String,
    /// Origin of what certificates point to, without a slash at the end: OCSP, CRL, CA certificates. The HTTP side, by
    /// whatever name.
    pub statuses: String,
}

impl Urls {
    /// Both sides on this computer.
    pub fn loopback(api_port: u16, support_port: u16) -> Self {
        let support = format!("http://127.0.0.1:{support_port}");
        Self { api: format!("https://127.0.0.1:{api_port}"), statuses: support.clone(), support }
    }

    /// Everything over HTTPS at one port of this computer.
    pub fn one_port(port: u16) -> Self {
        let origin = format!("https://127.0.0.1:{port}");
        Self { api: origin.clone(), statuses: origin.clone(), support: origin }
    }

    /// What a relying party configures as its base: `…/smart-id-rp`.
    pub fn smart_id(&self) -> String {
        format!("{}/smart-id-rp", self.api)
    }

    /// What a relying party of Mobile-ID configures as its base: `…/mid-api`.
    pub fn mobile_id(&self) -> String {
        format!("{}/mid-api", self.api)
    }

    /// What a signature application configures as its base: `…/csc/v2`.
    pub fn csc(&self) -> String {
        format!("{}/csc/v2", self.api)
    }

    /// Where people and programs are let in there. On the HTTP side, where there is one: browsers do not know the certificate
    /// of the other.
    pub fn csc_login(&self) -> String {
        format!("{}/csc-login", self.support)
    }

    /// The same for a client that asks at `authority`, host and port. Under a name that is not every computer's own it is where
    /// the client asks: whom a name leads here would be led astray by an address of their own computer.
    pub fn csc_login_at(&self, authority: Option<&str>) -> String {
        match authority {
            Some(at) if !OF_EVERY_COMPUTER.contains(&host(at)) => format!("https://{at}/csc-login"),
            _ => self.csc_login(),
        }
    }

    /// `deviceLinkBase` of the answers.
    pub fn device_link(&self) -> String {
        format!("{}/device-link", self.api)
    }

    /// The OCSP responder.
    pub fn ocsp(&self) -> String {
        format!("{}/ocsp", self.statuses)
    }

    /// The time-stamping authority.
    pub fn tsa(&self) -> String {
        format!("{}/tsa", self.support)
    }

    /// The phone page.
    pub fn phone(&self) -> String {
        format!("{}/phone", self.support)
    }

    /// DER certificate of the root.
    pub fn root_certificate(&self) -> String {
        format!("{}/ca/root.der.crt", self.statuses)
    }

    /// DER certificate of the CA that issues to people.
    pub fn issuing_certificate(&self) -> String {
        format!("{}/ca/eid-q.der.crt", self.statuses)
    }

    /// DER certificate of the CA that issues to the time-stamping unit.
    pub fn tsa_authority_certificate(&self) -> String {
        format!("{}/ca/tsa-ca.der.crt", self.statuses)
    }

    /// CRL of the root.
    pub fn root_crl(&self) -> String {
        format!("{}/crl/root.crl", self.statuses)
    }

    /// CRL of the CA that issues to people.
    pub fn issuing_crl(&self) -> String {
        format!("{}/crl/eid-q.crl", self.statuses)
    }

    /// CRL of the CA that issues to the time-stamping unit.
    pub fn tsa_authority_crl(&self) -> String {
        format!("{}/crl/tsa-ca.crl", self.statuses)
    }

    pub(crate) fn practice_statement(&self) -> String {
        format!("{}/ca/practice-statement", self.statuses)
    }

    pub(crate) fn disclosure_statement(&self) -> String {
        format!("{}/ca/conditions-for-use-of-certificates/", self.statuses)
    }
}
