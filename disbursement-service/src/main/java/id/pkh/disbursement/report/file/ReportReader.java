package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.ReportKind;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.UnreadableReport.ElementFault;
import id.pkh.platform.files.StrictXml;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads a pain.002, a camt.054, a camt.053 or an MT940 one transaction at a time; the namespace or
 * the beginning decides which. It refuses document types, entities that the file declares, unknown
 * namespaces, and references or nesting beyond the limits of the message.
 */
public final class ReportReader {

    /** A byte of 128 to 255 that stands alone is a character of an older encoding. */
    private static final Pattern OF_ENCODING =
            Pattern.compile(
                    "(?i)invalid utf-|encoding|illegal xml character .*code (12[89]|1[3-9]\\d|2[0-4]\\d|25[0-5])\\)");

    private static final String ROOT = "Document";
    private static final int MAX_DEPTH = 24;
    private static final int MAX_TEXT_CHARS = 512;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Listener listener;
    private final ElementText text = new ElementText(MAX_TEXT_CHARS);
    private ReportAssembly<?> assembly;
    private String namespace;
    private int depth;

    /** The depth of an element whose contents are of others; 0 outside of such an element. */
    private int foreignFrom;

    /** Where the root element ended; -1 before. */
    private long endedAt = -1;

    private ReportReader(Listener listener) {
        this.listener = listener;
    }

    public static void read(InputStream in, Listener listener)
            throws UnreadableReport, IOException {
        new ReportReader(listener).read(new TailCapturingInputStream(in));
    }

    private void read(TailCapturingInputStream source) throws UnreadableReport, IOException {
        BufferedInputStream in = new BufferedInputStream(source, BUFFER_BYTES);
        if (Mt940Reader.isMt940(in)) {
            Mt940Reader.read(in, listener);
            return;
        }
        XMLStreamReader2 xml = null;
        try {
            xml = (XMLStreamReader2) StrictXml.factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                take(xml.next(), xml);
            }
            requireRoot().end();
        } catch (UnreadableReport refused) {
            throw at(refused, xml == null ? null : xml.getLocation());
        } catch (XMLStreamException broken) {
            endUnlessPadding(source, broken, broken.getLocation());
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException broken) {
            // the parser's own failure on damaged bytes
            endUnlessPadding(source, broken, xml == null ? null : xml.getLocation());
        } finally {
            close(xml);
        }
    }

    private static void close(XMLStreamReader2 xml) {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException closed) {
                // nothing is read any more
            }
        }
    }

    private void take(int event, XMLStreamReader2 xml) throws XMLStreamException, UnreadableReport {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> open(xml);
            case XMLStreamConstants.END_ELEMENT -> close(xml, text);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (foreignFrom == 0) {
                    text.append(xml);
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableReport(UnreadableReport.REPORT_UNSAFE);
            default -> {
                // comments and processing instructions are ignored
            }
        }
    }

    private void open(XMLStreamReader2 xml) throws UnreadableReport {
        if (++depth > MAX_DEPTH) {
            throw UnreadableReport.element(place(), ElementFault.TOO_DEEP);
        }
        if (foreignFrom > 0) {
            return;
        }
        requireNamespace(xml);
        text.clear();
        assembly.open(
                xml.getLocalName(),
                xml.getAttributeCount() == 0 ? null : xml.getAttributeValue(null, "Ccy"));
        foreignFrom = assembly.isForeign() ? depth : 0;
    }

    private void close(XMLStreamReader2 xml, ElementText read)
            throws XMLStreamException, UnreadableReport {
        depth--;
        if (foreignFrom > 0 && foreignFrom <= depth) {
            return;
        }
        foreignFrom = 0;
        assembly.close(read);
        read.clear();
        if (depth == 0) {
            endedAt = xml.getLocationInfo().getEndingByteOffset();
        }
    }

    private void requireNamespace(XMLStreamReader2 xml) throws UnreadableReport {
        String found = xml.getNamespaceURI();
        if (namespace == null) {
            assembly = assemblyOf(xml.getLocalName(), String.valueOf(found));
            namespace = found;
        } else if (!namespace.equals(found)) {
            throw UnreadableReport.element(assembly.place(), ElementFault.OTHER_NAMESPACE);
        }
    }

    private ReportAssembly<?> assemblyOf(String root, String kind) throws UnreadableReport {
        Optional<ReportKind> known =
                root.equals(ROOT)
                        ? ReportKind.of(kind).filter(one -> one != ReportKind.MT_940)
                        : Optional.empty();
        if (known.isEmpty()) {
            throw new UnreadableReport(UnreadableReport.REPORT_KIND_UNKNOWN);
        }
        return switch (known.get()) {
            case PAIN_002 -> new StatusAssembly(kind, listener);
            case CAMT_054, CAMT_053, MT_940 -> new BookingAssembly(known.get(), kind, listener);
            case BANK_LIST -> throw new UnreadableReport(UnreadableReport.REPORT_KIND_UNKNOWN);
        };
    }

    private ReportAssembly<?> requireRoot() throws UnreadableReport {
        if (assembly == null) {
            throw UnreadableReport.element(place(), ElementFault.MISSING);
        }
        return assembly;
    }

    /** Some systems fill the last record of a file; what fills it is no part of the report. */
    private void endUnlessPadding(
            TailCapturingInputStream source, Exception broken, Location location)
            throws UnreadableReport, IOException {
        source.requireRead();
        if (endedAt >= 0 && source.isPaddingFrom(endedAt)) {
            assembly.end();
            return;
        }
        throw at(faultOf(source, broken), location);
    }

    private UnreadableReport faultOf(TailCapturingInputStream source, Exception broken)
            throws IOException, UnreadableReport {
        if (assembly == null && source.otherKind() != null) {
            return new UnreadableReport(UnreadableReport.REPORT_NOT_XML)
                    .with("found", source.otherKind());
        }
        if (assembly != null && !source.endsWithRoot()) {
            assembly.cut();
            return new UnreadableReport(UnreadableReport.REPORT_CUT);
        }
        return new UnreadableReport(
                isOfEncoding(broken)
                        ? UnreadableReport.REPORT_ENCODING_WRONG
                        : UnreadableReport.REPORT_UNREADABLE);
    }

    /** The parser has no type for this, and its messages are always in English. */
    private static boolean isOfEncoding(Exception broken) {
        return OF_ENCODING.matcher(String.valueOf(broken.getMessage())).find();
    }

    private UnreadableReport at(UnreadableReport refused, Location location) {
        if (location != null && location.getLineNumber() > 0) {
            refused.with("line", Integer.toString(location.getLineNumber()))
                    .with("column", Integer.toString(location.getColumnNumber()));
        }
        return refused.with("line", "1").with("column", "1").with("element", place());
    }

    private String place() {
        return assembly == null || assembly.place().isEmpty() ? ROOT : assembly.place();
    }
}
