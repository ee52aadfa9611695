package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All facts about one person's component that the rule may use.
 *
 * @param birthMonth null when it is not recorded
 * @param since first day of the component
 * @param until last day of the component; null while it is open
 * @param isSchoolRecorded whether the registry knows the school; used only for a school child
 * @param evidence entries on forms, by month; several entries when several service points reported
 * @param exemptMonths months that a recorded exemption covers
 * @param quartersWithForm quarters for which the school or health service of this person sent a
 *     form
 */
public record MemberFacts(
        MemberComponent member,
        YearMonth birthMonth,
        LocalDate since,
        LocalDate until,
        boolean isSchoolRecorded,
        Map<YearMonth, List<MonthEvidence>> evidence,
        Set<YearMonth> exemptMonths,
        Set<VerificationPeriod> quartersWithForm) {

    public MemberFacts {
        evidence = Map.copyOf(evidence);
        exemptMonths = Set.copyOf(exemptMonths);
        quartersWithForm = Set.copyOf(quartersWithForm);
    }

    /** The same with the forms that came. */
    public MemberFacts with(Set<VerificationPeriod> forms) {
        return new MemberFacts(
                member, birthMonth, since, until, isSchoolRecorded, evidence, exemptMonths, forms);
    }

    /** A month counts if the person carried the component on every day of it. */
    boolean heldAllOf(YearMonth month) {
        return !since.isAfter(month.atDay(1))
                && (until == null || !until.isBefore(month.atEndOfMonth()));
    }

    /** Whether a form states that the person gave birth in the month. */
    boolean showBirthIn(YearMonth month) {
        return evidence.getOrDefault(month, List.of()).stream()
                .anyMatch(entry -> entry instanceof HealthMonth health && health.isOfBirth());
    }

    boolean heldDuring(VerificationPeriod period) {
        return !since.isAfter(period.lastDay())
                && (until == null || !until.isBefore(period.firstDay()));
    }

    int ageMonthsOn(LocalDate day) {
        return AgeRange.ageMonths(birthMonth, day);
    }
}
