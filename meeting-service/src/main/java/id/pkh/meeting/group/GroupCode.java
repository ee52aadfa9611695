package id.pkh.meeting.group;

import java.util.regex.Pattern;

/** A group's code is its village's code and two digits: 17.71.08.1001-01. */
public final class GroupCode {

    private static final Pattern FORM = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}-\\d{2}");

    private GroupCode() {}

    /** The code without surrounding characters; null when nothing is left. */
    public static String normalise(String written) {
        String code = written == null ? "" : written.strip();
        return code.isEmpty() ? null : code;
    }

    static boolean isWellFormed(String code) {
        return code != null && FORM.matcher(code).matches();
    }

    static String villageOf(String code) {
        return code.substring(0, code.indexOf('-'));
    }
}
