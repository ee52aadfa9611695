package id.pkh.platform.web;

/** Characters that callers may not send. */
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

    private static boolean isOfLines(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }
}
