package id.pkh.platform.policies;

import id.pkh.platform.policies.PolicyAct.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a policy, from its entry on.
 *
 * @param document JSON, exactly as it was hashed
 * @param acts the first one first
 */
public record PolicyVersion(
        UUID versionId,
        String kind,
        String policyCode,
        LocalDate validFrom,
        String legalBasis,
        String document,
        String sha256,
        PolicyStatus status,
        List<PolicyAct> acts) {

    public PolicyVersion {
        acts = List.copyOf(acts);
    }

    public Optional<PolicyAct> act(Kind kind) {
        return acts.stream().filter(act -> act.act() == kind).findFirst();
    }

    /** The person who did an act that has happened. */
    String personOf(Kind kind) {
        return act(kind).orElseThrow().byPerson();
    }
}
