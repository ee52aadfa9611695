package id.pkh.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The months and days about which the programme can speak. A date outside is a mistake of typing,
 * and some cannot even be stored.
 */
public final class ProgrammeTime {

    /** The programme began in 2007. */
    public static final YearMonth FIRST_MONTH = YearMonth.of(2007, 1);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private ProgrammeTime() {}

    /** From the beginning of the programme until the end of next year. */
    public static boolean covers(YearMonth month, Clock clock) {
        int nextYear = BusinessDates.today(clock).getYear() + 1;
        return !month.isBefore(FIRST_MONTH) && !month.isAfter(YearMonth.of(nextYear, 12));
    }

    /** Whether a day can be one of birth, of an event or of a term, whatever the rule about it. */
    public static boolean isPlausible(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }
}
