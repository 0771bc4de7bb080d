//! The emulated world beside this program, and the profile that goes with it.

use std::fmt::Write;
use std::net::SocketAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use emulator::{Options, Running};
use workflow::host::{Unreachable, UnreachableCause};
use workflow::profile::Profile;

use crate::error::Error;
use crate::folders::Folders;
use crate::network::Network;
use crate::profiles::DEMO;

/// The name of the profile that is written for the programs of others: the world is another one than the demo's.
const EMULATOR: &str = "emulator";

/// A running demo: Smart-ID, Mobile-ID, a signing service, OCSP, CRL, time-stamps and a phone, all on this computer. Dropping it ends it.
pub struct Demo {
    /// The profile of this world; its trust goes no further than this installation.
    pub profile: Profile,
    /// The page on which the phone is.
    pub phone_url: String,
    mock_phone: String,
    network: Network,
    _running: Running,
}

impl Demo {
    /// Starts the demo of this installation. The first time its keys are made, which takes up to a minute.
    ///
    /// # Errors
    /// [`Error::Demo`], [`Error::Network`].
    pub async fn start(folders: &Folders) -> Result<Self, Error> {
        Self::with(folders, Options::default()).await
    }

    async fn with(folders: &Folders, options: Options) -> Result<Self, Error> {
        let running = emulator::serve(&folders.demo(), options).await.map_err(|error| fault(&error))?;
        let profile = Profile::from_toml(&profile(DEMO, &running)).map_err(|error| fault(&error))?;
        let profile = Profile { is_own_world: true, ..profile };
        let network = Network::new(&profile, None)?;
        let origin = running.api_url.trim_end_matches("/smart-id-rp");
        Ok(Self {
            mock_phone: format!("{origin}/mock/device-link"),
            phone_url: running.phone_url.clone(),
            profile,
            network,
            _running: running,
        })
    }

    /// Holds a device link up to the camera of the phone, as the screen does to a real one. A phone that sees nothing
    /// says so itself.
    pub async fn hold_up(&self, link: &str) {
        let body = serde_json::json!({ "link": link });
        let request = http::Request::post(format!("{}/camera", self.phone_url));
        let request = request.header("content-type", "application/json").body(body.to_string().into_bytes());
        if let Ok(request) = request {
            drop(self.network.send(request).await);
        }
    }

    /// Allows what a page of the signing service asks, as a person would who presses the button there, and follows to where
    /// the browser is sent then. Says whether it got there.
    pub async fn approve(&self, page: &str) -> bool {
        let Some((address, query)) = page.split_once('?') else { return false };
        let address = address.replace("/oauth2/authorize", "/oauth2/decide");
        let pairs = [("request", query), ("decision", "approve")];
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let request =
            http::Request::post(address).header("content-type", "application/x-www-form-urlencoded");
        let Ok(request) = request.body(form.into_bytes()) else { return false };
        let Err(Unreachable { cause: UnreachableCause::Redirect { to }, .. }) =
            self.network.send(request).await
        else {
            return false;
        };
        match http::Request::get(to).body(Vec::new()) {
            Ok(request) => self.network.send(request).await.is_ok_and(|answer| answer.status() == 200),
            Err(_) => false,
        }
    }

    /// Has the phone of an account scan a device link, as a person would with a camera. Says whether the phone took it.
    pub async fn scan(&self, document_number: &str, link: &str) -> bool {
        let body =
            serde_json::json!({"documentNumber": document_number, "deviceLink": link, "flowType": "QR"});
        let request = http::Request::post(&self.mock_phone).header("content-type", "application/json");
        match request.body(body.to_string().into_bytes()) {
            Ok(request) => self.network.send(request).await.is_ok_and(|answer| answer.status() == 200),
            Err(_) => false,
        }
    }
}

/// The emulated world for the programs of others: everything over HTTPS at one port of this computer, under the paths of
/// the public demo environments. Dropping it ends it.
pub struct Emulator {
    /// What somebody has to know who uses it, by name: addresses, the pin, the files of the certificates.
    pub facts: Vec<(&'static str, String)>,
    _running: Running,
}

impl Emulator {
    /// Starts it, reached under these other names besides. The first time its keys are made, which takes up to a minute.
    ///
    /// # Errors
    /// [`Error::Demo`]; [`Error::Folder`] when the certificates cannot be written.
    pub async fn start(folders: &Folders, listen: SocketAddr, names: Vec<String>) -> Result<Self, Error> {
        let folder = folders.emulator();
        let mut options = Options::at(listen);
        options.names = names;
        let running = emulator::serve(&folder, options).await.map_err(|error| fault(&error))?;
        let files = [
            ("tls.pem", pem(&running.tls_certificate_der)),
            ("root.pem", pem(&running.root_der)),
            ("issuing.pem", pem(&running.issuing_der)),
            ("profile.toml", profile(EMULATOR, &running)),
        ];
        for (name, text) in &files {
            let path = folder.join(name);
            std::fs::write(&path, text).map_err(|cause| Error::Folder { path, cause })?;
        }
        let path = |name: &str| folder.join(name).display().to_string();
        let origin = running.api_url.trim_end_matches("/smart-id-rp");
        let facts = vec![
            ("smart-id", running.api_url.clone()),
            ("mobile-id", running.mobile_id_url.clone()),
            ("signing-service", running.csc_url.clone()),
            ("mock-phone", format!("{origin}/mock/device-link")),
            ("phone", running.phone_url.clone()),
            ("time-stamps", running.tsa_url.clone()),
            ("pin", running.tls_spki_pin.clone()),
            ("tls-certificate", path("tls.pem")),
            ("root", path("root.pem")),
            ("issuer", path("issuing.pem")),
            ("profile", path("profile.toml")),
        ];
        Ok(Self { facts, _running: running })
    }
}

fn fault(error: &dyn std::error::Error) -> Error {
    Error::Demo { detail: error.to_string() }
}

/// The profile as a person would write it.
fn profile(profile: &str, running: &Running) -> String {
    let Running {
        api_url,
        mobile_id_url,
        csc_url,
        csc_client,
        tsa_url,
        tls_spki_pin,
        relying_party_uuid,
        relying_party_name,
        scheme,
        ..
    } = running;
    let mobile_id_uuid = running.mobile_id_uuid;
    let tls = pem(&running.tls_certificate_der);
    let anchors = pem(&running.root_der);
    let issuers = pem(&running.issuing_der) + &pem(&running.tsa_authority_der);
    format!(
        r#"name = "{profile}"
test = true
country = "EE"

[smart-id]
pins = ["{tls_spki_pin}"]
tls-anchors = """
{tls}"""

[smart-id.relying-party]
base-url = "{api_url}"
uuid = "{relying_party_uuid}"
name = "{relying_party_name}"
scheme-name = "{scheme}"

[mobile-id]
pins = ["{tls_spki_pin}"]
tls-anchors = """
{tls}"""

[mobile-id.relying-party]
base-url = "{mobile_id_url}"
uuid = "{mobile_id_uuid}"
name = "{relying_party_name}"

[csc]
pins = ["{tls_spki_pin}"]
tls-anchors = """
{tls}"""

[csc.client]
base-url = "{csc_url}"
client-id = "{csc_client}"

[[timestamp]]
url = "{tsa_url}"

[trust]
name = "Pitser emulator"
anchors = """
{anchors}"""
issuers = """
{issuers}"""
"#
    )
}

/// RFC 7468: lines of 64 characters.
fn pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let mut pem = String::from("-----BEGIN CERTIFICATE-----\n");
    for start in (0..text.len()).step_by(64) {
        let line = text.get(start..text.len().min(start + 64)).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = writeln!(pem, "{line}");
    }
    pem + "-----END CERTIFICATE-----\n"
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use emulator::{Keys, Pace};
    use tokio::sync::mpsc::unbounded_channel;
    use workflow::event::{Event, Prompt};
    use workflow::order::{Level, Order, Scans, Signer, Subscriber};
    use workflow::sign::sign;

    use crate::machine::Machine;

    const SAMPLE: &str =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/sample/loan-agreement.pdf");

    const STACK: usize = 768 << 10;

    async fn demo(place: &Path) -> (Folders, Arc<Demo>) {
        let folders = Folders::at(place).unwrap();
        let mut options = Options::at_pace(Pace { answer_ms: 300, ..Pace::default() });
        options.keys = Some(Keys::cached().unwrap());
        let demo = Demo::with(&folders, options).await.unwrap();
        (folders, Arc::new(demo))
    }

    fn order(place: &Path, signer: Signer) -> (Order, PathBuf) {
        let (document, output) = (place.join("contract.pdf"), place.join("out.pdf"));
        std::fs::copy(SAMPLE, &document).unwrap();
        let order = Order { output: Some(output.clone()), ..Order::new(document, signer, Level::BLt) };
        (order, output)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_person_signs_over_real_sockets() {
        let place = tempfile::tempdir().unwrap();
        let (folders, demo) = demo(place.path()).await;
        let machine = Machine::new(&demo.profile, &folders, |_| ()).unwrap();
        let signer = Signer::Person("PNOEE-40504040001".parse().unwrap());
        let (order, output) = order(place.path(), signer);
        let before = std::fs::read(&order.document).unwrap();
        let signed = sign(&machine, &demo.profile, order).await.unwrap();
        assert_eq!(signed.output, output);
        let after = std::fs::read(&output).unwrap();
        assert!(after.starts_with(&before) && after.len() > before.len());
        assert!(workflow::sign::pending(&machine).unwrap().is_empty());
    }

    /// A thread of a runtime has 2 MiB unless it is told otherwise, and the desktop's own frames lie above ours.
    #[test]
    fn signing_leaves_most_of_a_stack_to_whoever_waits_for_it() {
        let place = tempfile::tempdir().unwrap();
        let mut threads = tokio::runtime::Builder::new_multi_thread();
        let runtime = threads.enable_all().thread_stack_size(STACK).build().unwrap();
        let path = place.path().to_owned();
        let signing = runtime.spawn(async move {
            let (folders, demo) = demo(&path).await;
            let machine = Machine::new(&demo.profile, &folders, |_| ()).unwrap();
            let (order, output) = order(&path, Signer::Person("PNOEE-40504040001".parse().unwrap()));
            Box::pin(sign(&machine, &demo.profile, order)).await.unwrap();
            output
        });
        assert!(runtime.block_on(signing).unwrap().exists());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_sim_card_signs_over_real_sockets() {
        let place = tempfile::tempdir().unwrap();
        let (folders, demo) = demo(place.path()).await;
        let machine = Machine::new(&demo.profile, &folders, |_| ()).unwrap();
        let signer = Signer::MobileId(Subscriber::parse("+37060000666", "50001018865").unwrap());
        let (order, output) = order(place.path(), signer);
        sign(&machine, &demo.profile, order).await.unwrap();
        assert!(output.exists());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_key_at_the_signing_service_signs_over_real_sockets() {
        let place = tempfile::tempdir().unwrap();
        let (folders, demo) = demo(place.path()).await;
        let (sender, mut pages) = unbounded_channel();
        let machine = Machine::new(&demo.profile, &folders, move |event| {
            if let Event::Prompt(Prompt::Browser { url }) = event {
                let _ = sender.send(url);
            }
        });
        let machine = machine.unwrap();
        machine.leave_browser_closed();
        let person = Arc::clone(&demo);
        let approving = tokio::spawn(async move {
            let mut approved = Vec::new();
            for _ in 0..2 {
                let page = pages.recv().await.unwrap();
                approved.push(person.approve(&page).await);
            }
            approved
        });
        let (order, output) = order(place.path(), Signer::Cloud { credential: None });
        sign(&machine, &demo.profile, order).await.unwrap();
        assert_eq!(approving.await.unwrap(), [true, true], "once to be let in, once to sign");
        assert!(output.exists());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn whoever_scans_the_code_signs_over_real_sockets() {
        let place = tempfile::tempdir().unwrap();
        let (folders, demo) = demo(place.path()).await;
        let (sender, mut prompts) = unbounded_channel();
        let machine = Machine::new(&demo.profile, &folders, move |event| {
            if let Event::Prompt(Prompt::DeviceLink { link, .. }) = event {
                let _ = sender.send(link);
            }
        });
        let machine = machine.unwrap();
        let phone = Arc::clone(&demo);
        let scanning = tokio::spawn(async move {
            let link = prompts.recv().await.unwrap();
            phone.scan("PNOEE-40404040009-MOCK-Q", &link).await
        });
        let (order, output) = order(place.path(), Signer::DeviceLink(Scans::Anybody));
        sign(&machine, &demo.profile, order).await.unwrap();
        assert!(scanning.await.unwrap());
        assert!(output.exists());
    }
}
