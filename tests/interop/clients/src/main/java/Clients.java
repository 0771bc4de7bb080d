import ee.sk.mid.MidAuthenticationHashToSign;
import ee.sk.mid.MidAuthenticationResponseValidator;
import ee.sk.mid.MidClient;
import ee.sk.mid.MidDisplayTextFormat;
import ee.sk.mid.MidHashToSign;
import ee.sk.mid.MidHashType;
import ee.sk.mid.MidLanguage;
import ee.sk.mid.exception.MidDeliveryException;
import ee.sk.mid.exception.MidInvalidUserConfigurationException;
import ee.sk.mid.exception.MidNotMidClientException;
import ee.sk.mid.exception.MidPhoneNotAvailableException;
import ee.sk.mid.exception.MidSessionTimeoutException;
import ee.sk.mid.exception.MidUnauthorizedException;
import ee.sk.mid.exception.MidUserCancellationException;
import ee.sk.mid.rest.dao.request.MidAuthenticationRequest;
import ee.sk.mid.rest.dao.request.MidCertificateRequest;
import ee.sk.mid.rest.dao.request.MidSignatureRequest;
import ee.sk.smartid.AuthenticationHash;
import ee.sk.smartid.AuthenticationResponseValidator;
import ee.sk.smartid.HashType;
import ee.sk.smartid.SignableHash;
import ee.sk.smartid.SmartIdClient;
import ee.sk.smartid.exception.useraccount.UserAccountNotFoundException;
import ee.sk.smartid.exception.useraction.SessionTimeoutException;
import ee.sk.smartid.exception.useraction.UserRefusedException;
import ee.sk.smartid.exception.useraction.UserRefusedDisplayTextAndPinException;
import ee.sk.smartid.exception.useraction.UserSelectedWrongVerificationCodeException;
import ee.sk.smartid.rest.dao.Interaction;
import java.io.FileInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The services' own clients, unchanged, against the emulator: Clients SMART_ID MOBILE_ID TLS_PEM ISSUER_PEM. */
public final class Clients {
    private static final byte[] MESSAGE = "signed attributes".getBytes(StandardCharsets.UTF_8);
    private static int failures = 0;

    public static void main(String[] arguments) throws Exception {
        String tls = Files.readString(Path.of(arguments[2]));
        X509Certificate issuer;
        try (FileInputStream in = new FileInputStream(arguments[3])) {
            issuer = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        smartId(arguments[0] + "/v2/", tls, issuer);
        mobileId(arguments[1], tls, issuer);
        System.out.println(failures == 0 ? "all of them accepted it" : failures + " went wrong");
        System.exit(failures == 0 ? 0 : 1);
    }

    private static void smartId(String url, String tls, X509Certificate issuer) throws Exception {
        SmartIdClient client = new SmartIdClient();
        client.setRelyingPartyUUID("00000000-0000-4000-8000-000000000000");
        client.setRelyingPartyName("DEMO");
        client.setHostUrl(url);
        client.setTrustedCertificates(tls);
        client.setPollingSleepTimeout(TimeUnit.MILLISECONDS, 100);
        for (String person : List.of("PNOEE-40504040001", "PNOLT-40504040001", "PNOLV-050405-10009")) {
            story("Smart-ID v2: " + person + " signs", () -> {
                var chosen = client.getCertificate()
                        .withSemanticsIdentifierAsString(person).withCertificateLevel("QUALIFIED").fetch();
                SignableHash hash = new SignableHash();
                hash.setHash(MessageDigest.getInstance("SHA-512").digest(MESSAGE));
                hash.setHashType(HashType.SHA512);
                var signed = client.createSignature().withDocumentNumber(chosen.getDocumentNumber())
                        .withSignableHash(hash).withCertificateLevel("QUALIFIED")
                        .withAllowedInteractionsOrder(List.of(
                                Interaction.confirmationMessageAndVerificationCodeChoice("Sign loan.pdf?"),
                                Interaction.displayTextAndPIN("Sign loan.pdf")))
                        .sign();
                check(chosen.getCertificate().getPublicKey(), "SHA512withRSA", signed.getValue());
                expect(signed.getInteractionFlowUsed(), "confirmationMessageAndVerificationCodeChoice");
                chosen.getCertificate().verify(issuer.getPublicKey());
                return null;
            });
        }
        story("Smart-ID v2: a person authenticates", () -> {
            AuthenticationHash hash = AuthenticationHash.generateRandomHash();
            var answer = client.createAuthentication().withSemanticsIdentifierAsString("PNOEE-40504040001")
                    .withAuthenticationHash(hash).withCertificateLevel("QUALIFIED")
                    .withAllowedInteractionsOrder(List.of(Interaction.displayTextAndPIN("Log in?")))
                    .authenticate();
            var identity =
                    new AuthenticationResponseValidator(new X509Certificate[] {issuer}).validate(answer);
            expect(identity.getIdentityNumber(), "40504040001");
            expect(identity.getCountry(), "EE");
            return null;
        });
        refuses(client, "PNOEE-30403039917", UserRefusedException.class);
        refuses(client, "PNOEE-30403039928", UserRefusedDisplayTextAndPinException.class);
        refuses(client, "PNOEE-30403039972", UserSelectedWrongVerificationCodeException.class);
        refuses(client, "PNOEE-30403039983", SessionTimeoutException.class);
        refuses(client, "PNOEE-38001085718", UserAccountNotFoundException.class);
    }

    private static void refuses(SmartIdClient client, String person, Class<? extends Exception> expected) {
        story("Smart-ID v2: " + person + " ends with " + expected.getSimpleName(), () -> {
            SignableHash hash = new SignableHash();
            hash.setHash(MessageDigest.getInstance("SHA-256").digest(MESSAGE));
            hash.setHashType(HashType.SHA256);
            return throwing(expected, () -> client.createSignature().withSemanticsIdentifierAsString(person)
                    .withSignableHash(hash).withCertificateLevel("QUALIFIED")
                    .withAllowedInteractionsOrder(List.of(Interaction.displayTextAndPIN("Sign loan.pdf"))).sign());
        });
    }

    private static MidClient mobileClient(String url, String tls, String uuid) {
        return MidClient.newBuilder().withHostUrl(url).withRelyingPartyUUID(uuid).withRelyingPartyName("DEMO")
                .withTrustedCertificates(tls).withLongPollingTimeoutSeconds(60).build();
    }

    private static void mobileId(String url, String tls, X509Certificate issuer) throws Exception {
        MidClient client = mobileClient(url, tls, "00000000-0000-0000-0000-000000000000");
        for (String[] who : new String[][] {
            {"+37200000766", "60001019906"}, {"+37060000666", "50001018865"}, {"+37200000566", "60001018800"},
            {"+37200002048", "50001029996"},
        }) {
            for (MidHashType type : MidHashType.values()) {
                story("Mobile-ID: " + who[0] + " signs " + type, () -> {
                    X509Certificate certificate = certificate(client, who);
                    certificate.verify(issuer.getPublicKey());
                    MidHashToSign hash =
                            MidHashToSign.newBuilder().withDataToHash(MESSAGE).withHashType(type).build();
                    var opened = client.getMobileIdConnector().sign(MidSignatureRequest.newBuilder()
                            .withPhoneNumber(who[0]).withNationalIdentityNumber(who[1]).withHashToSign(hash)
                            .withLanguage(MidLanguage.ENG).withDisplayText("Sign loan.pdf?")
                            .withDisplayTextFormat(MidDisplayTextFormat.GSM7).build());
                    var status = client.getSessionStatusPoller()
                            .fetchFinalSignatureSessionStatus(opened.getSessionID());
                    byte[] value = client.createMobileIdSignature(status).getValue();
                    boolean rsa = certificate.getPublicKey().getAlgorithm().equals("RSA");
                    check(certificate.getPublicKey(), type.getHashTypeName() + (rsa ? "withRSA" : "withECDSA"),
                            rsa ? value : der(value));
                    return null;
                });
            }
        }
        for (String[] who : new String[][] {{"+37200000766", "60001019906", "EE"}, {"+37060000666", "50001018865", "LT"}}) {
            story("Mobile-ID: " + who[0] + " authenticates", () -> {
                var hash = MidAuthenticationHashToSign.generateRandomHashOfDefaultType();
                var opened = client.getMobileIdConnector().authenticate(MidAuthenticationRequest.newBuilder()
                        .withPhoneNumber(who[0]).withNationalIdentityNumber(who[1]).withHashToSign(hash)
                        .withLanguage(MidLanguage.ENG).build());
                var status = client.getSessionStatusPoller()
                        .fetchFinalAuthenticationSessionStatus(opened.getSessionID());
                var answer = client.createMobileIdAuthentication(status, hash);
                var result = new MidAuthenticationResponseValidator(List.of(issuer)).validate(answer);
                expect(result.getErrors().toString(), "[]");
                expect(result.getAuthenticationIdentity().getIdentityCode(), who[1]);
                expect(result.getAuthenticationIdentity().getCountry(), who[2]);
                return null;
            });
        }
        fails(client, "+37201100266", "60001019950", MidUserCancellationException.class);
        fails(client, "+37213100266", "60001019983", MidPhoneNotAvailableException.class);
        fails(client, "+37207110066", "60001019947", MidDeliveryException.class);
        fails(client, "+37201200266", "60001019972", MidDeliveryException.class);
        fails(client, "+37200000666", "60001019961", MidInvalidUserConfigurationException.class);
        fails(client, "+37066000266", "50001018908", MidSessionTimeoutException.class);
        fails(client, "+37200000366", "60001019928", MidNotMidClientException.class);
        story("Mobile-ID: an unknown number has no certificate", () -> throwing(MidNotMidClientException.class,
                () -> certificate(client, new String[] {"+37200000366", "60001019928"})));
        story("Mobile-ID: a stranger is not let in", () -> throwing(MidUnauthorizedException.class,
                () -> certificate(mobileClient(url, tls, "de305d54-75b4-431b-adb2-eb6b9e546014"),
                        new String[] {"+37200000766", "60001019906"})));
    }

    private static X509Certificate certificate(MidClient client, String[] who) {
        return client.createMobileIdCertificate(client.getMobileIdConnector().getCertificate(
                MidCertificateRequest.newBuilder()
                        .withPhoneNumber(who[0]).withNationalIdentityNumber(who[1]).build()));
    }

    private static void fails(MidClient client, String phone, String code, Class<? extends Exception> expected) {
        story("Mobile-ID: " + phone + " ends with " + expected.getSimpleName(), () -> throwing(expected, () -> {
            MidHashToSign hash =
                    MidHashToSign.newBuilder().withDataToHash(MESSAGE).withHashType(MidHashType.SHA256).build();
            var opened = client.getMobileIdConnector().sign(MidSignatureRequest.newBuilder()
                    .withPhoneNumber(phone).withNationalIdentityNumber(code).withHashToSign(hash)
                    .withLanguage(MidLanguage.ENG).build());
            return client.getSessionStatusPoller().fetchFinalSignatureSessionStatus(opened.getSessionID());
        }));
    }

    private static void story(String name, Callable<?> told) {
        try {
            told.call();
            System.out.println("ok    " + name);
        } catch (Exception wrong) {
            failures++;
            System.out.println("WRONG " + name + ": " + wrong);
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

    private static void check(PublicKey key, String algorithm, byte[] value) throws Exception {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        signature.update(MESSAGE);
        if (!signature.verify(value)) throw new IllegalStateException("the value does not verify");
    }

    private static void expect(String found, String expected) {
        if (!expected.equals(found)) throw new IllegalStateException(found + " and not " + expected);
    }

    /** ECDSA-Sig-Value of r and s one after the other. */
    private static byte[] der(byte[] value) {
        byte[] r = new BigInteger(1, Arrays.copyOfRange(value, 0, value.length / 2)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(value, value.length / 2, value.length)).toByteArray();
        byte[] der = new byte[6 + r.length + s.length];
        der[0] = 0x30;
        der[1] = (byte) (4 + r.length + s.length);
        der[2] = 2;
        der[3] = (byte) r.length;
        System.arraycopy(r, 0, der, 4, r.length);
        der[4 + r.length] = 2;
        der[5 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 6 + r.length, s.length);
        return der;
    }
}
