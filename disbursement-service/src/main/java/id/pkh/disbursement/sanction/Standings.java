package id.pkh.disbursement.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A family's steps and decisions as this service has recorded them, with the reasons. */
public interface Standings {

    record Standing(
            UUID kpmId,
            String villageCode,
            String status,
            List<RecordedStep> steps,
            List<RecordedDecision> decisions,
            List<RecordedReinstatement> reinstatements) {}

    record RecordedStep(
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

    record RecordedDecision(
            UUID decisionId,
            UUID stepId,
            String kind,
            String decision,
            String effect,
            String period,
            String cause,
            LocalDate effectiveFrom,
            String preparedBy,
            String decidedBy,
            Instant decidedAt,
            boolean awaitsNotice,
            String noticeRoute,
            Instant inEffectAt,
            boolean stayed,
            String liftReason,
            String liftedBy,
            Instant liftedAt) {

        public boolean isInEffect() {
            return (decidedAt != null || inEffectAt != null)
                    && !awaitsNotice
                    && !stayed
                    && liftedAt == null
                    && !"DISMISS".equals(decision);
        }
    }

    record RecordedReinstatement(
            UUID decisionId,
            LocalDate effectiveFrom,
            String preparedBy,
            String decidedBy,
            Instant decidedAt) {}

    /**
     * Empty when neither the registry nor the verification service has published anything about the
     * family.
     */
    Optional<Standing> of(UUID kpmId);
}
