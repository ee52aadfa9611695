package id.pkh.platform.web;

import java.time.LocalDate;

/**
 * The days that can be one of birth, of an event or of a term, whatever the rule about it. Another
 * one is a mistake of typing, and some cannot even be stored.
 */
public final class PlausibleDays {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private PlausibleDays() {}

    public static boolean include(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
