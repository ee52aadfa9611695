package id.pkh.disbursement.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known here of a family's steps and decisions, with the reasons. */
public interface Standings {

    record Standing(
            UUID kpmId,
            String villageCode,
            String status,
            List<KnownStep> steps,
            List<KnownDecision> decisions) {}

    record KnownStep(
            UUID stepId,
            String step,
            String period,
            String cause,
            int rung,
            int running,
            String attribution,
            Boolean isProtected,
            List<String> reasons,
            String policyCode,
            String legalBasis,
            boolean standing,
            Instant issuedAt,
            Instant withdrawnAt,
            String withdrawalReason) {}

    record KnownDecision(
            UUID decisionId,
            UUID stepId,
            String kind,
            String decision,
            String effect,
            String period,
            String cause,
            LocalDate effectiveFrom,
            String reason,
            String decidedBy,
            Instant decidedAt,
            String liftReason,
            String liftedBy,
            Instant liftedAt) {

        public boolean stands() {
            return decidedAt != null && liftedAt == null && !"DISMISS".equals(decision);
        }
    }

    /** Nothing when neither the registry nor the verification service has told of the family. */
    Optional<Standing> of(UUID kpmId);
}
