package id.pkh.verification.compliance.domain;

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

    boolean isAny() {
        return fromMonths == 0 && untilMonths == null;
    }

    boolean covers(int ageMonths) {
        return ageMonths >= fromMonths && (untilMonths == null || ageMonths <= untilMonths);
    }

    boolean overlaps(AgeRange other) {
        return (untilMonths == null || untilMonths >= other.fromMonths)
                && (other.untilMonths == null || other.untilMonths >= fromMonths);
    }
}
