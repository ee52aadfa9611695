package id.pkh.verification.membership.rest;

import id.pkh.verification.membership.MembershipProposal;
import id.pkh.verification.membership.domain.ProposalKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposal as clients see it; the last two fields are set once it is withdrawn. */
@Schema(name = "MembershipProposal")
public record MembershipProposalView(
        UUID proposalId,
        UUID kpmId,
        String villageCode,
        @Schema(implementation = ProposalKind.class) String kind,
        String reasonCode,
        @Schema(nullable = true) String note,
        String evidenceReference,
        LocalDate effectiveOn,
        @Schema(enumeration = {"OPEN", "DECIDED", "WITHDRAWN"}) String status,
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt) {

    static MembershipProposalView of(MembershipProposal proposal) {
        return new MembershipProposalView(
                proposal.proposalId(),
                proposal.kpmId(),
                proposal.villageCode(),
                proposal.kind().name(),
                proposal.reasonCode(),
                proposal.note(),
                proposal.evidenceReference(),
                proposal.effectiveOn(),
                proposal.status().name(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.withdrawnBy(),
                proposal.withdrawnAt());
    }
}
