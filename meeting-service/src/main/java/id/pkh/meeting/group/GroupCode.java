package id.pkh.meeting.group;

import java.util.regex.Pattern;

/** A group's code is its village's code and two digits: 17.71.08.1001-01. */
public final class GroupCode {

    /** The form of a code, for {@code @CodeForm}. */
    public static final String EXPRESSION = "^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}-\\d{2}$";

    private static final Pattern FORM = Pattern.compile(EXPRESSION);

    private GroupCode() {}

    /** The code of a village's group with this number, 1 to 99. */
    public static String of(String villageCode, int number) {
        return "%s-%02d".formatted(villageCode, number);
    }

    /** The code without surrounding characters; null when nothing is left. */
    public static String normalise(String written) {
        String code = written == null ? "" : written.strip();
        return code.isEmpty() ? null : code;
    }

    public static boolean isWellFormed(String code) {
        return code != null && FORM.matcher(code).matches();
    }

    public static String villageOf(String code) {
        return code.substring(0, code.indexOf('-'));
    }
}
