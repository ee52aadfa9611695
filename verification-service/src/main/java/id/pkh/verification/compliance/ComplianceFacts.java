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
     * @param policy states which form shows which component
     */
    Map<UUID, List<MemberFacts>> of(
            Collection<UUID> kpmIds, VerificationPeriod quarter, CommitmentPolicy policy);
}
