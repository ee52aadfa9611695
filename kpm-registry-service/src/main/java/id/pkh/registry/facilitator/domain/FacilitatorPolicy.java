package id.pkh.registry.facilitator.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What the ministry sets about facilitators.
 *
 * @param familiesPerFacilitator what a facilitator is meant to have
 * @param noticeDays days between the planning of a hand-over and its first day
 * @param overlapDays days on which both facilitators act, unless the plan says otherwise
 * @param appointmentRequired whether a facilitator needs an appointment on record
 */
public record FacilitatorPolicy(
        LocalDate validFrom,
        int familiesPerFacilitator,
        int noticeDays,
        int overlapDays,
        boolean appointmentRequired) {

    /** The version that applies on a day: the latest that has begun. */
    public static FacilitatorPolicy on(LocalDate day, List<FacilitatorPolicy> versions) {
        return versions.stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .max(Comparator.comparing(FacilitatorPolicy::validFrom))
                .orElseThrow(
                        () -> new IllegalStateException("no policy of facilitators on " + day));
    }
}
