package id.pkh.verification.decision;

import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.signal.domain.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A suspension should end: in a period after its step, evidence shows that the family fulfils its
 * obligations again.
 *
 * @param period the period with the evidence
 * @param isPersonNeeded whether a person has to lift the suspension, by the policy of that day
 * @param withdrawnAt when later evidence took it back; null while it is not withdrawn
 * @param liftedAt when the suspension was lifted; null while it lasts
 */
public record LiftProposal(
        UUID liftProposalId,
        UUID decisionId,
        UUID kpmId,
        MoneyEffect effect,
        LocalDate suspendedFrom,
        Cause cause,
        String period,
        boolean isPersonNeeded,
        Instant proposedAt,
        Instant withdrawnAt,
        Instant liftedAt) {}
