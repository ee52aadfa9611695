package id.pkh.registry.visit.domain;

import id.pkh.registry.visit.domain.VisitCodes.Finding;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Whether a home visit can have been as it is reported. */
public final class VisitRule {

    public static final String IN_FUTURE = "VISIT_IN_FUTURE";
    public static final String BEFORE_FAMILY = "VISIT_BEFORE_FAMILY";
    public static final String NOT_IN_INDONESIA = "VISIT_POSITION_ABROAD";
    public static final String HOUSE_MISSING = "VISIT_HOUSE_MISSING";
    public static final String FINDINGS_DISAGREE = "VISIT_FINDINGS_DISAGREE";

    private VisitRule() {}

    /**
     * The code of what is wrong.
     *
     * @param familySince first day of the family in the registry
     * @param position null when the device knew none
     */
    public static Optional<String> faultOf(
            LocalDate visitedOn,
            LocalDate familySince,
            LocalDate today,
            House house,
            Set<Finding> findings,
            Position position) {
        if (visitedOn.isAfter(today)) {
            return Optional.of(IN_FUTURE);
        }
        if (visitedOn.isBefore(familySince)) {
            return Optional.of(BEFORE_FAMILY);
        }
        if (position != null && !position.isInIndonesia()) {
            return Optional.of(NOT_IN_INDONESIA);
        }
        boolean nobodyMet = findings.contains(Finding.NOBODY_MET);
        if (findings.contains(Finding.NOTHING_NEW) && findings.size() > 1) {
            return Optional.of(FINDINGS_DISAGREE);
        }
        boolean fits = nobodyMet ? house.isEmpty() || house.isComplete() : house.isComplete();
        return fits ? Optional.empty() : Optional.of(HOUSE_MISSING);
    }
}
