package id.pkh.disbursement.sanction;

import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LiftReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A fact that the verification service published about a family. Facts about one step or one
 * decision may arrive in any order and more than once; {@code sequence} is their version.
 */
public sealed interface SanctionFact {

    UUID kpmId();

    long sequence();

    /** A step on the ladder was issued. */
    record StepIssued(
            UUID stepId,
            UUID kpmId,
            String villageCode,
            String step,
            String period,
            String cause,
            int rung,
            int running,
            String attribution,
            boolean isProtected,
            List<String> reasons,
            String policyCode,
            String legalBasis,
            LocalDate issuedOn,
            Instant issuedAt,
            long sequence)
            implements SanctionFact {}

    /** A step was withdrawn. */
    record StepWithdrawn(
            UUID stepId,
            UUID kpmId,
            String villageCode,
            String step,
            String period,
            String cause,
            int rung,
            int running,
            String attribution,
            String reason,
            LocalDate withdrawnOn,
            Instant withdrawnAt,
            long sequence)
            implements SanctionFact {}

    /**
     * A proposal was decided on.
     *
     * @param onNotice it takes effect with {@link DecisionTookEffect}, and not at once
     * @param preparedBy null in events of before, when one person decided
     */
    record DecisionTaken(
            UUID decisionId,
            UUID kpmId,
            String villageCode,
            UUID stepId,
            String kind,
            String decision,
            Effect effect,
            String period,
            String cause,
            LocalDate effectiveFrom,
            boolean onNotice,
            String preparedBy,
            String decidedBy,
            LocalDate decidedOn,
            Instant decidedAt,
            long sequence)
            implements SanctionFact {}

    /** The notice of a decision was delivered. */
    record DecisionTookEffect(
            UUID decisionId,
            UUID kpmId,
            String villageCode,
            Effect effect,
            LocalDate effectiveFrom,
            String noticeRoute,
            Instant tookEffectAt,
            long sequence)
            implements SanctionFact {}

    /** An appeal stays a decision, or the stay ended. */
    record DecisionStay(
            UUID appealId, UUID decisionId, UUID kpmId, boolean isEnded, Instant at, long sequence)
            implements SanctionFact {}

    /** A family that had left came back. */
    record MembershipRestored(
            UUID decisionId,
            UUID kpmId,
            String villageCode,
            LocalDate effectiveFrom,
            String preparedBy,
            String decidedBy,
            Instant decidedAt,
            long sequence)
            implements SanctionFact {}

    /** A decision ended. */
    record DecisionLifted(
            UUID decisionId,
            UUID kpmId,
            String villageCode,
            LiftReason reason,
            String liftedBy,
            LocalDate liftedOn,
            Instant liftedAt,
            long sequence)
            implements SanctionFact {}
}
