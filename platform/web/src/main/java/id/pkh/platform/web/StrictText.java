package id.pkh.platform.web;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads values of parameters and fields from exactly the form that the API describes. */
final class StrictText {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private StrictText() {}

    /** Java itself completes a shortened id, so that another one would be meant. */
    static UUID uuid(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("not an id: " + text);
        }
        return UUID.fromString(text);
    }

    /** Java itself reads every other word as false. */
    static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }
}
