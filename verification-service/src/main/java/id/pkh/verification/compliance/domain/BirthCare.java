package id.pkh.verification.compliance.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Care around a birth, in a window of months that is counted from the month of the birth:
 * trimesters before it, the birth itself, the weeks after it. The month is known when a form states
 * the birth; before that, nothing of it is due.
 *
 * @param fromMonth first month of the window; 0 is the month of the birth
 * @param untilMonth last month of the window
 */
public record BirthCare(
        String component, Care care, int minimumVisits, int fromMonth, int untilMonth)
        implements HealthCommitment {

    public static final int EARLIEST_MONTH = -9;
    public static final int LATEST_MONTH = 3;

    /** A longer window would begin before the year of evidence that is read for a quarter. */
    private static final int MAX_SPAN_MONTHS = 9;

    public BirthCare {
        HealthCommitment.requireMinimum(minimumVisits);
        if (care == null || !isWindow(fromMonth, untilMonth)) {
            throw new IllegalArgumentException(
                    "no care is due from %d to %d months around a birth"
                            .formatted(fromMonth, untilMonth));
        }
    }

    /** Whether the months are a window; it does not begin after the birth. */
    public static boolean isWindow(int fromMonth, int untilMonth) {
        return fromMonth >= EARLIEST_MONTH
                && fromMonth <= 0
                && untilMonth >= fromMonth
                && untilMonth <= LATEST_MONTH
                && untilMonth - fromMonth <= MAX_SPAN_MONTHS;
    }

    @Override
    public AgeRange ages() {
        return AgeRange.ANY;
    }

    @Override
    public int windowMonths() {
        return untilMonth - fromMonth + 1;
    }

    @Override
    public String subject() {
        return "BIRTH %s %d".formatted(care, fromMonth);
    }

    /**
     * The windows of every birth that can be due in the quarter; whether there was one is a fact.
     */
    @Override
    public List<List<YearMonth>> windowsEndingIn(List<YearMonth> quarter) {
        return quarter.stream()
                .map(due -> due.minusMonths(Math.max(untilMonth, 0)))
                .map(
                        birth ->
                                IntStream.rangeClosed(fromMonth, untilMonth)
                                        .mapToObj(birth::plusMonths)
                                        .toList())
                .toList();
    }

    /** A window before the registration is not due, because nobody could know of it. */
    @Override
    public boolean isDueFor(MemberFacts facts, List<YearMonth> window) {
        return facts.showBirthIn(birthOf(window)) && window.stream().allMatch(facts::heldAllOf);
    }

    /** The month of the birth around which a window lies. */
    public YearMonth birthOf(List<YearMonth> window) {
        return window.get(0).minusMonths(fromMonth);
    }
}
