package id.pkh.verification.membership;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.membership.domain.ProposalStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proposals of people about the membership of families. */
public interface MembershipProposals {

    Optional<MembershipProposal> find(UUID proposalId);

    List<MembershipProposal> find(Collection<UUID> proposalIds);

    /** Only if the family lives in the areas of the reader. */
    Optional<MembershipProposal> find(UUID proposalId, AreaScope scope);

    Optional<MembershipProposal> openOf(UUID kpmId);

    boolean isKnownReason(String measure, String reasonCode);

    void add(MembershipProposal proposal);

    void withdraw(UUID proposalId, String by, Instant at);

    /** Within the areas of the reader, oldest first. A filter that is null means any. */
    List<MembershipProposal> list(
            UUID kpmId,
            String village,
            ProposalStatus status,
            AreaScope scope,
            UUID after,
            int limit);
}
