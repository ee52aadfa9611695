package id.pkh.disbursement.entitlement.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The days that a cycle covers, both ends included. */
public record CoveredRange(LocalDate from, LocalDate until) {

    public CoveredRange {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a range cannot end before it begins");
        }
    }

    /** Calendar months that lie wholly inside the range. Partial months are not paid. */
    public int fullMonths() {
        YearMonth first = YearMonth.from(from);
        if (from.getDayOfMonth() != 1) {
            first = first.plusMonths(1);
        }
        YearMonth last = YearMonth.from(until);
        if (!until.equals(last.atEndOfMonth())) {
            last = last.minusMonths(1);
        }
        return (int) Math.max(0, ChronoUnit.MONTHS.between(first, last) + 1);
    }

    /** True when no day of the range falls outside a full month. */
    public boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && until.equals(YearMonth.from(until).atEndOfMonth());
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
