//! What is told, and how it must end.

use std::fmt::Debug;

use openssl::hash::MessageDigest;
use serde_json::{Value, json};
use smart_id_rust_client::error::SmartIdClientError;
use smart_id_rust_client::models::api::authentication_session::{
    AuthenticationCertificateLevel, AuthenticationDeviceLinkRequest, AuthenticationNotificationRequest,
};
use smart_id_rust_client::models::api::certificate_choice_session::{
    CertificateChoiceDeviceLinkRequest, CertificateChoiceNotificationRequest, SigningCertificateRequest,
};
use smart_id_rust_client::models::api::signature_session::{
    SignatureDeviceLinkRequest, SignatureNotificationLinkedRequest, SignatureNotificationRequest,
};
use smart_id_rust_client::models::common::CertificateLevel;
use smart_id_rust_client::models::device_link::DeviceLinkType;
use smart_id_rust_client::models::interaction::{Interaction, encode_interactions_base_64};
use smart_id_rust_client::models::signature::{HashingAlgorithm, SignatureAlgorithm};

use crate::stage::{Stage, Told, message, question, text, verify};

const OK: &str = "PNOEE-40504040001-DEM0-Q";
const QR: &str = "PNOEE-40404040009-MOCK-Q";
const KADRI: &str = "PNOEE-40707079912-HAND-Q";
const CALLBACK: &str = "https://rp.example.com/callback";

/// Tells them all; says how many went wrong.
pub async fn all(stage: &Stage) -> u32 {
    let mut wrong = 0;
    let mut told = |name: &str, end: Told| match end {
        Ok(()) => println!("ok    Smart-ID v3, Rust: {name}"),
        Err(error) => {
            wrong += 1;
            println!("WRONG Smart-ID v3, Rust: {name}: {error}");
        }
    };
    told("a QR code logs somebody in, who then signs by another", anonymous_login_and_signature(stage).await);
    told("a known account and a known person log in by QR code", known_logins(stage).await);
    told("a known account and a known person log in by push, with every hash", push_logins(stage).await);
    told("the code of a login by push is the one on the phone", code_of_a_login(stage).await);
    told("a person signs by push after choosing a certificate", choice_and_push(stage).await);
    told("an account signs by QR code and by push, with every hash", account_signs(stage).await);
    told("one scan, and the linked signature follows", linked(stage).await);
    told("links on the same device log in and sign", same_device(stage).await);
    told("what it does otherwise than documented is refused", otherwise(stage).await);
    told("refusals have their names", refusals(stage).await);
    wrong
}

fn login(
    stage: &Stage,
    callback: Option<&str>,
) -> Result<AuthenticationDeviceLinkRequest, SmartIdClientError> {
    AuthenticationDeviceLinkRequest::new(
        &stage.config,
        question(),
        SignatureAlgorithm::RsassaPss,
        AuthenticationCertificateLevel::QUALIFIED,
        callback.map(str::to_owned),
        HashingAlgorithm::sha_512,
    )
}

fn push_login(
    stage: &Stage,
    hash: HashingAlgorithm,
) -> Result<AuthenticationNotificationRequest, SmartIdClientError> {
    let level = AuthenticationCertificateLevel::QUALIFIED;
    AuthenticationNotificationRequest::new(
        &stage.config,
        question(),
        SignatureAlgorithm::RsassaPss,
        level,
        hash,
    )
}

fn by_link(
    stage: &Stage,
    hash: HashingAlgorithm,
    callback: Option<&str>,
) -> Result<SignatureDeviceLinkRequest, SmartIdClientError> {
    let callback = callback.map(str::to_owned);
    SignatureDeviceLinkRequest::new(
        &stage.config,
        text(),
        message(),
        SignatureAlgorithm::RsassaPss,
        hash,
        callback,
    )
}

fn by_push(
    stage: &Stage,
    hash: HashingAlgorithm,
) -> Result<SignatureNotificationRequest, SmartIdClientError> {
    SignatureNotificationRequest::new(&stage.config, text(), message(), SignatureAlgorithm::RsassaPss, hash)
}

fn hashes() -> [(HashingAlgorithm, MessageDigest); 6] {
    [
        (HashingAlgorithm::sha_256, MessageDigest::sha256()),
        (HashingAlgorithm::sha_384, MessageDigest::sha384()),
        (HashingAlgorithm::sha_512, MessageDigest::sha512()),
        (HashingAlgorithm::sha3_256, MessageDigest::sha3_256()),
        (HashingAlgorithm::sha3_384, MessageDigest::sha3_384()),
        (HashingAlgorithm::sha3_512, MessageDigest::sha3_512()),
    ]
}

fn same<T: PartialEq + Debug>(found: T, expected: T) -> Told {
    if found == expected { Ok(()) } else { Err(format!("{found:?} and not {expected:?}").into()) }
}

/// The login is verified by the client: chain, level, ACSP signature; from then on it compares who signs.
async fn anonymous_login_and_signature(stage: &Stage) -> Told {
    let client = stage.client();
    client.start_authentication_device_link_anonymous_session(login(stage, None)?).await?;
    let link = client.generate_device_link(DeviceLinkType::QR, "eng")?;
    same(stage.scan(QR, "QR", &link).await?, 200)?;
    let status = client.get_session_status().await?;
    let number = status.result.and_then(|result| result.document_number).ok_or("no document number")?;
    same(number.as_str(), QR)?;
    let identity = client.get_user_identity()?.ok_or("nobody")?;
    same(identity.identity_code.as_str(), "PNOEE-40404040009")?;
    client
        .start_signature_device_link_document_session(
            by_link(stage, HashingAlgorithm::sha_512, None)?,
            number.clone(),
        )
        .await?;
    let link = client.generate_device_link(DeviceLinkType::QR, "est")?;
    same(stage.scan(&number, "QR", &link).await?, 200)?;
    verify(&client.get_session_status().await?, MessageDigest::sha512())
}

async fn known_logins(stage: &Stage) -> Told {
    let client = stage.client();
    client.start_authentication_device_link_document_session(login(stage, None)?, QR.into()).await?;
    same(stage.scan(QR, "QR", &client.generate_device_link(DeviceLinkType::QR, "eng")?).await?, 200)?;
    client.get_session_status().await?;
    let client = stage.client();
    let person = "PNOEE-40404040009".to_owned();
    client.start_authentication_device_link_etsi_session(login(stage, None)?, person).await?;
    same(stage.scan(QR, "QR", &client.generate_device_link(DeviceLinkType::QR, "eng")?).await?, 200)?;
    client.get_session_status().await?;
    Ok(())
}

async fn push_logins(stage: &Stage) -> Told {
    for (hash, _) in hashes() {
        let client = stage.client();
        let asked = push_login(stage, hash.clone())?;
        client.start_authentication_notification_document_session(asked, OK.into()).await?;
        client.get_session_status().await?;
        let client = stage.client();
        let person = "PNOLV-050405-10009".to_owned();
        client.start_authentication_notification_etsi_session(push_login(stage, hash)?, person).await?;
        client.get_session_status().await?;
    }
    Ok(())
}

async fn code_of_a_login(stage: &Stage) -> Told {
    let client = stage.client();
    let asked = push_login(stage, HashingAlgorithm::sha_256)?;
    let code = client.start_authentication_notification_document_session(asked, KADRI.into()).await?;
    let shown = stage.phone().await?["requests"][0].clone();
    same(&shown["code"], &json!(code.value))?;
    same(&shown["kind"], &json!("authentication"))?;
    same(stage.press("approve", &json!({"session": shown["session"], "pin": "12345"})).await?, 200)?;
    client.get_session_status().await?;
    Ok(())
}

async fn choice_and_push(stage: &Stage) -> Told {
    let client = stage.client();
    let asked = CertificateChoiceNotificationRequest::new(&stage.config);
    let person = "PNOLT-40504040001".to_owned();
    client.start_certificate_choice_notification_etsi_session(asked, person.clone()).await?;
    let chosen = client.get_session_status().await?;
    let code = client
        .start_signature_notification_etsi_session(by_push(stage, HashingAlgorithm::sha_512)?, person)
        .await?;
    same(code.value.len(), 4)?;
    let signed = client.get_session_status().await?;
    same(signed.cert.as_ref().map(|cert| &cert.value), chosen.cert.as_ref().map(|cert| &cert.value))?;
    verify(&signed, MessageDigest::sha512())
}

async fn account_signs(stage: &Stage) -> Told {
    for (hash, digest) in hashes() {
        let client = stage.client();
        let asked = SigningCertificateRequest {
            relying_party_uuid: stage.config.relying_party_uuid.clone(),
            relying_party_name: stage.config.relying_party_name.clone(),
            certificate_level: CertificateLevel::QUALIFIED,
        };
        let known = client.get_signing_certificate(OK.into(), asked).await?;
        client.verify_certificate(known.value.clone())?;
        let push = by_push(stage, hash.clone())?;
        client.start_signature_notification_document_session(push, OK.into()).await?;
        let signed = client.get_session_status().await?;
        same(signed.cert.as_ref().map(|cert| &cert.value), Some(&known.value))?;
        verify(&signed, digest)?;
        let client = stage.client();
        let person = "PNOEE-40404040009".to_owned();
        client.start_signature_device_link_etsi_session(by_link(stage, hash, None)?, person).await?;
        same(stage.scan(QR, "QR", &client.generate_device_link(DeviceLinkType::QR, "eng")?).await?, 200)?;
        verify(&client.get_session_status().await?, digest)?;
    }
    Ok(())
}

async fn linked(stage: &Stage) -> Told {
    let client = stage.client();
    let asked = CertificateChoiceDeviceLinkRequest::new(&stage.config);
    client.start_certificate_choice_anonymous_session(asked).await?;
    let choice = client.get_session()?.session_id().clone();
    same(stage.scan(QR, "QR", &client.generate_device_link(DeviceLinkType::QR, "eng")?).await?, 200)?;
    let chosen = client.get_session_status().await?;
    let number = chosen.result.and_then(|result| result.document_number).ok_or("no document number")?;
    let request = SignatureNotificationLinkedRequest::new(
        &stage.config,
        text(),
        message(),
        SignatureAlgorithm::RsassaPss,
        choice,
        HashingAlgorithm::sha_384,
    )?;
    client.start_signature_notification_document_linked_session(request, number).await?;
    verify(&client.get_session_status().await?, MessageDigest::sha384())
}

/// The client leaves the verification of such logins to its caller, who has what the callback brought.
async fn same_device(stage: &Stage) -> Told {
    for (kind, name) in [(DeviceLinkType::Web2App, "Web2App"), (DeviceLinkType::App2App, "App2App")] {
        let client = stage.client();
        client.start_authentication_device_link_anonymous_session(login(stage, Some(CALLBACK))?).await?;
        let link = client.generate_device_link(kind.clone(), "eng")?;
        same(stage.scan(QR, name, &link).await?, 200)?;
        client.get_session_status().await?;
        let client = stage.client();
        let mut asked = by_link(stage, HashingAlgorithm::sha_256, Some(CALLBACK))?;
        // The same request would get the same session
        asked.nonce = Some(name.to_owned());
        client.start_signature_device_link_document_session(asked, QR.into()).await?;
        same(stage.scan(QR, name, &client.generate_device_link(kind, "eng")?).await?, 200)?;
        verify(&client.get_session_status().await?, MessageDigest::sha256())?;
    }
    Ok(())
}

/// Where it differs from the documentation, which the emulator follows.
async fn otherwise(stage: &Stage) -> Told {
    // device_link_flows.html, authcode.html: the callback is no part of the authCode of a QR code. The client puts it there
    // when the session has one
    let client = stage.client();
    client.start_authentication_device_link_anonymous_session(login(stage, Some(CALLBACK))?).await?;
    let link = client.generate_device_link(DeviceLinkType::QR, "eng")?;
    same(stage.scan(QR, "QR", &link).await?, 400)?;
    // authcode.html: signatureProtocol is empty for a certificate choice. In its same-device links the client writes ACSP_V2
    let client = stage.client();
    let mut asked = CertificateChoiceDeviceLinkRequest::new(&stage.config);
    asked.initial_callback_url = Some(CALLBACK.into());
    client.start_certificate_choice_anonymous_session(asked).await?;
    let link = client.generate_device_link(DeviceLinkType::Web2App, "eng")?;
    same(stage.scan(QR, "Web2App", &link).await?, 400)?;
    // signature_protocols.html: interactionTypeUsed as it stands in the answer, displayTextAndPIN. The client verifies over
    // displayTextAndPin (strum's camelCase), and takes the login for a forgery
    let client = stage.client();
    let mut asked = push_login(stage, HashingAlgorithm::sha_512)?;
    asked.interactions = encode_interactions_base_64(&text())?;
    client.start_authentication_notification_document_session(asked, OK.into()).await?;
    let refused = client.get_session_status().await;
    if !matches!(refused, Err(SmartIdClientError::InvalidResponseSignature(_))) {
        return Err(format!("{refused:?}").into());
    }
    // interactions.html: v3 has no verificationCodeChoice by itself. The client has
    let client = stage.client();
    let choice = vec![Interaction::VerificationCodeChoice { display_text_60: "Sign?".into() }];
    let asked = SignatureNotificationRequest::new(
        &stage.config,
        choice,
        message(),
        SignatureAlgorithm::RsassaPss,
        HashingAlgorithm::sha_512,
    )?;
    let refused = client.start_signature_notification_document_session(asked, OK.into()).await;
    match refused {
        Err(SmartIdClientError::SmartIDAPIException(body)) => {
            let problem: Value = serde_json::from_str(&body)?;
            same(&problem["errors"][0]["pointer"], &json!("/interactions"))
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn refusals(stage: &Stage) -> Told {
    for (person, expected) in [
        ("PNOEE-30403039917", "UserRefusedVerificationChoiceException"),
        // It does not know USER_REFUSED_INTERACTION by a name of its own
        ("PNOEE-30403039928", "SmartIdClientException(\"Unknown session end result\")"),
        ("PNOEE-30403039972", "UserSelectedWrongVerificationCodeException"),
        ("PNOEE-30403039983", "SessionTimeoutException"),
    ] {
        let client = stage.client();
        let asked = push_login(stage, HashingAlgorithm::sha_512)?;
        client.start_authentication_notification_etsi_session(asked, person.to_owned()).await?;
        let end = client.get_session_status().await.map(|status| status.state);
        same(end.map_err(|error| format!("{error:?}")), Err(expected.to_owned()))?;
    }
    let client = stage.client();
    let nobody = "PNOEE-38001085718".to_owned();
    let asked = push_login(stage, HashingAlgorithm::sha_512)?;
    let refused = client.start_authentication_notification_etsi_session(asked, nobody).await.map(|_| ());
    same(refused.map_err(|error| format!("{error:?}")), Err("NotFoundException".to_owned()))
}
