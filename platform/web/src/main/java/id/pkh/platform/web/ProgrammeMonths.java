package id.pkh.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The months about which the programme can speak: from its beginning in 2007 until the end of next
 * year. Every service asks here, so that a month is possible everywhere or nowhere.
 */
@ApplicationScoped
public class ProgrammeMonths {

    public static final YearMonth FIRST = YearMonth.of(2007, 1);

    private static final Pattern PERIOD = Pattern.compile("(\\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))");

    private final Clock clock;

    ProgrammeMonths(Clock clock) {
        this.clock = clock;
    }

    public boolean cover(YearMonth month) {
        int nextYear = BusinessDates.today(clock).getYear() + 1;
        return !month.isBefore(FIRST) && !month.isAfter(YearMonth.of(nextYear, 12));
    }

    /** Whether this is a month (yyyy-MM) or a quarter (yyyy-Qn) of the programme. */
    public boolean cover(String period) {
        return firstMonthOf(period).filter(this::cover).isPresent();
    }

    /** Refuses a filter that is no month or quarter of the programme; null is no filter. */
    public String requirePeriod(String parameter, String period) {
        if (period != null && !cover(period)) {
            throw Refused.because(WebRefusals.INVALID_PARAMETER).with("parameter", parameter);
        }
        return period;
    }

    /** The month (yyyy-MM) that a parameter names; refuses what is no month of the programme. */
    public YearMonth requireMonth(String parameter, String text) {
        return firstMonthOf(text)
                .filter(this::cover)
                .filter(month -> month.toString().equals(text))
                .orElseThrow(
                        () ->
                                Refused.because(WebRefusals.INVALID_PARAMETER)
                                        .with("parameter", parameter));
    }

    private static Optional<YearMonth> firstMonthOf(String period) {
        Matcher found = PERIOD.matcher(period == null ? "" : period);
        if (!found.matches()) {
            return Optional.empty();
        }
        int month =
                found.group(2) == null
                        ? Integer.parseInt(found.group(3))
                        : Integer.parseInt(found.group(2)) * 3 - 2;
        return Optional.of(YearMonth.of(Integer.parseInt(found.group(1)), month));
    }
}
