package id.pkh.platform.web;

/** Characters that callers may not send, and their written form in the log. */
final class Text {

    private Text() {}

    /**
     * Whether a text has a character that no column, document or log line may contain: a control
     * character or half of a surrogate pair.
     *
     * @param lines whether tabs and line breaks are part of the text, as in a reason
     */
    static boolean hasControl(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)
                    || (Character.isISOControl(c) && !(lines && isOfLines(c)))) {
                return true;
            }
        }
        return false;
    }

    /** The text in one line: what would start a new one or move the cursor is written out. */
    static String inOneLine(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmless = !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
            if (line == null && !harmless) {
                line = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (line != null) {
                line.append(harmless ? String.valueOf(c) : written(c));
            }
        }
        return line == null ? text : line.toString();
    }

    private static boolean isOfLines(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static String written(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) c);
        };
    }
}
