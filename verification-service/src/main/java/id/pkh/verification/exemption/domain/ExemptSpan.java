package id.pkh.verification.exemption.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days of an exemption. A month is exempt if any of its days is: a month that is half under
 * water does not count.
 *
 * @param from first day
 * @param until last day
 */
public record ExemptSpan(LocalDate from, LocalDate until) {

    /**
     * Longest exemption, in months; an officer has to check again and record a new one after that.
     */
    public static final int MAX_MONTHS = 24;

    public ExemptSpan {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the span ends before it begins");
        }
        if (from.plusMonths(MAX_MONTHS).isBefore(until)) {
            throw new IllegalArgumentException(
                    "the span is longer than %d months".formatted(MAX_MONTHS));
        }
    }

    public List<YearMonth> months() {
        return Stream.iterate(
                        YearMonth.from(from),
                        month -> !month.isAfter(YearMonth.from(until)),
                        month -> month.plusMonths(1))
                .toList();
    }
}
