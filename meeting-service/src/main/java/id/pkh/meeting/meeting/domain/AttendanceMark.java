package id.pkh.meeting.meeting.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The entry of a family on an attendance list. {@link #UNMARKED} is not an absence: the attendance
 * is unknown.
 *
 * <p>The names are the codes of the published language.
 */
public enum AttendanceMark {
    PRESENT,
    /** Another adult of the family came in place of the caretaker. */
    PRESENT_BY_PROXY,
    SICK,
    PERMITTED,
    ABSENT,
    UNMARKED;

    private static final Map<String, AttendanceMark> ON_SHEETS =
            Map.ofEntries(
                    Map.entry("", UNMARKED),
                    Map.entry("HADIR", PRESENT),
                    Map.entry("H", PRESENT),
                    Map.entry("DIWAKILI", PRESENT_BY_PROXY),
                    Map.entry("DIWAKILKAN", PRESENT_BY_PROXY),
                    Map.entry("W", PRESENT_BY_PROXY),
                    Map.entry("SAKIT", SICK),
                    Map.entry("S", SICK),
                    Map.entry("IZIN", PERMITTED),
                    Map.entry("IJIN", PERMITTED),
                    Map.entry("I", PERMITTED),
                    Map.entry("ALPA", ABSENT),
                    Map.entry("ALFA", ABSENT),
                    Map.entry("ALPHA", ABSENT),
                    Map.entry("A", ABSENT),
                    Map.entry("TIDAK HADIR", ABSENT));

    /**
     * Reads a mark as facilitators write it. A blank is {@link #UNMARKED}; for any other unknown
     * text the result is empty.
     */
    public static Optional<AttendanceMark> onSheet(String written) {
        String plain = written.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(ON_SHEETS.get(plain));
    }

    /** Reads a code of the published language. */
    public static Optional<AttendanceMark> ofCode(String code) {
        for (AttendanceMark mark : values()) {
            if (mark.name().equals(code)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }
}
