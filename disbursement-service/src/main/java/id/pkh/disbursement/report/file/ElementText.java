package id.pkh.disbursement.report.file;

import javax.xml.stream.XMLStreamReader;

/**
 * The text of the element that is being read. It mostly comes in one piece; a string is made of it
 * only where it is wanted.
 */
final class ElementText {

    private final char[] chars;
    private int length;

    ElementText(int maxChars) {
        chars = new char[maxChars];
    }

    void clear() {
        length = 0;
    }

    void append(XMLStreamReader xml) throws UnreadableReport {
        if (xml.isWhiteSpace()) {
            return;
        }
        int more = xml.getTextLength();
        if (length + more > chars.length) {
            throw new UnreadableReport(UnreadableReport.REPORT_UNREADABLE);
        }
        System.arraycopy(xml.getTextCharacters(), xml.getTextStart(), chars, length, more);
        length += more;
    }

    /** Without blanks around it. */
    String stripped() {
        return new String(chars, 0, length).strip();
    }

    /** The other one where it is the same text: of codes there are few. */
    String strippedOr(String other) {
        if (other != null && other.length() == length) {
            int i = 0;
            while (i < length && other.charAt(i) == chars[i]) {
                i++;
            }
            if (i == length) {
                return other;
            }
        }
        return stripped();
    }
}
