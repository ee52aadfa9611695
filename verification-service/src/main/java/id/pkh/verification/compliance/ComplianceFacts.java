package id.pkh.verification.compliance;

import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts about families that the rule needs. */
public interface ComplianceFacts {

    /**
     * A quarter that is to be assessed.
     *
     * @param policy states which form shows which component, and how far back its windows reach
     */
    record Asked(VerificationPeriod quarter, CommitmentPolicy policy) {}

    /** What is known about families; it is read once for all quarters that are asked for. */
    interface Known {

        /** The facts of each family that the registry has published. */
        Map<UUID, List<MemberFacts>> in(Asked asked);
    }

    /**
     * @param all every quarter and policy that the result is used for
     */
    Known of(Collection<UUID> kpmIds, Collection<Asked> all);
}
