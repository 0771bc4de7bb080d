import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Calendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** What PDFBox appends. */
final class Box {
    static void fill(Path from, Path to) throws Exception {
        written(from, to, document -> document.getDocumentCatalog().getAcroForm(null).getField("payee").setValue("Bob"));
    }

    static void note(Path from, Path to) throws Exception {
        written(from, to, document -> {
            PDPage page = document.getPage(0);
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Seen and agreed.");
            note.setRectangle(new PDRectangle(400, 300, 20, 20));
            note.setPage(page);
            var all = page.getAnnotations();
            all.add(note);
            page.setAnnotations(all);
            note.constructAppearances(document);
            page.getCOSObject().setNeedToBeUpdated(true);
        });
    }

    /** The certificates in a store. */
    static void store(Seal seal, Path from, Path to) throws Exception {
        written(from, to, document -> {
            COSArray certificates = new COSArray();
            for (Certificate one : seal.chain) {
                COSStream stream = document.getDocument().createCOSStream();
                try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(one.getEncoded());
                }
                certificates.add(stream);
            }
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary store = catalog.getCOSDictionary(COSName.getPDFName("DSS"));
            if (store == null) {
                store = new COSDictionary();
                store.setItem(COSName.TYPE, COSName.getPDFName("DSS"));
                catalog.setItem(COSName.getPDFName("DSS"), store);
            }
            COSArray before = store.getCOSArray(COSName.getPDFName("Certs"));
            if (before != null) {
                before.forEach(certificates::add);
            }
            store.setItem(COSName.getPDFName("Certs"), certificates);
            store.setNeedToBeUpdated(true);
            catalog.setNeedToBeUpdated(true);
        });
    }

    static void sign(Seal seal, Path from, Path to, String name) throws Exception {
        PDSignature signature = new PDSignature();
        signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setName("Mari");
        signature.setSignDate(Calendar.getInstance());
        added(signature, from, to, content -> {
            try {
                return seal.sign(content);
            } catch (Exception error) {
                throw new java.io.IOException(name, error);
            }
        });
    }

    static void stamp(Seal seal, Path from, Path to) throws Exception {
        PDSignature signature = new PDSignature();
        signature.setType(COSName.getPDFName("DocTimeStamp"));
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(COSName.getPDFName("ETSI.RFC3161"));
        added(signature, from, to, content -> {
            try {
                return seal.stamp(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
            } catch (Exception error) {
                throw new java.io.IOException(error);
            }
        });
    }

    private static void added(PDSignature signature, Path from, Path to, SignatureInterface how) throws Exception {
        try (PDDocument document = Loader.loadPDF(from.toFile());
                SignatureOptions options = new SignatureOptions();
                OutputStream out = Files.newOutputStream(to)) {
            options.setPreferredSignatureSize(4096);
            document.addSignature(signature, how, options);
            document.saveIncremental(out);
        }
    }

    private interface Change {
        void on(PDDocument document) throws Exception;
    }

    private static void written(Path from, Path to, Change change) throws Exception {
        try (PDDocument document = Loader.loadPDF(from.toFile()); OutputStream out = Files.newOutputStream(to)) {
            change.on(document);
            document.saveIncremental(out);
        }
    }
}
