package id.pkh.verification.compliance.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Ages in whole months, both ends included.
 *
 * @param untilMonths null when there is no upper end
 */
public record AgeRange(int fromMonths, Integer untilMonths) {

    public static final AgeRange ANY = new AgeRange(0, null);

    public AgeRange {
        if (fromMonths < 0 || (untilMonths != null && untilMonths < fromMonths)) {
            throw new IllegalArgumentException(
                    "no age is from %d to %s months".formatted(fromMonths, untilMonths));
        }
    }

    /** Whole months on a day; a child that was born later counts as newborn. */
    public static int ageMonths(YearMonth birthMonth, LocalDate day) {
        return (int) Math.max(ChronoUnit.MONTHS.between(birthMonth, YearMonth.from(day)), 0);
    }

    boolean isAny() {
        return fromMonths == 0 && untilMonths == null;
    }

    public boolean covers(int ageMonths) {
        return ageMonths >= fromMonths && (untilMonths == null || ageMonths <= untilMonths);
    }

    boolean overlaps(AgeRange other) {
        return (untilMonths == null || untilMonths >= other.fromMonths)
                && (other.untilMonths == null || other.untilMonths >= fromMonths);
    }
}
