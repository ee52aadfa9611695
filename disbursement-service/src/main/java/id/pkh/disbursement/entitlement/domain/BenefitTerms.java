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
}
