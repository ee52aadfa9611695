package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.platform.files.StrictXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads pain.002 one transaction at a time. It refuses document types, entities that the file
 * declares, unknown namespaces, and texts or nesting beyond the limits of the message.
 */
public final class Pain002Reader {

    static final Set<String> NAMESPACES =
            Set.of(
                    "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03",
                    "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10");

    private static final int MAX_DEPTH = 24;
    private static final int MAX_TEXT_CHARS = 512;
    private static final int BUFFER_BYTES = 64 * 1024;

    private Pain002Reader() {}

    public static void read(InputStream in, Listener listener)
            throws UnreadableReport, IOException {
        TailCapturingInputStream source = new TailCapturingInputStream(in);
        ReportAssembly assembly = new ReportAssembly(listener);
        try {
            XMLStreamReader xml =
                    StrictXml.factory()
                            .createXMLStreamReader(new BufferedInputStream(source, BUFFER_BYTES));
            try {
                read(xml, assembly);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException unread) {
                throw unread;
            }
            boolean cut = assembly.hasRoot() && !source.endsWithRoot();
            throw new UnreadableReport(
                    cut ? UnreadableReport.REPORT_CUT : UnreadableReport.REPORT_UNREADABLE);
        }
    }

    private static void read(XMLStreamReader xml, ReportAssembly assembly)
            throws XMLStreamException, UnreadableReport {
        ElementText text = new ElementText(MAX_TEXT_CHARS);
        String namespace = null;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    namespace = namespaceOf(xml, namespace);
                    if (++depth > MAX_DEPTH) {
                        throw new UnreadableReport(UnreadableReport.REPORT_UNREADABLE);
                    }
                    text.clear();
                    assembly.open(
                            xml.getLocalName(),
                            namespace,
                            xml.getAttributeCount() == 0
                                    ? null
                                    : xml.getAttributeValue(null, "Ccy"));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    assembly.close(text);
                    text.clear();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableReport(UnreadableReport.REPORT_UNSAFE);
                default -> {
                    // comments and processing instructions are ignored
                }
            }
        }
        assembly.end();
    }

    private static String namespaceOf(XMLStreamReader xml, String root) throws UnreadableReport {
        String namespace = xml.getNamespaceURI();
        if (root == null
                && (!"Document".equals(xml.getLocalName())
                        || namespace == null
                        || !NAMESPACES.contains(namespace))) {
            throw new UnreadableReport(UnreadableReport.REPORT_KIND_UNKNOWN);
        }
        if (root != null && !root.equals(namespace)) {
            throw new UnreadableReport(UnreadableReport.REPORT_UNREADABLE);
        }
        return namespace;
    }
}
