import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ee.sk.smartid.AuthenticationCertificateLevel;
import ee.sk.smartid.AuthenticationIdentity;
import ee.sk.smartid.CertificateByDocumentNumberResult;
import ee.sk.smartid.CertificateChoiceResponse;
import ee.sk.smartid.CertificateChoiceResponseValidator;
import ee.sk.smartid.CertificateLevel;
import ee.sk.smartid.CertificateValidator;
import ee.sk.smartid.CertificateValidatorImpl;
import ee.sk.smartid.DefaultTrustedCAStoreBuilder;
import ee.sk.smartid.DeviceLinkAuthenticationResponseValidator;
import ee.sk.smartid.DeviceLinkAuthenticationSessionRequestBuilder;
import ee.sk.smartid.DeviceLinkBuilder;
import ee.sk.smartid.DeviceLinkSignatureSessionRequestBuilder;
import ee.sk.smartid.DeviceLinkType;
import ee.sk.smartid.FlowType;
import ee.sk.smartid.HashAlgorithm;
import ee.sk.smartid.NotificationAuthenticationResponseValidator;
import ee.sk.smartid.NotificationAuthenticationSessionRequestBuilder;
import ee.sk.smartid.NotificationSignatureSessionRequestBuilder;
import ee.sk.smartid.QualifiedSignatureCertificatePurposeValidator;
import ee.sk.smartid.RpChallengeGenerator;
import ee.sk.smartid.SessionType;
import ee.sk.smartid.SignableData;
import ee.sk.smartid.SignableHash;
import ee.sk.smartid.SignatureResponse;
import ee.sk.smartid.SignatureResponseValidator;
import ee.sk.smartid.SignatureValueValidatorImpl;
import ee.sk.smartid.SmartIdClient;
import ee.sk.smartid.VerificationCodeCalculator;
import ee.sk.smartid.common.devicelink.interactions.DeviceLinkInteraction;
import ee.sk.smartid.common.notification.interactions.NotificationInteraction;
import ee.sk.smartid.exception.UnprocessableSmartIdResponseException;
import ee.sk.smartid.exception.permanent.ExpectedLinkedSessionException;
import ee.sk.smartid.exception.permanent.ProtocolFailureException;
import ee.sk.smartid.exception.permanent.RelyingPartyAccountConfigurationException;
import ee.sk.smartid.exception.permanent.ServerMaintenanceException;
import ee.sk.smartid.exception.permanent.SmartIdClientException;
import ee.sk.smartid.exception.permanent.SmartIdServerException;
import ee.sk.smartid.exception.useraccount.DocumentUnusableException;
import ee.sk.smartid.exception.useraccount.RequiredInteractionNotSupportedByAppException;
import ee.sk.smartid.exception.useraccount.UserAccountNotFoundException;
import ee.sk.smartid.exception.useraccount.UserAccountUnusableException;
import ee.sk.smartid.exception.useraction.SessionTimeoutException;
import ee.sk.smartid.exception.useraction.UserRefusedCertChoiceException;
import ee.sk.smartid.exception.useraction.UserRefusedConfirmationMessageException;
import ee.sk.smartid.exception.useraction.UserRefusedConfirmationMessageWithVerificationChoiceException;
import ee.sk.smartid.exception.useraction.UserRefusedDisplayTextAndPinException;
import ee.sk.smartid.exception.useraction.UserRefusedException;
import ee.sk.smartid.exception.useraction.UserSelectedWrongVerificationCodeException;
import ee.sk.smartid.rest.dao.DeviceLinkSessionResponse;
import ee.sk.smartid.rest.dao.SemanticsIdentifier;
import ee.sk.smartid.rest.dao.SessionStatus;
import ee.sk.smartid.util.CallbackUrlUtil;
import jakarta.ws.rs.ProcessingException;
import java.io.FileInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Smart-ID's own client of RP API v3, unchanged, against the emulator: ClientsV3 SMART_ID MOCK_PHONE PHONE TLS_PEM
 * ROOT_PEM ISSUER_PEM.
 *
 * <p>What it is answered, its own validators judge: certificate, level, purpose, signature value, ACSP_V2. Answers that
 * are wrong show that they do.
 */
public final class ClientsV3 {
    private static final byte[] MESSAGE = "signed attributes".getBytes(StandardCharsets.UTF_8);
    private static final String SCHEME = "smart-id-demo";
    /** Of these the phone answers by itself, and of the second it first follows a link. */
    private static final String PUSHED = "PNOEE-40504040001-DEM0-Q";
    private static final String SCANS = "PNOEE-40404040009-MOCK-Q";
    private static final String BY_HAND = "PNOEE-40707079912-HAND-Q";
    private static final SemanticsIdentifier PUSHED_PERSON = new SemanticsIdentifier("PNO", "LV", "050405-10009");
    private static final SemanticsIdentifier SCANNING_PERSON = new SemanticsIdentifier("PNO", "LT", "40404040009");
    private static final String SCANNING_PERSONS = "PNOLT-40404040009-MOCK-Q";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static int failures = 0;
    /** The same request twice would be given the same session. */
    private static int nonce = 0;

    private final String url;
    private final String mock;
    private final String phone;
    private final HttpClient http;
    private final SmartIdClient client;
    private final X509Certificate root;
    private final CertificateValidator trust;

    private ClientsV3(String[] arguments) throws Exception {
        url = arguments[0] + "/v3/";
        mock = arguments[1];
        phone = arguments[2];
        String tls = Files.readString(Path.of(arguments[3]));
        http = HttpClient.newBuilder().sslContext(SmartIdClient.createSslContext(List.of(tls))).build();
        client = client(url, tls);
        root = certificate(arguments[4]);
        trust = trust(root, List.of(certificate(arguments[5])));
    }

    public static void main(String[] arguments) throws Exception {
        ClientsV3 stage = new ClientsV3(arguments);
        stage.admin("pace", Map.of("answerMs", 100));
        stage.signatures();
        stage.logins();
        stage.refusals();
        stage.admin("pace", Map.of());
        String issuer = Files.readString(Path.of(arguments[5]));
        story("an address with another TLS certificate is not spoken to", () -> throwing(ProcessingException.class,
                () -> client(stage.url, issuer).createCertificateByDocumentNumber().withDocumentNumber(PUSHED)
                        .getCertificateByDocumentNumber()));
        System.out.println(failures == 0 ? "all of them accepted it" : failures + " went wrong");
        System.exit(failures == 0 ? 0 : 1);
    }

    private void signatures() {
        story("an account is asked for its certificate", () -> {
            known(PUSHED);
            return null;
        });
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            String name = hash.getAlgorithmName();
            story("an account signs by QR code, " + name, () -> signsByLink(DeviceLinkType.QR_CODE, hash,
                    byLink(hash).withDocumentNumber(SCANS), SCANS));
            story("a person signs by QR code, " + name, () -> signsByLink(DeviceLinkType.QR_CODE, hash,
                    byLink(hash).withSemanticsIdentifier(SCANNING_PERSON), SCANNING_PERSONS));
            story("an account signs by push, " + name, () -> {
                SignatureResponse signed = signsByPush(byPush(hash).withDocumentNumber(PUSHED));
                expect(signed.getDocumentNumber(), PUSHED);
                expect(signed.getCertificate(), known(PUSHED).certificate());
                return null;
            });
            story("a person signs by push, " + name,
                    () -> signsByPush(byPush(hash).withSemanticsIdentifier(PUSHED_PERSON)));
        }
        for (DeviceLinkType type : List.of(DeviceLinkType.WEB_2_APP, DeviceLinkType.APP_2_APP)) {
            story("an account signs by a link on the same device, " + type.getValue(), () -> signsByLink(type,
                    HashAlgorithm.SHA_512, byLink(HashAlgorithm.SHA_512).withDocumentNumber(SCANS), SCANS));
        }
        story("a person chooses a certificate by push", () -> {
            var opened = client.createNotificationCertificateChoice().withSemanticsIdentifier(PUSHED_PERSON)
                    .withCertificateLevel(CertificateLevel.QUALIFIED).withNonce(nonce()).initCertificateChoice();
            CertificateChoiceResponse chosen = chosen(opened.sessionID());
            expect(chosen.getCertificate(), known(chosen.getDocumentNumber()).certificate());
            return null;
        });
        for (DeviceLinkType type : DeviceLinkType.values()) {
            story("a certificate is chosen by a link, and the linked signature follows, " + type.getValue(),
                    () -> linked(type));
        }
    }

    private Void linked(DeviceLinkType type) throws Exception {
        String callback = callback(type);
        var choice = client.createDeviceLinkCertificateRequest().withCertificateLevel(CertificateLevel.QUALIFIED)
                .withNonce(nonce()).withInitialCallbackUrl(callback).initCertificateChoice();
        scan(type, callback, choice, link(type, SessionType.CERTIFICATE_CHOICE, choice, callback), SCANS);
        CertificateChoiceResponse chosen = chosen(choice.sessionID());
        expect(chosen.getDocumentNumber(), SCANS);
        var opened = client.createLinkedNotificationSignature().withDocumentNumber(chosen.getDocumentNumber())
                .withCertificateLevel(CertificateLevel.QUALIFIED).withLinkedSessionID(choice.sessionID())
                .withSignableData(new SignableData(MESSAGE, HashAlgorithm.SHA_384))
                .withInteractions(List.of(DeviceLinkInteraction.displayTextAndPin("Sign loan.pdf")))
                .initSignatureSession();
        SignatureResponse signed = signed(opened.sessionID());
        expect(signed.getCertificate(), chosen.getCertificate());
        comesBack(type, opened.sessionID(), choice);
        return null;
    }

    private void logins() {
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            String name = hash.getAlgorithmName();
            story("somebody logs in by QR code, " + name,
                    () -> logsInByLink(DeviceLinkType.QR_CODE, loginByLink(hash), SCANS, "40404040009", "EE"));
            story("an account logs in by push, " + name,
                    () -> logsInByPush(loginByPush(hash).withDocumentNumber(PUSHED), "40504040001", "EE"));
            story("a person logs in by push, " + name, () -> logsInByPush(
                    loginByPush(hash).withSemanticsIdentifier(PUSHED_PERSON), "050405-10009", "LV"));
        }
        story("an account logs in by QR code", () -> logsInByLink(DeviceLinkType.QR_CODE,
                loginByLink(HashAlgorithm.SHA_512).withDocumentNumber(SCANS), SCANS, "40404040009", "EE"));
        story("a person logs in by QR code", () -> logsInByLink(DeviceLinkType.QR_CODE,
                loginByLink(HashAlgorithm.SHA_512).withSemanticsIdentifier(SCANNING_PERSON), SCANNING_PERSONS,
                "40404040009", "LT"));
        for (DeviceLinkType type : List.of(DeviceLinkType.WEB_2_APP, DeviceLinkType.APP_2_APP)) {
            story("somebody logs in by a link on the same device, " + type.getValue(), () -> logsInByLink(type,
                    loginByLink(HashAlgorithm.SHA3_256), SCANS, "40404040009", "EE"));
        }
        story("somebody logs in by QR code where a link on the same device was offered too", () -> logsInByLink(
                DeviceLinkType.QR_CODE,
                loginByLink(HashAlgorithm.SHA_256).withInitialCallbackUrl(callback(DeviceLinkType.WEB_2_APP)), SCANS,
                "40404040009", "EE"));
        story("the code of a login by push is the one on the phone", () -> {
            var challenge = RpChallengeGenerator.generate();
            var asked = loginByPush(HashAlgorithm.SHA_256).withRpChallenge(challenge.toBase64EncodedValue())
                    .withDocumentNumber(BY_HAND);
            String session = asked.initAuthenticationSession().sessionID();
            JsonNode shown = state("requests", session);
            expect(shown.path("code").asText(), VerificationCodeCalculator.calculate(challenge.value()));
            post(phone + "/approve", Map.of("session", session, "pin", "12345"), 200);
            expect(loggedIn(asked, session).getIdentityNumber(), "40707079912");
            return null;
        });
    }

    private void refusals() throws Exception {
        ends("PNOEE-30403039917", UserRefusedException.class);
        ends("PNOEE-30403039928", UserRefusedDisplayTextAndPinException.class);
        ends("PNOEE-30403039946", UserRefusedConfirmationMessageException.class);
        ends("PNOEE-30403039950", UserRefusedConfirmationMessageWithVerificationChoiceException.class);
        ends("PNOEE-30403039972", UserSelectedWrongVerificationCodeException.class);
        ends("PNOEE-30403039983", SessionTimeoutException.class);
        ends("PNOEE-38001085718", UserAccountNotFoundException.class);
        with("nextEndResult", "USER_REFUSED_CERT_CHOICE", UserRefusedCertChoiceException.class);
        with("nextEndResult", "DOCUMENT_UNUSABLE", DocumentUnusableException.class);
        with("nextEndResult", "ACCOUNT_UNUSABLE", UserAccountUnusableException.class);
        with("nextEndResult", "PROTOCOL_FAILURE", ProtocolFailureException.class);
        with("nextEndResult", "EXPECTED_LINKED_SESSION", ExpectedLinkedSessionException.class);
        with("nextEndResult", "SERVER_ERROR", SmartIdServerException.class);
        with("nextStatus", 401, RelyingPartyAccountConfigurationException.class);
        with("nextStatus", 480, SmartIdClientException.class);
        with("nextStatus", 580, ServerMaintenanceException.class);
        with("appInteractions", List.of("confirmationMessage"), RequiredInteractionNotSupportedByAppException.class);
        for (String fault : List.of("corrupted-signature", "other-key", "other-certificate", "weak-pss")) {
            with("answer", fault, UnprocessableSmartIdResponseException.class);
            story("a login with the fault " + fault + " is not believed", () -> faulty("answer", fault,
                    UnprocessableSmartIdResponseException.class, () -> logsInByPush(
                            loginByPush(HashAlgorithm.SHA_256).withDocumentNumber(PUSHED), "40504040001", "EE")));
        }
        story("a certificate without its issuer is not believed", () -> throwing(
                UnprocessableSmartIdResponseException.class,
                () -> {
                    trust(root, List.of()).validate(known(PUSHED).certificate());
                    return null;
                }));
        story("the demo's relying party may not ask for basic accounts",
                () -> throwing(RelyingPartyAccountConfigurationException.class,
                        () -> client.createCertificateByDocumentNumber().withDocumentNumber(PUSHED)
                                .withCertificateLevel(CertificateLevel.ADVANCED).getCertificateByDocumentNumber()));
        story("a link whose authCode is of another secret is not followed", () -> {
            var opened = loginByLink(HashAlgorithm.SHA_256);
            var session = opened.initAuthenticationSession();
            var request = opened.getAuthenticationSessionRequest();
            URI link = builder(DeviceLinkType.QR_CODE, SessionType.AUTHENTICATION, session, null)
                    .withDigest(request.signatureProtocolParameters().rpChallenge())
                    .withInteractions(request.interactions()).buildDeviceLink("c2VjcmV0IG9mIHNvbWVib2R5IGVsc2U=");
            post(mock, Map.of("documentNumber", SCANS, "deviceLink", link.toString(), "flowType", "QR"), 400);
            return null;
        });
    }

    private void ends(String person, Class<? extends Exception> expected) {
        story(person + " ends with " + expected.getSimpleName(), () -> throwing(expected,
                () -> signsByPush(byPush(HashAlgorithm.SHA_256).withSemanticsIdentifier(
                        new SemanticsIdentifier(person)))));
    }

    private void with(String fault, Object value, Class<? extends Exception> expected) {
        story("a signature ends with " + expected.getSimpleName() + ": " + fault + " " + value,
                () -> faulty(fault, value, expected, () -> signsByPush(
                        byPush(HashAlgorithm.SHA_256).withDocumentNumber(PUSHED))));
    }

    private Void faulty(String fault, Object value, Class<? extends Exception> expected, Callable<?> told)
            throws Exception {
        admin("faults", Map.of(fault, value));
        try {
            return throwing(expected, told);
        } finally {
            admin("faults", Map.of());
        }
    }

    private void admin(String what, Map<String, Object> set) throws Exception {
        post(URI.create(url).resolve("/admin/" + what).toString(), set, 200);
    }

    private CertificateByDocumentNumberResult known(String number) {
        var known = client.createCertificateByDocumentNumber().withDocumentNumber(number)
                .withCertificateLevel(CertificateLevel.QUALIFIED).getCertificateByDocumentNumber();
        trust.validate(known.certificate());
        new QualifiedSignatureCertificatePurposeValidator().validate(known.certificate());
        return known;
    }

    private CertificateChoiceResponse chosen(String session) {
        return new CertificateChoiceResponseValidator(trust).validate(ended(session), CertificateLevel.QUALIFIED);
    }

    private DeviceLinkSignatureSessionRequestBuilder byLink(HashAlgorithm hash) throws Exception {
        return client.createDeviceLinkSignature().withCertificateLevel(CertificateLevel.QUALIFIED).withNonce(nonce())
                .withSignableHash(new SignableHash(
                        MessageDigest.getInstance(hash.getAlgorithmName()).digest(MESSAGE), hash))
                .withInteractions(List.of(DeviceLinkInteraction.confirmationMessage("Sign loan.pdf?"),
                        DeviceLinkInteraction.displayTextAndPin("Sign loan.pdf")));
    }

    private Void signsByLink(DeviceLinkType type, HashAlgorithm hash, DeviceLinkSignatureSessionRequestBuilder asked,
            String number) throws Exception {
        String callback = callback(type);
        var opened = asked.withInitialCallbackUrl(callback).initSignatureSession();
        var request = asked.getSignatureSessionRequest();
        String link = builder(type, SessionType.SIGNATURE, opened, callback)
                .withDigest(request.signatureProtocolParameters().digest()).withInteractions(request.interactions())
                .buildDeviceLink(opened.sessionSecret()).toString();
        scan(type, callback, opened, link, number);
        SignatureResponse signed = signed(opened.sessionID());
        expect(signed.getDocumentNumber(), number);
        expect(signed.getFlowType().getDescription(), type.getValue());
        expect(signed.getInteractionFlowUsed(), "confirmationMessage");
        expect(signed.getRsaSsaPssParameters().getDigestHashAlgorithm(), hash);
        comesBack(type, opened.sessionID(), opened);
        return null;
    }

    private NotificationSignatureSessionRequestBuilder byPush(HashAlgorithm hash) {
        return client.createNotificationSignature().withCertificateLevel(CertificateLevel.QUALIFIED).withNonce(nonce())
                .withSignableData(new SignableData(MESSAGE, hash))
                .withInteractions(List.of(
                        NotificationInteraction.confirmationMessageAndVerificationCodeChoice("Sign loan.pdf?"),
                        NotificationInteraction.displayTextAndPin("Sign loan.pdf")));
    }

    private SignatureResponse signsByPush(NotificationSignatureSessionRequestBuilder asked) {
        var opened = asked.initSignatureSession();
        SignatureResponse signed = signed(opened.sessionID());
        expect(signed.getFlowType(), FlowType.NOTIFICATION);
        expect(signed.getInteractionFlowUsed(), "confirmationMessageAndVerificationCodeChoice");
        return signed;
    }

    /** The signature that the session ended with: form, chain, level, purpose, and then its value. */
    private SignatureResponse signed(String session) {
        SignatureResponse signed =
                new SignatureResponseValidator(trust).validate(ended(session), CertificateLevel.QUALIFIED);
        new SignatureValueValidatorImpl().validate(
                signed.getSignatureValue(), MESSAGE, signed.getCertificate(), signed.getRsaSsaPssParameters());
        return signed;
    }

    private DeviceLinkAuthenticationSessionRequestBuilder loginByLink(HashAlgorithm hash) {
        return client.createDeviceLinkAuthentication().withCertificateLevel(AuthenticationCertificateLevel.QUALIFIED)
                .withRpChallenge(RpChallengeGenerator.generate().toBase64EncodedValue()).withHashAlgorithm(hash)
                .withInteractions(List.of(DeviceLinkInteraction.displayTextAndPin("Log in?")));
    }

    private Void logsInByLink(DeviceLinkType type, DeviceLinkAuthenticationSessionRequestBuilder asked, String number,
            String code, String country) throws Exception {
        String callback = callback(type);
        if (callback != null) asked.withInitialCallbackUrl(callback);
        var opened = asked.initAuthenticationSession();
        var request = asked.getAuthenticationSessionRequest();
        String link = builder(type, SessionType.AUTHENTICATION, opened, callback)
                .withDigest(request.signatureProtocolParameters().rpChallenge())
                .withInteractions(request.interactions()).buildDeviceLink(opened.sessionSecret()).toString();
        scan(type, callback, opened, link, number);
        SessionStatus status = ended(opened.sessionID());
        String verifier = comesBack(type, opened.sessionID(), opened).get("userChallengeVerifier");
        AuthenticationIdentity identity =
                DeviceLinkAuthenticationResponseValidator.defaultSetupWithCertificateValidator(trust)
                        .validate(status, request, verifier, SCHEME);
        expect(identity.getIdentityNumber(), code);
        expect(identity.getCountry(), country);
        return null;
    }

    private NotificationAuthenticationSessionRequestBuilder loginByPush(HashAlgorithm hash) {
        return client.createNotificationAuthentication().withCertificateLevel(AuthenticationCertificateLevel.QUALIFIED)
                .withRpChallenge(RpChallengeGenerator.generate().toBase64EncodedValue()).withHashAlgorithm(hash)
                .withInteractions(List.of(NotificationInteraction.displayTextAndPin("Log in?")));
    }

    private Void logsInByPush(NotificationAuthenticationSessionRequestBuilder asked, String code, String country) {
        AuthenticationIdentity identity = loggedIn(asked, asked.initAuthenticationSession().sessionID());
        expect(identity.getIdentityNumber(), code);
        expect(identity.getCountry(), country);
        return null;
    }

    private AuthenticationIdentity loggedIn(NotificationAuthenticationSessionRequestBuilder asked, String session) {
        return NotificationAuthenticationResponseValidator.defaultSetupWithCertificateValidator(trust)
                .validate(ended(session), asked.getAuthenticationSessionRequest(), SCHEME);
    }

    private SessionStatus ended(String session) {
        return client.getSessionStatusPoller().fetchFinalSessionStatus(session);
    }

    /** None for a code on another screen. */
    private static String callback(DeviceLinkType type) {
        return type == DeviceLinkType.QR_CODE ? null
                : CallbackUrlUtil.createCallbackUrl("https://rp.example.com/callback").initialCallbackUri().toString();
    }

    private DeviceLinkBuilder builder(DeviceLinkType type, SessionType session, DeviceLinkSessionResponse opened,
            String callback) {
        return client.createDynamicContent().withSchemeName(SCHEME)
                .withDeviceLinkBase(opened.deviceLinkBase().toString()).withDeviceLinkType(type)
                .withSessionType(session).withSessionToken(opened.sessionToken())
                .withElapsedSeconds(type == DeviceLinkType.QR_CODE ? 0L : null).withLang("eng")
                .withInitialCallbackUrl(callback);
    }

    private String link(DeviceLinkType type, SessionType session, DeviceLinkSessionResponse opened, String callback) {
        return builder(type, session, opened, callback).buildDeviceLink(opened.sessionSecret()).toString();
    }

    /** Has the phone of an account follow a link. */
    private void scan(DeviceLinkType type, String callback, DeviceLinkSessionResponse opened, String link,
            String number) throws Exception {
        Map<String, Object> body = new HashMap<>(
                Map.of("documentNumber", number, "deviceLink", link, "flowType", type.getValue()));
        if (callback != null) {
            body.put("browserCookie", "session=" + opened.sessionID());
            body.put("initialCallbackUrl", callback);
        }
        post(mock, body, 200);
    }

    /** What the app takes to the callback of a link on the same device; the secret must have its digest there. */
    private Map<String, String> comesBack(DeviceLinkType type, String session, DeviceLinkSessionResponse opened)
            throws Exception {
        if (type == DeviceLinkType.QR_CODE) return Map.of();
        String back = state("ended", session).path("callback").asText();
        Map<String, String> told = Arrays.stream(URI.create(back).getQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        CallbackUrlUtil.validateSessionSecretDigest(told.get("sessionSecretDigest"), opened.sessionSecret());
        return told;
    }

    /** What the phones show of a session. */
    private JsonNode state(String list, String session) throws Exception {
        var asked = HttpRequest.newBuilder(URI.create(phone + "/state")).build();
        JsonNode state = JSON.readTree(http.send(asked, HttpResponse.BodyHandlers.ofString()).body());
        for (JsonNode shown : state.path(list)) if (shown.path("session").asText().equals(session)) return shown;
        throw new IllegalStateException("no phone shows " + session);
    }

    private void post(String address, Map<String, Object> body, int expected) throws Exception {
        var asked = HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build();
        var answered = http.send(asked, HttpResponse.BodyHandlers.ofString());
        if (answered.statusCode() != expected) {
            throw new IllegalStateException(address + ": " + answered.statusCode() + " " + answered.body());
        }
    }

    private static SmartIdClient client(String url, String tls) {
        SmartIdClient client = new SmartIdClient();
        client.setRelyingPartyUUID("00000000-0000-4000-8000-000000000000");
        client.setRelyingPartyName("DEMO");
        client.setHostUrl(url);
        client.setTrustedCertificates(tls);
        client.setPollingSleepTimeout(TimeUnit.MILLISECONDS, 100);
        return client;
    }

    private static CertificateValidator trust(X509Certificate root, List<X509Certificate> issuers) {
        return new CertificateValidatorImpl(new DefaultTrustedCAStoreBuilder()
                .withTrustAnchors(Set.of(new TrustAnchor(root, null))).withIntermediateCACertificate(issuers)
                // With it the client says that it does not work yet
                .withOcspEnabled(false).build());
    }

    private static X509Certificate certificate(String file) throws Exception {
        try (FileInputStream in = new FileInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static String nonce() {
        return "story " + nonce++;
    }

    private static void story(String name, Callable<?> told) {
        try {
            told.call();
            System.out.println("ok    Smart-ID v3, Java: " + name);
        } catch (Exception wrong) {
            failures++;
            System.out.println("WRONG Smart-ID v3, Java: " + name + ": " + wrong);
        }
    }

    private static Void throwing(Class<? extends Exception> expected, Callable<?> told) throws Exception {
        try {
            told.call();
        } catch (Exception found) {
            if (found.getClass() == expected) return null;
            throw found;
        }
        throw new IllegalStateException("nothing was thrown");
    }

    private static void expect(Object found, Object expected) {
        if (!expected.equals(found)) throw new IllegalStateException(found + " and not " + expected);
    }
}
