import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.detailedreport.jaxb.XmlBasicBuildingBlocks;
import eu.europa.esig.dss.detailedreport.jaxb.XmlConclusion;
import eu.europa.esig.dss.detailedreport.jaxb.XmlConstraintsConclusion;
import eu.europa.esig.dss.detailedreport.jaxb.XmlMessage;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;

import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Validates PDFs by the default policy of EU DSS, offline, with the certificates given as its only trust, and prints
 * one JSON object for each file: the final indications and the conclusion of every building block of EN 319 102-1.
 *
 * Usage: Judge ROOT FILE... where ROOT is one certificate, or several as PEM. Ends with 1 if a signature has no
 * TOTAL_PASSED or any of its blocks, or of its time-stamps' or revocation data's blocks, did not pass. The detailed
 * report as XML is kept beside each file when the property "reports" names a folder.
 */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        var trusted = new CommonTrustedCertificateSource();
        try (var roots = new FileInputStream(arguments[0])) {
            for (Certificate root : CertificateFactory.getInstance("X.509").generateCertificates(roots)) {
                trusted.addCertificate(new CertificateToken((X509Certificate) root));
            }
        }
        boolean allPassed = true;
        for (int index = 1; index < arguments.length; index++) {
            allPassed &= judge(new File(arguments[index]), trusted);
        }
        System.exit(allPassed ? 0 : 1);
    }

    private static boolean judge(File file, CommonTrustedCertificateSource trusted) throws Exception {
        // No source of certificates, OCSP or CRL is given: what is not in the file is not there.
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
        validator.setCertificateVerifier(verifier);
        Reports reports = validator.validateDocument();
        keep(reports, file);

        var detailed = reports.getDetailedReport();
        var signatures = new ArrayList<Map<String, Object>>();
        for (String id : detailed.getSignatureIds()) {
            signatures.add(signature(id, reports.getDiagnosticData(), detailed));
        }
        boolean passed = !signatures.isEmpty() && signatures.stream().allMatch(each -> each.get("indication").equals("TOTAL_PASSED"));
        var blocks = new LinkedHashMap<String, Object>();
        for (XmlBasicBuildingBlocks each : detailed.getJAXBModel().getBasicBuildingBlocks()) {
            var conclusions = blocks(each);
            passed &= conclusions.values().stream().allMatch("PASSED"::equals);
            blocks.put(each.getType() + " " + shortened(each.getId()), conclusions);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("file", file.getPath());
        answer.put("passed", passed);
        answer.put("signatures", signatures);
        answer.put("buildingBlocks", blocks);
        System.out.println(json(answer));
        return passed;
    }

    private static Map<String, Object> signature(String id, DiagnosticData facts, DetailedReport detailed) {
        SignatureWrapper wrapper = facts.getSignatureById(id);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("format", String.valueOf(wrapper.getSignatureFormat()));
        answer.put("signedBy", wrapper.getSigningCertificate() == null ? null : wrapper.getSigningCertificate().getCommonName());
        answer.put("indication", String.valueOf(detailed.getFinalIndication(id)));
        answer.put("subIndication", detailed.getFinalSubIndication(id) == null ? null : detailed.getFinalSubIndication(id).toString());
        answer.put("basic", conclusion(detailed.getBasicValidationIndication(id), detailed.getBasicValidationSubIndication(id)));
        answer.put("longTerm", conclusion(detailed.getLongTermValidationIndication(id), detailed.getLongTermValidationSubIndication(id)));
        answer.put("archive", conclusion(detailed.getArchiveDataValidationIndication(id), detailed.getArchiveDataValidationSubIndication(id)));
        answer.put("errors", texts(detailed.getAdESValidationErrors(id)));
        answer.put("warnings", texts(detailed.getAdESValidationWarnings(id)));
        return answer;
    }

    /** The building blocks that apply to a token, each with its conclusion. */
    private static Map<String, String> blocks(XmlBasicBuildingBlocks of) {
        var blocks = new LinkedHashMap<String, XmlConstraintsConclusion>();
        blocks.put("FC", of.getFC());
        blocks.put("ISC", of.getISC());
        blocks.put("VCI", of.getVCI());
        blocks.put("CV", of.getCV());
        blocks.put("SAV", of.getSAV());
        blocks.put("XCV", of.getXCV());
        blocks.put("PSV", of.getPSV());
        var conclusions = new LinkedHashMap<String, String>();
        blocks.forEach((name, block) -> {
            if (block != null) {
                conclusions.put(name, conclusion(block.getConclusion()));
            }
        });
        return conclusions;
    }

    private static String conclusion(XmlConclusion conclusion) {
        return conclusion(conclusion.getIndication(), conclusion.getSubIndication())
                + conclusion.getErrors().stream().map(error -> ": " + error.getValue()).collect(Collectors.joining());
    }

    private static String conclusion(Indication indication, Object subIndication) {
        return subIndication == null ? String.valueOf(indication) : indication + " " + subIndication;
    }

    private static List<String> texts(List<?> messages) {
        return messages.stream().map(Judge::text).collect(Collectors.toList());
    }

    private static String text(Object message) {
        if (message instanceof XmlMessage xml) {
            return xml.getValue();
        }
        return message instanceof eu.europa.esig.dss.jaxb.object.Message plain ? plain.getValue() : String.valueOf(message);
    }

    private static String shortened(String id) {
        return id.length() > 12 ? id.substring(0, 12) : id;
    }

    private static void keep(Reports reports, File file) throws Exception {
        String folder = System.getProperty("reports");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, file.getName() + ".detailed.xml"), reports.getXmlDetailedReport());
            Files.writeString(Path.of(folder, file.getName() + ".diagnostic.xml"), reports.getXmlDiagnosticData());
        }
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Judge::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
