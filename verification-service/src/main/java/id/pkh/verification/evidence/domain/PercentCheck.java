package id.pkh.verification.evidence.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The percentage that a form states next to the days from which it is computed. Headteachers round
 * differently, so a difference of one point is accepted. A larger difference means that one of the
 * numbers is wrong, and this service cannot know which one.
 */
public final class PercentCheck {

    private static final BigDecimal TOLERATED_POINTS = BigDecimal.ONE;

    private PercentCheck() {}

    /** Share of the effective days in percent, two decimals, half up. */
    public static BigDecimal percentOf(int present, int effectiveDays) {
        return BigDecimal.valueOf(100L * present)
                .divide(BigDecimal.valueOf(effectiveDays), 2, RoundingMode.HALF_UP);
    }

    /**
     * Whether the stated percentage is more than one point off; for a school without effective days
     * any percentage is accepted.
     */
    public static boolean disagrees(BigDecimal stated, int present, int effectiveDays) {
        if (effectiveDays == 0) {
            return false;
        }
        BigDecimal points =
                stated.multiply(BigDecimal.valueOf(effectiveDays))
                        .subtract(BigDecimal.valueOf(100L * present))
                        .abs();
        return points.compareTo(TOLERATED_POINTS.multiply(BigDecimal.valueOf(effectiveDays))) > 0;
    }
}
