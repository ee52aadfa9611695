package id.pkh.disbursement.report.file;

import javax.xml.stream.XMLStreamReader;

/**
 * The text of the element that is being read. It usually comes in one piece. A string is created
 * only if the text is needed. The end of a longer text is left out; most texts of a bank are not
 * needed, so only the reader of an element knows whether that is a fault.
 */
final class ElementText {

    /** The parser lets it pass in a spelling of two bytes, and no database stores it. */
    private static final char NUL = 0;

    private final char[] chars;
    private int length;
    private boolean cut;

    ElementText(int maxChars) {
        chars = new char[maxChars];
    }

    void clear() {
        length = 0;
        cut = false;
    }

    void append(XMLStreamReader xml) {
        if (xml.isWhiteSpace() && length == 0) {
            return;
        }
        int more = Math.min(xml.getTextLength(), chars.length - length);
        System.arraycopy(xml.getTextCharacters(), xml.getTextStart(), chars, length, more);
        length += more;
        cut |= more < xml.getTextLength();
    }

    /** Whether the end of the text was left out. */
    boolean isCut() {
        return cut;
    }

    /** The text without surrounding blanks. */
    String stripped() {
        return new String(chars, 0, length).replace(NUL, '?').strip();
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
