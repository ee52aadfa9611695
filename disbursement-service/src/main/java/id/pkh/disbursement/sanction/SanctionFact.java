package id.pkh.disbursement.sanction;

import id.pkh.disbursement.payment.Occasion;
import id.pkh.disbursement.sanction.domain.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Something that the verification service said about a family. Facts about one step or one decision
 * may come in any order and more than once; {@code sequence} is the version they carry.
 */
public sealed interface SanctionFact {

    UUID kpmId();

    long sequence();

    Occasion occasion();

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
            long sequence,
            Occasion occasion)
            implements SanctionFact {}

    /** A step no longer stands. */
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
            long sequence,
            Occasion occasion)
            implements SanctionFact {}

    /** An officer decided on a proposal. */
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
            String decidedBy,
            String reason,
            LocalDate decidedOn,
            Instant decidedAt,
            long sequence,
            Occasion occasion)
            implements SanctionFact {}

    /** A decision ended. */
    record DecisionLifted(
            UUID decisionId,
            UUID kpmId,
            String villageCode,
            String reason,
            String liftedBy,
            LocalDate liftedOn,
            Instant liftedAt,
            long sequence,
            Occasion occasion)
            implements SanctionFact {}
}
