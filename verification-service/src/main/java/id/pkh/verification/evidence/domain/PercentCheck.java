package id.pkh.verification.evidence.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The percentage that a form states beside the days it is computed from. Headteachers round as they
 * like, so a point of difference is nothing; more means that one of the numbers is wrong, and no
 * one here can know which.
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
     * Whether the stated percentage is more than a point off; a school without effective days
     * states what it likes.
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
