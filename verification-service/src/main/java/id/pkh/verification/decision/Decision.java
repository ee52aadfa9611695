package id.pkh.verification.decision;

import id.pkh.verification.decision.domain.DecisionLife;
import id.pkh.verification.decision.domain.DecisionState;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.sanction.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What two people decided about a family, and everything that happened to it since.
 *
 * @param stepId the step that it is about; null when it is about a person's proposal
 * @param proposalId the person's proposal; null when it is about a step
 * @param effectiveFrom the earliest day from which it can apply
 * @param reasonCode null in decisions from before two people were needed; as is {@code preparedBy}
 * @param isAsRecorded whether it is from before two people and a notice were needed: then it is in
 *     effect since {@code effectiveFrom}
 * @param delivery null as long as no notice of it was delivered
 * @param inEffectFrom null as long as it has not taken effect
 * @param endedOn first day of the membership that began again; null unless an exit ended with it
 * @param lift null as long as it is not lifted
 */
public record Decision(
        UUID decisionId,
        UUID stepId,
        Step step,
        UUID proposalId,
        UUID kpmId,
        Measure measure,
        MoneyEffect effect,
        LocalDate effectiveFrom,
        String reasonCode,
        String note,
        String preparedBy,
        String decidedBy,
        LocalDate decidedOn,
        Instant decidedAt,
        UUID draftId,
        boolean isAsRecorded,
        Delivery delivery,
        LocalDate inEffectFrom,
        boolean isStayed,
        LocalDate endedOn,
        Lift lift) {

    /**
     * The delivery of its notice.
     *
     * @param recordedOn when the service was notified of the delivery
     * @param effectDueOn the day from which the decision applies
     */
    public record Delivery(
            UUID noticeId,
            NoticeRoute route,
            LocalDate deliveredOn,
            LocalDate recordedOn,
            LocalDate effectDueOn) {}

    /**
     * Its end.
     *
     * @param note what the officer wrote; null when no person lifted it
     */
    public record Lift(
            LiftReason reason,
            String note,
            String liftedBy,
            LocalDate liftedOn,
            Instant liftedAt) {}

    public DecisionLife life() {
        return new DecisionLife(
                measure.isAgainstFamily(),
                false,
                true,
                isAsRecorded || delivery != null,
                isAsRecorded || inEffectFrom != null,
                isStayed,
                endedOn != null,
                isLifted());
    }

    public DecisionState state() {
        return life().state();
    }

    public boolean isLifted() {
        return lift != null;
    }

    /** Whether the person prepared or confirmed it. */
    public boolean isBy(String person) {
        return person.equals(preparedBy) || person.equals(decidedBy);
    }
}
