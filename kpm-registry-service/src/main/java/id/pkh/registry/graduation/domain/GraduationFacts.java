package id.pkh.registry.graduation.domain;

import java.time.LocalDate;

/**
 * What is on record about a family that may be ready.
 *
 * @param memberSince first day in the programme
 * @param lastComponentUntil last day of the last component; null if one has no end yet, or none was
 *     ever recorded
 * @param incomeImprovedOn day of the latest visit that found an improved income; null if none did
 */
public record GraduationFacts(
        LocalDate memberSince, LocalDate lastComponentUntil, LocalDate incomeImprovedOn) {}
