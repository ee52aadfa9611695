package id.pkh.verification.replay.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The past quarters of a replay, and the months in them. */
public record ReplayRange(VerificationPeriod first, VerificationPeriod last) {

    /** Facts of a window of a year before the first quarter are kept for three years in all. */
    public static final int MAX_QUARTERS = 8;

    public ReplayRange {
        if (!first.isQuarter() || !last.isQuarter() || last.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "quarters in order, not %s to %s".formatted(first, last));
        }
        if (first.firstMonth().plusMonths(3L * MAX_QUARTERS).compareTo(last.firstMonth()) <= 0) {
            throw new IllegalArgumentException(
                    "more than %d quarters: %s to %s".formatted(MAX_QUARTERS, first, last));
        }
    }

    public LocalDate firstDay() {
        return first.firstDay();
    }

    public List<VerificationPeriod> quarters() {
        return Stream.iterate(first, q -> q.compareTo(last) <= 0, VerificationPeriod::next)
                .toList();
    }

    /** Whether a month or a quarter lies in the range. */
    public boolean contains(VerificationPeriod period) {
        return !period.firstDay().isBefore(first.firstDay())
                && !period.lastDay().isAfter(last.lastDay());
    }
}
