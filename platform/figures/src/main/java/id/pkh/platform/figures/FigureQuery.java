package id.pkh.platform.figures;

import id.pkh.platform.security.AreaScope;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is to be counted.
 *
 * @param areas a regency or less each
 * @param today no day after it is counted
 * @param byGroup whether the group is to be named
 */
public record FigureQuery(YearMonth month, AreaScope areas, LocalDate today, boolean byGroup) {

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    /** The day as of which states are counted: the last of the month, or today in this month. */
    public LocalDate lastDay() {
        LocalDate last = month.atEndOfMonth();
        return last.isAfter(today) ? today : last;
    }
}
