package id.pkh.platform.edge;

/** A text as it is written into the log. */
public final class OneLine {

    private OneLine() {}

    /** The text in one line: what would start a new one or move the cursor is written out. */
    public static String of(String text) {
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

    private static String written(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) c);
        };
    }
}
