import java.io.File;
import java.io.FileInputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDFs with veraPDF and prints one JSON object for each file: the flavour, whether the file conforms to it,
 * and the rules that fail with how often and why.
 *
 * Usage: Conformance FLAVOUR FILE... where FLAVOUR is such as 1b, 2u, 3b, 4, ua1, or "auto" for those the metadata of
 * each file claim. Ends with 1 if a file does not conform, claims nothing, or cannot be read.
 */
public final class Conformance {
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        boolean allConform = true;
        for (int index = 1; index < arguments.length; index++) {
            allConform &= judge(arguments[0], new File(arguments[index]));
        }
        System.exit(allConform ? 0 : 1);
    }

    private static boolean judge(String wanted, File file) {
        var flavour = wanted.equals("auto") ? PDFAFlavour.NO_FLAVOUR : PDFAFlavour.byFlavourId(wanted);
        try (var bytes = new FileInputStream(file);
                PDFAParser parser = wanted.equals("auto")
                        ? Foundries.defaultInstance().createParser(bytes)
                        : Foundries.defaultInstance().createParser(bytes, flavour)) {
            List<PDFAFlavour> flavours = wanted.equals("auto") ? parser.getFlavours() : List.of(flavour);
            boolean conforms = !flavours.isEmpty() && !flavours.contains(PDFAFlavour.NO_FLAVOUR);
            if (!conforms) {
                System.out.println("{\"file\":" + text(file.getPath()) + ",\"error\":\"claims no flavour\"}");
                return false;
            }
            var validator = Foundries.defaultInstance().createValidator(flavours);
            for (ValidationResult result : validator.validateAll(parser)) {
                conforms &= result.isCompliant();
                print(file, result);
            }
            return conforms;
        } catch (Exception error) {
            System.out.println("{\"file\":" + text(file.getPath()) + ",\"error\":" + text(String.valueOf(error)) + "}");
            return false;
        }
    }

    private static void print(File file, ValidationResult result) {
        var failed = new TreeMap<String, String>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                var rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                failed.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
            }
        }
        var line = new StringBuilder("{\"file\":" + text(file.getPath()));
        line.append(",\"flavour\":" + text(result.getPDFAFlavour().getId()));
        line.append(",\"conforms\":" + result.isCompliant() + ",\"failed\":{");
        String comma = "";
        for (var each : failed.entrySet()) {
            line.append(comma).append(text(each.getKey())).append(':').append(text(each.getValue()));
            comma = ",";
        }
        System.out.println(line.append("}}"));
    }

    private static String text(String value) {
        var quoted = new StringBuilder("\"");
        for (char each : value.toCharArray()) {
            switch (each) {
                case '"', '\\' -> quoted.append('\\').append(each);
                default -> quoted.append(each < ' ' ? String.format("\\u%04x", (int) each) : String.valueOf(each));
            }
        }
        return quoted.append('"').toString();
    }
}
