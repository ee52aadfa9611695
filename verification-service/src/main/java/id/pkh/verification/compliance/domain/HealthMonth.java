package id.pkh.verification.compliance.domain;

/**
 * Visits in a month.
 *
 * @param isClosed the service was closed the whole month, so no visit was possible
 */
public record HealthMonth(int visits, boolean isClosed) implements MonthEvidence {

    public static final HealthMonth CLOSED = new HealthMonth(0, true);

    public HealthMonth {
        if (visits < 0 || (isClosed && visits > 0)) {
            throw new IllegalArgumentException(
                    "visits are counted from zero, and a closed service has none");
        }
    }

    public static HealthMonth visits(int visits) {
        return new HealthMonth(visits, false);
    }
}
