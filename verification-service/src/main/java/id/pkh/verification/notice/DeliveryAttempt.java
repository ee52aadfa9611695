package id.pkh.verification.notice;

import id.pkh.verification.decision.domain.DeliveryOutcome;
import id.pkh.verification.decision.domain.NoticeRoute;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One attempt to bring the notice of a step or of a decision to its family.
 *
 * @param stepId null when it is about a decision
 * @param decisionId null when it is about a step
 * @param deliveredBy the facilitator or another person who went to the family
 * @param evidenceReference where the signed letter or the record of the visit is kept
 * @param effectDueOn the day from which the decision applies; null for a step, and when the family
 *     was not reached
 */
public record DeliveryAttempt(
        UUID noticeId,
        UUID stepId,
        UUID decisionId,
        UUID kpmId,
        DeliveryOutcome outcome,
        NoticeRoute route,
        LocalDate occurredOn,
        String deliveredBy,
        String evidenceReference,
        boolean isAcknowledged,
        LocalDate effectDueOn,
        String recordedBy,
        LocalDate recordedOn,
        Instant recordedAt) {

    public boolean isDelivered() {
        return outcome == DeliveryOutcome.DELIVERED;
    }

    /** The day from which an appeal can be lodged: the family loses nothing by a late record. */
    public LocalDate countsFrom() {
        return recordedOn.isAfter(occurredOn) ? recordedOn : occurredOn;
    }
}
