import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSignature;
import com.lowagie.text.pdf.PdfSignatureAppearance;
import com.lowagie.text.pdf.PdfStamper;
import com.lowagie.text.pdf.PdfString;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.HashMap;
import java.util.Map;

/** What OpenPDF appends. */
final class Open {
    static void fill(Path from, Path to) throws Exception {
        try (PdfReader reader = new PdfReader(from.toString()); OutputStream out = Files.newOutputStream(to)) {
            PdfStamper stamper = new PdfStamper(reader, out, '\0', true);
            stamper.getAcroFields().setField("payee", "Bob");
            stamper.close();
        }
    }

    static void note(Path from, Path to) throws Exception {
        try (PdfReader reader = new PdfReader(from.toString()); OutputStream out = Files.newOutputStream(to)) {
            PdfStamper stamper = new PdfStamper(reader, out, '\0', true);
            Rectangle place = new Rectangle(400, 300, 420, 320);
            stamper.addAnnotation(PdfAnnotation.createText(
                    stamper.getWriter(), place, "Clerk", "Seen and agreed.", false, "Note"), 1);
            stamper.close();
        }
    }

    static void sign(Seal seal, Path from, Path to) throws Exception {
        final int room = 4096;
        try (PdfReader reader = new PdfReader(from.toString()); OutputStream out = Files.newOutputStream(to)) {
            PdfStamper stamper = PdfStamper.createSignature(reader, out, '\0', null, true);
            PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
            PdfSignature signature = new PdfSignature(PdfName.ADOBE_PPKLITE, new PdfName("ETSI.CAdES.detached"));
            Calendar now = Calendar.getInstance();
            appearance.setSignDate(now);
            signature.setDate(new com.lowagie.text.pdf.PdfDate(now));
            appearance.setCryptoDictionary(signature);
            Map<PdfName, Integer> hole = new HashMap<>();
            hole.put(PdfName.CONTENTS, room * 2 + 2);
            appearance.preClose(hole);
            byte[] cms = seal.sign(appearance.getRangeStream());
            byte[] padded = new byte[room];
            System.arraycopy(cms, 0, padded, 0, cms.length);
            PdfDictionary filled = new PdfDictionary();
            filled.put(PdfName.CONTENTS, new PdfString(padded).setHexWriting(true));
            appearance.close(filled);
        }
    }
}
