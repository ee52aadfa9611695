package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Scans the XML parts of a workbook for content that the reader would accept without a check: a
 * cell in column three million, the two-billionth shared string, a text without an end, a DTD.
 */
final class XlsxPartScan {

    private static final XMLInputFactory XML = StrictXml.factory();
    private static final int MAX_SHEET_COLUMNS = 16_384;
    private static final int MAX_SHEET_ROWS = 1_048_576;
    private static final int MAX_SHARED_STRINGS = 2_000_000;
    private static final long MAX_SHARED_STRING_CHARS = 64L << 20;
    private static final int MAX_DESCRIPTION_ELEMENTS = 200_000;

    /** Parts that the reader keeps in memory completely, by the name of their root element. */
    private static final Set<String> DESCRIPTIONS =
            Set.of("styleSheet", "workbook", "Relationships", "Types");

    private final TabularLimits limits;
    private boolean rowsAreNumbered = true;
    private boolean hasStyles;
    private String root;
    private long elements;
    private int lastRow;
    private long sharedStrings;
    private long sharedStringChars;
    private long highestSharedString = -1;

    XlsxPartScan(TabularLimits limits) {
        this.limits = limits;
    }

    boolean rowsAreNumbered() {
        return rowsAreNumbered;
    }

    boolean hasStyles() {
        return hasStyles;
    }

    /** Reads a part to its end if it is XML; other parts are left to the caller. */
    void part(String name, InputStream in) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isXml = lower.endsWith(".xml") || lower.endsWith(".rels");
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new TagDistance(in));
            refuseEncoding(reader);
            scan(reader);
            reader.close();
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            if (isXml) {
                throw unreadable(malformed);
            }
        }
    }

    /** Called after all parts: every shared string that a cell refers to must exist. */
    void finish() {
        if (highestSharedString >= sharedStrings) {
            throw unreadable(null);
        }
    }

    private void scan(XMLStreamReader reader) throws XMLStreamException {
        root = null;
        elements = 0;
        lastRow = 0;
        boolean sharedStringCell = false;
        boolean inValue = false;
        long textChars = 0;
        StringBuilder index = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw XlsxGuard.unsafe("DTD");
                case XMLStreamConstants.START_ELEMENT -> {
                    textChars = 0;
                    String element = reader.getLocalName();
                    sharedStringCell =
                            element.equals("c")
                                    ? "s".equals(reader.getAttributeValue(null, "t"))
                                    : sharedStringCell;
                    inValue = element.equals("v");
                    index.setLength(0);
                    startOf(element, reader);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    textChars += reader.getTextLength();
                    refuseLongText(textChars, reader.getTextLength());
                    if (inValue && sharedStringCell && index.length() < limits.maxCellChars()) {
                        index.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (inValue && sharedStringCell) {
                        sharedString(index.toString());
                    }
                    inValue = false;
                }
                default -> {
                    // comments and processing instructions have no meaning here
                }
            }
        }
    }

    private void startOf(String element, XMLStreamReader reader) {
        root = root == null ? element : root;
        if (++elements > MAX_DESCRIPTION_ELEMENTS && DESCRIPTIONS.contains(root)) {
            throw XlsxGuard.unsafe("elements of " + root);
        }
        switch (element) {
            case "si" -> countSharedString();
            case "Override" -> hasStyles |= isStyles(reader.getAttributeValue(null, "ContentType"));
            case "row" -> refuseRow(reader.getAttributeValue(null, "r"));
            case "c" -> refuseColumn(reader.getAttributeValue(null, "r"));
            default -> {
                // other elements contain nothing that grows
            }
        }
    }

    private void refuseRow(String number) {
        if (number == null) {
            rowsAreNumbered = false;
            return;
        }
        if (!number.matches("\\d{1,7}")) {
            throw unreadable(null);
        }
        int row = Integer.parseInt(number);
        if (row <= lastRow || row > MAX_SHEET_ROWS) {
            throw unreadable(null);
        }
        lastRow = row;
    }

    private static void refuseColumn(String address) {
        if (address == null) {
            return;
        }
        int column = 0;
        int letters = 0;
        while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
            column = column * 26 + Character.toUpperCase(address.charAt(letters)) - 'A' + 1;
            letters++;
            if (letters > 3) {
                throw unreadable(null);
            }
        }
        if (letters == 0 || column < 1 || column > MAX_SHEET_COLUMNS) {
            throw unreadable(null);
        }
    }

    private void sharedString(String index) {
        String digits = index.strip();
        if (digits.isEmpty()) {
            return;
        }
        if (!digits.matches("\\d{1,9}")) {
            throw unreadable(null);
        }
        highestSharedString = Math.max(highestSharedString, Long.parseLong(digits));
    }

    private void refuseLongText(long chars, int more) {
        if (chars > limits.maxCellChars()) {
            throw XlsxGuard.unsafe("text length");
        }
        sharedStringChars += "sst".equals(root) ? more : 0;
        if (sharedStringChars > MAX_SHARED_STRING_CHARS) {
            throw tooManyStrings();
        }
    }

    private void countSharedString() {
        if (++sharedStrings > MAX_SHARED_STRINGS) {
            throw tooManyStrings();
        }
    }

    /** The reader keeps all shared strings in memory; the sender can split the file. */
    private Refused tooManyStrings() {
        return Refused.because(FileRefusals.FILE_TOO_MANY_ROWS).with("max_rows", limits.maxRows());
    }

    private static boolean isStyles(String contentType) {
        return contentType != null && contentType.endsWith("spreadsheetml.styles+xml");
    }

    private static void refuseEncoding(XMLStreamReader reader) {
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null
                && !declared.equalsIgnoreCase("UTF-8")
                && !declared.equalsIgnoreCase("US-ASCII")
                && !declared.equalsIgnoreCase("ISO-8859-1")) {
            throw XlsxGuard.unsafe("encoding");
        }
    }

    private static Refused unreadable(Throwable cause) {
        return Refused.because(FileRefusals.FILE_UNREADABLE, cause).with("line", 0);
    }
}
