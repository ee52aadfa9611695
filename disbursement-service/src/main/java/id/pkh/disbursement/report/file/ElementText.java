package id.pkh.disbursement.report.file;

import javax.xml.stream.XMLStreamReader;

/**
 * The text of the element that is being read. It usually comes in one piece. A string is created
 * only if the text is needed.
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

    /** The text without surrounding blanks. */
    String stripped() {
        return new String(chars, 0, length).strip();
    }

    /** Returns the previous string if the text is the same, because only a few codes occur. */
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
