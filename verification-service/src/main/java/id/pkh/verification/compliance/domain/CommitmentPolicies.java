package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All policies, past ones included, so that a quarter is always judged by the policy that was valid
 * when it began.
 */
public record CommitmentPolicies(List<CommitmentPolicy> policies) {

    public CommitmentPolicies {
        policies =
                policies.stream()
                        .sorted(Comparator.comparing(CommitmentPolicy::validFrom))
                        .toList();
    }

    public Optional<CommitmentPolicy> inForceFor(VerificationPeriod quarter) {
        return policies.stream()
                .filter(policy -> !policy.validFrom().isAfter(quarter.firstDay()))
                .reduce((earlier, later) -> later);
    }
}
