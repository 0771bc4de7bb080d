import com.itextpdf.forms.PdfAcroForm;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.annot.PdfTextAnnotation;
import com.itextpdf.signatures.IExternalSignatureContainer;
import com.itextpdf.signatures.ITSAClient;
import com.itextpdf.signatures.LtvVerification;
import com.itextpdf.signatures.PdfSigner;
import com.itextpdf.signatures.SignatureUtil;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

/** What iText appends. */
final class Text {
    static void fill(Path from, Path to) throws Exception {
        try (PdfDocument document = opened(from, to)) {
            PdfAcroForm.getAcroForm(document, false).getField("payee").setValue("Bob");
        }
    }

    static void note(Path from, Path to) throws Exception {
        try (PdfDocument document = opened(from, to)) {
            PdfTextAnnotation note = new PdfTextAnnotation(new Rectangle(400, 300, 20, 20));
            note.setContents("Seen and agreed.");
            document.getPage(1).addAnnotation(note);
        }
    }

    static void store(Seal seal, Path from, Path to) throws Exception {
        try (PdfDocument document = opened(from, to)) {
            String last = new SignatureUtil(document).getSignatureNames().get(0);
            List<byte[]> certificates = new ArrayList<>();
            for (Certificate one : seal.chain) {
                certificates.add(one.getEncoded());
            }
            LtvVerification ltv = new LtvVerification(document);
            ltv.addVerification(last, null, null, certificates);
            ltv.merge();
        }
    }

    static void sign(Seal seal, Path from, Path to) throws Exception {
        try (OutputStream out = Files.newOutputStream(to)) {
            signer(from, out).signExternalContainer(new IExternalSignatureContainer() {
                @Override
                public byte[] sign(InputStream data) throws GeneralSecurityException {
                    try {
                        return seal.sign(data);
                    } catch (Exception error) {
                        throw new GeneralSecurityException(error);
                    }
                }

                @Override
                public void modifySigningDictionary(PdfDictionary signature) {
                    signature.put(PdfName.Filter, PdfName.Adobe_PPKLite);
                    signature.put(PdfName.SubFilter, PdfName.ETSI_CAdES_DETACHED);
                }
            }, 4096);
        }
    }

    static void stamp(Seal seal, Path from, Path to) throws Exception {
        try (OutputStream out = Files.newOutputStream(to)) {
            signer(from, out).timestamp(new ITSAClient() {
                @Override
                public int getTokenSizeEstimate() {
                    return 4096;
                }

                @Override
                public MessageDigest getMessageDigest() throws GeneralSecurityException {
                    return MessageDigest.getInstance("SHA-256");
                }

                @Override
                public byte[] getTimeStampToken(byte[] imprint) throws Exception {
                    return seal.stamp(imprint);
                }
            }, "Stamp");
        }
    }

    private static PdfSigner signer(Path from, OutputStream out) throws Exception {
        return new PdfSigner(new PdfReader(from.toString()), out, new StampingProperties().useAppendMode());
    }

    private static PdfDocument opened(Path from, Path to) throws Exception {
        return new PdfDocument(new PdfReader(from.toString()), new PdfWriter(to.toString()),
                new StampingProperties().useAppendMode());
    }
}
