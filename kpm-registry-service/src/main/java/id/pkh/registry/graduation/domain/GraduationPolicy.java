package id.pkh.registry.graduation.domain;

import java.time.LocalDate;

/**
 * When a family counts as ready.
 *
 * @param naturalDays how many days before the end of the last component
 * @param visitDays how many days a visit counts
 * @param membershipYears after how many years in the programme
 */
public record GraduationPolicy(
        String policyCode, int naturalDays, int visitDays, int membershipYears) {

    /** The last component ends on this day at the latest. */
    public LocalDate lastNaturalEnd(LocalDate today) {
        return today.plusDays(naturalDays);
    }

    /** A visit counts from this day on. */
    public LocalDate firstVisit(LocalDate today) {
        return today.minusDays(visitDays);
    }

    /** A family that came before this day has been in the programme long enough. */
    public LocalDate memberBefore(LocalDate today) {
        return today.minusYears(membershipYears);
    }
}
