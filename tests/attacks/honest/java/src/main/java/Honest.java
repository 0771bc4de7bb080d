import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** `Honest FIXTURES BASES FOLDER`: lets four libraries go on with each base, or sign the form itself with `--form`. */
final class Honest {
    interface Step {
        void run(Path from, Path to) throws Exception;
    }

    private final Path folder;
    private final String tool;

    Honest(Path folder, String tool) throws Exception {
        this.folder = folder.resolve(tool);
        this.tool = tool;
        Files.createDirectories(this.folder);
    }

    /** One update; what a library refuses is said. */
    Path made(Path base, String what, Step step) {
        String stem = base.getFileName().toString().replaceFirst("\\.pdf$", "");
        Path target = folder.resolve(stem + "--" + what + ".pdf");
        try {
            step.run(base, target);
        } catch (Exception | Error refused) {
            System.err.println(tool + " " + target.getFileName() + ": " + refused);
            try {
                Files.deleteIfExists(target);
            } catch (Exception ignored) {
                // It was never there.
            }
        }
        return target;
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        Seal seal = new Seal(Path.of(arguments[0], "keys/p256.p12"));
        if (arguments[1].equals("--form")) {
            Box.sign(seal, Path.of(arguments[2]), Path.of(arguments[3]), "One");
            return;
        }
        List<Path> bases;
        try (Stream<Path> all = Files.list(Path.of(arguments[1]))) {
            bases = all.filter(path -> path.toString().endsWith(".pdf")).sorted().toList();
        }
        Path folder = Path.of(arguments[2]);
        Honest box = new Honest(folder, "pdfbox");
        Honest open = new Honest(folder, "openpdf");
        Honest text = new Honest(folder, "itext");
        Honest dss = new Honest(folder, "dss");
        for (Path base : bases) {
            boolean hasForm = !base.toString().contains("packed");
            if (hasForm) {
                Path filled = box.made(base, "filled", Box::fill);
                if (Files.exists(filled)) {
                    box.made(filled, "signed", (from, to) -> Box.sign(seal, from, to, "Two"));
                }
                open.made(base, "filled", Open::fill);
                text.made(base, "filled", Text::fill);
            }
            if (base.toString().contains("annotations")) {
                box.made(base, "noted", Box::note);
                open.made(base, "noted", Open::note);
                text.made(base, "noted", Text::note);
            }
            box.made(base, "stored", (from, to) -> Box.store(seal, from, to));
            box.made(base, "stamped", (from, to) -> Box.stamp(seal, from, to));
            open.made(base, "signed", (from, to) -> Open.sign(seal, from, to));
            text.made(base, "signed", (from, to) -> Text.sign(seal, from, to));
            text.made(base, "stored", (from, to) -> Text.store(seal, from, to));
            text.made(base, "stamped", (from, to) -> Text.stamp(seal, from, to));
            Dss service = new Dss(seal, Path.of(arguments[0], "keys/p256.p12"));
            dss.made(base, "signed", service::sign);
            dss.made(base, "stamped", service::stamp);
            Path long_ = dss.made(base, "signed-lt", service::signLong);
            if (Files.exists(long_) && !base.toString().contains("form-filling")) {
                dss.made(long_, "stamped", service::stamp);
            }
        }
    }
}
