package id.pkh.verification.exemption.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days an exemption covers. A month is exempt when any of its days is: half a month under water
 * is no month to count.
 *
 * @param from first day
 * @param until last day
 */
public record ExemptSpan(LocalDate from, LocalDate until) {

    /**
     * Longest exemption, in months: longer ones are recorded again, by an officer who checked
     * again.
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
