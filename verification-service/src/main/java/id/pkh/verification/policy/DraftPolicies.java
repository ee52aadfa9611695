package id.pkh.verification.policy;

import id.pkh.platform.policies.PolicyKinds;
import id.pkh.platform.policies.PolicyVersion;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.sanction.domain.SanctionLadder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Reads a version as the rules read it, as if it applied from another day. */
@ApplicationScoped
public class DraftPolicies {

    private final PolicyKinds kinds;

    DraftPolicies(PolicyKinds kinds) {
        this.kinds = kinds;
    }

    /** Whether past periods can be replayed with policies of this kind. */
    public boolean canReplay(PolicyVersion version) {
        return version.kind().equals(LadderKind.NAME)
                || version.kind().equals(CommitmentsKind.NAME);
    }

    /** Empty for a version of another kind. */
    public Optional<SanctionLadder> ladder(PolicyVersion version, LocalDate firstDay) {
        return version.kind().equals(LadderKind.NAME)
                ? Optional.of(kinds.documentOf(version, LadderDocument.class).ladderFrom(firstDay))
                : Optional.empty();
    }

    /** Empty for a version of another kind. */
    public Optional<CommitmentPolicy> commitments(PolicyVersion version, LocalDate firstDay) {
        return version.kind().equals(CommitmentsKind.NAME)
                ? Optional.of(
                        kinds.documentOf(version, CommitmentsDocument.class).policyFrom(firstDay))
                : Optional.empty();
    }
}
