package id.pkh.verification.decision.persistence;

import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.sanction.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row of the view decision_now. */
record DecisionRow(
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
        String takesEffect,
        UUID noticeId,
        NoticeRoute route,
        LocalDate deliveredOn,
        LocalDate deliveryRecordedOn,
        LocalDate effectDueOn,
        LocalDate inEffectFrom,
        boolean isStayed,
        LocalDate endedOn,
        LiftReason liftReason,
        String liftNote,
        String liftedBy,
        LocalDate liftedOn,
        Instant liftedAt) {

    private static final String AS_RECORDED = "AS_RECORDED";

    Decision decision() {
        return new Decision(
                decisionId,
                stepId,
                step,
                proposalId,
                kpmId,
                measure,
                effect,
                effectiveFrom,
                reasonCode,
                note,
                preparedBy,
                decidedBy,
                decidedOn,
                decidedAt,
                draftId,
                takesEffect.equals(AS_RECORDED),
                noticeId == null
                        ? null
                        : new Decision.Delivery(
                                noticeId, route, deliveredOn, deliveryRecordedOn, effectDueOn),
                inEffectFrom,
                isStayed,
                endedOn,
                liftReason == null
                        ? null
                        : new Decision.Lift(liftReason, liftNote, liftedBy, liftedOn, liftedAt));
    }
}
