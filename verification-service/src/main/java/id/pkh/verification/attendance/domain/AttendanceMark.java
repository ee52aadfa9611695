package id.pkh.verification.attendance.domain;

import java.util.Arrays;

/** The entry of one family on a list. */
public enum AttendanceMark {
    PRESENT,
    ABSENT,
    SICK,
    PERMITTED,
    /** There was no meeting. */
    NOT_HELD,
    /** No entry, or a mark that this service does not know. */
    UNMARKED;

    public static AttendanceMark of(String text) {
        return Arrays.stream(values())
                .filter(mark -> mark.name().equals(text))
                .findFirst()
                .orElse(UNMARKED);
    }
}
