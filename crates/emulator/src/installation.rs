//! What one installation keeps in its folder: keys, its birthday, its ports, its TLS identity.

use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, DnType, KeyPair, PublicKeyData};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::key_store::write_private;
use crate::pki::hierarchy::YEAR;
use crate::urls::OF_EVERY_COMPUTER;

/// `state.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct State {
    /// Milliseconds since the Unix epoch; every validity period counts from here.
    pub created: i64,
    pub api_port: u16,
    pub support_port: u16,
}

/// The loopback sockets and what they belong to.
pub struct Installation {
    pub state: State,
    pub api: TcpListener,
    /// None where one socket serves everything.
    pub support: Option<TcpListener>,
}

impl Installation {
    /// Opens the sockets of the installation in `dir`, or makes it. Ports that are taken are replaced for this run
    /// alone, the file keeps the old ones.
    ///
    /// # Errors
    /// [`Error::State`], [`Error::File`], [`Error::Listen`].
    pub fn open(dir: &Path, now: i64) -> Result<Self, Error> {
        let path = dir.join("state.json");
        let saved = read(&path)?;
        let api = listen(saved.map_or(0, |state| state.api_port))?;
        let support = listen(saved.map_or(0, |state| state.support_port))?;
        // People's certificates last three years
        let created = saved.map(|state| state.created).filter(|created| now - created < 2 * YEAR);
        let state =
            State { created: created.unwrap_or(now), api_port: port(&api)?, support_port: port(&support)? };
        if saved.is_none() || created.is_none() {
            let text = serde_json::to_string_pretty(&state).unwrap_or_default();
            write_private(&path, text.as_bytes())?;
        }
        Ok(Self { state, api, support: Some(support) })
    }

    /// Opens the one socket of an installation that is reached there alone.
    ///
    /// # Errors
    /// [`Error::State`], [`Error::File`], [`Error::Listen`]; [`Error::NotLoopback`] for an address of another computer's
    /// reach.
    pub fn open_at(dir: &Path, address: SocketAddr, now: i64) -> Result<Self, Error> {
        if !address.ip().is_loopback() {
            return Err(Error::NotLoopback(address));
        }
        let path = dir.join("state.json");
        let created = read(&path)?.map(|state| state.created).filter(|created| now - created < 2 * YEAR);
        let api = TcpListener::bind(address).map_err(Error::Listen)?;
        let port = port(&api)?;
        let state = State { created: created.unwrap_or(now), api_port: port, support_port: port };
        if created.is_none() {
            let text = serde_json::to_string_pretty(&state).unwrap_or_default();
            write_private(&path, text.as_bytes())?;
        }
        Ok(Self { state, api, support: None })
    }
}

/// The TLS identity of the HTTPS side.
pub struct Tls {
    /// DER certificate, self-signed for 127.0.0.1, localhost and the other names.
    pub certificate: Vec<u8>,
    /// Other names of this computer.
    pub names: Arc<[String]>,
    /// DER PKCS#8.
    pub key: Vec<u8>,
    /// `sha256//` and base64 of SHA-256 over the SubjectPublicKeyInfo, as curl writes it.
    pub pin: String,
}

impl Tls {
    /// The identity kept in `dir`, made if there is none. With other names the key stays the same; the certificate is made
    /// for this run alone.
    ///
    /// # Errors
    /// [`Error::File`], [`Error::Tls`].
    pub fn load_or_generate(dir: &Path, names: Vec<String>) -> Result<Self, Error> {
        let path = dir.join("tls-key.pem");
        let key = match fs::read_to_string(&path) {
            Ok(pem) => KeyPair::from_pem(&pem).map_err(tls)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let key = KeyPair::generate().map_err(tls)?;
                write_private(&path, key.serialize_pem().as_bytes())?;
                key
            }
            Err(error) => return Err(Error::file(&path)(error)),
        };
        let path = dir.join("tls.der.crt");
        let certificate = match fs::read(&path) {
            _ if !names.is_empty() => self_signed(&key, &names)?,
            Ok(certificate) => certificate,
            Err(_) => {
                let certificate = self_signed(&key, &[])?;
                fs::write(&path, &certificate).map_err(Error::file(&path))?;
                certificate
            }
        };
        let pin = format!("sha256//{}", STANDARD.encode(Sha256::digest(key.subject_public_key_info())));
        Ok(Self { certificate, names: names.into(), key: key.serialize_der(), pin })
    }
}

fn self_signed(key: &KeyPair, names: &[String]) -> Result<Vec<u8>, Error> {
    let of_every_computer = OF_EVERY_COMPUTER.map(str::to_owned).into_iter();
    let names: Vec<String> = of_every_computer.chain(names.iter().cloned()).collect();
    let mut parameters = CertificateParams::new(names).map_err(tls)?;
    parameters.distinguished_name.push(DnType::CommonName, "TEST of PITSER EMULATOR");
    Ok(parameters.self_signed(key).map_err(tls)?.der().to_vec())
}

fn read(path: &Path) -> Result<Option<State>, Error> {
    match fs::read(path) {
        Ok(text) => serde_json::from_slice(&text)
            .map(Some)
            .map_err(|error| Error::State { path: path.to_owned(), reason: error.to_string() }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::file(path)(error)),
    }
}

fn listen(port: u16) -> Result<TcpListener, Error> {
    let on = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    on(port).or_else(|_| on(0)).map_err(Error::Listen)
}

fn port(listener: &TcpListener) -> Result<u16, Error> {
    Ok(listener.local_addr().map_err(Error::Listen)?.port())
}

fn tls(error: rcgen::Error) -> Error {
    Error::Tls(error.to_string())
}
