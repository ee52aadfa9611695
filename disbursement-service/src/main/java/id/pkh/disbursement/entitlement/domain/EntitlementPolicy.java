package id.pkh.disbursement.entitlement.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * How many members of a family are paid.
 *
 * @param code name of the policy
 * @param validFrom first day; the policy applies until the next policy begins
 * @param maxPaidMembers maximum number of paid members
 * @param componentLimits maximum number of paid members by component; a component that is not
 *     listed has no limit of its own
 * @param legalBasis legal basis recorded with the policy
 * @param source origin of the policy
 */
public record EntitlementPolicy(
        String code,
        LocalDate validFrom,
        int maxPaidMembers,
        Map<String, Integer> componentLimits,
        String legalBasis,
        String source) {

    public EntitlementPolicy {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(validFrom, "validFrom");
        componentLimits = Map.copyOf(componentLimits);
        if (maxPaidMembers < 1) {
            throw new IllegalArgumentException("a policy pays at least one member: " + code);
        }
    }

    int limitOf(String component) {
        return componentLimits.getOrDefault(component, Integer.MAX_VALUE);
    }
}
