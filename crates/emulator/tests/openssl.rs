//! The certificates, lists, answers and tokens of the world before OpenSSL.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;
use std::process::Command;

use common::{START, Story, bytes, signing, who, with};
use serde_json::json;
use tempfile::TempDir;

const PERSON: &str = "PNOEE-40504040001-DEM0-Q";
const ODD: &str = "PNOLV-050405-10009-DEM0-Q";

struct Bench {
    dir: TempDir,
    story: Story,
}

impl Bench {
    fn set_up() -> Self {
        let mut bench = Self { dir: tempfile::tempdir().unwrap(), story: Story::begin() };
        for name in ["root", "eid-q", "tsa-ca", "tsa-unit"] {
            bench.fetch(&format!("ca/{name}.der.crt"), &format!("{name}.der"));
            bench.run(&format!("x509 -inform DER -in {name}.der -out {name}.pem"));
        }
        for name in ["root", "eid-q", "tsa-ca"] {
            bench.fetch(&format!("crl/{name}.crl"), &format!("{name}.crl"));
            bench.run(&format!("crl -inform DER -in {name}.crl -out {name}.crl.pem"));
        }
        for (number, name) in [(PERSON, "person"), (ODD, "odd")] {
            let certificate = bench.story.world.signing_certificate(number).unwrap().to_vec();
            bench.write(&format!("{name}.der"), &certificate);
            bench.run(&format!("x509 -inform DER -in {name}.der -out {name}.pem"));
        }
        let all = ["root.crl.pem", "eid-q.crl.pem", "tsa-ca.crl.pem"].map(|name| bench.read(name)).concat();
        bench.write("crls.pem", &all);
        bench
    }

    fn fetch(&mut self, path: &str, name: &str) {
        let answer = self.story.get_from(&format!("http://127.0.0.1/{path}"));
        assert_eq!(answer.status(), 200, "{path}");
        self.write(name, answer.body());
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    fn write(&self, name: &str, content: &[u8]) {
        std::fs::write(self.path().join(name), content).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path().join(name)).unwrap()
    }

    fn run(&self, arguments: &str) -> String {
        let (good, said) = self.try_run(arguments);
        assert!(good, "openssl {arguments}\n{said}");
        said
    }

    fn try_run(&self, arguments: &str) -> (bool, String) {
        let output =
            Command::new("openssl").args(arguments.split(' ')).current_dir(self.path()).output().unwrap();
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        (output.status.success(), said)
    }
}

#[test]
fn chains_hold_with_every_revocation_list() {
    let bench = Bench::set_up();
    let at = START / 1000;
    let options =
        format!("verify -x509_strict -crl_check_all -CRLfile crls.pem -attime {at} -CAfile root.pem");
    bench.run(&format!("{options} -untrusted eid-q.pem person.pem"));
    bench.run(&format!("{options} -untrusted eid-q.pem odd.pem"));
    bench.run(&format!("{options} -untrusted tsa-ca.pem -purpose timestampsign tsa-unit.pem"));
}

#[test]
fn a_person_certificate_has_the_profile_of_the_real_ones() {
    let bench = Bench::set_up();
    let text = bench.run("x509 -in odd.pem -noout -text -nameopt RFC2253,-esc_msb,utf8,sep_comma_plus_space");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for expected in [
        "Signature Algorithm: ecdsa-with-SHA384",
        "Public-Key: (6143 bit)",
        "DirName:/CN=PNOLV-050405-10009-DEM0-Q",
        "CA Issuers - URI:http://127.0.0.1:44380/ca/eid-q.der.crt",
        "OCSP - URI:http://127.0.0.1:44380/ocsp",
        "URI:http://127.0.0.1:44380/crl/eid-q.crl",
        "Policy: 1.3.6.1.4.1.10015.17.2",
        "Policy: 0.4.0.194112.1.2",
        "X509v3 Key Usage: critical",
        "Non Repudiation",
        "CA:FALSE",
    ] {
        assert!(lines.contains(&expected), "{expected} is not in\n{text}");
    }
    assert!(text.contains("TEST of PITSER EMULATOR EID-Q"), "{text}");
    assert!(text.contains("19050405120000Z"), "{text}");
}

#[test]
fn the_responder_convinces_and_echoes_the_nonce() {
    let mut bench = Bench::set_up();
    let ask = "ocsp -issuer eid-q.pem -cert person.pem -cert odd.pem";
    bench.run(&format!("{ask} -reqout request.der -nonce"));
    let check = "-respin response.der -CAfile root.pem -verify_other eid-q.pem";
    let at = format!("-attime {}", START / 1000 + 1);
    assert!(bench.story.world.revoke(ODD, START - 1000, 1));
    let request = bench.read("request.der");
    let answer = bench.story.post_to("http://x/ocsp", "application/ocsp-request", request);
    bench.write("response.der", answer.body());
    // Given a request, OpenSSL compares nonces; given certificates, it looks them up
    let said = bench.run(&format!("ocsp -reqin request.der {check} {at}"));
    assert!(said.contains("Response verify OK"), "{said}");
    let said = bench.run(&format!("{ask} -no_nonce {check} {at} -validity_period 999999999"));
    assert!(said.contains("person.pem: good"), "{said}");
    assert!(said.contains("odd.pem: revoked"), "{said}");
    assert!(said.contains("Reason: keyCompromise"), "{said}");
    let text = bench.run("ocsp -respin response.der -resp_text -noverify");
    assert!(text.contains("OCSP Archive Cutoff"), "{text}");
    assert!(text.contains("Hash Algorithm: sha1"), "{text}");
    assert!(!text.contains("Next Update"), "{text}");
}

#[test]
fn time_stamps_of_all_three_hashes_verify() {
    let mut bench = Bench::set_up();
    bench.write("data", b"loan agreement");
    for hash in ["sha256", "sha384", "sha512"] {
        bench.run(&format!("ts -query -data data -{hash} -cert -out query.tsq"));
        let query = bench.read("query.tsq");
        let answer = bench.story.post_to("http://x/tsa", "application/timestamp-query", query);
        assert_eq!(answer.status(), 200);
        bench.write("reply.tsr", answer.body());
        let at = START / 1000 + 1;
        bench.run(&format!(
            "ts -verify -queryfile query.tsq -in reply.tsr -CAfile root.pem -untrusted tsa-ca.pem -attime {at}"
        ));
    }
    let text = bench.run("ts -reply -in reply.tsr -text");
    assert!(text.contains("Policy OID: 0.4.0.2023.1.1"), "{text}");
    assert!(text.contains("Time stamp: Nov 24 00:00:00 2026 GMT"), "{text}");
    assert!(text.contains("Accuracy: 0x01 seconds"), "{text}");
}

#[test]
fn time_stamp_requests_that_are_wrong_are_rejected() {
    let mut bench = Bench::set_up();
    bench.write("data", b"loan agreement");
    for (wrong, reason) in [("-sha1", "hash algorithm"), ("-sha256 -tspolicy 1.2.3.4", "policy")] {
        bench.run(&format!("ts -query -data data {wrong} -out query.tsq"));
        let query = bench.read("query.tsq");
        let answer = bench.story.post_to("http://x/tsa", "application/timestamp-query", query);
        bench.write("reply.tsr", answer.body());
        let text = bench.run("ts -reply -in reply.tsr -text");
        assert!(text.contains("Status: Rejected"), "{text}");
        assert!(text.contains(reason), "{text}");
    }
    let nonsense = bench.story.post_to("http://x/tsa", "application/timestamp-query", b"hello".to_vec());
    assert_eq!(nonsense.status(), 400);
}

#[test]
fn signatures_of_every_algorithm_verify_with_moduli_of_both_sizes() {
    let mut bench = Bench::set_up();
    for (number, name) in [(PERSON, "person"), (ODD, "odd")] {
        bench.run(&format!("x509 -in {name}.pem -noout -pubkey -out {name}.pub"));
        for (hash, length) in [("SHA-256", 32), ("SHA-384", 48), ("SHA-512", 64)] {
            let short = hash.replace('-', "").to_lowercase();
            let digest = vec![0x5a; length];
            bench.write("digest", &digest);
            let pss = signing(&digest, hash);
            let mut legacy = signing(&digest, hash);
            legacy["signatureProtocolParameters"] = json!({
                "digest": pss["signatureProtocolParameters"]["digest"],
                "signatureAlgorithm": format!("{short}WithRSAEncryption"),
            });
            let verify = format!(
                "pkeyutl -verify -pubin -inkey {name}.pub -in digest -sigfile value -pkeyopt digest:{short}"
            );
            let padding = format!(
                "-pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:{length} -pkeyopt rsa_mgf1_md:{short}"
            );
            for (order, check) in [(pss, format!("{verify} {padding}")), (legacy, verify.clone())] {
                let opened = bench.story.open(&format!("signature/notification/document/{number}"), &order);
                let answer = bench.story.end(&opened);
                let value = bytes(&answer["signature"]["value"]);
                assert_eq!(value.len(), 768);
                bench.write("value", &value);
                bench.run(&check);
            }
        }
    }
    let certificate = bench.story.open(&format!("signature/certificate/{ODD}"), &with(who(), json!({})));
    assert_eq!(bytes(&certificate["cert"]["value"]), bench.read("odd.der"));
}
