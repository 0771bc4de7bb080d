//! What a remote signing service signed, several documents under one authorisation, before everybody.

use pitser_tests::{Browsing, Simulated, profile_of, run};
use workflow::order::{Level, Order, Signer};
use workflow::profile::Signs;
use workflow::together::sign_together;

use crate::{Scene, sample, short};

#[test]
fn documents_signed_together_hold_before_everybody() {
    let scene = Scene::new("cloud");
    // A key on P-256, and one of RSA that signs two at once.
    for (user, id) in [("liis", "GX0112348"), ("rasa", "RX0336021")] {
        for signs in [Signs::Hashes, Signs::Documents] {
            let level = if signs == Signs::Hashes { Level::BLt } else { Level::BT };
            let mut host = Simulated::present(7);
            host.browsing = Browsing::Approves(user);
            let mut profile = profile_of(&host);
            profile.csc.as_mut().unwrap().signs = signs;
            let order = |number: usize| {
                let document = format!("/contract-{number}.pdf");
                host.put(document.as_str(), std::fs::read(sample()).unwrap());
                let output = Some(format!("/signed-{number}.pdf").into());
                let signer = Signer::Cloud { credential: Some(id.to_owned()) };
                Order { output, ..Order::new(document, signer, level) }
            };
            let orders: Vec<_> = (0..2).map(order).collect();
            for (number, ended) in run(sign_together(&host, &profile, &orders)).into_iter().enumerate() {
                let signed = ended.unwrap_or_else(|error| panic!("{id} {signs:?} {level:?}: {error:?}"));
                let name = format!("{id}-{signs:?}-{}-{number}.pdf", short(level)).to_lowercase();
                let file = scene.folder.join(name);
                std::fs::write(&file, host.file(&signed.output).unwrap()).unwrap();
                scene.expect_acceptance(&file, level);
            }
        }
    }
}
