import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/** What EU DSS appends, with PDFBox. */
final class Dss {
    private static final int ROOM = 4096;
    private final Path p12;
    private final PAdESService service;

    Dss(Seal seal, Path p12) {
        this.p12 = p12;
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        for (Certificate one : seal.chain) {
            trusted.addCertificate(new CertificateToken((X509Certificate) one));
        }
        trusted.addCertificate(new CertificateToken(seal.clock));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        // Nobody answers for the certificates of those who signed before.
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        service = new PAdESService(verifier);
        service.setTspSource(new TSPSource() {
            @Override
            public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
                try {
                    return new TimestampBinary(seal.stamp(digest));
                } catch (Exception error) {
                    throw new IllegalStateException(error);
                }
            }
        });
    }

    void sign(Path from, Path to) throws Exception {
        sign(SignatureLevel.PAdES_BASELINE_B, from, to);
    }

    void signLong(Path from, Path to) throws Exception {
        sign(SignatureLevel.PAdES_BASELINE_LT, from, to);
    }

    private void sign(SignatureLevel level, Path from, Path to) throws Exception {
        try (Pkcs12SignatureToken token = new Pkcs12SignatureToken(
                p12.toFile(), new KeyStore.PasswordProtection("test".toCharArray()))) {
            DSSPrivateKeyEntry key = token.getKeys().get(0);
            PAdESSignatureParameters parameters = new PAdESSignatureParameters();
            parameters.setSignatureLevel(level);
            parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
            parameters.setSigningCertificate(key.getCertificate());
            parameters.setCertificateChain(key.getCertificateChain());
            // Its certificate is trusted itself, so that nothing has to be asked about it; and goes along all the same.
            parameters.bLevel().setTrustAnchorBPPolicy(false);
            parameters.setContentSize(2 * ROOM);
            parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
            DSSDocument document = new FileDocument(from.toFile());
            ToBeSigned data = service.getDataToSign(document, parameters);
            SignatureValue value = token.sign(data, DigestAlgorithm.SHA256, key);
            service.signDocument(document, parameters, value).save(to.toString());
        }
    }

    void stamp(Path from, Path to) throws Exception {
        PAdESTimestampParameters parameters = new PAdESTimestampParameters(DigestAlgorithm.SHA256);
        parameters.setContentSize(ROOM);
        service.timestamp(new FileDocument(from.toFile()), parameters).save(to.toString());
    }
}
