package id.pkh.verification.decision.rest;

import id.pkh.verification.decision.LiftProposal;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposal that a suspension ends, as clients see it. */
@Schema(name = "LiftProposal")
public record LiftProposalView(
        UUID liftProposalId,
        UUID decisionId,
        UUID kpmId,
        @Schema(enumeration = {"HOLD", "FORFEIT"}) String effect,
        LocalDate suspendedFrom,
        @Schema(implementation = Cause.class) String cause,
        @Schema(
                        pattern = VerificationPeriod.TEXT,
                        description = "The period in which the obligations were met again")
                String period,
        @Schema(description = "Whether an officer has to lift the suspension") boolean personNeeded,
        @Schema(enumeration = {"OPEN", "LIFTED", "WITHDRAWN"}) String status,
        Instant proposedAt) {

    static LiftProposalView of(LiftProposal proposal) {
        return new LiftProposalView(
                proposal.liftProposalId(),
                proposal.decisionId(),
                proposal.kpmId(),
                proposal.effect().name(),
                proposal.suspendedFrom(),
                proposal.cause().name(),
                proposal.period(),
                proposal.isPersonNeeded(),
                status(proposal),
                proposal.proposedAt());
    }

    private static String status(LiftProposal proposal) {
        if (proposal.withdrawnAt() != null) {
            return "WITHDRAWN";
        }
        return proposal.liftedAt() == null ? "OPEN" : "LIFTED";
    }
}
