package id.pkh.disbursement.entitlement.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The index and the policies: everything that a calculation needs besides the facts about the
 * family.
 */
public record BenefitTerms(BenefitIndex index, List<EntitlementPolicy> policies) {

    public BenefitTerms {
        policies =
                policies.stream()
                        .sorted(Comparator.comparing(EntitlementPolicy::validFrom).reversed())
                        .toList();
    }

    public Optional<EntitlementPolicy> policyOn(LocalDate day) {
        return policies.stream().filter(policy -> !policy.validFrom().isAfter(day)).findFirst();
    }

    /**
     * Whether amounts can be calculated for this day at all. A component without a row of its own
     * is not paid; but without any row, or without a policy, nothing is known about the day, and
     * every family would be paid nothing.
     */
    public boolean cover(LocalDate day) {
        return index.hasRatesOn(day) && policyOn(day).isPresent();
    }

    /** The policy of a day that is covered; it is a fault to ask for any other day. */
    EntitlementPolicy require(LocalDate day) {
        return policyOn(day)
                .filter(policy -> cover(day))
                .orElseThrow(() -> new IllegalArgumentException("no rates are known on " + day));
    }
}
