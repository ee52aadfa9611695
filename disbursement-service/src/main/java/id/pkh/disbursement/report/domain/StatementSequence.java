package id.pkh.disbursement.report.domain;

import java.util.Optional;

/**
 * Notices that a statement of an account is missing. Banks number their statements without a gap;
 * some begin again with 1 in each year.
 */
public final class StatementSequence {

    /** Numbers of statements that have not come. */
    public record Missing(long from, long until) {}

    /**
     * The statements of the account that have come.
     *
     * @param before the highest number of the same year below the new one; null for none
     * @param hasOfYear whether any of the same year has come
     * @param ofYearsBefore the highest number of the last year before with any; null for none
     */
    public record Known(Long before, boolean hasOfYear, Long ofYearsBefore) {}

    private StatementSequence() {}

    /** What is missing before a statement with this number. */
    public static Optional<Missing> before(long number, Known known) {
        if (known.before() != null) {
            return between(known.before(), number);
        }
        if (known.hasOfYear() || known.ofYearsBefore() == null) {
            return Optional.empty();
        }
        return number > known.ofYearsBefore()
                ? between(known.ofYearsBefore(), number)
                : between(0, number);
    }

    private static Optional<Missing> between(long last, long number) {
        return number - last > 1
                ? Optional.of(new Missing(last + 1, number - 1))
                : Optional.empty();
    }
}
