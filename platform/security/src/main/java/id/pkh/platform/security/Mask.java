package id.pkh.platform.security;

/**
 * Masks an identifying number so that it can be shown: only its end stays, and only if it is long
 * enough.
 */
public final class Mask {

    private static final int SHOWN_CHARS = 4;
    private static final int SHORTEST_SHOWN_CHARS = 8;

    private Mask() {}

    /**
     * {@code 1771080101900001} becomes {@code ************0001}; a number with fewer than 8
     * characters becomes only stars.
     */
    public static String digits(String s) {
        if (s == null) {
            return "";
        }
        if (s.length() < SHORTEST_SHOWN_CHARS) {
            return "*".repeat(s.length());
        }
        int hidden = s.length() - SHOWN_CHARS;
        return "*".repeat(hidden) + s.substring(hidden);
    }
}
