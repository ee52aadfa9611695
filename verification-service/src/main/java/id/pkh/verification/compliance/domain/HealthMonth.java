package id.pkh.verification.compliance.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Visits in a month.
 *
 * @param isClosed the service was closed the whole month, so no visit was possible
 * @param cares what was done at the visits; empty when the form does not tell
 */
public record HealthMonth(int visits, boolean isClosed, Set<Care> cares) implements MonthEvidence {

    private static final Set<Care> OTHER_BIRTH_ALONE = Set.of(Care.OTHER_BIRTH);

    public static final HealthMonth CLOSED = new HealthMonth(0, true);

    public HealthMonth {
        cares = Set.copyOf(cares);
        if (visits < 0 || (isClosed && visits > 0)) {
            throw new IllegalArgumentException(
                    "visits are counted from zero, and a closed service has none");
        }
        if (!isPossible(visits, isClosed, cares)) {
            throw new IllegalArgumentException("without a visit nothing is done: " + cares);
        }
    }

    public HealthMonth(int visits, boolean isClosed) {
        this(visits, isClosed, Set.of());
    }

    public static HealthMonth visits(int visits, Care... cares) {
        return new HealthMonth(visits, false, Set.of(cares));
    }

    /** Only a birth elsewhere needs no visit. */
    public static boolean isPossible(int visits, boolean isClosed, Set<Care> cares) {
        return visits > 0 || cares.isEmpty() || (!isClosed && cares.equals(OTHER_BIRTH_ALONE));
    }

    /** In a fixed order. */
    public List<Care> sortedCares() {
        return List.copyOf(new TreeSet<>(cares));
    }

    /**
     * How often something was done: at each visit of a month that names it, which is in favour of
     * the family.
     *
     * @param care null for any visit
     */
    public int countOf(Care care) {
        if (care == null) {
            return visits;
        }
        return cares.contains(care) ? Math.max(visits, 1) : 0;
    }

    /** Whether the form tells if something was done; without a visit nothing was. */
    public boolean tells(Care care) {
        return care == null || visits == 0 || !cares.isEmpty();
    }

    public boolean isOfBirth() {
        return cares.stream().anyMatch(Care::isBirth);
    }
}
