package id.pkh.platform.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the header of a content type can be read (RFC 9110), before anything relies on it. */
final class MediaTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}])*+\"";
    private static final String PARAMETER =
            "[ \t]*;[ \t]*(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?";
    private static final Pattern TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "(?:" + PARAMETER + ")*+");
    private static final Pattern RANGES =
            Pattern.compile(
                    "(?:(?:\\*/\\*|"
                            + TOKEN
                            + "/"
                            + TOKEN
                            + ")(?:"
                            + PARAMETER
                            + ")*+"
                            + "[ \t]*(?:,[ \t]*(?=\\S)|$))++");
    private static final Pattern CHARSET =
            Pattern.compile(";[ \t]*charset=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHT =
            Pattern.compile(";[ \t]*q=([^;, \t]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHT_VALUE =
            Pattern.compile("0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?");

    private MediaTypes() {}

    /** A list of ranges, as in the header {@code Accept}. */
    static boolean isAcceptable(String ranges) {
        return RANGES.matcher(ranges.strip()).matches()
                && WEIGHT.matcher(ranges)
                        .results()
                        .allMatch(weight -> WEIGHT_VALUE.matcher(weight.group(1)).matches());
    }

    /** One type, with a character set that this system has; JSON is always in UTF-8 (RFC 8259). */
    static boolean isContentType(String type) {
        if (!TYPE.matcher(type.strip()).matches()) {
            return false;
        }
        Matcher charset = CHARSET.matcher(type);
        return !charset.find() || isKnown(charset.group(1).strip(), type);
    }

    private static boolean isKnown(String charset, String type) {
        try {
            boolean isJson = type.strip().toLowerCase().startsWith("application/json");
            return isJson ? charset.equalsIgnoreCase("UTF-8") : Charset.isSupported(charset);
        } catch (IllegalCharsetNameException unreadable) {
            return false;
        }
    }
}
