package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The obligations of families, as data. See {@code docs/rules/commitments.md}.
 *
 * @param validFrom applies to the quarters that begin on or after this day
 * @param legalBasis the source of these numbers
 */
public record CommitmentPolicy(
        String policyCode, LocalDate validFrom, String legalBasis, List<Commitment> commitments) {

    /** The components of the social welfare form. */
    public static final Set<String> SOCIAL_WELFARE = Set.of("SEVERE_DISABILITY", "ELDERLY");

    public CommitmentPolicy {
        commitments = List.copyOf(commitments);
        if (legalBasis.isBlank()) {
            throw new IllegalArgumentException(policyCode + " has no legal basis");
        }
        for (int i = 0; i < commitments.size(); i++) {
            for (int j = 0; j < i; j++) {
                requireApart(commitments.get(i), commitments.get(j));
            }
        }
    }

    private static void requireApart(Commitment one, Commitment other) {
        if (one.component().equals(other.component())
                && one.subject().equals(other.subject())
                && one.ages().overlaps(other.ages())) {
            throw new IllegalArgumentException(
                    "two commitments of %s for one age".formatted(one.component()));
        }
    }

    public List<Commitment> of(String component) {
        return commitments.stream().filter(c -> c.component().equals(component)).toList();
    }

    boolean dependsOnAge(String component) {
        return of(component).stream().anyMatch(c -> !c.ages().isAny());
    }

    /** The component's commitments at an age; none for a component without an obligation. */
    public List<Commitment> of(String component, int ageMonths) {
        return of(component).stream().filter(c -> c.ages().covers(ageMonths)).toList();
    }

    /**
     * The first month on which the result of a component can depend in a quarter; empty when no
     * window of it ends in the quarter.
     */
    public Optional<YearMonth> firstMonthBehind(String component, VerificationPeriod quarter) {
        return of(component).stream()
                .flatMap(c -> c.windowsEndingIn(quarter.months()).stream())
                .map(window -> window.get(0))
                .min(Comparator.naturalOrder());
    }

    /** Components for which schools, health services or social services have to report. */
    public Set<String> componentsOwedBy(EvidenceKind kind) {
        return components(c -> c.evidence() == kind);
    }

    /**
     * Components about which a kind of form may state something that counts. A health check and
     * care at home count alike for a person with a severe disability or an elderly one, whichever
     * service the policy makes answer for it.
     */
    public Set<String> componentsShownBy(EvidenceKind kind) {
        return switch (kind) {
            case SCHOOL -> componentsOwedBy(kind);
            case HEALTH -> components(HealthCommitment.class::isInstance);
            case SOCIAL ->
                    components(
                            c ->
                                    c.evidence() == EvidenceKind.SOCIAL
                                            || (c.evidence() == EvidenceKind.HEALTH
                                                    && SOCIAL_WELFARE.contains(c.component())));
        };
    }

    /** The kind of form that has to come for a component; null for one without an obligation. */
    public EvidenceKind evidenceOf(String component) {
        return of(component).stream().map(Commitment::evidence).findFirst().orElse(null);
    }

    private Set<String> components(Predicate<Commitment> chosen) {
        return commitments.stream()
                .filter(chosen)
                .map(Commitment::component)
                .collect(Collectors.toUnmodifiableSet());
    }
}
