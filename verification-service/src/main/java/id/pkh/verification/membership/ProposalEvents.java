package id.pkh.verification.membership;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.ExitProposalWithdrawn;
import id.pkh.contracts.verification.ExitProposed;
import java.time.Instant;
import java.time.LocalDate;

/** Proposals in the published language. */
final class ProposalEvents {

    private ProposalEvents() {}

    static Event proposed(MembershipProposal proposal) {
        return new ExitProposed(
                proposal.proposalId(),
                proposal.kpmId(),
                proposal.villageCode(),
                proposal.kind().name(),
                proposal.reasonCode(),
                proposal.effectiveOn(),
                proposal.proposedBy(),
                proposal.proposedOn(),
                proposal.proposedAt());
    }

    static Event withdrawn(
            MembershipProposal proposal,
            String villageCode,
            String person,
            LocalDate on,
            Instant at) {
        return new ExitProposalWithdrawn(
                proposal.proposalId(),
                proposal.kpmId(),
                villageCode,
                proposal.kind().name(),
                person,
                on,
                at);
    }
}
